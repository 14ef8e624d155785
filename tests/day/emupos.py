"""``emupos``, a printer emulator that others wrote, started in an environment of its own on the loopback."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EMUPOS = "emupos==0.4.0"
OLDEST_PYTHON = (3, 13)
LOOPBACK = "127.0.0.1"
API = "/api/v1"
INSTALL_TIMEOUT_SECONDS = 600
START_TIMEOUT_SECONDS = 90
STOP_TIMEOUT_SECONDS = 10
REQUEST_TIMEOUT_SECONDS = 30
STEP_SECONDS = 0.05
IDLE_MILLISECONDS = 400
"""A printer without cutter ends a receipt when nothing more comes for so long."""

SMALL_PROFILE = """
type: printer
name: 58 mm
dpi: 203
width_dots: 384
font_a: { width: 12, height: 24 }
font_b: { width: 9, height: 17 }
code_pages: { 0: PC437 }
default_code_page: 0
drawer_sensor_open_level: high
serial: { baud: 9600, data_bits: 8, parity: none, stop_bits: 1 }
"""

CONFIGURATION = """
schema: 1
api: {{ host: 127.0.0.1, port: {api} }}
devices:
  - {{ id: front, type: printer, profile: epson-tm-t20iii, receipts_dir: ./receipts,
       connections: [ {{ tcp: {{ port: {front} }} }}, {{ serial: {{ pty: true }} }} ] }}
  - {{ id: small, type: printer, profile: ./small.yaml, receipts_dir: ./receipts, job_idle_timeout_ms: {idle},
       connections: [ {{ tcp: {{ port: {small} }} }}, {{ serial: {{ pty: true }} }} ] }}
"""


class NoPython(Exception):
    """This computer has no Python that emupos runs on."""


def find_python() -> Path:
    """A Python of 3.13 or later: this one, one on the path, or one of pyenv's. Raises NoPython."""
    named = [shutil.which(f"python3.{minor}") for minor in range(OLDEST_PYTHON[1], 20)]
    pyenv = sorted(Path("~/.pyenv/versions").expanduser().glob("3.1[3-9]*/bin/python"))
    for candidate in (sys.executable, *filter(None, named), *map(str, pyenv)):
        program = f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
        with suppress(OSError):
            if (
                subprocess.run(
                    [candidate, "-c", program], check=False, capture_output=True
                ).returncode
                == 0
            ):
                return Path(candidate)
    raise NoPython


def install(folder: Path) -> Path:
    """Make an environment with emupos in the folder; its command."""
    environment = folder / "environment"
    subprocess.run(
        [find_python(), "-m", "venv", environment], check=True, timeout=INSTALL_TIMEOUT_SECONDS
    )
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run(
        [scripts / "python", "-m", "pip", "install", "--quiet", EMUPOS],
        check=True,
        capture_output=True,
        timeout=INSTALL_TIMEOUT_SECONDS,
    )
    return scripts / "emupos"


@dataclass(frozen=True, slots=True)
class Emupos:
    """The emulator at work: printer ``front`` is 80 mm, ``small`` is 58 mm without cutter.

    Each is reached by a port of the loopback and by a pseudo-terminal, as by a serial cable.
    """

    api_port: int
    ports: dict[str, int]
    serial: dict[str, Path]
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, method: str, path: str) -> bytes:
        """One request to its control interface. Raises OSError and AssertionError."""
        connection = http.client.HTTPConnection(
            LOOPBACK, self.api_port, timeout=REQUEST_TIMEOUT_SECONDS
        )
        try:
            connection.request(method, API + path)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        assert answer.status < http.client.BAD_REQUEST, f"{method} {path}: {content.decode()}"
        return content

    def receipts(self, device: str) -> list[dict[str, object]]:
        """What came out of the printer, newest first."""
        listed: list[dict[str, object]] = json.loads(self.ask("GET", f"/devices/{device}/receipts"))
        return listed

    def new_receipt(self, device: str, before: int) -> tuple[dict[str, object], bytes]:
        """The next receipt after so many, with its picture as PNG."""
        deadline = time.monotonic() + REQUEST_TIMEOUT_SECONDS
        while len(receipts := self.receipts(device)) <= before:
            assert time.monotonic() < deadline, f"{device}: no receipt came out"
            time.sleep(STEP_SECONDS)
        return receipts[0], self.ask("GET", f"/devices/{device}/receipts/{receipts[0]['id']}/image")

    def drawer_is_open(self, device: str) -> bool:
        """Whether the drawer was kicked and not closed since."""
        state = json.loads(self.ask("GET", f"/devices/{device}"))["state"]
        return "open" in json.dumps(state["drawer"])

    def set_fault(self, device: str, fault: str, *, is_on: bool) -> None:
        """paper-near-end, paper-out, cover-open, offline."""
        self.ask("PUT" if is_on else "DELETE", f"/devices/{device}/faults/{fault}")

    def text(self, device: str, receipt: dict[str, object]) -> str:
        """What a receipt says in the printer's own type; pictures and codes are marks in it."""
        return self.ask("GET", f"/devices/{device}/receipts/{receipt['id']}/text").decode()

    def stall(self) -> None:
        """Stop the whole emulator where it stands: it reads nothing and answers nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It works off what came meanwhile."""
        self.process.send_signal(signal.SIGCONT)

    def lose_power(self) -> None:
        """It is gone at once, whatever it was doing."""
        self.process.kill()
        self.process.wait(STOP_TIMEOUT_SECONDS)


@contextmanager
def running(folder: Path, command: Path) -> Iterator[Emupos]:
    """Start what ``install`` gave in a folder of its own, and stop it at the end."""
    folder.mkdir()
    api, front, small = _free_ports(3)
    (folder / "small.yaml").write_text(SMALL_PROFILE, encoding="utf-8")
    text = CONFIGURATION.format(api=api, front=front, small=small, idle=IDLE_MILLISECONDS)
    (folder / "emupos.yaml").write_text(text, encoding="utf-8")
    log_file = folder / "emupos.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [command, "run", "--config", "emupos.yaml"],
            cwd=folder,
            stdout=log,
            stderr=log,
            env={**os.environ, "TMPDIR": str(folder)},  # its pseudo-terminals are linked there
        )
        try:
            lines = {device: folder / "emupos" / device for device in ("front", "small")}
            ports = {"front": front, "small": small}
            emupos = Emupos(api, ports, lines, process, log_file)
            _wait_until_up(emupos)
            yield emupos
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever was done to it, it is gone afterwards."""
    process.send_signal(signal.SIGCONT)
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(STOP_TIMEOUT_SECONDS)


def _wait_until_up(emupos: Emupos) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while True:
        with suppress(OSError):
            emupos.ask("GET", "/health")
            return
        log = emupos.log.read_text(encoding="utf-8", errors="replace")
        assert emupos.process.poll() is None, log
        assert time.monotonic() < deadline, "emupos did not start"
        time.sleep(STEP_SECONDS)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server((LOOPBACK, 0)) for _ in range(count)]
    try:
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
