"""Receipts for reports, some thousand at a time: one statement a table, not one a receipt. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, func, literal_column, select

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.identity import AccountNo, BillNo, BookYear, CashierId, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.payment import NO_BILL, Allocation, Settlement, Toward
from counter_app.domain.report import Names
from counter_app.domain.report_rows import ReceiptLine, TenderLine
from counter_app.domain.tender import CardNetwork, CardSlip, CardTender, CashTender, TenderKind
from local_db.custody_rows import slip, slip_item
from local_db.instrument_facts import tender_of
from local_db.print_book import attempts_between, copies_among
from local_db.receipt_facts import facts_of, purpose_of
from local_db.report_shelf_reversals import reversals_between
from local_db.report_where import selected
from local_db.rows import (
    allocation,
    card_slip,
    fate,
    instrument,
    instrument_step,
    payment,
    receipt,
    shift,
    tender,
    tender_share,
)
from local_db.statements import NO_TEXT, NOUGHT, ONE, Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from counter_app.domain.receipt import PrintAttempt
    from counter_app.domain.report_rows import ReversalLine
    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen, Row

_SHIFT_LINK = (
    select(shift.c.link).where(shift.c.shift_no == bindparam("shift_no")).scalar_subquery()
)
_LINKS = selected(
    select(payment.c.link)
    .where(payment.c.link > bindparam("after"))
    .limit(bindparam("most"))
    .offset(NOUGHT),
    payment.c.link,
    payment.c.cashier_id,
    payment.c.business_date,
    payment.c.shift_link == _SHIFT_LINK,
)
_PAYMENTS = Statement(
    select(
        payment.c.link,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.taken_at_us,
        payment.c.business_date,
        shift.c.shift_no,
        payment.c.cashier_id,
        payment.c.account_no,
        payment.c.reference,
        payment.c.settlement,
        payment.c.outstanding_before_paise,
        payment.c.balance_paise,
        payment.c.amount_paise,
        payment.c.payer,
        func.coalesce(payment.c.group_link, payment.c.link),
        payment.c.group_place,
        payment.c.group_size,
        func.coalesce(fate.c.fate, NO_TEXT),
        receipt.c.facts,
    )
    .select_from(payment)
    .join(shift, shift.c.link == payment.c.shift_link)
    .join(receipt, receipt.c.link == payment.c.link)
    .outerjoin(fate, fate.c.link == payment.c.link)
    .where(payment.c.link.between(bindparam("first"), bindparam("last")))
    .order_by(payment.c.link)
)
_OWNER_LINK = func.coalesce(tender_share.c.owner_link, tender.c.link)
_OWNER_LINE = func.coalesce(tender_share.c.owner_line, tender.c.line)
_OTHER, _SHARE, _OF_OWNER = tender.alias(), tender_share.alias(), tender.alias()
_FACE = case(
    (
        tender.c.kind == literal_column("'card'"),
        select(_OF_OWNER.c.amount_paise)
        .where(_OF_OWNER.c.link == _OWNER_LINK, _OF_OWNER.c.line == _OWNER_LINE)
        .scalar_subquery()
        + select(func.coalesce(func.sum(_OTHER.c.amount_paise), NOUGHT))
        .select_from(_SHARE)
        .join(_OTHER, and_(_OTHER.c.link == _SHARE.c.link, _OTHER.c.line == _SHARE.c.line))
        .where(_SHARE.c.owner_link == _OWNER_LINK, _SHARE.c.owner_line == _OWNER_LINE)
        .scalar_subquery(),
    ),
    else_=instrument.c.face_paise,
)
_STATE = (
    select(instrument_step.c.state)
    .where(
        instrument_step.c.owner_link == instrument.c.link,
        instrument_step.c.owner_line == instrument.c.line,
        instrument_step.c.link <= bindparam("cut"),
    )
    .order_by(instrument_step.c.step.desc())
    .limit(ONE)
    .offset(NOUGHT)
    .scalar_subquery()
)
_SLIP_NO = (
    select(slip.c.slip_no)
    .select_from(slip_item)
    .join(slip, slip.c.link == slip_item.c.link)
    .where(
        slip_item.c.owner_link == instrument.c.link,
        slip_item.c.owner_line == instrument.c.line,
        slip.c.link <= bindparam("cut"),
    )
    .scalar_subquery()
)
_TENDERS = Statement(
    select(
        tender.c.link,
        tender.c.kind,
        tender.c.amount_paise,
        tender.c.given_paise,
        _FACE,
        instrument.c.facts,
        _STATE,
        _SLIP_NO,
        card_slip.c.network,
        card_slip.c.last4,
        card_slip.c.rrn,
        card_slip.c.approval_code,
        card_slip.c.tid,
        card_slip.c.mid,
        card_slip.c.batch,
        card_slip.c.invoice,
    )
    .select_from(tender)
    .outerjoin(
        tender_share,
        and_(tender_share.c.link == tender.c.link, tender_share.c.line == tender.c.line),
    )
    .outerjoin(instrument, and_(instrument.c.link == _OWNER_LINK, instrument.c.line == _OWNER_LINE))
    .outerjoin(card_slip, and_(card_slip.c.link == _OWNER_LINK, card_slip.c.line == _OWNER_LINE))
    .where(tender.c.link.between(bindparam("first"), bindparam("last")))
    .order_by(tender.c.link, tender.c.line)
)
_ALLOCATIONS = Statement(
    select(allocation.c.link, allocation.c.bill_no, allocation.c.amount_paise, allocation.c.toward)
    .where(allocation.c.link.between(bindparam("first"), bindparam("last")))
    .order_by(allocation.c.link, allocation.c.line)
)


def receipts_of(
    pen: Pen, wanted: Selection, cut: Cut, after: int, most: int
) -> tuple[ReceiptLine, ...]:
    """The next receipts of a selection above this link, in the order they were taken."""
    links = {link for (link,) in _LINKS.rows(pen, wanted, cut, after=after, most=most)}
    if not links:
        return ()
    ends = {"first": min(links), "last": max(links)}
    tenders: dict[int, list[TenderLine]] = {}
    for row in pen.rows(_TENDERS, cut=cut.link, **ends):
        if row[0] in links:
            tenders.setdefault(row[0], []).append(_tender(row))
    allocations: dict[int, list[Allocation]] = {}
    for link, bill_no, paise, toward in pen.rows(_ALLOCATIONS, **ends):
        to = Toward(toward)
        part = Allocation(BillNo(bill_no) if to is Toward.BILL else NO_BILL, Money(paise), to)
        allocations.setdefault(link, []).append(part)
    attempts = attempts_between(pen, ends["first"], ends["last"])
    reversals = reversals_between(pen, cut, ends["first"], ends["last"])
    return tuple(
        _receipt(
            row,
            tuple(tenders[row[0]]),
            tuple(allocations[row[0]]),
            attempts.get(row[0], []),
            reversals.get(row[0]),
            is_acknowledged=row[0] <= cut.acknowledged_link,
        )
        for row in pen.rows(_PAYMENTS, **ends)
        if row[0] in links
    )


def _receipt(
    row: Row,
    tenders: tuple[TenderLine, ...],
    allocations: tuple[Allocation, ...],
    attempts: list[PrintAttempt],
    reversal: ReversalLine | None,
    *,
    is_acknowledged: bool,
) -> ReceiptLine:
    link, series, year, serial, at_us, day, shift_no, cashier_id, account_no = row[:9]
    reference, settlement, before, balance, paise, payer, group, place, size, told = row[9:19]
    facts = facts_of(row[19])
    purpose, consumer = purpose_of(facts), facts.consumer
    return ReceiptLine(
        link=link,
        receipt_no=ReceiptNo(series, BookYear(year), serial),
        taken_at=moment_of(at_us),
        business_date=date_of(day),
        shift_no=shift_no,
        cashier_id=CashierId(cashier_id),
        cashier=Names(facts.cashier_name_en, facts.cashier_name_hi),
        account_no=AccountNo(account_no),
        consumer=Names(consumer.name_en, consumer.name_hi),
        category=consumer.category,
        division=consumer.division,
        substation=consumer.substation,
        bill_no=facts.bill.bill_no if facts.bill else "",
        bill_month=facts.bill.bill_month if facts.bill else "",
        purpose=purpose.code,
        purpose_names=Names(purpose.name_en, purpose.name_hi),
        account=purpose.account,
        reference=reference,
        settlement=Settlement(settlement),
        allocations=allocations,
        tenders=tenders,
        outstanding_before=Money(before),
        balance=Money(balance),
        amount=Money(paise),
        payer=payer,
        group_link=group,
        group_place=place,
        group_size=size,
        stamp=facts.stamp.how if facts.stamp else "",
        is_acknowledged=is_acknowledged,
        fate=told if is_acknowledged else "",
        print_state=attempts[-1].state if attempts else None,
        copies=copies_among(attempts),
        reversal=reversal,
    )


def _tender(row: Row) -> TenderLine:
    _, kind, paise, given_paise, face_paise, facts, state, slip_no = row[:8]
    amount = Money(paise)
    if given_paise is not None:
        return TenderLine(CashTender(amount, Money(given_paise)))
    whole = None if face_paise == paise else Money(face_paise)
    if facts is None:
        return TenderLine(CardTender(amount, CardSlip(CardNetwork(row[8]), *row[9:]), whole))
    held = tender_of(TenderKind(kind), amount, whole, facts)
    return TenderLine(held, InstrumentState(state), slip_no)
