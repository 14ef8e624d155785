"""Rules in words: what each is called, and which one was applied, by whose order and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.usual_policy import BEGINNING
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import Policy, RuleRef

RULE_WORDS: Mapping[str, str] = {
    RuleName.PART_LIFELINE: QT_TRANSLATE_NOOP("Rule", "Part payment, lifeline"),
    RuleName.PART_OTHERS: QT_TRANSLATE_NOOP("Rule", "Part payment"),
    RuleName.PART_DISCONNECTED: QT_TRANSLATE_NOOP("Rule", "Part payment, disconnected"),
    RuleName.PART_COUNT: QT_TRANSLATE_NOOP("Rule", "Part payments in a month"),
    RuleName.CASH_OF_CONSUMER: QT_TRANSLATE_NOOP("Rule", "Cash of one consumer and day"),
    RuleName.CASH_OF_PAYER: QT_TRANSLATE_NOOP("Rule", "Cash of one payer and day"),
    RuleName.SAME_PAYMENT: QT_TRANSLATE_NOOP("Rule", "Same payment on one day"),
    RuleName.CHEQUE: QT_TRANSLATE_NOOP("Rule", "Cheques"),
    RuleName.CHEQUE_BARRED: QT_TRANSLATE_NOOP("Rule", "Cheques that bounced before"),
    RuleName.DRAFT: QT_TRANSLATE_NOOP("Rule", "Demand drafts"),
    RuleName.STAMP: QT_TRANSLATE_NOOP("Rule", "Revenue stamp"),
    RuleName.OFFLINE: QT_TRANSLATE_NOOP("Rule", "Counter without the server"),
    RuleName.DRAWER: QT_TRANSLATE_NOOP("Rule", "Cash in the drawer"),
    RuleName.DENOMINATIONS: QT_TRANSLATE_NOOP("Rule", "Notes and coins accepted"),
    RuleName.SHIFT_CLOSE: QT_TRANSLATE_NOOP("Rule", "Close of a shift"),
    RuleName.ADVANCE: QT_TRANSLATE_NOOP("Rule", "Advance"),
}
"""One name a rule; a test keeps them complete."""


def rule_word(name: str) -> str:
    """What a rule is called; a head's rule and one we have no word for as it is."""
    if name.startswith(PURPOSE_RULE):
        return QCoreApplication.translate("Rule", "Purpose of payment")
    return QCoreApplication.translate("Rule", RULE_WORDS.get(name, name))


def applied_text(ref: RuleRef, policy: Policy) -> str:
    """``Part payment: UPPCL order 41/2026; in force since 1 Jan 2026``; a usual rule began before any counter."""
    kept = next((rule for rule in policy.rules if rule.ref == ref), None)
    if ref.is_local:
        sentence = QCoreApplication.translate(
            "Rule", "{rule}: set at this counter, {order}; in force since {day}"
        )
    elif ref.valid_from <= BEGINNING:
        sentence = "{rule}: {order}"
    else:
        sentence = QCoreApplication.translate("Rule", "{rule}: {order}; in force since {day}")
    return sentence.format(
        rule=rule_word(ref.name),
        order=kept.authority if kept else "–",
        day=day_text(ref.valid_from),
    )
