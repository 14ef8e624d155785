"""The payment form: text read once as money and slips; an order only when nothing is missing. No window needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender, TenderKind
from tests.builders import (
    CASHIER_ID,
    PAYABLE,
    a_bill,
    a_card_slip,
    a_consumer,
    a_payment_id,
    an_account,
    rules_on,
)
from ui.payment_form import Part, PaymentForm, begin, reopened
from ui.payment_line_form import line_of
from ui.payment_steps import part_after
from ui.payment_tender_form import TenderForm

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount


def a_form(account: ConsumerAccount | None = None, /, **texts: str) -> PaymentForm:
    form = begin(account or an_account(), a_payment_id(), CASHIER_ID, rules_on())
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
    following = begin(an_account(), a_payment_id(2), CASHIER_ID, rules_on(), a_card_form().terminal)
    assert following.text(Part.TID) == a_card_slip().tid
    assert following.text(Part.RRN) == ""
    assert following.text(Part.INVOICE) == ""


def test_a_sum_that_was_full_stays_full_when_the_account_is_shown_anew() -> None:
    account = an_account(a_bill(Money.rupees(900)))
    now = {account.consumer.account_no: account}
    assert reopened(a_form(given="2000"), now).text(Part.AMOUNT) == "900.00"
    assert reopened(a_form(given="2000"), now).text(Part.GIVEN) == "2000"
    assert reopened(a_form(amount="700"), now).text(Part.AMOUNT) == "700"
    assert reopened(a_form(), now).line.payment_id == a_form().line.payment_id


@given(amount=st.text(max_size=12), handed=st.text(max_size=12))
def test_whatever_is_typed_there_are_problems_or_there_is_an_order(
    amount: str, handed: str
) -> None:
    form = a_form(amount=amount, given=handed)
    assert (form.order is None) == bool(form.problems)
    if form.order is not None:
        assert Money(0) < form.order.amount <= form.line.due
        assert form.change is not None


@given(st.integers(1, 145050), st.integers(1, 9_999_999))
def test_amount_and_change_add_up_to_what_was_given(paise: int, given_paise: int) -> None:
    form = a_form(amount=str(Money(paise)), given=str(Money(given_paise)))
    if form.order is None:
        assert given_paise < paise
    else:
        assert form.change == Money(given_paise - paise)


SUMS = st.lists(st.integers(1, 4_000_00), min_size=0, max_size=4)
KINDS = st.sampled_from([TenderKind.CASH, TenderKind.UPI, TenderKind.CHEQUE])


def a_part(kind: TenderKind, place: int, amount: str = "") -> TenderForm:
    """A tender of this sum; of all that remains without one."""
    texts = {
        Part.GIVEN: amount, Part.SUM: amount, Part.UPI_REFERENCE: f"63271199{place:04d}",
        Part.NUMBER: f"00451{place}", Part.DATED: "21-11-2026", Part.IFSC: "PUNB0123400", Part.BANK: "PNB",
    }  # fmt: skip
    return TenderForm(kind, texts)


def a_form_of(*bills: int) -> PaymentForm:
    """A payment of so many accounts, each of these paise."""
    lines = [
        line_of(
            an_account(
                a_bill(Money(paise), account_no=f"741200900{place}", bill_no=f"B{place}"),
                consumer=a_consumer(f"741200900{place}"),
            ),
            a_payment_id(place + 1),
            rules_on(),
        )
        for place, paise in enumerate(bills)
    ]
    return PaymentForm(CASHIER_ID, tuple(lines))


@given(
    bills=st.lists(st.integers(1_000_00, 9_000_00), min_size=1, max_size=5),
    sums=SUMS,
    kinds=st.lists(KINDS, min_size=5, max_size=5),
)
def test_tenders_always_sum_to_the_accounts_whatever_their_order(
    bills: list[int], sums: list[int], kinds: list[TenderKind]
) -> None:
    form = a_form_of(*bills)
    for place, paise in enumerate(sums):
        form = replace(form, tender=a_part(kinds[place], place, str(Money(paise))))
        if form.next_problems:
            break
        form = form.with_next_tender()
    form = replace(form, tender=a_part(kinds[-1], 9))
    assert form.order is not None, form.problems
    assert Money.total(tender.amount for tender in form.order.tenders) == Money.total(
        map(Money, bills)
    )
    assert form.still == form.remaining


def test_a_tender_taken_back_is_as_it_was() -> None:
    form = replace(a_form(), tender=a_part(TenderKind.UPI, 1, "500"))
    assert form.with_next_tender().with_tender_taken_back() == form
    assert a_form().with_tender_taken_back() == a_form()


def test_tenders_that_pay_all_need_no_other_and_too_much_is_told() -> None:
    form = replace(a_form_of(1_000_00, 2_000_00), tender=a_part(TenderKind.UPI, 1, "1000"))
    form = form.with_next_tender().at(1).without_line()
    assert form.is_settled
    assert form.order is not None
    assert form.still == Money(0)
    assert part_after(form, Part.AMOUNT) is None
    assert codes(form.with_text(Part.AMOUNT, "900")) == {"amount": RefusalCode.TENDERS_NOT_AMOUNT}


def test_a_last_tender_that_is_short_is_told_at_its_sum() -> None:
    short = replace(a_form(), tender=a_part(TenderKind.UPI, 1, "500"))
    assert codes(short) == {"sum": RefusalCode.TENDERS_NOT_AMOUNT}
    above = replace(a_form(), tender=a_part(TenderKind.UPI, 1, "5000"))
    assert codes(above) == {"sum": RefusalCode.TENDERS_NOT_AMOUNT}
    assert a_form(given="500").still == Money.rupees(950, 50)


def test_enter_goes_through_the_fields_in_the_order_they_are_filled() -> None:
    form = a_form()
    assert part_after(form, Part.PURPOSE) is Part.AMOUNT
    assert part_after(form, Part.AMOUNT) is Part.GIVEN
    assert part_after(form, Part.PAYER) is Part.GIVEN
    assert part_after(form, Part.GIVEN) is None
    assert (
        part_after(form.with_text(Part.PURPOSE, "theft_assessment"), Part.PURPOSE) is Part.REFERENCE
    )
    assert part_after(form.with_kind(TenderKind.UPI), Part.SUM) is Part.UPI_REFERENCE


def test_another_purpose_brings_its_own_sum_unless_one_was_typed() -> None:
    assert a_form().with_text(Part.PURPOSE, "reconnection_fee").text(Part.AMOUNT) == ""
    typed = a_form(amount="600").with_text(Part.PURPOSE, "reconnection_fee")
    assert typed.text(Part.AMOUNT) == "600"
    back = a_form().with_text(Part.PURPOSE, "reconnection_fee").with_text(Part.PURPOSE, "bill")
    assert back.text(Part.AMOUNT) == "1,450.50"


def test_a_head_the_office_withdrew_is_told_at_its_field() -> None:
    withdrawn = a_form().with_text(Part.PURPOSE, "parking_fee")
    assert codes(withdrawn)["purpose"] is RefusalCode.PURPOSE_NOT_OFFERED


def test_a_card_number_as_payer_is_told() -> None:
    form = a_form().with_text(Part.PAYER, "4111111111111111")
    assert codes(form) == {"payer": RefusalCode.CARD_NUMBER_IN_TEXT}
