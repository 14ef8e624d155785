"""Finding consumers by what a cashier types: numbers exactly, then as beginnings; names in ``bill_names``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, bindparam, collate, select

from counter_app.domain.identity import AccountNo
from counter_app.domain.money import western_digits
from counter_app.domain.name_key import words_of
from counter_app.use_cases.views import Candidate
from local_db.bill_lists import became
from local_db.bill_names import named
from local_db.bill_rows import bill, consumer
from local_db.statements import NO_TEXT, NOUGHT, Statement

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from local_db.cipher import Connection

LONGEST_QUESTION = 80
"""Characters looked at: no name or number is longer."""

LEAST_MOBILE_DIGITS = 4
"""Fewer digits of a mobile number tell nothing."""

_BEYOND = "\x7f"
"""Sorts after every character a number is written with."""

_FOUND = select(
    consumer.c.account_no,
    consumer.c.name_en,
    consumer.c.name_hi,
    consumer.c.guardian_name,
    consumer.c.address,
    consumer.c.locality,
    consumer.c.meter_no,
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A kind of number, and the statements that find it: each takes what was typed, and the most rows."""

    matched: str
    exactly: str
    beginning: str


def _number(matched: str, found: Select[tuple[str, ...]], column: ColumnElement[str]) -> _Number:
    exactly = found.where(column == bindparam("typed"))
    beginning = found.where(column >= bindparam("typed"), column < bindparam("beyond"))
    return _Number(
        matched,
        Statement(exactly.limit(bindparam("most")).offset(NOUGHT)).text,
        Statement(beginning.order_by(column).limit(bindparam("most")).offset(NOUGHT)).text,
    )


_LEGACY = collate(consumer.c.legacy_account_no, "NOCASE")
_METER, _BILL_NO = collate(consumer.c.meter_no, "NOCASE"), collate(bill.c.bill_no, "NOCASE")
_MOBILE = _number("mobile", _FOUND.where(consumer.c.mobile != NO_TEXT), consumer.c.mobile)
_NUMBERS = (
    _number("account", _FOUND, consumer.c.account_no),
    _number("legacy", _FOUND.where(consumer.c.legacy_account_no != NO_TEXT), _LEGACY),
    _number("meter", _FOUND.where(consumer.c.meter_no != NO_TEXT), _METER),
    _number("bill", _FOUND.join(bill, bill.c.row == consumer.c.row), _BILL_NO),
    _MOBILE,
)


def find(connection: Connection, text: str, most_rows: int) -> tuple[Candidate, ...]:
    """Consumers that fit, best first, each once; none for an empty text.

    Digits may be set apart by spaces (98390 12345). A text of words with a digit (SHOP 12) is a name first,
    but rather a number than a name with a slip in it.
    """
    typed = western_digits(text[:LONGEST_QUESTION]).strip()
    together = "".join(typed.split())
    if not any(map(str.isdecimal, together)):
        return _named(connection, typed, most_rows)
    if together.isdecimal() or together == typed:
        return _numbered(connection, together, most_rows) or _named(connection, typed, most_rows)
    found = _named(connection, typed, most_rows)
    if any(one.matched == "name" for one in found):
        return found
    return _numbered(connection, together, most_rows) or found


def _numbered(connection: Connection, typed: str, most_rows: int) -> tuple[Candidate, ...]:
    """Those with exactly this number; if none, whom it became; and only if none either, whose number begins so."""
    is_mobile = typed.isdecimal() and len(typed) >= LEAST_MOBILE_DIGITS
    kinds = [number for number in _NUMBERS if is_mobile or number is not _MOBILE]
    found: dict[str, Candidate] = {}
    for number in kinds:
        for row in connection.execute(number.exactly, (typed, most_rows)):
            found.setdefault(row[0], _candidate(row, number.matched, is_exact=True))
    if not found and (account_no := became(connection, typed)):
        for row in connection.execute(_NUMBERS[0].exactly, (account_no, most_rows)):
            found[row[0]] = _candidate(row, "renumbered", is_exact=True)
    for number in () if found else kinds:
        asked = (typed, typed + _BEYOND, most_rows - len(found))
        for row in connection.execute(number.beginning, asked):
            found.setdefault(row[0], _candidate(row, number.matched, is_exact=False))
    return tuple(found.values())[:most_rows]


def _named(connection: Connection, typed: str, most_rows: int) -> tuple[Candidate, ...]:
    words = words_of(typed)
    return tuple(
        _candidate(
            row,
            matched,
            is_exact=matched == "name" and words in (words_of(row[1]), words_of(row[2])),
        )
        for row, matched in named(connection, typed, most_rows)
    )


def _candidate(row: tuple[str, ...], matched: str, *, is_exact: bool) -> Candidate:
    account_no, name_en, name_hi, guardian_name, address, locality, meter_no = row
    return Candidate(
        account_no=AccountNo(account_no),
        name_en=name_en,
        name_hi=name_hi,
        guardian_name=guardian_name,
        address=address,
        locality=locality,
        meter_no=meter_no,
        matched=matched,
        is_exact=is_exact,
    )
