"""What reports ask of every ledger, the fake and the real one alike (port ``ReportRows``)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import BookYear, CashierId
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.domain.report import Names
from counter_app.domain.report_selection import Cut, Selection
from counter_app.domain.tender import identity_of
from tests.agreements.books_at_hand import LEDGERS, take, told
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    PAYABLE,
    SERIES,
    SUPERVISOR_ID,
    TODAY,
    a_card_slip,
    a_line,
    a_payment_id,
    a_word,
    an_account,
    an_order,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)
from tests.local_db.year import Scribe
from tests.report_played import played_day

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.report_rows import EntryLine, ReceiptLine
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Ledger

ALL = 1000
DAY = Selection.of_day(TODAY)
YEAR = BookYear(2026)


def receipts(ledger: Ledger, wanted: Selection = DAY) -> tuple[ReceiptLine, ...]:
    with ledger.open_books() as books:
        return books.report_rows.receipts(wanted, books.report_rows.cut(), 0, ALL)


def entries(ledger: Ledger, wanted: Selection = DAY) -> tuple[EntryLine, ...]:
    with ledger.open_books() as books:
        return books.report_rows.entries(wanted, books.report_rows.cut(), 0, ALL)


def a_mixed_day(ledger: Ledger, scribe: Scribe) -> None:
    """A cheque over two accounts, a card over two, UPI, a draft, a word, prints, one acknowledged, one returned."""
    with ledger.open_books() as books:
        other = an_account()
        shop = (
            a_line(Money.rupees(1000), shown=PAYABLE, payment_id=a_payment_id(11)),
            a_line(
                Money.rupees(700),
                purpose="security_deposit",
                reference="SD/7",
                payment_id=a_payment_id(12),
            ),
        )
        order = an_order_of(
            *shop,
            tenders=(cheque(Money.rupees(1200)), cash(Money.rupees(500), Money.rupees(600))),
            payer="KANPUR SHOE HOUSE",
            word=a_word(CaveatCode.PART_COUNT, CaveatCode.SAME_PAYMENT),
        )
        scribe.order(books, order, other, other)
        tenders: tuple[Tender, ...] = (upi(PAYABLE), draft(PAYABLE), card(PAYABLE))
        for place, tender in enumerate(tenders, start=21):
            scribe.at += timedelta(minutes=1)
            scribe.order(
                books, an_order(PAYABLE, tender, payment_id=a_payment_id(place)), an_account()
            )
        lines = tuple(
            a_line(
                Money.rupees(300),
                purpose="theft_assessment",
                reference=f"TA/{place}",
                payment_id=a_payment_id(place),
            )
            for place in (31, 32)
        )
        slip = a_card_slip(rrn="632711004599", invoice="000299")
        order = an_order_of(*lines, tenders=(card(Money.rupees(600), slip),))
        first, _ = scribe.order(books, order, other, other)
        attempt = books.prints.note_attempt(first.payment.receipt_no, 0, scribe.at)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.PRINTED), scribe.at)
        books.prints.note_attempt(first.payment.receipt_no, 1, scribe.at)
        identity = identity_of(cheque(Money.rupees(1200)))
        scribe.step(books, identity, InstrumentState.LISTED)
        scribe.step(books, identity, InstrumentState.DEPOSITED)
        scribe.step(books, identity, InstrumentState.RETURNED, "funds insufficient")
        books.commit()


def both(folder: Path) -> list[tuple[object, ...]]:
    """The same day in each ledger, and all its rows by several selections."""
    told_by_each = []
    for name in sorted(LEDGERS):
        with LEDGERS[name](folder) as ledger:
            scribe = Scribe()
            with ledger.open_books() as books:
                scribe.enrol(books)
                scribe.open_shift(books)
                books.commit()
            sealed = told(ledger, scribe)
            with ledger.open_books() as books:
                scribe.acknowledge(books, sealed)
                books.commit()
            a_mixed_day(ledger, scribe)
            told_by_each.append(all_rows(ledger))
    return told_by_each


def all_rows(ledger: Ledger) -> tuple[object, ...]:
    with ledger.open_books() as books:
        rows, cut = books.report_rows, books.report_rows.cut()
        return (
            cut,
            rows.people(),
            *(
                (
                    rows.receipts(wanted, cut, 0, ALL),
                    rows.reversals(wanted, cut),
                    rows.returns(wanted, cut),
                    rows.shifts(wanted, cut),
                    rows.closes(wanted, cut),
                    rows.handings(wanted, cut),
                    rows.moves(wanted, cut),
                    rows.openings(wanted, cut),
                    rows.approvals(wanted, cut),
                    rows.entries(wanted, cut, 0, ALL),
                )
                for wanted in (
                    DAY,
                    Selection.of_shift(1),
                    Selection.of_shift(2),
                    Selection.of_day(TODAY, CASHIER_ID),
                    Selection.of_day(TODAY, SUPERVISOR_ID),
                    Selection.of_day(TODAY - timedelta(days=1)),
                )
            ),
        )


def test_fake_and_file_give_the_same_rows(tmp_path: Path) -> None:
    fake, real = both(tmp_path)
    assert len(fake) == len(real)
    for ours, theirs in zip(fake, real, strict=True):
        assert ours == theirs


def test_fake_and_file_give_the_same_rows_of_a_whole_day(tmp_path: Path) -> None:
    told_by_each = []
    for name in sorted(LEDGERS):
        with LEDGERS[name](tmp_path) as ledger:
            played_day(ledger)
            told_by_each.append(all_rows(ledger))
    fake, real = told_by_each
    for ours, theirs in zip(fake, real, strict=True):
        assert ours == theirs


def test_a_receipt_comes_with_all_that_reports_ask(ledger: Ledger, scribe: Scribe) -> None:
    a_mixed_day(ledger, scribe)
    first, second, by_upi, *_ = receipts(ledger)
    assert (str(first.receipt_no), first.shift_no, first.amount) == (
        "KID07/2627/000001",
        1,
        Money.rupees(1000),
    )
    assert first.cashier == Names("SUNITA VERMA", "सुनीता वर्मा")
    assert (first.category, first.bill_no, first.bill_month) == ("LMV-1", "261141200123", "2026-11")
    assert (second.purpose, second.reference) == ("security_deposit", "SD/7")
    assert second.account is LedgerAccount.DEPOSIT_RECEIVED
    assert (second.group_link, second.group_place, second.group_size) == (first.link, 2, 2)
    assert [part.tender.amount for part in second.tenders] == [
        Money.rupees(200),
        Money.rupees(500),
    ]
    assert second.tenders[0].state is InstrumentState.RETURNED
    assert by_upi.tenders[0].state is InstrumentState.CLAIMED


def test_a_day_is_read_in_pieces_that_together_are_the_day(ledger: Ledger, scribe: Scribe) -> None:
    a_mixed_day(ledger, scribe)
    whole, booked = receipts(ledger), entries(ledger)
    seen: list[ReceiptLine] = []
    entered: list[EntryLine] = []
    after = entered_after = 0
    with ledger.open_books() as books:
        rows, cut = books.report_rows, books.report_rows.cut()
        while piece := rows.receipts(DAY, cut, after, 2):
            seen += piece
            after = piece[-1].link
        while some := rows.entries(DAY, cut, entered_after, 2):
            entered += some
            entered_after = some[-1].link
    assert tuple(seen) == whole
    assert tuple(entered) == booked


def test_nothing_above_the_cut_is_told(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        before = books.report_rows.cut()
    a_mixed_day(ledger, scribe)
    with ledger.open_books() as books:
        rows = books.report_rows
        assert rows.receipts(DAY, before, 0, ALL) == ()
        assert rows.returns(DAY, before) == ()
        assert rows.approvals(DAY, before) == ()
        assert rows.numbers(SERIES, YEAR, 1, ALL, before) == frozenset()
        assert [line.amount for line in rows.approvals(DAY, rows.cut())] == [Money.rupees(1700)]
        (shift,) = rows.shifts(DAY, before)
    assert shift.drawer == FLOAT


def test_a_state_is_as_of_the_cut(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        order = an_order(PAYABLE, cheque(PAYABLE), payment_id=a_payment_id(41))
        scribe.order(books, order, an_account())
        cut = books.report_rows.cut()
        scribe.step(books, identity_of(cheque(PAYABLE)), InstrumentState.LISTED)
        (before,) = books.report_rows.receipts(DAY, cut, 0, ALL)
        (after,) = books.report_rows.receipts(DAY, books.report_rows.cut(), 0, ALL)
    assert before.tenders[0].state is InstrumentState.RECEIVED
    assert after.tenders[0].state is InstrumentState.LISTED


def test_which_numbers_the_books_hold(ledger: Ledger, scribe: Scribe) -> None:
    for _ in range(3):
        take(ledger, scribe)
    with ledger.open_books() as books:
        cut = books.report_rows.cut()
        assert books.report_rows.numbers(SERIES, YEAR, 2, 9, cut) == {2, 3}
        assert books.report_rows.numbers("OTHER", YEAR, 1, 9, cut) == frozenset()


def test_empty_books_have_a_cut_and_no_rows(empty: Ledger) -> None:
    assert receipts(empty) == ()
    assert entries(empty) == ()
    with empty.open_books() as books:
        assert books.report_rows.cut() == Cut(0, 0, bytes(32))
        assert books.report_rows.people() == {}
        assert books.report_rows.approvals(DAY, books.report_rows.cut()) == ()


def test_what_the_centre_signed_for_is_told_as_of_the_cut(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    with ledger.open_books() as books:
        unsigned = books.report_rows.cut()
        scribe.acknowledge(books, sealed)
        books.commit()
    with ledger.open_books() as books:
        rows = books.report_rows
        assert not rows.receipts(DAY, unsigned, 0, ALL)[0].is_acknowledged
        (line,) = rows.receipts(DAY, rows.cut(), 0, ALL)
    assert line.is_acknowledged
    assert line.fate == "POSTED"


def test_the_entries_of_a_day_balance_and_are_the_payments(ledger: Ledger, scribe: Scribe) -> None:
    a_mixed_day(ledger, scribe)
    lines = entries(ledger)
    assert Money.total(part.amount for line in lines for part in line.postings) == ZERO
    paid = [line for line in lines if line.kind == "payment_taken"]
    assert [line.about for line in paid] == [str(one.receipt_no) for one in receipts(ledger)]
    assert [line.kind for line in lines if line.kind != "payment_taken"] == [
        "shift_opened",
        "instrument_returned",
    ]


def test_a_stranger_is_called_by_the_id(ledger: Ledger, scribe: Scribe) -> None:
    a_mixed_day(ledger, scribe)
    with ledger.open_books() as books:
        books.enrolment.keep_roster((), scribe.at)
        people = books.report_rows.people()
    assert CashierId("nobody") not in people
