"""The columns of the two files: what they are called in exports, whether they must be there, how a cell is read.

Columns stand in the order of the fields of ``ConsumerTold`` and ``BillTold``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from billing_server.book.cells import (
    read_address,
    read_date,
    read_digits,
    read_mobile,
    read_month,
    read_number_text,
    read_text,
)
from billing_server.book.flags import (
    FLAG_WORDS,
    heading_key,
    read_connection,
    read_flags,
    read_yes_no,
)
from billing_server.book.sums import read_paise, read_paise_not_negative

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from billing_server.book.cells import Cell

ACCOUNT_DIGITS: Final = 10
LEGACY_ACCOUNT_DIGITS: Final = 8

Value = str | int | tuple[str, ...]
"""What a cell becomes: text, digits or an ISO date; paise; flags."""


@dataclass(frozen=True, slots=True)
class Column:
    """``title`` heads the column in the files we write; ``aliases`` are headings of others' exports."""

    field: str
    title: str
    aliases: tuple[str, ...]
    read: Callable[[Cell], Value]
    is_required: bool = False
    may_be_empty: bool = True


def columns_by_heading(columns: Sequence[Column]) -> Mapping[str, Column]:
    """Every known heading of these columns, as ``heading_key`` makes it."""
    return {
        heading_key(heading): column
        for column in columns
        for heading in (column.title, column.field, *column.aliases)
    }


_read_account = partial(read_digits, digits=ACCOUNT_DIGITS)
_read_legacy = partial(read_digits, digits=LEGACY_ACCOUNT_DIGITS)

ACCOUNT_NO: Final = Column(
    "account_no",
    "Account No",
    (
        "Acct No", "Account Number", "Acc No", "A/C No", "Consumer Account No", "Connection ID",
        "Consumer No", "खाता संख्या", "खाता सं", "खाता नंबर",
    ),
    _read_account,
    is_required=True,
    may_be_empty=False,
)  # fmt: skip

CONSUMER_COLUMNS: Final = (
    ACCOUNT_NO,
    Column(
        "name_en",
        "Name",
        ("Consumer Name", "Name En", "Name (English)", "Cons Name", "उपभोक्ता का नाम", "नाम"),
        read_text,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "name_hi", "Name (Hindi)", ("Name Hi", "Hindi Name", "नाम हिन्दी", "नाम (हिंदी)"), read_text
    ),
    Column(
        "legacy_account_no",
        "Old Account No",
        ("Old Acct No", "Legacy Account No", "Old Account Number", "पुरानी खाता संख्या", "पुराना खाता"),
        _read_legacy,
    ),
    Column(
        "meter_no",
        "Meter No",
        ("Meter Number", "Meter Sr No", "MTR No", "मीटर संख्या", "मीटर नंबर"),
        read_number_text,
    ),
    Column(
        "mobile",
        "Mobile",
        ("Mobile No", "Mobile Number", "Phone", "Phone No", "Contact No", "मोबाइल", "मोबाइल नंबर"),
        read_mobile,
    ),
    Column(
        "guardian_name",
        "Father/Husband Name",
        (
            "Guardian Name",
            "Father Name",
            "Husband Name",
            "S/O",
            "C/O",
            "पिता/पति का नाम",
            "पिता का नाम",
        ),
        read_text,
    ),
    Column(
        "address", "Address", ("Addr", "Premises Address", "Consumer Address", "पता"), read_address
    ),
    Column("locality", "Locality", ("Area", "Mohalla", "Colony", "मोहल्ला", "क्षेत्र"), read_text),
    Column("division", "Division", ("Division Name", "Div", "खण्ड", "खंड"), read_text),
    Column(
        "substation",
        "Sub-station",
        ("Substation Name", "S/S", "विद्युत उपकेन्द्र", "उपकेंद्र", "उपकेन्द्र"),
        read_text,
    ),
    Column(
        "category",
        "Tariff Category",
        ("Category", "Tariff", "Supply Type", "Rate Schedule", "श्रेणी", "टैरिफ श्रेणी"),
        read_text,
    ),
    Column(
        "connection",
        "Connection Type",
        ("Connection", "Prepaid/Postpaid", "Payment Type", "संयोजन प्रकार"),
        read_connection,
    ),
    Column("flags", "Flags", ("Status", "Consumer Status", "स्थिति"), read_flags),
)
FLAG_COLUMNS: Final = tuple(
    Column(flag.value, words[0], words[1:], partial(read_yes_no, flag=flag))
    for flag, words in FLAG_WORDS.items()
)
"""Flags as columns of their own with Y and N, beside or instead of ``Flags``."""

BILL_COLUMNS: Final = (
    Column(
        "bill_no",
        "Bill No",
        ("Bill Number", "Bill ID", "Invoice No", "बिल संख्या", "बिल नंबर"),
        read_number_text,
        is_required=True,
        may_be_empty=False,
    ),
    ACCOUNT_NO,
    Column(
        "bill_month",
        "Bill Month",
        ("Billing Month", "Bill Period", "बिल माह"),
        read_month,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "bill_date",
        "Bill Date",
        ("Date of Bill", "Billing Date", "बिल दिनांक", "बिल तिथि"),
        read_date,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "due_date",
        "Due Date",
        ("Payment Due Date", "Last Date", "देय तिथि"),
        read_date,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "disconnection_date",
        "Disconnection Date",
        ("Disc Date", "Disconnection Due Date", "विच्छेदन तिथि"),
        read_date,
    ),
    Column(
        "current_demand_paise",
        "Current Demand",
        (
            "Current Amount",
            "Current Bill",
            "Current Month Demand",
            "Assessment",
            "वर्तमान माँग",
            "वर्तमान मांग",
        ),
        read_paise,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "arrear_principal_paise",
        "Arrears",
        ("Arrear", "Arrear Principal", "Previous Dues", "Principal Arrear", "बकाया"),
        read_paise,
    ),
    Column(
        "arrear_surcharge_paise",
        "Surcharge",
        (
            "Arrear Surcharge",
            "LPSC",
            "Late Payment Surcharge",
            "LPS",
            "अधिभार",
            "विलम्बित भुगतान अधिभार",
        ),
        read_paise,
    ),
    Column(
        "other_debits_paise",
        "Other Debits",
        ("Other Charges", "Misc Debits", "Debit", "अन्य नामे", "अन्य प्रभार"),
        read_paise,
    ),
    Column(
        "credits_paise",
        "Credits",
        ("Credit", "Adjustment", "Rebate", "Credit Amount", "जमा", "समायोजन"),
        read_paise_not_negative,
    ),
    Column(
        "payable_by_due_paise",
        "Payable by Due Date",
        (
            "Payable By Due",
            "Net Payable",
            "Bill Amount",
            "Amount Payable",
            "देय धनराशि",
            "बिल धनराशि",
        ),
        read_paise,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "payable_after_due_paise",
        "Payable after Due Date",
        ("Payable After Due", "Amount After Due Date", "देय तिथि के बाद धनराशि"),
        read_paise,
        is_required=True,
        may_be_empty=False,
    ),
    Column(
        "received_paise",
        "Received",
        ("Amount Received", "Paid Amount", "Payment Received", "प्राप्त", "प्राप्त धनराशि"),
        read_paise_not_negative,
    ),
    Column(
        "as_on",
        "As On",
        ("As On Date", "Data Date", "Extract Date", "दिनांक को"),
        read_date,
        is_required=True,
        may_be_empty=False,
    ),
)
