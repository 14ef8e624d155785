"""A counter's books of any length, written through the books themselves; used by tests and by the bench."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.bill import ConsumerAccount, positions_now
from counter_app.domain.identity import BookYear, PaymentId, ReceiptNo
from counter_app.domain.instrument import InstrumentStep, returned
from counter_app.domain.ledger import float_entry
from counter_app.domain.matter import MatterNote, NoteState
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintState, Receipt
from counter_app.domain.receipt_marks import part_order_of, stamp_of
from counter_app.domain.reversal import GoesWhere
from counter_app.wire.canonical import KeyPair, canonical_bytes, text_of
from counter_app.wire.exchange import Acknowledgement, Fate, FateTold
from counter_app.wire.messages import ClockEvidence, SealedMessage, microseconds, seal
from counter_app.wire.receipt_proof import sign_proof
from counter_app.wire.tell import (
    tell_approval,
    tell_note,
    tell_payment,
    tell_return,
    tell_rule,
    tell_shift,
    tell_step,
    tell_word,
)
from counter_app.wire.tell_reversal import tell_reversal
from tests.builders import (
    COUNTER_ID,
    COUNTER_KEY,
    NOW,
    PAYABLE,
    SERIES,
    a_bill,
    a_card_slip,
    a_certificate,
    a_consumer,
    a_mark,
    a_payment,
    a_place,
    a_roster,
    a_shift,
    an_order,
    card,
    cash,
    payments_of,
    rules_on,
)

if TYPE_CHECKING:
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.policy import Rule
    from counter_app.domain.reversal import Reversal
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import CardSlip
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.wire.bodies import Body

PAYMENTS_A_YEAR = 90_000
PAYMENTS_A_DAY = 330
ACCOUNTS = 40_000
FIRST_ACCOUNT = 7_412_000_000
DUE = (Money.rupees(640, 50), Money.rupees(1450), Money.rupees(3120, 75), Money.rupees(18_400))


@dataclass
class Scribe:
    """Writes one counter's books: seals each message and enters what it tells. Every write is a method.

    ``number`` makes ids: payments, messages and shifts of one scribe never meet.
    """

    key: KeyPair = COUNTER_KEY
    epoch: int = 1
    at: datetime = NOW
    number: int = 0
    shift: Shift = field(default_factory=a_shift)

    def sealed(self, books: Books, body: Body) -> SealedMessage:
        """Append the next message to the chain."""
        told = seal(
            body,
            message_id=self._id(),
            counter_id=COUNTER_ID,
            epoch=self.epoch,
            head=books.messages.head(),
            clock=ClockEvidence(microseconds(self.at), 330, 5_000_000, "boot-1", 0),
            snapshot_version="1.1",
            signer=self.key,
        )
        books.messages.append(told)
        return told

    def enrol(self, books: Books) -> None:
        """Certificate of the epoch and the roster."""
        certificate = a_certificate(self.key.public_key, epoch=self.epoch)
        books.enrolment.keep_certificate(certificate, b"signed", self.at)
        books.enrolment.keep_roster(a_roster(), self.at)

    def open_shift(self, books: Books, shift: Shift | None = None) -> SealedMessage:
        """A shift with its float."""
        self.shift = shift or a_shift(books.shifts.last_shift_no() + 1)
        told = self.sealed(books, tell_shift(self.shift))
        entry = float_entry(self.shift.opening_float) if self.shift.opening_float else None
        books.shifts.post(self.shift, entry, told)
        books.messages.close_entry(told)
        return told

    def receipt(
        self,
        books: Books,
        payable: Money = PAYABLE,
        *,
        account: int = 0,
        slip: CardSlip | None = None,
    ) -> Receipt:
        """The receipt of a full payment as take_payment would make it, with the next number."""
        self.number += 1
        book_year = BookYear.of(self.at.date())
        last = books.payments.last_receipt_no(SERIES, book_year)
        receipt_no = last.following if last else ReceiptNo(SERIES, book_year, 1)
        account_no = str(FIRST_ACCOUNT + account)
        bill = a_bill(payable, bill_no=f"B2611-{account_no}", account_no=account_no)
        opened = ConsumerAccount(
            a_consumer(account_no), positions_now((bill,), a_mark(), ()), "1.1", a_mark().as_on
        )
        shown = opened.outstanding_on(self.at.date())
        tender = cash(shown) if slip is None else card(shown, slip)
        order = an_order(
            shown,
            tender,
            payment_id=PaymentId(UUID(int=(7 << 76) | (self.epoch << 64) | self.number)),
            account_no=account_no,
            cashier_id=self.shift.cashier_id,
        )
        payment = a_payment(
            order, opened, receipt_no=receipt_no, shift=self.shift, taken_at=self.at
        )
        return Receipt(payment, a_place(), "SUNITA VERMA", "सुनीता वर्मा", bill, opened.told_at)

    def enter(self, books: Books, receipt: Receipt) -> SealedMessage:
        """Post a receipt with its message and close the entry."""
        told = self.sealed(books, tell_payment(receipt.payment))
        books.payments.post(receipt, told)
        proof = sign_proof(receipt.payment, COUNTER_ID, told.hash, 0, self.key)
        books.proofs.post(receipt.payment.receipt_no, 0, proof)
        books.messages.close_entry(told)
        return told

    def order(
        self, books: Books, order: PaymentOrder, *accounts: ConsumerAccount | None
    ) -> tuple[Receipt, ...]:
        """Post every line of an order as take_payment would, its word before it."""
        if order.word is not None:
            body = tell_word(order.word, self.shift, self.at.date(), str(order.group_id))
            told = self.sealed(books, body)
            books.words.post(order.word, self.shift.shift_id, self.at, told)
            books.messages.close_entry(told)
        last = books.payments.last_receipt_no(SERIES, BookYear.of(self.at.date()))
        first_no = last.following if last else ReceiptNo(SERIES, BookYear.of(self.at.date()), 1)
        rules = rules_on(self.at.date())
        payments = payments_of(
            order, *accounts, first_no=first_no, shift=self.shift, taken_at=self.at
        )
        receipts = tuple(
            Receipt(
                payment,
                a_place(),
                "SUNITA VERMA",
                "सुनीता वर्मा",
                account.positions[-1].bill if account and account.positions else None,
                account.told_at if account else None,
                supervisor_name_en="ANIL KUMAR DIXIT" if order.word else "",
                supervisor_name_hi="अनिल कुमार दीक्षित" if order.word else "",
                stamp=stamp_of(payment.amount, rules),
                part_order=part_order_of(payment, rules),
            )
            for payment, account in zip(payments, accounts, strict=True)
        )
        for receipt in receipts:
            self.enter(books, receipt)
        return receipts

    def step(
        self, books: Books, identity: str, state: InstrumentState, reason: str = ""
    ) -> HeldInstrument:
        """One step in the life of an instrument; a return undoes its payments."""
        held = books.instruments.find(identity)
        assert held is not None
        step = InstrumentStep(
            state, self.at.date(), self.at, self.shift.cashier_id, "SLIP 7", reason
        )
        if state is InstrumentState.RETURNED:
            undone = returned(held, reason)
            told = self.sealed(books, tell_return(held, step, undone, self.at.date()))
            books.instruments.post_return(held, step, undone, told)
        else:
            told = self.sealed(books, tell_step(identity, step))
            books.instruments.post_step(identity, step, told)
        books.messages.close_entry(told)
        after = books.instruments.find(identity)
        assert after is not None
        return after

    def reverse(self, books: Books, made: Reversal) -> SealedMessage:
        """A payment undone, its approval before it."""
        given = self.sealed(books, tell_approval(made.approval, made.shift_id, made.business_date))
        books.approvals.post(made.approval, made.shift_id, made.business_date, self.at, given)
        books.messages.close_entry(given)
        told = self.sealed(books, tell_reversal(made))
        books.reversals.post(made, told)
        for one in made.tenders:
            if one.where is GoesWhere.GIVEN_BACK:
                step = InstrumentStep(InstrumentState.GIVEN_BACK, self.at.date(), self.at, made.by)
                books.instruments.post_step(one.identity, step, told)
        books.messages.close_entry(told)
        return told

    def rule(self, books: Books, rule: Rule) -> None:
        """A rule set for this counter."""
        told = self.sealed(books, tell_rule(rule))
        books.rules.post_rule(rule, told)
        books.messages.close_entry(told)

    def note(self, books: Books, about: str, through: int = 0) -> None:
        """A supervisor has dealt with a matter."""
        note = MatterNote(about, NoteState.DEALT_WITH, "seen", "S201", self.at, through)
        told = self.sealed(books, tell_note(note, ""))
        books.matters.post_note(note, told)
        books.messages.close_entry(told)

    def acknowledge(
        self, books: Books, told: SealedMessage, *, first: int = 0, fate: Fate = Fate.POSTED
    ) -> Acknowledgement:
        """The centre has everything up to this message; fates from ``first`` (default: this one alone)."""
        upto = told.message.sequence
        answer = Acknowledgement(
            counter_id=COUNTER_ID,
            epoch=told.message.epoch,
            upto=upto,
            head=text_of(told.hash),
            server_time_us=microseconds(self.at) + upto,
            fates=tuple(
                FateTold(sequence, fate, f"CB{sequence:09d}")
                for sequence in range(first or upto, upto + 1)
            ),
        )
        books.messages.acknowledge(answer, canonical_bytes(answer))
        return answer

    def _id(self) -> UUID:
        self.number += 1
        return UUID(int=(1 << 76) | (self.epoch << 64) | self.number)


def write_year(
    ledger: Ledger, payments: int = PAYMENTS_A_YEAR, *, in_one_commit: int = 500, seed: int = 7
) -> Scribe:
    """So many payments, a tenth by card, 330 a day; acknowledged in fives, printed, the last ten unsent."""
    dice = random.Random(seed)
    scribe = Scribe(at=NOW.replace(month=4, day=1))
    with ledger.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books)
        books.commit()
    written = 0
    while written < payments:
        with ledger.open_books() as books:
            for _ in range(min(in_one_commit, payments - written)):
                written += 1
                scribe.at += timedelta(seconds=25 if written % PAYMENTS_A_DAY else 78_000)
                told = _take(books, scribe, written, dice)
                if written % 5 == 0 and written <= payments - 10:
                    scribe.acknowledge(books, told, first=told.message.sequence - 4)
            books.commit()
    return scribe


def _take(books: Books, scribe: Scribe, written: int, dice: random.Random) -> SealedMessage:
    slip = None
    if written % 10 == 0:
        slip = a_card_slip(rrn=f"{written:012d}", invoice=f"{written:06d}")
    receipt = scribe.receipt(books, dice.choice(DUE), account=dice.randrange(ACCOUNTS), slip=slip)
    told = scribe.enter(books, receipt)
    attempt = books.prints.note_attempt(receipt.payment.receipt_no, 0, scribe.at)
    books.prints.note_outcome(attempt, PrintOutcome(PrintState.PRINTED), scribe.at)
    return told
