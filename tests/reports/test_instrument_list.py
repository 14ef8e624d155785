"""The list of cheques, drafts and UPI credits on A4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.bank_paper import BankPaper, InstrumentState
from counter_app.domain.identity import AccountNo, BookYear, ReceiptNo
from counter_app.domain.instrument import HeldInstrument, InstrumentStep, PaidPart
from counter_app.domain.instrument_list import InstrumentList, list_of
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.tender import TenderKind
from counter_app.printing.sheet import Sheet
from counter_app.reports.instrument_words import ENGLISH, HINDI, LIST_TITLE_EN, LIST_TITLE_HI
from counter_app.reports.press import SystemPress
from counter_app.workstation.carried_files import StickFiles
from tests.builders import CASHIER_ID, a_payment_id
from tests.printing.papers import PLACE
from tests.printing.pdf_tools import fonts_of, greys_of, pages_of, words_of
from tests.reports.days import DAY, MADE_AT

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "hi")
BANKS = (
    ("Punjab National Bank", "PUNB0123400"),
    ("State Bank of India", "SBIN0000107"),
    ("HDFC Bank", "HDFC0000123"),
)
PAPER_STATES = (InstrumentState.RECEIVED, InstrumentState.DEPOSITED, InstrumentState.RETURNED)
UPI_STATES = (InstrumentState.CLAIMED, InstrumentState.UNMATCHED, InstrumentState.CONFIRMED)


def an_instrument(place: int, *, parts: int = 1) -> HeldInstrument:
    """Cheques, drafts and UPI credits in turn, of three banks and in several states."""
    kind = (TenderKind.CHEQUE, TenderKind.DRAFT, TenderKind.UPI)[place % 3]
    bank, ifsc = BANKS[place // 3 % 3]
    face = Money.rupees(1_000 + 137 * place, place % 100)
    is_upi = kind is TenderKind.UPI
    states = UPI_STATES if is_upi else PAPER_STATES
    number = f"{4500 + place:06d}"
    return HeldInstrument(
        identity=f"{kind}:{ifsc}:{number}",
        kind=kind,
        face=face,
        paper=None if is_upi else BankPaper(number, bank, "Parade", date(2026, 11, 20), ifsc),
        upi_reference=f"6327{place:08d}" if is_upi else "",
        received_on=DAY - timedelta(days=place % 5),
        parts=tuple(a_part(place + part, face) for part in range(parts)),
        steps=(InstrumentStep(states[place // 3 % 3], DAY, MADE_AT, CASHIER_ID),),
    )


def a_part(place: int, amount: Money) -> PaidPart:
    return PaidPart(
        a_payment_id(place + 1),
        ReceiptNo("KID07", BookYear(2026), place + 1),
        AccountNo("7412036985"),
        amount,
        (),
        LedgerAccount.BILL_COLLECTION,
    )


def a_list(count: int) -> InstrumentList:
    return list_of(PLACE, tuple(an_instrument(place) for place in range(count)), MADE_AT)


def saved(listed: InstrumentList, folder: Path, language: str = "en") -> Path:
    return SystemPress(folder, Sheet, StickFiles()).save_instruments(listed, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_stands_with_its_count_and_sum_and_all_come_to_the_total(
    tmp_path: Path, language: str
) -> None:
    listed = a_list(27)
    words = {"en": ENGLISH, "hi": HINDI}[language]
    text = words_of(saved(listed, tmp_path, language))
    assert LIST_TITLE_EN in text
    assert LIST_TITLE_HI in text
    assert len(listed.groups) == 9
    for group in listed.groups:
        kind = words.kinds[group.kind]
        bank = f"{group.bank} ({group.bank_code})"
        name = f"{kind} · {words.states[group.state] if group.state else bank}"
        assert f"{name} 3 {group.amount}" in text
    assert f"{words.total} 27 {listed.amount}" in text
    assert words.together_note.format(count=27, amount=listed.amount) in text


def test_every_instrument_stands_with_what_names_it_its_receipt_and_where_it_is(
    tmp_path: Path,
) -> None:
    text = words_of(saved(a_list(27), tmp_path))
    for one in (an_instrument(place) for place in range(27)):
        receipt_no, state = one.parts[0].receipt_no, ENGLISH.states[one.state]
        received = f"{one.received_on:%d-%m-%Y}"
        paper = one.paper
        named = (
            f"{paper.number} 20-11-2026 {received} {paper.ifsc}"
            if paper
            else f"{one.upi_reference} — {received} —"
        )
        assert f"{named} {receipt_no} {state} {one.face}" in text


def test_a_cheque_over_many_receipts_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    listed = list_of(PLACE, (an_instrument(0, parts=40),), MADE_AT)
    assert "KID07/2627/000001 +39" in words_of(saved(listed, tmp_path))


def test_an_instrument_whose_payments_are_not_told_has_a_dash(tmp_path: Path) -> None:
    one = replace(an_instrument(0), parts=())
    assert "PUNB0123400 — Received" in words_of(saved(list_of(PLACE, (one,), MADE_AT), tmp_path))


@pytest.mark.parametrize("count", [60, 61, 62, 63, 64, 65, 66, 120])
def test_a_long_list_goes_over_pages_each_with_columns_and_none_begins_a_group_at_its_foot(
    tmp_path: Path, count: int
) -> None:
    listed = a_list(count)
    pages = pages_of(saved(listed, tmp_path))
    text = " ".join(" ".join(pages).split())
    assert all(
        (one.paper.number if one.paper else one.upi_reference) in text
        for group in listed.groups
        for one in group.held
    )
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.split())
        rows = [row for row in page.split("\n") if row.strip()]
        assert " · " not in rows[-2]
    assert ENGLISH.on_page.signatures[1] in pages[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_list_says_so(tmp_path: Path, language: str) -> None:
    words = {"en": ENGLISH, "hi": HINDI}[language]
    pages = pages_of(saved(a_list(0), tmp_path, language))
    assert len(pages) == 1
    assert words.nothing in " ".join(pages[0].split())


def test_the_list_is_vector_text_in_our_fonts_on_a4_and_the_same_each_time(tmp_path: Path) -> None:
    path = saved(a_list(9), tmp_path, "hi")
    assert path.name == "instruments-2026-11-23-C07-hi.pdf"
    before = path.read_bytes()
    assert all("CounterDeva" in font[0] for font in fonts_of(path))
    assert greys_of(path, 72)[:2] == (596, 842)
    assert saved(a_list(9), tmp_path, "hi").read_bytes() == before


def test_every_state_has_a_word_in_both_languages() -> None:
    assert set(ENGLISH.states) == set(HINDI.states) == set(InstrumentState)
