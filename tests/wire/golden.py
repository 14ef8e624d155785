"""One message of each kind with its exact bytes, as kept in ``tests/data/wire``.

Bytes once made are never re-encoded, so these files never change. A new kind adds a file:
``python -c "from tests.wire.golden import keep_new; keep_new()"``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from counter_app.domain.money import Money
from counter_app.wire.bodies import Body, ReceiptReprinted
from counter_app.wire.canonical import NO_HEAD
from counter_app.wire.messages import ChainHead, ClockEvidence, SealedMessage, seal
from counter_app.wire.tell import tell_payment, tell_shift
from tests.builders import (
    CASHIER_ID,
    COUNTER_ID,
    COUNTER_KEY,
    a_payment,
    a_receipt_no,
    a_shift,
    an_order,
    card,
    cash,
)

FOLDER = Path(__file__).parent.parent / "data" / "wire"
CLOCK = ClockEvidence(
    utc_us=1_795_413_615_250_000,
    offset_minutes=330,
    monotonic_us=5_000_000,
    boot_id="0f6c1e3a-5f0e-4b3a-9a0c-7d2f4e1b8c55",
    server_time_us=1_795_413_000_000_000,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A golden file: bytes as text, the rest in hexadecimal digits."""

    raw: str
    previous: str
    hash: str
    signature: str


def bodies() -> dict[str, Body]:
    """A body of each kind."""
    tenders = (
        cash(Money(450_50), Money(500_00)),
        card(Money(1000_00)),
    )
    payment = a_payment(an_order(Money(1450_50), *tenders, payer="मोहन लाल"))
    return {
        "shift_opened": tell_shift(a_shift()),
        "payment_taken": tell_payment(payment),
        "receipt_reprinted": ReceiptReprinted(str(a_receipt_no()), 1, CASHIER_ID),
    }


def chain() -> dict[str, SealedMessage]:
    """The bodies sealed one after another, signed by the counter's fixed key."""
    sealed: dict[str, SealedMessage] = {}
    head = ChainHead(0, 0, NO_HEAD)
    for place, (kind, body) in enumerate(bodies().items(), start=1):
        last = seal(
            body,
            message_id=UUID(int=UUID("01930000-0000-7000-8000-0000000000a0").int + place),
            counter_id=COUNTER_ID,
            epoch=1,
            head=head,
            clock=CLOCK,
            snapshot_version="1.42",
            signer=COUNTER_KEY,
        )
        sealed[kind] = last
        head = ChainHead(1, place, last.hash)
    return sealed


def kept_form(sealed: SealedMessage) -> Kept:
    """A message as its file holds it."""
    return Kept(
        raw=sealed.raw.decode(),
        previous=sealed.previous.hex(),
        hash=sealed.hash.hex(),
        signature=sealed.signature.hex(),
    )


def read_kept(kind: str) -> Kept:
    """The golden file of a kind."""
    return Kept(**json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8")))


def keep_new() -> None:
    """Write the files that are missing; one that is there is never touched."""
    for kind, sealed in chain().items():
        path = FOLDER / f"{kind}.json"
        if not path.exists():
            kept = kept_form(sealed)
            parts = {name: getattr(kept, name) for name in Kept.__slots__}
            text = json.dumps(parts, ensure_ascii=False, indent=2)
            path.write_text(text + "\n", encoding="utf-8")
