"""The usual rules, each with its fields and its source (domain, section 4): in force until a policy says otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.policy import (
    PURPOSE_RULE,
    FieldKind,
    Policy,
    Rule,
    RuleField,
    RuleName,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import Value

BEGINNING = date(2000, 1, 1)
"""From when the usual rules hold: earlier than any counter; an order's own date stands in its authority."""

_NOVEMBER_2024 = "UPPCL, order on part payments, November 2024"
_TRADE = "usual practice of UPPCL counters; to be confirmed by the office"

CASH_OF_LAW_PAISE = 2_00_000_00
"""Income-tax Act 1961, section 269ST: so much cash of one payer on one day is forbidden."""

NONE, AFFIX, CONSOLIDATED = "none", "affix", "consolidated"

_PART = (RuleField("share_percent", FieldKind.PERCENT), RuleField("least_paise", FieldKind.PAISE))
_EXPOSURE = (
    RuleField("warn_paise", FieldKind.PAISE),
    RuleField("word_paise", FieldKind.PAISE),
    RuleField("word_holds_minutes", FieldKind.COUNT),
)
"""Above the first a caution, above the second a supervisor's word, which then holds for a while."""

FIELDS: Mapping[str, tuple[RuleField, ...]] = {
    RuleName.PART_LIFELINE: _PART,
    RuleName.PART_OTHERS: _PART,
    RuleName.PART_DISCONNECTED: _PART,
    RuleName.PART_COUNT: (RuleField("most_a_month", FieldKind.COUNT),),
    RuleName.ADVANCE: (
        RuleField("is_taken", FieldKind.FLAG),
        RuleField("most_paise", FieldKind.PAISE),
    ),
    RuleName.CASH_OF_CONSUMER: (RuleField("warn_above_paise", FieldKind.PAISE),),
    RuleName.CASH_OF_PAYER: (RuleField("refuse_from_paise", FieldKind.PAISE),),
    RuleName.SAME_PAYMENT: (RuleField("is_word_needed", FieldKind.FLAG),),
    RuleName.CHEQUE: (
        RuleField("is_taken", FieldKind.FLAG),
        RuleField("oldest_months", FieldKind.MONTHS),
        RuleField("is_from_disconnected_taken", FieldKind.FLAG),
    ),
    RuleName.CHEQUE_BARRED: (RuleField("is_word_enough", FieldKind.FLAG),),
    RuleName.DRAFT: (
        RuleField("is_taken", FieldKind.FLAG),
        RuleField("oldest_months", FieldKind.MONTHS),
    ),
    RuleName.STAMP: (
        RuleField("how", FieldKind.CHOICE, (AFFIX, CONSOLIDATED, NONE)),
        RuleField("above_paise", FieldKind.PAISE),
    ),
    RuleName.OFFLINE: (
        RuleField("warn_hours", FieldKind.HOURS),
        RuleField("word_hours", FieldKind.HOURS),
        *_EXPOSURE,
    ),
    RuleName.DRAWER: (*_EXPOSURE, RuleField("drop_paise", FieldKind.PAISE, if_missing=0)),
    RuleName.SHIFT_CLOSE: (
        RuleField("variance_word_paise", FieldKind.PAISE),
        RuleField("pieces_word", FieldKind.COUNT),
    ),
    RuleName.DENOMINATIONS: (RuleField("accepted_paise", FieldKind.PAISE_LIST),),
}
"""The fields of each rule. A policy that lacks one, or has another, is not understood."""

PURPOSE_FIELDS: tuple[RuleField, ...] = (
    RuleField("is_offered", FieldKind.FLAG),
    RuleField("name_en", FieldKind.TEXT),
    RuleField("name_hi", FieldKind.TEXT),
    RuleField("settles", FieldKind.CHOICE, ("bills", "head")),
    RuleField("asks", FieldKind.CHOICE, ("any_part", "up_to_due", "all_due", "any_sum")),
    RuleField("account", FieldKind.TEXT),
    RuleField("needs_reference", FieldKind.FLAG),
    RuleField("note_en", FieldKind.TEXT),
    RuleField("note_hi", FieldKind.TEXT),
    RuleField("is_for", FieldKind.CHOICE, ("all", "prepaid", "postpaid")),
    RuleField("is_certificate", FieldKind.FLAG),
    RuleField("is_bank_paper_taken", FieldKind.FLAG),
)


def fields_of(name: str) -> tuple[RuleField, ...]:
    """The fields of a rule or head. Raises KeyError for a name nobody knows."""
    return PURPOSE_FIELDS if name.startswith(PURPOSE_RULE) else FIELDS[name]


def _usual(name: RuleName, authority: str, **values: Value) -> Rule:
    return Rule(name, 1, BEGINNING, None, values_of(values), authority)


USUAL_POLICY = Policy(
    (
        _usual(RuleName.PART_LIFELINE, _NOVEMBER_2024, share_percent=10, least_paise=250_00),
        _usual(RuleName.PART_OTHERS, _NOVEMBER_2024, share_percent=25, least_paise=1_000_00),
        _usual(RuleName.PART_DISCONNECTED, _NOVEMBER_2024, share_percent=25, least_paise=0),
        _usual(RuleName.PART_COUNT, _NOVEMBER_2024, most_a_month=1),
        _usual(RuleName.ADVANCE, _TRADE, is_taken=True, most_paise=5_00_000_00),
        _usual(RuleName.CASH_OF_CONSUMER, _TRADE, warn_above_paise=20_000_00),
        _usual(
            RuleName.CASH_OF_PAYER,
            "Income-tax Act 1961, section 269ST",
            refuse_from_paise=CASH_OF_LAW_PAISE,
        ),
        _usual(RuleName.SAME_PAYMENT, _TRADE, is_word_needed=True),
        _usual(
            RuleName.CHEQUE,
            "Reserve Bank of India, validity of cheques, 2011; UPPCL cash instructions",
            is_taken=True,
            oldest_months=3,
            is_from_disconnected_taken=False,
        ),
        _usual(RuleName.CHEQUE_BARRED, _TRADE, is_word_enough=False),
        _usual(
            RuleName.DRAFT,
            "Reserve Bank of India, validity of cheques, 2011",
            is_taken=True,
            oldest_months=3,
        ),
        _usual(
            RuleName.STAMP, "Indian Stamp Act 1899, article 53", how=AFFIX, above_paise=5_000_00
        ),
        _usual(
            RuleName.OFFLINE,
            _TRADE,
            warn_hours=72,
            word_hours=168,  # seven days: what the counter is made for (domain, introduction)
            warn_paise=1_00_00_000_00,
            word_paise=2_00_00_000_00,
            word_holds_minutes=120,
        ),
        _usual(
            RuleName.DRAWER,
            _TRADE,
            warn_paise=2_00_000_00,
            word_paise=5_00_000_00,
            word_holds_minutes=120,
            drop_paise=10_00_000_00,
        ),
        _usual(RuleName.SHIFT_CLOSE, _TRADE, variance_word_paise=100_00, pieces_word=0),
        _usual(
            RuleName.DENOMINATIONS,
            "Reserve Bank of India; Rs 2,000 notes withdrawn May 2023",
            accepted_paise="50000,20000,10000,5000,2000,1000,500,200,100,50",
        ),
    )
)
