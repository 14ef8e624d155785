"""Reading a rule: every value of the kind its field says, nothing missing, nothing more, dates that can be."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import PAID_FOR
from counter_app.domain.money import LARGEST_PAISE, Money, money_typed, western_digits
from counter_app.domain.policy import PURPOSE_RULE, FieldKind, Rule, RuleName, values_of
from counter_app.domain.purpose import SUSPENSE, Asks, Settles
from counter_app.domain.usual_policy import CASH_OF_LAW_PAISE, FIELDS, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import RuleField, Value

LARGEST_COUNT = 10_000
LONGEST_TEXT = 160
BETWEEN_SUMS = "; "
"""A mere blank would do, but the usual notes in a row then look like a card number to any field they are typed in."""

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_PAISE_LIST = re.compile(r"[1-9]\d{0,7}(,[1-9]\d{0,7})*")
_MOST: Mapping[FieldKind, int] = {
    FieldKind.PAISE: LARGEST_PAISE,
    FieldKind.PERCENT: 100,
    FieldKind.COUNT: LARGEST_COUNT,
    FieldKind.DAYS: LARGEST_COUNT,
    FieldKind.MONTHS: LARGEST_COUNT,
    FieldKind.HOURS: LARGEST_COUNT,
}
"""The largest number of each kind; a kind that is not here is no number."""


def refuse_wrong_rule(rule: Rule) -> None:
    """Raise Refusal RULE_UNKNOWN, RULE_DATES_WRONG or RULE_VALUE_WRONG unless the rule can be applied as it stands."""
    if not _is_known(rule.name):
        raise Refusal(RefusalCode.RULE_UNKNOWN, name=rule.name)
    if rule.valid_to is not None and rule.valid_to < rule.valid_from:
        raise Refusal(RefusalCode.RULE_DATES_WRONG, name=rule.name)
    fields, values = fields_of(rule.name), dict(rule.values)
    if set(values) != {field.name for field in fields}:
        raise Refusal(RefusalCode.RULE_VALUE_WRONG, name=rule.name, field="")
    for field in fields:
        if not _fits(field, values[field.name]):
            raise Refusal(RefusalCode.RULE_VALUE_WRONG, name=rule.name, field=field.name)
    for wrong in (*_wrong_of_head(rule), *_above_law(rule)):
        raise Refusal(RefusalCode.RULE_VALUE_WRONG, name=rule.name, field=wrong)


def with_missing(name: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values of a rule that was told, with what it means by fields there were not when it was written."""
    fields = fields_of(name) if _is_known(name) else ()
    older = {one.name: one.if_missing for one in fields if one.if_missing is not None}
    return {**older, **values}


def _above_law(rule: Rule) -> tuple[str, ...]:
    """No supervisor lifts a limit of the Income-tax Act, by a rule as little as by a word; a lower one may be set."""
    field = "refuse_from_paise"
    is_here = rule.is_local and rule.name == RuleName.CASH_OF_PAYER
    return (field,) if is_here and rule.number(field) > CASH_OF_LAW_PAISE else ()


def _wrong_of_head(rule: Rule) -> tuple[str, ...]:
    """A head has names and an account of its own, asks what its kind can, and certifies nothing but all that is due.

    The fields that are not so; none for a rule that is no head.
    """
    if not rule.name.startswith(PURPOSE_RULE):
        return ()
    asks, settles = Asks(rule.text("asks")), Settles(rule.text("settles"))
    certifies_less = bool(rule.number("is_certificate")) and asks is not Asks.ALL_DUE
    wrong = {
        "name_en": not rule.text("name_en").strip(),
        "name_hi": not rule.text("name_hi").strip(),
        "account": rule.text("account") not in PAID_FOR,
        "asks": (asks is Asks.ANY_SUM) is not (settles is Settles.HEAD),
        "is_certificate": certifies_less,
    }
    return tuple(field for field, is_wrong in wrong.items() if is_wrong)


def rule_typed(
    name: str,
    texts: Mapping[str, str],
    *,
    version: int,
    valid_from: date,
    valid_to: date | None,
    authority: str,
) -> Rule:
    """The rule a person typed, field by field; flags are ``yes`` or anything else, sums as money is typed.

    Raises Refusal as ``refuse_wrong_rule``, and CARD_NUMBER_IN_TEXT.
    """
    if not _is_known(name):
        raise Refusal(RefusalCode.RULE_UNKNOWN, name=name)
    fields = fields_of(name)
    said = (texts.get(field.name, "") for field in fields if field.kind is FieldKind.TEXT)
    refuse_card_number(authority, *said)
    values: dict[str, Value] = {}
    for field in fields:
        value = _value_typed(field, texts)
        if value is None:
            raise Refusal(RefusalCode.RULE_VALUE_WRONG, name=name, field=field.name)
        values[field.name] = value
    rule = Rule(name, version, valid_from, valid_to, values_of(values), authority.strip())
    refuse_wrong_rule(rule)
    return rule


def wrong_fields(name: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The names of all fields that are wrong in a rule typed for this counter. Raises Refusal RULE_UNKNOWN."""
    if not _is_known(name):
        raise Refusal(RefusalCode.RULE_UNKNOWN, name=name)
    typed = {field.name: _value_typed(field, texts) for field in fields_of(name)}
    wrong = tuple(field for field, value in typed.items() if value is None)
    if wrong:
        return wrong
    read = values_of({field: value for field, value in typed.items() if value is not None})
    rule = Rule(name, 0, date.min, None, read, "", is_local=True)
    return (*_wrong_of_head(rule), *_above_law(rule))


def value_text(field: RuleField, value: Value) -> str:
    """A value as it is typed: the other way of ``rule_typed``."""
    match field.kind:
        case FieldKind.PAISE:
            return str(Money(int(value)))
        case FieldKind.FLAG:
            return "yes" if value else "no"
        case FieldKind.PAISE_LIST:
            return BETWEEN_SUMS.join(str(Money(int(paise))) for paise in str(value).split(","))
        case _:
            return str(value)


def _is_known(name: str) -> bool:
    head = name.removeprefix(PURPOSE_RULE)
    is_head = head not in {name, SUSPENSE} and bool(_CODE.fullmatch(head))
    return name in FIELDS or is_head


def _value_typed(field: RuleField, texts: Mapping[str, str]) -> Value | None:
    """What was typed for a field; None when it is no value of its kind."""
    try:
        value = _read(field, texts.get(field.name, "").strip())
    except (ValueError, Refusal):
        return None
    return value if _fits(field, value) else None


def _read(field: RuleField, text: str) -> Value:
    match field.kind:
        case FieldKind.PAISE:
            return (
                0 if re.fullmatch(r"0+(\.0+)?", western_digits(text)) else money_typed(text).paise
            )
        case FieldKind.FLAG:
            return text.casefold() == "yes"
        case FieldKind.TEXT | FieldKind.CHOICE:
            return text
        case FieldKind.PAISE_LIST:
            sums = re.split(r"[;\s]+", text.strip("; "))
            return ",".join(str(money_typed(each).paise) for each in sums)
        case _:
            return int(western_digits(text))


def _fits(field: RuleField, value: Value) -> bool:
    if isinstance(value, bool):
        return field.kind is FieldKind.FLAG
    if isinstance(value, int):
        return 0 <= value <= _MOST.get(field.kind, -1)
    if field.kind is FieldKind.CHOICE:
        return value in field.choices
    if field.kind is FieldKind.PAISE_LIST:
        return bool(_PAISE_LIST.fullmatch(value))
    return field.kind is FieldKind.TEXT and len(value) <= LONGEST_TEXT
