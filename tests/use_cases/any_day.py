"""What may happen at a counter on any day: orders of many lines and tenders, a bad line, a bad disk, a restart.

The centre loses answers, is away, sets payments aside, revises bills; cheques come back from the bank.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from counter_app.domain.bank_paper import InstrumentState, steps_from
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.reconciliation import DifferenceKind
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.instruments import UNDECIDED
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.exchange import Fate
from tests.builders import (
    CASHIER_ID,
    COUNTER_KEY,
    FLOAT,
    NOW,
    SUPERVISOR_ID,
    a_bill,
    a_card_slip,
    a_certificate,
    a_consumer,
    a_line,
    a_paper,
    a_payment_id,
    a_roster,
    a_word,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)
from tests.fakes.server import Mishap, as_it_came
from tests.use_cases.counter import Counter
from tests.use_cases.meddling import PLANTS, Meddler

if TYPE_CHECKING:
    from counter_app.domain.payment import OrderLine, PaymentOrder
    from counter_app.domain.tender import Tender
    from counter_app.wire.messages import Message

ACCOUNTS = [AccountNo(f"741200120{place}") for place in range(3)]
accounts = st.sampled_from(ACCOUNTS)
ALL_HELD = frozenset(InstrumentState)


@dataclass(frozen=True)
class Asked:
    """A line as it is drawn: of what is due so many percent; more than all is an advance; nothing due is one too."""

    account_no: AccountNo
    percent: int


asked_lines = st.lists(
    st.builds(Asked, accounts, st.integers(5, 150)),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.account_no,
)
splits = st.lists(
    st.tuples(st.sampled_from(TenderKind), st.integers(1, 100)), min_size=1, max_size=4
)


def sets_some_aside(message: Message) -> Fate:
    """The centre does not book every seventh payment, and answers the same for ever."""
    if not isinstance(message.body, PaymentTaken):
        return Fate.NOTED
    return Fate.UNKNOWN_ACCOUNT if message.sequence % 7 == 3 else Fate.POSTED


class DayAtTheCounter(RuleBasedStateMachine):
    """What may happen, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = Counter()
        self.counter.server.fate_of = sets_some_aside
        self.counter.server.rows_on_page = 2
        self.counter.is_enrolled()
        self.billed: dict[AccountNo, Money] = {}
        self.epoch = 1
        self.names = 0
        self.last_order: PaymentOrder | None = None
        for account_no in ACCOUNTS:
            self.bills(account_no, 4000_00)
        self.counter.pull_bills()
        self.told = dict(self.billed)
        self.counter.open_shift(CASHIER_ID, FLOAT)

    def bills(self, account_no: AccountNo, paise: int) -> None:
        flags = frozenset({ConsumerFlag.LIFELINE}) if account_no == ACCOUNTS[0] else frozenset()
        consumer = a_consumer(account_no, legacy_account_no="", flags=flags)
        bill = a_bill(
            Money(paise),
            bill_no=f"26{account_no}",
            account_no=account_no,
            payable_after_due=Money(paise),
        )
        self.billed[account_no] = Money(paise)
        self.counter.server.bills(consumer, bill)

    def line(self, asked: Asked) -> OrderLine:
        due = self.counter.due(asked.account_no)
        amount = Money(max(1, max(due.paise, 1000_00) * asked.percent // 100))
        self.counter.orders += 1
        return a_line(
            amount,
            shown=due,
            payment_id=a_payment_id(self.counter.orders),
            account_no=asked.account_no,
            is_advance_meant=True,
        )

    def tenders(self, amount: Money, split: list[tuple[TenderKind, int]]) -> tuple[Tender, ...]:
        """The amount in parts of so many percent of what is left; the last takes the rest."""
        made, left = [], amount
        for place, (kind, percent) in enumerate(split):
            is_last = place == len(split) - 1
            part = left if is_last else Money(left.paise * percent // 100)
            if part:
                made.append(self.tender(kind, part))
                left -= part
        return tuple(made)

    def tender(self, kind: TenderKind, amount: Money) -> Tender:
        self.names += 1
        number = f"{self.names:06d}"
        match kind:
            case TenderKind.CASH:
                return cash(amount, amount + Money(500))
            case TenderKind.CARD:
                return card(amount, a_card_slip(rrn=f"000000{number}", invoice=number))
            case TenderKind.UPI:
                return upi(amount, f"900000{number}", is_confirmed=self.names % 2 == 0)
            case TenderKind.CHEQUE:
                return cheque(amount, a_paper(number, dated=self.counter.clock.now().date()))
            case TenderKind.DRAFT:
                return draft(amount, a_paper(number, dated=self.counter.clock.now().date()))

    def order(self, asked: list[Asked], split: list[tuple[TenderKind, int]]) -> PaymentOrder:
        lines = [self.line(one) for one in asked]
        total = Money.total(line.amount for line in lines)
        word = replace(a_word(*CaveatCode), word_id=self.counter.ids.fresh())
        return an_order_of(*lines, tenders=self.tenders(total, split), word=word)

    @rule(asked=asked_lines, split=splits)
    def takes_a_payment(self, asked: list[Asked], split: list[tuple[TenderKind, int]]) -> None:
        order = self.order(asked, split)
        taken = self.counter.take_payment(order)
        assert not taken.was_taken_before
        assert [one.payment.payment_id for one in taken.receipts] == [
            line.payment_id for line in order.lines
        ]
        self.last_order = order

    @rule(asked=asked_lines, split=splits)
    def takes_a_payment_without_the_word_it_may_need(
        self, asked: list[Asked], split: list[tuple[TenderKind, int]]
    ) -> None:
        order = replace(self.order(asked, split), word=None)
        needs = [one for one in self.counter.consider_payment(order).caveats if one.needs_word]
        before = self.counter.pages.copy()
        try:
            self.counter.take_payment(order)
        except Refusal:
            assert needs
            assert self.counter.pages == before
        else:
            assert not needs
            self.last_order = order

    @rule(paise=st.integers(1, 9000_00), is_by_cheque=st.booleans())
    def takes_money_for_someone_not_in_the_copy(self, paise: int, *, is_by_cheque: bool) -> None:
        self.counter.orders += 1
        noted = NotedConsumer("RAMESH", account_no=f"99{self.counter.orders:08d}")
        line = a_line(
            Money(paise),
            payment_id=a_payment_id(self.counter.orders),
            account_no=noted.account_no,
            noted=noted,
        )
        kind = TenderKind.CHEQUE if is_by_cheque else TenderKind.CASH
        word = replace(a_word(*CaveatCode), word_id=self.counter.ids.fresh())
        order = an_order_of(line, tenders=(self.tender(kind, line.amount),), word=word)
        self.counter.take_payment(order)
        self.last_order = order

    @rule(place=st.integers(0, 50), step=st.integers(0, 3))
    def moves_an_instrument(self, place: int, step: int) -> None:
        held = self.counter.list_instruments(UNDECIDED)
        if not held:
            return
        one = held[place % len(held)]
        states = steps_from(one.state)
        state = states[step % len(states)]
        today = self.counter.clock.now().date()
        if state is InstrumentState.RETURNED:
            self.counter.return_instrument(
                one.identity, today, "funds insufficient", SUPERVISOR_ID, ZERO
            )
        else:
            self.counter.move_instrument(one.identity, state, today, "SLIP 1", CASHIER_ID)

    @rule()
    def clicks_a_second_time(self) -> None:
        if self.last_order is not None:
            before = self.counter.pages.copy()
            assert self.counter.take_payment(self.last_order).was_taken_before
            assert self.counter.pages == before

    @rule(asked=asked_lines, more=st.integers(1, 10**6))
    def asks_for_more_than_is_due_by_mistake(self, asked: list[Asked], more: int) -> None:
        lines = [
            replace(line, amount=max(line.shown, ZERO) + Money(more), is_advance_meant=False)
            for line in map(self.line, asked)
        ]
        before = self.counter.pages.copy()
        with suppress(Refusal):
            self.counter.take_payment(an_order_of(*lines, word=a_word(*CaveatCode)))
            raise AssertionError
        assert self.counter.pages == before

    @rule(asked=asked_lines, split=splits, is_kept=st.booleans())
    def takes_a_payment_while_the_disk_fails(
        self, asked: list[Asked], split: list[tuple[TenderKind, int]], *, is_kept: bool
    ) -> None:
        order = self.order(asked, split)
        self.counter.ledger.fail_next_commit(is_kept=is_kept)
        try:
            self.counter.take_payment(order)
        except Fault:
            assert not is_kept
        else:
            assert is_kept
            self.last_order = order

    @rule(mishaps=st.lists(st.sampled_from(Mishap), max_size=3), messages=st.integers(1, 4))
    def pushes(self, mishaps: list[Mishap], messages: int) -> None:
        self.counter.batch_size.messages = messages
        self.counter.server.mishaps.extend(mishaps)
        with suppress(Fault):
            self.counter.push_outbox()
        self.counter.server.mishaps.clear()

    @rule(is_kept=st.booleans())
    def pushes_while_the_disk_fails(self, *, is_kept: bool) -> None:
        self.counter.ledger.fail_next_commit(is_kept=is_kept)
        with suppress(Fault):
            self.counter.push_outbox()
        self.counter.ledger.next_commit_fault = None

    @rule(
        mishaps=st.lists(st.sampled_from(Mishap), max_size=2),
        place=st.integers(0, 50),
        plant=st.sampled_from(PLANTS),
    )
    def reconciles_a_day(self, mishaps: list[Mishap], place: int, plant: str) -> None:
        """Whatever was lost on the way, exactly what somebody planted at the centre is named."""
        receipts, server = self.counter.receipts, self.counter.server
        if not receipts:
            return
        day = receipts[place % len(receipts)].payment.business_date
        server.mishaps.extend(mishaps)
        server.meddle = Meddler(day.isoformat(), place, plant)
        compared = self.counter.reconcile_day(day)
        server.mishaps.clear()
        named, server.meddle = server.meddle.named, as_it_came
        answered = {
            row.receipt_no for row in self.counter.list_receipts(day) if row.is_acknowledged
        }
        wanted = [one for one in named if one[0] is not DifferenceKind.FATE or one[1] in answered]
        made = compared.reconciliation
        assert not compared.fault
        assert [(one.kind, one.receipt_no) for one in made.differences] == wanted
        assert made.total.difference == Money.total(one.amount for one in made.differences)
        assert made.total.here.count == len(self.counter.list_receipts(day))
        assert compared.kept is not None
        assert compared.kept.is_equal == (not wanted)

    @rule()
    def pulls(self) -> None:
        self.counter.pull_bills()
        self.told = dict(self.billed)

    @rule()
    def pulls_while_the_line_breaks(self) -> None:
        self.counter.server.is_last_page_lost = True
        with suppress(Fault):
            self.counter.pull_bills()
            raise AssertionError
        self.counter.server.is_last_page_lost = False

    @rule(account_no=accounts, paise=st.integers(0, 9000_00))
    def is_billed_anew(self, account_no: AccountNo, paise: int) -> None:
        self.bills(account_no, paise)

    @rule(days=st.integers(-200, 200), minutes=st.integers(0, 600))
    def sets_the_clock(self, days: int, minutes: int) -> None:
        moment = self.counter.clock.now() + timedelta(days=days, minutes=minutes)
        self.counter.clock.is_set_to(
            min(max(moment, NOW - timedelta(days=900)), NOW + timedelta(days=900))
        )

    @rule()
    def starts_again(self) -> None:
        old = self.counter
        self.counter = Counter(
            ledger=old.ledger,
            bills=old.bills,
            server=old.server,
            clock=old.clock,
            ids=old.ids,
            orders=old.orders,
        )

    @rule()
    def begins_a_new_epoch(self) -> None:
        self.epoch += 1
        with self.counter.ledger.open_books() as books:
            certificate = a_certificate(epoch=self.epoch, receipt_series=f"KID07E{self.epoch}")
            books.enrolment.keep_certificate(certificate, b"signed", NOW)
            books.enrolment.keep_roster(a_roster(), NOW)
            self.counter.server.heads_before[self.epoch] = books.messages.head().hash
            books.commit()
        self.counter.server.epoch_keys[self.epoch] = COUNTER_KEY.public_key
