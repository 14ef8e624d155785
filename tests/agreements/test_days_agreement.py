"""A day as the centre tells it, of the fake centre and the real one alike (port ``BillingServer``)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.ledger import LedgerAccount
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import NO_HEAD, KeyPair, key_id_of, open_answer
from counter_app.wire.days import MOST_PAYMENTS_IN_PAGE, PaymentKept, day_digest
from counter_app.wire.exchange import DayTotals, EpochDay, Fate, FateDay, TenderDay
from counter_app.wire.messages import ChainHead
from counter_app.wire.told_parts import PostingTold
from tests.billing_server.players import DAY, PlayedCounter, cash, paid_by, payment, shift, upi
from tests.builders import COUNTER_ID
from tests.fakes.server import FakeServer
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from counter_app.use_cases.ports import BillingServer
    from counter_app.wire.bodies import Body
    from counter_app.wire.messages import Message

TODAY = date.fromisoformat(DAY)
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()


@dataclass
class Centre:
    """A centre behind its port, and a counter that tells it things."""

    port: BillingServer
    counter: PlayedCounter
    keys: dict[str, bytes]

    def told(self, *bodies: Body) -> None:
        first = len(self.counter.sealed) + 1
        self.counter.tell(*bodies)
        self.port.push(self.counter.epoch, self.counter.batch(first))


def is_unbalanced(message: Message) -> bool:
    """What the real centre cannot enter."""
    body = message.body
    return isinstance(body, PaymentTaken) and bool(sum(one.amount_paise for one in body.postings))


@contextmanager
def fake_centre(folder: Path) -> Iterator[Centre]:
    pair = KeyPair.fresh()
    server = FakeServer(epoch_keys={1: pair.public_key}, rows_on_page=MOST_PAYMENTS_IN_PAGE)
    server.is_unreadable = is_unbalanced

    def fate_of(message: Message) -> Fate:
        is_payment = isinstance(message.body, PaymentTaken)
        return (
            Fate.NOT_APPLIED
            if is_unbalanced(message)
            else Fate.POSTED
            if is_payment
            else Fate.NOTED
        )

    server.fate_of = fate_of
    counter = PlayedCounter(COUNTER_ID, 1, pair, ChainHead(1, 0, NO_HEAD))
    yield Centre(server, counter, {key_id_of(server.key.public_key): server.key.public_key})


@contextmanager
def real_centre(folder: Path) -> Iterator[Centre]:
    office = open_office(folder)
    counter = office.enrol(COUNTER_ID)
    key = office.server.key
    yield Centre(office.link, counter, {key_id_of(key.public_key): key.public_key})
    office.close()


CENTRES: dict[str, Callable[[Path], object]] = {"fake": fake_centre, "real": real_centre}


@pytest.fixture(params=sorted(CENTRES))
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Centre]:
    with CENTRES[request.param](tmp_path) as opened:  # type: ignore[attr-defined] # a context
        yield opened


def kept(sequence: int, told: PaymentTaken) -> PaymentKept:
    tenders = tuple(sorted((str(one.kind), one.amount_paise) for one in told.tenders))
    return PaymentKept(
        sequence, told.receipt_no, told.amount_paise, "POSTED", told.business_date, tenders
    )


def test_a_day_is_told_by_tender_by_fate_and_by_epoch_and_is_signed(centre: Centre) -> None:
    first, second = payment(A, 100_00), paid_by(A, upi("611122223333", 30_00), cash(20_00))
    centre.told(shift(), first, second, payment(A, 5_00, business_date=YESTERDAY))
    told, signed = centre.port.signed_day(TODAY)
    assert told == DayTotals(
        COUNTER_ID,
        DAY,
        2,
        150_00,
        (TenderDay("cash", "POSTED", 2, 120_00), TenderDay("upi", "POSTED", 1, 30_00)),
        (FateDay("POSTED", 2, 150_00),),
        (EpochDay(1, 4, 2, 150_00, day_digest([kept(3, second), kept(2, first)])),),
    )
    assert msgspec.json.decode(open_answer(centre.keys, signed), type=DayTotals) == told


def test_an_empty_day_says_how_far_the_centre_is(centre: Centre) -> None:
    assert centre.port.signed_day(TODAY)[0].epochs == ()
    centre.told(shift())
    assert centre.port.signed_day(TODAY)[0].epochs == (EpochDay(1, 1, 0, 0, day_digest([])),)


def test_payments_of_the_day_and_those_asked_for_by_place_come_in_order(centre: Centre) -> None:
    first, other, third = (
        payment(A, 1_00),
        payment(A, 2_00, business_date=YESTERDAY),
        payment(A, 3_00),
    )
    centre.told(shift(), first, other, third, payment(A, 4_00, business_date=YESTERDAY))
    page = centre.port.day_payments(1, TODAY, 0, 2, 4)
    assert page.payments == (kept(2, first), kept(3, other), kept(4, third))
    assert (page.is_last, page.upto, page.not_entered) == (True, 4, ())
    plain = centre.port.day_payments(1, TODAY, 0, 0, 0)
    assert plain.payments == (kept(2, first), kept(4, third))
    rest = centre.port.day_payments(1, TODAY, 3, 2, 4)
    assert (rest.payments, rest.is_last) == ((kept(4, third),), True)
    assert centre.port.day_payments(7, TODAY, 0, 0, 0).payments == ()


def test_what_could_not_be_entered_is_named_among_those_asked_for(centre: Centre) -> None:
    crooked = payment(A, 1_00, postings=(PostingTold(LedgerAccount.CASH_DRAWER, 1_00),))
    centre.told(crooked, payment(A, 2_00), crooked, shift())
    page = centre.port.day_payments(1, TODAY, 0, 1, 4)
    assert (page.not_entered, [one.sequence for one in page.payments]) == ((1, 3), [2])
    assert centre.port.day_payments(1, TODAY, 0, 2, 2).not_entered == ()
    assert centre.port.day_payments(1, TODAY, 1, 1, 3).not_entered == (3,)
