"""A day compared with the centre, as lines for the receipt printer: the verdict, each tender, each difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.printing import reconciliation_wording as words
from counter_app.printing import wording
from counter_app.printing.layout_header import header_lines
from counter_app.printing.layout_parts import notes
from counter_app.printing.legible import legible_lines
from counter_app.printing.lines import Box, BoxKind, Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.tongue import Said, Tongue
from counter_app.printing.wording import rupees

if TYPE_CHECKING:
    from counter_app.domain.day_report import Counted
    from counter_app.domain.reconciliation import Difference, Reconciliation
    from counter_app.domain.reconciliation import Line as Compared
    from counter_app.printing.lines import Line

SIGNING_ROOM = Space(250)


def lay_out_reconciliation(made: Reconciliation, tongue: Tongue = Tongue.BOTH) -> tuple[Line, ...]:
    """All lines."""
    say = tongue.say
    lines = (
        *header_lines(made.place, tongue),
        Centre(say(words.TITLE), Tone.TITLE),
        Box(verdict_of(made, tongue), BoxKind.FRAME if made.is_equal else BoxKind.FILLED),
        Space(20),
        Pair(say(words.BUSINESS_DATE), (wording.day_text(made.business_date),), Tone.STRONG),
        Pair(say(words.MADE_AT), (wording.moment_text(made.made_at),)),
        Rule(),
        *(line for compared in made.by_tender for line in _compared(compared, tongue)),
        Rule(is_strong=True),
        *_compared(made.total, tongue, words.TOTAL),
        *(Rule() for _ in made.differences[:1]),
        *(line for one in made.differences for line in _difference(one, tongue)),
        Rule(is_strong=True),
        *(
            line
            for who in words.SIGNATURES
            for line in (SIGNING_ROOM, Pair(say(who), (words.SIGN_HERE,)))
        ),
    )
    return legible_lines(lines)


def verdict_of(made: Reconciliation, tongue: Tongue) -> tuple[str, ...]:
    """How it ended."""
    if not made.is_reached:
        return tongue.each(words.NOT_REACHED)
    if made.differences:
        return tongue.each(words.DIFFERS, count=len(made.differences))
    return tongue.each(words.EQUAL if made.is_whole else words.EQUAL_SO_FAR)


def _compared(line: Compared, tongue: Tongue, total: Said | None = None) -> list[Line]:
    """Here and at the centre; what is unsent and what differs only where there is some."""
    say, named = tongue.say, total or words.TENDERS.get(line.name)
    lines: list[Line] = [
        Left(line.name if named is None else say(named), Tone.STRONG),
        Pair(say(words.HERE), (_side(line.here),)),
        Pair(say(words.CENTRE), (_side(line.centre),)),
    ]
    if line.unsent.count:
        lines.append(Pair(say(words.UNSENT), (_side(line.unsent),)))
    if line.difference:
        lines.append(Pair(say(words.DIFFERENCE), (rupees(line.difference),), Tone.STRONG))
    return lines


def _side(side: Counted) -> str:
    return words.SIDE.format(count=side.count, amount=rupees(side.amount))


def _difference(one: Difference, tongue: Tongue) -> list[Line]:
    """The receipt, what the centre has too much or lacks, and why."""
    return [
        Pair(one.receipt_no, (rupees(one.amount),)),
        *notes(*tongue.each(words.KINDS[one.kind])),
    ]
