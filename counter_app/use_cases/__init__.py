"""Verbs of the counter: one module, one verb, one straight function; ports say what they need."""
