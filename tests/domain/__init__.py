"""Sentences about nouns and rules."""
