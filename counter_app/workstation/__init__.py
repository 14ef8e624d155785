"""This computer: paths, settings, logs, clock, keys."""
