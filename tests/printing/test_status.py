"""What a printer's status bytes mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.receipt import PrintReason
from counter_app.printing.status import (
    after_printing,
    in_line_answer,
    real_time_answer,
    trouble_in_paper,
    trouble_in_printer,
    trouble_offline,
)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(0x12, PrintReason.NONE), (0x1E, PrintReason.NONE), (0x72, PrintReason.PAPER_OUT)],
    ids=["plenty", "near its end", "out"],
)
def test_only_paper_that_is_out_stops_a_print(answer: int, reason: PrintReason) -> None:
    assert trouble_in_paper(answer) is reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (0x12, PrintReason.NONE),
        (0x16, PrintReason.COVER_OPEN),
        (0x32, PrintReason.PAPER_OUT),
        (0x36, PrintReason.COVER_OPEN),
        (0x52, PrintReason.PRINTER_OFFLINE),
    ],
)
def test_the_cause_of_being_offline_is_told(answer: int, reason: PrintReason) -> None:
    assert trouble_offline(answer) is reason


def test_a_printer_offline_says_so() -> None:
    assert trouble_in_printer(0x1A) is PrintReason.PRINTER_OFFLINE
    assert trouble_in_printer(0x12) is PrintReason.NONE


@pytest.mark.parametrize("noise", [b"", b"\xff", b"\x00\x00", b"\x11\x13", b"OK"])
def test_silence_and_noise_are_no_answer(noise: bytes) -> None:
    assert real_time_answer(noise) is None


def test_unasked_status_before_the_answer_is_passed_over() -> None:
    unasked = b"\x14\x00\x0c\x0f"
    assert in_line_answer(unasked) is None
    assert in_line_answer(unasked + b"\x12" + b"\x03") == 3
    assert after_printing(3) is PrintReason.LOW_PAPER
    assert after_printing(0) is PrintReason.NONE


@given(st.binary(max_size=30))
def test_an_answer_always_has_the_fixed_bits_of_its_kind(received: bytes) -> None:
    answer = real_time_answer(received)
    assert answer is None or (answer & 0x93) == 0x12
    in_line = in_line_answer(received)
    assert in_line is None or (in_line & 0x90) == 0
