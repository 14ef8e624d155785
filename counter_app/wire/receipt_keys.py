"""What anybody needs to check receipts without a network: the counters' keys, and payments that do not stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.receipt_verdict import GoneWhy, ReceiptVerdict, Verdict
from counter_app.wire.canonical import key_hash, raw_of, receipt_is_signed, text_of
from counter_app.wire.messages import microseconds, moment_of
from counter_app.wire.receipt_proof import (
    HEAD_BYTES_TOLD,
    KEY_BYTES_TOLD,
    DamagedProofError,
    NewerProofError,
    NoProofError,
    ReadProof,
    proof_of_text,
    read_proof,
)

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.wire.exchange import Certificate

MOST_PAGE_CHARACTERS = 120
"""Of the page's address: what is longer makes a QR code that 58 mm paper has no room for."""


class ReceiptKey(msgspec.Struct, frozen=True, array_like=True):
    """``[public key, counter, epoch, revoked]``: base64url, and UTC microseconds or 0 for a key that was not."""

    public_key: str
    counter_id: str
    epoch: int
    revoked_us: int = 0


class ReceiptGone(msgspec.Struct, frozen=True, array_like=True):
    """``[head, why, day]``: the first 8 bytes of the payment's chain hash (base64url), a GoneWhy, an ISO date."""

    head: str
    why: GoneWhy
    on: str


class ReceiptKeys(msgspec.Struct, frozen=True):
    """The list as of one moment, signed by the centre. ``version`` is another one whenever anything in it is.

    ``page`` is the address of the page that checks receipts, as receipts print it; empty for none.
    ``gone_since`` (ISO date): payments that fell before are not in ``gone``. ``is_unchanged`` is told to who has this
    version already, with no keys: it says so, and so can never be kept or replayed as a list of nothing.
    """

    version: str
    at_us: int
    page: str
    keys: tuple[ReceiptKey, ...]
    gone: tuple[ReceiptGone, ...]
    gone_since: str
    is_unchanged: bool = False


def page_of(keys: ReceiptKeys | None) -> str:
    """The address that stands before a proof in its QR code; empty without a list, and for one that would spoil it.

    A figure at its end would run into the number, and what is not ASCII means something else to every reader.
    """
    page = "" if keys is None else keys.page
    is_fit = page.isascii() and page.isprintable() and len(page) <= MOST_PAGE_CHARACTERS
    return page if is_fit and not page[-1:].isdigit() else ""


def gone_of(keys: ReceiptKeys, head: bytes) -> ReceiptGone | None:
    """Why and when the payment of this message fell, as far as the list tells; None while it stands."""
    told = text_of(head[:HEAD_BYTES_TOLD])
    return next((one for one in keys.gone if one.head == told), None)


def with_own(told: ReceiptKeys | None, certificates: tuple[Certificate, ...]) -> ReceiptKeys:
    """The list with the keys of a counter's own epochs in it; what it says of them itself counts."""
    known = told or ReceiptKeys(version="", at_us=0, page="", keys=(), gone=(), gone_since="")
    listed = {key.public_key for key in known.keys}
    own = tuple(
        ReceiptKey(one.public_key, one.counter_id, one.epoch)
        for one in certificates
        if one.public_key not in listed
    )
    return msgspec.structs.replace(known, keys=(*known.keys, *own))


def told_at(keys: ReceiptKeys | None) -> datetime | None:
    """When the centre told this list; None without one."""
    return None if keys is None else moment_of(keys.at_us)


def judge_receipt(text: str, keys: ReceiptKeys | None) -> ReceiptVerdict:
    """Is the receipt with this in its QR code genuine, as far as this list knows."""
    as_of = told_at(keys)
    try:
        read = read_proof(proof_of_text(text))
    except NoProofError:
        return ReceiptVerdict(Verdict.UNREADABLE, as_of=as_of)
    except DamagedProofError:
        return ReceiptVerdict(Verdict.ALTERED, as_of=as_of)
    except NewerProofError:
        return ReceiptVerdict(Verdict.TOO_NEW, as_of=as_of)
    return _judged(read, keys, as_of)


def _judged(read: ReadProof, keys: ReceiptKeys | None, as_of: datetime | None) -> ReceiptVerdict:
    named = () if keys is None else _keys_named(keys, read.key)
    if keys is None or all(_is_over(key, read) for key in named):
        return ReceiptVerdict(Verdict.UNKNOWN_KEY, read.says, as_of=as_of)
    if not any(_has_signed(key, read) for key in named if not _is_over(key, read)):
        return ReceiptVerdict(Verdict.ALTERED, as_of=as_of)
    gone = gone_of(keys, read.head)
    if gone is not None:
        return ReceiptVerdict(Verdict.REVERSED, read.says, gone.why, gone.on, as_of)
    verdict = Verdict.DUPLICATE if read.says.copy_no else Verdict.GENUINE
    return ReceiptVerdict(verdict, read.says, as_of=as_of)


def _keys_named(keys: ReceiptKeys, name: bytes) -> tuple[ReceiptKey, ...]:
    """Keys that a proof calls by this name: one as a rule, as the names of two keys may begin alike."""
    return tuple(
        key for key in keys.keys if key_hash(raw_of(key.public_key))[:KEY_BYTES_TOLD] == name
    )


def _is_over(key: ReceiptKey, read: ReadProof) -> bool:
    """Whether the key was taken away before the receipt says it was made."""
    return 0 < key.revoked_us <= microseconds(read.says.taken_at)


def _has_signed(key: ReceiptKey, read: ReadProof) -> bool:
    is_its_counter = key.counter_id == read.says.counter_id
    return is_its_counter and receipt_is_signed(raw_of(key.public_key), read.signed, read.signature)
