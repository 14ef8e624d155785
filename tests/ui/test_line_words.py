"""The line in words, on the strip and on the outbox screen: how far, what stops it, when again, a clock that is off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from tests.builders import NOW
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.line_sentences import LINE_SENTENCES
from ui.line_words import again_text, progress_text, reached_text, skew_text
from ui.outbox_screen import OutboxScreen
from ui.workroom import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def outbox(hands: Hands) -> OutboxScreen:
    hands.go(Place.OUTBOX, Qt.Key.Key_F8)
    screen = hands.room.screen_of(Place.OUTBOX)
    assert isinstance(screen, OutboxScreen)
    return screen


def seated(qtbot: QtBot, counter: FakeCounter) -> Hands:
    hands = Hands(qtbot, a_window(qtbot, counter))
    hands.sign_in()
    return hands


def wait_for(hands: Hands, words: str) -> None:
    hands.qtbot.waitUntil(lambda: words in hands.seen())


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (RoundStep.PUSH, "Sending 1,20,000 of 4,70,000"),
        (RoundStep.SNAPSHOT, "Fetching bills 1,20,000 of 4,70,000"),
        (RoundStep.BUILD, "Storing bills 1,20,000 of 4,70,000"),
        (RoundStep.PULL, "Fetching changes 1,20,000 of 4,70,000"),
        (RoundStep.RESULTS, "Fetching decisions 1,20,000 of 4,70,000"),
        (RoundStep.COMPARE, "Comparing payments 1,20,000 of 4,70,000"),
    ],
)
def test_every_step_has_words(step: RoundStep, words: str) -> None:
    assert progress_text(RoundProgress(step, 1_20_000, 4_70_000)) == words
    assert progress_text(RoundProgress(step, 7, 0)) == words.partition(" 1,20")[0]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "again in 0 s"), (40, "again in 40 s"), (300, "again in 5 min")]
)
def test_the_next_try_is_said(seconds: int, words: str) -> None:
    assert again_text(seconds) == words


@pytest.mark.parametrize(
    ("skew", "words"),
    [
        (timedelta(seconds=90), ""),
        (timedelta(minutes=12), "Clock here 12 min slow"),
        (timedelta(minutes=-12), "Clock here 12 min fast"),
        (timedelta(hours=5), "Clock here 5 h slow"),
        (timedelta(days=-40), "Clock here 40 days fast"),
        (timedelta(days=9 * 365), "Clock here 9 years slow"),
    ],
)
def test_a_clock_that_is_off_is_told_by_how_much(skew: timedelta, words: str) -> None:
    assert skew_text(skew) == words


def test_a_server_reached_in_the_future_is_told_by_its_moment_and_not_as_just_now() -> None:
    assert reached_text(NOW + timedelta(hours=2), NOW) == "13:30"
    assert reached_text(NOW - timedelta(hours=2), NOW) == "2 h ago"
    assert reached_text(None, NOW) == "never yet"


def test_the_strip_says_when_it_is_tried_again(qtbot: QtBot) -> None:
    counter = FakeCounter(server_fault=Fault(FaultCode.SERVER_BUSY, retry_after_seconds=3600.0))
    hands = seated(qtbot, counter)
    wait_for(hands, "Server busy · 2 min ago · again in 60 min")
    hands.window.close()


@pytest.mark.parametrize("code", sorted(LINE_SENTENCES))
def test_each_failure_of_the_line_is_said_with_what_is_safe(qtbot: QtBot, code: FaultCode) -> None:
    hands = seated(qtbot, FakeCounter(server_fault=Fault(code, retry_after_seconds=3600.0)))
    screen = outbox(hands)
    title, text = LINE_SENTENCES[code]
    qtbot.waitUntil(lambda: screen.line.trouble.said == f"{title} {text}")
    assert screen.line.again.text() == "By itself again in 60 min; at once with F5"
    assert "safe here" in text
    hands.window.close()


def test_a_wrong_clock_is_told_on_both(qtbot: QtBot) -> None:
    hands = seated(qtbot, FakeCounter(skew=timedelta(minutes=12)))
    wait_for(hands, "Server reached just now · Clock here 12 min slow")
    screen = outbox(hands)
    assert "Clock here 12 min slow It shows 23 Nov 2026, 11:30" in screen.line.clock.said
    hands.window.close()


def test_a_long_round_shows_how_far_it_is_and_a_key_stops_it(qtbot: QtBot) -> None:
    counter = FakeCounter()
    hands = seated(qtbot, counter)
    wait_for(hands, "Server reached just now")
    counter.round_progress = [RoundProgress(RoundStep.PUSH, n, 1000) for n in (0, 100, 200)]
    screen = outbox(hands)
    assert screen.line.isHidden()
    hands.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not screen.line.round.isHidden())
    counter.round_steps.release()
    qtbot.waitUntil(lambda: screen.line.bar.value() == 100)
    wait_for(hands, "Sending 100 of 1,000 · Shift+F5 stops")
    hands.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    wait_for(hands, "Stopping…")
    assert not screen.line.stop_button.isEnabled()
    counter.round_steps.release(2)
    wait_for(hands, "Sync stopped by you · just now · again in 5 min")
    assert "F5 goes on from there." in screen.line.trouble.said
    counter.round_progress = []
    hands.press(Qt.Key.Key_F5)
    wait_for(hands, "Server reached just now")
    assert screen.line.isHidden()
    hands.window.close()
