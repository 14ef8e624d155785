"""The close of a shift: a blind count, then what was expected, then short or excess, posted and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import ACCOUNT_OF, EXCESS_OF, SHORT_OF, Entry, LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.policy import Rule


@dataclass(frozen=True, slots=True)
class InHand:
    """So many pieces of one tender, and their sum: slips, papers, or for cash the money (no pieces are counted)."""

    pieces: int
    amount: Money


NOTHING_IN_HAND = InHand(0, ZERO)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a cashier counted at the close, without seeing what is expected: cash, and each other tender."""

    cash: CashCount
    others: Mapping[TenderKind, InHand]

    def of(self, kind: TenderKind) -> InHand:
        """What was counted of one tender."""
        if kind is TenderKind.CASH:
            return InHand(0, self.cash.total)
        return self.others.get(kind, NOTHING_IN_HAND)


@dataclass(frozen=True, slots=True)
class CloseLine:
    """One tender at the close."""

    kind: TenderKind
    expected: InHand
    counted: InHand

    @property
    def variance(self) -> Money:
        """Counted less expected: negative is short, positive is excess."""
        return self.counted.amount - self.expected.amount


@dataclass(frozen=True, slots=True)
class Standing:
    """What the books say of an open shift: expected by tender, and the float that is still out."""

    expected: Mapping[TenderKind, InHand]
    float_out: Money
    """Opening float, with change added and lessened since."""


def close_lines(standing: Standing, counted: Counted) -> tuple[CloseLine, ...]:
    """A line for cash, and for each other tender that is expected or was counted; in the order of the trade."""
    return tuple(
        CloseLine(kind, expected, counted.of(kind))
        for kind in TenderKind
        if (expected := standing.expected.get(kind, NOTHING_IN_HAND)) != NOTHING_IN_HAND
        or counted.of(kind) != NOTHING_IN_HAND
        or kind is TenderKind.CASH
    )


def refuse_wrong_count(counted: Counted) -> None:
    """Raise Refusal AMOUNT_NEGATIVE or PIECES_NOT_A_NUMBER for what nobody can have counted."""
    for one in counted.others.values():
        if one.amount < ZERO:
            raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=str(one.amount))
        if one.pieces < 0:
            raise Refusal(RefusalCode.PIECES_NOT_A_NUMBER, text=str(one.pieces))


def is_all_there(lines: tuple[CloseLine, ...]) -> bool:
    """Whether every tender was counted as it was expected, in sums and in pieces."""
    return all(line.expected == line.counted for line in lines)


def is_second_person_needed(lines: tuple[CloseLine, ...], rule: Rule) -> bool:
    """Whether short and excess of all tenders together, or the papers that differ, are above the rule's limits.

    Short and excess do not make up for each other: cash that is missing is not found among the cheques.
    """
    variance = sum(abs(line.variance.paise) for line in lines)
    pieces = sum(abs(line.counted.pieces - line.expected.pieces) for line in lines)
    return variance > rule.number("variance_word_paise") or pieces > rule.number("pieces_word")


@dataclass(frozen=True, slots=True)
class Parting:
    """How the counted cash parts at the close: the float stays for the next shift, the takings are handed over."""

    float_left: Money
    takings: Money


def parting(standing: Standing, counted_cash: Money) -> Parting:
    """The float first: what is counted beyond it is takings; counted less, all of it stays as float."""
    float_left = min(max(standing.float_out, ZERO), counted_cash)
    return Parting(float_left, counted_cash - float_left)


def close_entry(lines: tuple[CloseLine, ...], parted: Parting) -> Entry | None:
    """What a close moves: the drawer empties into float and takings, short and excess go to their own accounts.

    None when there is nothing to move: no cash expected or counted, and no variance.
    """
    debits: list[Posting] = []
    credited: list[Posting] = []
    for line in lines:
        if line.kind is TenderKind.CASH:
            debits += _posting(LedgerAccount.FLOAT_ISSUED, parted.float_left)
            debits += _posting(LedgerAccount.CASH_TO_HAND_OVER, parted.takings)
            drawer = -line.expected.amount
        else:
            drawer = line.variance
        (debits if drawer > ZERO else credited).extend(_posting(ACCOUNT_OF[line.kind], drawer))
        debits += _posting(SHORT_OF[line.kind], max(-line.variance, ZERO))
        credited += _posting(EXCESS_OF[line.kind], -max(line.variance, ZERO))
    return Entry((*debits, *credited)) if debits else None


def _posting(account: LedgerAccount, amount: Money) -> list[Posting]:
    return [Posting(account, amount)] if amount else []


@dataclass(frozen=True, slots=True)
class ProofOfSync:
    """What the centre had signed for when the shift was closed: payments of this shift, and their sums."""

    acknowledged: int
    acknowledged_amount: Money
    unsent: int
    unsent_amount: Money


@dataclass(frozen=True, slots=True)
class ShiftReceipts:
    """The receipts of a shift: how many, the first and the last number (empty for none), and what is proved of them."""

    first_no: str
    last_no: str
    count: int
    proof: ProofOfSync


@dataclass(frozen=True, slots=True)
class ShiftClose:
    """A closed shift. It is never opened again; what was wrong is put right by entries of a later one."""

    shift_id: UUID
    shift_no: int
    cashier_id: CashierId
    closed_by: CashierId
    business_date: date
    at: datetime
    lines: tuple[CloseLine, ...]
    count: CashCount
    parted: Parting
    reason: str
    approval: Approval | None
    first_receipt_no: str
    last_receipt_no: str
    receipts: int
    proof: ProofOfSync
    counts: int
    """How often it was counted: a count after the expected sum was seen is no blind one any more."""
    chain_head: bytes
    """The hash of the last message of the shift: the close's own message names it as the one before."""
