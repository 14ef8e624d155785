"""Verbs that only look: lists, status, the day's report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.ageing import alarm_of
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.day_report import report_of
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.money import Money
from counter_app.use_cases.place import place_of
from counter_app.use_cases.telling import certificate_of
from counter_app.use_cases.views import CounterStatus, OutboxView, ToldReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import ReceiptRow
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import BillsAsTold, Clock
    from counter_app.use_cases.views import Fated

MOST_OUTBOX_ROWS = 500


@dataclass(frozen=True, slots=True)
class ListReceipts:
    """The receipts of a day, in number order."""

    ledger: Ledger

    def __call__(self, business_date: date) -> tuple[ReceiptRow, ...]:
        """Rows of that business date."""
        with self.ledger.open_books() as books:
            return books.payments.rows_of(business_date)


@dataclass(frozen=True, slots=True)
class ViewOutbox:
    """What is unsent, and what waits for a person."""

    ledger: Ledger

    def __call__(self) -> OutboxView:
        """Summary, the oldest unsent messages, payments set aside, instruments that came back to the centre."""
        with self.ledger.open_books() as books:
            return OutboxView(
                summary=books.messages.summary(),
                rows=books.messages.rows(MOST_OUTBOX_ROWS),
                set_aside=tuple(_decided(books, one) for one in books.messages.set_aside()),
                told_returns=tuple(_still_to_undo(books)),
            )


def _decided(books: Books, fated: Fated) -> Fated:
    """The payment with what a person at the centre decided of it later."""
    told = books.results.matched(ReceiptNo.from_text(fated.receipt_no))
    if told is None:
        return fated
    return replace(
        fated,
        matched_to=told.account_no,
        matched_name_en=told.name_en,
        matched_name_hi=told.name_hi,
        decision=told.kind.value,
    )


def _still_to_undo(books: Books) -> Iterator[ToldReturn]:
    for told in books.results.told_returns():
        held = books.instruments.find(told.identity)
        if held is not None and held.state is not InstrumentState.RETURNED:
            on = date.fromisoformat(told.on)
            charge = Money(told.charge_paise)
            yield ToldReturn(told.identity, held.face, on, told.reason, charge)


@dataclass(frozen=True, slots=True)
class ViewStatus:
    """The facts of the status strip: from the books and signed acknowledgements, not from a cable."""

    ledger: Ledger
    bills: BillsAsTold
    clock: Clock
    reconcile_from_hour: int
    """From this hour on a day with payments is due to be reconciled; the day before is due at once."""
    are_settings_damaged: bool = False

    def __call__(self) -> CounterStatus:
        """As of now."""
        with self.ledger.open_books() as books:
            certificate = books.enrolment.certificate()
            unreconciled_day, differing = self._reconciling(books)
            return CounterStatus(
                counter_id=certificate.counter_id if certificate else "",
                counter_name=certificate.counter_name if certificate else "",
                outbox=books.messages.summary(),
                bills_as_on=self.bills.mark().as_on,
                stopped_because=books.messages.stopped_because(),
                is_enrolled=certificate is not None,
                are_settings_damaged=self.are_settings_damaged,
                open_matters=books.matters.open_count(),
                unreconciled_day=unreconciled_day,
                differing_payments=differing,
                undeposited=alarm_of(books.remittances.undeposited(), self.clock.now().date()),
            )

    def _reconciling(self, books: Books) -> tuple[date | None, int]:
        """The day that is due, and how many payments of it differed when it was compared last."""
        now, kept = self.clock.now(), books.reconciliations
        days = [kept.last_day_before(now.date())]
        if now.hour >= self.reconcile_from_hour and kept.count_on(now.date()):
            days.append(now.date())
        for day in days:
            last = kept.last(day) if day is not None else None
            if day is not None and (last is None or not last.is_settled):
                return day, last.differences if last is not None else 0
        return None, 0


@dataclass(frozen=True, slots=True)
class ReportDay:
    """The daily collection report's figures."""

    ledger: Ledger
    clock: Clock

    def __call__(self, business_date: date) -> DayReport:
        """Receipts and sums of that date. Raises Refusal COUNTER_NOT_ENROLLED."""
        with self.ledger.open_books() as books:
            place = place_of(certificate_of(books))
            rows = books.payments.rows_of(business_date)
            reconciled = books.reconciliations.last(business_date)
        report = report_of(place, business_date, rows, self.clock.now())
        return replace(report, reconciled=reconciled)
