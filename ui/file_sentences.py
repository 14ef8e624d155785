"""Sentences for files that are not taken: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.FILE_NOT_OURS: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” is not a file of the centre. Nothing was changed. Choose the file the head office gave you.",
    ),
    RefusalCode.FILE_TOO_NEW: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” was written for a newer version of this program. Nothing was changed. "
        "Ask for an update of this computer.",
    ),
    RefusalCode.FILE_OTHER_KIND: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” belongs to another step. Nothing was changed. "
        "Look at its name, and choose the file for this step.",
    ),
    RefusalCode.FILE_CUT: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” is only half there, or was changed on the way. Nothing was changed. "
        "Copy it again, or ask for it again.",
    ),
    RefusalCode.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” is too large to be a file of the centre. Nothing was changed. "
        "Choose the file the head office gave you.",
    ),
    RefusalCode.FILE_NOT_FOR_US: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” was made for another computer. Nothing was changed. "
        "Take the request file of this computer to the head office.",
    ),
    RefusalCode.FILE_NOT_GENUINE: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” is not from the centre that this code names. Nothing was changed. "
        "Check the code; if it is right, call the head office.",
    ),
    RefusalCode.FILE_HOLDS_NOTHING: QT_TRANSLATE_NOOP(
        "Refusal", "The centre has acknowledged everything. There is nothing to carry."
    ),
}
