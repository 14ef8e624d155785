"""What was paid before, as the rules and the positions ask for it. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal_column, select, union_all

from counter_app.domain.bill import PaidHere
from counter_app.domain.identity import AccountNo, BillNo, BookYear, ReceiptNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import NO_BILL, Settlement, Toward
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.tender import TenderKind
from counter_app.domain.unusual import PaidBefore, payer_key
from local_db.custody_rows import reversal, tender_undone
from local_db.result_book import matched
from local_db.rows import (
    allocation,
    message,
    payment,
    returned_part,
    tender,
)
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnClause

    from local_db.pen import Pen

_HEAD: ColumnClause[str] = literal_column(f"'{Toward.HEAD.value}'")
_CASH: ColumnClause[str] = literal_column(f"'{TenderKind.CASH.value}'")
_MINUS: ColumnClause[int] = literal_column("-1")
_PAYMENT_TOLD = message.alias("told")
_PAID = (
    select(
        payment.c.link.label("at"),
        allocation.c.line.label("line"),
        allocation.c.bill_no,
        allocation.c.toward,
        message.c.epoch,
        message.c.sequence,
        allocation.c.amount_paise,
        NOUGHT.label("undone_epoch"),
        NOUGHT.label("undone_sequence"),
        NOUGHT.label("undone_link"),
    )
    .select_from(payment)
    .join(message, message.c.link == payment.c.link)
    .join(allocation, allocation.c.link == payment.c.link)
    .where(payment.c.account_no == bindparam("account_no"), allocation.c.toward != _HEAD)
)
_HELD_RETURNED = (
    select(literal_column("1"))
    .where(reversal.c.payment_link == payment.c.link, reversal.c.link != returned_part.c.link)
    .correlate(payment, returned_part)
    .exists()
)
"""An instrument that came back after its payment was reversed: that takes money out of suspense, not out of bills."""
_UNDONE = (
    select(
        returned_part.c.link,
        returned_part.c.line,
        returned_part.c.bill_no,
        returned_part.c.toward,
        message.c.epoch,
        message.c.sequence,
        _MINUS * returned_part.c.amount_paise,
        _PAYMENT_TOLD.c.epoch,
        _PAYMENT_TOLD.c.sequence,
        payment.c.link,
    )
    .select_from(payment)
    .join(_PAYMENT_TOLD, _PAYMENT_TOLD.c.link == payment.c.link)
    .join(returned_part, returned_part.c.payment_link == payment.c.link)
    .join(message, message.c.link == returned_part.c.link)
    .where(
        payment.c.account_no == bindparam("account_no"),
        returned_part.c.toward != _HEAD,
        ~_HELD_RETURNED,
    )
)
_PAID_HERE = Statement(union_all(_PAID, _UNDONE).order_by("at", "line"))
_NUMBER_AT = Statement(
    select(payment.c.series, payment.c.book_year, payment.c.serial).where(
        payment.c.link == bindparam("link")
    )
)
_CASH_OF = (
    select(func.coalesce(func.sum(tender.c.amount_paise), NOUGHT))
    .where(tender.c.link == payment.c.link, tender.c.kind == _CASH)
    .correlate(payment)
    .scalar_subquery()
)
_CASH_BACK = (
    select(func.coalesce(func.sum(tender_undone.c.amount_paise), NOUGHT))
    .select_from(reversal)
    .join(tender_undone, tender_undone.c.link == reversal.c.link)
    .where(
        reversal.c.payment_link == payment.c.link,
        tender_undone.c.goes == literal_column(f"'{GoesWhere.CASH_BACK.value}'"),
    )
    .correlate(payment)
    .scalar_subquery()
)
_CASH_KEPT = _CASH_OF - _CASH_BACK
_IS_REVERSED = (
    select(literal_column("1"))
    .where(reversal.c.payment_link == payment.c.link)
    .correlate(payment)
    .exists()
)
_IS_RETURNED = (
    select(literal_column("1"))
    .where(returned_part.c.payment_link == payment.c.link)
    .correlate(payment)
    .exists()
)
_OF_MONTH = Statement(
    select(
        payment.c.link,
        payment.c.business_date,
        payment.c.amount_paise,
        payment.c.settlement,
        _CASH_KEPT,
        _IS_RETURNED,
        _IS_REVERSED,
    ).where(
        payment.c.account_no == bindparam("account_no"),
        payment.c.business_date >= bindparam("first_day"),
        payment.c.business_date <= bindparam("last_day"),
    )
)
_OF_PAYERS = Statement(
    select(payment.c.link, payment.c.payer, _CASH_KEPT).where(
        payment.c.business_date == bindparam("business_date"),
        payment.c.payer != literal_column("''"),
    )
)


def paid_here(pen: Pen, account_nos: tuple[AccountNo, ...]) -> tuple[PaidHere, ...]:
    """Every part of our payments that lessens the bills of an account; what was undone comes negative.

    Money that a person at the centre gave to another account stands in no bill of this one, and so neither does
    what its return undid.
    """
    found = []
    for account_no in filter(None, account_nos):
        for row in pen.rows(_PAID_HERE, account_no=account_no):
            _, _, bill_no, toward, epoch, sequence, paise, *undone, link = row
            if link and _went_elsewhere(pen, link, account_nos):
                continue
            bill = BillNo(bill_no) if toward == Toward.BILL else NO_BILL
            undoes = (undone[0], undone[1]) if link else None
            found.append(PaidHere(bill, epoch, sequence, Money(paise), undoes))
    return tuple(found)


def _went_elsewhere(pen: Pen, link: int, account_nos: tuple[AccountNo, ...]) -> bool:
    row = pen.row(_NUMBER_AT, link=link)
    assert row is not None, link
    told = matched(pen, ReceiptNo(row[0], BookYear(row[1]), row[2]))
    return told is not None and told.account_no not in account_nos


def paid_before(pen: Pen, account_nos: frozenset[AccountNo], payer: str, day: date) -> PaidBefore:
    """What rules ask of these accounts and this payer on a day."""
    today = day.isoformat()
    first_day, last_day = f"{today[:8]}01", f"{today[:8]}31"
    cash: dict[AccountNo, Money] = {}
    parts: dict[AccountNo, int] = {}
    amounts: set[tuple[AccountNo, Money]] = set()
    cash_of_link: dict[int, int] = {}
    for account_no in account_nos:
        for link, on, paise, settlement, in_cash, is_returned, is_reversed in pen.rows(
            _OF_MONTH, account_no=account_no, first_day=first_day, last_day=last_day
        ):
            if settlement == Settlement.PART and not is_returned:
                parts[account_no] = parts.get(account_no, 0) + 1
            if on == today:
                if not is_reversed:
                    amounts.add((account_no, Money(paise)))
                cash[account_no] = cash.get(account_no, ZERO) + Money(in_cash)
                cash_of_link[link] = in_cash
    asked = payer_key(payer)
    if asked:
        cash_of_link |= {
            link: in_cash
            for link, said, in_cash in pen.rows(_OF_PAYERS, business_date=today)
            if payer_key(said) == asked
        }
    return PaidBefore(
        cash=cash,
        amounts=frozenset(amounts),
        part_payments=parts,
        payer_cash=Money(sum(cash_of_link.values())),
    )
