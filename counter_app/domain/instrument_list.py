"""The instrument list: cheques and drafts by the bank they are drawn on, UPI credits by where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.receipt import CounterPlace

BANK_CODE_LETTERS = 4
"""An IFSC begins with the bank's code; names of banks are typed, and typed in many ways."""

_STATE_ORDER = {state: place for place, state in enumerate(InstrumentState)}
_KIND_ORDER = {kind: place for place, kind in enumerate(TenderKind)}


@dataclass(frozen=True, slots=True)
class InstrumentGroup:
    """Instruments of one kind and bank, or UPI credits of one state: these have a ``state`` and an empty ``bank``."""

    kind: TenderKind
    bank_code: str
    bank: str
    state: InstrumentState | None
    held: tuple[HeldInstrument, ...]

    @property
    def amount(self) -> Money:
        """All of them together, by their faces."""
        return Money.total(one.face for one in self.held)


@dataclass(frozen=True, slots=True)
class InstrumentList:
    """All that was asked for, group by group: cheques, then drafts, then UPI credits."""

    place: CounterPlace
    made_at: datetime
    groups: tuple[InstrumentGroup, ...]

    @property
    def count(self) -> int:
        """How many instruments."""
        return sum(len(group.held) for group in self.groups)

    @property
    def amount(self) -> Money:
        """All groups together."""
        return Money.total(group.amount for group in self.groups)


def list_of(
    place: CounterPlace, held: tuple[HeldInstrument, ...], made_at: datetime
) -> InstrumentList:
    """Group them; within a group the one received first stands first."""
    groups: dict[tuple[TenderKind, str, InstrumentState | None], list[HeldInstrument]] = {}
    for one in sorted(held, key=lambda one: (one.received_on, one.identity)):
        code = one.paper.ifsc[:BANK_CODE_LETTERS] if one.paper else ""
        groups.setdefault((one.kind, code, None if one.paper else one.state), []).append(one)
    made = [
        InstrumentGroup(kind, code, _bank_of(members), state, tuple(members))
        for (kind, code, state), members in groups.items()
    ]
    return InstrumentList(place, made_at, tuple(sorted(made, key=_place_of)))


def _place_of(group: InstrumentGroup) -> tuple[int, int, str]:
    """Cheques before drafts before UPI; a bank by its code, a state by its place in an instrument's life."""
    is_paper = group.state is None
    kind = _KIND_ORDER[group.kind] if is_paper else len(_KIND_ORDER)
    return kind, 0 if group.state is None else _STATE_ORDER[group.state], group.bank_code


def _bank_of(members: list[HeldInstrument]) -> str:
    """The bank as it was written on the first of them; empty for UPI."""
    paper = members[0].paper
    return paper.bank if paper else ""
