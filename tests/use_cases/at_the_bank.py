"""A counter on its way to the bank: real verbs over any ledger, a head cashier, accounts "1", "2" ... of Rs 1,000."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.cash_count import CashCount
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift import Role
from counter_app.domain.shift_close import Counted, InHand
from counter_app.domain.tender import TenderKind, identity_of
from counter_app.use_cases.remittance_orders import (
    AnswerOrder,
    CashSlipOrder,
    HandingOrder,
    PaperSlipOrder,
)
from counter_app.wire.exchange import Person
from tests.builders import (
    CASHIER_ID,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    a_bill,
    a_consumer,
    a_mark,
    a_paper,
    a_roster,
    a_word,
    cheque,
)
from tests.use_cases.counter import Counter

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.approval import Approval, ApprovalCode
    from counter_app.domain.ledger import LedgerAccount
    from counter_app.domain.remittance import BankDifference, Handing, SlipSeen
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Ledger

HEAD_ID = CashierId("H401")
DUE = Money.rupees(1000)
ACCOUNT = "PNB Kidwai Nagar 0123002100"


def in_notes(amount: Money) -> CashCount:
    """A sum in as large notes as it goes, down to 50 paise."""
    pieces: dict[Money, int] = {}
    left = amount.paise
    for one in (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50):
        pieces[Money(one)], left = divmod(left, one)
    return CashCount.of(pieces)


class AtTheBank(Counter):
    """The counter, and what is done at it in few words."""

    def begins(self, accounts: int = 8) -> None:
        """Enrolled, a head cashier on the roster, the accounts billed, a shift of Rs 500 open."""
        head = Person(
            HEAD_ID, "MEENA TRIPATHI", "मीना त्रिपाठी", Role.HEAD_CASHIER, f"hash of {PIN}"
        )
        self.is_enrolled(roster=(*a_roster(), head))
        for place in range(1, accounts + 1):
            account_no = str(place)
            consumer = a_consumer(account_no, legacy_account_no="")
            bill = a_bill(DUE, bill_no=f"B{account_no}", account_no=account_no)
            self.bills.tell(a_mark(place), consumer, bill)
        self.opens()

    def opens(self, drawer_no: int = 1) -> UUID:
        """A shift with a float of Rs 500."""
        shift = self.open_shift(CASHIER_ID, Money.rupees(500), drawer_no=drawer_no)
        return shift.shift_id

    def pays_for(self, account: int, *tenders: Tender, amount: Money = DUE) -> None:
        """An account is paid, with a supervisor's word for whatever may need one."""
        word = replace(a_word(*CaveatCode), word_id=self.ids.fresh())
        self.takes(amount, *tenders, account_no=str(account), word=word)

    def pays_by_cheque(self, account: int, number: str, amount: Money = DUE) -> str:
        """The identity of the cheque."""
        tender = cheque(amount, a_paper(number))
        self.pays_for(account, tender, amount=amount)
        return identity_of(tender)

    def drops(self, amount: Money) -> None:
        """Cash to the head cashier."""
        self.drop_cash(CASHIER_ID, in_notes(amount), HEAD_ID, PIN)

    def closes(self) -> UUID:
        """The open shift, with a count that is right."""
        (seen,) = self.open_shifts()
        shift_id = seen.shift.shift_id
        with self.ledger.open_books() as books:
            expected = books.tills.standing(shift_id).expected
        cash = expected.get(TenderKind.CASH, InHand(0, ZERO)).amount
        others: dict[TenderKind, InHand] = dict(expected)
        others.pop(TenderKind.CASH, None)
        self.close_shift(shift_id, Counted(in_notes(cash), others), "", CASHIER_ID)
        return shift_id

    def handing_order(self, *shift_ids: UUID, counted: Money | None = None) -> HandingOrder:
        """All that waits, unless said otherwise, counted as the closes say."""
        waiting = {one.shift_id: one.amount for one in self.takings_waiting()}
        ids = shift_ids or tuple(waiting)
        amount = Money.total(waiting.get(one, ZERO) for one in ids)
        return HandingOrder(
            handing_id=self.ids.fresh(),
            shift_ids=ids,
            count=in_notes(amount if counted is None else counted),
            by=CASHIER_ID,
            by_pin=PIN,
            receiver_id=HEAD_ID,
            receiver_pin=PIN,
        )

    def hands_over(self, *shift_ids: UUID) -> Handing:
        """To the head cashier."""
        return self.hand_takings(self.handing_order(*shift_ids))

    def cash_order(self, amount: Money) -> CashSlipOrder:
        """A slip of so much cash."""
        return CashSlipOrder(self.ids.fresh(), in_notes(amount), ACCOUNT, HEAD_ID)

    def paper_order(self, *identities: str) -> PaperSlipOrder:
        """A slip of these."""
        return PaperSlipOrder(self.ids.fresh(), identities, ACCOUNT, HEAD_ID)

    def answer_order(
        self,
        seen: SlipSeen,
        *differences: BankDifference,
        accepted: Money | None = None,
        reference: str = "",
        on: date = TODAY,
        approval: Approval | None = None,
    ) -> AnswerOrder:
        """The bank takes the whole slip, unless said otherwise."""
        return AnswerOrder(
            answer_id=self.ids.fresh(),
            slip_id=seen.slip.slip_id,
            reference=reference or f"PNB {seen.slip.slip_no:06d}",
            on=on,
            accepted=seen.slip.amount if accepted is None else accepted,
            differences=differences,
            by=HEAD_ID,
            approval=approval,
        )

    def approved(
        self, code: ApprovalCode, about: str, amount: Money, for_id: CashierId
    ) -> Approval:
        """By the supervisor, in person."""
        return self.approve(code, about, amount, SUPERVISOR_ID, PIN, "looked at it", for_id)

    def balance(self, account: LedgerAccount) -> Money:
        """What all entries say of an account; over the fake ledger."""
        return Money.total(
            one.amount
            for entry in self.pages.entries.values()
            for one in entry.postings
            if one.account is account
        )


def a_bank_counter(ledger: Ledger | None = None) -> AtTheBank:
    """Over the fake ledger, or any other."""
    counter = AtTheBank() if ledger is None else AtTheBank(ledger=ledger)  # type: ignore[arg-type]  # every ledger has the port
    counter.begins()
    return counter
