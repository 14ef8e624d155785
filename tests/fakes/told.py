"""Consumers and bills as the server says them on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.exchange import BillTold, ConsumerTold

if TYPE_CHECKING:
    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer


def consumer_told(consumer: Consumer) -> ConsumerTold:
    """A consumer as the server says it on the wire."""
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
        connection=consumer.connection,
        flags=tuple(sorted(consumer.flags)),
    )


def bill_told(bill: Bill) -> BillTold:
    """A bill as the server says it on the wire."""
    cut_off = bill.disconnection_date
    return BillTold(
        bill_no=bill.bill_no,
        account_no=bill.account_no,
        bill_month=bill.bill_month,
        bill_date=bill.bill_date.isoformat(),
        due_date=bill.due_date.isoformat(),
        disconnection_date=cut_off.isoformat() if cut_off else "",
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
