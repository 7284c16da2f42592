"""What a German sentence says by its grammar: clauses, nouns and their relations, status."""
