"""How far this computer's clock is off, known from the centre's signed time alone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.sync.transport import Transport
    from counter_app.wire.exchange import ServerTime

CLOCKS_AGREE_SECONDS = 60.0
CLOCK_IS_WRONG_SECONDS = 3_600.0
"""Further off than this, the clock here and not the certificate is to blame."""
_EPOCH = datetime.fromtimestamp(0, UTC)
_DATES_OF_CERTIFICATES = frozenset(
    {FaultCode.CERTIFICATE_EXPIRED, FaultCode.CERTIFICATE_NOT_YET_VALID}
)


@dataclass(slots=True)
class CentreClock:
    """The centre's time beside ours. ``ask`` brings signed time, bound to a fresh nonce; it raises Fault."""

    now: Callable[[], datetime]
    ask: Callable[[Transport], ServerTime]
    skew: timedelta = timedelta(0)
    """Signed server time less this computer's, as last learnt; kept while the line is down."""

    def moment(self) -> datetime:
        """What time it is at the centre, as far as we know."""
        return self.now().astimezone(UTC) + self.skew

    def learn(self, transport: Transport) -> None:
        """How far our clock is off. Raises Fault."""
        told = self.ask(transport)
        self.skew = _moment(told.server_time_us) - self.now().astimezone(UTC)

    def compare(self, centre_us: int, transport: Transport) -> None:
        """Where the clocks do not agree, as far as we know, ask. A fault changes nothing."""
        if abs((_moment(centre_us) - self.moment()).total_seconds()) > CLOCKS_AGREE_SECONDS:
            with suppress(Fault):
                self.learn(transport)

    def blame(self, fault: Fault, transport: Transport) -> Fault:
        """Where a certificate is refused for its dates, whether the clock here is to blame; any other as it is.

        For that one question the dates are left alone. The answer is believed for its signature, as ever.
        """
        if fault.code not in _DATES_OF_CERTIFICATES:
            return fault
        timeless = transport.leaving_dates_alone()
        with suppress(Fault):
            self.learn(timeless)
        timeless.close()
        if abs(self.skew.total_seconds()) > CLOCK_IS_WRONG_SECONDS:
            return Fault(FaultCode.CLOCK_WRONG, f"off by {self.skew}; {fault.detail}")
        return fault


def _moment(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)
