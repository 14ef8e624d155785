"""What ``receipt_tongue`` in the settings says is what paper speaks: each kind of printer, and the test page too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.assembly import open_desk
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterPlace, PrinterPlan
from counter_app.late_bench import LateBench
from counter_app.late_paper import LatePrinter, LatePrinters
from counter_app.printer_assembly import PrinterKeeper
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.raster import paint, png_of
from counter_app.printing.tongue import Tongue
from counter_app.use_cases.set_printer import KeepPrinter
from counter_app.workstation.paths import Places
from tests.printing.papers import a_receipt
from tests.printing.pdf_tools import words_of
from tests.printing.trials import a_trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH_DOTS = 576
PLANS = (
    NO_PRINTER,
    PrinterPlan(PrinterKind.NONE, profile="a4"),
    PrinterPlan(PrinterKind.SYSTEM, profile="a5", windows_name="desk"),
    PrinterPlan(PrinterKind.NETWORK, host="192.0.2.1"),
)


def seen(tongue: Tongue) -> bytes:
    """A receipt in that tongue, as a picture."""
    style = ReceiptStyle(tongue=tongue)
    lines = lay_out(a_receipt(), copy_no=0, is_acknowledged=True, style=style)
    return png_of(paint(lines, WIDTH_DOTS).raster)


def shown_by(printer: LatePrinter) -> bytes:
    return printer.picture(a_receipt(), copy_no=0, is_acknowledged=True)


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: f"{plan.kind}-{plan.profile}")
def test_every_kind_of_printer_speaks_the_tongue_that_was_set(
    plan: PrinterPlan, tongue: Tongue, tmp_path: Path
) -> None:
    printers = LatePrinters(lambda _: plan, tmp_path, tongue.value)
    other = printers.other()
    assert shown_by(printers.first) == seen(tongue)
    assert other is None or shown_by(other) == seen(tongue)
    printers.use(PrinterPlace.FIRST, replace(plan, job_timeout_seconds=9.0))
    assert shown_by(printers.first) == seen(tongue)


@pytest.mark.parametrize("profile", ["a5", "a4"])
def test_a_receipt_that_is_saved_speaks_it(profile: str, tmp_path: Path) -> None:
    plan = PrinterPlan(PrinterKind.NONE, profile=profile)
    printer = LatePrinter(plan, tmp_path, "english")
    made = printer.print_receipt(a_receipt(), copy_no=0, is_acknowledged=True)
    words = words_of(tmp_path / made.saved_as)
    assert "PAYMENT RECEIPT" in words
    assert "भुगतान" not in words


def test_a_test_page_speaks_it(tmp_path: Path) -> None:
    made = LateBench(tmp_path, "english").print_trial(a_trial(PrinterPlan(profile="a5")))
    assert "जाँच पृष्ठ" not in words_of(tmp_path / made.saved_as)
    made = LateBench(tmp_path / "both").print_trial(a_trial(PrinterPlan(profile="a5")))
    assert "जाँच पृष्ठ" in words_of(tmp_path / made.saved_as)


@pytest.mark.parametrize(
    ("written", "tongue"),
    [
        ('{"is_keyring_used": false}', Tongue.BOTH),
        ('{"is_keyring_used": false, "receipt_tongue": "hindi"}', Tongue.HINDI),
    ],
)
def test_a_counter_speaks_what_stands_in_its_settings(
    written: str, tongue: Tongue, tmp_path: Path
) -> None:
    places = Places(tmp_path)
    places.make()
    places.settings.write_text(written, encoding="utf-8")
    closers: list[Callable[[], None]] = []
    desk = open_desk(places, closers)
    try:
        keep = desk.keep_printer
        assert isinstance(keep, KeepPrinter)
        assert isinstance(keep.shelf, PrinterKeeper)
        assert isinstance(keep.bench, LateBench)
        assert shown_by(keep.shelf.printers.first) == seen(tongue)
        assert keep.bench.tongue == tongue
    finally:
        for close in reversed(closers):
            close()
