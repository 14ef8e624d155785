"""The cases of ``tests/data/cases``: plain text that an accountant reads, run against the domain."""
