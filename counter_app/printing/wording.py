"""The words on a receipt, each in Hindi and English (domain, section 9); a ``Tongue`` says which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.domain.payment import Settlement
from counter_app.printing.tongue import Said, Tongue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from counter_app.domain.money import Money

ACRONYM = Said("केस्को", "KESCO", both="केस्को · KESCO")
TITLE = Said("भुगतान रसीद", "PAYMENT RECEIPT")
ORIGINAL = Said("मूल प्रति", "ORIGINAL")
CONSUMERS_COPY = Said("उपभोक्ता प्रति", "Consumer's copy")
OFFICE_COPY = Said("कार्यालय प्रति", "Office copy")
DUPLICATE = Said("द्वितीय प्रति {copy_no}", "DUPLICATE {copy_no}")
OFFLINE = Said("ऑफलाइन रसीद", "OFFLINE RECEIPT")
SUSPENSE = Said("उचंत", "SUSPENSE")
CANCELLED = Said("निरस्त", "CANCELLED")
REVERSED_ON = Said("निरस्तीकरण तिथि", "Reversed on")
FINAL_BILL = Said("अंतिम बिल", "FINAL BILL")
UNTIL_REALISED = Said(
    "राशि की पुष्टि होने तक यह अदेयता प्रमाण पत्र नहीं है।",
    "Not a no-dues certificate until the money is confirmed.",
)
BALANCE_LEFT = Said(
    "शेष राशि देय है: यह अदेयता प्रमाण पत्र नहीं है।", "A balance is due: not a no-dues certificate."
)
DIVISION = Said("खण्ड", "Division")
COUNTER = Said("कैश काउंटर", "Cash counter")

RECEIPT_NO = Said("रसीद संख्या", "Receipt no.")
DATE_TIME = Said("दिनांक, समय", "Date, time")
CONSUMER = Said("उपभोक्ता", "Consumer")
ACCOUNT_NO = Said("खाता संख्या", "Account no.")
OLD_ACCOUNT_NO = Said("पुरानी खाता सं॰", "Old account")
METER_NO = Said("मीटर संख्या", "Meter no.")
MOBILE = Said("मोबाइल", "Mobile")
CATEGORY = Said("श्रेणी", "Category")
BILL_NO = Said("बिल संख्या", "Bill no.")
BILL_MONTH = Said("बिल माह", "Bill month")
DUE_DATE = Said("देय तिथि", "Due date")
PURPOSE = Said("प्रयोजन", "Purpose")
REFERENCE = Said("संदर्भ संख्या", "Reference no.")
ADDRESS = Said("पता", "Address")
AS_NOTED = Said("जमाकर्ता के बताए अनुसार, अभी मिलान नहीं हुआ।", "As told by the payer, not yet matched.")
BILLS_SETTLED = Said("समायोजित बिल", "Bills settled")
NOT_TOLD = "—"

BILL_AMOUNT = Said("बिल धनराशि", "Bill amount")
OUTSTANDING = Said("कुल देय", "Outstanding")
CREDIT_BEFORE = Said("पहले से जमा", "Credit before")
AMOUNT_PAID = Said("जमा धनराशि", "AMOUNT PAID")
SETTLEMENTS: Mapping[Settlement, Said] = {
    Settlement.FULL: Said("पूर्ण भुगतान", "FULL PAYMENT"),
    Settlement.PART: Said("आंशिक भुगतान", "PART PAYMENT"),
    Settlement.OVER: Said("पूर्ण भुगतान एवं अग्रिम", "FULL PAYMENT AND ADVANCE"),
    Settlement.ADVANCE: Said("अग्रिम भुगतान", "ADVANCE PAYMENT"),
}
"""A head or suspense settles no bill, and says nothing of one."""

TO_BILLS = Said("बिल में जमा", "Towards the bill")
ADVANCE = Said("अग्रिम", "Advance")
ADVANCE_KEPT = Said("अग्रिम राशि खाते में जमा रहेगी।", "The advance stays to the credit of the account.")
BALANCE = Said("शेष राशि", "Balance")
CREDIT = Said("खाते में जमा", "Credit")
AS_OF = Said("{what}, {day} को", "{what} as of {day}", both="{what} as of {day}")
AS_TOLD_ON = Said(
    "({day} को सर्वर के अनुसार)",
    "(as told on {day})",
    both="(सर्वर के अनुसार / as told on {day})",
)
IN_WORDS = Said("शब्दों में: {hindi}", "In words: {english}")

CASH = Said("नकद", "CASH")
CASH_GIVEN = Said("दी गई राशि", "Cash given")
CHANGE = Said("वापस राशि", "Change returned")
CARD = Said("कार्ड", "CARD")
CARD_NO = Said("कार्ड अंतिम 4", "Card, last 4")
RRN = Said("आर॰आर॰एन॰", "RRN")
APPROVAL = Said("स्वीकृति कोड", "Approval code")
TID_MID = Said("टर्मिनल (TID, MID)", "TID, MID", both="टर्मिनल / TID, MID")
BATCH_INVOICE = Said("बैच, इनवॉइस", "Batch, invoice")
UPI = Said("यूपीआई", "UPI")
UPI_REFERENCE = Said("यूपीआई संदर्भ", "UPI reference")
UPI_CONFIRMED = Said("बैंक द्वारा पुष्टि की गई", "Confirmed by the bank")
SUBJECT_TO_CREDIT = Said("बैंक में जमा की पुष्टि होने पर मान्य", "Subject to credit confirmation")
CHEQUE = Said("चेक", "CHEQUE")
DRAFT = Said("डिमांड ड्राफ्ट", "DEMAND DRAFT")
PAPER_NO_DATE = Said("संख्या, दिनांक", "Number, date")
BANK = Said("बैंक, शाखा", "Bank, branch")
IFSC = Said("आई॰एफ॰एस॰सी॰", "IFSC")
DRAWN_BY = Said("चेक जारीकर्ता", "Drawn by")
BOUGHT_BY = Said("ड्राफ्ट क्रेता", "Bought by")
CHEQUE_SUBJECT = Said("चेक की वसूली होने पर मान्य", "Subject to realisation")
DRAFT_SUBJECT = Said("ड्राफ्ट की वसूली होने पर मान्य", "Subject to realisation")
WHOLE_SUM = Said("इसकी पूरी राशि", "Its whole sum")
PART_HERE = Said(
    "(शेष भाग अन्य रसीदों में)",
    "(the rest is on other receipts)",
    both="(शेष भाग अन्य रसीदों में / the rest is on other receipts)",
)

PAYER = Said("जमाकर्ता", "Paid by")
CASHIER = Said("कैशियर", "Cashier")
SHIFT = Said("पाली", "Shift")
ALLOWED_BY = Said("पर्यवेक्षक की अनुमति", "Allowed by")
RULE = Said("आंशिक भुगतान नियम", "Rule of part payment")
RULE_SINCE = Said("{day} से", "from {day}")
PAID_TOGETHER = Said("एक साथ भुगतान", "Paid together")
PLACE_OF_SIZE = Said("{size} में से {place}", "{place} of {size}")
TOGETHER_SUM = Said("सब मिलाकर", "All together")
HELPLINE = Said("हेल्पलाइन", "Helpline")
THANKS = Said("धन्यवाद", "Thank you")

STAMP_HERE = Said("राजस्व टिकट", "REVENUE STAMP")
STAMP_WHY = Said("{limit} से अधिक की रसीद", "for a receipt above {limit}")
STAMP_DUTY_PAID = Said("समेकित स्टाम्प शुल्क भुगतान किया गया", "Consolidated stamp duty paid")

OFFLINE_CONDITION = Said(
    "यह भुगतान काउंटर पर दर्ज है और सर्वर से जुड़ते ही आपके खाते में चढ़ेगा।",
    "Recorded at this counter; it reaches your account when the server is connected.",
)
CHECK_CODE = Said("जाँच\u00a0कोड", "Check\u00a0code")
SCAN_TO_CHECK = Said("फोन के कैमरे से स्कैन कर जाँचें", "Scan with a phone's camera to check")
ASK_TO_CHECK = Said("किसी भी केस्को काउंटर पर जाँच कराएँ", "Any KESCO counter checks this")
KEEP_CONDITION = Said("कृपया यह रसीद सुरक्षित रखें।", "Please keep this receipt.")

SUMMARY_TITLE = Said("भुगतान सारांश", "PAYMENT SUMMARY")
NOT_A_RECEIPT = Said("यह रसीद नहीं है", "THIS IS NOT A RECEIPT")
RECEIPTS_COUNT = Said("रसीदें", "Receipts")
FIRST_TO_LAST = Said("प्रथम से अंतिम", "First to last")
TOTAL_PAID = Said("कुल जमा", "TOTAL PAID")
EACH_HAS_ITS_RECEIPT = Said(
    "हर भुगतान की अपनी रसीद है; वही प्रमाण है।",
    "Each payment has a receipt of its own, which is the proof.",
)

NO_BREAK_SPACE = "\u00a0"

MONTHS = (
    Said("जनवरी", "Jan"),
    Said("फरवरी", "Feb"),
    Said("मार्च", "Mar"),
    Said("अप्रैल", "Apr"),
    Said("मई", "May"),
    Said("जून", "Jun"),
    Said("जुलाई", "Jul"),
    Said("अगस्त", "Aug"),
    Said("सितम्बर", "Sep"),
    Said("अक्टूबर", "Oct"),
    Said("नवम्बर", "Nov"),
    Said("दिसम्बर", "Dec"),
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


def month_text(bill_month: str, tongue: Tongue = Tongue.BOTH) -> str:
    """``अक्टूबर / Oct 2026`` for ``2026-10``; whatever else the server said stays as it is."""
    year, dash, month = bill_month.partition("-")
    if not (dash and month.isdecimal() and 1 <= int(month) <= len(MONTHS)):
        return bill_month
    return f"{tongue.say(MONTHS[int(month) - 1])} {year}"


def copy_mark(copy_no: int, tongue: Tongue) -> str:
    """What copy this is: 0 is the original."""
    return tongue.say(DUPLICATE, copy_no=copy_no) if copy_no else tongue.say(ORIGINAL)
