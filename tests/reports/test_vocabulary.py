"""The vocabulary: every key once, in both languages, with the same blanks; every code of the domain has words."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import ApprovalCode, How
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.payment import Settlement
from counter_app.domain.remittance import BankWhy, SlipKind
from counter_app.domain.report import ReportKind
from counter_app.domain.reversal import GoesWhere, PaperState, ReversalWhy
from counter_app.domain.shift import Role
from counter_app.domain.tender import TenderKind
from counter_app.printing.sheet import Sheet
from counter_app.wire.exchange import Fate
from resources.vocabulary import THEMES, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

ENUMS: dict[str, type[StrEnum]] = {
    "report": ReportKind,
    "tender": TenderKind,
    "role": Role,
    "move_why": MoveWhy,
    "opening_why": OpeningWhy,
    "approval": ApprovalCode,
    "how": How,
    "caveat": CaveatCode,
    "reversal_why": ReversalWhy,
    "paper_state": PaperState,
    "goes_where": GoesWhere,
    "slip_kind": SlipKind,
    "bank_why": BankWhy,
    "instrument_state": InstrumentState,
    "settlement": Settlement,
    "fate": Fate,
    "ledger": LedgerAccount,
}
ROOT = Path(__file__).parents[2]
ENGLISH, HINDI = words_in("en"), words_in("hi")
LATIN_IN_HINDI = {"A4", "IST"}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("prefix", ENUMS)
def test_every_code_has_words(prefix: str) -> None:
    lacking = [str(one) for one in ENUMS[prefix] if f"{prefix}.{one}" not in ENGLISH]
    assert lacking == []


def keys_in_source() -> Iterator[tuple[str, str]]:
    """Every key that stands in our source as the first word of a Word or a Column."""
    for package in ("counter_app", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            if not re.search(r"from counter_app\.domain\.report import", source):
                continue
            for node in ast.walk(ast.parse(source)):
                match node:
                    case ast.Call(
                        func=ast.Name("Word" | "Column"), args=[ast.Constant(str(key)), *_]
                    ):
                        yield path.name, key


def test_every_key_in_our_source_has_words() -> None:
    found = list(keys_in_source())
    assert len(found) > 100
    assert [(name, key) for name, key in found if key not in ENGLISH] == []


def test_no_key_is_told_twice() -> None:
    keys = [key for theme in THEMES for key in theme]
    assert len(keys) == len(set(keys)) == len(ENGLISH) == len(HINDI)
    assert all(re.fullmatch(r"[a-z0-9_]+(\.[A-Za-z0-9_]+)?", key) for key in keys)


def test_both_languages_say_something_with_the_same_blanks() -> None:
    for key, english in ENGLISH.items():
        assert english.strip() == english != "", key
        assert HINDI[key].strip() == HINDI[key] != "", key
        assert blanks(english) == blanks(HINDI[key]), key


def test_hindi_is_hindi_and_english_is_english() -> None:
    for key, english in ENGLISH.items():
        assert not re.search(r"[\u0900-\u097f]", english), key
        words = set(re.findall(r"[A-Za-z]+\d*", re.sub(r"\{\w*\}", "", HINDI[key])))
        assert words <= LATIN_IN_HINDI, (key, words)


def test_our_fonts_have_every_letter(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "all.pdf", 100, 100, "all")
    for said in (*ENGLISH.values(), *HINDI.values()):
        sheet.width(said, 8, False)
    assert sheet.missing == frozenset()


def test_a_language_we_do_not_speak_is_a_bug() -> None:
    with pytest.raises(KeyError):
        words_in("ur")
