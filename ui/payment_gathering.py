"""Which accounts a payment is for: found, added, listed, or only noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.payment_form import begin_with
from ui.payment_line_form import noted_line
from ui.payment_looking import PaymentLooking
from ui.payment_parts import Part
from ui.payment_stage import Page

if TYPE_CHECKING:
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId
    from counter_app.use_cases.views import Taken
    from ui.paper import Paper
    from ui.payment_line_form import LineForm
    from ui.payment_list_form import ListedLine
    from ui.payment_opening import Opened
    from ui.seat import Seat


class PaymentGathering(PaymentLooking):
    """An account that is found begins a payment, or joins the one that is open."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self._cashier_id: CashierId | None = None
        self._is_adding = self._is_rest_told = False
        self.finder.account_wanted.connect(self._picked)
        self.finder.nothing_found.connect(self._nothing_found)
        self.bar.add_asked.connect(self._begin_adding)
        self.bar.list_asked.connect(self._show_list)
        self.bar.suspense_asked.connect(self._take_without_account)
        self.list.wanted.connect(self._open_listed)
        self.list.failed.connect(self.tell)
        self.opening.progressed.connect(self.list.show_progress)

    def scan(self, code: str) -> None:
        """A scanner read something: the next bill, a further account, or a line of the list."""
        if self.page is Page.LIST:
            self.list.scan(code)
        elif self.is_under_way or self.sides.is_word_asked or self._would_be_lost:
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
        if self.opening.is_busy or self.is_under_way or self._cashier_id is None:
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
        if self._form is None or self.is_under_way or self.sides.is_word_asked:
            return
        self._is_adding = True
        self.notice.tell(
            "accent",
            self.tr("Add another account"),
            self.tr("Scan or search it; Enter adds it to this payment. Esc goes back."),
        )
        self.finder.clear()

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
        if self.opening.is_busy or self.is_under_way or self._would_be_lost:
            self._tell_to_finish()
            return

        def begun(answer: tuple[PaymentId, DayRules]) -> None:
            payment_id, rules = answer
            self._take_in((noted_line(payment_id, rules, typed),))

        self.opening.begin_noted(begun, self._could_not_open)

    def _show_list(self) -> None:
        if self.is_under_way or self.sides.is_word_asked:
            return
        self.notice.hush()
        self.finder.box.fill("")
        lines = self._form.lines if self._form is not None else ()
        self._is_rest_told = False
        self._show_page(Page.LIST)
        self.list.begin(frozenset(line.account_no for line in lines))

    def _submit(self) -> None:
        """Take the payment; lines of the list that are not in it are told once, before it is too late."""
        rest = len(self.list.accounts.lines)
        if self._form is None or not rest or self._is_rest_told or self.is_under_way:
            super()._submit()
            return
        self._is_rest_told = True
        self.notice.tell(
            "caution",
            self.tr("Lines of the list not in this payment: {count}").format(count=rest),
            self.tr("Enter again takes it without them; Alt+I shows what is to be mended."),
        )

    def _taken(self, taken: Taken) -> None:
        """What was too much for one payment is the list of the next."""
        rest = self.list.accounts.too_many
        super()._taken(taken)
        self.list.keep(rest)
        self._show_page()

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

    def _forget_complaints(self) -> None:
        self._is_touched = self._wants_to_leave = self._is_rest_told = False
        self._complaints.forget()
