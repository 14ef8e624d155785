"""What stands on a receipt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import Money
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.lines import Box, BoxKind
from counter_app.printing.text_form import as_text, columns_of
from counter_app.printing.tongue import Said
from counter_app.printing.wording import month_text
from tests.printing.all_papers import a_card_receipt, a_part_receipt, a_split_receipt
from tests.printing.golden import FOLDER, golden_texts
from tests.printing.papers import CONSUMER, a_receipt

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt

GOLDEN = golden_texts()


def text_of(receipt: Receipt, style: ReceiptStyle = ReceiptStyle()) -> str:  # noqa: B008 - frozen
    return as_text(lay_out(receipt, copy_no=0, is_acknowledged=True, style=style), 80)


@pytest.mark.parametrize("name", GOLDEN)
def test_each_receipt_reads_as_its_golden_text(name: str) -> None:
    assert GOLDEN[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_text_is_left_over() -> None:
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.txt")}
    assert found == set(GOLDEN)


def test_offline_receipt_stands_on_paper_only_until_the_centre_has_signed() -> None:
    offline = as_text(lay_out(a_receipt(), copy_no=0, is_acknowledged=False), 48)
    assert "ऑफलाइन रसीद / OFFLINE RECEIPT" in offline
    assert "OFFLINE" not in text_of(a_receipt())


def test_a_reprint_is_marked_duplicate_with_its_number_in_both_languages() -> None:
    text = as_text(lay_out(a_receipt(), copy_no=3, is_acknowledged=True), 48)
    assert "द्वितीय प्रति 3 / DUPLICATE 3" in text
    assert "ORIGINAL" not in text


def test_a_part_payment_tells_bill_amount_paid_now_and_balance_with_its_date() -> None:
    text = text_of(a_part_receipt())
    assert "आंशिक भुगतान / PART PAYMENT" in text
    assert "₹ 2,663.55" in text
    assert "₹ 1,000.00" in text
    assert "Balance as of 22-11-2026" in text
    assert "₹ 1,663.55" in text
    assert "रामदीन यादव" in text


def test_the_mobile_is_masked_and_the_whole_number_nowhere() -> None:
    text = text_of(a_receipt())
    assert "XXXXXXX210" in text
    assert CONSUMER.mobile not in text


def test_a_card_block_names_the_slip_and_never_more_than_four_digits_of_the_card() -> None:
    text = text_of(a_card_receipt())
    for said in ("RuPay 4821", "632815004417", "A1B2C3", "70012345", "000117, 000342"):
        assert said in text
    assert "Cash given" not in text


def test_every_bill_is_named_when_a_payment_settles_several() -> None:
    text = text_of(a_split_receipt())
    assert "Bills settled" in text
    assert text.count("₹ 12,30,000.00") == 2
    assert "Bills settled" not in text_of(a_receipt())


@pytest.mark.parametrize(
    ("rupees", "has_box"), [(5_000, False), (5_001, True)], ids=["at the limit", "above it"]
)
def test_the_stamp_box_stands_above_five_thousand_rupees(rupees: int, has_box: bool) -> None:  # noqa: FBT001 - a case
    lines = lay_out(a_receipt(due=Money.rupees(rupees)), copy_no=0, is_acknowledged=True)
    boxes = [line for line in lines if isinstance(line, Box) and line.kind is BoxKind.STAMP]
    assert bool(boxes) is has_box


def test_the_stamp_is_the_one_frozen_at_the_moment_of_payment_whatever_holds_when_it_is_printed() -> (
    None
):
    receipt = a_receipt(due=Money.rupees(9_000))
    assert receipt.stamp is not None
    higher = replace(receipt.stamp, above=Money.rupees(8_000))
    assert "above ₹\u00a08,000" in text_of(replace(receipt, stamp=higher))
    consolidated = text_of(replace(receipt, stamp=replace(receipt.stamp, how="consolidated")))
    assert "Consolidated stamp duty paid" in consolidated
    assert "REVENUE STAMP" not in consolidated
    assert "stamp" not in text_of(replace(receipt, stamp=None)).lower()


def test_an_office_may_set_its_own_conditions() -> None:
    text = text_of(a_receipt(), ReceiptStyle(conditions=(Said("नियम लागू।", "Conditions apply."),)))
    assert "Conditions apply." in text
    assert "Please keep" not in text


def test_a_consumer_told_in_one_script_has_one_line_and_one_told_in_none_a_dash() -> None:
    hindi = text_of(a_receipt(consumer=replace(CONSUMER, name_en="")))
    assert "Kshetrapal" not in hindi
    nameless = text_of(a_receipt(consumer=replace(CONSUMER, name_en="", name_hi=" ")))
    assert "Consumer" in nameless
    assert "—" in nameless


def test_what_the_server_did_not_say_leaves_no_empty_label() -> None:
    bare = replace(CONSUMER, legacy_account_no="", meter_no="", mobile="", category="")
    text = text_of(a_receipt(consumer=bare))
    assert not any(word in text for word in ("Old account", "Meter", "Mobile", "Category"))


def test_bills_never_told_with_a_date_leave_the_date_out() -> None:
    text = text_of(replace(a_receipt(), told_at=None))
    assert "as told" not in text
    assert "as of" not in text
    assert "शेष राशि / Balance" in text


def test_a_stray_newline_in_a_name_does_not_break_the_line() -> None:
    text = text_of(a_receipt(consumer=replace(CONSUMER, name_en="Ram\n Lal\t Yadav", name_hi="")))
    assert "Ram Lal Yadav" in text


@pytest.mark.parametrize("said", ["2026-13", "2026", "", "Oct", "2026-00", "2026-x"])
def test_a_bill_month_that_is_none_stays_as_the_server_said_it(said: str) -> None:
    assert month_text(said) == said


@given(
    st.text(max_size=120),
    st.text(max_size=120),
    st.integers(min_value=1, max_value=99_99_99_999_99),
    st.sampled_from([48, 32]),
)
def test_no_name_and_no_amount_runs_over_the_edge_of_the_paper(
    name_hi: str, name_en: str, paise: int, columns: int
) -> None:
    consumer = replace(CONSUMER, name_hi=name_hi, name_en=name_en)
    receipt = a_receipt(consumer=consumer, due=Money(paise))
    text = as_text(lay_out(receipt, copy_no=0, is_acknowledged=False), columns)
    assert all(columns_of(row) <= columns for row in text.split("\n"))
