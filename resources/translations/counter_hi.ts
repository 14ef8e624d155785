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
        <source>As the server told it on {moment} ({age})</source>
        <translation>सर्वर के अनुसार, {moment} ({age})</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
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
        <source>Due now</source>
        <translation>अब देय</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>कुल देय</translation>
    </message>
    <message>
        <source>No open bill.</source>
        <translation>कोई देय बिल नहीं।</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>तिथि बीत चुकी</translation>
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
    <name>Bug</name>
    <message>
        <source>KESCO Counter</source>
        <translation>केस्को काउंटर</translation>
    </message>
    <message>
        <source>The program made a mistake and must stop</source>
        <translation>प्रोग्राम में त्रुटि हुई है, इसे बंद करना होगा</translation>
    </message>
    <message>
        <source>Every payment that was taken is safe in the books. Start the counter again and look at Receipts before you take the last payment anew. If it happens again, call the technician.</source>
        <translation>लिया गया हर भुगतान बही में सुरक्षित है। काउंटर फिर से खोलें और पिछला भुगतान दोबारा लेने से पहले रसीदें देखें। फिर ऐसा हो तो तकनीशियन को बुलाएँ।</translation>
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
        <source>Bill no.</source>
        <translation>बिल संख्या</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
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
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
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
        <translation>खाता बंद: उचंत में</translation>
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
        <translation>माह बंद हो चुका: जाँच करें</translation>
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
        <source>Duplicate printed</source>
        <translation>द्वितीय प्रति छापी गई</translation>
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
        <source>Perhaps the network asks for a sign-in page. Nothing it said was believed. Go on taking payments; they are safe here.</source>
        <translation>सम्भवतः नेटवर्क अपना साइन-इन पृष्ठ दिखा रहा है। उसकी कोई बात मानी नहीं गई। भुगतान लेते रहें; वे यहाँ सुरक्षित हैं।</translation>
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
        <translation>इस प्रोग्राम की दूसरी विंडो में बही खुली है। उसी का प्रयोग करें, या पहले उसे बंद करें।</translation>
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
        <source>Paid by card</source>
        <translation>कार्ड से भुगतान</translation>
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
        <source>Handed over</source>
        <translation>दी गई राशि</translation>
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
        <source>The receipt was not printed.</source>
        <translation>रसीद नहीं छपी।</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>छप रही है…</translation>
    </message>
    <message>
        <source>Receipt printed.</source>
        <translation>रसीद छप गई।</translation>
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
    <name>PaymentScreen</name>
    <message>
        <source>Finish this payment first</source>
        <translation>पहले यह भुगतान पूरा करें</translation>
    </message>
    <message>
        <source>Take it with Enter, or leave it with Esc; then scan again.</source>
        <translation>Enter से भुगतान लें, या Esc से छोड़ें; फिर दोबारा स्कैन करें।</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>“{text}” से कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Check the number, or try a name, meter or mobile number.</source>
        <translation>संख्या जाँचें, या नाम, मीटर या मोबाइल संख्या से खोजें।</translation>
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
        <source>The program was stopped while printing.</source>
        <translation>छपाई के समय प्रोग्राम रुक गया था।</translation>
    </message>
    <message>
        <source>Saved as PDF, since no printer is set.</source>
        <translation>प्रिंटर नहीं लगा है, इसलिए PDF में सहेजी गई।</translation>
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
        <source>No, print again</source>
        <translation>नहीं, फिर छापें</translation>
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
        <source>Later: it stays in Receipts</source>
        <translation>बाद में: यह रसीदों में रहेगी</translation>
    </message>
    <message>
        <source>Did receipt {receipt_no} come out of the printer whole? {reason}</source>
        <translation>क्या रसीद {receipt_no} प्रिंटर से पूरी निकली? {reason}</translation>
    </message>
    <message>
        <source>Receipt {receipt_no} was not printed. {reason} The payment is safe.</source>
        <translation>रसीद {receipt_no} नहीं छपी। {reason} भुगतान सुरक्षित है।</translation>
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
        <translation>बंद करें</translation>
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
    <name>ReceiptsScreen</name>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
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
        <source>{day} · receipts: {count} · {total}</source>
        <translation>{day} · रसीदें: {count} · {total}</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>अभी नहीं छपी</translation>
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
    <message>
        <source>Receipt {number}</source>
        <translation>रसीद {number}</translation>
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
        <source>A part payment must be at least {minimum}. Nothing was taken.</source>
        <translation>आंशिक भुगतान कम से कम {minimum} होना चाहिए। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Choose cash or card first.</source>
        <translation>पहले नकद या कार्ड चुनें।</translation>
    </message>
    <message>
        <source>{tendered} was handed over for an amount of {amount}. Nothing was taken. Make the two equal.</source>
        <translation>{amount} के लिए {tendered} दिए गए हैं। कुछ नहीं लिया गया। दोनों को बराबर करें।</translation>
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
        <translation>इस कंप्यूटर पर कोई UPI पता सेट नहीं है, इसलिए दिखाने को QR कोड नहीं है। बैंक का अपना QR दिखाएँ, या भुगतान किसी और तरीके से लें।</translation>
    </message>
    <message>
        <source>“{text}” in this computer&apos;s settings cannot be a UPI address or name, so no QR code is shown. Call the technician; take the payment another way.</source>
        <translation>इस कंप्यूटर की सेटिंग में “{text}” UPI पता या नाम नहीं हो सकता, इसलिए QR कोड नहीं दिखाया गया। तकनीशियन को बुलाएँ; भुगतान किसी और तरीके से लें।</translation>
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
        <source>Receipt {receipt_no} is not in this counter&apos;s books. Check the number.</source>
        <translation>रसीद {receipt_no} इस काउंटर की बही में नहीं है। संख्या जाँचें।</translation>
    </message>
    <message>
        <source>For receipt {receipt_no} no answer is open. Nothing was changed.</source>
        <translation>रसीद {receipt_no} के लिए कोई उत्तर शेष नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>First say whether receipt {receipt_no} came out of the printer whole.</source>
        <translation>पहले बताएँ कि रसीद {receipt_no} प्रिंटर से पूरी निकली या नहीं।</translation>
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
        <source>Count the cash in the drawer before the first consumer. Type 0 for an empty drawer.</source>
        <translation>पहले उपभोक्ता से पहले दराज का नकद गिनें। दराज खाली हो तो 0 लिखें।</translation>
    </message>
    <message>
        <source>Counted float</source>
        <translation>गिना हुआ प्रारम्भिक नकद</translation>
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
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Shift {number} open</source>
        <translation>पाली {number} खुली है</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>पाली नहीं खुली</translation>
    </message>
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
        <source>never yet</source>
        <translation>अभी तक नहीं</translation>
    </message>
    <message>
        <source>{problem} · {age}</source>
        <translation>{problem} · {age}</translation>
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
        <source>All sent</source>
        <translation>सब भेजा जा चुका</translation>
    </message>
    <message>
        <source>{count} unsent ({amount}), oldest {moment}</source>
        <translation>{count} शेष ({amount}), सबसे पुराना {moment}</translation>
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
    <name>TenderPanel</name>
    <message>
        <source>Change to give</source>
        <translation>वापस राशि</translation>
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
        <source>Amount to pay</source>
        <translation>जमा की जाने वाली राशि</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>दिया गया नकद</translation>
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
        <source>exact</source>
        <translation>पूरी राशि</translation>
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
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
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
</context>
<context>
    <name>Workroom</name>
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
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>A payment is open</source>
        <translation>एक भुगतान खुला है</translation>
    </message>
    <message>
        <source>Take it with Enter, or leave it with Esc; then sign out.</source>
        <translation>Enter से भुगतान लें, या Esc से छोड़ें; फिर साइन आउट करें।</translation>
    </message>
</context>
</TS>
