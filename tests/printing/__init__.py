"""Sentences about paper."""
