"""Tender: how money was handed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.bank_paper import BankPaper, InstrumentState
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.money import Money


_UPI_REFERENCE = re.compile(r"[0-9]{12}")


class TenderKind(StrEnum):
    """The kinds a payment may hold."""

    CASH = "cash"
    CARD = "card"
    UPI = "upi"
    CHEQUE = "cheque"
    DRAFT = "demand_draft"


class CardNetwork(StrEnum):
    """What the terminal's slip prints as the card's network."""

    RUPAY = "RuPay"
    VISA = "Visa"
    MASTERCARD = "Mastercard"
    AMEX = "Amex"
    DINERS = "Diners"
    OTHER = "Other"


@dataclass(frozen=True, slots=True)
class CardSlip:
    """What the bank terminal's slip says of an approved sale; never the card's number (domain, section 5)."""

    network: CardNetwork
    last4: str
    rrn: str
    approval_code: str
    tid: str
    mid: str
    batch: str
    invoice: str


@dataclass(frozen=True, slots=True)
class CashTender:
    """Cash: ``amount`` towards the payment, ``given`` over the counter, the rest goes back."""

    amount: Money
    given: Money

    def __post_init__(self) -> None:
        """Raise Refusal CASH_GIVEN_SHORT when the cash given does not cover its part."""
        if self.given < self.amount:
            raise Refusal(
                RefusalCode.CASH_GIVEN_SHORT,
                amount_paise=self.amount.paise,
                given_paise=self.given.paise,
            )

    @property
    def change(self) -> Money:
        """What goes back to the consumer."""
        return self.given - self.amount


@dataclass(frozen=True, slots=True)
class CardTender:
    """A sale on the bank's own terminal, as its slip says. ``whole`` as in ``face_of``."""

    amount: Money
    slip: CardSlip
    whole: Money | None = None


@dataclass(frozen=True, slots=True)
class UpiTender:
    """A credit by UPI on the bank's QR: the 12-digit reference (RRN) the payer's app shows.

    Only the bank's word makes it certain (domain, section 5): ``is_confirmed`` when the bank's own
    message or sound box said so at the counter, else it is a claim. ``whole`` as in ``face_of``.
    """

    amount: Money
    reference: str
    is_confirmed: bool
    whole: Money | None = None

    def __post_init__(self) -> None:
        """Raise Refusal UPI_REFERENCE_WRONG unless the reference is twelve digits."""
        if not _UPI_REFERENCE.fullmatch(self.reference):
            raise Refusal(RefusalCode.UPI_REFERENCE_WRONG)


@dataclass(frozen=True, slots=True)
class ChequeTender:
    """A cheque, subject to realisation. ``whole`` as in ``face_of``."""

    amount: Money
    paper: BankPaper
    whole: Money | None = None


@dataclass(frozen=True, slots=True)
class DraftTender:
    """A demand draft: paid for at the bank already, but still to be collected. ``whole`` as in ``face_of``."""

    amount: Money
    paper: BankPaper
    whole: Money | None = None


Tender = CashTender | CardTender | UpiTender | ChequeTender | DraftTender
Instrument = CardTender | UpiTender | ChequeTender | DraftTender
"""A tender that somebody outside the counter can name: its like may be used once only."""

BANK_PAPER = frozenset({TenderKind.CHEQUE, TenderKind.DRAFT})


def kind_of(tender: Tender) -> TenderKind:
    """How it was handed over."""
    match tender:
        case CashTender():
            return TenderKind.CASH
        case CardTender():
            return TenderKind.CARD
        case UpiTender():
            return TenderKind.UPI
        case ChequeTender():
            return TenderKind.CHEQUE
        case DraftTender():
            return TenderKind.DRAFT
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def face_of(tender: Tender) -> Money:
    """What the whole cheque, draft, sale or credit is for: more than its part where it pays several accounts."""
    whole = None if isinstance(tender, CashTender) else tender.whole
    return tender.amount if whole is None else whole


def identity_of(tender: Instrument) -> str:
    """What must not be used twice: ``card:632711004512``, ``cheque:SBIN0001234:000123`` ...

    UPI and cards of one acquirer share the banks' switch, but their references are apart on purpose: a
    reference is unique only within its rail (NPCI).
    """
    match tender:
        case CardTender(slip=slip):
            return f"{TenderKind.CARD}:{slip.rrn}"
        case UpiTender(reference=reference):
            return f"{TenderKind.UPI}:{reference}"
        case ChequeTender(paper=paper) | DraftTender(paper=paper):
            return ":".join((kind_of(tender), *paper.identity))
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def first_state_of(tender: Instrument) -> InstrumentState | None:
    """Where the life of an instrument begins; None for a card sale, which the terminal has ended already."""
    match tender:
        case CardTender():
            return None
        case UpiTender(is_confirmed=is_confirmed):
            return InstrumentState.CONFIRMED if is_confirmed else InstrumentState.CLAIMED
        case ChequeTender() | DraftTender():
            return InstrumentState.RECEIVED
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def shared_out(
    tenders: tuple[Tender, ...], amounts: tuple[Money, ...]
) -> tuple[tuple[Tender, ...], ...]:
    """The tenders of a payment over several accounts, dealt out in order: one tuple an amount.

    Both must have the same total. An instrument that pays several amounts keeps its whole sum in each
    part; the change of a cash tender belongs to its last part.
    """
    left = [(tender, tender.amount) for tender in tenders]
    dealt: list[tuple[Tender, ...]] = []
    for amount in amounts:
        parts, missing = [], amount
        while missing:
            tender, remaining = left[0]
            part = min(missing, remaining)
            missing, remaining = missing - part, remaining - part
            parts.append(_part_of(tender, part, is_last=not remaining))
            left[0] = tender, remaining
            if not remaining:
                del left[0]
        dealt.append(tuple(parts))
    assert not left, "tenders and amounts have the same total"
    return tuple(dealt)


def _part_of(tender: Tender, amount: Money, *, is_last: bool) -> Tender:
    if isinstance(tender, CashTender):
        return CashTender(amount, amount + tender.change if is_last else amount)
    return (
        tender if amount == tender.amount else replace(tender, amount=amount, whole=face_of(tender))
    )


_SLIP_RULES: Mapping[str, tuple[re.Pattern[str], RefusalCode]] = {
    "last4": (re.compile(r"\d{4}"), RefusalCode.CARD_LAST4_WRONG),
    "rrn": (re.compile(r"\d{12}"), RefusalCode.CARD_RRN_WRONG),
    "approval_code": (re.compile(r"[A-Z0-9]{1,6}"), RefusalCode.CARD_APPROVAL_WRONG),
    "tid": (re.compile(r"[A-Z0-9]{8}"), RefusalCode.CARD_TID_WRONG),
    "mid": (re.compile(r"[A-Z0-9]{8,15}"), RefusalCode.CARD_MID_WRONG),
    "batch": (re.compile(r"\d{1,6}"), RefusalCode.CARD_BATCH_WRONG),
    "invoice": (re.compile(r"\d{1,6}"), RefusalCode.CARD_INVOICE_WRONG),
}
"""Field to pattern: ISO 8583 fields 37 (RRN), 38 (approval), 41 (TID), 42 (MID); batch and invoice are six digits."""


def slip_problems(network: str, fields: Mapping[str, str]) -> dict[str, RefusalCode]:
    """All that is wrong with a slip as typed: field name to code; empty when nothing is.

    Fields: last4, rrn, approval_code, tid, mid, batch, invoice (missing ones count as empty).
    """
    problems: dict[str, RefusalCode] = {}
    if network not in set(CardNetwork):
        problems["network"] = RefusalCode.CARD_NETWORK_WRONG
    for name, (pattern, code) in _SLIP_RULES.items():
        if not pattern.fullmatch(_as_on_slip(fields.get(name, ""))):
            problems[name] = code
    return problems


def slip_typed(network: str, fields: Mapping[str, str]) -> CardSlip:
    """The slip a person typed, in the form the slip prints. Raises Refusal with the first problem."""
    refuse_card_number(*fields.values())
    for code in slip_problems(network, fields).values():
        raise Refusal(code)
    clean = {name: _as_on_slip(fields[name]) for name in _SLIP_RULES}
    for name in ("batch", "invoice"):
        clean[name] = clean[name].zfill(6)
    return CardSlip(network=CardNetwork(network), **clean)


def _as_on_slip(text: str) -> str:
    return western_digits(text).strip().upper()
