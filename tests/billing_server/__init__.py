"""Sentences about the central side."""
