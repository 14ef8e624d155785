"""Every sentence in both languages: nothing missing, nothing stale, every blank filled."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from counter_app.domain.card_sale import SaleOutcome, SaleProgress, SaleReason, SaleState
from counter_app.domain.caveat import Caveat, CaveatCode
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.policy import RuleName, RuleRef
from counter_app.domain.receipt import PrintReason
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.bodies import Body
from counter_app.wire.exchange import Fate
from resources import resource_path, translation_path
from tests.builders import a_card_slip, a_rule
from ui.caveat_sentences import CAVEAT_SENTENCES, caveat_text
from ui.fate_words import FATE_WORDS, KIND_WORDS, fate_text
from ui.fault_sentences import FAULT_SENTENCES, PRINT_SENTENCES
from ui.language import Language, speak
from ui.payment_list import TROUBLE_SENTENCES
from ui.payment_list_form import Trouble
from ui.rule_words import RULE_WORDS, applied_text, rule_word
from ui.sale_sentences import (
    PROGRESS_WORDS,
    REASON_SENTENCES,
    STATE_SENTENCES,
    progress_text,
    sale_sentence,
)
from ui.sentences import REFUSAL_SENTENCES, print_reason_text, refusal_text, sentence_of
from ui.standard_words import STANDARD_BUTTONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SOURCE = resource_path("translations", "counter_hi.ts")
UI = resource_path("..", "ui").resolve()
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
SAME_IN_BOTH = {"TID", "MID", "IFSC", "UPI", "USB", "हिन्दी", "हिन्दी में देखें"}


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    for context in ET.parse(path).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


@pytest.fixture
def hindi(dressed: QApplication) -> QApplication:
    speak(dressed, Language.HINDI)
    return dressed


def test_nothing_is_unfinished() -> None:
    assert [
        source for _, source, told in messages(SOURCE) if told.get("type") or not told.text
    ] == []


def test_the_translation_knows_every_sentence_of_the_screens_and_no_other(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    fresh = tmp_path / "counter_hi.ts"
    files = [str(path) for path in sorted(UI.rglob("*.py"))]
    options = ["-source-language", "en", "-target-language", "hi_IN", "-locations", "none"]
    subprocess.run([tool, *files, *options, "-ts", str(fresh)], check=True, capture_output=True)  # fmt: skip
    assert {(c, s) for c, s, _ in messages(fresh)} == {(c, s) for c, s, _ in messages(SOURCE)}


def test_the_compiled_translation_is_of_this_source(dressed: QApplication) -> None:
    compiled = QTranslator()
    assert compiled.load(str(translation_path("hi")))
    stale = [
        source
        for context, source, told in messages(SOURCE)
        if compiled.translate(context, source) != told.text
    ]
    assert stale == []


def test_the_same_blanks_stand_in_both_languages() -> None:
    wrong = [
        source
        for _, source, told in messages(SOURCE)
        if sorted(re.findall(r"{\w*}", source)) != sorted(re.findall(r"{\w*}", told.text or ""))
    ]
    assert wrong == []


def test_hindi_is_hindi() -> None:
    assert [
        s
        for _, s, told in messages(SOURCE)
        if not DEVANAGARI.search(told.text or "") and s not in SAME_IN_BOTH
    ] == []


def test_no_sentence_hides_in_an_f_string() -> None:
    """pyside6-lupdate does not look there."""
    hidden = [
        path.name
        for path in UI.rglob("*.py")
        if re.search(r"\{self\.tr\(", path.read_text(encoding="utf-8"))
    ]
    assert hidden == []


CAVEAT_FACTS: dict[str, str | int] = {
    "account_no": "7412001234", "minimum_paise": 100, "taken": 1, "most": 1, "amount_paise": 200, "cash_paise": 300,
    "limit_paise": 400, "hours": 73, "limit": 72, "unsent_paise": 500, "drawer_paise": 600,
}  # fmt: skip


@pytest.mark.parametrize("code", CaveatCode)
def test_every_caveat_has_a_sentence_in_both_languages(
    hindi: QApplication, code: CaveatCode
) -> None:
    rule = RuleRef("part_others", 1, date(2026, 1, 1))
    other = "limit_paise" if code is CaveatCode.OFFLINE_HOURS else "limit"
    facts = {name: fact for name, fact in CAVEAT_FACTS.items() if name != other}
    caveat = Caveat(code, True, rule, None, tuple(facts.items()))
    told = caveat_text(caveat)
    assert DEVANAGARI.search(told)
    assert not re.search(r"[{}…]", told), told
    speak(hindi, Language.ENGLISH)
    assert caveat_text(caveat) != told
    assert not re.search(r"[{}…]", caveat_text(caveat))


@pytest.mark.parametrize("name", RuleName)
def test_every_rule_has_a_name_and_is_told_with_its_order_and_day(
    hindi: QApplication, name: RuleName
) -> None:
    rule = USUAL_POLICY.in_force(name, date(2026, 11, 23))
    assert DEVANAGARI.search(applied_text(rule.ref, USUAL_POLICY))
    speak(hindi, Language.ENGLISH)
    told = applied_text(rule.ref, USUAL_POLICY)
    assert told.endswith(rule.authority), "a usual rule began before any counter"
    centre = a_rule(name, valid_from=date(2026, 4, 1))
    told = applied_text(centre.ref, USUAL_POLICY.with_rules([centre]))
    assert told.endswith(f"{centre.authority}; in force since 1 Apr 2026")
    local = RuleRef(name, 2, date(2026, 11, 23), is_local=True)
    assert "set at this counter" in applied_text(local, USUAL_POLICY)


def test_the_rule_of_a_head_is_called_a_purpose(dressed: QApplication) -> None:
    assert rule_word("purpose:parking_fee") == "Purpose of payment"


def test_codes_in_sentences_become_words(dressed: QApplication) -> None:
    told = {
        RefusalCode.PAPER_POST_DATED: "It is dated 23 Nov 2026,",
        RefusalCode.PAPER_NOT_TAKEN: "Cheque is not taken",
        RefusalCode.PURPOSE_NOT_OFFERED: "“Prepaid recharge” is not taken",
        RefusalCode.RULE_UNKNOWN: "no rule “Part payment”",
        RefusalCode.INSTRUMENT_STEP_WRONG: "It is “received” and cannot become “cleared”",
    }
    for code, words in told.items():
        assert words in refusal_text(Refusal(code, **FACTS))
    assert "“parking_fee”" in refusal_text(
        Refusal(RefusalCode.PURPOSE_NOT_OFFERED, purpose="parking_fee")
    )


@pytest.mark.parametrize("code", RefusalCode)
def test_every_refusal_has_a_sentence_in_both_languages(
    hindi: QApplication, code: RefusalCode
) -> None:
    refusal = Refusal(code, **FACTS)
    told = refusal_text(refusal)
    assert DEVANAGARI.search(told)
    assert not re.search(r"[{}…]", told), told
    speak(hindi, Language.ENGLISH)
    english = refusal_text(refusal)
    assert english != told
    assert not re.search(r"[{}…]", english), english
    assert english[-1] in ".?"


FACTS: dict[str, str | int | None] = {
    "file": "answer-C07.kesco",
    "denomination_paise": 50_000, "left_paise": 300_000, "drawer_paise": 900_000, "drawer_no": 2, "count": 1,
    "clock_day": "2026-11-22", "last_day": "2026-11-23", "least": 4,
    "first": "2026-11-23",
    "last": "2026-11-24",
    "text": "12x", "limit_paise": 99, "account_no": "7412001234", "shown_paise": 100, "outstanding_paise": 200,
    "due_paise": 300, "minimum_paise": 400, "amount_paise": 500, "tendered_paise": 600, "given_paise": 700,
    "rrn": "632711004512", "receipt_no": "KID07/2627/000123", "tid": "KSC00071", "batch": "000032",
    "invoice": "000214", "cashier_id": "C101", "tries_left": 3, "wait_seconds": 90, "shift_no": 2,
    "reason": "fork", "counter_id": "C07", "reference": "632711998877", "number": "004512", "tender": "cheque",
    "day": "2026-11-23", "months": 3, "identity": "upi:632711998877", "now": "received", "then": "cleared",
    "most": 100, "most_tenders": 20, "purpose": "prepaid_recharge", "advance_paise": 800, "cash_paise": 900,
    "counted_paise": 450, "slip_no": 7, "accepted_paise": 550, "slip_paise": 600, "explained_paise": 650,
    "codes": "part_count", "name": "part_others", "field": "least_paise", "about": "1/15", "minutes": 15,
}  # fmt: skip


def test_sums_in_sentences_are_grouped_as_in_india(dressed: QApplication) -> None:
    refusal = Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=123456750)
    assert refusal_text(refusal) == "Only ₹\u00a012,34,567.50 is due. Type this much or less."


def test_a_lock_is_told_in_minutes_or_seconds(dressed: QApplication) -> None:
    assert "Try again in 30 seconds" in refusal_text(
        Refusal(RefusalCode.PIN_LOCKED, wait_seconds=30)
    )
    assert "Try again in 2 min" in refusal_text(Refusal(RefusalCode.PIN_LOCKED, wait_seconds=90))


def test_a_fact_that_is_missing_leaves_dots_not_a_crash(dressed: QApplication) -> None:
    assert refusal_text(Refusal(RefusalCode.ACCOUNT_UNKNOWN)).startswith("Account … is not")


def test_what_was_typed_cannot_break_a_sentence(dressed: QApplication) -> None:
    told = refusal_text(Refusal(RefusalCode.AMOUNT_NOT_A_NUMBER, text="{0}{due}"))
    assert told.startswith("“{0}{due}” is not an amount.")


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_says_what_is_safe_in_both_languages(
    hindi: QApplication, code: FaultCode
) -> None:
    told = sentence_of(Fault(code))
    assert DEVANAGARI.search(told.title)
    assert DEVANAGARI.search(told.text)
    speak(hindi, Language.ENGLISH)
    assert sentence_of(Fault(code)) != told


def test_tables_are_complete() -> None:
    assert set(REFUSAL_SENTENCES) == set(RefusalCode)
    assert set(FAULT_SENTENCES) == set(FaultCode)
    assert set(CAVEAT_SENTENCES) == set(CaveatCode)
    assert set(RULE_WORDS) == set(RuleName)
    assert set(TROUBLE_SENTENCES) == set(Trouble)
    assert set(PRINT_SENTENCES) == set(PrintReason)
    assert set(STATE_SENTENCES) == set(SaleState)
    assert set(REASON_SENTENCES) == set(SaleReason)
    assert set(PROGRESS_WORDS) == set(SaleProgress)
    assert set(FATE_WORDS) == {str(fate) for fate in Fate}
    assert set(KIND_WORDS) == {kind.__struct_config__.tag for kind in Body.__args__}


@pytest.mark.parametrize("reason", SaleReason)
def test_every_end_of_a_sale_says_what_is_safe_in_both_languages(
    hindi: QApplication, reason: SaleReason
) -> None:
    states = set(SaleState) if reason else {SaleState.APPROVED}
    for state in states:
        slip = a_card_slip() if state is SaleState.APPROVED else None
        outcome = SaleOutcome(state, reason, slip)
        speak(hindi, Language.HINDI)
        told = sale_sentence(outcome)
        assert all(DEVANAGARI.search(text) for text in (told.title, told.text))
        speak(hindi, Language.ENGLISH)
        english = sale_sentence(outcome)
        assert not DEVANAGARI.search(english.title + english.text)
        assert english.text.endswith(".")


@pytest.mark.parametrize("progress", SaleProgress)
def test_what_the_payer_is_about_is_told_in_hindi(
    hindi: QApplication, progress: SaleProgress
) -> None:
    assert DEVANAGARI.search(progress_text(progress))


@pytest.mark.parametrize("reason", sorted(set(PrintReason) - {PrintReason.NONE}))
def test_every_reason_of_a_printer_is_told_in_hindi(
    hindi: QApplication, reason: PrintReason
) -> None:
    assert DEVANAGARI.search(print_reason_text(reason))


def test_a_fate_and_a_reason_without_words_are_shown_as_they_are(dressed: QApplication) -> None:
    assert fate_text("SOMETHING_NEW") == "SOMETHING_NEW"
    assert print_reason_text("something new") == ""


@pytest.mark.parametrize("button", STANDARD_BUTTONS)
def test_the_buttons_qt_itself_shows_speak_hindi(hindi: QApplication, button: str) -> None:
    assert DEVANAGARI.search(QCoreApplication.translate("QPlatformTheme", button))
