"""What a printer says of itself: the bytes of DLE EOT and GS r, as Epson's ESC/POS reference describes them.

Every reading is checked against the fixed bits of its kind, so that noise is never taken for "plenty of paper".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintReason

if TYPE_CHECKING:
    from collections.abc import Iterable

ASK_PRINTER = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
ASK_AFTER_ALL_PRINTED = b"\x1dr\x01"
"""GS r 1 waits in line: the answer comes only when everything before it was worked off."""

REAL_TIME_FIXED_BITS, REAL_TIME_FIXED = 0x93, 0x12
IN_LINE_FIXED_BITS, IN_LINE_FIXED = 0x90, 0x00
AUTOMATIC_FIXED = 0x10
AUTOMATIC_FURTHER_BYTES = 3

FLOW_CONTROL = b"\x11\x13"
MOST_NOISE_BYTES = 3

PRINTER_OFFLINE_BIT = 0x08
COVER_OPEN_BIT = 0x04
STOPPED_FOR_PAPER_BIT = 0x20
ERROR_BIT = 0x40
PAPER_OUT_BITS = 0x60
IN_LINE_LOW_PAPER_BITS = 0x03
IN_LINE_PAPER_OUT_BITS = 0x0C


def real_time_answer(received: Iterable[int]) -> int | None:
    """The newest DLE EOT answer among the bytes that came, None for none.

    Unasked status and flow control are passed over. A little noise is a plug that was moved; more is a line that
    speaks at another rate, and one byte in sixteen of it would look like an answer.
    """
    answer, noise, skip = None, 0, 0
    for byte in received:
        if skip:
            skip -= 1
        elif byte & REAL_TIME_FIXED_BITS == REAL_TIME_FIXED:
            answer = byte
        elif byte & REAL_TIME_FIXED_BITS == AUTOMATIC_FIXED:
            skip = AUTOMATIC_FURTHER_BYTES
        elif byte not in FLOW_CONTROL:
            noise += 1
    return answer if noise <= MOST_NOISE_BYTES else None


def in_line_answer(received: Iterable[int]) -> int | None:
    """The GS r answer among the bytes that came.

    Unasked status (four bytes at once) and late answers to DLE EOT are passed over.
    """
    skip = 0
    for byte in received:
        if skip:
            skip -= 1
        elif byte & REAL_TIME_FIXED_BITS == AUTOMATIC_FIXED:
            skip = AUTOMATIC_FURTHER_BYTES
        elif byte & IN_LINE_FIXED_BITS == IN_LINE_FIXED:
            return byte
    return None


def trouble_in_paper(answer: int) -> PrintReason:
    """From ASK_PAPER."""
    return PrintReason.PAPER_OUT if answer & PAPER_OUT_BITS else PrintReason.NONE


def trouble_offline(answer: int) -> PrintReason:
    """From ASK_OFFLINE_CAUSE."""
    if answer & COVER_OPEN_BIT:
        return PrintReason.COVER_OPEN
    if answer & STOPPED_FOR_PAPER_BIT:
        return PrintReason.PAPER_OUT
    return PrintReason.PRINTER_OFFLINE if answer & ERROR_BIT else PrintReason.NONE


def trouble_in_printer(answer: int) -> PrintReason:
    """From ASK_PRINTER."""
    return PrintReason.PRINTER_OFFLINE if answer & PRINTER_OFFLINE_BIT else PrintReason.NONE


QUESTIONS = (
    (ASK_PAPER, trouble_in_paper),
    (ASK_OFFLINE_CAUSE, trouble_offline),
    (ASK_PRINTER, trouble_in_printer),
)
"""In this order the first trouble found is the most telling."""


def after_printing(answer: int) -> PrintReason:
    """From ASK_AFTER_ALL_PRINTED: the receipt is out; is there paper for the next?"""
    low = answer & (IN_LINE_LOW_PAPER_BITS | IN_LINE_PAPER_OUT_BITS)
    return PrintReason.LOW_PAPER if low else PrintReason.NONE
