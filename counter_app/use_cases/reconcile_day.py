"""Reconcile a day with the centre: send what is unsent, ask for the centre's payments, compare, keep the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.reconciliation import KeptThere, TheCentre, as_acknowledged, compare
from counter_app.use_cases.place import place_of
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched
from counter_app.use_cases.telling import certificate_of
from counter_app.use_cases.views import DayCompared
from counter_app.wire.days import DayPayments, PaymentKept, day_digest

if TYPE_CHECKING:
    from counter_app.domain.reconciliation import TakenHere
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, Clock
    from counter_app.use_cases.push_outbox import PushOutbox
    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.exchange import DayTotals, EpochDay


@dataclass(frozen=True, slots=True)
class ReconcileDay:
    """The verb. It talks with no transaction open; the sync lane lets no other round in between."""

    ledger: Ledger
    server: BillingServer
    push: PushOutbox
    clock: Clock

    def __call__(self, business_date: date, watch: Watch = unwatched) -> DayCompared:
        """The day compared. When the centre cannot be asked: why, and what is known from acknowledgements.

        Raises Refusal COUNTER_NOT_ENROLLED, and RoundStoppedError of the watch: then nothing is kept but what
        was sent and acknowledged.
        """
        self._send(watch)
        with self.ledger.open_books() as books:
            place = place_of(certificate_of(books))
            taken = books.reconciliations.taken_on(business_date)
        try:
            totals, signed = self.server.signed_day(business_date)
            centre = self._ask(business_date, totals, taken, watch)
        except Fault as fault:
            now = self.clock.now()
            with self.ledger.open_books() as books:
                last = books.reconciliations.last(business_date)
            return DayCompared(as_acknowledged(place, business_date, now, taken), last, fault.code)
        with self.ledger.open_books() as books:
            found = (books.reconciliations.taken_as(*name) for name in _not_of_day(taken, centre))
            elsewhere = tuple(one for one in found if one is not None)
            made = compare(place, business_date, self.clock.now(), taken, centre, elsewhere)
            books.reconciliations.keep(made, signed)
            last = books.reconciliations.last(business_date)
            books.commit()
        return DayCompared(made, last)

    def _send(self, watch: Watch) -> None:
        """What can be sent goes first; what cannot stays unsent and is shown so."""
        try:
            self.push(watch)
        except Fault as fault:
            if fault.code is FaultCode.COMMIT_UNKNOWN:
                raise

    def _ask(
        self, business_date: date, totals: DayTotals, taken: tuple[TakenHere, ...], watch: Watch
    ) -> TheCentre:
        """What the centre keeps. Payments are asked for one by one only where a sum does not prove them."""
        if totals.count and not totals.epochs:
            raise Fault(FaultCode.SERVER_NOT_OURS, "a day without its epochs: an older centre")
        payments: list[KeptThere] = []
        not_entered: set[tuple[int, int]] = set()
        for told in totals.epochs:
            of_epoch = [one for one in taken if one.epoch == told.epoch]
            ours = [one for one in of_epoch if one.sequence <= told.upto]
            expected = [_as_kept(one) for one in ours]
            if day_digest(expected) == told.digest:
                payments += [_kept_there(told.epoch, one) for one in expected]
                continue
            kept, left_out = self._list(business_date, told, ours, watch)
            payments += kept
            not_entered |= {(told.epoch, sequence) for sequence in left_out}
        uptos = {told.epoch: told.upto for told in totals.epochs}
        return TheCentre(uptos, tuple(payments), frozenset(not_entered))

    def _list(
        self, business_date: date, told: EpochDay, ours: list[TakenHere], watch: Watch
    ) -> tuple[list[KeptThere], list[int]]:
        """Page after page of one epoch; together they are what the sum was of."""
        sequences = [one.sequence for one in ours]
        first, last = min(sequences, default=0), max(sequences, default=0)
        kept: list[PaymentKept] = []
        not_entered: list[int] = []
        page: DayPayments | None = None
        while page is None or not page.is_last:
            watch(RoundProgress(RoundStep.COMPARE, len(kept), max(told.count, len(kept))))
            after = page.upto if page is not None else 0
            page = self.server.day_payments(told.epoch, business_date, after, first, last)
            if not page.is_last and page.upto <= after:
                raise Fault(FaultCode.SERVER_NOT_OURS, f"a page that ends at {page.upto}")
            kept += page.payments
            not_entered += page.not_entered
        day = business_date.isoformat()
        if day_digest(one for one in kept if one.business_date == day) != told.digest:
            raise Fault(FaultCode.SERVER_NOT_OURS, "payments that are not what the sum was of")
        return [_kept_there(told.epoch, one) for one in kept], not_entered


def _as_kept(one: TakenHere) -> PaymentKept:
    return PaymentKept(
        sequence=one.sequence,
        receipt_no=one.receipt_no,
        amount_paise=one.amount.paise,
        fate=one.fate,
        business_date=one.business_date.isoformat(),
        tenders=tuple((kind, amount.paise) for kind, amount in one.tenders),
    )


def _kept_there(epoch: int, one: PaymentKept) -> KeptThere:
    """Raises Fault SERVER_NOT_OURS for a date that is none."""
    try:
        day = date.fromisoformat(one.business_date)
    except ValueError as error:
        raise Fault(FaultCode.SERVER_NOT_OURS, str(error)) from error
    return KeptThere(
        epoch=epoch,
        sequence=one.sequence,
        receipt_no=one.receipt_no,
        amount=Money(one.amount_paise),
        tenders=tuple((kind, Money(paise)) for kind, paise in one.tenders),
        business_date=day,
        fate=one.fate,
    )


def _not_of_day(taken: tuple[TakenHere, ...], centre: TheCentre) -> list[tuple[int, int]]:
    """Names of messages that the centre keeps and that are none of our day."""
    ours = {(one.epoch, one.sequence) for one in taken}
    names = {(one.epoch, one.sequence) for one in centre.payments}
    return sorted(names - ours)
