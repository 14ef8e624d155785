"""A day that a head office could have had: counters of five divisions, all tenders, suspense, a fork, a lost key."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from billing_server.problems import ServerRefusal
from billing_server.store import book_load, counter_states, enrolment
from billing_server.store.enrolment import CounterPlace
from counter_app.domain.tender import TenderKind
from counter_app.wire.bodies import PaymentTaken, ReceiptCopyAsked
from counter_app.wire.canonical import NO_HEAD, KeyPair
from counter_app.wire.counter_state import CounterState
from counter_app.wire.messages import ChainHead
from tests.billing_server.centres import PlayedCentre
from tests.billing_server.console.visitors import put_person
from tests.billing_server.players import (
    DAY,
    NOW_US,
    PlayedCounter,
    bill,
    card,
    cash,
    cheque,
    consumer,
    paid_by,
    payment,
    shift,
    upi,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from billing_server.embedded import EmbeddedServer
    from counter_app.wire.bodies import Body
    from counter_app.wire.told_parts import TenderTold

SEED = 11
MINUTE_US = 60_000_000
HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US
OPENS_US = NOW_US - 7 * HOUR_US
DIVISIONS = (
    ("Kidwai Nagar", "किदवई नगर"),
    ("Kalyanpur", "कल्याणपुर"),
    ("Jajmau", "जाजमऊ"),
    ("Govind Nagar", "गोविन्द नगर"),
    ("Civil Lines", "सिविल लाइन्स"),
)
COUNTERS = 12
CONSUMERS = 500
FULL = 0.8
"""The part of consumers who pay all they owe."""
FORKED, LOST, SILENT, WRONG_CLOCK = 2, 3, 5, 8
"""Places, counted from 0: with two stories, with a revoked key, not heard for hours, seven minutes behind."""


@dataclass(slots=True)
class Office:
    """One counter of the day."""

    place: CounterPlace
    played: PlayedCounter


def play_day(server: EmbeddedServer) -> None:
    """Play it into this server, whose clock must stand at ``players.NOW_US``."""
    draw = random.Random(SEED)
    centre = PlayedCentre(server.database, server.key, server.settings)
    owed = {
        f"74120{number:05d}": round(draw.lognormvariate(7.9, 0.6)) * 100
        for number in range(CONSUMERS)
    }
    book_load.load_book(
        server.database,
        [consumer(one, legacy_account_no="", meter_no=f"M{one}") for one in owed],
        [bill(one, paise) for one, paise in owed.items()],
    )
    due = iter(draw.sample(sorted(owed.items())[100:], CONSUMERS - 100))
    for person_id, role, name_hi in (
        ("meera", "admin", "मीरा"),
        ("anil", "accountant", "अनिल"),
        ("rakesh", "supervisor", "राकेश"),
        ("farah", "viewer", "फ़रह"),
    ):
        put_person(server.database, person_id, role, name_hi=name_hi)
    offices = [_open(centre, number) for number in range(1, COUNTERS + 1)]
    for number, one in enumerate(offices[:-2]):
        centre.now_us = NOW_US - (3 * HOUR_US if number == SILENT else number * 17_000_000)
        _take_money(centre, one, due, draw)
    centre.now_us = NOW_US - MINUTE_US
    _tell_strange_things(centre, offices, sorted(owed))
    _fork(centre, offices[FORKED])
    _ask_copies(centre, offices[0])
    enrolment.revoke(server.database, offices[LOST].place.counter_id, 1, NOW_US - HOUR_US)
    for number, one in enumerate(offices):
        _say_state(centre, one, number, draw)
    _issue(centre, CounterPlace("C13", "Counter 13", *DIVISIONS[1], "KYP13"))


def _ask_copies(centre: PlayedCentre, office: Office) -> None:
    """Three receipts by SMS and e-mail: two wait, one is to a number that is none."""
    told = (one.message.body for one in office.played.sealed)
    receipts = [one.receipt_no for one in told if isinstance(one, PaymentTaken)]
    ways = (("sms", "9876543210"), ("email", "ram.lal@example.com"), ("sms", "12345"))
    copies = [
        ReceiptCopyAsked(receipt_no, *way, "asha", DAY)
        for receipt_no, way in zip(receipts, ways, strict=False)
    ]
    centre.told(office.played, *copies)


def _place(number: int) -> CounterPlace:
    english, hindi = DIVISIONS[number % len(DIVISIONS)]
    series = f"{english[:3].upper()}{number:02d}"
    return CounterPlace(f"C{number:02d}", f"Counter {number}", english, hindi, series)


def _issue(centre: PlayedCentre, place: CounterPlace) -> str:
    return enrolment.issue_code(centre.database, centre.key, place, centre.settings, NOW_US)


def _open(centre: PlayedCentre, number: int) -> Office:
    place, pair = _place(number), KeyPair.fresh()
    certificate = centre.use_code(_issue(centre, place), pair)
    head = ChainHead(certificate.epoch, 0, NO_HEAD)
    played = PlayedCounter(place.counter_id, certificate.epoch, pair, head, server_time_us=NOW_US)
    return Office(place, played)


def _tender(draw: random.Random, paise: int) -> TenderTold:
    kind = draw.choices(("cash", "upi", "card", "cheque"), (60, 25, 9, 6))[0]
    reference = f"{draw.randrange(10**12):012d}"
    if kind == "upi":
        return upi(reference, paise)
    if kind == "cheque":
        return cheque(reference[:6], paise)
    if kind == "card":
        return msgspec.structs.replace(
            cash(paise), kind=TenderKind.CARD, given_paise=None, card=card(reference)
        )
    return cash(paise)


def _take_money(
    centre: PlayedCentre, one: Office, due: Iterator[tuple[str, int]], draw: random.Random
) -> None:
    """So many pay what they owe, fewer at noon; a part of them pays less."""
    one.played.recorded_us = OPENS_US
    one.played.tell(shift())
    open_us = centre.now_us - MINUTE_US - OPENS_US
    moments = sorted(draw.choice((0.2, 0.45, 0.8)) + draw.uniform(-0.2, 0.2) for _ in range(30))
    for share, (account_no, owed_paise) in zip(moments, due, strict=False):
        one.played.recorded_us = OPENS_US + round(share * open_us)
        paise = owed_paise if draw.random() < FULL else max(100_00, owed_paise // 2)
        one.played.tell(paid_by(account_no, _tender(draw, paise), receipt_no=_receipt_no(one)))
    centre.push(one.played)


def _receipt_no(one: Office) -> str:
    return f"{one.place.series_base}/2627/{len(one.played.sealed) + 1:06d}"


def _tell_strange_things(centre: PlayedCentre, offices: list[Office], accounts: list[str]) -> None:
    """An unknown account, one paid twice, and more cash of one payer than the law allows."""
    first, second = offices[0], offices[1]
    _tell(centre, first, payment("7412999999", 1_200_00, receipt_no=_receipt_no(first)))
    for one in (first, second):
        _tell(centre, one, payment(accounts[7], 777_00, receipt_no=_receipt_no(one)))
    large = payment(accounts[9], 2_10_000_00, receipt_no=_receipt_no(second), payer="Ram Prasad")
    _tell(centre, second, large)


def _tell(centre: PlayedCentre, one: Office, *bodies: Body) -> None:
    first = len(one.played.sealed) + 1
    one.played.recorded_us = NOW_US - MINUTE_US
    one.played.tell(*bodies)
    centre.push(one.played, first)


def _fork(centre: PlayedCentre, one: Office) -> None:
    """The same computer, restored from a copy of three payments ago, goes on by itself."""
    known = one.played
    kept = known.sealed[:-3]
    copy = PlayedCounter(
        known.counter_id,
        known.epoch,
        known.key,
        ChainHead(known.epoch, kept[-1].message.sequence, kept[-1].hash),
        recorded_us=NOW_US - 4 * MINUTE_US,
        server_time_us=NOW_US,
        sealed=list(kept),
    )
    first = len(kept) + 1
    for account_no, paise in (("7412000012", 640_00), ("7412000015", 1_500_00)):
        receipt_no = _receipt_no(Office(one.place, copy))
        copy.tell(payment(account_no, paise, receipt_no=receipt_no, cashier_id="imran"))
    try:
        centre.push(copy, first)
    except ServerRefusal:
        return
    raise AssertionError(one)


def _say_state(centre: PlayedCentre, one: Office, number: int, draw: random.Random) -> None:
    """Most are well; one is silent with money unsent, one has a wrong clock, one has never said anything."""
    if number == COUNTERS - 1:
        return
    is_silent = number == SILENT
    heard_us = NOW_US - (3 * HOUR_US if is_silent else draw.randrange(5, 59) * 1_000_000)
    unsent = 38 if is_silent else draw.choice((0, 0, 0, 2, 5))
    state = CounterState(
        version="0.0.9" if number == 1 else "0.1.0",
        clock_us=heard_us
        + (-7 * MINUTE_US if number == WRONG_CLOCK else draw.randrange(-900_000, 900_000)),
        unsent=unsent,
        unsent_paise=unsent * 1_250_00,
        oldest_unsent_us=heard_us - HOUR_US if unsent else None,
    )
    centre.database.write(
        lambda c: counter_states.note_state(
            c, one.place.counter_id, one.played.epoch, state, heard_us
        )
    )
