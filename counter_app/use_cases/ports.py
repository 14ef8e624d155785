"""What the verbs need of the world; the books have their own ports in ``book_ports``.

Each port has a fake and a real thing that pass one agreement suite. Faults are raised as ``domain.errors.Fault``; a
Refusal is raised only where a docstring says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from counter_app.use_cases.report_watch import unwatched

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from counter_app.domain.beside import ToldBeside
    from counter_app.domain.bill import Bill, Mark
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.day_report import DayReport
    from counter_app.domain.identity import AccountNo
    from counter_app.domain.instrument_list import InstrumentList
    from counter_app.domain.printer import TrialPage
    from counter_app.domain.receipt import PrintOutcome, Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.report_form import ReportForm
    from counter_app.domain.reversal import Reversal
    from counter_app.use_cases.report_watch import ReportWatch
    from counter_app.use_cases.views import (
        Candidate,
    )
    from counter_app.wire.canonical import Signer
    from counter_app.wire.days import DayPayments
    from counter_app.wire.exchange import (
        Acknowledgement,
        Batch,
        Certificate,
        Changes,
        DayTotals,
        EnrolmentRequest,
        Head,
        Person,
    )
    from counter_app.wire.messages import ClockEvidence
    from counter_app.wire.receipt_keys import ReceiptKeys
    from counter_app.wire.results import Results


class Clock(Protocol):
    """This computer's clocks."""

    def now(self) -> datetime:
        """The moment, aware, in Indian Standard Time."""
        ...

    def evidence(self, server_time_us: int) -> ClockEvidence:
        """All clocks at once, beside the last signed server time known (0 for none)."""
        ...


class Ids(Protocol):
    """Makes identifiers."""

    def fresh(self) -> UUID:
        """A new UUID, version 7: rising with time, never the same twice."""
        ...


class KeyStore(Protocol):
    """Where this computer keeps its secrets (operating system's vault, else an owner-only file)."""

    def signer_for(self, public_key: bytes) -> Signer:
        """The kept key of an epoch. Raises Fault LEDGER_KEY_LOST when it is gone."""
        ...

    def fresh_signer(self) -> Signer:
        """Make and keep a key for a new epoch."""
        ...


class ServerAddress(Protocol):
    """Where this computer remembers the centre's address."""

    def keep_server_url(self, server_url: str) -> None:
        """Remember it. Raises Fault FILE_NOT_WRITTEN."""
        ...


class CarriedFiles(Protocol):
    """Files on a stick, or wherever a person puts them."""

    def read(self, path: Path) -> bytes:
        """All of it, if it is not larger than a sealed file may be. Raises Fault FILE_NOT_READ."""
        ...

    def write(self, folder: Path, name: str, content: bytes) -> Path:
        """Whole or not at all: written beside, made durable, named, read again. Raises Fault FILE_NOT_WRITTEN.

        A file of that name is kept: the new one gets a number behind its name.
        """
        ...


class BillsAsTold(Protocol):
    """The snapshot of consumers and bills, as read at the counter. Raises Fault BILLS_MISSING before the first pull."""

    def find(self, text: str, most_rows: int) -> tuple[Candidate, ...]:
        """Consumers that fit what was typed, best first: account, old number, meter, bill, mobile, name.

        Where nobody has exactly this number, whoever has the one that the centre says took its place. A name in
        any order and any usual spelling, with words of guardian and locality; and if few are well spelt so, names
        that one slip of the finger makes of it (``matched`` is near).
        """
        ...

    def account(self, account_no: AccountNo) -> tuple[Consumer, tuple[Bill, ...], Mark] | None:
        """A consumer with all bills and the mark they belong to, read at one moment."""
        ...

    def beside(self, account_no: AccountNo) -> ToldBeside:
        """What the centre told of an account beside its bills; NOTHING_BESIDE where it said nothing."""
        ...

    def mark(self) -> Mark:
        """How far the bills in hand reach; ``domain.bill.NOTHING_SEEN`` before the first pull."""
        ...

    def version(self) -> str:
        """Names the snapshot in use, empty for none."""
        ...


class BillsPull(Protocol):
    """One pull on its way into the snapshot: nothing is seen of it until it is finished."""

    def take(self, page: Changes) -> None:
        """Stage a page."""
        ...

    def finish(self, page: Changes) -> None:
        """Stage the last page and make the whole pull visible together with its mark."""
        ...


class BillStore(Protocol):
    """The snapshot, as written by pulls."""

    def pulling(self, *, is_anew: bool = False) -> AbstractContextManager[BillsPull]:
        """Begin a pull from the mark in hand, or anew; leaving without ``finish`` drops what was staged."""
        ...


class BillingServer(Protocol):
    """The centre over HTTP. Believes nothing unsigned.

    Raises Fault SERVER_NOT_REACHED, SERVER_NOT_OURS, SERVER_BUSY, SERVER_REFUSED_COUNTER, SERVER_WANTS_UPGRADE.
    """

    def enrol(
        self, server_url: str, server_key_id: str, request: EnrolmentRequest
    ) -> tuple[Certificate, tuple[Person, ...], bytes]:
        """Certificate, roster and the exact signed answer. Raises Refusal ENROLMENT_CODE_REFUSED."""
        ...

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | Gap:
        """Acknowledgement with its exact bytes, or where to rewind to. Raises Fault SERVER_FORK."""
        ...

    def changes(self, since: int) -> Changes:
        """The next page of what changed. Raises ``snapshot_ports.CursorUnknownError``."""
        ...

    def head(self, epoch: int) -> Head:
        """The last message of ours the centre knows."""
        ...

    def signed_day(self, business_date: date) -> tuple[DayTotals, bytes]:
        """The centre's sums for one day, with the exact signed answer."""
        ...

    def day_payments(
        self, epoch: int, business_date: date, after: int, first: int, last: int
    ) -> DayPayments:
        """The next page, after this sequence, of the centre's payments of an epoch for one day.

        Those among the sequences ``first`` to ``last`` come whatever their day is.
        """
        ...

    def receipt_keys(self, version: str) -> tuple[ReceiptKeys, bytes] | None:
        """The list that receipts are checked by, with the exact signed answer; None when it is still this version."""
        ...

    def results(self, after: int) -> Results:
        """The next page of what was decided later than the acknowledgements, numbered from ``after`` + 1 on."""
        ...


class Gap(Protocol):
    """The centre expects another message next."""

    @property
    def expected(self) -> int:
        """The sequence to send next."""
        ...


class ReceiptKeyShelf(Protocol):
    """Where the list that receipts are checked by is kept. Losing it costs a pull and no money."""

    def read(self) -> ReceiptKeys | None:
        """The list last kept, once the centre's signature on it is seen again; None for none."""
        ...

    def keep(self, signed: bytes) -> None:
        """Keep the exact signed answer, whole and durably. Raises Fault FILE_NOT_WRITTEN."""
        ...


class PinCheck(Protocol):
    """Compares a PIN with its hash; slow on purpose."""

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether this is the PIN."""
        ...


class ReceiptPrinter(Protocol):
    """Paper. Never raises for what a printer does: every end is a PrintOutcome."""

    def warm_up(self) -> None:
        """Load fonts and libraries before the first receipt; nothing is sent. Raises Fault PRINTER_FAILED."""
        ...

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print one copy (0 is the original); with no printer set, save a PDF and say where."""
        ...

    def print_summary(self, receipts: tuple[Receipt, ...]) -> PrintOutcome:
        """Print one paper over all receipts of an order; with no printer set, save a PDF and say where."""
        ...

    def print_reversal(self, receipt: Receipt, made: Reversal) -> PrintOutcome:
        """Print the slip of a reversal, to be signed by both; with no printer set, save a PDF and say where."""
        ...

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        """Print a day compared with the centre; with no printer set, save a PDF and say where."""
        ...

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        """Print any report as narrow as the paper is (``en`` or ``hi``); with no printer set, save a PDF."""
        ...

    def print_trial(self, page: TrialPage) -> PrintOutcome:
        """Print the test page of a printer being set up; with no printer set, save a PDF and say where."""
        ...

    def open_drawer(self) -> PrintOutcome:
        """Kick the cash drawer, after commit only."""
        ...

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The receipt as it comes out of the printer, as PNG."""
        ...


class ReportPress(Protocol):
    """Makes reports as files, and prints them."""

    def save(self, report: DayReport, language: str) -> Path:
        """An A4 PDF in the reports' place (``en`` or ``hi``). Raises Fault FILE_NOT_WRITTEN."""
        ...

    def save_instruments(self, listed: InstrumentList, language: str) -> Path:
        """The same of a list of cheques, drafts and UPI credits. Raises Fault FILE_NOT_WRITTEN."""
        ...

    def save_reconciliation(self, made: Reconciliation, language: str) -> Path:
        """The same of a day compared with the centre. Raises Fault FILE_NOT_WRITTEN."""
        ...

    def save_report(
        self, report: Report, language: str, form: ReportForm, watch: ReportWatch = unwatched
    ) -> Path:
        """Any report, in the reports' place. Its name says kind, day and counter; nothing is written over.

        Raises Fault FILE_NOT_WRITTEN, or what the watch raises; then no file is left behind.
        """
        ...

    def print_file(self, path: Path) -> PrintOutcome:
        """Give it to the system's printer."""
        ...
