"""The list that receipts are checked by: every key there was, and what does not stand, on both databases alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.reading import MessageKey
from billing_server.receipt_list import ReceiptList, tell_keys
from billing_server.store import bank_desk, enrolment, suspense, undoing
from counter_app.domain.receipt_verdict import GoneWhy
from counter_app.wire.canonical import decode_payload, raw_of, text_of
from counter_app.wire.receipt_keys import ReceiptKeys
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import (
    cash,
    cheque,
    cheque_identity,
    held_return,
    paid_by,
    returned,
    reversal,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre
    from tests.billing_server.players import PlayedCounter

DAY_US = 86_400_000_000
GONE_DAYS, KEPT_SECONDS = 120, 60
PAGE = "https://billing.example/check/#"


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def told(centre: PlayedCentre, days_later: int = 0, page: str = PAGE) -> ReceiptKeys:
    now_us = centre.now_us + days_later * DAY_US
    return centre.database.read(lambda c: tell_keys(c, page, GONE_DAYS, now_us))


def gone(centre: PlayedCentre, days_later: int = 0) -> dict[str, GoneWhy]:
    return {one.head: one.why for one in told(centre, days_later).gone}


def head_of(counter: PlayedCounter, place: int = -1) -> str:
    return text_of(counter.sealed[place].hash[:8])


def pay(centre: PlayedCentre, counter: PlayedCounter, paid: PaymentTaken) -> str:
    centre.told(counter, paid)
    return head_of(counter)


def desk_sees(centre: PlayedCentre, number: str) -> None:
    seen = bank_desk.SeenReturned(cheque_identity(number), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, centre.now_us)


def test_every_key_there_ever_was_is_told_with_its_end(centre: PlayedCentre) -> None:
    first = centre.counter()
    enrolment.revoke(centre.database, "C07", 1, centre.now_us + 5)
    second = centre.counter("C07", first.head.hash)
    other = centre.counter("C08")
    assert [
        (raw_of(key.public_key), key.counter_id, key.epoch, key.revoked_us)
        for key in told(centre).keys
    ] == [
        (first.key.public_key, "C07", 1, centre.now_us + 5),
        (second.key.public_key, "C07", 2, 0),
        (other.key.public_key, "C08", 1, 0),
    ]


def test_a_payment_that_stands_is_not_told(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(shift())
    centre.push(counter)
    pay(centre, counter, paid_by(A, cash(70_00)))
    pay(centre, counter, paid_by("9999999999", cash(70_00)))
    keys = told(centre)
    assert (keys.gone, keys.page) == ((), PAGE)


def test_a_reversal_takes_its_receipt_with_it_and_what_it_holds_is_no_receipt(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("100001", 60_00))
    head = pay(centre, counter, paid)
    centre.told(counter, reversal(paid))
    assert gone(centre) == {head: GoneWhy.REVERSED}
    (one,) = told(centre).gone
    assert one.on == TODAY.isoformat()
    centre.told(counter, held_return(cheque_identity("100001"), (paid, 60_00, True)))
    assert gone(centre) == {head: GoneWhy.REVERSED}


def test_a_cheque_that_came_back_is_told_for_each_receipt_it_paid_even_in_part(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("100001", 60_00), cash(10_00))
    head = pay(centre, counter, paid)
    desk_sees(centre, "100001")
    assert gone(centre) == {head: GoneWhy.RETURNED}
    centre.told(counter, returned(cheque_identity("100001"), (paid, 60_00)))
    assert gone(centre) == {head: GoneWhy.RETURNED}


def test_a_return_that_only_its_counter_told_counts_too(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("100002", 60_00))
    head = pay(centre, counter, paid)
    centre.told(counter, returned(cheque_identity("100002"), (paid, 60_00)))
    assert gone(centre) == {head: GoneWhy.RETURNED}


def test_a_return_told_before_its_payment_counts_when_that_comes(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("100003", 60_00))
    centre.told(counter, returned(cheque_identity("100003"), (paid, 60_00)))
    assert gone(centre) == {}
    head = pay(centre, counter, paid)
    assert gone(centre) == {head: GoneWhy.RETURNED}


def test_a_double_is_told_while_it_is_to_be_paid_back(centre: PlayedCentre) -> None:
    pay(centre, centre.counter("C07"), paid_by(A, cash(70_00)))
    head = pay(centre, centre.counter("C08"), paid_by(A, cash(70_00)))
    decided = undoing.Decided(MessageKey("C08", 1, 1), "accountant", "the payer wrote to us")
    undoing.confirm_double(centre.database, decided, centre.now_us)
    assert gone(centre) == {head: GoneWhy.PAID_BACK}
    undoing.undo_match(centre.database, decided, centre.now_us)
    assert gone(centre) == {}
    undoing.confirm_double(centre.database, decided, centre.now_us)
    undoing.undo_match(centre.database, decided, centre.now_us)
    match = suspense.Match(decided.key, B, "accountant", "another house of his")
    suspense.match_suspense(centre.database, match, centre.now_us)
    assert gone(centre) == {}


def test_what_fell_is_told_for_so_many_days(centre: PlayedCentre) -> None:
    counter = centre.counter()
    by_cheque = paid_by(A, cheque("100004", 60_00))
    heads = [pay(centre, counter, by_cheque), pay(centre, counter, paid := paid_by(A, cash(1_00)))]
    desk_sees(centre, "100004")
    centre.told(counter, reversal(paid))
    assert set(gone(centre, GONE_DAYS)) == set(heads)
    assert set(gone(centre, GONE_DAYS + 1)) == set()
    assert told(centre, GONE_DAYS).gone_since == TODAY.isoformat()


def test_the_version_is_another_whenever_anything_is(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(70_00))
    pay(centre, counter, paid)
    before = told(centre)
    centre.now_us += 1
    assert told(centre).version == before.version
    assert told(centre).at_us == before.at_us + 1
    versions = {before.version, told(centre, page="").version, told(centre, days_later=1).version}
    centre.told(counter, reversal(paid))
    versions.add(told(centre).version)
    centre.counter("C08")
    versions.add(told(centre).version)
    enrolment.revoke(centre.database, "C08", 1, centre.now_us)
    assert len({*versions, told(centre).version}) == 6


def kept_list(centre: PlayedCentre) -> ReceiptList:
    return ReceiptList(centre.database, centre.key, GONE_DAYS, KEPT_SECONDS, PAGE)


def opened(centre: PlayedCentre, signed: bytes) -> ReceiptKeys:
    found = decode_payload(centre.opened(signed), ReceiptKeys)
    assert isinstance(found, ReceiptKeys)
    return found


def test_who_has_the_version_is_told_so_without_the_keys(centre: PlayedCentre) -> None:
    centre.counter()
    keeper = kept_list(centre)
    whole = opened(centre, keeper.answer("", centre.now_us))
    same = opened(centre, keeper.answer(whole.version, centre.now_us))
    assert (len(whole.keys), whole.is_unchanged) == (1, False)
    assert (same.version, same.keys, same.is_unchanged) == (whole.version, (), True)


def test_the_list_is_read_once_a_minute_and_says_as_of_when(centre: PlayedCentre) -> None:
    keeper, begin_us = kept_list(centre), centre.now_us
    centre.counter("C07")
    assert len(keeper.at(begin_us).keys.keys) == 1
    centre.counter("C08")
    almost = begin_us + KEPT_SECONDS * 1_000_000 - 1
    assert (len(keeper.at(almost).keys.keys), keeper.at(almost).keys.at_us) == (1, begin_us)
    assert (len(keeper.at(almost + 1).keys.keys), keeper.at(almost).keys.at_us) == (2, almost)


def test_a_new_day_or_a_clock_set_back_is_read_anew(centre: PlayedCentre) -> None:
    keeper = ReceiptList(centre.database, centre.key, GONE_DAYS, 10 * 86_400, PAGE)
    first = keeper.at(centre.now_us).keys
    next_day = keeper.at(centre.now_us + DAY_US).keys
    assert next_day.gone_since > first.gone_since
    assert keeper.at(centre.now_us).keys.at_us == centre.now_us
