"""Third step: the test page is out. What was seen says what to try next, at one key."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from counter_app.domain.receipt import PrintReason, PrintState
from ui.printer_page import PrinterPage
from ui.printer_words import LOOK_AT, connection_text, model_text, plan_model_text, word
from ui.sentences import print_reason_text
from ui.widgets.buttons import KeyButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row

if TYPE_CHECKING:
    from counter_app.domain.printer import PrinterModel
    from counter_app.domain.receipt import PrintOutcome
    from ui.printer_form import PrinterForm

_A_ROW = 2
_NOBODY_THERE = frozenset({PrintReason.NO_ANSWER, PrintReason.PRINTER_NOT_FOUND})


class Seen(Enum):
    """What a person saw, or wants to try after nothing was sent."""

    WHOLE = auto()
    CUT = auto()
    RUBBISH = auto()
    NOTHING = auto()
    RATE = auto()
    SILENT = auto()


class TrialPageStep(PrinterPage):
    """Tells how the test page ended, asks what was seen, and prints again with what is to be tried."""

    print_asked = Signal()

    def __init__(self, form: PrinterForm) -> None:
        super().__init__(3)
        self._form = form
        self.outcome: PrintOutcome | None = None
        self._advice: Seen | None = None
        self._icon = IconLabel("printer", "text")
        self._state = Label("", as_="heading", wraps=True)
        self._reason = Label("", wraps=True)
        self._facts = Label("", as_="muted", wraps=True)
        self._question = Label("", as_="strong", wraps=True)
        self.answers: ChoiceRow[Seen] = ChoiceRow(a_row=_A_ROW)
        self._look_at = Label("", wraps=True)
        self.again_button = KeyButton(self._print_again, key="Alt+P", icon_name="printer")
        self.answers.chosen.connect(self._answer)
        head = row(self._icon, gap=2)
        head.addWidget(self._state, 1)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = column(
            head,
            self._reason,
            self._facts,
            self._question,
            self.answers,
            self._look_at,
            gap=3,
            margins=(5, 4, 5, 4),
        )
        inside.addStretch(1)
        self.lay_out(framed(inside, ground="card"), self.again_button)

    def begin(self) -> None:
        """Print at once: whoever chose a model wants to see it."""
        self._print_again()

    def show_outcome(self, outcome: PrintOutcome) -> None:
        """How it ended."""
        self.wait(is_waiting=False)
        self.outcome = outcome
        self.answers.choose(None)
        self.retranslate()
        self.take_keys()

    def give_up(self) -> None:
        """It was refused, or a fault came: what it was stands in the notice."""
        self.wait(is_waiting=False)
        self.outcome = None
        self.retranslate()
        self.take_keys()

    def take_keys(self) -> None:
        """On the first answer, which Enter gives; else on what Enter means then. While it prints it means nothing."""
        buttons = tuple(self.answers.buttons.values())
        otherwise = self.on_button if self._is_out else self.again_button
        (buttons[0] if buttons else otherwise).setFocus()

    def go_on(self) -> None:
        """The page came out as it should, as far as anybody said."""
        if not self.is_waiting and self._is_out:
            self.went_on.emit()

    @property
    def _is_out(self) -> bool:
        return self.outcome is not None and self.outcome.state is not PrintState.NOT_SENT

    def _print_again(self) -> None:
        if not self.is_waiting:
            self.notice.hush()
            self.wait(is_waiting=True)
            self.outcome, self._advice = None, None
            self.retranslate()
            self.again_button.setFocus()
            self.print_asked.emit()

    def _answer(self) -> None:
        """Each answer is an act: on, or the next thing to try, or what to look at."""
        seen = self.answers.value
        if self.is_waiting or seen is None:
            return
        narrower = self._form.narrower
        match seen:
            case Seen.WHOLE:
                self.went_on.emit()
            case Seen.CUT if narrower is not None:
                self._try_model(narrower)
            case Seen.RUBBISH | Seen.RATE if self._form.next_rate is not None:
                self._form.take_next_rate()
                self._print_again()
            case Seen.SILENT if self._form.silent is not None:
                self._try_model(self._form.silent)
            case _:
                self._advice = seen
                self.retranslate()

    def _try_model(self, model: PrinterModel) -> None:
        self._form.choose_model(model.name)
        self._print_again()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.say(
            self.tr("Test page"),
            self.tr("A ruler, Hindi, a rupee sign, a QR code and four grey fields."),
            self.tr("Go on"),
        )
        self.again_button.say(self.tr("Print again"))
        plan, at_hand = self._form.plan, self._form.at_hand
        self._facts.setText(f"{connection_text(plan)} · {plan_model_text(plan, at_hand)}")
        self._say_state()
        outcome = self.outcome
        is_told = outcome is not None and not self._is_file
        self._reason.show_text(print_reason_text(outcome.reason) if outcome and is_told else "")
        self._question.show_text(
            self.tr("Did it come out whole, with both ends of the ruler, and readable?")
            if self._is_out and not self._is_file
            else ""
        )
        self.answers.offer(self._offered())
        for button in self.answers.buttons.values():
            button.setAutoDefault(True)
        self.answers.say(self._words())
        self.answers.setHidden(not self.answers.buttons)
        self._look_at.show_text(self._advice_text())
        self.on_button.setHidden(not self._is_out)

    @property
    def _is_file(self) -> bool:
        return self.outcome is not None and bool(self.outcome.saved_as)

    def _offered(self) -> tuple[Seen, ...]:
        if self.outcome is None or self.is_waiting or self._is_file:
            return ()
        if self._is_out:
            return Seen.WHOLE, Seen.CUT, Seen.RUBBISH, Seen.NOTHING
        if self.outcome.reason != PrintReason.NO_ANSWER:
            return ()
        rate = (Seen.RATE,) if self._form.next_rate is not None else ()
        quiet = (Seen.SILENT,) if self._form.silent is not None else ()
        return rate + quiet

    def _words(self) -> dict[Seen, str]:
        form = self._form
        rate = "" if form.next_rate is None else str(form.next_rate)
        narrow = "" if form.narrower is None else model_text(form.narrower)
        faster = self.tr("Rubbish: try {rate} baud").format(rate=rate)
        cut = self.tr("Cut at the right: try {model}").format(model=narrow)
        return {
            Seen.WHOLE: self.tr("Yes"),
            Seen.CUT: cut if narrow else self.tr("Cut at the right"),
            Seen.RUBBISH: faster if rate else self.tr("Rubbish"),
            Seen.NOTHING: self.tr("Nothing came out"),
            Seen.RATE: self.tr("Try {rate} baud").format(rate=rate),
            Seen.SILENT: self.tr("Print without asking it first"),
        }

    def _say_state(self) -> None:
        outcome = self.outcome
        if self.is_waiting:
            self._icon.show_icon("printer", "text")
            self._state.setText(self.tr("The test page is being printed …"))
        elif outcome is None:
            self._icon.show_icon("caution", "caution")
            self._state.setText(self.tr("Nothing was printed"))
        elif self._is_file:
            self._icon.show_icon("tick", "positive")
            self._state.setText(self.tr("Saved as {file}").format(file=outcome.saved_as))
        else:
            titles = {
                PrintState.PRINTED: self.tr("The test page was printed"),
                PrintState.UNCERTAIN: self.tr("It is not certain that it came out"),
                PrintState.NOT_SENT: self.tr("Nothing was sent to the printer"),
            }
            is_good = outcome.state is PrintState.PRINTED
            self._icon.show_icon(
                "tick" if is_good else "caution", "positive" if is_good else "caution"
            )
            self._state.setText(titles[outcome.state])

    def _advice_text(self) -> str:
        """What to look at, of what was answered; of what was not sent by why."""
        advice = self._advice
        if self.outcome is not None and not self._is_out:
            if self.outcome.reason not in _NOBODY_THERE:
                return self.tr("Put that right, then print again.")
            advice = Seen.NOTHING
        match advice:
            case Seen.NOTHING:
                return word(LOOK_AT[self._form.plan.kind])
            case Seen.CUT:
                return self.tr("No narrower model can be connected so. Go back and choose another.")
            case Seen.RUBBISH:
                return self.tr(
                    "Signs and question marks come of a printer that does not understand ESC/POS:"
                    " go back and choose another model, or print pages through the system."
                )
            case _:
                return ""
