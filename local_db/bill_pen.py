"""The only writer of the snapshot's tables consumer, bill and mark.

What consumers are found by has its writer in ``bill_keys``, the lists beside the bills in ``bill_lists``.
"""

from __future__ import annotations

import logging
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec.structs import astuple
from sqlalchemy import bindparam, delete, func, insert, select

from counter_app.wire.canonical import NotOurServerError, canonical_bytes
from counter_app.wire.columns import NameColumns
from counter_app.wire.packing import digest_of, spread
from counter_app.wire.snapshot import Totals
from local_db import bill_keys, bill_lists, bill_words
from local_db.bill_rows import (
    INDEXES,
    TABLES,
    bill,
    consumer,
    mark,
)
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from counter_app.wire.exchange import BillTold, Changes, ConsumerTold
    from counter_app.wire.packing import BillRow, Chunk, Delta
    from local_db.cipher import Connection

_ADD_CONSUMER = Statement(insert(consumer).prefix_with("OR IGNORE")).text
_ADD_NEW_CONSUMER = Statement(insert(consumer)).text
_ADD_BILL = Statement(insert(bill)).text
_SET_MARK = Statement(insert(mark).prefix_with("OR REPLACE")).text
_KNOWN = Statement(select(consumer).where(consumer.c.account_no == bindparam("account_no"))).text
_ROW_OF = Statement(
    select(consumer.c.row).where(consumer.c.account_no == bindparam("account_no"))
).text
_LAST_ROW = Statement(select(func.coalesce(func.max(consumer.c.row), NOUGHT))).text
_DROP_CONSUMER = Statement(delete(consumer).where(consumer.c.row == bindparam("r"))).text
_DROP_BILLS = Statement(delete(bill).where(bill.c.row == bindparam("r"))).text
_COUNTS = "SELECT (SELECT count(*) FROM consumer), (SELECT count(*) FROM bill)"
_TOTALS = (
    "SELECT (SELECT count(*) FROM consumer), count(*),"
    " coalesce(sum(payable_by_due_paise - received_paise), 0) FROM bill"
)
_NAMES = itemgetter(
    *(list(consumer.columns.keys()).index(name) - 1 for name in NameColumns.__struct_fields__)
)
"""What a consumer is found by, of its columns after its row."""
_TABLES = ("consumer", "bill", "mark", "word", "gap")
_LOG = logging.getLogger(__name__)


def make_tables(connection: Connection) -> None:
    """In a new file, before the first page."""
    for statement in (*TABLES, *bill_lists.TABLES):
        connection.execute(statement)
    bill_keys.make_tables(connection)


def make_indexes(connection: Connection) -> None:
    """In a new file, after the last page."""
    bill_keys.finish_new(connection)
    make_indexes_of_numbers(connection)


def make_indexes_of_numbers(connection: Connection) -> None:
    """The same where the keys come from elsewhere."""
    for statement in INDEXES:
        connection.execute(statement)


def in_transaction(connection: Connection, work: Callable[[], None]) -> None:
    """All of the work or nothing of it. Raises what the work and the driver raise."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        work()
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def set_mark(connection: Connection, page: Changes) -> None:
    """The mark that holds for the whole pull. Raises ValueError for a page without one."""
    if page.mark is None:
        raise ValueError("the last page of a pull carries its mark")
    connection.execute(_SET_MARK, (1, canonical_bytes(page.mark).decode()))


def counted(connection: Connection) -> tuple[int, int, int]:
    """How many consumers, bills and name keys are in the file, counted row by row."""
    consumers, bills = connection.execute(_COUNTS).fetchone()
    return consumers, bills, bill_keys.counted_keys(connection)


def load(connection: Connection, page: Changes) -> tuple[int, int]:
    """Add a page to a new file; how many consumers and bills it has more.

    A consumer told on an earlier page (it changed while the pages were told) is replaced. No step relies
    on a rollback: a new file has no journal.
    """
    told = {one.account_no: one for one in page.consumers}
    fewer = _take_out(connection, _rows_known(connection, page.removed), ())
    rows = _rows_from(_last_row(connection) + 1, told)
    late: dict[str, ConsumerTold] = {}
    if _add_consumers(connection, rows, told.values()) < len(told):
        known = _rows_known(connection, told)
        late = {
            account_no: told[account_no]
            for account_no in told
            if known[account_no] != rows[account_no]
        }
        rows = {account_no: row for account_no, row in rows.items() if account_no not in late}
    _add_keys(connection, rows, told)
    more = len(rows), _add_bills(connection, rows, page.bills)
    bill_lists.keep_lists(connection, page)
    replaced = _replace_told(connection, late, page.bills) if late else (0, 0)
    _note_strangers(page, told)
    return more[0] + replaced[0] - fewer[0], more[1] + replaced[1] - fewer[1]


def replace(connection: Connection, page: Changes) -> None:
    """Bring a file in use up to a page: take out what it removes, and what it tells instead of what we knew."""
    told = {one.account_no: one for one in page.consumers}
    last_word = bill_words.last_word(connection)
    _take_out(connection, _rows_known(connection, page.removed), ())
    _replace_told(connection, told, page.bills)
    bill_words.file_words(connection, after=last_word)
    bill_lists.keep_lists(connection, page)
    _note_strangers(page, told)


def load_chunk(connection: Connection, first_row: int, chunk: Chunk) -> None:
    """Add consumers and their bills without keys.

    Raises the driver's error for an account or bill that is there twice.
    """
    rows = range(first_row, first_row + len(chunk.consumers))
    connection.executemany(
        _ADD_NEW_CONSUMER, [(row, *one) for row, one in zip(rows, chunk.consumers, strict=True)]
    )
    _add_rows_of_bills(connection, rows, chunk.bill_counts, chunk.bills)


def step(connection: Connection, delta: Delta) -> None:
    """Bring a file in use up to a delta. Raises NotOurServerError when it is not for the consumers in the file."""
    dues, told = delta.dues, delta.told
    known = [connection.execute(_KNOWN, (one,)).fetchone() for one in dues.account_nos]
    if None in known or digest_of(row[1:] for row in known) != dues.consumers_sha256:
        raise NotOurServerError("a delta for other consumers than those in the file")
    rows = [row[0] for row in known]
    last_word = bill_words.last_word(connection)
    gone = _rows_known(connection, [*delta.removed, *(one[0] for one in told.consumers)])
    _take_out(connection, gone, rows)
    _add_rows_of_bills(connection, rows, dues.bill_counts, dues.bills)
    first_row = _last_row(connection) + 1
    load_chunk(connection, first_row, told)
    fresh_rows = range(first_row, first_row + len(told.consumers))
    bill_keys.add_keys(connection, fresh_rows, list(map(_NAMES, told.consumers)))
    bill_words.file_words(connection, after=last_word)


def is_sound(connection: Connection) -> bool:
    """Whether tables and indexes are in order. The file is read as it lies on the disk if nothing is cached yet.

    Of the indexes of keys every page is read, and so proved; FTS5's own check would take as long as all the rest.
    """
    found = [
        connection.execute(f"PRAGMA quick_check('{table}')").fetchone()[0] for table in _TABLES
    ]
    bill_keys.read_all(connection)
    return all(one == "ok" for one in found)


def totals(connection: Connection) -> Totals:
    """What is in the file, counted and summed up row by row."""
    return Totals(*connection.execute(_TOTALS).fetchone())


def _add_rows_of_bills(
    connection: Connection, rows: Sequence[int], counts: Sequence[int], bills: Sequence[BillRow]
) -> None:
    owned = zip(spread(rows, counts), bills, strict=True)
    connection.executemany(_ADD_BILL, [(row, *one) for row, one in owned])


def _replace_told(
    connection: Connection, told: Mapping[str, ConsumerTold], bills: Iterable[BillTold]
) -> tuple[int, int]:
    """Replace consumers with all their bills; how many consumers and bills there are more.

    One told as we know it keeps its row and its name's key: after a bill run that is nearly everyone.
    """
    rows: dict[str, int] = {}
    gone: dict[str, int] = {}
    for account_no, one in told.items():
        known = connection.execute(_KNOWN, (account_no,)).fetchone()
        if known is not None:
            (rows if known[1:] == _kept_form(one) else gone)[account_no] = known[0]
    fewer = _take_out(connection, gone, rows.values())
    fresh = {account_no: one for account_no, one in told.items() if account_no not in rows}
    fresh_rows = _rows_from(_last_row(connection) + 1, fresh)
    added = _add_consumers(connection, fresh_rows, fresh.values())
    _add_keys(connection, fresh_rows, fresh)
    return added - fewer[0], _add_bills(connection, rows | fresh_rows, bills) - fewer[1]


def _take_out(
    connection: Connection, gone: Mapping[str, int], paid: Iterable[int]
) -> tuple[int, int]:
    """Drop consumers with their bills, and the bills alone of others; how many consumers and bills."""
    rows = [(row,) for row in gone.values()]
    if rows:
        bill_keys.drop_keys(connection, rows)
        connection.executemany(_DROP_CONSUMER, rows)
    dropped = [*rows, *((row,) for row in paid)]
    return len(rows), connection.executemany(_DROP_BILLS, dropped).rowcount if dropped else 0


def _add_consumers(
    connection: Connection, rows: Mapping[str, int], told: Iterable[ConsumerTold]
) -> int:
    """How many were added: one whose account is there already is not."""
    added = [(rows[one.account_no], *_kept_form(one)) for one in told]
    return int(connection.executemany(_ADD_CONSUMER, added).rowcount) if added else 0


def _add_keys(
    connection: Connection, rows: Mapping[str, int], told: Mapping[str, ConsumerTold]
) -> None:
    added = [told[account_no] for account_no in rows]
    names = [(one.name_en, one.name_hi, one.guardian_name, one.locality) for one in added]
    bill_keys.add_keys(connection, rows.values(), names)


def _add_bills(connection: Connection, rows: Mapping[str, int], bills: Iterable[BillTold]) -> int:
    """Bills of these consumers, how many; one told twice counts once, the last."""
    told = {(one.account_no, one.bill_no): one for one in bills if one.account_no in rows}
    connection.executemany(
        _ADD_BILL,
        [
            (rows[account_no], bill_no, *astuple(one)[2:])
            for (account_no, bill_no), one in told.items()
        ],
    )
    return len(told)


def _kept_form(one: ConsumerTold) -> tuple[str, ...]:
    """The columns of a consumer after its row: as told, flags as one text."""
    return (*astuple(one)[:-1], ",".join(one.flags))


def _rows_known(connection: Connection, accounts: Iterable[str]) -> dict[str, int]:
    """The rows of those of the accounts that are in the file."""
    known: dict[str, int] = {}
    for account_no in accounts:
        row = connection.execute(_ROW_OF, (account_no,)).fetchone()
        if row is not None:
            known[account_no] = row[0]
    return known


def _last_row(connection: Connection) -> int:
    return int(connection.execute(_LAST_ROW).fetchone()[0])


def _rows_from(first: int, accounts: Iterable[str]) -> dict[str, int]:
    return {account_no: first + place for place, account_no in enumerate(accounts)}


def _note_strangers(page: Changes, told: Mapping[str, ConsumerTold]) -> None:
    """A page holds bills of its own consumers only; others are left out, and their number is logged."""
    strangers = sum(one.account_no not in told for one in page.bills)
    if strangers:
        _LOG.warning("%d bills of consumers that are not on their page", strangers)
