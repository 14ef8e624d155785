"""The Reports place: chosen and made with keys, shown in both languages, printed, saved, stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.report import ReportKind
from counter_app.domain.report_selection import Selection
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, ReportStoppedError
from tests.builders import CASHIER_ID, TODAY
from tests.report_played import played_day
from tests.report_reading import total_of
from ui.language import Language, speak
from ui.report_ear import ReportEar
from ui.report_picture import scale_of
from ui.reports_screen import ReportsScreen
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication

    from counter_app.domain.report import Report
    from tests.fakes.books import FakeLedger
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@cache
def a_full_day() -> FakeLedger:
    return played_day().ledger


@pytest.fixture
def screen(hands: Hands, counter: FakeCounter) -> ReportsScreen:
    """The place with the collection of today on it."""
    counter.reported = a_full_day()
    hands.press(Qt.Key.Key_D, CONTROL)
    hands.qtbot.waitUntil(lambda: hands.room.place is Place.REPORTS)
    shown = hands.room.screen_of(Place.REPORTS)
    assert isinstance(shown, ReportsScreen)
    hands.qtbot.waitUntil(lambda: shown.view.report is not None)
    return shown


def shown_of(screen: ReportsScreen) -> Report:
    assert screen.view.report is not None
    return screen.view.report


def make(hands: Hands, screen: ReportsScreen, kind: ReportKind) -> Report:
    screen.list.show_kind(kind)
    before = screen.view.report
    screen.list.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: screen.view.report is not before)
    return shown_of(screen)


def cells(screen: ReportsScreen, row: int) -> list[str]:
    model = screen.view.table.rows
    return [str(model.data(model.index(row, place))) for place in range(model.columnCount())]


def test_the_collection_of_today_stands_there_at_once(screen: ReportsScreen) -> None:
    report = shown_of(screen)
    assert report.kind is ReportKind.COLLECTION
    assert cells(screen, 0) == ["Cash", "4", "6,585.00"]
    sums = screen.view.table.sums
    assert sums.data(sums.index(0, 2)) == "31,375.00"
    assert not screen.view.table.total.isHidden()


def test_enter_on_the_list_makes_the_report_chosen(hands: Hands, screen: ReportsScreen) -> None:
    hands.press(Qt.Key.Key_Down)
    assert not screen.pdf_button.isEnabled()
    hands.enter()
    hands.qtbot.waitUntil(lambda: shown_of(screen).kind is ReportKind.CASH_SCROLL)
    assert cells(screen, 0)[0] == "KID07/2627/000001"
    assert screen.pdf_button.isEnabled()


def test_parts_are_turned_with_keys_and_the_picture_is_the_last(
    hands: Hands, screen: ReportsScreen
) -> None:
    hands.press(Qt.Key.Key_PageDown, CONTROL)
    assert screen.view.parts.currentText() == "2/8  By purpose"
    for _ in range(9):
        hands.press(Qt.Key.Key_PageDown, CONTROL)
    assert screen.view.parts.currentText() == "8/8  Collection by hour and tender (₹)"
    assert not screen.view.picture.isHidden()
    assert "12: Cash 1,450.00, Card 2,310.00" in screen.view.picture.accessibleDescription()
    hands.press(Qt.Key.Key_PageUp, CONTROL)
    assert screen.view.parts.currentText() == "7/8  Cancelled receipts"


def test_the_other_language_shows_the_same_part(
    hands: Hands, screen: ReportsScreen, dressed: QApplication
) -> None:
    hands.press(Qt.Key.Key_PageDown, CONTROL)
    speak(dressed, Language.HINDI)
    hands.qtbot.waitUntil(lambda: screen.view.parts.currentText() == "2/8  प्रयोजनवार")
    assert cells(screen, 0)[0] == "विद्युत बिल"


def test_a_z_report_is_offered_of_the_last_closed_shift(
    hands: Hands, screen: ReportsScreen
) -> None:
    report = make(hands, screen, ReportKind.Z)
    assert total_of(report, "close", "variance") == Money.rupees(-50)
    assert screen.bar.form is not None
    assert screen.bar.form.shift_no == 1


def test_an_open_shift_has_no_z_report_and_the_screen_says_so(
    hands: Hands, screen: ReportsScreen
) -> None:
    screen.list.show_kind(ReportKind.Z)
    assert screen.bar.form is not None
    screen.bar.show_form(replace(screen.bar.form, shift_no=2))
    screen.list.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: "not closed" in screen.notice.said)
    assert shown_of(screen).kind is ReportKind.COLLECTION


def test_the_day_before_is_empty_and_says_so(hands: Hands, screen: ReportsScreen) -> None:
    before = shown_of(screen)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.qtbot.waitUntil(lambda: shown_of(screen) is not before)
    assert screen.bar.first.text() == "22-11-2026"
    assert screen.view.table.isHidden()
    hands.press(Qt.Key.Key_Right, ALT)
    hands.qtbot.waitUntil(lambda: screen.bar.first.text() == "23-11-2026")


def test_days_are_typed_and_a_wrong_one_is_told(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter
) -> None:
    asked = len(counter.asked("make_report"))
    hands.press(Qt.Key.Key_F, ALT)
    screen.bar.first.setFocus()
    screen.bar.first.selectAll()
    hands.type("31-02-2026")
    hands.enter()
    assert "No such date" in screen.bar.fields["first"].problem
    assert len(counter.asked("make_report")) == asked
    screen.bar.first.selectAll()
    hands.type("01-11-2026")
    hands.enter()
    hands.qtbot.waitUntil(lambda: len(counter.asked("make_report")) == asked + 1)
    wanted = Selection(TODAY - timedelta(days=22), TODAY)
    assert counter.asked("make_report")[-1] == (ReportKind.COLLECTION, wanted)
    hands.qtbot.waitUntil(lambda: "By day" in screen.view.parts.itemText(5))


def test_one_cashier_is_chosen(hands: Hands, screen: ReportsScreen, counter: FakeCounter) -> None:
    screen.bar.cashier.setCurrentIndex(screen.bar.cashier.findData(CASHIER_ID))
    screen.bar.cashier.activated.emit(screen.bar.cashier.currentIndex())
    screen.list.setFocus()
    hands.enter()
    wanted = Selection.of_day(TODAY, CASHIER_ID)
    hands.qtbot.waitUntil(
        lambda: counter.asked("make_report")[-1] == (ReportKind.COLLECTION, wanted)
    )
    hands.qtbot.waitUntil(lambda: cells(screen, 0) == ["Cash", "3", "3,465.00"])


@pytest.mark.parametrize(
    ("key", "form"), [(Qt.Key.Key_P, "pdf"), (Qt.Key.Key_X, "xlsx"), (Qt.Key.Key_C, "csv")]
)
def test_it_is_saved_in_each_form_and_says_where(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter, key: Qt.Key, form: str
) -> None:
    hands.press(key, ALT)
    hands.qtbot.waitUntil(lambda: f"collection-en.{form}" in screen.notice.said)
    assert counter.asked("save_report") == [("collection", "en", form)]
    assert "save_report@reports" in counter.threads


def test_it_is_printed_on_a4_and_in_short(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter
) -> None:
    hands.press(Qt.Key.Key_A, ALT)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("print_file")))
    hands.qtbot.waitUntil(lambda: "given to the printer" in screen.notice.said)
    hands.press(Qt.Key.Key_R, ALT)
    hands.qtbot.waitUntil(lambda: counter.asked("print_report") == [("collection", "en")])
    assert "print_report@printer" in counter.threads


def test_a_paper_that_did_not_come_out_is_told(
    hands: Hands, screen: ReportsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    jammed = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
    screen._printed(jammed)  # noqa: SLF001 - as the printer lane answers
    assert "The report was not printed" in screen.notice.said


@pytest.mark.parametrize("is_there", [True, False])
def test_the_preview_is_the_pdf_itself(
    hands: Hands,
    screen: ReportsScreen,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_there: bool,
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return is_there

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: bool(opened) and bool(screen.notice.said))
    assert opened[0].endswith("collection-en.pdf")
    assert ("Opened as PDF" in screen.notice.said) is is_there


def test_a_report_under_way_is_stopped_with_esc(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = counter.make_report

    def slow(*asked: object) -> Report:
        watch = asked[3]
        assert isinstance(watch, ReportEar)
        watch._told_at = 0.0  # noqa: SLF001 - long ago
        watch(ReportProgress(ReportStep.READ, 500, 0))
        while True:
            watch(ReportProgress(ReportStep.READ, 1000, 0))

    object.__setattr__(screen.seat.desk, "make_report", slow)
    screen.list.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: not screen.stop_button.isHidden())
    assert "being made" in screen.notice.said
    hands.press(Qt.Key.Key_Escape)
    hands.qtbot.waitUntil(lambda: "Stopped" in screen.notice.said)
    assert screen.stop_button.isHidden()
    object.__setattr__(screen.seat.desk, "make_report", real)


def test_a_second_enter_makes_no_second_report(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter
) -> None:
    asked = len(counter.asked("make_report"))
    before = shown_of(screen)
    screen.make()
    screen.make()
    hands.qtbot.waitUntil(lambda: shown_of(screen) is not before)
    assert len(counter.asked("make_report")) == asked + 1


def test_what_was_chosen_meanwhile_is_not_covered_by_the_old_report(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter
) -> None:
    asked = len(counter.asked("make_report"))
    before = shown_of(screen)
    screen.make()
    screen.list.show_kind(ReportKind.OPENINGS)
    hands.qtbot.waitUntil(lambda: len(counter.asked("make_report")) == asked + 1)
    hands.qtbot.waitUntil(lambda: screen._ear is None)  # noqa: SLF001 - nothing is under way
    assert shown_of(screen) is before
    assert not screen.pdf_button.isEnabled()


def test_a_file_that_cannot_be_written_is_told(
    hands: Hands, screen: ReportsScreen, counter: FakeCounter
) -> None:
    counter.fails["save_report"] = [Fault(FaultCode.FILE_NOT_WRITTEN)]
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: bool(screen.notice.said))
    assert not counter.saved_reports


def test_an_empty_list_says_what_there_is_not(hands: Hands, screen: ReportsScreen) -> None:
    make(hands, screen, ReportKind.SHORT_EXCESS)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.qtbot.waitUntil(screen.view.table.isHidden)


def test_an_ear_that_is_told_to_stop_stops_at_the_next_step() -> None:
    told: list[int] = []
    ear = ReportEar(lambda: told.append(1))
    ear(ReportProgress(ReportStep.READ, 1, 0))
    assert not told, "a blink is not worth telling"
    ear.stop()
    with pytest.raises(ReportStoppedError):
        ear(ReportProgress(ReportStep.READ, 2, 0))


def test_the_plot_ends_at_a_round_sum(screen: ReportsScreen) -> None:
    assert scale_of(shown_of(screen).bars) == Money.rupees(40_000)


@pytest.mark.parametrize("language", Language)
def test_two_days_and_a_cashier_fit_a_field_laptop(
    hands: Hands, screen: ReportsScreen, dressed: QApplication, language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(1024, 600)
    hands.press(Qt.Key.Key_F, ALT)
    hands.qtbot.waitUntil(screen.bar.last.isVisible)
    hands.qtbot.waitUntil(
        lambda: all(
            part.width() >= part.minimumSizeHint().width()
            for part in screen.bar.findChildren(QPushButton)
            if part.isVisible()
        )
    )
    assert hands.window.size().toTuple() == (1024, 600)
