"""Names of codes: English, Hindi. Fates and tenders as the counter's window calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.words import copies, custody, office_codes

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "role": {
        "admin": ("Administrator", "प्रशासक"),
        "accountant": ("Accountant", "लेखाकार"),
        "supervisor": ("Supervisor", "पर्यवेक्षक"),
        "viewer": ("Viewer", "दर्शक"),
    },
    "permission": {
        "see_collection": ("See the collection", "वसूली देखना"),
        "see_counters": ("See counters", "काउंटर देखना"),
        "see_alarms": ("See alarms and forks", "चेतावनियाँ और दोहरी कड़ियाँ देखना"),
        "answer_alarms": ("Answer alarms", "चेतावनियों का निपटारा करना"),
        "enrol_counters": ("Enrol counters", "काउंटर पंजीकृत करना"),
        "revoke_keys": ("Revoke a counter's key", "काउंटर की कुंजी वापस लेना"),
        "keep_people": ("Keep the people of the console", "कंसोल के लोगों का प्रबंध करना"),
        "see_acts": ("Read the audit trail", "कार्य-विवरण पढ़ना"),
        "see_suspense": ("See suspense", "उचंत देखना"),
        "match_suspense": ("Match suspense", "उचंत का मिलान करना"),
        "return_instruments": ("Note returned instruments", "लौटे साधन दर्ज करना"),
        "see_policy": ("See the rules", "नियम देखना"),
        "set_policy": ("Set the rules", "नियम बदलना"),
        "see_roster": ("See the roster", "कर्मचारी सूची देखना"),
        "keep_roster": ("Keep the roster", "कर्मचारी सूची का प्रबंध करना"),
        "see_lists": ("See barred cheques and old numbers", "चेक पर रोक और पुराने नंबर देखना"),
        "keep_lists": (
            "Keep barred cheques and old numbers",
            "चेक पर रोक और पुराने नंबरों का प्रबंध करना",
        ),
        "close_months": ("Close months", "माह बंद करना"),
        "see_copies": ("See copies of receipts", "रसीदों की प्रतियाँ देखना"),
        "mark_copies": (
            "Write down what became of copies",
            "प्रतियों का क्या हुआ, यह दर्ज करना",
        ),
        "answer_telephone": ("Approve by telephone", "टेलीफ़ोन पर अनुमोदन करना"),
    },
    "deed": {
        "signed_in": ("Signed in", "साइन इन किया"),
        "sign_in_failed": ("Sign-in failed", "साइन इन विफल"),
        "signed_out": ("Signed out", "साइन आउट किया"),
        "changed_own_password": ("Changed own password", "अपना पासवर्ड बदला"),
        "changed_language": ("Changed language", "भाषा बदली"),
        "added_person": ("Added a person", "व्यक्ति जोड़ा"),
        "changed_role": ("Changed a role", "भूमिका बदली"),
        "gave_password": ("Gave a new password", "नया पासवर्ड दिया"),
        "ended_sessions": ("Ended all sessions", "सभी सत्र समाप्त किए"),
        "ended_access": ("Ended access", "प्रवेश समाप्त किया"),
        "gave_access_again": ("Gave access again", "प्रवेश फिर दिया"),
        "issued_code": ("Issued an enrolment code", "पंजीकरण कोड जारी किया"),
        "revoked_key": ("Revoked a key", "कुंजी वापस ली"),
        "answered_alarm": ("Answered an alarm", "चेतावनी का निपटारा किया"),
        "matched_suspense": ("Matched suspense", "उचंत का मिलान किया"),
        "undid_decision": ("Undid a decision", "निर्णय रद्द किया"),
        "confirmed_double": ("Found a double", "दोहरा भुगतान पाया"),
        "closed_month": ("Closed a month", "माह बंद किया"),
        "opened_month": ("Opened a month again", "माह फिर खोला"),
        "barred_cheques": ("Barred cheques", "चेक पर रोक लगाई"),
        "lifted_bar": ("Lifted a bar", "रोक हटाई"),
        "mapped_accounts": ("Mapped old numbers", "पुराने नंबर जोड़े"),
        "set_rule": ("Set a rule", "नियम लागू किया"),
        "kept_roster": ("Changed the roster", "कर्मचारी सूची बदली"),
        "answered_by_telephone": ("Answered a telephone approval", "टेलीफ़ोन अनुमोदन का उत्तर दिया"),
        "made_secret": ("Made a telephone secret", "टेलीफ़ोन की गुप्त कुंजी बनाई"),
        "named_approver": ("Said who answers as whom", "किसकी ओर से कौन उत्तर देगा, यह तय किया"),
        "marked_copy": (
            "Wrote down what became of a copy",
            "प्रति का क्या हुआ, यह दर्ज किया",
        ),
        "ended_on_roster": ("Ended somebody on the roster", "कर्मचारी सूची में काम समाप्त किया"),
    },
    "tender": {
        "cash": ("Cash", "नकद"),
        "card": ("Card", "कार्ड"),
        "upi": ("UPI", "UPI"),
        "cheque": ("Cheque", "चेक"),
        "demand_draft": ("Demand draft", "डिमांड ड्राफ्ट"),
    },
    "fate": {
        "POSTED": ("Booked", "दर्ज"),
        "NOTED": ("Noted", "नोट किया"),
        "HELD": ("Held after a reversal", "निरस्तीकरण के बाद उचंत में"),
        "PAID_MEANWHILE": (
            "Paid elsewhere meanwhile: kept as advance",
            "इस बीच अन्यत्र भुगतान: अग्रिम में रखा गया",
        ),
        "UNKNOWN_ACCOUNT": (
            "Account not known: in suspense",
            "खाता अज्ञात: उचंत में",
        ),
        "ACCOUNT_CLOSED": ("Account closed: in suspense", "खाता बंद: उचंत में"),
        "RENUMBERED": ("Booked to the account's new number", "खाते की नई संख्या पर दर्ज"),
        "BILL_REVISED": (
            "Bill was revised: booked anew",
            "बिल संशोधित हुआ: नए सिरे से दर्ज",
        ),
        "DUPLICATE_INSTRUMENT": (
            "Same instrument used twice: to be checked",
            "एक ही साधन दो बार प्रयुक्त: जाँच करें",
        ),
        "POSSIBLE_DOUBLE": (
            "Perhaps paid twice: to be checked",
            "सम्भवतः दो बार भुगतान: जाँच करें",
        ),
        "CLOSED_MONTH": ("Month already closed: to be checked", "माह बंद हो चुका: जाँच करें"),
        "TIME_DOUBTFUL": ("Time is doubtful: to be checked", "समय संदिग्ध: जाँच करें"),
        "LIMIT_EXCEEDED": ("Above a limit: to be checked", "सीमा से अधिक: जाँच करें"),
        "NOT_APPLIED": ("Not booked: to be checked", "दर्ज नहीं: जाँच करें"),
    },
    "alarm": {
        "fork": ("Fork: two stories", "दोहरी कड़ी: दो विवरण"),
        "cash_above_law": ("Cash above the law's limit", "कानूनी सीमा से अधिक नकद"),
    },
    "field": {
        "body.kind": ("What", "क्या"),
        "body.receipt_no": ("Receipt", "रसीद"),
        "body.account_no": ("Account", "खाता"),
        "body.amount_paise": ("Sum", "राशि"),
        "body.business_date": ("Business date", "कार्य दिनांक"),
        "body.cashier_id": ("Cashier", "कैशियर"),
        "clock.utc_us": ("Recorded, by the counter's clock", "दर्ज, काउंटर की घड़ी से"),
    },
    "message": {
        "payment_taken": ("Payment", "भुगतान"),
        "shift_opened": ("Shift opened", "पाली खोली गई"),
        "receipt_reprinted": ("Duplicate printed", "द्वितीय प्रति छापी गई"),
        "receipt_copy_asked": (
            "Receipt asked for by SMS or e-mail",
            "रसीद SMS या ई-मेल से माँगी गई",
        ),
        "override_granted": ("Supervisor's word", "पर्यवेक्षक की अनुमति"),
        "instrument_moved": (
            "Cheque, draft or UPI moved on",
            "चेक, ड्राफ्ट या UPI की स्थिति बदली",
        ),
        "instrument_returned": (
            "Cheque, draft or UPI returned",
            "चेक, ड्राफ्ट या UPI वापस आया",
        ),
        "rule_set": ("Rule set at this counter", "इस काउंटर पर बदला गया नियम"),
        "payment_reversed": ("Payment reversed", "भुगतान निरस्त"),
        "shift_closed": ("Shift closed", "पाली बंद"),
        "unknown": ("Not understood", "समझ में नहीं आया"),
        **custody.NAMES,
    },
    "custody": custody.NAMES,
    **office_codes.NAMES,
    **copies.NAMES,
}
