"""A counter with the people of a till: two cashiers, a head cashier, two supervisors; what a second person says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.cash_count import DENOMINATIONS, CashCount
from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift import Role
from counter_app.domain.shift_close import Counted, InHand
from counter_app.domain.tender import TenderKind
from counter_app.wire.exchange import Person
from tests.builders import CASHIER_ID, NOW, PIN, SUPERVISOR_ID, a_roster
from tests.use_cases.counter import Counter, a_city_counter

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import Standing
    from counter_app.use_cases.custody_views import CloseWeighed
    from tests.fakes.pages import Pages

SECOND_ID = CashierId("C102")
HEAD_ID = CashierId("H401")
OTHER_SUPERVISOR_ID = CashierId("S202")
TILL_ROSTER = (
    *a_roster(),
    Person(SECOND_ID, "MOHAN LAL", "मोहन लाल", Role.CASHIER, f"hash of {PIN}"),
    Person(HEAD_ID, "GEETA RANI", "गीता रानी", Role.HEAD_CASHIER, f"hash of {PIN}"),
    Person(OTHER_SUPERVISOR_ID, "VIMLA SINGH", "विमला सिंह", Role.SUPERVISOR, f"hash of {PIN}"),
)


def a_till(*payable: Money) -> Counter:
    """The cashier's shift is open with its float on drawer 1; accounts "1", "2" ... owe these sums."""
    counter = a_city_counter(*payable)
    has_people(counter)
    return counter


def has_people(counter: Counter) -> None:
    """All of them are in the roster."""
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster(TILL_ROSTER, NOW)
        books.commit()


def shift_of(counter: Counter, cashier_id: CashierId = CASHIER_ID) -> Shift:
    """The cashier's shift that is not closed."""
    (shift,) = [one for one in counter.pages.shifts.values() if one.cashier_id == cashier_id]
    return shift


def pieces(amount: Money) -> CashCount:
    """The fewest notes and coins that come to it; less than 50 paise is left out."""
    counted: dict[Money, int] = {}
    rest = amount.paise
    for one in DENOMINATIONS:
        counted[one], rest = divmod(rest, one.paise)
    return CashCount.of(counted)


def counted(cash: Money, **others: InHand) -> Counted:
    """Counted so much in cash, and these others by their kind."""
    return Counted(pieces(cash), {TenderKind(kind): one for kind, one in others.items()})


def as_expected(standing: Standing, *, cash_less: Money = ZERO) -> Counted:
    """Counted as it should be, but for so much cash."""
    cash = standing.expected.get(TenderKind.CASH, InHand(0, ZERO)).amount
    others: dict[TenderKind, InHand] = {
        kind: one for kind, one in standing.expected.items() if kind is not TenderKind.CASH
    }
    return Counted(pieces(cash - cash_less), others)


def standing_of(counter: Counter, shift_id: UUID) -> Standing:
    """What the books say of a shift."""
    with counter.ledger.open_books() as books:
        return books.tills.standing(shift_id)


def a_yes(
    counter: Counter,
    code: ApprovalCode,
    about: str,
    amount: Money,
    for_id: CashierId = CASHIER_ID,
    approver_id: CashierId = SUPERVISOR_ID,
) -> Approval:
    """A second person's approval, in person."""
    reason = "it was counted twice"
    return Approval(counter.ids.fresh(), code, approver_id, for_id, about, amount, reason)


def a_yes_to(
    counter: Counter,
    weighed: CloseWeighed,
    for_id: CashierId = CASHIER_ID,
    approver_id: CashierId = SUPERVISOR_ID,
) -> Approval:
    """The approval that a close needs."""
    assert weighed.approval is not None
    return a_yes(counter, weighed.approval, weighed.about, weighed.amount, for_id, approver_id)


def kept(counter: Counter) -> Pages:
    """What is committed; PINs that were tried are kept by themselves, before the act."""
    return replace(counter.pages.copy(), pin_tries=[])


def kept_unchanged(counter: Counter, act: Callable[[], object]) -> Refusal:
    """The refusal an act ends with; nothing whatever is written, but for a PIN that was tried."""
    before = kept(counter)
    with pytest.raises(Refusal) as caught:
        act()
    assert kept(counter) == before
    return caught.value


def lost(counter: Counter, act: Callable[[], object], *, after: int = 0) -> None:
    """The disk fails at COMMIT and kept nothing: the act says so, and nothing is written.

    ``after`` so many commits that go well: of the PINs that are tried first.
    """
    before = counter.pages.copy()
    counter.ledger.fail_next_commit(is_kept=False, after=after)
    with pytest.raises(Fault) as caught:
        act()
    assert caught.value.code is FaultCode.COMMIT_UNKNOWN
    assert replace(counter.pages, pin_tries=before.pin_tries) == before
