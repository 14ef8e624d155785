"""Finding consumers by what a cashier types: numbers exactly, then as beginnings; names by their key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, bindparam, collate, select

from counter_app.domain.identity import AccountNo
from counter_app.domain.money import western_digits
from counter_app.domain.name_key import closeness, fold, words_of
from counter_app.use_cases.views import Candidate
from local_db.bill_rows import BESIDE, IN_MOST_PLACES, bill, consumer
from local_db.statements import NO_TEXT, NOUGHT, Statement

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from local_db.cipher import Connection

MOST_NAMES_RANKED = 200
"""Hits of a name's key that are put in order by the name itself."""

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
_NAMED = (
    "SELECT account_no, name_en, name_hi, guardian_name, address, locality, meter_no FROM consumer"
    " WHERE row IN (SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?)"
)
"""A key of nobody's name finds nothing; ``row`` joins as the keys come, in order of the file."""


def find(connection: Connection, text: str, most_rows: int) -> tuple[Candidate, ...]:
    """Consumers that fit, best first, each once; none for an empty text.

    Digits may be set apart by spaces (98390 12345). A text of words with a digit (SHOP 12) is a name first.
    """
    typed = western_digits(text[:LONGEST_QUESTION]).strip()
    together = "".join(typed.split())
    if not any(map(str.isdecimal, together)):
        return _named(connection, typed, most_rows)
    if together.isdecimal() or together == typed:
        return _numbered(connection, together, most_rows) or _named(connection, typed, most_rows)
    return _named(connection, typed, most_rows) or _numbered(connection, together, most_rows)


def _numbered(connection: Connection, typed: str, most_rows: int) -> tuple[Candidate, ...]:
    """Those with exactly this number, and only if there are none, those whose number begins so."""
    is_mobile = typed.isdecimal() and len(typed) >= LEAST_MOBILE_DIGITS
    kinds = [number for number in _NUMBERS if is_mobile or number is not _MOBILE]
    found: dict[str, Candidate] = {}
    for number in kinds:
        for row in connection.execute(number.exactly, (typed, most_rows)):
            found.setdefault(row[0], _candidate(row, number.matched, is_exact=True))
    for number in () if found else kinds:
        asked = (typed, typed + _BEYOND, most_rows - len(found))
        for row in connection.execute(number.beginning, asked):
            found.setdefault(row[0], _candidate(row, number.matched, is_exact=False))
    return tuple(found.values())[:most_rows]


def _named(connection: Connection, typed: str, most_rows: int) -> tuple[Candidate, ...]:
    """Those of this name, the nearest spelling first; if none, those told apart by a guardian or a locality.

    Whole words go before the last one as a beginning: of a frequent beginning only the first hits are ranked.
    """
    keys = fold(typed).split()
    if not keys:
        return ()
    whole = " ".join(f'"{key}"' for key in keys)
    rows = connection.execute(_NAMED, (whole, MOST_NAMES_RANKED)).fetchall()
    if len(rows) < MOST_NAMES_RANKED:
        rows += connection.execute(_NAMED, (f"{whole}*", MOST_NAMES_RANKED - len(rows))).fetchall()
    if rows:
        words = words_of(typed)
        return tuple(
            _candidate(row, "name", is_exact=words in (words_of(row[1]), words_of(row[2])))
            for row in _nearest(typed, rows, most_rows)
        )
    question = _beside(keys)
    if len(keys) == 1 or not question:
        return ()
    rows = connection.execute(_NAMED, (question, MOST_NAMES_RANKED)).fetchall()
    beside = _nearest(typed, rows, most_rows, is_beside=True)
    return tuple(_candidate(row, "name", is_exact=False) for row in beside)


def _beside(keys: list[str]) -> str:
    """Every word in the name, or in the guardian's name or the locality; the last as a beginning."""
    *whole, last = keys
    each = [f'("{key}" OR "{BESIDE}{key}")' for key in whole if key != IN_MOST_PLACES]
    if not IN_MOST_PLACES.startswith(last):
        each.append(f'("{last}"* OR "{BESIDE}{last}"*)')
    return " AND ".join(each)


def _nearest(
    typed: str, rows: list[tuple[str, ...]], most_rows: int, *, is_beside: bool = False
) -> list[tuple[str, ...]]:
    """The rows whose names are nearest to what was typed, each once; equally near ones by account."""

    def order(row: tuple[str, ...]) -> tuple[float, str]:
        account_no, name_en, name_hi, guardian, _, locality, _ = row
        beside = f" {guardian} {locality}" if is_beside else ""
        return -closeness(typed, name_en + beside, name_hi + beside), account_no

    return sorted(dict.fromkeys(rows), key=order)[:most_rows]


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
