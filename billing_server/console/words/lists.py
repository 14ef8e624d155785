"""Words of closed months, barred cheques and old numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Closed months": ("बंद माह"),
    "Money told for a closed month waits in suspense. Matched there, it counts in the month of that day.": (
        "बंद माह का जो धन काउंटर बताता है वह उचंत में रहता है। वहाँ मिलान होने पर वह मिलान वाले दिन के माह में गिना जाता है।"
    ),
    "Months": ("माह"),
    "Month": ("माह"),
    "State": ("स्थिति"),
    "closed": ("बंद"),
    "open": ("खुला"),
    "opened again": ("फिर खोला गया"),
    "Close a month": ("माह बंद करें"),
    "Close it": ("बंद करें"),
    "Open a month again": ("माह फिर खोलें"),
    "Open it again": ("फिर खोलें"),
    "Who closed and opened": ("किसने बंद किया और खोला"),
    "What": ("क्या"),
    "No month was closed yet.": ("अभी कोई माह बंद नहीं हुआ है।"),
    "{month} is closed.": ("{month} बंद हो गया।"),
    "{month} is open again.": ("{month} फिर खुल गया।"),
    "{month} and {now} are closed: open one of them first": (
        "{month} और {now} दोनों बंद हैं: पहले इनमें से एक खोलें"
    ),
    "{month} is closed already": ("{month} पहले से बंद है"),
    "{month} is no month: write it as 2026-11": ("{month} कोई माह नहीं है: 2026-11 की तरह लिखें"),
    "{month} is not closed": ("{month} बंद नहीं है"),
    "{month} is not over: a month is closed after its last day": (
        "{month} अभी पूरा नहीं हुआ: माह अपने अंतिम दिन के बाद बंद होता है"
    ),
    "Barred cheques": ("चेक पर रोक"),
    "Every counter is told. There a cheque of such an account is refused or needs a word, as that day's rule says.": (
        "हर काउंटर को बताया जाता है। वहाँ ऐसे खाते का चेक उस दिन के नियम के अनुसार लिया नहीं जाता, या पर्यवेक्षक की अनुमति माँगता है।"
    ),
    "Bar one account": ("एक खाते पर रोक लगाएँ"),
    "First day": ("पहला दिन"),
    "Last day": ("अंतिम दिन"),
    "Last day (or empty)": ("अंतिम दिन (या ख़ाली)"),
    "Bar its cheques": ("इसके चेक पर रोक लगाएँ"),
    "The bounce list of the city": ("शहर भर के लौटे चेकों की सूची"),
    "A file of lines: account, first day, last day (or nothing), reason.": (
        "पंक्तियों की फ़ाइल: खाता, पहला दिन, अंतिम दिन (या ख़ाली), कारण।"
    ),
    "returned twice": ("दो बार लौटा"),
    "File (CSV)": ("फ़ाइल (CSV)"),
    "Bar all of them": ("सब पर रोक लगाएँ"),
    "All lines are taken, or none. What was said of an account before is replaced.": (
        "सभी पंक्तियाँ ली जाती हैं, या कोई नहीं। खाते के बारे में पहले कही बात की जगह यह लेती है।"
    ),
    "Barred: {count}": ("रोक वाले: {count}"),
    "Days": ("दिन"),
    "Take its cheques again": ("इसके चेक फिर लें"),
    "no end": ("कोई अंत नहीं"),
    "over": ("समाप्त"),
    "Lift": ("रोक हटाएँ"),
    "Nobody's cheques are barred.": ("किसी के चेक पर रोक नहीं है।"),
    "Cheques of account {account} are barred.": ("खाता {account} के चेक पर रोक लग गई।"),
    "Cheques of account {account} are taken again.": ("खाता {account} के चेक फिर लिए जाएँगे।"),
    "Cheques of {count} accounts are barred.": ("{count} खातों के चेक पर रोक लग गई।"),
    "Choose a file.": ("फ़ाइल चुनें।"),
    "nobody has the account {accounts}": ("यह खाता किसी का नहीं है: {accounts}"),
    "nobody has the new number {accounts}": ("यह नया नंबर किसी का नहीं है: {accounts}"),
    "the cheques of {account} are not barred": ("{account} के चेक पर रोक नहीं है"),
    "the last day is before the first one": ("अंतिम दिन पहले दिन से पहले है"),
    "the last day is before the first one: {accounts}": ("अंतिम दिन पहले दिन से पहले है: {accounts}"),
    "Wrong lines: {count}. Nothing was changed; put them right and choose the file again.": (
        "ग़लत पंक्तियाँ: {count}। कुछ नहीं बदला; इन्हें ठीक करके फ़ाइल फिर चुनें।"
    ),
    "Line": ("पंक्ति"),
    "What is wrong": ("क्या ग़लत है"),
    "It says": ("लिखा है"),
    "Old numbers": ("पुराने नंबर"),
    "Every counter is told: an old number typed or scanned finds the new account, and money for it goes there.": (
        "हर काउंटर को बताया जाता है: वहाँ पुराना नंबर टाइप या स्कैन करने पर नया खाता मिलता है, और उसका धन नए खाते में जाता है।"
    ),
    "What became of a number": ("किसी नंबर का क्या हुआ"),
    "Old number": ("पुराना नंबर"),
    "New account": ("नया खाता"),
    "{old} is account {new} now.": ("{old} अब खाता {new} है।"),
    "The map says nothing of {old}.": ("सूची में {old} नहीं है।"),
    "Map numbers from a file": ("फ़ाइल से नंबर जोड़ें"),
    "A file of lines: old number, new account.": ("पंक्तियों की फ़ाइल: पुराना नंबर, नया खाता।"),
    "Map them": ("जोड़ें"),
    "All lines are taken, or none. An old number told again is replaced.": (
        "सभी पंक्तियाँ ली जाती हैं, या कोई नहीं। दोबारा बताए पुराने नंबर की जगह नया ले लेता है।"
    ),
    "Written last": ("अंत में लिखे गए"),
    "No number was mapped yet.": ("अभी कोई नंबर नहीं जोड़ा गया है।"),
    "{count} old numbers now lead to their new ones.": (
        "{count} पुराने नंबर अब अपने नए खातों पर ले जाते हैं।"
    ),
}
