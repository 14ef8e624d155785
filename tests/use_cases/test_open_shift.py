"""A shift begins with a counted float, once for each cashier."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import float_entry
from counter_app.domain.money import ZERO, Money
from counter_app.wire.tell import tell_shift
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, FLOAT, NOW, SUPERVISOR_ID, TODAY
from tests.use_cases.counter import Counter
from tests.use_cases.till import (
    HEAD_ID,
    SECOND_ID,
    a_till,
    a_yes,
    counted,
    has_people,
    kept_unchanged,
    lost,
    pieces,
    shift_of,
)

if TYPE_CHECKING:
    from counter_app.domain.errors import Refusal
    from counter_app.domain.shift_close import ShiftClose

DAY = timedelta(days=1)


def enrolled() -> Counter:
    counter = Counter()
    counter.is_enrolled()
    return counter


def refused(counter: Counter, cashier_id: CashierId, opening_float: Money) -> Refusal:
    return kept_unchanged(counter, lambda: counter.open_shift(cashier_id, opening_float))


def test_a_shift_is_opened_and_told() -> None:
    counter = enrolled()
    shift = counter.open_shift(CASHIER_ID, FLOAT)
    assert (shift.shift_no, shift.business_date, shift.opened_at) == (1, TODAY, NOW)
    (message,) = counter.messages
    assert message.message.body == tell_shift(shift)
    assert counter.pages.entries == {1: float_entry(FLOAT)}


def test_a_shift_may_begin_with_an_empty_drawer() -> None:
    counter = enrolled()
    counter.open_shift(CASHIER_ID, ZERO)
    assert counter.pages.entries == {}


def test_shifts_are_numbered_over_all_cashiers() -> None:
    counter = enrolled()
    assert counter.open_shift(CASHIER_ID, FLOAT).shift_no == 1
    assert counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2).shift_no == 2


def test_a_cashier_has_one_open_shift() -> None:
    counter = enrolled()
    counter.open_shift(CASHIER_ID, FLOAT)
    refusal = refused(counter, CASHIER_ID, FLOAT)
    assert (refusal.code, refusal.facts) == (RefusalCode.SHIFT_ALREADY_OPEN, {"shift_no": 1})


def test_a_float_below_zero_is_refused() -> None:
    assert refused(enrolled(), CASHIER_ID, Money(-1)).code is RefusalCode.AMOUNT_NEGATIVE


@pytest.mark.parametrize(
    ("cashier_id", "code"),
    [
        (CashierId("C999"), RefusalCode.CASHIER_UNKNOWN),
        (ACCOUNTANT_ID, RefusalCode.NOT_ALLOWED),
    ],
)
def test_who_may_not_take_money_opens_no_shift(cashier_id: CashierId, code: RefusalCode) -> None:
    assert refused(enrolled(), cashier_id, FLOAT).code is code


def test_a_stopped_counter_opens_no_shift() -> None:
    counter = enrolled()
    counter.is_stopped()
    assert refused(counter, CASHIER_ID, FLOAT).code is RefusalCode.COUNTER_STOPPED


def test_a_counter_that_is_not_enrolled_knows_no_cashier() -> None:
    assert refused(Counter(), CASHIER_ID, FLOAT).code is RefusalCode.CASHIER_UNKNOWN


def test_a_float_is_counted_by_denomination() -> None:
    counter = enrolled()
    count = pieces(Money.rupees(731, 50))
    shift = counter.open_shift(CASHIER_ID, count)
    assert (shift.opening_float, shift.opening_count) == (Money.rupees(731, 50), count)
    assert counter.messages[-1].message.body == tell_shift(shift)


def test_an_empty_drawer_that_was_counted_is_an_empty_drawer() -> None:
    counter = enrolled()
    assert counter.open_shift(CASHIER_ID, NO_CASH).opening_count is None


def test_two_people_never_share_a_drawer() -> None:
    counter = enrolled()
    counter.open_shift(CASHIER_ID, FLOAT)
    refusal = refused(counter, SUPERVISOR_ID, FLOAT)
    assert refusal.code is RefusalCode.DRAWER_IN_USE
    assert refusal.facts == {"drawer_no": 1, "shift_no": 1, "cashier_id": CASHIER_ID}


@pytest.mark.parametrize("drawer_no", [0, 3])
def test_a_counter_has_so_many_drawers(drawer_no: int) -> None:
    counter = enrolled()
    refusal = kept_unchanged(
        counter, lambda: counter.open_shift(CASHIER_ID, FLOAT, drawer_no=drawer_no)
    )
    assert refusal.code is RefusalCode.DRAWER_UNKNOWN
    assert refusal.facts == {"drawer_no": drawer_no, "most": 2}


def test_a_shift_while_the_disk_failed_is_there_or_not() -> None:
    counter = enrolled()
    lost(counter, lambda: counter.open_shift(CASHIER_ID, FLOAT))
    counter.ledger.fail_next_commit(is_kept=True)
    shift = counter.open_shift(CASHIER_ID, FLOAT)
    assert [seen.shift for seen in counter.open_shifts()] == [shift]


def test_a_full_disk_is_told_and_opens_nothing() -> None:
    counter = enrolled()
    counter.ledger.next_commit_fault = Fault(FaultCode.DISK_FULL)
    with pytest.raises(Fault) as caught:
        counter.open_shift(CASHIER_ID, FLOAT)
    assert (caught.value.code, counter.ledger.reopened) == (FaultCode.DISK_FULL, 0)
    assert counter.open_shifts() == ()


def a_left_float(counter: Counter) -> ShiftClose:
    """The first shift is closed, and its float lies in the drawer."""
    return counter.close_shift(shift_of(counter).shift_id, counted(FLOAT), "", CASHIER_ID)


def test_a_float_that_was_left_is_taken_over() -> None:
    counter = a_till()
    close = a_left_float(counter)
    assert counter.floats_left() == (close,)
    shift = counter.open_shift(SECOND_ID, pieces(FLOAT), taken_over_from=close.shift_id)
    assert shift.taken_over_from == close.shift_id
    assert counter.floats_left() == ()
    refusal = kept_unchanged(
        counter,
        lambda: counter.open_shift(CASHIER_ID, FLOAT, drawer_no=2, taken_over_from=close.shift_id),
    )
    assert (refusal.code, refusal.facts) == (RefusalCode.TAKE_OVER_GONE, {"shift_no": 1})


def test_only_a_closed_shift_is_taken_over() -> None:
    counter = a_till()
    open_one = shift_of(counter).shift_id
    refusal = kept_unchanged(
        counter,
        lambda: counter.open_shift(SECOND_ID, FLOAT, drawer_no=2, taken_over_from=open_one),
    )
    assert refusal.code is RefusalCode.SHIFT_UNKNOWN


@pytest.mark.parametrize("found", [FLOAT - Money.rupees(10), FLOAT + Money.rupees(10)])
def test_a_float_that_differs_from_what_was_left_needs_a_second_persons_yes(found: Money) -> None:
    counter = a_till()
    left = a_left_float(counter).shift_id
    refusal = kept_unchanged(
        counter, lambda: counter.open_shift(SECOND_ID, found, taken_over_from=left)
    )
    assert refusal.code is RefusalCode.TAKE_OVER_DIFFERS
    assert refusal.facts == {"counted_paise": found.paise, "left_paise": FLOAT.paise}
    differs = ApprovalCode.TAKE_OVER_DIFFERS
    yes = a_yes(counter, differs, str(left), Money.rupees(10), for_id=SECOND_ID)
    shift = counter.open_shift(SECOND_ID, found, taken_over_from=left, approval=yes)
    assert shift.opening_float == found
    assert [given for given, *_ in counter.pages.approvals.values()] == [yes]


def test_a_yes_to_another_difference_is_none() -> None:
    counter = a_till()
    left = a_left_float(counter).shift_id
    differs = ApprovalCode.TAKE_OVER_DIFFERS
    yes = a_yes(counter, differs, str(left), Money.rupees(5), for_id=SECOND_ID)
    refusal = kept_unchanged(
        counter,
        lambda: counter.open_shift(
            SECOND_ID, FLOAT - Money.rupees(10), taken_over_from=left, approval=yes
        ),
    )
    assert refusal.code is RefusalCode.APPROVAL_NOT_OF_THIS


def a_clock_set_back() -> Counter:
    """The books know today; the clock says yesterday."""
    counter = a_till()
    counter.clock.is_set_to(NOW - DAY)
    return counter


def test_a_clock_behind_the_books_opens_no_shift_unasked() -> None:
    counter = a_clock_set_back()
    refusal = kept_unchanged(counter, lambda: counter.open_shift(SECOND_ID, FLOAT, drawer_no=2))
    assert refusal.code is RefusalCode.CLOCK_BEHIND
    assert refusal.facts == {"clock_day": "2026-11-22", "last_day": "2026-11-23"}
    shift = counter.open_shift(SECOND_ID, FLOAT, drawer_no=2, is_clock_confirmed=True)
    assert shift.business_date == TODAY - DAY


def test_a_clock_behind_the_books_may_be_approved() -> None:
    counter = a_clock_set_back()
    yes = a_yes(counter, ApprovalCode.CLOCK_BEHIND, "2026-11-22", ZERO, for_id=SECOND_ID)
    counter.open_shift(SECOND_ID, FLOAT, drawer_no=2, approval=yes)
    assert [given for given, *_ in counter.pages.approvals.values()] == [yes]


def test_a_clock_set_back_within_the_day_is_nobodys_business() -> None:
    counter = a_till()
    counter.clock.is_set_to(NOW.replace(hour=0))
    assert counter.open_shift(SECOND_ID, FLOAT, drawer_no=2).shift_no == 2


def test_whoever_may_not_approve_gives_no_yes() -> None:
    counter = a_clock_set_back()
    yes = a_yes(
        counter, ApprovalCode.CLOCK_BEHIND, "2026-11-22", ZERO, SECOND_ID, approver_id=HEAD_ID
    )
    refusal = kept_unchanged(
        counter, lambda: counter.open_shift(SECOND_ID, FLOAT, drawer_no=2, approval=yes)
    )
    assert refusal.code is RefusalCode.NOT_ALLOWED


def test_after_a_crash_the_shift_is_found_and_goes_on() -> None:
    """What a restart sees is what is committed: the shift, whoever it belongs to."""
    counter = a_till()
    after = Counter(ledger=counter.ledger, keys=counter.keys)
    (seen,) = after.open_shifts()
    assert (seen.shift, seen.cashier_name_en) == (shift_of(counter), "SUNITA VERMA")
    signed_in = after.sign_in(CASHIER_ID, "4711")
    assert signed_in.shift == seen.shift


def test_a_cashier_who_left_is_named_by_number() -> None:
    counter = enrolled()
    has_people(counter)
    counter.open_shift(SECOND_ID, FLOAT)
    counter.is_enrolled(epoch=2)
    (seen,) = counter.open_shifts()
    assert (seen.cashier_name_en, seen.cashier_name_hi) == (SECOND_ID, "")
