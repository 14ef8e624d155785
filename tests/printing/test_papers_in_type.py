"""All papers but receipts on a slow serial printer: in the printer's own type, in English, in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.layout_reversal import lay_out_reversal
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named
from counter_app.printing.tongue import Tongue
from tests.days_compared import all_compared
from tests.printing.paper_decoder import Paper, TextLine, decode, real_time_commands_in
from tests.printing.papers import a_receipt
from tests.printing.text_said import meant, printed
from tests.printing.trials import PLANS, a_trial
from tests.printing.wire import BITS_A_BYTE, SLOW_BAUD, Wire
from tests.reports.some_reports import a_scroll, a_z_report
from tests.reversals import CASH_BACK, a_reversal

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.report import Report

pytestmark = pytest.mark.usefixtures("qapp")

OUT = PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)


def paper_of(
    print_it: Callable[[ThermalPrinter], PrintOutcome],
    model: str = "epson-tm-t82",
    *,
    seconds: float = 8,
) -> Paper:
    """What comes out, and that it is on the wire for less than so long."""
    wire, profile = Wire(), profile_named(model)
    outcome = print_it(ThermalPrinter(profile, lambda: wire, prints_text=True))
    assert outcome == OUT
    assert len(wire.sent) * BITS_A_BYTE / SLOW_BAUD < seconds
    assert real_time_commands_in(wire.sent) == []
    paper = decode(wire.sent, profile.width_dots)
    assert paper.pulses == []
    return paper


@pytest.mark.parametrize("model", ["epson-tm-t82", "epson-tm-t88", "generic-80", "generic-58"])
def test_a_test_page_shows_type_code_and_a_line_of_hindi(model: str) -> None:
    page = a_trial(PLANS["serial"])
    paper = paper_of(lambda printer: printer.print_trial(page), model, seconds=10)
    assert "TEST PAGE" in paper.text
    assert "Rs. 12,34,567.89" in paper.text
    assert len(paper.codes) == profile_named(model).has_native_qr
    assert paper.rows
    (mark,) = [
        line
        for line in paper.prints
        if isinstance(line, TextLine) and any(part.is_reversed for part in line.parts)
    ]
    assert mark.text.strip() == "THIS IS NO RECEIPT"


def test_the_slip_of_a_reversal_says_what_its_lines_say() -> None:
    receipt = a_receipt()
    made = a_reversal(receipt.payment, CASH_BACK)
    paper = paper_of(lambda printer: printer.print_reversal(receipt, made))
    assert printed(paper) == meant(lay_out_reversal(receipt, made, Tongue.ENGLISH))
    assert paper.text.count("_" * 12) == 3


@pytest.mark.parametrize("name", all_compared())
def test_a_day_compared_says_what_its_lines_say(name: str) -> None:
    made = all_compared()[name]
    paper = paper_of(lambda printer: printer.print_reconciliation(made))
    assert printed(paper) == meant(lay_out_reconciliation(made, Tongue.ENGLISH))


@pytest.mark.parametrize("report", [a_z_report(), a_scroll(20)], ids=["z", "scroll"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_report_is_in_english_whatever_the_screen_speaks(report: Report, language: str) -> None:
    paper = paper_of(lambda printer: printer.print_report(report, language), seconds=60)
    assert printed(paper) == meant(lay_out_report(report, "en", Tongue.ENGLISH))


def test_a_report_too_long_for_any_receipt_printer_is_not_sent() -> None:
    wire = Wire()
    printer = ThermalPrinter(profile_named("epson-tm-t82"), lambda: wire, prints_text=True)
    outcome = printer.print_report(a_scroll(200), "en")
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.TOO_LONG)
    assert wire.sent == b""
