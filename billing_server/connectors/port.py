"""What an adapter to another billing system is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from billing_server.connectors.instructions import Instruction, Outcome, Terms


class AdapterFault(Exception):
    """The other side was not reached, or the folder cannot be written: says what happened and what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How an adapter likes its parcels.

    ``is_by_day``: each parcel is of one business date up to ``through`` (ISO), and once made stands for ever.
    """

    name: str
    terms: Terms
    most_lines: int
    is_by_day: bool = False
    through: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Instructions handed on together, as they were when the parcel was made.

    ``number`` has no gap; ``part`` counts the parcels of one business date; ``digest_before`` is that of the parcel
    before, empty for the first.
    """

    number: int
    business_date: str
    part: int
    terms: Terms
    made_us: int
    digest_before: str
    lines: tuple[Instruction, ...]

    @property
    def amount_paise(self) -> int:
        """The sum of its lines; corrections are negative."""
        return sum(one.amount_paise for one in self.lines)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one line; ``detail`` is for people."""

    number: int
    outcome: Outcome
    detail: str = ""


class Adapter(Protocol):
    """One way to the other billing system. Handing on a parcel twice must do no harm there."""

    @property
    def plan(self) -> Plan:
        """How it likes its parcels."""
        ...

    def digest_of(self, parcel: Parcel) -> str:
        """SHA-256 in hexadecimal of what will be handed on; always the same for one parcel."""
        ...

    def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
        """Hand it on; an answer for each line. Raises AdapterFault when nothing can be said of any."""
        ...
