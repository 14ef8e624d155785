"""Bad writes about people; the last statement is the bad one. They start from ``raw.an_office_ledger``."""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

from tests.local_db.next_rows import LAST, SEAL, message

MADE = message(kind="'person_made'")
ENDED = message(kind="'person_ended'")
PIN_SET = message(kind="'pin_set'")


def person(
    *, number: str = "'L302'", role: str = "'cashier'", valid_to: str = "'2026-12-01'"
) -> str:
    """A temporary cashier under the last message."""
    return (
        f"INSERT INTO local_person VALUES ({LAST}, {number}, 'A', '', {role}, 'h', 'S201',"
        f" {valid_to}, NULL, 1)"
    )


def own_pin(*, roster_hash: str = "'h'") -> str:
    """A PIN under the last message."""
    return f"INSERT INTO own_pin VALUES ({LAST}, 'C101', 'h2', {roster_hash}, 'C101', 1)"


def pin_try(*, number: str = "2", is_right: str = "1") -> str:
    """The second PIN that is tried."""
    return f"INSERT INTO pin_try VALUES ({number}, 'C101', 'sign_in', {is_right}, 1)"


BAD_PEOPLE_WRITES: dict[str, tuple[list[str], str]] = {
    "a person is told by another message": ([ENDED, person()], "told by another kind"),
    "a person made here is a supervisor": ([MADE, person(role="'supervisor'")], "CHECK"),
    "a number is given to two people": ([MADE, person(number="'L301'")], "UNIQUE"),
    "a person is there for ever": ([MADE, person(valid_to="'never'")], "CHECK"),
    "a person is told, not booked": ([MADE, SEAL], "person_made told, not booked"),
    "nobody is ended": (
        [ENDED, f"INSERT INTO local_person_end VALUES ({LAST}, NULL, 'S201', 1)"],
        "NOT NULL",
    ),
    "somebody is ended twice": (
        [
            ENDED,
            (
                f"INSERT INTO local_person_end SELECT {LAST}, link, 'S201', 1 FROM local_person"
                " WHERE cashier_id = 'L301'"
            ),
        ],
        "UNIQUE",
    ),
    "an end is told, not booked": ([ENDED, SEAL], "person_ended told, not booked"),
    "a PIN is told by another message": ([MADE, own_pin()], "told by another kind"),
    "a PIN replaces nothing": ([PIN_SET, own_pin(roster_hash="''")], "CHECK"),
    "a PIN is told, not booked": ([PIN_SET, SEAL], "pin_set told, not booked"),
    "a tried PIN is left out": ([pin_try(number="3")], "number is not the next"),
    "a tried PIN is half right": ([pin_try(is_right="2")], "CHECK"),
}
