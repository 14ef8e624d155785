"""The counter: what it knows and does. No widget, no SQL."""

VERSION = "0.1.0"
"""As the package's: counters tell it to the centre."""
