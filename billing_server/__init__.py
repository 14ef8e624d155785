"""The reference central server. Knows the wire and the nouns, nothing else of the counter."""
