"""What a note or coin is called, and what is wrong with a row of a count in the few words a row has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import PAISE_PER_RUPEE, Money
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Refusal

_LEAST_NOTE = Money.rupees(50)
"""From here up there are notes alone; 5, 10 and 20 rupees are notes and coins."""

_LEAST_BOTH = Money.rupees(5)

_PROBLEMS: Mapping[RefusalCode, str] = {
    RefusalCode.COUNT_MISSING: QT_TRANSLATE_NOOP("Cash", "How many? 0 for none"),
    RefusalCode.COUNT_NOT_A_NUMBER: QT_TRANSLATE_NOOP("Cash", "Digits only"),
    RefusalCode.COUNT_TOO_LARGE: QT_TRANSLATE_NOOP("Cash", "Too many: check"),
}


def _said(text: str) -> str:
    return QCoreApplication.translate("Cash", text)


def face_text(denomination: Money) -> str:
    """``₹ 500``; ``50 paise`` below a rupee. The space does not break."""
    rupees, paise = divmod(denomination.paise, PAISE_PER_RUPEE)
    if paise:
        return _said(QT_TRANSLATE_NOOP("Cash", "{count} paise")).format(count=denomination.paise)
    return f"₹\u00a0{rupees}"


def pieces_name(denomination: Money) -> str:
    """What a screen reader says of its row: ``500 rupee notes``."""
    rupees, paise = divmod(denomination.paise, PAISE_PER_RUPEE)
    if paise:
        return _said(QT_TRANSLATE_NOOP("Cash", "{count} paise coins")).format(
            count=denomination.paise
        )
    if denomination >= _LEAST_NOTE:
        words = QT_TRANSLATE_NOOP("Cash", "{count} rupee notes")
    elif denomination >= _LEAST_BOTH:
        words = QT_TRANSLATE_NOOP("Cash", "{count} rupee notes and coins")
    else:
        words = QT_TRANSLATE_NOOP("Cash", "{count} rupee coins")
    return _said(words).format(count=rupees)


def row_problem_text(problem: Refusal) -> str:
    """What is wrong with a row, in two or three words."""
    return _said(_PROBLEMS[problem.code])
