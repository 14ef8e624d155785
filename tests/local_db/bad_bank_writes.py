"""Bad writes on the way to the bank; the last statement is the bad one. They start from ``bank_day.a_bank_ledger``."""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

from tests.local_db.next_rows import LAST, SEAL, message

HANDED = message(kind="'takings_handed'")
SLIPPED = message(kind="'remittance_made'")
ANSWERED = message(kind="'bank_answered'")
SECOND_SHIFT = "(SELECT link FROM shift WHERE shift_no = 2)"
FIRST_SLIP, SECOND_SLIP = (f"(SELECT link FROM slip WHERE slip_no = {no})" for no in (1, 2))
CHEQUE_HERE = (
    "SELECT instrument.link, instrument.line FROM instrument LEFT JOIN slip_item"
    " ON owner_link = instrument.link AND owner_line = instrument.line"
    " WHERE slip_item.link IS NULL"
)


def handing(
    amount: str = "100000", receiver: str = "'H401'", shift: str = SECOND_SHIFT
) -> list[str]:
    """Takings handed over, with their shift."""
    return [
        (
            f"INSERT INTO handing VALUES ({LAST}, randomblob(16), {amount}, {amount}, 'C101',"
            f" {receiver}, '', NULL, '2026-11-23', 1)"
        ),
        f"INSERT INTO handed_shift VALUES ({LAST}, {shift})",
    ]


def moved(debit: str, credit: str, paise: str = "100000") -> list[str]:
    """The two postings of an entry."""
    return [
        f"INSERT INTO posting VALUES ({LAST}, 1, '{debit}', {paise})",
        f"INSERT INTO posting VALUES ({LAST}, 2, '{credit}', -{paise})",
    ]


def slip(kind: str = "cash", no: str = "3", amount: str = "50000") -> str:
    """The next slip."""
    return (
        f"INSERT INTO slip VALUES ({LAST}, randomblob(16), {no}, '{kind}', {amount}, 'PNB', 'H401',"
        " '2026-11-23', 1)"
    )


def answer(
    of: str = SECOND_SLIP, reference: str = "PNB 9", accepted: str = "100000", moved: str = "0"
) -> str:
    """The bank's answer to a slip; by default to that of papers."""
    return (
        f"INSERT INTO bank_answer VALUES ({LAST}, randomblob(16), {of}, '{reference}', '2026-11-23',"
        f" {accepted}, {moved}, 'H401', NULL, '2026-11-23', 1)"
    )


COUNTED = f"INSERT INTO cash_count VALUES ({LAST}, 50000, 1)"
TO_BANK = moved("cash_at_bank", "cash_with_head", "50000")
OVER = moved("cash_with_head", "cash_to_hand_over")
ITEM = f"INSERT INTO slip_item SELECT {LAST}, 1, * FROM ({CHEQUE_HERE})"
DEPOSITED = (
    f"INSERT INTO instrument_step SELECT *, 2, {LAST}, 'deposited', '2026-11-23', 1, 'H401', '', '', 0"
    f" FROM ({CHEQUE_HERE.replace('WHERE slip_item.link IS NULL', f'WHERE slip_item.link = {LAST}')})"
)
PAPERS_TO_BANK = moved("cheques_at_bank", "cheques_in_hand")

BAD_BANK_WRITES = {
    # handings
    "a handing is told by a note": ([message(), handing()[0]], "told by another kind"),
    "a handing is told, not booked": ([HANDED, handing()[0], SEAL], "takings_handed told"),
    "a receiver is the giver": ([HANDED, handing(receiver="'C101'")[0]], "CHECK"),
    "an open shift is handed over": (
        [
            HANDED,
            "PRAGMA defer_foreign_keys = OFF",
            *handing(shift="(SELECT max(link) FROM shift)"),
        ],
        "FOREIGN KEY",
    ),
    "takings are handed over twice": (
        [HANDED, *handing(shift="(SELECT link FROM shift WHERE shift_no = 1)")],
        "handed_shift.shift_link",
    ),
    "a handing is another sum than its shifts": (
        [
            HANDED,
            *handing("99999"),
            *moved("cash_with_head", "cash_to_hand_over", "99999"),
            SEAL,
        ],
        "handing is not its shifts",
    ),
    "a handing is counted otherwise": (
        [HANDED, *handing(), COUNTED, *OVER, SEAL],
        "count is not the sum",
    ),
    "a handing moves nothing": ([HANDED, *handing(), SEAL], "postings are not the amount"),
    # slips
    "a slip skips a number": ([SLIPPED, slip(no="4")], "number is not the next"),
    "a slip is of coins alone": ([SLIPPED, slip(kind="coins")], "CHECK"),
    "a slip is told by a note": ([message(), slip()], "told by another kind"),
    "a slip is told, not booked": ([SLIPPED, SEAL], "remittance_made told"),
    "cash goes uncounted": ([SLIPPED, slip(), *TO_BANK, SEAL], "cash slip is not counted"),
    "a slip moves another sum": (
        [SLIPPED, slip(), COUNTED, *PAPERS_TO_BANK, SEAL],
        "postings are not the amount",
    ),
    "a paper goes on a second slip": (
        [
            SLIPPED,
            slip("papers", amount="100000"),
            f"INSERT INTO slip_item SELECT {LAST}, 1, owner_link, owner_line FROM slip_item LIMIT 1",
        ],
        "slip_item.owner_link",
    ),
    "a slip is another sum than its papers": (
        [SLIPPED, slip("papers"), ITEM, DEPOSITED, *TO_BANK, SEAL],
        "slip is not its papers",
    ),
    "a paper on a slip is not deposited": (
        [SLIPPED, slip("papers", amount="100000"), ITEM, *PAPERS_TO_BANK, SEAL],
        "papers on the slip are not deposited",
    ),
    # answers
    "a bank answers a slip twice": ([ANSWERED, answer(FIRST_SLIP)], "bank_answer.slip_link"),
    "a reference is used twice": (
        [ANSWERED, answer(reference="PNB 000001")],
        "bank_answer.reference",
    ),
    "an answer has no reference": ([ANSWERED, answer(reference="")], "CHECK"),
    "an answer is told by a note": ([message(), answer()], "told by another kind"),
    "an answer is told, not booked": ([ANSWERED, SEAL], "bank_answered told"),
    "an answer does not add up": ([ANSWERED, answer(accepted="99999"), SEAL], "does not add up"),
    "an answer moves what it does not say": (
        [ANSWERED, answer(), *moved("bank", "cheques_at_bank"), SEAL],
        "postings are not the amount",
    ),
    "a difference is none we know": (
        [
            ANSWERED,
            answer(accepted="99900"),
            f"INSERT INTO bank_difference VALUES ({LAST}, 1, 'eaten', 100, 'x')",
        ],
        "why is none we know",
    ),
}
