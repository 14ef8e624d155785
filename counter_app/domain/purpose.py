"""Purpose: what is paid for. The list is dated configuration; these are the usual ones (domain, section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from counter_app.domain.consumer import Consumer

LONGEST_REFERENCE = 30
_REFERENCE = re.compile(rf"[A-Z0-9][A-Z0-9/._ -]{{0,{LONGEST_REFERENCE - 1}}}")


class Settles(StrEnum):
    """What becomes of the money."""

    BILLS = "bills"
    """The open bills, the oldest first; more than is due becomes an advance."""
    HEAD = "head"
    """An account of its own: no bill becomes smaller by it."""


class Asks(StrEnum):
    """Which sums are taken."""

    ANY_PART = "any_part"
    """Up to what is due, from the least part on; more is an advance."""
    UP_TO_DUE = "up_to_due"
    """The same, but never more than is due."""
    ALL_DUE = "all_due"
    """Exactly what is due."""
    ANY_SUM = "any_sum"
    """Whatever the consumer's paper from the office says."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that can be paid for at the counter.

    ``needs_reference``: the number of the demand note, assessment or scheme must be typed. ``note_*`` is
    printed on the receipt; ``is_certificate``: the receipt says FINAL BILL and is the no-dues certificate.
    ``is_for_prepaid`` True: prepaid connections only; False: all but those; None: whoever it is.
    """

    code: str
    name_en: str
    name_hi: str
    settles: Settles
    asks: Asks
    account: LedgerAccount
    needs_reference: bool = False
    note_en: str = ""
    note_hi: str = ""
    is_for_prepaid: bool | None = None
    is_certificate: bool = False
    is_bank_paper_taken: bool = True


BILL = "bill"
PREPAID_ARREAR = "prepaid_arrear"
RECHARGE = "prepaid_recharge"
FINAL_BILL = "final_bill"
SUSPENSE = "suspense"

USUAL_PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        BILL, "Electricity bill", "विद्युत बिल", Settles.BILLS, Asks.ANY_PART,
        LedgerAccount.BILL_COLLECTION, is_for_prepaid=False,
    ),
    Purpose(
        PREPAID_ARREAR, "Old arrear of a prepaid connection", "प्रीपेड संयोजन का पुराना बकाया",
        Settles.BILLS, Asks.UP_TO_DUE, LedgerAccount.ARREAR_COLLECTION, is_for_prepaid=True,
        note_en="Against the old arrear; the recharge balance does not change.",
        note_hi="पुराने बकाये के लिए; रीचार्ज बैलेंस नहीं बदलेगा।",
    ),
    Purpose(
        RECHARGE, "Prepaid recharge", "प्रीपेड रीचार्ज", Settles.HEAD, Asks.ANY_SUM,
        LedgerAccount.RECHARGE_COLLECTION, is_for_prepaid=True, is_bank_paper_taken=False,
        note_en="The recharge reaches the meter only when the server has it.",
        note_hi="रीचार्ज मीटर में तभी पहुँचेगा जब सर्वर को सूचना मिलेगी।",
    ),
    Purpose(
        "reconnection_fee", "Reconnection fee", "पुनः संयोजन शुल्क", Settles.HEAD, Asks.ANY_SUM,
        LedgerAccount.FEE_COLLECTION, is_bank_paper_taken=False,
        note_en="Supply is reconnected only after the dues are settled.",
        note_hi="बकाया जमा होने के बाद ही संयोजन जोड़ा जाएगा।",
    ),
    Purpose(
        "security_deposit", "Security deposit", "प्रतिभूति जमा", Settles.HEAD, Asks.ANY_SUM,
        LedgerAccount.DEPOSIT_RECEIVED, needs_reference=True,
    ),
    Purpose(
        "scheme_registration", "Scheme (OTS) registration", "योजना (ओटीएस) पंजीकरण",
        Settles.HEAD, Asks.ANY_SUM, LedgerAccount.SCHEME_COLLECTION,
        note_en="The scheme's rebate is worked out by the office, not at the counter.",
        note_hi="योजना की छूट की गणना कार्यालय करेगा, काउंटर नहीं।",
    ),
    Purpose(
        "scheme_instalment", "Scheme (OTS) instalment", "योजना (ओटीएस) किस्त",
        Settles.HEAD, Asks.ANY_SUM, LedgerAccount.SCHEME_COLLECTION, needs_reference=True,
        note_en="The scheme's rebate is worked out by the office, not at the counter.",
        note_hi="योजना की छूट की गणना कार्यालय करेगा, काउंटर नहीं।",
    ),
    Purpose(
        "theft_assessment", "Theft assessment", "विद्युत चोरी निर्धारण", Settles.HEAD, Asks.ANY_SUM,
        LedgerAccount.ASSESSMENT_COLLECTION, needs_reference=True,
    ),
    Purpose(
        "compounding_fee", "Compounding fee", "शमन शुल्क", Settles.HEAD, Asks.ANY_SUM,
        LedgerAccount.COMPOUNDING_COLLECTION, needs_reference=True,
    ),
    Purpose(
        FINAL_BILL, "Final bill, permanent disconnection", "अंतिम बिल, स्थायी विच्छेदन",
        Settles.BILLS, Asks.ALL_DUE, LedgerAccount.BILL_COLLECTION, is_certificate=True,
        is_bank_paper_taken=False,
        note_en="This receipt is the no-dues certificate.",
        note_hi="यह रसीद ही अदेयता प्रमाण पत्र है।",
    ),
)  # fmt: skip
"""Heads of domain section 3. Offices add or change them by rule ``purpose`` (see ``policy``)."""

SUSPENSE_PURPOSE = Purpose(
    SUSPENSE, "Consumer not in the local copy", "उपभोक्ता स्थानीय प्रति में नहीं", Settles.HEAD,
    Asks.ANY_SUM, LedgerAccount.SUSPENSE_RECEIVED,
    note_en="Kept in suspense until the server has found the consumer.",
    note_hi="सर्वर द्वारा उपभोक्ता मिलने तक उचंत खाते में रहेगा।",
)  # fmt: skip
"""Not chosen but come to: a payer whose account is not in the local copy."""


def refuse_wrong_purpose(purpose: Purpose, consumer: Consumer, reference: str) -> None:
    """Decline a purpose that cannot be paid for this consumer.

    Raises Refusal PURPOSE_NOT_FOR_PREPAID, PURPOSE_FOR_PREPAID_ONLY, FINAL_BILL_NOT_DISCONNECTED, and those of
    ``refuse_wrong_reference``.
    """
    is_prepaid = consumer.connection is Connection.PREPAID
    if purpose.is_for_prepaid is False and is_prepaid:
        raise Refusal(RefusalCode.PURPOSE_NOT_FOR_PREPAID, account_no=consumer.account_no)
    if purpose.is_for_prepaid and not is_prepaid:
        raise Refusal(RefusalCode.PURPOSE_FOR_PREPAID_ONLY, account_no=consumer.account_no)
    for_good = ConsumerFlag.PERMANENTLY_DISCONNECTED in consumer.flags
    if purpose.is_certificate and not for_good:
        raise Refusal(RefusalCode.FINAL_BILL_NOT_DISCONNECTED, account_no=consumer.account_no)
    refuse_wrong_reference(purpose, reference)


def refuse_wrong_reference(purpose: Purpose, reference: str) -> None:
    """Raise Refusal REFERENCE_MISSING, REFERENCE_WRONG or CARD_NUMBER_IN_TEXT."""
    refuse_card_number(reference)
    if not reference:
        if purpose.needs_reference:
            raise Refusal(RefusalCode.REFERENCE_MISSING)
    elif not _REFERENCE.fullmatch(reference):
        raise Refusal(RefusalCode.REFERENCE_WRONG, most=LONGEST_REFERENCE)


def reference_typed(text: str) -> str:
    """A demand note's number as it is kept: western digits, capitals, single spaces."""
    return " ".join(western_digits(text).upper().split())


def usual_purpose_for(consumer: Consumer) -> str:
    """What this consumer comes to pay nearly always: the purpose the screen begins with."""
    return PREPAID_ARREAR if consumer.connection is Connection.PREPAID else BILL
