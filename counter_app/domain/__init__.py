"""Nouns and rules of the counter. Standard library only: no I/O, no clock, no logging."""
