"""Cheques, drafts and UPI credits in words: kinds, states, steps, reasons, ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.payment import Toward
from counter_app.domain.return_reasons import CTS_REASONS, OTHER
from counter_app.domain.tender import TenderKind
from ui.instruments_form import DayProblem
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.payment import Allocation

KIND_WORDS: Mapping[TenderKind, str] = {
    TenderKind.CHEQUE: QT_TRANSLATE_NOOP("Instruments", "Cheque"),
    TenderKind.DRAFT: QT_TRANSLATE_NOOP("Instruments", "Draft"),
    TenderKind.UPI: QT_TRANSLATE_NOOP("Instruments", "UPI"),
}
STATE_WORDS: Mapping[InstrumentState, str] = {
    InstrumentState.RECEIVED: QT_TRANSLATE_NOOP("Instruments", "Received"),
    InstrumentState.LISTED: QT_TRANSLATE_NOOP("Instruments", "Listed"),
    InstrumentState.DEPOSITED: QT_TRANSLATE_NOOP("Instruments", "Deposited"),
    InstrumentState.CLEARED: QT_TRANSLATE_NOOP("Instruments", "Cleared"),
    InstrumentState.RETURNED: QT_TRANSLATE_NOOP("Instruments", "Returned"),
    InstrumentState.CLAIMED: QT_TRANSLATE_NOOP("Instruments", "UPI claimed"),
    InstrumentState.CONFIRMED: QT_TRANSLATE_NOOP("Instruments", "UPI confirmed"),
    InstrumentState.UNMATCHED: QT_TRANSLATE_NOOP("Instruments", "UPI not found"),
    InstrumentState.GIVEN_BACK: QT_TRANSLATE_NOOP("Instruments", "Given back"),
}
STEP_WORDS: Mapping[InstrumentState, str] = {
    InstrumentState.LISTED: QT_TRANSLATE_NOOP("Instruments", "Put on the slip"),
    InstrumentState.DEPOSITED: QT_TRANSLATE_NOOP("Instruments", "Given to the bank"),
    InstrumentState.CLEARED: QT_TRANSLATE_NOOP("Instruments", "Cleared"),
    InstrumentState.CONFIRMED: QT_TRANSLATE_NOOP("Instruments", "Credit found"),
    InstrumentState.UNMATCHED: QT_TRANSLATE_NOOP("Instruments", "No credit found"),
}
"""What marks the step to a state."""

EMPTY_WORDS: Mapping[InstrumentState, str] = {
    InstrumentState.RECEIVED: QT_TRANSLATE_NOOP(
        "Instruments", "No cheque or draft waits to be put on a deposit slip."
    ),
    InstrumentState.LISTED: QT_TRANSLATE_NOOP(
        "Instruments", "No cheque or draft on a slip waits to go to the bank."
    ),
    InstrumentState.DEPOSITED: QT_TRANSLATE_NOOP(
        "Instruments", "The bank has told of every cheque and draft that was given to it."
    ),
    InstrumentState.CLEARED: QT_TRANSLATE_NOOP(
        "Instruments", "No cheque or draft was cleared yet."
    ),
    InstrumentState.RETURNED: QT_TRANSLATE_NOOP("Instruments", "The bank gave nothing back."),
    InstrumentState.GIVEN_BACK: QT_TRANSLATE_NOOP(
        "Instruments", "No cheque or draft was given back to its payer."
    ),
    InstrumentState.CLAIMED: QT_TRANSLATE_NOOP(
        "Instruments", "No payment by UPI waits to be found in the bank's statement."
    ),
    InstrumentState.CONFIRMED: QT_TRANSLATE_NOOP("Instruments", "No credit by UPI was found yet."),
    InstrumentState.UNMATCHED: QT_TRANSLATE_NOOP(
        "Instruments", "No payment by UPI is missing from the bank's statement."
    ),
}
DAY_PROBLEMS: Mapping[DayProblem, str] = {
    DayProblem.NOT_A_DATE: QT_TRANSLATE_NOOP("Instruments", "Type a date, such as 23-11-2026."),
    DayProblem.IN_THE_FUTURE: QT_TRANSLATE_NOOP("Instruments", "This day is still to come."),
    DayProblem.BEFORE_LAST_STEP: QT_TRANSLATE_NOOP(
        "Instruments", "That is before the step it stands at."
    ),
}
REASON_WORDS: Mapping[str, str] = {
    "01": QT_TRANSLATE_NOOP("Instruments", "Funds insufficient"),
    "02": QT_TRANSLATE_NOOP("Instruments", "Exceeds arrangement"),
    "03": QT_TRANSLATE_NOOP("Instruments", "Effects not cleared, present again"),
    "04": QT_TRANSLATE_NOOP("Instruments", "Refer to drawer"),
    "10": QT_TRANSLATE_NOOP("Instruments", "Drawer's signature incomplete"),
    "11": QT_TRANSLATE_NOOP("Instruments", "Drawer's signature illegible"),
    "12": QT_TRANSLATE_NOOP("Instruments", "Drawer's signature differs"),
    "13": QT_TRANSLATE_NOOP("Instruments", "Drawer's signature required"),
    "14": QT_TRANSLATE_NOOP("Instruments", "Drawer's signature not as per mandate"),
    "17": QT_TRANSLATE_NOOP("Instruments", "Alteration requires drawer's authentication"),
    "20": QT_TRANSLATE_NOOP("Instruments", "Payment stopped by drawer"),
    "21": QT_TRANSLATE_NOOP("Instruments", "Payment stopped by attachment order"),
    "22": QT_TRANSLATE_NOOP("Instruments", "Payment stopped by court order"),
    "23": QT_TRANSLATE_NOOP("Instruments", "Withdrawal stopped owing to death of account holder"),
    "30": QT_TRANSLATE_NOOP("Instruments", "Instrument post-dated"),
    "31": QT_TRANSLATE_NOOP("Instruments", "Instrument out dated or stale"),
    "32": QT_TRANSLATE_NOOP("Instruments", "Instrument undated or without proper date"),
    "33": QT_TRANSLATE_NOOP("Instruments", "Instrument mutilated, requires bank's guarantee"),
    "34": QT_TRANSLATE_NOOP("Instruments", "Amount in words and figures differs"),
    "35": QT_TRANSLATE_NOOP("Instruments", "Clearing house stamp or date required"),
    "36": QT_TRANSLATE_NOOP("Instruments", "Wrongly delivered, not drawn on us"),
    "39": QT_TRANSLATE_NOOP("Instruments", "Image not clear, present again with paper"),
    "50": QT_TRANSLATE_NOOP("Instruments", "Account closed"),
    "51": QT_TRANSLATE_NOOP("Instruments", "Account transferred to another branch"),
    "52": QT_TRANSLATE_NOOP("Instruments", "No such account"),
    "54": QT_TRANSLATE_NOOP("Instruments", "Title of account wrong or incomplete"),
    "55": QT_TRANSLATE_NOOP("Instruments", "Account blocked"),
    "no_credit": QT_TRANSLATE_NOOP("Instruments", "No credit in the bank's statement"),
    "reversed": QT_TRANSLATE_NOOP("Instruments", "Credit reversed by the bank"),
    OTHER: QT_TRANSLATE_NOOP("Instruments", "Another reason: type it from the memo"),
}
"""The codes of the clearing house in words; a test compares them with the domain's."""

_TOWARD = {
    Toward.ADVANCE: QT_TRANSLATE_NOOP("Instruments", "advance"),
    Toward.HEAD: QT_TRANSLATE_NOOP("Instruments", "paid for another head"),
    Toward.SUSPENSE: QT_TRANSLATE_NOOP("Instruments", "in suspense"),
}


def word(text: str) -> str:
    """A word of this context in the language spoken."""
    return QCoreApplication.translate("Instruments", text)


def kind_text(held: HeldInstrument) -> str:
    """Cheque, draft or UPI."""
    return word(KIND_WORDS[held.kind])


def number_text(held: HeldInstrument) -> str:
    """By what people call it."""
    return held.paper.number if held.paper else held.upi_reference


def bank_text(held: HeldInstrument) -> str:
    """The bank it is drawn on; empty for UPI."""
    return held.paper.bank if held.paper else ""


def whole_text(held: HeldInstrument) -> str:
    """``Cheque 004512, Punjab National Bank, ₹ 6,000.00``."""
    parts = [f"{kind_text(held)} {number_text(held)}", bank_text(held), rupees(held.face)]
    return ", ".join(part for part in parts if part)


def receipts_text(held: HeldInstrument) -> str:
    """The first receipt it paid, and how many more."""
    first, more = str(held.parts[0].receipt_no), len(held.parts) - 1
    return f"{first} +{more}" if more else first


def age_text(held: HeldInstrument, today: date) -> str:
    """How long it has been here."""
    days = (today - held.received_on).days
    if days <= 0:
        return QCoreApplication.translate("Instruments", "today")
    if days == 1:
        return QCoreApplication.translate("Instruments", "1 day")
    return QCoreApplication.translate("Instruments", "{count} days").format(count=days)


def reason_text(code: str) -> str:
    """``01 Funds insufficient``: typing the code finds it in the list."""
    words = word(REASON_WORDS[code])
    return f"{code} {words}" if code in CTS_REASONS else words


def settled_text(allocation: Allocation) -> str:
    """What a taken-back part had settled."""
    if allocation.toward is Toward.BILL:
        return QCoreApplication.translate("Instruments", "bill {number}").format(
            number=allocation.bill_no
        )
    return word(_TOWARD[allocation.toward])


def day_problem_text(problem: DayProblem | None) -> str:
    """What is wrong with the day; empty for nothing."""
    return word(DAY_PROBLEMS[problem]) if problem else ""
