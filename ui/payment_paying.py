"""The payment on its way into the books: asked for, taken, printed, refused, or waiting for a supervisor's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.tender import CashTender
from ui.changes import Change
from ui.payment_form import reopened
from ui.payment_parts import LINE_PARTS, TERMINAL_PARTS, Part
from ui.payment_typing import PaymentTyping

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.caveat import WordNeededError
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo
    from counter_app.domain.payment import Consideration
    from counter_app.use_cases.views import Taken
    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.seat import Seat


class PaymentPaying(PaymentTyping):
    """One order at a time: while it is in flight or not certain, nothing changes under it."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self.tender.submitted.connect(self._submit)
        self.word.given.connect(self.taking.give_word)
        self.word.answered.connect(self.taking.hear_word)
        self.word.challenge_asked.connect(self.taking.ask_challenge)
        self.taking.challenge_made.connect(self.word.show_challenge)
        self.word.left.connect(self._leave_word)
        self.taking.taken.connect(self._taken)
        self.taking.refused.connect(self._refused)
        self.taking.uncertain.connect(self._uncertain)
        self.taking.word_needed.connect(self._word_needed)
        self.taking.word_refused.connect(self._word_refused)
        self.weighing.weighed.connect(self._weighed)
        self.weighing.refused.connect(self._weighed_and_refused)

    def _drop(self) -> None:
        """No account is open; the find box waits for the next."""
        self._form = None
        self._told_caveats = ()
        self.taking.forget()
        self.charging.rest()
        self.weighing.weigh(None)
        self.facing.follow(None)
        self.account.forget()
        self.sides.ask_for_word(is_asked=False)
        self.sides.wait(is_waiting=False)
        self.tender.retranslate()
        self.finder.clear()
        self._show_page()

    def _show_as_now(
        self, form: PaymentForm, accounts: dict[AccountNo, ConsumerAccount], rules: DayRules
    ) -> None:
        """The payment on its accounts as they are now; what changed is told."""
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

    def _submit(self) -> None:
        """Take the payment; while it is under way or not certain, only the same order goes out again."""
        form = self._form
        if form is None or self.sides.is_word_asked:
            return
        if self.taking.is_under_way:
            self._wait_for_books()
            self.taking.again()
            return
        order = form.order
        if order is None:
            self._tell_what_is_missing(form)
            return
        self._wait_for_books()
        self.taking.take(order)

    def _wait_for_books(self) -> None:
        self.notice.hush()
        self.weighing.weigh(None)
        self.sides.wait(is_waiting=True)

    def _tell_what_is_missing(self, form: PaymentForm) -> None:
        if not form.problems and form.elsewhere is not None:
            self._complaints.forget()
            form = form.at(form.elsewhere)
            self._show_form(form)
        self._complaints.tried(form.problems)
        self.sides.show_problems(self._complaints.of(form))
        first = next(iter(form.problems))
        if first is Part.SUM:
            self.tender.want_sum(is_wanted=True)
            self.tender.show_form(form)
        self.sides.focus(first)

    def _taken(self, taken: Taken) -> None:
        form = self._form
        if form is not None:
            self._terminal = form.terminal or self._terminal
            for tender in (*form.done, form.tender):
                self._banks.learn(tender)
        self._drop()
        self.outcome.show_taken(taken)
        self.facing.paid(taken)
        self.seat.changes.announce(Change.BILLS, Change.TILL, Change.OUTBOX, Change.RECEIPTS)
        self._print(taken)

    def _print(self, taken: Taken) -> None:
        """Each receipt in its order, the drawer after the first; then the summary of many."""
        is_cash = any(
            isinstance(tender, CashTender)
            for receipt in taken.receipts
            for tender in receipt.payment.tenders
        )
        for place, receipt in enumerate(taken.receipts):
            opens = is_cash and not place and not taken.was_taken_before
            self._paper.print_receipt(str(receipt.payment.receipt_no), opens_drawer=opens)
        if len(taken.receipts) > 1:
            self._paper.print_summary(taken.receipt.payment.group.group_id)

    def _refused(self, refusal: Refusal) -> None:
        self.sides.ask_for_word(is_asked=False)
        self.tell(refusal)
        self.sides.wait(is_waiting=False)
        self.tender.retranslate()
        if refusal.code is RefusalCode.ACCOUNT_CHANGED:
            self._reopen()
            return
        self._complain(refusal)

    def _complain(self, refusal: Refusal) -> None:
        """Show at its line and field what the books declined, and go there."""
        form = self._form
        if form is None:
            return
        number = refusal.facts.get("account_no")
        places = range(len(form.lines))
        place = next((at for at in places if form.lines[at].account_no == number), form.chosen)
        if place != form.chosen:
            form = form.at(place)
            self._show_form(form)
        part = form.part_of(refusal)
        self._complaints.refused(part, refusal)
        self.sides.show_problems(self._complaints.of(form))
        self.sides.focus(part)

    def _uncertain(self, fault: Fault) -> None:
        self.sides.ask_for_word(is_asked=False)
        self.tell(fault)
        self.tender.take_button.setEnabled(True)
        self.tender.take_button.setFocus()
        self.tender.retranslate(is_unknown=True)

    def _word_needed(self, error: WordNeededError) -> None:
        self.sides.editor.show_caveats(())
        self.sides.ask_for_word(is_asked=True)
        self.word.ask(error.caveats)

    def _word_refused(self, error: Refusal | Fault) -> None:
        if isinstance(error, Refusal):
            self.word.refuse(error)
        else:
            self.tell(error)
            self.word.wait(is_waiting=False)

    def _leave_word(self) -> None:
        """Back to the payment as it was typed; nothing was taken."""
        if self.taking.is_under_way:
            return
        self.taking.forget()
        self.sides.ask_for_word(is_asked=False)
        self.sides.wait(is_waiting=False)
        self._follow()
        self.sides.focus(Part.AMOUNT)

    def _weighed(self, considered: Consideration) -> None:
        if not self.is_under_way and self._form is not None:
            self._told_caveats = considered.caveats
            self._follow()

    def _weighed_and_refused(self, refusal: Refusal) -> None:
        """What the books know and the form did not: a slip used before, a counter that was stopped."""
        form = self._form
        if form is None or self.is_under_way or refusal.code is RefusalCode.ACCOUNT_CHANGED:
            return
        part = form.part_of(refusal)
        if part not in LINE_PARTS and part not in TERMINAL_PARTS:
            self._complaints.refused(part, refusal)
            self.sides.show_problems(self._complaints.of(form))
