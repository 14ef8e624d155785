"""One tender as typed: cash, card, UPI, cheque or demand draft. No Qt: forms think, widgets show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import paper_problems, paper_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import LARGEST_PAISE, ZERO, Money, money_typed, western_digits
from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    TenderKind,
    UpiTender,
    slip_problems,
    slip_typed,
)
from ui.payment_parts import PAPER_PARTS, SLIP_PARTS, TERMINAL_PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.card_sale import Charge
    from counter_app.domain.tender import Tender

CONFIRMED = "yes"
"""What stands in the field when the bank's own message has come; anything else is a claim."""

PARTS_OF_KIND: Mapping[TenderKind, tuple[Part, ...]] = {
    TenderKind.CASH: (Part.GIVEN,),
    TenderKind.CARD: (
        Part.NETWORK, Part.LAST4, Part.APPROVAL, Part.RRN, Part.MID, Part.TID, Part.BATCH, Part.INVOICE,
    ),
    TenderKind.UPI: (Part.UPI_REFERENCE, Part.UPI_CONFIRMED),
    TenderKind.CHEQUE: PAPER_PARTS,
    TenderKind.DRAFT: PAPER_PARTS,
}  # fmt: skip
"""The fields of each kind in the order Enter goes through them; ``SUM`` stands apart, before them."""


@dataclass(frozen=True)
class TenderForm:
    """What was typed of one tender; what was typed for another kind stays.

    What it pays: of cash what was given, of the others their ``SUM``; all that remains when nothing is typed.
    """

    kind: TenderKind = TenderKind.CASH
    texts: Mapping[Part, str] = field(default_factory=dict)
    by_terminal: bool = False
    """A card's sale is asked of the terminal, which tells its slip; else the slip is typed."""
    charge: Charge | None = None
    """The sale asked for. While it is there, money may have left the card for this tender."""
    is_told: bool = False
    """The terminal told the slip of the charge: it is approved, and nothing of it is typed."""

    def text(self, part: Part) -> str:
        """What stands in a field."""
        return self.texts.get(part, "")

    def with_text(self, part: Part, text: str) -> TenderForm:
        """The tender after typing."""
        return replace(self, texts={**self.texts, part: text})

    @property
    def parts(self) -> tuple[Part, ...]:
        """The fields that are typed: none of a card's that the terminal charges."""
        is_by_terminal = self.kind is TenderKind.CARD and self.by_terminal
        return () if is_by_terminal else PARTS_OF_KIND[self.kind]

    @property
    def awaits_terminal(self) -> bool:
        """Whether the terminal is still to charge it."""
        return self.kind is TenderKind.CARD and self.by_terminal and not self.is_told

    @property
    def sum_part(self) -> Part:
        """The field that says what it pays."""
        return Part.GIVEN if self.kind is TenderKind.CASH else Part.SUM

    @property
    def terminal(self) -> Mapping[Part, str]:
        """What the next slip of this terminal has in common with this one."""
        if self.kind is not TenderKind.CARD:
            return {}
        return {part: self.text(part) for part in TERMINAL_PARTS if self.text(part)}

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed of it but what came over from the last slip."""
        return not any(text for part, text in self.texts.items() if part not in TERMINAL_PARTS)

    def pays(self, remaining: Money) -> Money | Refusal:
        """What it pays of the sum that remains. A Refusal when its sum cannot be read or is too much."""
        text = self.text(self.sum_part)
        if not text.strip():
            return remaining
        typed = read_money(text)
        if isinstance(typed, Refusal) or self.kind is not TenderKind.CASH:
            if isinstance(typed, Money) and typed > remaining:
                return Refusal(
                    RefusalCode.TENDERS_NOT_AMOUNT,
                    amount_paise=remaining.paise,
                    tendered_paise=typed.paise,
                )
            return typed
        return min(typed, remaining)

    def change(self, remaining: Money) -> Money | None:
        """The cash that goes back: None while it cannot be told, or when it is short."""
        if self.kind is not TenderKind.CASH:
            return None
        given = self._given(remaining)
        back = None if isinstance(given, Refusal) else given - remaining
        return back if back is not None and back >= ZERO else None

    def problems(self, remaining: Money | None, *, is_last: bool) -> dict[Part, Refusal]:
        """All that is missing or wrong; the last tender must pay all that remains.

        A sale at the terminal may be of a part: what it leaves is paid by the next tender.

        ``remaining`` None: what is to be paid cannot be read, so only what is typed here is judged.
        """
        problems = self._problems_of_kind()
        paid = self.pays(remaining if remaining is not None else _WHATEVER)
        if isinstance(paid, Refusal):
            problems[self.sum_part] = paid
        elif self.awaits_terminal and remaining is not None:
            problems.update(_not_to_be_charged(paid))
        elif is_last and remaining is not None and paid < remaining:
            code = (
                RefusalCode.CASH_GIVEN_SHORT
                if self.kind is TenderKind.CASH
                else RefusalCode.TENDERS_NOT_AMOUNT
            )
            name = "given_paise" if self.kind is TenderKind.CASH else "tendered_paise"
            facts = {"amount_paise": remaining.paise, name: paid.paise}
            problems[self.sum_part] = Refusal(code, **facts)
        return problems

    def tender(self, remaining: Money) -> Tender:
        """The tender towards what remains. Raises Refusal while it has problems."""
        paid = self.pays(remaining)
        if isinstance(paid, Refusal):
            raise paid
        match self.kind:
            case TenderKind.CASH:
                given = self._given(remaining)
                assert isinstance(given, Money), "what it pays was read from it"
                return CashTender(paid, max(given, paid))
            case TenderKind.CARD:
                slip = {part.value: self.text(part) for part in SLIP_PARTS}
                return CardTender(paid, slip_typed(self.text(Part.NETWORK), slip))
            case TenderKind.UPI:
                is_confirmed = self.text(Part.UPI_CONFIRMED) == CONFIRMED
                return UpiTender(paid, self._upi_reference, is_confirmed)
            case TenderKind.CHEQUE:
                return ChequeTender(paid, paper_typed(self._paper))
            case TenderKind.DRAFT:
                return DraftTender(paid, paper_typed(self._paper))

    def _given(self, remaining: Money) -> Money | Refusal:
        text = self.text(Part.GIVEN)
        return read_money(text) if text.strip() else remaining

    @property
    def _upi_reference(self) -> str:
        return "".join(western_digits(self.text(Part.UPI_REFERENCE)).split())

    @property
    def _paper(self) -> dict[str, str]:
        return {part.value: self.text(part) for part in PAPER_PARTS}

    def _problems_of_kind(self) -> dict[Part, Refusal]:
        if self.kind is TenderKind.UPI:
            return _refused(Part.UPI_REFERENCE, self._upi_reference)
        found: Mapping[str, RefusalCode] = {}
        if self.awaits_terminal:
            return {}
        if self.kind is TenderKind.CARD:
            slip = {part.value: self.text(part) for part in SLIP_PARTS}
            found = slip_problems(self.text(Part.NETWORK), slip)
        elif self.kind is not TenderKind.CASH:
            found = paper_problems(self._paper)
        return {part: Refusal(found[part]) for part in PARTS_OF_KIND[self.kind] if part in found}


_WHATEVER = Money(10**12)


def _not_to_be_charged(amount: Money) -> dict[Part, Refusal]:
    """Why no sale can be of this amount."""
    if amount <= ZERO:
        return {Part.SUM: Refusal(RefusalCode.AMOUNT_ZERO)}
    if amount.paise > LARGEST_PAISE:
        return {Part.SUM: Refusal(RefusalCode.AMOUNT_TOO_LARGE, limit_paise=LARGEST_PAISE)}
    return {}


def _refused(part: Part, reference: str) -> dict[Part, Refusal]:
    try:
        UpiTender(ZERO, reference, is_confirmed=False)
    except Refusal as refusal:
        return {part: refusal}
    return {}


def read_money(text: str) -> Money | Refusal:
    """The sum typed, or why it is none."""
    try:
        return money_typed(text)
    except Refusal as refusal:
        return refusal
