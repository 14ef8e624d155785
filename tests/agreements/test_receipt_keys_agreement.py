"""The list that receipts are checked by, as the fake centre and the real one tell it, and where it is kept."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.settings import ServerSettings
from counter_app.domain.receipt_verdict import GoneWhy, Verdict
from counter_app.use_cases.pull_receipt_keys import USUAL_PAUSE, PullReceiptKeys
from counter_app.wire.canonical import NO_HEAD, KeyPair, key_id_of, open_answer, text_of
from counter_app.wire.decoding import read_json
from counter_app.wire.messages import ChainHead
from counter_app.wire.receipt_keys import (
    ReceiptGone,
    ReceiptKey,
    ReceiptKeys,
    gone_of,
    judge_receipt,
    page_of,
)
from counter_app.workstation.receipt_key_file import ReceiptKeyFile
from tests.billing_server.players import NOW_US, PlayedCounter, payment, reversal
from tests.billing_server.proofs import digits_of
from tests.builders import COUNTER_ID
from tests.fakes.clock import FakeClock
from tests.fakes.server import FakeServer
from tests.sync.offices import A, open_office
from tests.wire.proofs import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from counter_app.use_cases.ports import BillingServer


@dataclass
class Centre:
    """A centre that has one payment of one counter; ``reverses`` lets it fall."""

    port: BillingServer
    keys: dict[str, bytes]
    digits: str
    head: bytes
    reverses: Callable[[], None]

    def tells(self, version: str = "") -> tuple[ReceiptKeys, bytes]:
        answer = self.port.receipt_keys(version)
        assert answer is not None
        return answer


@contextmanager
def real_centre(folder: Path) -> Iterator[Centre]:
    office = open_office(folder, ServerSettings(receipt_list_seconds=0))
    counter = office.enrol(COUNTER_ID)
    paid = payment(A, 70_00)
    (sealed,) = counter.tell(paid)
    office.link.push(counter.epoch, counter.batch())

    def reverses() -> None:
        office.clock.centre_us += 1_000_000
        office.clock.counter_us += 1_000_000
        counter.tell(reversal(paid))
        office.link.push(counter.epoch, counter.batch(2))

    key = office.server.key
    keys = {key_id_of(key.public_key): key.public_key}
    yield Centre(office.link, keys, digits_of(sealed, counter), sealed.hash, reverses)
    office.close()


@contextmanager
def fake_centre(folder: Path) -> Iterator[Centre]:
    pair = KeyPair.fresh()
    counter = PlayedCounter(COUNTER_ID, 1, pair, ChainHead(1, 0, NO_HEAD))
    (sealed,) = counter.tell(payment(A, 70_00))
    key = ReceiptKey(text_of(pair.public_key), COUNTER_ID, 1)
    server = FakeServer()
    server.keys_told = ReceiptKeys("v1", NOW_US, PAGE, (key,), (), "2026-08-01")

    def reverses() -> None:
        gone = ReceiptGone(text_of(sealed.hash[:8]), GoneWhy.REVERSED, "2026-11-18")
        server.keys_told = msgspec.structs.replace(
            server.keys_told, version="v2", at_us=NOW_US + 1, gone=(gone,)
        )

    keys = {key_id_of(server.key.public_key): server.key.public_key}
    yield Centre(server, keys, digits_of(sealed, counter), sealed.hash, reverses)


CENTRES = {"fake": fake_centre, "real": real_centre}


@pytest.fixture(params=sorted(CENTRES))
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Centre]:
    with CENTRES[request.param](tmp_path) as opened:
        yield opened


def test_the_list_is_told_with_its_signed_answer(centre: Centre) -> None:
    told, signed = centre.tells()
    assert read_json(open_answer(centre.keys, signed), ReceiptKeys) == told
    assert [key.counter_id for key in told.keys] == [COUNTER_ID]
    assert not told.is_unchanged
    assert page_of(told) == told.page != ""
    assert judge_receipt(centre.digits, told).verdict is Verdict.GENUINE


def test_who_has_this_version_is_told_nothing(centre: Centre) -> None:
    told, _ = centre.tells()
    assert centre.port.receipt_keys(told.version) is None
    assert centre.tells("another")[0].version == told.version


def test_a_payment_that_falls_makes_another_version(centre: Centre) -> None:
    before, _ = centre.tells()
    centre.reverses()
    after, _ = centre.tells(before.version)
    assert after.version != before.version
    assert after.at_us > before.at_us
    gone = gone_of(after, centre.head)
    assert gone is not None
    assert gone.why is GoneWhy.REVERSED
    assert judge_receipt(centre.digits, after).verdict is Verdict.REVERSED


def test_what_was_told_is_kept_on_the_disk_and_believed(centre: Centre, tmp_path: Path) -> None:
    file, clock = tmp_path / "receipt-keys.json", FakeClock()
    shelf = ReceiptKeyFile(file, lambda: centre.keys)
    pull = PullReceiptKeys(shelf, centre.port, clock)
    assert pull()
    kept = shelf.read()
    assert kept is not None
    assert kept.keys == centre.tells()[0].keys
    clock.passes(USUAL_PAUSE)
    assert not pull()
    centre.reverses()
    clock.passes(USUAL_PAUSE)
    assert pull()
    newest = ReceiptKeyFile(file, lambda: centre.keys).read()
    assert newest == shelf.read()
    assert judge_receipt(centre.digits, newest).verdict is Verdict.REVERSED
    stranger = KeyPair.fresh().public_key
    assert ReceiptKeyFile(file, lambda: {key_id_of(stranger): stranger}).read() is None


def test_a_key_is_told_with_its_counter_and_its_epoch(centre: Centre) -> None:
    (key,) = centre.tells()[0].keys
    assert isinstance(key, ReceiptKey)
    assert (key.counter_id, key.epoch, key.revoked_us) == (COUNTER_ID, 1, 0)
