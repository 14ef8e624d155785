"""Visitors without a browser: they speak to the real ASGI application in this process, keep cookies and send forms."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from billing_server.app import CONSOLE_PATH, build_app
from billing_server.centre import Centre
from billing_server.console.passwords import Passwords
from billing_server.console.settings import ConsoleSettings
from billing_server.console.tokens import FORM_FIELD
from billing_server.settings import ServerSettings
from billing_server.store import console_people
from billing_server.store.console_acts import ActsAsked, acts_of
from billing_server.store.console_people import ConsolePerson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message

    from billing_server.store.engine import Database
    from tests.billing_server.centres import PlayedCentre

PASSWORD = "a lantern at Moti Jheel"
CHEAP = ServerSettings(console=ConsoleSettings(hash_memory_kib=64, hash_rounds=1))
"""Passwords that are tried in no time: tests try many."""
NO_HEADERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    body: bytes

    @property
    def text(self) -> str:
        return unescape(self.body.decode())

    @property
    def form_token(self) -> str:
        """Of the page's forms."""
        found = re.search(rf'name="{FORM_FIELD}" value="([0-9a-f]+)"', self.text)
        assert found is not None, self.text
        return found[1]

    @property
    def location(self) -> str:
        """Where the browser is sent, within the console."""
        assert self.status == 303, (self.status, self.text)
        return self.headers["location"].removeprefix(CONSOLE_PATH)


@dataclass(slots=True)
class Visitor:
    """A browser's part. Paths are the console's; the token of the page seen last goes with every form."""

    app: ASGIApp
    address: str = "10.1.2.3"
    scheme: str = "http"
    cookies: dict[str, str] = field(default_factory=dict)
    form_token: str = ""

    def get(self, path: str, headers: Mapping[str, str] = NO_HEADERS) -> Reply:
        reply = self._ask("GET", path, b"", headers)
        if FORM_FIELD in reply.text:
            self.form_token = reply.form_token
        return reply

    def post(self, path: str, headers: Mapping[str, str] = NO_HEADERS, /, **fields: str) -> Reply:
        """Send a form."""
        typed = urlencode({FORM_FIELD: self.form_token, **fields}).encode()
        named = {"content-type": "application/x-www-form-urlencoded", **headers}
        return self._ask("POST", path, typed, named)

    def post_raw(self, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        return self._ask("POST", path, body, headers)

    def sign_in(self, name: str, password: str = PASSWORD) -> Reply:
        """Through the form; the first page, if the console let us in."""
        self.get("/sign-in")
        reply = self.post("/sign-in", name=name, password=password)
        return self.follow(reply) if reply.status == 303 else reply

    def follow(self, reply: Reply) -> Reply:
        """Go where the answer sends us."""
        return self.get(reply.location)

    def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        plain, _, query = path.partition("?")
        named = dict(headers)
        if self.cookies:
            named["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        scope: dict[str, object] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": self.scheme,
            "path": f"{CONSOLE_PATH}{plain}",
            "raw_path": f"{CONSOLE_PATH}{plain}".encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(k.lower().encode(), v.encode()) for k, v in named.items()],
            "client": (self.address, 40_000),
            "server": ("console.test", 443),
        }
        reply = asyncio.run(_exchange(self.app, scope, body))
        for cookie in reply.cookies:
            self.cookies.update({k: m.value for k, m in SimpleCookie(cookie).items()})
        return reply


async def _exchange(app: ASGIApp, scope: dict[str, object], body: bytes) -> Reply:
    sent: list[Message] = []

    told: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if not told:
            await asyncio.Event().wait()  # the visitor never hangs up
        return told.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    pairs = [(k.decode().lower(), v.decode()) for k, v in sent[0]["headers"]]
    return Reply(
        sent[0]["status"],
        dict(pairs),
        tuple(value for name, value in pairs if name == "set-cookie"),
        b"".join(message.get("body", b"") for message in sent[1:]),
    )


@dataclass(slots=True)
class HeadOffice:
    """The console on a played centre, whose clock it goes by."""

    centre: PlayedCentre
    app: ASGIApp

    def visitor(self, name: str = "", **changes: object) -> Visitor:
        """Somebody at a browser, signed in when named."""
        visitor = Visitor(self.app, **changes)  # type: ignore[arg-type] # whatever differs
        if name:
            assert visitor.sign_in(name).status == 200
        return visitor

    def deeds(self, deed: str = "") -> list[tuple[str, str, str, str]]:
        """The audit trail, oldest first: who, what, on what, why."""
        acts = self.centre.database.read(lambda c: acts_of(c, ActsAsked(deed=deed), 1_000))
        return [(act.by_id, act.deed, act.on, act.reason) for act in reversed(acts)]


def open_head_office(centre: PlayedCentre, settings: ServerSettings = CHEAP) -> HeadOffice:
    """The whole application of a server, with one person of each role: admin, accountant, supervisor, viewer."""
    for role in ("admin", "accountant", "supervisor", "viewer"):
        put_person(centre.database, role, role)
    served = Centre(centre.database, centre.key, settings, lambda: centre.now_us)
    return HeadOffice(centre, build_app(served))


def put_person(
    database: Database, person_id: str, role: str, *, name_hi: str = "नाम", is_fresh: bool = False
) -> None:
    """Somebody with PASSWORD."""
    person = ConsolePerson(
        person_id, person_id.title(), name_hi, role, kept_password(), is_fresh, "en"
    )
    database.write(lambda c: console_people.add_person(c, person))


@cache
def kept_password() -> str:
    """The hash of PASSWORD, made once: each takes its time on purpose."""
    return Passwords.of(CHEAP.console).hash(PASSWORD)
