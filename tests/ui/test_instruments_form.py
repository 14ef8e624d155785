"""What a head cashier finds, marks and types of cheques and credits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.return_reasons import CTS_REASONS, OTHER, UPI_REASONS
from tests.builders import TODAY
from tests.ui.office import a_cheque_held, a_credit_held, a_full_tray, over_accounts
from ui.instrument_words import (
    DAY_PROBLEMS,
    EMPTY_WORDS,
    REASON_WORDS,
    STATE_WORDS,
    STEP_WORDS,
)
from ui.instruments_form import (
    STATES,
    DayProblem,
    ReturnForm,
    can_be_returned,
    day_problem,
    found,
    next_steps,
)
from ui.rule_form import day_typed

DAY = timedelta(days=1)
TODAY_TYPED = day_typed(TODAY)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4503", ["004503"]),
        ("४५०३", ["004503"]),
        ("hdfc", ["007719", "006103", "004507", "004503"]),
        ("7412000203", ["007719"]),
        ("kid07/2627/000202", ["007719"]),
        ("nobody", []),
    ],
)
def test_a_cheque_is_found_by_number_bank_account_or_receipt(text: str, numbers: list[str]) -> None:
    papers = [one.paper for one in found(a_full_tray().values(), text)]
    assert [paper.number for paper in papers if paper] == numbers


def test_nothing_typed_shows_all_the_newest_first() -> None:
    held = (a_cheque_held(1, days_ago=3), a_credit_held(), a_cheque_held(2, days_ago=0))
    assert found(held, "  ") == tuple(reversed(held))


def test_a_credit_is_found_by_its_reference() -> None:
    held = (a_cheque_held(1), a_credit_held("632711990042"))
    assert found(held, "0042") == held[1:]


def test_steps_on_from_each_state() -> None:
    states = InstrumentState
    assert {state: next_steps(state) for state in STATES} == {
        states.RECEIVED: (states.LISTED,),
        states.LISTED: (states.DEPOSITED,),
        states.DEPOSITED: (states.CLEARED,),
        states.CLEARED: (),
        states.GIVEN_BACK: (),
        states.RETURNED: (),
        states.CLAIMED: (states.CONFIRMED, states.UNMATCHED),
        states.UNMATCHED: (states.CONFIRMED,),
        states.CONFIRMED: (),
    }
    assert {state for state in STATES if can_be_returned(state)} == {
        states.DEPOSITED,
        states.CLEARED,
        states.UNMATCHED,
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (TODAY_TYPED, None),
        (day_typed(TODAY - DAY), None),
        (day_typed(TODAY - 2 * DAY), DayProblem.BEFORE_LAST_STEP),
        (day_typed(TODAY + DAY), DayProblem.IN_THE_FUTURE),
        ("31-02-2026", DayProblem.NOT_A_DATE),
        ("", DayProblem.NOT_A_DATE),
    ],
)
def test_a_step_is_of_today_or_of_a_day_since_the_last(
    text: str, problem: DayProblem | None
) -> None:
    held = (a_cheque_held(1, days_ago=5), a_cheque_held(2, days_ago=1))
    assert day_problem(text, held, TODAY) is problem


def a_return() -> ReturnForm:
    return ReturnForm(over_accounts(), TODAY, TODAY_TYPED)


def test_what_is_undone_is_told_before_a_reason_is_given() -> None:
    undone = a_return().undone
    assert [(str(part.receipt_no), part.account_no, part.amount) for part in undone] == [
        ("KID07/2627/000201", "7412000201", Money.rupees(3_200)),
        ("KID07/2627/000202", "7412000202", Money.rupees(1_450, 50)),
        ("KID07/2627/000203", "7412000203", Money.rupees(900)),
    ]
    assert len(undone[2].allocations) == 2


def test_a_return_needs_a_reason_a_day_and_a_readable_charge() -> None:
    form = a_return()
    assert not form.is_complete
    form = form.with_text("reason", "01")
    assert form.is_complete
    assert (form.said, form.charge) == ("01 Funds insufficient", Money(0))
    assert not form.with_text("day", day_typed(TODAY + DAY)).is_complete
    charged = form.with_text("charge", "x")
    assert isinstance(charged.charge, Refusal)
    assert charged.charge.code is RefusalCode.AMOUNT_NOT_A_NUMBER
    assert not charged.is_complete
    assert form.with_text("charge", "0").charge == Money(0)
    assert form.with_text("charge", "118").charge == Money.rupees(118)


def test_another_reason_is_the_memo_s_own_words() -> None:
    form = a_return().with_text("reason", OTHER)
    assert not form.is_complete
    assert form.with_text("words", "88 branch merged").said == "88 branch merged"


def test_every_state_step_reason_and_problem_has_its_word() -> None:
    assert set(STATE_WORDS) == set(EMPTY_WORDS) == set(STATES) == set(InstrumentState)
    assert set(STEP_WORDS) == {step for state in STATES for step in next_steps(state)}
    assert set(REASON_WORDS) == {*CTS_REASONS, *UPI_REASONS, OTHER}
    assert set(DAY_PROBLEMS) == set(DayProblem)
    assert all(
        REASON_WORDS[code] == words for code, words in {**CTS_REASONS, **UPI_REASONS}.items()
    )
