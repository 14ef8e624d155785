"""Words of suspense."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Suspense": ("उचंत"),
    "Money that counters took and that stands in no bill yet. Its counter goes on counting it.": (
        "वह धन जो काउंटरों ने लिया पर अभी किसी बिल में नहीं है। उसका काउंटर उसे गिनता रहता है।"
    ),
    "Why it waits": ("प्रतीक्षा का कारण"),
    "Receipt, account or name": ("रसीद, खाता या नाम"),
    "Messages that wait": ("प्रतीक्षारत संदेश"),
    "To be paid back": ("लौटाया जाना है"),
    "to be paid back": ("लौटाया जाना है"),
    "Receipt": ("रसीद"),
    "Told for": ("किसके लिए बताया"),
    "Told for account": ("किस खाते के लिए बताया"),
    "Message": ("संदेश"),
    "Message {key}": ("संदेश {key}"),
    "not readable": ("पढ़ा नहीं जा सका"),
    "There is more than is shown: ask for less.": ("यहाँ दिखाए से अधिक है: खोज छोटी करें।"),
    "Nothing waits that fits.": ("ऐसा कुछ प्रतीक्षा में नहीं है।"),
    "Found to be paid twice. It stands in no bill, and its counter counts it no more.": (
        "दो बार भुगतान पाया गया। यह किसी बिल में नहीं है, और इसका काउंटर अब इसे नहीं गिनता।"
    ),
    "Account": ("खाता"),
    "Decided by": ("निर्णय किसका"),
    "Reason": ("कारण"),
    "Receipt {number}": ("रसीद {number}"),
    "waits": ("प्रतीक्षा में"),
    "in the bills": ("बिलों में"),
    "{sum} of it not returned": ("इसमें से {sum} वापस नहीं हुआ"),
    "Whose money is it?": ("यह धन किसका है?"),
    "Account, old number, meter, bill, mobile or name": (
        "खाता, पुराना नंबर, मीटर, बिल, मोबाइल या नाम"
    ),
    "Find": ("खोजें"),
    "Found": ("मिले"),
    "Named by the message": ("संदेश में बताए गए"),
    "Father or husband": ("पिता या पति"),
    "Address": ("पता"),
    "Numbers": ("नंबर"),
    "Open bills": ("खुले बिल"),
    "served no more": ("अब सेवा में नहीं"),
    "none": ("कोई नहीं"),
    "Why: what proves it": ("क्यों: प्रमाण क्या है"),
    "Book it to this account": ("इस खाते में दर्ज करें"),
    "Nobody fits. Ask for another number or name.": ("कोई मेल नहीं खाता। दूसरा नंबर या नाम खोजें।"),
    "The message names nobody known. Find the consumer by a number or a name.": (
        "संदेश में कोई ज्ञात उपभोक्ता नहीं है। नंबर या नाम से उपभोक्ता खोजें।"
    ),
    "The counter is told the account, its name, the sum and your reason. Money of a closed month counts now.": (
        "काउंटर को खाता, उसका नाम, राशि और आपका कारण बताया जाता है। बंद माह का धन अब गिना जाता है।"
    ),
    "Or it was paid twice": ("या यह दो बार भुगतान हुआ"),
    "Then it goes into no bill and is paid back. The same was taken at: {counters}.": (
        "तब यह किसी बिल में नहीं जाता और लौटाया जाता है। वही राशि यहाँ ली गई: {counters}।"
    ),
    "It is a double: pay it back": ("यह दोहरा भुगतान है: लौटाएँ"),
    "What was decided, and the counter told": ("क्या निर्णय हुआ, और काउंटर को क्या बताया गया"),
    "Decision": ("निर्णय"),
    "By": ("किसने"),
    "When": ("कब"),
    "counts in {month}": ("{month} में गिना गया"),
    "Undo the last decision": ("पिछला निर्णय रद्द करें"),
    "Why it was wrong": ("यह ग़लत क्यों था"),
    "Undo it: the money waits again": ("रद्द करें: धन फिर प्रतीक्षा में जाएगा"),
    "Everything the counter told": ("काउंटर ने जो कुछ बताया"),
    "Choose whose money it is.": ("चुनें कि यह धन किसका है।"),
    "Booked to account {account}. Counter {counter} is told with result {number}.": (
        "खाता {account} में दर्ज हुआ। काउंटर {counter} को परिणाम {number} से बताया जाएगा।"
    ),
    "The money waits again. Counter {counter} is told with result {number}.": (
        "धन फिर प्रतीक्षा में है। काउंटर {counter} को परिणाम {number} से बताया जाएगा।"
    ),
    "Noted as paid twice, to be paid back. Counter {counter} is told with result {number}.": (
        "दो बार भुगतान के रूप में दर्ज, लौटाया जाना है। काउंटर {counter} को परिणाम {number} से बताया जाएगा।"
    ),
    "There is nothing of that name here.": ("यहाँ इस नाम का कुछ नहीं है।"),
    "That is no day: choose one from the calendar.": ("यह कोई दिनांक नहीं है: कैलेंडर से चुनें।"),
    "who decided it, and why, must be said": ("किसने और क्यों निर्णय किया, यह बताना आवश्यक है"),
    "account {account} has no open bill: match it when one was told": (
        "खाता {account} का कोई खुला बिल नहीं है: बिल आने पर मिलान करें"
    ),
    "account {account} is not served here": ("खाता {account} यहाँ सेवा में नहीं है"),
    "{key} does not wait: {fate}, booked to {account}": (
        "{key} प्रतीक्षा में नहीं है: {fate}, खाता {account} में दर्ज"
    ),
    "{key} is a double to be paid back: undo that first": (
        "{key} दोहरा भुगतान है जो लौटाया जाना है: पहले वह निर्णय रद्द करें"
    ),
    "{key} is no double that waits for a decision": (
        "{key} निर्णय की प्रतीक्षा वाला दोहरा भुगतान नहीं है"
    ),
    "{key} tells no payment": ("{key} में कोई भुगतान नहीं है"),
    "{key} tells no payment that can be booked": ("{key} में दर्ज करने योग्य कोई भुगतान नहीं है"),
    "{key}: its instrument was returned, nothing is left to pay back": (
        "{key}: इसका चेक या साधन लौट चुका है, लौटाने को कुछ नहीं बचा"
    ),
    "{key}: there is no decision to undo": ("{key}: रद्द करने को कोई निर्णय नहीं है"),
}
