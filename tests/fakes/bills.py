"""The snapshot of consumers and bills in memory."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from counter_app.domain.beside import ChequeBar, ToldBeside
from counter_app.domain.bill import NOTHING_SEEN, Bill, Mark
from counter_app.domain.consumer import Connection, Consumer, ConsumerFlag
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.money import Money, western_digits
from counter_app.domain.slips import is_one_slip
from counter_app.use_cases.views import Candidate
from counter_app.wire.lists import MOST_STEPS
from tests.fakes.pages import moment_of
from tests.fakes.snapshots import FakeShelf, loaded, stepped
from tests.fakes.told import bill_told, consumer_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.exchange import BillTold, Changes, ConsumerTold
    from counter_app.wire.lists import ChequeBarTold
    from counter_app.wire.snapshot import Manifest
    from tests.fakes.snapshots import Accounts

LEAST_MOBILE_DIGITS = 4
ORDER = ("account", "renumbered", "legacy", "meter", "bill", "mobile", "name", "near")
FEW = 5
LEAST_WORDS_TO_SPARE = 3

Fits = Callable[[str, Consumer], "tuple[str, bool] | None"]
"""What was typed and a consumer: what fitted, and whether exactly."""


@dataclass
class FakeBills:
    """Consumers and bills by account number. Tests may put them there with ``tell``, or pull them in."""

    consumers: dict[AccountNo, Consumer] = field(default_factory=dict)
    bills: dict[AccountNo, tuple[Bill, ...]] = field(default_factory=dict)
    mark_in_hand: Mark = NOTHING_SEEN
    shelf: FakeShelf = field(default_factory=FakeShelf)
    renumbered: dict[str, str] = field(default_factory=dict)
    barred: dict[str, ChequeBar] = field(default_factory=dict)

    def tell(self, mark: Mark, consumer: Consumer, *bills: Bill) -> None:
        """Put one consumer and all its bills there, with the mark they belong to."""
        self.consumers[consumer.account_no] = consumer
        self.bills[consumer.account_no] = bills
        self.mark_in_hand = mark

    def find(self, text: str, most_rows: int) -> tuple[Candidate, ...]:
        self._refuse_nothing()
        typed = western_digits(text).strip().casefold()
        together = "".join(typed.split())
        number = together if together.isdecimal() else typed
        found = (
            self._those(self._number_is, number)
            or self._those(self._number_became, number)
            or self._those(self._number_begins, number)
        )
        if not found:
            found = self._those(self._name_fits, typed)
            for fits, enough in (
                (self._told_apart, FEW),
                (self._nearly_fits, FEW),
                (self._all_but_one_fit, 1),
            ):
                found = found if len(found) >= enough else self._those(fits, typed) | found
        nearest_first = sorted(
            found.values(),
            key=lambda one: (not one.is_exact, ORDER.index(one.matched), one.account_no),
        )
        return tuple(nearest_first[:most_rows])

    def _those(self, fits: Fits, typed: str) -> dict[str, Candidate]:
        """Those whom this fits, by account; nobody for an empty text."""
        return {
            one.account_no: _candidate(one, *fit)
            for one in self.consumers.values()
            if typed and (fit := fits(typed, one))
        }

    def account(self, account_no: AccountNo) -> tuple[Consumer, tuple[Bill, ...], Mark] | None:
        self._refuse_nothing()
        consumer = self.consumers.get(account_no)
        if consumer is None:
            return None
        bills = sorted(self.bills[account_no], key=lambda bill: bill.bill_no)
        return consumer, tuple(bills), self.mark_in_hand

    def beside(self, account_no: AccountNo) -> ToldBeside:
        self._refuse_nothing()
        old = [AccountNo(one) for one in self.renumbered if self._now(one) == account_no]
        return ToldBeside(tuple(sorted(old)), self.barred.get(account_no))

    def mark(self) -> Mark:
        return self.mark_in_hand

    def version(self) -> str:
        return f"1.{self.mark_in_hand.cursor}" if self.mark_in_hand.cursor else ""

    @contextmanager
    def pulling(self, *, is_anew: bool = False) -> Iterator[FakePull]:
        """Stage a pull; nothing of it is seen unless it is finished."""
        begins = is_anew or not self.mark_in_hand.cursor
        yield FakePull(self, {} if begins else self.accounts(), _is_anew=begins)

    @contextmanager
    def loading(self, manifest: Manifest, watch: Watch) -> Iterator[FakePull]:
        """Of the parts on the shelf."""
        yield FakePull(self, loaded(manifest, self.shelf, watch), _is_anew=True)

    @contextmanager
    def stepping(self, manifest: Manifest) -> Iterator[FakePull]:
        """Of the steps on the shelf, on what is in hand when the pull is finished."""
        yield FakePull(self, self.accounts(), partial(stepped, manifest, self.shelf))

    def accounts(self) -> Accounts:
        """Everybody, as told."""
        return {
            account_no: (consumer_told(one), tuple(map(bill_told, self.bills[account_no])))
            for account_no, one in self.consumers.items()
        }

    def _refuse_nothing(self) -> None:
        if not self.mark_in_hand.cursor:
            raise Fault(FaultCode.BILLS_MISSING)

    def _numbers(self, typed: str, consumer: Consumer) -> list[tuple[str, str]]:
        """Every number of a consumer that may be meant, by its kind; none for a text without digits."""
        if not any(map(str.isdecimal, typed)):
            return []
        is_mobile = typed.isdecimal() and len(typed) >= LEAST_MOBILE_DIGITS
        return [
            ("account", consumer.account_no),
            ("legacy", consumer.legacy_account_no.casefold()),
            ("meter", consumer.meter_no.casefold()),
            *(("bill", bill.bill_no.casefold()) for bill in self.bills[consumer.account_no]),
            *([("mobile", consumer.mobile)] if is_mobile else []),
        ]

    def _number_is(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        numbers = self._numbers(typed, consumer)
        return next(((kind, True) for kind, number in numbers if number == typed), None)

    def _number_became(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        return ("renumbered", True) if self._now(typed) == consumer.account_no != typed else None

    def _now(self, number: str) -> str:
        """What a number is now, step by step."""
        for _ in range(MOST_STEPS):
            typed = number.casefold()
            became = (new for old, new in self.renumbered.items() if old.casefold() == typed)
            number = next(became, number)
        return number

    def _number_begins(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        numbers = self._numbers(typed, consumer)
        return next(((kind, False) for kind, number in numbers if number.startswith(typed)), None)

    def _name_fits(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        for name in (consumer.name_en.casefold(), consumer.name_hi):
            if _all_fit(typed, name):
                return "name", name == typed
        return None

    def _told_apart(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        is_found = " " in typed and _all_fit(typed, _all_words(consumer))
        return ("name", False) if is_found else None

    def _nearly_fits(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        names = f"{consumer.name_en} {consumer.name_hi}".casefold()
        words = (_all_words(consumer) if " " in typed else names).split()
        is_found = all(
            _all_fit(part, " ".join(words)) or _is_near(part, words) for part in typed.split()
        )
        return ("near", False) if is_found else None

    def _all_but_one_fit(self, typed: str, consumer: Consumer) -> tuple[str, bool] | None:
        parts = typed.split()
        strange = sum(not _all_fit(part, _all_words(consumer)) for part in parts)
        is_found = len(parts) >= LEAST_WORDS_TO_SPARE and strange == 1
        return ("near", False) if is_found else None


@dataclass
class FakePull:
    """Pages of one pull, applied together to what they begin with."""

    _bills: FakeBills
    _begun_with: Accounts
    _first: Callable[[Accounts], None] | None = None
    _pages: list[Changes] = field(default_factory=list)
    _is_anew: bool = False

    def take(self, page: Changes) -> None:
        self._pages.append(page)

    def finish(self, page: Changes) -> None:
        self._pages.append(page)
        store, told = self._bills, page.mark
        if told is None:
            message = "the last page of a pull carries its mark"
            raise ValueError(message)
        accounts = dict(self._begun_with)
        if self._first is not None:
            self._first(accounts)
        for one in self._pages:
            for account_no in one.removed:
                accounts.pop(account_no, None)
            own = {(bill.account_no, bill.bill_no): bill for bill in one.bills}
            for consumer in one.consumers:
                bills = [bill for bill in own.values() if bill.account_no == consumer.account_no]
                accounts[consumer.account_no] = (consumer, tuple(bills))
        store.consumers = {AccountNo(no): _consumer_of(one) for no, (one, _) in accounts.items()}
        store.bills = {
            AccountNo(no): tuple(map(bill_of, bills)) for no, (_, bills) in accounts.items()
        }
        if self._is_anew:
            store.renumbered, store.barred = {}, {}
        self._keep_lists()
        store.mark_in_hand = Mark(
            cursor=told.cursor,
            as_on=moment_of(told.as_on_us),
            seen_through={seen.epoch: seen.sequence for seen in told.seen_through},
            refused=frozenset((refused.epoch, refused.sequence) for refused in told.refused),
        )

    def _keep_lists(self) -> None:
        for page in self._pages:
            for number in page.renumbered or ():
                self._bills.renumbered[number.old_account_no] = number.account_no
            for bar in page.barred or ():
                self._bills.barred.pop(bar.account_no, None)
                if not bar.is_lifted:
                    self._bills.barred[bar.account_no] = _bar_of(bar)


def _bar_of(told: ChequeBarTold) -> ChequeBar:
    until = date.fromisoformat(told.valid_to) if told.valid_to else None
    return ChequeBar(date.fromisoformat(told.valid_from), until, told.reason)


def _all_words(consumer: Consumer) -> str:
    names = (consumer.name_en, consumer.name_hi, consumer.guardian_name, consumer.locality)
    return " ".join(names).casefold()


def _is_near(part: str, words: list[str]) -> bool:
    is_of_letters = len(part) > 1 and not any(map(str.isdecimal, part))
    return is_of_letters and any(is_one_slip(part, word) for word in words)


def _all_fit(typed: str, name: str) -> bool:
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in typed.split())


def _candidate(consumer: Consumer, matched: str, is_exact: bool) -> Candidate:  # noqa: FBT001 - private
    return Candidate(
        account_no=consumer.account_no,
        name_en=consumer.name_en,
        name_hi=consumer.name_hi,
        guardian_name=consumer.guardian_name,
        address=consumer.address,
        locality=consumer.locality,
        meter_no=consumer.meter_no,
        matched=matched,
        is_exact=is_exact,
    )


def _consumer_of(told: ConsumerTold) -> Consumer:
    return Consumer(
        account_no=AccountNo(told.account_no),
        name_en=told.name_en,
        name_hi=told.name_hi,
        legacy_account_no=told.legacy_account_no,
        meter_no=told.meter_no,
        mobile=told.mobile,
        guardian_name=told.guardian_name,
        address=told.address,
        locality=told.locality,
        division=told.division,
        substation=told.substation,
        category=told.category,
        connection=Connection(told.connection),
        flags=frozenset(map(ConsumerFlag, told.flags)),
    )


def bill_of(told: BillTold) -> Bill:
    """The bill that was told."""
    return Bill(
        bill_no=BillNo(told.bill_no),
        account_no=AccountNo(told.account_no),
        bill_month=told.bill_month,
        bill_date=date.fromisoformat(told.bill_date),
        due_date=date.fromisoformat(told.due_date),
        disconnection_date=date.fromisoformat(told.disconnection_date)
        if told.disconnection_date
        else None,
        current_demand=Money(told.current_demand_paise),
        arrear_principal=Money(told.arrear_principal_paise),
        arrear_surcharge=Money(told.arrear_surcharge_paise),
        other_debits=Money(told.other_debits_paise),
        credits=Money(told.credits_paise),
        payable_by_due=Money(told.payable_by_due_paise),
        payable_after_due=Money(told.payable_after_due_paise),
        received=Money(told.received_paise),
        as_on=date.fromisoformat(told.as_on),
    )
