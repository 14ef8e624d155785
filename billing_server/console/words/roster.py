"""Words of the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Roster": ("कर्मचारी सूची"),
    "Who may work at counters. Told to every counter with its next round.": (
        "काउंटरों पर कौन काम कर सकता है। हर काउंटर को अगले सम्पर्क में बताया जाता है।"
    ),
    "Id": ("पहचान"),
    "Role at the counter": ("काउंटर पर भूमिका"),
    "works": ("कार्यरत"),
    "not today": ("आज नहीं"),
    "Nobody is on the roster yet.": ("सूची में अभी कोई नहीं है।"),
    "Add a person": ("व्यक्ति जोड़ें"),
    "Id (typed to sign in)": ("पहचान (साइन इन में टाइप की जाती है)"),
    "Add to the roster": ("सूची में जोड़ें"),
    "Name in English": ("नाम, अंग्रेज़ी में"),
    "Name in Hindi": ("नाम, हिन्दी में"),
    "PIN, 4 to 12 figures": ("पिन, 4 से 12 अंक"),
    "New PIN (empty: it stays)": ("नया पिन (ख़ाली: वही रहेगा)"),
    "Change": ("बदलें"),
    "Keep it so": ("ऐसा ही रखें"),
    "End": ("समाप्त"),
    "End the work at counters": ("काउंटरों पर काम समाप्त करें"),
    "History": ("इतिहास"),
    "PIN given": ("पिन दिया गया"),
    "There before the roster had a history.": ("सूची का इतिहास बनने से पहले से है।"),
    "A PIN has 4 to 12 figures.": ("पिन में 4 से 12 अंक होते हैं।"),
    "The last day of {person} is noted.": ("{person} का अंतिम दिन दर्ज हुआ।"),
    "{person} is on the roster. Counters know with their next round.": (
        "{person} सूची में है। काउंटरों को अगले सम्पर्क में पता चलेगा।"
    ),
    "{person} is on the roster already: open that page.": ("{person} पहले से सूची में है: वह पृष्ठ खोलें।"),
    "{person} is new: a PIN is needed": ("{person} नया है: पिन आवश्यक है"),
    "{person} is no id: letters, figures, - and _, at most 40": (
        "{person} पहचान नहीं हो सकती: अक्षर, अंक, - और _, अधिक से अधिक 40"
    ),
    "{person} is not on the roster": ("{person} सूची में नहीं है"),
    "{role} is no role: {roles}": ("{role} कोई भूमिका नहीं है: {roles}"),
    "a name in English and one in Hindi are needed": ("नाम अंग्रेज़ी और हिन्दी दोनों में आवश्यक है"),
}
