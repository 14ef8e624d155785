"""Whatever a day brings: every report comes to the ledger's figures, to the paisa, and any two agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.ledger import ACCOUNT_OF, EXCESS_OF, SHORT_OF, LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import ReportKind
from counter_app.domain.report_rows import COLLECTED
from counter_app.domain.report_selection import Selection
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.make_report import MakeReport
from tests.builders import SUPERVISOR_ID, TODAY
from tests.fakes.clock import FakeClock
from tests.report_days import Day, days
from tests.report_reading import column_of, fact_of, table_of, total_of

if TYPE_CHECKING:
    from counter_app.domain.report import Report

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(day: Day, kind: ReportKind, wanted: Selection | None = None) -> Report:
    return MakeReport(day.ledger, FakeClock(), rows_at_once=3)(
        kind, wanted or Selection.of_day(TODAY), SUPERVISOR_ID
    )


@SLOW
@given(days())
def test_all_ways_of_adding_up_the_collection_are_the_payments(day: Day) -> None:
    report = made(day, ReportKind.COLLECTION)
    for title in ("by_tender", "by_purpose", "by_category", "by_cashier", "by_head"):
        assert total_of(report, title, "amount") == day.collected
    assert fact_of(report, "collected") == day.collected
    assert total_of(made(day, ReportKind.CASH_SCROLL), None, "amount") == day.collected
    assert total_of(made(day, ReportKind.REALISATION), "receipts", "amount") == day.collected
    assert total_of(made(day, ReportKind.REALISATION), "by_head", "amount") == day.collected
    bars = Money.total(amount for bar in report.bars for _, amount in bar.parts)
    assert bars == day.collected


@SLOW
@given(days())
def test_each_tender_is_what_it_moved_in_the_ledger(day: Day) -> None:
    collection = made(day, ReportKind.COLLECTION)
    scroll = made(day, ReportKind.CASH_SCROLL)
    for kind in TenderKind:
        moved = day.paid_into(ACCOUNT_OF[kind])
        assert total_of(scroll, None, kind.value) == moved
        assert total_of(collection, "by_purpose", kind.value) == moved
        assert total_of(collection, "by_cashier", kind.value) == moved
    papers = total_of(made(day, ReportKind.PAPERS), "by_bank", "amount")
    assert papers == day.paid_into(LedgerAccount.CHEQUES_IN_HAND) + day.paid_into(
        LedgerAccount.DRAFTS_IN_HAND
    )
    listed = made(day, ReportKind.CARD_UPI)
    assert total_of(listed, "by_batch", "amount") == day.paid_into(LedgerAccount.CARD_CLEARING)
    assert total_of(listed, "upi_credits", "amount") == day.paid_into(LedgerAccount.UPI_CLEARING)


@SLOW
@given(days())
def test_the_net_collection_is_what_the_day_book_credited(day: Day) -> None:
    report = made(day, ReportKind.COLLECTION)
    rows = table_of(report, "summary").rows
    (net,) = [row[2] for row in rows if getattr(row[0], "key", "") == "net"]
    assert net == -Money.total(day.moved(account) for account in COLLECTED)


@SLOW
@given(days())
def test_the_day_book_moves_what_the_ledger_moved(day: Day) -> None:
    report = made(day, ReportKind.DAY_BOOK)
    accounts = table_of(report, "accounts")
    told = {getattr(row[0], "key", ""): (row[1] or ZERO, row[2] or ZERO) for row in accounts.rows}
    for account in LedgerAccount:
        assert told.get(f"ledger.{account}", (ZERO, ZERO)) == day.debit_and_credit(account)
    assert total_of(report, "entries", "debit") == total_of(report, "entries", "credit")
    assert total_of(report, "accounts", "difference") == ZERO
    running = column_of(table_of(report, "entries"), "running")
    assert not running or running[-1] == ZERO
    assert fact_of(report, "debits_and_credits") == total_of(report, "entries", "debit")


@SLOW
@given(days())
def test_every_number_is_accounted_for(day: Day) -> None:
    section = table_of(made(day, ReportKind.NUMBERS), "series")
    for row in section.rows:
        _, _, _, numbers, issued, reversed_, elsewhere, missing, printed, not_printed, _ = row
        counts = (issued, reversed_, elsewhere, missing)
        assert all(isinstance(one, int) for one in counts)
        assert sum(one for one in counts if isinstance(one, int)) == numbers
        assert missing == 0
        assert isinstance(printed, int)
        assert isinstance(not_printed, int)
        assert isinstance(issued, int)
        assert isinstance(reversed_, int)
        assert printed + not_printed == issued + reversed_
    ranges = table_of(made(day, ReportKind.NUMBERS), "ranges")
    assert total_of(made(day, ReportKind.NUMBERS), "ranges", "amount") == day.collected
    listed = sum(one for one in column_of(ranges, "numbers") if isinstance(one, int))
    assert listed >= len(day.receipts)


@SLOW
@given(days())
def test_short_and_excess_are_what_the_ledger_has(day: Day) -> None:
    report = made(day, ReportKind.SHORT_EXCESS)
    for head, accounts, side in (("short", SHORT_OF, 0), ("excess", EXCESS_OF, 1)):
        posted = Money.total(day.debit_and_credit(one)[side] for one in accounts.values())
        assert total_of(report, None, head) == posted


@SLOW
@given(days())
def test_what_is_cancelled_is_the_same_in_every_report(day: Day) -> None:
    undone = Money.total(one.amount for one in day.ledger.pages.reversals.values())
    assert total_of(made(day, ReportKind.CANCELLED), "cancelled_receipts", "amount") == undone
    assert total_of(made(day, ReportKind.CASH_SCROLL), None, "cancelled") == undone
    collection = made(day, ReportKind.COLLECTION)
    assert total_of(collection, "cancelled_receipts", "amount") == undone
    net = total_of(made(day, ReportKind.NUMBERS), "series", "net_amount")
    assert net == day.collected - undone


@SLOW
@given(days(), st.integers(1, 2))
def test_the_shifts_of_a_day_together_are_the_day(day: Day, at_once: int) -> None:
    make = MakeReport(day.ledger, FakeClock(), rows_at_once=at_once)
    of_shifts = [
        make(ReportKind.X, Selection.of_shift(shift.shift_no), SUPERVISOR_ID)
        for shift in day.ledger.pages.shifts.values()
    ]
    collected = [fact_of(report, "collected") for report in of_shifts]
    assert Money.total(one for one in collected if isinstance(one, Money)) == day.collected
    for report, shift in zip(of_shifts, day.ledger.pages.shifts.values(), strict=True):
        drawer = total_of(report, "drawer", "money_in") - total_of(report, "drawer", "money_out")
        assert drawer == fact_of(report, "drawer_expected")
        is_open = all(one.shift_id != shift.shift_id for one in day.ledger.pages.closes.values())
        assert day.drawer(shift.shift_id) == (drawer if is_open else ZERO)
