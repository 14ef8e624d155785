"""What a look at a receipt came to, in words: a few large ones, a sentence, and the facts to compare with the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.receipt_verdict import GoneWhy, Verdict
from ui.marking import QT_TRANSLATE_NOOP
from ui.words import day_text, moment_text, rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.receipt_verdict import ProvenReceipt, ReceiptVerdict

CONTEXT = "ReceiptCheck"


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """How a verdict is shown: never by its colour alone."""

    tone: str
    icon_name: str
    title: str
    text: str


VERDICT_LOOKS: Mapping[Verdict, VerdictLook] = {
    Verdict.GENUINE: VerdictLook(
        "positive",
        "tick",
        QT_TRANSLATE_NOOP("ReceiptCheck", "GENUINE"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "The counter signed exactly this. Compare it with the paper: another amount or account printed beside "
            "the code would be a forgery.",
        ),
    ),
    Verdict.DUPLICATE: VerdictLook(
        "caution",
        "caution",
        QT_TRANSLATE_NOOP("ReceiptCheck", "GENUINE, DUPLICATE COPY {copy}"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "It is a further copy of a genuine receipt. The original may have been shown before: "
            "count the payment once.",
        ),
    ),
    Verdict.REVERSED: VerdictLook(
        "negative",
        "stop",
        QT_TRANSLATE_NOOP("ReceiptCheck", "PAYMENT NO LONGER STANDS"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck", "The receipt is ours, but it proves no payment any more."
        ),
    ),
    Verdict.NOT_OURS: VerdictLook(
        "caution",
        "find",
        QT_TRANSLATE_NOOP("ReceiptCheck", "NOT IN THIS COUNTER'S BOOKS"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "No receipt here has this number or check code. Look at what was typed, scan the code of the paper, or ask "
            "the centre (1912).",
        ),
    ),
    Verdict.UNKNOWN_KEY: VerdictLook(
        "caution",
        "caution",
        QT_TRANSLATE_NOOP("ReceiptCheck", "SIGNED BY AN UNKNOWN KEY"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "A new counter may have signed it, or a forger. Press F5 to fetch the newest list: the receipt is then "
            "looked at again. If it stays unknown, do not accept it and ask the centre (1912).",
        ),
    ),
    Verdict.TOO_NEW: VerdictLook(
        "caution",
        "info",
        QT_TRANSLATE_NOOP("ReceiptCheck", "NEWER THAN THIS PROGRAM"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "The code is of a kind that came after this program. Check it on another counter or with the centre "
            "(1912), and ask for the update.",
        ),
    ),
    Verdict.ALTERED: VerdictLook(
        "negative",
        "stop",
        QT_TRANSLATE_NOOP("ReceiptCheck", "ALTERED"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "It is not as the counter signed it. Scan it once more; if it stays so, do not accept it, keep the paper "
            "and call your supervisor.",
        ),
    ),
    Verdict.UNREADABLE: VerdictLook(
        "caution",
        "scan",
        QT_TRANSLATE_NOOP("ReceiptCheck", "NO RECEIPT OF OURS"),
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "This is neither the code of a receipt nor a receipt number or check code. Smooth the paper and scan "
            "again, or type the check code printed beside the code.",
        ),
    ),
}

TYPED_LOOK = VerdictLook(
    "accent",
    "info",
    QT_TRANSLATE_NOOP("ReceiptCheck", "SUCH A RECEIPT EXISTS"),
    QT_TRANSLATE_NOOP(
        "ReceiptCheck",
        "It stands in this counter's books. What was typed does not prove the paper: compare every line, "
        "or scan its code.",
    ),
)
"""For a number or check code that was typed: no signature was seen."""

LOST_LOOK = VerdictLook(
    "negative",
    "stop",
    QT_TRANSLATE_NOOP("ReceiptCheck", "SIGNED HERE, NOT IN THE BOOKS"),
    QT_TRANSLATE_NOOP(
        "ReceiptCheck",
        "A key of this counter signed it, but its books hold no such receipt. Do not accept it, keep the paper "
        "and call your supervisor.",
    ),
)

GONE_SENTENCES: Mapping[GoneWhy, str] = {
    GoneWhy.REVERSED: QT_TRANSLATE_NOOP(
        "ReceiptCheck",
        "The payment was reversed on {day}. The paper was genuine; it proves no payment any more.",
    ),
    GoneWhy.RETURNED: QT_TRANSLATE_NOOP(
        "ReceiptCheck",
        "The bank returned its cheque, draft or UPI unpaid on {day}. The amount is due again.",
    ),
    GoneWhy.PAID_BACK: QT_TRANSLATE_NOOP(
        "ReceiptCheck",
        "It had been paid twice, and was paid back on {day}. The other receipt counts.",
    ),
}


def said(text: str) -> str:
    """A text of this context in the language spoken."""
    return QCoreApplication.translate(CONTEXT, text)


def look_of(verdict: ReceiptVerdict) -> VerdictLook:
    """Tone, icon and words in the language spoken, filled with its facts."""
    look = VERDICT_LOOKS[verdict.verdict]
    receipt = verdict.receipt
    if verdict.verdict is Verdict.GENUINE and receipt is not None and not receipt.key_id:
        look = TYPED_LOOK
    elif verdict.verdict is Verdict.NOT_OURS and receipt is not None:
        look = LOST_LOOK
    title, text = said(look.title), said(look.text)
    if verdict.why is not None:
        text = said(GONE_SENTENCES[verdict.why]).format(day=_day_words(verdict.gone_on))
    copy_no = receipt.copy_no if receipt is not None else 0
    return VerdictLook(look.tone, look.icon_name, title.format(copy=copy_no), text)


def facts_of(receipt: ProvenReceipt) -> tuple[tuple[str, str], ...]:
    """Name and fact, in the order of the paper."""
    facts = [
        (said(QT_TRANSLATE_NOOP("ReceiptCheck", "Receipt no.")), receipt.receipt_no),
        (said(QT_TRANSLATE_NOOP("ReceiptCheck", "Amount paid")), rupees(receipt.amount)),
        (
            said(QT_TRANSLATE_NOOP("ReceiptCheck", "Account no.")),
            receipt.account_no
            or said(QT_TRANSLATE_NOOP("ReceiptCheck", "none: taken without an account")),
        ),
        (
            said(QT_TRANSLATE_NOOP("ReceiptCheck", "Date, time")),
            moment_text(receipt.taken_at),
        ),
        (said(QT_TRANSLATE_NOOP("ReceiptCheck", "Counter")), receipt.counter_id),
        (said(QT_TRANSLATE_NOOP("ReceiptCheck", "Check code")), receipt.check_code),
    ]
    if receipt.key_id:
        word = QT_TRANSLATE_NOOP("ReceiptCheck", "Original")
        if receipt.copy_no:
            word = QT_TRANSLATE_NOOP("ReceiptCheck", "Duplicate {copy}")
        paper = said(QT_TRANSLATE_NOOP("ReceiptCheck", "Paper"))
        facts.append((paper, said(word).format(copy=receipt.copy_no)))
    return tuple(facts)


def list_text(verdict: ReceiptVerdict) -> str:
    """How old the list is that the receipt was judged by."""
    if verdict.as_of is None:
        return said(
            QT_TRANSLATE_NOOP(
                "ReceiptCheck",
                "The centre's list of keys and of payments that no longer stand has not come yet: press F5.",
            )
        )
    return said(
        QT_TRANSLATE_NOOP(
            "ReceiptCheck",
            "Judged by the centre's list as of {moment}; what fell later is not known here.",
        )
    ).format(moment=moment_text(verdict.as_of))


def _day_words(iso: str) -> str:
    try:
        return day_text(date.fromisoformat(iso))
    except ValueError:
        return iso
