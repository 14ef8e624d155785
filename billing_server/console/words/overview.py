"""Words of the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Today": "आज",
    "today": "आज",
    "Collection of {day}": "{day} की वसूली",
    "Business date": "कार्य दिनांक",
    "Show": "दिखाएँ",
    "Day before": "पिछला दिन",
    "Day after": "अगला दिन",
    "Open alarms": "खुली चेतावनियाँ",
    "more than {count}": "{count} से अधिक",
    "Counters not heard": "जिन काउंटरों से सम्पर्क नहीं",
    "Not heard for {length} or longer": "{length} या अधिक से सम्पर्क नहीं",
    "all": "सभी",
    "Collected": "कुल वसूली",
    "Payments": "भुगतान",
    "Counters that took money": "वसूली वाले काउंटर",
    "of {count}": "{count} में से",
    "Waiting for a person": "निर्णय की प्रतीक्षा में",
    "{count} payments stand in no bill": "{count} भुगतान किसी बिल में नहीं",
    "As told so far, whatever became of it. What counters have not sent yet is on the page of counters.": (
        "काउंटरों ने अब तक जो बताया, उसका जो भी हुआ हो। जो काउंटरों ने अभी नहीं भेजा, वह काउंटरों के पृष्ठ पर है।"
    ),
    "By hour": "घंटे के अनुसार",
    "Rupees collected in each hour of the day; the table below holds the figures.": (
        "दिन के हर घंटे की वसूली रुपयों में; आँकड़े नीचे की तालिका में हैं।"
    ),
    "Figures of the hours": "घंटों के आँकड़े",
    "Hour": "घंटा",
    "Sum": "राशि",
    "Total": "योग",
    "By division": "खण्ड के अनुसार",
    "Division": "खण्ड",
    "By tender": "भुगतान के प्रकार के अनुसार",
    "Tender": "प्रकार",
    "By counter": "काउंटर के अनुसार",
    "Counter": "काउंटर",
    "What became of it": "उसका क्या हुआ",
    "Fate": "स्थिति",
    "No counter has told of a payment of this day.": "किसी काउंटर ने इस दिन का कोई भुगतान नहीं बताया है।",
}
