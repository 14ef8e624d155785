"""What a drawer should hold, added up from the entries of its shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnClause, bindparam, distinct, func, literal_column, select

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.shift_close import NOTHING_IN_HAND, InHand, Standing
from counter_app.domain.tender import TenderKind
from local_db.custody_rows import cash_move, reversal, tender_undone
from local_db.rows import (
    card_slip,
    instrument,
    instrument_step,
    payment,
    posting,
    shift,
    tender,
)
from local_db.statements import NOUGHT, ONE, Statement

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ScalarSelect, TableClause

    from local_db.pen import Pen

LEFT_THE_DRAWER = (
    InstrumentState.DEPOSITED,
    InstrumentState.CLEARED,
    InstrumentState.RETURNED,
    InstrumentState.GIVEN_BACK,
)
"""Where an instrument is that no cashier has in hand any more."""


def _word(text: str) -> ColumnClause[str]:
    return literal_column(f"'{text}'")


_IN_CASH = posting.c.account == _word(LedgerAccount.CASH_DRAWER.value)
_SHIFT = Statement(
    select(shift.c.link, shift.c.opening_float_paise).where(
        shift.c.shift_id == bindparam("shift_id")
    )
)


def _sum(column: ColumnClause[int]) -> ColumnClause[int]:
    return func.coalesce(func.sum(column), NOUGHT)  # type: ignore[return-value]  # as good as a column


def _drawn_by(table: TableClause) -> ScalarSelect[int]:
    """The cash that messages of this table moved in the drawer of a shift, between two links."""
    return (
        select(_sum(posting.c.amount_paise))
        .select_from(table)
        .join(posting, (posting.c.link == table.c.link) & _IN_CASH)
        .where(
            table.c.shift_link == bindparam("shift_link"),
            table.c.link > bindparam("above"),
            table.c.link <= bindparam("upto"),
        )
        .scalar_subquery()
    )


DRAWN_BETWEEN = Statement(select(_drawn_by(payment) + _drawn_by(cash_move) + _drawn_by(reversal)))
"""Every movement of a drawer after its float: payments, moves, and reversals that gave cash back."""

_FLOAT_MOVED = Statement(
    select(cash_move.c.why, _sum(cash_move.c.amount_paise))
    .where(
        cash_move.c.shift_link == bindparam("shift_link"),
        cash_move.c.why.in_(
            [_word(MoveWhy.CHANGE_ADDED.value), _word(MoveWhy.CHANGE_LESSENED.value)]
        ),
    )
    .group_by(cash_move.c.why)
)
_BY_CARD = tender.c.kind == _word(TenderKind.CARD.value)
_CARDS = Statement(
    select(_sum(tender.c.amount_paise), func.count(card_slip.c.link))
    .select_from(payment)
    .join(tender, (tender.c.link == payment.c.link) & _BY_CARD)
    .outerjoin(card_slip, (card_slip.c.link == tender.c.link) & (card_slip.c.line == tender.c.line))
    .where(payment.c.shift_link == bindparam("shift_link"))
)
_CARDS_VOIDED = Statement(
    select(
        _sum(tender_undone.c.amount_paise),
        func.count(distinct(tender_undone.c.identity)),
    )
    .select_from(payment)
    .join(reversal, reversal.c.payment_link == payment.c.link)
    .join(
        tender_undone,
        (tender_undone.c.link == reversal.c.link)
        & (tender_undone.c.goes == _word(GoesWhere.VOIDED.value)),
    )
    .where(payment.c.shift_link == bindparam("shift_link"))
)
_LAST_STEP = (
    select(instrument_step.c.state)
    .where(
        instrument_step.c.owner_link == instrument.c.link,
        instrument_step.c.owner_line == instrument.c.line,
    )
    .order_by(instrument_step.c.step.desc())
    .limit(ONE)
    .offset(NOUGHT)
    .scalar_subquery()
)
_INSTRUMENTS = Statement(
    select(tender.c.kind, _sum(instrument.c.face_paise), func.count(instrument.c.link))
    .select_from(payment)
    .join(instrument, instrument.c.link == payment.c.link)
    .join(tender, (tender.c.link == instrument.c.link) & (tender.c.line == instrument.c.line))
    .where(
        payment.c.shift_link == bindparam("shift_link"),
        _LAST_STEP.not_in([_word(state.value) for state in LEFT_THE_DRAWER]),
    )
    .group_by(tender.c.kind)
)
_LAST_LINK = 2**63 - 1
"""Up to whatever there is."""


def standing_of(pen: Pen, shift_id: UUID) -> Standing:
    """What a shift that is not closed should hold, and the float that is out."""
    row = pen.row(_SHIFT, shift_id=shift_id.bytes)
    assert row is not None, "a shift of these books"
    link, float_paise = row
    drawn = pen.value(DRAWN_BETWEEN, shift_link=link, above=link, upto=_LAST_LINK)
    moved: dict[str, int] = dict(pen.rows(_FLOAT_MOVED, shift_link=link))
    float_paise_out = (
        float_paise
        + moved.get(MoveWhy.CHANGE_ADDED.value, 0)
        - moved.get(MoveWhy.CHANGE_LESSENED.value, 0)
    )
    cards, voided = pen.row(_CARDS, shift_link=link), pen.row(_CARDS_VOIDED, shift_link=link)
    assert cards is not None
    assert voided is not None
    in_hand = {
        TenderKind.CASH: InHand(0, Money(float_paise + drawn)),
        TenderKind.CARD: InHand(cards[1] - voided[1], Money(cards[0] - voided[0])),
        **{
            TenderKind(kind): InHand(pieces, Money(paise))
            for kind, paise, pieces in pen.rows(_INSTRUMENTS, shift_link=link)
        },
    }
    expected = {kind: one for kind, one in in_hand.items() if one != NOTHING_IN_HAND}
    return Standing(expected, Money(float_paise_out))
