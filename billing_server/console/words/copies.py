"""Words of the page about receipts asked for by SMS or e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Copies of receipts": "रसीदों की प्रतियाँ",
    "Consumers asked for these by SMS or e-mail. The connector hands them on where one is set; else a person sends them and writes it down here. The same receipt goes to the same address once.": (
        "उपभोक्ताओं ने ये SMS या ई-मेल से माँगी हैं। जहाँ कनेक्टर लगा है, वह इन्हें आगे देता है; नहीं तो कोई व्यक्ति भेजकर यहाँ दर्ज करता है। एक रसीद एक पते पर एक ही बार जाती है।"
    ),
    "Asked for": "कब माँगी गई",
    "What became of it": "क्या हुआ",
    "Write down": "दर्ज करें",
    "Was sent": "भेज दी गई",
    "Cannot be sent": "भेजी नहीं जा सकती",
    "Send it again": "फिर भेजी जाए",
    "There is none.": "कोई नहीं है।",
    "There is no such copy, or it was sent already. Nothing was changed.": (
        "ऐसी कोई प्रति नहीं है, या वह भेजी जा चुकी है। कुछ नहीं बदला।"
    ),
    "{key}: no such copy, or it was sent already": "{key}: ऐसी कोई प्रति नहीं है, या वह भेजी जा चुकी है",
    "It is written down what became of the copy.": "प्रति का क्या हुआ, यह दर्ज हो गया।",
}
NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "copy_state": {
        "waiting": ("Waiting to be sent", "भेजी जानी है"),
        "sent": ("Sent", "भेजी गई"),
        "failed": ("Failed", "विफल"),
    },
    "copy_way": {"sms": ("SMS", "SMS"), "email": ("E-mail", "ई-मेल")},
    "copy_flaw": {
        "address_wrong": (
            "No message can go to this number or address",
            "इस नंबर या पते पर संदेश नहीं जा सकता",
        ),
        "does_not_stand": (
            "The payment was reversed or came back before the copy went out",
            "प्रति जाने से पहले भुगतान निरस्त हुआ या लौट आया",
        ),
        "interrupted": (
            "Handing it on was cut off: it may have gone out. See with the sender first",
            "आगे देना बीच में रुका: सम्भव है चली गई हो। पहले भेजने वाले से पूछें",
        ),
    },
    "copy_by": {"copies": ("connector", "कनेक्टर")},
}
