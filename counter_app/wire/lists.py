"""Lists of the centre that ride on the changes beside consumers and bills: barred cheques, old account numbers."""

from __future__ import annotations

import msgspec


class ChequeBarTold(msgspec.Struct, frozen=True, array_like=True):
    """``[account_no, valid_from, valid_to, reason, is_lifted]``: the one told last of an account counts.

    ISO days that both count, ``valid_to`` empty for no end; ``is_lifted``: its cheques are taken again.
    """

    account_no: str
    valid_from: str
    valid_to: str
    reason: str
    is_lifted: bool


class RenumberedTold(msgspec.Struct, frozen=True, array_like=True):
    """``[old_account_no, account_no]``: what became of a number; the new one may have become another since."""

    old_account_no: str
    account_no: str


MOST_STEPS = 8
"""A number that became another more often than this is no number any more."""
