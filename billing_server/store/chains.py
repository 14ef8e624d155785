"""The chains of the counters: take a batch, or say why it does not link. An answer once given never changes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from billing_server.problems import Code, ServerRefusal
from billing_server.reading import MessageKey, read_message
from billing_server.standing import TimeBracket
from billing_server.store.alarms import FORK, raise_alarms
from billing_server.store.booking import book
from billing_server.store.bulk import Row, insert_rows
from billing_server.store.schema import ACKNOWLEDGEMENT, CHAIN_HEAD, COUNTER, EPOCH
from billing_server.store.settling import HEAD_MOVES
from billing_server.store.told_schema import MESSAGE
from counter_app.wire.canonical import (
    HASH_BYTES,
    KeyPair,
    chain_hash,
    head_is_signed,
    raw_of,
    sign_answer,
    text_of,
)
from counter_app.wire.exchange import (
    MOST_MESSAGES_IN_BATCH,
    Acknowledgement,
    Batch,
    Fate,
    FateTold,
    Head,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table
    from sqlalchemy import Row as Found

LARGEST_SEQUENCE = 2**53
"""JSON numbers are whole up to here."""

_KEEP_FORK = text(
    "INSERT INTO fork (counter_id, epoch, sequence, hash, raw, previous, head_signature,"
    " received_us) VALUES (:counter_id, :epoch, :sequence, :hash, :raw, :previous,"
    " :head_signature, :received_us) ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class BatchRead:
    """A batch with its chain worked out: ``hashes[i]`` is the head after ``raws[i]``."""

    counter_id: str
    epoch: int
    first: int
    previous: bytes
    raws: tuple[bytes, ...]
    hashes: tuple[bytes, ...]
    head_signature: bytes

    @property
    def last(self) -> int:
        """The sequence of its last message."""
        return self.first + len(self.raws) - 1

    @property
    def head(self) -> bytes:
        """The chain hash after its last message."""
        return self.hashes[-1]


@dataclass(frozen=True, slots=True)
class EpochHead:
    """What the centre holds of an epoch; sequence 0 and the head before it when nothing came yet."""

    public_key: bytes
    previous_head: bytes
    enrolled_us: int
    sequence: int
    head: bytes
    is_forked: bool


def read_batch(counter_id: str, epoch: int, batch: Batch) -> BatchRead:
    """Work out the chain. Raises ServerRefusal MALFORMED, TOO_LARGE."""
    if len(batch.messages) > MOST_MESSAGES_IN_BATCH:
        raise ServerRefusal(Code.TOO_LARGE, f"{len(batch.messages)} messages")
    if not batch.messages or not 1 <= batch.first <= LARGEST_SEQUENCE:
        raise ServerRefusal(Code.MALFORMED, "no message, or first is no sequence")
    try:
        previous, signature = raw_of(batch.previous), raw_of(batch.head_signature)
    except ValueError as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error
    if len(previous) != HASH_BYTES:
        raise ServerRefusal(Code.MALFORMED, f"previous is {len(previous)} bytes long")
    raws = tuple(bytes(raw) for raw in batch.messages)
    hashes = tuple(accumulate(raws, chain_hash, initial=previous))[1:]
    return BatchRead(counter_id, epoch, batch.first, previous, raws, hashes, signature)


def take_batch(
    connection: Connection, key: KeyPair, batch: BatchRead, now_us: int, tolerance_seconds: int
) -> bytes | ServerRefusal:
    """The signed acknowledgement, or the gap or fork to answer with; commit in either case.

    Raises ServerRefusal EPOCH_UNKNOWN, HEAD_NOT_SIGNED: then nothing is to be kept.
    """
    known = epoch_head(connection, batch.counter_id, batch.epoch, locks=True)
    if not head_is_signed(known.public_key, batch.head, batch.head_signature):
        raise ServerRefusal(Code.HEAD_NOT_SIGNED, f"{batch.counter_id}/{batch.epoch}/{batch.last}")
    if _is_next(batch, known):
        return _book_and_answer(connection, key, batch, known, (), now_us, tolerance_seconds)
    stored = _stored_answer(connection, batch)
    if stored is not None:
        return stored
    if batch.first > known.sequence + 1:
        return ServerRefusal(Code.GAP, expected=known.sequence + 1, head=text_of(known.head))
    heads, fates = _known_part(connection, batch)
    if known.is_forked or not _links(batch, known, heads):
        _keep_fork(connection, batch, known, heads, now_us)
        return ServerRefusal(Code.FORK, expected=known.sequence + 1, head=text_of(known.head))
    return _book_and_answer(connection, key, batch, known, fates, now_us, tolerance_seconds)


def _is_next(batch: BatchRead, known: EpochHead) -> bool:
    """Whether nothing of it can be known, and it links: the usual batch, which needs no further look."""
    follows = batch.first == known.sequence + 1 and batch.previous == known.head
    return follows and not known.is_forked


def _book_and_answer(
    connection: Connection,
    key: KeyPair,
    batch: BatchRead,
    known: EpochHead,
    fates: tuple[FateTold, ...],
    now_us: int,
    tolerance_seconds: int,
) -> bytes:
    """Book what is new of a batch that links; ``fates`` are those of the rest."""
    reads = [
        read_message(MessageKey(batch.counter_id, batch.epoch, sequence), raw, head)
        for sequence, (raw, head) in enumerate(
            zip(batch.raws, batch.hashes, strict=True), batch.first
        )
        if sequence > known.sequence
    ]
    answers: list[bytes] = []

    def beside(new: tuple[FateTold, ...]) -> dict[Table, list[Row]]:
        answer = sign_answer(
            key,
            Acknowledgement(
                batch.counter_id, batch.epoch, batch.last, text_of(batch.head), now_us, fates + new
            ),
        )
        answers.append(answer)
        rows = {ACKNOWLEDGEMENT: [_answer_key(batch) | {"answer": answer}]}
        if reads:
            rows[CHAIN_HEAD] = [_head_row(batch, batch.last, batch.head, is_forked=False)]
        return rows

    bracket = TimeBracket.of(known.enrolled_us, now_us, tolerance_seconds)
    book(connection, batch.counter_id, reads, bracket, beside)
    return answers[0]


def epoch_head(
    connection: Connection, counter_id: str, epoch: int, *, locks: bool = False
) -> EpochHead:
    """What the centre holds of an epoch. Raises ServerRefusal EPOCH_UNKNOWN.

    The lock is the counter's, not the epoch's alone: what one epoch returns, another may have been paid.
    """
    enrolled = (
        select(EPOCH)
        .join_from(EPOCH, COUNTER)
        .where(EPOCH.c.counter_id == counter_id, EPOCH.c.epoch == epoch)
    )
    if locks:
        enrolled = enrolled.with_for_update(key_share=True)
    row = connection.execute(enrolled).one_or_none() if epoch <= LARGEST_SEQUENCE else None
    if row is None:
        raise ServerRefusal(Code.EPOCH_UNKNOWN, f"{counter_id}/{epoch}")
    held = connection.execute(
        select(CHAIN_HEAD).where(CHAIN_HEAD.c.counter_id == counter_id, CHAIN_HEAD.c.epoch == epoch)
    ).one_or_none()
    return EpochHead(
        public_key=row.public_key,
        previous_head=row.previous_head,
        enrolled_us=row.valid_from_us,
        sequence=held.sequence if held else 0,
        head=held.head if held else row.previous_head,
        is_forked=bool(held.is_forked) if held else False,
    )


def tell_head(connection: Connection, counter_id: str, epoch: int, now_us: int) -> Head:
    """Where this epoch is to resume. Raises ServerRefusal EPOCH_UNKNOWN."""
    known = epoch_head(connection, counter_id, epoch)
    return Head(counter_id, epoch, known.sequence, text_of(known.head), now_us)


def _stored_answer(connection: Connection, batch: BatchRead) -> bytes | None:
    columns, key = ACKNOWLEDGEMENT.c, _answer_key(batch)
    found = connection.execute(
        select(columns.answer).where(*(columns[name] == value for name, value in key.items()))
    ).scalar_one_or_none()
    return bytes(found) if found is not None else None


def _answer_key(batch: BatchRead) -> dict[str, object]:
    return {
        "counter_id": batch.counter_id,
        "epoch": batch.epoch,
        "first": batch.first,
        "upto": batch.last,
        "head": batch.head,
    }


def _known_part(
    connection: Connection, batch: BatchRead
) -> tuple[dict[int, bytes], tuple[FateTold, ...]]:
    """The chain hashes from the message before this batch on, and the fates, of what is kept already."""
    rows: list[Found[tuple[int, bytes, str, str]]] = list(
        connection.execute(
            select(MESSAGE.c.sequence, MESSAGE.c.hash, MESSAGE.c.fate, MESSAGE.c.reference)
            .where(
                MESSAGE.c.counter_id == batch.counter_id,
                MESSAGE.c.epoch == batch.epoch,
                MESSAGE.c.sequence.between(batch.first - 1, batch.last),
            )
            .order_by(MESSAGE.c.sequence)
        )
    )
    heads = {row.sequence: row.hash for row in rows}
    return heads, tuple(
        FateTold(row.sequence, Fate(row.fate), row.reference)
        for row in rows
        if row.sequence >= batch.first
    )


def _links(batch: BatchRead, known: EpochHead, heads: dict[int, bytes]) -> bool:
    """Whether the batch continues, or repeats, the chain that is kept."""
    before = known.previous_head if batch.first == 1 else heads[batch.first - 1]
    return batch.previous == before and all(
        heads.get(sequence, head) == head for sequence, head in enumerate(batch.hashes, batch.first)
    )


def _keep_fork(
    connection: Connection,
    batch: BatchRead,
    known: EpochHead,
    heads: dict[int, bytes],
    now_us: int,
) -> None:
    """Both stories are kept; the counter's epoch takes no more."""
    row = {"counter_id": batch.counter_id, "epoch": batch.epoch, "received_us": now_us}
    stories = {
        sequence: {
            **row,
            "sequence": sequence,
            "hash": head,
            "raw": raw,
            "previous": batch.previous if sequence == batch.first else batch.hashes[place - 1],
            "head_signature": batch.head_signature,
        }
        for place, (sequence, raw, head) in enumerate(
            zip(range(batch.first, batch.last + 1), batch.raws, batch.hashes, strict=True)
        )
        if heads.get(sequence) != head
    }
    if stories:
        connection.execute(_KEEP_FORK, list(stories.values()))
    if not known.is_forked:
        forked_at = next(iter(stories), batch.first)
        key = MessageKey(batch.counter_id, batch.epoch, forked_at)
        raise_alarms(connection, FORK, [key], now_us)
        stopped = _head_row(batch, known.sequence, known.head, is_forked=True)
        insert_rows(connection, CHAIN_HEAD, [stopped], HEAD_MOVES)


def _head_row(batch: BatchRead, sequence: int, head: bytes, *, is_forked: bool) -> Row:
    return {
        "counter_id": batch.counter_id,
        "epoch": batch.epoch,
        "sequence": sequence,
        "head": head,
        "is_forked": int(is_forked),
    }
