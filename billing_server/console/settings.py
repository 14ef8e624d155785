"""The console's limits: each has a name, a unit and a default; a deployment overrides by argument."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MINUTE_SECONDS = 60
_HOUR_SECONDS = 3_600


class ConsoleMode(StrEnum):
    """What one server process answers."""

    ON = "on"
    """The counters' contract and the console."""
    OFF = "off"
    """The contract alone."""
    ONLY = "only"
    """The console alone: behind another address than the counters'."""


@dataclass(frozen=True, slots=True)
class ConsoleSettings:
    """Limits of the console."""

    mode: ConsoleMode = ConsoleMode.ON
    idle_seconds: int = 30 * _MINUTE_SECONDS
    """A session without a request is over after this."""
    most_session_seconds: int = 10 * _HOUR_SECONDS
    """Every session is over after this: a working day."""
    seen_every_seconds: int = 60
    """A session's last use is written no more often than this, so that looking around writes little."""
    least_password_characters: int = 12
    most_password_characters: int = 128
    failures_of_name_and_address: int = 5
    """Wrong passwords of one name from one address before the waiting begins."""
    failures_of_name: int = 20
    """The same from anywhere: more, so that a stranger cannot lock a person out by a few tries."""
    tries_of_address: int = 120
    """Sign-ins from one address in an hour, of any name, right or wrong: an office may sit behind one."""
    first_wait_seconds: int = 15
    """After the first failure too many; doubled by each more."""
    most_wait_seconds: int = 15 * _MINUTE_SECONDS
    failures_forgotten_seconds: int = 24 * _HOUR_SECONDS
    most_form_bytes: int = 64 * 1024
    most_form_fields: int = 200
    most_file_bytes: int = 8 * 1024 * 1024
    """Of a list that is put in as a file, on pages that take one."""
    threads: int = 8
    """At work for the console at a time: people never take the threads that counters need."""
    hashes_at_once: int = 2
    """Passwords tried at a time: each takes its memory for a moment."""
    hash_memory_kib: int = 64 * 1024
    hash_rounds: int = 3
    """Argon2id as RFC 9106 advises where memory is short; one try takes about 50 ms."""
    silent_seconds: int = 15 * _MINUTE_SECONDS
    """A counter not heard for this long is shown as silent."""
    drift_seconds: int = 120
    """A counter's clock further off than this is shown as off."""
    certificate_warning_days: int = 60
    """A certificate that ends sooner is shown."""
    most_reason_characters: int = 300
    most_rows: int = 200
    """Of a long list, newest first."""
