"""Words of the rules: examples of a preview as the counter's window asks them, and the page around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "{amount} due": "{amount} देय",
    "Part payment no. {number} of a month": "माह का आंशिक भुगतान क्र. {number}",
    "{amount} more than is due": "देय से {amount} अधिक",
    "{amount} in cash": "{amount} नकद",
    "The same payment again": "वही भुगतान फिर से",
    "{number} months old": "{number} माह पुराना",
    "From a disconnected consumer": "विच्छेदित उपभोक्ता से",
    "A cheque of a barred consumer": "चेक पर रोक वाले उपभोक्ता का चेक",
    "A receipt of {amount}": "{amount} की रसीद",
    "{number} hours without the server": "सर्वर बिना {number} घंटे",
    "{amount} unsent": "{amount} अप्रेषित",
    "{amount} in the drawer": "दराज़ में {amount}",
    "{amount} short or in excess": "{amount} की कमी या अधिकता",
    "{number} slips or papers missing": "{number} पर्चियाँ या चेक कम",
    "Note or coin of {note}": "{note} का नोट या सिक्का",
    "Postpaid connection": "पोस्टपेड संयोजन",
    "Prepaid connection": "प्रीपेड संयोजन",
    "Half of what is due": "देय का आधा",
    "More than is due": "देय से अधिक",
    "By cheque or draft": "चेक या ड्राफ्ट से",
    "Without a paper's number": "पत्र संख्या के बिना",
    "taken": "मान्य",
    "with a caution": "चेतावनी सहित",
    "needs a word": "अनुमति चाहिए",
    "refused": "अस्वीकार",
    "at least {amount}": "कम से कम {amount}",
    "stamp box": "टिकट का खाना",
    "duty paid": "शुल्क चुकता",
    "no stamp": "टिकट नहीं",
    "accepted": "मान्य",
    "not accepted": "अमान्य",
    "closed with a reason": "कारण लिखकर बंद",
    "needs an approval": "अनुमोदन चाहिए",
    "Rules": ("नियम"),
    "Rule": ("नियम"),
    "Dated rules, told to every counter. A payment uses the rule of its business date. Policy version {version}.": (
        "दिनांकित नियम, हर काउंटर को बताए जाते हैं। भुगतान अपने कार्य दिनांक का नियम लेता है। नीति संस्करण {version}।"
    ),
    "In force": ("लागू"),
    "in force": ("लागू"),
    "not in force": ("लागू नहीं"),
    "Since": ("कब से"),
    "Next": ("आगे"),
    "as every counter begins": ("जैसे हर काउंटर आरम्भ करता है"),
    "another from {day}": ("{day} से दूसरा"),
    "These values cannot be: {fields}. Nothing was set.": (
        "ये मान नहीं हो सकते: {fields}। कुछ नहीं बदला।"
    ),
    "What would change from {day}": ("{day} से क्या बदलेगा"),
    "to {day}": ("{day} तक"),
    "Field": ("विषय"),
    "As it is": ("अभी"),
    "As typed": ("टाइप किया हुआ"),
    "For example": ("उदाहरण"),
    "Case": ("स्थिति"),
    "Set it as version {version}": ("संस्करण {version} के रूप में लागू करें"),
    "Next version": ("अगला संस्करण"),
    "cannot be": ("नहीं हो सकता"),
    "By which order": ("किस आदेश से"),
    "Show what would change": ("दिखाएँ क्या बदलेगा"),
    "Every version": ("सभी संस्करण"),
    "Version": ("संस्करण"),
    "What it says": ("नियम क्या कहता है"),
    "usual": ("सामान्य"),
    "yes": ("हाँ"),
    "no": ("नहीं"),
    "Counters' rules": ("काउंटरों के नियम"),
    "What supervisors set at their own counter, and the words they gave for single payments, as counters told it.": (
        "पर्यवेक्षकों ने अपने काउंटर पर जो नियम रखे, और एक-एक भुगतान के लिए जो अनुमति दी, जैसा काउंटरों ने बताया।"
    ),
    "Rules set at a counter": ("काउंटर पर रखे गए नियम"),
    "No counter has a rule of its own.": ("किसी काउंटर का अपना नियम नहीं है।"),
    "Words given": ("दी गई अनुमतियाँ"),
    "For what": ("किस लिए"),
    "Supervisor": ("पर्यवेक्षक"),
    "Cashier": ("कैशियर"),
    "No word was given.": ("कोई अनुमति नहीं दी गई।"),
    "Version {version} is set. Counters get it with their next round.": (
        "संस्करण {version} लागू है। काउंटरों को अगले सम्पर्क में मिलेगा।"
    ),
    "A rule begins today or later: what was taken stays as it was decided.": (
        "नियम आज या बाद से आरम्भ होता है: जो लिया जा चुका वह वैसा ही रहता है।"
    ),
    "The last day is before the first one.": ("अंतिम दिन पहले दिन से पहले है।"),
    "The rule was not set: {why}": ("नियम लागू नहीं हुआ: {why}"),
}
