"""How far a charge is, and what becomes of the tenders by it; without a window."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.card_sale import SaleOutcome, SaleReason, SaleState
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, TenderKind
from tests.builders import CASHIER_ID, PAYABLE, a_card_slip, a_payment_id, an_account, rules_on
from tests.fakes.terminal import CANCELLED_HERE, LOST, a_charge
from ui.payment_charge_form import (
    ChargeForm,
    Step,
    by_terminal,
    is_slip_blank,
    is_told,
    typed_instead,
    with_charge,
    with_slip,
    without_charge,
)
from ui.payment_form import PaymentForm, begin
from ui.payment_parts import Part
from ui.payment_steps import part_after

SLIP = a_card_slip()


def a_card_form(*, pays: str = "") -> PaymentForm:
    form = begin(an_account(), a_payment_id(), CASHIER_ID, rules_on())
    return by_terminal(form.with_kind(TenderKind.CARD)).with_text(Part.SUM, pays)


def test_a_card_the_terminal_charges_has_no_field_and_no_order_before() -> None:
    form = a_card_form()
    assert form.problems == {}
    assert form.order is None
    assert form.awaits_terminal
    assert part_after(form, Part.AMOUNT) is None


def test_a_part_is_no_problem_but_nothing_and_too_much_are() -> None:
    assert a_card_form(pays="1000").problems == {}
    for typed, code in (
        ("0", RefusalCode.AMOUNT_ZERO),
        ("2000", RefusalCode.TENDERS_NOT_AMOUNT),
        ("x", RefusalCode.AMOUNT_NOT_A_NUMBER),
    ):
        assert a_card_form(pays=typed).problems[Part.SUM].code is code


def test_no_sale_is_of_more_than_any_payment_may_be() -> None:
    form = a_card_form()
    most = Money(10**13)
    problems = form.tender.problems(most, is_last=True)
    assert problems[Part.SUM].code is RefusalCode.AMOUNT_TOO_LARGE
    assert form.tender.problems(None, is_last=True) == {}


def test_an_approved_charge_is_a_tender_that_is_done() -> None:
    charge = a_charge()
    form = with_slip(with_charge(a_card_form(), charge), charge, SLIP)
    assert form.order is not None
    assert form.order.tenders == (CardTender(PAYABLE, SLIP),)
    assert form.charges == (charge,)
    assert is_told(form, charge)
    assert with_slip(form, charge, SLIP) == form


def test_what_a_part_leaves_is_paid_by_the_next_tender() -> None:
    charge = a_charge(amount=Money.rupees(1000))
    form = with_slip(with_charge(a_card_form(pays="1000"), charge), charge, SLIP)
    assert form.remaining == PAYABLE - Money.rupees(1000)
    assert form.kind is TenderKind.CASH
    assert form.terminal[Part.TID] == SLIP.tid


def test_a_charge_that_took_no_money_leaves_the_card_to_be_tried_again() -> None:
    charge = a_charge()
    form = a_card_form()
    charging = with_charge(form, charge)
    assert without_charge(charging, charge) == form
    charged = with_slip(charging, charge, SLIP)
    back = without_charge(charged, charge)
    assert (back.charges, back.done, back.awaits_terminal) == ((), (), True)
    assert without_charge(form, charge) == form


def test_a_slip_typed_for_a_charge_that_is_not_certain_pays_just_its_sum() -> None:
    charge = a_charge(amount=Money.rupees(1000))
    form = typed_instead(with_charge(a_card_form(), charge))
    assert form.text(Part.SUM) == "1,000.00"
    assert form.charges == (charge,)
    assert typed_instead(a_card_form()).text(Part.SUM) == ""


def test_what_came_over_from_the_last_slip_is_not_typed() -> None:
    form = a_card_form().with_text(Part.TID, "KSC00071")
    assert is_slip_blank(form.tender)
    assert not is_slip_blank(form.with_text(Part.RRN, "6").tender)


def test_questions_in_vain_are_counted_for_the_same_charge_only() -> None:
    charge = a_charge()
    form = ChargeForm().at(Step.CHARGING, charge).ended(LOST)
    assert (form.step, form.may_be_left_open) == (Step.UNCERTAIN, False)
    form = form.at(Step.ASKING, charge).ended(LOST)
    assert form.may_be_left_open
    assert not form.at(Step.CHARGING, a_charge(2)).ended(LOST).may_be_left_open


def test_only_what_was_not_sent_is_free_after_a_fault() -> None:
    charge = a_charge()
    assert ChargeForm().at(Step.CHARGING, charge).failed() == ChargeForm()
    for step in (Step.ASKING, Step.GIVING_BACK):
        assert ChargeForm().at(step, charge).failed().step is Step.UNCERTAIN


def test_a_charge_that_was_to_be_given_back_and_was_not_stands() -> None:
    form = ChargeForm().at(Step.GIVING_BACK, a_charge())
    stands = SaleOutcome(SaleState.APPROVED, SaleReason.VOID_REFUSED, SLIP)
    assert form.ended(stands).still_stands
    assert form.ended(stands).may_be_left_open
    assert not form.ended(CANCELLED_HERE).still_stands
    assert not form.ended(CANCELLED_HERE).is_under_way
    assert replace(form, step=Step.READY).is_at_terminal is False
