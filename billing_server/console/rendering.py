"""Templates filled: escaped always, in the language of the person, with figures as people read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from starlette.responses import HTMLResponse

from billing_server.console import figures, tokens, words
from billing_server.console.permissions import may

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from billing_server.console.frame import Console, Page
    from billing_server.store.console_sessions import Session

TEMPLATES = Path(__file__).parent / "templates"


def open_templates() -> jinja2.Environment:
    """The environment: a blank nobody filled is a bug, and everything is escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        rupees=figures.rupees,
        grouped=figures.grouped,
        day_text=figures.day_text,
        moment_text=figures.moment_text,
        seconds_text=figures.seconds_text,
        LANGUAGES=words.LANGUAGES,
    )
    return environment


def spoken(language: str, now_us: int) -> dict[str, object]:
    """What templates call in this language: ``t`` says a sentence, ``name`` names a code."""
    return {
        "language": language,
        "t": partial(words.say, language),
        "name": partial(words.name_of, language),
        "ago": lambda at_us: figures.ago_text(language, at_us, now_us),
        "length": partial(figures.length_text, language),
        "drift": partial(figures.drift_text, language),
        "in_language": lambda english, hindi: hindi if language == words.HINDI else english,
    }


class Typed(dict[str, str]):
    """What was typed into a form that comes back; a field that was not there is empty."""

    def __missing__(self, name: str) -> str:
        """Empty."""
        return ""


@dataclass(frozen=True, slots=True)
class Stage:
    """What answers are made on: the console, its pages, and the templates."""

    console: Console
    pages: Sequence[Page]
    templates: jinja2.Environment = field(default_factory=open_templates)

    def bare(
        self, request: Request, template: str, facts: Mapping[str, object], status: int = 200
    ) -> Response:
        """A page for nobody in particular, in the language the browser asks for."""
        language = language_asked(request)
        frame = {**spoken(language, self.console.now_us()), "session": None}
        return self._filled(request, template, {**frame, **facts}, status)

    def framed(
        self,
        request: Request,
        session: Session,
        template: str,
        facts: Mapping[str, object],
        status: int = 200,
    ) -> Response:
        """A page for somebody who is signed in, with what they may go to around it."""
        here = request.url.path.removeprefix(request.scope["root_path"]) or "/"
        frame = {
            **spoken(session.language, self.console.now_us()),
            "session": session,
            "settings": self.console.settings,
            "now_us": self.console.now_us(),
            "may": partial(may, session.role),
            "navigation": [
                (page, _is_at(page.path, here))
                for page in self.pages
                if page.heading and page.is_allowed(session.role, acts=False)
            ],
            "here": here,
        }
        return self._filled(request, template, {**frame, **facts}, status)

    def _filled(
        self, request: Request, template: str, facts: Mapping[str, object], status: int
    ) -> Response:
        around = {
            "base": request.scope["root_path"],
            "form_token": tokens.form_token(tokens.token_in(request)),
            "problem": "",
            "note": "",
            "typed": Typed(),
        }
        text = self.templates.get_template(template).render({**around, **facts})
        return HTMLResponse(text, status)


def language_asked(request: Request) -> str:
    """``?language=hi``, else what the browser prefers, else English."""
    asked = request.query_params.get("language", "")
    if asked in words.LANGUAGES:
        return asked
    preferred = request.headers.get("accept-language", "").strip().lower()
    return words.HINDI if preferred.startswith(words.HINDI) else words.ENGLISH


def _is_at(path: str, here: str) -> bool:
    """Whether this entry of the navigation is of the page, or of one below it."""
    return here == path or (path != "/" and here.startswith(f"{path}/"))
