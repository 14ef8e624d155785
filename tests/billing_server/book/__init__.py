"""Sentences about the made book and the billing department's files."""
