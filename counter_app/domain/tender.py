"""Tender: how money was handed over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.money import Money


class TenderKind(StrEnum):
    """The kinds a payment may hold today; cheque, DD and UPI have their own issue."""

    CASH = "cash"
    CARD = "card"


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
    """A sale on the bank's own terminal, as its slip says."""

    amount: Money
    slip: CardSlip


Tender = CashTender | CardTender


def kind_of(tender: Tender) -> TenderKind:
    """Cash or card."""
    match tender:
        case CashTender():
            return TenderKind.CASH
        case CardTender():
            return TenderKind.CARD
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


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
