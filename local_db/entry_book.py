"""Entries: the postings of payments and floats. The only writer of table ``posting``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from counter_app.domain.ledger import Entry, LedgerAccount, Posting
from counter_app.domain.money import Money
from local_db.rows import posting
from local_db.statements import Statement

if TYPE_CHECKING:
    from local_db.pen import Pen

_ADD_POSTING = Statement(insert(posting))
_POSTINGS = Statement(
    select(posting.c.account, posting.c.amount_paise)
    .where(posting.c.link == bindparam("link"))
    .order_by(posting.c.line)
)


def post_entry(pen: Pen, link: int, entry: Entry) -> None:
    """Write the movements of one message."""
    pen.write_many(
        _ADD_POSTING,
        [
            {
                "link": link,
                "line": line,
                "account": movement.account.value,
                "amount_paise": movement.amount.paise,
            }
            for line, movement in enumerate(entry.postings, start=1)
        ],
    )


def entry_of(pen: Pen, link: int) -> Entry:
    """The movements of one message."""
    return Entry(
        tuple(
            Posting(LedgerAccount(account), Money(paise))
            for account, paise in pen.rows(_POSTINGS, link=link)
        )
    )
