"""How near a limit is, in words that do not tell how much there is; and every word of the till in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.shift import ShiftState
from counter_app.use_cases.custody_views import Limit, LimitOf
from tests.builders import a_shift
from ui.language import Language, speak
from ui.till_words import (
    LIMIT_WORDS,
    OPENING_WORDS,
    STATE_WORDS,
    WHY_WORDS,
    limit_text,
    limit_tone,
    till_fact,
    word,
)
from ui.widgets.limit_bar import LimitBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DRAWER = Limit(LimitOf.DRAWER, 0, 2_000_00, 5_000_00, 10_000_00)


@pytest.mark.parametrize(
    ("now", "tone", "text"),
    [
        (2_000_00, "positive", "Below ₹\u00a02,000.00"),
        (2_000_01, "caution", "Above ₹\u00a02,000.00: lessen it soon"),
        (5_000_01, "negative", "Each payment needs a supervisor's word"),
        (10_000_01, "negative", "Too much: give cash to the head cashier first"),
    ],
)
def test_a_limit_speaks_at_its_figures(
    dressed: QApplication, now: int, tone: str, text: str
) -> None:
    limit = replace(DRAWER, now=now)
    assert (limit_tone(limit), limit_text(limit)) == (tone, text)


def test_without_a_last_limit_there_is_none(dressed: QApplication) -> None:
    assert limit_tone(Limit(LimitOf.OFFLINE_HOURS, 24, 24, 72)) == "positive"
    assert limit_text(Limit(LimitOf.OFFLINE_HOURS, 30, 24, 72)) == "Above 24 h: lessen it soon"


def test_a_bar_tells_how_much_only_when_it_may(qtbot: QtBot, dressed: QApplication) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.show_limit(replace(DRAWER, now=3_000_00), tells_amount=False)
    assert "3,000" not in bar.said
    bar.show_limit(replace(DRAWER, now=3_000_00), tells_amount=True)
    assert "3,000" in bar.said


def test_the_strip_says_what_is_to_be_done_with_the_shift(dressed: QApplication) -> None:
    shift = a_shift()
    assert till_fact(None, None, None)[0] == "No shift"
    assert till_fact(shift, ShiftState.OPEN, DRAWER)[0] == "Shift 1 open"
    assert till_fact(shift, ShiftState.SUSPENDED, DRAWER)[0] == "Shift 1 suspended (Ctrl+T)"
    full = replace(DRAWER, now=3_000_00)
    said = "Shift 1: give cash up (Ctrl+T)"
    assert till_fact(shift, ShiftState.OPEN, full) == (said, "caution", "caution")
    fuller = replace(DRAWER, now=6_000_00)
    assert till_fact(shift, ShiftState.OPEN, fuller) == (said, "stop", "negative")


def test_every_word_is_there_in_both_languages(dressed: QApplication) -> None:
    tables = (
        (WHY_WORDS, MoveWhy),
        (OPENING_WORDS, OpeningWhy),
        (STATE_WORDS, ShiftState),
        (LIMIT_WORDS, LimitOf),
    )
    speak(dressed, Language.HINDI)
    for words, kinds in tables:
        assert set(words) == set(kinds)
        assert all(re.search("[\u0900-\u097f]", word(text)) for text in words.values())
