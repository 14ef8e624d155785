"""What the agency posting API says to lines, read strictly. Pure."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from billing_server.connectors.instructions import Outcome
from billing_server.connectors.port import Answer
from counter_app.wire.decoding import read_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from billing_server.connectors.instructions import Instruction

_HAS_IT = frozenset({"ACCEPTED", "DUPLICATE"})
_UNANSWERED = "the answer does not name this line"


class NoAnswerError(Exception):
    """A success that is not the other side's: a captive portal, a proxy's page, a cut body."""


class _Line(msgspec.Struct):
    reference: str = msgspec.field(name="referenceTransactionId", default="")
    status: str = ""
    reason: str = ""


class _Batch(msgspec.Struct):
    results: list[_Line]


def answers_in(lines: Sequence[Instruction], status: int, body: bytes) -> list[Answer]:
    """An answer for each line. Raises NoAnswerError for a success or a conflict that names none of them.

    4xx refuses; 409 for a single line, and DUPLICATE, mean that the other side has it. A line of a batch that is not
    named is tried again.
    """
    is_success = status < HTTPStatus.MULTIPLE_CHOICES
    if not is_success and status != HTTPStatus.CONFLICT:
        return [Answer(one.number, Outcome.REFUSED, _reason(status, body)) for one in lines]
    told = {one.reference: one for one in _lines_in(body, is_one=len(lines) == 1)}
    if not any(one.reference in told for one in lines):
        message = f"status {status} without a word on what was sent"
        raise NoAnswerError(message)
    return [
        _answer(one, told.get(one.reference), is_conflict=status == HTTPStatus.CONFLICT)
        for one in lines
    ]


def _answer(line: Instruction, told: _Line | None, *, is_conflict: bool) -> Answer:
    if told is None:
        return Answer(line.number, Outcome.FAILED, _UNANSWERED)
    if told.status in _HAS_IT or (is_conflict and not told.status):
        return Answer(line.number, Outcome.DONE, told.status or "DUPLICATE")
    if told.status == "REFUSED":
        return Answer(line.number, Outcome.REFUSED, told.reason)
    return Answer(line.number, Outcome.FAILED, f"unknown status {told.status!r}")


def _lines_in(body: bytes, *, is_one: bool) -> list[_Line]:
    try:
        if is_one:
            return [read_json(body, _Line)]
        return read_json(body, _Batch).results
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return []


def _reason(status: int, body: bytes) -> str:
    told = _lines_in(body, is_one=True)
    return f"{status} {told[0].reason if told else ''}".strip()
