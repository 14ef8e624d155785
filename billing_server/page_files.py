"""A page that a phone keeps and that works without a network: its files, served as they are, with our fonts.

Such a page has scripts: its own policy allows those of this server and nothing of any other.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import Response

from resources import font_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

_MEDIA_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".ttf": "font/ttf",
}
_FONTS = {"regular.ttf": "Regular", "semibold.ttf": "SemiBold"}
PAGE_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
        " worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
}


def read_page(folder: Path, index: str) -> dict[str, bytes]:
    """Every file of the folder and our fonts by their names; the page itself by the empty one."""
    files = {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in _MEDIA_TYPES
    }
    files |= {name: font_path(weight).read_bytes() for name, weight in _FONTS.items()}
    files[""] = files.pop(index)
    return files


class PageFiles:
    """Answers for them, to anybody: there is no secret in them."""

    def __init__(self, files: Mapping[str, bytes], headers: Mapping[str, str]) -> None:
        self._files, self._headers = files, headers

    async def file(self, request: Request) -> Response:
        """One of them, or 404."""
        name = request.path_params.get("name", "")
        if name not in self._files:
            return Response(status_code=404, headers=self._headers)
        media_type = _MEDIA_TYPES[Path(name).suffix or ".html"]
        return Response(self._files[name], headers=self._headers, media_type=media_type)
