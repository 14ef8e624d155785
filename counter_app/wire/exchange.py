"""What counter and centre say to each other over HTTP: requests, answers, fates (protocol, sections 2 to 4)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counter_app.wire.canonical import text_of
from counter_app.wire.lists import ChequeBarTold, RenumberedTold
from counter_app.wire.rules import PolicyTold

MOST_MESSAGES_IN_BATCH = 500
USUAL_MESSAGES_IN_BATCH = 100
MOST_BATCH_BYTES = 256 * 1024
CONTENT_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
ENCODING = "zstd"


class Fate(StrEnum):
    """What became of a message at the centre. Money is never refused: every fate means "it happened"."""

    POSTED = "POSTED"
    NOTED = "NOTED"  # not a payment: kept
    PAID_MEANWHILE = "PAID_MEANWHILE"
    UNKNOWN_ACCOUNT = "UNKNOWN_ACCOUNT"
    ACCOUNT_CLOSED = "ACCOUNT_CLOSED"
    RENUMBERED = "RENUMBERED"
    BILL_REVISED = "BILL_REVISED"
    DUPLICATE_INSTRUMENT = "DUPLICATE_INSTRUMENT"
    POSSIBLE_DOUBLE = "POSSIBLE_DOUBLE"
    CLOSED_MONTH = "CLOSED_MONTH"
    TIME_DOUBTFUL = "TIME_DOUBTFUL"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    NOT_APPLIED = "NOT_APPLIED"


IN_THE_BILL = frozenset(
    {
        Fate.POSTED,
        Fate.NOTED,
        Fate.PAID_MEANWHILE,
        Fate.BILL_REVISED,
        Fate.RENUMBERED,
        Fate.LIMIT_EXCEEDED,
    }
)
"""Fates whose money the consumer's bill contains; all others wait for a person.

What a person decides later, or a return undoes, changes no fate: the mark's ``refused`` says what stands in no bill
now. LIMIT_EXCEEDED is a breach of law by whoever took the cash, and no doubt about the payment.
"""


class Batch(msgspec.Struct, frozen=True):
    """Messages in order; each ``Raw`` is the message's exact bytes. One head signature proves them all."""

    first: int
    previous: str
    messages: tuple[msgspec.Raw, ...]
    head_signature: str


def batch_of(
    first: int, previous: bytes, messages: tuple[bytes, ...], head_signature: bytes
) -> Batch:
    """A batch of messages as they were stored: their bytes go out as they are."""
    return Batch(
        first, text_of(previous), tuple(map(msgspec.Raw, messages)), text_of(head_signature)
    )


class FateTold(msgspec.Struct, frozen=True, array_like=True):
    """``[sequence, fate, reference]``: reference is the centre's booking or reason."""

    sequence: int
    fate: Fate
    reference: str


class Acknowledgement(msgspec.Struct, frozen=True):
    """Durable at the centre up to ``upto``. The same for every repeat, for ever; ``head`` is base64url."""

    counter_id: str
    epoch: int
    upto: int
    head: str
    server_time_us: int
    fates: tuple[FateTold, ...]


class Head(msgspec.Struct, frozen=True):
    """The last message the centre knows of this epoch: where to resume."""

    counter_id: str
    epoch: int
    sequence: int
    head: str
    server_time_us: int


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """RFC 9457 problem document; ``code`` is what the counter has words for.

    ``gap``: ``expected`` and ``head`` say where to rewind to. ``fork``: another message under this number.
    """

    type: str
    title: str
    status: int
    code: str
    detail: str = ""
    expected: int = 0
    head: str = ""


class ConsumerTold(msgspec.Struct, frozen=True, array_like=True):
    """A consumer on the wire, fields as in ``domain.consumer``; flags by name."""

    account_no: str
    name_en: str
    name_hi: str
    legacy_account_no: str
    meter_no: str
    mobile: str
    guardian_name: str
    address: str
    locality: str
    division: str
    substation: str
    category: str
    connection: str
    flags: tuple[str, ...]


class BillTold(msgspec.Struct, frozen=True, array_like=True):
    """A bill on the wire, fields as in ``domain.bill``; dates ISO, empty for none."""

    bill_no: str
    account_no: str
    bill_month: str
    bill_date: str
    due_date: str
    disconnection_date: str
    current_demand_paise: int
    arrear_principal_paise: int
    arrear_surcharge_paise: int
    other_debits_paise: int
    credits_paise: int
    payable_by_due_paise: int
    payable_after_due_paise: int
    received_paise: int
    as_on: str


class Refused(msgspec.Struct, frozen=True, array_like=True):
    """``[epoch, sequence]``: handled by the centre, not inside any bill."""

    epoch: int
    sequence: int


class SeenThrough(msgspec.Struct, frozen=True, array_like=True):
    """``[epoch, sequence]``: the highest message of that epoch the bills know of."""

    epoch: int
    sequence: int


class MarkTold(msgspec.Struct, frozen=True):
    """How far the bills of a pull reach, once its last page is in."""

    cursor: int
    as_on_us: int
    seen_through: tuple[SeenThrough, ...]
    refused: tuple[Refused, ...]


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """A cashier of the roster, PIN as an Argon2id hash.

    ``approval_key`` (base64url) is made for this counter alone: it proves the person's approvals by telephone.
    """

    cashier_id: str
    name_en: str
    name_hi: str
    role: str
    pin_hash: str
    approval_key: str = ""


class Changes(msgspec.Struct, frozen=True):
    """One page of what changed after ``since``. ``mark`` is there on the last page only, and holds for the whole pull.

    A consumer told replaces the one before with all its bills: ``bills`` holds every open bill of each
    consumer of this page, so a consumer with none owes nothing. ``removed`` are accounts no longer served.
    ``barred`` and ``renumbered`` are what changed of these lists; not there at all when nothing did.
    """

    since: int
    next_cursor: int
    consumers: tuple[ConsumerTold, ...]
    bills: tuple[BillTold, ...]
    removed: tuple[str, ...]
    roster: tuple[Person, ...] | None = None
    mark: MarkTold | None = None
    policy: PolicyTold | None = None
    barred: tuple[ChequeBarTold, ...] | msgspec.UnsetType = msgspec.UNSET
    renumbered: tuple[RenumberedTold, ...] | msgspec.UnsetType = msgspec.UNSET
    counter_id: str = ""
    """Whom it was told: a mark is one counter's alone."""


class TenderDay(msgspec.Struct, frozen=True):
    """The centre's sum of one tender and fate on a business date."""

    tender: str
    fate: str
    count: int
    amount_paise: int


class FateDay(msgspec.Struct, frozen=True, array_like=True):
    """``[fate, count, paise]``: the centre's payments of one fate on a business date."""

    fate: str
    count: int
    amount_paise: int


class EpochDay(msgspec.Struct, frozen=True):
    """What the centre has of one epoch for a business date; ``digest`` as ``wire.days.day_digest``.

    ``upto`` is the highest sequence of that epoch it has handled, of whatever day: what is above it was never there.
    """

    epoch: int
    upto: int
    count: int
    amount_paise: int
    digest: str


class DayTotals(msgspec.Struct, frozen=True):
    """What the centre has of one counter (all epochs) for one business date.

    ``by_fate`` and ``epochs`` are empty in answers of a centre that was made before them.
    """

    counter_id: str
    business_date: str
    count: int
    amount_paise: int
    by_tender: tuple[TenderDay, ...]
    by_fate: tuple[FateDay, ...] = ()
    epochs: tuple[EpochDay, ...] = ()


class ServerTime(msgspec.Struct, frozen=True):
    """Signed time, bound to the asker's nonce."""

    nonce: str
    server_time_us: int


class EnrolmentRequest(msgspec.Struct, frozen=True):
    """A one-time code, the epoch's public key, and the head of the epoch before (zeros for none)."""

    code: str
    public_key: str
    previous_head: str
    proof: str
    """Signature by the new key over ``previous_head``: the asker holds the private part."""


class Certificate(msgspec.Struct, frozen=True):
    """Who this counter is, for one epoch; signed by the server as an answer's payload."""

    counter_id: str
    counter_name: str
    epoch: int
    public_key: str
    receipt_series: str
    division_en: str
    division_hi: str
    valid_from_us: int
    valid_until_us: int
    server_keys: dict[str, str]


class Enrolment(msgspec.Struct, frozen=True):
    """The answer to an enrolment: certificate and roster."""

    certificate: Certificate
    roster: tuple[Person, ...]
