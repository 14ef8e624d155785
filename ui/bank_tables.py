"""The lists of the Bank place, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.bank_words import SLIP_WORDS, age_text, slip_state, where_text, word
from ui.instrument_words import bank_text, kind_text, number_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.table import Cell, Column
from ui.words import day_text, rupees, tender_word

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from counter_app.domain.instrument import HeldInstrument
    from counter_app.use_cases.remittance_orders import RemittanceView

Row = tuple[Cell, ...]


def undeposited_table(view: RemittanceView) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Money that is not with the bank, by day, kind and slip."""
    columns = (
        Column(word(QT_TRANSLATE_NOOP("Bank", "Money of"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Age"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Kind"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Where")), stretches=True),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Amount")), is_figure=True),
    )
    rows = tuple(
        (
            Cell(day_text(one.day)),
            _age(one.days_old(view.today)),
            Cell(tender_word(one.kind)),
            Cell(where_text(one), tone="text_muted"),
            Cell(rupees(one.amount)),
        )
        for one in view.undeposited
    )
    return columns, rows


def takings_table(view: RemittanceView) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Closed shifts whose takings wait."""
    columns = (
        Column(word(QT_TRANSLATE_NOOP("Bank", "Shift"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Cashier")), stretches=True),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Money of"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Age"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Takings")), is_figure=True),
    )
    rows = tuple(
        (
            Cell(str(one.shift_no), "shift"),
            Cell(one.cashier_id),
            Cell(day_text(one.business_date)),
            _age(max(0, (view.today - one.business_date).days)),
            Cell(rupees(one.amount)),
        )
        for one in view.takings
    )
    return columns, rows


def papers_table(
    view: RemittanceView, marks: AbstractSet[str]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Cheques and drafts that are here."""
    columns = (
        Column(word(QT_TRANSLATE_NOOP("Bank", "Kind"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Number"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Bank")), stretches=True),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Age"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Amount")), is_figure=True),
    )
    rows = tuple(
        (
            _marked(one, is_marked=one.identity in marks),
            Cell(number_text(one)),
            Cell(bank_text(one)),
            _age(max(0, (view.today - one.received_on).days)),
            Cell(rupees(one.face)),
        )
        for one in view.papers
    )
    return columns, rows


def _marked(one: HeldInstrument, *, is_marked: bool) -> Cell:
    icon_name, tone = ("tick", "accent") if is_marked else ("bank", "text")
    return Cell(kind_text(one), icon_name, tone)


def slips_table(view: RemittanceView) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Slips, the newest first, with what the bank said."""
    columns = (
        Column(word(QT_TRANSLATE_NOOP("Bank", "Slip"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Kind"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Of"))),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Bank's answer")), stretches=True),
        Column(word(QT_TRANSLATE_NOOP("Bank", "Amount")), is_figure=True),
    )
    rows = tuple(
        (
            Cell(str(one.slip.slip_no), "pending" if one.answer is None else "tick"),
            Cell(word(SLIP_WORDS[one.slip.kind])),
            Cell(day_text(one.slip.business_date)),
            Cell(slip_state(one, view.today), tone="caution" if one.answer is None else "text"),
            Cell(rupees(one.slip.amount)),
        )
        for one in view.slips
    )
    return columns, rows


def _age(days: int) -> Cell:
    return Cell(age_text(days), "caution" if days else "", "caution" if days else "text_muted")
