"""Hindi through the speech that this computer has: a program of the platform, started for each sentence.

Nothing waits for it. A newer sentence ends the one being said, none lasts longer than ``LONGEST_SECONDS``, and where
there is no voice it stays silent: that is noted for the technician, and told nobody else.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.facing import FacingFact, FacingState

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_SECONDS = 20.0
"""A crore in words takes nine."""

HUSH_SECONDS = 2.0
TEXT_VARIABLE = "KESCO_COUNTER_SAYS"
"""Where a script finds the sentence: it is never a part of the script."""

_WINDOWS_SCRIPT = (
    "Add-Type -AssemblyName System.Speech; "
    "$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice = $speaker.GetInstalledVoices() | Where-Object { $_.Enabled -and "
    "$_.VoiceInfo.Culture.Name -eq 'hi-IN' } | Select-Object -First 1; "
    "if (-not $voice) { [Console]::Error.WriteLine('no Hindi voice is installed'); exit 3 }; "
    "$speaker.SelectVoice($voice.VoiceInfo.Name); "
    f"$speaker.Speak($env:{TEXT_VARIABLE})"
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One program that speaks Hindi. It finds the sentence as its last argument, or in ``TEXT_VARIABLE``.

    ``hush`` ends what an earlier call left to a service that speaks for it.
    """

    program: str
    arguments: tuple[str, ...]
    is_told_by_argument: bool = True
    hush: tuple[str, ...] = ()


SPEAKERS: dict[str, tuple[Speaker, ...]] = {
    "linux": (
        Speaker("espeak-ng", ("-v", "hi", "-s", "140", "--")),
        Speaker("spd-say", ("-w", "-l", "hi", "--"), hush=("-C",)),
        Speaker("espeak", ("-v", "hi", "-s", "140", "--")),
    ),
    "darwin": (Speaker("say", ("-v", "Lekha", "--")),),
    "win32": (
        Speaker(
            "powershell",
            ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS_SCRIPT),
            is_told_by_argument=False,
        ),
    ),
}
"""What is tried on each platform, first first."""


class PlatformVoice:
    """Says one sentence at a time. ``fact`` may be read from any thread."""

    def __init__(
        self,
        speakers: Sequence[Speaker] | None = None,
        *,
        longest_seconds: float = LONGEST_SECONDS,
    ) -> None:
        self._speakers = list(SPEAKERS.get(sys.platform, ()) if speakers is None else speakers)
        self._longest_seconds = longest_seconds
        self._guard = threading.Lock()
        self._now: threading.Event | None = None
        """Set to end the sentence being said."""
        self.fact = FacingFact(FacingState.WAITING)

    def say(self, sentence: str) -> None:
        """Begin to say it, and end what is being said; returns at once and never raises."""
        with self._guard:
            self._end_sentence()
            speaker, path = self._speaker()
            if speaker is None:
                return
            self._now = ended = threading.Event()
        threading.Thread(
            target=self._speak,
            args=(speaker, path, sentence, ended),
            name="voice",
            daemon=True,
        ).start()

    def close(self) -> None:
        """Be silent."""
        with self._guard:
            self._end_sentence()

    def _end_sentence(self) -> None:
        if self._now is not None:
            self._now.set()
            self._now = None

    def _speaker(self) -> tuple[Speaker | None, str]:
        """The first that is installed, and its path."""
        for speaker in self._speakers:
            path = shutil.which(speaker.program)
            if path is not None:
                return speaker, path
        if self.fact.state is not FacingState.FAILS:
            names = ", ".join(speaker.program for speaker in self._speakers)
            self._fail("", f"no program that speaks: {names or sys.platform}")
        return None, ""

    def _speak(self, speaker: Speaker, path: str, sentence: str, ended: threading.Event) -> None:
        """On a thread of its own: start the program, and see to it that it ends."""
        try:
            if speaker.hush:
                subprocess.run(  # noqa: S603 - a program of ``SPEAKERS`` and words of ours, without a shell
                    (path, *speaker.hush),
                    check=False,
                    timeout=HUSH_SECONDS,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                )
            if ended.is_set():
                return
            running = _started(speaker, path, sentence)
        except (OSError, subprocess.SubprocessError) as error:
            self._give_up(speaker, str(error))
            return
        self._see_to_its_end(speaker, running, ended)

    def _see_to_its_end(
        self, speaker: Speaker, running: subprocess.Popen[bytes], ended: threading.Event
    ) -> None:
        watch = threading.Thread(target=self._end_when_told, args=(running, ended), daemon=True)
        watch.start()
        _, said = running.communicate()
        is_cut = ended.is_set()
        ended.set()
        watch.join()
        if is_cut:
            return
        if running.returncode:
            lines = said.decode(errors="replace").strip().splitlines()
            self._give_up(speaker, lines[-1] if lines else f"it ended with {running.returncode}")
        else:
            self.fact = FacingFact(FacingState.WORKS, speaker.program)

    def _end_when_told(self, running: subprocess.Popen[bytes], ended: threading.Event) -> None:
        """A newer sentence came, or this one lasts too long."""
        is_told = ended.wait(self._longest_seconds)
        if running.poll() is None:
            _end(running)
            if not is_told:
                _log.warning("a spoken amount was cut after %s s", self._longest_seconds)

    def _give_up(self, speaker: Speaker, detail: str) -> None:
        """This one does not speak Hindi: the next sentence is tried with the next program, if there is one."""
        with self._guard:
            if speaker in self._speakers:
                self._speakers.remove(speaker)
        self._fail(speaker.program, detail)

    def _fail(self, name: str, detail: str) -> None:
        _log.warning("spoken amount: %s %s", name, detail)
        self.fact = FacingFact(FacingState.FAILS, name, detail)


def _started(speaker: Speaker, path: str, sentence: str) -> subprocess.Popen[bytes]:
    """No shell anywhere: the sentence is one argument, or one variable."""
    arguments = (*speaker.arguments, *((sentence,) if speaker.is_told_by_argument else ()))
    return subprocess.Popen(  # noqa: S603 - a program of ``SPEAKERS``; the sentence is numbers in words, without a shell
        (path, *arguments),
        env={**os.environ, TEXT_VARIABLE: sentence},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(running: subprocess.Popen[bytes]) -> None:
    """It, and what it started."""
    try:
        if sys.platform == "win32":
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)
    except OSError as error:
        _log.info("ending a spoken amount: %s", error)
