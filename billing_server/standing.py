"""What stands at the centre and bears on the messages of a batch. Deciding in order keeps it up to date. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.policy import Policy, RuleName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from billing_server.kept import KeptPayment, UndoneTold
    from billing_server.reading import MessageKey

_MICROSECONDS = 1_000_000


@dataclass(slots=True)
class BillStanding:
    """An open bill as it stands now; ``received_paise`` grows as payments are booked."""

    bill_no: str
    bill_date: str
    due_date: str
    payable_by_due_paise: int
    payable_after_due_paise: int
    received_paise: int

    def outstanding_on(self, day: str) -> int:
        """What is still asked for on that ISO date, in paise; negative is a credit."""
        payable = (
            self.payable_by_due_paise if day <= self.due_date else self.payable_after_due_paise
        )
        return payable - self.received_paise


@dataclass(slots=True)
class AccountStanding:
    """A consumer's account with its open bills, oldest first."""

    is_removed: bool
    bills: list[BillStanding] = field(default_factory=list)

    def bill_for(self, told_bill_no: str) -> BillStanding | None:
        """The bill of this number if it is open, else the newest, which carries what came before; None for none."""
        named = (bill for bill in self.bills if bill.bill_no == told_bill_no)
        return next(named, self.bills[-1] if self.bills else None)


@dataclass(frozen=True, slots=True)
class Found:
    """Whose a payment is: the account, and whether it was told under another number than the account's own."""

    account_no: str
    is_renumbered: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """Who named an instrument first, and in which group of payments."""

    key: MessageKey
    group_id: str


@dataclass(slots=True)
class CashTaken:
    """Cash of payments on a business date, by what may be one payer: account, name, or order (``ties``)."""

    paise: dict[str, int] = field(default_factory=dict)
    """Payment id to cash."""
    tied: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def add(self, payment_id: str, ties: Iterable[tuple[str, ...]], paise: int) -> None:
        """One more payment in cash."""
        self.paise[payment_id] = paise
        for tie in ties:
            self.tied.setdefault(tie, set()).add(payment_id)

    def together(self, ties: Iterable[tuple[str, ...]]) -> int:
        """The cash of all payments that share one of these ties, each once."""
        payments = set().union(*(self.tied.get(tie, set()) for tie in ties))
        return sum(self.paise[one] for one in payments)


@dataclass(slots=True)
class Standing:
    """All the centre knows that bears on the messages of a batch.

    ``moved`` (bill number to paise), ``touched`` (accounts) and ``back`` (payments no longer aside) are what
    deciding changed.
    """

    policy: Policy
    accounts: dict[str, AccountStanding] = field(default_factory=dict)
    billed_to: dict[str, str] = field(default_factory=dict)
    """Bills that kept payments stand in, with the account that answers for each now."""
    found: dict[str, Found] = field(default_factory=dict)
    """Payment id to whose it is; none for a number that nobody has."""
    payment_ids: set[str] = field(default_factory=set)
    owners: dict[str, Owner] = field(default_factory=dict)
    seen_returned: set[str] = field(default_factory=set)
    """Identities that the bank desk saw returned."""
    paid: dict[tuple[str, str, int], set[str]] = field(default_factory=dict)
    """Account, business date, paise: the counters where such a payment was taken."""
    cash: CashTaken = field(default_factory=CashTaken)
    kept: dict[str, KeptPayment] = field(default_factory=dict)
    """Payment id to the payments of this counter that are undone, or decided in this batch; and to what is held."""
    undone: dict[str, list[UndoneTold]] = field(default_factory=dict)
    """Payment id to what returns and reversals of this counter undid, whether the payment was told yet or not."""
    closed_months: frozenset[str] = frozenset()
    """``YYYY-MM`` of those closed now."""
    moved: dict[str, int] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    back: set[MessageKey] = field(default_factory=set)
    _cash_limits: dict[str, int | None] = field(default_factory=dict)

    def is_above_law(self, business_date: str, cash_paise: int) -> bool:
        """Whether the law forbids so much cash of one payer on that day; where no rule is in force it does not."""
        if business_date not in self._cash_limits:
            rule = self.policy.rule(RuleName.CASH_OF_PAYER, date.fromisoformat(business_date))
            limit = rule.number("refuse_from_paise") if rule is not None else None
            self._cash_limits[business_date] = limit
        limit = self._cash_limits[business_date]
        return limit is not None and cash_paise >= limit

    def forget(self, payment_id: str) -> None:
        """A payment was reversed: its cash ties nobody any more."""
        if payment_id in self.cash.paise:
            self.cash.paise[payment_id] = 0

    def move(self, kept: KeptPayment, before: Iterable[int]) -> None:
        """Bring the bills to what the parts of a payment hold now, from what they held ``before``.

        A bill that is no longer open is carried by the newest one of the account. Where there is none, the sum stands
        on the old bill until one is told.
        """
        for part, now, held in zip(kept.parts, kept.in_bills_paise, before, strict=True):
            if paise := now - held:
                account_no = self.billed_to.get(part.bill_no, kept.account_no)
                bill = self.accounts[account_no].bill_for(part.bill_no)
                bill_no = part.bill_no
                if bill is not None:
                    bill.received_paise += paise
                    bill_no = bill.bill_no
                self.moved[bill_no] = self.moved.get(bill_no, 0) + paise
                self.touched.add(account_no)


@dataclass(frozen=True, slots=True)
class TimeBracket:
    """Between which signed times a message can have been recorded, with the tolerance in microseconds."""

    not_before_us: int
    now_us: int
    tolerance_us: int

    @classmethod
    def of(cls, enrolled_us: int, now_us: int, tolerance_seconds: int) -> TimeBracket:
        """From the beginning of the epoch to now."""
        return cls(enrolled_us, now_us, tolerance_seconds * _MICROSECONDS)

    def holds(self, recorded_us: int, last_server_time_us: int) -> bool:
        """Whether the counter's clock agrees with the last signed time it had, and with ours."""
        earliest = self.not_before_us
        if last_server_time_us <= self.now_us:
            earliest = max(earliest, last_server_time_us)
        return earliest - self.tolerance_us <= recorded_us <= self.now_us + self.tolerance_us
