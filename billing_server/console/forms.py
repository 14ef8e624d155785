"""Forms as browsers send them: small, urlencoded, from our own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from starlette.requests import Request

    from billing_server.console.settings import ConsoleSettings

FORM_TYPE = "application/x-www-form-urlencoded"
_OUR_SITES = {"same-origin", "none", ""}
"""What Sec-Fetch-Site says of a form of ours; a browser that does not say it is judged by its form token alone."""


class UnreadableFormError(Exception):
    """No form, or one too large."""


def is_from_elsewhere(request: Request) -> bool:
    """Whether the browser says that another site sent this."""
    return request.headers.get("sec-fetch-site", "") not in _OUR_SITES


async def typed_in(request: Request, settings: ConsoleSettings) -> dict[str, str]:
    """The fields. Raises UnreadableFormError before a large one is all in memory."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM_TYPE:
        raise UnreadableFormError
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > settings.most_form_bytes:
            raise UnreadableFormError
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
