"""How tests read a report: a table by its title, a column's cells, a total, and the whole as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.report_text import ReportText
from resources.vocabulary import words_in

if TYPE_CHECKING:
    from counter_app.domain.report import Cell, Report, Section


def table_of(report: Report, title: str | None) -> Section:
    """The one table of this title; None for the one without."""
    (found,) = [one for one in report.sections if (one.title.key if one.title else None) == title]
    return found


def column_of(section: Section, head: str) -> list[Cell]:
    """The cells under a heading."""
    (place,) = [place for place, one in enumerate(section.columns) if one.head == head]
    return [row[place] for row in section.rows]


def total_of(report: Report, title: str | None, head: str) -> Money:
    """The total under a heading; zero for a table without rows."""
    section = table_of(report, title)
    if section.totals is None:
        assert not section.rows, title
        return Money(0)
    (place,) = [place for place, one in enumerate(section.columns) if one.head == head]
    total = section.totals[place]
    assert isinstance(total, Money)
    assert total == Money.total(one for one in column_of(section, head) if isinstance(one, Money))
    return total


def fact_of(report: Report, key: str) -> Cell:
    """A fact at the head."""
    (found,) = [cell for word, cell in report.about if word.key == key]
    return found


def text_of(report: Report, language: str) -> str:
    """All that a report says, a line a row, cells apart by bars."""
    words = ReportText(words_in(language), is_hindi=language == "hi")
    lines = [words.title(report)]
    lines += [f"{words.word(word)}: {words.cell(cell)}" for word, cell in report.about]
    for section in report.sections:
        lines.append("")
        if section.title is not None:
            lines.append(f"== {words.word(section.title)}")
        lines.append(" | ".join(words.head(column) for column in section.columns))
        lines += [
            " | ".join(
                words.cell(cell, column.kind)
                for cell, column in zip(row, section.columns, strict=True)
            )
            for row in (*section.rows, *((section.totals,) if section.totals else ()))
        ]
        if not section.rows and section.when_empty is not None:
            lines.append(words.word(section.when_empty))
    for bar in report.bars:
        parts = ", ".join(f"{kind} {amount}" for kind, amount in bar.parts)
        lines.append(f"{bar.label}: {parts}")
    lines.append(" / ".join(words.word(one) for one in report.signatures))
    return "\n".join(line.rstrip() for line in lines) + "\n"
