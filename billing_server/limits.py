"""How often one key, or one address before enrolment, may ask: a bucket of tokens each."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from threading import Lock

from billing_server.problems import Code, ServerRefusal

MOST_BUCKETS = 10_000
_MICROSECONDS = 1_000_000


@dataclass(slots=True)
class RateLimit:
    """Tokens come back at ``per_second`` up to ``burst``; without one the asker is told when to come again."""

    per_second: float
    burst: float
    _left: dict[str, tuple[float, int]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def admit(self, asker: str, now_us: int) -> None:
        """Raises ServerRefusal TOO_MANY with the seconds to wait."""
        with self._lock:
            if len(self._left) >= MOST_BUCKETS:
                self._left.clear()
            tokens, since_us = self._left.get(asker, (self.burst, now_us))
            come_back = max(0, now_us - since_us) / _MICROSECONDS * self.per_second
            tokens = min(self.burst, tokens + come_back)
            if tokens < 1:
                self._left[asker] = (tokens, now_us)
                wait_seconds = math.ceil((1 - tokens) / self.per_second)
                raise ServerRefusal(Code.TOO_MANY, asker, retry_after_seconds=wait_seconds)
            self._left[asker] = (tokens - 1, now_us)
