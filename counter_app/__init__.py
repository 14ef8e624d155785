"""The counter: what it knows and does. No widget, no SQL."""
