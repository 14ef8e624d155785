"""Reports of the way to the bank: the custody register, and what is undeposited by age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.money import Money
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_ACCOUNTANT,
    SIGN_HEAD,
    SIGN_SUPERVISOR,
    count,
    count_and_sum,
    day,
    moment,
    money,
    table,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.remittance import SlipSeen
    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, HandingLine, MoveLine, SlipLine


def custody(heading: Heading, rows: BookRows) -> Report:
    """Every step of these days from the drawers to the bank, and what the bank found."""
    drops = [one for one in rows.moves if one.move.why is MoveWhy.DROP]
    return Report(
        kind=ReportKind.CUSTODY,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            (Word("drops"), _sum(len(drops), [one.move.amount for one in drops])),
            (
                Word("handings"),
                _sum(len(rows.handings), [one.handing.count.total for one in rows.handings]),
            ),
            (Word("slips"), _sum(len(rows.slips), [one.seen.slip.amount for one in rows.slips])),
        ),
        sections=(
            _drops(drops),
            _handings(rows.handings),
            _slips(rows.slips),
            _differences(rows.slips),
        ),
        signatures=(SIGN_HEAD, SIGN_SUPERVISOR),
    )


def _sum(number: int, amounts: Sequence[Money]) -> Word:
    return count_and_sum(number, Money.total(amounts))


def _drops(drops: Sequence[MoveLine]) -> Section:
    return table(
        "drops",
        (
            moment(),
            count("shift"),
            text("giver", 16),
            text("receiver", 16),
            money("amount"),
        ),
        [(one.move.at, one.shift_no, one.cashier, one.receiver, one.move.amount) for one in drops],
        when_empty="no_moves",
        adds=("amount",),
    )


def _handings(handings: Sequence[HandingLine]) -> Section:
    return table(
        "handings",
        (
            moment(),
            text("giver", 14),
            text("receiver", 14),
            money("takings_sum"),
            money("counted"),
            money("variance"),
            text("reason", 14),
            text("approved_by", 12),
        ),
        [
            (
                one.handing.at,
                one.giver,
                one.receiver,
                one.handing.amount,
                one.handing.count.total,
                one.handing.variance,
                one.handing.reason,
                one.approver,
            )
            for one in handings
        ],
        when_empty="no_handings",
        adds=("takings_sum", "counted", "variance"),
    )


def _slips(slips: Sequence[SlipLine]) -> Section:
    return table(
        "slips",
        (
            count("slip_no", 6),
            day("date"),
            text("slip_kind", 12),
            text("made_by", 14),
            money("amount"),
            text("bank_reference", 16),
            day("bank_date"),
            money("accepted"),
        ),
        [(*_slip_cells(one), *_answer_cells(one.seen)) for one in slips],
        when_empty="no_slips",
        adds=("amount", "accepted"),
    )


def _slip_cells(one: SlipLine) -> tuple[Cell, ...]:
    slip = one.seen.slip
    kind = Word(f"slip_kind.{slip.kind}")
    return slip.slip_no, slip.business_date, kind, one.by, slip.amount


def _answer_cells(seen: SlipSeen) -> tuple[Cell, ...]:
    answer = seen.answer
    if answer is None:
        return Word("no_answer_yet"), None, None
    return answer.reference, answer.on, answer.accepted


def _differences(slips: Sequence[SlipLine]) -> Section:
    return table(
        "bank_differences",
        (
            count("slip_no", 6),
            text("why", 14),
            money("difference"),
            text("note", 24),
            text("approved_by", 14),
        ),
        [
            (
                one.seen.slip.slip_no,
                Word(f"bank_why.{difference.why}"),
                difference.amount,
                difference.note,
                one.approver,
            )
            for one in slips
            if one.seen.answer is not None
            for difference in one.seen.answer.differences
        ],
        when_empty="no_differences",
    )


def undeposited(heading: Heading, rows: BookRows) -> Report:
    """All money that no answer of the bank covers now, day by day, with its age; whatever days were asked for."""
    lines = rows.undeposited
    today = heading.made_at.date()
    late = [one for one in lines if one.day < today]
    return Report(
        kind=ReportKind.UNDEPOSITED,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            (Word("total"), _sum(len(lines), [one.amount for one in lines])),
            (Word("of_earlier_days"), _sum(len(late), [one.amount for one in late])),
        ),
        sections=(
            table(
                "by_age",
                (
                    day("business_date", 11),
                    count("age_days"),
                    text("kind", 14),
                    text("where_now", 22),
                    money("amount"),
                ),
                [
                    (
                        one.day,
                        one.days_old(today),
                        Word(f"tender.{one.kind}"),
                        _where(one),
                        one.amount,
                    )
                    for one in lines
                ],
                when_empty="all_deposited",
                adds=("amount",),
            ),
        ),
        signatures=(SIGN_HEAD, SIGN_ACCOUNTANT),
    )


def _where(line: Undeposited) -> Word:
    if line.slip_no is None:
        return Word("on_no_slip")
    return Word("on_slip_unanswered", (("slip_no", line.slip_no),))
