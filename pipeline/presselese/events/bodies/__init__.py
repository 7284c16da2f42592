"""Foundings and memberships: frames and readings joined, and whose bodies they are."""
