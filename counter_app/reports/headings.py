"""The words of the daily collection report, in English and in Hindi (domain, section 9)."""

from __future__ import annotations

from dataclasses import dataclass

REPORT_TITLE_HI, REPORT_TITLE_EN = "दैनिक वसूली विवरण", "Daily collection report"


@dataclass(frozen=True, slots=True)
class Headings:
    """One language. Texts with braces are filled in."""

    division: str
    counter: str
    business_date: str
    made_at: str
    tender: str
    count: str
    amount: str
    total: str
    receipts: str
    first_to_last: str
    unsent: str
    unsent_note: str
    all_sent: str
    missing: str
    none_missing: str
    and_more: str
    receipt_no: str
    time: str
    account_no: str
    consumer: str
    state: str
    row_sent: str
    row_unsent: str
    row_missing: str
    empty_day: str
    continued: str
    signatures: tuple[str, str, str]
    page: str
    kinds: dict[str, str]


ENGLISH = Headings(
    division="Division",
    counter="Cash counter",
    business_date="Date of collection",
    made_at="Made on {moment}",
    tender="Tender",
    count="Payments",
    amount="Amount (₹)",
    total="Total",
    receipts="receipts",
    first_to_last="First and last number",
    unsent="Not yet at the server",
    unsent_note="{count} receipts, ₹ {amount}",
    all_sent="None: all are acknowledged",
    missing="Missing numbers",
    none_missing="None: the series is unbroken",
    and_more="and {count} more",
    receipt_no="Receipt no.",
    time="Time",
    account_no="Account no.",
    consumer="Consumer",
    state="Server",
    row_sent="sent",
    row_unsent="UNSENT",
    row_missing="this number has no receipt",
    empty_day="No receipt was issued on this date.",
    continued="{date}, counter {counter}",
    signatures=("Cashier", "Head cashier", "Supervisor"),
    page="Page {page} of {pages}",
    kinds={"cash": "Cash", "card": "Card"},
)

HINDI = Headings(
    division="खण्ड",
    counter="कैश काउंटर",
    business_date="वसूली दिनांक",
    made_at="{moment} को तैयार",
    tender="भुगतान माध्यम",
    count="भुगतान",
    amount="धनराशि (₹)",
    total="योग",
    receipts="रसीदें",
    first_to_last="प्रथम एवं अंतिम संख्या",
    unsent="सर्वर पर अभी नहीं पहुँचीं",
    unsent_note="{count} रसीदें, ₹ {amount}",
    all_sent="कोई नहीं: सब की पावती प्राप्त",
    missing="अनुपस्थित संख्याएँ",
    none_missing="कोई नहीं: क्रम अखण्ड है",
    and_more="तथा {count} और",
    receipt_no="रसीद संख्या",
    time="समय",
    account_no="खाता संख्या",
    consumer="उपभोक्ता",
    state="सर्वर",
    row_sent="प्राप्त",
    row_unsent="लंबित",
    row_missing="इस संख्या की रसीद नहीं है",
    empty_day="इस दिनांक को कोई रसीद जारी नहीं हुई।",
    continued="{date}, काउंटर {counter}",
    signatures=("कैशियर", "मुख्य कैशियर", "पर्यवेक्षक"),
    page="पृष्ठ {page} / {pages}",
    kinds={"cash": "नकद", "card": "कार्ड"},
)

HEADINGS = {"en": ENGLISH, "hi": HINDI}
