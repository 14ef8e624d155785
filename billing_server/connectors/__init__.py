"""Booked money handed on to the billing system in use, each rupee once: an outbox, two adapters, reconciliation."""
