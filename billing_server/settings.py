"""The server's limits: each has a name, a unit and a default; a deployment overrides by argument."""

from __future__ import annotations

from dataclasses import dataclass, field

from billing_server.console.settings import ConsoleSettings
from counter_app.wire.exchange import MOST_BATCH_BYTES

SECONDS_PER_DAY = 86_400
ENVELOPE_BYTES = 8 * 1024
"""Room for what stands around the messages of a batch."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Limits of one server."""

    most_body_bytes: int = MOST_BATCH_BYTES + ENVELOPE_BYTES
    """Of a request, before and after decompression."""
    page_consumers: int = 5_000
    """Consumers told in one page of changes."""
    request_window_seconds: int = 300
    """How far a request's signature may stand from the server's clock; replays are remembered as long."""
    time_tolerance_seconds: int = 12 * 3_600
    """A payment recorded further outside of its bracket of signed times is TIME_DOUBTFUL."""
    code_valid_seconds: int = 3 * SECONDS_PER_DAY
    """An unused enrolment code dies after this."""
    certificate_valid_seconds: int = 3 * 365 * SECONDS_PER_DAY
    requests_per_second: float = 20.0
    """Sustained, for one key, or one address before enrolment."""
    burst_requests: int = 200
    enrolments_per_minute: float = 10.0
    """For one address: a code is 40 bits, so guessing stays hopeless."""
    receipt_checks_per_minute: float = 20.0
    """For one address: one guess in 65,000 meets a receipt (``wire.check_code``), so a day finds less than one."""
    busy_retry_after_seconds: int = 5
    """What a counter is told when the database is busy or gone."""
    console: ConsoleSettings = field(default_factory=ConsoleSettings)
    """Limits of the head office's pages."""
