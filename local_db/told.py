"""Consumers and bills between the form in which they are told and kept, and the nouns of the domain."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from counter_app.domain.bill import Bill
from counter_app.domain.consumer import Connection, Consumer, ConsumerFlag
from counter_app.domain.identity import IST, AccountNo, BillNo
from counter_app.domain.money import Money
from counter_app.wire.exchange import BillTold, ConsumerTold

DATES_KEPT = 4096
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FLAGS = {flag.value: flag for flag in ConsumerFlag}


def moment_of(utc_us: int) -> datetime:
    """The moment of so many microseconds since 1970 UTC, in Indian Standard Time."""
    return (_BEGINNING + timedelta(microseconds=utc_us)).astimezone(IST)


@lru_cache(DATES_KEPT)
def date_of(text: str) -> date:
    """An ISO date; dates of bills are few, so each is read once. Raises ValueError."""
    return date.fromisoformat(text)


def consumer_of(told: ConsumerTold) -> Consumer:
    """The consumer. A flag we do not know yet is left out; raises ValueError for a connection we do not know."""
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
        flags=frozenset(_FLAGS[flag] for flag in told.flags if flag in _FLAGS),
    )


def consumer_told(consumer: Consumer) -> ConsumerTold:
    """The same consumer as it is kept."""
    return ConsumerTold(
        account_no=consumer.account_no,
        name_en=consumer.name_en,
        name_hi=consumer.name_hi,
        legacy_account_no=consumer.legacy_account_no,
        meter_no=consumer.meter_no,
        mobile=consumer.mobile,
        guardian_name=consumer.guardian_name,
        address=consumer.address,
        locality=consumer.locality,
        division=consumer.division,
        substation=consumer.substation,
        category=consumer.category,
        connection=consumer.connection.value,
        flags=tuple(sorted(flag.value for flag in consumer.flags)),
    )


def bill_of(told: BillTold) -> Bill:
    """The bill. Raises ValueError for a date that is none."""
    return Bill(
        bill_no=BillNo(told.bill_no),
        account_no=AccountNo(told.account_no),
        bill_month=told.bill_month,
        bill_date=date_of(told.bill_date),
        due_date=date_of(told.due_date),
        disconnection_date=date_of(told.disconnection_date) if told.disconnection_date else None,
        current_demand=Money(told.current_demand_paise),
        arrear_principal=Money(told.arrear_principal_paise),
        arrear_surcharge=Money(told.arrear_surcharge_paise),
        other_debits=Money(told.other_debits_paise),
        credits=Money(told.credits_paise),
        payable_by_due=Money(told.payable_by_due_paise),
        payable_after_due=Money(told.payable_after_due_paise),
        received=Money(told.received_paise),
        as_on=date_of(told.as_on),
    )


def bill_told(bill: Bill) -> BillTold:
    """The same bill as it is kept."""
    return BillTold(
        bill_no=bill.bill_no,
        account_no=bill.account_no,
        bill_month=bill.bill_month,
        bill_date=bill.bill_date.isoformat(),
        due_date=bill.due_date.isoformat(),
        disconnection_date=bill.disconnection_date.isoformat() if bill.disconnection_date else "",
        current_demand_paise=bill.current_demand.paise,
        arrear_principal_paise=bill.arrear_principal.paise,
        arrear_surcharge_paise=bill.arrear_surcharge.paise,
        other_debits_paise=bill.other_debits.paise,
        credits_paise=bill.credits.paise,
        payable_by_due_paise=bill.payable_by_due.paise,
        payable_after_due_paise=bill.payable_after_due.paise,
        received_paise=bill.received.paise,
        as_on=bill.as_on.isoformat(),
    )
