"""From the closed drawer to the bank: handings, slips and answers behind one port. Writes through their books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column, select

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from local_db import handing_book, slip_book
from local_db.custody_rows import cash_move, handing, slip
from local_db.rows import posting
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.ledger import Entry
    from counter_app.domain.remittance import BankAnswer, Handing, Slip, SlipSeen, Takings
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen
    from local_db.undeposited import UndepositedKept

_IS_HEADS = posting.c.account == literal_column(f"'{LedgerAccount.CASH_WITH_HEAD.value}'")
_WITH_HEAD = tuple(
    Statement(
        select(func.coalesce(func.sum(posting.c.amount_paise), NOUGHT))
        .select_from(table)
        .join(posting, (posting.c.link == table.c.link) & _IS_HEADS)
    )
    for table in (cash_move, handing, slip)
)
"""What moves the head cashier's cash; the books have no index by account, and need none."""


class LedgerRemittanceBook:
    """Port ``RemittanceBook``."""

    __slots__ = ("_entry", "_kept", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry, kept: UndepositedKept) -> None:
        self._pen, self._entry, self._kept = pen, entry, kept

    def takings_waiting(self) -> tuple[Takings, ...]:
        """Closed shifts whose takings nobody has taken over yet, in the order they were closed."""
        return handing_book.takings_waiting(self._pen)

    def is_handed(self, shift_id: UUID) -> bool:
        """Whether the takings of this shift were handed over."""
        return handing_book.is_handed(self._pen, shift_id)

    def handing(self, handing_id: UUID) -> Handing | None:
        """A handing, if it was made."""
        return handing_book.handing_of(self._pen, handing_id)

    def cash_with_head(self) -> Money:
        """What the head cashier holds, by the entries."""
        return Money(sum(int(self._pen.value(one)) for one in _WITH_HEAD))

    def last_slip_no(self) -> int:
        """0 before the first."""
        return slip_book.last_slip_no(self._pen)

    def last_bank_account(self) -> str:
        """The account of the last slip."""
        return slip_book.last_bank_account(self._pen)

    def slip(self, slip_id: UUID) -> SlipSeen | None:
        """A slip, if it was made, with the bank's answer."""
        return slip_book.slip_by_id(self._pen, slip_id)

    def slips(self, most: int) -> tuple[SlipSeen, ...]:
        """Every slip without an answer, and so many others, the newest first."""
        return slip_book.slips(self._pen, most)

    def slip_of_reference(self, reference: str) -> int | None:
        """The number of the slip that was answered with this reference of the bank."""
        return slip_book.slip_of_reference(self._pen, reference)

    def undeposited(self) -> tuple[Undeposited, ...]:
        """The money that no answer of the bank covers, by day, kind and slip, the oldest first."""
        return self._kept.lines(self._pen)

    def post_handing(self, handing: Handing, entry: Entry, told_by: SealedMessage) -> None:
        """Write a handing. Raises BrokenRuleError as the rules of its tables say."""
        handing_book.post_handing(self._pen, self._entry.link_of(told_by), handing, entry)

    def post_slip(self, slip: Slip, entry: Entry, told_by: SealedMessage) -> None:
        """Write a slip and what is on it. Raises BrokenRuleError."""
        slip_book.post_slip(self._pen, self._entry.link_of(told_by), slip, entry)

    def post_answer(self, answer: BankAnswer, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write the bank's answer. Raises BrokenRuleError for a second one, or a reference used before."""
        slip_book.post_answer(self._pen, self._entry.link_of(told_by), answer, entry)
