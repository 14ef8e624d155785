"""Printers are set up with the keys alone, over the real verbs, real links and printers that are emulated."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterPlace, PrinterPlan
from tests.printing.emulator import LOOPBACK
from tests.ui.at_printers import CTRL, DOWN, ESC, FIRST, SECOND
from tests.ui.printers_at_hand import found_bluetooth, found_usb
from ui.language import Language, speak
from ui.printer_form import Step
from ui.printer_trial import Seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from tests.printing.emulator import PaperPrinter
    from tests.ui.at_printers import AtPrinters
    from tests.ui.printers_at_hand import PrinterCounter


def test_a_network_printer_is_typed_tried_and_kept_without_a_mouse(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    assert len(paper.wait_for_jobs(1)) == 1
    assert at.counter.first == NO_PRINTER
    at.finish()
    kept = at.counter.first
    assert (kept.kind, kept.host, kept.port, kept.drawer_pin) == (
        PrinterKind.NETWORK,
        LOOPBACK,
        paper.port,
        0,
    )
    assert f'"port": {paper.port}' in at.counter.settings_path.read_text(encoding="utf-8")
    assert "Kept" in at.screen.notice.said
    assert LOOPBACK in at.screen.overview.said[PrinterPlace.FIRST]


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
def test_escape_at_any_step_leaves_everything_as_it_was(
    at: AtPrinters, paper: PaperPrinter, steps: int
) -> None:
    acts: tuple[Callable[[], None], ...] = (
        at.begin,
        lambda: at.type_network(paper.port),
        at.print_page,
        lambda: at.alt(FIRST),
        lambda: at.alt(SECOND),
    )
    for act in acts[:steps]:
        act()
    at.hands.press(ESC)
    assert at.is_at(None)
    assert "as they were" in at.screen.notice.said
    assert at.counter.first == NO_PRINTER
    assert not at.counter.settings_path.exists()
    assert at.counter.custody.asked("keep_printer") == []


def test_what_is_found_stands_first_and_its_model_is_chosen_already(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    printer_counter.found = (found_usb("EPSON TM-T88V"), found_bluetooth("/dev/rfcomm0"))
    at.begin()
    assert at.seen("2 found by itself")
    at.enter()
    assert at.is_at(Step.MODEL)
    model = at.screen.form.model
    assert model is not None
    assert model.name == "epson-tm-t88"
    at.alt(Qt.Key.Key_B)
    at.hands.press(DOWN)
    at.enter()
    model = at.screen.form.model
    assert model is not None
    assert model.width_dots == 384


def test_where_nothing_is_found_it_says_so_and_everything_can_be_typed(at: AtPrinters) -> None:
    at.begin()
    assert at.seen("Nothing was found by itself")
    assert [way.kind for way in at.screen.form.ways] == [
        PrinterKind.NETWORK,
        PrinterKind.SERIAL,
        PrinterKind.FILE,
        PrinterKind.SYSTEM,
        PrinterKind.NONE,
    ]


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(at: AtPrinters) -> None:
    at.begin()
    at.enter()
    at.enter()
    at.enter()
    assert at.is_at(Step.CONNECTION)
    assert "address is missing" in at.screen.connection.address.problem
    at.hands.wait_for("Address")
    at.hands.type("192.168.1.50")
    assert at.screen.connection.address.problem == ""
    at.enter()
    at.hands.type("99999")
    at.enter()
    assert "65535" in at.screen.connection.number.problem
    assert at.hands.text == "99999"


def test_hindi_figures_are_figures(at: AtPrinters) -> None:
    at.begin()
    at.enter()
    at.hands.type("१९२.१६८.१.५०")
    at.enter()
    at.hands.type("९१००")
    at.enter()
    assert (at.screen.form.plan.host, at.screen.form.plan.port) == ("192.168.1.50", 9100)


def test_keys_pressed_twice_print_once_and_keep_once(at: AtPrinters, paper: PaperPrinter) -> None:
    gate = at.counter.custody.gates["try_printer"] = threading.Event()
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.enter()
    at.enter()
    at.alt(Qt.Key.Key_P)
    gate.set()
    at.wait_printed()
    assert len(at.counter.custody.asked("try_printer")) == 1
    at.alt(FIRST)
    at.alt(SECOND)
    gate = at.counter.custody.gates["keep_printer"] = threading.Event()
    at.enter()
    at.enter()
    at.hands.press(ESC)
    gate.set()
    at.until(lambda: at.is_at(None))
    assert len(at.counter.custody.asked("keep_printer")) == 1
    assert "Kept" in at.screen.notice.said


def test_a_page_that_still_prints_when_one_has_left_changes_nothing(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    gate = at.counter.custody.gates["try_printer"] = threading.Event()
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.hands.press(ESC)
    gate.set()
    paper.wait_for_jobs(1)
    at.begin()
    assert at.is_at(Step.CONNECTION)
    assert at.screen.trial.outcome is None


def test_the_language_may_change_in_the_middle(
    at: AtPrinters, paper: PaperPrinter, dressed: QApplication
) -> None:
    at.begin()
    at.down_to(PrinterKind.NETWORK)
    at.enter()
    at.hands.type(LOOPBACK)
    at.enter()
    at.hands.type(str(paper.port))
    for language in (Language.HINDI, Language.ENGLISH):
        speak(dressed, language)
        assert at.hands.text == str(paper.port)
    at.enter()
    speak(dressed, Language.HINDI)
    assert at.screen.model.table.chosen_row == 0
    at.enter()
    at.wait_printed()
    speak(dressed, Language.ENGLISH)
    assert at.offered()[0] is Seen.WHOLE
    assert len(paper.jobs) == 1


def test_a_full_disk_keeps_nothing_and_can_be_tried_again(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.alt(FIRST)
    at.alt(SECOND)
    at.counter.custody.fails["keep_printer"] = [Fault(FaultCode.FILE_NOT_WRITTEN)]
    at.enter()
    at.until(lambda: bool(at.screen.keeping.notice.said))
    assert at.is_at(Step.KEEP)
    assert at.counter.first == NO_PRINTER
    at.enter()
    at.until(lambda: at.is_at(None))
    assert at.counter.first.port == paper.port


def test_an_office_printer_and_no_printer_have_no_drawer_step(at: AtPrinters) -> None:
    at.begin()
    at.down_to(PrinterKind.NONE)
    at.enter()
    at.enter()
    at.wait_printed()
    assert at.seen("Saved as")
    at.enter()
    assert at.is_at(Step.KEEP)
    at.alt(SECOND)
    at.enter()
    at.until(lambda: at.is_at(None))
    assert at.screen.overview.at_hand is not None
    assert at.screen.overview.at_hand.other == NO_PRINTER


def test_the_other_printer_is_set_up_by_its_own_key_and_the_first_goes_on(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin(SECOND)
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
    at.finish()
    assert at.counter.first == NO_PRINTER, "nothing prints by it before the first one jams"
    assert LOOPBACK in at.screen.overview.said[PrinterPlace.OTHER]
    at.alt(Qt.Key.Key_O)
    at.until(lambda: "was printed" in at.screen.notice.said)
    assert len(paper.wait_for_jobs(2)) == 2


def test_a_set_up_half_done_waits_for_its_cashier_and_not_for_the_next(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin()
    at.type_network(paper.port)
    at.hands.press(Qt.Key.Key_F6)
    at.hands.press(Qt.Key.Key_J, CTRL)
    assert at.is_at(Step.MODEL)
    at.screen._cashier_now = lambda: None  # noqa: SLF001 - somebody else sits here now
    at.screen.enter()
    assert at.is_at(None)


def test_what_is_set_now_stands_first_and_can_be_tried_again(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.finish()
    at.begin()
    assert at.seen("as it is set now")
    at.enter()
    at.enter()
    at.wait_printed()
    assert len(paper.wait_for_jobs(2)) == 2
    assert at.screen.form.plan == PrinterPlan(
        kind=PrinterKind.NETWORK, host=LOOPBACK, port=paper.port, drawer_pin=0
    )


def test_a_search_that_fails_leaves_what_can_be_typed(at: AtPrinters) -> None:
    at.counter.custody.fails["find_printers"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
    at.alt(FIRST)
    at.until(lambda: bool(at.screen.connection.notice.said))
    at.enter()
    at.hands.wait_for("Address")


def test_the_printers_change_places_by_one_key(at: AtPrinters, paper: PaperPrinter) -> None:
    at.begin(SECOND)
    at.type_network(paper.port)
    at.print_page()
    at.finish()
    at.alt(Qt.Key.Key_S)
    at.until(lambda: "changed places" in at.screen.notice.said)
    assert at.counter.first.port == paper.port
    assert LOOPBACK in at.screen.overview.said[PrinterPlace.FIRST]
    assert at.screen.overview.said[PrinterPlace.OTHER] == "None is set."
