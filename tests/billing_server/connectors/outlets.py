"""What the connector's tests share: instructions as they stand, and an agency in memory that dies and forgets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.connectors.attempts import instruction_of, states_of
from billing_server.connectors.instructions import Outcome, Terms
from billing_server.connectors.port import Answer, Plan
from billing_server.connectors.projector import project
from billing_server.store.instruction_schema import INSTRUCTION

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from billing_server.connectors.instructions import Instruction
    from billing_server.connectors.port import Parcel
    from billing_server.store.engine import Database
    from tests.billing_server.centres import PlayedCentre

TERMS = Terms("KESCO", {"Kidwai Nagar": "KID"}, {"postpaid": "POSTPAID"})


def instructions(database: Database) -> list[Instruction]:
    """All of them, in their order."""
    rows = database.read(
        lambda c: c.execute(select(INSTRUCTION).order_by(INSTRUCTION.c.number)).all()
    )
    return [instruction_of(row) for row in rows]


def projected(centre: PlayedCentre) -> list[Instruction]:
    """All of them, once the outbox is brought up to date."""
    project(centre.database, centre.now_us)
    return instructions(centre.database)


def shortly(found: Sequence[Instruction]) -> list[tuple[str, str, str, int]]:
    """Kind, account, bill and paise of each."""
    return [(str(one.kind), one.account_no, one.bill_no, one.amount_paise) for one in found]


def state_of(database: Database, adapter: str, reference: str) -> str:
    """Its last outcome there."""
    (number,) = [one.number for one in instructions(database) if one.reference == reference]
    return database.read(lambda c: states_of(c, adapter, {number}))[number]


class Died(Exception):
    """The runner's process ended here."""


@dataclass(slots=True)
class AgencyInMemory:
    """Takes each reference once. ``dice`` lets the runner die before, or after, a parcel was taken."""

    dice: random.Random | None = None
    most_lines: int = 3
    held: dict[str, Instruction] = field(default_factory=dict)
    is_by_day: bool = False
    told: list[int] = field(default_factory=list)
    """Parcels in the order in which they came, repeats too."""

    @property
    def plan(self) -> Plan:
        return Plan("memory", TERMS, self.most_lines, self.is_by_day, through="9999-12-31")

    def digest_of(self, parcel: Parcel) -> str:
        return ",".join(one.reference for one in parcel.lines)

    def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
        self._may_die()
        self.told.append(parcel.number)
        for line in parcel.lines:
            known = self.held.setdefault(line.reference, line)
            assert known == line, "one reference for two things"
        self._may_die()
        return [Answer(line.number, Outcome.DONE) for line in parcel.lines]

    def by_account(self) -> dict[str, int]:
        """Paise by account, heads left out; accounts at zero left out."""
        sums = Counter[str]()
        for one in self.held.values():
            if one.toward != "head":
                sums[one.account_no] += one.amount_paise
        return {account: paise for account, paise in sums.items() if paise}

    def _may_die(self) -> None:
        if self.dice is not None and self.dice.random() < 0.3:
            raise Died
