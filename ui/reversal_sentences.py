"""Why a payment was not reversed. One sentence a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

REVERSAL_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.REVERSED_ALREADY: QT_TRANSLATE_NOOP(
        "Refusal",
        "Receipt {receipt_no} was reversed before. Nothing was changed, and nothing is paid back again.",
    ),
    RefusalCode.REVERSAL_AFTER_REMITTANCE: QT_TRANSLATE_NOOP(
        "Refusal",
        "The money of receipt {receipt_no} was handed over or is at the bank already. "
        "Nothing was changed. The head office puts it right.",
    ),
    RefusalCode.REVERSAL_BOUNCED: QT_TRANSLATE_NOOP(
        "Refusal",
        "The bank gave back what paid receipt {receipt_no}: that undid it already. "
        "Nothing was changed.",
    ),
    RefusalCode.REVERSAL_TENDER_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "The money cannot go back that way: cash is given back for cash alone. Nothing was changed. "
        "Choose another way, or keep it in suspense.",
    ),
    RefusalCode.REVERSAL_VOID_MISSING: QT_TRANSLATE_NOOP(
        "Refusal",
        "The approval code of the void is missing. Nothing was changed. "
        "Void the sale on the terminal first, then type the code on its slip.",
    ),
    RefusalCode.REVERSAL_VOID_LATE: QT_TRANSLATE_NOOP(
        "Refusal",
        "A card sale can be voided on its own day alone. Nothing was changed. "
        "Keep the money of receipt {receipt_no} in suspense.",
    ),
    RefusalCode.REVERSAL_ACCOUNT_SAME: QT_TRANSLATE_NOOP(
        "Refusal",
        "{account_no} is the account that was paid. Nothing was changed. "
        "Type the account the money was meant for, or leave it empty.",
    ),
}
