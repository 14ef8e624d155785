"""Names of codes on the accountant's pages: English, Hindi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.words import rule_codes

if TYPE_CHECKING:
    from collections.abc import Mapping

_APPROVALS: Mapping[str, tuple[str, str]] = {
    "close_variance": ("Close a shift short or over", "कमी या अधिकता के साथ पाली बंद करना"),
    "close_for_another": (
        "Close the shift of a cashier who is not there",
        "अनुपस्थित कैशियर की पाली बंद करना",
    ),
    "take_over_differs": (
        "Take over a drawer with another sum than was left",
        "छोड़ी गई राशि से भिन्न राशि वाली दराज़ लेना",
    ),
    "paid_out": ("Take cash out of the drawer for an expense", "ख़र्च के लिए दराज़ से नकद निकालना"),
    "reversal": ("Reverse a receipt", "रसीद निरस्त करना"),
    "handing_differs": (
        "Take over takings that differ from the count",
        "गिनती से भिन्न वसूली राशि लेना",
    ),
    "bank_differs": ("The bank accepted another sum", "बैंक ने भिन्न राशि स्वीकार की"),
    "local_person": ("A temporary cashier at the counter", "काउंटर पर अस्थायी कैशियर"),
    "unlock": ("Let somebody try the PIN again", "किसी को फिर से PIN डालने देना"),
    "clock_behind": (
        "Work on a day before the last one",
        "पिछले कार्य-दिन से पहले की तारीख़ पर काम करना",
    ),
}
_CAVEATS: Mapping[str, tuple[str, str]] = {
    "part_below_minimum": ("Part below the least", "न्यूनतम से कम आंशिक भुगतान"),
    "part_count": ("Too many parts in a month", "माह में अधिक आंशिक भुगतान"),
    "same_payment": ("The same payment again", "वही भुगतान फिर"),
    "cheque_barred": ("Cheque of a barred account", "चेक पर रोक वाले खाते का चेक"),
    "cheque_of_stranger": ("Cheque into suspense", "उचंत में चेक"),
    "cash_of_consumer": ("Much cash of one consumer", "एक उपभोक्ता का अधिक नकद"),
    "offline_hours": ("Long without the server", "देर से सर्वर से सम्पर्क नहीं"),
    "unsent": ("Much unsent", "बहुत राशि भेजी नहीं गई"),
    "drawer": ("Much cash in the drawer", "दराज़ में अधिक नकद"),
}

NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "rule": rule_codes.RULES,
    "rule_field": rule_codes.FIELDS,
    "rule_choice": rule_codes.CHOICES,
    "decision": {
        "matched": ("Booked to account", "खाते में दर्ज:"),
        "match_undone": ("Undone: waits again", "रद्द: फिर प्रतीक्षा में"),
        "double": ("Paid twice: to be paid back", "दो बार भुगतान: लौटाया जाना है"),
        "double_taken_back": ("No double after all: waits again", "दोहरा नहीं: फिर प्रतीक्षा में"),
    },
    "line_wrong": {
        "no_pair": (
            "An old number and a new account are needed",
            "पुराना नंबर और नया खाता दोनों चाहिए",
        ),
        "no_bar": (
            "Account, first day, last day (or nothing) and reason are needed",
            "खाता, पहला दिन, अंतिम दिन (या ख़ाली) और कारण चाहिए",
        ),
        "no_number": ("That is no account number", "यह खाता संख्या नहीं है"),
        "twice": ("Its number stood on an earlier line", "यह नंबर पहले की पंक्ति में आ चुका है"),
        "no_day": ("A day is written as 2026-11-23", "दिनांक 2026-11-23 की तरह लिखें"),
        "ends_before": ("It ends before it begins", "अंतिम दिन पहले दिन से पहले है"),
        "no_reason": ("A reason is needed, not too long", "कारण चाहिए, बहुत लम्बा नहीं"),
        "nobody": ("Nobody has this account", "यह खाता किसी का नहीं है"),
        "too_many": ("Too many lines for one file", "एक फ़ाइल के लिए बहुत अधिक पंक्तियाँ"),
    },
    "roster_act": {
        "added": ("Added", "जोड़ा"),
        "changed": ("Changed", "बदला"),
        "ended": ("Ended", "समाप्त"),
    },
    "counter_role": {
        "cashier": ("Cashier", "कैशियर"),
        "head_cashier": ("Head cashier", "मुख्य कैशियर"),
        "supervisor": ("Supervisor", "पर्यवेक्षक"),
        "accountant": ("Accountant", "लेखाकार"),
        "technician": ("Technician", "तकनीशियन"),
    },
    "act": {**_APPROVALS, **_CAVEATS},
}
