"""Delegations: scenes and readings joined, their slots, and which tellings are one trip."""
