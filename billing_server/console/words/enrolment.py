"""Words of the page of enrolment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Enrolment": "पंजीकरण",
    "A place for a counter": "काउंटर के लिए स्थान",
    "A new code for {counter}": "{counter} के लिए नया कोड",
    "The code is typed at the counter's computer once, and makes it this counter with a key of its own. For a computer that takes another's place, issue a new code for the same counter.": (
        "यह कोड काउंटर के कम्प्यूटर पर एक बार लिखा जाता है, और उसे अपनी कुंजी वाला यह काउंटर बनाता है। किसी कम्प्यूटर की जगह दूसरा लगाना हो तो उसी काउंटर का नया कोड जारी करें।"
    ),
    "Name of the counter": "काउंटर का नाम",
    "Division, in English": "खण्ड, अंग्रेज़ी में",
    "Division, in Hindi": "खण्ड, हिन्दी में",
    "Issue a code": "कोड जारी करें",
    "Codes nobody has used yet": "कोड जो अभी प्रयुक्त नहीं हुए",
    "Good until": "कब तक मान्य",
    "No code is waiting.": "कोई कोड शेष नहीं है।",
    "Only a hash of each code is kept, so it cannot be shown again. A code that was lost is replaced by another; it ends by itself.": (
        "कोड का केवल हैश रखा जाता है, इसलिए उसे फिर नहीं दिखाया जा सकता। खोए कोड की जगह दूसरा जारी करें; पुराना अपने आप समाप्त हो जाता है।"
    ),
    "Places": "स्थान",
    "Keys so far": "अब तक की कुंजियाँ",
    "New code": "नया कोड",
    "A code for {counter}": "{counter} के लिए कोड",
    "It is shown this once. Type it at the counter's computer, with this server's address. Good until {when}, for one computer.": (
        "यह केवल इसी बार दिखाया जा रहा है। इसे सर्वर के पते के साथ काउंटर के कम्प्यूटर पर लिखें। {when} तक मान्य, एक कम्प्यूटर के लिए।"
    ),
    "The part after the dash is this server's own key: by it the counter knows that it speaks with us.": (
        "डैश के बाद का भाग इस सर्वर की अपनी कुंजी है: इससे काउंटर जानता है कि वह हमसे ही बात कर रहा है।"
    ),
    "Done, back to enrolment": "हो गया, पंजीकरण पर लौटें",
    "A counter's id has letters, digits, - and _ only.": "काउंटर की पहचान में केवल अंग्रेज़ी अक्षर, अंक, - और _ हों।",
    "A receipt series has capitals and digits, 12 at most, a digit last: KID07.": (
        "रसीद शृंखला में बड़े अंग्रेज़ी अक्षर और अंक हों, अधिक से अधिक 12, अंत में अंक: KID07।"
    ),
    "{counter} has series {series}, and keeps it. Nothing was changed.": (
        "{counter} की शृंखला {series} है, और वही रहेगी। कुछ नहीं बदला।"
    ),
}
