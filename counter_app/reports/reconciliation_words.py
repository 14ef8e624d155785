"""The words of a day compared with the centre, in English and in Hindi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.reconciliation import DifferenceKind
from counter_app.reports.headings import ENGLISH as ENGLISH_DAY
from counter_app.reports.headings import ENGLISH_PAGE, HINDI_PAGE
from counter_app.reports.headings import HINDI as HINDI_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.reports.headings import PageWords

COMPARED_TITLE_HI, COMPARED_TITLE_EN = "केन्द्र से दैनिक मिलान", "Daily reconciliation"


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """One language. Texts with braces are filled in."""

    on_page: PageWords
    business_date: str
    made_at: str
    outcome: str
    equal: str
    equal_so_far: str
    differs: str
    not_reached: str
    tender: str
    here: str
    unsent: str
    centre: str
    acknowledged: str
    difference: str
    total: str
    fate: str
    no_answer: str
    differences: str
    receipt_no: str
    why: str
    amount_here: str
    amount_there: str
    nothing: str
    side: str
    kinds: Mapping[str, str]
    fates: Mapping[str, str]
    reasons: Mapping[DifferenceKind, str]


ENGLISH = ComparedWords(
    on_page=ENGLISH_PAGE,
    business_date="Date of collection",
    made_at="Compared at",
    outcome="Outcome",
    equal="Equal to the centre",
    equal_so_far="Equal as far as sent; {count} receipts, ₹ {amount} not sent yet",
    differs="{count} payments differ, ₹ {amount}",
    not_reached="Centre not reached: by acknowledgements only",
    tender="Tender",
    here="This counter",
    unsent="Not sent yet",
    centre="Centre",
    acknowledged="Acknowledged",
    difference="Difference",
    total="Total",
    fate="What the centre did",
    no_answer="No answer yet",
    differences="Payments that differ",
    receipt_no="Receipt no.",
    why="Why",
    amount_here="Here (₹)",
    amount_there="Centre (₹)",
    nothing="No payment was taken on this date.",
    side="{count}  {amount}",
    kinds=ENGLISH_DAY.kinds,
    fates={
        "POSTED": "Booked",
        "PAID_MEANWHILE": "Paid meanwhile: advance",
        "UNKNOWN_ACCOUNT": "Account unknown: suspense",
        "ACCOUNT_CLOSED": "Account closed: suspense",
        "RENUMBERED": "Booked to the new number",
        "BILL_REVISED": "Bill revised: booked anew",
        "DUPLICATE_INSTRUMENT": "Instrument used twice",
        "POSSIBLE_DOUBLE": "Perhaps paid twice",
        "CLOSED_MONTH": "Month closed",
        "TIME_DOUBTFUL": "Time doubtful",
        "LIMIT_EXCEEDED": "Above a limit",
        "NOT_APPLIED": "Not booked",
    },
    reasons={
        DifferenceKind.NOT_ENTERED: "Message kept, not entered",
        DifferenceKind.MISSING_THERE: "MISSING at the centre",
        DifferenceKind.UNKNOWN_HERE: "UNKNOWN in this counter's books",
        DifferenceKind.OTHER_DAY: "Of another day",
        DifferenceKind.AMOUNT: "The amount is another",
        DifferenceKind.TENDER: "The tender is another",
        DifferenceKind.FATE: "The fate is another",
    },
)

HINDI = ComparedWords(
    on_page=HINDI_PAGE,
    business_date="वसूली दिनांक",
    made_at="मिलान का समय",
    outcome="परिणाम",
    equal="केन्द्र के बराबर",
    equal_so_far="भेजी गई राशि बराबर; {count} रसीदें, ₹ {amount} अभी अप्रेषित",
    differs="{count} भुगतानों में अंतर, ₹ {amount}",
    not_reached="केन्द्र से संपर्क नहीं हुआ: केवल पावती के अनुसार",
    tender="भुगतान माध्यम",
    here="यह काउंटर",
    unsent="अप्रेषित",
    centre="केन्द्र",
    acknowledged="पावती प्राप्त",
    difference="अंतर",
    total="योग",
    fate="केन्द्र का निर्णय",
    no_answer="उत्तर शेष",
    differences="भुगतान जिनमें अंतर है",
    receipt_no="रसीद संख्या",
    why="कारण",
    amount_here="यहाँ (₹)",
    amount_there="केन्द्र (₹)",
    nothing="इस दिनांक को कोई भुगतान नहीं लिया गया।",
    side="{count}  {amount}",
    kinds=HINDI_DAY.kinds,
    fates={
        "POSTED": "खाते में दर्ज",
        "PAID_MEANWHILE": "पहले से भुगतान: अग्रिम",
        "UNKNOWN_ACCOUNT": "खाता अज्ञात: उचंत",
        "ACCOUNT_CLOSED": "खाता बंद: उचंत",
        "RENUMBERED": "नई संख्या पर दर्ज",
        "BILL_REVISED": "बिल संशोधित: पुनः दर्ज",
        "DUPLICATE_INSTRUMENT": "लिखत दो बार प्रयुक्त",
        "POSSIBLE_DOUBLE": "सम्भवतः दोहरा भुगतान",
        "CLOSED_MONTH": "माह बंद",
        "TIME_DOUBTFUL": "समय संदिग्ध",
        "LIMIT_EXCEEDED": "सीमा से अधिक",
        "NOT_APPLIED": "दर्ज नहीं",
    },
    reasons={
        DifferenceKind.NOT_ENTERED: "संदेश है, भुगतान दर्ज नहीं",
        DifferenceKind.MISSING_THERE: "केन्द्र पर नहीं मिला",
        DifferenceKind.UNKNOWN_HERE: "इस काउंटर की बही में नहीं",
        DifferenceKind.OTHER_DAY: "दिनांक भिन्न",
        DifferenceKind.AMOUNT: "धनराशि भिन्न",
        DifferenceKind.TENDER: "भुगतान माध्यम भिन्न",
        DifferenceKind.FATE: "केन्द्र का निर्णय भिन्न",
    },
)

WORDS = {"en": ENGLISH, "hi": HINDI}
