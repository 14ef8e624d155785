"""Printers are set up with the keys alone, over the real verbs, real links and printers that are emulated."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterPlace, PrinterPlan
from tests.builders import CASHIER_ID
from tests.printing.emulator import LOOPBACK, PaperFault, PaperPrinter
from tests.printing.serial_paper import SerialPaper
from tests.ui.hands import Hands, a_window
from tests.ui.printers_at_hand import (
    a_counter_of_printers,
    found_bluetooth,
    found_port,
    found_usb,
)
from ui.language import Language, speak
from ui.places import Place
from ui.printer_form import Step
from ui.printer_trial import Seen
from ui.printers_screen import PrintersScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.printers_at_hand import PrinterCounter

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ESC, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Down
LEAST_PAGE_BYTES = 2_000
FIRST, SECOND, THIRD, FOURTH = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4


class AtPrinters:
    """A cashier at the place of printers."""

    def __init__(self, hands: Hands, counter: PrinterCounter) -> None:
        self.hands, self.counter = hands, counter
        hands.press(Qt.Key.Key_J, CTRL)
        screen = hands.room.screen_of(Place.PRINTERS)
        assert isinstance(screen, PrintersScreen)
        self.screen = screen
        self.until(lambda: screen.overview.at_hand is not None)

    def until(self, claim: Callable[[], bool]) -> None:
        self.hands.qtbot.waitUntil(claim, timeout=15_000)

    def alt(self, key: Qt.Key) -> None:
        self.hands.press(key, ALT)

    def enter(self) -> None:
        self.hands.enter()

    def begin(self, key: Qt.Key = FIRST) -> None:
        """Set one up, and see what was found."""
        self.alt(key)
        self.until(lambda: self.is_at(Step.CONNECTION))
        self.until(lambda: len(self.screen.form.found) == len(self.counter.found))
        self.until(lambda: not self.screen.connection._is_searching)  # noqa: SLF001 - what is said of it follows

    def down_to(self, kind: PrinterKind) -> None:
        """With the arrow keys to the row where this way is typed."""
        ways = self.screen.form.ways
        wanted = next(i for i, way in enumerate(ways) if way.kind is kind and way.found is None)
        for _ in range(wanted - self.screen.connection.table.chosen_row):
            self.hands.press(DOWN)

    def type_network(self, port: int) -> None:
        """Address, Enter, port, Enter: the step of the model."""
        self.down_to(PrinterKind.NETWORK)
        self.enter()
        self.hands.type(LOOPBACK)
        self.enter()
        self.hands.type(str(port))
        self.enter()
        assert self.is_at(Step.MODEL)

    def wait_printed(self) -> None:
        """Until the test page has ended one way or the other."""
        self.until(lambda: self.is_at(Step.PAGE) and not self.screen.trial.is_waiting)

    def print_page(self) -> None:
        """From the step of the model."""
        self.enter()
        self.wait_printed()

    def is_at(self, step: Step | None) -> bool:
        """Whether one is there; None is the overview."""
        return self.screen.step is step

    def offered(self) -> list[Seen]:
        return list(self.screen.trial.answers.buttons)

    def seen(self, text: str) -> bool:
        """Whether it stands on the screen: in a label, on a button, or in the list of ways."""
        buttons = self.screen.findChildren(QPushButton)
        said = [button.text() for button in buttons if button.isVisible()]
        rows = [cell.text for row in self.screen.connection.table.rows for cell in row]
        at_list = rows if self.is_at(Step.CONNECTION) else []
        return any(text in one for one in (*self.hands.seen(), *said, *at_list))

    def finish(self) -> None:
        """The page is good, no drawer, keep."""
        self.alt(FIRST)
        assert self.is_at(Step.DRAWER)
        self.alt(SECOND)
        assert self.is_at(Step.KEEP)
        self.enter()
        self.until(lambda: self.is_at(None))


@pytest.fixture
def counter(tmp_path: Path) -> PrinterCounter:
    return a_counter_of_printers(tmp_path)


@pytest.fixture
def at(qtbot: QtBot, counter: PrinterCounter) -> Iterator[AtPrinters]:
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    hands.sign_in()
    yield AtPrinters(hands, counter)
    window.close()


@pytest.fixture
def paper() -> Iterator[PaperPrinter]:
    with PaperPrinter() as printer:
        yield printer


def test_a_network_printer_is_typed_tried_and_kept_without_a_mouse(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at: AtPrinters, counter: PrinterCounter
) -> None:
    counter.found = (found_usb("EPSON TM-T88V"), found_bluetooth("/dev/rfcomm0"))
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


def test_a_wrong_baud_rate_ends_at_the_right_one_by_one_key_each(
    at: AtPrinters, counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=38_400) as printer:
        counter.found = (found_port(printer.device, baud_rate=9_600),)
        at.begin()
        at.enter()
        at.enter()
        at.wait_printed()
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
    assert counter.first.baud_rate == 38_400


def test_rubbish_on_paper_tries_the_next_rate_too(at: AtPrinters, counter: PrinterCounter) -> None:
    with SerialPaper(baud_rate=9_600) as printer:
        counter.found = (found_port(printer.device),)
        at.begin()
        at.enter()
        at.enter()
        at.wait_printed()
        assert at.seen("Rubbish: try 19200 baud")
        at.alt(THIRD)
        at.wait_printed()
        assert at.screen.form.plan.baud_rate == 19_200


def test_a_printer_that_answers_nothing_is_printed_without_asking(
    at: AtPrinters, counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=9_600, is_silent=True) as printer:
        counter.found = (found_port(printer.device),)
        at.begin()
        at.enter()
        at.enter()
        at.wait_printed()
        assert at.offered() == [Seen.RATE, Seen.SILENT]
        at.alt(SECOND)
        at.wait_printed()
    assert at.screen.form.plan.profile == "generic-80-silent"
    assert at.offered()[0] is Seen.WHOLE


def test_a_bluetooth_printer_is_set_up_as_a_narrow_one(
    at: AtPrinters, counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=115_200) as printer:
        counter.found = (found_bluetooth(printer.device),)
        at.begin()
        assert at.seen("Bluetooth")
        at.enter()
        at.enter()
        at.wait_printed()
        at.until(lambda: printer.heard_bytes > LEAST_PAGE_BYTES)
        at.finish()
    assert at.counter.first.profile == "generic-58-bluetooth"


def test_a_page_cut_at_the_right_is_printed_narrower(at: AtPrinters, paper: PaperPrinter) -> None:
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
    at.alt(FOURTH)
    assert at.seen("Is the network cable in")
    at.alt(THIRD)
    assert at.seen("does not understand ESC/POS")
    assert at.is_at(Step.PAGE)


def test_a_printer_that_vanishes_between_steps_is_told_and_nothing_is_lost(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at: AtPrinters, counter: PrinterCounter
) -> None:
    with SerialPaper(baud_rate=9_600) as printer:
        counter.found = (found_port(printer.device),)
        at.begin()
        at.enter()
        at.enter()
        at.wait_printed()
        printer.unplug()
        at.alt(Qt.Key.Key_P)
        at.wait_printed()
        assert at.seen("gave no answer")
        assert Seen.WHOLE not in at.offered()


def test_the_drawer_is_kicked_only_when_asked_and_each_kick_is_noted(
    at: AtPrinters, paper: PaperPrinter
) -> None:
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
    at.alt(FIRST)
    at.counter.custody.fails["try_drawer"] = [Fault(FaultCode.COMMIT_UNKNOWN)]
    at.alt(FIRST)
    at.until(lambda: bool(at.screen.drawer.notice.said))
    assert len(paper.jobs) == 1
    assert not at.screen.drawer.is_waiting


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
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
    at.begin()
    at.type_network(paper.port)
    at.enter()
    at.wait_printed()
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
