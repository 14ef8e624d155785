"""Attempts to print. The only writer of print_attempt and print_outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.receipt import PrintAttempt, PrintReason, PrintState
from counter_app.wire.messages import microseconds
from local_db.receipt_link import known_link, numbers_of
from local_db.rows import payment, print_attempt, print_outcome
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.receipt import PrintOutcome
    from local_db.pen import Pen

_ADD_ATTEMPT = Statement(insert(print_attempt))
_ADD_OUTCOME = Statement(insert(print_outcome))
_LAST_ATTEMPT = Statement(select(func.coalesce(func.max(print_attempt.c.attempt), NOUGHT)))
_LAST_LINE = Statement(
    select(func.coalesce(func.max(print_outcome.c.line), NOUGHT)).where(
        print_outcome.c.attempt == bindparam("attempt")
    )
)
_LATER = print_outcome.alias("later")
_ATTEMPTS = (
    select(
        print_attempt.c.link,
        print_attempt.c.attempt,
        print_attempt.c.copy_no,
        print_outcome.c.state,
        print_outcome.c.reason,
    )
    .select_from(print_attempt)
    .join(payment, payment.c.link == print_attempt.c.link)
    .outerjoin(
        print_outcome,
        (print_outcome.c.attempt == print_attempt.c.attempt)
        & (
            print_outcome.c.line
            == select(func.max(_LATER.c.line))
            .where(_LATER.c.attempt == print_attempt.c.attempt)
            .scalar_subquery()
        ),
    )
    .order_by(print_attempt.c.link, print_attempt.c.attempt)
)
_ATTEMPTS_OF_RECEIPT = Statement(
    _ATTEMPTS.where(
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial == bindparam("serial"),
    )
)
_ATTEMPTS_OF_DAY = Statement(_ATTEMPTS.where(payment.c.business_date == bindparam("business_date")))
_ATTEMPTS_BETWEEN = Statement(
    _ATTEMPTS.where(print_attempt.c.link.between(bindparam("first"), bindparam("last")))
)


def _attempt_of(attempt: int, copy_no: int, state: str | None, reason: str | None) -> PrintAttempt:
    return PrintAttempt(attempt, copy_no, PrintState(state or PrintState.UNCERTAIN), reason or "")


def copies_among(attempts: list[PrintAttempt]) -> int:
    """How many copies were or may have been printed: one more than the highest copy number out.

    A copy that the cashier says did not come out counts: a printer out of paper keeps the job and prints it
    when paper is loaded, so whatever follows is a DUPLICATE.
    """
    out = (
        one.copy_no
        for one in attempts
        if one.state is not PrintState.NOT_SENT
        or one.reason == PrintReason.CASHIER_SAID_NOT_PRINTED
    )
    return max(out, default=-1) + 1


def attempts_of_day(pen: Pen, business_date: str) -> dict[int, list[PrintAttempt]]:
    """The attempts for the receipts of an ISO date, by link of the payment, in order."""
    attempts: dict[int, list[PrintAttempt]] = {}
    for link, *row in pen.rows(_ATTEMPTS_OF_DAY, business_date=business_date):
        attempts.setdefault(link, []).append(_attempt_of(*row))
    return attempts


def attempts_between(pen: Pen, first: int, last: int) -> dict[int, list[PrintAttempt]]:
    """The attempts for the receipts from one link to another, by link of the payment, in order."""
    attempts: dict[int, list[PrintAttempt]] = {}
    for link, *row in pen.rows(_ATTEMPTS_BETWEEN, first=first, last=last):
        attempts.setdefault(link, []).append(_attempt_of(*row))
    return attempts


class LedgerPrintBook:
    """Port ``PrintBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def note_attempt(self, receipt_no: ReceiptNo, copy_no: int, at: datetime) -> int:
        """An attempt begins: its number. Raises BrokenRuleError for a receipt we do not know."""
        link = known_link(self._pen, receipt_no)
        attempt = int(self._pen.value(_LAST_ATTEMPT)) + 1
        self._pen.write(
            _ADD_ATTEMPT, attempt=attempt, link=link, copy_no=copy_no, at_us=microseconds(at)
        )
        return attempt

    def note_outcome(self, attempt: int, outcome: PrintOutcome, at: datetime) -> None:
        """How it ended. Raises BrokenRuleError for an attempt that never began, or has ended.

        A printed one may still be told torn, once.
        """
        line = int(self._pen.value(_LAST_LINE, attempt=attempt)) + 1
        self._pen.write(
            _ADD_OUTCOME,
            attempt=attempt,
            line=line,
            state=outcome.state.value,
            reason=str(outcome.reason),
            saved_as=outcome.saved_as,
            at_us=microseconds(at),
        )

    def last(self, receipt_no: ReceiptNo) -> PrintAttempt | None:
        """The last attempt as it stands; None when never tried."""
        attempts = self._attempts(receipt_no)
        return attempts[-1] if attempts else None

    def copies_out(self, receipt_no: ReceiptNo) -> int:
        """How many copies were or may have been printed: the next one's ``copy_no``."""
        return copies_among(self._attempts(receipt_no))

    def _attempts(self, receipt_no: ReceiptNo) -> list[PrintAttempt]:
        rows = self._pen.rows(_ATTEMPTS_OF_RECEIPT, **numbers_of(receipt_no))
        return [_attempt_of(*row) for _, *row in rows]
