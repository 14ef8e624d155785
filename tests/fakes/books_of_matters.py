"""What a supervisor works through, and daily reconciliations, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.matter import FatedMessage, LaterDecision, matters_of
from counter_app.domain.money import Money
from counter_app.domain.reconciliation import Reconciled, TakenHere
from counter_app.domain.tender import kind_of
from tests.fakes.books_of_instruments import FakeInstrumentBook
from tests.fakes.books_of_messages import kind_of_body
from tests.fakes.pages import moment_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.matter import Matter, MatterNote
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.wire.messages import SealedMessage
    from counter_app.wire.results import ResultTold
    from tests.fakes.pages import Pages

PLAIN = {"POSTED", "NOTED"}


@dataclass(frozen=True, slots=True)
class FakeMatterBook:
    """Read from fates and results; notes stand on a page of their own."""

    pages: Callable[[], Pages]

    def matters(self) -> tuple[Matter, ...]:
        pages = self.pages()
        decided = {one.receipt_no for one in pages.results}
        fated = [
            self._fated(link)
            for link, told in sorted(pages.fates.items())
            if told.fate not in PLAIN or self._receipt_no(link) in decided - {""}
        ]
        held = FakeInstrumentBook(self.pages).all_in(frozenset({InstrumentState.RETURNED}))
        return matters_of(
            fated,
            map(_decision, pages.results),
            pages.notes.values(),
            frozenset(one.identity for one in held),
        )

    def open_count(self) -> int:
        return sum(one.is_open for one in self.matters())

    def post_note(self, note: MatterNote, told_by: SealedMessage) -> None:
        pages = self.pages()
        if note.through > len(pages.results):
            message = "a note knows of what was not decided"
            raise ValueError(message)
        pages.notes[pages.link_of(told_by)] = note

    def _receipt_no(self, link: int) -> str:
        receipt = self.pages().receipts.get(link)
        return str(receipt.payment.receipt_no) if receipt else ""

    def _fated(self, link: int) -> FatedMessage:
        pages = self.pages()
        sealed, told, receipt = (
            pages.messages[link - 1],
            pages.fates[link],
            pages.receipts.get(link),
        )
        return FatedMessage(
            epoch=sealed.message.epoch,
            sequence=sealed.message.sequence,
            kind=kind_of_body(sealed),
            fate=told.fate,
            reference=told.reference,
            told_at=moment_of(sealed.message.clock.utc_us),
            receipt_no=self._receipt_no(link),
            account_no=receipt.payment.consumer.account_no if receipt else "",
            amount=receipt.payment.amount if receipt else None,
        )


def _decision(told: ResultTold) -> LaterDecision:
    return LaterDecision(
        told.number,
        told.kind,
        moment_of(told.at_us),
        Money(told.amount_paise),
        told.receipt_no,
        told.account_no,
        told.name_en,
        told.name_hi,
        told.identity,
        date.fromisoformat(told.on) if told.on else None,
        told.reason,
        told.month,
    )


@dataclass(frozen=True, slots=True)
class FakeReconciliationBook:
    """Kept in the order they were made."""

    pages: Callable[[], Pages]

    def keep(self, made: Reconciliation, signed: bytes) -> None:
        if not signed:
            message = "a reconciliation without its proof"
            raise ValueError(message)
        self.pages().reconciliations.append((made, signed))

    def last(self, business_date: date) -> Reconciled | None:
        of_day = [
            one for one, _ in self.pages().reconciliations if one.business_date == business_date
        ]
        if not of_day:
            return None
        made = of_day[-1]
        return Reconciled(
            made.made_at,
            made.is_equal,
            len(made.differences),
            made.total.unsent.count,
            self.count_on(business_date) - made.total.here.count,
        )

    def taken_on(self, business_date: date) -> tuple[TakenHere, ...]:
        receipts = sorted(self.pages().receipts.items())
        return tuple(
            self._taken(link, one)
            for link, one in receipts
            if one.payment.business_date == business_date
        )

    def taken_as(self, epoch: int, sequence: int) -> TakenHere | None:
        pages = self.pages()
        for link, receipt in pages.receipts.items():
            told = pages.messages[link - 1].message
            if (told.epoch, told.sequence) == (epoch, sequence):
                return self._taken(link, receipt)
        return None

    def count_on(self, business_date: date) -> int:
        return len(self.taken_on(business_date))

    def last_day_before(self, day: date) -> date | None:
        days = {one.payment.business_date for one in self.pages().receipts.values()}
        return max((one for one in days if one < day), default=None)

    def _taken(self, link: int, receipt: Receipt) -> TakenHere:
        pages, payment = self.pages(), receipt.payment
        told, fate = pages.messages[link - 1].message, pages.fates.get(link)
        tenders = sorted((str(kind_of(one)), one.amount.paise) for one in payment.tenders)
        return TakenHere(
            told.epoch,
            told.sequence,
            str(payment.receipt_no),
            payment.amount,
            tuple((kind, Money(paise)) for kind, paise in tenders),
            payment.business_date,
            str(fate.fate) if fate else "",
        )
