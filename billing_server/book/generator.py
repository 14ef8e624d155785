"""A Kanpur-like book of any size up to seven lakh consumers and more: the same for the same seed, for ever.

It streams: a consumer and the bills of that consumer at a time, so memory stays flat. The first thousand
consumers of a seed are the same whatever the size asked for.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from billing_server.book.charges import Owing, bill_before, draw_bill
from billing_server.book.drawing import between, one_of
from billing_server.book.naming import Named, draw_firm, draw_person
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.wire.exchange import BillTold, ConsumerTold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from billing_server.book.drawing import Draw

DEFAULT_AS_ON: Final = date(2026, 11, 23)
"""The day the bills are told for, unless another is asked for: fixed, so that a seed says everything."""
MOST_CONSUMERS: Final = 1_000_000
USUAL_SEED: Final = 7

_FIRST_ACCOUNT: Final = 3_100_000_000
_ACCOUNT_STEP: Final = 1_000
_FIRST_LEGACY: Final = 10_000_000
_LEGACY_STEP: Final = 89
_STIR: Final = 611_953
"""A prime: place times it, modulo the most, is another order of all places, so old numbers follow no order."""

_LEGACY_SHARE: Final = 0.86
_MOBILE_SHARE: Final = 0.75
_HINDI_NAME_SHARE: Final = 0.93
_PREPAID_SHARE: Final = 0.08
_PREPAID_OLD_DUES_SHARE: Final = 0.12
_NOTHING_OPEN_SHARE: Final = 0.13
_SECOND_BILL_SHARE: Final = 0.02
_CLEARED_FOR_GOOD_SHARE: Final = 0.35
_LIFELINE_SHARE: Final = 0.09
_TEMPORARILY_SHARE: Final = 0.025
_PERMANENTLY_SHARE: Final = 0.012
_SCHEME_SHARE: Final = 0.03
_CHEQUE_BARRED_SHARE: Final = 0.007
_CATEGORIES: Final = (
    (0.815, "LMV-1", ""),
    (0.940, "LMV-2", "shop"),
    (0.9415, "LMV-3", "institution"),
    (0.9585, "LMV-4", "institution"),
    (0.9860, "LMV-6", "works"),
    (0.9875, "LMV-7", "institution"),
    (0.9925, "LMV-9", ""),
    (0.9935, "LMV-11", "shop"),
    (0.9975, "HV-1", "works"),
    (1.0, "HV-2", "works"),
)
"""Upper ends of the shares, the tariff category, and which kind of firm it is (empty: a person)."""
_METER_MAKERS: Final = ("KES", "GEN", "LTS", "HPL", "SEC", "LNT")
_SMART_METER_SHARE: Final = 0.3
_PREPAID_CATEGORIES: Final = frozenset({"LMV-1", "LMV-2"})


@dataclass(frozen=True, slots=True)
class AccountTold:
    """One consumer with every open bill."""

    consumer: ConsumerTold
    bills: tuple[BillTold, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A locality of Kanpur, and who supplies it."""

    locality: str
    pin: str
    substation: str
    division: str


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Every locality of ``places.csv``."""
    source = resources.files("billing_server.book") / "places.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return tuple(Place(**row) for row in rows)


def make_book(
    consumers: int, seed: int = USUAL_SEED, as_on: date = DEFAULT_AS_ON
) -> Iterator[AccountTold]:
    """So many consumers in order of account number. Raises ValueError outside 0 to MOST_CONSUMERS."""
    if not 0 <= consumers <= MOST_CONSUMERS:
        message = f"{consumers} consumers; 0 to {MOST_CONSUMERS} can be made"
        raise ValueError(message)
    return _accounts(consumers, random.Random(seed).random, as_on)


def _accounts(consumers: int, draw: Draw, as_on: date) -> Iterator[AccountTold]:
    first_stirred = int(draw() * MOST_CONSUMERS)
    for place in range(consumers):
        consumer = _draw_consumer(draw, place, (place * _STIR + first_stirred) % MOST_CONSUMERS)
        yield AccountTold(consumer, _draw_bills(draw, consumer, place, as_on))


def _draw_consumer(draw: Draw, place: int, stirred: int) -> ConsumerTold:
    share = draw()
    category, firm = next((name, firm) for end, name, firm in _CATEGORIES if share < end)
    named = draw_firm(draw, firm) if firm else draw_person(draw)
    supply = one_of(draw, places())
    flags = _draw_flags(draw, category)
    is_prepaid = category in _PREPAID_CATEGORIES and draw() < _PREPAID_SHARE
    has_legacy = draw() < _LEGACY_SHARE
    return ConsumerTold(
        account_no=str(_FIRST_ACCOUNT + place * _ACCOUNT_STEP + int(draw() * _ACCOUNT_STEP)),
        name_en=named.english,
        name_hi=named.hindi if draw() < _HINDI_NAME_SHARE else "",
        legacy_account_no=str(_FIRST_LEGACY + stirred * _LEGACY_STEP + int(draw() * _LEGACY_STEP))
        if has_legacy
        else "",
        meter_no=_draw_meter(draw, stirred, is_prepaid=is_prepaid),
        mobile=str(between(draw, 6_000_000_000, 9_999_999_999)) if draw() < _MOBILE_SHARE else "",
        guardian_name=named.guardian,
        address=_draw_address(draw, supply, named, firm),
        locality=supply.locality,
        division=supply.division,
        substation=supply.substation,
        category=category,
        connection=(Connection.PREPAID if is_prepaid else Connection.POSTPAID).value,
        flags=flags,
    )


def _draw_flags(draw: Draw, category: str) -> tuple[str, ...]:
    flags: list[ConsumerFlag] = []
    share = draw()
    if share < _PERMANENTLY_SHARE:
        flags.append(ConsumerFlag.PERMANENTLY_DISCONNECTED)
    elif share < _PERMANENTLY_SHARE + _TEMPORARILY_SHARE:
        flags.append(ConsumerFlag.TEMPORARILY_DISCONNECTED)
    if category == "LMV-1" and draw() < _LIFELINE_SHARE:
        flags.append(ConsumerFlag.LIFELINE)
    if draw() < _SCHEME_SHARE:
        flags.append(ConsumerFlag.SCHEME_REGISTERED)
    if draw() < _CHEQUE_BARRED_SHARE:
        flags.append(ConsumerFlag.CHEQUE_BARRED)
    return tuple(flag.value for flag in flags)


def _draw_meter(draw: Draw, stirred: int, *, is_prepaid: bool) -> str:
    if is_prepaid or draw() < _SMART_METER_SHARE:
        return f"SM{stirred * 10 + int(draw() * 10):08d}"
    return f"{one_of(draw, _METER_MAKERS)}{stirred:07d}"


def _draw_address(draw: Draw, supply: Place, named: Named, firm: str) -> str:
    number = between(draw, 1, 999)
    where = f"{supply.locality} KANPUR {supply.pin}"
    form = draw()
    if firm == "works":
        return f"PLOT NO {one_of(draw, 'ABCDEF')}-{number} {where}"
    if firm == "shop" and form < 0.5:  # noqa: PLR2004 - half of the shops, a share used once
        return f"SHOP NO {number % 90 + 1} NEAR {one_of(draw, places()).locality} CHAURAHA {where}"
    ward = between(draw, 1, 133)
    if form < 0.6:  # noqa: PLR2004 - the same
        return f"{ward}/{number} {one_of(draw, 'ABCDEFGHKLMNOPWXYZ')} BLOCK {where}"
    if form < 0.8 or not named.guardian:  # noqa: PLR2004 - the same
        return f"{ward}/{one_of(draw, 'HKMN')}-{between(draw, 1, 9)}/{number} {where}"
    return f"{one_of(draw, ('EWS', 'LIG', 'MIG', 'HIG'))} {number} {where}"


def _draw_bills(
    draw: Draw, consumer: ConsumerTold, place: int, as_on: date
) -> tuple[BillTold, ...]:
    flags = consumer.flags
    is_cut_for_good = ConsumerFlag.PERMANENTLY_DISCONNECTED in flags
    is_prepaid = consumer.connection == Connection.PREPAID
    share = draw()
    if is_prepaid:
        has_bill = share < _PREPAID_OLD_DUES_SHARE
    else:
        has_bill = share >= (_CLEARED_FOR_GOOD_SHARE if is_cut_for_good else _NOTHING_OPEN_SHARE)
    if not has_bill:
        return ()
    owing = Owing(
        account_no=consumer.account_no,
        category=consumer.category,
        is_lifeline=ConsumerFlag.LIFELINE in flags,
        owes_arrears=ConsumerFlag.TEMPORARILY_DISCONNECTED in flags
        or ConsumerFlag.SCHEME_REGISTERED in flags,
        only_arrears=is_prepaid or is_cut_for_good,
    )
    bill = draw_bill(draw, owing, place, as_on)
    if bill.arrear_principal_paise or bill.credits_paise or draw() >= _SECOND_BILL_SHARE:
        return (bill,)
    return bill_before(draw, bill, MOST_CONSUMERS + place), bill
