"""The server's signing key: one file, readable by its owner only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from counter_app.wire.canonical import KEY_BYTES, KeyPair, raw_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

KEY_FILE = "server.key"
_OWNER_ONLY = 0o600


def server_key(folder: Path) -> KeyPair:
    """The key kept in this folder, made at first use.

    Raises OSError when the file cannot be read or written, ValueError when it does not hold a key: then
    restore it from its backup, since every counter knows this key by its enrolment code.
    """
    path = folder / KEY_FILE
    try:
        text = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return _make(path)
    seed = raw_of(text)
    if len(seed) != KEY_BYTES:
        message = f"{path.name} holds {len(seed)} bytes instead of {KEY_BYTES}"
        raise ValueError(message)
    return KeyPair.from_seed(seed)


def _make(path: Path) -> KeyPair:
    key = KeyPair.fresh()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text_of(key.seed) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key
