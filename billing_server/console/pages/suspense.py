"""Money that waits: the list an accountant works through, one message whole, and what is decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.figures import rupees, seconds_text
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import not_there, reason_typed, saying_no
from billing_server.reading import MessageKey
from billing_server.store import candidates, suspense, undoing
from billing_server.store.one_matter import read_matter
from counter_app.wire.exchange import IN_THE_BILL, Fate

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked
    from billing_server.store.suspense import Waiting

LIST, ONE = "/suspense", "/suspense/{counter_id}/{epoch:number}/{sequence:number}"
WAITING_FATES = (*(str(fate) for fate in Fate if fate not in IN_THE_BILL), suspense.HELD)
MOST_DIGITS = 18
LATEST_US = 4_102_444_800_000_000
"""The year 2100: what is later is no moment of anybody's clock."""
_MOMENTS = {"clock.utc_us", "clock.server_time_us"}
_NUMBERS_TOLD = (
    "account_no",
    "right_account",
    "noted.account_no",
    "noted.meter_no",
    "noted.bill_no",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: what its payment says, empty for what could not be read as one."""

    key: MessageKey
    fate: str
    reference: str
    receipt_no: str
    business_date: str
    told_for: str
    rest_paise: int


def show_list(asked: Asked) -> Answer:
    """What waits, as far as it is asked for."""
    fate, counter_id = asked.query.get("fate", ""), asked.query.get("counter", "").strip()
    text = asked.query.get("text", "").strip()
    most = asked.console.settings.most_rows
    rows = asked.read(
        lambda c: suspense.waiting(
            c, suspense.MOST_ROWS, fate=_clean(fate), counter_id=_clean(counter_id)
        )
    )
    lines = [line for line in map(_line, rows) if _fits(line, text)]
    return Shown(
        "suspense.html",
        {
            "lines": lines[:most],
            "count": len(lines),
            "is_cut": len(lines) > most or len(rows) == suspense.MOST_ROWS,
            "sum_paise": sum(line.rest_paise for line in lines),
            "pay_back": asked.read(undoing.to_pay_back),
            "fates": WAITING_FATES,
            "asked_for": {"fate": fate, "counter": counter_id, "text": text},
        },
    )


def show_one(asked: Asked) -> Answer:
    """A message with everything that bears on it."""
    key = _key(asked)
    matter = asked.read(lambda c: read_matter(c, key))
    if matter is None:
        return not_there(asked)
    find = asked.query.get("find", "").strip()
    named = dict(matter.told)
    numbers = {named.get(f"body.{path}", "") for path in _NUMBERS_TOLD}
    found = asked.read(
        lambda c: (
            candidates.find_candidates(c, find) if find else candidates.candidates_named(c, numbers)
        )
    )
    return Shown(
        "suspense_one.html",
        {
            "matter": matter,
            "told": [(path, _said(path, value)) for path, value in matter.told],
            "candidates": found,
            "find": find,
            "here_path": _path(matter.key),
        },
    )


def match(asked: Asked) -> Answer:
    """Book it to the consumer chosen."""
    key = _key(asked)
    account_no = asked.typed.get("account_no", "").strip()
    if not account_no:
        raise Refused("Choose whose money it is.")
    reason = reason_typed(asked)
    decided = suspense.Match(key, account_no, asked.session.person_id, reason)
    with saying_no():
        number = suspense.match_suspense(
            asked.acting(Deed.MATCHED_SUSPENSE, f"{key} > {account_no}", reason),
            decided,
            asked.now_us,
        )
    return _told(
        asked,
        Note(
            "Booked to account {account}. Counter {counter} is told with result {number}.",
            {"account": account_no, "counter": key.counter_id, "number": str(number)},
        ),
    )


def undo(asked: Asked) -> Answer:
    """Take back what was decided last."""
    key, reason = _key(asked), reason_typed(asked)
    decided = undoing.Decided(key, asked.session.person_id, reason)
    with saying_no():
        number = undoing.undo_match(
            asked.acting(Deed.UNDID_DECISION, str(key), reason), decided, asked.now_us
        )
    return _told(
        asked,
        Note(
            "The money waits again. Counter {counter} is told with result {number}.",
            {"counter": key.counter_id, "number": str(number)},
        ),
    )


def confirm_double(asked: Asked) -> Answer:
    """It was paid twice: it goes into no bill, and is to be paid back."""
    key, reason = _key(asked), reason_typed(asked)
    decided = undoing.Decided(key, asked.session.person_id, reason)
    with saying_no():
        number = undoing.confirm_double(
            asked.acting(Deed.CONFIRMED_DOUBLE, str(key), reason), decided, asked.now_us
        )
    return _told(
        asked,
        Note(
            "Noted as paid twice, to be paid back. Counter {counter} is told with result {number}.",
            {"counter": key.counter_id, "number": str(number)},
        ),
    )


def _line(one: Waiting) -> Line:
    paid = one.payment
    if paid is None:
        return Line(one.key, one.fate, one.reference, "", "", "", 0)
    noted = paid.noted
    told_for = paid.account_no if noted is None else noted.name
    return Line(
        one.key,
        one.fate,
        one.reference,
        paid.receipt_no,
        paid.business_date,
        told_for,
        one.rest_paise,
    )


def _said(path: str, value: str) -> str:
    """Sums and moments as people read them; whatever else was told as it came."""
    is_number = value.lstrip("-").isdecimal() and len(value) <= MOST_DIGITS
    if is_number and path.endswith("_paise"):
        return rupees(int(value))
    is_moment = is_number and path in _MOMENTS and 0 < int(value) < LATEST_US
    return seconds_text(int(value)) if is_moment else value


def _fits(line: Line, text: str) -> bool:
    asked = text.casefold()
    said = (str(line.key), line.receipt_no, line.told_for, line.reference)
    return not asked or any(asked in one.casefold() for one in said)


def _clean(text: str) -> str:
    return text.replace("\x00", "")


def _key(asked: Asked) -> MessageKey:
    path = asked.path
    return MessageKey(_clean(str(path["counter_id"])), int(path["epoch"]), int(path["sequence"]))


def _path(key: MessageKey) -> str:
    return f"{LIST}/{key.counter_id}/{key.epoch}/{key.sequence}"


def _told(asked: Asked, note: Note) -> Moved:
    return Moved(_path(_key(asked)), note)


_DECIDES = Permission.MATCH_SUSPENSE
PAGES = (
    Page(LIST, show_list, Permission.SEE_SUSPENSE, heading="Suspense"),
    Page(ONE, show_one, Permission.SEE_SUSPENSE, match, _DECIDES),
    Page(f"{ONE}/undo", None, Permission.SEE_SUSPENSE, undo, _DECIDES),
    Page(f"{ONE}/double", None, Permission.SEE_SUSPENSE, confirm_double, _DECIDES),
)
