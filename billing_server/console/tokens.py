"""Cookies and form tokens. A form's token is made from the cookie's secret, so nothing more is kept of it.

Before somebody signs in the cookie is a fresh secret of its own; signing in always begins a session with another one,
whatever cookie was there before.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

TOKEN_BYTES = 32
FORM_FIELD = "form_token"
_COOKIE = "kesco_console"
_SECURE_COOKIE = "__Host-kesco_console"
"""The prefix makes browsers insist on https, this very host and no path (RFC 6265bis)."""
_PURPOSE = b"kesco console form"
_MOST_TOKEN_CHARACTERS = 64


def fresh_token() -> str:
    """A secret for one session, 256 bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def form_token(token: str) -> str:
    """What a form of this session carries: whoever does not know the cookie cannot make it."""
    return hmac.new(token.encode(), _PURPOSE, hashlib.sha256).hexdigest()


def is_own_form(token: str, given: str) -> bool:
    """Whether the form was made for this cookie."""
    return bool(token) and hmac.compare_digest(form_token(token).encode(), given.encode())


def token_in(request: Request) -> str:
    """The secret in the request's cookie, empty for none."""
    token = request.cookies.get(_cookie_name(request), "")
    return token if len(token) <= _MOST_TOKEN_CHARACTERS else ""


def put_token(request: Request, response: Response, token: str) -> None:
    """Let the browser keep it until it closes: for this server alone, out of reach of scripts and other sites."""
    response.set_cookie(
        _cookie_name(request),
        token,
        path="/" if is_secure(request) else request.scope["root_path"] or "/",
        secure=is_secure(request),
        httponly=True,
        samesite="strict",
    )


def is_secure(request: Request) -> bool:
    """Whether the browser speaks https with us, or with the proxy in front that says so."""
    return request.url.scheme == "https"


def _cookie_name(request: Request) -> str:
    return _SECURE_COOKIE if is_secure(request) else _COOKIE
