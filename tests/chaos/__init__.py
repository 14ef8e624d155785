"""The proof of the protocol's invariants: real counters, a real centre, and between them the worst of lines."""
