"""An approval lets just the act it was given for, and nobody approves alone."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from counter_app.domain.approval import Approval, ApprovalCode, refuse_without_approval
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from tests.builders import CASHIER_ID, SUPERVISOR_ID

SUM = Money.rupees(1450)
GIVEN = Approval(
    UUID(int=7), ApprovalCode.REVERSAL, SUPERVISOR_ID, CASHIER_ID, "KID07/2627/000012", SUM, "asked"
)


def needed(approval: Approval | None) -> Approval:
    return refuse_without_approval(
        approval, ApprovalCode.REVERSAL, "KID07/2627/000012", SUM, CASHIER_ID
    )


def test_an_approval_of_just_this_act_is_enough() -> None:
    assert needed(GIVEN) is GIVEN


def test_without_one_it_is_said_what_it_would_be_for() -> None:
    with pytest.raises(Refusal) as caught:
        needed(None)
    assert caught.value.code is RefusalCode.APPROVAL_NEEDED
    assert caught.value.facts == {
        "act": "reversal",
        "about": "KID07/2627/000012",
        "amount_paise": SUM.paise,
    }


@pytest.mark.parametrize(
    "other",
    [
        replace(GIVEN, code=ApprovalCode.PAID_OUT),
        replace(GIVEN, about="KID07/2627/000013"),
        replace(GIVEN, amount=Money.rupees(1)),
        replace(GIVEN, for_id=SUPERVISOR_ID),
    ],
)
def test_one_of_another_act_thing_sum_or_person_is_refused(other: Approval) -> None:
    with pytest.raises(Refusal) as caught:
        needed(other)
    assert caught.value.code is RefusalCode.APPROVAL_NOT_OF_THIS


def test_nobody_approves_the_own_act() -> None:
    with pytest.raises(Refusal) as caught:
        needed(replace(GIVEN, approver_id=CASHIER_ID))
    assert caught.value.code is RefusalCode.WORD_FROM_ONESELF
