"""The bytes of a part of a snapshot as they come over the line, from anywhere in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.wire.snapshot import BlobTold

_WHOLE, _RANGE = 200, 206


@dataclass(slots=True)
class PartSink:
    """Hands on what belongs to the part from byte ``first`` on, and nothing of a stranger's page.

    A proxy that knows no ranges sends the part from its beginning: what is there already is passed over.
    """

    told: BlobTold
    first: int
    hand_on: Callable[[bytes], None]
    is_begun: bool = False
    _over: int = 0
    _left: int = 0

    @property
    def asked(self) -> dict[str, str]:
        """Headers that ask for it; the bytes must come as they are, or they could not be gone on with."""
        tag = f'"{self.told.sha256}"'
        plain = {"Accept-Encoding": "identity"}
        return plain | ({"Range": f"bytes={self.first}-", "If-Range": tag} if self.first else {})

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Whether these are bytes of the part."""
        is_ours = headers.get("ETag") == f'"{self.told.sha256}"'
        is_plain = headers.get("Content-Encoding", "identity") == "identity"
        self._left = self.told.bytes - self.first
        self._over = self.first if status == _WHOLE else 0
        is_range = headers.get("Content-Range", "").startswith(f"bytes {self.first}-")
        is_from_there = status == _WHOLE or (status == _RANGE and is_range)
        self.is_begun = is_ours and is_plain and is_from_there
        return self.is_begun

    def take(self, piece: bytes) -> None:
        """The next bytes. Raises Fault SERVER_NOT_OURS for more than the part has."""
        fresh = piece[self._over :]
        self._over = max(0, self._over - len(piece))
        if len(fresh) > self._left:
            raise Fault(FaultCode.SERVER_NOT_OURS, f"more than {self.told.bytes} bytes of a part")
        self._left -= len(fresh)
        if fresh:
            self.hand_on(fresh)
