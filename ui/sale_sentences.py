"""What became of a sale on the card terminal: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.card_sale import SaleProgress, SaleReason, SaleState
from ui.marking import QT_TRANSLATE_NOOP
from ui.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.card_sale import SaleOutcome

STATE_SENTENCES: Mapping[SaleState, tuple[str, str]] = {
    SaleState.APPROVED: (
        QT_TRANSLATE_NOOP("Sale", "The card is charged"),
        QT_TRANSLATE_NOOP("Sale", "Nothing was given back: the charge stands."),
    ),
    SaleState.DECLINED: (
        QT_TRANSLATE_NOOP("Sale", "The bank declined the card"),
        QT_TRANSLATE_NOOP("Sale", "Nothing was charged."),
    ),
    SaleState.CANCELLED: (
        QT_TRANSLATE_NOOP("Sale", "The card is not charged"),
        QT_TRANSLATE_NOOP("Sale", "Nothing is taken from the card."),
    ),
    SaleState.NOT_SENT: (
        QT_TRANSLATE_NOOP("Sale", "The sale was not begun"),
        QT_TRANSLATE_NOOP("Sale", "Nothing was charged."),
    ),
    SaleState.UNCERTAIN: (
        QT_TRANSLATE_NOOP("Sale", "The card may have been charged"),
        QT_TRANSLATE_NOOP(
            "Sale",
            "Take nothing else for this money until the terminal has told.",
        ),
    ),
}
"""State to what is known, and what is safe."""

REASON_SENTENCES: Mapping[SaleReason, tuple[str, str]] = {
    SaleReason.NONE: (
        QT_TRANSLATE_NOOP("Sale", "It is on no receipt yet."),
        QT_TRANSLATE_NOOP("Sale", "Give it back today, or call a supervisor."),
    ),
    SaleReason.INSUFFICIENT_FUNDS: (
        QT_TRANSLATE_NOOP("Sale", "There is not enough money in the account."),
        QT_TRANSLATE_NOOP("Sale", "Charge a smaller part, or take another card or cash."),
    ),
    SaleReason.PIN_WRONG: (
        QT_TRANSLATE_NOOP("Sale", "The PIN was wrong."),
        QT_TRANSLATE_NOOP("Sale", "Charge again and let the payer type it anew."),
    ),
    SaleReason.PIN_TRIES_EXCEEDED: (
        QT_TRANSLATE_NOOP("Sale", "The PIN was wrong too often."),
        QT_TRANSLATE_NOOP("Sale", "Take another card, or another tender."),
    ),
    SaleReason.CARD_EXPIRED: (
        QT_TRANSLATE_NOOP("Sale", "The card has expired."),
        QT_TRANSLATE_NOOP("Sale", "Take another card, or another tender."),
    ),
    SaleReason.CARD_BLOCKED: (
        QT_TRANSLATE_NOOP("Sale", "The bank has blocked this card."),
        QT_TRANSLATE_NOOP("Sale", "Take another card, or another tender."),
    ),
    SaleReason.LIMIT_EXCEEDED: (
        QT_TRANSLATE_NOOP("Sale", "It is above the card's limit."),
        QT_TRANSLATE_NOOP("Sale", "Charge a smaller part, or take another card or cash."),
    ),
    SaleReason.NOT_PERMITTED: (
        QT_TRANSLATE_NOOP("Sale", "The bank does not permit this with this card."),
        QT_TRANSLATE_NOOP("Sale", "Take another card, or another tender."),
    ),
    SaleReason.BANK_NOT_REACHED: (
        QT_TRANSLATE_NOOP("Sale", "The card's bank was not reached."),
        QT_TRANSLATE_NOOP("Sale", "Try again in a minute, or take another tender."),
    ),
    SaleReason.DECLINED_BY_BANK: (
        QT_TRANSLATE_NOOP("Sale", "The bank gave no reason."),
        QT_TRANSLATE_NOOP("Sale", "Take another card, or another tender."),
    ),
    SaleReason.CANCELLED_HERE: (
        QT_TRANSLATE_NOOP("Sale", "You stopped it before the bank was asked."),
        QT_TRANSLATE_NOOP("Sale", "Charge again, or take another tender."),
    ),
    SaleReason.CANCELLED_AT_TERMINAL: (
        QT_TRANSLATE_NOOP("Sale", "It was stopped at the terminal."),
        QT_TRANSLATE_NOOP("Sale", "Charge again, or take another tender."),
    ),
    SaleReason.CARD_NOT_SHOWN: (
        QT_TRANSLATE_NOOP("Sale", "No card was shown in time."),
        QT_TRANSLATE_NOOP("Sale", "Charge again when the payer has the card in hand."),
    ),
    SaleReason.VOIDED: (
        QT_TRANSLATE_NOOP("Sale", "It was charged and given back."),
        QT_TRANSLATE_NOOP(
            "Sale", "Hand the void slip to the payer; charge again, or take another tender."
        ),
    ),
    SaleReason.TERMINAL_BUSY: (
        QT_TRANSLATE_NOOP("Sale", "The terminal is busy with something else."),
        QT_TRANSLATE_NOOP("Sale", "Finish that at the terminal, then try again."),
    ),
    SaleReason.NO_BANK_LINE: (
        QT_TRANSLATE_NOOP("Sale", "The terminal has no line to the bank."),
        QT_TRANSLATE_NOOP(
            "Sale", "See to its SIM or network and try again, or take another tender."
        ),
    ),
    SaleReason.OUT_OF_SERVICE: (
        QT_TRANSLATE_NOOP("Sale", "The terminal says it is out of service."),
        QT_TRANSLATE_NOOP("Sale", "Call the bank's helpline; take another tender meanwhile."),
    ),
    SaleReason.NOT_UNDERSTOOD: (
        QT_TRANSLATE_NOOP("Sale", "The terminal did not understand the counter."),
        QT_TRANSLATE_NOOP("Sale", "Call a technician; take another tender meanwhile."),
    ),
    SaleReason.REFERENCE_SPENT: (
        QT_TRANSLATE_NOOP("Sale", "The terminal takes no sale under this reference any more."),
        QT_TRANSLATE_NOOP("Sale", "Charge again: it gets a new one."),
    ),
    SaleReason.UNKNOWN_TO_TERMINAL: (
        QT_TRANSLATE_NOOP(
            "Sale", "The sale never reached the terminal and will not be charged later."
        ),
        QT_TRANSLATE_NOOP("Sale", "Charge again, or take another tender."),
    ),
    SaleReason.EARLIER_SALE_OPEN: (
        QT_TRANSLATE_NOOP("Sale", "An earlier sale of this payment is not certain yet."),
        QT_TRANSLATE_NOOP("Sale", "Ask the terminal about that one first."),
    ),
    SaleReason.TYPED_BY_HAND: (
        QT_TRANSLATE_NOOP("Sale", "No terminal is connected to this counter now."),
        QT_TRANSLATE_NOOP("Sale", "Look at the terminal's slip or journal, and call a supervisor."),
    ),
    SaleReason.TERMINAL_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Sale", "The terminal does not answer on its cable."),
        QT_TRANSLATE_NOOP("Sale", "See that it is switched on and connected, then try again."),
    ),
    SaleReason.OTHER_TERMINAL: (
        QT_TRANSLATE_NOOP("Sale", "Another terminal answered than the one set for this counter."),
        QT_TRANSLATE_NOOP("Sale", "Check the cable and the TID on its slip, then try again."),
    ),
    SaleReason.NO_ANSWER: (
        QT_TRANSLATE_NOOP("Sale", "The terminal's answer did not come."),
        QT_TRANSLATE_NOOP("Sale", "Look at its screen and cable, then try again."),
    ),
    SaleReason.CUT_SHORT: (
        QT_TRANSLATE_NOOP("Sale", "The line to the terminal broke in the middle."),
        QT_TRANSLATE_NOOP("Sale", "Check its cable, then try again."),
    ),
    SaleReason.STILL_WORKING: (
        QT_TRANSLATE_NOOP("Sale", "The terminal is still at it, or waits for the bank."),
        QT_TRANSLATE_NOOP("Sale", "Wait a moment, then try again."),
    ),
    SaleReason.TERMINAL_FORGOT: (
        QT_TRANSLATE_NOOP("Sale", "The terminal no longer remembers this sale."),
        QT_TRANSLATE_NOOP("Sale", "Call a supervisor: only the bank's statement can tell."),
    ),
    SaleReason.ANSWER_UNREADABLE: (
        QT_TRANSLATE_NOOP("Sale", "The terminal's answer could not be read."),
        QT_TRANSLATE_NOOP("Sale", "Ask again; if it stays so, call a supervisor."),
    ),
    SaleReason.AMOUNT_DIFFERS: (
        QT_TRANSLATE_NOOP("Sale", "The terminal names another amount than was asked for."),
        QT_TRANSLATE_NOOP("Sale", "Look at its slip and call a supervisor."),
    ),
    SaleReason.CARD_NUMBER_IN_ANSWER: (
        QT_TRANSLATE_NOOP(
            "Sale", "The answer held a card number, so it was not believed and not kept."
        ),
        QT_TRANSLATE_NOOP("Sale", "Ask again; if it stays so, call a supervisor and the bank."),
    ),
    SaleReason.VOID_REFUSED: (
        QT_TRANSLATE_NOOP("Sale", "The terminal refuses to give it back."),
        QT_TRANSLATE_NOOP(
            "Sale",
            "Take the payment with it, or call a supervisor.",
        ),
    ),
    SaleReason.PAYMENT_TAKEN: (
        QT_TRANSLATE_NOOP("Sale", "Its slip is on a receipt: the payment was taken."),
        QT_TRANSLATE_NOOP("Sale", "Look for the receipt with F7."),
    ),
}
"""Reason to what happened, and what to do next; what is safe is said by the state, which alone knows it."""

STANDS = QT_TRANSLATE_NOOP(
    "Sale", "Take the payment with it, or try again; if it stays so, call a supervisor."
)
"""What to do next when a charge was to be given back and was not, for a reason that sales have too."""

_OF_A_VOID = frozenset({SaleReason.VOID_REFUSED, SaleReason.PAYMENT_TAKEN})

PROGRESS_WORDS: Mapping[SaleProgress, str] = {
    SaleProgress.NONE: QT_TRANSLATE_NOOP("Sale", "Waiting for the terminal…"),
    SaleProgress.WAITING_FOR_CARD: QT_TRANSLATE_NOOP("Sale", "The payer taps or inserts the card…"),
    SaleProgress.READING_CARD: QT_TRANSLATE_NOOP("Sale", "The card is being read…"),
    SaleProgress.ENTERING_PIN: QT_TRANSLATE_NOOP("Sale", "The payer types the PIN…"),
    SaleProgress.ASKING_BANK: QT_TRANSLATE_NOOP("Sale", "The bank is being asked…"),
    SaleProgress.REMOVE_CARD: QT_TRANSLATE_NOOP("Sale", "The payer takes the card out…"),
}


def sale_sentence(outcome: SaleOutcome) -> Sentence:
    """What is known of the sale, why, what is safe, and what to do next."""
    title, safe = STATE_SENTENCES[outcome.state]
    happened, what_next = REASON_SENTENCES[outcome.reason]
    if outcome.reason is SaleReason.NONE:
        return Sentence(_tr(title), f"{_tr(happened)} {_tr(what_next)}")
    if outcome.state is SaleState.APPROVED and outcome.reason not in _OF_A_VOID:
        what_next = STANDS
    return Sentence(_tr(title), f"{_tr(happened)} {_tr(safe)} {_tr(what_next)}")


def progress_text(progress: SaleProgress) -> str:
    """What the person at the terminal is about."""
    return _tr(PROGRESS_WORDS[progress])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sale", text)
