"""The words on a receipt, Hindi and English (domain, section 9). Paper shows both, whatever the screen speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.domain.payment import Settlement

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.money import Money

ACRONYM = "केस्को · KESCO"
TITLE = "भुगतान रसीद / PAYMENT RECEIPT"
ORIGINAL = "मूल प्रति / ORIGINAL"
DUPLICATE = "द्वितीय प्रति {copy_no} / DUPLICATE {copy_no}"
OFFLINE = "ऑफलाइन रसीद / OFFLINE RECEIPT"
SUSPENSE = "उचंत / SUSPENSE"
CANCELLED = "निरस्त / CANCELLED"
REVERSED_ON = "निरस्तीकरण तिथि / Reversed on"
FINAL_BILL = "अंतिम बिल / FINAL BILL"
UNTIL_REALISED = (
    "राशि की पुष्टि होने तक यह अदेयता प्रमाण पत्र नहीं है।",
    "Not a no-dues certificate until the money is confirmed.",
)
BALANCE_LEFT = (
    "शेष राशि देय है: यह अदेयता प्रमाण पत्र नहीं है।",
    "A balance is due: not a no-dues certificate.",
)
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
REFERENCE = "संदर्भ संख्या / Reference no."
ADDRESS = "पता / Address"
AS_NOTED = (
    "जमाकर्ता के बताए अनुसार, अभी मिलान नहीं हुआ।",
    "As told by the payer, not yet matched.",
)
BILLS_SETTLED = "समायोजित बिल / Bills settled"
NOT_TOLD = "—"

BILL_AMOUNT = "बिल धनराशि / Bill amount"
OUTSTANDING = "कुल देय / Outstanding"
CREDIT_BEFORE = "पहले से जमा / Credit before"
AMOUNT_PAID = "जमा धनराशि / AMOUNT PAID"
SETTLEMENTS: Mapping[Settlement, str] = {
    Settlement.FULL: "पूर्ण भुगतान / FULL PAYMENT",
    Settlement.PART: "आंशिक भुगतान / PART PAYMENT",
    Settlement.OVER: "पूर्ण भुगतान एवं अग्रिम / FULL PAYMENT AND ADVANCE",
    Settlement.ADVANCE: "अग्रिम भुगतान / ADVANCE PAYMENT",
}
"""A head or suspense settles no bill, and says nothing of one."""

TO_BILLS = "बिल में जमा / Towards the bill"
ADVANCE = "अग्रिम / Advance"
ADVANCE_KEPT = (
    "अग्रिम राशि खाते में जमा रहेगी।",
    "The advance stays to the credit of the account.",
)
BALANCE = "शेष राशि / Balance"
CREDIT = "खाते में जमा / Credit"
AS_OF = "{what} as of {day}"
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
UPI = "यूपीआई / UPI"
UPI_REFERENCE = "यूपीआई संदर्भ / UPI reference"
UPI_CONFIRMED = "बैंक द्वारा पुष्टि की गई / Confirmed by the bank"
SUBJECT_TO_CREDIT = "बैंक में जमा की पुष्टि होने पर मान्य / Subject to credit confirmation"
CHEQUE = "चेक / CHEQUE"
DRAFT = "डिमांड ड्राफ्ट / DEMAND DRAFT"
PAPER_NO_DATE = "संख्या, दिनांक / Number, date"
BANK = "बैंक, शाखा / Bank, branch"
IFSC = "आई॰एफ॰एस॰सी॰ / IFSC"
DRAWN_BY = "चेक जारीकर्ता / Drawn by"
BOUGHT_BY = "ड्राफ्ट क्रेता / Bought by"
CHEQUE_SUBJECT = "चेक की वसूली होने पर मान्य / Subject to realisation"
DRAFT_SUBJECT = "ड्राफ्ट की वसूली होने पर मान्य / Subject to realisation"
WHOLE_SUM = "इसकी पूरी राशि / Its whole sum"
PART_HERE = "(शेष भाग अन्य रसीदों में / the rest is on other receipts)"

PAYER = "जमाकर्ता / Paid by"
CASHIER = "कैशियर / Cashier"
SHIFT = "पाली / Shift"
ALLOWED_BY = "पर्यवेक्षक की अनुमति / Allowed by"
RULE = "आंशिक भुगतान नियम / Rule of part payment: {authority}"
RULE_SINCE = " ({day} से / from {day})"
PAID_TOGETHER = "एक साथ भुगतान / Paid together"
PLACE_OF_SIZE = "{size} में से {place} / {place} of {size}"
TOGETHER_SUM = "सब मिलाकर / All together"
HELPLINE = "हेल्पलाइन / Helpline {number}"
THANKS = "धन्यवाद / Thank you"

STAMP_HERE = ("राजस्व टिकट", "REVENUE STAMP")
STAMP_WHY = "{limit} से अधिक की रसीद / for a receipt above {limit}"
STAMP_DUTY_PAID = ("समेकित स्टाम्प शुल्क भुगतान किया गया", "Consolidated stamp duty paid")

OFFLINE_CONDITION = (
    "यह भुगतान काउंटर पर दर्ज है और सर्वर से जुड़ते ही आपके खाते में चढ़ेगा।",
    "Recorded at this counter; it reaches your account when the server is connected.",
)
CHECK_CODE = "जाँच कोड / Check code: {code}"
KEEP_CONDITION = (
    "कृपया यह रसीद सुरक्षित रखें।",
    "Please keep this receipt.",
)

SUMMARY_TITLE = "भुगतान सारांश / PAYMENT SUMMARY"
NOT_A_RECEIPT = ("यह रसीद नहीं है", "THIS IS NOT A RECEIPT")
RECEIPTS_COUNT = "रसीदें / Receipts"
FIRST_TO_LAST = "प्रथम से अंतिम / First to last"
TOTAL_PAID = "कुल जमा / TOTAL PAID"
EACH_HAS_ITS_RECEIPT = (
    "हर भुगतान की अपनी रसीद है; वही प्रमाण है।",
    "Each payment has a receipt of its own, which is the proof.",
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


def told_day(told_at: datetime) -> str:
    """The day the server told the bills, as it is in India."""
    return day_text(told_at.astimezone(IST))


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
