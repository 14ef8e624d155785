"""What the verbs need of the books: the ledger in one unit of work.

Each port has a fake and a real thing that pass one agreement suite. Faults are raised as ``domain.errors.Fault``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.bill import PaidHere
    from counter_app.domain.identity import AccountNo, BookYear, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.ledger import Entry
    from counter_app.domain.receipt import Receipt, ReceiptRow
    from counter_app.domain.shift import Cashier, Shift
    from counter_app.domain.tender import Instrument
    from counter_app.domain.unusual import PaidBefore
    from counter_app.use_cases.custody_ports import ApprovalBook, CloseBook, ReversalBook, TillBook
    from counter_app.use_cases.message_ports import MessageBook
    from counter_app.use_cases.office_ports import (
        InstrumentBook,
        MatterBook,
        ReconciliationBook,
        ResultBook,
        RuleBook,
        WordBook,
    )
    from counter_app.use_cases.paper_ports import CopyBook, PrintBook, ProofBook
    from counter_app.use_cases.people_ports import PeopleBook, PinTryBook
    from counter_app.use_cases.remittance_ports import RemittanceBook
    from counter_app.use_cases.report_ports import ReportRows
    from counter_app.use_cases.views import (
        Exposure,
        LedgerCheck,
    )
    from counter_app.wire.exchange import Certificate, Person
    from counter_app.wire.messages import SealedMessage


class PaymentBook(Protocol):
    """Payments, their tenders, allocations, entries and receipts. Insert only."""

    def find(self, payment_id: PaymentId) -> Receipt | None:
        """The receipt of this payment if it was taken."""
        ...

    def group(self, group_id: PaymentId) -> tuple[Receipt, ...]:
        """The receipts of one order in their order, by the id of the first; none if it was not taken."""
        ...

    def last_receipt_no(self, series: str, book_year: BookYear) -> ReceiptNo | None:
        """The highest number issued."""
        ...

    def instrument_used_by(self, tender: Instrument) -> tuple[bool, ReceiptNo] | None:
        """The receipt that holds this instrument; True when only the slip's TID, batch and invoice are the same."""
        ...

    def paid_here(self, account_nos: tuple[AccountNo, ...]) -> tuple[PaidHere, ...]:
        """Every part of our payments that lessens the bills of an account, with the message that tells it.

        ``account_nos`` are the numbers it has and had. What a return or a reversal undid comes as a negative
        part of the message that told it, unless the money was given to another account meanwhile (a result
        says so). Heads are not among them, nor the return of what a reversal left in suspense.
        """
        ...

    def paid_before(self, account_nos: frozenset[AccountNo], payer: str, day: date) -> PaidBefore:
        """What rules ask of these accounts and this payer (empty for none) on a day; nothing of the counter's own.

        A payment that was reversed is no part payment and no same payment; the cash it gave back was not taken.
        """
        ...

    def exposure(self, shift_id: UUID) -> Exposure:
        """What is unsent, since when, and the cash of this shift's drawer."""
        ...

    def post(self, receipt: Receipt, told_by: SealedMessage) -> None:
        """Write payment, tenders, allocations, entry and receipt. The message is appended already.

        The payments of a group are posted in their order, in one unit of work. Raises Refusal as
        ``domain.order_checks.instrument_used`` for an instrument that another group holds.
        """
        ...

    def receipt(self, receipt_no: ReceiptNo) -> Receipt | None:
        """One receipt as it was frozen."""
        ...

    def is_acknowledged(self, receipt_no: ReceiptNo) -> bool:
        """Whether the centre has signed for this payment."""
        ...

    def rows_of(self, business_date: date) -> tuple[ReceiptRow, ...]:
        """The receipts of a day in number order."""
        ...


class ShiftBook(Protocol):
    """Shifts. Insert only."""

    def open_shift_of(self, cashier_id: CashierId) -> Shift | None:
        """The cashier's open shift, suspended or not."""
        ...

    def open_shifts(self) -> tuple[Shift, ...]:
        """All open shifts of this counter, suspended or not, the oldest first."""
        ...

    def find(self, shift_id: UUID) -> Shift | None:
        """A shift, open or closed."""
        ...

    def last_shift_no(self) -> int:
        """0 before the first."""
        ...

    def post(self, shift: Shift, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write a shift's beginning; no entry for a float of zero."""
        ...


class EnrolmentBook(Protocol):
    """Who this counter is: certificates of its epochs, the roster, the snapshot in use."""

    def certificate(self) -> Certificate | None:
        """The certificate of the current (highest) epoch."""
        ...

    def certificates(self) -> tuple[Certificate, ...]:
        """Those of all epochs, the oldest first."""
        ...

    def keep_certificate(self, certificate: Certificate, signed: bytes, at: datetime) -> None:
        """Begin an epoch."""
        ...

    def keep_roster(self, people: tuple[Person, ...], at: datetime) -> None:
        """The roster in force from now."""
        ...

    def cashier(self, cashier_id: CashierId) -> Cashier | None:
        """A person of the roster in force, else one made here whom nobody ended; with the PIN that holds here."""
        ...


class Books(Protocol):
    """The ledger in one unit of work. Saying nothing means rollback."""

    @property
    def payments(self) -> PaymentBook:
        """Payments and receipts."""
        ...

    @property
    def shifts(self) -> ShiftBook:
        """Shifts."""
        ...

    @property
    def instruments(self) -> InstrumentBook:
        """Cheques, drafts and UPI credits."""
        ...

    @property
    def rules(self) -> RuleBook:
        """The policy."""
        ...

    @property
    def words(self) -> WordBook:
        """Supervisors' words."""
        ...

    @property
    def approvals(self) -> ApprovalBook:
        """Approvals of acts that are no payments."""
        ...

    @property
    def remittances(self) -> RemittanceBook:
        """From the closed drawer to the bank."""
        ...

    @property
    def tills(self) -> TillBook:
        """Drawers: what moved beside payments, and what they should hold."""
        ...

    @property
    def closes(self) -> CloseBook:
        """Closed shifts."""
        ...

    @property
    def reversals(self) -> ReversalBook:
        """Payments undone at this counter."""
        ...

    @property
    def results(self) -> ResultBook:
        """Later decisions of the centre."""
        ...

    @property
    def matters(self) -> MatterBook:
        """What a supervisor works through."""
        ...

    @property
    def reconciliations(self) -> ReconciliationBook:
        """Daily reconciliations with the centre."""
        ...

    @property
    def report_rows(self) -> ReportRows:
        """What reports are made of."""
        ...

    @property
    def messages(self) -> MessageBook:
        """Chain and outbox."""
        ...

    @property
    def prints(self) -> PrintBook:
        """Attempts to print."""
        ...

    @property
    def proofs(self) -> ProofBook:
        """Signed proofs of receipts."""
        ...

    @property
    def copies(self) -> CopyBook:
        """Receipts asked for by SMS or e-mail."""
        ...

    @property
    def enrolment(self) -> EnrolmentBook:
        """Who this counter is."""
        ...

    @property
    def people(self) -> PeopleBook:
        """People made here, and PINs set here."""
        ...

    @property
    def pin_tries(self) -> PinTryBook:
        """Every PIN that was tried."""
        ...

    def commit(self) -> None:
        """Make it durable: when this returns, a power cut cannot undo it.

        Raises Fault COMMIT_UNKNOWN when the disk failed meanwhile: open the books again and look.
        """
        ...


class Ledger(Protocol):
    """The books of this counter."""

    def open_books(self) -> AbstractContextManager[Books]:
        """One short unit of work (BEGIN IMMEDIATE); lent to one thread at a time, in order of asking."""
        ...

    def check(self) -> LedgerCheck:
        """Lock, integrity, chain, books, last acknowledgement: under a second for a year of payments."""
        ...

    def reopen(self) -> None:
        """Close and open again, after COMMIT_UNKNOWN."""
        ...
