"""What is paid in a game: by every tender, towards everything, alone and in orders, under old and new numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.payment import Toward
from counter_app.wire.told_parts import AllocationTold, NotedTold
from tests.billing_server.game_truth import instruments_of
from tests.billing_server.players import (
    card,
    cash,
    cheque,
    held_return,
    order,
    payment,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping

    from counter_app.domain.bill import Bill
    from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
    from counter_app.wire.told_parts import TenderTold
    from tests.billing_server.game_truth import Paid

COMMON_PAISE = (100_00, 200_00)
"""Sums that come up at both counters, so that some look like doubles."""
NUMBERS = 4
"""So few cheques and slips that some are used twice."""


def drawn_order(
    dice: random.Random,
    seed: int,
    accounts: list[str],
    bills: Mapping[str, tuple[Bill, ...]],
) -> tuple[PaymentTaken, ...]:
    """One payment, or several accounts by one cheque and perhaps some cash."""
    size = 1 if dice.random() < 0.7 else dice.randint(2, len(accounts))
    chosen = dice.sample(accounts, k=size)
    payments = [_drawn(dice, seed, account, bills[account]) for account in chosen]
    if size == 1:
        tender = _tender(dice, seed, payments[0].amount_paise)
        return (msgspec.structs.replace(payments[0], tenders=tender),)
    total = sum(one.amount_paise for one in payments)
    in_cash = dice.randint(0, total // 2) if dice.random() < 0.6 else 0
    number, face = _number(dice, seed), total - in_cash
    dealt = []
    for one in payments:
        part = min(in_cash, one.amount_paise)
        rest = one.amount_paise - part
        in_cash -= part
        tenders = (
            *((cash(part),) if part else ()),
            *((cheque(number, rest, face),) if rest else ()),
        )
        dealt.append(msgspec.structs.replace(one, tenders=tenders))
    return order(*dealt)


def paid_again(dice: random.Random, seed: int, paid: PaymentTaken) -> PaymentTaken:
    """The same sum for the same consumer once more: somebody did not know that it was paid."""
    again = payment(paid.account_no, paid.amount_paise, allocations=paid.allocations)
    tenders = _tender(dice, seed, paid.amount_paise)
    return msgspec.structs.replace(again, tenders=tenders, noted=paid.noted)


def whose_is(paid: PaymentTaken, accounts: list[str]) -> tuple[str, str]:
    """Under which account its counter counts it, and whose it is at the centre; empty for nobody's."""
    told = paid.account_no.removeprefix("OLD-").removeprefix("MAP-")
    named = paid.noted.meter_no.removeprefix("M") if paid.noted is not None else ""
    counted = told if told in accounts else ""
    whose = {one for one in (told, named) if one in accounts}
    return counted, whose.pop() if len(whose) == 1 else ""


def returned_of(own: Iterable[Paid], group: str, identity: str) -> InstrumentReturned:
    """The return of an instrument, of all payments of its order that it paid."""
    parts = [
        (_without_returned(one), paise, one.reversed_by is not None)
        for one in own
        if group in {one.body.group_id, one.body.payment_id}
        for held, paise in instruments_of(one.body)
        if held == identity
    ]
    return held_return(identity, *parts)


def _without_returned(paid: Paid) -> PaymentTaken:
    """One instrument a payment is returned in these games: nothing of it was undone before."""
    assert not paid.returned_here
    return paid.body


def _drawn(dice: random.Random, seed: int, account: str, in_hand: tuple[Bill, ...]) -> PaymentTaken:
    kind = dice.choice(["bills"] * 5 + ["over", "advance", "head", "suspense", "older number"])
    bills = dice.sample(in_hand, k=dice.randint(1, len(in_hand)))
    parts = tuple(AllocationTold(b.bill_no, _paise(dice)) for b in bills)
    toward = {"advance": Toward.ADVANCE, "head": Toward.HEAD, "suspense": Toward.SUSPENSE}
    if kind in toward:
        parts = (AllocationTold("", _paise(dice), toward[kind]),)
    if kind == "over":
        parts = (*parts, AllocationTold("", _paise(dice), Toward.ADVANCE))
    paid = payment(account, sum(part.amount_paise for part in parts), allocations=parts)
    if kind == "older number":
        prefix = dice.choice(["OLD-", "MAP-"])
        return msgspec.structs.replace(paid, account_no=f"{prefix}{account}")
    return _in_suspense(dice, account, paid) if kind == "suspense" else paid


def _in_suspense(dice: random.Random, account: str, paid: PaymentTaken) -> PaymentTaken:
    """What the payer could tell: a number that is the account's, was it, is its meter's; or nothing of use."""
    told, noted = dice.choice(
        [
            (account, NotedTold("Ram", account_no=account)),
            (f"OLD-{account}", NotedTold("Ram", account_no=f"OLD-{account}")),
            ("SUSPENSE", NotedTold("Ram", meter_no=f"M{account}")),
            ("NOBODY", NotedTold("Ram", account_no="NOBODY", meter_no=f"M{account}")),
            ("SUSPENSE", NotedTold("Ram", meter_no="nobody's")),
            ("SUSPENSE", NotedTold("Ram", bill_no="nobody's")),
        ]
    )
    return msgspec.structs.replace(paid, account_no=told, noted=noted)


def _paise(dice: random.Random) -> int:
    return dice.choice(COMMON_PAISE) if dice.random() < 0.2 else dice.randint(1, 500_00)


def _number(dice: random.Random, seed: int) -> str:
    return f"{seed}-{dice.randrange(NUMBERS) if dice.random() < 0.2 else dice.randrange(10**9)}"


def _tender(dice: random.Random, seed: int, amount: int) -> tuple[TenderTold, ...]:
    """Cash, a cheque, or part of either and a card."""
    kind = dice.random()
    if kind < 0.5 or amount == 1:
        return (cash(amount),)
    part = amount if dice.random() < 0.5 else dice.randint(1, amount - 1)
    number = _number(dice, seed)
    first = cheque(number, part)
    if kind < 0.7:
        first = msgspec.structs.replace(first, kind="card", card=card(number), paper=None)
    return (first,) if part == amount else (first, cash(amount - part))
