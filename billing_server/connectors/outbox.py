"""The outbox of an adapter: parcels made of what waits, what became of them, and what a person released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from billing_server.connectors import lease
from billing_server.connectors.attempts import (
    add_attempts,
    instruction_of,
    last_attempt,
    states_of,
)
from billing_server.connectors.instructions import Outcome, Terms
from billing_server.connectors.port import Parcel
from billing_server.connectors.waiting import digest_of, next_place, settle, settled_upto, waiting
from billing_server.store.instruction_schema import ATTEMPT, CONNECTOR, INSTRUCTION, PARCEL
from billing_server.store.people_acting import refuse_unsigned
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.decoding import read_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from billing_server.connectors.port import Adapter, Answer, Plan
    from billing_server.store.engine import Database


def take_parcel(database: Database, adapter: Adapter, holder: str, now_us: int) -> Parcel | None:
    """The next parcel of what waits, each line noted as given; None when nothing waits. Raises LeaseLost."""
    plan = adapter.plan

    def work(connection: Connection) -> Parcel | None:
        lease.renew(connection, plan.name, holder, now_us)
        settle(connection, plan.name)
        lines = waiting(connection, plan, now_us)
        if not lines:
            return None
        number, before, part = next_place(connection, plan, lines[0].business_date)
        day = lines[0].business_date if plan.is_by_day else ""
        parcel = Parcel(number, day, part, plan.terms, now_us, before, tuple(lines))
        connection.execute(
            insert(PARCEL).values(
                adapter=plan.name,
                number=number,
                business_date=day,
                part=part,
                lines=len(lines),
                amount_paise=parcel.amount_paise,
                terms=canonical_bytes(plan.terms).decode(),
                digest=adapter.digest_of(parcel),
                made_us=now_us,
            )
        )
        given = {line.number: (Outcome.GIVEN, "") for line in lines}
        add_attempts(connection, plan.name, given, now_us, parcel=number)
        return parcel

    return database.write(work)


def open_parcel(database: Database, adapter: str) -> Parcel | None:
    """The first parcel that was made and of which nothing is known: handed on again, as it was."""

    def work(connection: Connection) -> Parcel | None:
        given = (
            select(ATTEMPT.c.parcel)
            .join_from(INSTRUCTION, ATTEMPT, ATTEMPT.c.number == INSTRUCTION.c.number)
            .where(
                INSTRUCTION.c.number > settled_upto(adapter),
                ATTEMPT.c.adapter == adapter,
                ATTEMPT.c.attempt == last_attempt(adapter, ATTEMPT.c.attempt),
                ATTEMPT.c.outcome == str(Outcome.GIVEN),
            )
            .order_by(ATTEMPT.c.parcel)
            .limit(1)
        )
        number = connection.execute(given).scalar_one_or_none()
        return None if number is None else read_parcel(connection, adapter, number)

    return database.read(work)


def read_parcel(connection: Connection, adapter: str, number: int) -> Parcel:
    """A parcel as it was made. Raises sqlalchemy's NoResultFound for a number that was never given."""
    named = (PARCEL.c.adapter == adapter, PARCEL.c.number == number)
    row = connection.execute(select(PARCEL).where(*named)).one()
    lines = connection.execute(
        select(INSTRUCTION)
        .join_from(INSTRUCTION, ATTEMPT, ATTEMPT.c.number == INSTRUCTION.c.number)
        .where(
            ATTEMPT.c.adapter == adapter,
            ATTEMPT.c.parcel == number,
            ATTEMPT.c.outcome == str(Outcome.GIVEN),
        )
        .order_by(INSTRUCTION.c.number)
    )
    terms = read_json(row.terms, Terms)
    before = digest_of(connection, adapter, number - 1)
    return Parcel(
        number,
        row.business_date,
        row.part,
        terms,
        row.made_us,
        before,
        tuple(map(instruction_of, lines)),
    )


def note_answers(
    database: Database,
    plan: Plan,
    holder: str,
    parcel: Parcel,
    answers: Sequence[Answer],
    now_us: int,
) -> None:
    """What became of each line. Raises LeaseLost: then nothing is noted, and the parcel is handed on again."""
    told = {one.number: (one.outcome, one.detail) for one in answers}
    assert set(told) <= {line.number for line in parcel.lines}, "answers to other lines"

    def work(connection: Connection) -> None:
        lease.renew(connection, plan.name, holder, now_us)
        states = states_of(connection, plan.name, told)
        still = {number: one for number, one in told.items() if states[number] == Outcome.GIVEN}
        add_attempts(connection, plan.name, still, now_us, parcel=parcel.number)

    database.write(work)


def release_refused(
    database: Database, adapter: str, reference: str, *, by: str, reason: str, now_us: int
) -> None:
    """A person looked: hand this one on again. Raises ValueError for one that was not refused."""
    refuse_unsigned(by, reason)

    def work(connection: Connection) -> None:
        lease.ensure(connection, adapter)
        lock = select(CONNECTOR).where(CONNECTOR.c.adapter == adapter).with_for_update()
        connection.execute(lock)
        named = select(INSTRUCTION.c.number).where(INSTRUCTION.c.reference == reference)
        number = connection.execute(named).scalar_one_or_none()
        state = states_of(connection, adapter, {number})[number] if number else "unknown"
        if number is None or state != Outcome.REFUSED:
            message = f"{reference} was not refused by {adapter}: {state or 'it waits'}"
            raise ValueError(message)
        released = {number: (Outcome.RELEASED, reason.strip())}
        add_attempts(connection, adapter, released, now_us, by=by.strip())
        lower = CONNECTOR.c.settled_upto >= number
        back = update(CONNECTOR).where(CONNECTOR.c.adapter == adapter, lower)
        connection.execute(back.values(settled_upto=number - 1))

    database.write(work)
