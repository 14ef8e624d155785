"""Fourth step: does the cash drawer hang on this printer, and on which pin."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from counter_app.domain.printer_rules import other_pin
from counter_app.domain.receipt import PrintState
from ui.printer_page import PrinterPage
from ui.sentences import print_reason_text
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed

if TYPE_CHECKING:
    from counter_app.domain.receipt import PrintOutcome
    from ui.printer_form import PrinterForm


class DrawerAnswer(Enum):
    """What to do, and after a kick what was seen."""

    KICK = auto()
    OPENED = auto()
    OTHER_PIN = auto()
    NONE = auto()


class DrawerPage(PrinterPage):
    """Kicks when it is asked to, never by itself, and not by an Enter too many: Alt+1 or the space bar."""

    kick_asked = Signal()

    def __init__(self, form: PrinterForm) -> None:
        super().__init__(4)
        self._form = form
        self._is_kicked = False
        self._outcome: PrintOutcome | None = None
        self._state = Label("", as_="heading", wraps=True)
        self._note = Label("", as_="muted", wraps=True)
        self.answers: ChoiceRow[DrawerAnswer] = ChoiceRow(a_row=3)
        self.answers.chosen.connect(self._answer)
        inside = column(self._state, self.answers, self._note, gap=3, margins=(5, 4, 5, 4))
        inside.addStretch(1)
        self.lay_out(framed(inside, ground="card"))
        self.on_button.setHidden(True)

    def begin(self) -> None:
        """Nothing was kicked yet."""
        self._is_kicked, self._outcome = False, None
        self.notice.hush()
        self.wait(is_waiting=False)
        self.answers.choose(None)
        self.retranslate()

    def show_outcome(self, outcome: PrintOutcome) -> None:
        """The kick went out, or it did not."""
        self.wait(is_waiting=False)
        self._outcome = outcome
        self._is_kicked = outcome.state is not PrintState.NOT_SENT
        self.answers.choose(None)
        self.retranslate()
        self.take_keys()

    def give_up(self) -> None:
        """It was refused, or a fault came: the drawer stayed shut."""
        self.wait(is_waiting=False)
        self.answers.choose(None)
        self.retranslate()

    def take_keys(self) -> None:
        """On the first answer."""
        next(iter(self.answers.buttons.values())).setFocus()

    def _answer(self) -> None:
        answer = self.answers.value
        if self.is_waiting or answer is None:
            return
        match answer:
            case DrawerAnswer.OPENED:
                self.went_on.emit()
            case DrawerAnswer.NONE:
                self._form.use_no_drawer()
                self.went_on.emit()
            case DrawerAnswer.KICK:
                self._form.use_some_pin()
                self._kick()
            case DrawerAnswer.OTHER_PIN:
                self._form.use_other_pin()
                self._kick()

    def _kick(self) -> None:
        self.wait(is_waiting=True)
        self.notice.hush()
        self.kick_asked.emit()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.say(
            self.tr("Cash drawer"),
            self.tr("Keep a hand's breadth away from the drawer."),
            self.tr("Go on"),
        )
        kick, opened, other, none = DrawerAnswer
        self.answers.offer((opened, other, none) if self._is_kicked else (kick, none))
        pin = self._form.pin
        asked = self.tr("Pin {pin} was pulsed. Did the drawer open?").format(pin=pin)
        refused = print_reason_text(self._outcome.reason) if self._outcome else ""
        question = self.tr("Does the cash drawer hang on this printer?")
        self._state.setText(asked if self._is_kicked else f"{refused} {question}".strip())
        self._note.show_text(
            self.tr("An opening for a test is noted in the books, as every opening is.")
        )
        self.answers.say(
            {
                kick: self.tr("Open it once"),
                opened: self.tr("It opened"),
                other: self.tr("It did not: try pin {pin}").format(pin=other_pin(pin)),
                none: self.tr("No drawer here"),
            }
        )
