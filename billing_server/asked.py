"""What stands in a request beside its body: headers, query, path. Raises ServerRefusal for what makes no sense."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from billing_server.problems import Code, ServerRefusal
from billing_server.requests_signed import RequestSeen
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


def request_seen(request: Request, body: bytes) -> RequestSeen:
    """The request as it stood on the wire, so that the signature's path is the one that was asked for."""
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    url = f"http://centre{path}" + (f"?{query}" if query else "")
    return RequestSeen(request.method, url, dict(request.headers), body)


def nonce_of(request: Request) -> str:
    """What the asker named its request, so that it can tell a fresh problem from an old one."""
    return request.headers.get(NONCE_HEADER, "")[:MOST_NONCE_CHARACTERS]


def address_of(request: Request) -> str:
    """Where the request came from."""
    return request.client.host if request.client is not None else ""


def refuse_other_protocol(request: Request) -> None:
    """Raises ServerRefusal UPGRADE."""
    spoken = request.headers.get(PROTOCOL_HEADER)
    if spoken is not None and spoken != str(PROTOCOL_VERSION):
        raise ServerRefusal(Code.UPGRADE, f"protocol {spoken}")


def whole_number(request: Request, name: str) -> int:
    """Of the query. Raises ServerRefusal MALFORMED."""
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
