"""The payment under the cashier's fingers: accounts, tenders and sums as they are typed, judged as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.day_rules import likely_given
from counter_app.domain.errors import Refusal
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind
from ui.bank_names import BankNames
from ui.complaints import Complaints
from ui.payment_parts import Part
from ui.payment_stage import PaymentStage
from ui.payment_steps import part_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.caveat import Caveat
    from counter_app.domain.day_rules import DayRules
    from ui.paper import Paper
    from ui.payment_form import PaymentForm
    from ui.seat import Seat


LEAST_NOTE = Money.rupees(10)


class PaymentTyping(PaymentStage):
    """One payment at a time."""

    def __init__(self, seat: Seat, paper: Paper) -> None:
        super().__init__(seat, paper)
        self._terminal: Mapping[Part, str] = {}
        self._banks = BankNames()
        self._complaints = Complaints()
        self._told_caveats: tuple[Caveat, ...] = ()
        self._is_touched = self._wants_to_leave = False
        for panel in self.sides.panels:
            panel.typed.connect(self._typed)
            panel.left_part.connect(self._left_part)
            panel.entered.connect(self._entered)
        self.sides.lines.wanted.connect(self._go_to_line)
        self.sides.editor.advance_meant.connect(self._mean_advance)
        self.sides.editor.remove_asked.connect(self._remove_line)
        self.tender.kind_chosen.connect(self._choose)
        self.tender.likely_chosen.connect(self._choose_likely)
        self.tender.next_asked.connect(self._begin_next_tender)
        self.tender.back_asked.connect(self._mend_last_tender)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        super().retranslate()
        if self._form is not None:
            self._follow()

    def _show_form(self, form: PaymentForm) -> None:
        """Show this payment whole, as after opening, adding or mending."""
        self._form = form
        self.sides.show_form(form, self.seat.now())
        self._follow()
        self._show_page()

    def _follow(self) -> None:
        """What is shown beside the fields follows what was typed; the books are asked once the fingers rest."""
        form = self._form
        if form is None:
            return
        rules = form.line.rules
        needed = form.remaining if form.kind is TenderKind.CASH and form.remaining > ZERO else ZERO
        self.tender.offer_likely(likely_given(needed, _notes(rules)) if needed else ())
        verdict = form.line.verdict
        own = () if isinstance(verdict, Refusal) else verdict.caveats
        here = [caveat for caveat in self._told_caveats if caveat.line in (None, form.chosen)]
        self.sides.editor.show_caveats([*own, *(one for one in here if _is_news(one, own))])
        self.sides.show_problems(self._complaints.of(form))
        self.weighing.weigh(None if self.is_under_way else form.order)
        self.facing.follow(form)

    def _change(self, form: PaymentForm) -> None:
        self._form = form
        self._is_touched, self._wants_to_leave = True, False
        self._told_caveats = ()
        self.sides.follow(form)
        self._follow()

    def _typed(self, part: Part, text: str) -> None:
        if self._form is None or self.is_under_way:
            return
        self._complaints.typed(part)
        form = self._form.with_text(part, text)
        bank = self._banks.name_for(text) if part is Part.IFSC else ""
        if bank and not form.text(Part.BANK):
            form = form.with_text(Part.BANK, bank)
            self.tender.fill(form)
        if part is Part.PURPOSE:
            self.sides.editor.show_form(form)
        self._change(form)

    def _left_part(self, part: Part) -> None:
        if self._form is not None and self._form.text(part).strip():
            self._complaints.left(part)
            self.sides.show_problems(self._complaints.of(self._form))

    def _entered(self, part: Part) -> None:
        """Enter: the next field, or the payment from the last; a field with a problem is not left."""
        if self._form is None:
            return
        following = part_after(self._form, part)
        if self.fields[part].problem:
            return
        if following is None:
            self.tender.take_button.click()
        else:
            self.sides.focus(following)

    def _choose(self, kind: TenderKind) -> None:
        if self._form is None or self.is_under_way or self.sides.is_word_asked:
            return
        self._form = self._form.with_kind(kind)
        self.tender.show_form(self._form)
        self._follow()
        if not self._form.is_settled:
            self._focus_tender(self._form)

    def _focus_tender(self, form: PaymentForm) -> None:
        """The first field of the tender; the large button when nothing of it is typed."""
        if form.is_settled or not form.tender.parts:
            self.tender.take_button.setFocus()
        else:
            self.tender.focus(form.tender.parts[0])

    def _choose_likely(self, amount: Money) -> None:
        """The sum of a quick key was handed over."""
        if self._form is not None:
            self._change(self._form.with_text(Part.GIVEN, str(amount)))
            self.tender.fill(self._form)
            self.tender.focus(Part.GIVEN)

    def _begin_next_tender(self) -> None:
        """This tender pays a part: what remains is handed over in another way."""
        form = self._form
        if form is None:
            return
        problems = form.next_problems
        if problems:
            self._complaints.tried(set(problems) - {form.tender.sum_part})
            self.tender.want_sum(is_wanted=True)
            self.tender.show_form(form)
            self.sides.show_problems(self._complaints.of(form))
            if form.tender.sum_part in problems:
                self._ask_how_much(is_typed=bool(form.text(form.tender.sum_part).strip()))
                self.tender.focus(form.tender.sum_part)
            else:
                self.tender.focus(next(iter(problems)))
            return
        self._banks.learn(form.tender)
        self.notice.hush()
        self._begin_tender(form.with_next_tender())

    def _ask_how_much(self, *, is_typed: bool) -> None:
        if is_typed:
            words = self.tr("This tender pays all that remains. Press Enter to take the payment.")
        else:
            words = self.tr("Type what it pays, less than what remains; then press Alt+T again.")
        self.notice.tell("caution", self.tr("How much by this tender?"), words)

    def _mend_last_tender(self) -> None:
        if self._form is not None:
            self._begin_tender(self._form.with_tender_taken_back())

    def _begin_tender(self, form: PaymentForm) -> None:
        self._complaints.forget()
        self.tender.want_sum(is_wanted=False)
        self._change(form)
        self.tender.show_form(form)
        self._focus_tender(form)

    def _go_to_line(self, place: int) -> None:
        form = self._form
        if form is None or not 0 <= place < len(form.lines) or place == form.chosen:
            return
        self._complaints.forget()
        self._show_form(form.at(place))
        self.sides.focus(Part.AMOUNT)

    def _remove_line(self) -> None:
        if self._form is not None:
            self._complaints.forget()
            self._change(self._form.without_line())
            self._show_form(self._form)
            self.sides.focus(Part.AMOUNT)

    def _mean_advance(self) -> None:
        if self._form is not None:
            self._change(self._form.with_advance())
            self.sides.focus(Part.AMOUNT)


def _notes(rules: DayRules) -> tuple[Money, ...]:
    """Nobody is likely to round up to the next coin."""
    return tuple(one for one in rules.accepted_denominations() if one >= LEAST_NOTE)


def _is_news(caveat: Caveat, own: tuple[Caveat, ...]) -> bool:
    """The form itself sees part payments of one line; the books see the rest."""
    return caveat.code not in {one.code for one in own}
