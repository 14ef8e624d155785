"""Rules as a supervisor reads them: what one says, who says so, and from when to when. No field names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.money import PAISE_PER_RUPEE, Money
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.purpose import Asks, Settles
from counter_app.domain.rule_standing import Source, source_of
from counter_app.domain.usual_policy import AFFIX, BEGINNING, CONSOLIDATED
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.rule_words import rule_word
from ui.words import day_text, rupees

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.policy import Rule
    from counter_app.domain.rule_standing import Change, Standing

_SOURCES = {
    Source.USUAL: QT_TRANSLATE_NOOP("Rules", "Usual"),
    Source.CENTRE: QT_TRANSLATE_NOOP("Rules", "Centre"),
    Source.COUNTER: QT_TRANSLATE_NOOP("Rules", "This counter"),
}
SOURCE_ICONS = {Source.USUAL: "report", Source.CENTRE: "server", Source.COUNTER: "consumer"}


def say(text: str) -> str:
    """A sentence of this context in the language spoken."""
    return QCoreApplication.translate("Rules", text)


def sum_text(amount: Money) -> str:
    """``₹ 20,000``: sums of rules are mostly whole rupees."""
    return rupees(amount).removesuffix(".00")


def note_text(amount: Money) -> str:
    """``₹ 500``, ``50 paise``."""
    if amount.paise < PAISE_PER_RUPEE:
        return QCoreApplication.translate("Rules", "{count} paise").format(count=amount.paise)
    return sum_text(amount)


def title_text(rule: Rule) -> str:
    """What a rule or head is called."""
    if rule.name.startswith(PURPOSE_RULE):
        return in_language(rule.text("name_en"), rule.text("name_hi"))
    return rule_word(rule.name)


def source_text(rule: Rule) -> str:
    """Who says so."""
    return say(_SOURCES[source_of(rule)])


def days_text(rule: Rule) -> str:
    """From when to when; the usual rules simply always."""
    if rule.valid_from <= BEGINNING and rule.valid_to is None:
        return QCoreApplication.translate("Rules", "always")
    if rule.valid_to is None:
        return QCoreApplication.translate("Rules", "since {day}").format(
            day=day_text(rule.valid_from)
        )
    return QCoreApplication.translate("Rules", "{first} – {last}").format(
        first=day_text(rule.valid_from), last=day_text(rule.valid_to)
    )


def next_text(standing: Standing) -> str:
    """The day on which another rule holds; empty when nothing is known to change."""
    return day_text(standing.then.day) if standing.then else ""


def change_text(change: Change) -> str:
    """``From 1 Dec 2026: At least 25 % ...``."""
    said = rule_text(change.rule) if change.rule else say(_GONE)
    return QCoreApplication.translate("Rules", "From {day}: {said}").format(
        day=day_text(change.day), said=said
    )


_GONE = QT_TRANSLATE_NOOP("Rules", "This head is no longer there.")


def rule_text(rule: Rule) -> str:
    """What a rule says, in one or two sentences."""
    if rule.name.startswith(PURPOSE_RULE):
        return _head_text(rule)
    return _TEXTS[rule.name](rule)


def _sum(rule: Rule, field: str) -> str:
    return sum_text(Money(rule.number(field)))


def _part(rule: Rule) -> str:
    least, share = rule.number("least_paise"), rule.number("share_percent")
    if not least:
        return QCoreApplication.translate("Rules", "At least {share} % of what is due.").format(
            share=share
        )
    return QCoreApplication.translate(
        "Rules", "At least {share} % of what is due, and never less than {least}."
    ).format(share=share, least=_sum(rule, "least_paise"))


def _part_count(rule: Rule) -> str:
    return QCoreApplication.translate(
        "Rules", "{count} a month for one consumer; each further one needs a supervisor's word."
    ).format(count=rule.number("most_a_month"))


def _advance(rule: Rule) -> str:
    if not rule.number("is_taken"):
        return QCoreApplication.translate("Rules", "Nothing beyond what is due is taken.")
    return QCoreApplication.translate(
        "Rules", "What is paid beyond the dues is taken as an advance, up to {most}."
    ).format(most=_sum(rule, "most_paise"))


def _cash_of_consumer(rule: Rule) -> str:
    return QCoreApplication.translate(
        "Rules", "Above {limit} in cash for one consumer on one day, the cashier is cautioned."
    ).format(limit=_sum(rule, "warn_above_paise"))


def _cash_of_payer(rule: Rule) -> str:
    return QCoreApplication.translate(
        "Rules", "Cash of {limit} and more from one payer on one day is refused; no word lifts it."
    ).format(limit=_sum(rule, "refuse_from_paise"))


def _same_payment(rule: Rule) -> str:
    if rule.number("is_word_needed"):
        return QCoreApplication.translate(
            "Rules", "The same sum for the same account on one day needs a supervisor's word."
        )
    return QCoreApplication.translate(
        "Rules", "The same sum for the same account on one day: the cashier is cautioned."
    )


def _cheque(rule: Rule) -> str:
    if not rule.number("is_taken"):
        return QCoreApplication.translate("Rules", "No cheque is taken.")
    sentence = QCoreApplication.translate(
        "Rules", "Taken up to {months} months after its date; not from a disconnected consumer."
    )
    if rule.number("is_from_disconnected_taken"):
        sentence = QCoreApplication.translate(
            "Rules", "Taken up to {months} months after its date, from disconnected consumers too."
        )
    return sentence.format(months=rule.number("oldest_months"))


def _cheque_barred(rule: Rule) -> str:
    if rule.number("is_word_enough"):
        return QCoreApplication.translate(
            "Rules", "A cheque of a barred consumer needs a supervisor's word."
        )
    return QCoreApplication.translate(
        "Rules", "A cheque of a barred consumer is refused; no word lifts it."
    )


def _draft(rule: Rule) -> str:
    if not rule.number("is_taken"):
        return QCoreApplication.translate("Rules", "No demand draft is taken.")
    return QCoreApplication.translate(
        "Rules", "Taken up to {months} months after its date."
    ).format(months=rule.number("oldest_months"))


def _stamp(rule: Rule) -> str:
    match rule.text("how"):
        case how if how == AFFIX:
            sentence = QCoreApplication.translate(
                "Rules", "Receipts above {limit} carry a box for a revenue stamp."
            )
        case how if how == CONSOLIDATED:
            sentence = QCoreApplication.translate(
                "Rules", "Receipts above {limit} say that the stamp duty is paid."
            )
        case _:
            return QCoreApplication.translate("Rules", "No receipt carries a stamp.")
    return sentence.format(limit=_sum(rule, "above_paise"))


def _offline(rule: Rule) -> str:
    return QCoreApplication.translate(
        "Rules",
        "A caution after {warn_hours} hours without the server or above {warn} unsent; a supervisor's word "
        "after {word_hours} hours or above {word}, good for {minutes} minutes.",
    ).format(
        warn_hours=rule.number("warn_hours"),
        word_hours=rule.number("word_hours"),
        warn=_sum(rule, "warn_paise"),
        word=_sum(rule, "word_paise"),
        minutes=rule.number("word_holds_minutes"),
    )


def _drawer(rule: Rule) -> str:
    said = QCoreApplication.translate(
        "Rules",
        "A caution above {warn} in the drawer; a supervisor's word above {word}, good for {minutes} minutes.",
    ).format(
        warn=_sum(rule, "warn_paise"),
        word=_sum(rule, "word_paise"),
        minutes=rule.number("word_holds_minutes"),
    )
    if not rule.number("drop_paise"):
        return said
    dropped = QCoreApplication.translate(
        "Rules", "Above {drop} no cash is taken before a part goes to the head cashier."
    ).format(drop=_sum(rule, "drop_paise"))
    return f"{said} {dropped}"


def _shift_close(rule: Rule) -> str:
    return QCoreApplication.translate(
        "Rules",
        "A second person approves when more than {limit} is short or in excess, "
        "or when more than {pieces} slips and papers differ.",
    ).format(limit=_sum(rule, "variance_word_paise"), pieces=rule.number("pieces_word"))


def _denominations(rule: Rule) -> str:
    notes = [Money(int(paise)) for paise in rule.text("accepted_paise").split(",")]
    return ", ".join(note_text(note) for note in sorted(notes, reverse=True))


_TEXTS: Mapping[str, Callable[[Rule], str]] = {
    RuleName.PART_LIFELINE: _part,
    RuleName.PART_OTHERS: _part,
    RuleName.PART_DISCONNECTED: _part,
    RuleName.PART_COUNT: _part_count,
    RuleName.ADVANCE: _advance,
    RuleName.CASH_OF_CONSUMER: _cash_of_consumer,
    RuleName.CASH_OF_PAYER: _cash_of_payer,
    RuleName.SAME_PAYMENT: _same_payment,
    RuleName.CHEQUE: _cheque,
    RuleName.CHEQUE_BARRED: _cheque_barred,
    RuleName.DRAFT: _draft,
    RuleName.STAMP: _stamp,
    RuleName.OFFLINE: _offline,
    RuleName.DRAWER: _drawer,
    RuleName.DENOMINATIONS: _denominations,
    RuleName.SHIFT_CLOSE: _shift_close,
}


def _head_text(rule: Rule) -> str:
    if not rule.number("is_offered"):
        return QCoreApplication.translate("Rules", "Not offered at the counter.")
    said = [_sums_of_head(rule)]
    match rule.text("is_for"):
        case "prepaid":
            said.append(QCoreApplication.translate("Rules", "Prepaid connections only."))
        case "postpaid":
            said.append(QCoreApplication.translate("Rules", "Not for prepaid connections."))
        case _:
            pass
    if rule.number("needs_reference"):
        said.append(
            QCoreApplication.translate("Rules", "The number of the office's paper is asked for.")
        )
    if not rule.number("is_bank_paper_taken"):
        said.append(QCoreApplication.translate("Rules", "No cheque or draft."))
    if rule.number("is_certificate"):
        said.append(QCoreApplication.translate("Rules", "The receipt is the no-dues certificate."))
    return " ".join(said)


def _sums_of_head(rule: Rule) -> str:
    if rule.text("settles") == Settles.HEAD:
        return QCoreApplication.translate("Rules", "The sum on the office's paper.")
    match rule.text("asks"):
        case Asks.ANY_PART:
            return QCoreApplication.translate(
                "Rules", "Any part of what is due, or more as an advance."
            )
        case Asks.ALL_DUE:
            return QCoreApplication.translate("Rules", "Exactly what is due.")
        case _:
            return QCoreApplication.translate("Rules", "Up to what is due.")
