"""Consumers and bills from the billing department's files: good rows taken, every bad row named.

Rows stream: memory holds one account number and one bill number a row, never the rows. A bill is taken when
its consumer was, or is known already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from billing_server.book.bad_rows import BadRowKind
from billing_server.book.columns import BILL_COLUMNS, CONSUMER_COLUMNS, FLAG_COLUMNS
from billing_server.book.flags import flags_in_order
from billing_server.book.sheets import BookFile, Findings
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.money import Money
from counter_app.wire.exchange import BillTold, ConsumerTold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from billing_server.book.bad_rows import BadRow, Note
    from billing_server.book.columns import Value
    from billing_server.book.sheets import FileCount, TypedRow

_UNTOLD: dict[str, Value] = {
    **{name: "" for name in ConsumerTold.__struct_fields__ if name not in {"connection", "flags"}},
    "connection": Connection.POSTPAID.value,
    "flags": (),
}
_UNBILLED: dict[str, Value] = {
    "disconnection_date": "",
    "arrear_principal_paise": 0,
    "arrear_surcharge_paise": 0,
    "other_debits_paise": 0,
    "credits_paise": 0,
    "received_paise": 0,
}
_FLAG_FIELDS = tuple(column.field for column in FLAG_COLUMNS)


@dataclass(frozen=True, slots=True)
class BookRead:
    """A whole book in memory, for small ones and tests."""

    consumers: tuple[ConsumerTold, ...]
    bills: tuple[BillTold, ...]
    bad_rows: tuple[BadRow, ...]
    notes: tuple[Note, ...]
    counts: tuple[FileCount, ...]


class BookImport:
    """Both files, opened: take ``consumers`` to the end, then ``bills``; each runs once."""

    def __init__(
        self,
        consumers_path: Path,
        bills_path: Path,
        known_accounts: Collection[str] = frozenset(),
        progress: Callable[[str, int], None] = lambda _file, _rows: None,
    ) -> None:
        """Open both and find their headings. Raises UnreadableFileError."""
        self._findings = Findings()
        columns = (*CONSUMER_COLUMNS, *FLAG_COLUMNS)
        self._consumers = BookFile(consumers_path, columns, self._findings, progress)
        self._bills = BookFile(bills_path, BILL_COLUMNS, self._findings, progress)
        self._known = known_accounts
        self._row_of_account: dict[str, int] = {}
        self._row_of_bill: dict[str, int] = {}

    @property
    def is_usable(self) -> bool:
        """Whether both files have their required columns; else no row of either is taken."""
        return self._consumers.is_usable and self._bills.is_usable

    @property
    def bad_rows(self) -> list[BadRow]:
        """What was found wrong so far, in order."""
        return self._findings.bad_rows

    @property
    def notes(self) -> list[Note]:
        """What a person should know about the files."""
        return self._findings.notes

    @property
    def counts(self) -> tuple[FileCount, FileCount]:
        """How the consumers' and the bills' file fared so far."""
        return self._consumers.count, self._bills.count

    def consumers(self) -> Iterator[ConsumerTold]:
        """Every good consumer, in the order of the file. Raises UnreadableFileError."""
        if not self.is_usable:
            return
        for row in self._consumers.rows():
            account_no = str(row.values["account_no"])
            first_row = self._row_of_account.setdefault(account_no, row.number)
            if first_row != row.number:
                self._consumers.refuse(
                    row, "account_no", BadRowKind.ACCOUNT_TWICE, first_row=first_row
                )
            else:
                self._consumers.take()
                yield _consumer_of(row)

    def bills(self) -> Iterator[BillTold]:
        """Every good bill whose consumer is known, in the order of the file. Raises UnreadableFileError."""
        if not self.is_usable:
            return
        for row in self._bills.rows():
            bill = _bill_of(row)
            if self._accepts(bill, row):
                self._bills.take()
                yield bill

    def _accepts(self, bill: BillTold, row: TypedRow) -> bool:
        """Whether the bill fits the book and itself; the first thing wrong is told."""
        refuse = self._bills.refuse
        first_row = self._row_of_bill.setdefault(bill.bill_no, row.number)
        by_due = bill.payable_by_due_paise
        if first_row != row.number:
            refuse(row, "bill_no", BadRowKind.BILL_TWICE, first_row=first_row)
        elif bill.account_no not in self._row_of_account and bill.account_no not in self._known:
            is_bad = bill.account_no in self._consumers.accounts_refused
            kind = BadRowKind.ACCOUNT_ROW_BAD if is_bad else BadRowKind.ACCOUNT_UNKNOWN
            refuse(row, "account_no", kind)
        elif _sum_of_parts(bill) != by_due:
            parts = str(Money(_sum_of_parts(bill)))
            refuse(row, "payable_by_due_paise", BadRowKind.PARTS_DO_NOT_ADD, sum=parts)
        elif bill.payable_after_due_paise < by_due:
            told = str(Money(by_due))
            refuse(row, "payable_after_due_paise", BadRowKind.AFTER_DUE_LESS, by_due=told)
        elif bill.due_date < bill.bill_date:
            refuse(row, "due_date", BadRowKind.DUE_BEFORE_BILL, bill_date=bill.bill_date)
        else:
            return True
        return False


def read_book(
    consumers_path: Path, bills_path: Path, known_accounts: Collection[str] = frozenset()
) -> BookRead:
    """Both files at once. Raises UnreadableFileError."""
    book = BookImport(consumers_path, bills_path, known_accounts)
    consumers, bills = tuple(book.consumers()), tuple(book.bills())
    return BookRead(consumers, bills, tuple(book.bad_rows), tuple(book.notes), book.counts)


def _sum_of_parts(bill: BillTold) -> int:
    return (
        bill.current_demand_paise
        + bill.arrear_principal_paise
        + bill.arrear_surcharge_paise
        + bill.other_debits_paise
        - bill.credits_paise
    )


def _consumer_of(row: TypedRow) -> ConsumerTold:
    values = {**_UNTOLD, **row.values}
    flags = {ConsumerFlag(name) for name in _FLAG_FIELDS if values.get(name)}
    if flags:
        told = values["flags"]
        assert isinstance(told, tuple)
        values["flags"] = flags_in_order(flags | {ConsumerFlag(name) for name in told})
    fields = [values[name] for name in ConsumerTold.__struct_fields__]
    return msgspec.convert(fields, ConsumerTold)


def _bill_of(row: TypedRow) -> BillTold:
    values = {**_UNBILLED, **row.values}
    return msgspec.convert([values[name] for name in BillTold.__struct_fields__], BillTold)
