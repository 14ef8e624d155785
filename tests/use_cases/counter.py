"""A counter of fakes with every verb on it: enrolled, one consumer billed, a shift open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.approval_assembly import approval_verbs
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.consumer import Connection
from counter_app.domain.errors import Refusal
from counter_app.domain.money import Money
from counter_app.use_cases.answer_slip import AnswerSlip
from counter_app.use_cases.ask_copy import AskCopy
from counter_app.use_cases.bank_papers import PaperOfHanding, PaperOfSlip
from counter_app.use_cases.check_receipt import CheckReceipt
from counter_app.use_cases.close_shift import CloseShift, WeighClose
from counter_app.use_cases.copies_asked import CopiesAsked
from counter_app.use_cases.counter_facts import ViewCounterFacts
from counter_app.use_cases.enrol import Enrol
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.find_consumer import FindConsumer
from counter_app.use_cases.give_word import GiveWord
from counter_app.use_cases.hand_takings import HandTakings, TakingsWaiting
from counter_app.use_cases.instruments import ListInstruments, MoveInstrument, ReturnInstrument
from counter_app.use_cases.look_up import ListReceipts, ReportDay, ViewOutbox, ViewStatus
from counter_app.use_cases.make_report import ListReportChoices, MakeReport
from counter_app.use_cases.make_slip import MakeCashSlip, MakePaperSlip
from counter_app.use_cases.matters import NoteMatter, ViewMatters
from counter_app.use_cases.move_cash import DropCash, PayInOrOut
from counter_app.use_cases.note_opening import NoteDrawerOpening
from counter_app.use_cases.open_account import OpenAccount
from counter_app.use_cases.open_shift import OpenShift
from counter_app.use_cases.pause_shift import ResumeShift, SuspendShift
from counter_app.use_cases.people import (
    ChangePin,
    EndLocalPerson,
    ListPeople,
    MakeLocalPerson,
    UnlockPerson,
)
from counter_app.use_cases.pin_guard import PinGuard
from counter_app.use_cases.print_receipt import AnswerUncertain, PictureReceipt, PrintReceipt
from counter_app.use_cases.print_reversal import PrintReversal
from counter_app.use_cases.print_summary import PrintSummary
from counter_app.use_cases.pull_bills import PullBills
from counter_app.use_cases.pull_receipt_keys import PullReceiptKeys
from counter_app.use_cases.pull_results import PullResults
from counter_app.use_cases.push_outbox import BatchSize, PushOutbox
from counter_app.use_cases.reconcile_day import ReconcileDay
from counter_app.use_cases.reverse_payment import ReversePayment, WeighReversal
from counter_app.use_cases.rules import RulesToday, SetRule, ViewPolicy
from counter_app.use_cases.run_round import RunRound
from counter_app.use_cases.sign_in import SignIn
from counter_app.use_cases.take_payment import TakePayment
from counter_app.use_cases.telling import Telling
from counter_app.use_cases.view_remittance import ViewRemittance, ViewUndeposited
from counter_app.use_cases.view_till import FloatsLeft, OpenShifts, ViewTill
from counter_app.use_cases.weigh_order import ConsiderPayment
from tests.builders import (
    ACCOUNT_NO,
    CASHIER_ID,
    FLOAT,
    NOW,
    a_bill,
    a_certificate,
    a_consumer,
    a_line,
    a_mark,
    a_payment_id,
    a_roster,
    a_word,
    an_order,
    an_order_of,
)
from tests.fakes.books import FakeBills, FakeLedger
from tests.fakes.clock import FakeClock, FixedIds
from tests.fakes.key_shelf import FakeKeyShelf
from tests.fakes.keys import FakeAddress, FakeKeys
from tests.fakes.pins import FakePins
from tests.fakes.printer import FakePrinter
from tests.fakes.server import FakeServer
from tests.set_up import A_SET_UP

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.card_sale import ChargeNote
    from counter_app.domain.caveat import Word
    from counter_app.domain.consumer import ConsumerFlag
    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.views import Taken
    from counter_app.wire.exchange import Person
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages

RECONCILE_FROM_HOUR = 17


@dataclass
class Counter:
    """The fakes, and the verbs made of them. Nothing is enrolled or told yet: see ``an_open_counter``."""

    ledger: FakeLedger = field(default_factory=FakeLedger)
    bills: FakeBills = field(default_factory=FakeBills)
    server: FakeServer = field(default_factory=FakeServer)
    printer: FakePrinter = field(default_factory=FakePrinter)
    other_printer: FakePrinter | None = None
    check_page: str = ""
    """The page that checks receipts, as the list of keys names it."""

    keys: FakeKeys = field(default_factory=FakeKeys)
    address: FakeAddress = field(default_factory=FakeAddress)
    pins: FakePins = field(default_factory=FakePins)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FixedIds = field(default_factory=FixedIds)
    key_shelf: FakeKeyShelf = field(default_factory=FakeKeyShelf)
    batch_size: BatchSize = field(default_factory=BatchSize)
    orders: int = 0
    lock_minutes: int = 0
    charges: tuple[ChargeNote, ...] = ()
    """Card sales that are on no receipt."""

    def __post_init__(self) -> None:
        telling = Telling(self.clock, self.ids, self.keys)
        self.guard = guard = PinGuard(self.ledger, self.pins, self.clock)
        self.enrol = Enrol(self.ledger, self.server, self.keys, self.address, self.clock)
        self.sign_in = SignIn(self.ledger, guard)
        self._custody(telling, guard)
        self.open_account = OpenAccount(self.ledger, self.bills)
        self.take_payment = TakePayment(self.ledger, self.bills, telling)
        self.consider_payment = ConsiderPayment(self.ledger, self.bills, self.clock)
        self.give_word = GiveWord(self.ledger, guard, self.ids)
        self.rules_today = RulesToday(self.ledger, self.clock)
        self.view_policy = ViewPolicy(self.ledger)
        self.set_rule = SetRule(self.ledger, guard, telling)
        self.list_instruments = ListInstruments(self.ledger)
        self.move_instrument = MoveInstrument(self.ledger, telling)
        self.return_instrument = ReturnInstrument(self.ledger, telling)
        self.print_reversal = PrintReversal(self.ledger, self.printer)
        self.weigh_reversal = WeighReversal(self.ledger, self.clock)
        self.reverse_payment = ReversePayment(self.ledger, telling)
        self.print_summary = PrintSummary(self.ledger, self.printer)
        self.print_receipt = PrintReceipt(
            self.ledger,
            self.printer,
            telling,
            lambda: self.other_printer,
            lambda: self.check_page,
        )
        self.answer_uncertain = AnswerUncertain(self.ledger, telling)
        self.picture_receipt = PictureReceipt(self.ledger, self.printer, lambda: self.check_page)
        self.find_consumer = FindConsumer(self.bills)
        self.list_receipts = ListReceipts(self.ledger)
        self.view_outbox = ViewOutbox(self.ledger)
        self.view_status = ViewStatus(self.ledger, self.bills, self.clock, RECONCILE_FROM_HOUR)
        self.report_day = ReportDay(self.ledger, self.clock)
        self.make_report = MakeReport(self.ledger, self.clock)
        self.list_report_choices = ListReportChoices(self.ledger, self.clock)
        self.push_outbox = PushOutbox(self.ledger, self.server, self.clock, self.batch_size)
        self.fetch_snapshot = FetchSnapshot(self.server, self.bills.shelf, self.clock)
        self.pull_bills = PullBills(
            self.ledger, self.bills, self.bills, self.server, self.clock, self.fetch_snapshot
        )
        self.reconcile_day = ReconcileDay(self.ledger, self.server, self.push_outbox, self.clock)
        self.view_matters = ViewMatters(self.ledger)
        self.note_matter = NoteMatter(self.ledger, guard, telling)
        self.pull_results = PullResults(self.ledger, self.server, self.clock)
        self.pull_receipt_keys = PullReceiptKeys(self.key_shelf, self.server, self.clock)
        self.check_receipt = CheckReceipt(self.ledger, self.key_shelf)
        self.ask_copy = AskCopy(self.ledger, telling)
        self.copies_asked = CopiesAsked(self.ledger)
        self.run_round = RunRound(
            self.push_outbox,
            self.pull_bills,
            self.pull_results,
            self.pull_receipt_keys,
            self.clock,
        )

    def _custody(self, telling: Telling, guard: PinGuard) -> None:
        """People, approvals, shifts and their cash."""
        self.list_people = ListPeople(self.ledger, guard, self.clock)
        self.make_local_person = MakeLocalPerson(self.ledger, guard, self.pins, telling)
        self.end_local_person = EndLocalPerson(self.ledger, guard, telling)
        self.change_pin = ChangePin(self.ledger, guard, self.pins, telling)
        self.unlock_person = UnlockPerson(self.ledger, telling)
        self.counter_facts = ViewCounterFacts(self.ledger, lambda: A_SET_UP)
        self.auto_lock_minutes = lambda: self.lock_minutes
        self.open_shift = OpenShift(self.ledger, telling)
        self.open_shifts = OpenShifts(self.ledger)
        self.floats_left = FloatsLeft(self.ledger)
        self.view_till = ViewTill(self.ledger, self.clock)
        self.drop_cash = DropCash(self.ledger, telling, guard)
        self.pay_in_or_out = PayInOrOut(self.ledger, telling)
        self.note_drawer_opening = NoteDrawerOpening(self.ledger, telling)
        self.suspend_shift = SuspendShift(self.ledger, telling)
        self.resume_shift = ResumeShift(self.ledger, telling)
        self.weigh_close = WeighClose(self.ledger, self.clock, lambda: self.charges)
        self.close_shift = CloseShift(self.ledger, telling, lambda: self.charges)
        approving = approval_verbs(self.ledger, guard, self.clock, self.ids)
        self.approve = approving.approve
        self.challenge_for = approving.challenge_for
        self.approve_by_telephone = approving.approve_by_telephone
        self.word_by_telephone = approving.word_by_telephone
        self._goes_to_the_bank(guard, telling)

    def _goes_to_the_bank(self, guard: PinGuard, telling: Telling) -> None:
        self.takings_waiting = TakingsWaiting(self.ledger)
        self.hand_takings = HandTakings(self.ledger, guard, telling)
        self.view_remittance = ViewRemittance(self.ledger, self.clock, "PNB 0123002100")
        self.make_cash_slip = MakeCashSlip(self.ledger, telling)
        self.make_paper_slip = MakePaperSlip(self.ledger, telling)
        self.answer_slip = AnswerSlip(self.ledger, telling)
        self.undeposited = ViewUndeposited(self.ledger)
        self.slip_paper = PaperOfSlip(self.ledger, self.clock)
        self.handing_paper = PaperOfHanding(self.ledger, self.clock)

    def is_enrolled(self, *, epoch: int = 1, roster: tuple[Person, ...] | None = None) -> None:
        """Certificate and roster are in the books."""
        with self.ledger.open_books() as books:
            certificate = a_certificate(epoch=epoch)
            books.enrolment.keep_certificate(certificate, b"signed", NOW)
            books.enrolment.keep_roster(a_roster() if roster is None else roster, NOW)
            books.commit()

    def is_stopped(self, reason: str = "fork") -> None:
        """A fork was seen, and nobody has resolved it."""
        with self.ledger.open_books() as books:
            books.messages.stop_taking_payments(reason, NOW)
            books.commit()

    def due(self, account_no: str = ACCOUNT_NO) -> Money:
        """What the counter shows as outstanding now."""
        account = self.open_account(a_consumer(account_no).account_no)
        return account.outstanding_on(self.clock.now().date())

    def takes(
        self,
        amount: Money,
        *tenders: Tender,
        account_no: str = ACCOUNT_NO,
        cashier_id: CashierId = CASHIER_ID,
        word: Word | None = None,
    ) -> Taken:
        """A cashier takes this sum, with the outstanding sum as it is shown now."""
        self.orders += 1
        order = an_order(
            amount,
            *tenders,
            shown=self.due(account_no),
            payment_id=a_payment_id(self.orders),
            account_no=account_no,
            cashier_id=cashier_id,
            word=word,
        )
        return self.take_payment(order)

    def pays(self, amount: Money) -> None:
        """Somebody pays this sum, with a supervisor's word for whatever may need one."""
        word = replace(a_word(*CaveatCode), word_id=self.ids.fresh())
        self.takes(amount, word=word)

    @property
    def pages(self) -> Pages:
        """What is committed."""
        return self.ledger.pages

    @property
    def messages(self) -> list[SealedMessage]:
        """The chain."""
        return self.ledger.pages.messages

    @property
    def receipts(self) -> list[Receipt]:
        """Every receipt, in the order of taking."""
        return list(self.ledger.pages.receipts.values())


def an_open_counter(payable: Money | None = None, *, since: timedelta = timedelta()) -> Counter:
    """Enrolled, the ordinary consumer billed and told, the cashier's shift open, and since then so much has passed."""
    counter = Counter()
    counter.clock.is_set_to(NOW - since)
    counter.is_enrolled()
    bill = a_bill() if payable is None else a_bill(payable)
    counter.bills.tell(a_mark(), a_consumer(), bill)
    counter.server.bills(a_consumer(), bill)
    counter.open_shift(CASHIER_ID, FLOAT)
    counter.clock.is_set_to(NOW)
    return counter


def refusal_of(act: Callable[[], object]) -> Refusal:
    """The refusal an act ends with."""
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value


def refused(counter: Counter, order: PaymentOrder) -> Refusal:
    """The refusal; and nothing whatever is written."""
    before, commits = counter.pages.copy(), counter.ledger.commits
    with pytest.raises(Refusal) as caught:
        counter.take_payment(order)
    assert counter.pages == before
    assert counter.ledger.commits == commits
    return caught.value


def a_city_counter(
    *payable: Money,
    flags: frozenset[ConsumerFlag] = frozenset(),
    connection: Connection = Connection.POSTPAID,
) -> Counter:
    """As an open counter, with an account "1", "2" ... for each sum; the consumers as the test says."""
    counter = an_open_counter()
    cursor = 1
    for place, one in enumerate(payable, start=1):
        account_no = str(place)
        cursor += 1
        counter.bills.tell(
            a_mark(cursor),
            a_consumer(account_no, legacy_account_no="", flags=flags, connection=connection),
            a_bill(one, bill_no=f"B{account_no}", account_no=account_no),
        )
    return counter


def a_shop(counter: Counter, *rupees: int) -> PaymentOrder:
    """An order over accounts 1, 2 ... of so many rupees each, in cash."""
    lines = [
        a_line(
            Money.rupees(amount),
            shown=counter.due(str(place)),
            account_no=str(place),
            payment_id=a_payment_id(place),
        )
        for place, amount in enumerate(rupees, start=1)
    ]
    return an_order_of(*lines, payer="KANPUR SHOE HOUSE")


def receipt_no_of(taken: Taken) -> ReceiptNo:
    """The number on the receipt."""
    return taken.receipt.payment.receipt_no
