"""Whatever a day brings, in whatever order: the ledger says what the fake says, and stays sound."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.wire.bodies import ReceiptReprinted
from counter_app.wire.canonical import KeyPair
from counter_app.wire.exchange import Fate
from local_db.engine import open_ledger
from tests.builders import CASHIER_ID, SERIES, TODAY, a_card_slip
from tests.fakes.books import FakeLedger
from tests.local_db.raw import KEY
from tests.local_db.year import FIRST_ACCOUNT, Scribe

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.wire.messages import SealedMessage

ACCOUNTS = 3


class ADayAtTheCounter(RuleBasedStateMachine):
    """The fake and the real ledger live through the same day."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="kesco-books-")
        self.real = open_ledger(Path(self.folder.name) / "ledger.db", KEY)
        self.fake = FakeLedger()
        self.ledgers: tuple[Ledger, Ledger] = (self.real, self.fake)
        self.scribe = Scribe()
        self.told: list[SealedMessage] = []
        self.receipts: list[Receipt] = []

    def on_both(self, work: Callable[[Books], None], *, is_kept: bool = True) -> None:
        """Do it in the fake, then the same in the real ledger with the same ids."""
        number = self.scribe.number
        for ledger in self.ledgers:
            self.scribe.number = number
            with ledger.open_books() as books:
                work(books)
                if is_kept:
                    books.commit()

    @initialize()
    def begin(self) -> None:
        def enrol(books: Books) -> None:
            self.scribe.enrol(books)
            told.append(self.scribe.open_shift(books))

        told: list[SealedMessage] = []
        self.on_both(enrol)
        self.told.append(told[-1])

    @rule(
        paise=st.integers(1, 5_000_000),
        account=st.integers(0, ACCOUNTS - 1),
        by_card=st.booleans(),
        is_kept=st.booleans(),
    )
    def pay(self, paise: int, account: int, *, by_card: bool, is_kept: bool) -> None:
        """A payment, kept or forgotten before its commit."""
        slip = None
        if by_card:
            epoch, number = self.scribe.epoch, self.scribe.number
            slip = a_card_slip(rrn=f"{epoch:02d}{number:010d}", invoice=f"{epoch:02d}{number:04d}")
        made: list[tuple[Receipt, SealedMessage]] = []

        def enter(books: Books) -> None:
            receipt = self.scribe.receipt(books, Money(paise), account=account, slip=slip)
            made.append((receipt, self.scribe.enter(books, receipt)))

        self.on_both(enter, is_kept=is_kept)
        assert made[0] == made[1]
        if is_kept:
            self.receipts.append(made[0][0])
            self.told.append(made[0][1])

    @rule()
    def note(self) -> None:
        """A message that is no payment."""
        told: list[SealedMessage] = []

        def tell(books: Books) -> None:
            told.append(
                self.scribe.sealed(books, ReceiptReprinted("KID07/2627/000001", 1, CASHIER_ID))
            )
            books.messages.close_entry(told[-1])

        self.on_both(tell)
        self.told.append(told[-1])

    @rule(which=st.integers(0, 10_000), fate=st.sampled_from(Fate), fates=st.integers(0, 5))
    def acknowledge(self, which: int, fate: Fate, fates: int) -> None:
        """Some message of old or new is acknowledged with all before it, perhaps again."""
        told = self.told[which % len(self.told)]
        first = max(1, told.message.sequence - fates)
        self.on_both(
            lambda books: void(self.scribe.acknowledge(books, told, first=first, fate=fate))
        )

    @precondition(lambda self: self.receipts)
    @rule(which=st.integers(0, 10_000), state=st.sampled_from([*PrintState, None]))
    def print_it(self, which: int, state: PrintState | None) -> None:
        """An attempt with an outcome, or cut off before it had one."""
        receipt_no = self.receipts[which % len(self.receipts)].payment.receipt_no

        def attempt(books: Books) -> None:
            copy_no = books.prints.copies_out(receipt_no)
            number = books.prints.note_attempt(receipt_no, copy_no, self.scribe.at)
            if state is not None:
                books.prints.note_outcome(number, PrintOutcome(state), self.scribe.at)

        self.on_both(attempt)

    @rule()
    def open_again(self) -> None:
        for ledger in self.ledgers:
            ledger.reopen()

    @rule()
    def begin_an_epoch(self) -> None:
        """A new key, as after an installation; the shift goes on."""
        before = self.scribe
        key = KeyPair.from_seed(bytes([before.epoch + 1]) * 32)
        self.scribe = Scribe(key, before.epoch + 1, before.at, 0, before.shift)
        self.on_both(self.scribe.enrol)

    @invariant()
    def both_say_the_same(self) -> None:
        if not self.told:
            return
        real, fake = (self.all_that_is_said(ledger) for ledger in self.ledgers)
        assert real == fake

    def all_that_is_said(self, ledger: Ledger) -> list[object]:
        with ledger.open_books() as books:
            return [
                books.messages.head(),
                books.messages.summary(),
                books.messages.unsent(5, 4_000),
                books.messages.run_from(1, 2, 3, 100_000),
                books.messages.rows(7),
                books.messages.set_aside(),
                books.messages.last_server_time_us(),
                books.payments.rows_of(TODAY),
                [books.payments.paid_here(str(FIRST_ACCOUNT + one)) for one in range(ACCOUNTS)],  # type: ignore[arg-type] # an AccountNo
                [books.payments.receipt(one.payment.receipt_no) for one in self.receipts[-2:]],
                [books.prints.last(one.payment.receipt_no) for one in self.receipts[-2:]],
            ]

    def teardown(self) -> None:
        check = self.real.check()
        self.real.close()
        self.folder.cleanup()
        assert check.problem == ""
        assert check.payments == len(self.receipts)
        if self.receipts:
            assert check.last_receipt_no == f"{SERIES}/2627/{len(self.receipts):06d}"


def void(_: object) -> None:
    """For a lambda whose value nobody wants."""


TestADayAtTheCounter = ADayAtTheCounter.TestCase
TestADayAtTheCounter.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
