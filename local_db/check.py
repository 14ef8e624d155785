"""The check at start: is the ledger whole, and does it say what was signed and acknowledged?"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.use_cases.views import LedgerCheck
from counter_app.wire.canonical import NO_HEAD, head_is_signed, raw_of
from local_db.enrolment_book import certificates
from local_db.faults import DriverError, named
from local_db.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_db.cipher import Connection

_TABLES_BESIDE_THE_CHAIN = (
    "payment",
    "tender",
    "card_slip",
    "allocation",
    "posting",
    "instrument",
    "tender_share",
    "instrument_step",
    "returned_part",
    "applied_rule",
    "suspense",
    "supervisor_word",
    "rule_set",
    "policy",
    "result",
    "matter_note",
    "reconciliation",
    "outbox",
    "acknowledgement",
    "fate",
    "receipt_proof",
    "receipt_copy",
    "shift",
)


def checked(connection: Connection) -> LedgerCheck:
    """Look through the whole file; ``problem`` names the first thing that is wrong.

    That we can read at all is the lock. Every page read proves its MAC. The chain is hashed again from
    first to last and its heads compared with the epochs' keys; sums, numbers and outbox are counted.
    """
    began = time.perf_counter()
    messages = payments = waiting = 0
    last_receipt_no = problem = ""
    try:
        messages = _count(connection, "SELECT coalesce(max(link), 0) FROM message")
        payments = _count(connection, "SELECT count(*) FROM payment")
        waiting = messages - _count(
            connection, "SELECT coalesce(max(link), 0) FROM acknowledgement"
        )
        last_receipt_no = _last_receipt_no(connection)
        problem = next(filter(None, (look(connection) for look in _LOOKS)), "")
    except DriverError as error:
        problem = f"integrity: {named(error)}"
    return LedgerCheck(
        messages=messages,
        payments=payments,
        last_receipt_no=last_receipt_no,
        unsent=waiting,
        took_seconds=time.perf_counter() - began,
        problem=problem,
    )


def _count(connection: Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _last_receipt_no(connection: Connection) -> str:
    row = connection.execute(
        "SELECT series, book_year, serial FROM payment ORDER BY link DESC LIMIT 1"
    ).fetchone()
    return "" if row is None else str(ReceiptNo(row[0], BookYear(row[1]), row[2]))


def _pages(connection: Connection) -> str:
    """Trees and rows of the tables that the chain does not prove."""
    for table in _TABLES_BESIDE_THE_CHAIN:
        for (said,) in connection.execute(f"PRAGMA quick_check({table})"):
            if said != "ok":
                return f"integrity: {said}"
    return ""


def _chain(connection: Connection) -> str:
    """Hash every message again; a link that does not hold is named."""
    last_links: dict[int, int] = {}
    before, epoch_before, link_before, sequence_before = NO_HEAD, 0, 0, 0
    for link, epoch, sequence, previous, kept, body in connection.execute(
        "SELECT link, epoch, sequence, previous, hash, body FROM message ORDER BY link"
    ):
        if (
            previous != before
            or sha256(previous + body).digest() != kept
            or sequence != (sequence_before + 1 if epoch == epoch_before else 1)
            or link != link_before + 1
        ):
            return f"chain: link {link} does not hold"
        before, epoch_before, link_before, sequence_before = kept, epoch, link, sequence
        last_links[epoch] = link
    return _signatures(connection, last_links)


def _signatures(connection: Connection, last_links: dict[int, int]) -> str:
    """The head of every epoch is signed by its key, and proves all messages before it."""
    keys = certificates(Pen(connection))
    for epoch, link in last_links.items():
        head, signature = connection.execute(
            "SELECT hash, signature FROM message WHERE link = ?", (link,)
        ).fetchone()
        if epoch not in keys:
            return f"signature: no certificate for epoch {epoch}"
        if not head_is_signed(raw_of(keys[epoch].public_key), head, signature):
            return f"signature: the head of epoch {epoch} is not signed by its key"
    return ""


def _acknowledged(connection: Connection) -> str:
    """The last acknowledgement speaks of our chain."""
    row = connection.execute(
        "SELECT a.head = m.hash FROM acknowledgement a LEFT JOIN message m ON m.link = a.link"
        " ORDER BY a.link DESC LIMIT 1"
    ).fetchone()
    return "" if row is None or row[0] else "acknowledgement: its head is not ours"


_MOVED_BESIDE = (
    ("shift", "opening_float_paise"),
    ("cash_move", "amount_paise"),
    ("shift_close", "moved_paise"),
    ("handing", "max(amount_paise, counted_paise)"),
    ("slip", "amount_paise"),
    ("bank_answer", "moved_paise"),
)
"""What else moves: each table with what one row of it moves, as the outbox saw when it was sealed."""

_ALL = "(SELECT coalesce(sum({}), 0) FROM {})"
_CLEARED = _ALL.format(
    "amount_paise",
    "posting WHERE amount_paise > 0"
    " AND link IN (SELECT link FROM instrument_step WHERE state = 'cleared')",
)
_SUMS = ", ".join(
    (
        *(
            _ALL.format("amount_paise", table)
            for table in ("payment", "tender", "allocation", "posting", "returned_part")
        ),
        " + ".join((*(_ALL.format(moved, table) for table, moved in _MOVED_BESIDE), _CLEARED)),
        _ALL.format("-min(amount_paise, 0)", "posting"),
    )
)


def _balanced(connection: Connection) -> str:
    """Payments, tenders and allocations are one sum; debits and credits are none.

    Credits are the payments, what returns and reversals undid, and what moved in custody, from the float to the bank.
    """
    payments, tenders, allocations, movements, returned, moved, credited = connection.execute(
        f"SELECT {_SUMS}"
    ).fetchone()
    if not payments == tenders == allocations == credited - returned - moved or movements:
        return (
            f"books: payments {payments}, tenders {tenders}, allocations {allocations},"
            f" credited {credited}, returned {returned}, moved {moved}, movements {movements}"
        )
    return ""


def _grouped(connection: Connection) -> str:
    """Of every order all payments are there, and they are what it was."""
    row = connection.execute(
        "SELECT group_link FROM payment WHERE group_link IS NOT NULL GROUP BY group_link"
        " HAVING count(*) <> max(group_size) OR sum(amount_paise) <> max(group_paise)"
    ).fetchone()
    return "" if row is None else f"books: the order that began at link {row[0]} is not whole"


def _numbered(connection: Connection) -> str:
    """No receipt number is missing; every payment has its receipt."""
    row = connection.execute(
        "SELECT series, book_year FROM payment GROUP BY series, book_year"
        " HAVING count(*) <> max(serial) OR min(serial) <> 1"
    ).fetchone()
    if row is not None:
        return f"receipts: a number of {row[0]} {row[1]} is missing"
    without = _count(
        connection, "SELECT (SELECT count(*) FROM payment) - (SELECT count(*) FROM receipt)"
    )
    return f"receipts: {without} payments without" if without else ""


def _outbox_is_complete(connection: Connection) -> str:
    missing = _count(
        connection, "SELECT (SELECT count(*) FROM message) - (SELECT count(*) FROM outbox)"
    )
    return f"outbox: {missing} messages never reached it" if missing else ""


_LOOKS: tuple[Callable[[Connection], str], ...] = (
    _pages,
    _chain,
    _acknowledged,
    _balanced,
    _grouped,
    _numbered,
    _outbox_is_complete,
)
