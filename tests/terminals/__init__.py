"""Tests of the card terminal: frames, messages, exchanges, and a simulator that fails in the ways terminals fail."""
