"""Whose a payment is: its account number, the number that took its place, or what a payer in suspense could tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from billing_server.standing import Found
from billing_server.store.account_map import read_map
from billing_server.store.bulk import is_listed, listed
from billing_server.store.schema import BILL, CONSUMER
from counter_app.domain.payment import Toward
from counter_app.domain.suspense import NO_ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import ColumnElement, Connection

    from counter_app.wire.bodies import PaymentTaken

Whose = set[tuple[str, bool]]
"""Accounts, each with whether only an older number named it."""


_REMOVED = select(CONSUMER.c.account_no, CONSUMER.c.is_removed).where(
    is_listed(CONSUMER.c.account_no, bindparam("account_nos"))
)


@dataclass(slots=True)
class Numbers:
    """What these numbers name: an account (removed or not), the accounts that had it before, meters, bills."""

    is_removed: dict[str, bool] = field(default_factory=dict)
    replaced_by: dict[str, str] = field(default_factory=dict)
    had_by: dict[str, set[str]] = field(default_factory=dict)
    metered_by: dict[str, set[str]] = field(default_factory=dict)
    billed_to: dict[str, set[str]] = field(default_factory=dict)

    def accounts_of(self, number: str) -> Whose:
        """One that lives; else those it became, by the map before the consumers' old numbers; else one removed."""
        if self.is_removed.get(number) is False:
            return {(number, False)}
        if number in self.replaced_by:
            return {(self.replaced_by[number], True)}
        if number in self.had_by:
            return {(account_no, True) for account_no in self.had_by[number]}
        return {(number, False)} if number in self.is_removed else set()


def find_accounts(connection: Connection, payments: Collection[PaymentTaken]) -> dict[str, Found]:
    """Payment id to whose it is; a payment that names nobody, or more than one, is not among them."""
    told = [(payment, _Told.by(payment)) for payment in payments]
    numbers = _read(connection, [one for _, one in told])
    found: dict[str, Found] = {}
    for payment, one in told:
        if one.is_plain and numbers.is_removed.get(payment.account_no) is False:
            found[payment.payment_id] = Found(payment.account_no, is_renumbered=False)
            continue
        whose = _whose(numbers, one)
        accounts = {account_no for account_no, _ in whose}
        if len(accounts) == 1:
            is_renumbered = all(is_older for _, is_older in whose)
            found[payment.payment_id] = Found(accounts.pop(), is_renumbered)
    return found


def heirs_of(connection: Connection, account_nos: Collection[str]) -> dict[str, str]:
    """Account to the one living account that took its place, by the map or as its old number; none for no or two."""
    heirs = read_map(connection, account_nos)
    is_removed = _removed(connection, set(heirs.values()))
    found = {old: new for old, new in heirs.items() if is_removed.get(new) is False}
    by_old = _of_living(connection, CONSUMER.c.legacy_account_no, set(account_nos) - set(found))
    return found | {old: owners.pop() for old, owners in by_old.items() if len(owners) == 1}


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers a payment gives; meter and bill only of one in suspense."""

    accounts: frozenset[str]
    meter_no: str = ""
    bill_no: str = ""
    is_plain: bool = False
    """Whether it gives the account's number, as nearly always."""

    @classmethod
    def by(cls, payment: PaymentTaken) -> _Told:
        """What this payment gives."""
        noted = payment.noted
        is_known = all(part.toward is not Toward.SUSPENSE for part in payment.allocations)
        if is_known or noted is None:
            return cls(frozenset({payment.account_no}), is_plain=True)
        accounts = {payment.account_no, noted.account_no} - {"", NO_ACCOUNT}
        return cls(frozenset(accounts), noted.meter_no, noted.bill_no)


def _whose(numbers: Numbers, told: _Told) -> Whose:
    whose: Whose = set()
    for number in told.accounts:
        whose |= numbers.accounts_of(number)
    direct = numbers.metered_by.get(told.meter_no, set()) | numbers.billed_to.get(
        told.bill_no, set()
    )
    return whose | {(account_no, False) for account_no in direct}


def _read(connection: Connection, told: Iterable[_Told]) -> Numbers:
    asked = {number for one in told for number in one.accounts}
    meters = {one.meter_no for one in told} - {""}
    bills = {one.bill_no for one in told} - {""}
    numbers = Numbers(_removed(connection, asked))
    lost = {number for number in asked if numbers.is_removed.get(number, True)}
    if lost:
        numbers.replaced_by = read_map(connection, lost)
        new = set(numbers.replaced_by.values()) - set(numbers.is_removed)
        numbers.is_removed |= _removed(connection, new)
        numbers.had_by = _of_living(connection, CONSUMER.c.legacy_account_no, lost)
    numbers.metered_by = _of_living(connection, CONSUMER.c.meter_no, meters)
    if bills:
        billed = (
            select(BILL.c.bill_no, BILL.c.account_no)
            .join_from(BILL, CONSUMER)
            .where(BILL.c.bill_no.in_(bills), CONSUMER.c.is_removed == 0)
        )
        for bill_no, account_no in connection.execute(billed):
            numbers.billed_to.setdefault(bill_no, set()).add(account_no)
    return numbers


def _of_living(
    connection: Connection, column: ColumnElement[str], asked: Collection[str]
) -> dict[str, set[str]]:
    """Value of a column to the living consumers that have it; an empty value is nobody's."""
    found: dict[str, set[str]] = {}
    living = select(column, CONSUMER.c.account_no).where(
        column.in_(asked), column != "", CONSUMER.c.is_removed == 0
    )
    for value, account_no in connection.execute(living) if asked else ():
        found.setdefault(value, set()).add(account_no)
    return found


def _removed(connection: Connection, account_nos: Collection[str]) -> dict[str, bool]:
    if not account_nos:
        return {}
    rows = connection.execute(_REMOVED, {"account_nos": listed(account_nos)})
    return {account_no: bool(is_removed) for account_no, is_removed in rows}
