"""Opens connections, and knows how long the last one took to open: how far away the other end is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable


class Door(HTTPAdapter):
    """An adapter for requests. ``opened`` is told the seconds of each new connection, before any TLS.

    That is one round trip whatever the server is busy with, since its kernel answers; how long an answer takes
    would not tell a long line from a busy centre.
    """

    def __init__(self, opened: Callable[[float], None], **extra: Any) -> None:  # noqa: ANN401 - handed on as they come
        self._opened, self._extra = opened, extra
        super().__init__()

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002 - as in the class below
        **options: Any,  # noqa: ANN401 - handed on as they come
    ) -> None:
        """With pools whose connections are timed."""
        super().init_poolmanager(connections, maxsize, block, **options, **self._extra)
        opened = self._opened

        class TimedPlain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                begun = time.monotonic()
                made = super()._new_conn()
                opened(time.monotonic() - begun)
                return made

        class TimedPrivate(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                begun = time.monotonic()
                made = super()._new_conn()
                opened(time.monotonic() - begun)
                return made

        class Plain(HTTPConnectionPool):
            ConnectionCls = TimedPlain

        class Private(HTTPSConnectionPool):
            ConnectionCls = TimedPrivate

        self.poolmanager.pool_classes_by_scheme = {"http": Plain, "https": Private}
