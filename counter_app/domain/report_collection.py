"""The daily collection report: by tender and purpose, category, cashier and head; each way comes to one total.

The total is what was issued. What was undone in the same days is taken off below it, so that a day that is over keeps
its figures when one of its receipts is reversed later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.purpose import SUSPENSE_PURPOSE, USUAL_PURPOSES
from counter_app.domain.report import Bar, Names, Report, ReportKind, Word
from counter_app.domain.report_parts import (
    KINDS,
    SIGN_CASHIER,
    SIGN_SUPERVISOR,
    TENDERS,
    amount_of,
    by_kind,
    count,
    count_and_sum,
    day,
    first_and_last,
    in_number_order,
    money,
    table,
    text,
)
from counter_app.domain.report_parts import tender_cells as cells_of
from counter_app.domain.report_register import reversals_table
from counter_app.domain.report_scroll import missing_numbers
from counter_app.domain.reversal import GoesWhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, ReceiptLine, ReturnLine, ReversalLine
    from counter_app.domain.tender import TenderKind

_PURPOSES = {purpose.code: place for place, purpose in enumerate(USUAL_PURPOSES)}
UNKNOWN = Word("suspense")
"""The category of who is not in the local copy."""

_SUMMED = ["count", *(kind.value for kind in KINDS), "amount"]


def collection(heading: Heading, rows: BookRows) -> Report:
    """What was collected, four ways, and what of it is to be known."""
    receipts = in_number_order(rows.receipts)
    missing = missing_numbers(rows.runs)
    unsent = [one for one in receipts if not one.is_acknowledged]
    return Report(
        kind=ReportKind.COLLECTION,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            *first_and_last(receipts),
            (Word("receipts_count"), len(receipts)),
            (Word("collected"), amount_of(receipts)),
            (Word("missing"), len(missing) if missing else Word("none_missing")),
            (
                Word("unsent"),
                count_and_sum(len(unsent), amount_of(unsent)) if unsent else Word("all_sent"),
            ),
        ),
        sections=(
            tender_table(receipts),
            purpose_table(receipts),
            head_table(receipts),
            _matrix("by_category", "category", receipts, lambda one: one.category or UNKNOWN),
            _matrix("by_cashier", "cashier", receipts, lambda one: one.cashier),
            *((_day_table(receipts),) if heading.is_of_days else ()),
            summary_table(receipts, rows.reversals, rows.returns),
            reversals_table(rows.reversals),
        ),
        bars=bars_of(receipts),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def tender_table(receipts: Sequence[ReceiptLine]) -> Section:
    """How it was handed over; a receipt with two tenders counts in both."""
    lines = []
    for kind in KINDS:
        sums = [sums[kind] for one in receipts if kind in (sums := by_kind(one))]
        if sums:
            lines.append((Word(f"tender.{kind}"), len(sums), Money.total(sums)))
    columns = (text("tender", 16), count("count"), money("amount"))
    return table("by_tender", columns, lines, "nothing_taken", ["amount"])


def purpose_table(receipts: Sequence[ReceiptLine]) -> Section:
    """Purpose by tender; who is not in the local copy is a line of its own."""
    names: dict[str, Names] = {}
    of_purpose: dict[str, list[ReceiptLine]] = {}
    for one in receipts:
        code = SUSPENSE_PURPOSE.code if one.is_suspense else one.purpose
        names[code] = one.purpose_names
        of_purpose.setdefault(code, []).append(one)
    names[SUSPENSE_PURPOSE.code] = Names(SUSPENSE_PURPOSE.name_en, SUSPENSE_PURPOSE.name_hi)
    codes = sorted(of_purpose, key=lambda code: (_PURPOSES.get(code, len(_PURPOSES)), code))
    lines = [_matrix_line(names[code], of_purpose[code]) for code in codes]
    columns = (text("purpose", 22), count("count"), *TENDERS, money("amount"))
    return table("by_purpose", columns, lines, "nothing_taken", _SUMMED)


def _matrix(
    title: str,
    head: str,
    receipts: Sequence[ReceiptLine],
    key: Callable[[ReceiptLine], Names | Word | str],
) -> Section:
    """Some key of the receipts by tender, in the order of its words."""
    groups: dict[Names | Word | str, list[ReceiptLine]] = {}
    for one in receipts:
        groups.setdefault(key(one), []).append(one)
    lines = [
        _matrix_line(key(of_key[0]), of_key)
        for _, of_key in sorted(groups.items(), key=lambda group: str(group[0]))
    ]
    columns = (text(head, 22), count("count"), *TENDERS, money("amount"))
    return table(title, columns, lines, "nothing_taken", _SUMMED)


def _matrix_line(name: Cell, receipts: Sequence[ReceiptLine]) -> tuple[Cell, ...]:
    return (name, len(receipts), *cells_of(receipts), amount_of(receipts))


def _day_table(receipts: Sequence[ReceiptLine]) -> Section:
    days = sorted({one.business_date for one in receipts})
    lines = [_matrix_line(on, [one for one in receipts if one.business_date == on]) for on in days]
    columns = (day("day", 22), count("count"), *TENDERS, money("amount"))
    return table("by_day", columns, lines, "nothing_taken", _SUMMED)


def credited_by(receipts: Iterable[ReceiptLine]) -> dict[LedgerAccount, list[Money]]:
    """What these receipts credited to each account: their parts, as their entries have them."""
    credited: dict[LedgerAccount, list[Money]] = {}
    for one in receipts:
        for part in one.allocations:
            account = (
                LedgerAccount.ADVANCE_RECEIVED if part.toward is Toward.ADVANCE else one.account
            )
            credited.setdefault(account, []).append(part.amount)
    return credited


def head_table(receipts: Sequence[ReceiptLine]) -> Section:
    """The heads of account it goes to, advances and suspense among them."""
    credited = credited_by(receipts)
    lines = [
        (Word(f"ledger.{account}"), len(credited[account]), Money.total(credited[account]))
        for account in LedgerAccount
        if account in credited
    ]
    columns = (text("ledger_account", 22), count("parts"), money("amount"))
    return table("by_head", columns, lines, "nothing_taken", ["parts", "amount"])


def summary_table(
    receipts: Sequence[ReceiptLine],
    reversals: Sequence[ReversalLine],
    returns: Sequence[ReturnLine],
) -> Section:
    """From what was issued to the net collection of these days, and what is to be known of the receipts."""
    held = [
        part.amount for one in reversals for part in one.tenders if part.where is GoesWhere.HELD
    ]
    collected = amount_of(receipts)
    cancelled = Money.total(one.amount for one in reversals)
    returned = Money.total(one.amount for one in returns)
    lines: list[tuple[Cell, ...]] = [
        (Word("collected"), len(receipts), collected),
        (Word("less_cancelled"), len(reversals), cancelled),
        (Word("held_in_suspense"), len(held), Money.total(held)),
        (Word("less_returned"), len(returns), returned),
        (Word("net"), None, collected - cancelled + Money.total(held) - returned),
    ]
    known: list[tuple[str, list[Money]]] = [
        (
            "part_payments",
            [one.amount for one in receipts if one.settlement is Settlement.PART],
        ),
        ("advances", [one.advance for one in receipts if one.advance]),
        ("suspense", [one.amount for one in receipts if one.is_suspense]),
        *(
            (f"stamps_{how}", [one.amount for one in receipts if one.stamp == how])
            for how in sorted({one.stamp for one in receipts if one.stamp})
        ),
        ("unsent", [one.amount for one in receipts if not one.is_acknowledged]),
        ("not_printed", [one.amount for one in receipts if not one.copies]),
    ]
    lines += [(Word(key), len(sums), Money.total(sums)) for key, sums in known]
    return table("summary", (text("what", 30), count("count"), money("amount")), lines)


def bars_of(receipts: Iterable[ReceiptLine]) -> tuple[Bar, ...]:
    """Collection by the hour of the day, from the first hour with a receipt to the last."""
    hours: dict[int, dict[TenderKind, Money]] = {}
    for one in receipts:
        sums = hours.setdefault(one.taken_at.hour, {})
        for kind, amount in by_kind(one).items():
            sums[kind] = sums.get(kind, ZERO) + amount
    if not hours:
        return ()
    return tuple(
        Bar(
            f"{hour:02d}",
            tuple((kind.value, hours[hour][kind]) for kind in KINDS if kind in hours.get(hour, {})),
        )
        for hour in range(min(hours), max(hours) + 1)
    )
