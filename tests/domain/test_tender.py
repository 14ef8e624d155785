"""Cash given and change; what names an instrument; what a terminal's slip must say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.tender import (
    CardNetwork,
    CashTender,
    Instrument,
    TenderKind,
    UpiTender,
    face_of,
    first_state_of,
    identity_of,
    kind_of,
    shared_out,
    slip_problems,
    slip_typed,
)
from tests.builders import a_card_slip, card, cash, cheque, draft, upi
from tests.domain.strategies import tenders_of

NETWORK = "RuPay"
FIELDS = ("last4", "rrn", "approval_code", "tid", "mid", "batch", "invoice")
paise = st.integers(1, 10**9)


def as_typed(**changes: str) -> dict[str, str]:
    return {name: str(getattr(a_card_slip(), name)) for name in FIELDS} | changes


@given(paise, paise)
def test_change_is_what_was_given_beyond_the_amount(amount: int, more: int) -> None:
    tender = CashTender(Money(amount), Money(amount + more))
    assert tender.change == Money(more)
    assert cash(Money(amount)).change == Money(0)


@given(paise, st.data())
def test_cash_that_falls_short_is_refused(amount: int, data: st.DataObject) -> None:
    given_paise = data.draw(st.integers(0, amount - 1))
    with pytest.raises(Refusal) as caught:
        CashTender(Money(amount), Money(given_paise))
    assert caught.value.code is RefusalCode.CASH_GIVEN_SHORT
    assert caught.value.facts == {"amount_paise": amount, "given_paise": given_paise}


@pytest.mark.parametrize(
    ("tender", "kind", "identity", "begins"),
    [
        (card(Money(1)), TenderKind.CARD, "card:632711004512", None),
        (upi(Money(1)), TenderKind.UPI, "upi:632711998877", InstrumentState.CLAIMED),
        (
            upi(Money(1), is_confirmed=True),
            TenderKind.UPI,
            "upi:632711998877",
            InstrumentState.CONFIRMED,
        ),
        (
            cheque(Money(1)),
            TenderKind.CHEQUE,
            "cheque:PUNB0123400:004512",
            InstrumentState.RECEIVED,
        ),
        (
            draft(Money(1)),
            TenderKind.DRAFT,
            "demand_draft:PUNB0123400:778812",
            InstrumentState.RECEIVED,
        ),
    ],
)
def test_an_instrument_knows_its_kind_its_name_and_where_its_life_begins(
    tender: Instrument, kind: TenderKind, identity: str, begins: InstrumentState | None
) -> None:
    assert kind_of(tender) is kind
    assert identity_of(tender) == identity
    assert first_state_of(tender) is begins


def test_cash_is_cash() -> None:
    assert kind_of(cash(Money(1))) is TenderKind.CASH


@given(st.text(max_size=14))
def test_a_upi_reference_is_twelve_digits_or_refused(reference: str) -> None:
    is_right = len(reference) == 12 and reference.isascii() and reference.isdigit()
    try:
        UpiTender(Money(1), reference, is_confirmed=False)
    except Refusal as refusal:
        assert refusal.code is RefusalCode.UPI_REFERENCE_WRONG  # noqa: PT017 - either way is right
        assert not is_right
    else:
        assert is_right


@given(st.lists(paise, min_size=1, max_size=6), st.data())
def test_tenders_are_dealt_out_to_the_paisa_on_both_sides(
    amounts: list[int], data: st.DataObject
) -> None:
    sums = tuple(Money(one) for one in amounts)
    tenders = data.draw(tenders_of(Money.total(sums)))
    dealt = shared_out(tenders, sums)
    assert tuple(Money.total(part.amount for part in parts) for parts in dealt) == sums
    parts_of: dict[str, int] = {}
    for part in (one for parts in dealt for one in parts):
        name = "cash" if isinstance(part, CashTender) else identity_of(part)
        parts_of[name] = parts_of.get(name, 0) + part.amount.paise
    handed: dict[str, int] = {}
    for one in tenders:
        name = "cash" if isinstance(one, CashTender) else identity_of(one)
        handed[name] = handed.get(name, 0) + one.amount.paise
    assert parts_of == handed


@given(st.lists(paise, min_size=1, max_size=6), st.data())
def test_a_part_of_an_instrument_names_the_whole(amounts: list[int], data: st.DataObject) -> None:
    sums = tuple(Money(one) for one in amounts)
    tenders = data.draw(tenders_of(Money.total(sums)))
    faces = {identity_of(one): one.amount for one in tenders if not isinstance(one, CashTender)}
    for part in (one for parts in shared_out(tenders, sums) for one in parts):
        if isinstance(part, CashTender):
            assert face_of(part) == part.amount
        else:
            assert face_of(part) == faces[identity_of(part)]
            assert (part.whole is None) == (part.amount == faces[identity_of(part)])


def test_the_change_of_cash_belongs_to_its_last_part() -> None:
    given_cash = cash(Money(300), Money(500))
    dealt = shared_out((given_cash,), (Money(100), Money(200)))
    assert dealt == ((cash(Money(100)),), (cash(Money(200), Money(400)),))


@pytest.mark.parametrize("network", CardNetwork)
def test_a_right_slip_has_no_problem(network: CardNetwork) -> None:
    assert slip_problems(network, as_typed()) == {}
    assert slip_typed(network, as_typed()).network is network


def test_a_slip_typed_as_printed_is_the_slip() -> None:
    assert slip_typed(NETWORK, as_typed()) == a_card_slip()


def test_a_slip_may_be_typed_small_with_hindi_digits_and_without_zeros_before() -> None:
    typed = as_typed(
        rrn=" ६३२७११००४५१२ ",
        tid="ksc00071",
        approval_code="a81203",
        mid="kesco0000000071",
        batch="३२",
        invoice="214",
    )
    assert slip_typed(NETWORK, typed) == a_card_slip()


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("last4", "188", RefusalCode.CARD_LAST4_WRONG),
        ("last4", "18811", RefusalCode.CARD_LAST4_WRONG),
        ("rrn", "63271100451", RefusalCode.CARD_RRN_WRONG),
        ("rrn", "63271100451A", RefusalCode.CARD_RRN_WRONG),
        ("approval_code", "", RefusalCode.CARD_APPROVAL_WRONG),
        ("approval_code", "A812034", RefusalCode.CARD_APPROVAL_WRONG),
        ("tid", "KSC0007", RefusalCode.CARD_TID_WRONG),
        ("mid", "KESCO71", RefusalCode.CARD_MID_WRONG),
        ("mid", "KESCO00000000071", RefusalCode.CARD_MID_WRONG),
        ("batch", "0000032", RefusalCode.CARD_BATCH_WRONG),
        ("invoice", "", RefusalCode.CARD_INVOICE_WRONG),
        ("invoice", "12-4", RefusalCode.CARD_INVOICE_WRONG),
    ],
)
def test_each_wrong_field_is_named(field: str, text: str, code: RefusalCode) -> None:
    assert slip_problems(NETWORK, as_typed(**{field: text})) == {field: code}
    with pytest.raises(Refusal) as caught:
        slip_typed(NETWORK, as_typed(**{field: text}))
    assert caught.value.code is code


def test_a_cashier_hears_of_all_mistakes_at_once() -> None:
    assert set(slip_problems("Maestro", {})) == {"network", *FIELDS}


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        slip_typed("Maestro", as_typed())
    assert caught.value.code is RefusalCode.CARD_NETWORK_WRONG


@pytest.mark.parametrize("field", FIELDS)
def test_a_card_number_in_any_field_of_the_slip_is_refused_first(field: str) -> None:
    with pytest.raises(Refusal) as caught:
        slip_typed("Maestro", as_typed(**{field: "4111 1111 1111 1111"}))
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=20)), st.text(max_size=10))
def test_whatever_is_typed_is_a_good_slip_or_a_refusal(
    fields: dict[str, str], network: str
) -> None:
    try:
        slip = slip_typed(network, as_typed() | fields)
    except Refusal:
        return
    assert slip_problems(slip.network, {name: str(getattr(slip, name)) for name in FIELDS}) == {}
