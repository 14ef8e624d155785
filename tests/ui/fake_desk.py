"""A desk without books: keeps its payments in memory, decides with the real domain, fails when told to."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.day_report import report_of
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.facing import FacingFacts
from counter_app.domain.identity import CashierId, PaymentId
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintState, ReceiptRow
from counter_app.domain.shift import Cashier, Role
from counter_app.domain.tender import kind_of
from counter_app.domain.upi import UpiRequest, tr_of, upi_payee
from counter_app.printing.qr import qr_matrix
from counter_app.use_cases.desk import Desk
from counter_app.use_cases.round_watch import unwatched
from counter_app.use_cases.views import (
    Candidate,
    CarriedOut,
    CounterStatus,
    LedgerCheck,
    OutboxRow,
    OutboxSummary,
    OutboxView,
    RoundOutcome,
    SignedIn,
    UpiAsk,
)
from tests.builders import (
    CASHIER_ID,
    COUNTER_ID,
    NOW,
    PIN,
    TODAY,
    a_place,
)
from tests.ui.fake_approving import FakeApproving
from tests.ui.fake_bank import FakeBank
from tests.ui.fake_cards import FakeCards
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import FakePeople
from tests.ui.fake_reports import FakeReports
from tests.ui.fake_reversal import FakeReversal
from tests.ui.fake_shift import FakeShift
from tests.ui.fake_supervision import FakeSupervision
from tests.ui.fake_till import FakeTill

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.round_watch import RoundProgress, Watch
    from counter_app.use_cases.views import Fated, ToldReturn


@dataclass
class FakeCounter(
    FakePeople,
    FakeOffice,
    FakeSupervision,
    FakeShift,
    FakeTill,
    FakeCards,
    FakeApproving,
    FakeBank,
    FakeReports,
    FakeReversal,
):
    """What the counter knows; tests read it, and set what is to go wrong."""

    is_enrolled: bool = True
    stopped_because: str = ""
    told_at: datetime | None = NOW - timedelta(hours=3)
    acknowledged_at: datetime | None = NOW - timedelta(minutes=2)
    acknowledged: set[str] = field(default_factory=set)
    set_aside: tuple[Fated, ...] = ()
    told_returns: tuple[ToldReturn, ...] = ()
    server_fault: Fault | None = None
    payee_address: str = "kesco.c07@sbi"
    faces_consumer: int = 0
    """The screen that faces the consumer, 0 for none."""

    facing: FacingFacts = field(default_factory=FacingFacts)
    """Set the state of pole or voice to anything but OFF, and it is asked."""
    poles: list[tuple[str, str]] = field(default_factory=list)
    """What was to be shown on the pole display."""
    is_pole_there: bool = True
    said: list[str] = field(default_factory=list)
    """What was to be said."""

    skew: timedelta = timedelta(0)
    round_progress: list[RoundProgress] = field(default_factory=list)
    """What the next rounds tell their watch."""
    round_steps: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    similar: dict[str, str] = field(default_factory=dict)
    """What is typed, and the account whose name is near to it."""

    def find_consumer(self, text: str) -> tuple[Candidate, ...]:
        self.noted("find_consumer", text)
        return tuple(
            Candidate(
                account_no=account.consumer.account_no,
                name_en=account.consumer.name_en,
                name_hi=account.consumer.name_hi,
                guardian_name=account.consumer.guardian_name,
                address=account.consumer.address,
                locality=account.consumer.locality,
                meter_no=account.consumer.meter_no,
                matched=matched,
                is_exact=text == value and matched != "near",
            )
            for account in self.accounts.values()
            for matched, value in (
                ("account", account.consumer.account_no),
                ("meter", account.consumer.meter_no),
                ("name", account.consumer.name_en),
                ("name", account.consumer.name_hi),
                *(("renumbered", old) for old in account.beside.old_numbers),
                ("near", text if self.similar.get(text) == account.consumer.account_no else ""),
            )
            if value.casefold().startswith(text.casefold())
        )

    def sign_in(self, cashier_id: CashierId, pin: str) -> SignedIn:
        self.noted("sign_in", cashier_id)
        if cashier_id != CASHIER_ID:
            raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=cashier_id)
        if pin != PIN:
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=4)
        return SignedIn(
            Cashier(CASHIER_ID, "SUNITA VERMA", "सुनीता वर्मा", Role.CASHIER, ""), self.shift
        )

    def fresh_payment_id(self) -> PaymentId:
        self.noted("fresh_payment_id")
        return PaymentId(UUID(int=len(self.asked("fresh_payment_id"))))

    def upi_qr(self, amount: Money, payment_id: PaymentId) -> UpiAsk:
        self.noted("upi_qr", amount)
        payee = upi_payee(self.payee_address, "KESCO")
        tr = tr_of(COUNTER_ID, TODAY, payment_id)
        uri = UpiRequest(payee, amount, tr, "KESCO counter C07").uri
        return UpiAsk(uri, tr, payee, amount, qr_matrix(uri))

    def customer_screen(self) -> int:
        self.noted("customer_screen")
        return self.faces_consumer

    def facing_facts(self) -> FacingFacts:
        self.noted("facing_facts")
        return self.facing

    def show_on_pole(self, upper: str, lower: str) -> bool:
        self.noted("show_on_pole", (upper, lower))
        self.poles.append((upper, lower))
        return self.is_pole_there

    def say_aloud(self, sentence: str) -> None:
        self.noted("say_aloud", sentence)
        self.said.append(sentence)

    def check_ledger(self) -> LedgerCheck:
        self.noted("check_ledger")
        return LedgerCheck(0, 0, "", 0, 0.01, "")

    def counter_status(self) -> CounterStatus:
        self.noted("counter_status")
        return CounterStatus(
            "C07",
            "Kidwai Nagar 7",
            self.summary(),
            self.told_at,
            self.stopped_because,
            self.is_enrolled,
            open_matters=sum(one.is_open for one in self.matters),
            unreconciled_day=self.unreconciled_day,
            differing_payments=self.differing_payments,
        )

    def unsent(self) -> list[Receipt]:
        """Receipts the centre has not acknowledged."""
        return [
            r for r in self.receipts.values() if str(r.payment.receipt_no) not in self.acknowledged
        ]

    def summary(self) -> OutboxSummary:
        """What is unsent."""
        unsent = self.unsent()
        oldest = unsent[0].payment.taken_at if unsent else None
        total = Money.total(receipt.payment.amount for receipt in unsent)
        return OutboxSummary(len(unsent), len(unsent), total, oldest, self.acknowledged_at)

    def view_outbox(self) -> OutboxView:
        self.noted("view_outbox")
        rows = tuple(
            OutboxRow(
                1,
                place,
                "payment_taken",
                r.payment.taken_at,
                str(r.payment.receipt_no),
                r.payment.amount,
            )
            for place, r in enumerate(self.unsent(), start=2)
        )
        return OutboxView(self.summary(), rows, self.set_aside, self.told_returns)

    def list_receipts(self, day: date) -> tuple[ReceiptRow, ...]:
        self.noted("list_receipts", day)
        return tuple(self._row(receipt) for receipt in self.receipts.values())

    def _row(self, receipt: Receipt) -> ReceiptRow:
        payment, number = receipt.payment, str(receipt.payment.receipt_no)
        state = self.states.get(number)
        is_acknowledged = number in self.acknowledged
        return ReceiptRow(
            receipt_no=number,
            account_no=payment.consumer.account_no,
            consumer_name_en=payment.consumer.name_en,
            consumer_name_hi=payment.consumer.name_hi,
            taken_at=payment.taken_at,
            business_date=payment.business_date,
            cashier_id=payment.cashier_id,
            shift_no=payment.shift_no,
            amount_paise=payment.amount.paise,
            tender_paise=tuple((str(kind_of(t)), t.amount.paise) for t in payment.tenders),
            print_state=state[0] if state else None,
            print_reason=state[1] if state else "",
            copies=state[2] if state else 0,
            is_acknowledged=is_acknowledged,
            fate="POSTED" if is_acknowledged else "",
            purpose=payment.purpose.code,
            purpose_name_en=payment.purpose.name_en,
            purpose_name_hi=payment.purpose.name_hi,
            settlement=payment.settlement,
            advance_paise=payment.advance.paise,
            stamp=receipt.stamp.how if receipt.stamp else "",
        )

    def report_day(self, day: date) -> DayReport:
        self.noted("report_day", day)
        rows = self.list_receipts(day) if day == TODAY else ()
        return replace(report_of(a_place(), day, rows, NOW), reconciled=self.reconciled)

    def save_day_report(self, report: DayReport, language: str) -> Path:
        self.noted("save_day_report", language)
        return Path("reports") / f"{report.business_date}-{language}.pdf"

    def print_file(self, path: Path) -> PrintOutcome:
        self.noted("print_file", path)
        return PrintOutcome(PrintState.PRINTED)

    def clock_skew(self) -> timedelta:
        return self.skew

    def run_round(self, watch: Watch = unwatched) -> RoundOutcome:
        self.noted("run_round")
        for progress in self.round_progress:
            watch(progress)
            assert self.round_steps.acquire(timeout=10), "the test lets each step end"
        if self.server_fault is not None:
            raise self.server_fault
        unsent = [str(receipt.payment.receipt_no) for receipt in self.unsent()]
        self.acknowledged.update(unsent)
        self.acknowledged_at = NOW
        return RoundOutcome(len(unsent), 0, NOW)

    def enrol(self, address: str, code: str) -> None:
        self.noted("enrol", (address, code))
        if code != "GOOD-CODE":
            raise Refusal(RefusalCode.ENROLMENT_CODE_REFUSED)
        self.is_enrolled = True

    def carry_out(self, folder: Path) -> CarriedOut:
        self.noted("carry_out", folder)
        return CarriedOut(folder / "carry-C07-1-9.kesco", len(self.unsent()), 0)

    def carry_in(self, path: Path) -> int:
        self.noted("carry_in", path)
        unsent = [str(receipt.payment.receipt_no) for receipt in self.unsent()]
        self.acknowledged.update(unsent)
        return len(unsent)

    def request_by_file(self, code: str, invitation: Path) -> Path:
        self.noted("request_by_file", (code, invitation))
        return invitation.parent / "enrol-C07-request.kesco"

    def enrol_by_file(self, code: str, answer: Path) -> None:
        self.noted("enrol_by_file", (code, answer))
        self.is_enrolled = True

    def desk(self) -> Desk:
        """The verbs."""
        verbs: dict[str, Callable[..., object]] = {
            name: getattr(self, name)
            for name in Desk.__dataclass_fields__
            if name != "business_date"
        }
        return Desk(**verbs, business_date=lambda: TODAY)  # type: ignore[arg-type]  # each verb has its field's name


OFFLINE = Fault(FaultCode.SERVER_NOT_REACHED)
