"""Tests of the wire: bytes, chain, signatures."""
