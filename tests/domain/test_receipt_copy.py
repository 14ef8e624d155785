"""Where a copy of a receipt is sent to: what was typed, as the centre can use it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.receipt_copy import MOST_ADDRESS_CHARACTERS, CopyWay, copy_address

MOBILE = "9839012345"


def refused(way: CopyWay, typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        copy_address(way, typed)
    assert caught.value.code is RefusalCode.COPY_ADDRESS_WRONG
    assert caught.value.facts == {"way": way.value}


@pytest.mark.parametrize(
    "typed",
    [
        MOBILE,
        " 98390 12345 ",
        "98390-12345",
        "+91 98390 12345",
        "+91-9839012345",
        "919839012345",
        "0091 9839012345",
        "09839012345",
        "(98390) 12345",
        "९८३९०१२३४५",
    ],
)
def test_a_mobile_number_is_known_however_it_is_typed(typed: str) -> None:
    assert copy_address(CopyWay.SMS, typed) == MOBILE


@pytest.mark.parametrize(
    "typed",
    ["", "983901234", "98390123456", "5839012345", "0512 2345678", "1983901234", "98390x2345",
     "a@b.in", "+92 9839012345", "9" * 5000, "98390123४५६"],
)  # fmt: skip
def test_what_is_no_indian_mobile_is_refused(typed: str) -> None:
    refused(CopyWay.SMS, typed)


@given(st.integers(6_000_000_000, 9_999_999_999))
def test_every_mobile_number_stays_itself(number: int) -> None:
    assert copy_address(CopyWay.SMS, str(number)) == str(number)
    assert copy_address(CopyWay.SMS, f"+91{number}") == str(number)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mohan@example.in", "mohan@example.in"),
        ("  Mohan.Lal+bill@Mail.Example.CO.IN ", "Mohan.Lal+bill@mail.example.co.in"),
        ("o'neil@x-y.org", "o'neil@x-y.org"),
    ],
)
def test_an_address_is_taken_as_it_is_but_for_its_domain(typed: str, address: str) -> None:
    assert copy_address(CopyWay.EMAIL, typed) == address
    assert copy_address(CopyWay.EMAIL, address) == address


@pytest.mark.parametrize(
    "typed",
    ["", "mohan", "mohan@", "@example.in", "mohan@example", "mo han@example.in", "a@@b.in",
     "a..b@c.in", ".a@c.in", "a.@c.in", "a@-c.in", "a@c-.in", "a@c..in", "a@1.2.3.4", "a@b.in, c@d.in",
     "a@b.in\nbcc: c@d.in", "मोहन@example.in", MOBILE, "a" * MOST_ADDRESS_CHARACTERS + "@b.in"],
)  # fmt: skip
def test_what_no_mail_server_takes_is_refused(typed: str) -> None:
    refused(CopyWay.EMAIL, typed)


def test_the_longest_address_is_taken() -> None:
    longest = "a" * (MOST_ADDRESS_CHARACTERS - 5) + "@b.in"
    assert copy_address(CopyWay.EMAIL, longest) == longest
