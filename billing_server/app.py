"""The HTTP form of the centre: routes, bodies, problems. Work runs on threads, one transaction each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import zstandard
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount, Route

from billing_server.blob_http import blob_answer
from billing_server.check_page import CHECK, build_check_page
from billing_server.console.settings import ConsoleMode
from billing_server.console.site import build_console
from billing_server.http_reading import (
    address_of,
    body_of,
    iso_date,
    nonce_of,
    refuse_other_protocol,
    seen_of,
    unpacked,
    whole_number,
)
from billing_server.openapi import openapi_document
from billing_server.openapi_carry import CARRY_PATH
from billing_server.path_numbers import know_path_numbers
from billing_server.problems import Code, ServerRefusal, status_of
from billing_server.public_http import public_routes
from billing_server.store.totals import PageAsked
from counter_app.wire.canonical import canonical_bytes, key_id_of, text_of
from counter_app.wire.carried import CARRIED_TYPE
from counter_app.wire.exchange import CONTENT_TYPE, ENCODING, PROBLEM_TYPE, Problem
from counter_app.wire.sealed import MOST_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from billing_server.centre import Centre
    from billing_server.requests_signed import Caller

SIGNATURE_HEADER = "Kesco-Problem-Signature"
"""``key id, public key, signature`` over the problem and the nonce of the request it answers, base64url."""
CONSOLE_PATH = "/console"
ZSTD_LEVEL = 3


def build_app(centre: Centre) -> Starlette:
    """The ASGI application of one server: the counters' contract, the head office's console, or both."""
    know_path_numbers()
    http = _Http(centre)
    mode = centre.settings.console.mode
    routes: list[BaseRoute] = [Route("/v1/health", http.health)]
    if mode is not ConsoleMode.ONLY:
        routes += _contract(http)
        routes += public_routes(centre, http.answered)
        routes.append(Mount(CHECK, build_check_page(centre.key.public_key)))
    if mode is not ConsoleMode.OFF:
        console = build_console(centre.database, centre.key, centre.settings, centre.now_us)
        routes.append(Mount(CONSOLE_PATH, console))
    return Starlette(routes=routes, exception_handlers={HTTPException: http.not_found})


def _contract(http: _Http) -> list[Route]:
    return [
        Route("/v1/enrol", http.enrol, methods=["POST"]),
        Route(
            "/v1/counters/{counter_id}/{epoch:number}/batches", http.take_batch, methods=["POST"]
        ),
        Route("/v1/counters/{counter_id}/{epoch:number}/head", http.head),
        Route("/v1/counters/{counter_id}/days/{business_date}", http.day),
        Route(
            "/v1/counters/{counter_id}/{epoch:number}/days/{business_date}/payments",
            http.day_payments,
        ),
        Route("/v1/counters/{counter_id}/results", http.results),
        Route("/v1/changes", http.changes),
        Route("/v1/snapshots/manifest", http.manifest),
        Route("/v1/blobs/{sha256}", http.blob),
        Route(CARRY_PATH, http.carry, methods=["POST"]),
        Route("/v1/time", http.time),
        Route("/v1/openapi.json", http.openapi),
    ]


class _Http:
    """One method a route."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._openapi = canonical_bytes(openapi_document())
        self._most = centre.settings.most_body_bytes

    async def enrol(self, request: Request) -> Response:
        """One-time code for certificate."""
        address = address_of(request)

        async def answer() -> bytes:
            body = await body_of(request, self._most)
            return await run_in_threadpool(
                self._centre.enrol, address, unpacked(request, body, self._most)
            )

        return await self.answered(request, answer)

    async def take_batch(self, request: Request) -> Response:
        """Messages for acknowledgement."""
        counter_id, epoch = request.path_params["counter_id"], request.path_params["epoch"]

        def work(caller: Caller, body: bytes) -> bytes:
            return self._centre.take_batch(
                caller, counter_id, epoch, unpacked(request, body, self._most)
            )

        return await self._signed(request, work)

    async def changes(self, request: Request) -> Response:
        """A page of what changed."""

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.changes(caller, whole_number(request, "since"))

        return await self._signed(request, work)

    async def head(self, request: Request) -> Response:
        """Where to resume."""
        counter_id, epoch = request.path_params["counter_id"], request.path_params["epoch"]
        return await self._signed(
            request, lambda caller, _body: self._centre.head(caller, counter_id, epoch)
        )

    async def day(self, request: Request) -> Response:
        """Totals of a day."""

        def work(caller: Caller, _body: bytes) -> bytes:
            day = iso_date(request.path_params["business_date"])
            return self._centre.day(caller, request.path_params["counter_id"], day)

        return await self._signed(request, work)

    async def day_payments(self, request: Request) -> Response:
        """A page of the payments of a day."""
        counter_id, epoch = request.path_params["counter_id"], request.path_params["epoch"]

        def work(caller: Caller, _body: bytes) -> bytes:
            day = iso_date(request.path_params["business_date"])
            asked = PageAsked(*(whole_number(request, name) for name in ("after", "first", "last")))
            return self._centre.day_payments(caller, counter_id, epoch, day, asked)

        return await self._signed(request, work)

    async def results(self, request: Request) -> Response:
        """Later decisions."""
        counter_id = request.path_params["counter_id"]

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.results(caller, counter_id, whole_number(request, "after"))

        return await self._signed(request, work)

    async def manifest(self, request: Request) -> Response:
        """The newest snapshot."""

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.manifest(caller, whole_number(request, "have"))

        return await self._signed(request, work)

    async def blob(self, request: Request) -> Response:
        """A part of a snapshot, or the rest of one."""
        sha256 = request.path_params["sha256"]

        def work(caller: Caller, _body: bytes) -> Response:
            return blob_answer(request.headers, sha256, self._centre.blob(caller, sha256))

        return await self._signed(request, work)

    async def carry(self, request: Request) -> Response:
        """A carried file for its acknowledgements."""

        async def answer() -> Response:
            body = await body_of(request, MOST_FILE_BYTES)
            plain = unpacked(request, body, MOST_FILE_BYTES)
            file = await run_in_threadpool(self._centre.carry, address_of(request), plain)
            return Response(file, media_type=CARRIED_TYPE)

        return await self.answered(request, answer)

    async def time(self, request: Request) -> Response:
        """Signed time."""
        nonce = request.query_params.get("nonce", "")

        async def answer() -> bytes:
            return await run_in_threadpool(self._centre.time, address_of(request), nonce)

        return await self.answered(request, answer)

    async def health(self, request: Request) -> Response:
        """Alive, and the database answers."""

        async def answer() -> bytes:
            await run_in_threadpool(self._centre.look)
            return canonical_bytes({"status": "ok"})

        return await self.answered(request, answer)

    async def openapi(self, _request: Request) -> Response:
        """The contract."""
        return Response(self._openapi, media_type=CONTENT_TYPE)

    async def not_found(self, request: Request, error: Exception) -> Response:
        """No such address, or not by this method."""
        assert isinstance(error, HTTPException)
        is_there = error.status_code == status_of(Code.METHOD_NOT_ALLOWED)
        code = Code.METHOD_NOT_ALLOWED if is_there else Code.NOT_FOUND
        answer = self._problem(ServerRefusal(code, error.detail), nonce_of(request))
        answer.headers.update(error.headers or {})
        return answer

    async def _signed(
        self, request: Request, work: Callable[[Caller, bytes], bytes | Response]
    ) -> Response:
        """Answer a request that an enrolled counter must have signed."""

        async def answer() -> bytes | Response:
            body = await body_of(request, self._most)
            return await run_in_threadpool(
                lambda: work(self._centre.caller(seen_of(request, body)), body)
            )

        return await self.answered(request, answer)

    async def answered(
        self, request: Request, answer: Callable[[], Awaitable[bytes | Response]]
    ) -> Response:
        """What it came to in the contract's form: the answer, or the refusal, signed."""
        try:
            refuse_other_protocol(request)
            body = await answer()
        except ServerRefusal as refusal:
            return self._problem(refusal, nonce_of(request))
        except (DBAPIError, PoolTimeoutError) as error:
            wait_seconds = self._centre.settings.busy_retry_after_seconds
            busy = ServerRefusal(Code.BUSY, type(error).__name__, retry_after_seconds=wait_seconds)
            return self._problem(busy, nonce_of(request))
        if isinstance(body, Response):
            return body
        if ENCODING in request.headers.get("accept-encoding", ""):
            packed = zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(body)
            return Response(packed, media_type=CONTENT_TYPE, headers={"Content-Encoding": ENCODING})
        return Response(body, media_type=CONTENT_TYPE)

    def _problem(self, refusal: ServerRefusal, nonce: str) -> Response:
        """RFC 9457, signed: a counter stops for a fork or a revoked key only when the centre says so."""
        body = canonical_bytes(
            Problem(
                type=f"urn:kesco:problem:{refusal.code}",
                title=refusal.code.replace("_", " "),
                status=refusal.status,
                code=refusal.code,
                detail=refusal.detail,
                expected=refusal.expected,
                head=refusal.head,
            )
        )
        key = self._centre.key
        signed = canonical_bytes({"nonce": nonce, "problem": msgspec.Raw(body)})
        parts = (text_of(key.public_key), text_of(key.sign_answer(signed)))
        headers = {SIGNATURE_HEADER: ", ".join((key_id_of(key.public_key), *parts))}
        if refusal.retry_after_seconds is not None:
            headers["Retry-After"] = str(refusal.retry_after_seconds)
        return Response(body, refusal.status, headers, PROBLEM_TYPE)
