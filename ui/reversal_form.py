"""What is typed of a reversal, before it is an order. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal
from counter_app.domain.money import Money
from counter_app.domain.reversal import GoesTo, GoesWhere, PaperState, ReversalOrder, ReversalWhy
from counter_app.domain.reversal_rules import right_account_typed, void_typed

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.views import ReversalWeighed


@dataclass(frozen=True, slots=True)
class ReversalForm:
    """As typed; ``goes`` and ``voids`` have a place for each tender."""

    weighed: ReversalWeighed
    reversal_id: UUID
    why: ReversalWhy
    reason: str
    right_account: str
    paper: PaperState
    goes: tuple[GoesWhere, ...]
    voids: tuple[str, ...]

    @classmethod
    def of(cls, weighed: ReversalWeighed, reversal_id: UUID) -> ReversalForm:
        """What is usual, before anything is typed."""
        why = ReversalWhy.WRONG_ACCOUNT
        return cls(
            weighed=weighed,
            reversal_id=reversal_id,
            why=why,
            reason="",
            right_account="",
            paper=PaperState.RECOVERED if weighed.is_paper_out else PaperState.NEVER_PRINTED,
            goes=tuple(one.usual(why) for one in weighed.ways),
            voids=("",) * len(weighed.ways),
        )

    def because(self, why: ReversalWhy) -> ReversalForm:
        """Another reason: each tender goes the way that is usual then."""
        return replace(self, why=why, goes=tuple(one.usual(why) for one in self.weighed.ways))

    def sending(self, place: int, where: GoesWhere) -> ReversalForm:
        """Another way for one tender."""
        goes = (*self.goes[:place], where, *self.goes[place + 1 :])
        return replace(self, goes=goes)

    def voided(self, place: int, code: str) -> ReversalForm:
        """The approval code of a void, as typed."""
        return replace(self, voids=(*self.voids[:place], code, *self.voids[place + 1 :]))

    def with_texts(self, reason: str, right_account: str, paper: PaperState) -> ReversalForm:
        """What was typed and chosen beside."""
        return replace(self, reason=reason, right_account=right_account, paper=paper)

    @property
    def cash_back(self) -> Money:
        """What the drawer gives back."""
        return self._going(GoesWhere.CASH_BACK)

    @property
    def held(self) -> Money:
        """What stays and waits for the right account."""
        return self._going(GoesWhere.HELD)

    def _going(self, where: GoesWhere) -> Money:
        ways = zip(self.weighed.ways, self.goes, strict=True)
        return Money.total(one.amount for one, goes in ways if goes is where)

    @property
    def problems(self) -> dict[str, Refusal]:
        """All that is missing or wrong: ``reason``, ``account``, ``void 0`` ..."""
        problems: dict[str, Refusal] = {}
        payment = self.weighed.receipt.payment
        try:
            reason_typed(self.reason)
        except Refusal as refusal:
            problems["reason"] = refusal
        try:
            right_account_typed(self.right_account, payment)
        except Refusal as refusal:
            problems["account"] = refusal
        for place, (where, code) in enumerate(zip(self.goes, self.voids, strict=True)):
            if where is GoesWhere.VOIDED:
                try:
                    void_typed(code)
                except Refusal as refusal:
                    problems[f"void {place}"] = refusal
        return problems

    def order(self, by: CashierId, approval: Approval) -> ReversalOrder:
        """What is asked for; only when nothing is missing."""
        return ReversalOrder(
            reversal_id=self.reversal_id,
            receipt_no=self.weighed.receipt.payment.receipt_no,
            why=self.why,
            reason=self.reason,
            goes=tuple(
                GoesTo(where, code if where is GoesWhere.VOIDED else "")
                for where, code in zip(self.goes, self.voids, strict=True)
            ),
            paper=self.paper,
            by=by,
            right_account=self.right_account,
            approval=approval,
        )
