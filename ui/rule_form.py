"""What a supervisor typed of a rule, read as a rule; and the word with which it is set. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import date_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import money_typed, western_digits
from counter_app.domain.policy import PURPOSE_RULE, FieldKind, RuleField
from counter_app.domain.rule_values import LONGEST_TEXT, rule_typed, value_text, wrong_fields
from counter_app.domain.usual_policy import PURPOSE_FIELDS, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.policy import Rule
    from counter_app.domain.rule_standing import Standing

CODE, FROM, TO, AUTHORITY = "code", "valid_from", "valid_to", "authority"
REASON, SUPERVISOR, PIN = "reason", "supervisor", "pin"
SIGNING = (REASON, SUPERVISOR, PIN)
YES, NO = "yes", "no"


class Problem(StrEnum):
    """What is wrong with a field, as far as the form itself can see."""

    NOT_A_SUM = "not_a_sum"
    NOT_A_PERCENTAGE = "not_a_percentage"
    NOT_A_NUMBER = "not_a_number"
    NOT_NOTES = "not_notes"
    NOT_CHOSEN = "not_chosen"
    SUM_NOT_OF_KIND = "sum_not_of_kind"
    CERTIFIES_LESS = "certifies_less"
    ABOVE_LAW = "above_law"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_MISSING = "text_missing"
    CODE_WRONG = "code_wrong"
    CODE_TAKEN = "code_taken"
    NOT_A_DATE = "not_a_date"
    DATE_PAST = "date_past"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"


_PROBLEM_OF: Mapping[FieldKind, Problem] = {
    FieldKind.PAISE: Problem.NOT_A_SUM,
    FieldKind.PERCENT: Problem.NOT_A_PERCENTAGE,
    FieldKind.PAISE_LIST: Problem.NOT_NOTES,
    FieldKind.CHOICE: Problem.NOT_CHOSEN,
    FieldKind.TEXT: Problem.TEXT_TOO_LONG,
}
"""All other kinds are whole numbers; a flag is never wrong."""

_PROBLEM_OF_FIELD: Mapping[str, Problem] = {
    "name_en": Problem.TEXT_MISSING,
    "name_hi": Problem.TEXT_MISSING,
    "account": Problem.NOT_CHOSEN,
    "asks": Problem.SUM_NOT_OF_KIND,
    "is_certificate": Problem.CERTIFIES_LESS,
}
"""What the domain says of a head beyond the kinds of its fields."""

FIELD_OF_CODE: Mapping[RefusalCode, str] = {
    RefusalCode.RULE_UNKNOWN: CODE,
    RefusalCode.RULE_IN_THE_PAST: FROM,
    RefusalCode.RULE_DATES_WRONG: TO,
    RefusalCode.REASON_MISSING: REASON,
    RefusalCode.REASON_TOO_LONG: REASON,
    RefusalCode.WORD_NOT_FROM_SUPERVISOR: SUPERVISOR,
    RefusalCode.CASHIER_UNKNOWN: SUPERVISOR,
    RefusalCode.PIN_WRONG: PIN,
    RefusalCode.PIN_LOCKED: PIN,
}
"""Where a refusal of the books is told; RULE_VALUE_WRONG names its field itself."""


@dataclass(frozen=True)
class RuleForm:
    """One rule being typed. ``texts`` hold what stands in the fields, flags as ``yes`` or ``no``.

    ``name`` is PURPOSE_RULE alone while a new head has no code. Not slotted: what is read is read once and kept.
    """

    name: str
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    begun_with: Mapping[str, str] = field(default_factory=dict)
    names_taken: frozenset[str] = frozenset()
    is_new_head: bool = False

    @property
    def fields(self) -> tuple[RuleField, ...]:
        """The values of the rule, in their order."""
        return PURPOSE_FIELDS if self.is_new_head else fields_of(self.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """Every field of the rule itself, in the order they are typed."""
        code = (CODE,) if self.is_new_head else ()
        return (*code, *(field.name for field in self.fields), FROM, TO, AUTHORITY)

    def text(self, part: str) -> str:
        """What stands in a field."""
        return self.texts.get(part, "")

    def with_text(self, part: str, text: str) -> RuleForm:
        """The form after typing."""
        return replace(self, texts={**self.texts, part: text})

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that leaving would lose."""
        return any(self.text(part) != self.begun_with.get(part, "") for part in self.texts)

    @cached_property
    def problems(self) -> Mapping[str, Problem]:
        """All that is wrong with the rule, in the order of the fields."""
        found = {**self._value_problems(), **self._date_problems()}
        if self.is_new_head and (wrong := self._code_problem()):
            found[CODE] = wrong
        if not self.text(AUTHORITY).strip():
            found[AUTHORITY] = Problem.TEXT_MISSING
        elif len(self.text(AUTHORITY)) > LONGEST_TEXT:
            found[AUTHORITY] = Problem.TEXT_TOO_LONG
        return {part: found[part] for part in self.parts if part in found}

    @cached_property
    def signing_problems(self) -> Mapping[str, Problem]:
        """What the word of the supervisor still lacks; the books look at the rest of it."""
        return {part: Problem.TEXT_MISSING for part in SIGNING if not self.text(part).strip()}

    @cached_property
    def draft(self) -> Rule | None:
        """The rule as typed, whoever ordered it: what can be previewed. Its version comes with the books."""
        begins, ends = self._begins, self._ends
        if begins is None or set(self.problems) - {AUTHORITY}:
            return None
        return rule_typed(
            self._full_name,
            self.texts,
            version=0,
            valid_from=begins,
            valid_to=ends,
            authority="",
        )

    @property
    def rule(self) -> Rule | None:
        """The rule to set, once nothing is wrong with it."""
        if self.draft is None or self.problems:
            return None
        return replace(self.draft, authority=self.text(AUTHORITY).strip())

    @property
    def supervisor_id(self) -> CashierId:
        """Who signs, digits of any script read alike."""
        return CashierId(western_digits(self.text(SUPERVISOR)).strip().upper())

    @property
    def pin(self) -> str:
        """Their PIN, digits of any script read alike."""
        return western_digits(self.text(PIN))

    @property
    def _full_name(self) -> str:
        code = western_digits(self.text(CODE)).strip().lower().replace(" ", "_")
        return PURPOSE_RULE + code if self.is_new_head else self.name

    @property
    def _begins(self) -> date | None:
        return date_typed(self.text(FROM))

    @property
    def _ends(self) -> date | None:
        return date_typed(self.text(TO))

    def _value_problems(self) -> dict[str, Problem]:
        kinds = {field.name: field.kind for field in self.fields}
        any_name = PURPOSE_RULE + "any" if self.is_new_head else self.name
        return {
            name: self._problem_of(name, kinds[name]) for name in wrong_fields(any_name, self.texts)
        }

    def _problem_of(self, name: str, kind: FieldKind) -> Problem:
        """Which problem a wrong field has: one of its kind, or one that only the whole rule shows."""
        if kind is FieldKind.TEXT and len(self.text(name)) > LONGEST_TEXT:
            return Problem.TEXT_TOO_LONG
        if name == "refuse_from_paise" and _is_sum(self.text(name)):
            return Problem.ABOVE_LAW
        return _PROBLEM_OF_FIELD.get(name, _PROBLEM_OF.get(kind, Problem.NOT_A_NUMBER))

    def _date_problems(self) -> dict[str, Problem]:
        begins, ends = self._begins, self._ends
        found: dict[str, Problem] = {}
        if begins is None:
            found[FROM] = Problem.NOT_A_DATE
        elif begins < self.today:
            found[FROM] = Problem.DATE_PAST
        if self.text(TO).strip():
            if ends is None:
                found[TO] = Problem.NOT_A_DATE
            elif ends < self.today or (begins is not None and ends < begins):
                found[TO] = Problem.ENDS_BEFORE_IT_BEGINS
        return found

    def _code_problem(self) -> Problem | None:
        try:
            wrong_fields(self._full_name, self.texts)
        except Refusal:
            return Problem.CODE_WRONG
        return Problem.CODE_TAKEN if self._full_name in self.names_taken else None


def change(standing: Standing, today: date) -> RuleForm:
    """A form that begins with the rule as it stands, from today on."""
    shown = standing.shown
    values = dict(shown.values)
    texts = {each.name: value_text(each, values[each.name]) for each in fields_of(standing.name)}
    return _begun(RuleForm(standing.name, today, {**texts, FROM: day_typed(today)}))


def end(standing: Standing, today: date) -> RuleForm:
    """A form that gives this counter's rule its last day: tomorrow the centre's holds again."""
    form = change(standing, today)
    ended = {TO: day_typed(today), AUTHORITY: standing.shown.authority}
    return replace(form, texts={**form.texts, **ended})


def withdraw(standing: Standing, today: date) -> RuleForm:
    """A form that offers a head no longer."""
    return change(standing, today).with_text("is_offered", NO)


def new_head(names_taken: frozenset[str], today: date) -> RuleForm:
    """A form for a head that was not there."""
    texts = {each.name: "" for each in PURPOSE_FIELDS} | {
        "is_offered": YES,
        "settles": "head",
        "asks": "any_sum",
        "account": str(LedgerAccount.OTHER_COLLECTION),
        "needs_reference": NO,
        "is_for": "all",
        "is_certificate": NO,
        "is_bank_paper_taken": YES,
    }
    form = RuleForm(
        PURPOSE_RULE,
        today,
        {CODE: "", **texts, FROM: day_typed(today)},
        names_taken=names_taken,
        is_new_head=True,
    )
    return _begun(form)


def day_typed(day: date) -> str:
    """A date as people type it: ``23-11-2026``."""
    return f"{day:%d-%m-%Y}"


def _is_sum(text: str) -> bool:
    try:
        return bool(money_typed(text))
    except Refusal:
        return False


def _begun(form: RuleForm) -> RuleForm:
    return replace(form, begun_with=form.texts)
