"""Every receipt on a slow serial printer: what its type and pictures say, and how long it is on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.lines import Left, Pair
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named
from counter_app.printing.raster import paint_strip
from counter_app.printing.tongue import Tongue
from tests.printing.all_papers import a_chain_of_receipts, all_receipts
from tests.printing.golden_type import FOLDER, golden_texts, sent
from tests.printing.paper_decoder import TextLine, decode, real_time_commands_in
from tests.printing.papers import CONSUMER, a_receipt
from tests.printing.test_links import SerialPrinter
from tests.printing.text_said import meant, printed
from tests.printing.wire import BITS_A_BYTE, CHECK_PAGE, SLOW_BAUD, Wire, proven

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("qapp")

MOST_SECONDS = 7.9
"""The issue's aim is under 8 s on the wire."""

MODELS = ("epson-tm-t82", "epson-tm-t88", "epson-tm-t88-old", "generic-80", "generic-58")
IN_ENGLISH = ReceiptStyle(tongue=Tongue.ENGLISH, consumer_in=Tongue.BOTH)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", all_receipts())
def test_every_receipt_is_out_in_under_eight_seconds_and_opens_no_drawer(
    name: str, model: str
) -> None:
    job = sent(model, name)
    profile = profile_named(model)
    paper = decode(job, profile.width_dots)
    assert len(job) * BITS_A_BYTE / SLOW_BAUD < MOST_SECONDS
    assert real_time_commands_in(job) == []
    assert (paper.pulses, paper.resets) == ([], 1)
    assert len(paper.cuts_after_row) == profile.has_cutter


@pytest.mark.parametrize("model", ["epson-tm-t82", "epson-tm-t88"])
@pytest.mark.parametrize("name", all_receipts())
def test_the_paper_says_what_the_lines_say_in_their_order(name: str, model: str) -> None:
    receipt, copy_no, is_acknowledged = proven(name)
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=IN_ENGLISH)
    paper = decode(sent(model, name), profile_named(model).width_dots)
    assert printed(paper) == meant(lines)


def test_receipts_in_type_read_as_their_golden_texts() -> None:
    kept = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
    assert golden_texts() == kept


@pytest.mark.parametrize("model", ["epson-tm-t82", "generic-58"])
def test_the_name_in_hindi_comes_out_as_it_was_painted(model: str) -> None:
    profile = profile_named(model)
    strong = next(
        line
        for line in lay_out(a_receipt(), copy_no=0, is_acknowledged=True, style=IN_ENGLISH)
        if isinstance(line, Pair) and CONSUMER.name_hi in line.values
    )
    line = Left(CONSUMER.name_hi, strong.tone)
    strip = paint_strip(line, profile.width_dots, 24, 4).raster
    rows = decode(sent(model, "cash"), profile.width_dots).rows
    places = [place for place, row in enumerate(rows) if row == strip.rows[len(strip.rows) // 2]]
    assert any(
        tuple(rows[place - len(strip.rows) // 2 :][: len(strip.rows)]) == strip.rows
        for place in places
    )


def test_the_code_is_the_signed_proof_behind_the_address_of_its_page() -> None:
    (code,) = decode(sent("epson-tm-t82", "duplicate"), 576).codes
    assert code.text.startswith(CHECK_PAGE)
    assert code.text.removeprefix(CHECK_PAGE).isdecimal()
    assert (code.level, code.module_dots, code.is_centred) == ("M", 4, True)


def test_a_duplicate_is_told_loudest_of_all() -> None:
    paper = decode(sent("generic-58", "duplicate"), 384)
    (mark,) = [
        line
        for line in paper.prints
        if isinstance(line, TextLine) and any(part.is_reversed for part in line.parts)
    ]
    assert mark.text.strip() == "DUPLICATE 2"
    assert all(part.is_wide and part.is_high and part.is_bold for part in mark.parts)


def test_a_slow_serial_printer_gets_type_and_a_fast_one_a_picture(tmp_path: Path) -> None:
    for baud_rate, is_text in ((9_600, True), (19_200, True), (115_200, False)):
        with SerialPrinter() as emulated:
            plan = PrinterPlan(
                PrinterKind.SERIAL,
                profile="epson-tm-t82",
                device=emulated.device,
                baud_rate=baud_rate,
            )
            printer = connect_printer(plan, tmp_path)
            outcome = printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
            assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
            job = emulated.received.replace(b"\x10\x04\x04", b"").replace(b"\x10\x04\x02", b"")
        paper = decode(job.replace(b"\x10\x04\x01", b"").removesuffix(b"\x1dr\x01"))
        assert ("AMOUNT PAID" in paper.text) == is_text
        assert len(paper.cuts_after_row) == 1


def test_a_summary_in_type_is_english_and_out_in_seconds() -> None:
    receipts = a_chain_of_receipts(5)
    wire = Wire()
    printer = ThermalPrinter(profile_named("epson-tm-t82"), lambda: wire, prints_text=True)
    assert printer.print_summary(receipts).state is PrintState.PRINTED
    paper = decode(wire.sent, 576)
    assert printed(paper) == meant(lay_out_summary(receipts, Tongue.ENGLISH))
    assert len(wire.sent) * BITS_A_BYTE / SLOW_BAUD < MOST_SECONDS


def test_the_picture_on_the_screen_is_in_the_language_of_the_paper() -> None:
    in_type = ThermalPrinter(profile_named("epson-tm-t82"), Wire, prints_text=True)
    in_both = ThermalPrinter(profile_named("epson-tm-t82"), Wire)
    shown = in_type.picture(a_receipt(), copy_no=0, is_acknowledged=True)
    assert shown.startswith(b"\x89PNG")
    assert len(shown) < len(in_both.picture(a_receipt(), copy_no=0, is_acknowledged=True))
