"""Sentences: what is said in place of no rows, and longer remarks."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "no_receipts": ("No receipt was issued.", "कोई रसीद जारी नहीं हुई।"),
    "no_reversals": ("No receipt was cancelled.", "कोई रसीद निरस्त नहीं हुई।"),
    "no_moves": ("No cash was moved.", "नकदी का कोई आवागमन नहीं हुआ।"),
    "no_papers": ("No cheque or draft was taken.", "कोई चेक या ड्राफ्ट नहीं लिया गया।"),
    "no_cards": ("No card was charged.", "कार्ड से कोई भुगतान नहीं हुआ।"),
    "no_upi": ("No UPI credit was taken.", "यूपीआई से कोई भुगतान नहीं हुआ।"),
    "no_card_upi": ("No card or UPI payment.", "कार्ड या यूपीआई से कोई भुगतान नहीं हुआ।"),
    "no_openings": (
        "The drawer was not opened without a payment.",
        "दराज़ बिना भुगतान नहीं खोली गई।",
    ),
    "no_approvals": ("No approval was given.", "कोई अनुमोदन नहीं दिया गया।"),
    "no_differences": ("No difference.", "कोई अंतर नहीं।"),
    "no_short_excess": ("No short, no excess.", "न कमी, न अधिकता।"),
    "none_missing": ("None: the series is unbroken.", "कोई नहीं: क्रम अखण्ड है।"),
    "all_deposited": ("All is with the bank.", "समस्त राशि बैंक में जमा है।"),
    "no_handings": ("No takings were handed over.", "कोई वसूली नहीं सौंपी गई।"),
    "no_slips": ("No bank slip was made.", "कोई जमा पर्ची नहीं बनी।"),
    "no_answers": ("The bank has not answered yet.", "बैंक का उत्तर अभी नहीं आया।"),
    "no_entries": ("No entry was made.", "कोई प्रविष्टि नहीं हुई।"),
    "no_pauses": ("Not suspended.", "स्थगित नहीं हुई।"),
    "nothing_taken": ("Nothing was taken.", "कोई राशि नहीं ली गई।"),
    "no_cash_counted": ("No cash was counted.", "कोई नकदी नहीं गिनी गई।"),
    "no_returns": (
        "No cheque, draft or UPI credit came back.",
        "कोई चेक, ड्राफ्ट या यूपीआई जमा वापस नहीं आया।",
    ),
    "sync_proof": (
        "{acknowledged} acknowledged, {unsent} unsent, ₹ {unsent_amount}",
        "{acknowledged} की पावती प्राप्त, {unsent} अप्रेषित, ₹ {unsent_amount}",
    ),
    "all_sent": ("None: all are acknowledged", "कोई नहीं: सब की पावती प्राप्त"),
    # what every page, table and file of a report says of itself
    "page.continued": ("{title} (continued)", "{title} (जारी)"),
    "page.nothing": ("Nothing to list.", "सूची रिक्त है।"),
    "page.made_at": ("Made on {moment} IST", "{moment} IST को तैयार"),
    "no_answer_yet": ("No answer yet", "उत्तर शेष"),
    "on_no_slip": ("On no slip yet", "अभी किसी पर्ची पर नहीं"),
    "on_slip_unanswered": (
        "On slip {slip_no}, no answer yet",
        "पर्ची {slip_no} पर, उत्तर शेष",
    ),
}
