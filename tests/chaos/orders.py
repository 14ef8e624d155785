"""What is paid in a game: one account or several, by every tender, exactly, in part, in advance, for people unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import PaymentId
from counter_app.domain.money import Money
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import TenderKind
from tests.builders import (
    a_card_slip,
    a_line,
    a_paper,
    a_word,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)

if TYPE_CHECKING:
    import random

    from counter_app.domain.identity import AccountNo
    from counter_app.domain.payment import OrderLine, PaymentOrder
    from counter_app.domain.tender import Tender
    from tests.chaos.counter import RealCounter

COMMON_PAISE = 100_00
"""A sum that comes up at both counters, so that some payments look like doubles."""
LARGEST_PAISE = 4_000_00
SPLITS = 3
SAME_NUMBER = 0.05
"""How often a cheque or slip has the number of one before: the counter refuses its own, the centre another's."""


class Cashier:
    """Draws orders for one counter; what the payer hands over is numbered."""

    def __init__(
        self, dice: random.Random, counter: RealCounter, accounts: list[AccountNo]
    ) -> None:
        self.dice, self.counter, self.accounts = dice, counter, accounts
        self.numbers = 0

    def order(self) -> PaymentOrder:
        """Of one account, of several, or of somebody the copy does not know."""
        dice = self.dice
        if dice.random() < 0.12:
            lines = [self._unknown()]
        else:
            size = 1 if dice.random() < 0.7 else dice.randint(2, len(self.accounts))
            lines = [self._line(account) for account in dice.sample(self.accounts, k=size)]
        word = replace(a_word(*CaveatCode), word_id=self.counter.ids.fresh())
        total = Money.total(line.amount for line in lines)
        return an_order_of(*lines, tenders=self._tenders(total), word=word)

    def _line(self, account: AccountNo) -> OrderLine:
        due = Money(self.counter.outstanding_paise(account))
        is_common = self.dice.random() < 0.1
        paise = COMMON_PAISE if is_common else self.dice.randint(1, LARGEST_PAISE)
        if due.paise > 0 and self.dice.random() < 0.3:
            paise = due.paise
        return a_line(
            Money(paise),
            shown=due,
            payment_id=self._payment_id(),
            account_no=account,
            is_advance_meant=True,
        )

    def _unknown(self) -> OrderLine:
        noted = NotedConsumer("RAMESH", account_no=f"99{self.dice.randrange(10**8):08d}")
        amount = Money(self.dice.randint(1, LARGEST_PAISE))
        return a_line(
            amount, payment_id=self._payment_id(), account_no=noted.account_no, noted=noted
        )

    def _payment_id(self) -> PaymentId:
        return PaymentId(self.counter.ids.fresh())

    def _tenders(self, total: Money) -> tuple[Tender, ...]:
        """The sum in a few parts; the last takes the rest."""
        made, left = [], total
        for place in range(parts := self.dice.randint(1, SPLITS)):
            is_last = place == parts - 1
            part = left if is_last else Money(left.paise * self.dice.randint(0, 100) // 100)
            if part:
                made.append(self._tender(self.dice.choice(list(TenderKind)), part))
                left -= part
        return tuple(made)

    def _tender(self, kind: TenderKind, amount: Money) -> Tender:
        if self.dice.random() >= SAME_NUMBER:
            self.numbers += 1
        is_shared = self.dice.random() < 0.1  # some instruments are used at both counters
        number = f"{self.numbers + (0 if is_shared else self.counter.ids.place * 1_000):06d}"
        today = self.counter.clock.now().date()
        match kind:
            case TenderKind.CASH:
                return cash(amount, amount + Money(500))
            case TenderKind.CARD:
                return card(amount, a_card_slip(rrn=f"000000{number}", invoice=number))
            case TenderKind.UPI:
                return upi(amount, f"900000{number}", is_confirmed=self.dice.random() < 0.5)
            case TenderKind.CHEQUE:
                return cheque(amount, a_paper(number, dated=today))
            case TenderKind.DRAFT:
                return draft(amount, a_paper(number, dated=today))
