"""Making a report: who may, of what, as of which moment, watched and stopped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.report import ReportKind
from counter_app.domain.report_selection import Selection
from counter_app.domain.shift import Role
from counter_app.use_cases.make_report import MakeReport
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, ReportStoppedError
from counter_app.wire.exchange import Person
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, FLOAT, SUPERVISOR_ID, TODAY, a_roster
from tests.fakes.books import FakeLedger
from tests.report_reading import fact_of, table_of
from tests.use_cases.counter import Counter, a_city_counter, refusal_of

DAY = Selection.of_day(TODAY)
RECEIPTS = 5


@pytest.fixture
def counter() -> Counter:
    """Five receipts of Rs 100."""
    counter = a_city_counter(*([Money.rupees(100)] * RECEIPTS))
    for account in range(1, RECEIPTS + 1):
        counter.takes(Money.rupees(100), account_no=str(account))
    return counter


def test_an_accountant_may_and_a_technician_may_not(counter: Counter) -> None:
    report = counter.make_report(ReportKind.CASH_SCROLL, DAY, ACCOUNTANT_ID)
    assert fact_of(report, "collected") == Money.rupees(500)
    technician = Person("T501", "VIKAS YADAV", "विकास यादव", Role.TECHNICIAN, "hash of 4711")
    with counter.ledger.open_books() as books:
        books.enrolment.keep_roster((*a_roster(), technician), counter.clock.now())
        books.commit()
    make = counter.make_report
    refusal = refusal_of(lambda: make(ReportKind.CASH_SCROLL, DAY, CashierId("T501")))
    assert refusal.code is RefusalCode.NOT_ALLOWED


def test_x_and_z_are_of_one_shift_that_there_is(counter: Counter) -> None:
    make = counter.make_report
    for wanted, kind, code in (
        (DAY, ReportKind.X, RefusalCode.REPORT_NOT_OF_SHIFT),
        (Selection.of_shift(9), ReportKind.X, RefusalCode.SHIFT_UNKNOWN),
        (Selection.of_shift(1), ReportKind.Z, RefusalCode.SHIFT_NOT_CLOSED),
    ):
        with pytest.raises(Refusal) as caught:
            make(kind, wanted, CASHIER_ID)
        assert caught.value.code is code
    report = make(ReportKind.X, Selection.of_shift(1), CASHIER_ID)
    assert fact_of(report, "drawer_expected") == FLOAT + Money.rupees(500)


def test_it_is_read_in_pieces_and_the_watch_hears_each(counter: Counter) -> None:
    heard: list[int] = []

    def watch(progress: ReportProgress) -> None:
        assert progress.step is ReportStep.READ
        heard.append(progress.done)

    make = MakeReport(counter.ledger, counter.clock, rows_at_once=2)
    report = make(ReportKind.CASH_SCROLL, DAY, CASHIER_ID, watch)
    assert heard == [0, 2, 4, 5]
    assert len(table_of(report, None).rows) == RECEIPTS


def test_a_payment_taken_meanwhile_is_in_the_next_report(counter: Counter) -> None:

    def watch(progress: ReportProgress) -> None:
        if progress.done == 2:
            counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2)

    make = MakeReport(counter.ledger, counter.clock, rows_at_once=2)
    report = make(ReportKind.DAY_BOOK, DAY, CASHIER_ID, watch)
    assert fact_of(report, "entries") == RECEIPTS + 1
    assert fact_of(make(ReportKind.DAY_BOOK, DAY, CASHIER_ID), "entries") == RECEIPTS + 2


def test_a_watch_stops_it(counter: Counter) -> None:
    def watch(progress: ReportProgress) -> None:
        if progress.done:
            raise ReportStoppedError

    make = MakeReport(counter.ledger, counter.clock, rows_at_once=2)
    with pytest.raises(ReportStoppedError):
        make(ReportKind.CASH_SCROLL, DAY, CASHIER_ID, watch)


def test_one_cashier_is_named_at_its_head(counter: Counter) -> None:
    report = counter.make_report(
        ReportKind.COLLECTION, Selection.of_day(TODAY, CASHIER_ID), CASHIER_ID
    )
    named = fact_of(report, "cashier")
    assert getattr(named, "en", "") == "SUNITA VERMA"


def test_days_have_their_table_by_day_and_the_date_in_each_row(counter: Counter) -> None:
    wanted = Selection(TODAY - timedelta(days=3), TODAY)
    collection = counter.make_report(ReportKind.COLLECTION, wanted, CASHIER_ID)
    assert [row[0] for row in table_of(collection, "by_day").rows] == [TODAY]
    scroll = counter.make_report(ReportKind.CASH_SCROLL, wanted, CASHIER_ID)
    assert [row[1] for row in table_of(scroll, None).rows] == [TODAY] * RECEIPTS


def test_what_can_be_chosen_are_the_shifts_of_two_weeks(counter: Counter) -> None:
    counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2)
    choices = counter.list_report_choices()
    assert choices.today == TODAY
    assert [one.shift_no for one in choices.shifts] == [2, 1]
    assert choices.people[CASHIER_ID].en == "SUNITA VERMA"
    assert counter.list_report_choices(TODAY - timedelta(days=30)).shifts == ()


def test_a_counter_without_a_certificate_makes_none() -> None:
    make = MakeReport(FakeLedger(), Counter().clock)
    refusal = refusal_of(lambda: make(ReportKind.COLLECTION, DAY, CASHIER_ID))
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN
