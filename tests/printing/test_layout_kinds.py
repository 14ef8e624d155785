"""What a receipt says of each tender, purpose and settlement, and what it must not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.money import ZERO, Money
from counter_app.domain.purpose import PREPAID_ARREAR, RECHARGE, USUAL_PURPOSES, Purpose
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import CardTender, ChequeTender, DraftTender, Tender, UpiTender
from counter_app.printing.layout import lay_out
from counter_app.printing.text_form import as_text
from tests.builders import a_word
from tests.printing.all_papers import (
    CHEQUE_PAPER,
    DRAFT_PAPER,
    DUE,
    a_chain_of_receipts,
    a_deposit_receipt,
    a_final_receipt,
    a_first_advance_receipt,
    a_part_receipt,
    a_prepaid,
    a_suspense_receipt,
    a_upi_receipt,
    all_receipts,
    an_advance_receipt,
    an_allowed_receipt,
    an_over_receipt,
)
from tests.printing.papers import SLIP, a_receipt

if TYPE_CHECKING:
    from counter_app.domain.bank_paper import BankPaper
    from counter_app.domain.receipt import Receipt

NO_DUES = ("यह रसीद ही अदेयता प्रमाण पत्र है।", "This receipt is the no-dues certificate.")
WIDE = 120
"""Columns at which no row of these receipts wraps."""

BILL_LABELS = ("Bill no.", "Bill month", "Due date", "Bill amount", "Outstanding", "Balance")


def text_of(receipt: Receipt, *, is_acknowledged: bool = True) -> str:
    return as_text(lay_out(receipt, copy_no=0, is_acknowledged=is_acknowledged), WIDE)


def row_with(said: str, receipt: Receipt) -> str:
    """The one row that says it, its spaces single."""
    (row,) = [row for row in text_of(receipt).split("\n") if said in row]
    return " ".join(row.split())


def test_a_upi_credit_is_subject_to_confirmation_until_the_bank_has_said_so() -> None:
    claimed = text_of(a_upi_receipt(is_confirmed=False))
    assert "बैंक में जमा की पुष्टि होने पर मान्य / Subject to credit confirmation" in claimed
    confirmed = text_of(a_upi_receipt(is_confirmed=True))
    assert "Subject to" not in confirmed
    assert "Confirmed by the bank" in confirmed
    for text in (claimed, confirmed):
        assert "632711998877" in text


@pytest.mark.parametrize(
    ("tender", "title", "subject"),
    [
        (
            ChequeTender(DUE, CHEQUE_PAPER),
            "चेक / CHEQUE",
            "चेक की वसूली होने पर मान्य / Subject to realisation",
        ),
        (
            DraftTender(DUE, CHEQUE_PAPER),
            "डिमांड ड्राफ्ट / DEMAND DRAFT",
            "ड्राफ्ट की वसूली होने पर मान्य / Subject to realisation",
        ),
    ],
    ids=["cheque", "draft"],
)
def test_bank_paper_stands_with_all_that_names_it_and_is_subject_to_realisation(
    tender: Tender, title: str, subject: str
) -> None:
    text = text_of(a_receipt(tenders=(tender,)))
    named = ("004512, 20-11-2026", "Punjab National Bank", "Kidwai Nagar", "PUNB0123400")
    for said in (title, subject, *named):
        assert said in text
    assert "whole sum" not in text


def test_who_drew_a_cheque_or_bought_a_draft_is_named_when_it_is_not_the_payer() -> None:
    drawn = replace(CHEQUE_PAPER, drawer="Triveni Ispat")
    assert "Drawn by" in text_of(a_receipt(tenders=(ChequeTender(DUE, drawn),)))
    assert "Bought by" in text_of(a_receipt(tenders=(DraftTender(DUE, DRAFT_PAPER),)))
    assert "Drawn by" not in text_of(a_receipt(tenders=(ChequeTender(DUE, CHEQUE_PAPER),)))


def test_a_branch_nobody_wrote_leaves_no_empty_line() -> None:
    paper: BankPaper = replace(CHEQUE_PAPER, branch="")
    text = text_of(a_receipt(tenders=(ChequeTender(DUE, paper),)))
    assert "Punjab National Bank\nआई॰एफ॰एस॰सी॰" in text


def test_a_cheque_over_several_accounts_tells_its_whole_sum_and_this_receipts_part() -> None:
    first, *_, last = a_chain_of_receipts(5)
    assert row_with("CHEQUE", first) == "चेक / CHEQUE ₹ 2,457.07"
    assert row_with("whole sum", first) == "इसकी पूरी राशि / Its whole sum ₹ 10,047.77"
    assert row_with("CHEQUE", last) == "चेक / CHEQUE ₹ 725.35"
    assert "the rest is on other receipts" in text_of(last)


def test_of_cash_over_several_accounts_a_receipt_tells_its_part_and_the_last_the_change() -> None:
    receipts = a_chain_of_receipts(5)
    assert row_with("CASH", receipts[-1]) == "नकद / CASH ₹ 3,000.00"
    assert row_with("Change", receipts[-1]) == "वापस राशि / Change returned ₹ 500.00"
    for receipt in receipts:
        assert "Cash given" not in text_of(receipt)


def test_a_payment_of_a_group_tells_its_place_and_the_sum_of_all_and_one_alone_does_not() -> None:
    second = a_chain_of_receipts(5)[1]
    assert row_with("Paid together", second).endswith("5 में से 2 / 2 of 5")
    assert row_with("All together", second).endswith("₹ 13,047.77")
    assert "together" not in text_of(a_receipt())


@pytest.mark.parametrize("purpose", USUAL_PURPOSES, ids=lambda purpose: purpose.code)
def test_every_purpose_stands_with_its_names_and_notes_in_both_languages(
    purpose: Purpose,
) -> None:
    receipt = a_receipt()
    text = text_of(replace(receipt, payment=replace(receipt.payment, purpose=purpose)))
    said = (purpose.name_hi, purpose.name_en, purpose.note_hi, purpose.note_en)
    for part in said:
        assert part in text


def test_a_head_has_a_reference_and_neither_bill_nor_balance() -> None:
    text = text_of(a_deposit_receipt())
    assert row_with("Reference", a_deposit_receipt()).endswith("KESCO/SD/2026/00417")
    assert not any(label in text for label in BILL_LABELS)
    assert "FULL PAYMENT" not in text
    assert "Reference" not in text_of(a_receipt())


def test_a_head_the_office_named_in_english_alone_is_printed_so() -> None:
    receipt = a_deposit_receipt()
    purpose = replace(receipt.payment.purpose, name_en="Meter testing fee", name_hi="")
    one = replace(receipt, payment=replace(receipt.payment, purpose=purpose))
    assert row_with("Purpose", one) == "प्रयोजन / Purpose Meter testing fee"


def test_a_recharge_says_that_the_meter_waits_for_the_server() -> None:
    text = text_of(a_prepaid(RECHARGE, Money.rupees(500)))
    assert "The recharge reaches the meter only when the server has it." in text
    assert not any(label in text for label in BILL_LABELS)


def test_an_old_arrear_of_a_prepaid_connection_is_kept_apart_from_the_recharge() -> None:
    text = text_of(a_prepaid(PREPAID_ARREAR, DUE))
    assert "the recharge balance does not change" in text
    assert "Balance as of 22-11-2026" in text


def test_what_is_above_the_bill_stands_apart_as_an_advance() -> None:
    receipt = an_over_receipt()
    assert row_with("Towards the bill", receipt).endswith("₹ 2,663.55")
    assert row_with("/ Advance", receipt).endswith("₹ 2,000.00")
    assert row_with("Balance", receipt).endswith("₹ 0.00")
    assert "पूर्ण भुगतान एवं अग्रिम / FULL PAYMENT AND ADVANCE" in text_of(receipt)


def test_an_advance_where_nothing_was_due_adds_to_the_credit() -> None:
    receipt = an_advance_receipt()
    text = text_of(receipt)
    assert "अग्रिम भुगतान / ADVANCE PAYMENT" in text
    assert row_with("Credit before", receipt).endswith("₹ 320.00")
    assert row_with("Credit as of 22-11-2026", receipt).endswith("₹ 1,820.00")
    assert "Balance" not in text
    assert "Towards the bill" not in text


def test_a_consumer_without_a_bill_pays_in_advance_and_no_bill_is_named() -> None:
    text = text_of(a_first_advance_receipt())
    assert not any(label in text for label in BILL_LABELS if label != "Outstanding")
    assert "Electricity bill" in text


SURE: dict[str, Tender | None] = {
    "cash": None,
    "card": CardTender(DUE, SLIP),
    "UPI confirmed": UpiTender(DUE, "632711998877", is_confirmed=True),
}
UNSURE: dict[str, Tender] = {
    "UPI claimed": UpiTender(DUE, "632711998877", is_confirmed=False),
    "cheque": ChequeTender(DUE, CHEQUE_PAPER),
    "draft": DraftTender(DUE, CHEQUE_PAPER),
}


@pytest.mark.parametrize("name", SURE)
def test_a_final_bill_paid_with_sure_money_is_the_no_dues_certificate(name: str) -> None:
    tender = SURE[name]
    text = text_of(a_final_receipt(*([tender] if tender else [])))
    assert "अंतिम बिल / FINAL BILL" in text
    for said in NO_DUES:
        assert text.count(said) == 1


@pytest.mark.parametrize("name", UNSURE)
def test_a_final_bill_whose_money_may_not_come_certifies_nothing(name: str) -> None:
    receipt = a_final_receipt()
    unsure = replace(receipt.payment, tenders=(UNSURE[name],))
    text = text_of(replace(receipt, payment=unsure))
    assert "अंतिम बिल / FINAL BILL" in text
    assert "Not a no-dues certificate until the money is confirmed." in text
    assert not any(said in text for said in NO_DUES)


def test_a_final_bill_of_which_a_part_is_left_certifies_nothing() -> None:
    receipt = a_final_receipt()
    text = text_of(replace(receipt, payment=replace(receipt.payment, balance=Money(1))))
    assert "A balance is due: not a no-dues certificate." in text
    assert not any(said in text for said in NO_DUES)


def test_only_a_certificate_has_the_final_bill_box() -> None:
    assert "FINAL BILL" not in text_of(a_receipt())


def test_money_in_suspense_says_so_and_what_was_noted_and_how_long_it_is_kept() -> None:
    receipt = a_suspense_receipt()
    text = text_of(receipt, is_acknowledged=False)
    for said in (
        "उचंत / SUSPENSE",
        "Consumer not in the local copy",
        "Kept in suspense until the server has found the consumer.",
        "Rukmini Devi Vishwakarma",
        "UPE77120045",
        "741299001234",
        "117/H-2/45 Pandu Nagar, Kanpur",
        "As told by the payer, not yet matched.",
        "OFFLINE RECEIPT",
    ):
        assert said in text
    assert "XXXXXXX345" in text
    assert "9415012345" not in text
    assert row_with("Account no.", receipt).endswith("—")
    assert not any(label in text for label in ("Purpose", "Balance", "Outstanding"))


def test_money_in_suspense_is_not_said_to_reach_an_account_with_the_next_connection() -> None:
    assert "reaches your account" not in text_of(a_suspense_receipt(), is_acknowledged=False)
    assert "reaches your account" in text_of(a_receipt(), is_acknowledged=False)


def test_an_account_number_the_payer_told_stands_on_the_receipt_as_told() -> None:
    receipt = a_suspense_receipt(NotedConsumer(name="Rafiq Ahmad", account_no="7499123456"))
    assert row_with("Account no.", receipt).endswith("7499123456")
    assert "Meter no." not in text_of(receipt)


def test_old_and_new_account_number_both_stand_on_the_receipt() -> None:
    receipt = a_receipt()
    assert row_with("/ Account no.", receipt).endswith("7412036985")
    assert row_with("Old account", receipt).endswith("48120369")


def test_a_payer_apart_from_the_owner_is_named_and_none_where_nobody_was_told() -> None:
    assert row_with("Paid by", a_part_receipt()).endswith("रामदीन यादव")
    assert "Paid by" not in text_of(a_receipt())


def test_a_payment_on_a_supervisors_word_says_by_whom_and_never_why() -> None:
    receipt = an_allowed_receipt()
    text = text_of(receipt)
    assert "अनिल कुमार दीक्षित" in row_with("Allowed by", receipt)
    assert "Anil Kumar Dixit" in text
    word = receipt.payment.word
    assert word is not None
    assert word.reason not in text
    assert "Allowed by" not in text_of(a_receipt())


def test_a_supervisor_whose_name_was_not_kept_is_named_by_the_number() -> None:
    receipt = a_receipt()
    payment = replace(receipt.payment, word=a_word())
    assert row_with("Allowed by", replace(receipt, payment=payment)).endswith("S201")


def test_a_part_payment_names_the_order_it_stands_on_with_its_date_where_it_has_one() -> None:
    assert row_with("Rule of part payment", a_part_receipt()) == (
        "आंशिक भुगतान नियम / Rule of part payment: UPPCL, order on part payments, November 2024"
    )
    dated = text_of(an_allowed_receipt())
    assert "UPPCL order 41/2026 on part payments (01-04-2026 से / from 01-04-2026)" in dated
    assert "Rule of part payment" not in text_of(a_receipt())


@pytest.mark.parametrize("name", all_receipts())
def test_every_receipt_says_its_number_its_sum_and_each_tender(name: str) -> None:
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
    text = as_text(lines, WIDE)
    payment = receipt.payment
    assert str(payment.receipt_no) in text
    for amount in (payment.amount, *(tender.amount for tender in payment.tenders)):
        assert f"₹ {amount}" in text
    assert payment.balance >= ZERO or "Credit" in text or "Advance" in text
