"""The card on its way through the terminal: charged, not certain, given back, or left open for a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleState
from counter_app.domain.errors import Refusal
from counter_app.domain.tender import TenderKind
from ui.payment_charge_form import (
    Step,
    by_terminal,
    is_slip_blank,
    typed_instead,
    with_charge,
    with_slip,
    without_charge,
)
from ui.payment_paying import PaymentPaying
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.card_sale import Charge, SaleOutcome
    from counter_app.domain.errors import Fault
    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.seat import Seat


class PaymentCharging(PaymentPaying):
    """A charge of this payment ends on its receipt, given back, or on the list of open charges: never forgotten."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self._is_leaving_told = False
        charging, panel = self.charging, self.tender.terminal
        charging.turned.connect(self._show_charge)
        charging.ended.connect(self._charge_ended)
        charging.failed.connect(self._charge_failed)
        charging.connected.connect(self._terminal_connected)
        panel.stop_asked.connect(self._stop_charge)
        panel.type_asked.connect(self._type_or_charge)
        panel.leave_asked.connect(self._leave_open)

    def _submit(self) -> None:
        """The large button: what it does for a card at the terminal, else take the payment."""
        form, step = self._form, self.charging.form.step
        if form is None or self.sides.is_word_asked:
            return
        if step is Step.UNCERTAIN:
            self.notice.hush()
            self.charging.ask()
        elif step is Step.GIVE_BACK:
            self.charging.give_back()
        elif self.charging.is_under_way:
            return
        elif form.awaits_terminal and not self.taking.is_under_way:
            if not self.opening.is_busy:
                self._charge(form)
        else:
            super()._submit()

    def _charge(self, form: PaymentForm) -> None:
        """Charge what this tender pays; nothing of the payment changes until the terminal has told."""
        amount = form.tender.pays(form.remaining)
        if form.problems or form.elsewhere is not None or isinstance(amount, Refusal):
            self._tell_what_is_missing(form)
            return
        charge = self.charging.begin(form.lines[0].payment_id, amount)
        if charge is None:
            self.notice.tell(
                "caution",
                self.tr("Too many tries at the terminal"),
                self.tr("Take another tender, or leave this payment and open it anew."),
            )
            return
        self._form = with_charge(form, charge)
        self._wait_for_books()
        self.seat.customer.show_card(amount)
        self.charging.charge(charge)

    def _show_charge(self) -> None:
        """Another step: fields are still while it is under way, and the large button does what is next."""
        form, step = self._form, self.charging.form.step
        self.tender.terminal.show_charge(self.charging.form)
        if form is None:
            return
        self.tender.show_pages(form)
        if not self.charging.is_under_way:
            return
        if self.charging.form.is_at_terminal:
            self.tender.terminal.notice.setFocus()
        self.sides.wait(is_waiting=True)
        if step in {Step.UNCERTAIN, Step.GIVE_BACK}:
            self.tender.take_button.setEnabled(True)
            self.tender.take_button.setFocus()

    def _charge_ended(self, charge: Charge, outcome: SaleOutcome) -> None:
        form = self._form
        assert form is not None, "a payment is not left while a charge of it is under way"
        if outcome.slip is not None:
            self._charged(with_slip(form, charge, outcome.slip), outcome)
        elif outcome.state is not SaleState.UNCERTAIN:
            self._free(without_charge(form, charge))
            if self.charging.form.has_earlier_open:
                self.charging.look()
        self._is_leaving_told = False

    def _charged(self, form: PaymentForm, outcome: SaleOutcome) -> None:
        """Approved: go on with what remains; the payment is taken at once when nothing does."""
        is_stop_wished = self.charging.form.is_stop_wished
        was_told = self._form is not None and self._form.done == form.done
        if outcome.reason or was_told:
            self._free(form)
            if not outcome.reason:
                self.charging.rest()
            return
        self.charging.rest()
        self._free(form)
        if not form.is_settled:
            return
        if is_stop_wished:
            self.notice.tell(
                "caution",
                self.tr("The bank had approved it already: the card is charged"),
                self.tr("Enter takes the payment; Alt+B gives it back to the card."),
            )
            return
        self._submit()

    def _free(self, form: PaymentForm) -> None:
        """The terminal has told: the payment can be typed again."""
        self._complaints.forget()
        self.sides.wait(is_waiting=False)
        self.tender.want_sum(is_wanted=False)
        self._change(form)
        self.tender.show_form(form)
        self._focus_tender(form)

    def _charge_failed(self, fault: Fault) -> None:
        """Nothing was sent, or it is not certain: then it is asked about."""
        form, charging = self._form, self.charging
        charge = form.tender.charge if form is not None and form.awaits_terminal else None
        if form is not None and charge is not None and not charging.is_under_way:
            self._free(without_charge(form, charge))
            charging.look()
        self.tell(fault)

    def _terminal_connected(self) -> None:
        self.tender.terminal.is_connected = True
        form = self._form
        if form is not None and form.kind is TenderKind.CARD and not self.is_under_way:
            self._choose(TenderKind.CARD)

    def _choose(self, kind: TenderKind) -> None:
        """A card is charged by the terminal where one is connected, unless its slip is being typed."""
        form = self._form
        if form is None or self.is_under_way or self.sides.is_word_asked:
            return
        if form.tender.charge is not None:
            self._tell_charged()
            self.tender.show_form(form)
            return
        self.charging.rest()
        if kind is TenderKind.CARD and self.charging.is_connected and is_slip_blank(form.tender):
            self._form = by_terminal(form)
        super()._choose(kind)

    def _type_or_charge(self) -> None:
        """Alt+K: the terminal printed its slip and could not tell it; or back to the terminal."""
        form = self._form
        if form is None or form.kind is not TenderKind.CARD or self.charging.form.is_at_terminal:
            return
        self.notice.hush()
        charge = form.tender.charge
        if not form.awaits_terminal and charge is not None:
            self._form = by_terminal(form)
            self.charging.doubt(charge)
            return
        other = typed_instead(form) if form.awaits_terminal else by_terminal(form)
        self._form = other
        self.charging.rest()
        self.sides.wait(is_waiting=False)
        self.tender.show_form(other)
        self._follow()
        self._focus_tender(other)

    def _begin_next_tender(self) -> None:
        """A part by the terminal: it is charged, and the next tender begins by itself."""
        form = self._form
        if form is not None and form.awaits_terminal and not form.next_problems:
            self.tender.take_button.click()
        else:
            super()._begin_next_tender()

    def _mend_last_tender(self) -> None:
        """What the terminal charged is not typed anew: it can be given back."""
        form = self._form
        last = form.done[-1] if form is not None and form.done else None
        if last is not None and last.is_told and last.charge is not None:
            self.notice.hush()
            self.charging.offer_back(last.charge)
        else:
            super()._mend_last_tender()

    def _remove_line(self) -> None:
        """The first account names the payment to the terminal."""
        if self._form is not None and self._form.charges and self._form.chosen == 0:
            self._tell_charged()
        else:
            super()._remove_line()

    def _stop_charge(self) -> None:
        """Escape: the sale should end; a charge that is not certain is not left by it."""
        match self.charging.form.step:
            case Step.CHARGING:
                self.charging.wish_to_stop()
            case Step.GIVE_BACK:
                self.charging.rest()
                self.sides.wait(is_waiting=False)
                self.tender.take_button.setFocus()
            case Step.UNCERTAIN:
                self._tell_charged()
            case _:
                pass

    def _keeps_charge(self) -> bool:
        """Whether a charge holds the cashier at this payment; it is told."""
        if self._form is None or not self._form.charges:
            return False
        self._tell_charged()
        return True

    def _tell_charged(self) -> None:
        if self.charging.form.step is Step.UNCERTAIN:
            words = self.tr("Ask the terminal again with Enter; nothing else is taken before.")
        elif self._form is not None and any(each.is_told for each in self._form.done):
            words = self.tr("Take the payment with Enter, or give it back with Alt+B.")
        else:
            words = self.tr("Take the payment with the slip, or ask the terminal with Alt+K.")
        self.notice.tell("caution", self.tr("A card may be charged for this payment"), words)

    def _leave_open(self) -> None:
        """Alt+E, twice: the terminal stays silent, or does not give it back. The charge stays on the list."""
        form, charge = self._form, self.charging.form.charge
        if form is None or charge is None or not self.charging.form.may_be_left_open:
            return
        if not self._is_leaving_told:
            self._is_leaving_told = True
            self.notice.tell(
                "caution",
                self.tr("Call a supervisor: {amount}").format(amount=rupees(charge.amount)),
                self.tr(
                    "No receipt will be printed. The charge stays on the list of Alt+Q. "
                    "Alt+E again leaves it."
                ),
            )
            return
        self._drop()
        self.charging.look()

    def _follow(self) -> None:
        super()._follow()
        charge = self.charging.form
        if charge.step is Step.CHARGING and charge.charge is not None:
            self.seat.customer.show_card(charge.charge.amount)
