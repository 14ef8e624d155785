"""The HTTP form of the centre: routes, bodies, problems. Work runs on threads, one transaction each."""

from __future__ import annotations

import io
import re
from datetime import date
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
from billing_server.console.settings import ConsoleMode
from billing_server.console.site import build_console
from billing_server.openapi import openapi_document
from billing_server.problems import Code, ServerRefusal, status_of
from billing_server.requests_signed import Caller, RequestSeen
from billing_server.store.totals import PageAsked
from counter_app.wire.canonical import canonical_bytes, key_id_of, text_of
from counter_app.wire.exchange import CONTENT_TYPE, ENCODING, PROBLEM_TYPE, Problem
from counter_app.wire.messages import PROTOCOL_VERSION

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from billing_server.centre import Centre

PROTOCOL_HEADER = "Kesco-Protocol"
"""The protocol's version a counter speaks; another one is told to upgrade."""
NONCE_HEADER = "Kesco-Nonce"
"""Names a request; a problem's signature covers it."""
SIGNATURE_HEADER = "Kesco-Problem-Signature"
"""``key id, public key, signature`` over the problem and the nonce of the request it answers, base64url."""
CONSOLE_PATH = "/console"
ZSTD_LEVEL = 3
MOST_DIGITS = 18
MOST_NONCE_CHARACTERS = 64
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def build_app(centre: Centre) -> Starlette:
    """The ASGI application of one server: the counters' contract, the head office's console, or both."""
    http = _Http(centre)
    mode = centre.settings.console.mode
    routes: list[BaseRoute] = [Route("/v1/health", http.health)]
    if mode is not ConsoleMode.ONLY:
        routes += _contract(http)
    if mode is not ConsoleMode.OFF:
        console = build_console(centre.database, centre.key, centre.settings, centre.now_us)
        routes.append(Mount(CONSOLE_PATH, console))
    return Starlette(routes=routes, exception_handlers={HTTPException: http.not_found})


def _contract(http: _Http) -> list[Route]:
    return [
        Route("/v1/enrol", http.enrol, methods=["POST"]),
        Route("/v1/counters/{counter_id}/{epoch:int}/batches", http.take_batch, methods=["POST"]),
        Route("/v1/counters/{counter_id}/{epoch:int}/head", http.head),
        Route("/v1/counters/{counter_id}/days/{business_date}", http.day),
        Route(
            "/v1/counters/{counter_id}/{epoch:int}/days/{business_date}/payments", http.day_payments
        ),
        Route("/v1/counters/{counter_id}/results", http.results),
        Route("/v1/changes", http.changes),
        Route("/v1/receipts/{check_code}", http.receipt),
        Route("/v1/snapshots/manifest", http.manifest),
        Route("/v1/blobs/{sha256}", http.blob),
        Route("/v1/time", http.time),
        Route("/v1/openapi.json", http.openapi),
    ]


class _Http:
    """One method a route."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._openapi = canonical_bytes(openapi_document())

    async def enrol(self, request: Request) -> Response:
        """One-time code for certificate."""
        address = _address(request)

        async def answer() -> bytes:
            body = await self._body(request)
            return await run_in_threadpool(
                self._centre.enrol, address, self._unpacked(request, body)
            )

        return await self._answered(request, answer)

    async def take_batch(self, request: Request) -> Response:
        """Messages for acknowledgement."""
        counter_id, epoch = request.path_params["counter_id"], request.path_params["epoch"]

        def work(caller: Caller, body: bytes) -> bytes:
            return self._centre.take_batch(caller, counter_id, epoch, self._unpacked(request, body))

        return await self._signed(request, work)

    async def changes(self, request: Request) -> Response:
        """A page of what changed."""

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.changes(caller, _whole_number(request, "since"))

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
            day = _iso_date(request.path_params["business_date"])
            return self._centre.day(caller, request.path_params["counter_id"], day)

        return await self._signed(request, work)

    async def day_payments(self, request: Request) -> Response:
        """A page of the payments of a day."""
        counter_id, epoch = request.path_params["counter_id"], request.path_params["epoch"]

        def work(caller: Caller, _body: bytes) -> bytes:
            day = _iso_date(request.path_params["business_date"])
            asked = PageAsked(
                *(_whole_number(request, name) for name in ("after", "first", "last"))
            )
            return self._centre.day_payments(caller, counter_id, epoch, day, asked)

        return await self._signed(request, work)

    async def results(self, request: Request) -> Response:
        """Later decisions."""
        counter_id = request.path_params["counter_id"]

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.results(caller, counter_id, _whole_number(request, "after"))

        return await self._signed(request, work)

    async def manifest(self, request: Request) -> Response:
        """The newest snapshot."""

        def work(caller: Caller, _body: bytes) -> bytes:
            return self._centre.manifest(caller, _whole_number(request, "have"))

        return await self._signed(request, work)

    async def blob(self, request: Request) -> Response:
        """A part of a snapshot, or the rest of one."""
        sha256 = request.path_params["sha256"]

        def work(caller: Caller, _body: bytes) -> Response:
            return blob_answer(request.headers, sha256, self._centre.blob(caller, sha256))

        return await self._signed(request, work)

    async def time(self, request: Request) -> Response:
        """Signed time."""
        nonce = request.query_params.get("nonce", "")

        async def answer() -> bytes:
            return await run_in_threadpool(self._centre.time, _address(request), nonce)

        return await self._answered(request, answer)

    async def receipt(self, request: Request) -> Response:
        """Is this receipt genuine: for anybody."""
        code = request.path_params["check_code"]
        receipt_no = request.query_params.get("receipt_no", "")

        async def answer() -> bytes:
            return await run_in_threadpool(
                self._centre.receipt, _address(request), code, receipt_no
            )

        return await self._answered(request, answer)

    async def health(self, request: Request) -> Response:
        """Alive, and the database answers."""

        async def answer() -> bytes:
            await run_in_threadpool(self._centre.look)
            return canonical_bytes({"status": "ok"})

        return await self._answered(request, answer)

    async def openapi(self, _request: Request) -> Response:
        """The contract."""
        return Response(self._openapi, media_type=CONTENT_TYPE)

    async def not_found(self, request: Request, error: Exception) -> Response:
        """No such address, or not by this method."""
        assert isinstance(error, HTTPException)
        is_there = error.status_code == status_of(Code.METHOD_NOT_ALLOWED)
        code = Code.METHOD_NOT_ALLOWED if is_there else Code.NOT_FOUND
        answer = self._problem(ServerRefusal(code, error.detail), _nonce(request))
        answer.headers.update(error.headers or {})
        return answer

    async def _signed(
        self, request: Request, work: Callable[[Caller, bytes], bytes | Response]
    ) -> Response:
        """Answer a request that an enrolled counter must have signed."""

        async def answer() -> bytes | Response:
            body = await self._body(request)
            return await run_in_threadpool(
                lambda: work(self._centre.caller(_seen(request, body)), body)
            )

        return await self._answered(request, answer)

    async def _answered(
        self, request: Request, answer: Callable[[], Awaitable[bytes | Response]]
    ) -> Response:
        try:
            _refuse_other_protocol(request)
            body = await answer()
        except ServerRefusal as refusal:
            return self._problem(refusal, _nonce(request))
        except (DBAPIError, PoolTimeoutError) as error:
            wait_seconds = self._centre.settings.busy_retry_after_seconds
            busy = ServerRefusal(Code.BUSY, type(error).__name__, retry_after_seconds=wait_seconds)
            return self._problem(busy, _nonce(request))
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

    async def _body(self, request: Request) -> bytes:
        """The body as it came. Raises ServerRefusal TOO_LARGE before it is all in memory."""
        most, parts, size = self._centre.settings.most_body_bytes, [], 0
        async for part in request.stream():
            size += len(part)
            if size > most:
                raise ServerRefusal(Code.TOO_LARGE, f"more than {most} bytes")
            parts.append(part)
        return b"".join(parts)

    def _unpacked(self, request: Request, body: bytes) -> bytes:
        """The body decompressed, within the same limit. Raises ServerRefusal TOO_LARGE, MALFORMED."""
        encoding = request.headers.get("content-encoding", "identity")
        if encoding == "identity":
            return body
        if encoding != ENCODING:
            raise ServerRefusal(Code.MALFORMED, f"content-encoding {encoding}")
        most = self._centre.settings.most_body_bytes
        try:
            with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body)) as reader:
                plain = reader.read(most + 1)
        except zstandard.ZstdError as error:
            raise ServerRefusal(Code.MALFORMED, str(error)) from error
        if len(plain) > most:
            raise ServerRefusal(Code.TOO_LARGE, f"more than {most} bytes")
        return plain


def _seen(request: Request, body: bytes) -> RequestSeen:
    """The request as it stood on the wire, so that the signature's path is the one that was asked for."""
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    url = f"http://centre{path}" + (f"?{query}" if query else "")
    return RequestSeen(request.method, url, dict(request.headers), body)


def _nonce(request: Request) -> str:
    """What the asker named its request, so that it can tell a fresh problem from an old one."""
    return request.headers.get(NONCE_HEADER, "")[:MOST_NONCE_CHARACTERS]


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _refuse_other_protocol(request: Request) -> None:
    spoken = request.headers.get(PROTOCOL_HEADER)
    if spoken is not None and spoken != str(PROTOCOL_VERSION):
        raise ServerRefusal(Code.UPGRADE, f"protocol {spoken}")


def _whole_number(request: Request, name: str) -> int:
    text = request.query_params.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise ServerRefusal(Code.MALFORMED, f"{name} is a whole number")
    return int(text)


def _iso_date(text: str) -> date:
    """``YYYY-MM-DD`` alone, of the many ways to write a date. Raises ServerRefusal MALFORMED."""
    if not _ISO_DATE.fullmatch(text):
        raise ServerRefusal(Code.MALFORMED, "a date is written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error
