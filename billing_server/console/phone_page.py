"""The approver's page for a phone: works out answers without a network once it was opened, and tells nothing to us.

Its files are served as they are, but for the acts' names, which are put in once. It is the only page of the console
with scripts: its own policy allows scripts of this server, and no answer of the console is shown in it.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from billing_server.console.words import ENGLISH, HINDI, name_of
from counter_app.domain.challenge import ACT_NUMBERS
from resources import font_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

PHONE = "/phone"
FILES = Path(__file__).parent / "phone"
_INDEX = "phone.html"
_ACTS = "{acts}"
_MEDIA_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".ttf": "font/ttf",
}
_FONTS = {"regular.ttf": "Regular", "semibold.ttf": "SemiBold"}
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
        " worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
}


def phone_files() -> dict[str, bytes]:
    """Every file by its name; the page itself by the empty one."""
    files = {
        path.name: path.read_bytes() for path in FILES.iterdir() if path.suffix in _MEDIA_TYPES
    }
    page = files.pop(_INDEX).decode().replace(_ACTS, _acts())
    fonts = {name: font_path(weight).read_bytes() for name, weight in _FONTS.items()}
    return {**files, **fonts, "": page.encode()}


class PhoneFiles:
    """Answers for them, to anybody: there is no secret in them."""

    def __init__(self) -> None:
        self._files = phone_files()

    async def to_page(self, request: Request) -> Response:
        """The page's files stand below it: its address ends with a slash."""
        return RedirectResponse(f"{request.scope['root_path']}{PHONE}/")

    async def file(self, request: Request) -> Response:
        """One of them, or 404."""
        name = request.path_params.get("name", "")
        if name not in self._files:
            return Response(status_code=404, headers=HEADERS)
        media_type = _MEDIA_TYPES[Path(name or _INDEX).suffix]
        return Response(self._files[name], headers=HEADERS, media_type=media_type)


def _acts() -> str:
    lines = []
    for code, number in sorted(ACT_NUMBERS.items(), key=lambda pair: pair[1]):
        english, hindi = (escape(name_of(one, "act", code)) for one in (ENGLISH, HINDI))
        lines.append(
            f'<li data-number="{number}">{number}: <span data-en>{english}</span><span data-hi>{hindi}</span></li>'
        )
    return "\n".join(lines)
