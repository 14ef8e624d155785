"""The payment screen: find, see what is owed, take the money, give the change. No dialog on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.payment_gathering import PaymentGathering
from ui.payment_held import HeldPayment
from ui.payment_list_form import AccountList
from ui.payment_stage import Page
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, CashierId
    from ui.paper import Paper
    from ui.seat import Seat


class PaymentScreen(PaymentGathering):
    """Where the cashier is all day: which payment is open, which accounts it is for, which are set aside."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self._is_asked_to_drop = False
        finder, bar = self.finder, self.bar
        finder.searching.connect(lambda _is: self._show_page())
        finder.listed.connect(self._show_page)
        finder.failed.connect(self.tell)
        finder.left.connect(self._leave)
        bar.hold_asked.connect(self._hold)
        bar.held_asked.connect(self._show_held)
        self.list.left.connect(self._leave)
        self.held_panel.table.entered.connect(self._recall)
        self._key("Escape", self._leave)
        self._key("Ctrl+Return", self._submit_or_add)
        self._key("Alt+W", self._name_payer)
        self.retranslate()

    def seat_cashier(self, cashier_id: CashierId) -> None:
        """Another person sits down: nothing of the one before stays."""
        self._cashier_id = cashier_id
        self._terminal = {}
        self._held = ()
        self._is_asked_to_drop = False
        self._drop()
        self.charges.show_notes(())
        self.outcome.forget()
        self.notice.hush()

    @property
    def held(self) -> tuple[HeldPayment, ...]:
        """Payments set aside; dropped when the next cashier sits down."""
        return self._held

    def lets_go(self) -> bool:
        """Whether the cashier may sign out: not with payments set aside, unless it was asked once already."""
        if not self._held or self._is_asked_to_drop:
            return True
        self._is_asked_to_drop = True
        self.notice.tell(
            "caution",
            self.tr("Payments set aside: {count}").format(count=len(self._held)),
            self.tr(
                "Nothing was taken of them. Press Ctrl+L again to drop them and sign out, "
                "or take them back with Alt+J."
            ),
        )
        return False

    def enter(self) -> None:
        """Back to where typing belongs."""
        if self._cashier_id is not None:
            self.charging.look()
        if self._form is None and self.page in (Page.OUTCOME, Page.FOUND):
            self.finder.box.setFocus()
        elif self.focusWidget() is not None:
            self.focusWidget().setFocus()

    def _submit_or_add(self) -> None:
        """Ctrl+Enter: in the find box it adds what was found, everywhere else it takes the payment."""
        box = self.finder.box
        if box.hasFocus() and box.text().strip():
            self._is_adding = self._form is not None
            box.picked.emit()
        else:
            self.tender.take_button.click()

    def _name_payer(self) -> None:
        if self._form is not None and self.page is Page.SIDES:
            self.sides.editor.show_payer()

    def _hold(self) -> None:
        """Set the half-typed payment aside, exactly as it is."""
        form = self._form
        if form is None or self.is_under_way or self.sides.is_word_asked:
            return
        if self._keeps_charge():
            return
        self._held = (*self._held, HeldPayment(form, self.seat.now(), self.list.accounts))
        self._is_asked_to_drop = False
        self._drop()
        self.notice.tell(
            "accent",
            self.tr("Set aside: {amount}").format(amount=rupees(form.total)),
            self.tr("Nothing was taken. Alt+J lists what is set aside and takes it back."),
        )

    def _show_held(self) -> None:
        if self.is_under_way or self.sides.is_word_asked:
            return
        self.notice.hush()
        self.finder.box.fill("")
        self._is_asked_to_drop = False
        self.held_panel.show_held(self._held, self.seat.now())
        self._show_page(Page.HELD)
        self.held_panel.table.setFocus()

    def _recall(self, place: int) -> None:
        """Take one back: its accounts are opened again, and what changed meanwhile is told."""
        if self.opening.is_busy or self._keeps_charge():
            return
        held = self._held[place]
        numbers = tuple(
            dict.fromkeys(line.account_no for line in held.form.lines if line.account is not None)
        )

        def back(answer: tuple[dict[AccountNo, ConsumerAccount], DayRules]) -> None:
            if self._form is not None and self._is_touched:
                self._hold()
            self._held = tuple(one for one in self._held if one is not held)
            self._forget_complaints()
            self._is_touched = True
            self.notice.hush()
            self.list.keep(held.rest)
            self._show_as_now(held.form, *answer)

        self.opening.reopen(numbers, back, self.tell)

    def _leave(self) -> None:
        """Escape: first what stands before the payment, then the payment; what was typed asks once more."""
        if self.page in (Page.LIST, Page.HELD, Page.CHARGES):
            self._back_to_payment()
        elif self.sides.is_word_asked and self._form is not None:
            self._leave_word()
        elif self.charging.is_under_way and not self.finder.box.text():
            self._stop_charge()
        elif self.finder.box.text() or self._is_adding:
            self._is_adding = False
            self.notice.hush()
            self._back_to_payment()
        elif self._is_held_here() and not self.taking.is_uncertain:
            return
        elif self._form is not None and self._is_touched and not self._wants_to_leave:
            self._wants_to_leave = True
            self.notice.tell(
                "caution",
                self.tr("Leave this payment?"),
                self.tr("Nothing was taken. Press Esc again to leave it, or go on typing."),
            )
        else:
            self.notice.hush()
            self._drop()
            self.charging.look()

    def _is_held_here(self) -> bool:
        """The books are writing, or a charge of this payment is on no receipt; the latter is told."""
        return self.taking.is_under_way or self._keeps_charge()

    def _drop(self) -> None:
        """No account is open, and nothing of the last one stays."""
        self._is_adding = False
        self.list.keep(AccountList())
        self._forget_complaints()
        super()._drop()
