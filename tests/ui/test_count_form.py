"""Cash by denomination, as it is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.cash_count import DENOMINATIONS, MOST_PIECES, CashCount
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import ZERO, Money
from ui.count_form import CountForm, form_of

TWO_THOUSAND, FIVE_HUNDRED, HALF = DENOMINATIONS[0], DENOMINATIONS[1], DENOMINATIONS[-1]
ACCEPTED = frozenset(DENOMINATIONS[1:])

counts = st.builds(
    CashCount.of,
    st.dictionaries(st.sampled_from(DENOMINATIONS), st.integers(0, MOST_PIECES)),
)


@given(counts)
def test_a_count_shown_is_the_count_that_is_read_again(count: CashCount) -> None:
    form = form_of(count, ACCEPTED)
    assert form.count == count
    assert form.total == count.total


def test_an_empty_row_is_not_none_of_it() -> None:
    form = CountForm({FIVE_HUNDRED: "3"}, ACCEPTED)
    assert form.count is None
    assert {problem.code for problem in form.problems.values()} == {RefusalCode.COUNT_MISSING}
    assert form.seen_problems == {}
    assert form.total == Money.rupees(1_500)


def test_one_key_says_none_for_every_row_left_empty_and_changes_no_other() -> None:
    form = CountForm({FIVE_HUNDRED: "3", HALF: "x"}, ACCEPTED).with_zeros()
    assert form.text(FIVE_HUNDRED) == "3"
    assert form.text(HALF) == "x"
    assert list(form.problems) == [HALF]
    assert form.with_text(HALF, "7").count == CashCount(((FIVE_HUNDRED, 3), (HALF, 7)))


def test_letters_are_told_at_once_and_count_for_nothing() -> None:
    form = CountForm({FIVE_HUNDRED: "3", HALF: "2o"}, ACCEPTED)
    assert form.seen_problems[HALF].code is RefusalCode.COUNT_NOT_A_NUMBER
    assert form.amount_of(HALF) is None
    assert form.total == Money.rupees(1_500)


def test_hindi_digits_are_digits() -> None:
    assert CountForm({FIVE_HUNDRED: "१२"}).total == Money.rupees(6_000)


def test_a_note_that_is_not_accepted_need_not_be_said_and_is_counted_all_the_same() -> None:
    zeros = dict.fromkeys(ACCEPTED, "0")
    assert CountForm(zeros, ACCEPTED).count == CashCount(())
    with_one = CountForm(zeros, ACCEPTED).with_text(TWO_THOUSAND, "1")
    assert with_one.count == CashCount(((TWO_THOUSAND, 1),))
    wrong = with_one.with_text(TWO_THOUSAND, "-1")
    assert wrong.problems[TWO_THOUSAND].code is RefusalCode.COUNT_NOT_A_NUMBER


def test_nothing_typed_is_blank_and_blanks_typed_too() -> None:
    assert CountForm().is_blank
    assert CountForm({HALF: "  "}).is_blank
    assert not CountForm({HALF: "0"}).is_blank
    assert CountForm().amount_of(HALF) is None
    assert CountForm({HALF: "0"}).amount_of(HALF) == ZERO
