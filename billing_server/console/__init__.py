"""The head office's console: pages for people, rendered here, on the same database as the counters' contract."""
