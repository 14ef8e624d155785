"""Whole days at the counter: the demo, the kill, the bench."""
