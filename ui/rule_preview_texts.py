"""What would happen, in words: examples and counts of a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.rule_examples import Told
from counter_app.domain.rule_questions import Asked
from counter_app.domain.rule_replay import Counted
from counter_app.domain.rule_trial import Verdict
from ui.marking import QT_TRANSLATE_NOOP
from ui.rule_texts import note_text, sum_text
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.rule_examples import Answer
    from counter_app.domain.rule_preview import Past
    from counter_app.domain.rule_questions import Question

QUESTIONS: Mapping[Asked, str] = {
    Asked.LEAST_PART: QT_TRANSLATE_NOOP("Rules", "{amount} due"),
    Asked.PART_OF_MONTH: QT_TRANSLATE_NOOP("Rules", "Part payment no. {number} of a month"),
    Asked.ABOVE_DUE: QT_TRANSLATE_NOOP("Rules", "{amount} more than is due"),
    Asked.CASH: QT_TRANSLATE_NOOP("Rules", "{amount} in cash"),
    Asked.SAME_AGAIN: QT_TRANSLATE_NOOP("Rules", "The same payment again"),
    Asked.PAPER_AGE: QT_TRANSLATE_NOOP("Rules", "{number} months old"),
    Asked.CHEQUE_DISCONNECTED: QT_TRANSLATE_NOOP("Rules", "From a disconnected consumer"),
    Asked.CHEQUE_BARRED: QT_TRANSLATE_NOOP("Rules", "A cheque of a barred consumer"),
    Asked.RECEIPT: QT_TRANSLATE_NOOP("Rules", "A receipt of {amount}"),
    Asked.HOURS_ALONE: QT_TRANSLATE_NOOP("Rules", "{number} hours without the server"),
    Asked.UNSENT: QT_TRANSLATE_NOOP("Rules", "{amount} unsent"),
    Asked.DRAWER: QT_TRANSLATE_NOOP("Rules", "{amount} in the drawer"),
    Asked.VARIANCE: QT_TRANSLATE_NOOP("Rules", "{amount} short or in excess"),
    Asked.PIECES_DIFFER: QT_TRANSLATE_NOOP("Rules", "{number} slips or papers missing"),
    Asked.NOTE: QT_TRANSLATE_NOOP("Rules", "Note or coin of {note}"),
    Asked.HEAD_POSTPAID: QT_TRANSLATE_NOOP("Rules", "Postpaid connection"),
    Asked.HEAD_PREPAID: QT_TRANSLATE_NOOP("Rules", "Prepaid connection"),
    Asked.HEAD_HALF: QT_TRANSLATE_NOOP("Rules", "Half of what is due"),
    Asked.HEAD_MORE: QT_TRANSLATE_NOOP("Rules", "More than is due"),
    Asked.HEAD_BANK_PAPER: QT_TRANSLATE_NOOP("Rules", "By cheque or draft"),
    Asked.HEAD_NO_REFERENCE: QT_TRANSLATE_NOOP("Rules", "Without a paper's number"),
}
ANSWERS: Mapping[Verdict | Told, str] = {
    Verdict.TAKEN: QT_TRANSLATE_NOOP("Rules", "taken"),
    Verdict.CAUTION: QT_TRANSLATE_NOOP("Rules", "with a caution"),
    Verdict.WORD: QT_TRANSLATE_NOOP("Rules", "needs a word"),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("Rules", "refused"),
    Told.LEAST: QT_TRANSLATE_NOOP("Rules", "at least {amount}"),
    Told.STAMP_BOX: QT_TRANSLATE_NOOP("Rules", "stamp box"),
    Told.DUTY_PAID: QT_TRANSLATE_NOOP("Rules", "duty paid"),
    Told.NO_STAMP: QT_TRANSLATE_NOOP("Rules", "no stamp"),
    Told.ACCEPTED: QT_TRANSLATE_NOOP("Rules", "accepted"),
    Told.NOT_ACCEPTED: QT_TRANSLATE_NOOP("Rules", "not accepted"),
    Told.CLOSED_WITH_REASON: QT_TRANSLATE_NOOP("Rules", "closed with a reason"),
    Told.CLOSED_WITH_APPROVAL: QT_TRANSLATE_NOOP("Rules", "needs an approval"),
}
COUNTED: Mapping[Counted, str] = {
    Counted.WORD: QT_TRANSLATE_NOOP("Rules", "Needing a word"),
    Counted.CAUTION: QT_TRANSLATE_NOOP("Rules", "With a caution"),
    Counted.REFUSED: QT_TRANSLATE_NOOP("Rules", "Refused"),
    Counted.STAMP_BOX: QT_TRANSLATE_NOOP("Rules", "With a stamp box"),
    Counted.DUTY_PAID: QT_TRANSLATE_NOOP("Rules", "With duty paid"),
}


def question_text(question: Question) -> str:
    """What an example asks."""
    return QCoreApplication.translate("Rules", QUESTIONS[question.asked]).format(
        amount=sum_text(question.amount),
        number=question.number,
        note=note_text(question.amount),
    )


def answer_text(answer: Answer) -> str:
    """What the rules say to it."""
    sentence = QCoreApplication.translate("Rules", ANSWERS[answer.told])
    return sentence.format(amount=sum_text(answer.amount))


def counted_text(what: Counted) -> str:
    """What was counted of past payments."""
    return QCoreApplication.translate("Rules", COUNTED[what])


def past_text(past: Past | None) -> str:
    """Which payments were looked back on, and how many of them the rule looks at."""
    if past is None:
        return QCoreApplication.translate(
            "Rules", "Receipts do not keep what this rule looks at, so only examples can be shown."
        )
    if not past.replay.payments:
        return QCoreApplication.translate(
            "Rules", "No payment was taken at this counter since {day}."
        ).format(day=day_text(past.first_day))
    sentence = QCoreApplication.translate(
        "Rules", "Of {payments} payments since {day}, this rule looks at {concerned}."
    )
    if not past.is_all:
        sentence = QCoreApplication.translate(
            "Rules",
            "Of the newest {payments} payments, back to {day}, this rule looks at {concerned}; "
            "older ones were left out.",
        )
    told = sentence.format(
        payments=past.replay.payments,
        day=day_text(past.first_day),
        concerned=past.replay.concerned,
    )
    if past.replay.concerned and not past.replay.counts:
        nothing = QCoreApplication.translate("Rules", "None of them would have met it.")
        return f"{told} {nothing}"
    return told
