"""Book messages: read what stands, decide in order, write. One transaction with the chain it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.fates import decide, payer_of
from billing_server.kept import REVERSAL
from billing_server.returns import held_tenders
from billing_server.shapes import group_of, identity_of
from billing_server.store.alarms import CASH_ABOVE_LAW, raise_alarms
from billing_server.store.bulk import Row, use_indexes_alone
from billing_server.store.custody import keep_custody
from billing_server.store.message_keys import key_row
from billing_server.store.months import month_of, refuse_unseen
from billing_server.store.notes import keep_notes
from billing_server.store.receipt_copies import keep_copies
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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from billing_server.kept import Decision, KeptPayment
    from billing_server.reading import MessageRead
    from billing_server.standing import TimeBracket
    from counter_app.wire.bodies import PaymentTaken
    from counter_app.wire.custody_bodies import PaymentReversed

_TABLES = (MESSAGE, MESSAGE_BODY, PAYMENT, PAYMENT_TENDER, PAYMENT_PART, UNDONE)

Decided = list[tuple["MessageRead", "Decision"]]


def book(
    connection: Connection,
    counter_id: str,
    reads: Sequence[MessageRead],
    bracket: TimeBracket,
    beside: Callable[[tuple[FateTold, ...]], Mapping[Table, list[Row]]],
) -> None:
    """Book these messages of one counter, in their order. Each must be new, the counter locked.

    ``beside`` is told their fates, and says what its caller wants written with them. Raises UnseenMonthError before
    anything is read or written.
    """
    months = {month_of(body.business_date) for read in reads if (body := _of_month(read))}
    refuse_unseen(connection, months, bracket.now_us)
    use_indexes_alone(connection)
    standing = read_standing(connection, counter_id, reads)
    decided: Decided = [(read, decide(read, standing, bracket)) for read in reads]
    fates = tuple(FateTold(read.key.sequence, one.fate, one.reference) for read, one in decided)
    aside = [read.key for read, one in decided if one.is_aside]
    settle(connection, standing, aside, {**_rows(decided, bracket.now_us), **beside(fates)})
    keep_notes(connection, reads)
    keep_custody(connection, reads)
    keep_copies(connection, reads, bracket.now_us)
    above_law = [read.key for read, one in decided if one.fate is Fate.LIMIT_EXCEEDED]
    raise_alarms(connection, CASH_ABOVE_LAW, above_law, bracket.now_us)
    for read, decision in decided:
        if _is_found(decision) and read.payment is not None and decision.kept is not None:
            tell_found(connection, read.payment, decision.kept, bracket.now_us)


def _of_month(read: MessageRead) -> PaymentTaken | PaymentReversed | None:
    """What of this message may stand in the tables of a month."""
    return read.payment or read.reversed


def _is_found(decision: Decision) -> bool:
    """Whether this is a payment out of suspense whose consumer the centre knew at once."""
    kept = decision.kept
    return (
        kept is not None
        and not kept.is_aside
        and any(part.toward is Toward.SUSPENSE for part in kept.parts)
    )


def _rows(decided: Decided, now_us: int) -> dict[Table, list[Row]]:
    """What is to be written of these messages, table by table."""
    rows: dict[Table, list[Row]] = {table: [] for table in _TABLES}
    for read, decision in decided:
        key, monthly = key_row(read.key), Row()
        message: Row = {
            "hash": read.hash,
            "kind": read.kind,
            "fate": decision.fate,
            "reference": decision.reference,
            "is_in_bill": int(decision.fate in IN_THE_BILL),
            "received_us": now_us,
        }
        payment, kept = read.payment, decision.kept
        if read.reversed is not None and kept is not None:
            monthly = key | {"book_month": month_of(read.reversed.business_date)}
            rows[MESSAGE].append(monthly | message | {"payment_id": read.reversed.reversal_id})
            rows[PAYMENT].append(monthly | _held(read, read.reversed, kept))
            rows[PAYMENT_TENDER] += (monthly | line for line in _held_tenders(read.reversed))
            rows[PAYMENT_PART] += (monthly | line for line in _parts(kept))
        elif payment is None or kept is None:
            monthly = key | {"book_month": ""}
            rows[MESSAGE].append(monthly | message | {"payment_id": ""})
        else:
            monthly = key | {"book_month": month_of(payment.business_date)}
            rows[MESSAGE].append(monthly | message | {"payment_id": payment.payment_id})
            rows[PAYMENT].append(monthly | _payment(read, payment, kept, decision.fate))
            rows[PAYMENT_TENDER] += (monthly | line for line in _tenders(payment))
            rows[PAYMENT_PART] += (monthly | line for line in _parts(kept))
        rows[MESSAGE_BODY].append(monthly | {"raw": read.raw})
        if read.returned is not None:
            rows[UNDONE] += (key | line for line in _undone(read.returned.identity, decision))
        elif read.reversed is not None:
            identity = f"{REVERSAL}{read.reversed.reversal_id}"
            rows[UNDONE] += (key | line for line in _undone(identity, decision))
    return rows


def _payment(read: MessageRead, payment: PaymentTaken, kept: KeptPayment, fate: Fate) -> Row:
    assert read.message is not None
    return {
        "payment_id": payment.payment_id,
        "receipt_no": payment.receipt_no,
        "account_no": payment.account_no,
        "amount_paise": payment.amount_paise,
        "business_date": payment.business_date,
        "recorded_us": read.message.clock.utc_us,
        "cashier_id": payment.cashier_id,
        "fate": fate,
        "for_account_no": kept.account_no,
        "group_id": group_of(payment),
        "payer_key": payer_of(payment),
        "is_held": 0,
    }


def _tenders(payment: PaymentTaken) -> Iterator[Row]:
    for line, tender in enumerate(payment.tenders, 1):
        yield {
            "line": line,
            "kind": tender.kind,
            "amount_paise": tender.amount_paise,
            "identity": identity_of(tender),
        }


def _parts(kept: KeptPayment) -> Iterator[Row]:
    for line, part in enumerate(kept.parts, 1):
        yield {
            "line": line,
            "told_bill_no": part.told_bill_no,
            "booked_bill_no": part.bill_no,
            "amount_paise": part.amount_paise,
            "toward": part.toward,
        }


def _held(read: MessageRead, told: PaymentReversed, kept: KeptPayment) -> Row:
    """What a reversal left here, as a payment that waits: for the right account, where one was named."""
    assert read.message is not None
    return {
        "payment_id": told.reversal_id,
        "receipt_no": told.part.receipt_no,
        "account_no": told.right_account,
        "amount_paise": kept.rest_paise,
        "business_date": told.business_date,
        "recorded_us": read.message.clock.utc_us,
        "cashier_id": told.by,
        "fate": Fate.NOTED,
        "for_account_no": "",
        "group_id": told.reversal_id,
        "payer_key": "",
        "is_held": 1,
    }


def _held_tenders(told: PaymentReversed) -> Iterator[Row]:
    for line, tender in enumerate(held_tenders(told), 1):
        yield {
            "line": line,
            "kind": tender.kind,
            "amount_paise": tender.amount_paise,
            "identity": tender.identity,
        }


def _undone(identity: str, decision: Decision) -> Iterator[Row]:
    told = ((part, one) for part in decision.undone for one in part.allocations)
    for line, (part, one) in enumerate(told, 1):
        yield {
            "line": line,
            "identity": identity,
            "payment_id": part.payment_id,
            "told_bill_no": one.bill_no,
            "toward": one.toward,
            "amount_paise": one.amount_paise,
        }
