"""From words to fillers: names, what nouns stand for, lists, owners, and the telling of them."""
