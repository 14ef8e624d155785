"""The daily reconciliation: what this counter took on a day against what the centre keeps of it. Pure.

What the centre has not handled yet explains itself and is no difference. Everything else has a name and a payment:
a sum that is not equal never stands alone. For each tender, what the centre has too much or too little is the sum
over the named differences, to the paisa.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.day_report import Counted
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from counter_app.domain.receipt import CounterPlace

NONE = Counted(0, ZERO)
"""No payment."""

_TENDER_ORDER = {str(kind): place for place, kind in enumerate(TenderKind)}


class DifferenceKind(StrEnum):
    """Why a payment is not the same on both sides; of several that are true the first of this order is told."""

    NOT_ENTERED = "not_entered"
    """The centre keeps the message but could not enter it as a payment."""
    MISSING_THERE = "missing_there"
    """The centre has handled its message and keeps no such payment: grave."""
    UNKNOWN_HERE = "unknown_here"
    """The centre keeps it and these books do not: restored from a backup, or forked."""
    OTHER_DAY = "other_day"
    AMOUNT = "amount"
    TENDER = "tender"
    FATE = "fate"


@dataclass(frozen=True, slots=True)
class TakenHere:
    """One payment of these books as its message told it. ``fate`` is empty while no acknowledgement covers it.

    ``tenders`` are kind and sum, sorted, as they were handed over.
    """

    epoch: int
    sequence: int
    receipt_no: str
    amount: Money
    tenders: tuple[tuple[str, Money], ...]
    business_date: date
    fate: str = ""


@dataclass(frozen=True, slots=True)
class KeptThere:
    """One payment as the centre keeps it."""

    epoch: int
    sequence: int
    receipt_no: str
    amount: Money
    tenders: tuple[tuple[str, Money], ...]
    business_date: date
    fate: str


@dataclass(frozen=True, slots=True)
class TheCentre:
    """What the centre answered.

    ``uptos``: of each epoch the highest sequence it handled. ``payments``: all it keeps under the date, and whatever
    it keeps under the sequences of ours. ``not_entered``: epoch and sequence of messages that are no payment there.
    """

    uptos: Mapping[int, int]
    payments: tuple[KeptThere, ...] = ()
    not_entered: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """One payment that is not the same; a side is None where it is not there, or not on this day."""

    kind: DifferenceKind
    epoch: int
    sequence: int
    receipt_no: str
    here: TakenHere | None
    there: KeptThere | None

    @property
    def amount(self) -> Money:
        """What the centre has too much of the day; below zero what it lacks."""
        there = self.there.amount if self.there is not None else ZERO
        return there - self.here.amount if self.here is not None else there


@dataclass(frozen=True, slots=True)
class Line:
    """One tender, or all: what was taken here, what of it the centre has not handled yet, what it keeps."""

    name: str
    here: Counted
    unsent: Counted
    centre: Counted

    @property
    def difference(self) -> Money:
        """What the centre has too much; below zero what it lacks. Zero is equal."""
        return self.centre.amount + self.unsent.amount - self.here.amount


@dataclass(frozen=True, slots=True)
class FateLine:
    """One fate: as acknowledged here, and as the centre counts it. An empty name: not acknowledged yet."""

    name: str
    here: Counted
    centre: Counted


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A day compared. Without ``is_reached`` the centre was not asked: its sides are what it acknowledged."""

    place: CounterPlace
    business_date: date
    made_at: datetime
    is_reached: bool
    by_tender: tuple[Line, ...]
    total: Line
    by_fate: tuple[FateLine, ...]
    differences: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the centre keeps exactly what it has of ours; what is unsent is explained."""
        return self.is_reached and not self.differences

    @property
    def is_whole(self) -> bool:
        """Whether nothing is unsent besides."""
        return self.is_equal and not self.total.unsent.count


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The last reconciliation of a day that is kept, and how many payments of the day were taken after it."""

    at: datetime
    is_equal: bool
    differences: int
    unsent: int
    taken_since: int

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to reconcile: equal, all of it sent, nothing taken since."""
        return self.is_equal and not (self.unsent or self.taken_since)


def compare(
    place: CounterPlace,
    business_date: date,
    made_at: datetime,
    taken: tuple[TakenHere, ...],
    centre: TheCentre,
    elsewhere: tuple[TakenHere, ...] = (),
) -> Reconciliation:
    """Compare a day payment by payment.

    ``taken`` are these books' payments of the day; ``elsewhere`` those of other days whose sequence the centre keeps
    under this date.
    """
    there = {(one.epoch, one.sequence): one for one in centre.payments}
    handled = [one for one in taken if _is_handled(one, centre, there)]
    unsent = [one for one in taken if not _is_handled(one, centre, there)]
    of_day = [one for one in centre.payments if one.business_date == business_date]
    differences = [
        *(_of_taken(one, there.get((one.epoch, one.sequence)), centre) for one in handled),
        *_unknown_here(taken, of_day, elsewhere),
    ]
    named = sorted(filter(None, differences), key=lambda one: (one.epoch, one.sequence, one.kind))
    return Reconciliation(
        place=place,
        business_date=business_date,
        made_at=made_at,
        is_reached=True,
        by_tender=_by_tender(taken, unsent, of_day),
        total=Line("", _counted(taken), _counted(unsent), _counted(of_day)),
        by_fate=_by_fate(taken, of_day),
        differences=tuple(named),
    )


def as_acknowledged(
    place: CounterPlace, business_date: date, made_at: datetime, taken: tuple[TakenHere, ...]
) -> Reconciliation:
    """What is known without the centre: what it signed for, and what is unsent."""
    unsent = [one for one in taken if not one.fate]
    signed = [one for one in taken if one.fate]
    return Reconciliation(
        place=place,
        business_date=business_date,
        made_at=made_at,
        is_reached=False,
        by_tender=_by_tender(taken, unsent, signed),
        total=Line("", _counted(taken), _counted(unsent), _counted(signed)),
        by_fate=_by_fate(taken, signed),
        differences=(),
    )


def _is_handled(
    one: TakenHere, centre: TheCentre, there: Mapping[tuple[int, int], KeptThere]
) -> bool:
    return one.sequence <= centre.uptos.get(one.epoch, 0) or (one.epoch, one.sequence) in there


def _of_taken(here: TakenHere, there: KeptThere | None, centre: TheCentre) -> Difference | None:
    """How a payment that the centre handled differs there; None when it does not."""
    place = (here.epoch, here.sequence)
    if there is None or there.receipt_no != here.receipt_no:
        is_kept = place in centre.not_entered
        kind = DifferenceKind.NOT_ENTERED if is_kept else DifferenceKind.MISSING_THERE
        return Difference(kind, *place, here.receipt_no, here, None)
    if there.business_date != here.business_date:
        return Difference(DifferenceKind.OTHER_DAY, *place, here.receipt_no, here, None)
    for kind, is_other in (
        (DifferenceKind.AMOUNT, there.amount != here.amount),
        (DifferenceKind.TENDER, there.tenders != here.tenders),
        (DifferenceKind.FATE, bool(here.fate) and there.fate != here.fate),
    ):
        if is_other:
            return Difference(kind, *place, here.receipt_no, here, there)
    return None


def _unknown_here(
    taken: tuple[TakenHere, ...], of_day: list[KeptThere], elsewhere: tuple[TakenHere, ...]
) -> Iterable[Difference]:
    """What the centre keeps under the date and these books do not."""
    ours = {(one.epoch, one.sequence, one.receipt_no) for one in taken}
    other_days = {(one.epoch, one.sequence, one.receipt_no) for one in elsewhere}
    for one in of_day:
        name = (one.epoch, one.sequence, one.receipt_no)
        if name not in ours:
            is_other_day = name in other_days
            kind = DifferenceKind.OTHER_DAY if is_other_day else DifferenceKind.UNKNOWN_HERE
            yield Difference(kind, *name, None, one)


def _counted(payments: Iterable[TakenHere | KeptThere]) -> Counted:
    sums = [one.amount for one in payments]
    return Counted(len(sums), Money.total(sums))


def _tenders(payments: Iterable[TakenHere | KeptThere]) -> dict[str, Counted]:
    """By kind: how many tenders, and their sum."""
    counts: Counter[str] = Counter()
    paise: Counter[str] = Counter()
    for one in payments:
        for kind, amount in one.tenders:
            counts[kind] += 1
            paise[kind] += amount.paise
    return {kind: Counted(counts[kind], Money(paise[kind])) for kind in counts}


def _by_tender(
    taken: Iterable[TakenHere],
    unsent: Iterable[TakenHere],
    centre: Iterable[TakenHere | KeptThere],
) -> tuple[Line, ...]:
    """Cash first, then in the order of the trade."""
    here, still, there = _tenders(taken), _tenders(unsent), _tenders(centre)
    kinds = sorted(
        {*here, *there}, key=lambda kind: (_TENDER_ORDER.get(kind, len(_TENDER_ORDER)), kind)
    )
    return tuple(
        Line(kind, here.get(kind, NONE), still.get(kind, NONE), there.get(kind, NONE))
        for kind in kinds
    )


def _by_fate(
    taken: Iterable[TakenHere], centre: Iterable[TakenHere | KeptThere]
) -> tuple[FateLine, ...]:
    here, there = _fates(taken), _fates(centre)
    return tuple(
        FateLine(fate, here.get(fate, NONE), there.get(fate, NONE))
        for fate in sorted({*here, *there})
    )


def _fates(payments: Iterable[TakenHere | KeptThere]) -> dict[str, Counted]:
    sides: dict[str, Counted] = {}
    for one in payments:
        before = sides.get(one.fate, NONE)
        sides[one.fate] = Counted(before.count + 1, before.amount + one.amount)
    return sides
