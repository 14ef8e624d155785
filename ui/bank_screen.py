"""The Bank place: takings received, slips made, the bank's answers noted; and what is still not with the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.use_cases.remittance_orders import (
    AnswerOrder,
    CashSlipOrder,
    HandingOrder,
    PaperSlipOrder,
)
from ui.bank_answer_form import ACCEPTED, DAY, REFERENCE, AnswerForm
from ui.bank_handing import GIVER, GIVER_PIN, REASON, RECEIVER_PIN
from ui.bank_overview import Section
from ui.bank_stage import BankStage
from ui.sentences import refusal_text
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.approval import Approval
    from counter_app.domain.errors import Fault
    from counter_app.domain.identity import CashierId
    from counter_app.domain.remittance import Handing, SlipSeen
    from ui.bank_slip import CashSlipPage, PaperSlipPage
    from ui.seat import Seat

_OF_HANDING: Mapping[RefusalCode, str] = {
    RefusalCode.RECEIVER_IS_GIVER: GIVER,
    RefusalCode.CASHIER_UNKNOWN: GIVER,
    RefusalCode.NOT_ALLOWED: GIVER,
    RefusalCode.REASON_MISSING: REASON,
    RefusalCode.REASON_TOO_LONG: REASON,
}
_OF_ANSWER: Mapping[RefusalCode, str] = {
    RefusalCode.BANK_REFERENCE_MISSING: REFERENCE,
    RefusalCode.BANK_REFERENCE_USED: REFERENCE,
    RefusalCode.BANK_DAY_WRONG: DAY,
    RefusalCode.BANK_SUM_DIFFERS: ACCEPTED,
}
_OF_PIN = frozenset({RefusalCode.PIN_WRONG, RefusalCode.PIN_LOCKED})


class BankScreen(BankStage):
    """Each thing that is done: begun from the overview, told to the desk, answered."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        super().__init__(seat, cashier_now)
        self.overview.handing_asked.connect(self._begin_handing)
        self.overview.cash_slip_asked.connect(self._begin_cash_slip)
        self.overview.paper_slip_asked.connect(self._begin_paper_slip)
        self.overview.answer_asked.connect(self._begin_answer)
        self.handing.confirmed.connect(self._hand)
        self.cash_slip.made.connect(self._make_cash_slip)
        self.paper_slip.made.connect(self._make_paper_slip)
        self.answering.answered.connect(self._answer)

    # takings

    def _begin_handing(self) -> None:
        cashier_id, takings = self._cashier_now(), self.overview.chosen_takings
        if cashier_id is None or self._rules is None or not takings:
            return
        self._go(self.handing)
        self.handing.begin(takings, cashier_id, self._rules.accepted_denominations())

    def _hand(self) -> None:
        page = self.handing
        if not page.difference:
            self._hand_over(None)
            return
        self._ask_approval(
            ApprovalCode.HANDING_DIFFERS,
            (str(page.takings[0].shift_id), str(page.takings[0].shift_no)),
            Money(abs(page.difference.paise)),
            page.giver,
            self._hand_over,
        )

    def _hand_over(self, approval: Approval | None) -> None:
        page, cashier_id, count = self.handing, self._cashier_now(), self.handing.grid.count
        if cashier_id is None or self._order_id is None or count is None:
            return
        order = HandingOrder(
            handing_id=self._order_id,
            shift_ids=tuple(one.shift_id for one in page.takings),
            count=count,
            by=page.giver,
            by_pin=page.text(GIVER_PIN),
            receiver_id=cashier_id,
            receiver_pin=page.text(RECEIVER_PIN),
            reason=page.text(REASON),
            approval=approval,
        )
        hand = self.seat.desk.hand_takings
        page.wait(is_waiting=True)
        self.ask(self.seat.lanes.ledger, lambda: hand(order), self._handed, self._not_handed)

    def _handed(self, handing: Handing) -> None:
        self.handing.forget_pins()
        self._handing_id = handing.handing_id
        self.overview.offer_handing(is_at_hand=True)
        self._done(
            self.tr("{amount} taken over from {cashier}").format(
                amount=rupees(handing.count.total), cashier=handing.by
            ),
            self.tr("Print the receipt for both sides: Alt+R short, Alt+4 on A4."),
        )

    def _not_handed(self, error: Refusal | Fault) -> None:
        page = self.handing
        page.wait(is_waiting=False)
        if isinstance(error, Refusal) and error.code in _OF_PIN:
            is_giver = error.facts.get("cashier_id") == page.giver
            page.complain(GIVER_PIN if is_giver else RECEIVER_PIN, refusal_text(error))
        elif isinstance(error, Refusal) and error.code in _OF_HANDING:
            page.complain(_OF_HANDING[error.code], refusal_text(error))
        else:
            self.tell(error)

    # slips

    def _begin_cash_slip(self) -> None:
        view, rules = self._view, self._rules
        if view is not None and rules is not None:
            self._go(self.cash_slip)
            self.cash_slip.begin(
                view.cash_with_head, view.bank_account, rules.accepted_denominations()
            )

    def _begin_paper_slip(self) -> None:
        papers = self.overview.chosen_papers
        if self._view is not None and papers:
            self._go(self.paper_slip)
            self.paper_slip.begin(papers, self._view.bank_account)

    def _make_cash_slip(self) -> None:
        cashier_id, count = self._cashier_now(), self.cash_slip.grid.count
        if cashier_id is None or self._order_id is None or count is None:
            return
        order = CashSlipOrder(self._order_id, count, self.cash_slip.bank_account, cashier_id)
        make = self.seat.desk.make_cash_slip
        self._make(self.cash_slip, lambda: make(order))

    def _make_paper_slip(self) -> None:
        cashier_id = self._cashier_now()
        if cashier_id is None or self._order_id is None:
            return
        page = self.paper_slip
        identities = tuple(one.identity for one in page.papers)
        order = PaperSlipOrder(self._order_id, identities, page.bank_account, cashier_id)
        make = self.seat.desk.make_paper_slip
        self._make(page, lambda: make(order))

    def _make(self, page: CashSlipPage | PaperSlipPage, work: Callable[[], SlipSeen]) -> None:
        page.wait(is_waiting=True)

        def failed(error: Refusal | Fault) -> None:
            page.wait(is_waiting=False)
            if isinstance(error, Refusal) and error.code is RefusalCode.BANK_ACCOUNT_MISSING:
                page.complain_of_account(refusal_text(error))
            else:
                self.tell(error)

        self.ask(self.seat.lanes.ledger, work, self._slip_made, failed)

    def _slip_made(self, seen: SlipSeen) -> None:
        self.overview.section = Section.SLIPS
        self._done(
            self.tr("Slip {number} made, {amount}").format(
                number=seen.slip.slip_no, amount=rupees(seen.slip.amount)
            ),
            self.tr("Print it: Alt+4 on A4, Alt+R short. When the bank has stamped it: Alt+A."),
        )

    # the bank's answer

    def _begin_answer(self, seen: SlipSeen) -> None:
        if self._view is not None:
            self._go(self.answering)
            self.answering.begin(seen.slip, self._view.today)

    def _answer(self, form: AnswerForm) -> None:
        cashier_id = self._cashier_now()
        if cashier_id is None:
            return
        if not form.differences:
            self._note_answer(form, None)
            return
        number = str(form.slip.slip_no)
        self._ask_approval(
            ApprovalCode.BANK_DIFFERS,
            (number, number),
            form.at_stake,
            cashier_id,
            lambda approval: self._note_answer(form, approval),
        )

    def _note_answer(self, form: AnswerForm, approval: Approval | None) -> None:
        cashier_id, on, accepted = self._cashier_now(), form.day, form.accepted
        if cashier_id is None or self._order_id is None or on is None:
            return
        assert isinstance(accepted, Money), "a complete form"
        order = AnswerOrder(
            self._order_id,
            form.slip.slip_id,
            form.reference_text,
            on,
            accepted,
            form.differences,
            cashier_id,
            approval,
        )
        answer = self.seat.desk.answer_slip
        self.answering.wait(is_waiting=True)
        self.ask(self.seat.lanes.ledger, lambda: answer(order), self._answered, self._not_answered)

    def _answered(self, seen: SlipSeen) -> None:
        self._done(self.tr("Slip {number} is answered").format(number=seen.slip.slip_no))

    def _not_answered(self, error: Refusal | Fault) -> None:
        self.answering.wait(is_waiting=False)
        if isinstance(error, Refusal) and error.code in _OF_ANSWER:
            self.answering.complain(_OF_ANSWER[error.code], refusal_text(error))
        else:
            self.tell(error)
