"""Charges on no receipt, after a power cut or left for a supervisor: told where the cashier takes money, and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.payment_charge_form import with_charge
from ui.payment_charging import PaymentCharging
from ui.payment_parts import Part
from ui.payment_stage import Page

if TYPE_CHECKING:
    from counter_app.domain.card_sale import ChargeNote
    from counter_app.use_cases.views import Taken
    from ui.paper import Paper
    from ui.seat import Seat


class PaymentLooking(PaymentCharging):
    """Looks again whenever something may have changed: at entering, after a payment, after an answer."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self.charging.looked.connect(self._charges_seen)
        self.bar.charges_asked.connect(self._show_charges)
        self.charges.changed.connect(self.charging.look)
        self.charges.failed.connect(self.tell)

    def _taken(self, taken: Taken) -> None:
        super()._taken(taken)
        self.charging.look()

    def _charges_seen(self, notes: tuple[ChargeNote, ...]) -> None:
        """Those of the payment on the screen are its own affair; of the others a key and a word tell."""
        form = self._form
        own = form.charges if form is not None else ()
        if form is not None and not self.is_under_way and not own:
            group_id = form.lines[0].payment_id
            lost = [
                note.charge
                for note in notes
                if note.charge.group_id == group_id and not note.is_known
            ]
            for charge in lost[:1]:
                self._form = with_charge(form, charge)
                own = (charge,)
                self.charging.doubt(charge)
        others = tuple(note for note in notes if note.charge not in own)
        are_new = set(others) - set(self.charges.notes)
        self.charges.show_notes(others)
        if self.page is Page.CHARGES and not others:
            self._back_to_payment()
            self.notice.tell(*self.charges.told)
        elif self.page is not Page.CHARGES:
            self._show_page(self.page)
            if are_new:
                self._tell_open(len(others))

    def _tell_open(self, count: int) -> None:
        self.notice.tell(
            "caution",
            self.tr("Card charges on no receipt: {count}").format(count=count),
            self.tr("Alt+Q lists them: ask the terminal, give back, or call a supervisor."),
        )

    def _show_charges(self) -> None:
        if self.is_under_way or self.sides.is_word_asked:
            return
        self.notice.hush()
        self.finder.box.fill("")
        self.charges.begin()
        self._show_page(Page.CHARGES)
        self.charges.table.setFocus()

    def _back_to_payment(self) -> None:
        """From a page before it to the payment, or to the find box."""
        self.finder.box.fill("")
        self._show_page()
        if self._form is None:
            self.finder.box.setFocus()
        else:
            self.sides.focus(Part.AMOUNT)
