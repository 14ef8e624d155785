"""Enrolment: one-time codes, epochs, certificates, and the keys that may sign requests."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from billing_server.problems import Code, ServerRefusal
from billing_server.store.roster import tell_roster
from billing_server.store.schema import COUNTER, ENROLMENT_CODE, EPOCH
from counter_app.wire.canonical import (
    HASH_BYTES,
    KEY_BYTES,
    KeyPair,
    head_is_signed,
    key_id_of,
    raw_of,
    sign_answer,
    text_of,
)
from counter_app.wire.exchange import Certificate, Enrolment, EnrolmentRequest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.settings import ServerSettings
    from billing_server.store.engine import Database

CODE_CHARACTERS = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U to misread."""
_LETTERS = 26
_MICROSECONDS = 1_000_000
_SERIES_BASE = re.compile(r"[A-Z0-9]{0,11}[0-9]")
"""Ends in a digit, so that the letters of later epochs never make another counter's series."""
_COUNTER_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

_KEY_NAMED = select(EPOCH).where(EPOCH.c.key_id == bindparam("key_id"))


@dataclass(frozen=True, slots=True)
class CounterPlace:
    """A counter as the centre names it."""

    counter_id: str
    counter_name: str
    division_en: str
    division_hi: str
    series_base: str


@dataclass(frozen=True, slots=True)
class EpochKey:
    """A key that may sign requests of its counter, within its validity, unless revoked."""

    counter_id: str
    epoch: int
    public_key: bytes
    valid_until_us: int
    is_revoked: bool


def issue_code(
    database: Database, key: KeyPair, place: CounterPlace, settings: ServerSettings, now_us: int
) -> str:
    """A one-time code ``XXXXXXXX-<server key id>``; the counter is made or renamed.

    Raises ValueError for a counter id that fits no address, a series that does not end in a digit, or one
    that is another's.
    """
    if not is_counter_id(place.counter_id):
        message = f"counter id {place.counter_id!r}: letters, digits, - and _ only"
        raise ValueError(message)
    if not is_series_base(place.series_base):
        message = f"series {place.series_base!r}: capitals and digits, a digit last"
        raise ValueError(message)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_CHARACTERS))

    def work(connection: Connection) -> None:
        _put_counter(connection, place)
        connection.execute(
            insert(ENROLMENT_CODE).values(
                code_hash=_hash_of(code),
                counter_id=place.counter_id,
                expires_us=now_us + settings.code_valid_seconds * _MICROSECONDS,
            )
        )

    database.write(work)
    return f"{code}-{key_id_of(key.public_key)}"


def enrol(
    connection: Connection,
    key: KeyPair,
    request: EnrolmentRequest,
    settings: ServerSettings,
    now_us: int,
) -> bytes:
    """Begin an epoch: the signed certificate and roster. A repeat with the same key gets the same bytes.

    Raises ServerRefusal MALFORMED, ENROLMENT_CODE_REFUSED.
    """
    public_key, previous_head = _proven_key(request)
    columns = ENROLMENT_CODE.c
    code_hash = _hash_of(request.code.strip().upper()[:CODE_CHARACTERS])
    code = connection.execute(
        select(ENROLMENT_CODE).where(columns.code_hash == code_hash).with_for_update()
    ).one_or_none()
    if code is None:
        raise ServerRefusal(Code.ENROLMENT_CODE_REFUSED, "unknown")
    if code.answer is not None:
        if code.used_by == public_key:
            return bytes(code.answer)
        raise ServerRefusal(Code.ENROLMENT_CODE_REFUSED, "used")
    if code.expires_us < now_us:
        raise ServerRefusal(Code.ENROLMENT_CODE_REFUSED, "expired")
    known = connection.execute(select(EPOCH.c.epoch).where(EPOCH.c.public_key == public_key))
    if known.one_or_none() is not None:
        raise ServerRefusal(Code.ENROLMENT_CODE_REFUSED, "key used before")
    certificate = _begin_epoch(
        connection, key, code.counter_id, public_key, previous_head, settings, now_us
    )
    people = tell_roster(connection, now_us, code.counter_id)
    answer = sign_answer(key, Enrolment(certificate, people))
    connection.execute(
        update(ENROLMENT_CODE)
        .where(columns.code_hash == code_hash)
        .values(used_us=now_us, used_by=public_key, answer=answer)
    )
    return answer


def revoke(database: Database, counter_id: str, epoch: int, now_us: int) -> None:
    """From now no request signed by this epoch's key is taken; its messages may still come by a newer one."""
    database.write(
        lambda connection: connection.execute(
            update(EPOCH)
            .where(EPOCH.c.counter_id == counter_id, EPOCH.c.epoch == epoch)
            .values(revoked_us=now_us)
        )
    )


def key_named(connection: Connection, key_id: str) -> EpochKey | None:
    """The epoch whose key has this id."""
    row = connection.execute(_KEY_NAMED, {"key_id": key_id}).one_or_none()
    if row is None:
        return None
    return EpochKey(
        row.counter_id, row.epoch, row.public_key, row.valid_until_us, row.revoked_us is not None
    )


def is_counter_id(text: str) -> bool:
    """Whether it fits an address."""
    return _COUNTER_ID.fullmatch(text) is not None


def is_series_base(text: str) -> bool:
    """Whether receipts may be numbered in it."""
    return _SERIES_BASE.fullmatch(text) is not None


def series_of(base: str, epoch: int) -> str:
    """``KID07`` for the first epoch, ``KID07B``, ``KID07C`` ... after, ``KID07AA`` after ``Z``."""
    letters, rest = "", epoch
    while rest > 0 and epoch > 1:
        rest, place = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return base + letters


def _put_counter(connection: Connection, place: CounterPlace) -> None:
    owner = connection.execute(
        select(COUNTER.c.counter_id).where(COUNTER.c.series_base == place.series_base)
    ).scalar_one_or_none()
    base = connection.execute(
        select(COUNTER.c.series_base).where(COUNTER.c.counter_id == place.counter_id)
    ).scalar_one_or_none()
    if owner not in (None, place.counter_id) or base not in (None, place.series_base):
        message = f"series {place.series_base}: of {owner}; {place.counter_id} has {base}"
        raise ValueError(message)
    names = {
        "counter_name": place.counter_name,
        "division_en": place.division_en,
        "division_hi": place.division_hi,
    }
    if base is None:
        connection.execute(
            insert(COUNTER).values(
                counter_id=place.counter_id, series_base=place.series_base, **names
            )
        )
    else:
        connection.execute(
            update(COUNTER).where(COUNTER.c.counter_id == place.counter_id).values(**names)
        )


def _proven_key(request: EnrolmentRequest) -> tuple[bytes, bytes]:
    try:
        public_key, head = raw_of(request.public_key), raw_of(request.previous_head)
        proof = raw_of(request.proof)
    except ValueError as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error
    if len(public_key) != KEY_BYTES or len(head) != HASH_BYTES:
        raise ServerRefusal(Code.MALFORMED, "key or head of a wrong length")
    if not head_is_signed(public_key, head, proof):
        raise ServerRefusal(Code.MALFORMED, "the key did not sign the head")
    return public_key, head


def _begin_epoch(
    connection: Connection,
    key: KeyPair,
    counter_id: str,
    public_key: bytes,
    previous_head: bytes,
    settings: ServerSettings,
    now_us: int,
) -> Certificate:
    counter = connection.execute(
        select(COUNTER).where(COUNTER.c.counter_id == counter_id).with_for_update()
    ).one()
    last = connection.execute(
        select(func.coalesce(func.max(EPOCH.c.epoch), 0)).where(EPOCH.c.counter_id == counter_id)
    ).scalar_one()
    certificate = Certificate(
        counter_id=counter_id,
        counter_name=counter.counter_name,
        epoch=last + 1,
        public_key=text_of(public_key),
        receipt_series=series_of(counter.series_base, last + 1),
        division_en=counter.division_en,
        division_hi=counter.division_hi,
        valid_from_us=now_us,
        valid_until_us=now_us + settings.certificate_valid_seconds * _MICROSECONDS,
        server_keys={key_id_of(key.public_key): text_of(key.public_key)},
    )
    connection.execute(
        insert(EPOCH).values(
            counter_id=counter_id,
            epoch=certificate.epoch,
            public_key=public_key,
            key_id=key_id_of(public_key),
            receipt_series=certificate.receipt_series,
            previous_head=previous_head,
            valid_from_us=certificate.valid_from_us,
            valid_until_us=certificate.valid_until_us,
        )
    )
    return certificate


def _hash_of(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
