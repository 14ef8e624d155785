"""Where one can be in the workroom, and who: one line of ``RAIL`` a place.

To add a place: a member of ``Place``, its line in ``RAIL`` (key, icon, word, act), and its maker in
``workroom.Workroom``. The rail then shows it to whoever may do the act, in both of its forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from counter_app.domain.people import Act, may
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from counter_app.domain.shift import Role

CTRL = "Ctrl+"


class Place(Enum):
    """Where a person can be."""

    PAYMENT = auto()
    RECEIPTS = auto()
    OUTBOX = auto()
    DAY_REPORT = auto()
    INSTRUMENTS = auto()
    MATTERS = auto()
    RULES = auto()
    RECONCILIATION = auto()
    PEOPLE = auto()
    COUNTER = auto()
    BANK = auto()
    TILL = auto()
    REPORTS = auto()
    PRINTERS = auto()
    CHECK = auto()


@dataclass(frozen=True, slots=True)
class PlaceOnRail:
    """A button of the rail. ``act`` None: for everybody. Keys with Ctrl stand below the others."""

    place: Place
    key: str
    icon_name: str
    word: str
    act: Act | None


RAIL = (
    PlaceOnRail(
        Place.PAYMENT, "F6", "payment", QT_TRANSLATE_NOOP("Workroom", "Payment"), Act.TAKE_MONEY
    ),
    PlaceOnRail(
        Place.RECEIPTS, "F7", "receipt", QT_TRANSLATE_NOOP("Workroom", "Receipts"), Act.READ_REPORTS
    ),
    PlaceOnRail(
        Place.OUTBOX, "F8", "outbox", QT_TRANSLATE_NOOP("Workroom", "Outbox"), Act.READ_REPORTS
    ),
    PlaceOnRail(
        Place.DAY_REPORT,
        "F9",
        "report",
        QT_TRANSLATE_NOOP("Workroom", "Day report"),
        Act.READ_REPORTS,
    ),
    PlaceOnRail(
        Place.INSTRUMENTS,
        "F10",
        "bank",
        QT_TRANSLATE_NOOP("Workroom", "Cheques"),
        Act.WORK_INSTRUMENTS,
    ),
    PlaceOnRail(
        Place.TILL, "Ctrl+T", "shift", QT_TRANSLATE_NOOP("Workroom", "Till"), Act.TAKE_MONEY
    ),
    PlaceOnRail(
        Place.BANK, "Ctrl+B", "vault", QT_TRANSLATE_NOOP("Workroom", "Bank"), Act.RECEIVE_CASH
    ),
    PlaceOnRail(
        Place.MATTERS,
        "Ctrl+K",
        "caution",
        QT_TRANSLATE_NOOP("Workroom", "To check"),
        Act.READ_REPORTS,
    ),
    PlaceOnRail(
        Place.CHECK, "Ctrl+Q", "scan", QT_TRANSLATE_NOOP("Workroom", "Verify"), Act.READ_REPORTS
    ),
    PlaceOnRail(
        Place.REPORTS,
        "Ctrl+D",
        "report",
        QT_TRANSLATE_NOOP("Workroom", "Reports"),
        Act.READ_REPORTS,
    ),
    PlaceOnRail(
        Place.RULES, "Ctrl+R", "rules", QT_TRANSLATE_NOOP("Workroom", "Rules"), Act.READ_REPORTS
    ),
    PlaceOnRail(
        Place.COUNTER, "Ctrl+U", "server", QT_TRANSLATE_NOOP("Workroom", "Counter"), Act.SET_UP
    ),
    PlaceOnRail(
        Place.PRINTERS, "Ctrl+J", "printer", QT_TRANSLATE_NOOP("Workroom", "Printers"), None
    ),
    PlaceOnRail(Place.PEOPLE, "Ctrl+I", "consumer", QT_TRANSLATE_NOOP("Workroom", "People"), None),
)
"""In the order of the rail."""

MY_PIN = QT_TRANSLATE_NOOP("Workroom", "My PIN")
"""What the place of people is called for whoever manages none."""

RAIL_OF = {Place.RECONCILIATION: Place.DAY_REPORT}
"""Places without a button of their own, and the one they belong to, which also says who may go there."""


def places_of(role: Role) -> tuple[Place, ...]:
    """The places on the rail of a role, the first is where one begins."""
    return tuple(one.place for one in RAIL if one.act is None or may(role, one.act))


def may_go(role: Role, place: Place) -> bool:
    """Whether a role may be there."""
    return RAIL_OF.get(place, place) in places_of(role)
