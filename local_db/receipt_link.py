"""Which payment a receipt number is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from local_db.faults import BrokenRuleError
from local_db.rows import payment
from local_db.statements import Statement

if TYPE_CHECKING:
    from counter_app.domain.identity import ReceiptNo
    from local_db.pen import Pen

_LINK = Statement(
    select(payment.c.link).where(
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial == bindparam("serial"),
    )
)


def numbers_of(receipt_no: ReceiptNo) -> dict[str, object]:
    """The number as the columns of a payment have it."""
    return {
        "series": receipt_no.series,
        "book_year": receipt_no.book_year.first,
        "serial": receipt_no.serial,
    }


def link_of_receipt(pen: Pen, receipt_no: ReceiptNo) -> int | None:
    """The link of its payment, None for a receipt we do not know."""
    row = pen.row(_LINK, **numbers_of(receipt_no))
    return None if row is None else int(row[0])


def known_link(pen: Pen, receipt_no: ReceiptNo) -> int:
    """The same. Raises BrokenRuleError for a receipt we do not know."""
    link = link_of_receipt(pen, receipt_no)
    if link is None:
        message = f"no receipt {receipt_no}"
        raise BrokenRuleError(message)
    return link
