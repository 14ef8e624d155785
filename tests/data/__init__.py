"""Example input."""
