"""Words of the pages about alarms and forks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Alarms and forks": "चेतावनियाँ",
    "Alarm": "चेतावनी",
    "Message": "संदेश",
    "Raised": "कब उठी",
    "The newest {count} are shown.": "सबसे नए {count} दिखाए गए हैं।",
    "No alarm has been raised.": "कोई चेतावनी नहीं उठी है।",
    "There is no such alarm.": "ऐसी कोई चेतावनी नहीं है।",
    "Message {key}, raised {when}": "संदेश {key}, {when} को उठी",
    "What to do": "क्या करें",
    "Two different messages came under one number of this key. Either a computer was copied or restored from a backup, or its key was stolen. Nothing is lost: both stories are kept here, and the counter takes no more payments under this key.": (
        "इस कुंजी की एक ही संख्या पर दो अलग संदेश आए। या तो कम्प्यूटर की नकल हुई या उसे पुरानी प्रति से लौटाया गया, या उसकी कुंजी चोरी हुई। कुछ खोया नहीं है: दोनों विवरण यहाँ सुरक्षित हैं, और काउंटर इस कुंजी से अब भुगतान नहीं लेता।"
    ),
    "Call the counter and find out which computers hold its books. Let only one go on.": (
        "काउंटर को फ़ोन करके पता करें कि उसकी बही किन कम्प्यूटरों पर है। केवल एक को चलने दें।"
    ),
    "Compare the stories below. A payment that stands only in the other story was taken too: its receipt is with a consumer. Book it by hand when it was.": (
        "नीचे के विवरणों का मिलान करें। जो भुगतान केवल दूसरे विवरण में है वह भी लिया गया था: उसकी रसीद उपभोक्ता के पास है। ऐसा हो तो उसे हाथ से दर्ज करें।"
    ),
    "Revoke the key on the counter's page, and enrol the place again with a new code.": (
        "काउंटर के पृष्ठ पर कुंजी वापस लें, और नए कोड से काउंटर को फिर पंजीकृत करें।"
    ),
    "Write here what was found, and settle the alarm.": "जो मिला उसे यहाँ लिखें, और चेतावनी का निपटारा करें।",
    "One payer paid more cash on one day than the law allows (Income-tax Act, section 269ST). The money is booked all the same; the breach is of whoever took it.": (
        "एक जमाकर्ता ने एक दिन में कानूनी सीमा (आयकर अधिनियम, धारा 269ST) से अधिक नकद जमा किया। धनराशि फिर भी दर्ज है; उल्लंघन लेने वाले का है।"
    ),
    "Look at the payment below and at the payer's others of that day.": (
        "नीचे का भुगतान और उस दिन के इसी जमाकर्ता के अन्य भुगतान देखें।"
    ),
    "Ask the counter why it was taken, and tell the accounts department.": (
        "काउंटर से पूछें कि यह क्यों लिया गया, और लेखा विभाग को बताएँ।"
    ),
    "What was found": "क्या मिला",
    "Settle the alarm": "चेतावनी का निपटारा करें",
    "This alarm is settled already, or there is none. Nothing was changed.": (
        "इस चेतावनी का निपटारा हो चुका है, या यह है ही नहीं। कुछ नहीं बदला।"
    ),
    "The alarm of {counter} is settled.": "{counter} की चेतावनी का निपटारा हुआ।",
    "Field": "खाना",
    "Kept, received {when}": "रखा गया विवरण, {when} को प्राप्त",
    "The kept story does not go so far": "रखा गया विवरण यहाँ तक नहीं जाता",
    "Other story, received {when}": "दूसरा विवरण, {when} को प्राप्त",
    "Number {number}": "संख्या {number}",
    "Every field": "सभी खाने",
    "No message is kept here: it may be in the archive.": "यहाँ कोई संदेश नहीं है: वह अभिलेखागार में हो सकता है।",
}
