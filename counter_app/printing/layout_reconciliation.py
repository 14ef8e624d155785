"""A day compared with the centre, as lines for the receipt printer: the verdict, each tender, each difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing import reconciliation_wording as words
from counter_app.printing import wording
from counter_app.printing.layout_header import header_lines
from counter_app.printing.layout_parts import notes
from counter_app.printing.lines import Box, BoxKind, Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.wording import rupees

if TYPE_CHECKING:
    from counter_app.domain.day_report import Counted
    from counter_app.domain.reconciliation import Difference, Reconciliation
    from counter_app.domain.reconciliation import Line as Compared
    from counter_app.printing.lines import Line

SIGNING_ROOM = Space(250)


def lay_out_reconciliation(made: Reconciliation) -> tuple[Line, ...]:
    """All lines."""
    return (
        *header_lines(made.place),
        Centre(words.TITLE, Tone.TITLE),
        Box(verdict_of(made), BoxKind.FRAME if made.is_equal else BoxKind.FILLED),
        Space(20),
        Pair(words.BUSINESS_DATE, (wording.day_text(made.business_date),), Tone.STRONG),
        Pair(words.MADE_AT, (wording.moment_text(made.made_at),)),
        Rule(),
        *(line for compared in made.by_tender for line in _compared(compared)),
        Rule(is_strong=True),
        *_compared(made.total, words.TOTAL),
        *(Rule() for _ in made.differences[:1]),
        *(line for one in made.differences for line in _difference(one)),
        Rule(is_strong=True),
        *(
            line
            for who in words.SIGNATURES
            for line in (SIGNING_ROOM, Pair(who, (words.SIGN_HERE,)))
        ),
    )


def verdict_of(made: Reconciliation) -> tuple[str, ...]:
    """How it ended, Hindi and English."""
    if not made.is_reached:
        return words.NOT_REACHED
    if made.differences:
        return tuple(text.format(count=len(made.differences)) for text in words.DIFFERS)
    return words.EQUAL if made.is_whole else words.EQUAL_SO_FAR


def _compared(line: Compared, name: str = "") -> list[Line]:
    """Here and at the centre; what is unsent and what differs only where there is some."""
    lines: list[Line] = [
        Left(name or words.TENDERS.get(line.name, line.name), Tone.STRONG),
        Pair(words.HERE, (_side(line.here),)),
        Pair(words.CENTRE, (_side(line.centre),)),
    ]
    if line.unsent.count:
        lines.append(Pair(words.UNSENT, (_side(line.unsent),)))
    if line.difference:
        lines.append(Pair(words.DIFFERENCE, (rupees(line.difference),), Tone.STRONG))
    return lines


def _side(side: Counted) -> str:
    return words.SIDE.format(count=side.count, amount=rupees(side.amount))


def _difference(one: Difference) -> list[Line]:
    """The receipt, what the centre has too much or lacks, and why."""
    return [Pair(one.receipt_no, (rupees(one.amount),)), *notes(*words.KINDS[one.kind])]
