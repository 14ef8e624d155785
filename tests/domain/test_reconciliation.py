"""A day compared with the centre: every difference has its name and its payment, and all sums agree."""

from __future__ import annotations

from collections import Counter as Count
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import Money
from counter_app.domain.reconciliation import (
    DifferenceKind,
    KeptThere,
    Reconciled,
    TakenHere,
    TheCentre,
    as_acknowledged,
    compare,
)
from tests.builders import NOW, TODAY, a_place, a_receipt_no
from tests.days_compared import a_reconciliation, centre, kept, taken

if TYPE_CHECKING:
    from counter_app.domain.reconciliation import Difference, Reconciliation

YESTERDAY = TODAY - timedelta(days=1)
Kind = DifferenceKind


def named(made: Reconciliation) -> list[tuple[DifferenceKind, str]]:
    return [(one.kind, one.receipt_no) for one in made.differences]


def test_the_same_payments_are_equal() -> None:
    made = a_reconciliation(taken(2), taken(3, ("card", 50_00), ("cash", 20_00)))
    assert made.is_equal
    assert made.is_whole
    assert made.total.here.amount == made.total.centre.amount == Money(170_00)
    assert [(line.name, line.here.count, line.difference) for line in made.by_tender] == [
        ("cash", 2, Money(0)),
        ("card", 1, Money(0)),
    ]


def test_what_the_centre_has_not_handled_yet_explains_itself() -> None:
    first, second = taken(2), taken(3, ("upi", 30_00), fate="")
    made = a_reconciliation(first, second, there=centre(kept(first), upto=2))
    assert made.is_equal
    assert not made.is_whole
    assert (made.total.unsent.count, made.total.unsent.amount) == (1, Money(30_00))
    assert [line.difference for line in made.by_tender] == [Money(0), Money(0)]


def test_a_lost_answer_is_no_difference() -> None:
    ours = taken(2, fate="")
    made = a_reconciliation(ours, there=centre(kept(ours)))
    assert made.is_whole
    assert [(line.name, line.here.count, line.centre.count) for line in made.by_fate] == [
        ("", 1, 0),
        ("POSTED", 0, 1),
    ]


def test_a_message_that_is_kept_but_no_payment_is_told_apart_from_one_that_is_gone() -> None:
    unread, gone = taken(2, fate="NOT_APPLIED"), taken(3)
    there = replace(centre(), not_entered=frozenset({(1, 2)}))
    made = a_reconciliation(unread, gone, there=there)
    assert named(made) == [
        (Kind.NOT_ENTERED, unread.receipt_no),
        (Kind.MISSING_THERE, gone.receipt_no),
    ]
    assert made.total.difference == Money(-200_00)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"amount": Money(1_00), "tenders": (("cash", Money(1_00)),)}, Kind.AMOUNT),
        ({"tenders": (("card", Money(100_00)),)}, Kind.TENDER),
        ({"fate": "UNKNOWN_ACCOUNT"}, Kind.FATE),
        ({"business_date": YESTERDAY}, Kind.OTHER_DAY),
        ({"business_date": YESTERDAY, "amount": Money(1)}, Kind.OTHER_DAY),
    ],
)
def test_a_payment_that_is_another_there_is_named_for_what_is_other(
    changed: dict[str, object], kind: DifferenceKind
) -> None:
    ours, same = taken(2), taken(3)
    there = centre(replace(kept(ours), **changed), kept(same))  # type: ignore[arg-type] # its fields
    assert named(a_reconciliation(ours, same, there=there)) == [(kind, ours.receipt_no)]


def test_what_the_centre_keeps_and_these_books_do_not_is_named() -> None:
    foreign = replace(kept(taken(7)), receipt_no="KID07/2627/000700")
    made = a_reconciliation(taken(2), there=centre(kept(taken(2)), foreign))
    assert named(made) == [(Kind.UNKNOWN_HERE, "KID07/2627/000700")]
    assert made.differences[0].amount == Money(100_00)


def test_a_payment_of_another_day_here_that_the_centre_counts_to_this_one_is_named_so() -> None:
    moved = taken(7, day=YESTERDAY)
    there = centre(replace(kept(moved), business_date=TODAY))
    made = compare(a_place(), TODAY, NOW, (), there, (moved,))
    assert named(made) == [(Kind.OTHER_DAY, moved.receipt_no)]


def test_another_receipt_under_the_same_message_is_missing_and_unknown() -> None:
    ours = taken(2)
    made = a_reconciliation(
        ours, there=centre(replace(kept(ours), receipt_no=str(a_receipt_no(99))))
    )
    assert named(made) == [
        (Kind.MISSING_THERE, ours.receipt_no),
        (Kind.UNKNOWN_HERE, str(a_receipt_no(99))),
    ]


def test_a_payment_the_centre_keeps_beyond_what_it_says_it_handled_is_compared_all_the_same() -> (
    None
):
    ours = taken(9)
    made = a_reconciliation(ours, there=centre(kept(ours), upto=2))
    assert made.is_whole
    assert made.total.difference == Money(0)


def test_without_the_centre_only_what_it_signed_for_is_known() -> None:
    made = as_acknowledged(a_place(), TODAY, NOW, (taken(2), taken(3, ("upi", 5_00), fate="")))
    assert not made.is_reached
    assert not made.is_equal
    assert (made.total.centre.count, made.total.unsent.count) == (1, 1)
    assert made.total.difference == Money(0)


@pytest.mark.parametrize(
    ("kept_one", "is_settled"),
    [
        (Reconciled(NOW, True, 0, 0, 0), True),
        (Reconciled(NOW, True, 0, 1, 0), False),
        (Reconciled(NOW, True, 0, 0, 1), False),
        (Reconciled(NOW, False, 2, 0, 0), False),
    ],
)
def test_a_day_is_settled_when_it_is_equal_sent_and_nothing_came_after(
    kept_one: Reconciled, *, is_settled: bool
) -> None:
    assert kept_one.is_settled == is_settled


# any day: whatever is planted at the centre, exactly that is named

kinds = st.sampled_from(["card", "cash", "cheque", "upi", "voucher"])
tenders = st.lists(st.tuples(kinds, st.integers(1, 5_000_00)), min_size=1, max_size=3)
plants = st.sampled_from(
    ["", "", "", "gone", "unread", "amount", "tender", "fate", "day", "receipt"]
)


def planted(one: TakenHere, fate: str, plant: str) -> tuple[list[KeptThere], list[tuple[str, str]]]:
    """What the centre keeps of a payment after somebody meddled, and what must be named."""
    copy, other = replace(kept(one), fate=fate), f"{one.receipt_no[:-6]}9{one.receipt_no[-5:]}"
    last_kind, last_sum = one.tenders[-1]
    dearer = (*one.tenders[:-1], (last_kind, last_sum + Money(1)))
    as_planted: dict[str, tuple[list[KeptThere], list[tuple[str, str]]]] = {
        "gone": ([], [(Kind.MISSING_THERE, one.receipt_no)]),
        "unread": ([], [(Kind.NOT_ENTERED, one.receipt_no)]),
        "amount": (
            [replace(copy, amount=one.amount + Money(1), tenders=dearer)],
            [(Kind.AMOUNT, one.receipt_no)],
        ),
        "tender": (
            [replace(copy, tenders=(("demand_draft", one.amount),))],
            [(Kind.TENDER, one.receipt_no)],
        ),
        "fate": (
            [replace(copy, fate="RENUMBERED")],
            [(Kind.FATE, one.receipt_no)] if one.fate else [],
        ),
        "day": ([replace(copy, business_date=YESTERDAY)], [(Kind.OTHER_DAY, one.receipt_no)]),
        "receipt": (
            [replace(copy, receipt_no=other)],
            [(Kind.MISSING_THERE, one.receipt_no), (Kind.UNKNOWN_HERE, other)],
        ),
    }
    return as_planted.get(plant, ([copy], []))


@st.composite
def days(
    draw: st.DrawFn,
) -> tuple[tuple[TakenHere, ...], TheCentre, tuple[TakenHere, ...], list[tuple[str, str]]]:
    """Ours, the centre's, ours of other days, and what must be named."""
    ours: list[TakenHere] = []
    there: list[KeptThere] = []
    elsewhere: list[TakenHere] = []
    uptos, not_entered = {}, set()
    wanted: list[tuple[str, str]] = []
    serial = 0
    for epoch in range(1, draw(st.integers(1, 2)) + 1):
        count = draw(st.integers(0, 6))
        uptos[epoch] = draw(st.integers(0, count))
        for sequence in range(1, count + 1):
            serial += 1
            is_handled = sequence <= uptos[epoch]
            is_acknowledged = is_handled and draw(st.booleans())
            fate = draw(st.sampled_from(["POSTED", "UNKNOWN_ACCOUNT"]))
            one = taken(
                sequence,
                *draw(tenders),
                epoch=epoch,
                fate=fate if is_acknowledged else "",
                serial=serial,
            )
            ours.append(one)
            if not is_handled:
                continue
            plant = draw(plants)
            if plant == "unread":
                not_entered.add((epoch, sequence))
            kept_so, named_so = planted(one, fate, plant)
            there += kept_so
            wanted += named_so
    for place in range(draw(st.integers(0, 2))):
        moved = taken(100 + place, *draw(tenders), day=YESTERDAY)
        elsewhere.append(moved)
        there.append(replace(kept(moved), business_date=TODAY))
        wanted.append((Kind.OTHER_DAY, moved.receipt_no))
    for place in range(draw(st.integers(0, 2))):
        extra = kept(taken(200 + place, *draw(tenders)))
        there.append(extra)
        wanted.append((Kind.UNKNOWN_HERE, extra.receipt_no))
    return (
        tuple(ours),
        TheCentre(uptos, tuple(there), frozenset(not_entered)),
        tuple(elsewhere),
        wanted,
    )


@given(days())
def test_exactly_what_is_planted_is_named_and_every_sum_is_explained_to_the_paisa(
    day: tuple[tuple[TakenHere, ...], TheCentre, tuple[TakenHere, ...], list[tuple[str, str]]],
) -> None:
    ours, there, elsewhere, wanted = day
    made = compare(a_place(), TODAY, NOW, ours, there, elsewhere)
    assert sorted(named(made)) == sorted(wanted)
    assert made.is_equal == (not wanted)
    assert made.total.difference == Money.total(one.amount for one in made.differences)
    explained: Count[str] = Count()
    for one in made.differences:
        for kind, amount in one.there.tenders if one.there else ():
            explained[kind] += amount.paise
        for kind, amount in one.here.tenders if one.here else ():
            explained[kind] -= amount.paise
    for line in made.by_tender:
        assert line.difference.paise == explained[line.name]
    assert not {kind for kind, paise in explained.items() if paise} - {
        line.name for line in made.by_tender
    }
    for side in ("here", "centre"):
        assert Money.total(getattr(line, side).amount for line in made.by_tender) == (
            getattr(made.total, side).amount
        )
        assert sum(getattr(line, side).count for line in made.by_fate) == (
            getattr(made.total, side).count
        )


def difference_of(made: Reconciliation) -> Difference:
    (one,) = made.differences
    return one


def test_a_difference_says_how_much_the_centre_has_too_much_or_lacks() -> None:
    ours = taken(2)
    there = centre(replace(kept(ours), amount=Money(130_00), tenders=(("cash", Money(130_00)),)))
    assert difference_of(a_reconciliation(ours, there=there)).amount == Money(30_00)
    assert difference_of(a_reconciliation(ours, there=centre())).amount == Money(-100_00)
