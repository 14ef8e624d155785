"""Typed reading of JSON and MessagePack, by decoders of which each is made once and alone.

msgspec 0.22 works a type out at its first use, and the process ends in a segfault when a second thread comes to that
type meanwhile (``tests/wire/test_decoding.py``). Who reads on threads or lanes reads through here.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")

_ALONE = Lock()
_OF_JSON: dict[Any, msgspec.json.Decoder[Any]] = {}
_OF_MSGPACK: dict[Any, msgspec.msgpack.Decoder[Any]] = {}


def read_json(raw: bytes | str, kind: type[Kind]) -> Kind:
    """What the JSON says. Raises msgspec's errors, RecursionError, and UnicodeError for what is no text."""
    decoder = _OF_JSON.get(kind)
    if decoder is None:
        with _ALONE:
            decoder = _OF_JSON.setdefault(kind, msgspec.json.Decoder(kind))
    found: Kind = decoder.decode(raw)
    return found


def read_msgpack(raw: bytes, kind: type[Kind]) -> Kind:
    """What the MessagePack says. Raises as ``read_json``."""
    decoder = _OF_MSGPACK.get(kind)
    if decoder is None:
        with _ALONE:
            decoder = _OF_MSGPACK.setdefault(kind, msgspec.msgpack.Decoder(kind))
    found: Kind = decoder.decode(raw)
    return found
