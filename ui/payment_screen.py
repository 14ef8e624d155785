"""The payment screen: find, see what is owed, take the money, give the change. No dialog on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.payment_form import begin_with, reopened
from ui.payment_held import HeldPayment
from ui.payment_line_form import noted_line
from ui.payment_parts import Part
from ui.payment_stage import Page
from ui.payment_typing import PaymentTyping
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId
    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.payment_line_form import LineForm
    from ui.payment_list_form import ListedLine
    from ui.payment_opening import Opened
    from ui.seat import Seat


class PaymentScreen(PaymentTyping):
    """Where the cashier is all day: which payment is open, which accounts it is for, which are set aside."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self._cashier_id: CashierId | None = None
        self._is_adding = False
        finder, bar = self.finder, self.bar
        finder.account_wanted.connect(self._picked)
        finder.searching.connect(lambda _is: self._show_page())
        finder.listed.connect(self._show_page)
        finder.nothing_found.connect(self._nothing_found)
        finder.failed.connect(self.tell)
        finder.left.connect(self._leave)
        bar.add_asked.connect(self._begin_adding)
        bar.list_asked.connect(self._show_list)
        bar.hold_asked.connect(self._hold)
        bar.held_asked.connect(self._show_held)
        bar.suspense_asked.connect(self._take_without_account)
        self.list.wanted.connect(self._open_listed)
        self.list.left.connect(self._leave)
        self.list.failed.connect(self.tell)
        self.opening.progressed.connect(self.list.show_progress)
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
        self._drop()
        self.outcome.forget()
        self.notice.hush()

    @property
    def held(self) -> tuple[HeldPayment, ...]:
        """Payments set aside; dropped when the next cashier sits down."""
        return self._held

    def enter(self) -> None:
        """Back to where typing belongs."""
        if self._form is None and self.page in (Page.OUTCOME, Page.FOUND):
            self.finder.box.setFocus()
        elif self.focusWidget() is not None:
            self.focusWidget().setFocus()

    def scan(self, code: str) -> None:
        """A scanner read something: the next bill, a further account, or a line of the list."""
        if self.page is Page.LIST:
            self.list.scan(code)
        elif self.taking.is_under_way or self.sides.is_word_asked or self._would_be_lost:
            self._tell_to_finish()
        else:
            self.finder.scan(code)

    @property
    def _adds(self) -> bool:
        """Whether the next account found joins this payment."""
        return self._form is not None and (self._is_adding or len(self._form.lines) > 1)

    @property
    def _would_be_lost(self) -> bool:
        return self._form is not None and self._is_touched and not self._adds

    def _tell_to_finish(self) -> None:
        self.notice.tell(
            "caution",
            self.tr("Finish this payment first"),
            self.tr(
                "Take it with Enter, set it aside with Alt+H, or leave it with Esc; then scan again. "
                "Alt+A adds the next account to it."
            ),
        )

    def _picked(self, account_no: AccountNo) -> None:
        """An account was found: it begins a payment, or joins the one that is open."""
        if self.opening.is_busy or self.taking.is_under_way or self._cashier_id is None:
            return
        if self._would_be_lost:
            self._tell_to_finish()
            return
        self.opening.open((account_no,), self._opened, self._could_not_open)

    def _could_not_open(self, error: Refusal | Fault) -> None:
        self.tell(error)
        self._show_page(self.page if self.page is Page.LIST else None)

    def _opened(self, opened: Opened) -> None:
        for refusal in opened.refused.values():
            self._could_not_open(refusal)
            return
        self._take_in(tuple(opened.lines.values()))

    def _take_in(self, lines: tuple[LineForm, ...]) -> None:
        """Begin a payment with these lines, or put them to the one that is open."""
        assert self._cashier_id is not None, "accounts are opened for a cashier"
        is_more = self._adds or (self._form is not None and self.page is Page.LIST)
        if is_more and self._form is not None:
            form = self._form.with_lines(lines)
        else:
            form = begin_with(lines, self._cashier_id, self._terminal)
        self._forget_complaints()
        self._is_touched = is_more or len(lines) > 1
        self._is_adding = False
        self.tender.want_sum(is_wanted=False)
        self.notice.hush()
        self.finder.box.fill("")
        self._show_form(form)
        is_twice = Part.PURPOSE in form.problems
        self._complaints.tried([Part.PURPOSE] if is_twice else [])
        self._follow()
        if form.line.account is None:
            self.sides.focus(Part.NAME)
        else:
            self.sides.focus(Part.PURPOSE if is_twice else Part.AMOUNT)

    def _begin_adding(self) -> None:
        """The next account found joins this payment."""
        if self._form is None or self.taking.is_under_way or self.sides.is_word_asked:
            return
        self._is_adding = True
        self.notice.tell(
            "accent",
            self.tr("Add another account"),
            self.tr("Scan or search it; Enter adds it to this payment. Esc goes back."),
        )
        self.finder.clear()

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

    def _nothing_found(self, text: str) -> None:
        self.notice.tell(
            "caution",
            self.tr("Nothing found for “{text}”").format(text=text),
            self.tr(
                "Check the number, or try a name, meter or mobile number. "
                "Alt+S takes the payment without an account."
            ),
        )
        self._show_page()

    def _take_without_account(self) -> None:
        """The consumer is not in the local copy: what the payer can tell is noted."""
        typed = self.finder.box.text().strip()
        if self.opening.is_busy or self._would_be_lost:
            self._tell_to_finish()
            return

        def begun(answer: tuple[PaymentId, DayRules]) -> None:
            payment_id, rules = answer
            self._take_in((noted_line(payment_id, rules, typed),))

        self.opening.begin_noted(begun, self._could_not_open)

    def _show_list(self) -> None:
        if self.taking.is_under_way or self.sides.is_word_asked:
            return
        self.notice.hush()
        self.finder.box.fill("")
        lines = self._form.lines if self._form is not None else ()
        self._show_page(Page.LIST)
        self.list.begin(frozenset(line.account_no for line in lines))

    def _open_listed(self, listed: tuple[ListedLine, ...]) -> None:
        if self.opening.is_busy:
            return
        numbers = tuple(line.account_no for line in listed)
        amounts = {line.account_no: str(line.amount) for line in listed if line.amount is not None}

        def opened(answer: Opened) -> None:
            refused, lines = dict(answer.refused), dict(answer.lines)
            for number, line in answer.lines.items():
                if self._form is not None and self._form.place_of(line.account_no) is not None:
                    refused[number] = Refusal(RefusalCode.LINE_TWICE, account_no=line.account_no)
                    del lines[number]
            filled = tuple(
                line.with_text(Part.AMOUNT, amounts[number]) if number in amounts else line
                for number, line in lines.items()
            )
            is_all = self.list.opened(refused, {line.account_no for line in filled})
            if filled:
                self._take_in(filled)
            if not is_all:
                self._show_page(Page.LIST)
                self.list.account.editor.setFocus()

        self.opening.open_listed(numbers, opened, self._could_not_open)

    def _hold(self) -> None:
        """Set the half-typed payment aside, exactly as it is."""
        form = self._form
        if form is None or self.taking.is_under_way or self.sides.is_word_asked:
            return
        self._held = (*self._held, HeldPayment(form, self.seat.now()))
        self._drop()
        self.notice.tell(
            "accent",
            self.tr("Set aside: {amount}").format(amount=rupees(form.total)),
            self.tr("Nothing was taken. Alt+J lists what is set aside and takes it back."),
        )

    def _show_held(self) -> None:
        if self.taking.is_under_way or self.sides.is_word_asked:
            return
        self.notice.hush()
        self.finder.box.fill("")
        self.held_panel.show_held(self._held, self.seat.now())
        self._show_page(Page.HELD)
        self.held_panel.table.setFocus()

    def _recall(self, place: int) -> None:
        """Take one back: its accounts are opened again, and what changed meanwhile is told."""
        if self.opening.is_busy:
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
            self._show_as_now(held.form, *answer)

        self.opening.reopen(numbers, back, self.tell)

    def _show_as_now(
        self, form: PaymentForm, accounts: dict[AccountNo, ConsumerAccount], rules: DayRules
    ) -> None:
        now = reopened(form, accounts, rules)
        changed = [
            (before.due, after.due)
            for before, after in zip(form.lines, now.lines, strict=True)
            if before.due != after.due
        ]
        self._show_form(now)
        self.sides.focus(Part.AMOUNT if now.line.account is not None else Part.NAME)
        for before_due, after_due in changed[:1]:
            facts = {"shown_paise": before_due.paise, "outstanding_paise": after_due.paise}
            self.tell(Refusal(RefusalCode.ACCOUNT_CHANGED, **facts))

    def _reopen(self) -> None:
        """What is due changed: show it anew, keep what was typed and the payment's ids."""
        form = self._form
        assert form is not None, "an order was refused"
        numbers = tuple({line.account_no for line in form.lines if line.account is not None})
        self.opening.reopen(numbers, lambda answer: self._show_as_now(form, *answer), self.tell)

    def _leave(self) -> None:
        """Escape: first what stands before the payment, then the payment; what was typed asks once more."""
        if self.page in (Page.LIST, Page.HELD):
            self._back_to_payment()
        elif self.sides.is_word_asked and self._form is not None:
            self._leave_word()
        elif self.finder.box.text() or self._is_adding:
            self._is_adding = False
            self.notice.hush()
            self._back_to_payment()
        elif self.taking.is_under_way and not self.taking.is_uncertain:
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

    def _back_to_payment(self) -> None:
        self.finder.box.fill("")
        self._show_page()
        if self._form is None:
            self.finder.box.setFocus()
        else:
            self.sides.focus(Part.AMOUNT)

    def _drop(self) -> None:
        """No account is open; the find box waits for the next."""
        self._form = None
        self._is_adding = False
        self.taking.forget()
        self.weighing.weigh(None)
        self._forget_complaints()
        self._told_caveats = ()
        self.account.forget()
        self.sides.ask_for_word(is_asked=False)
        self.sides.wait(is_waiting=False)
        self.tender.retranslate()
        self.finder.clear()
        self._show_page()

    def _forget_complaints(self) -> None:
        self._is_touched = self._wants_to_leave = False
        self._complaints.forget()
