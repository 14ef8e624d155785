"""In place of a slip's fields when the terminal charges the card: what it is about, and what can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import Refusal
from counter_app.domain.tender import TenderKind
from ui.payment_charge_form import ChargeForm, Step
from ui.sale_sentences import progress_text, sale_sentence
from ui.widgets.buttons import KeyButton
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column
from ui.words import rupees

if TYPE_CHECKING:
    from ui.payment_form import PaymentForm


class TerminalPanel(QWidget):
    """Shows how far the charge is; the large button beside it does the next step."""

    stop_asked = Signal()
    type_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_connected = False
        self._charge = ChargeForm()
        self._form: PaymentForm | None = None
        self._told = ("", "", "")
        self.notice = NoticeBar(is_narrow=True)
        self.notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stop_button = KeyButton(self.stop_asked.emit, hint="Esc")
        self.stop_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.type_button = KeyButton(self.type_asked.emit, key="Alt+K")
        self.leave_button = KeyButton(self.leave_asked.emit, key="Alt+E")
        self.setLayout(
            column(self.notice, self.stop_button, self.type_button, self.leave_button, gap=2)
        )

    @property
    def is_charging(self) -> bool:
        """Whether it stands where a tender's fields stand else."""
        form = self._form
        is_card = form is not None and form.awaits_terminal
        return is_card or self.is_under_way

    @property
    def is_under_way(self) -> bool:
        """Whether nothing else of the tenders can be done meanwhile."""
        return self._charge.is_under_way

    @property
    def said(self) -> str:
        """Title and sentence, empty while it is not needed."""
        return "" if self.isHidden() else self.notice.said

    @property
    def action(self) -> str:
        """What the large button does now; empty when it takes the payment."""
        if not self.is_charging:
            return ""
        words = {
            Step.READY: self.tr("Charge the terminal"),
            Step.CHARGING: self.tr("Charging…"),
            Step.UNCERTAIN: self.tr("Ask the terminal again"),
            Step.ASKING: self.tr("Asking the terminal…"),
            Step.GIVE_BACK: self.tr("Give it back"),
            Step.GIVING_BACK: self.tr("Giving it back…"),
            Step.ENDED: self.tr("Charge the terminal again"),
        }
        return words[self._charge.step]

    def show_charge(self, charge: ChargeForm) -> None:
        """Another step."""
        self._charge = charge
        self._show()

    def show_form(self, form: PaymentForm) -> None:
        """Another sum or tender."""
        self._form = form
        self._show()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.leave_button.say(self.tr("Leave it to a supervisor"))
        self._show()

    def _show(self) -> None:
        form, charge = self._form, self._charge
        if form is None:
            return
        is_card = form.kind is TenderKind.CARD and not form.is_settled
        is_told = self.is_charging or charge.still_stands
        is_offered = is_card and self.is_connected
        self.setHidden(not (is_told or is_offered))
        self.notice.setHidden(not is_told)
        if is_told:
            self._tell(*self._words(form))
        self.stop_button.setHidden(charge.step not in {Step.CHARGING, Step.GIVE_BACK})
        is_free = charge.step in {Step.READY, Step.ENDED, Step.UNCERTAIN}
        self.type_button.setHidden(not (is_card and is_free))
        self.leave_button.setHidden(not charge.may_be_left_open)
        stop = self.tr("Keep the charge")
        if charge.step is Step.CHARGING:
            stop = self.tr("Cancel at the terminal")
        self.stop_button.say(stop)
        by_hand = self.tr("Type the slip by hand")
        self.type_button.say(by_hand if form.awaits_terminal else self.tr("Use the terminal"))

    def _tell(self, tone: str, title: str, text: str) -> None:
        """Say it once: screen readers hear what is new."""
        if (tone, title, text) != self._told or self.notice.isHidden():
            self._told = (tone, title, text)
            self.notice.tell(tone, title, text)

    def _words(self, form: PaymentForm) -> tuple[str, str, str]:
        """Tone, title, sentence."""
        charge = self._charge
        amount = self._amount(form)
        match charge.step:
            case Step.READY:
                title = self.tr("Card by the terminal: {amount}").format(amount=amount)
                return "accent", title, self.tr("The payer then taps or inserts the card there.")
            case Step.CHARGING:
                title = progress_text(charge.progress)
                if charge.is_stop_wished:
                    title = self.tr("Asking the terminal to stop…")
                text = self.tr("{amount} is with the terminal. Wait for its answer.")
                return "accent", title, text.format(amount=amount)
            case Step.ASKING:
                text = self.tr("It tells what became of {amount}. This charges nothing.")
                return "accent", self.tr("Asking the terminal…"), text.format(amount=amount)
            case Step.GIVE_BACK:
                title = self.tr("Give {amount} back to the card?").format(amount=amount)
                text = self.tr(
                    "The terminal voids the sale, which works today only. Esc leaves it charged."
                )
                return "caution", title, text
            case Step.GIVING_BACK:
                title = self.tr("Giving it back…")
                text = self.tr("{amount} is with the terminal. Wait for its answer.")
                return "accent", title, text.format(amount=amount)
            case Step.UNCERTAIN | Step.ENDED:
                return self._outcome_words(amount)

    def _outcome_words(self, amount: str) -> tuple[str, str, str]:
        charge = self._charge
        if charge.outcome is None:
            return "negative", self.tr("Not certain: {amount}").format(amount=amount), ""
        sentence = sale_sentence(charge.outcome)
        if charge.step is Step.ENDED:
            return "caution", f"{sentence.title}: {amount}", sentence.text
        more = self.tr("An approved slip can be typed with Alt+K.")
        if charge.may_be_left_open:
            more = self.tr("Still silent? Type an approved slip, or call a supervisor.")
        return "negative", f"{sentence.title}: {amount}", f"{sentence.text} {more}"

    def _amount(self, form: PaymentForm) -> str:
        charge = self._charge.charge
        if charge is not None and self._charge.step is not Step.READY:
            return rupees(charge.amount)
        pays = form.tender.pays(form.remaining)
        return "–" if isinstance(pays, Refusal) else rupees(pays)
