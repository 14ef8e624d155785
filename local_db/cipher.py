"""Encrypted SQLite files: how one is opened, and whether a key fits a file that will not open.

SQLCipher 4 with a raw 256-bit key: no key is derived, so opening costs half a millisecond. Pages of 8,192
bytes, each with its own HMAC-SHA-256 (processors of the last years compute it in hardware).
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from pathlib import Path

    Connection = Any
    """A sqlcipher3 connection: the driver ships no hints."""

KEY_BYTES = 32
PAGE_BYTES = 8192
STATEMENTS_KEPT = 256
"""Prepared statements that the driver keeps ready."""

_SALT_BYTES = 16
_MAC_BYTES = 32
_IV_BYTES = 16
_MAC_SALT_MASK = 0x3A
_MAC_KEY_ROUNDS = 2


def keyed_connection(path: Path, key: bytes, *, query: str, busy_seconds: float) -> Connection:
    """Open (or create) the file with this key; ``query`` are parameters of the file's URI (``psow=0``).

    Nothing is read yet, so a wrong key shows only at the first statement. Transactions are begun and
    ended by our own words. Raises ValueError for a key that is not 32 bytes.
    """
    if len(key) != KEY_BYTES:
        message = f"a key has {KEY_BYTES} bytes, not {len(key)}"
        raise ValueError(message)
    uri = f"{path.absolute().as_uri()}?{query}"
    connection = dbapi2.connect(
        uri,
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS_KEPT,
    )
    for pragma in (
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        f"cipher_page_size = {PAGE_BYTES}",
        "cipher_hmac_algorithm = HMAC_SHA256",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fits_some_page(path: Path, key: bytes) -> bool:
    """Whether this key made at least one page of the file: then the file is damaged, not the key wrong.

    Source: SQLCipher design (zetetic.net/sqlcipher/design): a page ends with its IV and the HMAC over
    content, IV and page number; the HMAC key comes from key and masked salt, PBKDF2 with two rounds
    (SHA-512, whatever the HMAC uses); the salt is the first 16 bytes of the file.
    """
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES)
        mac_salt = bytes(byte ^ _MAC_SALT_MASK for byte in salt)
        mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, _MAC_KEY_ROUNDS, KEY_BYTES)
        file.seek(0)
        number = 0
        while len(page := file.read(PAGE_BYTES)) == PAGE_BYTES:
            number += 1
            if _mac_fits(page, number, mac_key):
                return True
    return False


def _mac_fits(page: bytes, number: int, mac_key: bytes) -> bool:
    told = page[-_MAC_BYTES:]
    first = _SALT_BYTES if number == 1 else 0
    covered = page[first:-_MAC_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.new(mac_key, covered, "sha256").digest(), told)
