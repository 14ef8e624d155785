"""The words on a receipt, Hindi and English (domain, section 9). Paper shows both, whatever the screen speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.identity import IST

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.money import Money

ACRONYM = "केस्को · KESCO"
TITLE = "भुगतान रसीद / PAYMENT RECEIPT"
ORIGINAL = "मूल प्रति / ORIGINAL"
DUPLICATE = "द्वितीय प्रति {copy_no} / DUPLICATE {copy_no}"
OFFLINE = "ऑफलाइन रसीद / OFFLINE RECEIPT"
DIVISION = "खण्ड / Division"
COUNTER = "कैश काउंटर / Cash counter"

RECEIPT_NO = "रसीद संख्या / Receipt no."
DATE_TIME = "दिनांक, समय / Date, time"
CONSUMER = "उपभोक्ता / Consumer"
ACCOUNT_NO = "खाता संख्या / Account no."
OLD_ACCOUNT_NO = "पुरानी खाता सं॰ / Old account"
METER_NO = "मीटर संख्या / Meter no."
MOBILE = "मोबाइल / Mobile"
CATEGORY = "श्रेणी / Category"
BILL_NO = "बिल संख्या / Bill no."
BILL_MONTH = "बिल माह / Bill month"
DUE_DATE = "देय तिथि / Due date"
PURPOSE = "प्रयोजन / Purpose"
ELECTRICITY_BILL = "विद्युत बिल / Electricity bill"
BILLS_SETTLED = "समायोजित बिल / Bills settled"
NOT_TOLD = "—"

BILL_AMOUNT = "बिल धनराशि / Bill amount"
OUTSTANDING = "कुल देय / Outstanding"
AMOUNT_PAID = "जमा धनराशि / AMOUNT PAID"
FULL_PAYMENT = "पूर्ण भुगतान / FULL PAYMENT"
PART_PAYMENT = "आंशिक भुगतान / PART PAYMENT"
BALANCE = "शेष राशि / Balance"
BALANCE_AS_OF = "शेष राशि / Balance as of {day}"
AS_TOLD_ON = "(सर्वर के अनुसार / as told on {day})"
IN_WORDS_HINDI = "शब्दों में: {words}"
IN_WORDS_ENGLISH = "In words: {words}"

CASH = "नकद / CASH"
CASH_GIVEN = "दी गई राशि / Cash given"
CHANGE = "वापस राशि / Change returned"
CARD = "कार्ड / CARD"
CARD_NO = "कार्ड अंतिम 4 / Card, last 4"
RRN = "आर॰आर॰एन॰ / RRN"
APPROVAL = "स्वीकृति कोड / Approval code"
TID_MID = "टर्मिनल / TID, MID"
BATCH_INVOICE = "बैच, इनवॉइस / Batch, invoice"

PAYER = "जमाकर्ता / Paid by"
CASHIER = "कैशियर / Cashier"
SHIFT = "शिफ्ट / Shift"
HELPLINE = "हेल्पलाइन / Helpline {number}"
THANKS = "धन्यवाद / Thank you"

STAMP_HERE = ("राजस्व टिकट", "REVENUE STAMP")
STAMP_WHY = "{limit} से अधिक की रसीद / for a receipt above {limit}"
STAMP_DUTY_PAID = "समेकित स्टाम्प शुल्क भुगतान किया गया / Consolidated stamp duty paid"

OFFLINE_CONDITION = (
    "यह भुगतान काउंटर पर दर्ज है और सर्वर से जुड़ते ही आपके खाते में चढ़ेगा।",
    "Recorded at this counter; it reaches your account when the server is connected.",
)
KEEP_CONDITION = (
    "कृपया यह रसीद सुरक्षित रखें।",
    "Please keep this receipt.",
)

NO_BREAK_SPACE = "\u00a0"

MONTHS = (
    ("जनवरी", "Jan"),
    ("फरवरी", "Feb"),
    ("मार्च", "Mar"),
    ("अप्रैल", "Apr"),
    ("मई", "May"),
    ("जून", "Jun"),
    ("जुलाई", "Jul"),
    ("अगस्त", "Aug"),
    ("सितम्बर", "Sep"),
    ("अक्टूबर", "Oct"),
    ("नवम्बर", "Nov"),
    ("दिसम्बर", "Dec"),
)


def rupees(amount: Money) -> str:
    """``₹ 12,34,567.50``."""
    return f"₹ {amount}"


def unbroken(text: str) -> str:
    """The same text with spaces at which no line may break."""
    return text.replace(" ", NO_BREAK_SPACE)


def day_text(day: date) -> str:
    """``23-11-2026``."""
    return f"{day:%d-%m-%Y}"


def moment_text(moment: datetime) -> str:
    """``23-11-2026 11:42:07 IST``, wherever the moment was noted."""
    return f"{moment.astimezone(IST):%d-%m-%Y %H:%M:%S} IST"


def month_text(bill_month: str) -> str:
    """``अक्टूबर 2026 / Oct 2026`` for ``2026-10``; whatever else the server said stays as it is."""
    year, dash, month = bill_month.partition("-")
    if not (dash and month.isdecimal() and 1 <= int(month) <= len(MONTHS)):
        return bill_month
    hindi, english = MONTHS[int(month) - 1]
    return f"{hindi} / {english} {year}"


def copy_mark(copy_no: int) -> str:
    """What copy this is: 0 is the original."""
    return DUPLICATE.format(copy_no=copy_no) if copy_no else ORIGINAL
