"""Sentences about the books."""
