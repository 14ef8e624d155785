"""A book as the two files of the billing department: CSV with BOM, or XLSX, headings in English."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Literal

from billing_server.book.columns import BILL_COLUMNS, CONSUMER_COLUMNS
from counter_app.domain.money import PAISE_PER_RUPEE
from counter_app.wire.exchange import BillTold, ConsumerTold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from billing_server.book.generator import AccountTold

    Append = Callable[[list[str]], object]

Form = Literal["csv", "xlsx"]
CONSUMERS_FILE: Final = "consumers"
BILLS_FILE: Final = "bills"
MOST_XLSX_ROWS: Final = 1_048_576
"""Rows of a sheet, headings included (the file format's limit)."""
ACCOUNTS_BETWEEN_PROGRESS: Final = 50_000


def write_book(
    folder: Path,
    accounts: Iterable[AccountTold],
    form: Form = "csv",
    progress: Callable[[int], None] = lambda _accounts: None,
) -> tuple[Path, Path]:
    """Write ``consumers`` and ``bills`` into the folder, one pass, streaming; the two paths.

    Raises OSError, and ValueError when a sheet would have too many rows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    consumers_path = folder / f"{CONSUMERS_FILE}.{form}"
    bills_path = folder / f"{BILLS_FILE}.{form}"
    opened = _csv_appended if form == "csv" else _xlsx_appended
    with ExitStack() as open_files:
        add_consumer = opened(open_files, consumers_path)
        add_bill = opened(open_files, bills_path)
        add_consumer([column.title for column in CONSUMER_COLUMNS])
        add_bill([column.title for column in BILL_COLUMNS])
        for count, account in enumerate(accounts, start=1):
            add_consumer(_consumer_cells(account.consumer))
            for bill in account.bills:
                add_bill(_bill_cells(bill))
            if count % ACCOUNTS_BETWEEN_PROGRESS == 0:
                progress(count)
    return consumers_path, bills_path


def _csv_appended(open_files: ExitStack, path: Path) -> Append:
    lines = open_files.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
    return csv.writer(lines).writerow


def _xlsx_appended(open_files: ExitStack, path: Path) -> Append:
    from openpyxl import Workbook  # noqa: PLC0415 - a quarter of a second, for Excel files only

    book = Workbook(write_only=True)
    sheet = book.create_sheet(path.stem)
    open_files.callback(book.save, path)
    rows = 0

    def append(cells: list[str]) -> None:
        nonlocal rows
        rows += 1
        if rows > MOST_XLSX_ROWS:
            message = f"{path.name} would have more rows than a sheet can hold ({MOST_XLSX_ROWS})"
            raise ValueError(message)
        sheet.append(cells)

    return append


def _consumer_cells(consumer: ConsumerTold) -> list[str]:
    *texts, flags = (getattr(consumer, name) for name in ConsumerTold.__struct_fields__)
    return [*texts, ";".join(flags)]


def _bill_cells(bill: BillTold) -> list[str]:
    return [
        _rupees(getattr(bill, name)) if name.endswith("_paise") else getattr(bill, name)
        for name in BillTold.__struct_fields__
    ]


def _rupees(paise: int) -> str:
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    return f"{'-' if paise < 0 else ''}{rupees}.{rest:02d}"
