"""The approver's page for a phone: works out answers without a network once it was opened, and tells nothing to us.

Its files are served as they are, but for the acts' names, which are put in once. It is the only page of the console
with scripts: its own policy allows scripts of this server, and no answer of the console is shown in it.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from billing_server.console.words import ENGLISH, HINDI, name_of
from billing_server.page_files import PAGE_HEADERS, PageFiles, read_page
from counter_app.domain.challenge import ACT_NUMBERS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PHONE = "/phone"
_INDEX = "phone.html"
_ACTS = "{acts}"


class PhoneFiles(PageFiles):
    """The page, and the way to it."""

    def __init__(self) -> None:
        files = read_page(Path(__file__).parent / "phone", _INDEX)
        files[""] = files[""].decode().replace(_ACTS, _acts()).encode()
        super().__init__(files, PAGE_HEADERS)

    async def to_page(self, request: Request) -> Response:
        """The page's files stand below it: its address ends with a slash."""
        return RedirectResponse(f"{request.scope['root_path']}{PHONE}/")


def _acts() -> str:
    lines = []
    for code, number in sorted(ACT_NUMBERS.items(), key=lambda pair: pair[1]):
        english, hindi = (escape(name_of(one, "act", code)) for one in (ENGLISH, HINDI))
        lines.append(
            f'<li data-number="{number}">{number}: <span data-en>{english}</span><span data-hi>{hindi}</span></li>'
        )
    return "\n".join(lines)
