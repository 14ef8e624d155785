"""Cash moves, drawer openings and approvals, for reports. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, literal_column, select

from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.remittance import Handing
from counter_app.domain.report_rows import NOBODY, HandingLine, MoveLine, OpeningLine
from local_db.approval_book import approval_at
from local_db.count_pen import count_at
from local_db.custody_rows import cash_move, drawer_opening, handed_shift, handing
from local_db.report_people import name_of, people_of
from local_db.report_where import selected
from local_db.rows import shift
from local_db.statements import Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen

_OF_SHIFT = shift.c.shift_no == bindparam("shift_no")
_MOVES = selected(
    select(
        cash_move.c.link,
        cash_move.c.move_id,
        shift.c.shift_id,
        shift.c.shift_no,
        cash_move.c.why,
        cash_move.c.amount_paise,
        cash_move.c.reason,
        cash_move.c.cashier_id,
        cash_move.c.receiver_id,
        cash_move.c.approval_link,
        cash_move.c.business_date,
        cash_move.c.at_us,
    )
    .select_from(cash_move)
    .join(shift, shift.c.link == cash_move.c.shift_link),
    cash_move.c.link,
    cash_move.c.cashier_id,
    cash_move.c.business_date,
    _OF_SHIFT,
)
_HANDINGS = selected(
    select(
        handing.c.link,
        handing.c.handing_id,
        handing.c.amount_paise,
        handing.c.by_id,
        handing.c.receiver_id,
        handing.c.reason,
        handing.c.approval_link,
        handing.c.business_date,
        handing.c.at_us,
    ),
    handing.c.link,
    handing.c.by_id,
    handing.c.business_date,
    bindparam("shift_no") == literal_column("0"),
)
_HANDED = Statement(
    select(shift.c.shift_id)
    .select_from(handed_shift)
    .join(shift, shift.c.link == handed_shift.c.shift_link)
    .where(handed_shift.c.link == bindparam("link"))
    .order_by(shift.c.link)
)
_OPENINGS = selected(
    select(
        drawer_opening.c.link,
        drawer_opening.c.opening_id,
        shift.c.shift_id,
        shift.c.shift_no,
        drawer_opening.c.by_id,
        drawer_opening.c.why,
        drawer_opening.c.reason,
        drawer_opening.c.business_date,
        drawer_opening.c.at_us,
    )
    .select_from(drawer_opening)
    .outerjoin(shift, shift.c.link == drawer_opening.c.shift_link),
    drawer_opening.c.link,
    drawer_opening.c.by_id,
    drawer_opening.c.business_date,
    _OF_SHIFT,
)


def moves_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[MoveLine, ...]:
    """Cash that moved beside payments."""
    people = people_of(pen)
    lines = []
    for row in _MOVES.rows(pen, wanted, cut):
        link, move_id, shift_id, shift_no, why, paise, reason, cashier_id = row[:8]
        receiver_id, approval_link, day, at_us = row[8:]
        given = approval_at(pen, approval_link)
        move = CashMove(
            move_id=UUID(bytes=move_id),
            shift_id=UUID(bytes=shift_id),
            why=MoveWhy(why),
            amount=Money(paise),
            count=count_at(pen, link),
            reason=reason,
            cashier_id=CashierId(cashier_id),
            receiver_id=CashierId(receiver_id) if receiver_id else None,
            business_date=date_of(day),
            at=moment_of(at_us),
            approval=given,
        )
        lines.append(
            MoveLine(
                link=link,
                shift_no=shift_no,
                move=move,
                cashier=name_of(people, cashier_id),
                receiver=name_of(people, receiver_id) if receiver_id else NOBODY,
                approver=name_of(people, given.approver_id) if given else NOBODY,
            )
        )
    return tuple(lines)


def handings_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[HandingLine, ...]:
    """Takings given to the head cashier."""
    people = people_of(pen)
    lines = []
    for row in _HANDINGS.rows(pen, wanted, cut):
        link, handing_id, paise, by_id, receiver_id, reason, approval_link, day, at_us = row
        given = approval_at(pen, approval_link)
        handed = Handing(
            handing_id=UUID(bytes=handing_id),
            shift_ids=tuple(UUID(bytes=one) for (one,) in pen.rows(_HANDED, link=link)),
            amount=Money(paise),
            count=count_at(pen, link),
            by=CashierId(by_id),
            receiver_id=CashierId(receiver_id),
            reason=reason,
            business_date=date_of(day),
            at=moment_of(at_us),
            approval=given,
        )
        lines.append(
            HandingLine(
                link=link,
                handing=handed,
                giver=name_of(people, by_id),
                receiver=name_of(people, receiver_id),
                approver=name_of(people, given.approver_id) if given else NOBODY,
            )
        )
    return tuple(lines)


def openings_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[OpeningLine, ...]:
    """The drawer opened without a payment."""
    people = people_of(pen)
    return tuple(
        OpeningLine(
            link=link,
            shift_no=shift_no,
            opening=DrawerOpening(
                opening_id=UUID(bytes=opening_id),
                shift_id=UUID(bytes=shift_id) if shift_id else None,
                by=CashierId(by_id),
                why=OpeningWhy(why),
                reason=reason,
                business_date=date_of(day),
                at=moment_of(at_us),
            ),
            by=name_of(people, by_id),
        )
        for link, opening_id, shift_id, shift_no, by_id, why, reason, day, at_us in _OPENINGS.rows(
            pen, wanted, cut
        )
    )
