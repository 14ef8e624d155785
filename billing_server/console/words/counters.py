"""Words of the pages about counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Counters": "काउंटर",
    "Counter {counter}": "काउंटर {counter}",
    "There is no such counter.": "ऐसा कोई काउंटर नहीं है।",
    "No counter has a place yet.": "अभी कोई काउंटर नहीं बना है।",
    "State": "दशा",
    "Last heard": "अंतिम सम्पर्क",
    "Unsent": "शेष संदेश",
    "Unsent sum": "शेष राशि",
    "Unsent, as last told": "भेजना शेष, जैसा अंतिम बार बताया",
    "{count} messages": "{count} संदेश",
    "oldest {when}": "सबसे पुराना {when}",
    "Clock": "घड़ी",
    "Version": "संस्करण",
    "Certificate until": "प्रमाण पत्र कब तक",
    "Alarms": "चेतावनियाँ",
    "forked": "दोहरी कड़ी",
    "revoked": "वापस ली गई",
    "not enrolled yet": "अभी पंजीकृत नहीं",
    "not heard": "सम्पर्क नहीं",
    "heard": "सम्पर्क में",
    "ended {day}": "{day} को समाप्त",
    "open": "खुली",
    "seen to by {who}": "{who} ने निपटाया",
    "Unsent, clock and version are what the counter itself last said, signed by its key. A dash: it has not said so yet.": (
        "शेष संदेश, घड़ी और संस्करण वे हैं जो काउंटर ने स्वयं अंतिम बार अपनी कुंजी के हस्ताक्षर से बताए। डैश: अभी नहीं बताया।"
    ),
    "This counter takes no more payments: two stories came under one number. See its alarm.": (
        "यह काउंटर अब भुगतान नहीं लेता: एक ही संख्या पर दो विवरण आए। इसकी चेतावनी देखें।"
    ),
    "Last days": "पिछले दिन",
    "Nothing yet.": "अभी कुछ नहीं।",
    "What became of it, last {count} days": "उसका क्या हुआ, पिछले {count} दिन",
    "Keys (epochs)": "कुंजियाँ (क्रम)",
    "Epoch": "क्रम",
    "Receipt series": "रसीद शृंखला",
    "Key": "कुंजी",
    "Since": "कब से",
    "Messages": "संदेश",
    "in force": "लागू",
    "Revoke this key": "यह कुंजी वापस लें",
    "For a computer that is lost or stolen. It cannot be undone; the place gets a new key by a new code. What it has not sent yet can still come by its next key.": (
        "खोए या चोरी हुए कम्प्यूटर के लिए। इसे पलटा नहीं जा सकता; काउंटर को नए कोड से नई कुंजी मिलेगी। जो अभी नहीं भेजा गया, वह अगली कुंजी से आ सकता है।"
    ),
    "Why": "कारण",
    "Revoke": "वापस लें",
    "This key is revoked already, or there is none. Nothing was changed.": (
        "यह कुंजी पहले ही वापस ली जा चुकी है, या है ही नहीं। कुछ नहीं बदला।"
    ),
    "Key {key} is revoked: no request signed by it is taken any more.": (
        "कुंजी {key} वापस ली गई: उससे हस्ताक्षरित कोई अनुरोध अब नहीं लिया जाएगा।"
    ),
    "Last batches": "पिछले गुच्छे",
    "Received": "प्राप्त",
    "From message": "संदेश से",
    "To message": "संदेश तक",
}
