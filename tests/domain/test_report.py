"""A report's table has a cell for each of its columns."""

from __future__ import annotations

import pytest

from counter_app.domain.money import Money
from counter_app.domain.report import Cell, CellKind, Column, Section

COLUMNS = (Column("receipt_no"), Column("amount", CellKind.MONEY))


def test_a_table_of_full_rows_is_a_section() -> None:
    section = Section(None, COLUMNS, (("1", Money(5)),), totals=(None, Money(5)))
    assert section.rows[0][1] == Money(5)


@pytest.mark.parametrize(
    ("rows", "totals"), [((("1",),), None), ((), ("1", None, None)), ((("1", None, None),), None)]
)
def test_a_row_of_another_length_cannot_be_said(
    rows: tuple[tuple[Cell, ...], ...], totals: tuple[Cell, ...] | None
) -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Section(None, COLUMNS, rows, totals)
