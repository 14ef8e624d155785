"""Instruments read back with their life and the payments they paid. Writes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, literal_column, select

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.identity import (
    AccountNo,
    BillNo,
    BookYear,
    CashierId,
    PaymentId,
    ReceiptNo,
)
from counter_app.domain.instrument import (
    HeldInstrument,
    InstrumentStep,
    PaidPart,
    held_after_reversal,
)
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import NO_BILL, Allocation, Toward
from counter_app.domain.tender import TenderKind
from local_db.custody_rows import reversal, slip, slip_item
from local_db.instrument_facts import instrument_facts, paper_of
from local_db.receipt_facts import facts_of, purpose_of
from local_db.rows import (
    allocation,
    instrument,
    instrument_step,
    payment,
    posting,
    receipt,
    returned_part,
    tender,
    tender_share,
)
from local_db.statements import Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from local_db.pen import Pen, Row

_OF_STEP = (instrument_step.c.owner_link == instrument.c.link) & (
    instrument_step.c.owner_line == instrument.c.line
)
_SLIP_NO = (
    select(slip.c.slip_no)
    .join(slip_item, slip_item.c.link == slip.c.link)
    .where(slip_item.c.owner_link == instrument.c.link, slip_item.c.owner_line == instrument.c.line)
    .correlate(instrument)
    .scalar_subquery()
)
_IS_CREDITED = (
    select(posting.c.link)
    .join(instrument_step, instrument_step.c.link == posting.c.link)
    .where(
        _OF_STEP,
        instrument_step.c.state == literal_column(f"'{InstrumentState.CLEARED.value}'"),
    )
    .correlate(instrument)
    .exists()
)
_HELD = (
    select(
        instrument.c.link,
        instrument.c.line,
        instrument.c.identity,
        instrument.c.face_paise,
        instrument.c.facts,
        tender.c.kind,
        payment.c.business_date,
        _SLIP_NO,
        _IS_CREDITED,
    )
    .select_from(instrument)
    .join(tender, (tender.c.link == instrument.c.link) & (tender.c.line == instrument.c.line))
    .join(payment, payment.c.link == instrument.c.link)
)
_BY_IDENTITY = Statement(_HELD.where(instrument.c.identity == bindparam("identity")))
_LAST_STEP = (
    select(func.max(instrument_step.c.step))
    .where(
        instrument_step.c.owner_link == instrument.c.link,
        instrument_step.c.owner_line == instrument.c.line,
    )
    .correlate(instrument)
    .scalar_subquery()
)


def _in_state(state: InstrumentState) -> Statement:
    last = (
        select(literal_column("1"))
        .where(
            instrument_step.c.owner_link == instrument.c.link,
            instrument_step.c.owner_line == instrument.c.line,
            instrument_step.c.step == _LAST_STEP,
            instrument_step.c.state == literal_column(f"'{state.value}'"),
        )
        .correlate(instrument)
        .exists()
    )
    return Statement(_HELD.where(last))


_IN_STATE = {state: _in_state(state) for state in InstrumentState}
_STEPS = Statement(
    select(
        instrument_step.c.state,
        instrument_step.c.on_date,
        instrument_step.c.at_us,
        instrument_step.c.by_id,
        instrument_step.c.reference,
        instrument_step.c.reason,
        instrument_step.c.charge_paise,
    )
    .where(
        instrument_step.c.owner_link == bindparam("link"),
        instrument_step.c.owner_line == bindparam("line"),
    )
    .order_by(instrument_step.c.step)
)
_PART = (
    select(
        payment.c.link,
        payment.c.payment_id,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.account_no,
        tender.c.amount_paise,
        receipt.c.facts,
        reversal.c.link,
    )
    .select_from(tender)
    .join(payment, payment.c.link == tender.c.link)
    .join(receipt, receipt.c.link == tender.c.link)
    .outerjoin(reversal, reversal.c.payment_link == tender.c.link)
)
_OWN_PART = Statement(
    _PART.where(tender.c.link == bindparam("link"), tender.c.line == bindparam("line"))
)
_SHARED_PARTS = Statement(
    _PART.join(
        tender_share,
        (tender_share.c.link == tender.c.link) & (tender_share.c.line == tender.c.line),
    )
    .where(
        tender_share.c.owner_link == bindparam("link"),
        tender_share.c.owner_line == bindparam("line"),
    )
    .order_by(tender.c.link)
)
_ALLOCATIONS = Statement(
    select(allocation.c.bill_no, allocation.c.amount_paise, allocation.c.toward)
    .where(allocation.c.link == bindparam("link"))
    .order_by(allocation.c.line)
)
_UNDONE = Statement(
    select(returned_part.c.bill_no, returned_part.c.toward, func.sum(returned_part.c.amount_paise))
    .where(returned_part.c.payment_link == bindparam("link"))
    .group_by(returned_part.c.bill_no, returned_part.c.toward)
)


def held_by_identity(pen: Pen, identity: str) -> HeldInstrument | None:
    """One instrument with its life so far."""
    row = pen.row(_BY_IDENTITY, identity=identity)
    return None if row is None else _held(pen, row)


def held_in(pen: Pen, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
    """All that stand in one of these states, in the order they were received."""
    rows = [row for state in states for row in pen.rows(_IN_STATE[state])]
    return tuple(_held(pen, row) for row in sorted(rows, key=lambda row: (row[0], row[1])))


def links_of_parts(pen: Pen, at: tuple[int, int]) -> dict[bytes, int]:
    """The links of the payments an instrument paid, by their ids."""
    return {row[1]: row[0] for row in _part_rows(pen, at)}


def allocations_of(pen: Pen, link: int) -> tuple[Allocation, ...]:
    """What a payment settled."""
    return tuple(
        Allocation(
            BillNo(bill_no) if toward == Toward.BILL else NO_BILL, Money(paise), Toward(toward)
        )
        for bill_no, paise, toward in pen.rows(_ALLOCATIONS, link=link)
    )


def _standing(pen: Pen, link: int) -> tuple[Allocation, ...]:
    """What a payment settled and no return has undone."""
    undone: dict[tuple[str, str], int] = {
        (bill_no, toward): paise for bill_no, toward, paise in pen.rows(_UNDONE, link=link)
    }
    return tuple(
        replace(part, amount=Money(left))
        for part in allocations_of(pen, link)
        if (
            left := part.amount.paise
            - undone.get((part.bill_no or part.toward.value, part.toward.value), 0)
        )
    )


def _part_rows(pen: Pen, at: tuple[int, int]) -> list[Row]:
    link, line = at
    return [
        *pen.rows(_OWN_PART, link=link, line=line),
        *pen.rows(_SHARED_PARTS, link=link, line=line),
    ]


def _held(pen: Pen, row: Row) -> HeldInstrument:
    link, line, identity, face_paise, text, kind, day, slip_no, is_credited = row
    facts = instrument_facts(text)
    return HeldInstrument(
        identity=identity,
        kind=TenderKind(kind),
        face=Money(face_paise),
        paper=paper_of(facts),
        upi_reference=facts.upi_reference,
        received_on=date.fromisoformat(day),
        parts=tuple(_part(pen, part) for part in _part_rows(pen, (link, line))),
        steps=tuple(_step_of(step) for step in pen.rows(_STEPS, link=link, line=line)),
        slip_no=slip_no,
        is_credited=bool(is_credited),
    )


def _part(pen: Pen, row: Row) -> PaidPart:
    link, payment_id, series, year, serial, account_no, paise, text, reversed_at = row
    part = PaidPart(
        payment_id=PaymentId(UUID(bytes=payment_id)),
        receipt_no=ReceiptNo(series, BookYear(year), serial),
        account_no=AccountNo(account_no),
        amount=Money(paise),
        allocations=() if reversed_at else _standing(pen, link),
        account=purpose_of(facts_of(text)).account,
    )
    return held_after_reversal(part) if reversed_at else part


def _step_of(row: Row) -> InstrumentStep:
    state, on_date, at_us, by_id, reference, reason, charge_paise = row
    return InstrumentStep(
        state=InstrumentState(state),
        on=date.fromisoformat(on_date),
        at=moment_of(at_us),
        by=CashierId(by_id),
        reference=reference,
        reason=reason,
        charge=Money(charge_paise) if charge_paise else ZERO,
    )
