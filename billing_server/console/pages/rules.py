"""Dated rules: what is in force, every version there was, the next one with what it would change; and counters' own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.figures import day_text, moment_of
from billing_server.console.frame import Moved, Note, Page, Refused, Shown, refusing
from billing_server.console.permissions import Permission
from billing_server.console.refusals import day_typed, last_day_typed, not_there
from billing_server.console.rule_examples_said import answer_said, question_said
from billing_server.console.words import HINDI, name_of, say
from billing_server.store import counter_notes, policy
from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import Refusal
from counter_app.domain.policy import PURPOSE_RULE, FieldKind, Rule, next_version, values_of
from counter_app.domain.rule_examples import examples
from counter_app.domain.rule_standing import Source, rule_names, rule_on, source_of, standing
from counter_app.domain.rule_values import rule_typed, value_text, wrong_fields
from counter_app.domain.usual_policy import BEGINNING, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from billing_server.console.frame import Answer, Asked
    from billing_server.store.counter_notes import CounterRule
    from counter_app.domain.policy import Policy, RuleField

LIST = "/rules"
SET, PREVIEW = "set", "preview"
_FLAGS = ("yes", "no")
MOST_AUTHORITY_CHARACTERS = 160
_OF_HEAD_IN_BRIEF = {"is_offered", "settles", "asks", "account"}


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field of a rule in the form: what it is called, what may be chosen (nothing for one that is typed)."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A field as it is and as it would be, or an example's answers."""

    label: str
    as_it_is: str
    as_typed: str

    @property
    def is_changed(self) -> bool:
        """Whether it would be another."""
        return self.as_it_is != self.as_typed


def show_list(asked: Asked) -> Answer:
    """Every rule on this day."""
    kept, today = asked.read(policy.read_policy), moment_of(asked.now_us).date()
    rows = []
    for name in rule_names(kept):
        stands = standing(kept, name, today)
        shown = stands.shown
        rows.append(
            {
                "name": name,
                "label": rule_said(asked.language, name, shown),
                "values": values_said(asked.language, shown, is_brief=True),
                "is_now": stands.now is not None,
                "then": stands.then,
                "is_usual": source_of(shown) is Source.USUAL,
                "rule": shown,
            }
        )
    return Shown("rules.html", {"rows": rows, "version": kept.version})


def show_rule(asked: Asked) -> Answer:
    """One rule, and the form for its next version."""
    return _shown(asked, {})


def set_rule(asked: Asked) -> Answer:
    """Show what the version typed would change; set it when that was shown."""
    name, kept = _name(asked), asked.read(policy.read_policy)
    if name not in rule_names(kept):
        raise Refused("There is nothing of that name here.")
    texts = {field.name: asked.typed.get(f"field.{field.name}", "") for field in fields_of(name)}
    if wrong := wrong_fields(name, texts):
        return _shown(asked, texts, wrong=wrong, status=422)
    rule = _rule(asked, kept, name, texts)
    if asked.typed.get("step") != SET:
        return _shown(asked, texts, rule=rule)
    with refusing("The rule was not set: {why}"):
        policy.set_rule(
            asked.acting(Deed.SET_RULE, f"{name} {rule.version}", rule.authority),
            name,
            texts,
            valid_from=rule.valid_from,
            valid_to=rule.valid_to,
            authority=rule.authority,
            by=asked.session.person_id,
            now_us=asked.now_us,
        )
    return Moved(
        f"{LIST}/{name}",
        Note("Version {version} is set. Counters get it with their next round.",
             {"version": str(rule.version)}),
    )  # fmt: skip


def show_counters(asked: Asked) -> Answer:
    """Rules that supervisors set at counters, and the words they gave."""
    most = asked.console.settings.most_rows
    return Shown(
        "rules_of_counters.html",
        {
            "rules": asked.read(lambda c: counter_notes.last_rules(c, most)),
            "words": asked.read(lambda c: counter_notes.last_words(c, most)),
            "label_of": lambda one: rule_said(asked.language, one.name, None),
            "values_of": lambda one: _values_told(asked.language, one),
            "day_of": _day_told,
        },
    )


def rule_said(language: str, name: str, rule: Rule | None) -> str:
    """What a rule is called; a head by its own name."""
    if name.startswith(PURPOSE_RULE) and rule is not None:
        return rule.text("name_hi" if language == HINDI else "name_en")
    return name_of(language, "rule", name)


def values_said(language: str, rule: Rule, *, is_brief: bool = False) -> list[tuple[str, str]]:
    """Its fields and values in words; of a head, in brief, only what it is and where its money goes."""
    values = dict(rule.values)
    is_cut = is_brief and rule.name.startswith(PURPOSE_RULE)
    return [
        (name_of(language, "rule_field", f.name), _said(language, f, value_text(f, values[f.name])))
        for f in fields_of(rule.name)
        if value_text(f, values[f.name]) and not (is_cut and f.name not in _OF_HEAD_IN_BRIEF)
    ]


def _values_told(language: str, told: CounterRule) -> list[tuple[str, str]]:
    """What a counter told of a rule; as it came where this centre does not know such a rule."""
    rule = Rule(told.name, 0, BEGINNING, None, values_of(told.values), "")
    try:
        return values_said(language, rule)
    except (KeyError, ValueError):
        return [(field, str(value)) for field, value in told.values.items()]


def _day_told(text: str) -> str:
    try:
        return day_text(text)
    except ValueError:
        return text


def _shown(
    asked: Asked,
    texts: Mapping[str, str],
    *,
    wrong: tuple[str, ...] = (),
    rule: Rule | None = None,
    status: int = 200,
) -> Shown:
    name, kept = _name(asked), asked.read(policy.read_policy)
    if name not in rule_names(kept):
        return not_there(asked)
    today = moment_of(asked.now_us).date()
    stands = standing(kept, name, today)
    now = dict(stands.shown.values)
    fields = [
        _field(asked, one, texts.get(one.name, value_text(one, now[one.name])), wrong)
        for one in fields_of(name)
    ]
    return Shown(
        "rule_one.html",
        {
            "rule_name": name,
            "label": rule_said(asked.language, name, stands.shown),
            "stands": stands,
            "versions": [(one, values_said(asked.language, one)) for one in stands.versions],
            "is_usual": lambda one: source_of(one) is Source.USUAL,
            "fields": fields,
            "wrong": [one.label for one in fields if one.is_wrong],
            "today": today.isoformat(),
            "preview": _preview(asked, kept, rule, today) if rule else None,
            "typed": asked.typed,
            "steps": {"set": SET, "preview": PREVIEW},
        },
        status,
    )


def _preview(asked: Asked, kept: Policy, rule: Rule, today: date) -> dict[str, object]:
    """What would be another on the first day it decides: field by field, and by examples."""
    day, language = max(today, rule.valid_from), asked.language
    before, after = DayRules(kept, day), DayRules(kept.with_rules((rule,)), day)
    now = rule_on(kept, rule.name, day)
    was = dict(values_said(language, now)) if now else {}
    will = dict(values_said(language, rule))
    return {
        "rule": rule,
        "day": day,
        "fields": [Difference(name, was.get(name, "–"), will.get(name, "–"))
                   for name in dict.fromkeys((*was, *will))],
        "examples": [
            Difference(question_said(language, one.question),
                       answer_said(language, one.as_it_is),
                       answer_said(language, one.as_typed))
            for one in examples(rule, before, after)
        ],
    }  # fmt: skip


def _rule(asked: Asked, kept: Policy, name: str, texts: Mapping[str, str]) -> Rule:
    first, last = day_typed(asked, "valid_from"), last_day_typed(asked, "valid_to")
    if first < moment_of(asked.now_us).date():
        raise Refused("A rule begins today or later: what was taken stays as it was decided.")
    if last is not None and last < first:
        raise Refused("The last day is before the first one.")
    try:
        return rule_typed(
            name,
            texts,
            version=next_version(kept.rules, name),
            valid_from=first,
            valid_to=last,
            authority=asked.field("authority", MOST_AUTHORITY_CHARACTERS),
        )
    except Refusal as refusal:
        raise Refused("The rule was not set: {why}", why=str(refusal)) from refusal


def _field(asked: Asked, field: RuleField, value: str, wrong: tuple[str, ...]) -> FieldShown:
    choices = _FLAGS if field.kind is FieldKind.FLAG else field.choices
    return FieldShown(
        field.name,
        name_of(asked.language, "rule_field", field.name),
        value,
        tuple((one, _said(asked.language, field, one)) for one in choices),
        field.name in wrong,
    )


def _said(language: str, field: RuleField, value: str) -> str:
    if field.kind is FieldKind.FLAG:
        return say(language, "yes") if value == _FLAGS[0] else say(language, "no")
    if field.kind in {FieldKind.PAISE, FieldKind.PAISE_LIST}:
        return f"₹\u00a0{value}"
    code = f"{field.name}:{value}"
    said = name_of(language, "rule_choice", code)
    return value if said == code else said


def _name(asked: Asked) -> str:
    return str(asked.path["name"])


PAGES = (
    Page(LIST, show_list, Permission.SEE_POLICY, heading="Rules"),
    Page("/rules-of-counters", show_counters, Permission.SEE_POLICY, heading="Counters' rules"),
    Page(f"{LIST}/{{name}}", show_rule, Permission.SEE_POLICY, set_rule, Permission.SET_POLICY),
)
