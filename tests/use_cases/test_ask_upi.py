"""A UPI request asks for this payment's amount, for the payee of this counter, and takes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.upi import UpiPayee, tr_of
from counter_app.printing.qr import qr_matrix
from counter_app.use_cases.ask_upi import AskUpi
from tests.builders import COUNTER_ID, PAYABLE, TODAY, a_payment_id
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from counter_app.use_cases.views import UpiAsk


def the_verb(counter: Counter, address: str = "kesco.c07@sbi", name: str = "KESCO") -> AskUpi:
    return AskUpi(counter.ledger, counter.clock, address, name, qr_matrix)


def fields_of(ask: UpiAsk) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(ask.uri).query, strict_parsing=True))


def test_the_link_asks_for_this_payment_at_this_counter() -> None:
    ask = the_verb(an_open_counter())(PAYABLE, a_payment_id())
    assert fields_of(ask) == {
        "pa": "kesco.c07@sbi",
        "pn": "KESCO",
        "am": "1450.50",
        "tr": tr_of(COUNTER_ID, TODAY, a_payment_id()),
        "tn": "KESCO counter C07",
        "cu": "INR",
    }
    assert (ask.payee, ask.amount) == (UpiPayee("kesco.c07@sbi", "KESCO"), PAYABLE)
    assert ask.tr == fields_of(ask)["tr"]
    assert ask.matrix == qr_matrix(ask.uri)


def test_asking_again_is_the_same_request_and_another_payment_is_another() -> None:
    ask = the_verb(an_open_counter())
    assert ask(PAYABLE, a_payment_id(1)) == ask(PAYABLE, a_payment_id(1))
    assert ask(PAYABLE, a_payment_id(1)).tr != ask(PAYABLE, a_payment_id(2)).tr


def test_the_reference_names_the_day_at_the_counter() -> None:
    counter = an_open_counter()
    counter.clock.passes(timedelta(days=1))
    assert the_verb(counter)(PAYABLE, a_payment_id()).tr.startswith("C07261124")


def test_asking_writes_nothing() -> None:
    counter = an_open_counter()
    before = len(counter.messages)
    the_verb(counter)(PAYABLE, a_payment_id())
    assert (len(counter.messages), counter.receipts) == (before, [])


@pytest.mark.parametrize(
    ("address", "name", "code"),
    [
        ("", "", RefusalCode.UPI_NOT_SET_UP),
        ("kesco", "KESCO", RefusalCode.UPI_PAYEE_WRONG),
        ("kesco@sbi", "", RefusalCode.UPI_PAYEE_WRONG),
    ],
)
def test_without_a_right_payee_no_qr_is_offered(address: str, name: str, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        the_verb(an_open_counter(), address, name)(PAYABLE, a_payment_id())
    assert caught.value.code is code


@pytest.mark.parametrize("paise", [0, -1])
def test_nothing_is_not_asked_for(paise: int) -> None:
    with pytest.raises(Refusal) as caught:
        the_verb(an_open_counter())(Money(paise), a_payment_id())
    assert caught.value.code is RefusalCode.AMOUNT_ZERO


def test_a_counter_that_is_not_enrolled_asks_for_nothing() -> None:
    with pytest.raises(Refusal) as caught:
        the_verb(Counter())(PAYABLE, a_payment_id())
    assert caught.value.code is RefusalCode.COUNTER_NOT_ENROLLED
