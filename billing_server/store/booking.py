"""Book messages: read what stands, decide in order, write. One transaction with the chain it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.fates import decide, payer_of
from billing_server.shapes import group_of, identity_of
from billing_server.store.alarms import CASH_ABOVE_LAW, raise_alarms
from billing_server.store.bulk import Row, insert_rows
from billing_server.store.message_keys import key_row
from billing_server.store.months import month_of, refuse_unseen
from billing_server.store.notes import keep_notes
from billing_server.store.results import tell_found
from billing_server.store.settling import settle
from billing_server.store.told_schema import (
    MESSAGE,
    MESSAGE_BODY,
    PAYMENT,
    PAYMENT_PART,
    PAYMENT_TENDER,
    UNDONE,
)
from billing_server.store.what_stands import read_standing
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import IN_THE_BILL, Fate, FateTold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from billing_server.kept import Decision, KeptPayment
    from billing_server.reading import MessageRead
    from billing_server.standing import TimeBracket
    from counter_app.wire.bodies import PaymentTaken

Decided = list[tuple["MessageRead", "Decision"]]


def book(
    connection: Connection, counter_id: str, reads: Sequence[MessageRead], bracket: TimeBracket
) -> tuple[FateTold, ...]:
    """Book these messages of one counter, in their order; their fates. Each must be new, the counter locked.

    Raises UnseenMonthError before anything is read or written.
    """
    months = {month_of(payment.business_date) for read in reads if (payment := read.payment)}
    refuse_unseen(connection, months, bracket.now_us)
    standing = read_standing(connection, counter_id, reads)
    decided: Decided = [(read, decide(read, standing, bracket)) for read in reads]
    _write_messages(connection, decided, bracket.now_us)
    _write_payments(connection, decided)
    _write_undone(connection, decided)
    keep_notes(connection, reads)
    above_law = [read.key for read, one in decided if one.fate is Fate.LIMIT_EXCEEDED]
    raise_alarms(connection, CASH_ABOVE_LAW, above_law, bracket.now_us)
    for read, decision in decided:
        if _is_found(decision) and read.payment is not None and decision.kept is not None:
            tell_found(connection, read.payment, decision.kept, bracket.now_us)
    settle(connection, standing, [read.key for read, one in decided if one.is_aside])
    return tuple(
        FateTold(read.key.sequence, decision.fate, decision.reference) for read, decision in decided
    )


def _is_found(decision: Decision) -> bool:
    """Whether this is a payment out of suspense whose consumer the centre knew at once."""
    kept = decision.kept
    return (
        kept is not None
        and not kept.is_aside
        and any(part.toward is Toward.SUSPENSE for part in kept.parts)
    )


def _write_messages(connection: Connection, decided: Decided, now_us: int) -> None:
    rows: list[Row] = [
        {
            **key_row(read.key),
            "hash": read.hash,
            "kind": read.kind,
            "fate": str(decision.fate),
            "reference": decision.reference,
            "is_in_bill": int(decision.fate in IN_THE_BILL),
            "received_us": now_us,
            "book_month": _month(read, decision),
            "payment_id": read.payment.payment_id if read.payment and decision.kept else "",
        }
        for read, decision in decided
    ]
    insert_rows(connection, MESSAGE, rows)
    bodies: list[Row] = [
        {**key_row(read.key), "book_month": _month(read, decision), "raw": read.raw}
        for read, decision in decided
    ]
    insert_rows(connection, MESSAGE_BODY, bodies)


def _month(read: MessageRead, decision: Decision) -> str:
    """The month of the payment that is kept; empty for none."""
    return month_of(read.payment.business_date) if read.payment and decision.kept else ""


def _write_payments(connection: Connection, decided: Decided) -> None:
    payments: list[Row] = []
    tenders: list[Row] = []
    parts: list[Row] = []
    for read, decision in decided:
        payment, kept = read.payment, decision.kept
        if payment is None or kept is None:
            continue
        monthly: Row = {**key_row(read.key), "book_month": _month(read, decision)}
        payments.append(monthly | _payment_row(read, payment, kept, decision.fate))
        tenders += [
            {
                **monthly,
                "line": line,
                "kind": str(tender.kind),
                "amount_paise": tender.amount_paise,
                "identity": identity_of(tender),
            }
            for line, tender in enumerate(payment.tenders, 1)
        ]
        parts += [
            {
                **monthly,
                "line": line,
                "told_bill_no": part.told_bill_no,
                "booked_bill_no": part.bill_no,
                "amount_paise": part.amount_paise,
                "toward": str(part.toward),
            }
            for line, part in enumerate(kept.parts, 1)
        ]
    insert_rows(connection, PAYMENT, payments)
    insert_rows(connection, PAYMENT_TENDER, tenders)
    insert_rows(connection, PAYMENT_PART, parts)


def _payment_row(read: MessageRead, payment: PaymentTaken, kept: KeptPayment, fate: Fate) -> Row:
    assert read.message is not None
    return {
        "payment_id": payment.payment_id,
        "receipt_no": payment.receipt_no,
        "account_no": payment.account_no,
        "amount_paise": payment.amount_paise,
        "business_date": payment.business_date,
        "recorded_us": read.message.clock.utc_us,
        "cashier_id": payment.cashier_id,
        "fate": str(fate),
        "for_account_no": kept.account_no,
        "group_id": group_of(payment),
        "payer_key": payer_of(payment),
    }


def _write_undone(connection: Connection, decided: Decided) -> None:
    rows: list[Row] = []
    for read, decision in decided:
        if read.returned is None:
            continue
        told = [(part, one) for part in decision.undone for one in part.allocations]
        rows += [
            {
                **key_row(read.key),
                "line": line,
                "identity": read.returned.identity,
                "payment_id": part.payment_id,
                "told_bill_no": one.bill_no,
                "toward": str(one.toward),
                "amount_paise": one.amount_paise,
            }
            for line, (part, one) in enumerate(told, 1)
        ]
    insert_rows(connection, UNDONE, rows)
