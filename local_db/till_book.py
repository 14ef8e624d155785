"""Drawers: cash moved beside payments, openings, pauses. The only writer of cash_move, drawer_opening, shift_pause."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, insert, select, union_all

from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.shift import Pause, ShiftState
from counter_app.wire.messages import microseconds
from local_db.approval_book import approval_at, link_of_approval
from local_db.count_pen import count_at, post_count
from local_db.custody_rows import (
    cash_move,
    drawer_opening,
    handing,
    reversal,
    shift_close,
    shift_pause,
    slip,
)
from local_db.entry_book import post_entry
from local_db.rows import payment, shift
from local_db.shift_link import SHIFT_LINK
from local_db.standing import standing_of
from local_db.statements import Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from sqlalchemy import TableClause

    from counter_app.domain.ledger import Entry
    from counter_app.domain.shift_close import Standing
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row


def _binds(table: TableClause) -> list[str]:
    return [column.name for column in table.columns if column.name != "shift_link"]


_ADD_MOVE = Statement(insert(cash_move).values(shift_link=SHIFT_LINK), _binds(cash_move))
_ADD_OPENING = Statement(
    insert(drawer_opening).values(shift_link=SHIFT_LINK), _binds(drawer_opening)
)
_ADD_PAUSE = Statement(insert(shift_pause).values(shift_link=SHIFT_LINK), _binds(shift_pause))
_IS_CLOSED = Statement(select(shift_close.c.link).where(shift_close.c.shift_link == SHIFT_LINK))
_PAUSES = (
    select(
        shift_pause.c.state,
        shift_pause.c.by_id,
        shift_pause.c.business_date,
        shift_pause.c.at_us,
    )
    .where(shift_pause.c.shift_link == SHIFT_LINK)
    .order_by(shift_pause.c.link)
)
_PAUSES_OF = Statement(_PAUSES)
_MOVES_OF = Statement(
    select(
        cash_move.c.link,
        cash_move.c.move_id,
        cash_move.c.why,
        cash_move.c.amount_paise,
        cash_move.c.reason,
        cash_move.c.cashier_id,
        cash_move.c.receiver_id,
        cash_move.c.approval_link,
        cash_move.c.business_date,
        cash_move.c.at_us,
    )
    .where(cash_move.c.shift_link == SHIFT_LINK)
    .order_by(cash_move.c.link)
)
_OPENINGS_OF = Statement(
    select(
        drawer_opening.c.opening_id,
        drawer_opening.c.by_id,
        drawer_opening.c.why,
        drawer_opening.c.reason,
        drawer_opening.c.business_date,
        drawer_opening.c.at_us,
    )
    .where(drawer_opening.c.shift_link == SHIFT_LINK)
    .order_by(drawer_opening.c.link)
)
_NEWEST_DAYS = Statement(
    union_all(
        *(
            select(func.max(table.c.business_date))
            for table in (
                shift,
                payment,
                cash_move,
                drawer_opening,
                shift_close,
                reversal,
                handing,
                slip,
            )
        )
    )
)


class LedgerTillBook:
    """Port ``TillBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def post_move(self, move: CashMove, entry: Entry, told_by: SealedMessage) -> None:
        """Write a drop, paid in or paid out. Raises BrokenRuleError."""
        link = self._entry.link_of(told_by)
        self._pen.write(
            _ADD_MOVE,
            link=link,
            move_id=move.move_id.bytes,
            shift_id=move.shift_id.bytes,
            why=move.why.value,
            amount_paise=move.amount.paise,
            reason=move.reason,
            cashier_id=move.cashier_id,
            receiver_id=move.receiver_id or "",
            approval_link=link_of_approval(self._pen, move.approval),
            business_date=move.business_date.isoformat(),
            at_us=microseconds(move.at),
        )
        post_count(self._pen, link, move.count)
        post_entry(self._pen, link, entry)

    def post_opening(self, opening: DrawerOpening, told_by: SealedMessage) -> None:
        """Write that the drawer was opened without a payment."""
        self._pen.write(
            _ADD_OPENING,
            link=self._entry.link_of(told_by),
            opening_id=opening.opening_id.bytes,
            shift_id=opening.shift_id.bytes if opening.shift_id else None,
            by_id=opening.by,
            why=opening.why.value,
            reason=opening.reason,
            business_date=opening.business_date.isoformat(),
            at_us=microseconds(opening.at),
        )

    def post_pause(self, pause: Pause, told_by: SealedMessage) -> None:
        """Write that a shift was suspended or resumed. Raises BrokenRuleError."""
        self._pen.write(
            _ADD_PAUSE,
            link=self._entry.link_of(told_by),
            shift_id=pause.shift_id.bytes,
            state=pause.state.value,
            by_id=pause.by,
            business_date=pause.business_date.isoformat(),
            at_us=microseconds(pause.at),
        )

    def state_of(self, shift_id: UUID) -> ShiftState:
        """Where a shift stands."""
        if self._pen.row(_IS_CLOSED, shift_id=shift_id.bytes) is not None:
            return ShiftState.CLOSED
        pauses = self.pauses_of(shift_id)
        return pauses[-1].state if pauses else ShiftState.OPEN

    def standing(self, shift_id: UUID) -> Standing:
        """What a shift that is not closed should hold, by the entries, and the float that is out."""
        return standing_of(self._pen, shift_id)

    def moves_of(self, shift_id: UUID) -> tuple[CashMove, ...]:
        """Its drops, paid in and paid out, the oldest first."""
        rows = self._pen.rows(_MOVES_OF, shift_id=shift_id.bytes)
        return tuple(self._move(shift_id, row) for row in rows)

    def openings_of(self, shift_id: UUID) -> tuple[DrawerOpening, ...]:
        """When its drawer was opened without a payment, the oldest first."""
        return tuple(
            DrawerOpening(
                opening_id=UUID(bytes=opening_id),
                shift_id=shift_id,
                by=CashierId(by),
                why=OpeningWhy(why),
                reason=reason,
                business_date=date.fromisoformat(day),
                at=moment_of(at_us),
            )
            for opening_id, by, why, reason, day, at_us in self._pen.rows(
                _OPENINGS_OF, shift_id=shift_id.bytes
            )
        )

    def pauses_of(self, shift_id: UUID) -> tuple[Pause, ...]:
        """When it was suspended and resumed, the oldest first."""
        return tuple(
            Pause(
                shift_id, ShiftState(state), CashierId(by), date.fromisoformat(day), moment_of(at)
            )
            for state, by, day, at in self._pen.rows(_PAUSES_OF, shift_id=shift_id.bytes)
        )

    def newest_day(self) -> date | None:
        """The newest business date of shifts, payments and custody; None for empty books."""
        days = [day for (day,) in self._pen.rows(_NEWEST_DAYS) if day is not None]
        return date.fromisoformat(max(days)) if days else None

    def _move(self, shift_id: UUID, row: Row) -> CashMove:
        link, move_id, why, paise, reason, cashier_id, receiver_id, approved, day, at_us = row
        return CashMove(
            move_id=UUID(bytes=move_id),
            shift_id=shift_id,
            why=MoveWhy(why),
            amount=Money(paise),
            count=count_at(self._pen, link),
            reason=reason,
            cashier_id=CashierId(cashier_id),
            receiver_id=CashierId(receiver_id) if receiver_id else None,
            business_date=date.fromisoformat(day),
            at=moment_of(at_us),
            approval=approval_at(self._pen, approved),
        )
