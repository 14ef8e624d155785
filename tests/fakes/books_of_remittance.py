"""From the closed drawer to the bank in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.ageing import CashIn, CashOut, cash_by_day, undeposited
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import SlipKind, SlipSeen, Takings
from counter_app.domain.remittance_rules import MAY_BE_SLIPPED, PAPERS, explained, handed_parts
from tests.fakes.books_of_instruments import FakeInstrumentBook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.ledger import Entry
    from counter_app.domain.remittance import BankAnswer, Handing, Slip
    from counter_app.domain.tender import TenderKind
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakeRemittanceBook:
    """Handings, slips and answers, on pages of their own."""

    pages: Callable[[], Pages]

    def takings_waiting(self) -> tuple[Takings, ...]:
        return tuple(one for one in self._all_takings() if not self.is_handed(one.shift_id))

    def is_handed(self, shift_id: UUID) -> bool:
        return any(shift_id in one.shift_ids for one in self.pages().handings.values())

    def handing(self, handing_id: UUID) -> Handing | None:
        made = self.pages().handings.values()
        return next((one for one in made if one.handing_id == handing_id), None)

    def cash_with_head(self) -> Money:
        return Money.total(
            posting.amount
            for entry in self.pages().entries.values()
            for posting in entry.postings
            if posting.account is LedgerAccount.CASH_WITH_HEAD
        )

    def last_slip_no(self) -> int:
        return max((one.slip_no for one in self.pages().slips.values()), default=0)

    def last_bank_account(self) -> str:
        accounts = [one.bank_account for one in self.pages().slips.values()]
        return accounts[-1] if accounts else ""

    def slip(self, slip_id: UUID) -> SlipSeen | None:
        return next((one for one in self._seen() if one.slip.slip_id == slip_id), None)

    def slips(self, most: int) -> tuple[SlipSeen, ...]:
        newest = sorted(self._seen(), key=lambda one: -one.slip.slip_no)
        answered = [one for one in newest if one.answer is not None][:most]
        return tuple(one for one in newest if one.answer is None or one in answered)

    def slip_of_reference(self, reference: str) -> int | None:
        answers = self.pages().answers.values()
        return next((one.slip_no for one in answers if one.reference == reference), None)

    def undeposited(self) -> tuple[Undeposited, ...]:
        pages = self.pages()
        answered = {one.slip_id for one in pages.answers.values()}
        went = [
            CashOut(one.slip_no, one.amount, one.slip_id in answered)
            for one in pages.slips.values()
            if one.kind is SlipKind.CASH
        ]
        sums: dict[tuple[date, TenderKind, int | None], Money] = {
            (one.day, one.kind, one.slip_no): one.amount for one in cash_by_day(self._came(), went)
        }
        waiting = {one.slip.slip_no for one in self._seen() if one.answer is None}
        for held in FakeInstrumentBook(self.pages).all_in(frozenset(InstrumentState)):
            if held.kind in PAPERS and _is_not_at_bank(held, waiting):
                key = (held.received_on, held.kind, held.slip_no)
                sums[key] = sums.get(key, ZERO) + held.face
        return undeposited(sums)

    def post_handing(self, handing: Handing, entry: Entry, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        waiting = {one.shift_id: one.amount for one in self.takings_waiting()}
        fits = (
            self.handing(handing.handing_id) is None
            and handing.receiver_id != handing.by
            and bool(handing.shift_ids)
            and all(one in waiting for one in handing.shift_ids)
            and handing.amount == Money.total(waiting[one] for one in handing.shift_ids)
        )
        if not fits:
            message = f"the books do not take {handing}"
            raise ValueError(message)
        pages.handings[link] = handing
        pages.entries[link] = entry

    def post_slip(self, slip: Slip, entry: Entry, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        slipped = {one.identity for made in pages.slips.values() for one in made.items}
        items = [one.identity for one in slip.items]
        sums = Money.total(one.amount for one in slip.items) + slip.count.total
        fits = (
            self.slip(slip.slip_id) is None
            and slip.slip_no == self.last_slip_no() + 1
            and sums == slip.amount
            and slip.amount > ZERO
            and not slipped & set(items)
            and len(set(items)) == len(items)
            and bool(items) == (slip.kind is SlipKind.PAPERS)
        )
        if not fits:
            message = f"the books do not take {slip}"
            raise ValueError(message)
        pages.slips[link] = slip
        pages.entries[link] = entry

    def post_answer(self, answer: BankAnswer, entry: Entry | None, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        seen = self.slip(answer.slip_id)
        fits = (
            seen is not None
            and seen.answer is None
            and self.slip_of_reference(answer.reference) is None
            and answer.accepted == explained(seen.slip, answer.differences)
        )
        if not fits:
            message = f"the books do not take {answer}"
            raise ValueError(message)
        pages.answers[link] = answer
        if entry is not None:
            pages.entries[link] = entry

    def _seen(self) -> list[SlipSeen]:
        pages = self.pages()
        answers = {one.slip_id: one for one in pages.answers.values()}
        return [SlipSeen(one, answers.get(one.slip_id)) for one in pages.slips.values()]

    def _all_takings(self) -> list[Takings]:
        pages = self.pages()
        shifts = {one.shift_id: one for one in pages.shifts.values()}
        return [
            Takings(
                one.shift_id,
                one.shift_no,
                one.cashier_id,
                shifts[one.shift_id].business_date,
                one.business_date,
                one.parted.takings,
            )
            for one in pages.closes.values()
            if one.parted.takings
        ]

    def _came(self) -> list[CashIn]:
        """What left the drawers; a place by the link of the drop or the close."""
        pages = self.pages()
        closed = {one.shift_id: link for link, one in pages.closes.items()}
        came = [
            CashIn(one.business_date, link, one.amount)
            for link, one in pages.moves.items()
            if one.why is MoveWhy.DROP
        ]
        came += [
            CashIn(one.business_date, closed[one.shift_id], one.amount)
            for one in self.takings_waiting()
        ]
        for made in pages.handings.values():
            takings = sorted(
                (one for one in self._all_takings() if one.shift_id in made.shift_ids),
                key=lambda one: one.shift_no,
            )
            parts = handed_parts(tuple(takings), made.count.total)
            came += [CashIn(one.business_date, closed[one.shift_id], part) for one, part in parts]
        return came


def _is_not_at_bank(held: HeldInstrument, waiting: set[int]) -> bool:
    """Here, or on a slip of which the bank has said nothing yet."""
    is_on_waiting_slip = held.state is InstrumentState.DEPOSITED and held.slip_no in waiting
    return held.state in MAY_BE_SLIPPED or is_on_waiting_slip
