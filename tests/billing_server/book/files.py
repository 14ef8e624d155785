"""Small files as a billing department would export them, for the sentences about the importer."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from billing_server.book.importer import BookRead, read_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from billing_server.book.bad_rows import BadRow, BadRowKind

CONSUMER: Mapping[str, str] = {
    "Account No": "3100000001",
    "Name": "RAM KUMAR GUPTA",
    "Name (Hindi)": "राम कुमार गुप्ता",
    "Old Account No": "12345678",
    "Meter No": "KES1234567",
    "Mobile": "9876543210",
    "Father/Husband Name": "SHYAM LAL GUPTA",
    "Address": "128/45 H BLOCK KIDWAI NAGAR KANPUR",
    "Locality": "KIDWAI NAGAR",
    "Division": "KIDWAI NAGAR",
    "Sub-station": "KIDWAI NAGAR 33/11",
    "Tariff Category": "LMV-1",
    "Connection Type": "Postpaid",
    "Flags": "",
}
BILL: Mapping[str, str] = {
    "Bill No": "261100000001",
    "Account No": "3100000001",
    "Bill Month": "2026-10",
    "Bill Date": "2026-11-04",
    "Due Date": "2026-11-25",
    "Disconnection Date": "",
    "Current Demand": "500.00",
    "Arrears": "100.00",
    "Surcharge": "5.00",
    "Other Debits": "0.00",
    "Credits": "5.00",
    "Payable by Due Date": "600.00",
    "Payable after Due Date": "607.50",
    "Received": "0.00",
    "As On": "2026-11-23",
}


def consumer(**changes: str) -> dict[str, str]:
    """A good consumer's row with some cells changed; ``_`` in a keyword is a space in the heading."""
    return {**CONSUMER, **{name.replace("_", " "): value for name, value in changes.items()}}


def bill(**changes: str) -> dict[str, str]:
    """A good bill's row with some cells changed."""
    return {**BILL, **{name.replace("_", " "): value for name, value in changes.items()}}


def table(rows: Iterable[Mapping[str, str]], separator: str = ",") -> str:
    """Rows as CSV text under the headings of the first."""
    listed = list(rows)
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, list(listed[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(listed)
    return lines.getvalue()


def read_texts(
    folder: Path,
    consumers: str | bytes | None = None,
    bills: str | bytes | None = None,
    known_accounts: frozenset[str] = frozenset(),
) -> BookRead:
    """Import two files of this text, or of one good row each."""
    consumers_path, bills_path = folder / "consumers.csv", folder / "bills.csv"
    _write(consumers_path, consumers if consumers is not None else table([CONSUMER]))
    _write(bills_path, bills if bills is not None else table([BILL]))
    return read_book(consumers_path, bills_path, known_accounts)


def _write(path: Path, text: str | bytes) -> None:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(book: BookRead) -> list[tuple[str, int, str, BadRowKind, str]]:
    """Every bad row as file, row, column, kind and what was found."""
    return [(bad.file, bad.row, bad.column, bad.kind, bad.found) for bad in book.bad_rows]


def only_bad_row(book: BookRead) -> BadRow:
    """The one bad row."""
    assert len(book.bad_rows) == 1, book.bad_rows
    return book.bad_rows[0]
