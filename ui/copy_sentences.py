"""Why no copy of a receipt was asked for. One sentence a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

COPY_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.COPY_ADDRESS_WRONG: QT_TRANSLATE_NOOP(
        "Refusal",
        "That is no mobile number of 10 digits and no e-mail address. Nothing was asked for; the receipt is as it was. "
        "Type it again.",
    ),
    RefusalCode.COPY_ASKED_BEFORE: QT_TRANSLATE_NOOP(
        "Refusal",
        "A copy of receipt {receipt_no} to this address was asked for before and is queued or sent. Nothing more was "
        "asked for. Type another address, or leave it with Esc.",
    ),
}
