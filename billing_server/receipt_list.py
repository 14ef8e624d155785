"""The list that receipts are checked by, made at most once in so many seconds however many ask for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from billing_server.store.receipt_gone import counter_keys, payments_gone
from counter_app.domain.identity import IST
from counter_app.wire.canonical import canonical_bytes, sign_answer, text_of
from counter_app.wire.receipt_keys import ReceiptGone, ReceiptKeys
from counter_app.wire.receipt_proof import HEAD_BYTES_TOLD

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from counter_app.wire.canonical import KeyPair

MOST_VERSION_CHARACTERS = 64
"""Of what an asker says that it has."""
_VERSION_BYTES = 12
_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class ToldList:
    """The list, signed; ``same`` is the signed answer to who has it already: no keys, and it says so."""

    keys: ReceiptKeys
    whole: bytes
    same: bytes


@dataclass(slots=True)
class ReceiptList:
    """One a server process. ``gone_days`` is how long a payment that fell is told; ``page`` stands on receipts."""

    database: Database
    key: KeyPair
    gone_days: int
    kept_seconds: int
    page: str
    _told: ToldList | None = None
    _lock: Lock = field(default_factory=Lock)

    def answer(self, version: str, now_us: int) -> bytes:
        """The signed answer to who has this version; the whole list to anybody else."""
        told = self.at(now_us)
        return told.same if version == told.keys.version else told.whole

    def at(self, now_us: int) -> ToldList:
        """The list as of some moment in the last ``kept_seconds``: what was read then is told as of then."""
        with self._lock:  # who comes meanwhile waits for the one reading instead of reading too
            told = self._told
            if told is None or not self._is_fresh(told, now_us):
                told = self._told = self._made(now_us)
            return told

    def _is_fresh(self, told: ToldList, now_us: int) -> bool:
        age_us = now_us - told.keys.at_us
        is_same_day = _day_of(now_us) == _day_of(told.keys.at_us)
        return is_same_day and 0 <= age_us < self.kept_seconds * _MICROSECONDS

    def _made(self, now_us: int) -> ToldList:
        keys = self.database.read(lambda c: tell_keys(c, self.page, self.gone_days, now_us))
        same = msgspec.structs.replace(keys, keys=(), gone=(), is_unchanged=True)
        return ToldList(keys, sign_answer(self.key, keys), sign_answer(self.key, same))


def tell_keys(connection: Connection, page: str, gone_days: int, now_us: int) -> ReceiptKeys:
    """All keys, and the payments that were seen to fall in the last ``gone_days`` days (of India) and today.

    The version follows from all but ``at_us``; since ``gone_since`` moves each day, a list is told anew at least
    daily, and nobody's is older than a day while the line stands.
    """
    since = _day_of(now_us) - timedelta(days=gone_days)
    gone = payments_gone(connection, _begin_of(since))
    told = ReceiptKeys(
        version="",
        at_us=0,
        page=page,
        keys=counter_keys(connection),
        gone=tuple(
            ReceiptGone(text_of(head[:HEAD_BYTES_TOLD]), why, _day_of(at_us).isoformat())
            for head, (why, at_us) in sorted(gone.items())
        ),
        gone_since=since.isoformat(),
    )
    digest = hashlib.sha256(canonical_bytes(told)).digest()
    return msgspec.structs.replace(told, version=text_of(digest[:_VERSION_BYTES]), at_us=now_us)


def _day_of(at_us: int) -> date:
    """The date in India."""
    return datetime.fromtimestamp(at_us // _MICROSECONDS, UTC).astimezone(IST).date()


def _begin_of(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=IST).timestamp()) * _MICROSECONDS
