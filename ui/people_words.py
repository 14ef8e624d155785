"""Roles, and whether a person may sign in, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.shift import Role
from counter_app.use_cases.people_views import PersonState
from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.table import Cell
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.people_views import PersonSeen

ROLE_WORDS: Mapping[Role, str] = {
    Role.CASHIER: QT_TRANSLATE_NOOP("People", "Cashier"),
    Role.HEAD_CASHIER: QT_TRANSLATE_NOOP("People", "Head cashier"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("People", "Supervisor"),
    Role.ACCOUNTANT: QT_TRANSLATE_NOOP("People", "Accountant"),
    Role.TECHNICIAN: QT_TRANSLATE_NOOP("People", "Technician"),
}

TEMPORARY = QT_TRANSLATE_NOOP("People", "Temporary cashier")
UNTIL_OFFICE = QT_TRANSLATE_NOOP("People", "as the office says")

_STATES: Mapping[PersonState, tuple[str, str, str]] = {
    PersonState.WORKING: (QT_TRANSLATE_NOOP("People", "May sign in"), "tick", "text"),
    PersonState.LOCKED: (
        QT_TRANSLATE_NOOP("People", "Locked, {minutes} min"),
        "caution",
        "caution",
    ),
    PersonState.EXPIRED: (QT_TRANSLATE_NOOP("People", "Time is over"), "stop", "text_muted"),
    PersonState.ENDED: (QT_TRANSLATE_NOOP("People", "Ended"), "stop", "text_muted"),
}
_MINUTE_SECONDS = 60


def word(text: str) -> str:
    """A word of this context in the language spoken."""
    return QCoreApplication.translate("People", text)


def role_text(one: PersonSeen | Cashier) -> str:
    """What a person is here."""
    return word(TEMPORARY) if one.is_local else word(ROLE_WORDS[one.role])


def person_text(one: PersonSeen | Cashier) -> str:
    """``L301 RAKESH SINGH``."""
    return f"{one.cashier_id} {in_language(one.name_en, one.name_hi)}"


def until_text(one: PersonSeen) -> str:
    """Until which day a person works here."""
    return day_text(one.valid_to) if one.valid_to else word(UNTIL_OFFICE)


def state_cell(one: PersonSeen) -> Cell:
    """Whether a person may sign in."""
    text, icon_name, tone = _STATES[one.state]
    minutes = max(1, -(-one.wait_seconds // _MINUTE_SECONDS))
    return Cell(word(text).format(minutes=minutes), icon_name, tone)
