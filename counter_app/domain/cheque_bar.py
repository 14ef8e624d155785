"""Whose cheques are not taken: those the bill says so of, and those on the centre's dated list of bounced cheques."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.caveat import Caveat, CaveatCode
from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.policy import RuleName
from counter_app.domain.tender import ChequeTender

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.tender import Tender


def is_barred(account: ConsumerAccount, day: date) -> bool:
    """Whether cheques of this account are barred on that day."""
    bar = account.beside.cheque_bar
    is_flagged = ConsumerFlag.CHEQUE_BARRED in account.consumer.flags
    return is_flagged or (bar is not None and bar.holds_on(day))


def cheques_of_barred(
    tenders: tuple[Tender, ...], account: ConsumerAccount, place: int, rules: DayRules
) -> tuple[Caveat, ...]:
    """Raise Refusal CHEQUE_BARRED; a caveat instead where the rule of the day lets a supervisor's word be enough."""
    has_cheque = any(isinstance(tender, ChequeTender) for tender in tenders)
    if not has_cheque or not is_barred(account, rules.day):
        return ()
    account_no, rule = account.consumer.account_no, rules.rule(RuleName.CHEQUE_BARRED)
    if not rule.number("is_word_enough"):
        raise Refusal(RefusalCode.CHEQUE_BARRED, account_no=account_no)
    facts = (("account_no", account_no),)
    return (Caveat(CaveatCode.CHEQUE_BARRED, True, rule.ref, place, facts),)
