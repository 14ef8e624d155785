"""The ledger in one unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.approval_book import LedgerApprovalBook
from local_db.close_book import LedgerCloseBook
from local_db.enrolment_book import LedgerEnrolmentBook
from local_db.instrument_book import LedgerInstrumentBook
from local_db.matter_book import LedgerMatterBook
from local_db.message_book import LedgerMessageBook
from local_db.open_entry import OpenEntry
from local_db.payment_book import LedgerPaymentBook
from local_db.pen import Pen
from local_db.people_book import LedgerPeopleBook
from local_db.pin_try_book import LedgerPinTryBook
from local_db.print_book import LedgerPrintBook
from local_db.proof_book import LedgerCopyBook, LedgerProofBook
from local_db.reconciliation_book import LedgerReconciliationBook
from local_db.remittance_book import LedgerRemittanceBook
from local_db.report_shelf import LedgerReportRows
from local_db.result_book import LedgerResultBook
from local_db.reversal_book import LedgerReversalBook
from local_db.rule_book import LedgerRuleBook
from local_db.shift_book import LedgerShiftBook
from local_db.till_book import LedgerTillBook
from local_db.word_book import LedgerWordBook

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_db.cipher import Connection
    from local_db.matter_book import MattersKept
    from local_db.rule_book import PolicyKept
    from local_db.running import Running
    from local_db.undeposited import UndepositedKept


class LedgerBooks:
    """Port ``Books``: the books that write with one pen. After ``commit`` the pen is down."""

    __slots__ = (
        "_commit",
        "_pen",
        "approvals",
        "closes",
        "copies",
        "enrolment",
        "instruments",
        "matters",
        "messages",
        "payments",
        "people",
        "pin_tries",
        "prints",
        "proofs",
        "reconciliations",
        "remittances",
        "report_rows",
        "results",
        "reversals",
        "rules",
        "shifts",
        "tills",
        "words",
    )

    def __init__(
        self,
        connection: Connection,
        commit: Callable[[], None],
        running: Running,
        policy: PolicyKept,
        matters: MattersKept,
        undeposited: UndepositedKept,
    ) -> None:
        self._commit = commit
        self._pen = pen = Pen(connection)
        entry = OpenEntry()
        self.payments = LedgerPaymentBook(pen, entry, running)
        self.instruments = LedgerInstrumentBook(pen, entry)
        self.rules = LedgerRuleBook(pen, entry, policy)
        self.approvals = LedgerApprovalBook(pen, entry)
        self.reversals = LedgerReversalBook(pen, entry)
        self.words = LedgerWordBook(pen, entry)
        self.results = LedgerResultBook(pen)
        self.matters = LedgerMatterBook(pen, entry, matters)
        self.reconciliations = LedgerReconciliationBook(pen)
        self.report_rows = LedgerReportRows(pen)
        self.remittances = LedgerRemittanceBook(pen, entry, undeposited)
        self.shifts = LedgerShiftBook(pen, entry)
        self.tills = LedgerTillBook(pen, entry)
        self.closes = LedgerCloseBook(pen, entry)
        self.messages = LedgerMessageBook(pen, entry)
        self.prints = LedgerPrintBook(pen)
        self.proofs = LedgerProofBook(pen)
        self.copies = LedgerCopyBook(pen, entry)
        self.enrolment = LedgerEnrolmentBook(pen)
        self.people = LedgerPeopleBook(pen, entry)
        self.pin_tries = LedgerPinTryBook(pen)

    def commit(self) -> None:
        """Make it durable: when this returns, a power cut cannot undo it.

        Raises Fault COMMIT_UNKNOWN when the disk failed meanwhile, DISK_FULL when nothing was tried for
        want of space, BrokenRuleError when a message has not reached the outbox.
        """
        self._pen.put_down()
        self._commit()

    def close(self) -> None:
        """The unit of work is over, whatever was said."""
        self._pen.put_down()
