"""The centre's half of an approval by telephone: what was heard becomes an answer, with what it approves in words.

For the approver who has no telephone page at hand: the console and the command line answer with the centre's copy of
the secret. Nothing is asked of the counter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.store import approval_secrets
from billing_server.store.roster import tell_roster
from billing_server.store.saying_no import SaidNo
from counter_app.domain.challenge import act_numbers, act_numbers_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, money_typed
from counter_app.wire.telephone import answer_to, challenge_typed

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.domain.challenge import ActCode
    from counter_app.domain.money import Money

_COUNTER = re.compile(r"[A-Z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the cashier read out."""

    counter_id: str
    acts: frozenset[ActCode]
    amount: Money
    challenge: str

    @property
    def act_numbers(self) -> str:
        """As the answer is worked out over them."""
        return act_numbers(self.acts)


def heard_typed(counter_id: str, acts: str, amount: str, challenge: str) -> Heard:
    """What was typed. Raises SaidNo with what is wrong first."""
    counter = counter_id.strip().upper()
    if not _COUNTER.fullmatch(counter):
        raise SaidNo("that is no counter")
    try:
        codes = act_numbers_typed(acts)
    except ValueError:
        raise SaidNo("these are no act numbers: two figures each") from None
    try:
        money = money_typed(amount)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.AMOUNT_ZERO:
            raise SaidNo("that is no sum in rupees") from None
        money = ZERO
    try:
        code = challenge_typed(challenge)
    except ValueError:
        raise SaidNo("the challenge was misheard: let it be read out again") from None
    return Heard(counter, codes, money, code)


def answer_of(connection: Connection, approver_id: str, heard: Heard, now_us: int) -> str:
    """The answer to be spoken. Raises SaidNo for somebody who does not work today, or may not approve."""
    working = {one.cashier_id for one in tell_roster(connection, now_us)}
    if approver_id not in working:
        raise SaidNo("{person} works at no counter today", person=approver_id)
    key = approval_secrets.key_for(connection, approver_id, heard.counter_id)
    return answer_to(key, heard.counter_id, heard.act_numbers, heard.amount.paise, heard.challenge)
