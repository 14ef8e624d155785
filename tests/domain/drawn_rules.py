"""Drawn rules: any that can be applied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.ledger import PAID_FOR
from counter_app.domain.money import LARGEST_PAISE
from counter_app.domain.policy import FieldKind, Rule, RuleName, values_of
from counter_app.domain.rule_values import LARGEST_COUNT, LONGEST_TEXT
from counter_app.domain.usual_policy import fields_of

if TYPE_CHECKING:
    from counter_app.domain.policy import RuleField, Value

HEAD = "purpose:meter_rent"
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).filter(
    lambda text: len(text) <= LONGEST_TEXT and not holds_card_number(text)
)
NUMBERS = {
    FieldKind.PAISE: st.integers(0, LARGEST_PAISE),
    FieldKind.PERCENT: st.integers(0, 100),
    FieldKind.COUNT: st.integers(0, LARGEST_COUNT),
    FieldKind.MONTHS: st.integers(0, LARGEST_COUNT),
    FieldKind.HOURS: st.integers(0, LARGEST_COUNT),
    FieldKind.FLAG: st.booleans(),
}


def values_for(field: RuleField) -> st.SearchStrategy[Value]:
    """Any value that a field may have."""
    if field.kind is FieldKind.CHOICE:
        return st.sampled_from(field.choices)
    if field.kind is FieldKind.PAISE_LIST:
        sums = st.lists(st.integers(1, 99_999_999), min_size=1, max_size=6)
        return sums.map(lambda some: ",".join(map(str, some)))
    if field.name == "account":
        return st.sampled_from(sorted(map(str, PAID_FOR)))
    return NUMBERS.get(field.kind, texts)


@st.composite
def good_rules(draw: st.DrawFn) -> Rule:
    """Any rule or head that can be applied."""
    name = draw(st.sampled_from([*map(str, RuleName), HEAD]))
    values = {field.name: draw(values_for(field)) for field in fields_of(name)}
    if name == HEAD:
        is_head = values["settles"] == "head"
        values["asks"] = "any_sum" if is_head else draw(st.sampled_from(("any_part", "all_due")))
        values["is_certificate"] = draw(st.booleans()) and values["asks"] == "all_due"
    return Rule(name, draw(st.integers(1, 99)), FIRST, LAST, values_of(values), "order 41/2026")
