"""The sign-in page: the only one for nobody in particular, besides messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from billing_server.console import tokens
from billing_server.console.forms import is_from_elsewhere
from billing_server.console.frame import Refused
from billing_server.console.rendering import language_asked
from billing_server.console.signing_in import SignIn
from billing_server.console.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from billing_server.console.rendering import Stage

SIGN_IN = "/sign-in"
STALE_FORM = (
    "This form was not made for you, or is too old. Nothing was changed. Open the page again."
)
_SEE_OTHER, _FORBIDDEN = 303, 403


def show_sign_in(stage: Stage, request: Request, _typed: Mapping[str, str]) -> Response:
    """The form, with a fresh cookie that it belongs to."""
    return _form(stage, request)


def sign_in(stage: Stage, request: Request, typed: Mapping[str, str]) -> Response:
    """Begin a session with a token of its own, whatever the cookie was."""
    token = tokens.token_in(request)
    if is_from_elsewhere(request) or not tokens.is_own_form(
        token, typed.get(tokens.FORM_FIELD, "")
    ):
        return _form(stage, request, STALE_FORM, status=_FORBIDDEN)
    name, password = typed.get("name", ""), typed.get("password", "")
    try:
        fresh = SignIn(stage.console)(name, password, address_of(request))
    except Refused as refusal:
        return _form(stage, request, refusal.sentence, refusal.blanks, name, status=_FORBIDDEN)
    response = RedirectResponse(f"{request.scope['root_path']}/", _SEE_OTHER)
    tokens.put_token(request, response, fresh)
    return response


def to_sign_in(request: Request) -> Response:
    """There is no session: sign in first."""
    return RedirectResponse(f"{request.scope['root_path']}{SIGN_IN}?over=1", _SEE_OTHER)


def address_of(request: Request) -> str:
    """Where it comes from; behind a proxy what the proxy says, if the server is told to trust it."""
    return request.client.host if request.client is not None else ""


def _form(
    stage: Stage,
    request: Request,
    problem: str = "",
    blanks: Mapping[str, object] | None = None,
    name: str = "",
    *,
    status: int = 200,
) -> Response:
    token = tokens.fresh_token()
    language = language_asked(request)
    facts = {
        "problem": say(language, problem, **(blanks or {})) if problem else "",
        "name_typed": name,
        "is_over": "over" in request.query_params,
        "form_token": tokens.form_token(token),
    }
    response = stage.bare(request, "sign_in.html", facts, status)
    tokens.put_token(request, response, token)
    return response
