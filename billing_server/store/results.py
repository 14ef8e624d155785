"""Later decisions, numbered for each counter and told when it asks (protocol, section 2).

Numbers are given under the counter's lock, so they become visible in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, insert, select

from billing_server.problems import Code, ServerRefusal
from billing_server.store.schema import CONSUMER
from billing_server.store.told_schema import RESULT
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.decoding import read_json
from counter_app.wire.results import ResultKind, Results, ResultTold

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.kept import KeptPayment
    from counter_app.wire.bodies import PaymentTaken

MOST_RESULTS_IN_PAGE = 500


def tell_result(connection: Connection, counter_id: str, result: ResultTold) -> int:
    """Tell this counter from now on; the number it got (its own is not looked at). The counter is locked."""
    number = _last(connection, counter_id) + 1
    told = canonical_bytes(msgspec.structs.replace(result, number=number))
    connection.execute(insert(RESULT).values(counter_id=counter_id, number=number, told=told))
    return number


def tell_found(
    connection: Connection, payment: PaymentTaken, kept: KeptPayment, now_us: int
) -> None:
    """The centre knew at once whose money in suspense is."""
    tell_result(
        connection,
        kept.key.counter_id,
        matched(connection, ResultKind.SUSPENSE_MATCHED, payment.receipt_no, kept, now_us, ""),
    )


def matched(
    connection: Connection,
    kind: ResultKind,
    receipt_no: str,
    kept: KeptPayment,
    now_us: int,
    reason: str,
) -> ResultTold:
    """That a payment was booked to its account, with whose that is."""
    names = select(CONSUMER.c.name_en, CONSUMER.c.name_hi).where(
        CONSUMER.c.account_no == kept.account_no
    )
    name_en, name_hi = connection.execute(names).one()
    return ResultTold(
        number=0,
        kind=kind,
        at_us=now_us,
        amount_paise=kept.rest_paise,
        receipt_no=receipt_no,
        account_no=kept.account_no,
        name_en=name_en,
        name_hi=name_hi,
        reason=reason,
    )


def tell_results(connection: Connection, counter_id: str, after: int) -> Results:
    """The page after this number. Raises ServerRefusal CURSOR_UNKNOWN for one that was never given."""
    last = _last(connection, counter_id)
    if not 0 <= after <= last:
        raise ServerRefusal(Code.CURSOR_UNKNOWN, f"after {after}, last {last}")
    told = connection.execute(
        select(RESULT.c.told)
        .where(RESULT.c.counter_id == counter_id, RESULT.c.number > after)
        .order_by(RESULT.c.number)
        .limit(MOST_RESULTS_IN_PAGE)
    ).scalars()
    results = tuple(read_json(one, ResultTold) for one in told)
    return Results(counter_id, after, last, results)


def _last(connection: Connection, counter_id: str) -> int:
    given = select(func.coalesce(func.max(RESULT.c.number), 0))
    return int(connection.execute(given.where(RESULT.c.counter_id == counter_id)).scalar_one())
