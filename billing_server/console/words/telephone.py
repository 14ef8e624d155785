"""Words of the pages about approval by telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Telephone approval": "टेलीफ़ोन अनुमोदन",
    "A cashier reads out counter, act, sum and challenge. The answer fits these alone: for another act or sum it is of no use.": (
        "कैशियर काउंटर, कार्य, राशि और चुनौती पढ़कर सुनाता है। उत्तर केवल इन्हीं पर ठीक बैठता है: "
        "किसी और कार्य या राशि के लिए वह बेकार है।"
    ),
    "What the cashier reads out": "कैशियर जो पढ़कर सुनाए",
    "Act number": "कार्य संख्या",
    "Sum, in rupees (0 for none)": "राशि, रुपये में (न हो तो 0)",
    "Challenge": "चुनौती",
    "Approve and show the answer": "अनुमोदन करें और उत्तर दिखाएँ",
    "You answer as {person} of the roster. Every answer is kept in the audit trail.": (
        "आप कर्मचारी सूची के {person} के रूप में उत्तर देते हैं। हर उत्तर कार्य-विवरण में रहता है।"
    ),
    "Act numbers": "कार्य संख्याएँ",
    "What it approves": "किसका अनुमोदन",
    "Your own phone, without a network": "आपका अपना फ़ोन, बिना नेटवर्क के",
    "Open this page on your phone once, and type the secret that is shown here into it:": (
        "यह पृष्ठ एक बार अपने फ़ोन पर खोलें और यहाँ दिखाई गई गुप्त कुंजी उसमें लिखें:"
    ),
    "Answers on the phone": "फ़ोन पर उत्तर",
    "A new secret is made and shown once. A phone with the old one gives answers that fit no more once counters have had their next round.": (
        "नई गुप्त कुंजी बनाकर एक बार दिखाई जाती है। काउंटरों के अगले दौर के बाद पुरानी कुंजी वाले फ़ोन के उत्तर "
        "ठीक नहीं बैठेंगे।"
    ),
    "Make a new secret and show it": "नई गुप्त कुंजी बनाएँ और दिखाएँ",
    "You are not named as an approver of the counters. Ask who keeps the roster.": (
        "आपका नाम काउंटरों के अनुमोदक के रूप में दर्ज नहीं है। कर्मचारी सूची रखने वाले से कहें।"
    ),
    "Given in your name by telephone": "आपके नाम से टेलीफ़ोन पर दिए गए अनुमोदन",
    "As counters told it. If you did not give one of these, make a new secret and tell the head office.": (
        "जैसा काउंटरों ने बताया। यदि इनमें से कोई आपने नहीं दिया, तो नई गुप्त कुंजी बनाएँ और मुख्य कार्यालय को बताएँ।"
    ),
    "None yet.": "अभी कोई नहीं।",
    "You approve": "आप अनुमोदन करते हैं",
    "Say this answer, if that is what you were told:": "यदि आपसे यही कहा गया था, तो यह उत्तर बोलें:",
    "Done, to the next one": "हो गया, अगला",
    "Secret for the phone of {person}": "{person} के फ़ोन के लिए गुप्त कुंजी",
    "It is shown this once. Type it into the page on your phone and nowhere else; do not write it down.": (
        "यह केवल इसी बार दिखाई जा रही है। इसे अपने फ़ोन के पृष्ठ में लिखें, और कहीं नहीं; काग़ज़ पर न लिखें।"
    ),
    "Done, back to approval": "हो गया, अनुमोदन पर लौटें",
    "Telephone approvers": "टेलीफ़ोन अनुमोदक",
    "Supervisors of the roster. Each answers in the console by the name that is noted here, or with a phone of their own.": (
        "कर्मचारी सूची के पर्यवेक्षक। हर एक यहाँ दर्ज नाम से कंसोल में, या अपने फ़ोन से उत्तर देता है।"
    ),
    "On the roster": "कर्मचारी सूची में",
    "In the console": "कंसोल में",
    "nobody": "कोई नहीं",
    "Secret made": "गुप्त कुंजी बनी",
    "Name in the console": "कंसोल में नाम",
    "Name (empty for nobody)": "नाम (किसी का नहीं तो ख़ाली)",
    "Note it": "दर्ज करें",
    "The phone was lost": "फ़ोन खो गया",
    "End its answers": "उसके उत्तर बंद करें",
    "No supervisor is on the roster.": "कर्मचारी सूची में कोई पर्यवेक्षक नहीं है।",
    "It is noted who answers as {person}.": "{person} की ओर से कौन उत्तर देगा, यह दर्ज हो गया।",
    "The secret of {person} is a new one. Counters know with their next round.": (
        "{person} की गुप्त कुंजी नई है। काउंटरों को अगले दौर में पता चलेगा।"
    ),
    "{person} does not approve by telephone": "{person} टेलीफ़ोन पर अनुमोदन नहीं करते",
    "{name} answers as {person} already": "{name} पहले से {person} के रूप में उत्तर देते हैं",
    "{person} works at no counter today": "{person} आज किसी काउंटर पर काम नहीं करते",
    "that is no counter": "यह कोई काउंटर नहीं है",
    "these are no act numbers: two figures each": "ये कार्य संख्याएँ नहीं हैं: हर एक में दो अंक होते हैं",
    "that is no sum in rupees": "यह रुपये में राशि नहीं है",
    "the challenge was misheard: let it be read out again": ("चुनौती सुनने में भूल हुई: उसे फिर से पढ़वाएँ"),
}
