"""Pole and voice as the desk has them: made late, off unless they are set, and never a fault."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.facing import FacingFact, FacingState
from counter_app.facing_assembly import facing_verbs
from counter_app.workstation.settings import PoleChoice, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_both_are_off_until_they_are_set() -> None:
    closers: list[Callable[[], None]] = []
    verbs = facing_verbs(Settings(), closers)
    assert verbs["show_on_pole"]("A", "B") is False
    verbs["say_aloud"]("कुल")
    facts = verbs["facing_facts"]()
    assert (facts.pole, facts.voice) == (FacingFact(), FacingFact())
    for close in closers:
        close()


def test_a_model_that_is_not_known_is_a_note_with_those_that_are() -> None:
    verbs = facing_verbs(Settings(pole=PoleChoice(device="COM4", model="vfd-9000")), [])
    assert verbs["facing_facts"]().pole == FacingFact(FacingState.WAITING, "vfd-9000, COM4")
    assert verbs["show_on_pole"]("A", "B") is False
    told = verbs["facing_facts"]().pole
    assert told.state is FacingState.FAILS
    assert "no pole display 'vfd-9000'; there are: cd5220, epson-dm-d, plain" in told.detail


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
def test_a_display_that_is_set_shows_and_is_cleared_when_the_counter_closes() -> None:
    from tests.printing.pole_display import PoleOnPort

    port = PoleOnPort()
    closers: list[Callable[[], None]] = []
    verbs = facing_verbs(Settings(pole=PoleChoice(device=port.device)), closers)
    assert verbs["show_on_pole"]("THANK YOU", "") is True
    assert verbs["facing_facts"]().pole.state is FacingState.WORKS
    port.waits_for(("THANK YOU".ljust(20), " " * 20))
    for close in closers:
        close()
    port.waits_for((" " * 20, " " * 20))
    port.unplug()
    assert verbs["show_on_pole"]("A", "B") is False


def test_a_voice_that_is_set_and_not_there_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    closers: list[Callable[[], None]] = []
    verbs = facing_verbs(Settings(is_amount_spoken=True), closers)
    assert verbs["facing_facts"]().voice.state is FacingState.WAITING
    verbs["say_aloud"]("कुल")
    assert verbs["facing_facts"]().voice.state is FacingState.FAILS
    for close in closers:
        close()
