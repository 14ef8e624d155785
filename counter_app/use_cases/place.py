"""Where money is taken, as the certificate says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt import CounterPlace

if TYPE_CHECKING:
    from counter_app.wire.exchange import Certificate


def place_of(certificate: Certificate) -> CounterPlace:
    """The place as receipts and reports print it."""
    return CounterPlace(
        counter_id=certificate.counter_id,
        counter_name=certificate.counter_name,
        division_en=certificate.division_en,
        division_hi=certificate.division_hi,
    )
