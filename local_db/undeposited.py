"""Money that is not with the bank yet, kept while the program runs: the status strip asks after every payment.

Rows are never changed, so what was read stays true. Cash is worked out again only when a drop, close, handing, slip or
answer was added, papers by their steps since. What a unit of work wrote itself is in nothing that is kept.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, literal_column, select

from counter_app.domain.ageing import CashIn, CashOut, cash_by_day, undeposited
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import SlipKind, Takings
from counter_app.domain.remittance_rules import MAY_BE_SLIPPED, handed_parts
from counter_app.domain.tender import TenderKind
from local_db.custody_rows import (
    bank_answer,
    cash_move,
    handed_shift,
    handing,
    shift_close,
    slip,
    slip_item,
)
from local_db.rows import instrument, instrument_step, message, payment, shift, tender
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from counter_app.domain.ageing import Undeposited
    from local_db.pen import Pen

_TABLES = (cash_move, shift_close, handing, slip, bank_answer)
_NEWEST = Statement(
    select(
        *(
            select(func.coalesce(func.max(table.c.link), NOUGHT)).scalar_subquery()
            for table in _TABLES
        )
    )
)
_LAST_LINK = Statement(select(func.coalesce(func.max(message.c.link), NOUGHT)))
_DROPS = Statement(
    select(cash_move.c.business_date, cash_move.c.link, cash_move.c.amount_paise).where(
        cash_move.c.why == literal_column(f"'{MoveWhy.DROP.value}'")
    )
)
_TAKINGS = Statement(
    select(
        shift_close.c.link,
        shift.c.shift_id,
        shift.c.shift_no,
        shift.c.cashier_id,
        shift.c.business_date,
        shift_close.c.business_date,
        shift_close.c.takings_paise,
        handed_shift.c.link,
    )
    .select_from(shift_close)
    .join(shift, shift.c.link == shift_close.c.shift_link)
    .outerjoin(handed_shift, handed_shift.c.shift_link == shift_close.c.shift_link)
    .where(shift_close.c.takings_paise > NOUGHT)
    .order_by(shift_close.c.shift_link)
)
_COUNTED = Statement(select(handing.c.link, handing.c.counted_paise))
_CASH_SLIPS = Statement(
    select(slip.c.slip_no, slip.c.amount_paise, bank_answer.c.link)
    .select_from(slip)
    .outerjoin(bank_answer, bank_answer.c.slip_link == slip.c.link)
    .where(slip.c.kind == literal_column(f"'{SlipKind.CASH.value}'"))
    .order_by(slip.c.slip_no)
)
_STEPS = Statement(
    select(
        instrument_step.c.owner_link,
        instrument_step.c.owner_line,
        instrument_step.c.state,
        payment.c.business_date,
        tender.c.kind,
        instrument.c.face_paise,
        slip.c.slip_no,
    )
    .select_from(instrument_step)
    .join(
        instrument,
        (instrument.c.link == instrument_step.c.owner_link)
        & (instrument.c.line == instrument_step.c.owner_line),
    )
    .join(tender, (tender.c.link == instrument.c.link) & (tender.c.line == instrument.c.line))
    .join(payment, payment.c.link == instrument.c.link)
    .outerjoin(slip, slip.c.link == instrument_step.c.link)
    .where(instrument_step.c.link > bindparam("above"), instrument_step.c.link <= bindparam("upto"))
    .order_by(instrument_step.c.link)
)
_ANSWERED = Statement(
    select(slip_item.c.owner_link, slip_item.c.owner_line)
    .select_from(bank_answer)
    .join(slip_item, slip_item.c.link == bank_answer.c.slip_link)
    .where(bank_answer.c.link > bindparam("above"), bank_answer.c.link <= bindparam("upto"))
)
_HERE = frozenset(state.value for state in MAY_BE_SLIPPED)
_PAPERS = (TenderKind.CHEQUE.value, TenderKind.DRAFT.value)


class UndepositedKept:
    """What one open ledger file says of it."""

    __slots__ = ("_cash", "_newest", "_papers", "_upto")

    def __init__(self) -> None:
        self._newest: tuple[int, ...] = ()
        self._cash: tuple[Undeposited, ...] = ()
        self._upto = 0
        self._papers: dict[tuple[int, int], tuple[date, TenderKind, int | None, Money]] = {}

    def lines(self, pen: Pen) -> tuple[Undeposited, ...]:
        """By day, kind and slip, the oldest first. What this unit of work wrote is not kept."""
        if not pen.is_clean:
            kept = (self._newest, self._cash, self._upto, dict(self._papers))
            try:
                return self._brought_up(pen)
            finally:
                self._newest, self._cash, self._upto, self._papers = kept
        return self._brought_up(pen)

    def _brought_up(self, pen: Pen) -> tuple[Undeposited, ...]:
        newest = pen.row(_NEWEST)
        assert newest is not None
        if newest != self._newest:
            self._cash, self._newest = _cash(pen), newest
        self._follow_papers(pen)
        sums: dict[tuple[date, TenderKind, int | None], Money] = {}
        for day, kind, slip_no, face in self._papers.values():
            sums[day, kind, slip_no] = sums.get((day, kind, slip_no), ZERO) + face
        sums |= {(one.day, one.kind, one.slip_no): one.amount for one in self._cash}
        return undeposited(sums)

    def _follow_papers(self, pen: Pen) -> None:
        last = int(pen.value(_LAST_LINK))
        between = {"above": self._upto, "upto": last}
        for link, line, state, day, kind, face, slip_no in pen.rows(_STEPS, **between):
            if kind not in _PAPERS:
                continue
            if state in _HERE or slip_no is not None:
                paper = (date.fromisoformat(day), TenderKind(kind), slip_no, Money(face))
                self._papers[link, line] = paper
            else:
                self._papers.pop((link, line), None)
        for link, line in pen.rows(_ANSWERED, **between):
            self._papers.pop((link, line), None)
        self._upto = last


def _cash(pen: Pen) -> tuple[Undeposited, ...]:
    came = [
        CashIn(date.fromisoformat(day), link, Money(paise)) for day, link, paise in pen.rows(_DROPS)
    ]
    counted: dict[int, int] = dict(pen.rows(_COUNTED))
    handed: dict[int, list[Takings]] = {}
    place: dict[UUID, int] = {}
    for link, shift_id, no, cashier_id, day, closed_on, paise, handed_link in pen.rows(_TAKINGS):
        one = Takings(
            UUID(bytes=shift_id),
            no,
            CashierId(cashier_id),
            date.fromisoformat(day),
            date.fromisoformat(closed_on),
            Money(paise),
        )
        place[one.shift_id] = link
        if handed_link is None:
            came.append(CashIn(one.business_date, link, one.amount))
        else:
            handed.setdefault(handed_link, []).append(one)
    for handed_link, takings in handed.items():
        parts = handed_parts(tuple(takings), Money(counted[handed_link]))
        came += [CashIn(one.business_date, place[one.shift_id], part) for one, part in parts]
    went = [
        CashOut(slip_no, Money(paise), answer is not None)
        for slip_no, paise, answer in pen.rows(_CASH_SLIPS)
    ]
    return cash_by_day(came, went)
