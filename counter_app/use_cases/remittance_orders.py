"""What is asked for on the way to the bank. Each order brings its own id, so that a second click does it once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.ageing import Alarm, Undeposited
    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.money import Money
    from counter_app.domain.remittance import BankDifference, SlipSeen, Takings


@dataclass(frozen=True, slots=True)
class HandingOrder:
    """The takings of closed shifts, as the receiver counted them; giver and receiver confirm with their own PINs."""

    handing_id: UUID
    shift_ids: tuple[UUID, ...]
    count: CashCount
    by: CashierId
    by_pin: str
    receiver_id: CashierId
    receiver_pin: str
    reason: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class CashSlipOrder:
    """A bank slip of so much cash."""

    slip_id: UUID
    count: CashCount
    bank_account: str
    by: CashierId


@dataclass(frozen=True, slots=True)
class PaperSlipOrder:
    """A bank slip of these cheques and drafts."""

    slip_id: UUID
    identities: tuple[str, ...]
    bank_account: str
    by: CashierId


@dataclass(frozen=True, slots=True)
class AnswerOrder:
    """What the bank said of a slip."""

    answer_id: UUID
    slip_id: UUID
    reference: str
    on: date
    accepted: Money
    differences: tuple[BankDifference, ...]
    by: CashierId
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """All that waits on the way to the bank, and the last slips."""

    today: date
    takings: tuple[Takings, ...]
    cash_with_head: Money
    papers: tuple[HeldInstrument, ...]
    slips: tuple[SlipSeen, ...]
    undeposited: tuple[Undeposited, ...]
    alarm: Alarm | None
    bank_account: str
    """The account of the last slip, else the one that is set; empty for none."""
