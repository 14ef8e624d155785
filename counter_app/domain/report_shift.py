"""X and Z: a shift as it stands, and a shift as it was closed, with the proof of sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_collection import bars_of, purpose_table, summary_table
from counter_app.domain.report_parts import (
    KINDS,
    SIGN_CASHIER,
    SIGN_HEAD,
    SIGN_SUPERVISOR,
    amount_of,
    by_kind,
    count,
    first_and_last,
    in_number_order,
    moment,
    money,
    table,
    text,
)
from counter_app.domain.report_register import reversals_table
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, ReceiptLine, ShiftLine
    from counter_app.domain.shift_close import ProofOfSync, ShiftClose

HEAD_DIGITS = 16
"""As much of the chain's hash as a person can compare with another paper."""


def x_report(heading: Heading, rows: BookRows) -> Report:
    """The shift as it stands at the cut, open or closed."""
    (shift,) = rows.shifts
    receipts = in_number_order(rows.receipts)
    signed = [one for one in receipts if one.is_acknowledged]
    return Report(
        kind=ReportKind.X,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *_about_shift(shift),
            *first_and_last(receipts),
            (Word("receipts_count"), len(receipts)),
            (Word("collected"), amount_of(receipts)),
            (Word("drawer_expected"), shift.cash_expected),
            (
                Word("proof_of_sync"),
                _sync(
                    len(signed),
                    len(receipts) - len(signed),
                    amount_of(receipts) - amount_of(signed),
                ),
            ),
            (Word("chain_head"), heading.cut.head.hex()[:HEAD_DIGITS]),
        ),
        sections=(_tenders_left(receipts), *_of_shift(shift, receipts, rows)),
        bars=bars_of(receipts),
        signatures=(SIGN_CASHIER,),
    )


def z_report(heading: Heading, rows: BookRows) -> Report:
    """The shift as it was closed. Raises ValueError for one that is open."""
    (shift,) = rows.shifts
    close = shift.close
    if close is None:
        message = f"shift {shift.shift_no} is open"
        raise ValueError(message)
    receipts = in_number_order(rows.receipts)
    return Report(
        kind=ReportKind.Z,
        place=heading.place,
        made_at=heading.made_at,
        about=(*_about_shift(shift), *_about_close(shift, close, receipts)),
        sections=(
            _close_table(close),
            _counted_table(close),
            *_of_shift(shift, receipts, rows),
        ),
        bars=bars_of(receipts),
        signatures=(SIGN_CASHIER, SIGN_HEAD, SIGN_SUPERVISOR),
    )


def _sync(acknowledged: int, unsent: int, unsent_amount: Money) -> Word:
    """``12 acknowledged, 3 unsent, Rs 4,500.00``."""
    return Word(
        "sync_proof",
        (("acknowledged", acknowledged), ("unsent", unsent), ("unsent_amount", unsent_amount)),
    )


def _about_shift(shift: ShiftLine) -> tuple[tuple[Word, Cell], ...]:
    return (
        (Word("shift_no"), shift.shift_no),
        (Word("cashier"), shift.cashier),
        (Word("drawer_no"), shift.drawer_no),
        (Word("business_date"), shift.business_date),
        (Word("opened"), shift.opened_at),
        (Word("opening_float"), shift.opening_float),
        *(
            ((Word("taken_over_from"), shift.taken_over_from),)
            if shift.taken_over_from is not None
            else ()
        ),
    )


def _about_close(
    shift: ShiftLine, close: ShiftClose, receipts: Sequence[ReceiptLine]
) -> tuple[tuple[Word, Cell], ...]:
    proof: ProofOfSync = close.proof
    about: list[tuple[Word, Cell]] = [
        (Word("closed"), close.at),
        (Word("closed_by"), shift.closed_by),
        (Word("first_receipt"), close.first_receipt_no or Word("nothing")),
        (Word("last_receipt"), close.last_receipt_no or Word("nothing")),
        (Word("receipts_count"), close.receipts),
        (Word("collected"), amount_of(receipts)),
        (Word("closing_float"), close.parted.float_left),
        (Word("takings"), close.parted.takings),
        (Word("times_counted"), close.counts),
        (
            Word("proof_of_sync"),
            _sync(proof.acknowledged, proof.unsent, proof.unsent_amount),
        ),
        (Word("chain_head"), close.chain_head.hex()[:HEAD_DIGITS]),
    ]
    if close.reason:
        about.append((Word("reason"), close.reason))
    if close.approval is not None:
        about.append((Word("approved_by"), shift.approver))
    return tuple(about)


def _close_table(close: ShiftClose) -> Section:
    """Each tender: expected by the books, counted blind, short or excess."""
    return table(
        "close",
        (
            text("tender", 16),
            count("expected_pieces"),
            money("expected"),
            count("counted_pieces"),
            money("counted"),
            money("variance"),
        ),
        [
            (
                Word(f"tender.{line.kind}"),
                line.expected.pieces or None,
                line.expected.amount,
                line.counted.pieces or None,
                line.counted.amount,
                line.variance,
            )
            for line in close.lines
        ],
        adds=["expected", "counted", "variance"],
    )


def _counted_table(close: ShiftClose) -> Section:
    return table(
        "counted_cash",
        (money("denomination"), count("pieces"), money("amount")),
        [(one, pieces, Money(one.paise * pieces)) for one, pieces in close.count.pieces],
        "no_cash_counted",
    )


def _tenders_left(receipts: Sequence[ReceiptLine]) -> Section:
    """Each tender: taken, undone, left."""
    lines = []
    for kind in KINDS:
        sums = [sums[kind] for one in receipts if kind in (sums := by_kind(one))]
        undone = Money.total(
            part.amount
            for one in receipts
            if one.reversal is not None
            for part in one.reversal.tenders
            if part.kind is kind and part.where is not GoesWhere.HELD
        )
        if sums:
            taken = Money.total(sums)
            lines.append((Word(f"tender.{kind}"), len(sums), taken, undone or None, taken - undone))
    columns = (
        text("tender", 16),
        count("count"),
        money("amount"),
        money("given_back"),
        money("left"),
    )
    return table("by_tender", columns, lines, "nothing_taken", ["amount", "given_back", "left"])


def _of_shift(
    shift: ShiftLine, receipts: Sequence[ReceiptLine], rows: BookRows
) -> tuple[Section, ...]:
    """What X and Z have in common: the drawer, purposes, what is to be known, moves and reversals."""
    return (
        _drawer_table(shift, receipts, rows),
        purpose_table(receipts),
        summary_table(
            receipts, [one for one in rows.reversals if one.taken_in == shift.shift_no], ()
        ),
        _moves_table(rows),
        reversals_table(rows.reversals),
        _acts_table(shift, rows),
    )


def _drawer_table(shift: ShiftLine, receipts: Sequence[ReceiptLine], rows: BookRows) -> Section:
    """How the cash came about: float, cash taken, moves, cash given back; in less out is what the drawer holds."""
    taken = Money.total(by_kind(one).get(TenderKind.CASH, ZERO) for one in receipts)
    back = Money.total(
        part.amount
        for one in rows.reversals
        if one.shift_no == shift.shift_no
        for part in one.tenders
        if part.where is GoesWhere.CASH_BACK
    )
    lines: list[tuple[Cell, ...]] = [
        (Word("opening_float"), shift.opening_float, None),
        (Word("cash_taken"), taken, None),
    ]
    for why in MoveWhy:
        moves = [one.move for one in rows.moves if one.move.why is why]
        if moves:
            amount = Money.total(one.amount for one in moves)
            is_in = moves[0].is_in
            lines.append(
                (
                    Word(f"move_why.{why}"),
                    amount if is_in else None,
                    None if is_in else amount,
                )
            )
    if back:
        lines.append((Word("cash_given_back"), None, back))
    columns = (text("what", 24), money("money_in"), money("money_out"))
    return table("drawer", columns, lines, adds=["money_in", "money_out"])


def _moves_table(rows: BookRows) -> Section:
    return table(
        "cash_moves",
        (
            moment("moment", 13),
            text("why", 16),
            money("money_in"),
            money("money_out"),
            text("receiver", 14),
            text("approved_by", 14),
            text("reason", 20),
        ),
        [
            (
                one.move.at,
                Word(f"move_why.{one.move.why}"),
                one.move.amount if one.move.is_in else None,
                None if one.move.is_in else one.move.amount,
                one.receiver if one.move.receiver_id else None,
                one.approver if one.move.approval else None,
                one.move.reason,
            )
            for one in rows.moves
        ],
        "no_moves",
        ["money_in", "money_out"],
    )


def _acts_table(shift: ShiftLine, rows: BookRows) -> Section:
    """How often the drawer was opened without a payment, the shift suspended, a second person asked."""
    return table(
        "acts",
        (text("what", 30), count("times")),
        [
            (Word("drawer_openings"), len(rows.openings)),
            (Word("pauses"), shift.pauses),
            (Word("approvals"), len(rows.approvals)),
        ],
    )
