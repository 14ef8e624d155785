"""Rules and instruments without books: decided by the real domain, kept in memory, failing when told to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState, refuse_step
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import InstrumentStep, returned
from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import Policy, next_version
from counter_app.domain.rule_preview import PastPayments, RulePreview, preview
from counter_app.domain.rule_values import refuse_wrong_rule
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import NOW, PIN, SUPERVISOR_ID, TODAY
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.policy import Rule

NOTHING_PAID = PastPayments(TODAY, TODAY, (), is_all=True)


@dataclass
class FakeOffice(FakePaper):
    """Verbs of the supervisor and the head cashier."""

    policy: Policy = USUAL_POLICY
    paid: PastPayments = NOTHING_PAID
    tray: dict[str, HeldInstrument] = field(default_factory=dict)
    may_return: bool = True
    """Whether the one who sits here is head cashier or supervisor."""

    def view_policy(self) -> Policy:
        self.noted("view_policy")
        return self.policy

    def preview_rule(self, rule: Rule) -> RulePreview:
        self.noted("preview_rule", rule)
        refuse_wrong_rule(rule)
        return preview(self.policy, rule, TODAY, self.paid)

    def set_rule(self, rule: Rule, supervisor_id: CashierId, pin: str, reason: str) -> Rule:
        self.noted("set_rule", rule)
        said = reason_typed(reason)
        if supervisor_id != SUPERVISOR_ID:
            raise Refusal(RefusalCode.WORD_NOT_FROM_SUPERVISOR, cashier_id=supervisor_id)
        if pin != PIN:
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=4)
        kept = replace(
            rule,
            version=next_version(self.policy.rules, rule.name),
            is_local=True,
            set_by=supervisor_id,
            reason=said,
        )
        self.policy = self.policy.with_rules((kept,))
        return kept

    def list_instruments(self, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
        self.noted("list_instruments", states)
        return tuple(one for one in self.tray.values() if one.state in states)

    def move_instrument(
        self,
        identity: str,
        state: InstrumentState,
        on: date,
        reference: str,
        cashier_id: CashierId,
    ) -> HeldInstrument:
        self.noted("move_instrument", identity, state, on, reference)
        return self._step(identity, InstrumentStep(state, on, NOW, cashier_id, reference))

    def save_instruments(self, held: tuple[HeldInstrument, ...], language: str) -> Path:
        self.noted("save_instruments", tuple(one.identity for one in held), language)
        return Path(f"reports/instruments-{language}.pdf")

    def return_instrument(
        self, identity: str, on: date, reason: str, cashier_id: CashierId, charge: Money = ZERO
    ) -> HeldInstrument:
        self.noted("return_instrument", identity, on, reason, charge)
        if not self.may_return:
            raise Refusal(RefusalCode.NOT_ALLOWED, cashier_id=cashier_id)
        returned(self.tray[identity], reason)
        step = InstrumentStep(
            InstrumentState.RETURNED, on, NOW, cashier_id, reason=reason, charge=charge
        )
        return self._step(identity, step)

    def _step(self, identity: str, step: InstrumentStep) -> HeldInstrument:
        held = self.tray.get(identity)
        if held is None:
            raise Refusal(RefusalCode.INSTRUMENT_UNKNOWN, identity=identity)
        refuse_step(held.state, step.state)
        self.tray[identity] = replace(held, steps=(*held.steps, step))
        return self.tray[identity]
