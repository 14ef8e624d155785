"""The payment form: text read once as money and slips; an order only when nothing is missing. No window needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender, TenderKind
from tests.builders import CASHIER_ID, PAYABLE, TODAY, a_bill, a_card_slip, a_payment_id, an_account
from ui.payment_form import Part, PaymentForm, begin, reopened

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount


def a_form(account: ConsumerAccount | None = None, /, **texts: str) -> PaymentForm:
    form = begin(account or an_account(), a_payment_id(), CASHIER_ID, TODAY)
    for name, text in texts.items():
        form = form.with_text(Part(name), text)
    return form


def a_card_form(**texts: str) -> PaymentForm:
    slip = a_card_slip()
    filled = {
        "network": slip.network, "last4": slip.last4, "rrn": slip.rrn, "approval_code": slip.approval_code,
        "tid": slip.tid, "mid": slip.mid, "batch": slip.batch, "invoice": slip.invoice,
    }  # fmt: skip
    return a_form(None, **{**filled, **texts}).with_kind(TenderKind.CARD)


def codes(form: PaymentForm) -> dict[str, RefusalCode]:
    return {str(part): refusal.code for part, refusal in form.problems.items()}


def test_the_full_sum_is_filled_in_and_exact_cash_needs_nothing_more() -> None:
    form = a_form()
    assert form.text(Part.AMOUNT) == "1,450.50"
    assert form.order is not None
    assert form.order.tenders == (CashTender(PAYABLE, PAYABLE),)


def test_change_is_what_was_given_less_the_amount() -> None:
    assert a_form(given="2000").change == Money.rupees(549, 50)
    assert a_form().change == Money(0)
    assert a_form(given="1000").change is None
    assert a_card_form().change is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", RefusalCode.AMOUNT_MISSING),
        ("12x", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("0", RefusalCode.AMOUNT_ZERO),
        ("-5", RefusalCode.AMOUNT_NEGATIVE),
        ("10.005", RefusalCode.AMOUNT_TOO_FINE),
        ("1450.51", RefusalCode.AMOUNT_ABOVE_DUE),
    ],
)
def test_a_wrong_amount_is_a_problem_of_its_field(text: str, code: RefusalCode) -> None:
    form = a_form(amount=text)
    assert codes(form) == {"amount": code}
    assert form.order is None


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert codes(a_form(amount="x", given="y")) == {
        "amount": RefusalCode.AMOUNT_NOT_A_NUMBER,
        "given": RefusalCode.AMOUNT_NOT_A_NUMBER,
    }
    assert set(codes(a_card_form(rrn="1", last4="12", batch="x"))) == {"rrn", "last4", "batch"}


def test_nothing_is_due_on_a_credit() -> None:
    form = a_form(an_account(a_bill(Money.rupees(-100))), amount="50")
    assert codes(form) == {"amount": RefusalCode.NOTHING_DUE}


def test_a_full_slip_makes_an_order_by_card() -> None:
    order = a_card_form(amount="1000").order
    assert order is not None
    assert order.tenders == (CardTender(Money.rupees(1000), a_card_slip()),)


def test_what_was_typed_for_the_other_tender_stays() -> None:
    form = a_card_form(given="2000").with_kind(TenderKind.CASH)
    assert form.change == Money.rupees(549, 50)
    assert form.with_kind(TenderKind.CARD).order is not None


def test_the_terminal_comes_over_from_the_last_slip_its_numbers_do_not() -> None:
    following = begin(an_account(), a_payment_id(2), CASHIER_ID, TODAY, a_card_form())
    assert following.text(Part.TID) == a_card_slip().tid
    assert following.text(Part.RRN) == ""
    assert following.text(Part.INVOICE) == ""


def test_a_sum_that_was_full_stays_full_when_the_account_is_shown_anew() -> None:
    account = an_account(a_bill(Money.rupees(900)))
    assert reopened(a_form(given="2000"), account).text(Part.AMOUNT) == "900.00"
    assert reopened(a_form(given="2000"), account).text(Part.GIVEN) == "2000"
    assert reopened(a_form(amount="700"), account).text(Part.AMOUNT) == "700"
    assert reopened(a_form(), account).payment_id == a_form().payment_id


@given(amount=st.text(max_size=12), handed=st.text(max_size=12))
def test_whatever_is_typed_there_are_problems_or_there_is_an_order(
    amount: str, handed: str
) -> None:
    form = a_form(amount=amount, given=handed)
    assert (form.order is None) == bool(form.problems)
    if form.order is not None:
        assert Money(0) < form.order.amount <= form.order.shown
        assert form.change is not None


@given(st.integers(1, 145050), st.integers(1, 9_999_999))
def test_amount_and_change_add_up_to_what_was_given(paise: int, given_paise: int) -> None:
    form = a_form(amount=str(Money(paise)), given=str(Money(given_paise)))
    if form.order is None:
        assert given_paise < paise
    else:
        assert form.change == Money(given_paise - paise)
