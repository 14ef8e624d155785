"""Clocks and identifiers that stand still until a test moves them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from counter_app.wire.messages import ClockEvidence, microseconds
from tests.builders import NOW

_MINUTES_AHEAD_OF_UTC = 330
_FIRST_ID = UUID("01930000-0000-7000-8000-000000010000")
_MICROSECOND = timedelta(microseconds=1)


@dataclass
class FakeClock:
    """A wall clock and a monotonic one; ``passes`` moves both, ``is_set_to`` the wall clock alone."""

    moment: datetime = NOW
    monotonic_us: int = 5_000_000
    boot_id: str = "boot-1"

    def now(self) -> datetime:
        return self.moment

    def evidence(self, server_time_us: int) -> ClockEvidence:
        return ClockEvidence(
            utc_us=microseconds(self.moment),
            offset_minutes=_MINUTES_AHEAD_OF_UTC,
            monotonic_us=self.monotonic_us,
            boot_id=self.boot_id,
            server_time_us=server_time_us,
        )

    def passes(self, time: timedelta) -> None:
        """So much time goes by."""
        self.moment += time
        self.monotonic_us += time // _MICROSECOND

    def is_set_to(self, moment: datetime) -> None:
        """Somebody sets the computer's clock, forward or back."""
        self.moment = moment


@dataclass
class FixedIds:
    """Identifiers of version 7 in a row: the same in every run."""

    given: int = 0

    def fresh(self) -> UUID:
        self.given += 1
        return UUID(int=_FIRST_ID.int + self.given)
