"""Cheques, drafts and UPI credits in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState, refuse_step
from counter_app.domain.errors import Refusal
from counter_app.domain.instrument import (
    HeldInstrument,
    InstrumentStep,
    PaidPart,
    held_after_reversal,
)
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import (
    CardTender,
    CashTender,
    UpiTender,
    face_of,
    first_state_of,
    identity_of,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.instrument import Return
    from counter_app.domain.ledger import Entry
    from counter_app.domain.payment import Allocation, Payment
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakeInstrumentBook:
    """Read from the payments; steps and returns stand on pages of their own."""

    pages: Callable[[], Pages]

    def find(self, identity: str) -> HeldInstrument | None:
        return next((one for one in self._all() if one.identity == identity), None)

    def all_in(self, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
        return tuple(one for one in self._all() if one.state in states)

    def post_step(
        self,
        identity: str,
        step: InstrumentStep,
        told_by: SealedMessage,
        entry: Entry | None = None,
    ) -> None:
        pages = self.pages()
        held = self.find(identity)
        link = pages.link_of(told_by)
        if held is None:
            raise ValueError(identity)
        try:
            refuse_step(held.state, step.state)
        except Refusal as refusal:
            raise ValueError(str(refusal)) from refusal
        pages.steps[link, identity] = step
        if entry is not None:
            pages.entries[link] = entry

    def post_return(
        self, held: HeldInstrument, step: InstrumentStep, undone: Return, told_by: SealedMessage
    ) -> None:
        self.post_step(held.identity, step, told_by)
        pages = self.pages()
        link = pages.link_of(told_by)
        pages.returns[link] = undone
        pages.entries[link] = undone.entry

    def _all(self) -> list[HeldInstrument]:
        held: dict[str, HeldInstrument] = {}
        for receipt in self.pages().receipts.values():
            payment = receipt.payment
            for tender in payment.tenders:
                if isinstance(tender, CashTender | CardTender):
                    continue
                identity, state = identity_of(tender), first_state_of(tender)
                assert state is not None
                part = self._part(payment, tender.amount)
                if identity in held:
                    parts = (*held[identity].parts, part)
                    held[identity] = replace(held[identity], parts=parts)
                    continue
                first = InstrumentStep(
                    state, payment.business_date, payment.taken_at, payment.cashier_id
                )
                held[identity] = HeldInstrument(
                    identity=identity,
                    kind=kind_of(tender),
                    face=face_of(tender),
                    paper=None if isinstance(tender, UpiTender) else tender.paper,
                    upi_reference=tender.reference if isinstance(tender, UpiTender) else "",
                    received_on=payment.business_date,
                    parts=(part,),
                    steps=(first, *self._steps(identity)),
                    slip_no=self._slip_no(identity),
                    is_credited=self._is_credited(identity),
                )
        return list(held.values())

    def _steps(self, identity: str) -> tuple[InstrumentStep, ...]:
        return tuple(step for (_, one), step in self.pages().steps.items() if one == identity)

    def _slip_no(self, identity: str) -> int | None:
        on = [
            made.slip_no
            for made in self.pages().slips.values()
            for one in made.items
            if one.identity == identity
        ]
        return on[0] if on else None

    def _is_credited(self, identity: str) -> bool:
        pages = self.pages()
        return any(
            one == identity and step.state is InstrumentState.CLEARED and link in pages.entries
            for (link, one), step in pages.steps.items()
        )

    def _part(self, payment: Payment, amount: Money) -> PaidPart:
        part = PaidPart(
            payment_id=payment.payment_id,
            receipt_no=payment.receipt_no,
            account_no=payment.consumer.account_no,
            amount=amount,
            allocations=self._standing(payment),
            account=payment.purpose.account,
        )
        undone = {one.payment_id for one in self.pages().reversals.values()}
        return held_after_reversal(part) if payment.payment_id in undone else part

    def _standing(self, payment: Payment) -> tuple[Allocation, ...]:
        undone = [
            allocation
            for one in self.pages().returns.values()
            for part in one.parts
            if part.payment_id == payment.payment_id
            for allocation in part.allocations
        ]
        standing = []
        for allocation in payment.allocations:
            gone = Money.total(
                one.amount
                for one in undone
                if (one.bill_no, one.toward) == (allocation.bill_no, allocation.toward)
            )
            left = allocation.amount - gone
            if left != ZERO:
                standing.append(replace(allocation, amount=left))
        return tuple(standing)
