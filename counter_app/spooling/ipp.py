"""Asks a CUPS for the state of one job, as RFC 8011 has it: ``lpstat`` shows a cancelled job as it shows a printed one.

One request, built by hand: Get-Job-Attributes for ``job-state`` alone. Every wait has a deadline.
"""

from __future__ import annotations

import http.client
import logging
import os
import re
import socket
from enum import IntEnum
from pathlib import Path

IPP_PORT = 631
SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
CLIENT_CONF = Path("/etc/cups/client.conf")
MOST_ANSWER_BYTES = 65_536

_VERSION, _GET_JOB_ATTRIBUTES, _REQUEST_ID = b"\x02\x00", b"\x00\x09", b"\x00\x00\x00\x01"
_OPERATION_GROUP, _END = b"\x01", b"\x03"
_CHARSET, _LANGUAGE, _URI, _KEYWORD, _ENUM = 0x47, 0x48, 0x45, 0x44, 0x23
_JOB_STATE = b"job-state"
_SERVER_NAME = re.compile(r"^\s*ServerName\s+(\S+)", re.MULTILINE)

_log = logging.getLogger(__name__)


class JobState(IntEnum):
    """RFC 8011, 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


def job_state(job_id: int, timeout_seconds: float) -> JobState | None:
    """How the job stands; None where the server is not reached, has forgotten it, or says something else."""
    connection = _connection(timeout_seconds)
    try:
        headers = {"Content-Type": "application/ipp"}
        connection.request("POST", "/jobs/", _question(job_id), headers)
        answer = connection.getresponse().read(MOST_ANSWER_BYTES)
    except (OSError, http.client.HTTPException) as error:
        _log.warning("the spooler does not tell of job %d: %s", job_id, error)
        return None
    finally:
        connection.close()
    return _state_in(answer)


def _question(job_id: int) -> bytes:
    uri = f"ipp://localhost/jobs/{job_id}".encode()
    return b"".join(
        (
            _VERSION,
            _GET_JOB_ATTRIBUTES,
            _REQUEST_ID,
            _OPERATION_GROUP,
            _attribute(_CHARSET, b"attributes-charset", b"utf-8"),
            _attribute(_LANGUAGE, b"attributes-natural-language", b"en"),
            _attribute(_URI, b"job-uri", uri),
            _attribute(_KEYWORD, b"requested-attributes", _JOB_STATE),
            _END,
        )
    )


def _attribute(tag: int, name: bytes, value: bytes) -> bytes:
    sizes = (len(part).to_bytes(2, "big") for part in (name, value))
    return bytes([tag]) + next(sizes) + name + next(sizes) + value


def _state_in(answer: bytes) -> JobState | None:
    begins = _attribute(_ENUM, _JOB_STATE, bytes(4))[:-4]
    _, found, rest = answer.partition(begins)
    try:
        return JobState(int.from_bytes(rest[:4], "big")) if found else None
    except ValueError:
        return None


def _connection(timeout_seconds: float) -> http.client.HTTPConnection:
    """To the server that ``lp`` talks to: CUPS_SERVER, its own file, this computer's socket, this computer's port."""
    named = os.environ.get("CUPS_SERVER", "") or _named_in_file()
    if not named:
        named = next((one for one in SOCKETS if Path(one).exists()), "localhost")
    if named.startswith("/"):
        return _SocketConnection(named, timeout_seconds)
    host, _, port = named.partition("/")[0].partition(":")
    number = int(port) if port.isdecimal() else IPP_PORT
    return http.client.HTTPConnection(host, number, timeout=timeout_seconds)


def _named_in_file() -> str:
    try:
        found = _SERVER_NAME.search(CLIENT_CONF.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return found[1] if found else ""


class _SocketConnection(http.client.HTTPConnection):
    """HTTP through a socket of this computer."""

    def __init__(self, path: str, timeout_seconds: float) -> None:
        super().__init__("localhost", timeout=timeout_seconds)
        self._path, self._timeout_seconds = path, timeout_seconds

    def connect(self) -> None:
        """Open it. Raises OSError."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self._timeout_seconds)
        self.sock.connect(self._path)
