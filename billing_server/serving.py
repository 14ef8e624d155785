"""How the ASGI application is served: one listening socket, and uvicorn told all it must know."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import uvicorn
from uvicorn.config import LOGGING_CONFIG

from billing_server.app import build_app
from billing_server.centre import Centre
from billing_server.keys import server_key
from billing_server.settings import ServerSettings
from billing_server.store.engine import open_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from billing_server.store.engine import Database

GRACE_SECONDS = 3
"""What a request under way gets to finish when the server stops."""
KEEP_ALIVE_SECONDS = 30
"""Longer than a counter goes on using a connection at rest (15 s): else it would ask into one just hung up."""


class Serving(msgspec.Struct, frozen=True):
    """What is served and how; told to each process of one server. ``folder`` holds the server's key."""

    folder: str
    database_url: str
    host: str
    port: int
    settings: ServerSettings
    tls_certificate: str | None = None
    tls_key: str | None = None

    def at(self, listener: socket.socket) -> Serving:
        """The same with the port that was bound: 0 takes a free one."""
        return msgspec.structs.replace(self, port=listener.getsockname()[1])

    @property
    def url(self) -> str:
        """Where it is reached."""
        scheme = "https" if self.tls_certificate else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{self.port}"


def why_not_served(settings: ServerSettings, database_url: str, platform: str) -> str:
    """The sentence for settings that this database or platform cannot keep; empty when they can be."""
    workers, is_sqlite = settings.worker_count, database_url.startswith("sqlite")
    if workers < 1:
        return f"--workers {workers}: at least one process serves."
    if workers > 1 and is_sqlite:
        return (
            f"--workers {workers} needs PostgreSQL: SQLite is lent to one process. Nothing was started."
            " Give --database postgresql+psycopg://..., or leave --workers out."
        )
    if workers > 1 and platform == "win32":
        return (
            f"--workers {workers}: on Windows the server is one process. Nothing was started."
            " Leave --workers out, or serve from Linux."
        )
    if settings.needs_standby and is_sqlite:
        return (
            "--needs-standby needs PostgreSQL: SQLite has no standby. Nothing was started."
            " Give --database postgresql+psycopg://..., or leave --needs-standby out."
        )
    return ""


def proxies_named(addresses: list[str]) -> tuple[str, ...]:
    """Addresses and networks of proxies, as they are compared. Raises ValueError."""
    return tuple(str(ipaddress.ip_network(address)) for address in addresses)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError when the port is taken.

    Made with its protocol named: asyncio sends at once (no delay) only over such.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def config_of(
    app: object, serving: Serving, log_config: dict[str, Any] | None = LOGGING_CONFIG
) -> uvicorn.Config:
    """What uvicorn is told; it takes uvloop and httptools where they are installed (not on Windows).

    A request's address is its connection's, except behind a proxy that the settings name: then it is the nearest
    one of ``X-Forwarded-For`` that is no such proxy. The proxy keeps the log of requests.
    """
    proxies = list(serving.settings.trusted_proxies)
    return uvicorn.Config(
        app,  # type: ignore[arg-type] # uvicorn spells the ASGI type in its own way
        host=serving.host,
        port=serving.port,
        ssl_certfile=serving.tls_certificate,
        ssl_keyfile=serving.tls_key,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        log_config=log_config,
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


class AnnouncingServer(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        self._tell()


def open_server(serving: Serving, tell: Callable[[], None]) -> tuple[AnnouncingServer, Database]:
    """One process's server, not yet running, and its database to close after. The schema is the newest already."""
    database = open_database(serving.database_url)
    app = build_app(Centre(database, server_key(Path(serving.folder)), serving.settings))
    return AnnouncingServer(config_of(app, serving), tell), database
