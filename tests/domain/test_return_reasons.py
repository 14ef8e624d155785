"""Reasons of a bank: chosen by code or typed from the memo."""

from __future__ import annotations

import re

import pytest

from counter_app.domain.return_reasons import CTS_REASONS, OTHER, reason_kept, reasons_for
from counter_app.domain.tender import TenderKind


@pytest.mark.parametrize("kind", [TenderKind.CHEQUE, TenderKind.DRAFT])
def test_bank_paper_comes_back_with_a_code_of_the_clearing_house(kind: TenderKind) -> None:
    assert reasons_for(kind)[0] == "01"
    assert reasons_for(kind)[-1] == OTHER


def test_a_upi_credit_is_missing_or_was_reversed() -> None:
    assert reasons_for(TenderKind.UPI) == ("no_credit", "reversed", OTHER)


def test_every_code_is_of_two_digits_and_rises() -> None:
    assert all(re.fullmatch(r"\d\d", code) for code in CTS_REASONS)
    assert list(CTS_REASONS) == sorted(CTS_REASONS)


@pytest.mark.parametrize(
    ("code", "words", "kept"),
    [
        ("01", "", "01 Funds insufficient"),
        ("12", " second  signatory ", "12 Drawer's signature differs: second signatory"),
        ("no_credit", "", "No credit in the bank's statement"),
        (OTHER, "88 branch merged", "88 branch merged"),
        (OTHER, "  ", ""),
        ("", "", ""),
    ],
)
def test_the_reason_is_kept_as_the_memo_says_it(code: str, words: str, kept: str) -> None:
    assert reason_kept(code, words) == kept
