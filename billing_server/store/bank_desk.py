"""The bank desk: an instrument came back to the centre before its counter knows.

Until the counter has told the return, the payments stand in no bill at all: the counter still counts them, nobody
else does. Its return then puts back whatever of them the instrument had not paid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, literal_column, select

from billing_server.standing import Standing
from billing_server.store.kept_payments import read_kept
from billing_server.store.message_keys import is_beside
from billing_server.store.people_acting import lock_counters, refuse_unsigned
from billing_server.store.results import tell_result
from billing_server.store.settling import settle
from billing_server.store.told_schema import DESK_RETURN, PAYMENT, PAYMENT_TENDER
from billing_server.store.what_stands import read_accounts
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.results import ResultKind, ResultTold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Connection

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey
    from billing_server.store.engine import Database


@dataclass(frozen=True, slots=True)
class SeenReturned:
    """What the bank said of an instrument (``domain.tender.identity_of``), and who at the desk took it in."""

    identity: str
    on: date
    reason: str
    charge_paise: int
    by: str


def return_instrument(database: Database, seen: SeenReturned, now_us: int) -> tuple[str, ...]:
    """Take what it paid out of the bills, and tell the counters; their ids.

    Raises ValueError for an instrument nobody told, or one whose return is known.
    """
    refuse_unsigned(seen.by, seen.reason)

    def work(connection: Connection) -> tuple[str, ...]:
        payments = _paid_by(connection, seen.identity)
        lock_counters(connection, payments)
        _refuse_known(connection, seen, payments)
        connection.execute(
            insert(DESK_RETURN).values(
                identity=seen.identity,
                on_date=seen.on.isoformat(),
                reason=seen.reason.strip(),
                charge_paise=seen.charge_paise,
                by_id=seen.by.strip(),
                at_us=now_us,
            )
        )
        kept = [
            one
            for counter_id, ids in sorted(payments.items())
            for one in read_kept(connection, counter_id, ids).values()
            if seen.identity in one.waits_for
        ]
        if not kept:
            message = f"the counter told the return of {seen.identity} already"
            raise ValueError(message)
        standing = Standing(USUAL_POLICY)
        read_accounts(connection, (), standing, kept)
        aside = list(_take_out(kept, seen.identity, standing))
        told = _tell(connection, seen, kept, now_us)
        settle(connection, standing, aside)
        return told

    return database.write(work)


def _paid_by(connection: Connection, identity: str) -> dict[str, set[str]]:
    """Counter to the payments told with this instrument."""
    rows = connection.execute(
        select(PAYMENT.c.counter_id, PAYMENT.c.payment_id)
        .join_from(PAYMENT, PAYMENT_TENDER, is_beside(PAYMENT, PAYMENT_TENDER))
        .where(
            PAYMENT_TENDER.c.identity == identity, PAYMENT_TENDER.c.identity != literal_column("''")
        )
    )
    found: dict[str, set[str]] = {}
    for counter_id, payment_id in rows if identity else ():
        found.setdefault(counter_id, set()).add(payment_id)
    return found


def _refuse_known(
    connection: Connection, seen: SeenReturned, payments: dict[str, set[str]]
) -> None:
    if not payments:
        message = f"no payment was told with {seen.identity}"
        raise ValueError(message)
    known = select(DESK_RETURN.c.by_id).where(DESK_RETURN.c.identity == seen.identity)
    by = connection.execute(known).scalar_one_or_none()
    if by is not None:
        message = f"{seen.identity} was taken in already, by {by}"
        raise ValueError(message)


def _take_out(
    kept: Iterable[KeptPayment], identity: str, standing: Standing
) -> Iterable[MessageKey]:
    """Out of the bills, those that stand in them; the messages that are refused from now."""
    for one in kept:
        one.waits_for.discard(identity)
        before, was_refused = one.in_bills_paise, one.is_refused
        one.waits_for.add(identity)
        standing.move(one, before)
        if one.is_refused and not was_refused:
            yield one.key


def _tell(
    connection: Connection, seen: SeenReturned, kept: Iterable[KeptPayment], now_us: int
) -> tuple[str, ...]:
    paid: dict[str, int] = {}
    for one in kept:
        counter_id = one.key.counter_id
        paid[counter_id] = paid.get(counter_id, 0) + one.instruments[seen.identity]
    for counter_id, paise in paid.items():
        tell_result(
            connection,
            counter_id,
            ResultTold(
                number=0,
                kind=ResultKind.INSTRUMENT_RETURNED,
                at_us=now_us,
                amount_paise=paise,
                identity=seen.identity,
                on=seen.on.isoformat(),
                charge_paise=seen.charge_paise,
                reason=seen.reason.strip(),
            ),
        )
    return tuple(paid)
