"""Reports nobody would make, for properties of whoever draws them. Their texts hold nothing that looks like a sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from counter_app.domain.money import Money
from counter_app.domain.report import Cell, CellKind, Column, Names, Report, Section, Word
from tests.reports.some_reports import a_scroll

LETTERS = "abcÅ=+-@'\"(),;\t\\ कमीखाता्त्रिष्₹😀–"
HEADS = ("receipt_no", "consumer", "reason", "amount", "count", "what", "counted", "variance")
TEXTS = st.text(LETTERS, max_size=30)
SUMS = st.integers(-(10**13), 10**13).map(Money)
MOMENTS = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
CELLS: dict[CellKind, st.SearchStrategy[Cell]] = {
    CellKind.TEXT: st.one_of(
        TEXTS,
        st.builds(Names, TEXTS, TEXTS),
        st.sampled_from([Word("tender.cash"), Word("move_why.drop")]),
        SUMS,
        st.none(),
    ),
    CellKind.MONEY: st.one_of(SUMS, SUMS, st.none()),
    CellKind.COUNT: st.integers(0, 10**7),
    CellKind.DAY: st.dates(),
    CellKind.TIME: MOMENTS,
    CellKind.MOMENT: MOMENTS,
}


@st.composite
def sections(draw: st.DrawFn) -> Section:
    kinds = draw(st.lists(st.sampled_from(CellKind), min_size=1, max_size=9))
    columns = tuple(
        Column(draw(st.sampled_from(HEADS)), kind, draw(st.integers(1, 40))) for kind in kinds
    )
    row = st.tuples(*(CELLS[kind] for kind in kinds))
    rows = tuple(draw(st.lists(row, max_size=60)))
    title = draw(st.sampled_from([None, Word("by_tender"), Word("receipts")]))
    return Section(title, columns, rows, draw(st.one_of(st.none(), row)), Word("no_receipts"))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    about = ((Word("reason"), draw(TEXTS)), (Word("collected"), draw(SUMS)))
    return replace(
        a_scroll(0),
        about=about,
        sections=tuple(draw(st.lists(sections(), max_size=4))),
        signatures=draw(st.sampled_from([(), (Word("sign.cashier"),)])),
    )


def sums_of(report: Report) -> list[Money]:
    """Every sum of a report, once for each time it stands there, from the smallest on."""
    facts = [said for _, said in report.about]
    cells = [
        cell
        for section in report.sections
        for row in (*section.rows, *(() if section.totals is None else (section.totals,)))
        for cell in row
    ]
    return sorted(cell for cell in (*facts, *cells) if isinstance(cell, Money))
