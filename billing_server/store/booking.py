"""Book messages: read what stands, decide in order, write. One transaction with the chain it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, tuple_

from billing_server.fates import (
    AccountStanding,
    BillStanding,
    Decision,
    MessageKey,
    MessageRead,
    Standing,
    TimeBracket,
    decide,
    rrns_of,
)
from billing_server.store.bulk import Row, insert_rows
from billing_server.store.cursor import note_changes
from billing_server.store.schema import (
    BILL,
    BILL_BOOKED,
    CONSUMER,
    INSTRUMENT,
    MESSAGE,
    PAYMENT,
    PAYMENT_PART,
    PAYMENT_TENDER,
)
from counter_app.wire.exchange import IN_THE_BILL, FateTold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from counter_app.wire.bodies import PaymentTaken

_UNLESS_CLAIMED = "ON CONFLICT (rrn) DO NOTHING"
_ADDED = (
    "ON CONFLICT (bill_no) DO UPDATE"
    " SET booked_paise = bill_booked.booked_paise + excluded.booked_paise"
)


def book(
    connection: Connection, reads: Sequence[MessageRead], bracket: TimeBracket
) -> tuple[FateTold, ...]:
    """Book these messages of one counter, in their order; their fates. Each must be new."""
    payments = {read.key: payment for read in reads if (payment := read.payment) is not None}
    standing = _standing(connection, payments)
    decided = [(read, decide(read, standing, bracket)) for read in reads]
    _write_messages(connection, decided, bracket.now_us)
    _write_payments(connection, decided)
    _write_bookings(connection, decided)
    return tuple(
        FateTold(read.key.sequence, decision.fate, decision.reference) for read, decision in decided
    )


def _standing(connection: Connection, payments: dict[MessageKey, PaymentTaken]) -> Standing:
    """Everything that bears on these payments. Locks their consumers, in sorted order."""
    standing = Standing()
    if not payments:
        return standing
    account_nos = sorted({payment.account_no for payment in payments.values()})
    _read_accounts(connection, account_nos, standing)
    ids = {payment.payment_id for payment in payments.values()}
    standing.payment_ids.update(
        connection.execute(
            select(PAYMENT.c.payment_id).where(PAYMENT.c.payment_id.in_(ids))
        ).scalars()
    )
    days = {(payment.account_no, payment.business_date) for payment in payments.values()}
    taken = select(
        PAYMENT.c.account_no, PAYMENT.c.business_date, PAYMENT.c.amount_paise, PAYMENT.c.counter_id
    ).where(tuple_(PAYMENT.c.account_no, PAYMENT.c.business_date).in_(days))
    for account_no, day, amount_paise, counter_id in connection.execute(taken):
        standing.paid.setdefault((account_no, day, amount_paise), set()).add(counter_id)
    _claim_instruments(connection, payments, standing)
    return standing


def _read_accounts(connection: Connection, account_nos: Sequence[str], standing: Standing) -> None:
    consumers = (
        select(CONSUMER.c.account_no, CONSUMER.c.is_removed)
        .where(CONSUMER.c.account_no.in_(account_nos))
        .order_by(CONSUMER.c.account_no)
        .with_for_update(key_share=True)
    )
    for account_no, is_removed in connection.execute(consumers):
        standing.accounts[account_no] = AccountStanding(bool(is_removed))
    bills = (
        select(
            BILL.c.account_no,
            BILL.c.bill_no,
            BILL.c.bill_date,
            BILL.c.due_date,
            BILL.c.payable_by_due_paise,
            BILL.c.payable_after_due_paise,
            BILL.c.elsewhere_paise,
            BILL_BOOKED.c.booked_paise,
        )
        .join_from(BILL, BILL_BOOKED, isouter=True)
        .where(BILL.c.account_no.in_(account_nos), BILL.c.is_open == 1)
        .order_by(BILL.c.bill_date, BILL.c.bill_no)
    )
    for (
        account_no,
        bill_no,
        bill_date,
        due_date,
        by_due,
        after_due,
        elsewhere,
        booked,
    ) in connection.execute(bills):
        standing.accounts[account_no].bills.append(
            BillStanding(bill_no, bill_date, due_date, by_due, after_due, elsewhere + (booked or 0))
        )


def _claim_instruments(
    connection: Connection, payments: dict[MessageKey, PaymentTaken], standing: Standing
) -> None:
    """The first message to name a reference owns it for ever."""
    claims: dict[str, MessageKey] = {}
    for key, payment in payments.items():
        if payment.payment_id not in standing.payment_ids:
            for rrn in rrns_of(payment):
                claims.setdefault(rrn, key)
    if not claims:
        return
    rows: list[Row] = [{"rrn": rrn, **_key(claims[rrn])} for rrn in sorted(claims)]
    insert_rows(connection, INSTRUMENT, rows, _UNLESS_CLAIMED)
    for row in connection.execute(select(INSTRUMENT).where(INSTRUMENT.c.rrn.in_(claims))):
        standing.rrn_owners[row.rrn] = MessageKey(row.counter_id, row.epoch, row.sequence)


def _write_messages(
    connection: Connection, decided: Iterable[tuple[MessageRead, Decision]], now_us: int
) -> None:
    rows: list[Row] = [
        {
            **_key(read.key),
            "hash": read.hash,
            "raw": read.raw,
            "kind": read.kind,
            "fate": str(decision.fate),
            "reference": decision.reference,
            "is_in_bill": int(decision.fate in IN_THE_BILL),
            "received_us": now_us,
        }
        for read, decision in decided
    ]
    insert_rows(connection, MESSAGE, rows)


def _write_payments(
    connection: Connection, decided: Iterable[tuple[MessageRead, Decision]]
) -> None:
    payments: list[Row] = []
    tenders: list[Row] = []
    parts: list[Row] = []
    for read, decision in decided:
        payment = read.payment
        if payment is None or not decision.parts:
            continue
        payments.append(_payment_row(read, payment, decision))
        tenders += [
            {
                **_key(read.key),
                "line": line,
                "kind": str(tender.kind),
                "amount_paise": tender.amount_paise,
                "rrn": tender.card.rrn if tender.card is not None else "",
            }
            for line, tender in enumerate(payment.tenders, 1)
        ]
        parts += [
            {
                **_key(read.key),
                "line": line,
                "told_bill_no": part.told_bill_no,
                "booked_bill_no": part.booked_bill_no,
                "amount_paise": part.amount_paise,
            }
            for line, part in enumerate(decision.parts, 1)
        ]
    insert_rows(connection, PAYMENT, payments)
    insert_rows(connection, PAYMENT_TENDER, tenders)
    insert_rows(connection, PAYMENT_PART, parts)


def _payment_row(read: MessageRead, payment: PaymentTaken, decision: Decision) -> Row:
    assert read.message is not None
    return {
        **_key(read.key),
        "payment_id": payment.payment_id,
        "receipt_no": payment.receipt_no,
        "account_no": payment.account_no,
        "amount_paise": payment.amount_paise,
        "business_date": payment.business_date,
        "recorded_us": read.message.clock.utc_us,
        "cashier_id": payment.cashier_id,
        "fate": str(decision.fate),
    }


def _write_bookings(
    connection: Connection, decided: Iterable[tuple[MessageRead, Decision]]
) -> None:
    """Raise what the bills received, and note the change; the cursor's lock is the last one taken."""
    booked: dict[str, int] = {}
    accounts: set[str] = set()
    for read, decision in decided:
        payment = read.payment
        for part in decision.parts:
            if payment is not None and part.booked_bill_no:
                booked[part.booked_bill_no] = booked.get(part.booked_bill_no, 0) + part.amount_paise
                accounts.add(payment.account_no)
    rows: list[Row] = [
        {"bill_no": no, "booked_paise": paise} for no, paise in sorted(booked.items())
    ]
    insert_rows(connection, BILL_BOOKED, rows, _ADDED)
    note_changes(connection, accounts)


def _key(key: MessageKey) -> Row:
    return {"counter_id": key.counter_id, "epoch": key.epoch, "sequence": key.sequence}
