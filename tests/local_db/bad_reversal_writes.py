"""Bad writes about reversals; the last statement is the bad one. They start from ``raw.a_small_ledger``."""

from __future__ import annotations

from tests.local_db.next_rows import LAST, SEAL, message

GRANTED = message(kind="'override_granted'")
REVERSED = message(kind="'payment_reversed'")
APPROVAL = "(SELECT max(link) FROM approval)"
PAID = "(SELECT amount_paise FROM payment WHERE link = 2)"


def approval(*, how: str = "in_person", challenge: str = "", for_id: str = "C101") -> str:
    """A second person's yes under the last message."""
    return (
        f"INSERT INTO approval SELECT {LAST}, randomblob(16), 'reversal', 'S201', '{for_id}', 'R', 500,"
        f" 'wrong sum', '{how}', '{challenge}', 1, '2026-11-23', 1"
    )


def reversal(*, payment: str = "2", approved: str = APPROVAL) -> str:
    """A payment undone under the last message."""
    return (
        f"INSERT INTO reversal SELECT {LAST}, randomblob(16), {payment}, 1, 'other', 'wrong sum',"
        f" 'recovered', '', 'C101', {approved}, '2026-11-23', 1"
    )


def undone(paise: str = PAID) -> str:
    """What the cash payment settled, taken back."""
    return f"INSERT INTO returned_part SELECT {LAST}, 1, 2, 'B1', 'bill', {paise}"


def tender(paise: str = PAID) -> str:
    """Where its tender went."""
    return f"INSERT INTO tender_undone SELECT {LAST}, 1, 'cash', {paise}, 'cash_back', '', ''"


DEBIT = f"INSERT INTO posting SELECT {LAST}, 1, 'bill_collection', {PAID}"
CREDIT = f"INSERT INTO posting SELECT {LAST}, 2, 'cash_drawer', -{PAID}"
APPROVED = (GRANTED, approval(), SEAL)
WHOLE = (*APPROVED, REVERSED, reversal(), undone(), tender(), DEBIT, CREDIT, SEAL)
"""A reversal as the books write it."""

BAD_REVERSAL_WRITES = {
    "a reversal is told by a note": (
        [*APPROVED, message(), reversal()],
        "reversal: told by another kind",
    ),
    "a reversal has no approval": (
        [REVERSED, reversal(approved="NULL")],
        "NOT NULL",
    ),
    "a payment is reversed twice": (
        [*WHOLE, *APPROVED, REVERSED, reversal()],
        "undone before|UNIQUE",
    ),
    "a reversal is of no payment": (
        [*APPROVED, REVERSED, reversal(payment="1")],
        "FOREIGN KEY|undone before",
    ),
    "a reversal is told, not booked": ([REVERSED, SEAL], "payment_reversed told, not booked"),
    "a reversal undoes a part": (
        [*APPROVED, REVERSED, reversal(), undone("1"), tender(), SEAL],
        "entry does not balance|reversal is not the payment|postings",
    ),
    "a reversal lets a tender vanish": (
        [*APPROVED, REVERSED, reversal(), undone(), tender("1"), DEBIT, CREDIT, SEAL],
        "tenders undone are not the payment",
    ),
    "a reversal moves another sum": (
        [*APPROVED, REVERSED, reversal(), undone(), tender(), SEAL],
        "postings|movements|entry",
    ),
    "a sealed reversal undoes more": (
        [*WHOLE, undone().replace(f"{LAST}, 1,", f"{LAST}, 2,")],
        "sealed",
    ),
    "one approves for oneself": ([GRANTED, approval(for_id="S201")], "CHECK"),
    "a telephone approval has no challenge": (
        [GRANTED, approval(how="telephone")],
        "telephone without challenge",
    ),
}
