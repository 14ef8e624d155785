"""What anybody may ask without a key: is this receipt genuine, and by what it is checked without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from billing_server.http_reading import address_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from billing_server.centre import Centre

    Answered = Callable[[Request, Callable[[], Awaitable[bytes | Response]]], Awaitable[Response]]


def public_routes(centre: Centre, answered: Answered) -> list[Route]:
    """Their routes; ``answered`` says an answer or a refusal in the contract's form."""
    public = _Public(centre, answered)
    return [
        Route("/v1/receipts/{check_code}", public.receipt),
        Route("/v1/receipts/proof/{figures}", public.receipt_proved),
        Route("/v1/receipt-keys", public.receipt_keys),
    ]


class _Public:
    """One method a route."""

    def __init__(self, centre: Centre, answered: Answered) -> None:
        self._centre = centre
        self._answered = answered

    async def receipt(self, request: Request) -> Response:
        """Is the receipt with this check code genuine."""
        code = request.path_params["check_code"]
        receipt_no = request.query_params.get("receipt_no", "")
        return await self._told(request, self._centre.receipt, code, receipt_no)

    async def receipt_proved(self, request: Request) -> Response:
        """Are these figures of a genuine receipt, for a browser that cannot tell by itself."""
        return await self._told(
            request, self._centre.receipt_proved, request.path_params["figures"]
        )

    async def receipt_keys(self, request: Request) -> Response:
        """The list that receipts are checked by."""
        version = request.query_params.get("version", "")
        return await self._told(request, self._centre.receipt_keys, version)

    async def _told(self, request: Request, work: Callable[..., bytes], *words: str) -> Response:
        async def answer() -> bytes:
            return await run_in_threadpool(work, address_of(request), *words)

        return await self._answered(request, answer)
