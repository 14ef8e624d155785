"""A ledger for tests that go behind the books' back: written by the books, then opened as plain SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import identity_of
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind, ResultTold
from counter_app.wire.rules import PolicyTold, rule_told
from local_db.engine import ledger_connection, open_ledger
from tests.builders import (
    CASHIER_ID,
    NOW,
    PAYABLE,
    a_bill,
    a_card_slip,
    a_consumer,
    a_line,
    a_paper,
    a_payment_id,
    a_receipt_no,
    a_rule,
    a_word,
    an_account,
    an_order_of,
    card,
    cheque,
    upi,
)
from tests.days_compared import a_reconciliation
from tests.local_db import copies_written, people_written, till_scribe
from tests.local_db.year import Scribe
from tests.reversals import a_reversal

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.cipher import Connection

KEY = bytes(range(32))


def a_small_ledger(path: Path) -> None:
    """Link 1 a shift, 2 a cash payment, 3 a card payment; 1 and 2 are acknowledged; one print."""
    ledger = open_ledger(path, KEY)
    scribe = Scribe()
    with ledger.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books)
        cash = scribe.enter(books, scribe.receipt(books))
        by_card = scribe.receipt(books, slip=a_card_slip())
        scribe.enter(books, by_card)
        books.commit()
    with ledger.open_books() as books:
        scribe.acknowledge(books, cash, fate=Fate.UNKNOWN_ACCOUNT)
        books.prints.note_attempt(by_card.payment.receipt_no, 0, NOW)
        books.commit()
    ledger.close()


def an_office_ledger(path: Path) -> None:
    """A row in every table. Link 1 a shift, 2 a word, 3 and 4 a group paid by one cheque and by card, 5 in suspense.

    Then 6 to 10: the cheque listed, deposited and returned, a rule set here, a note; and a reconciliation. 11 and 12:
    the payment in suspense reversed, under an approval. 13 to 15: a temporary cashier made and ended, a PIN set; and a
    wrong PIN. 16 to 21: another shift, a drop, an opening, a pause and its end, a close with a rupee short. 22: a
    receipt asked for by SMS.
    """
    ledger = open_ledger(path, KEY)
    scribe = Scribe()
    paper = a_paper("004512")
    with ledger.open_books() as books:
        scribe.enrol(books)
        books.rules.keep_policy(PolicyTold(1, (rule_told(a_rule(RuleName.PART_COUNT)),)), NOW)
        opened = scribe.open_shift(books)
        lines = [
            a_line(
                Money(300_00), payment_id=a_payment_id(1), account_no="7412000001", shown=PAYABLE
            ),
            a_line(
                Money(200_00), payment_id=a_payment_id(2), account_no="7412000002", shown=PAYABLE
            ),
        ]
        accounts = [
            an_account(
                a_bill(bill_no=f"B{line.account_no}", account_no=line.account_no),
                consumer=a_consumer(line.account_no),
            )
            for line in lines
        ]
        tenders = (cheque(Money(400_00), paper), card(Money(100_00)))
        word = a_word(CaveatCode.PART_BELOW_MINIMUM)
        scribe.order(books, an_order_of(*lines, tenders=tenders, word=word), *accounts)
        noted = NotedConsumer("RAMESH", account_no="9900000001")
        unknown = a_line(
            Money(50_00), payment_id=a_payment_id(3), account_no=noted.account_no, noted=noted
        )
        (in_suspense,) = scribe.order(
            books, an_order_of(unknown, tenders=(upi(Money(50_00)),)), None
        )
        identity = identity_of(cheque(Money(400_00), paper))
        for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
            scribe.step(books, identity, state)
        last = scribe.step(books, identity, InstrumentState.RETURNED, "funds insufficient")
        assert last.state is InstrumentState.RETURNED
        scribe.rule(books, a_rule(RuleName.ADVANCE, is_local=True, version=1))
        scribe.note(books, "1/5")
        scribe.reverse(books, a_reversal(in_suspense.payment))
        books.reconciliations.keep(a_reconciliation(), b"signed")
        people_written.make(books, scribe)
        people_written.end(books, scribe)
        people_written.set_pin(books, scribe, "8026")
        books.pin_tries.note(CASHIER_ID, "sign_in", NOW, is_right=False)
        till_scribe.a_worked_shift(books, scribe)
        copies_written.ask(books, scribe)
        books.commit()
    with ledger.open_books() as books:
        receipt_no = a_receipt_no(1)
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.PRINTED), NOW)
        books.results.keep((ResultTold(1, ResultKind.SUSPENSE_MATCHED, 1, 1, receipt_no="R"),), NOW)
        books.messages.stop_taking_payments("fork", NOW)
        scribe.acknowledge(books, opened)
        books.commit()
    ledger.close()


def behind_the_books(path: Path) -> Connection:
    """The file as plain SQL, with the ledger's own settings."""
    return ledger_connection(path, KEY)


def without_rules(path: Path, *statements: str) -> None:
    """Do what no book would: drop every trigger, change the file, and put the triggers back."""
    connection = behind_the_books(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()
