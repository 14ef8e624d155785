"""The books in memory: the contract of ``use_cases.ports`` in plain dicts and lists, rollback by copy."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.views import LedgerCheck
from tests.fakes.bills import FakeBills
from tests.fakes.books_of_custody import FakeApprovalBook
from tests.fakes.books_of_instruments import FakeInstrumentBook
from tests.fakes.books_of_local_people import FakePeopleBook, FakePinTryBook
from tests.fakes.books_of_matters import FakeMatterBook, FakeReconciliationBook
from tests.fakes.books_of_messages import FakeMessageBook
from tests.fakes.books_of_payments import FakePaymentBook, FakeShiftBook
from tests.fakes.books_of_people import FakeEnrolmentBook, FakePrintBook
from tests.fakes.books_of_proofs import FakeCopyBook, FakeProofBook
from tests.fakes.books_of_remittance import FakeRemittanceBook
from tests.fakes.books_of_reports import FakeReportRows
from tests.fakes.books_of_results import FakeResultBook
from tests.fakes.books_of_reversals import FakeReversalBook
from tests.fakes.books_of_rules import FakeRuleBook, FakeWordBook
from tests.fakes.books_of_tills import FakeCloseBook, FakeTillBook
from tests.fakes.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FakeBills", "FakeBooks", "FakeLedger"]


class FakeBooks:
    """One unit of work on a copy of the pages; they become the ledger's only with ``commit``."""

    def __init__(self, ledger: FakeLedger) -> None:
        self._ledger = ledger
        self._pages: Pages | None = ledger.pages.copy()

    @property
    def payments(self) -> FakePaymentBook:
        return FakePaymentBook(self._open)

    @property
    def shifts(self) -> FakeShiftBook:
        return FakeShiftBook(self._open)

    @property
    def instruments(self) -> FakeInstrumentBook:
        return FakeInstrumentBook(self._open)

    @property
    def rules(self) -> FakeRuleBook:
        return FakeRuleBook(self._open)

    @property
    def words(self) -> FakeWordBook:
        return FakeWordBook(self._open)

    @property
    def approvals(self) -> FakeApprovalBook:
        return FakeApprovalBook(self._open)

    @property
    def remittances(self) -> FakeRemittanceBook:
        return FakeRemittanceBook(self._open)

    @property
    def tills(self) -> FakeTillBook:
        return FakeTillBook(self._open)

    @property
    def proofs(self) -> FakeProofBook:
        return FakeProofBook(self._open)

    @property
    def copies(self) -> FakeCopyBook:
        return FakeCopyBook(self._open)

    @property
    def closes(self) -> FakeCloseBook:
        return FakeCloseBook(self._open)

    @property
    def reversals(self) -> FakeReversalBook:
        return FakeReversalBook(self._open)

    @property
    def results(self) -> FakeResultBook:
        return FakeResultBook(self._open)

    @property
    def matters(self) -> FakeMatterBook:
        return FakeMatterBook(self._open)

    @property
    def reconciliations(self) -> FakeReconciliationBook:
        return FakeReconciliationBook(self._open)

    @property
    def report_rows(self) -> FakeReportRows:
        return FakeReportRows(self._open)

    @property
    def messages(self) -> FakeMessageBook:
        return FakeMessageBook(self._open)

    @property
    def prints(self) -> FakePrintBook:
        return FakePrintBook(self._open)

    @property
    def enrolment(self) -> FakeEnrolmentBook:
        return FakeEnrolmentBook(self._open)

    @property
    def people(self) -> FakePeopleBook:
        return FakePeopleBook(self._open)

    @property
    def pin_tries(self) -> FakePinTryBook:
        return FakePinTryBook(self._open)

    def commit(self) -> None:
        """Take the copy as the ledger, or fail the way the test arranged."""
        pages = self._open()
        unsealed = len(pages.messages) - len(pages.outbox)
        if unsealed:
            message = f"{unsealed} messages never reached the outbox"
            raise ValueError(message)
        self._pages = None
        fault, is_kept = self._ledger.fault_due(), self._ledger.is_kept_by_fault
        if fault is None or is_kept:
            self._ledger.pages = pages
            self._ledger.commits += 1
        if fault is not None:
            raise fault

    def close(self) -> None:
        """Nothing said: nothing kept."""
        self._pages = None

    def _open(self) -> Pages:
        if self._pages is None:
            message = "the books are closed: a unit of work ends with its commit"
            raise RuntimeError(message)
        return self._pages


@dataclass
class FakeLedger:
    """The ledger in memory. Tests may read ``pages``, count ``commits``, or arrange a fault at the next commit.

    ``next_commit_fault`` is raised once, by the next ``commit``; with ``is_kept_by_fault`` the work is
    durable all the same, as after a power cut between the disk and the answer.
    """

    pages: Pages = field(default_factory=Pages)
    next_commit_fault: Fault | None = None
    is_kept_by_fault: bool = False
    commits_before_fault: int = 0
    problem: str = ""
    commits: int = 0
    reopened: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _holder: int | None = None

    @contextmanager
    def open_books(self) -> Iterator[FakeBooks]:
        """Lend the books to one thread at a time."""
        if self._holder == threading.get_ident():
            message = "books are open already in this thread"
            raise RuntimeError(message)
        with self._turn:
            self._holder = threading.get_ident()
            books = FakeBooks(self)
            try:
                yield books
            finally:
                books.close()
                self._holder = None

    def check(self) -> LedgerCheck:
        """What the pages say; ``problem`` is what the test put there."""
        with self.open_books() as books:
            summary = books.messages.summary()
        payments = list(self.pages.receipts.values())
        return LedgerCheck(
            messages=len(self.pages.messages),
            payments=len(payments),
            last_receipt_no=str(payments[-1].payment.receipt_no) if payments else "",
            unsent=summary.unsent_messages,
            took_seconds=0.0,
            problem=self.problem,
        )

    def reopen(self) -> None:
        """Count it: what was committed is there, what was not is gone."""
        self.reopened += 1

    def fault_due(self) -> Fault | None:
        """What this COMMIT fails with; from then on none."""
        if self.commits_before_fault:
            self.commits_before_fault -= 1
            return None
        fault, self.next_commit_fault = self.next_commit_fault, None
        return fault

    def fail_next_commit(self, *, is_kept: bool, after: int = 0) -> None:
        """The disk fails at the next COMMIT, or so many later: was it kept or not, only looking can tell."""
        self.commits_before_fault = after
        self.next_commit_fault = Fault(FaultCode.COMMIT_UNKNOWN, "arranged by the test")
        self.is_kept_by_fault = is_kept
