"""What several bodies say alike: tenders, allocations, movements, pieces of money. Sums are whole paise."""

from __future__ import annotations

import msgspec

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.payment import Toward
from counter_app.domain.tender import TenderKind


class CardReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A card sale as the terminal's slip says; never a card number."""

    network: str
    last4: str
    rrn: str
    approval_code: str
    tid: str
    mid: str
    batch: str
    invoice: str


class UpiReference(msgspec.Struct, frozen=True):
    """A credit by UPI: the 12-digit reference, and whether the bank itself confirmed it at the counter."""

    reference: str
    is_confirmed: bool


class PaperTold(msgspec.Struct, frozen=True):
    """A cheque or draft as written; ``dated`` is the date on it."""

    number: str
    bank: str
    branch: str
    dated: str
    ifsc: str
    micr: str
    drawer: str


class TenderTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tender of a payment; ``given_paise`` for cash only, ``card``, ``upi`` and ``paper`` for their kinds only.

    ``whole_paise``: the sum of the whole sale, credit or paper where it pays other payments of the group too.
    """

    kind: TenderKind
    amount_paise: int
    given_paise: int | None = None
    card: CardReference | None = None
    upi: UpiReference | None = None
    paper: PaperTold | None = None
    whole_paise: int | None = None


class AllocationTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """The part that settles one bill; no bill number where it goes elsewhere (``toward``)."""

    bill_no: str
    amount_paise: int
    toward: Toward = Toward.BILL


class PostingTold(msgspec.Struct, frozen=True):
    """One movement of the entry; a debit is positive."""

    account: LedgerAccount
    amount_paise: int


class NotedTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who a payment in suspense is for, as the payer told; fields as in ``domain.suspense.NotedConsumer``."""

    name: str
    account_no: str = ""
    meter_no: str = ""
    bill_no: str = ""
    mobile: str = ""
    address: str = ""


class PiecesTold(msgspec.Struct, frozen=True, array_like=True):
    """So many pieces of one denomination."""

    denomination_paise: int
    pieces: int


class ReturnedPart(msgspec.Struct, frozen=True):
    """What a return undoes of one payment."""

    payment_id: str
    receipt_no: str
    account_no: str
    amount_paise: int
    allocations: tuple[AllocationTold, ...]
