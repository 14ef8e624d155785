"""One run of one adapter: what was given and not heard of first, then what waits, parcel by parcel."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.connectors import lease, outbox
from billing_server.connectors.instructions import Outcome
from billing_server.connectors.port import AdapterFault, Answer
from billing_server.connectors.projector import project

if TYPE_CHECKING:
    from collections.abc import Callable

    from billing_server.connectors.port import Adapter, Parcel
    from billing_server.store.engine import Database


@dataclass(slots=True)
class Run:
    """What one run did; ``stopped_by`` says why it ended early, empty when nothing is left."""

    instructions: int = 0
    """Made from what was booked since."""
    parcels: int = 0
    done: int = 0
    handed_on: int = 0
    refused: int = 0
    failed: int = 0
    stopped_by: str = ""

    def count(self, answer: Answer) -> None:
        """One more line."""
        self.done += answer.outcome is Outcome.DONE
        self.handed_on += answer.outcome is Outcome.HANDED_ON
        self.refused += answer.outcome is Outcome.REFUSED
        self.failed += answer.outcome is Outcome.FAILED


def run_once(
    database: Database, adapter: Adapter, now_us: Callable[[], int], holder: str = ""
) -> Run:
    """Make instructions of what was booked and hand on all that waits. Never raises for the other side's faults."""
    run = Run(instructions=project(database, now_us()))
    name, me = adapter.plan.name, holder or secrets.token_hex(8)
    if not lease.acquire(database, name, me, now_us()):
        run.stopped_by = f"another runner is at work on {name}: {database.read(lambda c: lease.holder_of(c, name))}"
        return run
    try:
        _hand_on_all(database, adapter, me, now_us, run)
    except (AdapterFault, lease.LeaseLost) as fault:
        run.stopped_by = str(fault)
    finally:
        lease.release(database, name, me)
    return run


def _hand_on_all(
    database: Database, adapter: Adapter, me: str, now_us: Callable[[], int], run: Run
) -> None:
    name = adapter.plan.name
    while parcel := outbox.open_parcel(database, name):
        _hand_on(database, adapter, me, now_us, parcel, run)
    while parcel := outbox.take_parcel(database, adapter, me, now_us()):
        _hand_on(database, adapter, me, now_us, parcel, run)


def _hand_on(
    database: Database,
    adapter: Adapter,
    me: str,
    now_us: Callable[[], int],
    parcel: Parcel,
    run: Run,
) -> None:
    """Hand on one parcel and note what became of its lines.

    After a fault a parcel that stands for ever stays given, to be handed on as it is; lines of another are free to go
    into the next one.
    """
    plan = adapter.plan
    try:
        answers = adapter.hand_on(parcel)
    except AdapterFault as fault:
        if not plan.is_by_day:
            failed = [Answer(line.number, Outcome.FAILED, str(fault)) for line in parcel.lines]
            outbox.note_answers(database, plan, me, parcel, failed, now_us())
            run.failed += len(failed)
        raise
    outbox.note_answers(database, plan, me, parcel, answers, now_us())
    run.parcels += 1
    for answer in answers:
        run.count(answer)
