"""Drawers and closed shifts in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.money import Money
from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import ProofOfSync, ShiftReceipts
from counter_app.domain.tender import TenderKind
from tests.fakes.drawers import standing_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.ledger import Entry
    from counter_app.domain.shift import Pause
    from counter_app.domain.shift_close import ShiftClose, Standing
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakeTillBook:
    """What happened to drawers beside payments."""

    pages: Callable[[], Pages]

    def post_move(self, move: CashMove, entry: Entry, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        is_drop = move.why is MoveWhy.DROP
        fits = (
            self.state_of(move.shift_id) is not ShiftState.CLOSED
            and is_drop == bool(move.receiver_id)
            and move.receiver_id != move.cashier_id
            and move.amount > Money(0)
            and entry.moved == move.amount
            and (move.count == NO_CASH or move.count.total == move.amount)
        )
        _insist(fits, move)
        pages.moves[link], pages.entries[link] = move, entry

    def post_opening(self, opening: DrawerOpening, told_by: SealedMessage) -> None:
        pages = self.pages()
        pages.openings[pages.link_of(told_by)] = opening

    def post_pause(self, pause: Pause, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        now = self.state_of(pause.shift_id)
        fits = now not in (ShiftState.CLOSED, pause.state) and pause.state is not ShiftState.CLOSED
        _insist(fits, pause)
        pages.pauses[link] = pause

    def state_of(self, shift_id: UUID) -> ShiftState:
        if any(one.shift_id == shift_id for one in self.pages().closes.values()):
            return ShiftState.CLOSED
        pauses = self.pauses_of(shift_id)
        return pauses[-1].state if pauses else ShiftState.OPEN

    def standing(self, shift_id: UUID) -> Standing:
        return standing_of(self.pages(), shift_id)

    def moves_of(self, shift_id: UUID) -> tuple[CashMove, ...]:
        return tuple(one for one in self.pages().moves.values() if one.shift_id == shift_id)

    def openings_of(self, shift_id: UUID) -> tuple[DrawerOpening, ...]:
        return tuple(one for one in self.pages().openings.values() if one.shift_id == shift_id)

    def pauses_of(self, shift_id: UUID) -> tuple[Pause, ...]:
        return tuple(one for one in self.pages().pauses.values() if one.shift_id == shift_id)

    def newest_day(self) -> date | None:
        pages = self.pages()
        days = {
            *(one.payment.business_date for one in pages.receipts.values()),
            *(one.business_date for one in pages.shifts.values()),
            *(one.business_date for one in pages.moves.values()),
            *(one.business_date for one in pages.openings.values()),
            *(one.business_date for one in pages.closes.values()),
            *(one.business_date for one in pages.reversals.values()),
            *(one.business_date for one in pages.handings.values()),
        }
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class FakeCloseBook:
    """Closed shifts."""

    pages: Callable[[], Pages]

    def post_close(self, close: ShiftClose, entry: Entry | None, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        cash = [one.counted.amount for one in close.lines if one.kind is TenderKind.CASH]
        parted = close.parted.float_left + close.parted.takings
        fits = (
            any(one.shift_id == close.shift_id for one in pages.shifts.values())
            and self.close_of(close.shift_id) is None
            and cash == [parted]
            and close.count.total == parted
            and close.chain_head == told_by.previous
        )
        _insist(fits, close)
        pages.closes[link] = close
        if entry is not None:
            pages.entries[link] = entry

    def close_of(self, shift_id: UUID) -> ShiftClose | None:
        closes = self.pages().closes.values()
        return next((one for one in closes if one.shift_id == shift_id), None)

    def closes_of(self, day: date) -> tuple[ShiftClose, ...]:
        return tuple(one for one in self.pages().closes.values() if one.business_date == day)

    def takings_waiting(self) -> tuple[ShiftClose, ...]:
        pages = self.pages()
        handed = {shift_id for one in pages.handings.values() for shift_id in one.shift_ids}
        return tuple(
            one
            for one in pages.closes.values()
            if one.parted.takings and one.shift_id not in handed
        )

    def floats_left(self) -> tuple[ShiftClose, ...]:
        pages = self.pages()
        taken = {one.taken_over_from for one in pages.shifts.values()}
        return tuple(
            one
            for one in pages.closes.values()
            if one.parted.float_left and one.shift_id not in taken
        )

    def receipts_of(self, shift_id: UUID) -> ShiftReceipts:
        close = self.close_of(shift_id)
        if close is not None:
            return ShiftReceipts(
                close.first_receipt_no, close.last_receipt_no, close.receipts, close.proof
            )
        pages = self.pages()
        paid = [
            (link, one.payment)
            for link, one in pages.receipts.items()
            if one.payment.shift_id == shift_id
        ]
        signed = [one.amount for link, one in paid if link <= pages.acknowledged_link]
        unsent = [one.amount for link, one in paid if link > pages.acknowledged_link]
        return ShiftReceipts(
            first_no=str(paid[0][1].receipt_no) if paid else "",
            last_no=str(paid[-1][1].receipt_no) if paid else "",
            count=len(paid),
            proof=ProofOfSync(
                acknowledged=len(signed),
                acknowledged_amount=Money.total(signed),
                unsent=len(unsent),
                unsent_amount=Money.total(unsent),
            ),
        )


def _insist(fits: bool, what: object) -> None:  # noqa: FBT001 - reads as a sentence
    if not fits:
        message = f"the books do not take {what}"
        raise ValueError(message)
