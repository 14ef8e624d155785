"""What a request says, read within its limits: body, address, nonce, numbers and dates. Refuses what makes no sense."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

import zstandard

from billing_server.problems import Code, ServerRefusal
from billing_server.requests_signed import RequestSeen
from counter_app.wire.exchange import ENCODING
from counter_app.wire.messages import PROTOCOL_VERSION

if TYPE_CHECKING:
    from starlette.requests import Request

PROTOCOL_HEADER = "Kesco-Protocol"
"""The protocol's version a counter speaks; another one is told to upgrade."""
NONCE_HEADER = "Kesco-Nonce"
"""Names a request; a problem's signature covers it."""
MOST_DIGITS = 18
MOST_NONCE_CHARACTERS = 64
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


async def body_of(request: Request, most_bytes: int) -> bytes:
    """The body as it came. Raises ServerRefusal TOO_LARGE before it is all in memory."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most_bytes:
            raise ServerRefusal(Code.TOO_LARGE, f"more than {most_bytes} bytes")
        parts.append(part)
    return b"".join(parts)


def unpacked(request: Request, body: bytes, most_bytes: int) -> bytes:
    """The body decompressed, within the same limit. Raises ServerRefusal TOO_LARGE, MALFORMED."""
    encoding = request.headers.get("content-encoding", "identity")
    if encoding == "identity":
        return body
    if encoding != ENCODING:
        raise ServerRefusal(Code.MALFORMED, f"content-encoding {encoding}")
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body)) as reader:
            plain = reader.read(most_bytes + 1)
    except zstandard.ZstdError as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error
    if len(plain) > most_bytes:
        raise ServerRefusal(Code.TOO_LARGE, f"more than {most_bytes} bytes")
    return plain


def seen_of(request: Request, body: bytes) -> RequestSeen:
    """The request as it stood on the wire, so that the signature's path is the one that was asked for."""
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    url = f"http://centre{path}" + (f"?{query}" if query else "")
    return RequestSeen(request.method, url, dict(request.headers), body)


def nonce_of(request: Request) -> str:
    """What the asker named its request, so that it can tell a fresh problem from an old one."""
    return request.headers.get(NONCE_HEADER, "")[:MOST_NONCE_CHARACTERS]


def address_of(request: Request) -> str:
    """Where it comes from, as the server sees it; empty for not known."""
    return request.client.host if request.client is not None else ""


def refuse_other_protocol(request: Request) -> None:
    """Raises ServerRefusal UPGRADE for a counter that speaks another version."""
    spoken = request.headers.get(PROTOCOL_HEADER)
    if spoken is not None and spoken != str(PROTOCOL_VERSION):
        raise ServerRefusal(Code.UPGRADE, f"protocol {spoken}")


def whole_number(request: Request, name: str) -> int:
    """A number of the query. Raises ServerRefusal MALFORMED."""
    text = request.query_params.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise ServerRefusal(Code.MALFORMED, f"{name} is a whole number")
    return int(text)


def iso_date(text: str) -> date:
    """``YYYY-MM-DD`` alone, of the many ways to write a date. Raises ServerRefusal MALFORMED."""
    if not _ISO_DATE.fullmatch(text):
        raise ServerRefusal(Code.MALFORMED, "a date is written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error
