"""One request of somebody who is signed in: session, form, permission, then the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from billing_server.console import entrance, tokens
from billing_server.console.figures import MICROSECONDS
from billing_server.console.forms import is_from_elsewhere
from billing_server.console.frame import Asked, Note, Refused, Shown
from billing_server.console.rendering import Typed
from billing_server.console.signing_in import life_of
from billing_server.console.words import say
from billing_server.store import console_sessions
from billing_server.store.chains import LARGEST_SEQUENCE
from counter_app.wire.decoding import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from billing_server.console.frame import Answer, Page
    from billing_server.console.rendering import Stage
    from billing_server.store.console_sessions import Session

OWN_PASSWORD = "/own-password"  # noqa: S105 - an address
_SEE_OTHER, _FORBIDDEN, _NOT_FOUND, _UNPROCESSABLE = 303, 403, 404, 422
NOT_ALLOWED = "Your role may not do this. Nothing was changed. Ask an administrator."


def visit(page: Page, stage: Stage, request: Request, typed: Mapping[str, str]) -> Response:
    """Show or act, when there is a living session that may."""
    token, console = tokens.token_in(request), stage.console
    now_us, life = console.now_us(), life_of(console.settings)
    session = console.database.read(lambda c: console_sessions.living(c, token, life, now_us))
    if session is None:
        return entrance.to_sign_in(request)
    acts = request.method == "POST"
    if acts and (
        is_from_elsewhere(request)
        or not tokens.is_own_form(token, typed.get(tokens.FORM_FIELD, ""))
    ):
        return _refused(stage, request, session, entrance.STALE_FORM)
    if not page.is_allowed(session.role, acts=acts):
        return _refused(stage, request, session, NOT_ALLOWED)
    if any(isinstance(one, int) and one > LARGEST_SEQUENCE for one in request.path_params.values()):
        raise HTTPException(_NOT_FOUND)
    if session.is_password_fresh and not page.is_for_fresh_password:
        return RedirectResponse(f"{request.scope['root_path']}{OWN_PASSWORD}", _SEE_OTHER)
    asked = Asked(
        console,
        session,
        entrance.address_of(request),
        dict(request.path_params),
        dict(request.query_params),
        typed,
        token,
        request.scope["root_path"],
    )
    return _acted(page, stage, request, asked) if acts else _shown(page, stage, request, asked)


def _refused(stage: Stage, request: Request, session: Session, sentence: str) -> Response:
    facts = {"message": say(session.language, sentence)}
    return stage.framed(request, session, "message.html", facts, _FORBIDDEN)


def _shown(page: Page, stage: Stage, request: Request, asked: Asked) -> Response:
    assert page.show is not None
    session, note = asked.session, ""
    if session.note:
        note = read_json(session.note, Note).told(session.language)
    seen_us = session.seen_us + stage.console.settings.seen_every_seconds * MICROSECONDS
    if note or asked.now_us >= seen_us:
        _note_seen(stage, asked, None)
    return _answered(stage, request, asked, page.show(asked), {"note": note})


def _acted(page: Page, stage: Stage, request: Request, asked: Asked) -> Response:
    assert page.act is not None
    try:
        answer = page.act(asked)
    except Refused as refusal:
        problem = say(asked.language, refusal.sentence, **refusal.blanks)
        if page.show is None:
            answer = Shown("message.html", {"message": problem}, _UNPROCESSABLE)
            return _answered(stage, request, asked, answer, {})
        again = {"problem": problem, "typed": Typed(asked.typed)}
        return _answered(stage, request, asked, page.show(asked), again, _UNPROCESSABLE)
    if not isinstance(answer, Shown):
        _note_seen(stage, asked, answer.note)
    return _answered(stage, request, asked, answer, {})


def _answered(
    stage: Stage,
    request: Request,
    asked: Asked,
    answer: Answer,
    around: Mapping[str, object],
    status: int | None = None,
) -> Response:
    if isinstance(answer, Shown):
        facts = {**around, **answer.facts}
        return stage.framed(request, asked.session, answer.template, facts, status or answer.status)
    return RedirectResponse(f"{request.scope['root_path']}{answer.path}", _SEE_OTHER)


def _note_seen(stage: Stage, asked: Asked, note: Note | None) -> None:
    text = msgspec.json.encode(note).decode() if note is not None else ""
    stage.console.database.write(
        lambda c: console_sessions.seen(c, asked.token, text, asked.now_us)
    )
