"""Read everything that bears on the messages of a batch. Locks the consumers it concerns, in sorted order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, literal_column, select

from billing_server.fates import ties_of
from billing_server.kept import REVERSAL
from billing_server.returns import held_tenders
from billing_server.shapes import group_of, identities_of
from billing_server.standing import AccountStanding, BillStanding, Owner, Standing
from billing_server.store.bulk import insert_rows, is_listed, listed
from billing_server.store.closed_months import closed_months
from billing_server.store.kept_payments import is_one_of, read_kept, read_undone
from billing_server.store.message_keys import is_beside, key_of, key_row
from billing_server.store.months import month_of
from billing_server.store.policy import read_policy
from billing_server.store.schema import BILL, CONSUMER
from billing_server.store.told_schema import (
    BILL_BOOKED,
    DESK_RETURN,
    INSTRUMENT,
    MESSAGE,
    PAYMENT,
    PAYMENT_TENDER,
    UNDONE,
)
from billing_server.store.whose import find_accounts, heirs_of
from counter_app.domain.tender import TenderKind
from counter_app.wire.exchange import Fate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection, Row

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey, MessageRead
    from counter_app.wire.bodies import PaymentTaken

_UNLESS_CLAIMED = "ON CONFLICT (identity) DO NOTHING"
_CASH = (
    select(func.coalesce(func.sum(PAYMENT_TENDER.c.amount_paise), 0))
    .where(
        is_beside(PAYMENT_TENDER, PAYMENT),
        PAYMENT_TENDER.c.kind == str(TenderKind.CASH),
    )
    .correlate(PAYMENT)
    .scalar_subquery()
    .label("cash_paise")
)
_IS_REVERSED = (
    select(UNDONE.c.line)
    .where(
        UNDONE.c.payment_id == PAYMENT.c.payment_id,
        UNDONE.c.counter_id == PAYMENT.c.counter_id,
        func.substr(UNDONE.c.identity, 1, len(REVERSAL)) == REVERSAL,
    )
    .correlate(PAYMENT)
    .exists()
)
_TAKEN = select(
    PAYMENT.c.payment_id,
    PAYMENT.c.counter_id,
    PAYMENT.c.for_account_no,
    PAYMENT.c.business_date,
    PAYMENT.c.amount_paise,
    PAYMENT.c.group_id,
    PAYMENT.c.payer_key,
    PAYMENT.c.fate,
    _CASH,
).where(
    PAYMENT.c.is_held == literal_column("0"),
    ~_IS_REVERSED,
    PAYMENT.c.book_month.in_(bindparam("months", expanding=True)),
    PAYMENT.c.business_date.in_(bindparam("days", expanding=True)),
)
_OF_ACCOUNTS, _OF_PAYERS, _OF_ORDERS = (
    _TAKEN.where(is_listed(column, bindparam("asked")), column != literal_column("''"))
    for column in (PAYMENT.c.for_account_no, PAYMENT.c.payer_key, PAYMENT.c.group_id)
)


_KNOWN = select(MESSAGE.c.payment_id).where(is_one_of(bindparam("payment_ids")))
_LOCKED = (
    select(CONSUMER.c.account_no, CONSUMER.c.is_removed)
    .where(is_listed(CONSUMER.c.account_no, bindparam("account_nos")))
    .order_by(CONSUMER.c.account_no)
    .with_for_update(key_share=True)
)
_OPEN_BILLS = (
    select(
        BILL.c.account_no,
        BILL.c.bill_no,
        BILL.c.bill_date,
        BILL.c.due_date,
        BILL.c.payable_by_due_paise,
        BILL.c.payable_after_due_paise,
        BILL.c.elsewhere_paise + func.coalesce(BILL_BOOKED.c.booked_paise, 0),
    )
    .join_from(BILL, BILL_BOOKED, BILL.c.bill_no == BILL_BOOKED.c.bill_no, isouter=True)
    .where(is_listed(BILL.c.account_no, bindparam("account_nos")), BILL.c.is_open == 1)
    .order_by(BILL.c.bill_date, BILL.c.bill_no)
)
_OWNERS = (
    select(INSTRUMENT, DESK_RETURN.c.at_us)
    .join_from(
        INSTRUMENT, DESK_RETURN, INSTRUMENT.c.identity == DESK_RETURN.c.identity, isouter=True
    )
    .where(is_listed(INSTRUMENT.c.identity, bindparam("identities")))
)


def read_standing(
    connection: Connection, counter_id: str, reads: Sequence[MessageRead]
) -> Standing:
    """What stands. The counter's own lock is held already, so no payment of it changes meanwhile."""
    payments = {read.key: payment for read in reads if (payment := read.payment) is not None}
    named = {part.payment_id for read in reads if read.returned for part in read.returned.parts}
    named |= {read.reversed.part.payment_id for read in reads if read.reversed}
    told = {payment.payment_id for payment in payments.values()}
    told |= {read.reversed.reversal_id for read in reads if read.reversed}
    standing = Standing(read_policy(connection))
    if not payments and not named:
        return standing
    standing.found = find_accounts(connection, payments.values())
    standing.kept = read_kept(connection, counter_id, named)
    standing.undone = read_undone(connection, counter_id, named | told)
    held = {one.held_id for undone in standing.undone.values() for one in undone} - {""}
    standing.kept |= read_kept(connection, counter_id, held)
    standing.undone |= read_undone(connection, counter_id, held)
    account_nos = {one.account_no for one in standing.found.values()}
    read_accounts(connection, account_nos, standing, standing.kept.values())
    if told:
        known = connection.execute(_KNOWN, {"payment_ids": listed(told)})
        standing.payment_ids.update(known.scalars())
    _see_returned(connection, reads, standing)
    if payments:
        standing.closed_months = closed_months(connection)
        _read_taken(connection, payments.values(), standing)
        _claim_instruments(connection, payments, standing)
    return standing


def read_accounts(
    connection: Connection,
    account_nos: Collection[str],
    standing: Standing,
    kept: Collection[KeptPayment] = (),
) -> None:
    """These accounts, and those that answer for the bills of these payments, with their open bills.

    Locks the consumers, in sorted order.
    """
    bill_nos = {part.bill_no for one in kept for part in one.parts} - {""}
    standing.billed_to = _billed_to(connection, bill_nos) if bill_nos else {}
    account_nos = {*account_nos, *standing.billed_to.values()}
    if not account_nos:
        return
    asked = {"account_nos": listed(account_nos)}
    for account_no, is_removed in connection.execute(_LOCKED, asked):
        standing.accounts[account_no] = AccountStanding(bool(is_removed))
    for account_no, *bill in connection.execute(_OPEN_BILLS, asked):
        standing.accounts[account_no].bills.append(BillStanding(*bill))


def _billed_to(connection: Connection, bill_nos: Collection[str]) -> dict[str, str]:
    """Bill to the account that answers for it: its own, or what took the place of one that is served no more.

    A bill may have been told again for another account since.
    """
    other = BILL.alias("other")
    is_answered = (
        select(other.c.bill_no)
        .where(other.c.account_no == BILL.c.account_no, other.c.is_open == 1)
        .exists()
    )
    rows = connection.execute(
        select(BILL.c.bill_no, BILL.c.account_no, CONSUMER.c.is_removed, is_answered.label("has"))
        .join_from(BILL, CONSUMER)
        .where(BILL.c.bill_no.in_(bill_nos))
    ).all()
    lost = {row.account_no for row in rows if row.is_removed or not row.has}
    heirs = heirs_of(connection, lost) if lost else {}
    return {row.bill_no: heirs.get(row.account_no, row.account_no) for row in rows}


def _read_taken(
    connection: Connection, payments: Collection[PaymentTaken], standing: Standing
) -> None:
    """What was taken on these days: for the same accounts, by the same payers, in the same orders."""
    days = {payment.business_date for payment in payments}
    months = {month_of(day) for day in days}
    accounts = {one.account_no for one in standing.found.values()}
    payers = {tie[1] for one in payments for tie in ties_of(one, "") if tie[0] == "payer"}
    orders = {payment.group_id for payment in payments} - {""}
    when = {"months": sorted(months), "days": sorted(days)}
    for taken, asked in ((_OF_ACCOUNTS, accounts), (_OF_PAYERS, payers), (_OF_ORDERS, orders)):
        if asked:
            rows = connection.execute(taken, {**when, "asked": listed(asked)})
            _add_taken(rows, standing)


def _add_taken(rows: Iterable[Row[*tuple[Any, ...]]], standing: Standing) -> None:
    for row in rows:
        likeness = (row.for_account_no, row.business_date, row.amount_paise)
        standing.paid.setdefault(likeness, set()).add(row.counter_id)
        if row.cash_paise:
            account_no = "" if row.fate == Fate.UNKNOWN_ACCOUNT else row.for_account_no
            ties = [("order", row.group_id), ("account", account_no), ("payer", row.payer_key)]
            day = row.business_date
            standing.cash.add(
                row.payment_id, [(*tie, day) for tie in ties if tie[1]], row.cash_paise
            )


def _see_returned(connection: Connection, reads: Sequence[MessageRead], standing: Standing) -> None:
    """Which instruments that reversals hold the bank desk saw returned."""
    held = {
        tender.identity for read in reads if read.reversed for tender in held_tenders(read.reversed)
    } - {""}
    if held:
        seen = select(DESK_RETURN.c.identity).where(DESK_RETURN.c.identity.in_(held))
        standing.seen_returned.update(connection.execute(seen).scalars())


def _claim_instruments(
    connection: Connection, payments: dict[MessageKey, PaymentTaken], standing: Standing
) -> None:
    """The first message to name an instrument owns it for ever, and its order with it."""
    claims: dict[str, Owner] = {}
    for key, payment in payments.items():
        if payment.payment_id not in standing.payment_ids:
            for identity in identities_of(payment):
                claims.setdefault(identity, Owner(key, group_of(payment)))
    if not claims:
        return
    rows: list[dict[str, object]] = [
        {"identity": identity, **key_row(owner.key), "group_id": owner.group_id}
        for identity, owner in sorted(claims.items())
    ]
    insert_rows(connection, INSTRUMENT, rows, _UNLESS_CLAIMED)
    for row in connection.execute(_OWNERS, {"identities": listed(claims)}):
        standing.owners[row.identity] = Owner(key_of(row), row.group_id)
        if row.at_us is not None:
            standing.seen_returned.add(row.identity)
