"""A handful of consumers, one for each thing a cashier must see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.money import Money
from tests.builders import a_bill, a_consumer, an_account

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount

ORDINARY = "7412001234"
ARREARS = "7412005678"
PREPAID = "7412007890"
CREDIT = "7412002468"


def _arrears() -> ConsumerAccount:
    older = a_bill(
        Money.rupees(3120, 25),
        bill_no="B2610-7412005678",
        account_no=ARREARS,
        bill_date=date(2026, 10, 11),
        due_date=date(2026, 10, 31),
        received=Money.rupees(1000),
    )
    newer = replace(
        a_bill(
            Money.rupees(12_34_567, 50),
            bill_no="B2611-7412005678",
            account_no=ARREARS,
            payable_after_due=Money.rupees(12_36_100),
        ),
        current_demand=Money.rupees(4580),
        arrear_principal=Money.rupees(12_01_400),
        arrear_surcharge=Money.rupees(28_387, 50),
        other_debits=Money.rupees(350),
        credits=Money.rupees(150),
    )
    consumer = replace(
        a_consumer(
            ARREARS,
            name_en="SHRIVASTAVA COLD STORAGE AND ICE FACTORY",
            name_hi="श्रीवास्तव कोल्ड स्टोरेज एण्ड आइस फैक्ट्री",
            meter_no="K30411220",
            flags=frozenset({ConsumerFlag.TEMPORARILY_DISCONNECTED, ConsumerFlag.CHEQUE_BARRED}),
        ),
        category="LMV-6",
    )
    return an_account(older, newer, consumer=consumer)


def _prepaid() -> ConsumerAccount:
    consumer = a_consumer(
        PREPAID,
        name_en="RAMESHWARI DEVI",
        name_hi="रामेश्वरी देवी",
        meter_no="SM9920134",
        connection=Connection.PREPAID,
        flags=frozenset({ConsumerFlag.LIFELINE, ConsumerFlag.SCHEME_REGISTERED}),
    )
    return an_account(a_bill(Money.rupees(640), account_no=PREPAID), consumer=consumer)


def _credit() -> ConsumerAccount:
    consumer = a_consumer(CREDIT, name_en="RAMZAN ALI", name_hi="रमज़ान अली", meter_no="K20450001")
    return an_account(a_bill(Money.rupees(-212, 40), account_no=CREDIT), consumer=consumer)


ACCOUNTS: dict[str, ConsumerAccount] = {
    ORDINARY: an_account(),
    ARREARS: _arrears(),
    PREPAID: _prepaid(),
    CREDIT: _credit(),
}
