"""Words of the pages about the console's people and what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "People": "लोग",
    "People of the console": "कंसोल के लोग",
    "Role": "भूमिका",
    "Role of {name}": "{name} की भूमिका",
    "Change": "बदलें",
    "access ended": "प्रवेश समाप्त",
    "first password not changed yet": "पहला पासवर्ड अभी नहीं बदला",
    "may sign in": "साइन इन कर सकते हैं",
    "End all sessions": "सभी सत्र समाप्त करें",
    "Give access again": "प्रवेश फिर दें",
    "Give a new password": "नया पासवर्ड दें",
    "End access": "प्रवेश समाप्त करें",
    "Add a person": "व्यक्ति जोड़ें",
    "Name to sign in by": "साइन इन का नाम",
    "Name, in English": "नाम, अंग्रेज़ी में",
    "Name, in Hindi": "नाम, हिन्दी में",
    "Add": "जोड़ें",
    "A first password is made and shown once; the person changes it when signing in.": (
        "पहला पासवर्ड बनाकर एक बार दिखाया जाता है; व्यक्ति साइन इन करते समय उसे बदलता है।"
    ),
    "What each role may do": "किस भूमिका को क्या अनुमति है",
    "yes": "हाँ",
    "A password for {name}": "{name} के लिए पासवर्ड",
    "It is shown this once. Tell it to {name} in person; it must be changed at the first sign-in.": (
        "यह केवल इसी बार दिखाया जा रहा है। इसे {name} को स्वयं बताएँ; पहले साइन इन पर इसे बदलना होगा।"
    ),
    "Done, back to people": "हो गया, लोगों के पृष्ठ पर लौटें",
    "{name} is taken. Nothing was changed.": "{name} पहले से है। कुछ नहीं बदला।",
    "The role of {name} is changed.": "{name} की भूमिका बदल गई।",
    "All sessions of {name} are over.": "{name} के सभी सत्र समाप्त हुए।",
    "{name} may not sign in any more.": "{name} अब साइन इन नहीं कर सकते।",
    "{name} may sign in again.": "{name} फिर साइन इन कर सकते हैं।",
    "There is no such person. Nothing was changed.": "ऐसा कोई व्यक्ति नहीं है। कुछ नहीं बदला।",
    "There is no such role. Nothing was changed.": "ऐसी कोई भूमिका नहीं है। कुछ नहीं बदला।",
    "This is the last administrator. Nothing was changed. Make another one first.": (
        "यह अंतिम प्रशासक है। कुछ नहीं बदला। पहले किसी और को प्रशासक बनाएँ।"
    ),
    "A sign-in name has 2 to 40 small letters, digits, dots or dashes, a letter first.": (
        "साइन इन के नाम में 2 से 40 छोटे अंग्रेज़ी अक्षर, अंक, बिंदु या डैश हों, पहले अक्षर।"
    ),
    "Audit trail": "कार्य-विवरण",
    "Who": "किसने",
    "What": "क्या",
    "everything": "सब कुछ",
    "From": "कब से",
    "Until": "कब तक",
    "When": "कब",
    "On what": "किस पर",
    "Why, or to what": "क्यों, या क्या",
    "From where": "कहाँ से",
    "Nobody did such a thing.": "ऐसा किसी ने नहीं किया।",
}
