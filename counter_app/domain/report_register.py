"""Registers of what is to be answered for: cancelled receipts, short and excess, drawer openings, approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_CASHIER,
    SIGN_SUPERVISOR,
    count,
    count_and_sum,
    day,
    masked,
    moment,
    money,
    table,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import (
        ApprovalLine,
        BookRows,
        ReturnLine,
        ReversalLine,
    )

_ACTS = {code.value for code in ApprovalCode}


def cancelled(heading: Heading, rows: BookRows) -> Report:
    """Every receipt reversed in these days, and every instrument that came back."""
    total = Money.total(one.amount for one in rows.reversals)
    return Report(
        kind=ReportKind.CANCELLED,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            (Word("cancelled_sum"), count_and_sum(len(rows.reversals), total)),
        ),
        sections=(reversals_table(rows.reversals), _returns_table(rows.returns)),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def reversals_table(reversals: Sequence[ReversalLine]) -> Section:
    """Reversals with the reason, the second person, the paper and where the money went."""
    return table(
        "cancelled_receipts",
        (
            text("receipt_no", 17),
            day("taken_on"),
            text("account_no", 11),
            text("consumer", 13),
            money("amount"),
            moment("cancelled_at", 13),
            text("why", 12),
            text("reason", 16),
            text("goes_where", 12),
            text("paper", 11),
            text("by", 12),
            text("approved_by", 12),
        ),
        [
            (
                str(one.receipt_no),
                one.taken_on,
                one.account_no,
                masked(one.consumer),
                one.amount,
                one.at,
                Word(f"reversal_why.{one.why}"),
                one.reason,
                _where(one),
                Word(f"paper_state.{one.paper}"),
                one.by,
                one.approver,
            )
            for one in reversals
        ],
        "no_reversals",
        ["amount"],
    )


def _where(one: ReversalLine) -> Cell:
    """Where the money went; several ways of one receipt are said to be mixed."""
    ways = {part.where for part in one.tenders}
    return Word(f"goes_where.{ways.pop()}" if len(ways) == 1 else "goes_where.mixed")


def _returns_table(returns: Sequence[ReturnLine]) -> Section:
    return table(
        "returned_instruments",
        (
            text("paper_no", 12),
            text("tender", 10),
            text("bank", 16),
            day("bank_date"),
            text("receipts", 18),
            text("reason", 18),
            money("charge"),
            money("amount"),
            text("by", 12),
        ),
        [
            (
                one.paper.number if one.paper else one.upi_reference,
                Word(f"tender.{one.kind}"),
                one.paper.bank if one.paper else None,
                one.on,
                ", ".join(map(str, one.receipt_nos)),
                one.reason,
                one.charge or None,
                one.amount,
                one.by,
            )
            for one in returns
        ],
        "no_returns",
        ["charge", "amount"],
    )


def short_excess(heading: Heading, rows: BookRows) -> Report:
    """Every difference between counted and expected: at a close, and when takings were handed over."""
    section = table(
        None,
        (
            moment(),
            text("what", 11),
            count("shift_no", 6),
            text("cashier", 14),
            text("tender", 8),
            money("expected"),
            money("counted"),
            money("short"),
            money("excess"),
            text("reason", 16),
            text("approved_by", 12),
        ),
        _variances(rows),
        "no_short_excess",
        ["short", "excess"],
    )
    return Report(
        kind=ReportKind.SHORT_EXCESS,
        place=heading.place,
        made_at=heading.made_at,
        about=heading.about,
        sections=(section,),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def _variances(rows: BookRows) -> list[tuple[Cell, ...]]:
    lines: list[tuple[Cell, ...]] = []
    for shift in rows.closes:
        close = shift.close
        assert close is not None, "closes have one"
        lines += [
            (
                close.at,
                Word("close"),
                shift.shift_no,
                shift.cashier,
                Word(f"tender.{line.kind}"),
                line.expected.amount,
                line.counted.amount,
                -line.variance if line.variance < ZERO else None,
                line.variance if line.variance > ZERO else None,
                close.reason,
                shift.approver,
            )
            for line in close.lines
            if line.variance
        ]
    lines += [
        (
            one.handing.at,
            Word("handing"),
            None,
            one.giver,
            Word("tender.cash"),
            one.handing.amount,
            one.handing.count.total,
            -one.handing.variance if one.handing.variance < ZERO else None,
            one.handing.variance if one.handing.variance > ZERO else None,
            one.handing.reason,
            one.approver,
        )
        for one in rows.handings
        if one.handing.variance
    ]
    return lines


def openings(heading: Heading, rows: BookRows) -> Report:
    """Each time a drawer was opened without a payment."""
    section = table(
        None,
        (moment(), count("shift_no", 6), text("by", 16), text("why", 16), text("reason", 24)),
        [
            (
                one.opening.at,
                one.shift_no,
                one.by,
                Word(f"opening_why.{one.opening.why}"),
                one.opening.reason,
            )
            for one in rows.openings
        ],
        "no_openings",
    )
    return Report(
        kind=ReportKind.OPENINGS,
        place=heading.place,
        made_at=heading.made_at,
        about=(*heading.about, (Word("drawer_openings"), len(rows.openings))),
        sections=(section,),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def approvals(heading: Heading, rows: BookRows) -> Report:
    """Each yes of a second person: for whom, to what, of which sum, why, in person or by telephone."""
    lines = [_approval_line(one, code) for one in rows.approvals for code in one.codes]
    section = table(
        None,
        (
            moment(),
            text("approved_by", 14),
            text("how", 9),
            text("for_whom", 14),
            text("act", 18),
            text("about", 18),
            money("amount"),
            text("reason", 22),
        ),
        lines,
        "no_approvals",
    )
    return Report(
        kind=ReportKind.APPROVALS,
        place=heading.place,
        made_at=heading.made_at,
        about=(*heading.about, (Word("approvals"), len(rows.approvals))),
        sections=(section,),
        signatures=(SIGN_SUPERVISOR,),
    )


def _about(one: ApprovalLine) -> Cell:
    """A shift by its number; nobody knows its id."""
    if one.about_shift_no is None:
        return one.about
    return Word("shift_of", (("shift_no", one.about_shift_no),))


def _approval_line(one: ApprovalLine, code: str) -> tuple[Cell, ...]:
    return (
        one.at,
        one.approver,
        Word(f"how.{one.how}"),
        one.for_whom,
        Word(f"approval.{code}" if code in _ACTS else f"caveat.{code}"),
        _about(one),
        one.amount or None,
        one.reason,
    )
