"""Any day at a counter: whatever line, disk, clock and restarts do, no rupee is lost or doubled (protocol, section 6).

The centre loses answers, is away, sets payments aside, revises bills; the counter is restarted or begins an epoch.
"""

from __future__ import annotations

from collections import Counter as Count
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import NO_HEAD, chain_hash, head_is_signed
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import Message
from tests.builders import (
    CASHIER_ID,
    COUNTER_KEY,
    FLOAT,
    NOW,
    a_bill,
    a_card_slip,
    a_certificate,
    a_consumer,
    a_payment_id,
    a_roster,
    an_order,
    card,
    cash,
)
from tests.fakes.server import Mishap
from tests.use_cases.counter import Counter

if TYPE_CHECKING:
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.tender import Tender

ACCOUNTS = [AccountNo(f"741200120{place}") for place in range(3)]
accounts = st.sampled_from(ACCOUNTS)


def sets_some_aside(message: Message) -> Fate:
    """The centre does not book every seventh payment, and answers the same for ever."""
    if not isinstance(message.body, PaymentTaken):
        return Fate.NOTED
    return Fate.UNKNOWN_ACCOUNT if message.sequence % 7 == 3 else Fate.POSTED


class AnyDay(RuleBasedStateMachine):
    """What may happen, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = Counter()
        self.counter.server.fate_of = sets_some_aside
        self.counter.server.rows_on_page = 2
        self.counter.is_enrolled()
        self.billed: dict[AccountNo, Money] = {}
        self.epoch = 1
        self.last_order: PaymentOrder | None = None
        for account_no in ACCOUNTS:
            self.bills(account_no, 4000_00)
        self.counter.pull_bills()
        self.told = dict(self.billed)
        self.counter.open_shift(CASHIER_ID, FLOAT)

    def bills(self, account_no: AccountNo, paise: int) -> None:
        consumer = a_consumer(account_no, flags=frozenset({ConsumerFlag.TEMPORARILY_DISCONNECTED}))
        bill = a_bill(
            Money(paise),
            bill_no=f"26{account_no}",
            account_no=account_no,
            payable_after_due=Money(paise),
        )
        self.billed[account_no] = Money(paise)
        self.counter.server.bills(consumer, bill)

    def order(self, account_no: AccountNo, percent: int, card_percent: int) -> PaymentOrder | None:
        due = self.counter.due(account_no)
        if due <= ZERO:
            return None
        amount = -(-due.paise * percent // 100)
        on_card = amount * card_percent // 100
        self.counter.orders += 1
        slip = a_card_slip(rrn=f"{self.counter.orders:012d}", invoice=f"{self.counter.orders:06d}")
        tenders: list[Tender] = [card(Money(on_card), slip)] if on_card else []
        if amount > on_card:
            tenders.append(cash(Money(amount - on_card), Money(amount)))
        return an_order(
            Money(amount),
            *tenders,
            shown=due,
            payment_id=a_payment_id(self.counter.orders),
            account_no=account_no,
        )

    @rule(account_no=accounts, percent=st.integers(25, 100), card_percent=st.integers(0, 100))
    def takes_a_payment(self, account_no: AccountNo, percent: int, card_percent: int) -> None:
        order = self.order(account_no, percent, card_percent)
        if order is not None:
            assert not self.counter.take_payment(order).was_taken_before
            self.last_order = order

    @rule()
    def clicks_a_second_time(self) -> None:
        if self.last_order is not None:
            before = self.counter.pages.copy()
            assert self.counter.take_payment(self.last_order).was_taken_before
            assert self.counter.pages == before

    @rule(account_no=accounts, more=st.integers(1, 10**6))
    def asks_for_more_than_is_due(self, account_no: AccountNo, more: int) -> None:
        order = self.order(account_no, 100, 0)
        if order is not None:
            amount = order.amount + Money(more)
            wrong = an_order(
                amount, shown=order.shown, payment_id=order.payment_id, account_no=account_no
            )
            before = self.counter.pages.copy()
            with suppress(Refusal):
                self.counter.take_payment(wrong)
                raise AssertionError
            assert self.counter.pages == before

    @rule(account_no=accounts, percent=st.integers(25, 100), is_kept=st.booleans())
    def takes_a_payment_while_the_disk_fails(
        self, account_no: AccountNo, percent: int, *, is_kept: bool
    ) -> None:
        order = self.order(account_no, percent, 0)
        if order is None:
            return
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

    # what holds after each of them

    def payments_at_centre(self) -> list[PaymentTaken]:
        bodies = [one.message.body for one in self.counter.server.all_booked()]
        return [body for body in bodies if isinstance(body, PaymentTaken)]

    def payments_unsent(self) -> list[PaymentTaken]:
        pages = self.counter.pages
        bodies = [sealed.message.body for sealed in pages.messages[pages.acknowledged_link :]]
        return [body for body in bodies if isinstance(body, PaymentTaken)]

    @invariant()
    def every_payment_is_at_the_centre_once_or_unsent(self) -> None:
        committed = {str(one.payment.payment_id) for one in self.counter.receipts}
        there = [body.payment_id for body in self.payments_at_centre()]
        waiting = {body.payment_id for body in self.payments_unsent()}
        assert len(there) == len(set(there))
        assert set(there) | waiting == committed
        for link, fate in self.counter.pages.fates.items():
            told = self.counter.messages[link - 1].message
            assert self.counter.server.booked[told.epoch][told.sequence - 1].fate == fate

    @invariant()
    def counter_rupees_are_server_rupees_and_unsent(self) -> None:
        waiting = {body.payment_id for body in self.payments_unsent()}
        settled = [body for body in self.payments_at_centre() if body.payment_id not in waiting]
        told: Count[tuple[str, str]] = Count()
        for body in (*settled, *self.payments_unsent()):
            for tender in body.tenders:
                told[body.business_date, str(tender.kind)] += tender.amount_paise
        kept: Count[tuple[str, str]] = Count()
        for day in {receipt.payment.business_date for receipt in self.counter.receipts}:
            for row in self.counter.list_receipts(day):
                for kind, paise in row.tender_paise:
                    kept[day.isoformat(), kind] += paise
        assert told == kept
        assert self.counter.view_outbox().summary.unsent == Money(
            sum(body.amount_paise for body in self.payments_unsent())
        )

    @invariant()
    def no_receipt_number_is_twice_or_missing(self) -> None:
        last: Count[tuple[str, str]] = Count()
        for receipt in self.counter.receipts:
            number = receipt.payment.receipt_no
            last[number.series, str(number.book_year)] += 1
            assert number.serial == last[number.series, str(number.book_year)]

    @invariant()
    def a_position_is_the_bill_as_told_less_all_we_took(self) -> None:
        for account_no in ACCOUNTS:
            ours = Money.total(
                receipt.payment.amount
                for receipt in self.counter.receipts
                if receipt.payment.consumer.account_no == account_no
            )
            assert self.counter.due(account_no) == self.told[account_no] - ours

    @invariant()
    def the_chain_verifies_from_first_to_last(self) -> None:
        head = NO_HEAD
        for sealed in self.counter.messages:
            assert sealed.previous == head
            head = chain_hash(head, sealed.raw)
            assert sealed.hash == head
            assert head_is_signed(COUNTER_KEY.public_key, head, sealed.signature)

    @invariant()
    def nothing_stopped_the_counter(self) -> None:
        assert self.counter.view_status().stopped_because == ""

    def teardown(self) -> None:
        """When the line is good again, one round brings both to the same rupees."""
        self.counter.run_round()
        assert self.counter.view_outbox().summary.unsent_messages == 0
        assert [one.raw for one in self.counter.server.all_booked()] == [
            sealed.raw for sealed in self.counter.messages
        ]
        for day in {receipt.payment.business_date for receipt in self.counter.receipts}:
            report, centre = self.counter.report_day(day), self.counter.server.day(day)
            assert (report.total.paise, len(report.rows)) == (centre.amount_paise, centre.count)
            told: Count[str] = Count()
            for one in centre.by_tender:
                told[one.tender] += one.amount_paise
            assert told == {one.kind: one.amount.paise for one in report.by_tender}


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
