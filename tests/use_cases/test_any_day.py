"""Any day at a counter: whatever line, disk, clock, bank and restarts do, no rupee is lost or doubled.

Source: protocol, section 6.
"""

from __future__ import annotations

from collections import Counter as Count
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis.stateful import invariant

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import NO_HEAD, chain_hash, head_is_signed
from tests.builders import COUNTER_KEY
from tests.use_cases.any_day import ACCOUNTS, ALL_HELD
from tests.use_cases.any_snapshot import DayWithSnapshots
from tests.use_cases.proved import every_receipt_proves_itself

if TYPE_CHECKING:
    from counter_app.domain.instrument import HeldInstrument


class AnyDay(DayWithSnapshots):
    """What holds after each of them."""

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
            undone = Money.total(
                part.amount
                for held in self.returned()
                for part in held.parts
                if part.account_no == account_no
            )
            assert self.counter.due(account_no) == self.told[account_no] - ours + undone

    def returned(self) -> tuple[HeldInstrument, ...]:
        return self.counter.list_instruments(frozenset({InstrumentState.RETURNED}))

    @invariant()
    def an_instrument_is_its_parts_and_lives_once(self) -> None:
        held = self.counter.list_instruments(ALL_HELD)
        assert len({one.identity for one in held}) == len(held)
        for one in held:
            assert Money.total(part.amount for part in one.parts) == one.face

    @invariant()
    def the_entries_balance_and_are_the_payments_less_what_came_back(self) -> None:
        entries = self.counter.pages.entries.values()
        assert not Money.total(posting.amount for entry in entries for posting in entry.postings)
        credited = Money.total(
            posting.amount
            for entry in entries
            for posting in entry.postings
            if posting.account.endswith(("_collection", "_received"))
        )
        paid = Money.total(receipt.payment.amount for receipt in self.counter.receipts)
        assert credited == Money.total(one.face for one in self.returned()) - paid

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
        """When the line is good again, one round brings both to the same rupees; and every receipt proves itself."""
        every_receipt_proves_itself(self.counter)
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
TestAnyDay.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
