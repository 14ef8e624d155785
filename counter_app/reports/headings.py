"""The words of the daily collection report, in English and in Hindi (domain, section 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST

if TYPE_CHECKING:
    from counter_app.domain.reconciliation import Reconciled

REPORT_TITLE_HI, REPORT_TITLE_EN = "दैनिक वसूली विवरण", "Daily collection report"


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands on the pages of every report, in one language."""

    division: str
    counter: str
    made_at: str
    continued: str
    signatures: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Headings:
    """One language. Texts with braces are filled in."""

    on_page: PageWords
    business_date: str
    tender: str
    count: str
    amount: str
    total: str
    receipts: str
    first_to_last: str
    purpose: str
    advances: str
    suspense: str
    part_payments: str
    cancelled: str
    row_cancelled: str
    stamps: str
    stamp_ways: dict[str, str]
    unsent: str
    sum_note: str
    all_sent: str
    missing: str
    none_missing: str
    and_more: str
    reconciled: str
    not_reconciled: str
    reconciled_equal: str
    reconciled_so_far: str
    reconciled_differs: str
    receipt_no: str
    time: str
    account_no: str
    consumer: str
    state: str
    row_sent: str
    row_unsent: str
    row_missing: str
    empty_day: str
    in_suspense: str
    kinds: dict[str, str]
    short_kinds: dict[str, str]
    """For the narrow column of the list; a kind that is not here is short already."""

    def reconciled_text(self, made: Reconciled | None) -> str:
        """When the day was compared with the centre last, and how that ended."""
        if made is None:
            return self.not_reconciled
        moment = f"{made.at.astimezone(IST):%d-%m-%Y %H:%M}"
        if made.differences:
            return self.reconciled_differs.format(moment=moment, count=made.differences)
        if made.is_settled:
            return self.reconciled_equal.format(moment=moment)
        count = made.unsent + made.taken_since
        return self.reconciled_so_far.format(moment=moment, count=count)


ENGLISH_PAGE = PageWords(
    division="Division",
    counter="Cash counter",
    made_at="Made on {moment}",
    continued="{date}, counter {counter}",
    signatures=("Cashier", "Head cashier", "Supervisor"),
    page="Page {page} of {pages}",
)

HINDI_PAGE = PageWords(
    division="खण्ड",
    counter="कैश काउंटर",
    made_at="{moment} को तैयार",
    continued="{date}, काउंटर {counter}",
    signatures=("कैशियर", "मुख्य कैशियर", "पर्यवेक्षक"),
    page="पृष्ठ {page} / {pages}",
)

ENGLISH = Headings(
    on_page=ENGLISH_PAGE,
    business_date="Date of collection",
    tender="Tender",
    count="Payments",
    amount="Amount (₹)",
    total="Total",
    receipts="receipts",
    first_to_last="First and last number",
    purpose="Purpose",
    advances="Advances",
    suspense="Suspense (consumer not in the local copy)",
    part_payments="Part payments (among these)",
    cancelled="Cancelled (among these)",
    row_cancelled="CANCELLED",
    stamps="Receipts with stamp duty",
    stamp_ways={"affix": "{count} to be stamped", "consolidated": "{count} consolidated"},
    unsent="Not yet at the server",
    sum_note="{count} receipts, ₹ {amount}",
    all_sent="None: all are acknowledged",
    missing="Missing numbers",
    none_missing="None: the series is unbroken",
    and_more="and {count} more",
    reconciled="Reconciled with the centre",
    not_reconciled="Not yet",
    reconciled_equal="{moment}: equal",
    reconciled_so_far="{moment}: equal, {count} since or unsent",
    reconciled_differs="{moment}: {count} payments differ",
    receipt_no="Receipt no.",
    time="Time",
    account_no="Account no.",
    consumer="Consumer",
    state="Server",
    row_sent="sent",
    row_unsent="UNSENT",
    row_missing="this number has no receipt",
    empty_day="No receipt was issued on this date.",
    in_suspense="SUSPENSE",
    short_kinds={"demand_draft": "DD"},
    kinds={
        "cash": "Cash",
        "card": "Card",
        "upi": "UPI",
        "cheque": "Cheque",
        "demand_draft": "Demand draft",
    },
)

HINDI = Headings(
    on_page=HINDI_PAGE,
    business_date="वसूली दिनांक",
    tender="भुगतान माध्यम",
    count="भुगतान",
    amount="धनराशि (₹)",
    total="योग",
    receipts="रसीदें",
    first_to_last="प्रथम एवं अंतिम संख्या",
    purpose="प्रयोजन",
    advances="अग्रिम",
    suspense="उचंत (उपभोक्ता स्थानीय प्रति में नहीं)",
    part_payments="आंशिक भुगतान (इनमें से)",
    cancelled="निरस्त (इनमें से)",
    row_cancelled="निरस्त",
    stamps="स्टाम्प शुल्क वाली रसीदें",
    stamp_ways={"affix": "{count} पर टिकट", "consolidated": "{count} समेकित"},
    unsent="सर्वर पर अभी नहीं पहुँचीं",
    sum_note="{count} रसीदें, ₹ {amount}",
    all_sent="कोई नहीं: सब की पावती प्राप्त",
    missing="अनुपस्थित संख्याएँ",
    none_missing="कोई नहीं: क्रम अखण्ड है",
    and_more="तथा {count} और",
    reconciled="केन्द्र से मिलान",
    not_reconciled="अभी नहीं",
    reconciled_equal="{moment}: बराबर",
    reconciled_so_far="{moment}: बराबर, {count} बाद की या अप्रेषित",
    reconciled_differs="{moment}: {count} भुगतानों में अंतर",
    receipt_no="रसीद संख्या",
    time="समय",
    account_no="खाता संख्या",
    consumer="उपभोक्ता",
    state="सर्वर",
    row_sent="प्राप्त",
    row_unsent="लंबित",
    row_missing="इस संख्या की रसीद नहीं है",
    empty_day="इस दिनांक को कोई रसीद जारी नहीं हुई।",
    in_suspense="उचंत",
    short_kinds={"demand_draft": "डीडी"},
    kinds={
        "cash": "नकद",
        "card": "कार्ड",
        "upi": "यूपीआई",
        "cheque": "चेक",
        "demand_draft": "डिमांड ड्राफ्ट",
    },
)

HEADINGS = {"en": ENGLISH, "hi": HINDI}
