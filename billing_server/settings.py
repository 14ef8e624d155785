"""The server's limits: each has a name, a unit and a default; a deployment overrides by argument."""

from __future__ import annotations

from dataclasses import dataclass, field

from billing_server.console.settings import ConsoleSettings
from billing_server.store.commits import Commit  # noqa: TC001 - msgspec reads it
from billing_server.store.snapshot_build import SnapshotLimits
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
    """How old a request's signature may be by the server's clock; replays are remembered as long."""
    request_ahead_seconds: int = 5
    """How far its date may lie ahead of it. A counter dates by the centre's signed time, so it need not be more; as
    long is everybody told to come again after a crash of PostgreSQL that emptied the memory of replays."""
    time_tolerance_seconds: int = 12 * 3_600
    """A payment recorded further outside of its bracket of signed times is TIME_DOUBTFUL."""
    code_valid_seconds: int = 3 * SECONDS_PER_DAY
    """An unused enrolment code dies after this."""
    certificate_valid_seconds: int = 3 * 365 * SECONDS_PER_DAY
    worker_count: int = 1
    """Processes that serve together; each grants its share of the two limits below, in its own memory. A counter
    that stays on one connection meets one process, so it gets its share alone."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks of the proxies in front: what they tell of a request's address is believed."""
    requests_per_second: float = 20.0
    """Sustained, for one key, or one address before enrolment, by all processes together."""
    burst_requests: int = 200
    enrolments_per_minute: int = 10
    """For one address, exact for all processes: a code is 40 bits, so guessing stays hopeless."""
    needs_standby: Commit | None = None
    """A batch and an enrolment are answered only when a synchronous standby holds them, by this much."""
    standby_most_seconds: int = 10
    """For such a transaction, its wait for the standby included; then the counter is told to come again."""
    receipt_checks_per_minute: int = 20
    """The same: one guess in 65,000 meets a receipt (``wire.check_code``), so a day finds less than one."""
    public_check_url: str = ""
    """The address of the page ``/check/`` as anybody's phone reaches it; receipts print it, ``#`` last, before their
    figures. Empty: their QR code holds the figures alone, for our own scanners and the page's own camera."""
    receipt_gone_days: int = 120
    """How long the list that receipts are checked by tells a payment that does not stand any more."""
    receipt_list_seconds: int = 60
    """The list is read from the database so often at most; what it says is as of then."""
    busy_retry_after_seconds: int = 5
    """What a counter is told when the database is busy or gone."""
    console: ConsoleSettings = field(default_factory=ConsoleSettings)
    """Limits of the head office's pages."""
    snapshot_hours: int = 0
    """A manifest asked for when the newest snapshot is older has a new one built aside; 0 leaves it to a scheduler."""
    snapshot_limits: SnapshotLimits = field(default_factory=SnapshotLimits)
    snapshot_valid_days: int = 35
    """An older one is told to nobody: the changes since are more than it is worth."""
