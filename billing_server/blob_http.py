"""A part of a snapshot over HTTP: immutable, and from anywhere in the middle (RFC 9110, sections 13 and 14)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import Response

from counter_app.wire.snapshot import BLOB_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP_FOR_EVER = "private, max-age=31536000, immutable"
"""Whoever asked may keep it: its name is its hash. Not a cache that others share: it tells who lives where."""

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_WHOLE, _PART, _NOT_MODIFIED, _NO_SUCH_PART = 200, 206, 304, 416


def blob_answer(headers: Mapping[str, str], sha256: str, body: bytes) -> Response:
    """All of it, the range that was asked for (206), or that there is no such range (416).

    A range that is not understood, or of several pieces, is answered with all, as the standard allows.
    """
    tag = f'"{sha256}"'
    told = {"ETag": tag, "Cache-Control": KEEP_FOR_EVER, "Accept-Ranges": "bytes"}
    if tag in headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers=told)
    bounds = _bounds(headers.get("range", ""), len(body))
    if bounds is None or headers.get("if-range", tag) != tag:
        return Response(body, _WHOLE, told, BLOB_TYPE)
    first, last = bounds
    if first > last:
        nothing = {**told, "Content-Range": f"bytes */{len(body)}"}
        return Response(status_code=_NO_SUCH_PART, headers=nothing)
    told["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
    return Response(body[first : last + 1], _PART, told, BLOB_TYPE)


def _bounds(asked: str, length: int) -> tuple[int, int] | None:
    """First and last byte, the first behind the last where nothing is there; None for no range at all."""
    match = _RANGE.fullmatch(asked)
    if match is None or not any(match.groups()):
        return None
    first, last = (int(text) if text else None for text in match.groups())
    if first is None:
        assert last is not None
        return length - min(last, length), length - 1
    if last is None:
        return first, length - 1
    return None if last < first else (first, min(last, length - 1))
