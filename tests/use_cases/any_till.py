"""What may happen at the tills of a counter, in any order: two cashiers, two drawers, a bad disk, a clock set back.

To add steps (reversals, the way to the bank), write a class over ``TillsAtWork`` with further rules; each act goes
through ``do``, which looks that a refusal or a lost COMMIT leaves nothing behind. What holds after every step stands in
``test_any_till``.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift_close import Counted, InHand
from counter_app.domain.tender import TenderKind
from tests.builders import (
    CASHIER_ID,
    PIN,
    SUPERVISOR_ID,
    a_bill,
    a_card_slip,
    a_consumer,
    a_line,
    a_mark,
    a_paper,
    a_payment_id,
    a_word,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)
from tests.fakes.server import Mishap
from tests.use_cases.counter import Counter
from tests.use_cases.till import (
    HEAD_ID,
    OTHER_SUPERVISOR_ID,
    SECOND_ID,
    TILL_ROSTER,
    a_yes,
    a_yes_to,
    kept,
    pieces,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.domain.tender import Tender

Done = TypeVar("Done")

ACCOUNTS = [AccountNo(f"741200130{place}") for place in range(3)]
CASHIERS = (CASHIER_ID, SECOND_ID)
WHY = "it was counted twice"
LARGE_DUE = Money.rupees(50_000_000)

cashiers = st.sampled_from(CASHIERS)
anyone = st.integers(0, 15)
percents = st.integers(1, 110)
paise_counted = st.integers(0, 2_000_00).map(lambda paise: paise // 50 * 50)


class TillsAtWork(RuleBasedStateMachine):
    """Two cashiers and those who help them; ``do`` is where each act goes through."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = Counter()
        self.numbers = 0
        for place, account_no in enumerate(ACCOUNTS, start=1):
            consumer = a_consumer(account_no, legacy_account_no="")
            bill = a_bill(
                LARGE_DUE,
                bill_no=f"26{account_no}",
                account_no=account_no,
                payable_after_due=LARGE_DUE,
            )
            self.counter.bills.tell(a_mark(place), consumer, bill)
            self.counter.server.bills(consumer, bill)
        self.begins(self.counter)

    def begins(self, counter: Counter) -> None:
        """A counter of these people, both cashiers at work."""
        counter.is_enrolled(roster=TILL_ROSTER)
        for drawer_no, cashier_id in enumerate(CASHIERS, start=1):
            counter.open_shift(cashier_id, pieces(Money.rupees(500)), drawer_no=drawer_no)

    def someone(self, who: int) -> CashierId:
        """A cashier, one time in eight; else one with a shift, if there is any."""
        at_work = [seen.shift.cashier_id for seen in self.counter.open_shifts()]
        those = CASHIERS if who % 8 == 7 or not at_work else at_work
        return those[who % len(those)]

    def do(self, act: Callable[[Counter], Done]) -> Done | None:
        """What an act did; None for one that was refused, or lost by the disk: then nothing of it is there."""
        before = kept(self.counter)
        try:
            return act(self.counter)
        except Refusal:
            assert kept(self.counter) == before, "a refusal writes nothing"
        except Fault:
            assert kept(self.counter) == before, "what the disk lost is not there"
        return None

    def shift_of(self, cashier_id: CashierId) -> Shift | None:
        """The cashier's shift that is not closed."""
        shifts = [seen.shift for seen in self.counter.open_shifts()]
        return next((one for one in shifts if one.cashier_id == cashier_id), None)

    def drawer_of(self, cashier_id: CashierId) -> Money:
        """What the cashier's drawer should hold."""
        return (
            ZERO if self.shift_of(cashier_id) is None else self.counter.view_till(cashier_id).drawer
        )

    @rule(
        cashier_id=cashiers,
        drawer_no=st.sampled_from((1, 2, 1, 2, 3)),
        paise=paise_counted,
        takes=st.booleans(),
    )
    def opens(self, cashier_id: CashierId, drawer_no: int, paise: int, takes: bool) -> None:  # noqa: FBT001 - drawn
        """A shift begins, perhaps on a float that was left; a float that differs is approved."""
        left = self.counter.floats_left()
        before = left[-1] if takes and left else None
        opening = pieces(Money(paise))
        yes: Approval | None = None
        if before is not None and opening.total != before.parted.float_left:
            difference = opening.total - before.parted.float_left
            yes = a_yes(
                self.counter,
                ApprovalCode.TAKE_OVER_DIFFERS,
                str(before.shift_id),
                max(difference, -difference),
                cashier_id,
            )
        self.do(
            lambda counter: counter.open_shift(
                cashier_id,
                opening,
                drawer_no=drawer_no,
                taken_over_from=before.shift_id if before else None,
                approval=yes,
                is_clock_confirmed=True,
            )
        )

    @rule(
        who=anyone,
        account_no=st.sampled_from(ACCOUNTS),
        rupees=st.integers(100, 4000),
        split=st.lists(st.sampled_from(TenderKind), min_size=1, max_size=3),
        odd_paise=st.sampled_from((0, 50)),
    )
    def pays(
        self,
        who: int,
        account_no: AccountNo,
        rupees: int,
        split: list[TenderKind],
        odd_paise: int,
    ) -> None:
        """A payment in any tenders, with a supervisor's word for whatever may need one."""
        cashier_id = self.someone(who)
        order = self.order(cashier_id, account_no, Money.rupees(rupees, odd_paise), split)
        self.do(lambda counter: counter.take_payment(order))

    def order(
        self, cashier_id: CashierId, account_no: AccountNo, amount: Money, split: list[TenderKind]
    ) -> PaymentOrder:
        """An order of this sum; the last tender takes the rest."""
        self.numbers += 1
        line = a_line(
            amount,
            shown=self.counter.due(account_no),
            payment_id=a_payment_id(self.numbers),
            account_no=account_no,
        )
        part = Money(amount.paise // len(split) // 100 * 100)
        sums = [part] * (len(split) - 1) + [Money(amount.paise - part.paise * (len(split) - 1))]
        tenders = [self.tender(kind, one) for kind, one in zip(split, sums, strict=True)]
        word = replace(a_word(*CaveatCode), word_id=self.counter.ids.fresh())
        order = an_order_of(line, tenders=tuple(tenders))
        return replace(order, cashier_id=cashier_id, word=word)

    def tender(self, kind: TenderKind, amount: Money) -> Tender:
        """A tender that nobody used before."""
        self.numbers += 1
        number = f"{self.numbers:06d}"
        match kind:
            case TenderKind.CASH:
                return cash(amount)
            case TenderKind.CARD:
                return card(amount, a_card_slip(rrn=f"632711{number}", invoice=number))
            case TenderKind.UPI:
                return upi(amount, f"632712{number}")
            case TenderKind.CHEQUE:
                return cheque(amount, a_paper(number))
            case TenderKind.DRAFT:
                return draft(amount, a_paper(number))

    @rule(
        who=anyone,
        percent=percents,
        receiver_id=st.sampled_from((HEAD_ID, SUPERVISOR_ID, SECOND_ID)),
    )
    def drops(self, who: int, percent: int, receiver_id: CashierId) -> None:
        """A part of the drawer goes to the head cashier; sometimes more than there is, or to the wrong person."""
        cashier_id = self.someone(who)
        count = pieces(Money(self.drawer_of(cashier_id).paise * percent // 100))
        self.do(lambda counter: counter.drop_cash(cashier_id, count, receiver_id, PIN))

    @rule(
        who=anyone,
        why=st.sampled_from([one for one in MoveWhy if one is not MoveWhy.DROP]),
        paise=paise_counted,
        is_approved=st.booleans(),
    )
    def moves(
        self,
        who: int,
        why: MoveWhy,
        paise: int,
        is_approved: bool,  # noqa: FBT001 - drawn
    ) -> None:
        """Cash is paid in or out."""
        cashier_id = self.someone(who)
        shift = self.shift_of(cashier_id)
        yes: Approval | None = None
        if shift is not None and is_approved:
            about = str(shift.shift_id)
            yes = a_yes(self.counter, ApprovalCode.PAID_OUT, about, Money(paise), cashier_id)
        self.do(lambda counter: counter.pay_in_or_out(cashier_id, why, Money(paise), WHY, yes))

    @rule(who=anyone, why=st.sampled_from(OpeningWhy))
    def opens_drawer(self, who: int, why: OpeningWhy) -> None:
        """The drawer is opened without a payment; after a failure of the disk it may be noted and stay shut."""
        cashier_id = self.someone(who)
        self.counter.ledger.next_commit_fault = None
        self.do(lambda counter: counter.note_drawer_opening(cashier_id, why, WHY))

    @rule(who=anyone)
    def suspends(self, who: int) -> None:
        """The cashier goes away."""
        cashier_id = self.someone(who)
        self.do(lambda counter: counter.suspend_shift(cashier_id))

    @rule(who=anyone)
    def resumes(self, who: int) -> None:
        """The cashier is back."""
        cashier_id = self.someone(who)
        self.do(lambda counter: counter.resume_shift(cashier_id))

    @rule(
        who=anyone,
        cash_off=st.sampled_from((0, 0, 0, -50, 50, -50_00, 150_00, -500_00)),
        others_off=st.sampled_from((0, 0, 0, -100, 100, 250_00)),
        is_closed_by_another=st.booleans(),
        clicks=st.integers(1, 2),
    )
    def closes(
        self,
        who: int,
        cash_off: int,
        others_off: int,
        is_closed_by_another: bool,  # noqa: FBT001 - drawn
        clicks: int,
    ) -> None:
        """The shift is counted, perhaps not as expected, and closed; perhaps clicked twice."""
        cashier_id = self.someone(who)
        shift = self.shift_of(cashier_id)
        if shift is None:
            return
        by = HEAD_ID if is_closed_by_another else cashier_id
        counted = self.counted(shift.shift_id, cash_off, others_off)
        closed = [self.closed(shift.shift_id, counted, by) for _ in range(clicks)]
        assert len({one.at for one in closed if one}) <= 1, "the second click is the first close"

    def counted(self, shift_id: UUID, cash_off: int = 0, others_off: int = 0) -> Counted:
        """What a cashier counts who is so many paise off; coins below 50 paise do not exist."""
        with self.counter.ledger.open_books() as books:
            expected = books.tills.standing(shift_id).expected
        in_cash = expected.get(TenderKind.CASH, InHand(0, ZERO)).amount
        others: dict[TenderKind, InHand] = {
            kind: InHand(one.pieces, Money(max(0, one.amount.paise + others_off)))
            for kind, one in expected.items()
            if kind is not TenderKind.CASH
        }
        return Counted(pieces(Money(max(0, in_cash.paise + cash_off))), others)

    def closed(self, shift_id: UUID, counted: Counted, by: CashierId) -> ShiftClose | None:
        """The close, with whatever it asks for."""
        try:
            weighed = self.counter.weigh_close(shift_id, counted, by)
        except Refusal:
            yes = None
        else:
            needs = weighed.approval is not None
            yes = a_yes_to(self.counter, weighed, by, OTHER_SUPERVISOR_ID) if needs else None
        return self.do(lambda counter: counter.close_shift(shift_id, counted, WHY, by, yes))

    @rule(days=st.integers(-2, 2), minutes=st.integers(0, 600))
    def clock_is_set(self, days: int, minutes: int) -> None:
        """Time goes by, or somebody sets the clock, back over midnight too."""
        moment = self.counter.clock.now() + timedelta(days=days, minutes=minutes)
        self.counter.clock.is_set_to(moment)

    @rule(mishap=st.sampled_from((Mishap.NONE, Mishap.ANSWER_LOST, Mishap.NOT_REACHED)))
    def sends(self, mishap: Mishap) -> None:
        """The outbox goes to the centre; its answer is lost, or the centre is away."""
        self.counter.server.mishaps.clear()
        self.counter.server.mishaps.append(mishap)
        with suppress(Fault):
            self.counter.push_outbox()

    @rule(is_kept=st.booleans())
    def disk_fails_next(self, is_kept: bool) -> None:  # noqa: FBT001 - drawn
        """The next COMMIT ends unknown; it was kept, or it was not."""
        self.counter.ledger.fail_next_commit(is_kept=is_kept)

    @rule()
    def starts_again(self) -> None:
        """The program ends and starts: what it knows is what the ledger knows."""
        old = self.counter
        self.counter = Counter(
            ledger=old.ledger,
            bills=old.bills,
            server=old.server,
            keys=old.keys,
            clock=old.clock,
            ids=old.ids,
        )
        self.counter.ledger.next_commit_fault = None

    def teardown(self) -> None:
        """Nobody is ever stuck: a supervisor can close whatever is open, and a new shift can begin."""
        self.counter.ledger.next_commit_fault = None
        for seen in self.counter.open_shifts():
            closed = self.closed(
                seen.shift.shift_id, self.counted(seen.shift.shift_id), SUPERVISOR_ID
            )
            assert closed is not None
        assert self.do(
            lambda counter: counter.open_shift(CASHIER_ID, ZERO, is_clock_confirmed=True)
        )
