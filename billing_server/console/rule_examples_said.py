"""Examples of a preview, in the console's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.figures import rupees
from billing_server.console.words import say
from counter_app.domain.rule_examples import Told
from counter_app.domain.rule_questions import Asked
from counter_app.domain.rule_trial import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.rule_examples import Answer
    from counter_app.domain.rule_questions import Question

QUESTIONS: Mapping[Asked, str] = {
    Asked.LEAST_PART: "{amount} due",
    Asked.PART_OF_MONTH: "Part payment no. {number} of a month",
    Asked.ABOVE_DUE: "{amount} more than is due",
    Asked.CASH: "{amount} in cash",
    Asked.SAME_AGAIN: "The same payment again",
    Asked.PAPER_AGE: "{number} months old",
    Asked.CHEQUE_DISCONNECTED: "From a disconnected consumer",
    Asked.CHEQUE_BARRED: "A cheque of a barred consumer",
    Asked.RECEIPT: "A receipt of {amount}",
    Asked.HOURS_ALONE: "{number} hours without the server",
    Asked.UNSENT: "{amount} unsent",
    Asked.DRAWER: "{amount} in the drawer",
    Asked.VARIANCE: "{amount} short or in excess",
    Asked.PIECES_DIFFER: "{number} slips or papers missing",
    Asked.NOTE: "Note or coin of {note}",
    Asked.HEAD_POSTPAID: "Postpaid connection",
    Asked.HEAD_PREPAID: "Prepaid connection",
    Asked.HEAD_HALF: "Half of what is due",
    Asked.HEAD_MORE: "More than is due",
    Asked.HEAD_BANK_PAPER: "By cheque or draft",
    Asked.HEAD_NO_REFERENCE: "Without a paper's number",
}
ANSWERS: Mapping[Verdict | Told, str] = {
    Verdict.TAKEN: "taken",
    Verdict.CAUTION: "with a caution",
    Verdict.WORD: "needs a word",
    Verdict.REFUSED: "refused",
    Told.LEAST: "at least {amount}",
    Told.STAMP_BOX: "stamp box",
    Told.DUTY_PAID: "duty paid",
    Told.NO_STAMP: "no stamp",
    Told.ACCEPTED: "accepted",
    Told.NOT_ACCEPTED: "not accepted",
    Told.CLOSED_WITH_REASON: "closed with a reason",
    Told.CLOSED_WITH_APPROVAL: "needs an approval",
}


def question_said(language: str, question: Question) -> str:
    """What an example asks."""
    amount = rupees(question.amount.paise)
    sentence = QUESTIONS[question.asked]
    return say(language, sentence, amount=amount, number=question.number, note=amount)


def answer_said(language: str, answer: Answer) -> str:
    """What the rules say to it."""
    return say(language, ANSWERS[answer.told], amount=rupees(answer.amount.paise))
