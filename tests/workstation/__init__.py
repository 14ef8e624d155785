"""Tests of this computer's part: settings, keys, clock, logs."""
