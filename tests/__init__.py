"""Sentences about the counter, in the shape of the tree they speak of."""
