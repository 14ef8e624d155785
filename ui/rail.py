"""The rail on the left: the places a person may go to, each with its key.

In a narrow or low window it is compact: no icons, rows close together, and ``Ctrl +`` once above the letters.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame

from counter_app.domain.people import Act, may
from ui.language import in_language
from ui.places import CTRL, MY_PIN, RAIL, RAIL_OF, Place, places_of
from ui.widgets.buttons import RailButton
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.styling import column, role, row

if TYPE_CHECKING:
    from counter_app.domain.shift import Cashier
    from ui.places import PlaceOnRail

RAIL_PX = 180
COMPACT_RAIL_PX = 138
COMPACT_BELOW_PX = (1200, 700)
"""In a window narrower or lower than this the rail is compact."""


class Rail(QFrame):
    """Who sits here and where, the places, and what is always at hand."""

    place_asked = Signal(Place)
    language_asked = Signal()
    theme_asked = Signal()
    change_asked = Signal()
    """Another cashier comes for a while."""

    sign_out_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="rail")
        self._cashier: Cashier | None = None
        self._open_matters = 0
        self._counter = ElidedLabel("", as_="strong")
        self._name = ElidedLabel("", as_="muted")
        self._ctrl = Label(CTRL[:-1] + " +", as_="muted")
        self._ctrl.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._places = {
            one.place: RailButton(
                partial(self.place_asked.emit, one.place),
                key=one.key,
                icon_name=one.icon_name,
            )
            for one in RAIL
        }
        self._language = RailButton(
            self.language_asked.emit, key="", hint="F12", icon_name="language", stays=False
        )
        self._theme = RailButton(
            self.theme_asked.emit, key="", hint="F11", icon_name="theme", stays=False
        )
        self._change = RailButton(
            self.change_asked.emit, key="Ctrl+G", icon_name="shift", stays=False
        )
        self._sign_out = RailButton(
            self.sign_out_asked.emit, key="Ctrl+L", icon_name="sign_out", stays=False
        )
        self._bolt = IconLabel("bolt", "on_rail", 28)
        self._lay_out()
        self.make_compact(is_compact=False)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """As wide as its form wants."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _lay_out(self) -> None:
        layout = column(gap=0, margins=(1, 2, 1, 1))
        layout.addLayout(row(1, self._bolt, 1))
        for label in (self._counter, self._name):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(column(self._counter, self._name, gap=0, margins=(1, 0, 1, 1)))
        is_with_ctrl = False
        for one in RAIL:
            if one.key.startswith(CTRL) and not is_with_ctrl:
                is_with_ctrl = True
                layout.addLayout(row(self._ctrl, gap=0, margins=(0, 0, 3, 0)))
            layout.addWidget(self._places[one.place])
        layout.addStretch(1)
        for button in (self._language, self._theme, self._change, self._sign_out):
            layout.addWidget(button)
        self.setLayout(layout)

    def seat(self, cashier: Cashier) -> None:
        """Show the places of this person's role."""
        self._cashier = cashier
        shown = places_of(cashier.role)
        for place, button in self._places.items():
            button.setHidden(place not in shown)
        self._change.setHidden(not may(cashier.role, Act.TAKE_MONEY))
        self.retranslate()

    def name_counter(self, counter_id: str) -> None:
        """Which counter this is."""
        self._counter.setText(counter_id)

    def mark(self, place: Place) -> None:
        """One is there now."""
        for each, button in self._places.items():
            button.setChecked(each is RAIL_OF.get(place, place))

    def count_matters(self, open_matters: int) -> None:
        """How many fates wait for a supervisor, quietly."""
        self._open_matters = open_matters
        self._say_places()

    def make_compact(self, *, is_compact: bool) -> None:
        """Leave the room to the screens. A wide rail never keeps the window from being made narrow."""
        self.setMinimumWidth(COMPACT_RAIL_PX)
        self.setMaximumWidth(COMPACT_RAIL_PX if is_compact else RAIL_PX)
        self._bolt.setHidden(is_compact)
        self._ctrl.setHidden(not is_compact)
        for button in self._places.values():
            button.make_compact(is_compact=is_compact, said_above=CTRL)
        for button in (self._language, self._theme, self._change, self._sign_out):
            button.make_compact(is_compact=is_compact)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._say_places()
        self._language.say(self.tr("हिन्दी"), self.tr("Switch language"))
        self._theme.say(self.tr("Look"), self.tr("Switch between light, dark and high contrast"))
        self._change.say(self.tr("Change"), self.tr("Another cashier comes: suspend the shift"))
        self._sign_out.say(self.tr("Sign out"))
        if self._cashier is not None:
            self._name.setText(in_language(self._cashier.name_en, self._cashier.name_hi))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _word_of(self, one: PlaceOnRail) -> str:
        role_now = self._cashier.role if self._cashier else None
        if one.place is Place.PEOPLE and not (role_now and may(role_now, Act.MANAGE_PEOPLE)):
            return MY_PIN
        return one.word

    def _say_places(self) -> None:
        for one in RAIL:
            word = QCoreApplication.translate("Workroom", self._word_of(one))
            if one.place is Place.MATTERS and self._open_matters:
                word = f"{word} {self._open_matters}"
            self._places[one.place].say(word)
