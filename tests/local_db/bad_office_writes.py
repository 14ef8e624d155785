"""Bad writes about instruments, groups, words and rules; the last statement is the bad one.

They start from ``raw.an_office_ledger``: link 2 a word, 3 and 4 a group (cheque 3.1, its share 4.1, card 4.2), 5 a UPI
claim in suspense, 6 and 7 the cheque listed and deposited, 8 returned, 9 a rule, 10 a note. One stop is taken away
first.
"""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

from tests.local_db.next_rows import (
    ALLOCATION,
    CREDIT,
    DEBIT,
    LAST,
    PROOF,
    RECEIPT,
    SEAL,
    TENDER,
    message,
)

GOES_ON = "DROP TRIGGER payment_stopped"
PAID = message(kind="'payment_taken'", body='CAST(\'{"body":{"amount_paise":500}}\' AS BLOB)')
CHEQUE = f"INSERT INTO tender VALUES ({LAST}, 1, 'cheque', 500, NULL)"
HELD = f"INSERT INTO instrument VALUES ({LAST}, 1, 'cheque:X:1', 500, '[]')"
MOVED = message(kind="'instrument_moved'")
RETURNED = message(kind="'instrument_returned'")


def payment(
    *,
    serial: str = "4",
    settlement: str = "'part'",
    balance: str = "400",
    group_link: str = "NULL",
    place: str = "1",
    size: str = "1",
    paise: str = "NULL",
    word_link: str = "NULL",
) -> str:
    """A payment under the last message."""
    return (
        "INSERT INTO payment (link, payment_id, series, book_year, serial, account_no, amount_paise,"
        " settlement, outstanding_before_paise, balance_paise, payer, cashier_id, shift_link,"
        " taken_at_us, business_date, snapshot_version, group_link, group_place, group_size,"
        f" group_paise, word_link) SELECT {LAST}, randomblob(16), 'KID07', 2026, {serial}, '1', 500,"
        f" {settlement}, {balance} + 500, {balance}, '', 'C101', 1, 1, '2026-11-23', '',"
        f" {group_link}, {place}, {size}, {paise}, {word_link}"
    )


def step(
    state: str, *, link: str = LAST, number: str = "3", owner: str = "5, 1", day: str = "2026-11-24"
) -> str:
    """A step in the life of an instrument; by default of the UPI claim, whose next is the second."""
    return (
        f"INSERT INTO instrument_step VALUES ({owner}, {number}, {link}, '{state}', '{day}', 1, 'C101',"
        " '', '', 0)"
    )


def reconciliation(*, number: str = "2", differences: str = "0", signed: str = "x'00'") -> str:
    """The next reconciliation, an equal one."""
    return (
        f"INSERT INTO reconciliation VALUES ({number}, '2026-11-23', 4, 1, {differences}, 0, '{{}}',"
        f" {signed}, 1)"
    )


def entry(*middle: str, of: str = payment(), tender: str = TENDER) -> list[str]:
    """A whole payment of 500 with these rows in it, sealed."""
    return [GOES_ON, PAID, of, tender, *middle, ALLOCATION, DEBIT, CREDIT, RECEIPT, PROOF, SEAL]


FIRST_OF_TWO = payment(group_link=LAST, size="2", paise="1000")
BAD_OFFICE_WRITES = {
    # groups
    "a payment alone names a group": (
        [GOES_ON, PAID, payment(group_link=LAST)],
        "group is not as it began",
    ),
    "a group does not begin with itself": (
        [GOES_ON, PAID, payment(group_link="3", size="2", paise="1000")],
        "group is not as it began",
    ),
    "a group has no sum": (
        [GOES_ON, PAID, payment(group_link=LAST, size="2")],
        "group is not as it began",
    ),
    "a group skips a place": (
        [
            *entry(of=FIRST_OF_TWO.replace(" 2,", " 3,")),
            PAID,
            payment(serial="5", group_link=f"{LAST} - 1", place="3", size="3", paise="1000"),
        ],
        "group is not as it began",
    ),
    "a place is beyond its group": (
        [GOES_ON, PAID, payment(group_link=LAST, place="3", size="2", paise="1000")],
        "CHECK|as it began",
    ),
    "a group does not add up": (
        [
            *entry(of=FIRST_OF_TWO.replace("1000", "1001")),
            *entry(
                of=payment(serial="5", group_link=f"{LAST} - 1", place="2", size="2", paise="1001")
            )[1:],
        ],
        "group does not add up",
    ),
    "a group is less than a payment of it": (
        [GOES_ON, PAID, payment(group_link=LAST, size="2", paise="499")],
        "CHECK",
    ),
    # instruments
    "an instrument comes again": (
        [
            GOES_ON,
            PAID,
            payment(),
            CHEQUE,
            f"INSERT INTO instrument SELECT {LAST}, 1, identity, 500, '[]' FROM instrument LIMIT 1",
        ],
        "instrument.identity",
    ),
    "cash is an instrument": ([GOES_ON, PAID, payment(), TENDER, HELD], "no life of its own"),
    "a face is less than its part": (
        [GOES_ON, PAID, payment(), CHEQUE, HELD.replace("500", "499")],
        "face is less",
    ),
    "a face is more than its parts": (
        entry(
            HELD.replace("500", "501"),
            step("received", number="1", owner=f"{LAST}, 1"),
            tender=CHEQUE,
        ),
        "instrument is not its parts",
    ),
    "a cheque has no paper": (entry(tender=CHEQUE), "tender without its paper"),
    "a life has no beginning": (entry(HELD, tender=CHEQUE), "instrument without a beginning"),
    "a life begins cleared": (
        [GOES_ON, PAID, payment(), CHEQUE, HELD, step("cleared", number="1", owner=f"{LAST}, 1")],
        "life does not begin so",
    ),
    "a share is of another kind": (
        [GOES_ON, PAID, payment(), TENDER, f"INSERT INTO tender_share VALUES ({LAST}, 1, 3, 1)"],
        "kind is another",
    ),
    "a share is of another group": (
        [GOES_ON, PAID, payment(), CHEQUE, f"INSERT INTO tender_share VALUES ({LAST}, 1, 3, 1)"],
        "group is another",
    ),
    "a share is of a share": (
        [GOES_ON, PAID, payment(), CHEQUE, f"INSERT INTO tender_share VALUES ({LAST}, 1, 4, 1)"],
        "group is another|share itself",
    ),
    "a share is of itself": (
        [
            GOES_ON,
            PAID,
            payment(),
            CHEQUE,
            f"INSERT INTO tender_share VALUES ({LAST}, 1, {LAST}, 1)",
        ],
        "CHECK",
    ),
    # their life
    "a step is skipped": ([MOVED, step("confirmed")], "step is not the next"),
    "a step is told by a note": (
        [message(), step("confirmed", number="2")],
        "told by another kind",
    ),
    "a return is told as a move": (
        [MOVED, step("returned", number="2")],
        "told by another kind",
    ),
    "a claim is cleared": ([MOVED, step("cleared", number="2")], "state does not follow"),
    "a returned cheque is cleared": (
        [MOVED, step("cleared", number="5", owner="3, 1")],
        "state does not follow",
    ),
    "a state is none": ([MOVED, step("eaten", number="2")], "state does not follow"),
    "a step is on no day": ([MOVED, step("confirmed", number="2", day="soon")], "on_date"),
    "a step is told, not booked": ([MOVED, SEAL], "step told, not booked"),
    "a return is told, not booked": ([RETURNED, SEAL], "return told, not booked"),
    "a return undoes less than the face": (
        [
            MOVED,
            step("unmatched", number="2"),
            SEAL,
            RETURNED,
            step("returned"),
            f"INSERT INTO returned_part VALUES ({LAST}, 1, 5, 'suspense', 'suspense', 499)",
            DEBIT.replace("500", "499"),
            CREDIT.replace("500", "499"),
            SEAL,
        ],
        "return is not the face",
    ),
    "a note undoes a payment": (
        [message(), f"INSERT INTO returned_part VALUES ({LAST}, 1, 3, 'B1', 'bill', 1)"],
        "told by another kind",
    ),
    "a return goes to none we know": (
        [RETURNED, f"INSERT INTO returned_part VALUES ({LAST}, 1, 3, 'B1', 'charity', 1)"],
        "goes to none we know",
    ),
    # words and rules
    "a word is told by a note": (
        [
            message(),
            f"INSERT INTO supervisor_word VALUES ({LAST}, randomblob(16), 'S201', 1, 'x', 'y', 1, 'in_person', '')",
        ],
        "told by another kind",
    ),
    "a word has no reason": (
        [
            message(kind="'override_granted'"),
            f"INSERT INTO supervisor_word VALUES ({LAST}, randomblob(16), 'S201', 1, 'x', '', 1, 'in_person', '')",
        ],
        "reason",
    ),
    "a word is told, not booked": ([message(kind="'override_granted'"), SEAL], "word told"),
    "a payment names no word": ([GOES_ON, PAID, payment(word_link="3")], "FOREIGN KEY"),
    "a rule is told, not booked": ([message(kind="'rule_set'"), SEAL], "rule told"),
    "a rule is told by a note": (
        [message(), f"INSERT INTO rule_set VALUES ({LAST}, '{{}}')"],
        "told by another kind",
    ),
    "a result is skipped": (
        ["INSERT INTO result VALUES (3, 'X', '', '', '{}', 1)"],
        "number is not the next",
    ),
    "a policy falls": (["INSERT INTO policy VALUES (1, '{}', 1)"], "version does not rise"),
    # notes and reconciliations
    "a note is told by another kind": (
        [
            message(),
            f"INSERT INTO matter_note VALUES ({LAST}, '1/5', 'looked_at', 0, '', 'S201', 1)",
        ],
        "told by another kind",
    ),
    "a note says nothing we know": (
        [
            message(kind="'counter_note'"),
            f"INSERT INTO matter_note VALUES ({LAST}, '1/5', 'eaten', 0, '', 'S201', 1)",
        ],
        "state is none we know",
    ),
    "a note knows of what was not decided": (
        [
            message(kind="'counter_note'"),
            f"INSERT INTO matter_note VALUES ({LAST}, '1/5', 'looked_at', 2, '', 'S201', 1)",
        ],
        "knows more than was told",
    ),
    "a note is told, not booked": ([message(kind="'counter_note'"), SEAL], "note told"),
    "a reconciliation is skipped": ([reconciliation(number="3")], "number is not the next"),
    "a reconciliation is equal with a difference": ([reconciliation(differences="1")], "CHECK"),
    "a reconciliation has no proof": ([reconciliation(signed="x''")], "CHECK"),
    # suspense
    "a payment in suspense has no note": (
        entry(of=payment(settlement="'suspense'", balance="0")),
        "suspense without a note",
    ),
    "a note stands beside a bill": (
        [GOES_ON, PAID, payment(), f"INSERT INTO suspense VALUES ({LAST}, '[]')"],
        "none in suspense",
    ),
    # the seal
    "a sealed entry gets an instrument": (
        ["INSERT INTO instrument VALUES (5, 1, 'x', 1, '[]')"],
        "sealed|UNIQUE|face",
    ),
    "a sealed entry gets a rule": (
        ["INSERT INTO applied_rule VALUES (3, 9, 'x', 1, '2026-01-01', 0)"],
        "sealed",
    ),
    "a sealed return undoes more": (
        ["INSERT INTO returned_part VALUES (8, 9, 3, 'B1', 'bill', 1)"],
        "sealed",
    ),
}
