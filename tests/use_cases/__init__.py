"""Sentences about verbs."""
