"""What is never taken, as far as the cases do not tell it: other receipts' instruments, and the largest order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.acceptance import consider
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.order_checks import (
    MOST_LINES,
    instrument_used,
    slip_used,
)
from counter_app.domain.unusual import payer_key
from tests.builders import (
    a_line,
    a_payment_id,
    an_order_of,
    card,
    cheque,
    draft,
    upi,
)
from tests.domain.strategies import free, owing

if TYPE_CHECKING:
    from counter_app.domain.tender import Instrument

RECEIPT_NO = "KID07/2627/000123"


@pytest.mark.parametrize(
    ("tender", "code", "facts"),
    [
        (card(Money(1)), RefusalCode.CARD_RRN_USED, {"rrn": "632711004512"}),
        (upi(Money(1)), RefusalCode.UPI_REFERENCE_USED, {"reference": "632711998877"}),
        (cheque(Money(1)), RefusalCode.PAPER_USED, {"number": "004512"}),
        (draft(Money(1)), RefusalCode.PAPER_USED, {"number": "778812"}),
    ],
)
def test_an_instrument_of_another_receipt_is_refused_with_its_number(
    tender: Instrument, code: RefusalCode, facts: dict[str, str]
) -> None:
    refusal = instrument_used(tender, RECEIPT_NO)
    assert refusal.code is code
    assert refusal.facts == facts | {"receipt_no": RECEIPT_NO}


def test_a_slip_of_another_receipt_is_refused_with_its_number() -> None:
    refusal = slip_used(card(Money(1)), RECEIPT_NO)
    assert refusal.code is RefusalCode.CARD_SLIP_USED
    assert refusal.facts == {
        "tid": "KSC00071",
        "batch": "000032",
        "invoice": "000214",
        "receipt_no": RECEIPT_NO,
    }


def test_an_order_of_a_hundred_accounts_is_taken() -> None:
    numbers = range(1, MOST_LINES + 1)
    accounts = tuple(owing(100, account_no=f"A{number}") for number in numbers)
    lines = tuple(
        a_line(Money(100), account_no=f"A{number}", payment_id=a_payment_id(number))
        for number in numbers
    )
    order = an_order_of(*lines, tenders=(cheque(Money(100 * MOST_LINES)),))
    considered = consider(order, accounts, free())
    assert len(considered.lines) == MOST_LINES
    assert all(not one.balance for one in considered.lines)


@pytest.mark.parametrize("payer", ["Ram Lal", " RAM  lal ", "ram\tlal"])
def test_a_payer_is_known_again_however_the_name_is_spaced_or_capitalised(payer: str) -> None:
    assert payer_key(payer) == payer_key("Ram Lal")
    assert payer_key(payer) != payer_key("Ram Lall")
