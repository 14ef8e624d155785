"""The list that receipts are checked by, kept in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.wire.canonical import NotOurServerError, decode_payload, open_answer
from counter_app.wire.receipt_keys import ReceiptKeys
from tests.builders import SERVER_KEY, a_certificate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Fault


def our_server_keys() -> Mapping[str, bytes]:
    """The keys that the counter's certificate names."""
    (key_id,) = a_certificate().server_keys
    return {key_id: SERVER_KEY.public_key}


@dataclass
class FakeKeyShelf:
    """The last answer that was kept; ``fails`` is raised by the next ``keep``."""

    signed: bytes = b""
    fails: list[Fault] = field(default_factory=list)

    def read(self) -> ReceiptKeys | None:
        try:
            payload = open_answer(dict(our_server_keys()), self.signed)
            told: ReceiptKeys = decode_payload(payload, ReceiptKeys)
        except NotOurServerError:
            return None
        return told

    def keep(self, signed: bytes) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.signed = signed
