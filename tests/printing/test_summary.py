"""The summary of an order over several accounts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    Tender,
    UpiTender,
    shared_out,
)
from counter_app.printing.layout_summary import first_to_last, lay_out_summary, together
from counter_app.printing.pdf_paper import A4, A5
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.text_form import as_text, columns_of
from tests.builders import a_line, a_payment_id
from tests.printing.all_papers import (
    CHEQUE_PAPER,
    DRAFT_PAPER,
    PAYER,
    a_chain_of_receipts,
    a_suspense_receipt,
)
from tests.printing.papers import SLIP, an_account_of, order_of, receipts_of
from tests.printing.pdf_tools import greys_of, pages_of, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import Receipt

FORTY = a_chain_of_receipts(40)


def text_of(receipts: tuple[Receipt, ...], columns: int = 100) -> str:
    return as_text(lay_out_summary(receipts), columns)


def row_with(said: str, text: str) -> str:
    """The one row that says it, its spaces single."""
    (row,) = [row for row in text.split("\n") if said in row]
    return " ".join(row.split())


def test_a_summary_says_in_both_languages_that_it_is_no_receipt() -> None:
    text = text_of(FORTY)
    assert "यह रसीद नहीं है" in text
    assert "THIS IS NOT A RECEIPT" in text
    assert "PAYMENT RECEIPT" not in text


def test_every_receipt_stands_with_account_consumer_and_sum_and_all_come_to_the_total() -> None:
    text = text_of(FORTY)
    for place, receipt in enumerate(FORTY, 1):
        payment = receipt.payment
        assert row_with(f"{payment.receipt_no}  ", text) == (
            f"{place}. {payment.receipt_no} ₹ {payment.amount}"
        )
        assert f"{payment.consumer.account_no} · कानपुर" in text or (
            f"{payment.consumer.account_no} · {payment.consumer.name_en}" in text
        )
    total = Money.total(receipt.payment.amount for receipt in FORTY)
    assert row_with("TOTAL PAID", text).endswith(f"₹ {total} **")
    assert row_with("Receipts", text).endswith(" 40")
    assert row_with("First to last", text).endswith("KID07/2627/000201 – 000240")


def test_payer_cashier_moment_tenders_with_references_and_change_stand_on_it() -> None:
    text = text_of(FORTY)
    for said in (
        PAYER,
        "23-11-2026 11:42:07 IST",
        "उर्मिला द्विवेदी / Urmila Dwivedi",
        "004512, 20-11-2026",
        "Punjab National Bank",
        "PUNB0123400",
        "Subject to realisation",
    ):
        assert said in text
    total = Money.total(receipt.payment.amount for receipt in FORTY)
    assert row_with("CHEQUE", text).endswith(f"₹ {total - Money.rupees(3_000)}")
    assert row_with("/ CASH", text).endswith("₹ 3,000.00")
    assert row_with("Cash given", text).endswith("₹ 3,500.00")
    assert row_with("Change returned", text).endswith("₹ 500.00")


def test_a_purpose_is_a_heading_wherever_it_changes_and_its_reference_stands_below() -> None:
    text = text_of(FORTY)
    assert text.count("विद्युत बिल / Electricity bill\n") == 4
    assert text.count("प्रतिभूति जमा / Security deposit\n") == 4
    assert "Reference no. KESCO/SD/00030" in text


def test_a_part_payment_among_many_is_marked_and_one_in_full_is_not() -> None:
    text = text_of(FORTY)
    assert text.count("PART PAYMENT") == 8
    assert "FULL PAYMENT" not in text


def test_money_in_suspense_stands_under_its_own_heading_without_a_false_account_number() -> None:
    receipts = (FORTY[0], a_suspense_receipt())
    text = text_of(receipts)
    assert "उचंत / SUSPENSE\n" in text
    assert "— · Rukmini Devi Vishwakarma" in text
    assert "SUSPENSE ·" not in text


def test_a_consumer_told_in_neither_script_has_a_dash() -> None:
    receipt = FORTY[0]
    nameless = replace(receipt.payment.consumer, name_en="", name_hi="")
    one = replace(receipt, payment=replace(receipt.payment, consumer=nameless))
    assert "7412000001 · —" in text_of((one, FORTY[1]))


def test_numbers_of_two_series_are_both_written_out() -> None:
    other = replace(FORTY[1].payment.receipt_no, series="KID07B", serial=1)
    second = replace(FORTY[1], payment=replace(FORTY[1].payment, receipt_no=other))
    assert first_to_last((FORTY[0], second)) == ("KID07/2627/000201\u00a0–\u00a0KID07B/2627/000001")


@pytest.mark.parametrize("columns", [48, 32])
def test_no_row_runs_over_the_edge_of_the_paper(columns: int) -> None:
    long = replace(FORTY[0].payment.consumer, name_hi="त्रिविक्रमनारायण" * 8)
    first = replace(FORTY[0], payment=replace(FORTY[0].payment, consumer=long))
    text = text_of((first, *FORTY[1:]), columns)
    assert all(columns_of(row) <= columns for row in text.split("\n"))


KINDS = st.lists(
    st.sampled_from(["cash", "card", "upi", "cheque", "draft"]), min_size=1, max_size=5, unique=True
)


def tender_of(kind: str, amount: Money, change: Money) -> Tender:
    match kind:
        case "cash":
            return CashTender(amount, amount + change)
        case "card":
            return CardTender(amount, SLIP)
        case "upi":
            return UpiTender(amount, "632711998877", is_confirmed=False)
        case "cheque":
            return ChequeTender(amount, CHEQUE_PAPER)
        case _:
            return DraftTender(amount, DRAFT_PAPER)


@given(KINDS, st.integers(0, 50_000), st.data())
def test_the_parts_dealt_out_to_receipts_come_together_as_what_was_handed_over(
    kinds: list[str], change: int, data: st.DataObject
) -> None:
    amounts = data.draw(st.lists(st.integers(1, 9_99_999), min_size=1, max_size=8))
    total = sum(amounts)
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, total - 1)), max_size=len(kinds) - 1)))
    ends = [0, *(cut for cut in cuts if cut < total), total]
    tenders = tuple(
        tender_of(kind, Money(end - start), Money(change))
        for kind, start, end in zip(kinds, ends, ends[1:], strict=False)
    )
    dealt = shared_out(tenders, tuple(map(Money, amounts)))
    whole = together(part for parts in dealt for part in parts)
    assert sorted(whole, key=repr) == sorted(tenders, key=repr)


@pytest.mark.usefixtures("qapp")
def test_a_short_summary_is_saved_as_a5_and_a_long_one_as_a4_with_every_receipt(
    tmp_path: Path,
) -> None:
    printer = PdfPrinter(tmp_path)
    short, long = (printer.print_summary(receipts) for receipts in (FORTY[:5], FORTY))
    path = tmp_path / "2026-11-23" / "SUMMARY-KID07-2627-000201.pdf"
    expected = PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, saved_as=str(path))
    assert short == long == expected
    pages = pages_of(path)
    assert greys_of(path, 72)[:2] == (round(A4.width + 0.5), round(A4.height))
    assert len(pages) == 3
    for page in pages[1:]:
        assert "PAYMENT SUMMARY" in page
        assert "000240" in page
    words = words_of(path)
    for receipt in FORTY:
        assert str(receipt.payment.receipt_no) in words
    printer.print_summary(FORTY[:5])
    assert greys_of(path, 72)[:2] == (round(A5.width + 0.5), round(A5.height + 0.5))
    assert len(pages_of(path)) == 1


def test_no_payment_of_a_summary_is_torn_between_two_pages(tmp_path: Path) -> None:
    outcome = PdfPrinter(tmp_path).print_summary(FORTY)
    for page in pages_of(tmp_path / outcome.saved_as):
        rows = [row.strip() for row in page.split("\n") if row.strip()]
        assert not rows[-1].startswith(tuple(f"{place}. KID07" for place in range(1, 41)))


def test_a_disk_that_cannot_be_written_is_not_sent(tmp_path: Path) -> None:
    blocked = tmp_path / "receipts"
    blocked.write_text("a file where the folder should be")
    outcome = PdfPrinter(blocked).print_summary(FORTY[:2])
    assert outcome == PrintOutcome(PrintState.NOT_SENT, FaultCode.FILE_NOT_WRITTEN)


def test_an_order_paid_by_card_alone_has_no_cash_on_its_summary() -> None:
    account = an_account_of()
    amount = Money.rupees(900)
    lines = tuple(
        a_line(
            amount,
            payment_id=a_payment_id(place),
            account_no=account.consumer.account_no,
            purpose=purpose,
        )
        for place, purpose in enumerate(("reconnection_fee", "scheme_registration"), 1)
    )
    order = order_of(*lines, tenders=(CardTender(amount + amount, SLIP),))
    text = text_of(receipts_of(order, account, account))
    assert "CASH" not in text
    assert row_with("CARD", text) == "कार्ड / CARD ₹ 1,800.00"
    assert "Paid by" not in text
