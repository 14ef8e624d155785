<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>Old no. {number}</source>
        <translation>पुरानी संख्या {number}</translation>
    </message>
    <message>
        <source>Meter {number}</source>
        <translation>मीटर {number}</translation>
    </message>
    <message>
        <source>Mobile {number}</source>
        <translation>मोबाइल {number}</translation>
    </message>
    <message>
        <source>Disconnected for good</source>
        <translation>स्थायी रूप से विच्छेदित</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>संयोजन विच्छेदित</translation>
    </message>
    <message>
        <source>No cheques</source>
        <translation>चेक मान्य नहीं</translation>
    </message>
    <message>
        <source>In a scheme</source>
        <translation>योजना में पंजीकृत</translation>
    </message>
    <message>
        <source>Lifeline</source>
        <translation>लाइफलाइन</translation>
    </message>
    <message>
        <source>Prepaid: old arrear only</source>
        <translation>प्रीपेड: केवल पुराना बकाया</translation>
    </message>
    <message>
        <source>It is not known when the server told this</source>
        <translation>सर्वर ने यह कब बताया, ज्ञात नहीं है</translation>
    </message>
    <message>
        <source>Told on {moment} ({age})</source>
        <translation>{moment} को बताया गया ({age})</translation>
    </message>
    <message>
        <source>As the server told it on {moment} ({age})</source>
        <translation>सर्वर के अनुसार, {moment} ({age})</translation>
    </message>
    <message>
        <source>Current demand</source>
        <translation>वर्तमान माँग</translation>
    </message>
    <message>
        <source>Arrears</source>
        <translation>बकाया</translation>
    </message>
    <message>
        <source>Late payment surcharge</source>
        <translation>विलम्बित भुगतान अधिभार</translation>
    </message>
    <message>
        <source>Other debits</source>
        <translation>अन्य देय</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>समायोजन (जमा)</translation>
    </message>
    <message>
        <source>After the due date</source>
        <translation>देय तिथि के बाद</translation>
    </message>
</context>
<context>
    <name>AllocationInBrief</name>
    <message>
        <source>Bill of {month}: {amount} of {due}</source>
        <translation>{month} का बिल: {due} में से {amount}</translation>
    </message>
    <message>
        <source>Advance {amount}</source>
        <translation>अग्रिम {amount}</translation>
    </message>
    <message>
        <source>Balance after this payment {amount}</source>
        <translation>इस भुगतान के बाद शेष राशि {amount}</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Close shift {about}: it is short or over by more than the limit.</source>
        <translation>पाली {about} बन्द करें: कमी या अधिकता सीमा से ज़्यादा है।</translation>
    </message>
    <message>
        <source>Close shift {about} for a cashier who is not here.</source>
        <translation>अनुपस्थित कैशियर की पाली {about} बन्द करें।</translation>
    </message>
    <message>
        <source>Reverse receipt {about}.</source>
        <translation>रसीद {about} निरस्त करें।</translation>
    </message>
    <message>
        <source>Take cash out of the drawer of shift {about} for an expense.</source>
        <translation>ख़र्च के लिए पाली {about} की दराज़ से नकद निकालें।</translation>
    </message>
    <message>
        <source>Take over the drawer of shift {about}: another sum was counted than was left in it.</source>
        <translation>पाली {about} की दराज़ लें: उसमें छोड़ी गई राशि और गिनी गई राशि अलग हैं।</translation>
    </message>
    <message>
        <source>Take over the takings of shift {about}: another sum was counted than was handed over.</source>
        <translation>पाली {about} की वसूली राशि लें: सौंपी गई राशि और गिनी गई राशि अलग हैं।</translation>
    </message>
    <message>
        <source>Note that the bank accepted another sum for slip {about}.</source>
        <translation>दर्ज करें कि पर्ची {about} पर बैंक ने दूसरी राशि स्वीकार की।</translation>
    </message>
    <message>
        <source>Let {about} work at this counter for a while.</source>
        <translation>{about} को कुछ समय इस काउंटर पर काम करने दें।</translation>
    </message>
    <message>
        <source>Let {about} try the PIN again after too many wrong ones.</source>
        <translation>कई बार गलत पिन के बाद {about} को फिर से पिन डालने दें।</translation>
    </message>
    <message>
        <source>Work on {about}: this computer&apos;s clock is behind the last day that was worked.</source>
        <translation>{about} पर काम करें: इस कम्प्यूटर की घड़ी पिछले कार्य-दिवस से पीछे है।</translation>
    </message>
</context>
<context>
    <name>ApprovalPanel</name>
    <message>
        <source>A second person must approve this</source>
        <translation>इसके लिए दूसरे व्यक्ति का अनुमोदन चाहिए</translation>
    </message>
    <message>
        <source>Nothing was changed yet. The supervisor types number, PIN and reason here.</source>
        <translation>अभी कुछ नहीं बदला। पर्यवेक्षक यहाँ संख्या, पिन और कारण लिखें।</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>अनुमोदन करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back, nothing is approved</source>
        <translation>वापस, कुछ अनुमोदित नहीं होता</translation>
    </message>
</context>
<context>
    <name>Bank</name>
    <message>
        <source>Money of</source>
        <translation>किस दिन की राशि</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>दिनांक</translation>
    </message>
    <message>
        <source>Bank&apos;s answer</source>
        <translation>बैंक का उत्तर</translation>
    </message>
    <message>
        <source>Counterfeit</source>
        <translation>जाली नोट</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>कमी</translation>
    </message>
    <message>
        <source>Mutilated notes</source>
        <translation>कटे-फटे नोट</translation>
    </message>
    <message>
        <source>Excess</source>
        <translation>अधिकता</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>चेक व ड्राफ्ट</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 दिन</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>on no slip</source>
        <translation>किसी पर्ची पर नहीं</translation>
    </message>
    <message>
        <source>slip {slip_no}, unanswered</source>
        <translation>पर्ची {slip_no}, उत्तर शेष</translation>
    </message>
    <message>
        <source>{amount} is not with the bank, the oldest of {day}</source>
        <translation>{amount} बैंक में जमा नहीं है, सबसे पुरानी {day} की</translation>
    </message>
    <message>
        <source>No answer, {age}</source>
        <translation>उत्तर शेष, {age}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>सहेजा गया</translation>
    </message>
    <message>
        <source>Given to the printer</source>
        <translation>प्रिंटर को भेजा गया</translation>
    </message>
    <message>
        <source>The paper was not printed</source>
        <translation>कागज़ मुद्रित नहीं हुआ</translation>
    </message>
</context>
<context>
    <name>BankAnswerPage</name>
    <message>
        <source>What the bank said</source>
        <translation>बैंक का उत्तर</translation>
    </message>
    <message>
        <source>Bank&apos;s reference</source>
        <translation>बैंक का संदर्भ</translation>
    </message>
    <message>
        <source>Day of the bank&apos;s stamp</source>
        <translation>बैंक की मुहर का दिनांक</translation>
    </message>
    <message>
        <source>Accepted by the bank (₹)</source>
        <translation>बैंक ने स्वीकार किया (₹)</translation>
    </message>
    <message>
        <source>Differences the bank found</source>
        <translation>बैंक द्वारा पाए गए अंतर</translation>
    </message>
    <message>
        <source>One line for each; a counterfeit note is a line of its own.</source>
        <translation>हर अंतर की अलग पंक्ति; हर जाली नोट की भी अलग पंक्ति।</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विषय</translation>
    </message>
    <message>
        <source>Add the difference</source>
        <translation>अंतर जोड़ें</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Take the chosen difference out</source>
        <translation>चुना हुआ अंतर हटाएँ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, nothing is noted</source>
        <translation>सूची पर वापस, कुछ दर्ज नहीं होगा</translation>
    </message>
    <message>
        <source>Note the answer</source>
        <translation>उत्तर दर्ज करें</translation>
    </message>
    <message>
        <source>Denomination (₹)</source>
        <translation>मूल्यवर्ग (₹)</translation>
    </message>
    <message>
        <source>Amount (₹)</source>
        <translation>धनराशि (₹)</translation>
    </message>
    <message>
        <source>Number on the note</source>
        <translation>नोट की संख्या</translation>
    </message>
    <message>
        <source>What the bank wrote</source>
        <translation>बैंक ने क्या लिखा</translation>
    </message>
    <message>
        <source>Slip {number}, {kind}, {amount}, made on {day}</source>
        <translation>पर्ची {number}, {kind}, {amount}, {day} को बनी</translation>
    </message>
    <message>
        <source>Sum and differences make the slip. A supervisor will be asked.</source>
        <translation>धनराशि और अंतर मिलकर पर्ची के बराबर हैं। पर्यवेक्षक का अनुमोदन माँगा जाएगा।</translation>
    </message>
    <message>
        <source>The bank accepted the whole slip.</source>
        <translation>बैंक ने पूरी पर्ची स्वीकार की।</translation>
    </message>
    <message>
        <source>With these differences the bank should have accepted {amount}.</source>
        <translation>इन अंतरों के साथ बैंक को {amount} स्वीकार करना चाहिए था।</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
</context>
<context>
    <name>BankOverview</name>
    <message>
        <source>Save PDF</source>
        <translation>PDF सहेजें</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>बैंक में जमा</translation>
    </message>
    <message>
        <source>Print A4</source>
        <translation>ए4 छापें</translation>
    </message>
    <message>
        <source>Short print</source>
        <translation>छोटी पर्ची</translation>
    </message>
    <message>
        <source>Print on the receipt printer</source>
        <translation>रसीद प्रिंटर पर छापें</translation>
    </message>
    <message>
        <source>Receive takings</source>
        <translation>वसूली प्राप्त करें</translation>
    </message>
    <message>
        <source>Cash slip</source>
        <translation>नकद पर्ची</translation>
    </message>
    <message>
        <source>Paper slip</source>
        <translation>चेक पर्ची</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>उत्तर</translation>
    </message>
    <message>
        <source>Note what the bank said</source>
        <translation>बैंक का उत्तर दर्ज करें</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>क्या शेष है</translation>
    </message>
    <message>
        <source>What waits, one by one</source>
        <translation>शेष मदें, एक-एक कर</translation>
    </message>
    <message>
        <source>With the head cashier: {amount}</source>
        <translation>मुख्य कैशियर के पास: {amount}</translation>
    </message>
    <message>
        <source>Make the slip, or note what the bank said of it.</source>
        <translation>जमा पर्ची बनाएँ, या बैंक का उत्तर दर्ज करें।</translation>
    </message>
    <message>
        <source>Not with the bank</source>
        <translation>बैंक में जमा नहीं</translation>
    </message>
    <message>
        <source>Takings of shifts</source>
        <translation>पालियों की वसूली</translation>
    </message>
    <message>
        <source>Papers here</source>
        <translation>यहाँ रखे चेक</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>जमा पर्चियाँ</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>यहाँ कुछ शेष नहीं</translation>
    </message>
    <message>
        <source>All of it has gone its way.</source>
        <translation>सब आगे भेजा जा चुका है।</translation>
    </message>
</context>
<context>
    <name>BankScreen</name>
    <message>
        <source>{amount} taken over from {cashier}</source>
        <translation>{cashier} से {amount} प्राप्त हुए</translation>
    </message>
    <message>
        <source>Print the receipt for both sides: Alt+R short, Alt+4 on A4.</source>
        <translation>दोनों पक्षों के लिए पावती छापें: Alt+R छोटी, Alt+4 ए4 पर।</translation>
    </message>
    <message>
        <source>Print it: Alt+4 on A4, Alt+R short. When the bank has stamped it: Alt+A.</source>
        <translation>छापें: Alt+4 ए4 पर, Alt+R छोटी। बैंक की मुहर लगने पर: Alt+A।</translation>
    </message>
    <message>
        <source>Slip {number} made, {amount}</source>
        <translation>पर्ची {number} बनी, {amount}</translation>
    </message>
    <message>
        <source>Slip {number} is answered</source>
        <translation>पर्ची {number} का उत्तर दर्ज हुआ</translation>
    </message>
</context>
<context>
    <name>BankStage</name>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
</context>
<context>
    <name>BillsNow</name>
    <message>
        <source>Advance</source>
        <translation>अग्रिम</translation>
    </message>
    <message>
        <source>Balance after this payment</source>
        <translation>इस भुगतान के बाद शेष राशि</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>अब देय</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>अभी जमा</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>देय तिथि</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>बिल धनराशि</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>No open bill.</source>
        <translation>कोई देय बिल नहीं।</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>कुल देय</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>देय तिथि {day}</translation>
    </message>
    <message>
        <source>due {day}, overdue</source>
        <translation>देय तिथि {day}, बीत चुकी</translation>
    </message>
    <message>
        <source>received {amount}</source>
        <translation>प्राप्त {amount}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>तिथि बीत चुकी</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>KESCO Counter</source>
        <translation>केस्को काउंटर</translation>
    </message>
    <message>
        <source>The program made a mistake and must stop</source>
        <translation>प्रोग्राम में त्रुटि हुई है, इसे बन्द करना होगा</translation>
    </message>
    <message>
        <source>Every payment that was taken is safe in the books. Start the counter again and look at Receipts before you take the last payment anew. If it happens again, call the technician.</source>
        <translation>लिया गया हर भुगतान बही में सुरक्षित है। काउंटर फिर से खोलें और पिछला भुगतान दोबारा लेने से पहले रसीदें देखें। फिर ऐसा हो तो तकनीशियन को बुलाएँ।</translation>
    </message>
</context>
<context>
    <name>CarryButtons</name>
    <message>
        <source>Onto a stick</source>
        <translation>पेन ड्राइव पर लिखें</translation>
    </message>
    <message>
        <source>Read the answer</source>
        <translation>उत्तर पढ़ें</translation>
    </message>
    <message>
        <source>Where to write the file for the centre</source>
        <translation>केन्द्र की फ़ाइल कहाँ लिखें</translation>
    </message>
    <message>
        <source>The answer of the centre</source>
        <translation>केन्द्र का उत्तर</translation>
    </message>
    <message>
        <source>Files of the centre (*.kesco)</source>
        <translation>केन्द्र की फ़ाइलें (*.kesco)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Messages in {file}: {count}. They stay listed here until the centre&apos;s answer is read. Take the file to the head office.</source>
        <translation>{file} में संदेश: {count}। केन्द्र का उत्तर पढ़े जाने तक ये यहाँ सूची में रहेंगे। फ़ाइल मुख्यालय ले जाएँ।</translation>
    </message>
    <message>
        <source>Left for another file, after the answer: {count}.</source>
        <translation>उत्तर के बाद दूसरी फ़ाइल के लिए शेष: {count}।</translation>
    </message>
    <message>
        <source>Written for the centre</source>
        <translation>केन्द्र के लिए फ़ाइल बन गई</translation>
    </message>
    <message>
        <source>Messages acknowledged with the centre&apos;s signature: {count}.</source>
        <translation>केन्द्र की हस्ताक्षरित पावती वाले संदेश: {count}।</translation>
    </message>
    <message>
        <source>Answer read</source>
        <translation>उत्तर पढ़ लिया गया</translation>
    </message>
</context>
<context>
    <name>Cash</name>
    <message>
        <source>How many? 0 for none</source>
        <translation>कितने? नहीं तो 0</translation>
    </message>
    <message>
        <source>Digits only</source>
        <translation>केवल अंक लिखें</translation>
    </message>
    <message>
        <source>Too many: check</source>
        <translation>बहुत अधिक: जाँचें</translation>
    </message>
    <message>
        <source>{count} paise</source>
        <translation>{count} पैसे</translation>
    </message>
    <message>
        <source>{count} paise coins</source>
        <translation>{count} पैसे के सिक्के</translation>
    </message>
    <message>
        <source>{count} rupee notes</source>
        <translation>{count} रुपये के नोट</translation>
    </message>
    <message>
        <source>{count} rupee notes and coins</source>
        <translation>{count} रुपये के नोट और सिक्के</translation>
    </message>
    <message>
        <source>{count} rupee coins</source>
        <translation>{count} रुपये के सिक्के</translation>
    </message>
</context>
<context>
    <name>CashSlipPage</name>
    <message>
        <source>Cash slip</source>
        <translation>नकद पर्ची</translation>
    </message>
    <message>
        <source>With the head cashier: {amount}</source>
        <translation>मुख्य कैशियर के पास: {amount}</translation>
    </message>
</context>
<context>
    <name>Caveat</name>
    <message>
        <source>{account_no}: below the least part payment of {minimum}. Ask for that much, or call a supervisor.</source>
        <translation>{account_no}: न्यूनतम आंशिक भुगतान {minimum} से कम। इतनी राशि माँगें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>{account_no}: part payments this month: {taken}, allowed: {most}. Ask for the full sum, or call a supervisor.</source>
        <translation>{account_no}: इस माह के आंशिक भुगतान: {taken}, अनुमत: {most}। पूरी राशि माँगें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>{account_no} has paid {amount} today already. Look for that receipt first, so that nothing is paid twice.</source>
        <translation>{account_no} पर आज {amount} पहले ही जमा हो चुके हैं। पहले वह रसीद देखें, ताकि दोबारा जमा न हो।</translation>
    </message>
    <message>
        <source>{account_no}: the office barred cheques, as one came back before. Ask for cash, or call a supervisor.</source>
        <translation>{account_no}: पहले एक चेक वापस आ चुका है, इसलिए कार्यालय ने चेक लेना रोका है। नकद माँगें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>Nobody can look up here whether this consumer&apos;s cheques are barred. Ask for cash, or call a supervisor.</source>
        <translation>यहाँ यह नहीं देखा जा सकता कि इस उपभोक्ता के चेक पर रोक है या नहीं। नकद माँगें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>{account_no}: {cash} in cash today, above {limit}. It may be taken; count the notes twice.</source>
        <translation>{account_no}: आज नकद {cash}, सीमा {limit} से अधिक। लिया जा सकता है; नोट दो बार गिनें।</translation>
    </message>
    <message>
        <source>The server has not had our payments for {hours} hours (limit {limit}). They are safe here; tell your supervisor.</source>
        <translation>{hours} घंटे से हमारे भुगतान सर्वर तक नहीं पहुँचे (सीमा {limit})। वे यहाँ सुरक्षित हैं; पर्यवेक्षक को बताएँ।</translation>
    </message>
    <message>
        <source>{unsent} is not sent yet, above {limit}. It is safe here; tell your supervisor.</source>
        <translation>{unsent} अभी भेजे नहीं गए, सीमा {limit} से अधिक। वे यहाँ सुरक्षित हैं; पर्यवेक्षक को बताएँ।</translation>
    </message>
    <message>
        <source>{drawer} in the drawer, above {limit}. Hand cash to the head cashier soon.</source>
        <translation>दराज़ में {drawer} नकद, सीमा {limit} से अधिक। शीघ्र ही नकद मुख्य कैशियर को सौंपें।</translation>
    </message>
</context>
<context>
    <name>CloseCount</name>
    <message>
        <source>Close shift {number} of {name}: count</source>
        <translation>{name} की पाली {number} बन्द करें: गिनती</translation>
    </message>
    <message>
        <source>Count everything in the drawer. What is expected comes after.</source>
        <translation>दराज़ में जो कुछ है सब गिनें। कितना होना चाहिए, यह बाद में दिखेगा।</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>बस इतना ही</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>CloseDone</name>
    <message>
        <source>Takings to hand over</source>
        <translation>सौंपी जाने वाली वसूली</translation>
    </message>
    <message>
        <source>Float left in the drawer</source>
        <translation>दराज़ में छोड़ी गई छुट्टा राशि</translation>
    </message>
    <message>
        <source>Print Z report</source>
        <translation>ज़ेड रिपोर्ट छापें</translation>
    </message>
    <message>
        <source>Save Z report</source>
        <translation>ज़ेड रिपोर्ट सहेजें</translation>
    </message>
    <message>
        <source>Sign out: next cashier</source>
        <translation>साइन आउट: अगला कैशियर</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>काम जारी रखें</translation>
    </message>
    <message>
        <source>Shift {number} is closed</source>
        <translation>पाली {number} बन्द हो गई</translation>
    </message>
    <message>
        <source>The centre has {acknowledged} of these payments; {unsent} are unsent, {amount}. They go out by themselves as soon as the centre is reached.</source>
        <translation>इनमें से {acknowledged} भुगतान केन्द्र तक पहुँच गए; {unsent} अभी नहीं भेजे गए, {amount}। केन्द्र से सम्पर्क होते ही ये अपने आप चले जाएँगे।</translation>
    </message>
    <message>
        <source>The centre has all {acknowledged} payments of this shift.</source>
        <translation>इस पाली के सभी {acknowledged} भुगतान केन्द्र तक पहुँच गए।</translation>
    </message>
    <message>
        <source>No receipt was written in it.</source>
        <translation>इसमें कोई रसीद नहीं बनी।</translation>
    </message>
    <message>
        <source>Receipts: {count}, {first} to {last}.</source>
        <translation>रसीदें: {count}, {first} से {last} तक।</translation>
    </message>
    <message>
        <source>Noted with its reason: short {short}, excess {excess}.</source>
        <translation>कारण सहित दर्ज: कम {short}, अधिक {excess}।</translation>
    </message>
</context>
<context>
    <name>CloseReveal</name>
    <message>
        <source>Why it differs, or why it is closed so</source>
        <translation>अन्तर का कारण, या ऐसे बन्द करने का कारण</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>पाली बन्द करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>फिर से गिनें</translation>
    </message>
    <message>
        <source>Close shift {number}: counted and expected</source>
        <translation>पाली {number} बन्द करें: गिना गया और होना चाहिए</translation>
    </message>
    <message>
        <source>Takings to hand over {takings} · float that stays {float}</source>
        <translation>सौंपी जाने वाली वसूली {takings} · रहने वाली छुट्टा राशि {float}</translation>
    </message>
    <message>
        <source>All of it agrees.</source>
        <translation>सब कुछ मिलता है।</translation>
    </message>
    <message>
        <source>{amount} is missing.</source>
        <translation>{amount} कम है।</translation>
    </message>
    <message>
        <source>{amount} is too much.</source>
        <translation>{amount} अधिक है।</translation>
    </message>
    <message>
        <source>{short} is missing, {excess} is too much.</source>
        <translation>{short} कम है, {excess} अधिक है।</translation>
    </message>
    <message>
        <source>Counted {count} times: the Z report says so.</source>
        <translation>{count} बार गिना गया: ज़ेड रिपोर्ट में यह लिखा जाएगा।</translation>
    </message>
    <message>
        <source>Card charges on no receipt: {count}.</source>
        <translation>बिना रसीद के कार्ड भुगतान: {count}।</translation>
    </message>
    <message>
        <source>A supervisor has to approve this close.</source>
        <translation>इस पाली को बन्द करने का अनुमोदन पर्यवेक्षक को देना होगा।</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>होना चाहिए</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>गिना गया</translation>
    </message>
    <message>
        <source>Short {amount}</source>
        <translation>कम {amount}</translation>
    </message>
    <message>
        <source>Excess {amount}</source>
        <translation>अधिक {amount}</translation>
    </message>
    <message>
        <source>Sum agrees, number differs</source>
        <translation>राशि मिलती है, संख्या नहीं</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>मिलता है</translation>
    </message>
</context>
<context>
    <name>CloseSlips</name>
    <message>
        <source>Slips and papers</source>
        <translation>पर्चियाँ और चेक</translation>
    </message>
    <message>
        <source>Card slips</source>
        <translation>कार्ड पर्चियाँ</translation>
    </message>
    <message>
        <source>UPI credits</source>
        <translation>UPI भुगतान</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Demand drafts</source>
        <translation>डिमांड ड्राफ्ट</translation>
    </message>
    <message>
        <source>for ₹</source>
        <translation>राशि ₹</translation>
    </message>
    <message>
        <source>{name}: how many</source>
        <translation>{name}: कितने</translation>
    </message>
    <message>
        <source>{name}: their sum</source>
        <translation>{name}: कुल राशि</translation>
    </message>
    <message>
        <source>how many? 0 for none.</source>
        <translation>कितने? नहीं तो 0।</translation>
    </message>
    <message>
        <source>the number in digits.</source>
        <translation>संख्या अंकों में लिखें।</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Not possible</source>
        <translation>संभव नहीं</translation>
    </message>
    <message>
        <source>How is it connected?</source>
        <translation>प्रिंटर कैसे जुड़ा है?</translation>
    </message>
    <message>
        <source>Choose with the arrow keys, then Enter. Nothing is kept before the last step.</source>
        <translation>तीर कुंजियों से चुनें, फिर Enter दबाएँ। अंतिम चरण से पहले कुछ भी सहेजा नहीं जाता।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>फिर खोजें</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>प्रिंटर फिर से खोजें</translation>
    </message>
    <message>
        <source>Ways to a printer</source>
        <translation>प्रिंटर जोड़ने के तरीके</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>क्या मिला</translation>
    </message>
    <message>
        <source>as it is set now: {address}</source>
        <translation>अभी यही सेट है: {address}</translation>
    </message>
    <message>
        <source>type its address</source>
        <translation>इसका पता लिखें</translation>
    </message>
    <message>
        <source>type the name of the port</source>
        <translation>पोर्ट का नाम लिखें</translation>
    </message>
    <message>
        <source>type its name, or take the default printer</source>
        <translation>इसका नाम लिखें, या डिफ़ॉल्ट प्रिंटर लें</translation>
    </message>
    <message>
        <source>paper can follow later</source>
        <translation>कागज़ पर बाद में छाप सकते हैं</translation>
    </message>
    <message>
        <source>Looking for printers …</source>
        <translation>प्रिंटर खोजे जा रहे हैं …</translation>
    </message>
    <message>
        <source>{count} found by itself. A network printer is not: type its address.</source>
        <translation>{count} अपने-आप मिले। नेटवर्क प्रिंटर अपने-आप नहीं मिलता: उसका पता लिखें।</translation>
    </message>
    <message>
        <source>Nothing was found by itself. Is the printer switched on and plugged in? A network printer is never found: type its address.</source>
        <translation>अपने-आप कुछ नहीं मिला। क्या प्रिंटर चालू है और तार लगा है? नेटवर्क प्रिंटर अपने-आप कभी नहीं मिलता: उसका पता लिखें।</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Printer&apos;s name</source>
        <translation>प्रिंटर का नाम</translation>
    </message>
    <message>
        <source>Port&apos;s name</source>
        <translation>पोर्ट का नाम</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>पोर्ट</translation>
    </message>
    <message>
        <source>Speed (baud)</source>
        <translation>गति (बॉड)</translation>
    </message>
</context>
<context>
    <name>ConsumerFinder</name>
    <message>
        <source>Scan the bill, or type account, meter, bill or mobile number, or a name</source>
        <translation>बिल स्कैन करें, या खाता, मीटर, बिल या मोबाइल संख्या, या नाम लिखें</translation>
    </message>
    <message>
        <source>Find consumer</source>
        <translation>उपभोक्ता खोजें</translation>
    </message>
    <message>
        <source>Consumers found</source>
        <translation>मिले हुए उपभोक्ता</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Father or husband</source>
        <translation>पिता / पति</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>मोहल्ला</translation>
    </message>
    <message>
        <source>Meter no.</source>
        <translation>मीटर संख्या</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>किससे मिला</translation>
    </message>
    <message>
        <source>Old number</source>
        <translation>पुरानी संख्या</translation>
    </message>
    <message>
        <source>Old number: it is this account now</source>
        <translation>पुराना नंबर: अब यही खाता है</translation>
    </message>
    <message>
        <source>Bill no.</source>
        <translation>बिल संख्या</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Similar name</source>
        <translation>मिलता-जुलता नाम</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>SMS</source>
        <translation>एसएमएस</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Mobile number or e-mail for the copy</source>
        <translation>प्रति के लिए मोबाइल नंबर या ई-मेल</translation>
    </message>
    <message>
        <source>Send a copy to</source>
        <translation>प्रति इस पते पर भेजें</translation>
    </message>
    <message>
        <source>10-digit mobile number, or e-mail address</source>
        <translation>10 अंकों का मोबाइल नंबर, या ई-मेल पता</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>भेजने को कहें</translation>
    </message>
    <message>
        <source>Ask the centre to send the copy</source>
        <translation>केन्द्र से प्रति भेजने को कहें</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Ask for no copy</source>
        <translation>प्रति न मँगाएँ</translation>
    </message>
    <message>
        <source>Copy queued for {address}: the centre sends it when it has this payment.</source>
        <translation>{address} के लिए प्रति दर्ज हुई: यह भुगतान केन्द्र पर पहुँचते ही केन्द्र इसे भेजेगा।</translation>
    </message>
    <message>
        <source>Copies asked for: {copies}</source>
        <translation>माँगी गई प्रतियाँ: {copies}</translation>
    </message>
</context>
<context>
    <name>CountGrid</name>
    <message>
        <source>Cash by notes and coins</source>
        <translation>नोट और सिक्कों के अनुसार नकद</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>गिना गया</translation>
    </message>
    <message>
        <source>The rest is 0</source>
        <translation>बाकी सब 0</translation>
    </message>
    <message>
        <source>Say 0 for every row left empty</source>
        <translation>हर खाली पंक्ति में 0 लिखें</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>स्वीकार नहीं</translation>
    </message>
    <message>
        <source>Counted {total}</source>
        <translation>गिना गया {total}</translation>
    </message>
</context>
<context>
    <name>CounterFactsScreen</name>
    <message>
        <source>This counter</source>
        <translation>यह काउंटर</translation>
    </message>
    <message>
        <source>Card terminal and the centre&apos;s address stand in the settings file; they hold from the next start. Printers are set up at their own place (Ctrl+J).</source>
        <translation>कार्ड टर्मिनल और केन्द्र का पता सेटिंग फ़ाइल में लिखे होते हैं; वे अगली बार चालू करने पर लागू होते हैं। प्रिंटर अपनी जगह (Ctrl+J) पर सेट किए जाते हैं।</translation>
    </message>
    <message>
        <source>Check the books</source>
        <translation>बहियाँ जाँचें</translation>
    </message>
    <message>
        <source>after {minutes} min</source>
        <translation>{minutes} मिनट बाद</translation>
    </message>
    <message>
        <source>whole: {messages} messages, {payments} receipts, checked in {seconds} s</source>
        <translation>पूरी हैं: {messages} संदेश, {payments} रसीदें, {seconds} सेकंड में जाँची गईं</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>नामांकन</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>नामांकित नहीं</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>सेटिंग फ़ाइल</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केन्द्र</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>कार्ड टर्मिनल</translation>
    </message>
    <message>
        <source>Pole display</source>
        <translation>उपभोक्ता डिस्प्ले (दो पंक्तियाँ)</translation>
    </message>
    <message>
        <source>Spoken amount</source>
        <translation>बोली जाने वाली राशि</translation>
    </message>
    <message>
        <source>Seat locks</source>
        <translation>सीट का ताला</translation>
    </message>
    <message>
        <source>never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>बहियाँ</translation>
    </message>
    <message>
        <source>off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>set, not used yet</source>
        <translation>लगा है, अभी काम में नहीं आया</translation>
    </message>
    <message>
        <source>works</source>
        <translation>काम कर रहा है</translation>
    </message>
    <message>
        <source>does not work; payments go on as ever</source>
        <translation>काम नहीं कर रहा; भुगतान पहले की तरह चलते रहेंगे</translation>
    </message>
</context>
<context>
    <name>DayReportScreen</name>
    <message>
        <source>Daily collection report</source>
        <translation>दैनिक वसूली विवरण</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>पिछला दिन</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>अगला दिन</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>मिलान करें</translation>
    </message>
    <message>
        <source>Compare this day with the centre</source>
        <translation>इस दिन का केन्द्र से मिलान करें</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF सहेजें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>अभी नहीं भेजी गईं</translation>
    </message>
    <message>
        <source>Receipt numbers</source>
        <translation>रसीद संख्याएँ</translation>
    </message>
    <message>
        <source>No receipt on this day</source>
        <translation>इस दिन कोई रसीद नहीं</translation>
    </message>
    <message>
        <source>The report can be printed all the same.</source>
        <translation>विवरण फिर भी छापा जा सकता है।</translation>
    </message>
    <message>
        <source>Receipts in number order</source>
        <translation>रसीदें, संख्या क्रम में</translation>
    </message>
    <message>
        <source>{day} · {counter} · as of {moment}</source>
        <translation>{day} · {counter} · {moment} की स्थिति</translation>
    </message>
    <message>
        <source>Total · cancelled of it: {sum}</source>
        <translation>कुल · इसमें निरस्त: {sum}</translation>
    </message>
    <message>
        <source>Receipt numbers are missing</source>
        <translation>रसीद संख्याएँ बीच से छूटी हैं</translation>
    </message>
    <message>
        <source>Call your supervisor: {numbers}</source>
        <translation>पर्यवेक्षक को बुलाएँ: {numbers}</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>उपभोक्ता</translation>
    </message>
    <message>
        <source>For</source>
        <translation>मद</translation>
    </message>
    <message>
        <source>How paid</source>
        <translation>भुगतान का साधन</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>जमा धनराशि</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केन्द्र</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>विवरण सहेजा गया</translation>
    </message>
    <message>
        <source>Report given to the printer</source>
        <translation>विवरण प्रिंटर को भेजा गया</translation>
    </message>
    <message>
        <source>The report was not printed</source>
        <translation>विवरण नहीं छपा</translation>
    </message>
</context>
<context>
    <name>DrawerPage</name>
    <message>
        <source>Cash drawer</source>
        <translation>कैश दराज़</translation>
    </message>
    <message>
        <source>Keep a hand&apos;s breadth away from the drawer.</source>
        <translation>दराज़ से थोड़ा हटकर खड़े हों।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Pin {pin} was pulsed. Did the drawer open?</source>
        <translation>पिन {pin} पर संकेत भेजा गया। क्या दराज़ खुली?</translation>
    </message>
    <message>
        <source>Does the cash drawer hang on this printer?</source>
        <translation>क्या कैश दराज़ इसी प्रिंटर से जुड़ी है?</translation>
    </message>
    <message>
        <source>An opening for a test is noted in the books, as every opening is.</source>
        <translation>हर बार की तरह, जाँच के लिए दराज़ खोलना भी बही में दर्ज होता है।</translation>
    </message>
    <message>
        <source>Open it once</source>
        <translation>एक बार खोलें</translation>
    </message>
    <message>
        <source>It opened</source>
        <translation>खुल गई</translation>
    </message>
    <message>
        <source>It did not: try pin {pin}</source>
        <translation>नहीं खुली: पिन {pin} से देखें</translation>
    </message>
    <message>
        <source>No drawer here</source>
        <translation>यहाँ दराज़ नहीं है</translation>
    </message>
</context>
<context>
    <name>DropPage</name>
    <message>
        <source>No cash counted</source>
        <translation>कोई नकद नहीं गिना गया</translation>
    </message>
    <message>
        <source>Type how many notes.</source>
        <translation>लिखें कि कितने नोट हैं।</translation>
    </message>
    <message>
        <source>The head cashier types number and PIN here.</source>
        <translation>मुख्य कैशियर यहाँ अपनी संख्या और पिन लिखें।</translation>
    </message>
    <message>
        <source>Give cash to the head cashier</source>
        <translation>मुख्य कैशियर को नकद दें</translation>
    </message>
    <message>
        <source>Count what you give. The head cashier counts it too and confirms below.</source>
        <translation>जो दे रहे हैं उसे गिनें। मुख्य कैशियर भी गिनकर नीचे पुष्टि करें।</translation>
    </message>
    <message>
        <source>Head cashier&apos;s number</source>
        <translation>मुख्य कैशियर की संख्या</translation>
    </message>
    <message>
        <source>Head cashier&apos;s PIN</source>
        <translation>मुख्य कैशियर का पिन</translation>
    </message>
    <message>
        <source>Give this cash</source>
        <translation>यह नकद दें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>EnrolmentFiles</name>
    <message>
        <source>1. Read the invitation</source>
        <translation>1. आमंत्रण फ़ाइल पढ़ें</translation>
    </message>
    <message>
        <source>2. Read the answer</source>
        <translation>2. उत्तर फ़ाइल पढ़ें</translation>
    </message>
    <message>
        <source>The invitation from the head office</source>
        <translation>मुख्यालय से मिली आमंत्रण फ़ाइल</translation>
    </message>
    <message>
        <source>The answer from the head office</source>
        <translation>मुख्यालय से मिली उत्तर फ़ाइल</translation>
    </message>
    <message>
        <source>Files of the centre (*.kesco)</source>
        <translation>केन्द्र की फ़ाइलें (*.kesco)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
</context>
<context>
    <name>EnrolmentScreen</name>
    <message>
        <source>Enrol this counter</source>
        <translation>इस काउंटर को पंजीकृत करें</translation>
    </message>
    <message>
        <source>The head office gives the server&apos;s address and a one-time code for this counter. With them come the bills, the cashiers and the receipt series.</source>
        <translation>मुख्यालय इस काउंटर के लिए सर्वर का पता और एक बार चलने वाला कोड देता है। इन्हीं से बिल, कैशियरों की सूची और रसीद शृंखला आती है।</translation>
    </message>
    <message>
        <source>Where no network is. The head office gives an invitation file and, apart from it, a one-time code. Type the code for both steps.</source>
        <translation>जहाँ नेटवर्क नहीं है। मुख्यालय एक आमंत्रण फ़ाइल और उससे अलग एक बार चलने वाला कोड देता है। दोनों चरणों में कोड लिखें।</translation>
    </message>
    <message>
        <source>Enrol over the network</source>
        <translation>नेटवर्क से पंजीकरण करें</translation>
    </message>
    <message>
        <source>Enrol with a file</source>
        <translation>फ़ाइल से पंजीकरण करें</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>सर्वर का पता</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>एक बार का कोड</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>पंजीकृत करें</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>फ़ाइल पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>{file} lies in {folder}. Take it to the head office.</source>
        <translation>{file} फ़ोल्डर {folder} में है। इसे मुख्यालय ले जाएँ।</translation>
    </message>
    <message>
        <source>Request written</source>
        <translation>अनुरोध फ़ाइल बन गई</translation>
    </message>
    <message>
        <source>Type the server&apos;s address.</source>
        <translation>सर्वर का पता लिखें।</translation>
    </message>
    <message>
        <source>Type the one-time code.</source>
        <translation>एक बार का कोड लिखें।</translation>
    </message>
    <message>
        <source>Asking the centre…</source>
        <translation>केन्द्र से पूछा जा रहा है…</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>Booked</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>नोट किया</translation>
    </message>
    <message>
        <source>Paid elsewhere meanwhile: kept as advance</source>
        <translation>इस बीच अन्यत्र भुगतान: अग्रिम में रखा गया</translation>
    </message>
    <message>
        <source>Account not known at the centre: in suspense</source>
        <translation>केन्द्र पर खाता अज्ञात: उचंत में</translation>
    </message>
    <message>
        <source>Account closed: in suspense</source>
        <translation>खाता बन्द: उचंत में</translation>
    </message>
    <message>
        <source>Booked to the account&apos;s new number</source>
        <translation>खाते की नई संख्या पर दर्ज</translation>
    </message>
    <message>
        <source>Bill was revised: booked anew</source>
        <translation>बिल संशोधित हुआ: नए सिरे से दर्ज</translation>
    </message>
    <message>
        <source>Same instrument used twice: to be checked</source>
        <translation>एक ही साधन दो बार प्रयुक्त: जाँच करें</translation>
    </message>
    <message>
        <source>Perhaps paid twice: to be checked</source>
        <translation>सम्भवतः दो बार भुगतान: जाँच करें</translation>
    </message>
    <message>
        <source>Month already closed: to be checked</source>
        <translation>माह बन्द हो चुका: जाँच करें</translation>
    </message>
    <message>
        <source>Time is doubtful: to be checked</source>
        <translation>समय संदिग्ध: जाँच करें</translation>
    </message>
    <message>
        <source>Above a limit: to be checked</source>
        <translation>सीमा से अधिक: जाँच करें</translation>
    </message>
    <message>
        <source>Not booked: to be checked</source>
        <translation>दर्ज नहीं: जाँच करें</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Shift opened</source>
        <translation>पाली खोली गई</translation>
    </message>
    <message>
        <source>Shift suspended or resumed</source>
        <translation>पाली स्थगित या फिर चालू</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>पाली बन्द</translation>
    </message>
    <message>
        <source>Cash in or out of a drawer</source>
        <translation>दराज़ में नकद आया या निकला</translation>
    </message>
    <message>
        <source>Drawer opened without a payment</source>
        <translation>बिना भुगतान के दराज़ खुली</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>भुगतान निरस्त</translation>
    </message>
    <message>
        <source>Temporary cashier made</source>
        <translation>अस्थायी कैशियर बनाया</translation>
    </message>
    <message>
        <source>Temporary cashier ended</source>
        <translation>अस्थायी कैशियर समाप्त</translation>
    </message>
    <message>
        <source>Own PIN set</source>
        <translation>अपना पिन बदला</translation>
    </message>
    <message>
        <source>Duplicate printed</source>
        <translation>द्वितीय प्रति छापी गई</translation>
    </message>
    <message>
        <source>Receipt asked for by SMS or e-mail</source>
        <translation>रसीद SMS या ई-मेल से माँगी गई</translation>
    </message>
    <message>
        <source>Supervisor&apos;s word</source>
        <translation>पर्यवेक्षक की अनुमति</translation>
    </message>
    <message>
        <source>Cheque, draft or UPI moved on</source>
        <translation>चेक, ड्राफ्ट या UPI की स्थिति बदली</translation>
    </message>
    <message>
        <source>Cheque, draft or UPI returned</source>
        <translation>चेक, ड्राफ्ट या UPI वापस आया</translation>
    </message>
    <message>
        <source>Supervisor&apos;s note</source>
        <translation>पर्यवेक्षक की टिप्पणी</translation>
    </message>
    <message>
        <source>Rule set at this counter</source>
        <translation>इस काउंटर पर बदला गया नियम</translation>
    </message>
    <message>
        <source>Takings handed over</source>
        <translation>वसूली सौंपी गई</translation>
    </message>
    <message>
        <source>Bank slip</source>
        <translation>जमा पर्ची</translation>
    </message>
    <message>
        <source>Bank&apos;s answer</source>
        <translation>बैंक का उत्तर</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>अभी नहीं भेजी</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Server not reached</source>
        <translation>सर्वर से सम्पर्क नहीं</translation>
    </message>
    <message>
        <source>Go on taking payments: they are safe here and are sent by themselves once the line is back.</source>
        <translation>भुगतान लेते रहें: वे यहाँ सुरक्षित हैं और लाइन आते ही अपने आप भेज दिए जाएँगे।</translation>
    </message>
    <message>
        <source>Something else answered in place of the server</source>
        <translation>सर्वर के स्थान पर किसी और ने उत्तर दिया</translation>
    </message>
    <message>
        <source>The answer did not carry the centre&apos;s signature. Nothing it said was believed. Go on taking payments; they are safe here. If it lasts, call the technician.</source>
        <translation>उत्तर पर केन्द्र के हस्ताक्षर नहीं थे। उसकी कोई बात मानी नहीं गई। भुगतान लेते रहें; वे यहाँ सुरक्षित हैं। ऐसा बना रहे तो तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>सर्वर व्यस्त</translation>
    </message>
    <message>
        <source>It asked us to come back later. Go on taking payments; they are safe here.</source>
        <translation>सर्वर ने बाद में आने को कहा है। भुगतान लेते रहें; वे यहाँ सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>Server refuses this counter</source>
        <translation>सर्वर इस काउंटर को नहीं मान रहा</translation>
    </message>
    <message>
        <source>Its key may be withdrawn, or this computer&apos;s clock may be wrong. Payments are safe here. Call your supervisor.</source>
        <translation>इसकी कुंजी वापस ली गई हो सकती है, या इस कम्प्यूटर की घड़ी गलत हो सकती है। भुगतान यहाँ सुरक्षित हैं। पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>Server wants a newer program</source>
        <translation>सर्वर को नया प्रोग्राम चाहिए</translation>
    </message>
    <message>
        <source>Payments are safe here but are not sent. Ask for the new version.</source>
        <translation>भुगतान यहाँ सुरक्षित हैं, पर भेजे नहीं जा रहे। नया संस्करण मँगाएँ।</translation>
    </message>
    <message>
        <source>Server has other payments under our numbers</source>
        <translation>सर्वर पर हमारी संख्याओं पर दूसरे भुगतान हैं</translation>
    </message>
    <message>
        <source>This counter takes no more payments. All taken so far are kept on both sides. Call your supervisor.</source>
        <translation>यह काउंटर अब भुगतान नहीं लेगा। अब तक के सब भुगतान दोनों ओर सुरक्षित हैं। पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The books are open elsewhere</source>
        <translation>बही कहीं और खुली है</translation>
    </message>
    <message>
        <source>Another window of this program has them. Use that one, or close it first.</source>
        <translation>इस प्रोग्राम की दूसरी विंडो में बही खुली है। उसी का प्रयोग करें, या पहले उसे बन्द करें।</translation>
    </message>
    <message>
        <source>The key of the books is gone</source>
        <translation>बही की कुंजी नहीं मिल रही</translation>
    </message>
    <message>
        <source>The books are unharmed but cannot be opened. Call the technician; delete nothing.</source>
        <translation>बही को कोई हानि नहीं हुई, पर वह खुल नहीं सकती। तकनीशियन को बुलाएँ; कुछ भी न मिटाएँ।</translation>
    </message>
    <message>
        <source>The books do not pass their check</source>
        <translation>बही की जाँच में त्रुटि मिली</translation>
    </message>
    <message>
        <source>No payment is taken, so nothing gets worse. Call the technician; delete nothing.</source>
        <translation>स्थिति न बिगड़े, इसलिए कोई भुगतान नहीं लिया जाएगा। तकनीशियन को बुलाएँ; कुछ भी न मिटाएँ।</translation>
    </message>
    <message>
        <source>It is not certain that the payment was written</source>
        <translation>भुगतान दर्ज हुआ या नहीं, यह निश्चित नहीं है</translation>
    </message>
    <message>
        <source>Keep the money and press Enter: the books are asked again, and the same payment is never taken twice.</source>
        <translation>धनराशि अपने पास रखें और Enter दबाएँ: बही से फिर पूछा जाएगा; एक ही भुगतान दो बार कभी नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>डिस्क भर गई है</translation>
    </message>
    <message>
        <source>Nothing was taken; payments before this one are safe. Call the technician.</source>
        <translation>कुछ नहीं लिया गया; इससे पहले के भुगतान सुरक्षित हैं। तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>सेटिंग पढ़ी नहीं जा सकीं</translation>
    </message>
    <message>
        <source>Payments are safe. The counter goes on with usual settings; call the technician.</source>
        <translation>भुगतान सुरक्षित हैं। काउंटर सामान्य सेटिंग से चलता रहेगा; तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>No bills on this computer yet</source>
        <translation>इस कम्प्यूटर पर अभी बिल नहीं हैं</translation>
    </message>
    <message>
        <source>They come with the first sync. Press F5 to sync now.</source>
        <translation>वे पहले सिंक में आएँगे। अभी सिंक करने के लिए F5 दबाएँ।</translation>
    </message>
    <message>
        <source>The copy of the bills cannot be read</source>
        <translation>बिलों की प्रति पढ़ी नहीं जा सकी</translation>
    </message>
    <message>
        <source>Payments are safe; the bills can be fetched again. Press F5 to sync now.</source>
        <translation>भुगतान सुरक्षित हैं; बिल फिर मँगाए जा सकते हैं। अभी सिंक करने के लिए F5 दबाएँ।</translation>
    </message>
    <message>
        <source>Printer failed</source>
        <translation>प्रिंटर ने काम नहीं किया</translation>
    </message>
    <message>
        <source>The payment is safe. Look at the printer, then print again from Receipts.</source>
        <translation>भुगतान सुरक्षित है। प्रिंटर देखें, फिर रसीदें में जाकर दोबारा छापें।</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>फ़ाइल लिखी नहीं जा सकी</translation>
    </message>
    <message>
        <source>Nothing is lost. Check the disk, then try again.</source>
        <translation>कुछ खोया नहीं है। डिस्क जाँचें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>फ़ाइल पढ़ी नहीं जा सकी</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that the file or the stick is there, then try again.</source>
        <translation>कुछ नहीं बदला गया। देखें कि फ़ाइल या पेन ड्राइव लगी है, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>No network on this computer</source>
        <translation>इस कम्प्यूटर पर नेटवर्क नहीं है</translation>
    </message>
    <message>
        <source>Look at the network cable or the Wi-Fi. Go on taking payments: they are safe here and are sent by themselves once the line is back.</source>
        <translation>नेटवर्क की केबल या वाई-फ़ाई देखें। भुगतान लेते रहें: वे यहाँ सुरक्षित हैं और लाइन आते ही अपने आप भेज दिए जाएँगे।</translation>
    </message>
    <message>
        <source>The server&apos;s address cannot be looked up</source>
        <translation>सर्वर का पता नहीं मिल रहा</translation>
    </message>
    <message>
        <source>Most often the line is down. Go on taking payments; they are safe here. If other offices reach the server, have the technician check its address.</source>
        <translation>अक्सर इसका कारण बन्द लाइन होती है। भुगतान लेते रहें; वे यहाँ सुरक्षित हैं। दूसरे कार्यालयों का सर्वर से सम्पर्क हो तो तकनीशियन से पता जँचवाएँ।</translation>
    </message>
    <message>
        <source>The office&apos;s proxy asks for a sign-in</source>
        <translation>कार्यालय का प्रॉक्सी साइन-इन माँग रहा है</translation>
    </message>
    <message>
        <source>Nothing is sent until the proxy lets this counter through. Payments are safe here; call the technician.</source>
        <translation>जब तक प्रॉक्सी इस काउंटर को अनुमति न दे, कुछ नहीं भेजा जाएगा। भुगतान यहाँ सुरक्षित हैं; तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>The network shows a sign-in page in place of the server</source>
        <translation>नेटवर्क सर्वर के बदले अपना साइन-इन पृष्ठ दिखा रहा है</translation>
    </message>
    <message>
        <source>Nothing of it was believed, and payments are safe here. Open the browser, sign in to the network, then press F5.</source>
        <translation>उसकी कोई बात मानी नहीं गई, और भुगतान यहाँ सुरक्षित हैं। ब्राउज़र खोलकर नेटवर्क में साइन-इन करें, फिर F5 दबाएँ।</translation>
    </message>
    <message>
        <source>The server&apos;s answer was damaged on the way</source>
        <translation>सर्वर का उत्तर रास्ते में बिगड़ गया</translation>
    </message>
    <message>
        <source>Nothing of it was used: the same is asked again in smaller parts. Go on taking payments; they are safe here. If it lasts, the line or a proxy is faulty.</source>
        <translation>उसका कुछ भी काम में नहीं लिया गया: वही बात छोटे भागों में फिर पूछी जाएगी। भुगतान लेते रहें; वे यहाँ सुरक्षित हैं। ऐसा बना रहे तो लाइन या प्रॉक्सी में खराबी है।</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not known here</source>
        <translation>सर्वर का प्रमाणपत्र यहाँ पहचाना नहीं गया</translation>
    </message>
    <message>
        <source>Somebody may be reading along, so nothing was sent. Payments are safe here. Call the technician: the authority in the settings may be missing.</source>
        <translation>हो सकता है कोई बीच में पढ़ रहा हो, इसलिए कुछ नहीं भेजा गया। भुगतान यहाँ सुरक्षित हैं। तकनीशियन को बुलाएँ: सेटिंग में प्रमाणपत्र देने वाली संस्था शायद नहीं है।</translation>
    </message>
    <message>
        <source>The server shows another certificate than the settings name</source>
        <translation>सर्वर सेटिंग में लिखे प्रमाणपत्र से अलग प्रमाणपत्र दिखा रहा है</translation>
    </message>
    <message>
        <source>Nothing was sent, and payments are safe here. Call the technician: the centre has a new certificate, or somebody stands in between.</source>
        <translation>कुछ नहीं भेजा गया, और भुगतान यहाँ सुरक्षित हैं। तकनीशियन को बुलाएँ: या तो केन्द्र का प्रमाणपत्र बदला है, या कोई बीच में है।</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired</source>
        <translation>सर्वर के प्रमाणपत्र की अवधि समाप्त हो गई है</translation>
    </message>
    <message>
        <source>Nothing was sent, and payments are safe here. Look first at this computer&apos;s date: if it is right, the centre must renew the certificate. Call the technician.</source>
        <translation>कुछ नहीं भेजा गया, और भुगतान यहाँ सुरक्षित हैं। पहले इस कम्प्यूटर की तारीख देखें: वह सही हो तो केन्द्र को प्रमाणपत्र नया कराना होगा। तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet</source>
        <translation>सर्वर का प्रमाणपत्र अभी मान्य नहीं हुआ</translation>
    </message>
    <message>
        <source>Most often this computer&apos;s date is too early. Nothing was sent, and payments are safe here. Have the technician look at the date.</source>
        <translation>अक्सर इसका कारण यह है कि इस कम्प्यूटर की तारीख पीछे है। कुछ नहीं भेजा गया, और भुगतान यहाँ सुरक्षित हैं। तकनीशियन से तारीख दिखवाएँ।</translation>
    </message>
    <message>
        <source>The certificate is made out to another server</source>
        <translation>प्रमाणपत्र किसी दूसरे सर्वर के नाम का है</translation>
    </message>
    <message>
        <source>Nothing was sent, and payments are safe here. Have the technician check the server&apos;s address.</source>
        <translation>कुछ नहीं भेजा गया, और भुगतान यहाँ सुरक्षित हैं। तकनीशियन से सर्वर का पता जँचवाएँ।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>इस कम्प्यूटर की घड़ी गलत है</translation>
    </message>
    <message>
        <source>With this date no private line to the server can be made. Payments are safe here and keep the time the clock showed. Have the technician set the clock, then press F5.</source>
        <translation>इस तारीख से सर्वर तक सुरक्षित लाइन नहीं बन सकती। भुगतान यहाँ सुरक्षित हैं और उन पर वही समय रहेगा जो घड़ी ने दिखाया। तकनीशियन से घड़ी ठीक कराएँ, फिर F5 दबाएँ।</translation>
    </message>
    <message>
        <source>No private line to the server</source>
        <translation>सर्वर तक सुरक्षित लाइन नहीं बनी</translation>
    </message>
    <message>
        <source>The two could not agree on encryption, so nothing was sent. Payments are safe here; call the technician.</source>
        <translation>दोनों के बीच कूटलेखन (एन्क्रिप्शन) तय नहीं हो सका, इसलिए कुछ नहीं भेजा गया। भुगतान यहाँ सुरक्षित हैं; तकनीशियन को बुलाएँ।</translation>
    </message>
    <message>
        <source>A message is too large for the line</source>
        <translation>एक सन्देश लाइन के लिए बहुत बड़ा है</translation>
    </message>
    <message>
        <source>Not even one message alone was let through. Payments are safe here; call the technician.</source>
        <translation>अकेला एक सन्देश भी आगे जाने नहीं दिया गया। भुगतान यहाँ सुरक्षित हैं; तकनीशियन को बुलाएँ।</translation>
    </message>
</context>
<context>
    <name>HandingPage</name>
    <message>
        <source>Receive takings</source>
        <translation>वसूली प्राप्त करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, nothing is handed over</source>
        <translation>सूची पर वापस, कुछ सौंपा नहीं जाएगा</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>प्राप्त करें</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>देने वाला</translation>
    </message>
    <message>
        <source>PIN of the giver</source>
        <translation>देने वाले का पिन</translation>
    </message>
    <message>
        <source>PIN of {receiver}</source>
        <translation>{receiver} का पिन</translation>
    </message>
    <message>
        <source>Reason, if the sum is another</source>
        <translation>कारण, यदि धनराशि भिन्न हो</translation>
    </message>
    <message>
        <source>Shift {shifts}: the close says {amount}</source>
        <translation>पाली {shifts}: समाप्ति के अनुसार {amount}</translation>
    </message>
    <message>
        <source>Shift {shifts}: the close says {amount}, {difference} is missing</source>
        <translation>पाली {shifts}: समाप्ति के अनुसार {amount}, {difference} कम है</translation>
    </message>
    <message>
        <source>Shift {shifts}: the close says {amount}, {difference} too much</source>
        <translation>पाली {shifts}: समाप्ति के अनुसार {amount}, {difference} अधिक है</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>कृपया इसे भरें।</translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Set aside since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Payments set aside</source>
        <translation>अलग रखे गए भुगतान</translation>
    </message>
    <message>
        <source>Nothing was taken of these. Enter takes one back as it was typed, Esc leaves.</source>
        <translation>इनमें से कुछ भी नहीं लिया गया है। Enter से भुगतान जैसा लिखा था वैसा ही वापस आता है, Esc से लौटें।</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} तथा {count} अन्य</translation>
    </message>
    <message>
        <source>Without account</source>
        <translation>बिना खाते के</translation>
    </message>
    <message>
        <source>Old no. {number}</source>
        <translation>पुरानी संख्या {number}</translation>
    </message>
</context>
<context>
    <name>InstrumentReturn</name>
    <message>
        <source>Given back by the bank</source>
        <translation>बैंक से वापसी</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>Reason on the bank&apos;s memo</source>
        <translation>बैंक मेमो पर कारण</translation>
    </message>
    <message>
        <source>Further words of the memo</source>
        <translation>मेमो के अन्य शब्द</translation>
    </message>
    <message>
        <source>Bank&apos;s charge (₹, empty for none)</source>
        <translation>बैंक शुल्क (₹, न हो तो रिक्त)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, nothing is undone</source>
        <translation>सूची पर वापस, कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>Undo its payments</source>
        <translation>इसके भुगतान निरस्त करें</translation>
    </message>
    <message>
        <source>What is undone</source>
        <translation>क्या निरस्त होगा</translation>
    </message>
    <message>
        <source>Receipts and accounts that are undone</source>
        <translation>निरस्त होने वाली रसीदें और खाते</translation>
    </message>
    <message>
        <source>{total} is taken back. Receipts: {receipts}, accounts: {accounts}. The receipts stay as they are; a new entry undoes what this paid of them.</source>
        <translation>{total} वापस होंगे। रसीदें: {receipts}, खाते: {accounts}। रसीदें वैसी ही रहेंगी; नई प्रविष्टि उतना भुगतान निरस्त करेगी जितना इससे हुआ था।</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>It had settled</source>
        <translation>किसमें जमा था</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>निरस्त</translation>
    </message>
    <message>
        <source>Choose the reason, or type it below.</source>
        <translation>कारण चुनें, या नीचे लिखें।</translation>
    </message>
</context>
<context>
    <name>InstrumentSteps</name>
    <message>
        <source>On which day</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>Bank&apos;s reference (slip, UTR)</source>
        <translation>बैंक संदर्भ (पर्ची, UTR)</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>वापस आया</translation>
    </message>
    <message>
        <source>The bank gave it back</source>
        <translation>बैंक ने इसे वापस किया</translation>
    </message>
    <message>
        <source>{count} chosen, {total}</source>
        <translation>{count} चुने गए, {total}</translation>
    </message>
    <message>
        <source>Space marks, Ctrl+A marks all</source>
        <translation>Space से चुनें, Ctrl+A से सब</translation>
    </message>
</context>
<context>
    <name>Instruments</name>
    <message>
        <source>Cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>ड्राफ्ट</translation>
    </message>
    <message>
        <source>UPI</source>
        <translation>UPI</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>पर्ची पर</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>बैंक में जमा</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>वसूल</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>वापस आए</translation>
    </message>
    <message>
        <source>UPI claimed</source>
        <translation>UPI दावा</translation>
    </message>
    <message>
        <source>UPI confirmed</source>
        <translation>UPI पुष्ट</translation>
    </message>
    <message>
        <source>UPI not found</source>
        <translation>UPI नहीं मिला</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>वापस दिया</translation>
    </message>
    <message>
        <source>Put on the slip</source>
        <translation>पर्ची पर चढ़ाएँ</translation>
    </message>
    <message>
        <source>Given to the bank</source>
        <translation>बैंक को दिया</translation>
    </message>
    <message>
        <source>Credit found</source>
        <translation>जमा मिली</translation>
    </message>
    <message>
        <source>No credit found</source>
        <translation>जमा नहीं मिली</translation>
    </message>
    <message>
        <source>No cheque or draft waits to be put on a deposit slip.</source>
        <translation>कोई चेक या ड्राफ्ट जमा पर्ची पर चढ़ाने को शेष नहीं है।</translation>
    </message>
    <message>
        <source>No cheque or draft on a slip waits to go to the bank.</source>
        <translation>पर्ची पर चढ़ा कोई चेक या ड्राफ्ट बैंक भेजने को शेष नहीं है।</translation>
    </message>
    <message>
        <source>The bank has told of every cheque and draft that was given to it.</source>
        <translation>बैंक को दिए हर चेक और ड्राफ्ट की सूचना आ चुकी है।</translation>
    </message>
    <message>
        <source>No cheque or draft was cleared yet.</source>
        <translation>अभी कोई चेक या ड्राफ्ट वसूल नहीं हुआ।</translation>
    </message>
    <message>
        <source>The bank gave nothing back.</source>
        <translation>बैंक ने कुछ वापस नहीं किया।</translation>
    </message>
    <message>
        <source>No cheque or draft was given back to its payer.</source>
        <translation>कोई चेक या ड्राफ्ट भुगतानकर्ता को वापस नहीं दिया गया।</translation>
    </message>
    <message>
        <source>No payment by UPI waits to be found in the bank&apos;s statement.</source>
        <translation>बैंक विवरण में खोजने को कोई UPI भुगतान शेष नहीं है।</translation>
    </message>
    <message>
        <source>No credit by UPI was found yet.</source>
        <translation>अभी UPI की कोई जमा नहीं मिली।</translation>
    </message>
    <message>
        <source>No payment by UPI is missing from the bank&apos;s statement.</source>
        <translation>बैंक विवरण में कोई UPI भुगतान अनुपस्थित नहीं है।</translation>
    </message>
    <message>
        <source>Type a date, such as 23-11-2026.</source>
        <translation>तिथि लिखें, जैसे 23-11-2026।</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>यह दिन अभी आया नहीं है।</translation>
    </message>
    <message>
        <source>That is before the step it stands at.</source>
        <translation>यह इसकी वर्तमान स्थिति की तिथि से पहले है।</translation>
    </message>
    <message>
        <source>Funds insufficient</source>
        <translation>खाते में राशि अपर्याप्त</translation>
    </message>
    <message>
        <source>Exceeds arrangement</source>
        <translation>तय सीमा से अधिक</translation>
    </message>
    <message>
        <source>Effects not cleared, present again</source>
        <translation>राशि अभी वसूल नहीं, पुनः प्रस्तुत करें</translation>
    </message>
    <message>
        <source>Refer to drawer</source>
        <translation>आहर्ता से सम्पर्क करें</translation>
    </message>
    <message>
        <source>Drawer&apos;s signature incomplete</source>
        <translation>आहर्ता के हस्ताक्षर अधूरे</translation>
    </message>
    <message>
        <source>Drawer&apos;s signature illegible</source>
        <translation>आहर्ता के हस्ताक्षर अपठनीय</translation>
    </message>
    <message>
        <source>Drawer&apos;s signature differs</source>
        <translation>आहर्ता के हस्ताक्षर भिन्न</translation>
    </message>
    <message>
        <source>Drawer&apos;s signature required</source>
        <translation>आहर्ता के हस्ताक्षर आवश्यक</translation>
    </message>
    <message>
        <source>Drawer&apos;s signature not as per mandate</source>
        <translation>हस्ताक्षर अधिदेश के अनुसार नहीं</translation>
    </message>
    <message>
        <source>Alteration requires drawer&apos;s authentication</source>
        <translation>काट-छाँट पर आहर्ता का सत्यापन आवश्यक</translation>
    </message>
    <message>
        <source>Payment stopped by drawer</source>
        <translation>आहर्ता ने भुगतान रोका</translation>
    </message>
    <message>
        <source>Payment stopped by attachment order</source>
        <translation>कुर्की आदेश से भुगतान रुका</translation>
    </message>
    <message>
        <source>Payment stopped by court order</source>
        <translation>न्यायालय के आदेश से भुगतान रुका</translation>
    </message>
    <message>
        <source>Withdrawal stopped owing to death of account holder</source>
        <translation>खाताधारक की मृत्यु से निकासी रुकी</translation>
    </message>
    <message>
        <source>Instrument post-dated</source>
        <translation>चेक पर आगे की तिथि</translation>
    </message>
    <message>
        <source>Instrument out dated or stale</source>
        <translation>चेक पुराना हो चुका</translation>
    </message>
    <message>
        <source>Instrument undated or without proper date</source>
        <translation>चेक पर तिथि नहीं या ठीक नहीं</translation>
    </message>
    <message>
        <source>Instrument mutilated, requires bank&apos;s guarantee</source>
        <translation>चेक फटा है, बैंक की गारंटी आवश्यक</translation>
    </message>
    <message>
        <source>Amount in words and figures differs</source>
        <translation>शब्दों और अंकों की राशि में अंतर</translation>
    </message>
    <message>
        <source>Clearing house stamp or date required</source>
        <translation>समाशोधन गृह की मुहर या तिथि आवश्यक</translation>
    </message>
    <message>
        <source>Wrongly delivered, not drawn on us</source>
        <translation>गलत बैंक को भेजा, हम पर आहरित नहीं</translation>
    </message>
    <message>
        <source>Image not clear, present again with paper</source>
        <translation>छवि स्पष्ट नहीं, चेक सहित पुनः प्रस्तुत करें</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>खाता बन्द</translation>
    </message>
    <message>
        <source>Account transferred to another branch</source>
        <translation>खाता दूसरी शाखा में स्थानान्तरित</translation>
    </message>
    <message>
        <source>No such account</source>
        <translation>ऐसा कोई खाता नहीं</translation>
    </message>
    <message>
        <source>Title of account wrong or incomplete</source>
        <translation>खाते का नाम गलत या अधूरा</translation>
    </message>
    <message>
        <source>Account blocked</source>
        <translation>खाता अवरुद्ध</translation>
    </message>
    <message>
        <source>No credit in the bank&apos;s statement</source>
        <translation>बैंक विवरण में जमा नहीं</translation>
    </message>
    <message>
        <source>Credit reversed by the bank</source>
        <translation>बैंक ने जमा राशि वापस ली</translation>
    </message>
    <message>
        <source>Another reason: type it from the memo</source>
        <translation>अन्य कारण: मेमो से लिखें</translation>
    </message>
    <message>
        <source>advance</source>
        <translation>अग्रिम</translation>
    </message>
    <message>
        <source>paid for another head</source>
        <translation>अन्य मद में</translation>
    </message>
    <message>
        <source>in suspense</source>
        <translation>उचंत में</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 दिन</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>bill {number}</source>
        <translation>बिल {number}</translation>
    </message>
</context>
<context>
    <name>InstrumentsList</name>
    <message>
        <source>Print list</source>
        <translation>सूची छापें</translation>
    </message>
    <message>
        <source>Cheques, drafts and UPI</source>
        <translation>चेक, ड्राफ्ट और UPI</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>वे किस स्थिति में हैं</translation>
    </message>
    <message>
        <source>Find number, bank, receipt or account</source>
        <translation>संख्या, बैंक, रसीद या खाता खोजें</translation>
    </message>
    <message>
        <source>F2  number, bank, receipt …</source>
        <translation>F2  संख्या, बैंक, रसीद …</translation>
    </message>
    <message>
        <source>The newest {count} are shown: type to find others.</source>
        <translation>नवीनतम {count} दिखाए गए हैं: अन्य खोजने के लिए लिखें।</translation>
    </message>
    <message>
        <source>Bank&apos;s paper counts only when the bank has paid it.</source>
        <translation>चेक और ड्राफ्ट बैंक से वसूली होने पर ही मान्य हैं।</translation>
    </message>
    <message>
        <source>Nothing here holds what was typed. Empty the box to see all.</source>
        <translation>लिखे हुए से कुछ नहीं मिला। सब देखने के लिए खाना खाली करें।</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>दिखाने को कुछ नहीं</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>पिछला चरण</translation>
    </message>
    <message>
        <source>slip {number}</source>
        <translation>पर्ची {number}</translation>
    </message>
</context>
<context>
    <name>InstrumentsScreen</name>
    <message>
        <source>Cheques, drafts and UPI</source>
        <translation>चेक, ड्राफ्ट और UPI</translation>
    </message>
    <message>
        <source>{count} marked “{state}”, {total}</source>
        <translation>{count} की स्थिति अब “{state}”, {total}</translation>
    </message>
    <message>
        <source>Stopped at {which}: {why}</source>
        <translation>{which} पर रुका: {why}</translation>
    </message>
    <message>
        <source>List given to the printer</source>
        <translation>सूची प्रिंटर को दी गई</translation>
    </message>
    <message>
        <source>The list was not printed</source>
        <translation>सूची नहीं छपी</translation>
    </message>
    <message>
        <source>{which}: given back</source>
        <translation>{which}: वापस आया</translation>
    </message>
    <message>
        <source>{count} receipts were undone as far as it paid them.</source>
        <translation>{count} रसीदों का उतना भुगतान निरस्त हुआ जितना इससे हुआ था।</translation>
    </message>
    <message>
        <source>Only the head cashier or a supervisor may note what the bank gave back. Nothing was undone. Let one of them sign in.</source>
        <translation>बैंक की वापसी केवल मुख्य कैशियर या पर्यवेक्षक दर्ज कर सकते हैं। कुछ निरस्त नहीं हुआ। उनमें से कोई साइन इन करें।</translation>
    </message>
    <message>
        <source>Only who may take money marks it. Nothing was changed.</source>
        <translation>केवल वही इसे बदल सकते हैं जिन्हें धनराशि लेने की अनुमति है। कुछ नहीं बदला।</translation>
    </message>
</context>
<context>
    <name>KeepPage</name>
    <message>
        <source>Keep it?</source>
        <translation>सहेजें?</translation>
    </message>
    <message>
        <source>It holds from the next paper on. The log notes who set it.</source>
        <translation>अगले कागज़ से यही प्रिंटर चलेगा। किसने सेट किया, यह लॉग में दर्ज होता है।</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Use it as</source>
        <translation>किस रूप में</translation>
    </message>
    <message>
        <source>First printer</source>
        <translation>पहला प्रिंटर</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>दूसरा प्रिंटर</translation>
    </message>
    <message>
        <source>It takes the place of: {printer}</source>
        <translation>यह इसकी जगह लेगा: {printer}</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Shift {number} is open</source>
        <translation>पाली {number} खुली है</translation>
    </message>
    <message>
        <source>An open shift waits for you: nobody else takes money in it. Before you go home, count and close it.</source>
        <translation>खुली पाली आपकी प्रतीक्षा करेगी: इसमें कोई और पैसा नहीं लेगा। घर जाने से पहले गिनकर इसे बन्द करें।</translation>
    </message>
    <message>
        <source>Leave it open and sign out</source>
        <translation>खुली छोड़कर साइन आउट करें</translation>
    </message>
    <message>
        <source>Suspend it and sign out</source>
        <translation>स्थगित करके साइन आउट करें</translation>
    </message>
    <message>
        <source>Count and close it</source>
        <translation>गिनकर बन्द करें</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>काम जारी रखें</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Sending {done} of {total}</source>
        <translation>{total} में से {done} भेजे गए</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Fetching bills {done} of {total}</source>
        <translation>बिल: {total} में से {done} आए</translation>
    </message>
    <message>
        <source>Fetching bills</source>
        <translation>बिल मँगाए जा रहे हैं</translation>
    </message>
    <message>
        <source>Storing bills {done} of {total}</source>
        <translation>बिल: {total} में से {done} दर्ज</translation>
    </message>
    <message>
        <source>Storing bills</source>
        <translation>बिल दर्ज हो रहे हैं</translation>
    </message>
    <message>
        <source>Fetching changes {done} of {total}</source>
        <translation>बदलाव: {total} में से {done} आए</translation>
    </message>
    <message>
        <source>Fetching changes</source>
        <translation>बदलाव मँगाए जा रहे हैं</translation>
    </message>
    <message>
        <source>Fetching decisions {done} of {total}</source>
        <translation>निर्णय: {total} में से {done} आए</translation>
    </message>
    <message>
        <source>Fetching decisions</source>
        <translation>निर्णय मँगाए जा रहे हैं</translation>
    </message>
    <message>
        <source>Comparing payments {done} of {total}</source>
        <translation>भुगतानों का मिलान: {total} में से {done}</translation>
    </message>
    <message>
        <source>Comparing payments</source>
        <translation>भुगतानों का मिलान</translation>
    </message>
    <message>
        <source>again in {count} s</source>
        <translation>{count} सेकंड में फिर</translation>
    </message>
    <message>
        <source>again in {count} min</source>
        <translation>{count} मिनट में फिर</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>अभी तक नहीं</translation>
    </message>
    <message>
        <source>Sync stopped by you</source>
        <translation>सिंक आपने रोका है</translation>
    </message>
    <message>
        <source>What was sent before is at the centre; the rest is safe here. F5 goes on from there.</source>
        <translation>जो पहले भेजा गया वह केन्द्र पर है; बाकी यहाँ सुरक्षित है। F5 से वहीं से आगे चलेगा।</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रोका जा रहा है…</translation>
    </message>
    <message>
        <source>Shift+F5 stops</source>
        <translation>Shift+F5 से रुकेगा</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>सर्वर से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Server reached {age}</source>
        <translation>सर्वर से सम्पर्क {age}</translation>
    </message>
    <message>
        <source>Clock here {how_much} slow</source>
        <translation>यहाँ की घड़ी {how_much} पीछे</translation>
    </message>
    <message>
        <source>Clock here {how_much} fast</source>
        <translation>यहाँ की घड़ी {how_much} आगे</translation>
    </message>
    <message>
        <source>It shows {moment}. Payments already taken keep the time it showed; the centre sees by how much it was off. Have the technician set it.</source>
        <translation>यह {moment} दिखा रही है। लिए जा चुके भुगतानों पर वही समय रहेगा जो इसने दिखाया; केन्द्र देख लेता है कि यह कितनी गलत थी। तकनीशियन से ठीक कराएँ।</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} मिनट</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} घंटे</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} वर्ष</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Take {amount} as an advance</source>
        <translation>{amount} अग्रिम में लें</translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation>जमा की जाने वाली राशि</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>किस मद में</translation>
    </message>
    <message>
        <source>Office paper no.</source>
        <translation>कार्यालय पत्र संख्या</translation>
    </message>
    <message>
        <source>Other payer (Alt+W)</source>
        <translation>अन्य जमाकर्ता (Alt+W)</translation>
    </message>
    <message>
        <source>Take the rest as an advance</source>
        <translation>शेष राशि अग्रिम में लें</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Remove this account from the payment</source>
        <translation>यह खाता इस भुगतान से हटाएँ</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop the sync after this step</source>
        <translation>इस चरण के बाद सिंक रोकें</translation>
    </message>
    <message>
        <source>How far the sync is</source>
        <translation>सिंक कितना हुआ</translation>
    </message>
    <message>
        <source>By itself {again}; at once with F5</source>
        <translation>अपने आप {again}; तुरन्त के लिए F5</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रोका जा रहा है…</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>देय</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Accounts of this payment</source>
        <translation>इस भुगतान के खाते</translation>
    </message>
    <message>
        <source>Without account</source>
        <translation>बिना खाते के</translation>
    </message>
    <message>
        <source>Old no. {number}</source>
        <translation>पुरानी संख्या {number}</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>No account number in it. Type it, or remove the line.</source>
        <translation>इसमें खाता संख्या नहीं है। उसे लिखें, या पंक्ति हटाएँ।</translation>
    </message>
    <message>
        <source>More than an account and an amount. Type just these two.</source>
        <translation>खाते और राशि से अधिक लिखा है। केवल ये दो लिखें।</translation>
    </message>
    <message>
        <source>This account stands in the payment already. Remove the line.</source>
        <translation>यह खाता भुगतान में पहले से है। पंक्ति हटाएँ।</translation>
    </message>
    <message>
        <source>It looked like a card number, so it was wiped. Type the account.</source>
        <translation>यह कार्ड संख्या जैसी लगी, इसलिए मिटा दी गई। खाता संख्या लिखें।</translation>
    </message>
    <message>
        <source>One payment takes {most} accounts. Take these first, then the rest.</source>
        <translation>एक भुगतान में {most} खाते आते हैं। पहले इन्हें लें, फिर शेष।</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Opening {done} of {all} …</source>
        <translation>{all} में से {done} खुल गए …</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>What is to be mended</source>
        <translation>क्या ठीक करना है</translation>
    </message>
    <message>
        <source>Open {count} accounts</source>
        <translation>{count} खाते खोलें</translation>
    </message>
    <message>
        <source>Pay a list of accounts</source>
        <translation>खातों की सूची का भुगतान</translation>
    </message>
    <message>
        <source>One account a line, and an amount if it is not all that is due. Enter puts a line into the list; Enter on a line of the list mends it.</source>
        <translation>हर पंक्ति में एक खाता; पूरी देय राशि न हो तो राशि भी। Enter से पंक्ति सूची में जुड़ती है; सूची की पंक्ति पर Enter से वह ठीक की जाती है।</translation>
    </message>
    <message>
        <source>Account, meter or bill no.</source>
        <translation>खाता, मीटर या बिल संख्या</translation>
    </message>
    <message>
        <source>Amount (empty: all that is due)</source>
        <translation>राशि (खाली: पूरी देय)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>चिपकाएँ</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>सूची चिपकाएँ</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>फ़ाइल …</translation>
    </message>
    <message>
        <source>Read a list from a file</source>
        <translation>फ़ाइल से सूची पढ़ें</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>पंक्ति हटाएँ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>सूची की पंक्तियाँ</translation>
    </message>
    <message>
        <source>all that is due</source>
        <translation>पूरी देय राशि</translation>
    </message>
    <message>
        <source>Ready to be opened</source>
        <translation>खोलने के लिए तैयार</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>सूचियाँ (*.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>The seat is locked</source>
        <translation>सीट पर ताला है</translation>
    </message>
    <message>
        <source>{name}: what you typed is still there. Type your PIN to go on.</source>
        <translation>{name}: आपने जो लिखा था वह वैसा ही है। आगे बढ़ने के लिए अपना पिन लिखें।</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ताला खोलें</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>कोई और साइन इन करे</translation>
    </message>
</context>
<context>
    <name>Matter</name>
    <message>
        <source>The money is in the takings and waits at the centre; no bill was credited.</source>
        <translation>धनराशि वसूली में है और केन्द्र पर प्रतीक्षा में है; किसी बिल में दर्ज नहीं हुई।</translation>
    </message>
    <message>
        <source>It is kept at the centre as it was told, and the receipt holds.</source>
        <translation>यह केन्द्र पर जैसी भेजी गई वैसी ही रखी है, और रसीद मान्य है।</translation>
    </message>
    <message>
        <source>Ask the accounts office what it decided.</source>
        <translation>लेखा कार्यालय से पूछें कि क्या निर्णय हुआ।</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>नोट किया गया</translation>
    </message>
    <message>
        <source>Paid elsewhere meanwhile</source>
        <translation>इस बीच अन्यत्र भुगतान</translation>
    </message>
    <message>
        <source>Account not known</source>
        <translation>खाता अज्ञात</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>खाता बन्द</translation>
    </message>
    <message>
        <source>Account renumbered</source>
        <translation>खाते की नई संख्या</translation>
    </message>
    <message>
        <source>Bill revised</source>
        <translation>बिल संशोधित</translation>
    </message>
    <message>
        <source>Instrument used twice</source>
        <translation>लिखत दो बार प्रयुक्त</translation>
    </message>
    <message>
        <source>Perhaps paid twice</source>
        <translation>शायद दो बार भुगतान</translation>
    </message>
    <message>
        <source>Month closed</source>
        <translation>माह बन्द</translation>
    </message>
    <message>
        <source>Time doubtful</source>
        <translation>समय संदिग्ध</translation>
    </message>
    <message>
        <source>Above a limit</source>
        <translation>सीमा से अधिक</translation>
    </message>
    <message>
        <source>Not booked</source>
        <translation>दर्ज नहीं</translation>
    </message>
    <message>
        <source>Matched to an account</source>
        <translation>खाते से मिलान हुआ</translation>
    </message>
    <message>
        <source>Was not paid twice</source>
        <translation>दो बार भुगतान नहीं था</translation>
    </message>
    <message>
        <source>Was paid twice</source>
        <translation>दो बार भुगतान था</translation>
    </message>
    <message>
        <source>Match taken back</source>
        <translation>मिलान वापस लिया गया</translation>
    </message>
    <message>
        <source>Returned by the bank</source>
        <translation>बैंक से वापस</translation>
    </message>
    <message>
        <source>The bill had been paid elsewhere before this payment came.</source>
        <translation>यह भुगतान पहुँचने से पहले बिल अन्यत्र चुकाया जा चुका था।</translation>
    </message>
    <message>
        <source>The money stands in the account as an advance.</source>
        <translation>धनराशि खाते में अग्रिम के रूप में है।</translation>
    </message>
    <message>
        <source>Tell the consumer that it lowers the next bill.</source>
        <translation>उपभोक्ता को बताएँ कि इससे अगला बिल घटेगा।</translation>
    </message>
    <message>
        <source>The centre knows no account {account}.</source>
        <translation>केन्द्र पर खाता {account} नहीं है।</translation>
    </message>
    <message>
        <source>Ask the payer for a bill or a meter number and tell the accounts office the account.</source>
        <translation>जमाकर्ता से बिल या मीटर संख्या लें और लेखा कार्यालय को सही खाता बताएँ।</translation>
    </message>
    <message>
        <source>Account {account} was closed before this payment came.</source>
        <translation>यह भुगतान पहुँचने से पहले खाता {account} बन्द हो चुका था।</translation>
    </message>
    <message>
        <source>Ask the payer for the account in use; the accounts office books it there or pays it back.</source>
        <translation>जमाकर्ता से चालू खाता पूछें; लेखा कार्यालय उसमें दर्ज करेगा या राशि लौटाएगा।</translation>
    </message>
    <message>
        <source>Account {account} has the new number {reference}.</source>
        <translation>खाता {account} की नई संख्या {reference} है।</translation>
    </message>
    <message>
        <source>The money is booked to the new number.</source>
        <translation>धनराशि नई संख्या पर दर्ज है।</translation>
    </message>
    <message>
        <source>Tell the consumer the new number.</source>
        <translation>उपभोक्ता को नई संख्या बताएँ।</translation>
    </message>
    <message>
        <source>The bill was revised after it was told to this counter.</source>
        <translation>इस काउंटर को बताए जाने के बाद बिल संशोधित हुआ।</translation>
    </message>
    <message>
        <source>The money is booked to the bill that is open now.</source>
        <translation>धनराशि अब खुले बिल में दर्ज है।</translation>
    </message>
    <message>
        <source>Tell the consumer to go by the newest bill.</source>
        <translation>उपभोक्ता से कहें कि नवीनतम बिल देखें।</translation>
    </message>
    <message>
        <source>The same cheque, slip or UPI reference was used before: {reference}.</source>
        <translation>यही चेक, पर्ची या यूपीआई संदर्भ पहले प्रयुक्त हो चुका है: {reference}।</translation>
    </message>
    <message>
        <source>Compare the paper with the other payment and tell the accounts office which is right.</source>
        <translation>कागज़ को दूसरे भुगतान से मिलाएँ और लेखा कार्यालय को बताएँ कि कौन-सा सही है।</translation>
    </message>
    <message>
        <source>The same amount was paid for this account at another counter that day: {reference}.</source>
        <translation>उसी दिन इसी खाते में इतनी ही राशि दूसरे काउंटर पर जमा हुई: {reference}।</translation>
    </message>
    <message>
        <source>Ask the payer whether both were meant; the accounts office books it or pays it back.</source>
        <translation>जमाकर्ता से पूछें कि क्या दोनों भुगतान करने थे; लेखा कार्यालय दर्ज करेगा या लौटाएगा।</translation>
    </message>
    <message>
        <source>Its month was closed at the centre before it came.</source>
        <translation>इसके पहुँचने से पहले केन्द्र पर वह माह बन्द हो चुका था।</translation>
    </message>
    <message>
        <source>Tell the accounts office, which books it in the month that is open.</source>
        <translation>लेखा कार्यालय को बताएँ, जो इसे खुले माह में दर्ज करेगा।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was far from the centre&apos;s when it was taken.</source>
        <translation>भुगतान लेते समय इस कम्प्यूटर की घड़ी केन्द्र की घड़ी से बहुत अलग थी।</translation>
    </message>
    <message>
        <source>Set date and time right and confirm the day of the receipt to the accounts office.</source>
        <translation>दिनांक और समय ठीक करें और रसीद का दिन लेखा कार्यालय को पुष्ट करें।</translation>
    </message>
    <message>
        <source>More cash came from one payer in a day than the law allows.</source>
        <translation>एक जमाकर्ता से एक दिन में कानूनी सीमा से अधिक नकद आया।</translation>
    </message>
    <message>
        <source>The money is booked to the bill.</source>
        <translation>धनराशि बिल में दर्ज है।</translation>
    </message>
    <message>
        <source>Note who allowed it and why; the accounts office reports it.</source>
        <translation>लिखें कि किसने और क्यों अनुमति दी; लेखा कार्यालय इसकी सूचना देगा।</translation>
    </message>
    <message>
        <source>Account {account} has no open bill at the centre.</source>
        <translation>केन्द्र पर खाता {account} का कोई खुला बिल नहीं है।</translation>
    </message>
    <message>
        <source>Ask the accounts office to keep it as an advance or to pay it back.</source>
        <translation>लेखा कार्यालय से कहें कि इसे अग्रिम रखे या लौटाए।</translation>
    </message>
    <message>
        <source>The bank had given the instrument back before this came.</source>
        <translation>इसके पहुँचने से पहले बैंक लिखत लौटा चुका था।</translation>
    </message>
    <message>
        <source>No bill was credited with it.</source>
        <translation>इससे किसी बिल में राशि दर्ज नहीं हुई।</translation>
    </message>
    <message>
        <source>Note the return under Cheques (F10), if it is not there yet.</source>
        <translation>यदि अभी दर्ज नहीं है तो वापसी चेक (F10) में दर्ज करें।</translation>
    </message>
    <message>
        <source>The centre had been told of this payment before.</source>
        <translation>केन्द्र को यह भुगतान पहले ही बताया जा चुका था।</translation>
    </message>
    <message>
        <source>It counts once.</source>
        <translation>यह एक ही बार गिना जाता है।</translation>
    </message>
    <message>
        <source>Tell the support of the centre if it happens again.</source>
        <translation>फिर ऐसा हो तो केन्द्र के सहायता दल को बताएँ।</translation>
    </message>
    <message>
        <source>The centre had been told of this return before.</source>
        <translation>केन्द्र को यह वापसी पहले ही बताई जा चुकी थी।</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>कुछ करना शेष नहीं है।</translation>
    </message>
    <message>
        <source>The return undoes other sums than the instrument had paid.</source>
        <translation>वापसी में वे राशियाँ नहीं हैं जो इस लिखत से चुकाई गई थीं।</translation>
    </message>
    <message>
        <source>Show the bank&apos;s memo to the accounts office, which puts it right.</source>
        <translation>बैंक का मेमो लेखा कार्यालय को दिखाएँ, जो इसे ठीक करेगा।</translation>
    </message>
    <message>
        <source>The centre could not enter the message: {reference}.</source>
        <translation>केन्द्र यह संदेश दर्ज नहीं कर सका: {reference}।</translation>
    </message>
    <message>
        <source>Give this receipt number to the support of the centre; do not take it again.</source>
        <translation>यह रसीद संख्या केन्द्र के सहायता दल को दें; भुगतान दोबारा न लें।</translation>
    </message>
    <message>
        <source>The centre says of it: {title} {reference}.</source>
        <translation>केन्द्र का कथन: {title} {reference}।</translation>
    </message>
    <message>
        <source>The accounts office booked it to account {to_account}, {name}.</source>
        <translation>लेखा कार्यालय ने इसे खाता {to_account}, {name} में दर्ज किया।</translation>
    </message>
    <message>
        <source>Held money matched</source>
        <translation>उचंत राशि का मिलान हुआ</translation>
    </message>
    <message>
        <source>Held money waits again</source>
        <translation>उचंत राशि फिर प्रतीक्षा में</translation>
    </message>
    <message>
        <source>The accounts office booked what the reversal held to {to_account}, {name}.</source>
        <translation>लेखा कार्यालय ने निरस्तीकरण से रुकी राशि {to_account}, {name} में दर्ज की।</translation>
    </message>
    <message>
        <source>{amount} stands in that account.</source>
        <translation>{amount} उस खाते में दर्ज है।</translation>
    </message>
    <message>
        <source>Tell the payer, if that was promised; nothing else is open.</source>
        <translation>कहा गया हो तो जमाकर्ता को बताएँ; और कुछ शेष नहीं।</translation>
    </message>
    <message>
        <source>The accounts office took its booking of the held money back: {reason}.</source>
        <translation>लेखा कार्यालय ने रुकी राशि की अपनी प्रविष्टि वापस ली: {reason}।</translation>
    </message>
    <message>
        <source>{amount} waits in suspense.</source>
        <translation>{amount} उचंत में प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>The accounts office found that it was not paid twice, and booked it to {to_account}, {name}.</source>
        <translation>लेखा कार्यालय ने पाया कि भुगतान दो बार नहीं था, और {to_account}, {name} में दर्ज किया।</translation>
    </message>
    <message>
        <source>The accounts office found that it was paid twice.</source>
        <translation>लेखा कार्यालय ने पाया कि भुगतान दो बार हुआ था।</translation>
    </message>
    <message>
        <source>{amount} is in no bill and is kept for the payer.</source>
        <translation>{amount} किसी बिल में नहीं है और जमाकर्ता के लिए रखी है।</translation>
    </message>
    <message>
        <source>Send the payer with the receipt to the accounts office, which pays it back.</source>
        <translation>जमाकर्ता को रसीद सहित लेखा कार्यालय भेजें, जो राशि लौटाएगा।</translation>
    </message>
    <message>
        <source>The accounts office took its booking back: {reason}.</source>
        <translation>लेखा कार्यालय ने अपना मिलान वापस लिया: {reason}।</translation>
    </message>
    <message>
        <source>Ask the payer again which account it is for and tell the accounts office.</source>
        <translation>जमाकर्ता से फिर पूछें कि किस खाते का है और लेखा कार्यालय को बताएँ।</translation>
    </message>
    <message>
        <source>The bank gave it back to the centre on {day}: {reason}.</source>
        <translation>बैंक ने {day} को इसे केन्द्र को लौटाया: {reason}।</translation>
    </message>
    <message>
        <source>At this counter nothing is undone yet.</source>
        <translation>इस काउंटर पर अभी कुछ निरस्त नहीं हुआ।</translation>
    </message>
    <message>
        <source>Note the return under Cheques (F10): it undoes what it paid.</source>
        <translation>वापसी चेक (F10) में दर्ज करें: उससे चुकाई राशि निरस्त होगी।</translation>
    </message>
    <message>
        <source>{amount} stands in that account and counts in {month}, as its own month was closed.</source>
        <translation>{amount} उस खाते में है और {month} में गिना जाएगा, क्योंकि उसका अपना माह बन्द था।</translation>
    </message>
    <message>
        <source>The bank gave it back on {day}: {reason}.</source>
        <translation>बैंक ने {day} को इसे लौटाया: {reason}।</translation>
    </message>
    <message>
        <source>This counter has undone what it paid.</source>
        <translation>इस काउंटर ने उससे चुकाई राशि निरस्त कर दी है।</translation>
    </message>
    <message>
        <source>Ask the consumer to pay in another way.</source>
        <translation>उपभोक्ता से दूसरे माध्यम से भुगतान करने को कहें।</translation>
    </message>
    <message>
        <source>The centre decided something new of it: {title}.</source>
        <translation>केन्द्र ने इस पर नया निर्णय लिया: {title}।</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>देख लिया</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>निपटा दिया</translation>
    </message>
</context>
<context>
    <name>MatterDetail</name>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation>क्या सुरक्षित है</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>क्या करें</translation>
    </message>
    <message>
        <source>Supervisor&apos;s number</source>
        <translation>पर्यवेक्षक संख्या</translation>
    </message>
    <message>
        <source>Supervisor&apos;s PIN</source>
        <translation>पर्यवेक्षक का पिन</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>निपटा दिया</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>देख लिया</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>रसीद छापें</translation>
    </message>
    <message>
        <source>Print the receipt again</source>
        <translation>रसीद फिर से छापें</translation>
    </message>
    <message>
        <source>No supervisor has noted anything yet.</source>
        <translation>अभी किसी पर्यवेक्षक ने कुछ नहीं लिखा।</translation>
    </message>
    <message>
        <source>{state} by {who}, {moment}: {note}</source>
        <translation>{state} · {who} द्वारा, {moment}: {note}</translation>
    </message>
</context>
<context>
    <name>MattersList</name>
    <message>
        <source>To check</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>What the centre did otherwise than the receipt says, or decided later.</source>
        <translation>जो केन्द्र ने रसीद से अलग किया, या बाद में निर्णय लिया।</translation>
    </message>
    <message>
        <source>Find receipt, account or reference</source>
        <translation>रसीद, खाता या संदर्भ खोजें</translation>
    </message>
    <message>
        <source>F2  receipt, account …</source>
        <translation>F2  रसीद, खाता …</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>क्या दिख रहा है</translation>
    </message>
    <message>
        <source>Every payment is booked as its receipt says, or was dealt with.</source>
        <translation>हर भुगतान रसीद के अनुसार दर्ज है, या निपटा दिया गया है।</translation>
    </message>
    <message>
        <source>Nothing here holds what was typed. Empty the box to see all.</source>
        <translation>लिखा हुआ यहाँ किसी में नहीं मिला। सब देखने के लिए खाना खाली करें।</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>जाँचने को कुछ नहीं</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विषय</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>पर्यवेक्षक</translation>
    </message>
</context>
<context>
    <name>MattersScreen</name>
    <message>
        <source>To check</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>This counter takes no payments: {reason}</source>
        <translation>यह काउंटर भुगतान नहीं ले रहा: {reason}</translation>
    </message>
    <message>
        <source>What was taken is safe in its books. Call the head office; it tells how to go on.</source>
        <translation>जो लिया गया वह बही में सुरक्षित है। मुख्यालय को बताएँ; आगे क्या करना है, वही बताएगा।</translation>
    </message>
    <message>
        <source>The centre is told with the next round.</source>
        <translation>अगली बार जुड़ने पर केन्द्र को सूचना जाएगी।</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>कुछ दर्ज नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Which model is it?</source>
        <translation>यह कौन-सा मॉडल है?</translation>
    </message>
    <message>
        <source>{connection}. If it is not on the list, take one as wide as its paper: the test page shows whether it fits.</source>
        <translation>{connection}। सूची में न हो तो उतनी ही चौड़ाई के कागज़ वाला मॉडल लें: जाँच पृष्ठ से पता चलेगा कि वह ठीक है या नहीं।</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>जाँच पृष्ठ छापें</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>Answers questions</source>
        <translation>स्थिति बताता है</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>Choose one.</source>
        <translation>एक चुनें।</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>नकद आया</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>नकद निकाला</translation>
    </message>
    <message>
        <source>Cash that comes into the drawer and is no payment.</source>
        <translation>दराज़ में आने वाला नकद, जो भुगतान नहीं है।</translation>
    </message>
    <message>
        <source>Cash that leaves the drawer. For an expense a second person has to say yes.</source>
        <translation>दराज़ से निकलने वाला नकद। ख़र्च के लिए दूसरे व्यक्ति का अनुमोदन चाहिए।</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>किसलिए</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>दराज़ में डालें</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>निकालें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>OpenChargesPanel</name>
    <message>
        <source>Asked for</source>
        <translation>कब माँगा</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>क्या ज्ञात है</translation>
    </message>
    <message>
        <source>Card charges on no receipt</source>
        <translation>बिना रसीद के कार्ड भुगतान</translation>
    </message>
    <message>
        <source>Money may have left a card for these. Ask the terminal; give back the same day what it charged. When it stays silent, call a supervisor. Esc leaves.</source>
        <translation>हो सकता है कि इनकी राशि कार्ड से कट गई हो। कार्ड मशीन से पूछें; जो कटी हो उसे उसी दिन लौटाएँ। मशीन उत्तर न दे तो पर्यवेक्षक को बुलाएँ। Esc से लौटें।</translation>
    </message>
    <message>
        <source>Ask the terminal</source>
        <translation>कार्ड मशीन से पूछें</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>राशि लौटाएँ</translation>
    </message>
    <message>
        <source>Not known: ask the terminal</source>
        <translation>ज्ञात नहीं: कार्ड मशीन से पूछें</translation>
    </message>
    <message>
        <source>Charged, RRN {rrn}</source>
        <translation>राशि कटी, RRN {rrn}</translation>
    </message>
    <message>
        <source>Asking the terminal…</source>
        <translation>कार्ड मशीन से पूछ रहे हैं…</translation>
    </message>
    <message>
        <source>Giving it back…</source>
        <translation>राशि लौटा रहे हैं…</translation>
    </message>
    <message>
        <source>Give {amount} back to the card?</source>
        <translation>{amount} कार्ड में लौटाएँ?</translation>
    </message>
    <message>
        <source>The terminal voids the sale, which works today only. Alt+G again does it.</source>
        <translation>कार्ड मशीन भुगतान रद्द (void) करेगी, जो केवल आज हो सकता है। लौटाने के लिए फिर Alt+G दबाएँ।</translation>
    </message>
    <message>
        <source>If it stays silent, call a supervisor.</source>
        <translation>उत्तर न मिले तो पर्यवेक्षक को बुलाएँ।</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Choose one.</source>
        <translation>एक चुनें।</translation>
    </message>
    <message>
        <source>Open the drawer without a payment</source>
        <translation>बिना भुगतान के दराज़ खोलें</translation>
    </message>
    <message>
        <source>It is noted with your number and the time, and told to the centre.</source>
        <translation>यह आपकी संख्या और समय के साथ दर्ज होता है और केन्द्र को बताया जाता है।</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>किसलिए</translation>
    </message>
    <message>
        <source>In a few words (needed for another reason)</source>
        <translation>थोड़े शब्दों में (अन्य कारण के लिए ज़रूरी)</translation>
    </message>
    <message>
        <source>Note it and open</source>
        <translation>दर्ज करके खोलें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>OthersPage</name>
    <message>
        <source>Other open shifts</source>
        <translation>अन्य खुली पालियाँ</translation>
    </message>
    <message>
        <source>Close one only when its cashier cannot: count the drawer, and say why.</source>
        <translation>तभी बन्द करें जब उसका कैशियर न कर सके: दराज़ गिनें और कारण लिखें।</translation>
    </message>
    <message>
        <source>A head cashier or a supervisor can close a shift whose cashier is away.</source>
        <translation>अनुपस्थित कैशियर की पाली मुख्य कैशियर या पर्यवेक्षक बन्द कर सकते हैं।</translation>
    </message>
    <message>
        <source>Close this shift</source>
        <translation>यह पाली बन्द करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>दराज़</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>कब से खुली</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
    <message>
        <source>What is listed here is safe on this computer and goes to the centre by itself.</source>
        <translation>यहाँ जो सूची में है, वह इस कम्प्यूटर पर सुरक्षित है और अपने आप केन्द्र को चला जाता है।</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी सिंक करें</translation>
    </message>
    <message>
        <source>Unsent messages</source>
        <translation>शेष संदेश</translation>
    </message>
    <message>
        <source>Payments among them</source>
        <translation>उनमें भुगतान</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>सबसे पुराना</translation>
    </message>
    <message>
        <source>Last acknowledged</source>
        <translation>अंतिम पावती</translation>
    </message>
    <message>
        <source>Everything is at the centre</source>
        <translation>सब कुछ केन्द्र तक पहुँच गया</translation>
    </message>
    <message>
        <source>Each message was acknowledged with the centre&apos;s signature.</source>
        <translation>हर संदेश की पावती केन्द्र के हस्ताक्षर सहित मिल चुकी है।</translation>
    </message>
    <message>
        <source>Set aside for a person</source>
        <translation>जाँच के लिए अलग रखे गए</translation>
    </message>
    <message>
        <source>The money stays in the takings. Give this list to your supervisor.</source>
        <translation>धनराशि वसूली में ही रहती है। यह सूची पर्यवेक्षक को दें।</translation>
    </message>
    <message>
        <source>Payments set aside for a person</source>
        <translation>जाँच के लिए अलग रखे गए भुगतान</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>अभी तक नहीं</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>जमा धनराशि</translation>
    </message>
    <message>
        <source>Date, time</source>
        <translation>दिनांक, समय</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Came back to the centre: note the return under Cheques (F10)</source>
        <translation>केन्द्र पर वापस आया: वापसी चेक (F10) में दर्ज करें</translation>
    </message>
    <message>
        <source>Paid twice: the office pays it back</source>
        <translation>दो बार भुगतान: कार्यालय लौटाएगा</translation>
    </message>
    <message>
        <source>The centre booked it to account {account}, {name}</source>
        <translation>केन्द्र ने इसे खाता {account}, {name} में दर्ज किया</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Ready for the next consumer</source>
        <translation>अगले उपभोक्ता के लिए तैयार</translation>
    </message>
    <message>
        <source>Scan the bill, or type a number or name above. Enter opens the account.</source>
        <translation>बिल स्कैन करें, या ऊपर संख्या या नाम लिखें। Enter से खाता खुलता है।</translation>
    </message>
    <message>
        <source>Scan or type the next bill to go on.</source>
        <translation>आगे बढ़ने के लिए अगला बिल स्कैन करें या लिखें।</translation>
    </message>
    <message>
        <source>This payment had been taken before: it was not taken twice</source>
        <translation>यह भुगतान पहले ही लिया जा चुका था; दोबारा नहीं लिया गया</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>भुगतान ले लिया गया</translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation>वापस राशि</translation>
    </message>
    <message>
        <source>Paid exactly, no change</source>
        <translation>पूरी राशि मिली, वापसी नहीं</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>जमा धनराशि</translation>
    </message>
    <message>
        <source>Send a copy</source>
        <translation>प्रति भेजें</translation>
    </message>
    <message>
        <source>Ask for a copy of the receipt by SMS or e-mail</source>
        <translation>रसीद की प्रति एसएमएस या ई-मेल से मँगाएँ</translation>
    </message>
    <message>
        <source>Payment taken: {count} receipts</source>
        <translation>भुगतान ले लिया गया: {count} रसीदें</translation>
    </message>
    <message>
        <source>Paid by {tender}</source>
        <translation>{tender} से भुगतान</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>दी गई राशि</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>जमाकर्ता</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>उपभोक्ता</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष राशि</translation>
    </message>
    <message>
        <source>Old no. {number}</source>
        <translation>पुरानी संख्या {number}</translation>
    </message>
    <message>
        <source>The receipt was not printed.</source>
        <translation>रसीद नहीं छपी।</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>छप रही है…</translation>
    </message>
    <message>
        <source>{count} receipts printed.</source>
        <translation>{count} रसीदें छप गईं।</translation>
    </message>
    <message>
        <source>Receipt printed.</source>
        <translation>रसीद छप गई।</translation>
    </message>
    <message>
        <source>Summary printed.</source>
        <translation>सारांश छप गया।</translation>
    </message>
    <message>
        <source>The summary was not printed; the receipts are what counts.</source>
        <translation>सारांश नहीं छपा; मान्य रसीदें ही हैं।</translation>
    </message>
    <message>
        <source>Receipt saved as PDF, since no printer is set.</source>
        <translation>प्रिंटर नहीं लगा है, इसलिए रसीद PDF में सहेजी गई।</translation>
    </message>
    <message>
        <source>It is not certain that the receipt was printed.</source>
        <translation>रसीद छपी या नहीं, यह निश्चित नहीं है।</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Not printed yet</source>
        <translation>अभी नहीं छपी</translation>
    </message>
    <message>
        <source>Torn</source>
        <translation>फटी</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>PDF में सहेजी</translation>
    </message>
    <message>
        <source>Printed, copies: {count}</source>
        <translation>छपी, प्रतियाँ: {count}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>छप गई</translation>
    </message>
    <message>
        <source>Came out?</source>
        <translation>निकली?</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>नहीं छपी</translation>
    </message>
</context>
<context>
    <name>PaperSlipPage</name>
    <message>
        <source>Slip of cheques and drafts</source>
        <translation>चेक व ड्राफ्ट की पर्ची</translation>
    </message>
    <message>
        <source>{count} papers, {total}</source>
        <translation>{count} चेक व ड्राफ्ट, {total}</translation>
    </message>
    <message>
        <source>Papers on the slip</source>
        <translation>पर्ची के चेक व ड्राफ्ट</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
</context>
<context>
    <name>PaymentBar</name>
    <message>
        <source>Take without account</source>
        <translation>बिना खाते के लें</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>खाता जोड़ें</translation>
    </message>
    <message>
        <source>Add another account to this payment</source>
        <translation>इस भुगतान में एक और खाता जोड़ें</translation>
    </message>
    <message>
        <source>List: {count}</source>
        <translation>सूची: {count}</translation>
    </message>
    <message>
        <source>List</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Pay a list of accounts</source>
        <translation>खातों की सूची का भुगतान</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखें</translation>
    </message>
    <message>
        <source>Set this payment aside</source>
        <translation>यह भुगतान अलग रखें</translation>
    </message>
    <message>
        <source>Held: {count}</source>
        <translation>अलग: {count}</translation>
    </message>
    <message>
        <source>Payments set aside: {count}</source>
        <translation>अलग रखे गए भुगतान: {count}</translation>
    </message>
    <message>
        <source>Card: {count}</source>
        <translation>कार्ड: {count}</translation>
    </message>
    <message>
        <source>Card charges on no receipt: {count}</source>
        <translation>बिना रसीद के कार्ड भुगतान: {count}</translation>
    </message>
</context>
<context>
    <name>PaymentCharging</name>
    <message>
        <source>Too many tries at the terminal</source>
        <translation>कार्ड मशीन पर बहुत अधिक प्रयास हुए</translation>
    </message>
    <message>
        <source>Take another tender, or leave this payment and open it anew.</source>
        <translation>किसी और साधन से लें, या यह भुगतान छोड़कर नए सिरे से खोलें।</translation>
    </message>
    <message>
        <source>The bank had approved it already: the card is charged</source>
        <translation>बैंक पहले ही मंज़ूरी दे चुका था: कार्ड से राशि कट गई है</translation>
    </message>
    <message>
        <source>Enter takes the payment; Alt+B gives it back to the card.</source>
        <translation>भुगतान लेने के लिए Enter दबाएँ; कार्ड में लौटाने के लिए Alt+B।</translation>
    </message>
    <message>
        <source>Ask the terminal again with Enter; nothing else is taken before.</source>
        <translation>Enter से कार्ड मशीन से फिर पूछें; उससे पहले कुछ और नहीं लिया जाएगा।</translation>
    </message>
    <message>
        <source>Take the payment with Enter, or give it back with Alt+B.</source>
        <translation>Enter से भुगतान लें, या Alt+B से कार्ड में लौटाएँ।</translation>
    </message>
    <message>
        <source>Take the payment with the slip, or ask the terminal with Alt+K.</source>
        <translation>पर्ची से भुगतान लें, या Alt+K से कार्ड मशीन से पूछें।</translation>
    </message>
    <message>
        <source>A card may be charged for this payment</source>
        <translation>इस भुगतान की राशि कार्ड से कट चुकी हो सकती है</translation>
    </message>
    <message>
        <source>Call a supervisor: {amount}</source>
        <translation>पर्यवेक्षक को बुलाएँ: {amount}</translation>
    </message>
    <message>
        <source>No receipt will be printed. The charge stays on the list of Alt+Q. Alt+E again leaves it.</source>
        <translation>रसीद नहीं छपेगी। यह कार्ड भुगतान Alt+Q की सूची में रहेगा। छोड़ने के लिए फिर Alt+E दबाएँ।</translation>
    </message>
</context>
<context>
    <name>PaymentGathering</name>
    <message>
        <source>Finish this payment first</source>
        <translation>पहले यह भुगतान पूरा करें</translation>
    </message>
    <message>
        <source>Take it with Enter, set it aside with Alt+H, or leave it with Esc; then scan again. Alt+A adds the next account to it.</source>
        <translation>Enter से लें, Alt+H से अलग रखें या Esc से छोड़ें; फिर स्कैन करें। Alt+A से इसमें अगला खाता जुड़ता है।</translation>
    </message>
    <message>
        <source>Add another account</source>
        <translation>एक और खाता जोड़ें</translation>
    </message>
    <message>
        <source>Scan or search it; Enter adds it to this payment. Esc goes back.</source>
        <translation>उसे स्कैन करें या खोजें; Enter से वह इस भुगतान में जुड़ेगा। Esc से लौटें।</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>“{text}” से कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Check the number, or try a name, meter or mobile number. Alt+S takes the payment without an account.</source>
        <translation>संख्या जाँचें, या नाम, मीटर या मोबाइल संख्या से खोजें। Alt+S से बिना खाते के भुगतान लिया जाता है।</translation>
    </message>
    <message>
        <source>Lines of the list not in this payment: {count}</source>
        <translation>सूची की पंक्तियाँ जो इस भुगतान में नहीं हैं: {count}</translation>
    </message>
    <message>
        <source>Enter again takes it without them; Alt+I shows what is to be mended.</source>
        <translation>फिर Enter से इनके बिना भुगतान लिया जाता है; Alt+I से दिखता है कि क्या ठीक करना है।</translation>
    </message>
</context>
<context>
    <name>PaymentLooking</name>
    <message>
        <source>Card charges on no receipt: {count}</source>
        <translation>बिना रसीद के कार्ड भुगतान: {count}</translation>
    </message>
    <message>
        <source>Alt+Q lists them: ask the terminal, give back, or call a supervisor.</source>
        <translation>Alt+Q से सूची देखें: कार्ड मशीन से पूछें, राशि लौटाएँ, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
</context>
<context>
    <name>PaymentScreen</name>
    <message>
        <source>Payments set aside: {count}</source>
        <translation>अलग रखे गए भुगतान: {count}</translation>
    </message>
    <message>
        <source>Nothing was taken of them. Press Ctrl+L again to drop them and sign out, or take them back with Alt+J.</source>
        <translation>इनमें से कुछ नहीं लिया गया है। इन्हें छोड़कर साइन आउट करने के लिए फिर Ctrl+L दबाएँ, या Alt+J से वापस लें।</translation>
    </message>
    <message>
        <source>Set aside: {amount}</source>
        <translation>अलग रखा: {amount}</translation>
    </message>
    <message>
        <source>Nothing was taken. Alt+J lists what is set aside and takes it back.</source>
        <translation>कुछ नहीं लिया गया। Alt+J से अलग रखे भुगतान दिखते हैं और वापस आते हैं।</translation>
    </message>
    <message>
        <source>Leave this payment?</source>
        <translation>यह भुगतान छोड़ दें?</translation>
    </message>
    <message>
        <source>Nothing was taken. Press Esc again to leave it, or go on typing.</source>
        <translation>कुछ नहीं लिया गया। छोड़ने के लिए फिर Esc दबाएँ, या लिखना जारी रखें।</translation>
    </message>
</context>
<context>
    <name>PaymentStage</name>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
</context>
<context>
    <name>PaymentTyping</name>
    <message>
        <source>This tender pays all that remains. Press Enter to take the payment.</source>
        <translation>इस साधन से पूरी शेष राशि आ जाती है। भुगतान लेने के लिए Enter दबाएँ।</translation>
    </message>
    <message>
        <source>How much by this tender?</source>
        <translation>इस साधन से कितनी राशि?</translation>
    </message>
    <message>
        <source>Type what it pays, less than what remains; then press Alt+T again.</source>
        <translation>इससे दी जा रही राशि लिखें, शेष से कम; फिर दोबारा Alt+T दबाएँ।</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>Head cashier</source>
        <translation>मुख्य कैशियर</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>पर्यवेक्षक</translation>
    </message>
    <message>
        <source>Accountant</source>
        <translation>लेखाकार</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>तकनीशियन</translation>
    </message>
    <message>
        <source>Temporary cashier</source>
        <translation>अस्थायी कैशियर</translation>
    </message>
    <message>
        <source>as the office says</source>
        <translation>कार्यालय के अनुसार</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>साइन इन कर सकते हैं</translation>
    </message>
    <message>
        <source>Locked, {minutes} min</source>
        <translation>{minutes} मिनट के लिए बन्द</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>अवधि समाप्त</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>समाप्त</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>कब तक</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>{count} people, {locked} locked</source>
        <translation>{count} लोग, {locked} बन्द</translation>
    </message>
    <message>
        <source>People of this counter</source>
        <translation>इस काउंटर के लोग</translation>
    </message>
    <message>
        <source>New temporary cashier</source>
        <translation>नया अस्थायी कैशियर</translation>
    </message>
    <message>
        <source>End</source>
        <translation>समाप्त करें</translation>
    </message>
    <message>
        <source>End a temporary cashier</source>
        <translation>अस्थायी कैशियर को समाप्त करें</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ताला खोलें</translation>
    </message>
    <message>
        <source>Unlock who typed wrong PINs</source>
        <translation>जिसने गलत पिन लिखे, उसका ताला खोलें</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>मेरा पिन</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>Number (L and digits)</source>
        <translation>संख्या (L और अंक)</translation>
    </message>
    <message>
        <source>Works until (at most {days} days)</source>
        <translation>कब तक काम करेंगे (अधिकतम {days} दिन)</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>नाम अंग्रेज़ी में</translation>
    </message>
    <message>
        <source>Name in Hindi (may stay empty)</source>
        <translation>नाम हिन्दी में (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>The cashier&apos;s PIN</source>
        <translation>कैशियर का पिन</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>वही पिन दोबारा</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>आपका अपना पिन</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>New temporary cashier</source>
        <translation>नया अस्थायी कैशियर</translation>
    </message>
    <message>
        <source>The cashier types the PIN, nobody else. The centre is told who was made.</source>
        <translation>पिन केवल कैशियर स्वयं लिखें, कोई और नहीं। केन्द्र को बताया जाता है कि किसे बनाया गया।</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>बनाएँ</translation>
    </message>
    <message>
        <source>End: {person}</source>
        <translation>समाप्त करें: {person}</translation>
    </message>
    <message>
        <source>From now on this number signs in no more. What was taken stays; an open shift is closed by a supervisor.</source>
        <translation>अब से इस संख्या से साइन इन नहीं होगा। जो लिया गया वह बना रहता है; खुली पाली पर्यवेक्षक बन्द करते हैं।</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>अभी समाप्त करें</translation>
    </message>
    <message>
        <source>Unlock: {person}</source>
        <translation>ताला खोलें: {person}</translation>
    </message>
    <message>
        <source>The wrong PINs are forgotten and may be typed anew at once.</source>
        <translation>गलत पिन भुला दिए जाते हैं; पिन तुरंत दोबारा लिखा जा सकता है।</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ताला खोलें</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>मेरा पिन</translation>
    </message>
    <message>
        <source>4 digits or more, or a password of 8 characters. It holds at this counter until the office gives a new one.</source>
        <translation>कम से कम 4 अंक, या 8 अक्षरों का पासवर्ड। यह इस काउंटर पर तब तक चलेगा जब तक कार्यालय नया न दे।</translation>
    </message>
    <message>
        <source>Set my PIN</source>
        <translation>मेरा पिन रखें</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>अब तक का पिन</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>नया पिन</translation>
    </message>
    <message>
        <source>A day as 23-11-2026.</source>
        <translation>दिनांक ऐसे लिखें: 23-11-2026।</translation>
    </message>
    <message>
        <source>{person} signs in no more</source>
        <translation>{person} अब साइन इन नहीं कर सकते</translation>
    </message>
    <message>
        <source>{person} may sign in again</source>
        <translation>{person} फिर साइन इन कर सकते हैं</translation>
    </message>
    <message>
        <source>Your new PIN holds from now on</source>
        <translation>आपका नया पिन अब से लागू है</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} तक</translation>
    </message>
    <message>
        <source>{person} may sign in {until}</source>
        <translation>{person} {until} साइन इन कर सकते हैं</translation>
    </message>
    <message>
        <source>The centre is told with the next round.</source>
        <translation>अगले दौर में केन्द्र को बताया जाता है।</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Paper is running low.</source>
        <translation>काग़ज़ कम बचा है।</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>प्रिंटर में काग़ज़ नहीं है।</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>प्रिंटर का ढक्कन खुला है।</translation>
    </message>
    <message>
        <source>The printer is offline.</source>
        <translation>प्रिंटर ऑफलाइन है।</translation>
    </message>
    <message>
        <source>The printer does not answer. Is it switched on?</source>
        <translation>प्रिंटर उत्तर नहीं दे रहा। क्या वह चालू है?</translation>
    </message>
    <message>
        <source>The printer gave no answer.</source>
        <translation>प्रिंटर ने उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>Printing broke off in the middle.</source>
        <translation>छपाई बीच में रुक गई।</translation>
    </message>
    <message>
        <source>This printer does not confirm what it prints.</source>
        <translation>यह प्रिंटर छपाई की पुष्टि नहीं करता।</translation>
    </message>
    <message>
        <source>The cashier saw it come out.</source>
        <translation>कैशियर ने रसीद निकलते देखी।</translation>
    </message>
    <message>
        <source>The cashier saw that it did not come out.</source>
        <translation>कैशियर ने देखा कि रसीद नहीं निकली।</translation>
    </message>
    <message>
        <source>It came out torn or in part.</source>
        <translation>रसीद फटी या अधूरी निकली।</translation>
    </message>
    <message>
        <source>The program was stopped while printing.</source>
        <translation>छपाई के समय प्रोग्राम रुक गया था।</translation>
    </message>
    <message>
        <source>Saved as PDF, since no printer is set.</source>
        <translation>प्रिंटर नहीं लगा है, इसलिए PDF में सहेजी गई।</translation>
    </message>
    <message>
        <source>This is too long for the receipt printer. Print it on A4, or save it.</source>
        <translation>यह रसीद प्रिंटर के लिए बहुत लम्बा है। इसे A4 पर छापें या फ़ाइल में सहेजें।</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has been stopped. Nothing was sent. Start it again in the system&apos;s settings, then print again.</source>
        <translation>प्रिंटर की कतार रोक दी गई है। कुछ नहीं भेजा गया। सिस्टम की सेटिंग में उसे फिर चालू करें, फिर दोबारा छापें।</translation>
    </message>
    <message>
        <source>The printer&apos;s queue gave the paper up. Look to the printer, then print again.</source>
        <translation>प्रिंटर की कतार ने यह काम छोड़ दिया। प्रिंटर देखें, फिर दोबारा छापें।</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>Yes, the receipt came out whole</source>
        <translation>हाँ, रसीद पूरी निकली</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Torn</source>
        <translation>फटी</translation>
    </message>
    <message>
        <source>It came out torn, in part or illegible: print a duplicate</source>
        <translation>रसीद फटी, अधूरी या अपठनीय निकली: द्वितीय प्रति छापें</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>नहीं निकली</translation>
    </message>
    <message>
        <source>Nothing came out: print it again, marked duplicate</source>
        <translation>कुछ नहीं निकला: फिर छापें, द्वितीय प्रति लिखकर</translation>
    </message>
    <message>
        <source>Later: it stays in Receipts</source>
        <translation>बाद में: यह रसीदों में रहेगी</translation>
    </message>
    <message>
        <source>Print all {count}</source>
        <translation>सभी {count} छापें</translation>
    </message>
    <message>
        <source>Change printer</source>
        <translation>प्रिंटर बदलें</translation>
    </message>
    <message>
        <source>From now on print on the other printer, this receipt first</source>
        <translation>अब से दूसरे प्रिंटर पर छापें, सबसे पहले यह रसीद</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>दूसरा प्रिंटर</translation>
    </message>
    <message>
        <source>Print on the other printer</source>
        <translation>दूसरे प्रिंटर पर छापें</translation>
    </message>
    <message>
        <source>Did receipt {receipt_no} come out of the printer whole? {reason}</source>
        <translation>क्या रसीद {receipt_no} प्रिंटर से पूरी निकली? {reason}</translation>
    </message>
    <message>
        <source>Receipt {receipt_no}: {reason} Print the duplicate.</source>
        <translation>रसीद {receipt_no}: {reason} द्वितीय प्रति छापें।</translation>
    </message>
    <message>
        <source>Receipt {receipt_no} was not printed. {reason} The payment is safe.</source>
        <translation>रसीद {receipt_no} नहीं छपी। {reason} भुगतान सुरक्षित है।</translation>
    </message>
    <message>
        <source>The drawer did not open either: open it with its key.</source>
        <translation>दराज़ भी नहीं खुली: उसे चाबी से खोलें।</translation>
    </message>
    <message>
        <source>The drawer did not open. {reason} Open it with its key; the payment is safe.</source>
        <translation>दराज़ नहीं खुली। {reason} उसे चाबी से खोलें; भुगतान सुरक्षित है।</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>No printer: save as PDF</source>
        <translation>प्रिंटर नहीं: PDF में सहेजें</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>सीरियल पोर्ट</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>डिवाइस फ़ाइल</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Windows receipt printer</source>
        <translation>Windows रसीद प्रिंटर</translation>
    </message>
    <message>
        <source>System printer, as pages</source>
        <translation>सिस्टम प्रिंटर, पृष्ठों पर</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>ब्लूटूथ</translation>
    </message>
    <message>
        <source>Receipts are saved as PDF files and can be printed later.</source>
        <translation>रसीदें PDF फ़ाइलों में सहेजी जाती हैं और बाद में छापी जा सकती हैं।</translation>
    </message>
    <message>
        <source>The address stands on the printer&apos;s own test print: hold its feed button while you switch it on. The port is 9100, nearly always.</source>
        <translation>पता प्रिंटर के अपने जाँच-पत्र पर लिखा होता है: फ़ीड बटन दबाए हुए प्रिंटर चालू करें। पोर्ट लगभग हमेशा 9100 होता है।</translation>
    </message>
    <message>
        <source>COM3, /dev/ttyUSB0, or /dev/rfcomm0 for Bluetooth. The speed stands on the printer&apos;s own test print; over Bluetooth it does not matter.</source>
        <translation>COM3, /dev/ttyUSB0, या ब्लूटूथ के लिए /dev/rfcomm0। गति प्रिंटर के अपने जाँच-पत्र पर लिखी होती है; ब्लूटूथ में उसका महत्व नहीं।</translation>
    </message>
    <message>
        <source>/dev/usb/lp0 for USB on Linux, LPT1 for a parallel cable on Windows.</source>
        <translation>Linux पर USB के लिए /dev/usb/lp0, Windows पर समानांतर (parallel) तार के लिए LPT1।</translation>
    </message>
    <message>
        <source>Plugged into this computer. There is nothing to type.</source>
        <translation>इसी कंप्यूटर से जुड़ा है। कुछ लिखना नहीं है।</translation>
    </message>
    <message>
        <source>The name that Windows shows. Empty: its default printer.</source>
        <translation>वही नाम जो Windows दिखाता है। खाली छोड़ें तो डिफ़ॉल्ट प्रिंटर।</translation>
    </message>
    <message>
        <source>An office printer on A5 or A4. The name that the system shows; empty: its default printer.</source>
        <translation>कार्यालय का A5 या A4 प्रिंटर। वही नाम जो सिस्टम दिखाता है; खाली छोड़ें तो डिफ़ॉल्ट प्रिंटर।</translation>
    </message>
    <message>
        <source>Is there room on the disk?</source>
        <translation>क्या डिस्क पर जगह है?</translation>
    </message>
    <message>
        <source>Is it switched on, the paper in, the cover shut? Is the network cable in, and the address the one on its own test print?</source>
        <translation>क्या प्रिंटर चालू है, कागज़ लगा है, ढक्कन बंद है? क्या नेटवर्क का तार लगा है, और पता वही है जो उसके अपने जाँच-पत्र पर लिखा है?</translation>
    </message>
    <message>
        <source>Is it switched on, the paper in, the cover shut? Is the cable in the port you chose? A Bluetooth printer must be paired, near, and used by nobody else.</source>
        <translation>क्या प्रिंटर चालू है, कागज़ लगा है, ढक्कन बंद है? क्या तार चुने हुए पोर्ट में लगा है? ब्लूटूथ प्रिंटर जोड़ा (pair किया) हुआ और पास में होना चाहिए, और कोई दूसरा उसे न चला रहा हो।</translation>
    </message>
    <message>
        <source>Is it switched on, the paper in, the cover shut? Pull the USB plug out and put it in again, then look for printers anew.</source>
        <translation>क्या प्रिंटर चालू है, कागज़ लगा है, ढक्कन बंद है? USB का तार निकालकर फिर लगाएँ, फिर प्रिंटर दोबारा खोजें।</translation>
    </message>
    <message>
        <source>Is it switched on, the paper in, the cover shut? In Windows, is its queue paused or set to work offline?</source>
        <translation>क्या प्रिंटर चालू है, कागज़ लगा है, ढक्कन बंद है? क्या Windows में उसकी कतार रुकी हुई या ऑफ़लाइन है?</translation>
    </message>
    <message>
        <source>Is it switched on, with paper in the tray? In the system&apos;s settings, is its queue stopped?</source>
        <translation>क्या प्रिंटर चालू है और ट्रे में कागज़ है? क्या सिस्टम की सेटिंग में उसकी कतार रुकी हुई है?</translation>
    </message>
    <message>
        <source>80 mm, with cutter</source>
        <translation>80 मिमी, कटर सहित</translation>
    </message>
    <message>
        <source>80 mm, with cutter, tells no status</source>
        <translation>80 मिमी, कटर सहित, स्थिति नहीं बताता</translation>
    </message>
    <message>
        <source>80 mm, with cutter, makes QR codes</source>
        <translation>80 मिमी, कटर सहित, QR कोड स्वयं बनाता है</translation>
    </message>
    <message>
        <source>58 mm, Bluetooth, handheld</source>
        <translation>58 मिमी, ब्लूटूथ, हाथ में रखने वाला</translation>
    </message>
    <message>
        <source>58 mm, without cutter</source>
        <translation>58 मिमी, बिना कटर</translation>
    </message>
    <message>
        <source>58 mm, without cutter, tells no status</source>
        <translation>58 मिमी, बिना कटर, स्थिति नहीं बताता</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} मिमी</translation>
    </message>
    <message>
        <source>{device} at {rate} baud</source>
        <translation>{device}, {rate} बॉड</translation>
    </message>
    <message>
        <source>the default printer</source>
        <translation>डिफ़ॉल्ट प्रिंटर</translation>
    </message>
    <message>
        <source>No drawer</source>
        <translation>दराज़ नहीं</translation>
    </message>
    <message>
        <source>Drawer on pin {pin}</source>
        <translation>दराज़ पिन {pin} पर</translation>
    </message>
</context>
<context>
    <name>PrinterOverview</name>
    <message>
        <source>Printers</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Receipts come from the first printer. The other one is there for the day the first one jams. Whoever works here may change them.</source>
        <translation>रसीदें पहले प्रिंटर से निकलती हैं। दूसरा प्रिंटर उस दिन के लिए है जब पहला अटक जाए। यहाँ काम करने वाला कोई भी इन्हें बदल सकता है।</translation>
    </message>
    <message>
        <source>First printer</source>
        <translation>पहला प्रिंटर</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>दूसरा प्रिंटर</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>सेट करें</translation>
    </message>
    <message>
        <source>Set up the first printer</source>
        <translation>पहला प्रिंटर सेट करें</translation>
    </message>
    <message>
        <source>Set up the other printer</source>
        <translation>दूसरा प्रिंटर सेट करें</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>जाँच पृष्ठ</translation>
    </message>
    <message>
        <source>Print a test page: {printer}</source>
        <translation>जाँच पृष्ठ छापें: {printer}</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>अदला-बदली करें</translation>
    </message>
    <message>
        <source>The other printer becomes the first</source>
        <translation>दूसरा प्रिंटर पहला बन जाएगा</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>कोई सेट नहीं है।</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>चरण {step} / {steps}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पीछे</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Leave: everything stays as it was</source>
        <translation>छोड़ें: सब पहले जैसा रहेगा</translation>
    </message>
</context>
<context>
    <name>PrintersScreen</name>
    <message>
        <source>Printers</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>छोड़ दिया गया</translation>
    </message>
    <message>
        <source>Both printers are set as they were before.</source>
        <translation>दोनों प्रिंटर पहले जैसे ही सेट हैं।</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>सहेज लिया गया</translation>
    </message>
    <message>
        <source>It holds from the next paper on.</source>
        <translation>अगले कागज़ से लागू।</translation>
    </message>
    <message>
        <source>The printers have changed places</source>
        <translation>प्रिंटरों की अदला-बदली हो गई</translation>
    </message>
    <message>
        <source>The test page is being printed …</source>
        <translation>जाँच पृष्ठ छप रहा है …</translation>
    </message>
    <message>
        <source>The test page was printed</source>
        <translation>जाँच पृष्ठ छप गया</translation>
    </message>
    <message>
        <source>It is not certain that it came out</source>
        <translation>पक्का नहीं कि वह निकला</translation>
    </message>
    <message>
        <source>Nothing was sent to the printer</source>
        <translation>प्रिंटर को कुछ नहीं भेजा गया</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;पूर्ववत</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;फिर करें</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>का&amp;टें</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;कॉपी करें</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;चिपकाएँ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सब चुनें</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बन्द करें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;हाँ</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;नहीं</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर प्रयास करें</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>त्यागें</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>पुनः स्थापित करें</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>हिन्दी</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>भाषा बदलें</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Switch between light, dark and high contrast</source>
        <translation>हल्का, गहरा और अधिक विषमता वाला रूप बदलें</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Another cashier comes: suspend the shift</source>
        <translation>दूसरा कैशियर आता है: पाली रोकें</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
</context>
<context>
    <name>ReceiptCheck</name>
    <message>
        <source>GENUINE</source>
        <translation>असली रसीद</translation>
    </message>
    <message>
        <source>The counter signed exactly this. Compare it with the paper: another amount or account printed beside the code would be a forgery.</source>
        <translation>काउंटर ने ठीक इन्हीं बातों पर हस्ताक्षर किए हैं। इन्हें काग़ज़ से मिलाएँ: कोड के पास कोई दूसरी राशि या खाता छपा हो तो काग़ज़ जाली है।</translation>
    </message>
    <message>
        <source>GENUINE, DUPLICATE COPY {copy}</source>
        <translation>असली, द्वितीय प्रति {copy}</translation>
    </message>
    <message>
        <source>It is a further copy of a genuine receipt. The original may have been shown before: count the payment once.</source>
        <translation>यह असली रसीद की एक और प्रति है। मूल रसीद पहले दिखाई जा चुकी हो सकती है: भुगतान एक ही बार गिनें।</translation>
    </message>
    <message>
        <source>PAYMENT NO LONGER STANDS</source>
        <translation>भुगतान अब मान्य नहीं</translation>
    </message>
    <message>
        <source>The receipt is ours, but it proves no payment any more.</source>
        <translation>रसीद हमारी है, पर अब किसी भुगतान का प्रमाण नहीं है।</translation>
    </message>
    <message>
        <source>NOT IN THIS COUNTER&apos;S BOOKS</source>
        <translation>इस काउंटर की बहियों में नहीं</translation>
    </message>
    <message>
        <source>No receipt here has this number or check code. Look at what was typed, scan the code of the paper, or ask the centre (1912).</source>
        <translation>यहाँ इस संख्या या जाँच कोड की कोई रसीद नहीं है। जो लिखा है उसे देखें, काग़ज़ का कोड स्कैन करें, या केन्द्र (1912) से पूछें।</translation>
    </message>
    <message>
        <source>SIGNED BY AN UNKNOWN KEY</source>
        <translation>अनजान कुंजी से हस्ताक्षरित</translation>
    </message>
    <message>
        <source>A new counter may have signed it, or a forger. Press F5 to fetch the newest list: the receipt is then looked at again. If it stays unknown, do not accept it and ask the centre (1912).</source>
        <translation>हस्ताक्षर किसी नए काउंटर के हो सकते हैं, या किसी जालसाज़ के। नई सूची के लिए F5 दबाएँ: रसीद फिर से जाँची जाएगी। तब भी अनजान रहे तो स्वीकार न करें और केन्द्र (1912) से पूछें।</translation>
    </message>
    <message>
        <source>NEWER THAN THIS PROGRAM</source>
        <translation>इस प्रोग्राम से नई</translation>
    </message>
    <message>
        <source>The code is of a kind that came after this program. Check it on another counter or with the centre (1912), and ask for the update.</source>
        <translation>यह कोड इस प्रोग्राम के बाद के प्रकार का है। दूसरे काउंटर पर या केन्द्र (1912) से जाँच कराएँ, और प्रोग्राम का अपडेट माँगें।</translation>
    </message>
    <message>
        <source>ALTERED</source>
        <translation>बदली हुई</translation>
    </message>
    <message>
        <source>It is not as the counter signed it. Scan it once more; if it stays so, do not accept it, keep the paper and call your supervisor.</source>
        <translation>यह वैसी नहीं है जैसी काउंटर ने हस्ताक्षर की थी। एक बार फिर स्कैन करें; तब भी यही दिखे तो स्वीकार न करें, काग़ज़ रख लें और पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>NO RECEIPT OF OURS</source>
        <translation>हमारी रसीद नहीं</translation>
    </message>
    <message>
        <source>This is neither the code of a receipt nor a receipt number or check code. Smooth the paper and scan again, or type the check code printed beside the code.</source>
        <translation>यह न रसीद का कोड है, न रसीद संख्या, न जाँच कोड। काग़ज़ सीधा करके फिर स्कैन करें, या कोड के पास छपा जाँच कोड लिखें।</translation>
    </message>
    <message>
        <source>SUCH A RECEIPT EXISTS</source>
        <translation>ऐसी रसीद मौजूद है</translation>
    </message>
    <message>
        <source>It stands in this counter&apos;s books. What was typed does not prove the paper: compare every line, or scan its code.</source>
        <translation>यह इस काउंटर की बहियों में है। लिखी गई संख्या से काग़ज़ असली सिद्ध नहीं होता: हर पंक्ति मिलाएँ, या कोड स्कैन करें।</translation>
    </message>
    <message>
        <source>SIGNED HERE, NOT IN THE BOOKS</source>
        <translation>हस्ताक्षर यहाँ के, पर बहियों में नहीं</translation>
    </message>
    <message>
        <source>A key of this counter signed it, but its books hold no such receipt. Do not accept it, keep the paper and call your supervisor.</source>
        <translation>हस्ताक्षर इस काउंटर की कुंजी के हैं, पर बहियों में ऐसी कोई रसीद नहीं है। स्वीकार न करें, काग़ज़ रख लें और पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The payment was reversed on {day}. The paper was genuine; it proves no payment any more.</source>
        <translation>यह भुगतान {day} को निरस्त किया गया। काग़ज़ असली था; अब वह किसी भुगतान का प्रमाण नहीं है।</translation>
    </message>
    <message>
        <source>The bank returned its cheque, draft or UPI unpaid on {day}. The amount is due again.</source>
        <translation>इसका चेक, ड्राफ्ट या UPI बैंक ने {day} को बिना भुगतान लौटा दिया। राशि फिर बकाया है।</translation>
    </message>
    <message>
        <source>It had been paid twice, and was paid back on {day}. The other receipt counts.</source>
        <translation>यह दो बार जमा हुआ था, और {day} को लौटा दिया गया। दूसरी रसीद मान्य है।</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>जमा धनराशि</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>none: taken without an account</source>
        <translation>कोई नहीं: बिना खाते जमा</translation>
    </message>
    <message>
        <source>Date, time</source>
        <translation>दिनांक, समय</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>जाँच कोड</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>मूल प्रति</translation>
    </message>
    <message>
        <source>Duplicate {copy}</source>
        <translation>द्वितीय प्रति {copy}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>The centre&apos;s list of keys and of payments that no longer stand has not come yet: press F5.</source>
        <translation>केन्द्र की सूची (कुंजियाँ और अमान्य हुए भुगतान) अभी नहीं आई है: F5 दबाएँ।</translation>
    </message>
    <message>
        <source>Judged by the centre&apos;s list as of {moment}; what fell later is not known here.</source>
        <translation>केन्द्र की {moment} की सूची के अनुसार; इसके बाद अमान्य हुए भुगतान यहाँ ज्ञात नहीं हैं।</translation>
    </message>
</context>
<context>
    <name>ReceiptCheckScreen</name>
    <message>
        <source>Verify a receipt</source>
        <translation>रसीद का सत्यापन</translation>
    </message>
    <message>
        <source>Is a paper that somebody brings genuine? No network is needed, nothing is written.</source>
        <translation>कोई काग़ज़ लाए तो वह असली है या नहीं? नेटवर्क की ज़रूरत नहीं, कुछ भी दर्ज नहीं होता।</translation>
    </message>
    <message>
        <source>Scan the receipt&apos;s code, or type its number or check code</source>
        <translation>रसीद का कोड स्कैन करें, या उसकी संख्या या जाँच कोड लिखें</translation>
    </message>
    <message>
        <source>Receipt&apos;s code, number or check code</source>
        <translation>रसीद का कोड, संख्या या जाँच कोड</translation>
    </message>
    <message>
        <source>Scan the code of the receipt</source>
        <translation>रसीद का कोड स्कैन करें</translation>
    </message>
    <message>
        <source>Hold its QR code before the scanner. Without a scanner type the receipt number or the check code printed beside the code, then press Enter.</source>
        <translation>उसका QR कोड स्कैनर के सामने रखें। स्कैनर न हो तो रसीद संख्या या कोड के पास छपा जाँच कोड लिखें, फिर Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Show among the receipts</source>
        <translation>रसीदों में दिखाएँ</translation>
    </message>
</context>
<context>
    <name>ReceiptCopies</name>
    <message>
        <source>Send a copy</source>
        <translation>प्रति भेजें</translation>
    </message>
    <message>
        <source>Ask for a copy of the receipt by SMS or e-mail</source>
        <translation>रसीद की प्रति एसएमएस या ई-मेल से मँगाएँ</translation>
    </message>
</context>
<context>
    <name>ReceiptsScreen</name>
    <message>
        <source>The slip is printed</source>
        <translation>पर्ची छप गई</translation>
    </message>
    <message>
        <source>The slip was not printed</source>
        <translation>पर्ची नहीं छपी</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>निरस्त करें</translation>
    </message>
    <message>
        <source>Undo the chosen payment, with a second person</source>
        <translation>चुना हुआ भुगतान दूसरे व्यक्ति के अनुमोदन से निरस्त करें</translation>
    </message>
    <message>
        <source>Receipts of today</source>
        <translation>आज की रसीदें</translation>
    </message>
    <message>
        <source>No receipt yet today</source>
        <translation>आज अभी कोई रसीद नहीं</translation>
    </message>
    <message>
        <source>The drawer did not open</source>
        <translation>दराज़ नहीं खुली</translation>
    </message>
    <message>
        <source>Open it with its key.</source>
        <translation>उसे चाबी से खोलें।</translation>
    </message>
    <message>
        <source>Each payment taken is listed here at once.</source>
        <translation>हर भुगतान तुरन्त यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>Print the chosen receipt again</source>
        <translation>चुनी हुई रसीद फिर छापें</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>निकल गई</translation>
    </message>
    <message>
        <source>The receipt came out whole</source>
        <translation>रसीद पूरी निकली</translation>
    </message>
    <message>
        <source>Torn</source>
        <translation>फटी</translation>
    </message>
    <message>
        <source>It came out torn, in part or illegible: print a duplicate</source>
        <translation>रसीद फटी, अधूरी या अपठनीय निकली: द्वितीय प्रति छापें</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>दूसरा प्रिंटर</translation>
    </message>
    <message>
        <source>Print on the other printer</source>
        <translation>दूसरे प्रिंटर पर छापें</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>नहीं निकली</translation>
    </message>
    <message>
        <source>The receipt did not come out: print it again</source>
        <translation>रसीद नहीं निकली: फिर छापें</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>उपभोक्ता</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>जमा धनराशि</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>छपाई</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केन्द्र</translation>
    </message>
    <message>
        <source>Receipts of {day}</source>
        <translation>{day} की रसीदें</translation>
    </message>
    <message>
        <source>{day} · receipts: {count} · {total}</source>
        <translation>{day} · रसीदें: {count} · {total}</translation>
    </message>
    <message>
        <source>of these cancelled: {count} · {sum}</source>
        <translation>इनमें निरस्त: {count} · {sum}</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>निरस्त</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>रसीद {number}</translation>
    </message>
</context>
<context>
    <name>ReceiptsTaken</name>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Account no., old no.</source>
        <translation>खाता संख्या, पुरानी संख्या</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>Receipts of this payment</source>
        <translation>इस भुगतान की रसीदें</translation>
    </message>
</context>
<context>
    <name>Reconciliation</name>
    <message>
        <source>Kept, not entered as a payment</source>
        <translation>रखा है, भुगतान दर्ज नहीं</translation>
    </message>
    <message>
        <source>The receipt holds. Give its number to the support of the centre.</source>
        <translation>रसीद मान्य है। इसकी संख्या केन्द्र के सहायता दल को दें।</translation>
    </message>
    <message>
        <source>Missing at the centre</source>
        <translation>केन्द्र पर नहीं मिला</translation>
    </message>
    <message>
        <source>The centre signed for it and keeps it no more: report it to the head office today.</source>
        <translation>केन्द्र ने पावती दी थी, पर अब उसके पास नहीं है: आज ही मुख्यालय को बताएँ।</translation>
    </message>
    <message>
        <source>Unknown in these books</source>
        <translation>इस बही में नहीं</translation>
    </message>
    <message>
        <source>Were these books restored, or is there a second computer? Report it to the head office.</source>
        <translation>क्या यह बही बैकअप से लाई गई है, या कोई दूसरा कम्प्यूटर भी है? मुख्यालय को बताएँ।</translation>
    </message>
    <message>
        <source>Of another day</source>
        <translation>दूसरे दिन का</translation>
    </message>
    <message>
        <source>The money is at the centre; the accounts office puts the day right.</source>
        <translation>धनराशि केन्द्र पर है; लेखा कार्यालय दिन ठीक करेगा।</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>राशि भिन्न</translation>
    </message>
    <message>
        <source>The receipt holds. Report receipt and amounts to the head office.</source>
        <translation>रसीद मान्य है। रसीद और दोनों राशियाँ मुख्यालय को बताएँ।</translation>
    </message>
    <message>
        <source>Another tender</source>
        <translation>माध्यम भिन्न</translation>
    </message>
    <message>
        <source>The sum is right. Tell the accounts office how it was handed over.</source>
        <translation>राशि सही है। लेखा कार्यालय को बताएँ कि भुगतान किस माध्यम से हुआ।</translation>
    </message>
    <message>
        <source>Another fate</source>
        <translation>निर्णय भिन्न</translation>
    </message>
    <message>
        <source>Sum and tender are right. Report it to the support of the centre.</source>
        <translation>राशि और माध्यम सही हैं। केन्द्र के सहायता दल को बताएँ।</translation>
    </message>
    <message>
        <source>Not compared with the centre yet</source>
        <translation>केन्द्र से मिलान अभी नहीं हुआ</translation>
    </message>
    <message>
        <source>{moment}: {count} payments differ</source>
        <translation>{moment}: {count} भुगतानों में अंतर</translation>
    </message>
    <message>
        <source>{moment}: equal to the centre</source>
        <translation>{moment}: केन्द्र के बराबर</translation>
    </message>
    <message>
        <source>{moment}: equal; {count} payments unsent or taken since</source>
        <translation>{moment}: बराबर; {count} भुगतान अप्रेषित या बाद के</translation>
    </message>
</context>
<context>
    <name>ReconciliationScreen</name>
    <message>
        <source>Reconciliation with the centre</source>
        <translation>केन्द्र से मिलान</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>पिछला दिन</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>अगला दिन</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>Print it on the receipt printer</source>
        <translation>रसीद प्रिंटर पर छापें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>अभी मिलाएँ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>मिलान रोकें</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>अभी मिलान नहीं हुआ</translation>
    </message>
    <message>
        <source>What is unsent is sent first; then the day is compared payment by payment. Payments can be taken meanwhile.</source>
        <translation>पहले अप्रेषित भुगतान भेजे जाते हैं, फिर हर भुगतान का मिलान होता है। इस बीच भुगतान लिए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Asking the centre…</source>
        <translation>केन्द्र से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>Nothing was compared. What was sent before is at the centre.</source>
        <translation>कुछ मिलान नहीं हुआ। पहले भेजा हुआ केन्द्र पर है।</translation>
    </message>
    <message>
        <source>The centre could not be asked: {why}</source>
        <translation>केन्द्र से पूछा नहीं जा सका: {why}</translation>
    </message>
    <message>
        <source>Below stands what it has acknowledged. Nothing is lost; compare again later.</source>
        <translation>नीचे उसकी पावती के अनुसार है। कुछ खोया नहीं; बाद में फिर मिलाएँ।</translation>
    </message>
    <message>
        <source>{count} payments differ from the centre</source>
        <translation>{count} भुगतानों में केन्द्र से अंतर</translation>
    </message>
    <message>
        <source>Nothing was changed. Print this list and go through it with a supervisor.</source>
        <translation>कुछ बदला नहीं गया। यह सूची छापें और पर्यवेक्षक के साथ देखें।</translation>
    </message>
    <message>
        <source>Equal to the centre as far as sent</source>
        <translation>भेजी गई राशि केन्द्र के बराबर</translation>
    </message>
    <message>
        <source>{count} payments ({amount}) are not sent yet: compare again later.</source>
        <translation>{count} भुगतान ({amount}) अभी अप्रेषित: बाद में फिर मिलाएँ।</translation>
    </message>
    <message>
        <source>Equal to the centre, to the paisa</source>
        <translation>केन्द्र के बराबर, पैसे-पैसे तक</translation>
    </message>
    <message>
        <source>The centre&apos;s signed answer is kept as proof.</source>
        <translation>केन्द्र का हस्ताक्षरित उत्तर प्रमाण के रूप में रखा है।</translation>
    </message>
    <message>
        <source>Given to the printer</source>
        <translation>प्रिंटर को दिया गया</translation>
    </message>
    <message>
        <source>It was not printed</source>
        <translation>नहीं छपा</translation>
    </message>
</context>
<context>
    <name>ReconciliationTables</name>
    <message>
        <source>By tender</source>
        <translation>माध्यम के अनुसार</translation>
    </message>
    <message>
        <source>By what the centre did</source>
        <translation>केन्द्र के निर्णय के अनुसार</translation>
    </message>
    <message>
        <source>Payments that differ</source>
        <translation>भुगतान जिनमें अंतर है</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केन्द्र</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>पावती प्राप्त</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>यह काउंटर</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>अप्रेषित</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>What the centre did</source>
        <translation>केन्द्र का निर्णय</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>यहाँ</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>उत्तर शेष</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>रसीद संख्या</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Type the amount.</source>
        <translation>राशि लिखें।</translation>
    </message>
    <message>
        <source>“{text}” is not an amount. Type rupees and paise in figures, such as 1250.50.</source>
        <translation>“{text}” कोई राशि नहीं है। रुपये और पैसे अंकों में लिखें, जैसे 1250.50।</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. Type it without a minus sign.</source>
        <translation>राशि शून्य से कम नहीं हो सकती। ऋण चिह्न के बिना लिखें।</translation>
    </message>
    <message>
        <source>Zero cannot be paid. Type the amount.</source>
        <translation>शून्य जमा नहीं हो सकता। राशि लिखें।</translation>
    </message>
    <message>
        <source>“{text}” has more than two places for paise. Type at most two.</source>
        <translation>“{text}” में पैसे के दो से अधिक अंक हैं। अधिक से अधिक दो लिखें।</translation>
    </message>
    <message>
        <source>The amount is above {limit}, the largest the counter takes. Check what was typed.</source>
        <translation>राशि {limit} से अधिक है, जो काउंटर की अधिकतम सीमा है। लिखी हुई राशि जाँचें।</translation>
    </message>
    <message>
        <source>That looks like a card number, so it was wiped and not stored. Only the last 4 digits may be noted.</source>
        <translation>यह कार्ड संख्या जैसी है, इसलिए मिटा दी गई और सहेजी नहीं गई। केवल अंतिम 4 अंक लिखे जा सकते हैं।</translation>
    </message>
    <message>
        <source>Account {account_no} is not among the bills on this computer. Check the number, or search by name or meter number.</source>
        <translation>खाता {account_no} इस कम्प्यूटर के बिलों में नहीं है। संख्या जाँचें, या नाम या मीटर संख्या से खोजें।</translation>
    </message>
    <message>
        <source>What is due changed from {shown} to {outstanding} meanwhile. Nothing was taken. Check the new amount with the consumer, then take the payment again.</source>
        <translation>इस बीच देय राशि {shown} से बदलकर {outstanding} हो गई। कुछ नहीं लिया गया। नई राशि उपभोक्ता को बताएँ, फिर भुगतान लें।</translation>
    </message>
    <message>
        <source>Nothing is due on account {account_no}. Nothing was taken.</source>
        <translation>खाता {account_no} पर कुछ देय नहीं है। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Only {due} is due. Type this much or less.</source>
        <translation>केवल {due} देय है। इतना या इससे कम लिखें।</translation>
    </message>
    <message>
        <source>Say first how it is handed over: cash, card, UPI, cheque or draft.</source>
        <translation>पहले बताएँ कि राशि कैसे दी जा रही है: नकद, कार्ड, UPI, चेक या ड्राफ्ट।</translation>
    </message>
    <message>
        <source>{tendered} is handed over for {amount}. Nothing was taken. Make the two equal, or press Alt+T for another tender.</source>
        <translation>{amount} के लिए {tendered} दिए जा रहे हैं। कुछ नहीं लिया गया। दोनों बराबर करें, या अगले साधन के लिए Alt+T दबाएँ।</translation>
    </message>
    <message>
        <source>{given} does not cover {amount}. Type the cash given, or a smaller amount.</source>
        <translation>{given}, {amount} से कम है। दिया गया नकद लिखें, या जमा राशि घटाएँ।</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>कोई एक चुनें।</translation>
    </message>
    <message>
        <source>4 digits.</source>
        <translation>4 अंक।</translation>
    </message>
    <message>
        <source>12 digits.</source>
        <translation>12 अंक।</translation>
    </message>
    <message>
        <source>1 to 6 characters.</source>
        <translation>1 से 6 अक्षर/अंक।</translation>
    </message>
    <message>
        <source>8 characters.</source>
        <translation>8 अक्षर/अंक।</translation>
    </message>
    <message>
        <source>8 to 15 characters.</source>
        <translation>8 से 15 अक्षर/अंक।</translation>
    </message>
    <message>
        <source>1 to 6 digits.</source>
        <translation>1 से 6 अंक।</translation>
    </message>
    <message>
        <source>RRN {rrn} is already on receipt {receipt_no}. Nothing was taken. Compare the slip with what was typed.</source>
        <translation>RRN {rrn} पहले से रसीद {receipt_no} पर है। कुछ नहीं लिया गया। पर्ची से मिलान करें।</translation>
    </message>
    <message>
        <source>The slip with TID {tid}, batch {batch}, invoice {invoice} is already on receipt {receipt_no}. Nothing was taken. Compare the slip with what was typed.</source>
        <translation>TID {tid}, बैच {batch}, इनवॉइस {invoice} वाली पर्ची पहले से रसीद {receipt_no} पर है। कुछ नहीं लिया गया। पर्ची से मिलान करें।</translation>
    </message>
    <message>
        <source>No UPI address is set on this computer, so there is no QR code to show. Use the bank&apos;s own QR, or take the payment another way.</source>
        <translation>इस कम्प्यूटर पर कोई UPI पता सेट नहीं है, इसलिए दिखाने को QR कोड नहीं है। बैंक का अपना QR दिखाएँ, या भुगतान किसी और तरीके से लें।</translation>
    </message>
    <message>
        <source>“{text}” in this computer&apos;s settings cannot be a UPI address or name, so no QR code is shown. Call the technician; take the payment another way.</source>
        <translation>इस कम्प्यूटर की सेटिंग में “{text}” UPI पता या नाम नहीं हो सकता, इसलिए QR कोड नहीं दिखाया गया। तकनीशियन को बुलाएँ; भुगतान किसी और तरीके से लें।</translation>
    </message>
    <message>
        <source>{cashier_id} is not on this counter&apos;s list. Check the number, or ask your supervisor.</source>
        <translation>{cashier_id} इस काउंटर की सूची में नहीं है। संख्या जाँचें, या पर्यवेक्षक से पूछें।</translation>
    </message>
    <message>
        <source>The PIN is wrong. Tries left: {tries_left}.</source>
        <translation>पिन गलत है। शेष प्रयास: {tries_left}।</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {wait}, or ask your supervisor.</source>
        <translation>पिन कई बार गलत डाला गया। {wait} बाद प्रयास करें, या पर्यवेक्षक से पूछें।</translation>
    </message>
    <message>
        <source>No shift is open. Nothing was taken. Count the float and open your shift first.</source>
        <translation>कोई पाली खुली नहीं है। कुछ नहीं लिया गया। पहले नकद गिनकर अपनी पाली खोलें।</translation>
    </message>
    <message>
        <source>Your shift {shift_no} is open already. Go on with it.</source>
        <translation>आपकी पाली {shift_no} पहले से खुली है। उसी में काम जारी रखें।</translation>
    </message>
    <message>
        <source>This counter is not enrolled yet. Enrol it with the code from the head office.</source>
        <translation>यह काउंटर अभी पंजीकृत नहीं है। मुख्यालय से मिले कोड से पंजीकृत करें।</translation>
    </message>
    <message>
        <source>This counter has stopped taking payments: {reason}. All payments taken so far are safe. Call your supervisor.</source>
        <translation>इस काउंटर ने भुगतान लेना रोक दिया है: {reason}। अब तक के सब भुगतान सुरक्षित हैं। पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The centre does not accept this code. It may be mistyped, used or out of date. Check it, or ask for a new one.</source>
        <translation>केन्द्र ने यह कोड नहीं माना। कोड गलत लिखा, प्रयुक्त या पुराना हो सकता है। जाँचें, या नया कोड मँगाएँ।</translation>
    </message>
    <message>
        <source>This computer is already enrolled as counter {counter_id}. Nothing was changed.</source>
        <translation>यह कम्प्यूटर पहले से काउंटर {counter_id} के रूप में पंजीकृत है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{about} is no longer on the list. Nothing was noted. Look at the list anew.</source>
        <translation>{about} अब सूची में नहीं है। कुछ दर्ज नहीं हुआ। सूची फिर देखें।</translation>
    </message>
    <message>
        <source>Receipt {receipt_no} is not in this counter&apos;s books. Check the number.</source>
        <translation>रसीद {receipt_no} इस काउंटर की बही में नहीं है। संख्या जाँचें।</translation>
    </message>
    <message>
        <source>For receipt {receipt_no} no answer is open. Nothing was changed.</source>
        <translation>रसीद {receipt_no} के लिए कोई उत्तर शेष नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>No other printer is set. The receipt waits: print it again on this one.</source>
        <translation>दूसरा प्रिंटर नहीं लगा है। रसीद प्रतीक्षा में है: इसे इसी प्रिंटर पर फिर छापें।</translation>
    </message>
    <message>
        <source>First say whether receipt {receipt_no} came out of the printer whole.</source>
        <translation>पहले बताएँ कि रसीद {receipt_no} प्रिंटर से पूरी निकली या नहीं।</translation>
    </message>
    <message>
        <source>received</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>सूचीबद्ध</translation>
    </message>
    <message>
        <source>deposited</source>
        <translation>बैंक में जमा</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>वसूल</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>दावा</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>पुष्ट</translation>
    </message>
    <message>
        <source>unmatched</source>
        <translation>मिलान नहीं</translation>
    </message>
    <message>
        <source>the centre knows other payments under this counter&apos;s numbers</source>
        <translation>केन्द्र पर इस काउंटर की संख्याओं पर दूसरे भुगतान हैं</translation>
    </message>
    <message>
        <source>the check of its books found a problem</source>
        <translation>इसकी बही की जाँच में त्रुटि मिली</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>यह सम्भव नहीं</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} सेकंड</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} मिनट</translation>
    </message>
    <message>
        <source>12 digits, as the payer&apos;s app shows them.</source>
        <translation>12 अंक, जैसे जमाकर्ता के ऐप में दिखते हैं।</translation>
    </message>
    <message>
        <source>This receipt is a certificate, so the bank must confirm the credit first. Nothing was taken. Wait for the bank&apos;s own message, or take cash or card.</source>
        <translation>यह रसीद प्रमाण पत्र है, इसलिए पहले बैंक से जमा की पुष्टि ज़रूरी है। कुछ नहीं लिया गया। बैंक के अपने संदेश की प्रतीक्षा करें, या नकद अथवा कार्ड से लें।</translation>
    </message>
    <message>
        <source>UPI reference {reference} is used already (receipt {receipt_no}). Nothing was taken. Ask the payer for the reference of this payment.</source>
        <translation>UPI संदर्भ {reference} पहले ही प्रयुक्त है (रसीद {receipt_no})। कुछ नहीं लिया गया। जमाकर्ता से इस भुगतान का संदर्भ पूछें।</translation>
    </message>
    <message>
        <source>6 digits.</source>
        <translation>6 अंक।</translation>
    </message>
    <message>
        <source>Type the bank&apos;s name.</source>
        <translation>बैंक का नाम लिखें।</translation>
    </message>
    <message>
        <source>4 letters, a zero, 6 characters.</source>
        <translation>4 अक्षर, एक शून्य, फिर 6 अक्षर या अंक।</translation>
    </message>
    <message>
        <source>9 digits, or nothing.</source>
        <translation>9 अंक, या कुछ नहीं।</translation>
    </message>
    <message>
        <source>Such as 23-11-2026.</source>
        <translation>जैसे 23-11-2026।</translation>
    </message>
    <message>
        <source>Too long: shorten it.</source>
        <translation>बहुत लम्बा है: छोटा करें।</translation>
    </message>
    <message>
        <source>Cheque or draft {number} of this branch is used already (receipt {receipt_no}). Nothing was taken. Compare the paper with what was typed.</source>
        <translation>इस शाखा का चेक या ड्राफ्ट {number} पहले ही प्रयुक्त है (रसीद {receipt_no})। कुछ नहीं लिया गया। कागज़ से मिलान करें।</translation>
    </message>
    <message>
        <source>{tender} is not taken at present. Nothing was taken. Ask for another tender.</source>
        <translation>इस समय {tender} नहीं लिया जाता। कुछ नहीं लिया गया। किसी और साधन से भुगतान माँगें।</translation>
    </message>
    <message>
        <source>It is dated {day}, which is yet to come. Give it back and ask for one dated today.</source>
        <translation>इस पर आगे की तिथि {day} है। इसे लौटाएँ और आज की तिथि वाला माँगें।</translation>
    </message>
    <message>
        <source>It is dated {day}, more than {months} months ago: the bank would not pay it. Give it back and ask for a new one.</source>
        <translation>इस पर तिथि {day} है, {months} माह से अधिक पुरानी: बैंक इसका भुगतान नहीं करेगा। इसे लौटाएँ और नया माँगें।</translation>
    </message>
    <message>
        <source>For this purpose no cheque or draft is taken. Nothing was taken. Ask for cash, card or UPI.</source>
        <translation>इस मद में चेक या ड्राफ्ट नहीं लिया जाता। कुछ नहीं लिया गया। नकद, कार्ड या UPI माँगें।</translation>
    </message>
    <message>
        <source>No cheque is taken for account {account_no}: one was returned before. Nothing was taken. Ask for a demand draft, cash, card or UPI.</source>
        <translation>खाता {account_no} के लिए चेक नहीं लिया जाता: पहले एक चेक वापस आ चुका है। कुछ नहीं लिया गया। डिमांड ड्राफ्ट, नकद, कार्ड या UPI माँगें।</translation>
    </message>
    <message>
        <source>Account {account_no} is disconnected, so no cheque is taken. Nothing was taken. Ask for a demand draft, cash, card or UPI.</source>
        <translation>खाता {account_no} का संयोजन विच्छेदित है, इसलिए चेक नहीं लिया जाता। कुछ नहीं लिया गया। डिमांड ड्राफ्ट, नकद, कार्ड या UPI माँगें।</translation>
    </message>
    <message>
        <source>{identity} is not in this counter&apos;s books. Nothing was changed. Check it.</source>
        <translation>{identity} इस काउंटर की बही में नहीं है। कुछ नहीं बदला। जाँचें।</translation>
    </message>
    <message>
        <source>It is “{now}” and cannot become “{then}”. Nothing was changed. Look at the list again.</source>
        <translation>इसकी स्थिति “{now}” है, यह “{then}” नहीं हो सकती। कुछ नहीं बदला। सूची फिर देखें।</translation>
    </message>
    <message>
        <source>The day must be from {first} to {last}. Nothing was changed.</source>
        <translation>तिथि {first} से {last} तक की हो। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>Type the reason that stands on the bank&apos;s return memo.</source>
        <translation>बैंक के वापसी मेमो पर लिखा कारण लिखें।</translation>
    </message>
    <message>
        <source>One payment takes at most {most} accounts. Nothing was taken. Take these first, then the rest in another payment.</source>
        <translation>एक भुगतान में अधिकतम {most} खाते आते हैं। कुछ नहीं लिया गया। पहले इन्हें लें, शेष अगले भुगतान में।</translation>
    </message>
    <message>
        <source>Account {account_no} stands in this payment twice for the same purpose. Choose another purpose, or remove one with Alt+X.</source>
        <translation>खाता {account_no} इस भुगतान में एक ही मद के लिए दो बार है। दूसरी मद चुनें, या Alt+X से एक हटाएँ।</translation>
    </message>
    <message>
        <source>“{purpose}” is not taken at this counter today. Choose another purpose.</source>
        <translation>“{purpose}” आज इस काउंटर पर नहीं लिया जाता। दूसरी मद चुनें।</translation>
    </message>
    <message>
        <source>Account {account_no} is prepaid: choose old arrear or recharge. Nothing was taken.</source>
        <translation>खाता {account_no} प्रीपेड है: पुराना बकाया या रीचार्ज चुनें। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Account {account_no} is not prepaid: choose the bill. Nothing was taken.</source>
        <translation>खाता {account_no} प्रीपेड नहीं है: बिल चुनें। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Account {account_no} is not disconnected for good, so there is no final bill. Choose another purpose.</source>
        <translation>खाता {account_no} स्थायी रूप से विच्छेदित नहीं है, इसलिए अंतिम बिल नहीं है। दूसरी मद चुनें।</translation>
    </message>
    <message>
        <source>Type the number of the office&apos;s paper.</source>
        <translation>कार्यालय के पत्र की संख्या लिखें।</translation>
    </message>
    <message>
        <source>At most {most} letters, digits and / . _ - signs.</source>
        <translation>अधिकतम {most} अक्षर, अंक और / . _ - चिह्न।</translation>
    </message>
    <message>
        <source>For this purpose exactly {due} is taken. Type this much.</source>
        <translation>इस मद में ठीक {due} ही लिए जाते हैं। इतनी राशि लिखें।</translation>
    </message>
    <message>
        <source>An advance of {advance} is above the limit of {limit}. Type a smaller amount.</source>
        <translation>अग्रिम {advance}, सीमा {limit} से अधिक है। कम राशि लिखें।</translation>
    </message>
    <message>
        <source>{cash} in cash from one payer on one day: from {limit} on the Income-tax Act forbids it. Nothing was taken. Ask for a cheque, draft, card or UPI.</source>
        <translation>एक जमाकर्ता से एक दिन में नकद {cash}: {limit} या अधिक आयकर अधिनियम में वर्जित है। कुछ नहीं लिया गया। चेक, ड्राफ्ट, कार्ड या UPI माँगें।</translation>
    </message>
    <message>
        <source>Account {account_no} is on this computer. Nothing was taken. Leave this with Esc and open that account.</source>
        <translation>खाता {account_no} इस कम्प्यूटर पर है। कुछ नहीं लिया गया। इसे Esc से छोड़ें और वह खाता खोलें।</translation>
    </message>
    <message>
        <source>Type the consumer&apos;s name.</source>
        <translation>उपभोक्ता का नाम लिखें।</translation>
    </message>
    <message>
        <source>Type at least one number: account, meter or bill.</source>
        <translation>कम से कम एक संख्या लिखें: खाता, मीटर या बिल।</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>अधिकतम {most} अक्षर।</translation>
    </message>
    <message>
        <source>This needs a supervisor&apos;s word. Nothing was taken. Call your supervisor.</source>
        <translation>इसके लिए पर्यवेक्षक की अनुमति चाहिए। कुछ नहीं लिया गया। पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>{cashier_id} is not a supervisor of this counter. Check the number.</source>
        <translation>{cashier_id} इस काउंटर के पर्यवेक्षक नहीं हैं। संख्या जाँचें।</translation>
    </message>
    <message>
        <source>Nobody gives a word to oneself. Another supervisor is needed.</source>
        <translation>कोई स्वयं को अनुमति नहीं दे सकता। दूसरे पर्यवेक्षक की आवश्यकता है।</translation>
    </message>
    <message>
        <source>Type the reason in a few words.</source>
        <translation>कारण कुछ शब्दों में लिखें।</translation>
    </message>
    <message>
        <source>The reason is too long: at most {most} characters.</source>
        <translation>कारण बहुत लम्बा है: अधिकतम {most} अक्षर।</translation>
    </message>
    <message>
        <source>{cashier_id} may not do this. Nothing was changed. Ask a supervisor.</source>
        <translation>{cashier_id} को इसकी अनुमति नहीं है। कुछ नहीं बदला। पर्यवेक्षक से कहें।</translation>
    </message>
    <message>
        <source>This counter knows no rule “{name}”. Nothing was changed.</source>
        <translation>यह काउंटर नियम “{name}” नहीं जानता। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>A value of the rule “{name}” is missing or cannot be right. Nothing was changed. Check it.</source>
        <translation>नियम “{name}” का कोई मान छूटा है या ठीक नहीं है। कुछ नहीं बदला। जाँचें।</translation>
    </message>
    <message>
        <source>The rule “{name}” would end before it begins. Nothing was changed. Check the dates.</source>
        <translation>नियम “{name}” आरम्भ से पहले ही समाप्त हो जाएगा। कुछ नहीं बदला। तिथियाँ जाँचें।</translation>
    </message>
    <message>
        <source>The rule “{name}” cannot begin before {day}: what was taken stays as it was decided. Type today or later.</source>
        <translation>नियम “{name}” {day} से पहले आरम्भ नहीं हो सकता: जो लिया जा चुका वह वैसा ही रहेगा। आज या बाद की तिथि लिखें।</translation>
    </message>
    <message>
        <source>“{file}” is not a file of the centre. Nothing was changed. Choose the file the head office gave you.</source>
        <translation>“{file}” केन्द्र की फ़ाइल नहीं है। कुछ नहीं बदला गया। वही फ़ाइल चुनें जो मुख्यालय ने दी है।</translation>
    </message>
    <message>
        <source>“{file}” was written for a newer version of this program. Nothing was changed. Ask for an update of this computer.</source>
        <translation>“{file}” इस प्रोग्राम के नए संस्करण के लिए बनी है। कुछ नहीं बदला गया। इस कम्प्यूटर को अपडेट करवाएँ।</translation>
    </message>
    <message>
        <source>“{file}” belongs to another step. Nothing was changed. Look at its name, and choose the file for this step.</source>
        <translation>“{file}” किसी दूसरे चरण की फ़ाइल है। कुछ नहीं बदला गया। नाम देखकर इस चरण की फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>“{file}” is only half there, or was changed on the way. Nothing was changed. Copy it again, or ask for it again.</source>
        <translation>“{file}” अधूरी है, या रास्ते में बदल गई है। यहाँ कुछ नहीं बदला गया। इसे दोबारा कॉपी करें, या दोबारा मँगवाएँ।</translation>
    </message>
    <message>
        <source>“{file}” is too large to be a file of the centre. Nothing was changed. Choose the file the head office gave you.</source>
        <translation>“{file}” इतनी बड़ी है कि केन्द्र की फ़ाइल नहीं हो सकती। कुछ नहीं बदला गया। वही फ़ाइल चुनें जो मुख्यालय ने दी है।</translation>
    </message>
    <message>
        <source>“{file}” was made for another computer. Nothing was changed. Take the request file of this computer to the head office.</source>
        <translation>“{file}” किसी दूसरे कम्प्यूटर के लिए बनी है। कुछ नहीं बदला गया। इस कम्प्यूटर की अनुरोध फ़ाइल मुख्यालय ले जाएँ।</translation>
    </message>
    <message>
        <source>“{file}” is not from the centre that this code names. Nothing was changed. Check the code; if it is right, call the head office.</source>
        <translation>“{file}” उस केन्द्र की नहीं है जिसका यह कोड है। कुछ नहीं बदला गया। कोड जाँचें; सही हो तो मुख्यालय को फ़ोन करें।</translation>
    </message>
    <message>
        <source>The centre has acknowledged everything. There is nothing to carry.</source>
        <translation>केन्द्र सब कुछ की पावती दे चुका है। ले जाने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>A second person must approve this. Nothing was changed. Call a supervisor.</source>
        <translation>इसके लिए दूसरे व्यक्ति का अनुमोदन चाहिए। कुछ नहीं बदला। पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>What was approved is not this act, or not this sum. Nothing was changed. Ask for the approval anew.</source>
        <translation>जिसका अनुमोदन हुआ वह यह कार्य या यह राशि नहीं है। कुछ नहीं बदला। अनुमोदन फिर से माँगें।</translation>
    </message>
    <message>
        <source>The answer does not fit. Nothing was changed. Read out counter, act, sum and challenge again. Tries left: {tries_left}.</source>
        <translation>उत्तर ठीक नहीं बैठता। कुछ नहीं बदला। काउंटर, कार्य, राशि और चुनौती फिर से पढ़कर सुनाएँ। शेष प्रयास: {tries_left}।</translation>
    </message>
    <message>
        <source>This challenge was answered before, and an answer holds once. Nothing was changed. Read out the new challenge.</source>
        <translation>इस चुनौती का उत्तर पहले आ चुका है, और एक उत्तर एक ही बार चलता है। कुछ नहीं बदला। नई चुनौती पढ़कर सुनाएँ।</translation>
    </message>
    <message>
        <source>The challenge was made over {minutes} minutes ago. Nothing was changed. Read out the new challenge.</source>
        <translation>चुनौती बने {minutes} मिनट से अधिक हो गए। कुछ नहीं बदला। नई चुनौती पढ़कर सुनाएँ।</translation>
    </message>
    <message>
        <source>{cashier_id} cannot approve by telephone at this counter. Nothing was changed. Call another supervisor, or one to the counter.</source>
        <translation>{cashier_id} इस काउंटर के लिए टेलीफ़ोन पर अनुमोदन नहीं कर सकते। कुछ नहीं बदला। किसी और पर्यवेक्षक को फ़ोन करें, या काउंटर पर बुलाएँ।</translation>
    </message>
    <message>
        <source>Too many wrong answers for {cashier_id}. Nothing was changed. Try again in {wait}, or let a supervisor come to the counter.</source>
        <translation>{cashier_id} के लिए बहुत अधिक गलत उत्तर। कुछ नहीं बदला। {wait} बाद फिर प्रयास करें, या पर्यवेक्षक को काउंटर पर बुलाएँ।</translation>
    </message>
    <message>
        <source>{cashier_id} no longer works at this counter. What was taken under this number is safe; call a supervisor.</source>
        <translation>{cashier_id} अब इस काउंटर पर काम नहीं करते। इस संख्या से जो लिया गया वह सुरक्षित है; पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The number {cashier_id} is or was somebody&apos;s. Type another one.</source>
        <translation>संख्या {cashier_id} किसी की है या थी। दूसरी लिखें।</translation>
    </message>
    <message>
        <source>A temporary cashier&apos;s number is L and 2 to 6 digits, as L301.</source>
        <translation>अस्थायी कैशियर की संख्या L और 2 से 6 अंक होती है, जैसे L301।</translation>
    </message>
    <message>
        <source>Type the name in letters.</source>
        <translation>नाम अक्षरों में लिखें।</translation>
    </message>
    <message>
        <source>A name has at most {most} letters.</source>
        <translation>नाम में अधिकतम {most} अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>The last day must be from {first} to {last}.</source>
        <translation>अंतिम दिन {first} से {last} के बीच होना चाहिए।</translation>
    </message>
    <message>
        <source>At least {least} characters: 4 digits, or 8 with letters among them.</source>
        <translation>कम से कम {least} अक्षर: 4 अंक, या अक्षर हों तो कुल 8।</translation>
    </message>
    <message>
        <source>This PIN is tried first by whoever guesses. Choose another one.</source>
        <translation>अंदाज़ा लगाने वाला सबसे पहले यही पिन आज़माता है। कोई दूसरा चुनें।</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type both again.</source>
        <translation>दोनों पिन एक जैसे नहीं हैं। दोनों फिर लिखें।</translation>
    </message>
    <message>
        <source>This is the PIN that you have already.</source>
        <translation>यह पिन आपके पास पहले से है।</translation>
    </message>
    <message>
        <source>The takings of shift {shift_no} were handed over already. Nothing was changed. Look at the list: it shows what still waits.</source>
        <translation>पाली {shift_no} की वसूली पहले ही सौंपी जा चुकी है। कुछ बदला नहीं गया। सूची देखें: उसमें शेष मदें हैं।</translation>
    </message>
    <message>
        <source>There are no takings to hand over here. Nothing was changed. Close the shift first, then choose it from the list.</source>
        <translation>यहाँ सौंपने योग्य कोई वसूली नहीं है। कुछ बदला नहीं गया। पहले पाली समाप्त करें, फिर सूची से चुनें।</translation>
    </message>
    <message>
        <source>Counted {counted}, but the closed shifts say {amount}. Nothing was handed over yet. Count again; if it stays so, give the reason, and let a supervisor approve it.</source>
        <translation>{counted} गिना गया, पर समाप्त पालियों के अनुसार {amount} होना चाहिए। अभी कुछ सौंपा नहीं गया। फिर से गिनें; अंतर रहे तो कारण लिखें और पर्यवेक्षक से अनुमोदन लें।</translation>
    </message>
    <message>
        <source>There is nothing on the slip. No slip was made. Count the cash, or mark papers.</source>
        <translation>पर्ची पर कुछ नहीं है। पर्ची नहीं बनी। नकदी गिनें, या चेक चुनें।</translation>
    </message>
    <message>
        <source>The slip is of {amount}, but the head cashier holds {cash}. No slip was made. Count again, or take over the takings first.</source>
        <translation>पर्ची {amount} की है, पर मुख्य कैशियर के पास {cash} हैं। पर्ची नहीं बनी। फिर से गिनें, या पहले वसूली प्राप्त करें।</translation>
    </message>
    <message>
        <source>One of these cheques or drafts is not here any more: it is on a slip, or was given back. No slip was made. Look at the list again and mark anew.</source>
        <translation>इनमें से कोई चेक या ड्राफ्ट अब यहाँ नहीं है: वह किसी पर्ची पर है या लौटाया जा चुका है। पर्ची नहीं बनी। सूची फिर देखें और दोबारा चुनें।</translation>
    </message>
    <message>
        <source>This slip is not in the books. Nothing was noted. Choose one from the list.</source>
        <translation>यह पर्ची बहियों में नहीं है। कुछ दर्ज नहीं हुआ। सूची से चुनें।</translation>
    </message>
    <message>
        <source>The bank&apos;s answer to slip {slip_no} was noted before, and stays as it is. Choose another slip.</source>
        <translation>पर्ची {slip_no} पर बैंक का उत्तर पहले ही दर्ज है और वैसा ही रहेगा। दूसरी पर्ची चुनें।</translation>
    </message>
    <message>
        <source>The bank account is missing, or longer than 60 characters. No slip was made. Type the utility&apos;s account as the bank writes it.</source>
        <translation>बैंक खाता नहीं लिखा है, या 60 अक्षरों से लंबा है। पर्ची नहीं बनी। कंपनी का खाता वैसे लिखें जैसे बैंक लिखता है।</translation>
    </message>
    <message>
        <source>The bank&apos;s reference is missing, or longer than 60 characters. Nothing was noted. It stands on the stamped counterfoil.</source>
        <translation>बैंक का संदर्भ नहीं लिखा है, या 60 अक्षरों से लंबा है। कुछ दर्ज नहीं हुआ। वह मुहर लगे प्रतिपर्ण पर है।</translation>
    </message>
    <message>
        <source>This reference of the bank belongs to slip {slip_no}. Nothing was noted. Look at the stamped counterfoil again.</source>
        <translation>बैंक का यह संदर्भ पर्ची {slip_no} का है। कुछ दर्ज नहीं हुआ। मुहर लगा प्रतिपर्ण फिर देखें।</translation>
    </message>
    <message>
        <source>The bank&apos;s day is not between {first} and {last}: not before the slip, and not in days to come. Nothing was noted. Look at the stamp again.</source>
        <translation>बैंक का दिनांक {first} और {last} के बीच होना चाहिए: न पर्ची से पहले, न आने वाले दिनों में। कुछ दर्ज नहीं हुआ। मुहर फिर देखें।</translation>
    </message>
    <message>
        <source>The bank accepted {accepted}, but the slip of {slip} with these differences comes to {explained}. Nothing was noted. Type each difference the bank found, to the paisa.</source>
        <translation>बैंक ने {accepted} स्वीकार किया, पर {slip} की पर्ची इन अंतरों के साथ {explained} बनती है। कुछ दर्ज नहीं हुआ। बैंक का पाया हर अंतर पैसे तक लिखें।</translation>
    </message>
    <message>
        <source>Say what each difference is: of a counterfeit its denomination and the number on the note, of any other what the bank wrote. Nothing was noted.</source>
        <translation>हर अंतर का विवरण लिखें: जाली नोट का मूल्यवर्ग और उस पर छपी संख्या, अन्य का वह जो बैंक ने लिखा। कुछ दर्ज नहीं हुआ।</translation>
    </message>
    <message>
        <source>This shift is not in the books. Nothing was changed. Look at the till anew.</source>
        <translation>यह पाली बही में नहीं है। कुछ नहीं बदला। गल्ला फिर से देखें।</translation>
    </message>
    <message>
        <source>Shift {shift_no} is closed already, and a closed shift stays as it is. Nothing was changed.</source>
        <translation>पाली {shift_no} पहले ही बन्द हो चुकी है, और बन्द पाली वैसी ही रहती है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Shift {shift_no} is suspended. Nothing was changed. Go on with it at the till (Ctrl+T, then Alt+S).</source>
        <translation>पाली {shift_no} स्थगित है। कुछ नहीं बदला। गल्ले पर जाकर इसे फिर चालू करें (Ctrl+T, फिर Alt+S)।</translation>
    </message>
    <message>
        <source>Shift {shift_no} is open: it need not be resumed. Nothing was changed.</source>
        <translation>पाली {shift_no} खुली है: इसे फिर चालू करने की ज़रूरत नहीं। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Something was taken or given in shift {shift_no} since it was counted. It is not closed. Your count is kept: check it and go on.</source>
        <translation>गिनती के बाद पाली {shift_no} में कुछ लिया या दिया गया। वह बन्द नहीं हुई। आपकी गिनती सुरक्षित है: जाँचकर आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Card charges on no receipt: {count}. The shift is not closed. Ask the terminal (F6, then Alt+Q), or let a supervisor approve the close.</source>
        <translation>बिना रसीद के कार्ड भुगतान: {count}। पाली बन्द नहीं हुई। टर्मिनल से पूछें (F6, फिर Alt+Q), या पर्यवेक्षक से अनुमोदन लें।</translation>
    </message>
    <message>
        <source>Drawer {drawer_no} belongs to shift {shift_no} of {cashier_id}, which is open. Nothing was opened. Choose another drawer.</source>
        <translation>दराज़ {drawer_no} {cashier_id} की खुली पाली {shift_no} की है। कोई पाली नहीं खुली। दूसरी दराज़ चुनें।</translation>
    </message>
    <message>
        <source>This counter has drawers 1 to {most}. Nothing was opened. Choose one of them.</source>
        <translation>इस काउंटर पर दराज़ 1 से {most} तक हैं। कोई पाली नहीं खुली। इनमें से एक चुनें।</translation>
    </message>
    <message>
        <source>This computer says {clock_day}, but the books already hold {last_day}. Nothing was opened.</source>
        <translation>यह कम्प्यूटर {clock_day} बताता है, पर बही में {last_day} पहले से है। कोई पाली नहीं खुली।</translation>
    </message>
    <message>
        <source>{left} was left in this drawer, but {counted} was counted. Nothing was opened.</source>
        <translation>इस दराज़ में {left} छोड़े गए थे, पर {counted} गिने गए। कोई पाली नहीं खुली।</translation>
    </message>
    <message>
        <source>The float of shift {shift_no} was taken over by another shift. Nothing was opened. Choose another float.</source>
        <translation>पाली {shift_no} की छुट्टा राशि दूसरी पाली ले चुकी है। कोई पाली नहीं खुली। दूसरी छुट्टा राशि चुनें।</translation>
    </message>
    <message>
        <source>How many of {denomination}? Type the number, 0 for none.</source>
        <translation>{denomination} के कितने? संख्या लिखें, नहीं तो 0।</translation>
    </message>
    <message>
        <source>“{text}” is not a number of pieces. Type how many of {denomination} in digits.</source>
        <translation>“{text}” संख्या नहीं है। {denomination} के कितने हैं, अंकों में लिखें।</translation>
    </message>
    <message>
        <source>So many of {denomination} are in no drawer. Check what was typed.</source>
        <translation>{denomination} के इतने किसी दराज़ में नहीं होते। लिखा हुआ जाँचें।</translation>
    </message>
    <message>
        <source>The count comes to {counted}, but the sum is {amount}. Nothing was changed. Count again.</source>
        <translation>गिनती {counted} होती है, पर राशि {amount} है। कुछ नहीं बदला। फिर से गिनें।</translation>
    </message>
    <message>
        <source>“{text}” is not a number of slips. Type it in digits, 0 for none.</source>
        <translation>“{text}” पर्चियों की संख्या नहीं है। अंकों में लिखें, नहीं तो 0।</translation>
    </message>
    <message>
        <source>{amount} is more than the {drawer} that can be taken out. Nothing was moved. Check what was typed.</source>
        <translation>{amount} उन {drawer} से अधिक है जो निकाले जा सकते हैं। कुछ नहीं निकला। लिखा हुआ जाँचें।</translation>
    </message>
    <message>
        <source>Nobody receives the own cash. Nothing was moved. Another person has to confirm it.</source>
        <translation>कोई अपना ही नकद प्राप्त नहीं कर सकता। कुछ नहीं दिया गया। पुष्टि दूसरे व्यक्ति को करनी होगी।</translation>
    </message>
    <message>
        <source>{cashier_id} may not receive cash. Nothing was moved. A head cashier or a supervisor has to confirm it.</source>
        <translation>{cashier_id} नकद प्राप्त नहीं कर सकते। कुछ नहीं दिया गया। पुष्टि मुख्य कैशियर या पर्यवेक्षक को करनी होगी।</translation>
    </message>
    <message>
        <source>{drawer} is in the drawer, more than the {limit} it may hold. Nothing was taken. Give cash to the head cashier first (Ctrl+T, then Alt+D), or take another tender.</source>
        <translation>दराज़ में {drawer} हैं, जो {limit} की सीमा से अधिक है। कुछ नहीं लिया गया। पहले मुख्य कैशियर को नकद दें (Ctrl+T, फिर Alt+D), या दूसरे ढंग से भुगतान लें।</translation>
    </message>
    <message>
        <source>Receipt {receipt_no} was reversed before. Nothing was changed, and nothing is paid back again.</source>
        <translation>रसीद {receipt_no} पहले ही निरस्त हो चुकी है। कुछ नहीं बदला, और दोबारा कुछ वापस नहीं दिया जाएगा।</translation>
    </message>
    <message>
        <source>The money of receipt {receipt_no} was handed over or is at the bank already. Nothing was changed. The head office puts it right.</source>
        <translation>रसीद {receipt_no} की राशि सौंपी जा चुकी है या बैंक में है। कुछ नहीं बदला। इसे मुख्यालय ठीक करेगा।</translation>
    </message>
    <message>
        <source>The bank gave back what paid receipt {receipt_no}: that undid it already. Nothing was changed.</source>
        <translation>रसीद {receipt_no} का चेक या ड्राफ्ट बैंक ने लौटा दिया: इससे भुगतान पहले ही निरस्त हो गया। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The money cannot go back that way: cash is given back for cash alone. Nothing was changed. Choose another way, or keep it in suspense.</source>
        <translation>राशि इस तरह वापस नहीं जा सकती: नकद केवल नकद के बदले लौटता है। कुछ नहीं बदला। दूसरा तरीका चुनें या उचंत में रखें।</translation>
    </message>
    <message>
        <source>The approval code of the void is missing. Nothing was changed. Void the sale on the terminal first, then type the code on its slip.</source>
        <translation>वॉयड का अनुमोदन कोड नहीं है। कुछ नहीं बदला। पहले टर्मिनल पर बिक्री रद्द करें, फिर उसकी पर्ची का कोड लिखें।</translation>
    </message>
    <message>
        <source>A card sale can be voided on its own day alone. Nothing was changed. Keep the money of receipt {receipt_no} in suspense.</source>
        <translation>कार्ड बिक्री केवल उसी दिन रद्द हो सकती है। कुछ नहीं बदला। रसीद {receipt_no} की राशि उचंत में रखें।</translation>
    </message>
    <message>
        <source>{account_no} is the account that was paid. Nothing was changed. Type the account the money was meant for, or leave it empty.</source>
        <translation>{account_no} वही खाता है जिसमें भुगतान हुआ। कुछ नहीं बदला। वह खाता लिखें जिसके लिए राशि थी, या खाली छोड़ें।</translation>
    </message>
    <message>
        <source>Shift {shift_no} is not closed, so it has no Z report yet. Its X report shows it as it stands.</source>
        <translation>पाली {shift_no} समाप्त नहीं हुई है, इसलिए उसकी ज़ेड रिपोर्ट अभी नहीं बनती। अब तक की स्थिति एक्स रिपोर्ट में है।</translation>
    </message>
    <message>
        <source>This report is made of one shift. Choose the shift, then make it again.</source>
        <translation>यह रिपोर्ट एक पाली की बनती है। पाली चुनकर फिर बनाएँ।</translation>
    </message>
    <message>
        <source>That is no mobile number of 10 digits and no e-mail address. Nothing was asked for; the receipt is as it was. Type it again.</source>
        <translation>यह न 10 अंकों का मोबाइल नंबर है, न ई-मेल पता। प्रति नहीं मँगाई गई; रसीद जैसी थी वैसी है। फिर से लिखें।</translation>
    </message>
    <message>
        <source>A copy of receipt {receipt_no} to this address was asked for before and is queued or sent. Nothing more was asked for. Type another address, or leave it with Esc.</source>
        <translation>रसीद {receipt_no} की प्रति इस पते पर पहले ही मँगाई जा चुकी है; वह दर्ज है या भेजी जा चुकी है। दोबारा नहीं मँगाई गई। दूसरा पता लिखें, या Esc से छोड़ दें।</translation>
    </message>
    <message>
        <source>{field} Nothing was printed and nothing was kept.</source>
        <translation>{field} न कुछ छपा, न कुछ सहेजा गया।</translation>
    </message>
    <message>
        <source>The printer&apos;s address is missing, or is none. Type it as 192.168.1.50.</source>
        <translation>प्रिंटर का पता नहीं है या ग़लत है। इस तरह लिखें: 192.168.1.50</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535; nearly always it is 9100.</source>
        <translation>पोर्ट 1 से 65535 तक की संख्या है; लगभग हमेशा 9100।</translation>
    </message>
    <message>
        <source>The port&apos;s name is missing. Type it as COM3 or /dev/ttyUSB0.</source>
        <translation>पोर्ट का नाम नहीं है। इस तरह लिखें: COM3 या /dev/ttyUSB0</translation>
    </message>
    <message>
        <source>The speed is one of 9600, 19200, 38400, 57600 and 115200 baud.</source>
        <translation>गति 9600, 19200, 38400, 57600 या 115200 बॉड में से एक होती है।</translation>
    </message>
    <message>
        <source>The USB printer has no number. Plug it in and look for printers anew.</source>
        <translation>USB प्रिंटर की संख्या नहीं मिली। उसे लगाएँ और प्रिंटर फिर खोजें।</translation>
    </message>
    <message>
        <source>The printer&apos;s name is too long. Type it as the system shows it.</source>
        <translation>प्रिंटर का नाम बहुत लंबा है। वैसा ही लिखें जैसा सिस्टम दिखाता है।</translation>
    </message>
    <message>
        <source>This model is not on the list of printers any more. Choose another.</source>
        <translation>यह मॉडल अब प्रिंटरों की सूची में नहीं है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This model cannot be connected so. Choose another model or connection.</source>
        <translation>यह मॉडल इस तरह नहीं जुड़ सकता। दूसरा मॉडल या कनेक्शन चुनें।</translation>
    </message>
    <message>
        <source>The drawer hangs on pin 2 or on pin 5.</source>
        <translation>दराज़ पिन 2 या पिन 5 पर जुड़ती है।</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>No such date: type it as 23-11-2026</source>
        <translation>ऐसी कोई दिनांक नहीं: 23-11-2026 की तरह लिखें</translation>
    </message>
    <message>
        <source>The last day is before the first</source>
        <translation>अंतिम दिन पहले दिन से पूर्व का है</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>यह दिन अभी आया नहीं है</translation>
    </message>
    <message>
        <source>No shift was opened in the last two weeks</source>
        <translation>पिछले दो सप्ताह में कोई पाली नहीं खुली</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>{count} rows read</source>
        <translation>{count} पंक्तियाँ पढ़ी गईं</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} में से {done}</translation>
    </message>
    <message>
        <source>The report is being made…</source>
        <translation>रिपोर्ट बन रही है…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>Nothing was changed; no file was left.</source>
        <translation>कुछ नहीं बदला; कोई फ़ाइल नहीं छोड़ी गई।</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>विवरण सहेजा गया</translation>
    </message>
    <message>
        <source>Report given to the printer</source>
        <translation>विवरण प्रिंटर को भेजा गया</translation>
    </message>
    <message>
        <source>The report was not printed</source>
        <translation>विवरण नहीं छपा</translation>
    </message>
    <message>
        <source>Opened as PDF</source>
        <translation>PDF में खोली गई</translation>
    </message>
    <message>
        <source>No program shows PDFs here</source>
        <translation>यहाँ PDF दिखाने वाला कोई प्रोग्राम नहीं है</translation>
    </message>
    <message>
        <source>The report is saved: {path}</source>
        <translation>रिपोर्ट सहेजी गई है: {path}</translation>
    </message>
</context>
<context>
    <name>ReportsStage</name>
    <message>
        <source>Reports</source>
        <translation>रिपोर्टें</translation>
    </message>
    <message>
        <source>The day, days or shift before</source>
        <translation>इससे पहले का दिन, अवधि या पाली</translation>
    </message>
    <message>
        <source>The day, days or shift after</source>
        <translation>इसके बाद का दिन, अवधि या पाली</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Make this report</source>
        <translation>यह रिपोर्ट बनाएँ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop making this report</source>
        <translation>रिपोर्ट बनाना रोकें</translation>
    </message>
    <message>
        <source>Print it on A4</source>
        <translation>A4 पर मुद्रित करें</translation>
    </message>
    <message>
        <source>View</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>Open it as PDF</source>
        <translation>PDF में खोलें</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>Print it on the receipt printer</source>
        <translation>रसीद प्रिंटर पर छापें</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>Save as a table for the accountant</source>
        <translation>लेखाकार के लिए तालिका में सहेजें</translation>
    </message>
    <message>
        <source>Save as plain text</source>
        <translation>सादे पाठ में सहेजें</translation>
    </message>
    <message>
        <source>Choose a report</source>
        <translation>रिपोर्ट चुनें</translation>
    </message>
    <message>
        <source>Up and down choose it, Enter shows it. Payments can be taken meanwhile.</source>
        <translation>ऊपर-नीचे से चुनें, Enter से दिखेगी। इस बीच भुगतान लिए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>नियंत्रण</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>भाग</translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation>सूची रिक्त है</translation>
    </message>
    <message>
        <source>What the report is of</source>
        <translation>रिपोर्ट किसकी है</translation>
    </message>
    <message>
        <source>{counter} · as of {moment}</source>
        <translation>{counter} · {moment} की स्थिति</translation>
    </message>
    <message>
        <source>Enter shows it</source>
        <translation>Enter से दिखेगी</translation>
    </message>
</context>
<context>
    <name>ReversalDone</name>
    <message>
        <source>Print the slip</source>
        <translation>पर्ची छापें</translation>
    </message>
    <message>
        <source>Print the slip that both sign</source>
        <translation>वह पर्ची छापें जिस पर दोनों हस्ताक्षर करें</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Receipt {number} is reversed</source>
        <translation>रसीद {number} निरस्त हुई</translation>
    </message>
    <message>
        <source>Pay back {amount} from the drawer</source>
        <translation>दराज़ से {amount} वापस दें</translation>
    </message>
    <message>
        <source>No cash goes back</source>
        <translation>कोई नकद वापस नहीं जाएगा</translation>
    </message>
    <message>
        <source>Hand the cheque or draft back to the payer.</source>
        <translation>चेक या ड्राफ्ट जमाकर्ता को वापस दें।</translation>
    </message>
    <message>
        <source>{amount} waits in suspense for the right account.</source>
        <translation>{amount} सही खाते के लिए उचंत में है।</translation>
    </message>
    <message>
        <source>Print the slip and let both sign it.</source>
        <translation>पर्ची छापें और दोनों से हस्ताक्षर कराएँ।</translation>
    </message>
</context>
<context>
    <name>ReversalEntry</name>
    <message>
        <source>Why</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Right account (empty if not known)</source>
        <translation>सही खाता (ज्ञात न हो तो खाली)</translation>
    </message>
    <message>
        <source>The receipt on paper</source>
        <translation>कागज़ की रसीद</translation>
    </message>
    <message>
        <source>What becomes of the money</source>
        <translation>राशि का क्या होगा</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, nothing is reversed</source>
        <translation>सूची पर वापस, कुछ निरस्त नहीं होगा</translation>
    </message>
    <message>
        <source>Go on to approval</source>
        <translation>अनुमोदन पर आगे बढ़ें</translation>
    </message>
    <message>
        <source>Reverse receipt {number}</source>
        <translation>रसीद {number} निरस्त करें</translation>
    </message>
    <message>
        <source>{amount} goes back out of your drawer, after the approval.</source>
        <translation>अनुमोदन के बाद {amount} आपकी दराज़ से वापस जाएगा।</translation>
    </message>
    <message>
        <source>{amount} stays here, in suspense, until the office gives it to the right account.</source>
        <translation>{amount} यहीं उचंत में रहेगा, जब तक कार्यालय उसे सही खाते में न दे।</translation>
    </message>
    <message>
        <source>The receipt keeps its number and is marked CANCELLED.</source>
        <translation>रसीद की संख्या वही रहती है और उस पर “निरस्त” अंकित होता है।</translation>
    </message>
</context>
<context>
    <name>ReversalTenderRow</name>
    <message>
        <source>Approval code of the void</source>
        <translation>वॉयड का अनुमोदन कोड</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Part payment, lifeline</source>
        <translation>आंशिक भुगतान, लाइफलाइन</translation>
    </message>
    <message>
        <source>Part payment</source>
        <translation>आंशिक भुगतान</translation>
    </message>
    <message>
        <source>Part payment, disconnected</source>
        <translation>आंशिक भुगतान, विच्छेदित</translation>
    </message>
    <message>
        <source>Part payments in a month</source>
        <translation>एक माह के आंशिक भुगतान</translation>
    </message>
    <message>
        <source>Cash of one consumer and day</source>
        <translation>एक उपभोक्ता का एक दिन का नकद</translation>
    </message>
    <message>
        <source>Cash of one payer and day</source>
        <translation>एक जमाकर्ता का एक दिन का नकद</translation>
    </message>
    <message>
        <source>Same payment on one day</source>
        <translation>एक दिन में वही भुगतान</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Cheques that bounced before</source>
        <translation>जिनके चेक पहले वापस आए</translation>
    </message>
    <message>
        <source>Demand drafts</source>
        <translation>डिमांड ड्राफ्ट</translation>
    </message>
    <message>
        <source>Revenue stamp</source>
        <translation>राजस्व टिकट</translation>
    </message>
    <message>
        <source>Counter without the server</source>
        <translation>सर्वर के बिना काउंटर</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>दराज़ का नकद</translation>
    </message>
    <message>
        <source>Notes and coins accepted</source>
        <translation>स्वीकार्य नोट और सिक्के</translation>
    </message>
    <message>
        <source>Close of a shift</source>
        <translation>पाली का समापन</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>अग्रिम</translation>
    </message>
    <message>
        <source>Purpose of payment</source>
        <translation>भुगतान की मद</translation>
    </message>
    <message>
        <source>{rule}: {order}; in force since {day}</source>
        <translation>{rule}: {order}; {day} से लागू</translation>
    </message>
    <message>
        <source>{rule}: set at this counter, {order}; in force since {day}</source>
        <translation>{rule}: इस काउंटर पर बदला गया, {order}; {day} से लागू</translation>
    </message>
</context>
<context>
    <name>RuleDetail</name>
    <message>
        <source>Who says so</source>
        <translation>किसका नियम</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>लागू</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>आदेश</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>सभी संस्करण</translation>
    </message>
    <message>
        <source>All versions of the rule</source>
        <translation>नियम के सभी संस्करण</translation>
    </message>
    <message>
        <source>no change is known</source>
        <translation>कोई बदलाव ज्ञात नहीं</translation>
    </message>
    <message>
        <source>{source}, version {version}</source>
        <translation>{source}, संस्करण {version}</translation>
    </message>
    <message>
        <source>{reason} (supervisor {number})</source>
        <translation>{reason} (पर्यवेक्षक {number})</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Change: {rule}</source>
        <translation>बदलें: {rule}</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>नई मद</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, nothing is changed</source>
        <translation>सूची पर वापस, कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>Set the rule</source>
        <translation>नियम लागू करें</translation>
    </message>
    <message>
        <source>For this counter alone; the centre is told.</source>
        <translation>केवल इस काउंटर के लिए; केन्द्र को सूचना जाएगी।</translation>
    </message>
    <message>
        <source>Look first at what would happen</source>
        <translation>पहले देखें कि क्या होगा</translation>
    </message>
    <message>
        <source>It is shown on the right; then set the rule with Ctrl+Enter.</source>
        <translation>वह दाईं ओर दिखाया गया है; फिर Ctrl+Enter से नियम लागू करें।</translation>
    </message>
    <message>
        <source>The rule is not set</source>
        <translation>नियम लागू नहीं हुआ</translation>
    </message>
    <message>
        <source>Press Esc again to leave it as it was.</source>
        <translation>इसे वैसा ही छोड़ने के लिए Esc फिर दबाएँ।</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Share of the dues (%)</source>
        <translation>बकाये का भाग (%)</translation>
    </message>
    <message>
        <source>Never less than (₹)</source>
        <translation>न्यूनतम राशि (₹)</translation>
    </message>
    <message>
        <source>Part payments a month</source>
        <translation>माह में आंशिक भुगतान</translation>
    </message>
    <message>
        <source>Taken at the counter</source>
        <translation>काउंटर पर मान्य</translation>
    </message>
    <message>
        <source>Largest advance (₹)</source>
        <translation>अधिकतम अग्रिम (₹)</translation>
    </message>
    <message>
        <source>Caution above (₹)</source>
        <translation>इससे ऊपर चेतावनी (₹)</translation>
    </message>
    <message>
        <source>Refused from (₹)</source>
        <translation>इतने से अस्वीकार (₹)</translation>
    </message>
    <message>
        <source>Word needed</source>
        <translation>अनुमति आवश्यक</translation>
    </message>
    <message>
        <source>A word is enough</source>
        <translation>पर्यवेक्षक की अनुमति काफ़ी है</translation>
    </message>
    <message>
        <source>Oldest date (months)</source>
        <translation>अधिकतम आयु (माह)</translation>
    </message>
    <message>
        <source>From disconnected too</source>
        <translation>विच्छेदित से भी</translation>
    </message>
    <message>
        <source>How the duty is met</source>
        <translation>शुल्क कैसे चुकता</translation>
    </message>
    <message>
        <source>Receipts above (₹)</source>
        <translation>इससे ऊपर की रसीदें (₹)</translation>
    </message>
    <message>
        <source>Caution after (hours)</source>
        <translation>चेतावनी (घंटे बाद)</translation>
    </message>
    <message>
        <source>Word after (hours)</source>
        <translation>अनुमति (घंटे बाद)</translation>
    </message>
    <message>
        <source>Word above (₹)</source>
        <translation>इससे ऊपर अनुमति (₹)</translation>
    </message>
    <message>
        <source>A word lasts (minutes)</source>
        <translation>अनुमति मान्य (मिनट)</translation>
    </message>
    <message>
        <source>No cash above, before a drop (0: none)</source>
        <translation>इससे ऊपर नकद सौंपे बिना और नकद नहीं (0: सीमा नहीं)</translation>
    </message>
    <message>
        <source>Approval above short or excess of</source>
        <translation>इतनी कमी-बेशी से ऊपर अनुमोदन</translation>
    </message>
    <message>
        <source>Approval above so many papers differing</source>
        <translation>इतने से अधिक पर्चियों के अंतर पर अनुमोदन</translation>
    </message>
    <message>
        <source>Notes and coins accepted</source>
        <translation>मान्य नोट और सिक्के</translation>
    </message>
    <message>
        <source>Offered at the counter</source>
        <translation>काउंटर पर उपलब्ध</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>अंग्रेज़ी नाम</translation>
    </message>
    <message>
        <source>Name in Hindi</source>
        <translation>हिन्दी नाम</translation>
    </message>
    <message>
        <source>The money goes to</source>
        <translation>राशि कहाँ जाएगी</translation>
    </message>
    <message>
        <source>Which sum</source>
        <translation>कौन सी राशि</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>किस लेखे में</translation>
    </message>
    <message>
        <source>Paper&apos;s number asked</source>
        <translation>पत्र संख्या आवश्यक</translation>
    </message>
    <message>
        <source>Receipt note, English</source>
        <translation>रसीद पर, अंग्रेज़ी</translation>
    </message>
    <message>
        <source>Receipt note, Hindi</source>
        <translation>रसीद पर, हिन्दी</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>No-dues certificate</source>
        <translation>अदेयता प्रमाण पत्र</translation>
    </message>
    <message>
        <source>Cheque or draft taken</source>
        <translation>चेक या ड्राफ्ट मान्य</translation>
    </message>
    <message>
        <source>Code (as meter_test)</source>
        <translation>कोड (जैसे meter_test)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>पहला दिन</translation>
    </message>
    <message>
        <source>Last day (or empty)</source>
        <translation>अंतिम दिन (या रिक्त)</translation>
    </message>
    <message>
        <source>By which order</source>
        <translation>किस आदेश से</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>पर्यवेक्षक</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>box to affix a stamp</source>
        <translation>टिकट चिपकाने का खाना</translation>
    </message>
    <message>
        <source>duty paid for all</source>
        <translation>शुल्क एकमुश्त चुकता</translation>
    </message>
    <message>
        <source>no stamp at all</source>
        <translation>कोई टिकट नहीं</translation>
    </message>
    <message>
        <source>the bills, oldest first</source>
        <translation>बिल, पुराने पहले</translation>
    </message>
    <message>
        <source>an account of its own</source>
        <translation>अपना अलग लेखा</translation>
    </message>
    <message>
        <source>any part, or more</source>
        <translation>कोई भाग, या अधिक</translation>
    </message>
    <message>
        <source>up to what is due</source>
        <translation>देय राशि तक</translation>
    </message>
    <message>
        <source>exactly what is due</source>
        <translation>ठीक देय राशि</translation>
    </message>
    <message>
        <source>the paper&apos;s sum</source>
        <translation>पत्र पर लिखी राशि</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>सभी के लिए</translation>
    </message>
    <message>
        <source>prepaid only</source>
        <translation>केवल प्रीपेड</translation>
    </message>
    <message>
        <source>all but prepaid</source>
        <translation>प्रीपेड को छोड़कर</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>old arrears</source>
        <translation>पुराना बकाया</translation>
    </message>
    <message>
        <source>prepaid recharge</source>
        <translation>प्रीपेड रीचार्ज</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>security deposits</source>
        <translation>प्रतिभूति जमा</translation>
    </message>
    <message>
        <source>schemes (OTS)</source>
        <translation>योजनाएँ (ओटीएस)</translation>
    </message>
    <message>
        <source>assessments</source>
        <translation>निर्धारण</translation>
    </message>
    <message>
        <source>compounding fees</source>
        <translation>शमन शुल्क</translation>
    </message>
    <message>
        <source>other takings</source>
        <translation>अन्य वसूली</translation>
    </message>
    <message>
        <source>Type rupees in figures, such as 250.</source>
        <translation>रुपये अंकों में लिखें, जैसे 250।</translation>
    </message>
    <message>
        <source>Type a number from 0 to 100.</source>
        <translation>0 से 100 तक की संख्या लिखें।</translation>
    </message>
    <message>
        <source>Type a number, 0 to 10,000.</source>
        <translation>0 से 10,000 तक की संख्या लिखें।</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>कम से कम एक चुनें।</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>एक चुनें।</translation>
    </message>
    <message>
        <source>Money for the bills asks a part or all of the dues; for an account of its own, the paper&apos;s sum.</source>
        <translation>बिलों में जाने वाली राशि देय का भाग या पूरा माँगती है; अलग लेखे में पत्र पर लिखी राशि।</translation>
    </message>
    <message>
        <source>Only a head that takes exactly what is due can be the certificate.</source>
        <translation>केवल ठीक देय राशि लेने वाली मद ही प्रमाण पत्र हो सकती है।</translation>
    </message>
    <message>
        <source>Not above the limit of the Income-tax Act: no supervisor lifts it.</source>
        <translation>आयकर अधिनियम की सीमा से अधिक नहीं: इसे कोई पर्यवेक्षक नहीं बढ़ा सकता।</translation>
    </message>
    <message>
        <source>At most 160 letters.</source>
        <translation>अधिकतम 160 अक्षर।</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>यह आवश्यक है।</translation>
    </message>
    <message>
        <source>2 to 40 small letters, figures or _, a letter first.</source>
        <translation>2 से 40 छोटे अंग्रेज़ी अक्षर, अंक या _, पहला अक्षर।</translation>
    </message>
    <message>
        <source>This head is there already: change it in the list.</source>
        <translation>यह मद पहले से है: सूची में बदलें।</translation>
    </message>
    <message>
        <source>Type a date, such as 23-11-2026.</source>
        <translation>तिथि लिखें, जैसे 23-11-2026।</translation>
    </message>
    <message>
        <source>Today or later: what was taken stays as it was decided.</source>
        <translation>आज या बाद की तिथि: जो लिया जा चुका वह वैसा ही रहेगा।</translation>
    </message>
    <message>
        <source>The last day cannot be before the first or in the past.</source>
        <translation>अंतिम दिन पहले दिन से पहले या बीता हुआ नहीं हो सकता।</translation>
    </message>
    <message>
        <source>{note} is accepted</source>
        <translation>{note} मान्य है</translation>
    </message>
</context>
<context>
    <name>RulePreviewPanel</name>
    <message>
        <source>What would happen</source>
        <translation>क्या होगा</translation>
    </message>
    <message>
        <source>Examples and past payments</source>
        <translation>उदाहरण और पिछले भुगतान</translation>
    </message>
    <message>
        <source>Shown as soon as the rule can be read: fill every field on the left.</source>
        <translation>नियम पढ़ा जा सके तो यहाँ दिखेगा: बाईं ओर हर खाना भरें।</translation>
    </message>
    <message>
        <source>there is no such head.</source>
        <translation>ऐसी कोई मद नहीं है।</translation>
    </message>
    <message>
        <source>As it is: {said}</source>
        <translation>अभी: {said}</translation>
    </message>
    <message>
        <source>As typed, from {day}: {said}</source>
        <translation>लिखे अनुसार, {day} से: {said}</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>उदाहरण</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>लिखे अनुसार</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{amount} due</source>
        <translation>{amount} देय</translation>
    </message>
    <message>
        <source>Part payment no. {number} of a month</source>
        <translation>माह का आंशिक भुगतान क्र. {number}</translation>
    </message>
    <message>
        <source>{amount} more than is due</source>
        <translation>देय से {amount} अधिक</translation>
    </message>
    <message>
        <source>{amount} in cash</source>
        <translation>{amount} नकद</translation>
    </message>
    <message>
        <source>The same payment again</source>
        <translation>वही भुगतान फिर से</translation>
    </message>
    <message>
        <source>{number} months old</source>
        <translation>{number} माह पुराना</translation>
    </message>
    <message>
        <source>From a disconnected consumer</source>
        <translation>विच्छेदित उपभोक्ता से</translation>
    </message>
    <message>
        <source>A cheque of a barred consumer</source>
        <translation>चेक पर रोक वाले उपभोक्ता का चेक</translation>
    </message>
    <message>
        <source>A receipt of {amount}</source>
        <translation>{amount} की रसीद</translation>
    </message>
    <message>
        <source>{number} hours without the server</source>
        <translation>सर्वर बिना {number} घंटे</translation>
    </message>
    <message>
        <source>{amount} unsent</source>
        <translation>{amount} अप्रेषित</translation>
    </message>
    <message>
        <source>{amount} in the drawer</source>
        <translation>दराज़ में {amount}</translation>
    </message>
    <message>
        <source>{amount} short or in excess</source>
        <translation>{amount} की कमी या अधिकता</translation>
    </message>
    <message>
        <source>{number} slips or papers missing</source>
        <translation>{number} पर्चियाँ या चेक कम</translation>
    </message>
    <message>
        <source>Note or coin of {note}</source>
        <translation>{note} का नोट या सिक्का</translation>
    </message>
    <message>
        <source>Postpaid connection</source>
        <translation>पोस्टपेड संयोजन</translation>
    </message>
    <message>
        <source>Prepaid connection</source>
        <translation>प्रीपेड संयोजन</translation>
    </message>
    <message>
        <source>Half of what is due</source>
        <translation>देय का आधा</translation>
    </message>
    <message>
        <source>More than is due</source>
        <translation>देय से अधिक</translation>
    </message>
    <message>
        <source>By cheque or draft</source>
        <translation>चेक या ड्राफ्ट से</translation>
    </message>
    <message>
        <source>Without a paper&apos;s number</source>
        <translation>पत्र संख्या के बिना</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>मान्य</translation>
    </message>
    <message>
        <source>with a caution</source>
        <translation>चेतावनी सहित</translation>
    </message>
    <message>
        <source>needs a word</source>
        <translation>अनुमति चाहिए</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>अस्वीकार</translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>कम से कम {amount}</translation>
    </message>
    <message>
        <source>stamp box</source>
        <translation>टिकट का खाना</translation>
    </message>
    <message>
        <source>duty paid</source>
        <translation>शुल्क चुकता</translation>
    </message>
    <message>
        <source>no stamp</source>
        <translation>टिकट नहीं</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>मान्य</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>अमान्य</translation>
    </message>
    <message>
        <source>closed with a reason</source>
        <translation>कारण लिखकर बन्द</translation>
    </message>
    <message>
        <source>needs an approval</source>
        <translation>अनुमोदन चाहिए</translation>
    </message>
    <message>
        <source>Needing a word</source>
        <translation>अनुमति वाले</translation>
    </message>
    <message>
        <source>With a caution</source>
        <translation>चेतावनी वाले</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>With a stamp box</source>
        <translation>टिकट खाने वाली</translation>
    </message>
    <message>
        <source>With duty paid</source>
        <translation>शुल्क चुकता वाली</translation>
    </message>
    <message>
        <source>Receipts do not keep what this rule looks at, so only examples can be shown.</source>
        <translation>यह नियम जो देखता है वह रसीदों में नहीं रहता, इसलिए केवल उदाहरण दिखाए जा सकते हैं।</translation>
    </message>
    <message>
        <source>No payment was taken at this counter since {day}.</source>
        <translation>{day} से इस काउंटर पर कोई भुगतान नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Of {payments} payments since {day}, this rule looks at {concerned}.</source>
        <translation>{day} से {payments} भुगतानों में से {concerned} इस नियम में आते हैं।</translation>
    </message>
    <message>
        <source>Of the newest {payments} payments, back to {day}, this rule looks at {concerned}; older ones were left out.</source>
        <translation>नवीनतम {payments} भुगतानों में से ({day} तक) {concerned} इस नियम में आते हैं; पुराने नहीं देखे गए।</translation>
    </message>
    <message>
        <source>None of them would have met it.</source>
        <translation>इनमें से किसी पर असर नहीं होता।</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>केन्द्र</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>यह काउंटर</translation>
    </message>
    <message>
        <source>{count} paise</source>
        <translation>{count} पैसे</translation>
    </message>
    <message>
        <source>always</source>
        <translation>सदा</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} से</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} से {last} तक</translation>
    </message>
    <message>
        <source>From {day}: {said}</source>
        <translation>{day} से: {said}</translation>
    </message>
    <message>
        <source>This head is no longer there.</source>
        <translation>यह मद अब नहीं है।</translation>
    </message>
    <message>
        <source>At least {share} % of what is due.</source>
        <translation>देय का कम से कम {share} %।</translation>
    </message>
    <message>
        <source>At least {share} % of what is due, and never less than {least}.</source>
        <translation>देय का कम से कम {share} %, और {least} से कम कभी नहीं।</translation>
    </message>
    <message>
        <source>{count} a month for one consumer; each further one needs a supervisor&apos;s word.</source>
        <translation>एक उपभोक्ता के माह में {count}; उससे अधिक पर पर्यवेक्षक की अनुमति चाहिए।</translation>
    </message>
    <message>
        <source>Nothing beyond what is due is taken.</source>
        <translation>देय से अधिक कुछ नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>What is paid beyond the dues is taken as an advance, up to {most}.</source>
        <translation>देय से अधिक राशि {most} तक अग्रिम में ली जाती है।</translation>
    </message>
    <message>
        <source>Above {limit} in cash for one consumer on one day, the cashier is cautioned.</source>
        <translation>एक उपभोक्ता का एक दिन में {limit} से अधिक नकद हो तो कैशियर को चेतावनी दी जाती है।</translation>
    </message>
    <message>
        <source>Cash of {limit} and more from one payer on one day is refused; no word lifts it.</source>
        <translation>एक जमाकर्ता से एक दिन में {limit} या अधिक नकद नहीं लिया जाता; किसी की अनुमति से भी नहीं।</translation>
    </message>
    <message>
        <source>The same sum for the same account on one day needs a supervisor&apos;s word.</source>
        <translation>एक दिन में उसी खाते में वही राशि फिर लेने पर पर्यवेक्षक की अनुमति चाहिए।</translation>
    </message>
    <message>
        <source>The same sum for the same account on one day: the cashier is cautioned.</source>
        <translation>एक दिन में उसी खाते में वही राशि फिर आए तो कैशियर को चेतावनी दी जाती है।</translation>
    </message>
    <message>
        <source>No cheque is taken.</source>
        <translation>चेक नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>Taken up to {months} months after its date; not from a disconnected consumer.</source>
        <translation>चेक की तिथि से {months} माह तक मान्य; विच्छेदित उपभोक्ता से नहीं।</translation>
    </message>
    <message>
        <source>Taken up to {months} months after its date, from disconnected consumers too.</source>
        <translation>चेक की तिथि से {months} माह तक मान्य, विच्छेदित उपभोक्ता से भी।</translation>
    </message>
    <message>
        <source>A cheque of a barred consumer needs a supervisor&apos;s word.</source>
        <translation>चेक पर रोक वाले उपभोक्ता का चेक पर्यवेक्षक की अनुमति से ही लिया जाता है।</translation>
    </message>
    <message>
        <source>A cheque of a barred consumer is refused; no word lifts it.</source>
        <translation>चेक पर रोक वाले उपभोक्ता का चेक नहीं लिया जाता; किसी की अनुमति से भी नहीं।</translation>
    </message>
    <message>
        <source>No demand draft is taken.</source>
        <translation>डिमांड ड्राफ्ट नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>Taken up to {months} months after its date.</source>
        <translation>अपनी तिथि से {months} माह तक मान्य।</translation>
    </message>
    <message>
        <source>Receipts above {limit} carry a box for a revenue stamp.</source>
        <translation>{limit} से अधिक की रसीद पर राजस्व टिकट का खाना रहता है।</translation>
    </message>
    <message>
        <source>Receipts above {limit} say that the stamp duty is paid.</source>
        <translation>{limit} से अधिक की रसीद पर लिखा रहता है कि स्टाम्प शुल्क चुकता है।</translation>
    </message>
    <message>
        <source>No receipt carries a stamp.</source>
        <translation>किसी रसीद पर टिकट नहीं।</translation>
    </message>
    <message>
        <source>A caution after {warn_hours} hours without the server or above {warn} unsent; a supervisor&apos;s word after {word_hours} hours or above {word}, good for {minutes} minutes.</source>
        <translation>सर्वर बिना {warn_hours} घंटे या {warn} से अधिक अप्रेषित होने पर चेतावनी; {word_hours} घंटे या {word} से अधिक पर पर्यवेक्षक की अनुमति, जो {minutes} मिनट मान्य है।</translation>
    </message>
    <message>
        <source>A caution above {warn} in the drawer; a supervisor&apos;s word above {word}, good for {minutes} minutes.</source>
        <translation>दराज़ में {warn} से अधिक पर चेतावनी; {word} से अधिक पर पर्यवेक्षक की अनुमति, जो {minutes} मिनट मान्य है।</translation>
    </message>
    <message>
        <source>Above {drop} no cash is taken before a part goes to the head cashier.</source>
        <translation>{drop} से ऊपर, कुछ भाग मुख्य कैशियर को सौंपे बिना, नकद नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>A second person approves when more than {limit} is short or in excess, or when more than {pieces} slips and papers differ.</source>
        <translation>{limit} से अधिक कमी या अधिकता हो, या {pieces} से अधिक पर्चियों-चेकों में अंतर हो, तो दूसरे व्यक्ति का अनुमोदन लगता है।</translation>
    </message>
    <message>
        <source>Not offered at the counter.</source>
        <translation>काउंटर पर उपलब्ध नहीं।</translation>
    </message>
    <message>
        <source>Prepaid connections only.</source>
        <translation>केवल प्रीपेड संयोजन।</translation>
    </message>
    <message>
        <source>Not for prepaid connections.</source>
        <translation>प्रीपेड संयोजन के लिए नहीं।</translation>
    </message>
    <message>
        <source>The number of the office&apos;s paper is asked for.</source>
        <translation>कार्यालय के पत्र की संख्या माँगी जाती है।</translation>
    </message>
    <message>
        <source>No cheque or draft.</source>
        <translation>चेक या ड्राफ्ट नहीं।</translation>
    </message>
    <message>
        <source>The receipt is the no-dues certificate.</source>
        <translation>रसीद ही अदेयता प्रमाण पत्र है।</translation>
    </message>
    <message>
        <source>The sum on the office&apos;s paper.</source>
        <translation>कार्यालय के पत्र पर लिखी राशि।</translation>
    </message>
    <message>
        <source>Any part of what is due, or more as an advance.</source>
        <translation>देय का कोई भी भाग, या अधिक अग्रिम में।</translation>
    </message>
    <message>
        <source>Exactly what is due.</source>
        <translation>ठीक देय राशि।</translation>
    </message>
    <message>
        <source>Up to what is due.</source>
        <translation>देय राशि तक।</translation>
    </message>
</context>
<context>
    <name>RulesList</name>
    <message>
        <source>Rules</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>Rules and heads</source>
        <translation>नियम और मदें</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>नई मद</translation>
    </message>
    <message>
        <source>Add a head that can be paid for</source>
        <translation>भुगतान की नई मद जोड़ें</translation>
    </message>
    <message>
        <source>End</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>End this counter&apos;s rule: the centre&apos;s holds</source>
        <translation>इस काउंटर का नियम समाप्त करें: केन्द्र का लागू होगा</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Offer this head no longer</source>
        <translation>यह मद अब उपलब्ध न रखें</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Change the chosen rule</source>
        <translation>चुना हुआ नियम बदलें</translation>
    </message>
    <message>
        <source>What holds on {day}. A payment uses the rule of its day.</source>
        <translation>{day} को जो लागू है। हर भुगतान पर उसी दिन का नियम लगता है।</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>Holds today</source>
        <translation>आज लागू</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>किसका नियम</translation>
    </message>
    <message>
        <source>Changes on</source>
        <translation>बदलाव</translation>
    </message>
</context>
<context>
    <name>RulesScreen</name>
    <message>
        <source>Rules</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>The rules are being read</source>
        <translation>नियम पढ़े जा रहे हैं</translation>
    </message>
    <message>
        <source>They are listed as soon as the books are free.</source>
        <translation>बही खाली होते ही वे यहाँ दिखेंगे।</translation>
    </message>
    <message>
        <source>Rules of the centre that this program does not know</source>
        <translation>केन्द्र के वे नियम जो यह प्रोग्राम नहीं जानता</translation>
    </message>
    <message>
        <source>The rules before them stay in force. Ask for an update: {names}</source>
        <translation>उनसे पहले के नियम लागू रहेंगे। अद्यतन माँगें: {names}</translation>
    </message>
    <message>
        <source>Set from {day}: {rule}</source>
        <translation>{day} से लागू: {rule}</translation>
    </message>
</context>
<context>
    <name>Sale</name>
    <message>
        <source>The card is charged</source>
        <translation>कार्ड से राशि कट गई है</translation>
    </message>
    <message>
        <source>Nothing was given back: the charge stands.</source>
        <translation>कुछ लौटाया नहीं गया: राशि कटी हुई है।</translation>
    </message>
    <message>
        <source>The bank declined the card</source>
        <translation>बैंक ने कार्ड अस्वीकार किया</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>कोई राशि नहीं कटी।</translation>
    </message>
    <message>
        <source>The card is not charged</source>
        <translation>कार्ड से राशि नहीं कटी</translation>
    </message>
    <message>
        <source>Nothing is taken from the card.</source>
        <translation>कार्ड से कुछ नहीं लिया गया है।</translation>
    </message>
    <message>
        <source>The sale was not begun</source>
        <translation>कार्ड मशीन पर भुगतान शुरू नहीं हुआ</translation>
    </message>
    <message>
        <source>The card may have been charged</source>
        <translation>हो सकता है कि कार्ड से राशि कट गई हो</translation>
    </message>
    <message>
        <source>Take nothing else for this money until the terminal has told.</source>
        <translation>जब तक कार्ड मशीन न बताए, इस राशि के लिए कुछ और न लें।</translation>
    </message>
    <message>
        <source>It is on no receipt yet.</source>
        <translation>यह अभी किसी रसीद पर नहीं है।</translation>
    </message>
    <message>
        <source>Give it back today, or call a supervisor.</source>
        <translation>आज ही लौटाएँ, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>There is not enough money in the account.</source>
        <translation>खाते में पर्याप्त राशि नहीं है।</translation>
    </message>
    <message>
        <source>Charge a smaller part, or take another card or cash.</source>
        <translation>कम राशि लें, या दूसरा कार्ड या नकद माँगें।</translation>
    </message>
    <message>
        <source>The PIN was wrong.</source>
        <translation>पिन गलत था।</translation>
    </message>
    <message>
        <source>Charge again and let the payer type it anew.</source>
        <translation>फिर से भुगतान भेजें और पिन दोबारा डलवाएँ।</translation>
    </message>
    <message>
        <source>The PIN was wrong too often.</source>
        <translation>पिन कई बार गलत डाला गया।</translation>
    </message>
    <message>
        <source>Take another card, or another tender.</source>
        <translation>दूसरा कार्ड या कोई और साधन माँगें।</translation>
    </message>
    <message>
        <source>The card has expired.</source>
        <translation>कार्ड की अवधि समाप्त हो चुकी है।</translation>
    </message>
    <message>
        <source>The bank has blocked this card.</source>
        <translation>बैंक ने यह कार्ड ब्लॉक कर रखा है।</translation>
    </message>
    <message>
        <source>It is above the card&apos;s limit.</source>
        <translation>राशि कार्ड की सीमा से अधिक है।</translation>
    </message>
    <message>
        <source>The bank does not permit this with this card.</source>
        <translation>बैंक इस कार्ड से इसकी अनुमति नहीं देता।</translation>
    </message>
    <message>
        <source>The card&apos;s bank was not reached.</source>
        <translation>कार्ड के बैंक से सम्पर्क नहीं हुआ।</translation>
    </message>
    <message>
        <source>Try again in a minute, or take another tender.</source>
        <translation>एक मिनट बाद फिर प्रयास करें, या किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>The bank gave no reason.</source>
        <translation>बैंक ने कारण नहीं बताया।</translation>
    </message>
    <message>
        <source>You stopped it before the bank was asked.</source>
        <translation>बैंक से पूछे जाने से पहले आपने इसे रोक दिया।</translation>
    </message>
    <message>
        <source>Charge again, or take another tender.</source>
        <translation>फिर से भुगतान भेजें, या किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>It was stopped at the terminal.</source>
        <translation>इसे कार्ड मशीन पर रोका गया।</translation>
    </message>
    <message>
        <source>No card was shown in time.</source>
        <translation>समय पर कार्ड नहीं दिखाया गया।</translation>
    </message>
    <message>
        <source>Charge again when the payer has the card in hand.</source>
        <translation>जमाकर्ता के हाथ में कार्ड हो तब फिर से भुगतान भेजें।</translation>
    </message>
    <message>
        <source>It was charged and given back.</source>
        <translation>राशि कटी थी और लौटा दी गई।</translation>
    </message>
    <message>
        <source>Hand the void slip to the payer; charge again, or take another tender.</source>
        <translation>रद्द (void) की पर्ची जमाकर्ता को दें; फिर से भुगतान भेजें, या किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>The terminal is busy with something else.</source>
        <translation>कार्ड मशीन किसी और काम में व्यस्त है।</translation>
    </message>
    <message>
        <source>Finish that at the terminal, then try again.</source>
        <translation>मशीन पर वह काम पूरा करें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The terminal has no line to the bank.</source>
        <translation>कार्ड मशीन का बैंक से सम्पर्क नहीं है।</translation>
    </message>
    <message>
        <source>See to its SIM or network and try again, or take another tender.</source>
        <translation>उसका सिम या नेटवर्क देखकर फिर प्रयास करें, या किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>The terminal says it is out of service.</source>
        <translation>कार्ड मशीन बता रही है कि वह सेवा में नहीं है।</translation>
    </message>
    <message>
        <source>Call the bank&apos;s helpline; take another tender meanwhile.</source>
        <translation>बैंक की हेल्पलाइन पर फ़ोन करें; तब तक किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>The terminal did not understand the counter.</source>
        <translation>कार्ड मशीन काउंटर की बात नहीं समझी।</translation>
    </message>
    <message>
        <source>Call a technician; take another tender meanwhile.</source>
        <translation>तकनीशियन को बुलाएँ; तब तक किसी और साधन से लें।</translation>
    </message>
    <message>
        <source>The terminal takes no sale under this reference any more.</source>
        <translation>कार्ड मशीन इस संदर्भ पर अब भुगतान नहीं लेगी।</translation>
    </message>
    <message>
        <source>Charge again: it gets a new one.</source>
        <translation>फिर से भुगतान भेजें: उसे नया संदर्भ मिलेगा।</translation>
    </message>
    <message>
        <source>The sale never reached the terminal and will not be charged later.</source>
        <translation>भुगतान कार्ड मशीन तक पहुँचा ही नहीं, और बाद में भी नहीं कटेगा।</translation>
    </message>
    <message>
        <source>An earlier sale of this payment is not certain yet.</source>
        <translation>इस भुगतान का एक पिछला कार्ड भुगतान अभी निश्चित नहीं है।</translation>
    </message>
    <message>
        <source>Ask the terminal about that one first.</source>
        <translation>पहले उसके बारे में कार्ड मशीन से पूछें।</translation>
    </message>
    <message>
        <source>No terminal is connected to this counter now.</source>
        <translation>इस काउंटर से अभी कोई कार्ड मशीन नहीं जुड़ी है।</translation>
    </message>
    <message>
        <source>Look at the terminal&apos;s slip or journal, and call a supervisor.</source>
        <translation>कार्ड मशीन की पर्ची या उसका रिकॉर्ड देखें, और पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The terminal does not answer on its cable.</source>
        <translation>कार्ड मशीन केबल पर उत्तर नहीं दे रही।</translation>
    </message>
    <message>
        <source>See that it is switched on and connected, then try again.</source>
        <translation>देखें कि वह चालू और जुड़ी हुई है, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>Another terminal answered than the one set for this counter.</source>
        <translation>इस काउंटर के लिए तय मशीन के बजाय दूसरी कार्ड मशीन ने उत्तर दिया।</translation>
    </message>
    <message>
        <source>Check the cable and the TID on its slip, then try again.</source>
        <translation>केबल और पर्ची पर छपा TID जाँचें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer did not come.</source>
        <translation>कार्ड मशीन का उत्तर नहीं आया।</translation>
    </message>
    <message>
        <source>Look at its screen and cable, then try again.</source>
        <translation>मशीन की स्क्रीन और केबल देखें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The line to the terminal broke in the middle.</source>
        <translation>कार्ड मशीन से सम्पर्क बीच में टूट गया।</translation>
    </message>
    <message>
        <source>Check its cable, then try again.</source>
        <translation>उसकी केबल जाँचें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The terminal is still at it, or waits for the bank.</source>
        <translation>कार्ड मशीन अभी इसी में लगी है, या बैंक के उत्तर की प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>थोड़ा रुकें, फिर प्रयास करें।</translation>
    </message>
    <message>
        <source>The terminal no longer remembers this sale.</source>
        <translation>कार्ड मशीन को यह भुगतान अब याद नहीं है।</translation>
    </message>
    <message>
        <source>Call a supervisor: only the bank&apos;s statement can tell.</source>
        <translation>पर्यवेक्षक को बुलाएँ: अब केवल बैंक के विवरण से पता चल सकता है।</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer could not be read.</source>
        <translation>कार्ड मशीन का उत्तर पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Ask again; if it stays so, call a supervisor.</source>
        <translation>फिर से पूछें; ऐसा ही रहे तो पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The terminal names another amount than was asked for.</source>
        <translation>कार्ड मशीन माँगी गई राशि से अलग राशि बता रही है।</translation>
    </message>
    <message>
        <source>Look at its slip and call a supervisor.</source>
        <translation>उसकी पर्ची देखें और पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>The answer held a card number, so it was not believed and not kept.</source>
        <translation>उत्तर में कार्ड संख्या थी, इसलिए उसे न माना गया और न सहेजा गया।</translation>
    </message>
    <message>
        <source>Ask again; if it stays so, call a supervisor and the bank.</source>
        <translation>फिर से पूछें; ऐसा ही रहे तो पर्यवेक्षक और बैंक को बताएँ।</translation>
    </message>
    <message>
        <source>The terminal refuses to give it back.</source>
        <translation>कार्ड मशीन राशि लौटाने से मना कर रही है।</translation>
    </message>
    <message>
        <source>Take the payment with it, or call a supervisor.</source>
        <translation>इसी से भुगतान लें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>Its slip is on a receipt: the payment was taken.</source>
        <translation>इसकी पर्ची एक रसीद पर है: भुगतान लिया जा चुका है।</translation>
    </message>
    <message>
        <source>Look for the receipt with F7.</source>
        <translation>रसीद F7 से देखें।</translation>
    </message>
    <message>
        <source>Take the payment with it, or try again; if it stays so, call a supervisor.</source>
        <translation>इसी से भुगतान लें, या फिर प्रयास करें; ऐसा ही रहे तो पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>Waiting for the terminal…</source>
        <translation>कार्ड मशीन की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>The payer taps or inserts the card…</source>
        <translation>जमाकर्ता कार्ड टैप करें या लगाएँ…</translation>
    </message>
    <message>
        <source>The card is being read…</source>
        <translation>कार्ड पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>The payer types the PIN…</source>
        <translation>जमाकर्ता पिन डाल रहे हैं…</translation>
    </message>
    <message>
        <source>The bank is being asked…</source>
        <translation>बैंक से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>The payer takes the card out…</source>
        <translation>जमाकर्ता कार्ड निकाल लें…</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>The code of a receipt was scanned</source>
        <translation>रसीद का कोड स्कैन हुआ</translation>
    </message>
    <message>
        <source>Ctrl+Q checks whether it is genuine. Nothing here was changed by it.</source>
        <translation>Ctrl+Q से जाँचें कि वह असली है या नहीं। यहाँ इससे कुछ नहीं बदला।</translation>
    </message>
</context>
<context>
    <name>SeatLock</name>
    <message>
        <source>There is an unfinished payment behind the lock</source>
        <translation>ताले के पीछे एक अधूरा भुगतान है</translation>
    </message>
    <message>
        <source>Its card was charged: the charge stays on the list of open charges (Alt+Q). Press Ctrl+L again to drop the payment and sign in.</source>
        <translation>इसके कार्ड से राशि ली जा चुकी है: वह खुले कार्ड भुगतानों की सूची (Alt+Q) में रहती है। भुगतान छोड़कर साइन इन करने के लिए फिर Ctrl+L दबाएँ।</translation>
    </message>
    <message>
        <source>Nothing was taken of it. Press Ctrl+L again to drop it and sign in.</source>
        <translation>इसमें कुछ नहीं लिया गया। इसे छोड़कर साइन इन करने के लिए फिर Ctrl+L दबाएँ।</translation>
    </message>
</context>
<context>
    <name>SecondPersonPanel</name>
    <message>
        <source>Supervisor&apos;s number</source>
        <translation>पर्यवेक्षक संख्या</translation>
    </message>
    <message>
        <source>Supervisor&apos;s PIN</source>
        <translation>पर्यवेक्षक का पिन</translation>
    </message>
    <message>
        <source>Answer heard</source>
        <translation>सुना हुआ उत्तर</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>काउंटर पर</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>टेलीफ़ोन से</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>दिनांक</translation>
    </message>
    <message>
        <source>to</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>कैशियर</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
</context>
<context>
    <name>ShiftOpening</name>
    <message>
        <source>Counted float</source>
        <translation>गिनी हुई छुट्टा राशि</translation>
    </message>
    <message>
        <source>Drawer or tray</source>
        <translation>दराज़ या ट्रे</translation>
    </message>
    <message>
        <source>Drawer {number}</source>
        <translation>दराज़ {number}</translation>
    </message>
    <message>
        <source>Whose float</source>
        <translation>किसकी छुट्टा राशि</translation>
    </message>
    <message>
        <source>A float of its own</source>
        <translation>अपनी अलग छुट्टा राशि</translation>
    </message>
    <message>
        <source>Take over {amount} of shift {number}, {name}</source>
        <translation>पाली {number}, {name} के {amount} लें</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Open shift</source>
        <translation>पाली खोलें</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>स्वागत है, {name}</translation>
    </message>
    <message>
        <source>Count the cash in the drawer before the first consumer. Say 0 for none.</source>
        <translation>पहले उपभोक्ता से पहले दराज़ का नकद गिनें। जो नहीं है उसके लिए 0 लिखें।</translation>
    </message>
    <message>
        <source>Count notes and coins</source>
        <translation>नोट और सिक्के गिनें</translation>
    </message>
    <message>
        <source>Type the sum</source>
        <translation>कुल राशि लिखें</translation>
    </message>
    <message>
        <source>Without a shift</source>
        <translation>बिना पाली के</translation>
    </message>
    <message>
        <source>Work on without a shift</source>
        <translation>बिना पाली के काम करें</translation>
    </message>
    <message>
        <source>Is the date of this computer right? Then press Enter again.</source>
        <translation>क्या इस कम्प्यूटर की तारीख सही है? तो फिर से Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Count again, or press Enter again: a second person may approve it.</source>
        <translation>फिर से गिनें, या दोबारा Enter दबाएँ: दूसरा व्यक्ति अनुमोदन दे सकता है।</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
    <message>
        <source>Sign in at the cash counter</source>
        <translation>कैश काउंटर पर साइन इन करें</translation>
    </message>
    <message>
        <source>Cashier number</source>
        <translation>कैशियर संख्या</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>हिन्दी में देखें</source>
        <translation>View in English</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>भाषा बदलें</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Switch between light, dark and high contrast</source>
        <translation>हल्का, गहरा और अधिक विषमता वाला रूप बदलें</translation>
    </message>
    <message>
        <source>Helpline 1912</source>
        <translation>हेल्पलाइन 1912</translation>
    </message>
    <message>
        <source>Type your number.</source>
        <translation>अपनी संख्या लिखें।</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>अपना पिन लिखें।</translation>
    </message>
    <message>
        <source>That looks like a card number</source>
        <translation>यह कार्ड संख्या जैसी है</translation>
    </message>
    <message>
        <source>It was wiped and not stored.</source>
        <translation>इसे मिटा दिया गया, सहेजा नहीं गया।</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Opening the books…</source>
        <translation>बही खुल रही है…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Shift {number} is suspended</source>
        <translation>पाली {number} रोकी गई है</translation>
    </message>
    <message>
        <source>Lock its drawer away. Whoever comes now works on another drawer.</source>
        <translation>उसकी दराज़ ताले में रखें। अब जो आएँ, वे दूसरी दराज़ पर काम करेंगे।</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>No bills yet</source>
        <translation>अभी बिल नहीं</translation>
    </message>
    <message>
        <source>Bills of {moment}</source>
        <translation>बिल {moment} के</translation>
    </message>
    <message>
        <source>Stopped: {reason}</source>
        <translation>रुका हुआ: {reason}</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>सब भेजा जा चुका</translation>
    </message>
    <message>
        <source>{count} unsent ({amount}), oldest {moment}</source>
        <translation>{count} शेष ({amount}), सबसे पुराना {moment}</translation>
    </message>
    <message>
        <source>{count} differ from the centre (Ctrl+M)</source>
        <translation>{count} में केन्द्र से अंतर (Ctrl+M)</translation>
    </message>
    <message>
        <source>Not reconciled yet (Ctrl+M)</source>
        <translation>मिलान शेष (Ctrl+M)</translation>
    </message>
    <message>
        <source>{day} not reconciled (Ctrl+M)</source>
        <translation>{day} का मिलान शेष (Ctrl+M)</translation>
    </message>
    <message>
        <source>{amount} since {day} not at the bank (Ctrl+B)</source>
        <translation>{day} से {amount} बैंक में जमा नहीं (Ctrl+B)</translation>
    </message>
    <message>
        <source>Printer not used yet</source>
        <translation>प्रिंटर अभी प्रयोग नहीं हुआ</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>छप रही है…</translation>
    </message>
    <message>
        <source>No printer: PDF</source>
        <translation>प्रिंटर नहीं: PDF</translation>
    </message>
    <message>
        <source>Printer is uncertain</source>
        <translation>छपाई अनिश्चित</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>प्रिंटर तैयार</translation>
    </message>
</context>
<context>
    <name>SuspensePanel</name>
    <message>
        <source>Without account</source>
        <translation>बिना खाते के</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Account no. as on paper</source>
        <translation>कागज़ पर लिखी खाता संख्या</translation>
    </message>
    <message>
        <source>Meter no.</source>
        <translation>मीटर संख्या</translation>
    </message>
    <message>
        <source>Bill no.</source>
        <translation>बिल संख्या</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
</context>
<context>
    <name>TelephoneCard</name>
    <message>
        <source>Read this out to the supervisor, who answers with 8 letters and figures within {minutes} minutes.</source>
        <translation>इसे पर्यवेक्षक को पढ़कर सुनाएँ, जो {minutes} मिनट में 8 अक्षरों और अंकों में उत्तर देंगे।</translation>
    </message>
</context>
<context>
    <name>Tender</name>
    <message>
        <source>Cash given</source>
        <translation>दिया गया नकद</translation>
    </message>
    <message>
        <source>Sum of this tender</source>
        <translation>इस साधन की राशि</translation>
    </message>
    <message>
        <source>Card network</source>
        <translation>कार्ड नेटवर्क</translation>
    </message>
    <message>
        <source>Last 4 digits</source>
        <translation>अंतिम 4 अंक</translation>
    </message>
    <message>
        <source>RRN (12 digits)</source>
        <translation>RRN (12 अंक)</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>स्वीकृति कोड</translation>
    </message>
    <message>
        <source>TID</source>
        <translation>TID</translation>
    </message>
    <message>
        <source>MID</source>
        <translation>MID</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>बैच</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>इनवॉइस</translation>
    </message>
    <message>
        <source>UPI reference</source>
        <translation>UPI संदर्भ</translation>
    </message>
    <message>
        <source>Bank&apos;s message came?</source>
        <translation>बैंक का संदेश आया?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Date on it</source>
        <translation>उस पर तिथि</translation>
    </message>
    <message>
        <source>IFSC</source>
        <translation>IFSC</translation>
    </message>
    <message>
        <source>MICR, if any</source>
        <translation>MICR, यदि हो</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>Drawer, if not the payer</source>
        <translation>आहर्ता, यदि अन्य</translation>
    </message>
</context>
<context>
    <name>TenderPanel</name>
    <message>
        <source>Change to give</source>
        <translation>वापस राशि</translation>
    </message>
    <message>
        <source>All is handed over</source>
        <translation>पूरी राशि आ गई</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>शेष देना है</translation>
    </message>
    <message>
        <source>Nothing is due: tell the consumer</source>
        <translation>कुछ देय नहीं: उपभोक्ता को बताएँ</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>देय राशि</translation>
    </message>
    <message>
        <source>Cash given: {amount}</source>
        <translation>दिया गया नकद: {amount}</translation>
    </message>
    <message>
        <source>DD</source>
        <translation>डीडी</translation>
    </message>
    <message>
        <source>Next tender</source>
        <translation>अगला साधन</translation>
    </message>
    <message>
        <source>Pay what remains by another tender</source>
        <translation>शेष राशि दूसरे साधन से लें</translation>
    </message>
    <message>
        <source>Mend last</source>
        <translation>पिछला सुधारें</translation>
    </message>
    <message>
        <source>Mend the last tender</source>
        <translation>पिछला साधन सुधारें</translation>
    </message>
    <message>
        <source>Card by the terminal, RRN {rrn}:</source>
        <translation>कार्ड (मशीन से), RRN {rrn}:</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>पूरी राशि</translation>
    </message>
    <message>
        <source>No, only claimed</source>
        <translation>नहीं, केवल दावा</translation>
    </message>
    <message>
        <source>Yes, it came</source>
        <translation>हाँ, आ गया</translation>
    </message>
    <message>
        <source>all that remains</source>
        <translation>पूरी शेष</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>चुनें</translation>
    </message>
    <message>
        <source>Leave it empty when the cash is exact.</source>
        <translation>नकद बराबर हो तो खाली छोड़ दें।</translation>
    </message>
    <message>
        <source>Ask the books again</source>
        <translation>बही से फिर पूछें</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>भुगतान लें</translation>
    </message>
</context>
<context>
    <name>TerminalPanel</name>
    <message>
        <source>Charge the terminal</source>
        <translation>कार्ड मशीन पर भेजें</translation>
    </message>
    <message>
        <source>Charging…</source>
        <translation>भुगतान हो रहा है…</translation>
    </message>
    <message>
        <source>Ask the terminal again</source>
        <translation>कार्ड मशीन से फिर पूछें</translation>
    </message>
    <message>
        <source>Asking the terminal…</source>
        <translation>कार्ड मशीन से पूछ रहे हैं…</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>राशि लौटाएँ</translation>
    </message>
    <message>
        <source>Giving it back…</source>
        <translation>राशि लौटा रहे हैं…</translation>
    </message>
    <message>
        <source>Charge the terminal again</source>
        <translation>कार्ड मशीन पर फिर भेजें</translation>
    </message>
    <message>
        <source>Leave it to a supervisor</source>
        <translation>पर्यवेक्षक पर छोड़ें</translation>
    </message>
    <message>
        <source>Keep the charge</source>
        <translation>राशि न लौटाएँ</translation>
    </message>
    <message>
        <source>Cancel at the terminal</source>
        <translation>कार्ड मशीन पर रोकें</translation>
    </message>
    <message>
        <source>Type the slip by hand</source>
        <translation>पर्ची हाथ से लिखें</translation>
    </message>
    <message>
        <source>Use the terminal</source>
        <translation>कार्ड मशीन से लें</translation>
    </message>
    <message>
        <source>Card by the terminal: {amount}</source>
        <translation>कार्ड मशीन से: {amount}</translation>
    </message>
    <message>
        <source>The payer then taps or inserts the card there.</source>
        <translation>फिर जमाकर्ता मशीन पर कार्ड टैप करें या लगाएँ।</translation>
    </message>
    <message>
        <source>Asking the terminal to stop…</source>
        <translation>कार्ड मशीन को रुकने के लिए कह रहे हैं…</translation>
    </message>
    <message>
        <source>{amount} is with the terminal. Wait for its answer.</source>
        <translation>{amount} कार्ड मशीन पर है। उसके उत्तर तक प्रतीक्षा करें।</translation>
    </message>
    <message>
        <source>An approved slip can be typed with Alt+K.</source>
        <translation>मंज़ूरी की पर्ची Alt+K से लिखी जा सकती है।</translation>
    </message>
    <message>
        <source>Still silent? Type an approved slip, or call a supervisor.</source>
        <translation>अब भी उत्तर नहीं? मंज़ूरी की पर्ची लिखें, या पर्यवेक्षक को बुलाएँ।</translation>
    </message>
    <message>
        <source>It tells what became of {amount}. This charges nothing.</source>
        <translation>वह बताएगी कि {amount} का क्या हुआ। इससे कोई राशि नहीं कटती।</translation>
    </message>
    <message>
        <source>Give {amount} back to the card?</source>
        <translation>{amount} कार्ड में लौटाएँ?</translation>
    </message>
    <message>
        <source>The terminal voids the sale, which works today only. Esc leaves it charged.</source>
        <translation>कार्ड मशीन भुगतान रद्द (void) करेगी, जो केवल आज हो सकता है। Esc से राशि कटी रहेगी।</translation>
    </message>
    <message>
        <source>Not certain: {amount}</source>
        <translation>निश्चित नहीं: {amount}</translation>
    </message>
</context>
<context>
    <name>Till</name>
    <message>
        <source>Given to the head cashier</source>
        <translation>मुख्य कैशियर को दिया</translation>
    </message>
    <message>
        <source>Change added to the float</source>
        <translation>छुट्टा राशि बढ़ाई</translation>
    </message>
    <message>
        <source>Cash found</source>
        <translation>नकद मिला</translation>
    </message>
    <message>
        <source>Other cash in</source>
        <translation>अन्य नकद आया</translation>
    </message>
    <message>
        <source>Part of the float given back</source>
        <translation>छुट्टा राशि का भाग लौटाया</translation>
    </message>
    <message>
        <source>Expense of the office</source>
        <translation>कार्यालय का ख़र्च</translation>
    </message>
    <message>
        <source>Other cash out</source>
        <translation>अन्य नकद निकाला</translation>
    </message>
    <message>
        <source>To give change</source>
        <translation>छुट्टा देने के लिए</translation>
    </message>
    <message>
        <source>To check the cash</source>
        <translation>नकद जाँचने के लिए</translation>
    </message>
    <message>
        <source>To put a mistake right</source>
        <translation>भूल सुधारने के लिए</translation>
    </message>
    <message>
        <source>To test the drawer</source>
        <translation>दराज़ परखने के लिए</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>अन्य कारण</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>स्थगित</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बन्द</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>दराज़ में नकद</translation>
    </message>
    <message>
        <source>Unsent money</source>
        <translation>न भेजी गई राशि</translation>
    </message>
    <message>
        <source>Time without the centre</source>
        <translation>केन्द्र के बिना समय</translation>
    </message>
    <message>
        <source>Too much: give cash to the head cashier first</source>
        <translation>बहुत अधिक: पहले मुख्य कैशियर को नकद दें</translation>
    </message>
    <message>
        <source>Each payment needs a supervisor&apos;s word</source>
        <translation>हर भुगतान के लिए पर्यवेक्षक की अनुमति चाहिए</translation>
    </message>
    <message>
        <source>Above {warning}: lessen it soon</source>
        <translation>{warning} से अधिक: जल्दी कम करें</translation>
    </message>
    <message>
        <source>Below {warning}</source>
        <translation>{warning} से कम</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} घंटे</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>कोई पाली नहीं</translation>
    </message>
    <message>
        <source>Shift {number} suspended (Ctrl+T)</source>
        <translation>पाली {number} स्थगित (Ctrl+T)</translation>
    </message>
    <message>
        <source>Shift {number}: give cash up (Ctrl+T)</source>
        <translation>पाली {number}: नकद सौंपें (Ctrl+T)</translation>
    </message>
    <message>
        <source>Shift {number} open</source>
        <translation>पाली {number} खुली है</translation>
    </message>
    <message>
        <source>Shift {number} of {name}, suspended, since {moment}, drawer {drawer}</source>
        <translation>{name} की पाली {number}, स्थगित, {moment} से, दराज़ {drawer}</translation>
    </message>
    <message>
        <source>Shift {number} of {name}, open since {moment}, drawer {drawer}</source>
        <translation>{name} की पाली {number}, {moment} से खुली, दराज़ {drawer}</translation>
    </message>
</context>
<context>
    <name>TillGlance</name>
    <message>
        <source>You have no open shift</source>
        <translation>आपकी कोई पाली खुली नहीं है</translation>
    </message>
    <message>
        <source>Open one to take payments. What was taken before stays in its own shift.</source>
        <translation>भुगतान लेने के लिए पाली खोलें। पहले लिया गया अपनी पाली में ही रहता है।</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>पाली खोलें</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>गल्ला</translation>
    </message>
    <message>
        <source>Give cash up</source>
        <translation>नकद सौंपें</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>नकद आया</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>नकद निकाला</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>दराज़ खोलें</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>स्थगित करें</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>एक्स रिपोर्ट</translation>
    </message>
    <message>
        <source>Other shifts {count}</source>
        <translation>अन्य पालियाँ {count}</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>पाली बन्द करें</translation>
    </message>
    <message>
        <source>Shift {number} of {name}</source>
        <translation>{name} की पाली {number}</translation>
    </message>
    <message>
        <source>Since {moment} · drawer {drawer} · float {amount}</source>
        <translation>{moment} से · दराज़ {drawer} · छुट्टा राशि {amount}</translation>
    </message>
    <message>
        <source>No receipt yet</source>
        <translation>अभी कोई रसीद नहीं</translation>
    </message>
    <message>
        <source>Receipts: {count}, {first} to {last}</source>
        <translation>रसीदें: {count}, {first} से {last}</translation>
    </message>
    <message>
        <source>Cash that should be there</source>
        <translation>नकद जो होना चाहिए</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>छिपा हुआ</translation>
    </message>
    <message>
        <source>Hide the cash</source>
        <translation>नकद छिपाएँ</translation>
    </message>
    <message>
        <source>Show the cash</source>
        <translation>नकद दिखाएँ</translation>
    </message>
</context>
<context>
    <name>TillMoves</name>
    <message>
        <source>What moved in the drawer</source>
        <translation>दराज़ में क्या हुआ</translation>
    </message>
    <message>
        <source>No cash moved yet</source>
        <translation>अभी कोई नकद नहीं हिला</translation>
    </message>
    <message>
        <source>Drops, cash in and out, and openings of the drawer are listed here.</source>
        <translation>सौंपा गया, आया और निकाला गया नकद तथा दराज़ का खुलना यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>धनराशि</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>Opened: {why}</source>
        <translation>दराज़ खुली: {why}</translation>
    </message>
    <message>
        <source>Shift suspended</source>
        <translation>पाली स्थगित</translation>
    </message>
    <message>
        <source>Shift resumed</source>
        <translation>पाली फिर चालू</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>Leave this?</source>
        <translation>इसे छोड़ें?</translation>
    </message>
    <message>
        <source>Press Esc again: what was typed here is forgotten. Nothing is written.</source>
        <translation>फिर से Esc दबाएँ: यहाँ लिखा हुआ मिट जाएगा। कुछ भी दर्ज नहीं होता।</translation>
    </message>
</context>
<context>
    <name>TillPaper</name>
    <message>
        <source>The Z report is being made…</source>
        <translation>ज़ेड रिपोर्ट बन रही है…</translation>
    </message>
    <message>
        <source>The Z report is saved</source>
        <translation>ज़ेड रिपोर्ट सहेज ली गई</translation>
    </message>
    <message>
        <source>The Z report is printed</source>
        <translation>ज़ेड रिपोर्ट छप गई</translation>
    </message>
    <message>
        <source>The Z report did not come out</source>
        <translation>ज़ेड रिपोर्ट नहीं निकली</translation>
    </message>
    <message>
        <source>Look at the printer, then press Alt+P again.</source>
        <translation>प्रिंटर देखें, फिर से Alt+P दबाएँ।</translation>
    </message>
</context>
<context>
    <name>TillScreen</name>
    <message>
        <source>It is written and told to the centre.</source>
        <translation>यह दर्ज हो गया और केन्द्र को बताया जाएगा।</translation>
    </message>
    <message>
        <source>The opening of the drawer is noted</source>
        <translation>दराज़ का खुलना दर्ज हो गया</translation>
    </message>
    <message>
        <source>The drawer opens now.</source>
        <translation>दराज़ अब खुलती है।</translation>
    </message>
    <message>
        <source>It did not open by itself: {why}. Open it with its key.</source>
        <translation>वह अपने आप नहीं खुली: {why}। उसे चाबी से खोलें।</translation>
    </message>
    <message>
        <source>The shift is suspended</source>
        <translation>पाली स्थगित है</translation>
    </message>
    <message>
        <source>Lock the drawer away. No payment is taken until you go on (Alt+S).</source>
        <translation>दराज़ ताले में रखें। चालू करने (Alt+S) तक कोई भुगतान नहीं लिया जाएगा।</translation>
    </message>
    <message>
        <source>The shift goes on</source>
        <translation>पाली फिर चालू है</translation>
    </message>
    <message>
        <source>Payments are taken again.</source>
        <translation>भुगतान फिर लिए जा रहे हैं।</translation>
    </message>
</context>
<context>
    <name>TillStage</name>
    <message>
        <source>Till</source>
        <translation>गल्ला</translation>
    </message>
</context>
<context>
    <name>TrialPageStep</name>
    <message>
        <source>Test page</source>
        <translation>जाँच पृष्ठ</translation>
    </message>
    <message>
        <source>A ruler, Hindi, a rupee sign, a QR code and four grey fields.</source>
        <translation>पैमाना, हिन्दी, रुपये का चिह्न, QR कोड और चार धूसर पट्टियाँ।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>Did it come out whole, with both ends of the ruler, and readable?</source>
        <translation>क्या पृष्ठ पूरा निकला, पैमाने के दोनों सिरे दिखे, और वह पढ़ने योग्य है?</translation>
    </message>
    <message>
        <source>Rubbish: try {rate} baud</source>
        <translation>बेतुके अक्षर: {rate} बॉड पर देखें</translation>
    </message>
    <message>
        <source>Cut at the right: try {model}</source>
        <translation>दाईं ओर कटा: {model} से देखें</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>Cut at the right</source>
        <translation>दाईं ओर कटा</translation>
    </message>
    <message>
        <source>Rubbish</source>
        <translation>बेतुके अक्षर</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>कुछ नहीं निकला</translation>
    </message>
    <message>
        <source>Try {rate} baud</source>
        <translation>{rate} बॉड पर देखें</translation>
    </message>
    <message>
        <source>Print without asking it first</source>
        <translation>स्थिति पूछे बिना छापें</translation>
    </message>
    <message>
        <source>The test page is being printed …</source>
        <translation>जाँच पृष्ठ छप रहा है …</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>कुछ नहीं छपा</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>यहाँ सहेजा गया: {file}</translation>
    </message>
    <message>
        <source>The test page was printed</source>
        <translation>जाँच पृष्ठ छप गया</translation>
    </message>
    <message>
        <source>It is not certain that it came out</source>
        <translation>पक्का नहीं कि वह निकला</translation>
    </message>
    <message>
        <source>Nothing was sent to the printer</source>
        <translation>प्रिंटर को कुछ नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Put that right, then print again.</source>
        <translation>उसे ठीक करें, फिर दोबारा छापें।</translation>
    </message>
    <message>
        <source>No narrower model can be connected so. Go back and choose another.</source>
        <translation>इससे कम चौड़ा कोई मॉडल इस तरह नहीं जुड़ सकता। पीछे जाकर दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Signs and question marks come of a printer that does not understand ESC/POS: go back and choose another model, or print pages through the system.</source>
        <translation>चिह्न और प्रश्नवाचक तब छपते हैं जब प्रिंटर ESC/POS नहीं समझता: पीछे जाकर दूसरा मॉडल चुनें, या सिस्टम प्रिंटर से पृष्ठ छापें।</translation>
    </message>
</context>
<context>
    <name>UpiPage</name>
    <message>
        <source>QR code for {amount} by UPI</source>
        <translation>UPI से {amount} के लिए QR कोड</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Compare with the paper</source>
        <translation>काग़ज़ से मिलाएँ</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>A supervisor&apos;s word is needed</source>
        <translation>पर्यवेक्षक की अनुमति चाहिए</translation>
    </message>
    <message>
        <source>Nothing was taken yet. The supervisor types number, PIN and reason here.</source>
        <translation>अभी कुछ नहीं लिया गया है। पर्यवेक्षक यहाँ संख्या, पिन और कारण लिखें।</translation>
    </message>
    <message>
        <source>Give the word and take the payment</source>
        <translation>अनुमति देकर भुगतान लें</translation>
    </message>
    <message>
        <source>Back to the payment</source>
        <translation>भुगतान पर वापस</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Jan</source>
        <translation>जन॰</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>फ़र॰</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>मार्च</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>अप्रैल</translation>
    </message>
    <message>
        <source>May</source>
        <translation>मई</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>जून</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>जुलाई</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>अग॰</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>सित॰</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>अक्टू॰</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>नव॰</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>दिस॰</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>UPI</source>
        <translation>UPI</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Demand draft</source>
        <translation>डिमांड ड्राफ्ट</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>अभी-अभी</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} मिनट पहले</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>{count} घंटे पहले</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} दिन पहले</translation>
    </message>
    <message>
        <source>Wrong account</source>
        <translation>गलत खाता</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>गलत राशि</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>दो बार लिया गया</translation>
    </message>
    <message>
        <source>The consumer asked</source>
        <translation>उपभोक्ता ने कहा</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>अन्य कारण</translation>
    </message>
    <message>
        <source>The receipt came back</source>
        <translation>रसीद वापस मिली</translation>
    </message>
    <message>
        <source>The receipt did not come back</source>
        <translation>रसीद वापस नहीं मिली</translation>
    </message>
    <message>
        <source>It was never printed</source>
        <translation>रसीद छपी ही नहीं</translation>
    </message>
    <message>
        <source>Pay back in cash</source>
        <translation>नकद वापस करें</translation>
    </message>
    <message>
        <source>Voided on the terminal</source>
        <translation>टर्मिनल पर रद्द किया गया</translation>
    </message>
    <message>
        <source>Give the paper back</source>
        <translation>कागज़ वापस दें</translation>
    </message>
    <message>
        <source>Keep here, in suspense</source>
        <translation>यहीं उचंत में रखें</translation>
    </message>
</context>
<context>
    <name>Workroom</name>
    <message>
        <source>To check</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>दैनिक विवरण</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>गल्ला</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>सत्यापन</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्टें</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>मेरा पिन</translation>
    </message>
    <message>
        <source>A payment is open</source>
        <translation>एक भुगतान खुला है</translation>
    </message>
    <message>
        <source>Take it with Enter, or leave it with Esc; then sign out.</source>
        <translation>Enter से भुगतान लें, या Esc से छोड़ें; फिर साइन आउट करें।</translation>
    </message>
    <message>
        <source>A close is under way</source>
        <translation>पाली बन्द की जा रही है</translation>
    </message>
    <message>
        <source>End it first, or leave it with Esc.</source>
        <translation>पहले उसे पूरा करें, या Esc से छोड़ें।</translation>
    </message>
    <message>
        <source>End it, or press Ctrl+L again: then it has to be counted anew.</source>
        <translation>इसे पूरा करें, या फिर से Ctrl+L दबाएँ: तब गिनती नए सिरे से करनी होगी।</translation>
    </message>
    <message>
        <source>{day} is not reconciled with the centre yet (Ctrl+M).</source>
        <translation>{day} का केन्द्र से मिलान अभी नहीं हुआ (Ctrl+M)।</translation>
    </message>
    <message>
        <source>This day is not reconciled yet</source>
        <translation>इस दिन का मिलान अभी शेष है</translation>
    </message>
    <message>
        <source>Compare it with Enter, or press Ctrl+L again to sign out all the same.</source>
        <translation>Enter से मिलान करें, या फिर भी साइन आउट करने के लिए Ctrl+L दोबारा दबाएँ।</translation>
    </message>
</context>
<context>
    <name>_SlipPage</name>
    <message>
        <source>Utility&apos;s bank account; left empty, the one shown</source>
        <translation>कंपनी का बैंक खाता; खाली छोड़ने पर दिखाया हुआ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Back to the list, no slip is made</source>
        <translation>सूची पर वापस, पर्ची नहीं बनेगी</translation>
    </message>
    <message>
        <source>Make the slip</source>
        <translation>पर्ची बनाएँ</translation>
    </message>
</context>
</TS>
