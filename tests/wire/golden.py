"""Messages of each kind and form with their exact bytes, as kept in ``tests/data/wire``.

Bytes once made are never re-encoded, so these files never change. A new kind adds a file:
``python -c "from tests.wire.golden import keep_new; keep_new()"``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.instrument import HeldInstrument, InstrumentStep, PaidPart, returned
from counter_app.domain.matter import MatterNote, NoteState
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.domain.suspense import account_no_of, noted_typed
from counter_app.domain.tender import ChequeTender, face_of, identity_of, kind_of
from counter_app.wire.bodies import Body, ReceiptReprinted
from counter_app.wire.canonical import NO_HEAD
from counter_app.wire.messages import ChainHead, ClockEvidence, SealedMessage, seal
from counter_app.wire.tell import (
    tell_note,
    tell_payment,
    tell_return,
    tell_rule,
    tell_shift,
    tell_step,
    tell_word,
)
from tests.builders import (
    CASHIER_ID,
    COUNTER_ID,
    COUNTER_KEY,
    NOW,
    PAYABLE,
    SUPERVISOR_ID,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_payment,
    a_payment_id,
    a_receipt_no,
    a_rule,
    a_shift,
    a_word,
    an_account,
    an_order,
    an_order_of,
    card,
    cash,
    cheque,
    payments_of,
    upi,
)
from tests.wire.golden_copies import bodies_of_copies
from tests.wire.golden_people import bodies_of_people
from tests.wire.golden_remittance import bodies_of_remittance
from tests.wire.golden_reversal import bodies_of_reversals
from tests.wire.golden_tills import bodies_of_tills

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment

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
    """A body of each kind, and payments of each form, in the order of their chain."""
    tenders = (
        cash(Money(450_50), Money(500_00)),
        card(Money(1000_00)),
    )
    payment = a_payment(an_order(Money(1450_50), *tenders, payer="मोहन लाल"))
    in_full, in_part = _payments_by_cheque()
    held = _the_cheque(in_full, in_part)
    return_step = InstrumentStep(
        InstrumentState.RETURNED, TODAY, NOW, SUPERVISOR_ID, "", "funds insufficient", Money(250_00)
    )
    assert in_part.word is not None
    return {
        "shift_opened": tell_shift(a_shift()),
        "payment_taken": tell_payment(payment),
        "receipt_reprinted": ReceiptReprinted(str(a_receipt_no()), 1, CASHIER_ID),
        "override_granted": tell_word(in_part.word, a_shift(), TODAY, str(in_part.group.group_id)),
        "payment_taken_of_a_group": tell_payment(in_part),
        "payment_taken_in_suspense": tell_payment(_payment_in_suspense()),
        "instrument_moved": tell_step(
            held.identity,
            InstrumentStep(InstrumentState.LISTED, TODAY, NOW, CASHIER_ID, "SLIP 12"),
        ),
        "instrument_returned": tell_return(
            held, return_step, returned(held, return_step.reason), TODAY
        ),
        "rule_set": tell_rule(a_rule(RuleName.PART_OTHERS, is_local=True, share_percent=30)),
        "counter_note": tell_note(
            MatterNote(
                "1/2", NoteState.DEALT_WITH, "consumer told by phone", SUPERVISOR_ID, NOW, 3
            ),
            str(a_receipt_no()),
        ),
    }


def bodies_apart() -> dict[str, Body]:
    """Bodies of later kinds, each the first of a chain of its own: a further kind changes none of the others."""
    return {
        **bodies_of_tills(),
        **bodies_of_remittance(),
        **bodies_of_reversals(),
        **bodies_of_people(),
        **bodies_of_copies(),
    }


def first_bodies() -> dict[str, Body]:
    """Plain payments, whose files the program wrote before it knew other tenders and purposes."""
    return {
        "payment_taken_in_cash": tell_payment(a_payment(an_order())),
        "payment_taken_by_card": tell_payment(a_payment(an_order(PAYABLE, card(PAYABLE)))),
    }


def _payments_by_cheque() -> tuple[Payment, Payment]:
    """One cheque over two accounts: the first in full and in advance, the second below the least part."""
    other = AccountNo("7412001235")
    lines = (
        a_line(Money(1500_00), shown=PAYABLE, is_advance_meant=True),
        a_line(Money(300_00), shown=PAYABLE, payment_id=a_payment_id(2), account_no=other),
    )
    word = a_word(CaveatCode.PART_BELOW_MINIMUM)
    order = an_order_of(*lines, tenders=(cheque(Money(1800_00)),), payer="मोहन लाल", word=word)
    first, second = payments_of(
        order,
        an_account(),
        an_account(a_bill(account_no=other, bill_no="B2"), consumer=a_consumer(other)),
    )
    return first, second


def _the_cheque(*payments: Payment) -> HeldInstrument:
    tender = payments[0].tenders[0]
    assert isinstance(tender, ChequeTender)
    return HeldInstrument(
        identity=identity_of(tender),
        kind=kind_of(tender),
        face=face_of(tender),
        paper=tender.paper,
        upi_reference="",
        received_on=TODAY,
        parts=tuple(
            PaidPart(
                one.payment_id,
                one.receipt_no,
                one.consumer.account_no,
                one.amount,
                one.allocations,
                one.purpose.account,
            )
            for one in payments
        ),
        steps=(InstrumentStep(InstrumentState.DEPOSITED, TODAY, NOW, CASHIER_ID),),
    )


def _payment_in_suspense() -> Payment:
    noted = noted_typed({"name": "राम लाल", "meter_no": "k20457781", "mobile": "9839012345"})
    line = a_line(Money(500_00), account_no=account_no_of(noted), noted=noted)
    upi_paid = an_order_of(line, tenders=(upi(Money(500_00)),))
    return payments_of(upi_paid, None)[0]


def chain() -> dict[str, SealedMessage]:
    """The bodies sealed one after another, signed by the counter's fixed key; each plain one begins a chain."""
    sealed: dict[str, SealedMessage] = {}
    head = ChainHead(0, 0, NO_HEAD)
    for place, (name, body) in enumerate(bodies().items(), start=1):
        sealed[name] = _sealed(body, 0xA0 + place, head)
        head = ChainHead(1, place, sealed[name].hash)
    for place, (name, body) in enumerate(first_bodies().items(), start=1):
        sealed[name] = _sealed(body, 0xB0 + place, ChainHead(0, 0, NO_HEAD))
    for name, body in bodies_apart().items():
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big")
        sealed[name] = _sealed(body, number, ChainHead(0, 0, NO_HEAD))
    return sealed


def _sealed(body: Body, number: int, head: ChainHead) -> SealedMessage:
    return seal(
        body,
        message_id=UUID(f"01930000-0000-7000-8000-{number:012x}"),
        counter_id=COUNTER_ID,
        epoch=1,
        head=head,
        clock=CLOCK,
        snapshot_version="1.42",
        signer=COUNTER_KEY,
    )


def kept_form(sealed: SealedMessage) -> Kept:
    """A message as its file holds it."""
    return Kept(
        raw=sealed.raw.decode(),
        previous=sealed.previous.hex(),
        hash=sealed.hash.hex(),
        signature=sealed.signature.hex(),
    )


def read_kept(name: str) -> Kept:
    """The golden file of this name."""
    return Kept(**json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def keep_new() -> None:
    """Write the files that are missing; one that is there is never touched."""
    for name, sealed in chain().items():
        path = FOLDER / f"{name}.json"
        if not path.exists():
            kept = kept_form(sealed)
            parts = {part: getattr(kept, part) for part in Kept.__slots__}
            text = json.dumps(parts, ensure_ascii=False, indent=2)
            path.write_text(text + "\n", encoding="utf-8")
