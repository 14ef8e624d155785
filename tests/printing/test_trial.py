"""The test page: what stands on it, and that it comes out of every kind of printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.layout_trial import lay_out_trial, qr_text
from counter_app.printing.lines import Ruler
from counter_app.printing.raster import paint, png_of
from counter_app.printing.text_form import as_text, columns_of
from tests.printing.emulator import LOOPBACK, PaperPrinter
from tests.printing.trials import FOLDER, PLANS, a_trial, golden_texts
from tests.qr_reader import qr_texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

GOLDEN = golden_texts()
WIDTHS = {"generic-80": 576, "epson-tm-t88": 512, "generic-58": 384}


def rows_of(profile: str) -> tuple[int, list[list[bool]]]:
    """Width, and each row of dots, of a test page in this profile; True is black."""
    page = a_trial(replace(PLANS["network"], profile=profile))
    raster = paint(lay_out_trial(page), page.model.width_dots).raster
    rows = [
        [bool(byte >> (7 - bit) & 1) for byte in row for bit in range(8)] for row in raster.rows
    ]
    return raster.width_dots, rows


@pytest.mark.parametrize("name", GOLDEN)
def test_each_test_page_reads_as_its_golden_text(name: str) -> None:
    assert GOLDEN[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_text_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(GOLDEN)


@pytest.mark.parametrize("profile", WIDTHS)
def test_the_ruler_reaches_the_first_and_the_last_dot(profile: str, qapp: QApplication) -> None:
    del qapp
    width, rows = rows_of(profile)
    assert width == WIDTHS[profile]
    ruler = [row for row in rows if row[0] and row[-1]]
    assert len(ruler) > 2 * 16, "both rulers, over their whole height"


@pytest.mark.parametrize("profile", WIDTHS)
def test_hindi_is_painted_with_our_letters_and_the_code_is_read_again(
    profile: str, qapp: QApplication
) -> None:
    del qapp
    page = a_trial(replace(PLANS["network"], profile=profile))
    painted = paint(lay_out_trial(page), page.model.width_dots)
    assert painted.missing == frozenset()
    grey = b"".join(
        bytes(0 if byte >> (7 - bit) & 1 else 255 for byte in row for bit in range(8))
        for row in painted.raster.rows
    )
    assert qr_texts(grey, painted.raster.width_dots) == [qr_text(page)]
    assert png_of(painted.raster).startswith(b"\x89PNG")


def test_on_a_page_the_ruler_ends_at_the_margins() -> None:
    (ruler, *_) = (
        line for line in lay_out_trial(a_trial(PLANS["none"])) if isinstance(line, Ruler)
    )
    assert not ruler.is_to_edge


def test_a_page_of_an_unknown_name_is_laid_out_as_the_usual_one() -> None:
    page = a_trial(PLANS["none"])
    other = replace(page, model=replace(page.model, name="letter"))
    assert lay_out_trial(other)[0] == lay_out_trial(page)[0]


def test_a_test_page_comes_out_of_a_printer_and_its_drawer_stays_shut(
    qapp: QApplication, tmp_path: Path
) -> None:
    del qapp
    with PaperPrinter() as printer:
        plan = PrinterPlan(kind=PrinterKind.NETWORK, host=LOOPBACK, port=printer.port)
        outcome = connect_printer(plan, tmp_path).print_trial(a_trial(plan))
        (job,) = printer.wait_for_jobs(1)
    assert outcome.state is PrintState.PRINTED
    assert b"\x1bp" not in job


@pytest.mark.parametrize("page", ["a5", "a4"])
def test_without_a_printer_the_test_page_is_a_file(
    page: str, qapp: QApplication, tmp_path: Path
) -> None:
    del qapp
    plan = PrinterPlan(kind=PrinterKind.NONE, profile=page)
    outcome = connect_printer(plan, tmp_path).print_trial(a_trial(plan))
    assert (outcome.state, outcome.reason) == (PrintState.PRINTED, PrintReason.SAVED_AS_FILE)
    assert list(tmp_path.rglob("TEST-*.pdf"))


def test_a_pin_that_was_set_is_the_one_that_is_pulsed(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    with PaperPrinter() as printer:
        plan = PrinterPlan(kind=PrinterKind.NETWORK, host=LOOPBACK, port=printer.port)
        for pin in (None, 2, 5, 0):
            connect_printer(replace(plan, drawer_pin=pin), tmp_path).open_drawer()
        jobs = printer.wait_for_jobs(3)
    assert [job[:3] for job in jobs] == [b"\x1bp\x00", b"\x1bp\x00", b"\x1bp\x01"]


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([48, 32]))
def test_no_name_of_a_port_runs_over_the_edge_of_the_paper(
    device: str, counter_id: str, columns: int
) -> None:
    page = a_trial(replace(PLANS["serial"], device=device), counter_id)
    text = as_text(lay_out_trial(page), columns)
    assert all(columns_of(row) <= columns for row in text.split("\n"))
