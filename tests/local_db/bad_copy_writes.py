"""Bad writes about receipts asked for by SMS or e-mail; the last statement is the bad one.

They start from ``raw.an_office_ledger``: link 3 is the payment whose receipt was asked for by SMS at link 22.
"""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

from tests.local_db.copies_written import MOBILE
from tests.local_db.next_rows import LAST, SEAL, message

ASKED = message(kind="'receipt_copy_asked'")


def copy(
    *,
    link: str = LAST,
    of: str = "3",
    way: str = "'email'",
    address: str = "'a@b.in'",
    by: str = "'C101'",
    day: str = "'2026-11-23'",
) -> str:
    """A receipt asked for under the last message, with what the case changes."""
    return f"INSERT INTO receipt_copy VALUES ({link}, {of}, {way}, {address}, {by}, {day}, 1)"


BAD_COPY_WRITES = {
    "a copy is told by a note": ([message(), copy()], "receipt_copy: told by another kind"),
    "a copy is told, not booked": ([ASKED, SEAL], "receipt_copy_asked told, not booked"),
    "a copy is asked for twice": (
        [ASKED, copy(way="'sms'", address=f"'{MOBILE}'")],
        "receipt_copy.payment_link",
    ),
    "a copy is of no receipt": ([ASKED, copy(of="1")], "FOREIGN"),
    "a copy goes no way": ([ASKED, copy(way="''")], "way"),
    "a copy goes nowhere": ([ASKED, copy(address="''")], "address"),
    "nobody asks for a copy": ([ASKED, copy(by="''")], "by_id"),
    "a copy's day is none": ([ASKED, copy(day="'2026-02-30'")], "business_date"),
    "a sealed message asks for another copy": ([copy(link="22")], "receipt_copy: entry is sealed"),
}
