"""The receipt as plain text: for the golden files that a person can read, and for a log-sized look at paper."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, assert_never

from counter_app.printing.lines import (
    Big,
    Box,
    BoxKind,
    Centre,
    Left,
    Pair,
    QrCode,
    Rule,
    Ruler,
    Shades,
    Space,
)
from counter_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.printing.lines import Line

FULL_LINE_PERCENT = 100
STAMP_ROWS = 5
SHADES = "-=x#"


def columns_of(text: str) -> int:
    """How many columns a terminal gives the text: signs above and below a letter take none."""
    return sum(unicodedata.category(character) not in {"Mn", "Me", "Cf"} for character in text)


def as_text(lines: Iterable[Line], columns: int) -> str:
    """The lines at so many columns (48 for 80 mm, 32 for 58 mm), with a newline at the end."""
    rows = [row.rstrip() for line in lines for row in _rows(line, columns)]
    return "\n".join(rows) + "\n"


def _rows(line: Line, columns: int) -> list[str]:  # noqa: PLR0911 - one for each kind of line
    match line:
        case QrCode():
            return _code(line, columns)
        case Centre() | Left():
            return _prose(line, columns)
        case Pair(label=label, values=values):
            return _pair(label, values, columns)
        case Rule(is_strong=is_strong):
            return ["=" * columns if is_strong else "-" * columns]
        case Space(percent=percent):
            return [""] * (percent // FULL_LINE_PERCENT)
        case Big(label=label, value=value):
            return _pair(f"** {label}", (f"{value} **",), columns)
        case Box(texts=texts, kind=kind, small=small):
            return _box((*texts, *small), kind, columns)
        case Ruler():
            return [ruler_text(columns)]
        case Shades():
            return [shades_text(columns)]
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _code(code: QrCode, columns: int) -> list[str]:
    """What is in the code, its figures counted, and the texts that stand beside it."""
    figures = f"{len(code.numeral)} figures" if code.numeral else ""
    said = " + ".join(filter(None, (code.text, figures)))
    lines = (Centre(f"[QR: {said}]"), *(Centre(beside.text) for beside in code.beside))
    return [row for line in lines for row in _prose(line, columns)]


def ruler_text(columns: int) -> str:
    """A ruler over every column: tens by their figure, both ends by a bar."""
    ticks = [
        str(column // 10 % 10) if column % 10 == 0 else ":" if column % 5 == 0 else "."
        for column in range(1, columns + 1)
    ]
    ticks[0] = ticks[-1] = "|"
    return "".join(ticks)


def shades_text(columns: int) -> str:
    """Four fields from light to dark, in letters every printer has."""
    return "".join(SHADES[column * len(SHADES) // columns] for column in range(columns))


def _prose(line: Centre | Left, columns: int) -> list[str]:
    rows = wrap(line.text, columns, columns_of)
    return [_centred(row, columns) for row in rows] if isinstance(line, Centre) else rows


def _centred(text: str, columns: int) -> str:
    return " " * ((columns - columns_of(text)) // 2) + text


def _right(text: str, columns: int) -> str:
    return " " * (columns - columns_of(text)) + text


def _pair(label: str, values: tuple[str, ...], columns: int) -> list[str]:
    rows: list[str] = []
    first, *others = values
    if columns_of(label) + 1 + columns_of(first) <= columns:
        rows.append(label + _right(first, columns - columns_of(label)))
    else:
        rows += wrap(label, columns, columns_of)
        others.insert(0, first)
    return rows + [
        _right(row, columns) for value in others for row in wrap(value, columns, columns_of)
    ]


def _box(texts: tuple[str, ...], kind: BoxKind, columns: int) -> list[str]:
    inner = columns - 4
    fill, edge = ("#", "#") if kind is BoxKind.FILLED else ("-", "|")
    rows = [row for text in texts for row in wrap(text, inner, columns_of)]
    if kind is BoxKind.STAMP:
        rows += [""] * (STAMP_ROWS - len(rows))
    border = f"+{fill * (columns - 2)}+"
    return [border, *(_edged(row, edge, inner) for row in rows), border]


def _edged(row: str, edge: str, inner: int) -> str:
    centred = _centred(row, inner)
    return f"{edge} {centred}{' ' * (inner - columns_of(centred))} {edge}"
