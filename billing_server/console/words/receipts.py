"""Words of the receipt check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Is this receipt genuine?": ("क्या यह रसीद असली है?"),
    "Yes, this receipt is genuine.": ("हाँ, यह रसीद असली है।"),
    "Compare it with your paper:": ("अपनी रसीद से मिलाएँ:"),
    "Amount paid": ("जमा राशि"),
    "Date": ("दिनांक"),
    "Receipt no.": ("रसीद संख्या"),
    "{sum} of it came back from the bank since.": ("इसमें से {sum} बाद में बैंक से वापस आया।"),
    "That part is not paid: ask at the counter.": ("वह भाग जमा नहीं है: काउंटर पर पूछें।"),
    "This payment was reversed since: it does not stand.": (
        "यह भुगतान बाद में निरस्त किया गया: अब मान्य नहीं है।"
    ),
    "Ask at the counter.": ("काउंटर पर पूछें।"),
    "Check the square code on the receipt instead": ("इसके बदले रसीद का चौकोर कोड जाँचें"),
    "It was found to be paid twice: the office pays this sum back.": (
        "यह दो बार जमा पाया गया: कार्यालय यह राशि लौटाता है।"
    ),
    "More than one receipt has this code.": ("एक से अधिक रसीदों का यही कोड है।"),
    "Type the receipt number too.": ("रसीद संख्या भी टाइप करें।"),
    "No receipt with this code is known.": ("इस कोड की कोई रसीद ज्ञात नहीं है।"),
    "Look at the code again. A receipt marked OFFLINE is known only once its counter has a line again.": (
        "कोड फिर देखें। जिस रसीद पर ऑफ़लाइन लिखा है, वह काउंटर का सम्पर्क जुड़ने पर ही यहाँ दिखती है।"
    ),
    "If it stays unknown, do not trust the paper: ask at the office, helpline 1912.": (
        "फिर भी न मिले तो काग़ज़ पर भरोसा न करें: कार्यालय में पूछें, हेल्पलाइन 1912।"
    ),
    "Check code, as printed at the foot of the receipt": ("जाँच कोड, जो रसीद के नीचे छपा है"),
    "Receipt no. (not always needed)": ("रसीद संख्या (सदा आवश्यक नहीं)"),
    "Check": ("जाँचें"),
    "Nothing is shown here but what stands on the receipt, and never a whole account number or a name.": (
        "यहाँ वही दिखता है जो रसीद पर है; पूरी खाता संख्या या नाम कभी नहीं।"
    ),
    "Too many questions from your address. Ask again in {count} s.": (
        "आपके पते से बहुत अधिक प्रश्न आए। {count} से॰ बाद फिर पूछें।"
    ),
    "That is no check code: it has 8 letters and figures, printed on the receipt.": (
        "यह जाँच कोड नहीं है: उसमें 8 अक्षर और अंक होते हैं, रसीद पर छपे हुए।"
    ),
}
