"""How a store says no to a person, so that the console can say it in that person's language."""

from __future__ import annotations


class SaidNo(ValueError):
    """Not done, and why: an English sentence out of the console's words, and what fills its blanks."""

    def __init__(self, sentence: str, **blanks: object) -> None:
        super().__init__(sentence.format(**blanks))
        self.sentence = sentence
        self.blanks = blanks
