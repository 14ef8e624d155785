"""The outbox onto a stick, and the centre's answer back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases.views import CarriedOut
from tests.ui.consumers import ORDINARY
from tests.ui.test_lists import offline, outbox, pay
from ui.language import Language, speak
from ui.widgets.buttons import KeyButton

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands
    from ui.outbox_screen import OutboxScreen

ALT = Qt.KeyboardModifier.AltModifier
STICK = Path("/media/stick")


@pytest.fixture
def screen(hands: Hands, counter: FakeCounter, monkeypatch: pytest.MonkeyPatch) -> OutboxScreen:
    """The outbox, one payment in it."""
    # a picture-less platform gives the focus back to nobody when a dialog closes
    monkeypatch.setattr(QFileDialog, "open", lambda _self: None)
    offline(counter)
    pay(hands, counter, ORDINARY)
    shown = outbox(hands)
    hands.qtbot.waitUntil(lambda: len(shown.table.rows) == 1)
    return shown


def choose(hands: Hands, screen: OutboxScreen, key: Qt.Key, path: Path) -> None:
    hands.press(key, ALT)
    (dialog,) = screen.carrying.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.deleteLater()
    hands.qtbot.waitUntil(lambda: screen.carrying.findChildren(QFileDialog) == [])


def test_a_stick_takes_the_outbox_and_brings_the_answer(
    hands: Hands, counter: FakeCounter, screen: OutboxScreen
) -> None:
    choose(hands, screen, Qt.Key.Key_C, STICK)
    hands.qtbot.waitUntil(lambda: "Written for the centre" in screen.notice.said)
    assert f"Messages in {STICK / 'carry-C07-1-9.kesco'}: 1." in screen.notice.said
    assert len(screen.table.rows) == 1
    choose(hands, screen, Qt.Key.Key_R, STICK / "back.kesco")
    hands.qtbot.waitUntil(lambda: "Answer read" in screen.notice.said)
    hands.qtbot.waitUntil(lambda: "Everything is at the centre" in hands.seen())
    assert counter.asked("carry_in") == [STICK / "back.kesco"]


def test_what_did_not_fit_is_said(screen: OutboxScreen) -> None:
    out = CarriedOut(STICK / "carry-C07-1-9.kesco", 7, 2)
    screen.carrying._carried_out(out)  # noqa: SLF001 - what the lane brings
    assert "Left for another file, after the answer: 2." in screen.notice.said


@pytest.mark.parametrize(
    ("verb", "key", "error", "said"),
    [
        ("carry_out", Qt.Key.Key_C, Fault(FaultCode.FILE_NOT_WRITTEN), "could not be written"),
        ("carry_out", Qt.Key.Key_C, Refusal(RefusalCode.FILE_HOLDS_NOTHING), "nothing to carry"),
        ("carry_in", Qt.Key.Key_R, Refusal(RefusalCode.FILE_CUT, file="b"), "only half there"),
    ],
)
def test_what_cannot_be_carried_is_told_and_may_be_tried_again(
    hands: Hands,
    counter: FakeCounter,
    screen: OutboxScreen,
    verb: str,
    key: Qt.Key,
    error: Fault | Refusal,
    said: str,
) -> None:
    counter.fails[verb] = [error]
    choose(hands, screen, key, STICK)
    hands.qtbot.waitUntil(lambda: said in screen.notice.said)
    assert all(one.isEnabled() for one in screen.carrying.findChildren(KeyButton))


@pytest.mark.parametrize("language", Language)
def test_the_buttons_fit_the_smallest_screen(
    hands: Hands, screen: OutboxScreen, dressed: QApplication, language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(1024, 600)
    hands.qtbot.wait(0)
    assert hands.window.size().toTuple() == (1024, 600)
    for button in screen.carrying.findChildren(KeyButton):
        assert button.width() >= button.minimumSizeHint().width()
