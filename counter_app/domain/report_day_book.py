"""The day book: every entry, movement by movement, and what each account moved; debits are credits throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_ACCOUNTANT,
    SIGN_SUPERVISOR,
    count,
    moment,
    money,
    table,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, EntryLine


def day_book(heading: Heading, rows: BookRows) -> Report:
    """Entries in the order of the chain. The last column runs on: debits less credits, nought after each entry."""
    debits = Money.total(
        one.amount for entry in rows.entries for one in entry.postings if one.amount > ZERO
    )
    return Report(
        kind=ReportKind.DAY_BOOK,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            (Word("entries"), len(rows.entries)),
            (Word("debits_and_credits"), debits),
        ),
        sections=(_entries_table(rows.entries), _accounts_table(rows.entries)),
        signatures=(SIGN_ACCOUNTANT, SIGN_SUPERVISOR),
    )


def _entries_table(entries: Sequence[EntryLine]) -> Section:
    lines: list[tuple[Cell, ...]] = []
    running = ZERO
    for entry in entries:
        for place, one in enumerate(entry.postings):
            running += one.amount
            is_first = not place
            lines.append(
                (
                    entry.link if is_first else None,
                    entry.at if is_first else None,
                    Word(f"entry.{entry.kind}") if is_first else None,
                    entry.about if is_first else None,
                    entry.by if is_first else None,
                    Word(f"ledger.{one.account}"),
                    one.amount if one.amount > ZERO else None,
                    -one.amount if one.amount < ZERO else None,
                    running,
                )
            )
    columns = (
        count("entry_no", 7),
        moment("moment", 13),
        text("entry", 14),
        text("about", 18),
        text("by", 14),
        text("ledger_account", 20),
        money("debit"),
        money("credit"),
        money("running", 10),
    )
    return table("entries", columns, lines, "no_entries", ["debit", "credit"])


def _accounts_table(entries: Sequence[EntryLine]) -> Section:
    """What each account moved in all."""
    debit: dict[LedgerAccount, Money] = {}
    credit: dict[LedgerAccount, Money] = {}
    for entry in entries:
        for one in entry.postings:
            side = debit if one.amount > ZERO else credit
            side[one.account] = side.get(one.account, ZERO) + one.amount
    lines = []
    for account in LedgerAccount:
        moved = debit.get(account, ZERO), -credit.get(account, ZERO)
        if any(moved):
            lines.append(
                (Word(f"ledger.{account}"), moved[0] or None, moved[1] or None, moved[0] - moved[1])
            )
    columns = (text("ledger_account", 26), money("debit"), money("credit"), money("difference"))
    return table("accounts", columns, lines, "no_entries", ["debit", "credit", "difference"])
