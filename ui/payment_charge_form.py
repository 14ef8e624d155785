"""A card charged by the terminal: how far it is, and what becomes of the payment's tenders by it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleProgress, SaleReason, SaleState
from counter_app.domain.tender import TenderKind
from ui.payment_parts import SLIP_PARTS, TERMINAL_PARTS, Part
from ui.payment_tender_form import TenderForm

if TYPE_CHECKING:
    from counter_app.domain.card_sale import Charge, SaleOutcome
    from counter_app.domain.tender import CardSlip
    from ui.payment_form import PaymentForm


class Step(Enum):
    """How far the charge is."""

    READY = auto()
    CHARGING = auto()
    UNCERTAIN = auto()
    ASKING = auto()
    GIVE_BACK = auto()
    """Whether to give it back is asked of the cashier."""
    GIVING_BACK = auto()
    ENDED = auto()
    """It is certain what became of it, and it is to be read."""


_AT_TERMINAL = frozenset({Step.CHARGING, Step.ASKING, Step.GIVING_BACK})
_HELD_FAST = _AT_TERMINAL | {Step.UNCERTAIN, Step.GIVE_BACK}


@dataclass(frozen=True, slots=True)
class ChargeForm:
    """One charge at a time."""

    step: Step = Step.READY
    charge: Charge | None = None
    outcome: SaleOutcome | None = None
    """What was last said of the charge."""
    progress: SaleProgress = SaleProgress.NONE
    is_stop_wished: bool = False
    asked_in_vain: int = 0
    """How often the terminal was asked again and could not tell."""

    @property
    def is_at_terminal(self) -> bool:
        """Whether the terminal is waited for."""
        return self.step in _AT_TERMINAL

    @property
    def is_under_way(self) -> bool:
        """Whether nothing of the payment may change."""
        return self.step in _HELD_FAST

    @property
    def still_stands(self) -> bool:
        """Whether it was to be given back and was not."""
        return (
            self.step is Step.ENDED
            and self.outcome is not None
            and self.outcome.state is SaleState.APPROVED
        )

    @property
    def may_be_left_open(self) -> bool:
        """Whether all that can be done here was tried: a supervisor goes on with it from the list."""
        is_silent = self.step is Step.UNCERTAIN and bool(self.asked_in_vain)
        return is_silent or self.still_stands

    @property
    def has_earlier_open(self) -> bool:
        """Whether nothing was sent because an earlier sale of this payment is not certain."""
        outcome = self.outcome
        return outcome is not None and outcome.reason is SaleReason.EARLIER_SALE_OPEN

    def at(self, step: Step, charge: Charge) -> ChargeForm:
        """The form once this is begun with this charge."""
        vain = self.asked_in_vain if charge == self.charge else 0
        return ChargeForm(step, charge, asked_in_vain=vain)

    def heard(self, progress: SaleProgress) -> ChargeForm:
        """The form with what the person at the terminal is about."""
        return replace(self, progress=progress)

    def wished_to_stop(self) -> ChargeForm:
        """The form once the sale should end."""
        return replace(self, is_stop_wished=True)

    def ended(self, outcome: SaleOutcome) -> ChargeForm:
        """The form with what became of the charge."""
        if outcome.is_certain:
            return replace(self, step=Step.ENDED, outcome=outcome)
        vain = self.asked_in_vain + (self.step is Step.ASKING)
        return replace(self, step=Step.UNCERTAIN, outcome=outcome, asked_in_vain=vain)

    def failed(self) -> ChargeForm:
        """The form after a Fault: what was not sent is not charged, all else must be asked about."""
        if self.step is Step.CHARGING:
            return ChargeForm()
        return replace(self, step=Step.UNCERTAIN)


def by_terminal(form: PaymentForm) -> PaymentForm:
    """The payment with its card charged by the terminal, not typed."""
    return replace(form, tender=replace(form.tender, by_terminal=True))


def typed_instead(form: PaymentForm) -> PaymentForm:
    """The payment with the slip typed by hand; of a charge that is not certain, it pays just that sum."""
    tender = replace(form.tender, by_terminal=False)
    if tender.charge is not None:
        tender = tender.with_text(Part.SUM, str(tender.charge.amount))
    return replace(form, tender=tender)


def is_slip_blank(tender: TenderForm) -> bool:
    """Whether nothing of a slip was typed but what came over from the last one."""
    return not any(tender.text(part) for part in SLIP_PARTS if part not in TERMINAL_PARTS)


def with_charge(form: PaymentForm, charge: Charge) -> PaymentForm:
    """The payment whose card may be charged from now on."""
    tender = replace(form.tender, kind=TenderKind.CARD, by_terminal=True, charge=charge)
    return replace(form, tender=tender)


def is_told(form: PaymentForm, charge: Charge) -> bool:
    """Whether this charge pays a part of the payment already."""
    return any(each.charge == charge for each in form.done)


def with_slip(form: PaymentForm, charge: Charge, slip: CardSlip) -> PaymentForm:
    """The payment with an approved charge among the tenders that are done; what remains is paid by the next."""
    if is_told(form, charge):
        return form
    texts = {part: str(getattr(slip, part.value)) for part in (Part.NETWORK, *SLIP_PARTS)}
    texts[Part.SUM] = str(charge.amount)
    card = TenderForm(TenderKind.CARD, texts, by_terminal=True, charge=charge, is_told=True)
    return replace(form, done=(*form.done, card), tender=TenderForm(texts=card.terminal))


def without_charge(form: PaymentForm, charge: Charge) -> PaymentForm:
    """The payment after it is certain that this charge took no money: the card can be tried again."""
    if is_told(form, charge):
        done = tuple(each for each in form.done if each.charge != charge)
        blank = TenderForm(TenderKind.CARD, form.terminal, by_terminal=True)
        return replace(form, done=done, tender=blank)
    if form.tender.charge == charge:
        return replace(form, tender=replace(form.tender, charge=None))
    return form
