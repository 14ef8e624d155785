"""Any day at the tills: whatever cashiers, disk, clock and centre do, every rupee and every number is answered for.

The sums are made of what the messages tell, not of what the books add up: two ways to the same paisa.
"""

from __future__ import annotations

from collections import Counter as Count
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis.stateful import invariant

from counter_app.domain.ledger import ACCOUNT_OF, EXCESS_OF, SHORT_OF, LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.shift import ShiftState
from counter_app.domain.tender import TenderKind
from counter_app.wire.bodies import ShiftOpened
from counter_app.wire.custody_bodies import CashMoved, PaymentReversed, ShiftClosed
from counter_app.wire.told_parts import PostingTold
from tests.use_cases.any_till import CASHIERS
from tests.use_cases.any_till_reversals import TillsWithReversals

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import BookYear
    from counter_app.domain.payment import Payment
    from counter_app.domain.shift_close import ShiftClose

CASH = TenderKind.CASH
NOT_CASH = {account.value for kind, account in ACCOUNT_OF.items() if kind is not CASH}
OUT_OF_HAND = {GoesWhere.VOIDED, GoesWhere.GIVEN_BACK}


class AnyTill(TillsWithReversals):
    """What holds after each of them."""

    def told(self) -> list[Any]:
        """The bodies of all messages, in their order."""
        return [sealed.message.body for sealed in self.counter.messages]

    def booked(self, shift_id: str = "") -> Count[str]:
        """Account to paise, by the messages; of one shift or of all.

        A reversal takes cash out of the drawer that gives it back, and slips and papers from the shift that took them,
        as long as that one is not closed.
        """
        sums: Count[str] = Count()
        is_closed = False
        payments = {str(one.payment_id) for one in self.payments_in(shift_id)}
        for body in self.told():
            is_own = not shift_id or getattr(body, "shift_id", "") == shift_id
            took_it = is_own
            if shift_id and isinstance(body, PaymentReversed):
                took_it = body.part.payment_id in payments and not is_closed
            for posting in _postings(body):
                if took_it if posting.account in NOT_CASH else is_own:
                    sums[posting.account] += posting.amount_paise
            is_closed |= isinstance(body, ShiftClosed) and is_own
        return sums

    def undone_in(self, shift_id: UUID, upto: int) -> Money:
        """What reversals took out of the hands of a shift before the message of this link."""
        payments = {one.payment_id for one in self.payments_in(str(shift_id))}
        return Money.total(
            tender.amount
            for link, one in self.counter.pages.reversals.items()
            for tender in one.tenders
            if link < upto
            and (
                (tender.where is GoesWhere.CASH_BACK and one.shift_id == shift_id)
                or (tender.where in OUT_OF_HAND and one.payment_id in payments)
            )
        )

    def ended(self) -> list[ShiftClose]:
        return list(self.counter.pages.closes.values())

    def payments_in(self, shift_id: str) -> list[Payment]:
        payments = [receipt.payment for receipt in self.counter.receipts]
        return [one for one in payments if str(one.shift_id) == shift_id]

    @invariant()
    def every_message_balances_and_so_do_all(self) -> None:
        for body in self.told():
            assert sum(posting.amount_paise for posting in _postings(body)) == 0
        assert sum(self.booked().values()) == 0

    @invariant()
    def a_drawer_holds_what_its_messages_say(self) -> None:
        for seen in self.counter.open_shifts():
            view = self.counter.view_till(seen.shift.cashier_id)
            moved = self.booked(str(seen.shift.shift_id))
            for kind in TenderKind:
                expected = view.standing.expected.get(kind)
                in_hand = expected.amount.paise if expected else 0
                assert in_hand == moved[ACCOUNT_OF[kind]], kind
            assert view.limits[0].now == view.drawer.paise, "the running sum is the sum"
            out = moved[LedgerAccount.FLOAT_ISSUED]
            assert view.standing.float_out.paise == -out

    @invariant()
    def a_closed_drawer_is_empty_and_what_was_counted_is_in_hand(self) -> None:
        for close in self.ended():
            moved = self.booked(str(close.shift_id))
            assert moved[LedgerAccount.CASH_DRAWER] == 0
            for line in close.lines:
                if line.kind is not CASH:
                    assert moved[ACCOUNT_OF[line.kind]] == line.counted.amount.paise
                assert moved[SHORT_OF[line.kind]] == max(0, -line.variance.paise)
                assert moved[EXCESS_OF[line.kind]] == -max(0, line.variance.paise)

    @invariant()
    def takings_floats_and_shorts_tie_to_the_paisa(self) -> None:
        for close in self.ended():
            (cash,) = [line for line in close.lines if line.kind is CASH]
            assert close.parted.float_left + close.parted.takings == cash.counted.amount
            assert close.count.total == cash.counted.amount
        told = [body for body in self.told() if isinstance(body, ShiftClosed)]
        takings = sum(body.takings_paise for body in told)
        assert self.booked()[LedgerAccount.CASH_TO_HAND_OVER] == takings
        waiting = self.counter.ledger.pages.closes.values()
        assert takings == sum(one.parted.takings.paise for one in waiting)

    @invariant()
    def z_reports_come_to_the_receipts(self) -> None:
        """What a close expected, less float and moves, is what its payments brought and no reversal took away."""
        shifts = {one.shift_id: one for one in self.counter.pages.shifts.values()}
        for link, close in self.counter.pages.closes.items():
            expected = Money.total(line.expected.amount for line in close.lines)
            moves = [
                one for one in self.counter.pages.moves.values() if one.shift_id == close.shift_id
            ]
            beside = Money.total(one.into_drawer for one in moves)
            taken = [one.amount for one in self.payments_in(str(close.shift_id))]
            float_in = shifts[close.shift_id].opening_float
            undone = self.undone_in(close.shift_id, link)
            assert expected - float_in - beside == Money.total(taken) - undone
            assert close.receipts == len(taken)
            proof = close.proof
            assert proof.acknowledged + proof.unsent == len(taken)
            assert proof.acknowledged_amount + proof.unsent_amount == Money.total(taken)

    @invariant()
    def every_receipt_number_is_accounted_for(self) -> None:
        series: dict[tuple[str, BookYear], list[int]] = {}
        for receipt in self.counter.receipts:
            number = receipt.payment.receipt_no
            series.setdefault((number.series, number.book_year), []).append(number.serial)
        for serials in series.values():
            assert serials == list(range(1, len(serials) + 1))
        in_shifts = [
            payment.receipt_no
            for shift in self.counter.pages.shifts.values()
            for payment in self.payments_in(str(shift.shift_id))
        ]
        assert sorted(in_shifts) == sorted(
            receipt.payment.receipt_no for receipt in self.counter.receipts
        )
        for close in self.ended():
            numbers = [str(one.receipt_no) for one in self.payments_in(str(close.shift_id))]
            assert close.first_receipt_no == (numbers[0] if numbers else "")
            assert close.last_receipt_no == (numbers[-1] if numbers else "")

    @invariant()
    def nothing_stands_in_a_shift_after_its_close(self) -> None:
        closed: set[str] = set()
        for body in self.told():
            shift_id = getattr(body, "shift_id", "")
            assert not shift_id or shift_id not in closed
            if isinstance(body, ShiftClosed):
                closed.add(shift_id)

    @invariant()
    def one_shift_a_cashier_and_a_drawer(self) -> None:
        seen = self.counter.open_shifts()
        assert len({one.shift.cashier_id for one in seen}) == len(seen)
        assert len({one.shift.drawer_no for one in seen}) == len(seen)
        assert all(one.state is not ShiftState.CLOSED for one in seen)
        assert {one.shift.cashier_id for one in seen} <= set(CASHIERS)

    @invariant()
    def no_day_is_before_the_day_of_its_shift(self) -> None:
        shifts = {one.shift_id: one for one in self.counter.pages.shifts.values()}
        pages = self.counter.pages
        for receipt in self.counter.receipts:
            day = shifts[receipt.payment.shift_id].business_date
            assert receipt.payment.business_date >= day
        dated = [(one.shift_id, one.business_date) for one in pages.moves.values()]
        dated += [(one.shift_id, one.business_date) for one in pages.pauses.values()]
        dated += [(one.shift_id, one.business_date) for one in pages.closes.values()]
        assert all(day >= shifts[shift_id].business_date for shift_id, day in dated)

    @invariant()
    def a_float_is_taken_over_once_or_waits(self) -> None:
        taken = [one.taken_over_from for one in self.counter.pages.shifts.values()]
        taken = [one for one in taken if one is not None]
        assert len(taken) == len(set(taken))
        left = {one.shift_id for one in self.ended() if one.parted.float_left}
        assert {one.shift_id for one in self.counter.floats_left()} == left - set(taken)

    @invariant()
    def the_chain_head_of_a_close_is_the_message_before_it(self) -> None:
        for link, close in self.counter.pages.closes.items():
            assert close.chain_head == self.counter.messages[link - 1].previous


def _postings(body: Any) -> Any:  # noqa: ANN401 - a body of any kind
    if isinstance(body, ShiftOpened):
        float_paise = body.opening_float_paise
        return (
            PostingTold(LedgerAccount.CASH_DRAWER, float_paise),
            PostingTold(LedgerAccount.FLOAT_ISSUED, -float_paise),
        )
    if isinstance(body, CashMoved):
        assert body.amount_paise == sum(max(0, one.amount_paise) for one in body.postings)
    return getattr(body, "postings", ())


TestAnyTill = AnyTill.TestCase
TestAnyTill.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
