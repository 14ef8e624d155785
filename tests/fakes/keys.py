"""Keys in memory, made from counted seeds: the same in every run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import KeyPair
from tests.builders import COUNTER_KEY


def _first_pairs() -> dict[bytes, KeyPair]:
    return {COUNTER_KEY.public_key: COUNTER_KEY}


@dataclass
class FakeKeys:
    """Holds ``COUNTER_KEY`` from the start; tests may take keys out of ``pairs`` to lose them."""

    pairs: dict[bytes, KeyPair] = field(default_factory=_first_pairs)
    made: int = 0

    def signer_for(self, public_key: bytes) -> KeyPair:
        pair = self.pairs.get(public_key)
        if pair is None:
            raise Fault(FaultCode.LEDGER_KEY_LOST, "the test took it")
        return pair

    def fresh_signer(self) -> KeyPair:
        self.made += 1
        pair = KeyPair.from_seed(hashlib.sha256(b"epoch %d" % self.made).digest())
        self.pairs[pair.public_key] = pair
        return pair


@dataclass
class FakeAddress:
    """Remembers the centre's address; ``fault`` is raised instead when a test arranged it."""

    server_url: str = ""
    fault: Fault | None = None

    def keep_server_url(self, server_url: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.server_url = server_url
