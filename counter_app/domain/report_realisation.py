"""The realisation sheet: what was demanded of each bill, what was realised and for what, what remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.payment import Toward
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_collection import UNKNOWN, head_table
from counter_app.domain.report_parts import (
    SIGN_ACCOUNTANT,
    SIGN_CASHIER,
    amount_of,
    count,
    first_and_last,
    in_number_order,
    masked,
    money,
    table,
    text,
)
from counter_app.domain.report_scroll import ISSUED, REVERSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, ReceiptLine

_TOWARD = tuple(money(f"to_{toward.value}", 10) for toward in Toward)
_ADDS = [*(column.head for column in _TOWARD), "amount"]


def realisation(heading: Heading, rows: BookRows) -> Report:
    """Receipt by receipt, then by category and by head."""
    receipts = in_number_order(rows.receipts)
    return Report(
        kind=ReportKind.REALISATION,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            *first_and_last(receipts),
            (Word("receipts_count"), len(receipts)),
            (Word("collected"), amount_of(receipts)),
        ),
        sections=(_receipts_table(receipts), _category_table(receipts), head_table(receipts)),
        signatures=(SIGN_CASHIER, SIGN_ACCOUNTANT),
    )


def _toward(receipts: Sequence[ReceiptLine]) -> tuple[Money | None, ...]:
    """A cell for each thing a payment may go to: bill, advance, head, suspense."""
    return tuple(
        Money.total(sums) if sums else None
        for toward in Toward
        for sums in [
            [part.amount for one in receipts for part in one.allocations if part.toward is toward]
        ]
    )


def _receipts_table(receipts: Sequence[ReceiptLine]) -> Section:
    return table(
        "receipts",
        (
            text("receipt_no", 17),
            text("account_no", 11),
            text("consumer", 13),
            text("category", 8),
            text("bill_no", 13),
            text("bill_month", 8),
            money("demand"),
            *_TOWARD,
            money("amount"),
            money("balance"),
            text("state", 9),
        ),
        [_receipt_line(one) for one in receipts],
        "no_receipts",
        _ADDS,
    )


def _receipt_line(one: ReceiptLine) -> tuple[Cell, ...]:
    return (
        str(one.receipt_no),
        one.account_no,
        masked(one.consumer),
        one.category,
        one.bill_no,
        one.bill_month,
        one.outstanding_before,
        *_toward([one]),
        one.amount,
        one.balance,
        Word(ISSUED if one.reversal is None else REVERSED),
    )


def _category_table(receipts: Sequence[ReceiptLine]) -> Section:
    of_category: dict[str, list[ReceiptLine]] = {}
    for one in receipts:
        of_category.setdefault(one.category, []).append(one)
    lines = [
        (category or UNKNOWN, len(of_one), *_toward(of_one), amount_of(of_one))
        for category, of_one in sorted(of_category.items())
    ]
    columns = (text("category", 16), count("count"), *_TOWARD, money("amount"))
    return table("by_category", columns, lines, "nothing_taken", ["count", *_ADDS])
