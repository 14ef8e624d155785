"""Words of the page of custody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Custody": "नकद अभिरक्षा",
    "Custody of {day}": "{day} की नकद अभिरक्षा",
    "As the counters told it so far. Their own books answer for it; nothing here moves a bill.": (
        "काउंटरों ने अब तक जो बताया। इसका उत्तर उनकी अपनी बहियाँ देती हैं; यहाँ से कोई बिल नहीं बदलता।"
    ),
    "Shifts closed": "बंद की गई पालियाँ",
    "Shift": "पाली",
    "Cashier": "कैशियर",
    "Receipts": "रसीदें",
    "Takings": "वसूल नकद",
    "Short or excess": "कम या अधिक",
    "Counted": "गिनती",
    "closed by {who}": "{who} ने बंद की",
    "none": "नहीं",
    "of {sum}": "{sum} में से",
    "No counter has told of a shift closed on this day.": "किसी काउंटर ने इस दिन बंद हुई पाली नहीं बताई है।",
    "From the drawers to the bank": "दराज़ से बैंक तक",
    "Counted or credited": "गिना या जमा हुआ",
    "To": "किसे",
    "Reference": "संदर्भ",
    "No cash or paper was told to have moved on this day.": (
        "इस दिन नकद या कागज़ कहीं दिए जाने की सूचना नहीं है।"
    ),
    "Cash on no slip yet": "जो नकद अभी किसी पर्ची पर नहीं",
    "Since": "कब से",
    "{count} days": "{count} दिन",
    "Every closed shift's cash is on a slip.": "बंद पालियों का सारा नकद पर्ची पर है।",
    "Cash of payments, and of closed shifts": "भुगतानों का और बंद पालियों का नकद",
    "Drawers, pauses and people": "दराज़, विराम और कर्मचारी",
}
NAMES: Mapping[str, tuple[str, str]] = {
    "cash_dropped": ("Cash moved", "नकद स्थानांतरित"),
    "drawer_opened": ("Drawer opened", "दराज़ खोली"),
    "shift_paused": ("Shift", "पाली"),
    "takings_handed": ("Takings handed over", "वसूली सौंपी"),
    "remittance_made": ("Bank slip", "बैंक पर्ची"),
    "bank_answered": ("Bank's answer", "बैंक का उत्तर"),
    "person_made": ("Temporary cashier made", "अस्थायी कैशियर बनाया"),
    "person_ended": ("Temporary cashier ended", "अस्थायी कैशियर समाप्त"),
    "pin_set": ("New PIN", "नया पिन"),
    "drop": ("drop to the head cashier", "मुख्य कैशियर को"),
    "change_added": ("change added", "छुट्टा जोड़ा"),
    "found": ("found", "मिला"),
    "other_in": ("paid in", "जमा"),
    "change_lessened": ("float lessened", "फ्लोट घटाया"),
    "expense": ("expense", "व्यय"),
    "other_out": ("paid out", "निकासी"),
    "cash": ("cash", "नकद"),
    "papers": ("cheques and drafts", "चेक और ड्राफ्ट"),
    "suspended": ("suspended", "स्थगित"),
    "open": ("resumed", "पुनः आरम्भ"),
    "give_change": ("to give change", "छुट्टा देने हेतु"),
    "check_cash": ("to check the cash", "नकद जाँचने हेतु"),
    "mistake": ("by mistake", "भूल से"),
    "test": ("test", "परीक्षण"),
    "other": ("another reason", "अन्य कारण"),
}
"""Kinds of custody messages, and what they say of themselves."""
