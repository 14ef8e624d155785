"""What each step from the closed drawer to the bank moves, and what is declined (domain, section 6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.cash_count import DENOMINATIONS
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import ACCOUNT_OF, Entry, LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money, western_digits
from counter_app.domain.people import Act, may
from counter_app.domain.remittance import (
    AT_BANK,
    BANK_ACCOUNT_OF,
    BankDifference,
    BankWhy,
    SlipItem,
    SlipKind,
)
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.remittance import Handing, Slip, Takings
    from counter_app.domain.shift import Cashier

LONGEST_BANK_TEXT = 60
"""Of the bank's account, its reference, and what is noted of a difference."""

PAPERS = frozenset({TenderKind.CHEQUE, TenderKind.DRAFT})
MAY_BE_SLIPPED = frozenset({InstrumentState.RECEIVED, InstrumentState.LISTED})
"""Papers that are still here."""

_FROM: Mapping[TenderKind, LedgerAccount] = {
    **{kind: ACCOUNT_OF[kind] for kind in PAPERS},
    TenderKind.CASH: LedgerAccount.CASH_WITH_HEAD,
}
_COUNTERFEIT = re.compile(r"(\d{1,4})\s+(\S.*)")


def refuse_receiver(giver_id: CashierId, receiver: Cashier | None, receiver_id: CashierId) -> None:
    """Raise Refusal RECEIVER_IS_GIVER, or RECEIVER_MAY_NOT for one who may not receive cash."""
    if receiver_id == giver_id:
        raise Refusal(RefusalCode.RECEIVER_IS_GIVER)
    if receiver is None or not may(receiver.role, Act.RECEIVE_CASH):
        raise Refusal(RefusalCode.RECEIVER_MAY_NOT, cashier_id=receiver_id)


def refuse_unexplained(handing: Handing, approval: Approval | None) -> Approval | None:
    """The approval of a handing whose count is not what the closes say; None when it is.

    Raises Refusal HANDING_DIFFERS (counted_paise, amount_paise) without a reason or an approval, and as
    ``approval.refuse_without_approval``. The receiver, who found the difference, is no second person for it.
    """
    if not handing.variance:
        return None
    if approval is None or not handing.reason:
        raise Refusal(
            RefusalCode.HANDING_DIFFERS,
            counted_paise=handing.count.total.paise,
            amount_paise=handing.amount.paise,
        )
    given = refuse_without_approval(
        approval,
        ApprovalCode.HANDING_DIFFERS,
        str(handing.shift_ids[0]),
        Money(abs(handing.variance.paise)),
        handing.by,
    )
    if given.approver_id == handing.receiver_id:
        raise Refusal(RefusalCode.WORD_FROM_ONESELF)
    return given


def handed_parts(takings: tuple[Takings, ...], counted: Money) -> tuple[tuple[Takings, Money], ...]:
    """What of the counted cash is of which shift: a shortage is of the last ones, an excess of the last."""
    parts: list[tuple[Takings, Money]] = []
    left = counted
    for one in takings:
        part = left if one is takings[-1] else min(one.amount, left)
        parts.append((one, part))
        left -= part
    return tuple(parts)


def refuse_cash_slip(amount: Money, cash_with_head: Money) -> None:
    """Raise Refusal SLIP_EMPTY, or SLIP_ABOVE_CASH (amount_paise, cash_paise)."""
    if amount <= ZERO:
        raise Refusal(RefusalCode.SLIP_EMPTY)
    if amount > cash_with_head:
        raise Refusal(
            RefusalCode.SLIP_ABOVE_CASH, amount_paise=amount.paise, cash_paise=cash_with_head.paise
        )


def slip_item(held: HeldInstrument | None, identity: str) -> SlipItem:
    """The paper as it stands on a slip. Raises Refusal SLIP_ITEM_WRONG for one that may not go on any."""
    if (
        held is None
        or held.paper is None
        or held.kind not in PAPERS
        or held.state not in MAY_BE_SLIPPED
    ):
        raise Refusal(RefusalCode.SLIP_ITEM_WRONG, identity=identity)
    paper = held.paper
    return SlipItem(identity, held.kind, held.face, paper.number, paper.bank, paper.branch)


def bank_account_typed(text: str) -> str:
    """The utility's account as typed or set. Raises Refusal BANK_ACCOUNT_MISSING for none, or one too long.

    No card number is looked for: an account of the utility may well have as many digits, and be right by Luhn.
    """
    clean = " ".join(text.split())
    if not 1 <= len(clean) <= LONGEST_BANK_TEXT:
        raise Refusal(RefusalCode.BANK_ACCOUNT_MISSING)
    return clean


def slip_entry(amounts: Mapping[TenderKind, Money]) -> Entry:
    """What a slip moves, by the kind of what is on it: from the head cashier, or from the papers here, to the bank."""
    return Entry(
        (
            *(Posting(AT_BANK[kind], amount) for kind, amount in amounts.items()),
            *(Posting(_FROM[kind], -amount) for kind, amount in amounts.items()),
        )
    )


def amounts_of(slip: Slip) -> Mapping[TenderKind, Money]:
    """What is on a slip, by kind."""
    if slip.kind is SlipKind.CASH:
        return {TenderKind.CASH: slip.amount}
    kinds = [kind for kind in TenderKind if any(one.kind is kind for one in slip.items)]
    return {
        kind: Money.total(one.amount for one in slip.items if one.kind is kind) for kind in kinds
    }


def reference_typed(text: str) -> str:
    """The bank's reference. Raises Refusal BANK_REFERENCE_MISSING for none or a too long one, CARD_NUMBER_IN_TEXT."""
    clean = " ".join(western_digits(text).split())
    refuse_card_number(clean)
    if not 1 <= len(clean) <= LONGEST_BANK_TEXT:
        raise Refusal(RefusalCode.BANK_REFERENCE_MISSING)
    return clean


def refuse_bank_day(slip: Slip, on: date, today: date) -> None:
    """Raise Refusal BANK_DAY_WRONG (first, last) for an answer from before its slip, or of a day to come."""
    last = max(today, slip.business_date)
    if not slip.business_date <= on <= last:
        raise Refusal(
            RefusalCode.BANK_DAY_WRONG,
            first=slip.business_date.isoformat(),
            last=last.isoformat(),
        )


def explained(slip: Slip, differences: Iterable[BankDifference]) -> Money:
    """What the bank should have accepted, given these differences."""
    return slip.amount - Money.total(
        -one.amount if one.why is BankWhy.EXCESS else one.amount for one in differences
    )


def refuse_wrong_sum(
    slip: Slip, accepted: Money, differences: tuple[BankDifference, ...]
) -> tuple[BankDifference, ...]:
    """The differences as they are kept, their notes trimmed.

    Raises Refusal BANK_SUM_DIFFERS (accepted_paise, slip_paise, explained_paise) unless sum and differences explain the
    slip to the paisa: papers are taken whole, for one that comes back is returned by itself. BANK_NOTE_MISSING for a
    difference of which nothing is said, or a counterfeit without denomination and number (``counterfeit_note``).
    """
    should_be = explained(slip, differences)
    is_of_papers = slip.kind is SlipKind.PAPERS
    if accepted != should_be or accepted < ZERO or (is_of_papers and differences):
        raise Refusal(
            RefusalCode.BANK_SUM_DIFFERS,
            accepted_paise=accepted.paise,
            slip_paise=slip.amount.paise,
            explained_paise=should_be.paise,
        )
    return tuple(map(_noted, differences))


def _noted(one: BankDifference) -> BankDifference:
    if one.amount <= ZERO:
        raise Refusal(RefusalCode.AMOUNT_ZERO)
    note = " ".join(western_digits(one.note).split())
    refuse_card_number(note)
    is_said = 1 <= len(note) <= LONGEST_BANK_TEXT
    if not is_said or (one.why is BankWhy.COUNTERFEIT and not _names_a_note(note, one.amount)):
        raise Refusal(RefusalCode.BANK_NOTE_MISSING)
    return BankDifference(one.why, one.amount, note)


def _names_a_note(note: str, amount: Money) -> bool:
    match = _COUNTERFEIT.fullmatch(note)
    if match is None:
        return False
    one = Money.rupees(int(match[1]))
    return one in DENOMINATIONS and amount.paise % one.paise == 0


def counterfeit_note(denomination: Money, number: str) -> str:
    """What is noted of a counterfeit: its denomination in rupees, and the number printed on it."""
    return f"{denomination.paise // Money.rupees(1).paise} {number.strip()}"


def refuse_unapproved(
    slip: Slip,
    differences: tuple[BankDifference, ...],
    approval: Approval | None,
    by: CashierId,
) -> Approval | None:
    """The approval of the differences, None where there are none. Raises as ``approval.refuse_without_approval``."""
    if not differences:
        return None
    return refuse_without_approval(
        approval, ApprovalCode.BANK_DIFFERS, str(slip.slip_no), at_stake(differences), by
    )


def at_stake(differences: Iterable[BankDifference]) -> Money:
    """What hangs on an approval of these: all of them together, whichever way they go."""
    return Money.total(one.amount for one in differences)


def answer_entry(
    slip: Slip, accepted: Money, differences: tuple[BankDifference, ...]
) -> Entry | None:
    """What a bank's answer moves: cash to the bank, each difference to its own account.

    None for papers: they were only taken in, and move one by one when they are cleared.
    """
    if slip.kind is SlipKind.PAPERS:
        return None
    by_account: dict[LedgerAccount, Money] = {LedgerAccount.BANK: accepted}
    for one in differences:
        account = BANK_ACCOUNT_OF[one.why]
        signed = -one.amount if one.why is BankWhy.EXCESS else one.amount
        by_account[account] = by_account.get(account, ZERO) + signed
    by_account[LedgerAccount.CASH_AT_BANK] = -slip.amount
    moved = [Posting(account, amount) for account, amount in by_account.items() if amount]
    return Entry((*(one for one in moved if one.amount > ZERO), *_credits(moved)))


def _credits(moved: list[Posting]) -> Iterable[Posting]:
    return (one for one in moved if one.amount < ZERO)


def moved_by(entry: Entry | None) -> Money:
    """The sum of what an entry moves, ZERO for none."""
    debits = [one.amount for one in entry.postings if one.amount > ZERO] if entry else []
    return Money.total(debits)
