"""The window as the composition root shows it, on a real ledger and server."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from counter_app import __main__, launch
from counter_app.launch import EXIT_BUG, EXIT_NO_PLACE, Shown, show_counter, show_window
from counter_app.workstation.clock import SystemClock
from counter_app.workstation.paths import Places
from counter_app.workstation.settings import TerminalChoice, read_settings, write_settings
from tests.day.stage import (
    CASHIER,
    PIN,
    bare_stage,
    enrolment_code,
    payable_accounts,
    set_stage,
)
from tests.terminals.faults import TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal
from tests.terminals.wires import LOOPBACK, TcpHost
from ui.application import dress
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.day.stage import Stage

CONSUMERS, SEED = 60, 11
OFFSCREEN_SAYS = "This plugin does not support .*"
pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN_SAYS, extend=True)


@pytest.fixture
def app(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """The one application of the test run stands in for a fresh one; the log is put back."""

    def make_application(_arguments: object, preferences: Preferences) -> QApplication:
        dress(qapp, preferences)
        return qapp

    monkeypatch.setattr("ui.application.make_application", make_application)
    before = (sys.excepthook, logging.root.handlers[:], logging.root.level)
    yield qapp
    sys.excepthook = before[0]
    for handler in set(logging.root.handlers) - set(before[1]):
        logging.root.removeHandler(handler)
        handler.close()
    logging.root.setLevel(before[2])
    dress(qapp, Preferences())


@pytest.fixture
def shown(app: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    """Its window is deleted here: garbage is collected on any thread, and a widget must not be."""
    places = Places(tmp_path)
    launch.make_places(places)
    shown = show_window(places, ["test"])
    qtbot.addWidget(shown.window)
    yield shown
    shown.window.close()
    shown.counter.close()


def test_enrolled_by_hand_the_window_asks_who_sits_there(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    stage = bare_stage(tmp_path, consumers=20, seed=3)
    shown = show_window(stage.places, ["test"])
    qtbot.addWidget(shown.window)
    try:
        window = shown.window
        qtbot.waitUntil(lambda: window.sitting is not None)
        sitting = window.sitting
        assert sitting is not None
        qtbot.waitUntil(lambda: window.stack.currentWidget() is sitting.enrolment, timeout=20_000)
        shown.counter.desk.enrol(stage.server.url, enrolment_code(stage.server))
        shown.counter.desk.run_round()
        sitting.begin()
        window.stack.setCurrentWidget(window.sign_in)
        qtbot.waitUntil(window.sign_in.enter_button.isEnabled)
        sitting.sign_in(CASHIER, PIN)
        qtbot.waitUntil(lambda: window.stack.currentWidget() is sitting.shift, timeout=20_000)
    finally:
        shown.window.close()
        shown.counter.close()
        stage.close()


@pytest.fixture
def simulated(tmp_path: Path) -> Iterator[tuple[Stage, SimulatedTerminal]]:
    """An enrolled counter whose settings name a card terminal on its network."""
    stage = set_stage(tmp_path, consumers=CONSUMERS, seed=SEED)
    simulated = SimulatedTerminal()
    with TcpHost(simulated.serve) as host:
        settings, _ = read_settings(stage.places.settings, SystemClock().now())
        choice = TerminalChoice(kind="tcp", host=LOOPBACK, port=host.port, tid=simulated.tid)
        write_settings(stage.places.settings, msgspec.structs.replace(settings, terminal=choice))
        yield stage, simulated
    stage.close()


@pytest.mark.usefixtures("app")
def test_a_bill_is_charged_at_the_terminal_once_although_its_answer_is_lost(
    simulated: tuple[Stage, SimulatedTerminal], qtbot: QtBot
) -> None:
    stage, terminal = simulated
    terminal.faults.append(TerminalFault.DROPPED_AFTER)
    shown = show_window(stage.places, ["test"])
    window, desk = shown.window, shown.counter.desk
    qtbot.addWidget(window)
    try:
        qtbot.waitUntil(window.sign_in.enter_button.isEnabled, timeout=20_000)
        sitting = window.grow()
        assert sitting is not None
        sitting.sign_in(CASHIER, PIN)
        screen = sitting.workroom.payment
        qtbot.waitUntil(lambda: screen.charging.is_connected, timeout=20_000)
        account_no, due = next(payable_accounts(desk, CONSUMERS, SEED))
        screen.scan(account_no)
        qtbot.waitUntil(lambda: screen.is_paying, timeout=20_000)
        for key in (Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Return):
            QTest.keyClick(window.windowHandle(), key)
        qtbot.waitUntil(lambda: screen.outcome.taken is not None, timeout=30_000)
        assert [paise for _, paise in terminal.charges] == [due.paise]
        assert desk.open_charges() == ()
    finally:
        window.close()
        shown.counter.close()


def test_a_chosen_look_is_there_at_the_next_start(
    app: QApplication, shown: Shown, qtbot: QtBot
) -> None:
    shown.window.grow()
    shown.window.switch_language()
    qtbot.waitUntil(shown.counter.places.looks.exists)
    shown.window.close()
    again = show_window(shown.counter.places, ["test"])
    qtbot.addWidget(again.window)
    assert again.window.preferences.language == "hi"
    again.window.close()
    again.counter.close()


def test_a_bug_is_logged_shown_and_ends_the_window(
    shown: Shown, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    bugs = launch.stop_on_bugs(shown)
    for bug in (ValueError("ours"), ValueError("and again")):
        sys.excepthook(ValueError, bug, None)
    boxes = shown.window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "must stop" in boxes[0].text()
    assert [record.levelname for record in caplog.records].count("CRITICAL") == 2
    assert "ours" in capsys.readouterr().err
    boxes[0].accept()
    assert not shown.window.isVisible()
    assert len(bugs) == 2


def test_the_program_ends_with_the_code_of_its_loop_or_of_its_bug(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_bug(shown: Shown) -> list[BaseException]:
        shown.window.close()
        return [ValueError()]

    def until_closed(self: QApplication) -> int:
        self.closeAllWindows()
        return 0

    monkeypatch.setattr(type(app), "exec", until_closed)
    assert show_counter(Places(tmp_path), ["test"]) == 0
    monkeypatch.setattr(launch, "stop_on_bugs", one_bug)
    assert show_counter(Places(tmp_path), ["test"]) == EXIT_BUG


def test_no_place_to_write_is_told_before_any_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    assert __main__.main(["--home", str(tmp_path / "taken")]) == EXIT_NO_PLACE
    assert "no place to write" in capsys.readouterr().err
