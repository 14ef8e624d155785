"""What a receipt prints beyond its payment, frozen as canonical JSON.

The payment's own rows hold numbers, sums, tenders and allocations; these facts hold the rest as it was at
that moment: consumer, bill, names, and the date the bill was told. The arrays may only grow at their end.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import msgspec

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.purpose import USUAL_PURPOSES, Asks, Purpose, Settles
from counter_app.domain.receipt import CounterPlace, Receipt, RuleOrder, StampMark
from counter_app.domain.suspense import NotedConsumer
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.exchange import BillTold, ConsumerTold
from counter_app.wire.messages import microseconds
from counter_app.wire.rules import RuleApplied, applied_of, applied_told
from local_db.told import bill_told, consumer_told


class PurposeFacts(msgspec.Struct, frozen=True, array_like=True):
    """Fields as in ``domain.purpose.Purpose``."""

    code: str
    name_en: str
    name_hi: str
    settles: Settles
    asks: Asks
    account: LedgerAccount
    needs_reference: bool
    note_en: str
    note_hi: str
    is_for_prepaid: bool | None
    is_certificate: bool
    is_bank_paper_taken: bool


class StampFacts(msgspec.Struct, frozen=True, array_like=True):
    """How duty is met, above how many paise, and the rule that says so."""

    how: str
    above_paise: int
    rule: RuleApplied


class OrderFacts(msgspec.Struct, frozen=True, array_like=True):
    """The order a part payment stands on; ``valid_from`` ISO, empty for ever."""

    authority: str
    valid_from: str


class NotedFacts(msgspec.Struct, frozen=True, array_like=True):
    """Fields as in ``domain.suspense.NotedConsumer``."""

    name: str
    account_no: str
    meter_no: str
    bill_no: str
    mobile: str
    address: str


class ReceiptFacts(msgspec.Struct, frozen=True, array_like=True):
    """``told_at_us`` None: the bills in hand had no date."""

    consumer: ConsumerTold
    bill: BillTold | None
    cashier_name_en: str
    cashier_name_hi: str
    told_at_us: int | None
    purpose: PurposeFacts | None = None
    supervisor_name_en: str = ""
    supervisor_name_hi: str = ""
    stamp: StampFacts | None = None
    part_order: OrderFacts | None = None


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
_NOTED = msgspec.json.Decoder(NotedFacts)
_PLACE = msgspec.json.Decoder(PlaceFacts)


def facts_text(receipt: Receipt) -> str:
    """The facts of a receipt."""
    facts = ReceiptFacts(
        consumer=consumer_told(receipt.payment.consumer),
        bill=bill_told(receipt.bill) if receipt.bill else None,
        cashier_name_en=receipt.cashier_name_en,
        cashier_name_hi=receipt.cashier_name_hi,
        told_at_us=None if receipt.told_at is None else microseconds(receipt.told_at),
        purpose=PurposeFacts(**_fields_of(receipt.payment.purpose)),
        supervisor_name_en=receipt.supervisor_name_en,
        supervisor_name_hi=receipt.supervisor_name_hi,
        stamp=_stamp_told(receipt.stamp) if receipt.stamp else None,
        part_order=_order_told(receipt.part_order) if receipt.part_order else None,
    )
    return canonical_bytes(facts).decode()


def facts_of(text: str) -> ReceiptFacts:
    """The facts as they were frozen."""
    return _FACTS.decode(text)


def purpose_of(facts: ReceiptFacts) -> Purpose:
    """What was paid for; receipts of before purposes were told are of a bill."""
    if facts.purpose is None:
        return USUAL_PURPOSES[0]
    return Purpose(**msgspec.structs.asdict(facts.purpose))


def stamp_of(facts: ReceiptFacts) -> StampMark | None:
    """How stamp duty is met; None for no duty, and on receipts of before it was kept."""
    told = facts.stamp
    return (
        None
        if told is None
        else StampMark(told.how, Money(told.above_paise), applied_of(told.rule))
    )


def part_order_of(facts: ReceiptFacts) -> RuleOrder | None:
    """The order a part payment stands on."""
    told = facts.part_order
    if told is None:
        return None
    return RuleOrder(
        told.authority, date.fromisoformat(told.valid_from) if told.valid_from else None
    )


def _stamp_told(stamp: StampMark) -> StampFacts:
    return StampFacts(stamp.how, stamp.above.paise, applied_told(stamp.rule))


def _order_told(order: RuleOrder) -> OrderFacts:
    return OrderFacts(order.authority, order.valid_from.isoformat() if order.valid_from else "")


def noted_text(noted: NotedConsumer) -> str:
    """Who a payment in suspense is for."""
    return canonical_bytes(NotedFacts(**_fields_of(noted))).decode()


def noted_of(text: str) -> NotedConsumer:
    """Who it is for, as it was noted."""
    return NotedConsumer(**msgspec.structs.asdict(_NOTED.decode(text)))


def _fields_of(noun: Purpose | NotedConsumer) -> dict[str, Any]:
    return {one.name: getattr(noun, one.name) for one in fields(noun)}


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
