"""The bank gives instruments of an order back, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.instrument import HeldInstrument, InstrumentStep, PaidPart, returned
from counter_app.domain.payment import Allocation
from counter_app.domain.tender import TenderKind, face_of, kind_of
from tests.builders import CASHIER_ID, NOW, a_receipt_no

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.instrument import Return
    from counter_app.domain.payment import Acceptance, PaymentOrder
    from tests.domain.cases.when import GivenBack


def returns_of(
    given_back: list[GivenBack],
    order: PaymentOrder,
    acceptances: tuple[Acceptance, ...],
    day: date,
) -> tuple[Return, ...]:
    """What each return undoes, knowing what those before it undid. Raises Refusal as ``returned``."""
    gone: dict[PaymentId, tuple[Allocation, ...]] = {}
    returns = []
    for one in given_back:
        parts = _parts_of(one, order, acceptances, gone)
        waits = (
            InstrumentState.UNMATCHED if one.kind is TenderKind.UPI else InstrumentState.DEPOSITED
        )
        step = InstrumentStep(waits, day, NOW, CASHIER_ID)
        held = HeldInstrument("", one.kind, one.face, None, "", day, parts, (step,))
        undone = returned(held, one.reason)
        for part in undone.parts:
            gone[part.payment_id] = (*gone.get(part.payment_id, ()), *part.allocations)
        returns.append(undone)
    return tuple(returns)


def _parts_of(
    one: GivenBack,
    order: PaymentOrder,
    acceptances: tuple[Acceptance, ...],
    gone: dict[PaymentId, tuple[Allocation, ...]],
) -> tuple[PaidPart, ...]:
    return tuple(
        PaidPart(
            payment_id=line.payment_id,
            receipt_no=a_receipt_no(place + 1),
            account_no=line.account_no,
            amount=tender.amount,
            allocations=_standing(acceptance.allocations, gone.get(line.payment_id, ())),
            account=acceptance.purpose.account,
        )
        for place, (line, acceptance) in enumerate(zip(order.lines, acceptances, strict=True))
        for tender in acceptance.tenders
        if kind_of(tender) is one.kind and face_of(tender) == one.face
    )


def _standing(
    settled: tuple[Allocation, ...], gone: tuple[Allocation, ...]
) -> tuple[Allocation, ...]:
    """What no return has undone, as the books give it."""
    left = {(one.bill_no, one.toward): one.amount for one in settled}
    for one in gone:
        left[one.bill_no, one.toward] -= one.amount
    return tuple(
        Allocation(bill_no, amount, toward) for (bill_no, toward), amount in left.items() if amount
    )
