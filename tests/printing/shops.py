"""The shops of a chain: consumers with names in one script or both, and a bill each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.money import Money
from tests.printing.papers import BILL, CONSUMER

if TYPE_CHECKING:
    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer

SHOPS = (
    ("Kanpur Sweets, Birhana Road", "कानपुर स्वीट्स, बिरहाना रोड"),
    ("Kanpur Sweets, Naveen Market", "कानपुर स्वीट्स, नवीन मार्केट"),
    ("Kanpur Sweets, Swaroop Nagar", "कानपुर स्वीट्स, स्वरूप नगर"),
    ("Kanpur Sweets, Kakadeo", ""),
    ("", "कानपुर स्वीट्स, गोविन्द नगर"),
)


def a_shop(place: int) -> Consumer:
    """A shop of a chain, with its old account number."""
    name_en, name_hi = SHOPS[place % len(SHOPS)]
    return replace(
        CONSUMER,
        account_no=AccountNo(f"74120{place:05d}"),
        legacy_account_no=f"4812{place:04d}",
        name_en=name_en,
        name_hi=name_hi,
        category="LMV-2 वाणिज्यिक (Commercial)",
    )


def a_bill_of(shop: Consumer, place: int) -> Bill:
    """A shop's bill; each of another sum."""
    due = Money.rupees(2_140 + 317 * place, place * 7 % 100)
    return replace(
        BILL,
        bill_no=BillNo(f"{shop.account_no}11"),
        account_no=shop.account_no,
        payable_by_due=due,
        payable_after_due=due,
    )
