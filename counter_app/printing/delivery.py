"""One job to one printer: ask before, send under a deadline, ask after. Every end is a PrintOutcome."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.links import LinkNotOpen, time_left
from counter_app.printing.status import (
    ASK_AFTER_ALL_PRINTED,
    QUESTIONS,
    after_printing,
    in_line_answer,
    real_time_answer,
)
from counter_app.printing.trust import QUICK_LOOK_SECONDS, Trust

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.printing.links import Link

CHUNK_BYTES = 4096
RESET = b"\x1b@"
"""ESC @; every job begins with it as well."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long a printer may take: to answer a question, and for the whole job beside its time on the wire."""

    answer_seconds: float = 1.0
    job_seconds: float = 15.0


DEFAULT_DEADLINES = Deadlines()


def deliver(
    job: bytes,
    link: Link,
    deadlines: Deadlines,
    *,
    asks_status: bool,
    trust: Trust | None = None,
    band_bytes: int = 0,
) -> PrintOutcome:
    """Send one job over a new link and close it, whatever happens.

    NOT_SENT: not a byte of the job went out. PRINTED: the printer said so after the last byte, or cannot say
    (reason UNCONFIRMED). UNCERTAIN: some of it went out, and what became of it nobody here can know. ``trust`` is what
    was learnt of this printer: one that just failed is looked at quickly and then, still unfit, left at once; one
    that may wait for the rest of a picture of a job cut short is given it, ``band_bytes`` of nothing at the most.
    """
    trust = trust or Trust()
    was_suspect = trust.is_suspect
    if was_suspect:
        link.hurry(QUICK_LOOK_SECONDS)
    owed = bytes(band_bytes) if trust.may_be_owed and not was_suspect else b""
    outcome = _delivered(job, link, deadlines, asks=asks_status, is_suspect=was_suspect, owed=owed)
    trust.learn(outcome, was_suspect=was_suspect)
    return outcome


def _delivered(
    job: bytes, link: Link, deadlines: Deadlines, *, asks: bool, is_suspect: bool, owed: bytes
) -> PrintOutcome:
    try:
        link.open()
    except LinkNotOpen as error:
        _log.warning("printer not opened: %s", error)
        return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    try:
        asks = asks and link.can_read
        look_seconds = deadlines.answer_seconds
        if is_suspect:
            look_seconds = min(look_seconds, QUICK_LOOK_SECONDS)
        trouble = PrintReason.NONE
        if asks:
            trouble = _trouble(link, look_seconds)
            if owed and trouble is PrintReason.NO_ANSWER:
                trouble = _pay(owed, link, look_seconds) or _trouble(link, look_seconds)
        elif is_suspect:
            trouble = _standstill(link, look_seconds)
        elif owed:
            trouble = _pay(owed, link, look_seconds)
        if trouble:
            return PrintOutcome(PrintState.NOT_SENT, trouble)
        return _send(job, link, deadlines, asks=asks)
    finally:
        link.close()


def _standstill(link: Link, seconds: float) -> PrintReason:
    """Whether a printer that cannot be asked takes nothing at all: a reset, which prints nothing, must leave us."""
    try:
        link.send(RESET, seconds)
        link.settle(seconds)
    except OSError as error:
        _log.warning("printer takes nothing: %s", error)
        return PrintReason.NO_ANSWER
    return PrintReason.NONE


def _pay(owed: bytes, link: Link, seconds: float) -> PrintReason:
    """The rest of a picture, in white: a printer that waits for none passes over it (NUL prints nothing)."""
    try:
        link.send(owed, seconds + link.seconds_for(len(owed)))
        link.settle(seconds + link.seconds_for(len(owed)))
    except OSError as error:
        _log.warning("printer takes nothing: %s", error)
        return PrintReason.NO_ANSWER
    return PrintReason.NONE


def _trouble(link: Link, answer_seconds: float) -> PrintReason:
    """The first reason not to print now; silence and noise count as NO_ANSWER."""
    try:
        for question, reading in QUESTIONS:
            link.send(question, answer_seconds)
            answer = _answer(link, real_time_answer, time.monotonic() + answer_seconds)
            if reason := reading(answer):
                return reason
    except OSError as error:
        _log.warning("printer does not answer: %s", error)
        return PrintReason.NO_ANSWER
    return PrintReason.NONE


def _send(job: bytes, link: Link, deadlines: Deadlines, *, asks: bool) -> PrintOutcome:
    deadline = time.monotonic() + deadlines.job_seconds + link.seconds_for(len(job))
    try:
        for start in range(0, len(job), CHUNK_BYTES):
            link.send(job[start : start + CHUNK_BYTES], time_left(deadline))
        if not asks:
            link.finish(time_left(deadline))
            return PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
        link.send(ASK_AFTER_ALL_PRINTED, time_left(deadline))
        answer = _answer(link, in_line_answer, deadline)
        return PrintOutcome(PrintState.PRINTED, after_printing(answer))
    except OSError as error:
        _log.warning("printing broke off: %s: %s", type(error).__name__, error)
        return PrintOutcome(PrintState.UNCERTAIN, _why_broken(error, link, deadlines, asks=asks))


def _why_broken(error: OSError, link: Link, deadlines: Deadlines, *, asks: bool) -> PrintReason:
    """A line that broke, or a printer that stalled: then it may still say why."""
    if not _is_timeout(error):
        return PrintReason.CUT_SHORT
    told = _trouble(link, deadlines.answer_seconds) if asks else PrintReason.NONE
    return told or PrintReason.NO_ANSWER


def _is_timeout(error: OSError) -> bool:
    """The timeouts of pyserial and libusb are no TimeoutError, but they say so in their names."""
    return isinstance(error, TimeoutError) or "Timeout" in type(error).__name__


def _answer(link: Link, reading: Callable[[bytes], int | None], deadline: float) -> int:
    """The answer among all that comes until the deadline. Raises OSError, TimeoutError among them."""
    received = b""
    while True:
        received += link.receive(time_left(deadline))
        answer = reading(received)
        if answer is not None:
            return answer
