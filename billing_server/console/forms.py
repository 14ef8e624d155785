"""Forms as browsers send them: small, urlencoded, from our own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.formparsers import MultiPartException, MultiPartParser

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.requests import Request

    from billing_server.console.settings import ConsoleSettings

FORM_TYPE = "application/x-www-form-urlencoded"
FILE_FORM_TYPE = "multipart/form-data"
_MOST_PARTS = 20
_OUR_SITES = {"same-origin", "none", ""}
"""What Sec-Fetch-Site says of a form of ours; a browser that does not say it is judged by its form token alone."""


class UnreadableFormError(Exception):
    """No form, or one too large."""


def is_from_elsewhere(request: Request) -> bool:
    """Whether the browser says that another site sent this."""
    return request.headers.get("sec-fetch-site", "") not in _OUR_SITES


async def typed_in(
    request: Request, settings: ConsoleSettings, *, takes_file: bool = False
) -> dict[str, str]:
    """The fields. Raises UnreadableFormError before a large one is all in memory."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    is_file = takes_file and kind == FILE_FORM_TYPE
    if kind != FORM_TYPE and not is_file:
        raise UnreadableFormError
    most = settings.most_file_bytes if is_file else settings.most_form_bytes
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise UnreadableFormError
    return await _parts(request, bytes(body)) if is_file else _fields(bytes(body), settings)


def _fields(body: bytes, settings: ConsoleSettings) -> dict[str, str]:
    try:
        fields = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            max_num_fields=settings.most_form_fields,
            errors="strict",
        )
    except ValueError as error:
        raise UnreadableFormError from error
    return dict(fields)


async def _parts(request: Request, body: bytes) -> dict[str, str]:
    """Fields and files of text alike, a file's bytes as UTF-8."""

    async def whole() -> AsyncGenerator[bytes]:
        yield body

    parser = MultiPartParser(request.headers, whole(), max_files=1, max_fields=_MOST_PARTS)
    parser.max_part_size = len(body)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise UnreadableFormError from error
    try:
        return {
            name: part if isinstance(part, str) else (await part.read()).decode("utf-8-sig")
            for name, part in form.multi_items()
        }
    except UnicodeError as error:
        raise UnreadableFormError from error
    finally:
        await form.close()
