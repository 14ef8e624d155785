"""The parts of a snapshot and of a delta: rows packed by columns, and read again exactly or not at all.

The coding is exact: what is read is what was written, to the byte, or it is refused.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from typing import TYPE_CHECKING, Any, Final

import msgspec
import zstandard

from counter_app.wire.canonical import NotOurServerError
from counter_app.wire.columns import (
    BillColumns,
    ChunkColumns,
    ConsumerColumns,
    DeltaColumns,
    DuesColumns,
    Names,
    NamesOfChunk,
    Numbers,
    Texts,
)
from counter_app.wire.decoding import read_msgpack
from counter_app.wire.exchange import BillTold, Changes, ConsumerTold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CONSUMERS_IN_CHUNK: Final = 16_384
MOST_PLAIN_BYTES: Final = 64 * 1024 * 1024
"""Of a part when it is unpacked."""
MOST_DIGITS: Final = 18
MOST_PAISE: Final = 2**63 - 1
"""What a database keeps as a whole number."""
ZSTD_LEVEL: Final = 12

ConsumerRow = tuple[str, ...]
"""The fields of ``ConsumerTold`` in their order, flags as one text with commas between."""
BillRow = tuple[str | int, ...]
"""The fields of ``BillTold`` in their order, without the account."""

NameRow = tuple[str, str, str, str]
"""What a consumer is found by: name_en, name_hi, guardian_name, locality."""

_CONSUMER_FIELDS: Final = ConsumerTold.__struct_fields__
_PARTS_OF_SUM: Final = (
    "current_demand_paise",
    "arrear_principal_paise",
    "arrear_surcharge_paise",
    "other_debits_paise",
)
BILL_FIELDS: Final = tuple(name for name in BillTold.__struct_fields__ if name != "account_no")

_BY_DUE: Final = BILL_FIELDS.index("payable_by_due_paise")
_RECEIVED: Final = BILL_FIELDS.index("received_paise")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consumers with all their open bills: ``bill_counts[n]`` of ``bills`` belong to ``consumers[n]``, in order."""

    consumers: Sequence[ConsumerRow]
    bill_counts: Sequence[int]
    bills: Sequence[BillRow]


@dataclass(frozen=True, slots=True)
class Dues:
    """All open bills of consumers that are otherwise as they were."""

    account_nos: Sequence[str]
    bill_counts: Sequence[int]
    bills: Sequence[BillRow]
    consumers_sha256: str


@dataclass(frozen=True, slots=True)
class Delta:
    """What changed between two cursors, or a part of it."""

    told: Chunk
    dues: Dues
    removed: Sequence[str]


def digest_of(consumers: Iterable[ConsumerRow]) -> str:
    """SHA-256 of consumers as they are kept, in this order."""
    sha256 = hashlib.sha256()
    for row in consumers:
        sha256.update(msgspec.msgpack.encode(row))
    return sha256.hexdigest()


def pack_chunk(chunk: Chunk) -> bytes:
    """The bytes of a part of a snapshot: the same for the same rows, with the same library."""
    return _packed(_chunk_columns(chunk))


def open_chunk(body: bytes) -> Chunk:
    """The rows again. Raises NotOurServerError for anything that ``pack_chunk`` does not write."""
    return _chunk_of(_unpacked(body, ChunkColumns))


def open_names(body: bytes) -> list[NameRow]:
    """What the consumers of a part are found by; the rest is passed over. Raises NotOurServerError."""
    told = _unpacked(body, NamesOfChunk).consumers
    return _rows((told.name_en, told.name_hi, told.guardian_name, told.locality))


def pack_delta(delta: Delta) -> bytes:
    """The bytes of a part of a delta."""
    dues = delta.dues
    columns = DuesColumns(
        _names(dues.account_nos), tuple(dues.bill_counts), _bill_columns(dues.bills),
        dues.consumers_sha256,
    )  # fmt: skip
    return _packed(DeltaColumns(_chunk_columns(delta.told), columns, tuple(delta.removed)))


def open_delta(body: bytes) -> Delta:
    """What changed. Raises NotOurServerError for anything that ``pack_delta`` does not write."""
    columns = _unpacked(body, DeltaColumns)
    account_nos = _texts(columns.dues.account_no)
    bills = _bills_of(columns.dues.bills)
    _refuse_odd_counts(columns.dues.bill_counts, len(account_nos), len(bills))
    dues = Dues(account_nos, columns.dues.bill_counts, bills, columns.dues.consumers_sha256)
    return Delta(_chunk_of(columns.told), dues, columns.removed)


def dues_of(bills: Iterable[BillRow]) -> int:
    """What these bills ask for by their due date, less received: ``Totals.dues_paise``."""
    return sum([int(bill[_BY_DUE]) - int(bill[_RECEIVED]) for bill in bills])


def pack_page(page: Changes) -> bytes:
    """A page of the feed, for what a snapshot brings beside consumers and bills."""
    return _packed(page)


def open_page(body: bytes) -> Changes:
    """The page again. Raises NotOurServerError for anything that ``pack_page`` does not write."""
    page: Changes = _unpacked(body, Changes)
    return page


def spread(values: Sequence[Any], counts: Sequence[int]) -> Iterator[Any]:
    """Each value as often as its count says: whose bill is which."""
    return chain.from_iterable(map(repeat, values, counts))


def _chunk_columns(chunk: Chunk) -> ChunkColumns:
    columns = _columns(chunk.consumers, len(_CONSUMER_FIELDS))
    consumers = ConsumerColumns(_names(columns[0]), *columns[1:])
    return ChunkColumns(consumers, tuple(chunk.bill_counts), _bill_columns(chunk.bills))


def _chunk_of(columns: ChunkColumns) -> Chunk:
    first, *others = (getattr(columns.consumers, name) for name in _CONSUMER_FIELDS)
    consumers = _rows((_texts(first), *others))
    bills = _bills_of(columns.bills)
    _refuse_odd_counts(columns.bill_counts, len(consumers), len(bills))
    return Chunk(consumers, columns.bill_counts, bills)


def _bill_columns(bills: Sequence[BillRow]) -> BillColumns:
    columns = dict(zip(BILL_FIELDS, _columns(bills, len(BILL_FIELDS)), strict=True))
    parts = [columns[name] for name in _PARTS_OF_SUM]
    credits_, by_due = columns["credits_paise"], columns.pop("payable_by_due_paise")
    after_due = columns.pop("payable_after_due_paise")
    guessed = map(sum, zip(*parts, strict=True))
    return BillColumns(
        bill_no=_names(columns.pop("bill_no")),
        by_due_off_paise=tuple(
            due - guess + less for due, guess, less in zip(by_due, guessed, credits_, strict=True)
        ),
        after_due_off_paise=tuple(
            after - due for after, due in zip(after_due, by_due, strict=True)
        ),
        **columns,
    )


def _bills_of(columns: BillColumns) -> list[BillRow]:
    parts = [getattr(columns, name) for name in _PARTS_OF_SUM]
    try:
        guessed = map(sum, zip(*parts, columns.by_due_off_paise, strict=True))
        by_due = [due - less for due, less in zip(guessed, columns.credits_paise, strict=True)]
        after_due = [
            due + off for due, off in zip(by_due, columns.after_due_off_paise, strict=True)
        ]
    except ValueError as error:
        raise NotOurServerError("columns of different lengths") from error
    for sums in (*parts, columns.credits_paise, by_due, after_due, columns.received_paise):
        if sums and not -MOST_PAISE <= min(sums) <= max(sums) <= MOST_PAISE:
            raise NotOurServerError("a sum beyond all money")
    read = {
        "bill_no": _texts(columns.bill_no),
        "payable_by_due_paise": by_due,
        "payable_after_due_paise": after_due,
    }
    return _rows([read[name] if name in read else getattr(columns, name) for name in BILL_FIELDS])


def _names(texts: Sequence[str]) -> Names:
    digits = len(texts[0]) if texts else 0
    if 0 < digits <= MOST_DIGITS and all(map(_is_number, texts)):
        numbers = list(map(int, texts))
        steps = tuple(
            [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
        )
        if min(steps) >= 0 and {len(text) for text in texts} == {digits}:
            return Numbers(digits, steps)
    return Texts(tuple(texts))


def _texts(names: Names) -> Sequence[str]:
    if isinstance(names, Texts):
        return names.texts
    if not 0 < names.digits <= MOST_DIGITS or min(names.steps, default=0) < 0:
        raise NotOurServerError("numbers that do not rise")
    texts = [f"{number:0{names.digits}d}" for number in accumulate(names.steps)]
    if texts and len(texts[-1]) != names.digits:
        raise NotOurServerError("numbers of too many digits")
    return texts


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _columns(rows: Sequence[tuple[Any, ...]], count: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True)) if rows else [()] * count


def _rows(columns: Sequence[Sequence[Any]]) -> list[Any]:
    try:
        return list(zip(*columns, strict=True))
    except ValueError as error:
        raise NotOurServerError("columns of different lengths") from error


def _refuse_odd_counts(counts: Sequence[int], owners: int, bills: int) -> None:
    if len(counts) != owners or min(counts, default=0) < 0 or sum(counts) != bills:
        raise NotOurServerError(f"{owners} consumers and {bills} bills do not fit together")


def _packed(columns: object) -> bytes:
    plain = msgspec.msgpack.encode(columns)
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True).compress(plain)


def _unpacked(body: bytes, kind: Any) -> Any:  # noqa: ANN401 - msgspec's decode is as wide as the type given
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body)) as reader:
            plain = reader.read(MOST_PLAIN_BYTES + 1)
        if len(plain) > MOST_PLAIN_BYTES:
            raise NotOurServerError(f"more than {MOST_PLAIN_BYTES} bytes")
        return read_msgpack(plain, kind)
    except (zstandard.ZstdError, msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NotOurServerError(f"not a part of a snapshot: {error}") from error
