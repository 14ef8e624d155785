"""The console speaks English and Hindi, and both say the same."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from billing_server.console import (
    entrance,
    figures,
    rule_examples_said,
    site,
    visits,
    words,
)
from billing_server.console.deeds import Deed
from billing_server.console.permissions import MAY, Permission, Role
from billing_server.console.words import codes, name_of, say
from billing_server.list_files import Wrong
from billing_server.store import alarms, suspense
from billing_server.store.receipt_copies import CopyFlaw, CopyState
from counter_app.domain.challenge import ACT_NUMBERS
from counter_app.domain.policy import RuleName
from counter_app.domain.receipt_copy import CopyWay
from counter_app.domain.shift import Role as CounterRole
from counter_app.domain.tender import TenderKind
from counter_app.wire.exchange import Fate
from tests.billing_server.console.sentences import (
    names_in_templates,
    sentences_of_modules,
    sentences_of_templates,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK = re.compile(r"\{\w*\}")
NAMED_BY_CONSTANTS = {
    entrance.STALE_FORM,
    site.NO_SUCH_PAGE,
    site.UNREADABLE_FORM,
    site.DATABASE_SILENT,
    visits.NOT_ALLOWED,
    *(sentence for _, sentence in figures.STEPS),
    *(f"{sentence} ago" for _, sentence in figures.STEPS),
    *rule_examples_said.QUESTIONS.values(),
    *rule_examples_said.ANSWERS.values(),
}


def test_every_sentence_has_its_hindi_and_every_hindi_its_sentence() -> None:
    said = sentences_of_templates() | sentences_of_modules() | NAMED_BY_CONSTANTS
    assert set(words.IN_HINDI) - said == set()
    assert said - set(words.IN_HINDI) == set()


@pytest.mark.parametrize("english", sorted(words.IN_HINDI))
def test_the_hindi_fills_the_same_blanks(english: str) -> None:
    hindi = words.IN_HINDI[english]
    assert sorted(BLANK.findall(hindi)) == sorted(BLANK.findall(english))
    assert re.search(r"[\u0900-\u097f]", hindi) or english == hindi


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("role", Role),
        ("permission", Permission),
        ("deed", Deed),
        ("fate", {*Fate, suspense.HELD}),
        ("tender", TenderKind),
        ("alarm", {alarms.FORK, alarms.CASH_ABOVE_LAW}),
        ("line_wrong", Wrong),
        ("counter_role", CounterRole),
        ("act", ACT_NUMBERS),
        ("rule", RuleName),
        ("copy_state", CopyState),
        ("copy_flaw", CopyFlaw),
        ("copy_way", CopyWay),
    ],
)
def test_every_code_has_a_name_in_both_languages(kind: str, known: Iterable[str]) -> None:
    assert set(codes.NAMES[kind]) == set(known)


def test_templates_name_only_kinds_that_have_names() -> None:
    assert names_in_templates() <= set(codes.NAMES)


def test_a_code_that_nobody_named_is_shown_as_it_is() -> None:
    assert name_of("hi", "tender", "cowrie") == "cowrie"
    assert (name_of("hi", "tender", "cash"), name_of("en", "tender", "cash")) == ("नकद", "Cash")


def test_every_role_may_look_and_only_an_accountant_moves_money() -> None:
    assert set(MAY) == set(Role)
    assert all(MAY[Role.VIEWER] <= allowed for allowed in MAY.values())
    moving = {Permission.MATCH_SUSPENSE, Permission.RETURN_INSTRUMENTS}
    assert {role for role, allowed in MAY.items() if moving & allowed} == {Role.ACCOUNTANT}
    assert {role for role in Role if Permission.KEEP_PEOPLE in MAY[role]} == {Role.ADMIN}
    assert set.union(*map(set, MAY.values())) == set(Permission)


@pytest.mark.parametrize(
    ("seconds", "english", "hindi"),
    [
        (0, "now", "अभी"),
        (45, "45 s ago", "45 से॰ पहले"),
        (119, "119 s ago", "119 से॰ पहले"),
        (120, "2 min ago", "2 मिनट पहले"),
        (7_200, "2 h ago", "2 घंटे पहले"),
        (3 * 86_400, "3 days ago", "3 दिन पहले"),
    ],
)
def test_how_long_ago_something_was(seconds: int, english: str, hindi: str) -> None:
    now_us = 1_795_000_000_000_000
    then_us = now_us - seconds * figures.MICROSECONDS
    assert figures.ago_text("en", then_us, now_us) == english
    assert figures.ago_text("hi", then_us, now_us) == hindi


def test_figures_are_as_the_counters_window_shows_them() -> None:
    assert figures.rupees(123_456_750) == "₹\u00a012,34,567.50"
    assert figures.day_text(date(2026, 11, 18)) == figures.day_text("2026-11-18") == "18-11-2026"
    assert figures.moment_text(1_795_000_000_000_000) == "18-11-2026 16:36"
    assert figures.moment_text(None) == figures.NOT_TOLD
    assert figures.ago_text("en", None, 0) == "never"
    drifts = [figures.drift_text("en", seconds * 1_000_000) for seconds in (-180, 0, 45)]
    assert drifts == ["−3 min", "±0 s", "+45 s"]


def test_a_sentence_without_hindi_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("hi", "Nobody translated this.")
