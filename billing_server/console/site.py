"""The console as an ASGI application: its addresses, its files, and what is told when something goes wrong."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from billing_server.console import entrance
from billing_server.console.forms import UnreadableFormError, typed_in
from billing_server.console.frame import Console
from billing_server.console.headers import SecureHeaders
from billing_server.console.pages import ALL_PAGES
from billing_server.console.passwords import Passwords
from billing_server.console.phone_page import PHONE, PhoneFiles
from billing_server.console.receipt_page import RECEIPT, show_receipt_check
from billing_server.console.rendering import Stage, language_asked
from billing_server.console.visits import visit
from billing_server.console.words import say
from billing_server.path_numbers import know_path_numbers
from resources import font_path

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from starlette.requests import Request

    from billing_server.console.frame import Page
    from billing_server.settings import ServerSettings
    from billing_server.store.engine import Database
    from counter_app.wire.canonical import KeyPair

    Work = Callable[[Stage, Request, Mapping[str, str]], Response]
    Endpoint = Callable[[Request], Awaitable[Response]]

_BAD_REQUEST, _NOT_FOUND, _BUSY = 400, 404, 503
_FILES = {
    "console.css": Path(__file__).parent / "static" / "console.css",
    "icon.svg": Path(__file__).parent / "static" / "icon.svg",
    "regular.ttf": font_path("Regular"),
    "semibold.ttf": font_path("SemiBold"),
}
_MEDIA_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf"}
_KEPT_AN_HOUR = {"Cache-Control": "public, max-age=3600"}
NO_SUCH_PAGE = "There is no such page."
UNREADABLE_FORM = "That form cannot be read: it is too large, or no form. Nothing was changed."
DATABASE_SILENT = (
    "The database does not answer. Nothing is lost: counters keep their payments. Try again soon."
)
_LOG = logging.getLogger(__name__)


def build_console(
    database: Database,
    key: KeyPair,
    settings: ServerSettings,
    now_us: Callable[[], int],
    pages: Sequence[Page] = ALL_PAGES,
) -> Starlette:
    """The application, to be mounted under a path of its own."""
    know_path_numbers()
    passwords, phone = Passwords.of(settings.console), PhoneFiles()
    site = _Site(Stage(Console(database, key, settings, now_us, passwords), tuple(pages)))
    return Starlette(
        routes=[
            Route("/static/{name}", site.file),
            Route(PHONE, phone.to_page),
            Route(f"{PHONE}/", phone.file),
            Route(f"{PHONE}/{{name}}", phone.file),
            Route(entrance.SIGN_IN, site.answered(entrance.show_sign_in)),
            Route(RECEIPT, site.answered(show_receipt_check)),
            Route(entrance.SIGN_IN, site.answered(entrance.sign_in), methods=["POST"]),
            *(
                Route(
                    page.path,
                    site.answered(partial(visit, page), takes_file=page.takes_file),
                    methods=_methods(page),
                )
                for page in pages
            ),
        ],
        middleware=[Middleware(SecureHeaders)],
        exception_handlers={HTTPException: site.not_found},
    )


def _methods(page: Page) -> list[str]:
    return ["GET"] * (page.show is not None) + ["POST"] * (page.act is not None)


class _Site:
    """Hands each request to a thread of the console's own, so that people never take those that counters need."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._files = {name: path.read_bytes() for name, path in _FILES.items()}
        self._threads = ThreadPoolExecutor(stage.console.settings.threads, "console")

    def answered(self, work: Work, *, takes_file: bool = False) -> Endpoint:
        """The endpoint that does this work."""

        async def endpoint(request: Request) -> Response:
            try:
                typed = (
                    await typed_in(request, self._stage.console.settings, takes_file=takes_file)
                    if request.method == "POST"
                    else {}
                )
                return await asyncio.get_running_loop().run_in_executor(
                    self._threads, work, self._stage, request, typed
                )
            except UnreadableFormError:
                return self._message(request, UNREADABLE_FORM, _BAD_REQUEST)
            except (DBAPIError, PoolTimeoutError):
                _LOG.exception("the console's database does not answer")
                return self._message(request, DATABASE_SILENT, _BUSY)

        return endpoint

    async def file(self, request: Request) -> Response:
        """A file that pages are drawn with."""
        name = request.path_params["name"]
        if name not in self._files:
            return self._message(request, NO_SUCH_PAGE, _NOT_FOUND)
        media_type = _MEDIA_TYPES[Path(name).suffix]
        return Response(self._files[name], headers=_KEPT_AN_HOUR, media_type=media_type)

    async def not_found(self, request: Request, error: Exception) -> Response:
        """No such page, or not by this method."""
        status = error.status_code if isinstance(error, HTTPException) else _NOT_FOUND
        return self._message(request, NO_SUCH_PAGE, status)

    def _message(self, request: Request, sentence: str, status: int) -> Response:
        message = say(language_asked(request), sentence)
        return self._stage.bare(request, "message.html", {"message": message}, status)
