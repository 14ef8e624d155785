"""Lines set in a printer's own type: rows of so many columns, and pictures of what that type cannot say. Pure.

Everything that is loud in dots is loud here: a mark of a copy is white on black and of double size, a frame is drawn
with strokes, the one figure is of double size (decision 0029).
"""

from __future__ import annotations

from dataclasses import dataclass
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
    Tone,
)
from counter_app.printing.plain_letters import plain
from counter_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from counter_app.printing.lines import Line

INDENT_COLUMNS = 2
"""Values below their label, where a picture is among them: from the left, so that it costs few bytes."""

FULL_LINE_PERCENT = 100
STAMP_COLUMNS, STAMP_ROWS = 18, 6
"""The empty frame for a revenue stamp: about 26 mm by 25 mm in type of 12 by 24 dots."""


@dataclass(frozen=True, slots=True)
class Look:
    """How type is printed. Wide is twice as wide, high twice as high; reversed is white on black."""

    is_bold: bool = False
    is_high: bool = False
    is_wide: bool = False
    is_reversed: bool = False

    @property
    def columns(self) -> int:
        """Columns a character takes."""
        return 2 if self.is_wide else 1


USUAL = Look()
BOLD = Look(is_bold=True)
HIGH = Look(is_bold=True, is_high=True)
LARGE = Look(is_bold=True, is_high=True, is_wide=True)
LOUD = Look(is_bold=True, is_high=True, is_wide=True, is_reversed=True)
LOUD_AND_NARROW = Look(is_bold=True, is_high=True, is_reversed=True)

LOOKS: dict[Tone, tuple[Look, ...]] = {
    Tone.SMALL: (USUAL,),
    Tone.BODY: (USUAL,),
    Tone.STRONG: (BOLD,),
    Tone.TITLE: (HIGH,),
    Tone.HEAD: (LARGE, HIGH),
    Tone.FIGURE: (LARGE, HIGH),
}
"""The looks of a tone, the first that fits on one row being taken, else the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look; printable ASCII and spaces at which no line may break."""

    text: str
    look: Look = USUAL

    @property
    def columns(self) -> int:
        """Columns it takes."""
        return len(self.text) * self.look.columns


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row of type from the left edge; no pieces is an empty row."""

    pieces: tuple[Piece, ...] = ()

    @property
    def columns(self) -> int:
        """Columns it takes."""
        return sum(piece.columns for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A line to be painted, since the printer's type has no letters for it."""

    line: Line
    indent_columns: int = 0


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A QR code in the middle, with its quiet zone; what stands beside it follows in rows of its own."""

    code: QrCode


Row = TextRow | PictureRow | CodeRow


def set_in_columns(lines: Iterable[Line], columns: int) -> tuple[Row, ...]:
    """Every line below the one before; no row of type is wider than ``columns``."""
    return tuple(row for line in lines for row in _rows(line, columns))


def _rows(line: Line, columns: int) -> list[Row]:
    rows: list[Row]
    match line:
        case QrCode():
            rows = [CodeRow(line), *_beside(line, columns)]
        case Rule(is_strong=is_strong):
            rows = [TextRow((Piece(("=" if is_strong else "-") * columns),))]
        case Space(percent=percent):
            rows = [TextRow()] * ((percent + FULL_LINE_PERCENT // 2) // FULL_LINE_PERCENT)
        case Centre() | Left():
            rows = _prose(line, columns)
        case Pair():
            rows = _pair(line, columns)
        case Big():
            rows = _big(line, columns)
        case Box():
            rows = _box(line, columns)
        case Ruler() | Shades():
            rows = [PictureRow(line)]
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)
    return rows


def _beside(code: QrCode, columns: int) -> list[Row]:
    """A printer sets its type below its codes, and never beside them."""
    return [row for one in code.beside for row in _prose(Centre(one.text, one.tone), columns)]


def _fitting(text: str, looks: tuple[Look, ...], columns: int) -> Look:
    return next((look for look in looks if Piece(text, look).columns <= columns), looks[-1])


def _wrapped(text: str, look: Look, columns: int) -> list[Piece]:
    rows = wrap(text, columns // look.columns, len)
    return [Piece(row, look) for row in rows]


def _at(piece: Piece, left: int) -> TextRow:
    """The piece behind so many empty columns, which are never white on black."""
    return TextRow((Piece(" " * left), piece) if left else (piece,))


def _prose(line: Centre | Left, columns: int) -> list[Row]:
    said = plain(line.text)
    if said is None:
        return [PictureRow(line)]
    pieces = _wrapped(said, _fitting(said, LOOKS[line.tone], columns), columns)
    is_centred = isinstance(line, Centre)
    return [_at(piece, (columns - piece.columns) // 2 if is_centred else 0) for piece in pieces]


def _right(piece: Piece, columns: int) -> TextRow:
    return _at(piece, columns - piece.columns)


def _pair(pair: Pair, columns: int) -> list[Row]:
    """Label and first value on a row when they fit, every other value at the right; pictures all from the left."""
    label = plain(pair.label)
    if label is None:
        return [PictureRow(pair)]
    look = LOOKS[pair.tone][-1]
    said = [plain(value) for value in pair.values]
    if None in said:
        return [*_labelled(pair, label, said, look, columns)]
    values = [value for value in said if value is not None]
    return [*_plain_pair(label, values, look, columns)]


def _labelled(
    pair: Pair, label: str, said: list[str | None], look: Look, columns: int
) -> Iterator[Row]:
    yield from (TextRow((piece,)) for piece in _wrapped(label, look, columns))
    for value, plain_value in zip(pair.values, said, strict=True):
        if plain_value is None:
            yield PictureRow(Left(value, pair.tone), INDENT_COLUMNS)
        else:
            for piece in _wrapped(plain_value, look, columns - INDENT_COLUMNS):
                yield _at(piece, INDENT_COLUMNS)


def _plain_pair(label: str, values: list[str], look: Look, columns: int) -> Iterator[TextRow]:
    first, *others = values
    gap = columns - Piece(label, look).columns - Piece(first, look).columns
    if gap >= 1:
        yield TextRow((Piece(label + " " * (gap // look.columns) + first, look),))
    else:
        yield from (TextRow((piece,)) for piece in _wrapped(label, look, columns))
        others.insert(0, first)
    for value in others:
        for piece in _wrapped(value, look, columns):
            yield _right(piece, columns)


def _big(big: Big, columns: int) -> list[Row]:
    """The label and the figure, as large as they go beside each other, else below each other."""
    label, value = plain(big.label), plain(big.value)
    if label is None or value is None:
        return [PictureRow(big)]
    for look in LOOKS[Tone.FIGURE]:
        figure = Piece(value, look)
        gap = columns - len(label) - figure.columns
        if gap >= 1:
            return [TextRow((Piece(label + " " * gap, HIGH), figure))]
    look = _fitting(value, LOOKS[Tone.FIGURE], columns)
    rows = [TextRow((piece,)) for piece in _wrapped(label, HIGH, columns)]
    return [*rows, *(_right(piece, columns) for piece in _wrapped(value, look, columns))]


def _box(box: Box, columns: int) -> list[Row]:
    said = [plain(text) for text in (*box.texts, *box.small)]
    texts = [text for text in said if text is not None]
    if len(texts) < len(said):
        return [PictureRow(box)]
    match box.kind:
        case BoxKind.FILLED:
            return [*_filled(texts, columns)]
        case BoxKind.STAMP:
            return [*_stamp(texts, len(box.texts), columns)]
        case BoxKind.FRAME:
            return [*_framed(texts, columns)]
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _filled(texts: list[str], columns: int) -> Iterator[TextRow]:
    """White on black over the whole width, in double size where every text fits so on a row."""
    is_narrow = any(Piece(text, LOUD).columns > columns for text in texts)
    look = LOUD_AND_NARROW if is_narrow else LOUD
    wide = columns // look.columns
    for text in texts:
        for piece in _wrapped(text, look, columns):
            yield TextRow((Piece(piece.text.center(wide), look),))


def _framed(texts: list[str], columns: int) -> Iterator[TextRow]:
    edge = TextRow((Piece(f"+{'-' * (columns - 2)}+"),))
    inner = columns - 4
    yield edge
    for text in texts:
        for piece in _wrapped(text, BOLD, inner):
            yield TextRow((Piece("| "), Piece(piece.text.center(inner), BOLD), Piece(" |")))
    yield edge


def _stamp(texts: list[str], bold_count: int, columns: int) -> Iterator[TextRow]:
    """An empty frame at the right, and at the left what it is for."""
    beside = columns - STAMP_COLUMNS - 1
    looks = [BOLD] * bold_count + [USUAL] * len(texts)
    pieces = [
        piece
        for text, look in zip(texts, looks, strict=False)
        for piece in _wrapped(text, look, beside)
    ]
    edge, side = (
        f"+{'-' * (STAMP_COLUMNS - 2)}+",
        f"|{' ' * (STAMP_COLUMNS - 2)}|",
    )
    height = max(STAMP_ROWS, len(pieces))
    for place in range(height):
        piece = pieces[place] if place < len(pieces) else Piece("")
        frame = edge if place in (0, height - 1) else side
        gap = " " * (columns - STAMP_COLUMNS - piece.columns)
        yield TextRow((piece, Piece(gap + frame)) if piece.text else (Piece(gap + frame),))
