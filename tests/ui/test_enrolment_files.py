"""Enrolment where no network is: the code, the invitation, the request to take along, the answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counter_app.domain.errors import Refusal, RefusalCode
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.language import Language, speak
from ui.widgets.buttons import KeyButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.enrolment_screen import EnrolmentScreen

ALT = Qt.KeyboardModifier.AltModifier
STICK = Path("/media/stick")


class AtEnrolment:
    """A new counter's window, at the files."""

    def __init__(self, qtbot: QtBot, counter: FakeCounter) -> None:
        self.window = a_window(qtbot, counter)
        self.hands = Hands(qtbot, self.window)
        self.hands.wait_for("Server address")
        assert self.window.sitting is not None
        self.screen: EnrolmentScreen = self.window.sitting.enrolment
        self.hands.press(Qt.Key.Key_F, ALT)

    def choose(self, key: Qt.Key, path: Path) -> None:
        """Press the step's key and choose a file."""
        self.hands.press(key, ALT)
        (dialog,) = self.screen.files.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.deleteLater()
        self.hands.qtbot.waitUntil(lambda: self.screen.files.findChildren(QFileDialog) == [])


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(is_enrolled=False)


@pytest.fixture
def desk(
    qtbot: QtBot, counter: FakeCounter, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AtEnrolment]:
    # a picture-less platform gives the focus back to nobody when a dialog closes
    monkeypatch.setattr(QFileDialog, "open", lambda _self: None)
    opened = AtEnrolment(qtbot, counter)
    yield opened
    opened.window.close()


def test_a_counter_without_a_network_is_enrolled_with_two_files(
    desk: AtEnrolment, counter: FakeCounter
) -> None:
    hands = desk.hands
    hands.type("GOOD-CODE")
    hands.enter()
    assert desk.screen.files.invitation_button.hasFocus()
    desk.choose(Qt.Key.Key_I, STICK / "invitation.kesco")
    hands.qtbot.waitUntil(lambda: "Request written" in desk.screen.notice.said)
    assert f"enrol-C07-request.kesco lies in {STICK}" in desk.screen.notice.said
    desk.choose(Qt.Key.Key_A, STICK / "answer.kesco")
    hands.wait_for("Cashier number")
    assert counter.asked("request_by_file") == [("GOOD-CODE", STICK / "invitation.kesco")]
    assert counter.asked("enrol_by_file") == [("GOOD-CODE", STICK / "answer.kesco")]


def test_no_file_is_chosen_before_the_code_is_typed(desk: AtEnrolment) -> None:
    desk.hands.press(Qt.Key.Key_I, ALT)
    assert desk.screen.code.problem == "Type the one-time code."
    assert desk.screen.files.findChildren(QFileDialog) == []


def test_a_file_that_is_not_taken_is_told_and_may_be_chosen_again(
    desk: AtEnrolment, counter: FakeCounter
) -> None:
    desk.hands.type("GOOD-CODE")
    counter.fails["enrol_by_file"] = [Refusal(RefusalCode.FILE_CUT, file="answer.kesco")]
    desk.choose(Qt.Key.Key_A, STICK / "answer.kesco")
    desk.hands.qtbot.waitUntil(
        lambda: "“answer.kesco” is only half there" in desk.screen.notice.said
    )
    desk.choose(Qt.Key.Key_A, STICK / "answer.kesco")
    desk.hands.wait_for("Cashier number")


def test_the_way_over_the_network_is_one_key_away(desk: AtEnrolment) -> None:
    assert not desk.screen.address.isVisible()
    desk.hands.press(Qt.Key.Key_F, ALT)
    assert desk.screen.address.isVisible()
    assert not desk.screen.files.isVisible()
    desk.hands.wait_for("Server address")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
def test_the_files_fit_the_smallest_screen(
    desk: AtEnrolment, dressed: QApplication, size: tuple[int, int], language: Language
) -> None:
    speak(dressed, language)
    desk.window.resize(*size)
    desk.screen.tell(Refusal(RefusalCode.FILE_NOT_GENUINE, file="answer-of-the-head-office.kesco"))
    desk.hands.qtbot.wait(0)
    parts = (desk.screen.code, *desk.screen.files.findChildren(KeyButton), desk.screen.way_button)
    for part in parts:
        assert part.height() >= part.minimumSizeHint().height()
        bottom = part.mapTo(desk.window, part.rect().bottomLeft()).y()
        assert bottom < size[1]
    assert desk.window.size().toTuple() == size
