"""What ``check-receipt`` says, in English and Hindi: the words of the page ``/check/``, shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt_verdict import GoneWhy, Verdict
from counter_app.wire.check_code import spaced_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from counter_app.domain.receipt_verdict import ProvenReceipt, ReceiptVerdict

ENGLISH, HINDI = 0, 1
LANGUAGES = {"en": ENGLISH, "hi": HINDI}
"""The place of each in the pairs below."""

_VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.GENUINE: (
        "GENUINE: a counter signed exactly this. Compare it with the paper.",
        "असली: काउंटर ने ठीक इन्हीं बातों पर हस्ताक्षर किए हैं। काग़ज़ से मिलाएँ।",
    ),
    Verdict.DUPLICATE: (
        "DUPLICATE {copy}: genuine, but a further copy; the money was paid once.",
        "द्वितीय प्रति {copy}: असली है, पर दोबारा छपी प्रति है; पैसा एक ही बार जमा हुआ।",
    ),
    Verdict.REVERSED: (
        "NOT VALID ANY MORE: {why}, known at the centre since {on}.",
        "अब मान्य नहीं: {why}, केन्द्र को {on} से ज्ञात।",
    ),
    Verdict.UNKNOWN_KEY: (
        (
            "UNKNOWN SIGNATURE: no counter in the list has this key, or it had been withdrawn. Try a fresh list; if it"
            " stays so, do not trust the paper. What follows nobody vouches for."
        ),
        (
            "अज्ञात हस्ताक्षर: सूची में किसी काउंटर की यह कुंजी नहीं है, या वह वापस ली जा चुकी थी। ताज़ी सूची से जाँचें; फिर भी"
            " यही आए तो काग़ज़ पर भरोसा न करें। नीचे लिखे की पुष्टि किसी ने नहीं की है।"
        ),
    ),
    Verdict.TOO_NEW: (
        "TOO NEW: the receipt is of a newer kind than this program knows.",
        "नई रसीद: रसीद का यह प्रकार इस प्रोग्राम से नया है।",
    ),
    Verdict.ALTERED: (
        "ALTERED: something in it is not as it was signed. Scan it once more; if it stays so, do not trust the paper.",
        (
            "बदली हुई: इसमें कुछ वैसा नहीं है जैसा हस्ताक्षरित किया गया था। फिर स्कैन करें; फिर भी यही आए तो काग़ज़ पर भरोसा"
            " न करें।"
        ),
    ),
    Verdict.UNREADABLE: (
        "NOT A RECEIPT'S CODE: it holds one long number. Scan it again.",
        "यह रसीद का कोड नहीं: उसमें एक लम्बी संख्या होती है। फिर स्कैन करें।",
    ),
}
_WHY: Mapping[GoneWhy, tuple[str, str]] = {
    GoneWhy.REVERSED: ("the payment was reversed (cancelled)", "भुगतान निरस्त कर दिया गया"),
    GoneWhy.RETURNED: (
        "the bank gave its cheque, draft or transfer back, whole or in part",
        "बैंक ने चेक, ड्राफ़्ट या अंतरण पूरा या कुछ भाग लौटा दिया",
    ),
    GoneWhy.PAID_BACK: (
        "the bill was paid twice and the office gives this sum back",
        "बिल दो बार जमा हुआ और कार्यालय यह राशि लौटाता है",
    ),
}
_AMOUNT = ("Amount paid", "जमा धनराशि")
_ACCOUNT = ("Account no.", "खाता संख्या")
_RECEIPT = ("Receipt no.", "रसीद संख्या")
_TAKEN = ("Date, time", "दिनांक, समय")
_COUNTER = ("Counter", "काउंटर")
_CODE = ("Check code", "जाँच कोड")
_SUSPENSE = ("not known yet (suspense)", "अभी ज्ञात नहीं (उचन्त)")
_AS_OF = (
    "List of keys as of {moment} IST; what fell after that is not known to it.",
    "कुंजियों की सूची {moment} IST तक की है; उसके बाद जो निरस्त हुआ, वह इसे ज्ञात नहीं।",
)
_NOTHING = ("No receipt was given.", "कोई रसीद नहीं दी गई।")
_NO_CODE = ("No square code of a receipt in {file}.", "{file} में रसीद का चौकोर कोड नहीं मिला।")


def lines_of(judged: ReceiptVerdict, language: int) -> Iterator[str]:
    """The verdict, then what the receipt says, a fact a line."""
    says = judged.receipt
    why = _WHY[judged.why][language] if judged.why is not None else ""
    on = "-".join(reversed(judged.gone_on.split("-")))
    copy = says.copy_no if says is not None else 0
    yield _VERDICTS[judged.verdict][language].format(copy=copy, why=why, on=on)
    if says is not None:
        yield from (f"  {name[language]}: {value}" for name, value in _facts(says, language))


def as_of_line(moment: datetime, language: int) -> str:
    """When the list was told."""
    return _AS_OF[language].format(moment=f"{moment:%d-%m-%Y %H:%M}")


def nothing_given(language: int) -> str:
    """For no word at all."""
    return _NOTHING[language]


def no_code_in(file: str, language: int) -> str:
    """For a picture without one."""
    return _NO_CODE[language].format(file=file)


def _facts(says: ProvenReceipt, language: int) -> Iterator[tuple[tuple[str, str], str]]:
    yield _AMOUNT, f"₹ {says.amount}"
    yield _ACCOUNT, says.account_no or _SUSPENSE[language]
    yield _RECEIPT, says.receipt_no
    yield _TAKEN, f"{says.taken_at:%d-%m-%Y %H:%M:%S} IST"
    yield _COUNTER, says.counter_id
    yield _CODE, spaced_code(says.check_code)
