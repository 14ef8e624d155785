"""The spoken amount: a real program is started for it, in the platform's way, and never waited for."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.facing import FacingState
from counter_app.domain.money import Money
from counter_app.domain.spoken import total_spoken
from counter_app.workstation.voice import SPEAKERS, TEXT_VARIABLE, PlatformVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("the stand-in is a script of a Unix shell", allow_module_level=True)

SENTENCE = total_spoken(Money.rupees(1450, 50))
SPEAKS = 'printf "%s\\n" "$@" > "$HEARD.part"; mv "$HEARD.part" "$HEARD"'
TALKS_FOR_EVER = 'echo $$ > "$HEARD.part"; mv "$HEARD.part" "$HEARD"; sleep 600'


class Bench:
    """A PATH with nothing on it but what the test puts there, and what was said."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.heard = folder, folder / "heard"
        monkeypatch.setenv("PATH", f"{folder}")
        monkeypatch.setenv("HEARD", str(self.heard))

    def install(self, program: str, does: str) -> None:
        """A program that does this."""
        path = self.folder / program
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{does}\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


@pytest.fixture
def voice() -> Iterator[PlatformVoice]:
    voice = PlatformVoice(SPEAKERS["linux"])
    yield voice
    voice.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(1000):
        if is_so():
            return
        pause.wait(0.01)
    assert is_so()


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_sentence_goes_to_the_hindi_voice_as_one_argument(
    bench: Bench, voice: PlatformVoice
) -> None:
    bench.install("espeak-ng", SPEAKS)
    voice.say(SENTENCE)
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert bench.heard.read_text(encoding="utf-8").splitlines() == [
        "-v", "hi", "-s", "140", "--", "कुल जमा राशि एक हज़ार चार सौ पचास रुपये पचास पैसे",
    ]  # fmt: skip
    assert voice.fact.name == "espeak-ng"


def test_nothing_in_a_sentence_is_ever_a_command(bench: Bench, voice: PlatformVoice) -> None:
    bench.install("espeak-ng", SPEAKS)
    nasty = f"$(touch {bench.folder}/broken); `touch {bench.folder}/broken` -w \"x' & rm"
    voice.say(nasty)
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert bench.heard.read_text(encoding="utf-8").splitlines()[-1] == nasty
    assert not (bench.folder / "broken").exists()


def test_a_script_finds_the_sentence_in_a_variable_and_not_in_itself(bench: Bench) -> None:
    (speaker,) = SPEAKERS["win32"]
    assert SENTENCE not in " ".join(speaker.arguments)
    assert f"$env:{TEXT_VARIABLE}" in speaker.arguments[-1]
    bench.install(
        "powershell", f'printf "%s" "${TEXT_VARIABLE}" > "$HEARD.part"; mv "$HEARD.part" "$HEARD"'
    )
    voice = PlatformVoice([speaker])
    voice.say(SENTENCE)
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert bench.heard.read_text(encoding="utf-8") == SENTENCE


def test_a_newer_sentence_ends_the_one_being_said_and_all_it_started(
    bench: Bench, voice: PlatformVoice
) -> None:
    bench.install("espeak-ng", TALKS_FOR_EVER)
    voice.say(SENTENCE)
    wait_until(bench.heard.exists)
    talking = int(bench.heard.read_text(encoding="utf-8"))
    bench.install("espeak-ng", SPEAKS)
    voice.say("वापस")
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert bench.heard.read_text(encoding="utf-8").splitlines()[-1] == "वापस"
    wait_until(lambda: not is_running(talking))


def test_a_program_that_never_ends_is_ended(bench: Bench) -> None:
    bench.install("espeak-ng", TALKS_FOR_EVER)
    voice = PlatformVoice(SPEAKERS["linux"], longest_seconds=0.2)
    voice.say(SENTENCE)
    wait_until(bench.heard.exists)
    talking = int(bench.heard.read_text(encoding="utf-8"))
    wait_until(lambda: not is_running(talking))


def test_closing_the_counter_ends_the_sentence(bench: Bench, voice: PlatformVoice) -> None:
    bench.install("espeak-ng", TALKS_FOR_EVER)
    voice.say(SENTENCE)
    wait_until(bench.heard.exists)
    talking = int(bench.heard.read_text(encoding="utf-8"))
    voice.close()
    wait_until(lambda: not is_running(talking))


def test_saying_returns_before_the_program_has_done_anything(
    bench: Bench, voice: PlatformVoice
) -> None:
    bench.install("espeak-ng", TALKS_FOR_EVER)
    voice.say(SENTENCE)
    assert voice.fact.state is FacingState.WAITING
    wait_until(bench.heard.exists)


def test_without_any_program_it_is_silent_and_says_so_once(
    bench: Bench, voice: PlatformVoice, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        voice.say(SENTENCE)
    assert voice.fact.state is FacingState.FAILS
    assert voice.fact.detail == "no program that speaks: espeak-ng, spd-say, espeak"
    assert len(caplog.records) == 1


def test_a_platform_that_is_not_known_is_silent(bench: Bench) -> None:
    voice = PlatformVoice([])
    voice.say(SENTENCE)
    assert voice.fact.state is FacingState.FAILS


def test_a_program_without_a_hindi_voice_gives_way_to_the_next(
    bench: Bench, voice: PlatformVoice
) -> None:
    bench.install(
        "espeak-ng", 'echo "Error: The specified espeak-ng voice does not exist." >&2; exit 1'
    )
    voice.say(SENTENCE)
    wait_until(lambda: voice.fact.state is FacingState.FAILS)
    assert voice.fact.detail == "Error: The specified espeak-ng voice does not exist."
    bench.install("spd-say", SPEAKS)
    voice.say(SENTENCE)
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert voice.fact.name == "spd-say"


def test_a_program_that_cannot_be_started_is_a_note(bench: Bench, voice: PlatformVoice) -> None:
    bench.install("espeak-ng", "")
    (bench.folder / "espeak-ng").write_bytes(b"\x7fELF not really")
    voice.say(SENTENCE)
    wait_until(lambda: voice.fact.state is FacingState.FAILS)


def test_what_a_service_still_says_is_ended_first(bench: Bench) -> None:
    bench.install("spd-say", 'echo "$@" >> "$HEARD"')
    voice = PlatformVoice([one for one in SPEAKERS["linux"] if one.hush])
    voice.say("वापस")
    wait_until(lambda: voice.fact.state is FacingState.WORKS)
    assert bench.heard.read_text(encoding="utf-8").splitlines() == ["-C", "-w -l hi -- वापस"]


def test_a_hundred_sentences_in_a_row_end_with_the_last(bench: Bench, voice: PlatformVoice) -> None:
    bench.install("espeak-ng", 'printf "%s\\n" "$@" >> "$HEARD"')
    for number in range(100):
        voice.say(str(number))
    voice.say("the last")
    wait_until(lambda: bench.heard.exists() and "the last\n" in bench.heard.read_text())
    wait_until(lambda: not [one for one in threading.enumerate() if one.name == "voice"])
