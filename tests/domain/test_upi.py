"""The UPI link says what was asked for and nothing else; the reference is twelve digits."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import PaymentId
from counter_app.domain.money import LARGEST_PAISE, Money
from counter_app.domain.upi import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TR,
    UpiPayee,
    UpiRequest,
    tr_of,
    upi_payee,
    upi_reference_typed,
)
from tests.builders import COUNTER_ID, TODAY, a_payment_id

PAYEE = UpiPayee("kesco.c07@sbi", "KESCO")
REFERENCE = "632711004512"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

addresses = st.from_regex(
    r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}@[A-Za-z0-9][A-Za-z0-9.-]{0,40}", fullmatch=True
)
printable = st.characters(exclude_categories=("C", "Z"), include_characters=" &=%+#?/@")
names = (
    st.text(printable, max_size=LONGEST_NAME).map(lambda text: " ".join(text.split())).filter(bool)
)
notes = st.text(printable, max_size=LONGEST_NOTE)
amounts = st.integers(1, LARGEST_PAISE).map(Money)
trs = st.text(LETTERS, min_size=1, max_size=LONGEST_TR)
payment_ids = st.integers(0, 2**124 - 1).map(lambda number: PaymentId(UUID(int=number)))
requests = st.builds(UpiRequest, st.builds(UpiPayee, addresses, names), amounts, trs, notes)


def fields_of(uri: str) -> dict[str, str]:
    """As a phone that takes a plus sign for a plus sign reads it."""
    pairs = (part.split("=", 1) for part in urlsplit(uri).query.split("&"))
    return {name: unquote(value) for name, value in pairs}


def refused(address: str, name: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        upi_payee(address, name)
    return caught.value


# the link


def test_an_ordinary_link_reads_as_npci_has_it() -> None:
    request = UpiRequest(
        UpiPayee("kesco.c07@sbi", "KESCO Kidwai Nagar"),
        Money.rupees(1450, 50),
        "C07261123X1",
        "At C07",
    )
    assert request.uri == (
        "upi://pay?pa=kesco.c07@sbi&pn=KESCO%20Kidwai%20Nagar&am=1450.50&tr=C07261123X1&tn=At%20C07&cu=INR"
    )


@given(requests)
@example(UpiRequest(PAYEE, Money(1), "1", "50% & more = 100%+#?"))
@example(UpiRequest(UpiPayee("a@b", "केस्को"), Money(LARGEST_PAISE), "T" * LONGEST_TR, "₹"))
def test_every_link_reads_back_as_what_was_asked(request: UpiRequest) -> None:
    uri = request.uri
    assert urlsplit(uri)[:3] == ("upi", "pay", "")
    assert urlsplit(uri).fragment == ""
    asked = {
        "pa": request.payee.address,
        "pn": request.payee.name,
        "am": fields_of(uri)["am"],
        "tr": request.tr,
        "tn": request.note,
        "cu": "INR",
    }
    assert fields_of(uri) == {name: part for name, part in asked.items() if part}
    # and as a phone that takes a plus sign for a blank reads it
    assert dict(parse_qsl(urlsplit(uri).query, strict_parsing=True)) == fields_of(uri)


@given(requests)
def test_a_link_is_plain_letters_without_blanks(request: UpiRequest) -> None:
    assert request.uri.isascii()
    assert request.uri.isprintable()
    assert not set(request.uri) & set(' "<>\\^`{|}+')
    assert "%40" not in request.uri.partition("&pn=")[0]


@given(amounts)
def test_the_amount_is_to_the_paisa_and_no_float_has_a_part_in_it(amount: Money) -> None:
    shown = fields_of(UpiRequest(PAYEE, amount, "T1", "").uri)["am"]
    rupees, point, paise = shown.partition(".")
    assert (point, len(paise)) == (".", 2)
    assert int(rupees) * 100 + int(paise) == amount.paise
    assert rupees == str(int(rupees))


@pytest.mark.parametrize(
    ("paise", "shown"),
    [(1, "0.01"), (10, "0.10"), (29, "0.29"), (100, "1.00"), (1_234_567_05, "1234567.05")],
)
def test_amounts_a_float_gets_wrong(paise: int, shown: str) -> None:
    assert f"&am={shown}&" in UpiRequest(PAYEE, Money(paise), "T1", "").uri


@pytest.mark.parametrize(
    ("amount", "tr", "note"),
    [
        (Money(0), "T1", ""),
        (Money(-1), "T1", ""),
        (Money(1), "", ""),
        (Money(1), "T" * (LONGEST_TR + 1), ""),
        (Money(1), "T-1", ""),
        (Money(1), "T१", ""),
        (Money(1), "T1\n", ""),
        (Money(1), "T1", "n" * (LONGEST_NOTE + 1)),
        (Money(1), "T1", "two\nlines"),
        (Money(1), "T1", "\ud800"),
    ],
)
def test_what_cannot_stand_in_a_link_cannot_be_made(amount: Money, tr: str, note: str) -> None:
    with pytest.raises(ValueError, match="not a UPI request"):
        UpiRequest(PAYEE, amount, tr, note)


# the payee


@pytest.mark.parametrize(
    "address",
    [
        "kesco@sbi",
        "9839012345@ybl",
        "kesco-c07.counter_7@okhdfcbank",
        "00000031234567890@SBIN0001234.ifsc.npci",
    ],
)
def test_addresses_that_banks_give_are_taken(address: str) -> None:
    assert upi_payee(f" {address}\n", "  KESCO   Kanpur ") == UpiPayee(address, "KESCO Kanpur")


@pytest.mark.parametrize("address", ["", "   ", "\t"])
def test_without_an_address_no_upi_is_set_up(address: str) -> None:
    assert refused(address, "KESCO").code is RefusalCode.UPI_NOT_SET_UP


@pytest.mark.parametrize(
    "address",
    [
        "kesco",
        "@sbi",
        "kesco@",
        "kesco@sbi@ybl",
        "kes co@sbi",
        "kesco&am=1@sbi",
        ".kesco@sbi",
        "केस्को@sbi",
        "kesco@s_bi",
        "k" * (LONGEST_ADDRESS - 3) + "@sbi",
    ],
)
def test_a_slip_of_the_technicians_hand_is_named(address: str) -> None:
    refusal = refused(address, "KESCO")
    assert (refusal.code, refusal.facts) == (RefusalCode.UPI_PAYEE_WRONG, {"text": address})


@pytest.mark.parametrize("name", ["", "  ", "K" * (LONGEST_NAME + 1), "KESCO\u200b"])
def test_a_payee_needs_a_name_that_can_be_shown(name: str) -> None:
    refusal = refused("kesco@sbi", name)
    assert (refusal.code, refusal.facts) == (RefusalCode.UPI_PAYEE_WRONG, {"text": name.strip()})


def test_the_longest_address_and_name_are_taken() -> None:
    address, name = "k" * (LONGEST_ADDRESS - 4) + "@sbi", "K" * LONGEST_NAME
    assert upi_payee(address, name) == UpiPayee(address, name)


@given(st.text(max_size=300), st.text(max_size=120))
def test_whatever_is_set_is_a_payee_or_a_refusal(address: str, name: str) -> None:
    try:
        payee = upi_payee(address, name)
    except Refusal:
        return
    assert fields_of(UpiRequest(payee, Money(1), "T1", "").uri)["pa"] == payee.address


@pytest.mark.parametrize(
    ("address", "name"), [("", "KESCO"), ("kesco@sbi", ""), ("kesco@sbi", "\n")]
)
def test_a_payee_cannot_be_made_past_the_check(address: str, name: str) -> None:
    with pytest.raises(ValueError, match="not a UPI payee"):
        UpiPayee(address, name)


# our reference


def test_our_reference_begins_with_counter_and_day() -> None:
    assert tr_of(COUNTER_ID, TODAY, a_payment_id()) == "C072611233CS842AAV71BAQZN3DON28SH"


@given(st.text(max_size=12), st.dates(date(2000, 1, 1), date(2099, 12, 31)), payment_ids)
@example("C07", TODAY, PaymentId(UUID(int=0)))
@example("KESCO-C07", TODAY, PaymentId(UUID(int=2**124 - 1)))
def test_our_reference_always_fits_and_holds_the_payments_id(
    counter_id: str, day: date, payment_id: PaymentId
) -> None:
    tr = tr_of(counter_id, day, payment_id)
    assert UpiRequest(PAYEE, Money(1), tr, "").tr == tr
    assert int(tr[-24:], 36) == payment_id.int
    assert tr[-30:-24] == f"{day:%y%m%d}"


def test_a_long_counter_name_keeps_its_end() -> None:
    assert tr_of("KND07", TODAY, a_payment_id()).startswith("KND07261123")
    assert tr_of("kesco-c07", TODAY, a_payment_id()).startswith("COC07261123")


def test_an_id_that_is_not_of_version_7_fits_too() -> None:
    tr = tr_of("KND07", TODAY, PaymentId(UUID(int=2**128 - 1)))
    assert (len(tr), tr[:10], int(tr[10:], 36)) == (LONGEST_TR, "ND07261123", 2**128 - 1)


# the reference of the payer's phone


def shown_in_parts(digits: str, cuts: list[int]) -> str:
    """The digits with blanks of several kinds between them."""
    return "".join(digit + " \u00a0\t"[: cut % 4] for digit, cut in zip(digits, cuts, strict=True))


@given(
    st.text("0123456789", min_size=12, max_size=12),
    st.lists(st.integers(0, 3), min_size=12, max_size=12),
    st.sampled_from(["0123456789", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩"]),
)
def test_a_reference_may_be_typed_in_parts_and_in_any_script(
    digits: str, cuts: list[int], script: str
) -> None:
    typed = shown_in_parts(digits.translate(str.maketrans("0123456789", script)), cuts)
    assert upi_reference_typed(typed) == digits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "63271100451",
        "6327110045123",
        "63271100451A",
        "632711-004512",
        "६३२७११००४५१",
        "²32711004512",
    ],
)
def test_anything_but_twelve_digits_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        upi_reference_typed(text)
    assert caught.value.code is RefusalCode.UPI_REFERENCE_WRONG


def test_a_card_number_is_refused_as_one() -> None:
    with pytest.raises(Refusal) as caught:
        upi_reference_typed("4111 1111 1111 1111")
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


@given(st.text(max_size=30))
def test_whatever_is_typed_is_twelve_plain_digits_or_a_refusal(text: str) -> None:
    try:
        digits = upi_reference_typed(text)
    except Refusal:
        return
    assert digits.isascii()
    assert digits.isdecimal()
    assert len(digits) == 12
    assert upi_reference_typed(digits) == digits
