"""The fake desk reverses nothing: screens that do are tested over the real verbs (``custody_desk``)."""

from __future__ import annotations

from typing import NoReturn


class FakeReversal:
    """What no test of the other screens presses."""

    def weigh_reversal(self, *_asked: object) -> NoReturn:
        raise AssertionError

    def reverse_payment(self, *_asked: object) -> NoReturn:
        raise AssertionError

    def print_reversal(self, *_asked: object) -> NoReturn:
        raise AssertionError
