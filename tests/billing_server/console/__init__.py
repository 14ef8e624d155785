"""The head office's console, tried as its visitors use it."""
