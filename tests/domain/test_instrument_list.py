"""The list of instruments: by bank, and by where a UPI credit stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.instrument import HeldInstrument, InstrumentStep
from counter_app.domain.instrument_list import list_of
from counter_app.domain.money import Money
from counter_app.domain.tender import TenderKind
from tests.builders import CASHIER_ID, NOW, TODAY, a_paper, a_place

if TYPE_CHECKING:
    import random

FACE = Money.rupees(1_000)
IFSCS = ("PUNB0123400", "SBIN0000107", "HDFC0000123", "PUNB0999900")


def an_instrument(
    kind: TenderKind,
    number: int = 1,
    *,
    ifsc: str = IFSCS[0],
    face: Money = FACE,
    state: InstrumentState = InstrumentState.RECEIVED,
    received_on: date = TODAY,
) -> HeldInstrument:
    """A cheque, draft or UPI credit as the books hold it; what it paid does not matter here."""
    is_upi = kind is TenderKind.UPI
    reference = f"{number:012d}" if is_upi else ""
    paper = None if is_upi else a_paper(f"{number:06d}", ifsc=ifsc)
    return HeldInstrument(
        identity=f"{kind}:{ifsc}:{number:06d}",
        kind=kind,
        face=face,
        paper=paper,
        upi_reference=reference,
        received_on=received_on,
        parts=(),
        steps=(InstrumentStep(state, TODAY, NOW, CASHIER_ID),),
    )


def test_cheques_and_drafts_stand_by_the_bank_they_are_drawn_on_and_upi_by_its_state() -> None:
    made = list_of(
        a_place(),
        (
            an_instrument(TenderKind.UPI, 1, state=InstrumentState.UNMATCHED),
            an_instrument(TenderKind.DRAFT, 2),
            an_instrument(TenderKind.CHEQUE, 3, ifsc=IFSCS[1]),
            an_instrument(TenderKind.UPI, 4, state=InstrumentState.CLAIMED),
            an_instrument(TenderKind.CHEQUE, 5, ifsc=IFSCS[3]),
            an_instrument(TenderKind.CHEQUE, 6, state=InstrumentState.DEPOSITED),
        ),
        NOW,
    )
    assert [(group.kind, group.bank_code, group.state) for group in made.groups] == [
        (TenderKind.CHEQUE, "PUNB", None),
        (TenderKind.CHEQUE, "SBIN", None),
        (TenderKind.DRAFT, "PUNB", None),
        (TenderKind.UPI, "", InstrumentState.CLAIMED),
        (TenderKind.UPI, "", InstrumentState.UNMATCHED),
    ]
    assert [group.bank for group in made.groups[:2]] == ["Punjab National Bank"] * 2
    assert made.groups[3].bank == ""
    assert len(made.groups[0].held) == 2


def test_a_bank_written_in_two_ways_is_one_bank_and_has_the_name_written_first() -> None:
    first = an_instrument(TenderKind.CHEQUE, 1, received_on=date(2026, 11, 20))
    assert first.paper is not None
    other = replace(first.paper, bank="P.N.B.", number="000002")
    second = replace(an_instrument(TenderKind.CHEQUE, 2), paper=other)
    (group,) = list_of(a_place(), (second, first), NOW).groups
    assert group.bank == "Punjab National Bank"
    assert group.held == (first, second)


def test_no_instruments_make_an_empty_list() -> None:
    made = list_of(a_place(), (), NOW)
    assert (made.groups, made.count, made.amount) == ((), 0, Money(0))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([TenderKind.CHEQUE, TenderKind.DRAFT, TenderKind.UPI]),
            st.sampled_from(IFSCS),
            st.integers(1, 99_99_99_999_99),
            st.sampled_from(list(InstrumentState)),
        ),
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_every_instrument_stands_once_and_the_groups_come_to_the_sum_of_all(
    drawn: list[tuple[TenderKind, str, int, InstrumentState]], dice: random.Random
) -> None:
    held = [
        an_instrument(kind, number, ifsc=ifsc, face=Money(paise), state=state)
        for number, (kind, ifsc, paise, state) in enumerate(drawn)
    ]
    in_order = list_of(a_place(), tuple(held), NOW)
    dice.shuffle(held)
    made = list_of(a_place(), tuple(held), NOW)
    assert made == in_order
    assert made.count == len(held)
    assert made.amount == Money(sum(paise for _, _, paise, _ in drawn))
    listed = [one.identity for group in made.groups for one in group.held]
    assert sorted(listed) == sorted(one.identity for one in held)
