"""Rules as cases tell them: ``share percent 30; least 1,200.00``, what is not told as usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.policy import PURPOSE_RULE, Rule, values_of
from counter_app.domain.purpose import USUAL_PURPOSES, Purpose
from counter_app.domain.rule_values import rule_typed, value_text
from counter_app.domain.usual_policy import USUAL_POLICY, fields_of
from tests.builders import SUPERVISOR_ID, TODAY
from tests.domain.cases.reading import day_of, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import RuleField, Value

AUTHORITY = "UPPCL order 41/2026"
NEW_HEAD: Mapping[str, str] = {
    "is_offered": "yes",
    "settles": "head",
    "asks": "any_sum",
    "account": "other_collection",
    "needs_reference": "no",
    "is_for": "all",
    "is_certificate": "no",
    "is_bank_paper_taken": "yes",
}
"""What a head of the office is unless the case says otherwise."""


def rule_said(said: Mapping[str, str], *, is_local: bool) -> Rule:
    """The rule of a sentence with blanks name, version, first, last and values. Raises Refusal as ``rule_typed``."""
    name = rule_name(said["name"])
    words = {_words_of(one): one.name for one in fields_of(name)}
    texts = dict(_usual_texts(name))
    for value in listed(said["values"]):
        field = max((one for one in words if value.startswith(one + " ")), key=len, default="")
        if not field:
            message = f"no field of {name} in {value!r}, only {', '.join(words)}"
            raise ValueError(message)
        texts[words[field]] = value.removeprefix(field + " ")
    rule = rule_typed(
        name,
        texts,
        version=int(said["version"]),
        valid_from=day_of(said["first"]),
        valid_to=day_of(said["last"]) if said["last"] else None,
        authority=AUTHORITY,
    )
    if not is_local:
        return rule
    return replace(rule, is_local=True, set_by=SUPERVISOR_ID, reason="ordered by telephone")


def rule_name(words: str) -> str:
    """``part others``, or ``head`` and the code of a head."""
    head = words.removeprefix("head ")
    code = head.replace(" ", "_")
    return PURPOSE_RULE + code if head != words else code


def values_of_head(head: Purpose) -> dict[str, Value]:
    """A head as the values of a rule that would set it."""
    return {
        "is_offered": True,
        "name_en": head.name_en,
        "name_hi": head.name_hi,
        "settles": str(head.settles),
        "asks": str(head.asks),
        "account": str(head.account),
        "needs_reference": head.needs_reference,
        "note_en": head.note_en,
        "note_hi": head.note_hi,
        "is_for": {None: "all", True: "prepaid", False: "postpaid"}[head.is_for_prepaid],
        "is_certificate": head.is_certificate,
        "is_bank_paper_taken": head.is_bank_paper_taken,
    }


def a_head(
    code: str,
    values: Mapping[str, Value],
    *,
    valid_from: date = date(2026, 1, 1),
    valid_to: date | None = None,
) -> Rule:
    """A rule of the centre that sets a head."""
    return Rule(PURPOSE_RULE + code, 2, valid_from, valid_to, values_of(values), AUTHORITY)


def _words_of(one: RuleField) -> str:
    return one.name.removesuffix("_paise").replace("_", " ")


def _usual_texts(name: str) -> Mapping[str, str]:
    """The values of the usual rule or head as they are typed; NEW_HEAD for a head of the office."""
    rule = USUAL_POLICY.rule(name, TODAY)
    values = dict(rule.values) if rule else {}
    for head in USUAL_PURPOSES:
        if PURPOSE_RULE + head.code == name:
            values = values_of_head(head)
    return (
        {one.name: value_text(one, values[one.name]) for one in fields_of(name)}
        if values
        else NEW_HEAD
    )
