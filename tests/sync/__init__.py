"""Sentences about talking with the billing server."""
