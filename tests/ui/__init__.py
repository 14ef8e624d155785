"""Sentences about what is seen."""
