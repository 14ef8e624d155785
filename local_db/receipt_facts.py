"""What a receipt prints beyond its payment, frozen as canonical JSON.

The payment's own rows hold numbers, sums, tenders and allocations; these facts hold the rest as it was at
that moment: consumer, bill, names, and the date the bill was told. The arrays may only grow at their end.
"""

from __future__ import annotations

import msgspec

from counter_app.domain.receipt import CounterPlace, Receipt
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.exchange import BillTold, ConsumerTold
from counter_app.wire.messages import microseconds
from local_db.told import bill_told, consumer_told


class ReceiptFacts(msgspec.Struct, frozen=True, array_like=True):
    """``told_at_us`` None: the bills in hand had no date."""

    consumer: ConsumerTold
    bill: BillTold
    cashier_name_en: str
    cashier_name_hi: str
    told_at_us: int | None


class PlaceFacts(msgspec.Struct, frozen=True):
    """Fields as in ``domain.receipt.CounterPlace``."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    office_en: str
    office_hi: str
    helpline: str


_FACTS = msgspec.json.Decoder(ReceiptFacts)
_PLACE = msgspec.json.Decoder(PlaceFacts)


def facts_text(receipt: Receipt) -> str:
    """The facts of a receipt."""
    facts = ReceiptFacts(
        consumer=consumer_told(receipt.payment.consumer),
        bill=bill_told(receipt.bill),
        cashier_name_en=receipt.cashier_name_en,
        cashier_name_hi=receipt.cashier_name_hi,
        told_at_us=None if receipt.told_at is None else microseconds(receipt.told_at),
    )
    return canonical_bytes(facts).decode()


def facts_of(text: str) -> ReceiptFacts:
    """The facts as they were frozen."""
    return _FACTS.decode(text)


def place_text(place: CounterPlace) -> str:
    """The facts of a place."""
    facts = PlaceFacts(
        counter_id=place.counter_id,
        counter_name=place.counter_name,
        division_en=place.division_en,
        division_hi=place.division_hi,
        office_en=place.office_en,
        office_hi=place.office_hi,
        helpline=place.helpline,
    )
    return canonical_bytes(facts).decode()


def place_of(text: str) -> CounterPlace:
    """The place as it was frozen."""
    return CounterPlace(**msgspec.structs.asdict(_PLACE.decode(text)))
