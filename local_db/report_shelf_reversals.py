"""Reversals and returned instruments for reports. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, literal_column, or_, select

from counter_app.domain.approval import How
from counter_app.domain.identity import AccountNo, BookYear, CashierId, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.report import Names
from counter_app.domain.report_rows import ReturnLine, ReversalLine
from counter_app.domain.reversal import GoesWhere, PaperState, ReversalWhy, TenderUndone
from counter_app.domain.tender import TenderKind
from local_db.custody_rows import approval, reversal, tender_undone
from local_db.instrument_facts import instrument_facts, paper_of
from local_db.receipt_facts import facts_of
from local_db.report_people import name_of, people_of
from local_db.report_where import selected
from local_db.rows import (
    instrument,
    instrument_step,
    payment,
    receipt,
    returned_part,
    shift,
    tender,
)
from local_db.statements import Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen, Row

_TAKEN, _DRAWER = shift.alias("taken_in"), shift.alias("drawer")
_REVERSED = (
    select(
        reversal.c.link,
        reversal.c.payment_link,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.business_date,
        _TAKEN.c.shift_no,
        payment.c.cashier_id,
        payment.c.account_no,
        payment.c.amount_paise,
        receipt.c.facts,
        reversal.c.why,
        reversal.c.reason,
        reversal.c.paper,
        reversal.c.right_account,
        reversal.c.by_id,
        approval.c.approver_id,
        approval.c.how,
        _DRAWER.c.shift_no,
        reversal.c.business_date,
        reversal.c.at_us,
    )
    .select_from(reversal)
    .join(payment, payment.c.link == reversal.c.payment_link)
    .join(receipt, receipt.c.link == payment.c.link)
    .join(_TAKEN, _TAKEN.c.link == payment.c.shift_link)
    .join(approval, approval.c.link == reversal.c.approval_link)
    .outerjoin(_DRAWER, _DRAWER.c.link == reversal.c.shift_link)
)
_BETWEEN = Statement(
    _REVERSED.where(
        reversal.c.payment_link.between(bindparam("first"), bindparam("last")),
        reversal.c.link <= bindparam("cut"),
    )
)
_SELECTED = selected(
    _REVERSED,
    reversal.c.link,
    payment.c.cashier_id,
    reversal.c.business_date,
    or_(_TAKEN.c.shift_no == bindparam("shift_no"), _DRAWER.c.shift_no == bindparam("shift_no")),
)
_UNDONE = Statement(
    select(
        tender_undone.c.kind,
        tender_undone.c.amount_paise,
        tender_undone.c.goes,
        tender_undone.c.identity,
        tender_undone.c.reference,
    )
    .where(tender_undone.c.link == bindparam("link"))
    .order_by(tender_undone.c.line)
)
_STEP_DAY = func.date(
    instrument_step.c.at_us / literal_column("1000000.0"),
    literal_column("'unixepoch'"),
    literal_column("'+330 minutes'"),
)
"""The Indian day on which a step was written, which is its business date."""
_RETURNS = selected(
    select(
        instrument_step.c.link,
        tender.c.kind,
        instrument.c.identity,
        instrument.c.facts,
        instrument.c.face_paise,
        instrument_step.c.reason,
        instrument_step.c.charge_paise,
        instrument_step.c.on_date,
        instrument_step.c.by_id,
        _STEP_DAY,
    )
    .select_from(instrument_step)
    .join(
        instrument,
        and_(
            instrument.c.link == instrument_step.c.owner_link,
            instrument.c.line == instrument_step.c.owner_line,
        ),
    )
    .join(tender, and_(tender.c.link == instrument.c.link, tender.c.line == instrument.c.line))
    .where(instrument_step.c.state == literal_column("'returned'")),
    instrument_step.c.link,
    instrument_step.c.by_id,
    _STEP_DAY,
    literal_column("0") == bindparam("shift_no"),
)
"""A return is of no shift: none has the number 0."""
_PARTS = Statement(
    select(payment.c.series, payment.c.book_year, payment.c.serial)
    .select_from(returned_part)
    .join(payment, payment.c.link == returned_part.c.payment_link)
    .where(returned_part.c.link == bindparam("link"))
    .distinct()
    .order_by(payment.c.link)
)


def reversals_between(pen: Pen, cut: Cut, first: int, last: int) -> dict[int, ReversalLine]:
    """The reversals of payments with these links, by link of the payment."""
    rows = pen.rows(_BETWEEN, cut=cut.link, first=first, last=last)
    people = people_of(pen) if rows else {}
    return {row[1]: _reversal(pen, people, row) for row in rows}


def reversals_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[ReversalLine, ...]:
    """Written on those days; or of the receipts of that shift, or out of its drawer."""
    people = people_of(pen)
    return tuple(_reversal(pen, people, row) for row in _SELECTED.rows(pen, wanted, cut))


def returns_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[ReturnLine, ...]:
    """Instruments that came back, by the day on which that was written."""
    people = people_of(pen)
    lines = []
    for row in _RETURNS.rows(pen, wanted, cut):
        link, kind, identity, text, paise, reason, charge, on, by_id, day = row
        facts = instrument_facts(text)
        lines.append(
            ReturnLine(
                link=link,
                kind=TenderKind(kind),
                identity=identity,
                paper=paper_of(facts),
                upi_reference=facts.upi_reference,
                amount=Money(paise),
                receipt_nos=tuple(
                    ReceiptNo(series, BookYear(year), serial)
                    for series, year, serial in pen.rows(_PARTS, link=link)
                ),
                reason=reason,
                charge=Money(charge),
                on=date_of(on),
                by=name_of(people, by_id),
                by_id=CashierId(by_id),
                business_date=date_of(day),
            )
        )
    return tuple(lines)


def _reversal(pen: Pen, people: dict[str, Names], row: Row) -> ReversalLine:
    link, _, series, year, serial, taken_on, taken_in, taken_by, account_no, paise = row[:10]
    text, why, reason, paper, right_account, by_id, approver_id, how, shift_no, day, at_us = row[
        10:
    ]
    consumer = facts_of(text).consumer
    return ReversalLine(
        link=link,
        receipt_no=ReceiptNo(series, BookYear(year), serial),
        taken_on=date_of(taken_on),
        taken_in=taken_in,
        taken_by=CashierId(taken_by),
        account_no=AccountNo(account_no),
        consumer=Names(consumer.name_en, consumer.name_hi),
        amount=Money(paise),
        tenders=tuple(
            TenderUndone(TenderKind(kind), Money(amount), GoesWhere(goes), identity, reference)
            for kind, amount, goes, identity, reference in pen.rows(_UNDONE, link=link)
        ),
        why=ReversalWhy(why),
        reason=reason,
        paper=PaperState(paper),
        right_account=right_account,
        by=name_of(people, by_id),
        by_id=CashierId(by_id),
        approver=name_of(people, approver_id),
        how=How(how),
        shift_no=shift_no,
        business_date=date_of(day),
        at=moment_of(at_us),
    )
