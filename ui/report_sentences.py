"""One sentence for each reason why a report is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.SHIFT_NOT_CLOSED: QT_TRANSLATE_NOOP(
        "Refusal",
        "Shift {shift_no} is not closed, so it has no Z report yet. "
        "Its X report shows it as it stands.",
    ),
    RefusalCode.REPORT_NOT_OF_SHIFT: QT_TRANSLATE_NOOP(
        "Refusal", "This report is made of one shift. Choose the shift, then make it again."
    ),
}
