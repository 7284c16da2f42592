"""Event kinds as data, and what their frames find in a sentence."""
