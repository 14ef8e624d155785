"""What anybody may learn of a receipt by its check code, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.reading import MessageKey
from billing_server.store import bank_desk, receipt_check, undoing
from counter_app.wire.check_code import check_code
from counter_app.wire.receipts import ReceiptChecked
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import (
    DAY,
    cash,
    cheque,
    cheque_identity,
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


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def checked(centre: PlayedCentre, code: str, receipt_no: str = "") -> ReceiptChecked:
    return centre.database.read(
        lambda c: receipt_check.check_receipt(c, code, receipt_no, centre.now_us)
    )


def told(centre: PlayedCentre, counter: PlayedCounter, paid: PaymentTaken) -> str:
    """Tell it; its code, as the counter prints it."""
    centre.told(counter, paid)
    return check_code(counter.sealed[-1].hash)


def test_a_genuine_receipt_is_known_by_the_code_its_counter_printed(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(70_00))
    code = told(centre, counter, paid)
    assert checked(centre, code) == ReceiptChecked(
        code,
        centre.now_us,
        is_genuine=True,
        receipt_no="X" * (len(paid.receipt_no) - 3) + paid.receipt_no[-3:],
        account_no="XXXXXX0001",
        business_date=DAY,
        amount_paise=70_00,
    )
    assert checked(centre, code, paid.receipt_no.lower()).is_genuine
    assert not checked(centre, code, "KID07/2627/999999").is_genuine


def test_what_is_no_payment_and_what_nobody_told_is_not_genuine(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(shift())
    centre.push(counter)
    for code in (check_code(counter.sealed[0].hash), "00000000", "ZZZZZZZZ"):
        assert checked(centre, code) == ReceiptChecked(code, centre.now_us, is_genuine=False)


def test_money_that_waits_is_genuine_all_the_same(centre: PlayedCentre) -> None:
    code = told(centre, centre.counter(), paid_by("9999999999", cash(70_00)))
    assert checked(centre, code).account_no == "XXXXXX9999"


def test_what_a_bank_gave_back_is_told(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("100001", 60_00), cash(10_00))
    code = told(centre, counter, paid)
    seen = bank_desk.SeenReturned(cheque_identity("100001"), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, centre.now_us)
    assert checked(centre, code).returned_paise == 60_00
    centre.told(counter, returned(cheque_identity("100001"), (paid, 60_00)))
    assert checked(centre, code).returned_paise == 60_00


def test_a_reversal_is_told_apart_from_a_return(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    code = told(centre, counter, paid)
    assert not checked(centre, code).is_reversed
    centre.told(counter, reversal(paid))
    found = checked(centre, code)
    assert (found.is_reversed, found.returned_paise) == (True, 70_00)


def test_a_double_that_is_paid_back_says_so(centre: PlayedCentre) -> None:
    told(centre, centre.counter("C07"), paid_by(A, cash(70_00)))
    code = told(centre, centre.counter("C08"), paid_by(A, cash(70_00)))
    assert not checked(centre, code).is_paid_back
    decided = undoing.Decided(MessageKey("C08", 1, 1), "accountant", "the payer wrote to us")
    undoing.confirm_double(centre.database, decided, centre.now_us)
    assert checked(centre, code).is_paid_back


def test_two_receipts_of_one_code_are_told_apart_by_their_numbers(
    centre: PlayedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two hashes of a test begin alike: here all do."""
    monkeypatch.setattr(receipt_check, "hash_beginning", lambda _code: b"")
    counter = centre.counter()
    first, second = paid_by(A, cash(70_00)), paid_by(A, cash(80_00))
    code = told(centre, counter, first)
    told(centre, counter, second)
    assert checked(centre, code) == ReceiptChecked(
        code, centre.now_us, is_genuine=False, is_ambiguous=True
    )
    assert checked(centre, code, first.receipt_no).amount_paise == 70_00
    assert checked(centre, code, second.receipt_no).amount_paise == 80_00


@pytest.mark.parametrize(
    ("number", "shown", "masked"),
    [("7412000001", 4, "XXXXXX0001"), ("1234", 4, "XX34"), ("1", 4, "X"), ("", 4, "")],
)
def test_a_number_is_never_shown_whole(number: str, shown: int, masked: str) -> None:
    assert receipt_check.masked(number, shown) == masked
