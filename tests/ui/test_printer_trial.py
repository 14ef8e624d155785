"""What is seen on a test page, or at the drawer, is the next thing to try; what a printer does wrong is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.errors import Fault, FaultCode
from tests.builders import CASHIER_ID
from tests.printing.emulator import PaperFault
from tests.printing.serial_paper import SerialPaper
from tests.ui.at_printers import FIRST, FOURTH, SECOND, THIRD
from tests.ui.printers_at_hand import found_bluetooth, found_port
from ui.printer_form import Step
from ui.printer_trial import Seen

if TYPE_CHECKING:
    from tests.printing.emulator import PaperPrinter
    from tests.ui.at_printers import AtPrinters
    from tests.ui.printers_at_hand import PrinterCounter

LEAST_PAGE_BYTES = 2_000


def test_a_wrong_baud_rate_ends_at_the_right_one_by_one_key_each(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=38_400) as printer:
        printer_counter.found = (found_port(printer.device, baud_rate=9_600),)
        at.try_found()
        assert printer.rubbish
        assert at.offered() == [Seen.RATE, Seen.SILENT]
        assert at.seen("Try 19200 baud")
        at.alt(FIRST)
        at.until(lambda: at.screen.form.plan.baud_rate == 19_200)
        at.wait_printed()
        at.alt(FIRST)
        at.until(lambda: at.screen.form.plan.baud_rate == 38_400)
        at.wait_printed()
        assert len(printer.wait_for_jobs(1)) == 1
        assert at.offered() == [Seen.WHOLE, Seen.CUT, Seen.RUBBISH, Seen.NOTHING]
        at.finish()
    assert at.counter.first.baud_rate == 38_400


def test_rubbish_on_paper_tries_the_next_rate_too(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=9_600) as printer:
        printer_counter.found = (found_port(printer.device),)
        at.try_found()
        assert at.seen("Rubbish: try 19200 baud")
        at.alt(THIRD)
        at.wait_printed()
        assert at.screen.form.plan.baud_rate == 19_200


def test_a_printer_that_answers_nothing_is_printed_without_asking(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=9_600, is_silent=True) as printer:
        printer_counter.found = (found_port(printer.device),)
        at.try_found()
        assert at.offered() == [Seen.RATE, Seen.SILENT]
        at.alt(SECOND)
        at.wait_printed()
    assert at.screen.form.plan.profile == "generic-80-silent"
    assert at.offered()[0] is Seen.WHOLE


def test_a_bluetooth_printer_is_set_up_as_a_narrow_one(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=115_200) as printer:
        printer_counter.found = (found_bluetooth(printer.device),)
        at.begin()
        assert at.seen("Bluetooth")
        at.enter()
        at.enter()
        at.wait_printed()
        at.until(lambda: printer.heard_bytes > LEAST_PAGE_BYTES)
        at.finish()
    assert at.counter.first.profile == "generic-58-bluetooth"


def test_a_page_cut_at_the_right_is_printed_narrower(at: AtPrinters, paper: PaperPrinter) -> None:
    at.try_network(paper.port)
    assert at.seen("Cut at the right: try 58 mm, without cutter")
    at.alt(SECOND)
    at.wait_printed()
    assert at.screen.form.plan.profile == "generic-58"
    assert len(paper.wait_for_jobs(2)) == 2
    at.alt(SECOND)
    assert at.seen("No narrower model")
    assert at.screen.form.plan.profile == "generic-58"


def test_what_the_printer_says_of_itself_is_shown_and_what_to_do(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    paper.fault = PaperFault.COVER_OPEN
    at.try_network(paper.port)
    assert at.seen("Nothing was sent to the printer")
    assert at.seen("cover is open")
    assert at.offered() == []
    paper.fault = PaperFault.NONE
    at.enter()
    at.wait_printed()
    assert at.offered()[0] is Seen.WHOLE


def test_where_nothing_came_out_it_is_said_what_to_look_at(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.alt(FOURTH)
    assert at.seen("Is the network cable in")
    at.alt(THIRD)
    assert at.seen("does not understand ESC/POS")
    assert at.is_at(Step.PAGE)


def test_a_printer_that_vanishes_between_steps_is_told_and_nothing_is_lost(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.alt(FIRST)
    paper.fault = PaperFault.OFF
    at.alt(FIRST)
    at.until(lambda: not at.screen.drawer.is_waiting)
    assert at.is_at(Step.DRAWER)
    assert at.seen("does not answer")
    at.alt(Qt.Key.Key_B)
    at.enter()
    at.wait_printed()
    assert at.seen("Is it switched on")
    assert at.screen.form.plan.port == paper.port
    paper.fault = PaperFault.NONE
    at.alt(Qt.Key.Key_P)
    at.wait_printed()
    assert at.offered()[0] is Seen.WHOLE


def test_a_serial_printer_pulled_out_after_its_page_is_told(
    at: AtPrinters, printer_counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=9_600) as printer:
        printer_counter.found = (found_port(printer.device),)
        at.try_found()
        printer.unplug()
        at.alt(Qt.Key.Key_P)
        at.wait_printed()
        assert at.seen("gave no answer")
        assert Seen.WHOLE not in at.offered()


def test_the_drawer_is_kicked_only_when_asked_and_each_kick_is_noted(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.enter()
    at.enter()
    assert len(paper.jobs) == 1, "an Enter too many opens no drawer"
    at.alt(FIRST)
    at.until(lambda: at.seen("Pin 2 was pulsed"))
    at.alt(SECOND)
    at.until(lambda: at.seen("Pin 5 was pulsed"))
    assert [job[:3] for job in paper.wait_for_jobs(3)[1:]] == [b"\x1bp\x00", b"\x1bp\x01"]
    openings = at.counter.custody.verbs.ledger.pages.openings.values()
    assert [(one.why, one.by) for one in openings] == [(OpeningWhy.TEST, CASHIER_ID)] * 2
    at.alt(FIRST)
    assert at.seen("Drawer on pin 5")
    at.enter()
    at.until(lambda: at.is_at(None))
    assert at.counter.first.drawer_pin == 5


def test_a_kick_that_cannot_be_noted_does_not_open_the_drawer(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.try_network(paper.port)
    at.alt(FIRST)
    at.counter.custody.fails["try_drawer"] = [Fault(FaultCode.COMMIT_UNKNOWN)]
    at.alt(FIRST)
    at.until(lambda: bool(at.screen.drawer.notice.said))
    assert len(paper.jobs) == 1
    assert not at.screen.drawer.is_waiting


def test_a_test_page_that_the_world_prevents_is_told_and_can_be_tried_again(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.counter.custody.fails["try_printer"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
    at.begin()
    at.type_network(paper.port)
    at.print_page()
    assert at.seen("Nothing was printed")
    assert at.screen.trial.notice.said
    at.enter()
    at.until(lambda: Seen.WHOLE in at.offered())
    assert at.screen.trial.notice.said == ""


def test_the_first_printer_is_tried_from_the_overview_and_what_it_says_is_told(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin()
    at.type_network(paper.port)
    at.print_page()
    at.finish()
    paper.fault = PaperFault.PAPER_OUT
    at.alt(Qt.Key.Key_T)
    at.until(lambda: "out of paper" in at.screen.notice.said)
    at.counter.custody.fails["try_printer"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
    at.alt(Qt.Key.Key_T)
    at.alt(Qt.Key.Key_T)
    at.until(lambda: "settings" in at.screen.notice.said.lower())
    assert len(at.counter.custody.asked("try_printer")) == 3, "the second press began nothing"
