"""This computer's clocks and identifiers."""

from __future__ import annotations

import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from counter_app.domain.identity import IST
from counter_app.wire.messages import ClockEvidence, microseconds

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_BOOT_STEP_SECONDS = 60
_SECONDS_PER_MINUTE = 60
_NANOSECONDS_PER_MICROSECOND = 1000


class SystemClock:
    """The wall clock as evidence, the monotonic clock beside it."""

    def __init__(self) -> None:
        self._boot_id = boot_id()

    def now(self) -> datetime:
        """The moment in Indian Standard Time, to the microsecond."""
        return datetime.now(IST)

    def evidence(self, server_time_us: int) -> ClockEvidence:
        """All clocks at once; the offset is this computer's own, as set."""
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset()
        return ClockEvidence(
            utc_us=microseconds(local),
            offset_minutes=int(offset.total_seconds() // _SECONDS_PER_MINUTE) if offset else 0,
            monotonic_us=time.monotonic_ns() // _NANOSECONDS_PER_MICROSECOND,
            boot_id=self._boot_id,
            server_time_us=server_time_us,
        )


def boot_id() -> str:
    """Names this run of the computer: Linux's own id, else the minute it was started."""
    if sys.platform == "linux" and _BOOT_ID.exists():
        return _BOOT_ID.read_text(encoding="ascii").strip()
    started = time.time() - time.monotonic()
    return f"boot-{round(started / _BOOT_STEP_SECONDS)}"


class RisingIds:
    """UUID version 7 (RFC 9562): 48 bits of milliseconds, then a counter and randomness; always rising."""

    def __init__(self) -> None:
        self._last = 0
        self._guard = threading.Lock()

    def fresh(self) -> UUID:
        """A new id, larger than every one before it, also when the clock is set back."""
        milliseconds = time.time_ns() // 1_000_000
        made = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
        with self._guard:
            made = max(made, self._last + 1)
            made = (made & ~(0xF << 76)) | (0x7 << 76)
            made = (made & ~(0x3 << 62)) | (0x2 << 62)
            if made <= self._last:
                made = self._last + 1
            self._last = made
        return UUID(int=made)
