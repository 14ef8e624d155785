"""The proof of a receipt: what its QR code says, signed by the counter, to be checked by anybody without a network.

Bytes: version, 5 bytes of key id, counter, receipt number, account, paise, time, 8 bytes of chain head, copy number;
an Ed25519 signature over all that; and a CRC-32 over the whole, which tells a misread or a clumsy change from a
forgery. Numbers are LEB128, texts have their length before them (decision 0032; ``billing_server/check/proof.js``
reads the same). In the QR code the bytes are one long decimal number: no scanner, keyboard layout or QR mode mangles
figures.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST, BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.receipt_verdict import ProvenReceipt
from counter_app.wire.canonical import SIGNATURE_BYTES, key_hash
from counter_app.wire.check_code import check_code

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.wire.canonical import Signer

VERSION = 1
KEY_BYTES_TOLD = 5
HEAD_BYTES_TOLD = 8
"""Of the payment's message; the check code is their first five."""

LEAST_DIGITS = 200
"""A shorter number is an account or a receipt number, and no proof: the shortest proof has some 230 figures."""

MOST_PROOF_BYTES = 512
MOST_TYPED_CHARACTERS = 4_000
"""What is longer was never in a QR code of ours, nor is it looked at."""

CRC_BYTES = 4
SECONDS_BYTES = 4
LAST_SECOND = 256**SECONDS_BYTES - 1
"""7 February 2106. A clock that is beyond it, or before 1970, stops no payment: the proof says the nearest it can."""

_MARK = b"\x01"
"""Before the bytes in the number, so that none of them gets lost at its front."""

_NO_ACCOUNT, _ACCOUNT_NUMBER, _ACCOUNT_TEXT = 0, 1, 2
_FIGURES = "0123456789"
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Unicode's control and format characters, and its ends of lines."""

_GAP = "\ufffd"
_PLAIN_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_MOST_BITS = 63
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class NoProofError(ValueError):
    """What was scanned or typed is no proof at all."""


class DamagedProofError(ValueError):
    """It is one of ours, and some of it is not as it was made."""


class NewerProofError(ValueError):
    """It is whole, and of a version that this program does not know."""


@dataclass(frozen=True, slots=True)
class ReadProof:
    """A whole proof: what it says, which key is said to have signed it, and what was signed."""

    says: ProvenReceipt
    key: bytes
    head: bytes
    signed: bytes
    signature: bytes


def sign_proof(
    payment: Payment, counter_id: str, message_hash: bytes, copy_no: int, signer: Signer
) -> bytes:
    """The proof of one copy (0 is the original) of this payment's receipt: some 115 bytes, made once and kept.

    ``message_hash`` is the chain hash of the message that told the payment, 32 bytes.
    """
    key = key_hash(signer.public_key)[:KEY_BYTES_TOLD]
    said = _said(payment, counter_id, message_hash, copy_no, key)
    whole = said + signer.sign_receipt(said)
    return whole + zlib.crc32(whole).to_bytes(CRC_BYTES, "big")


def proven_of(
    payment: Payment, counter_id: str, message_hash: bytes, copy_no: int
) -> ProvenReceipt:
    """What the proof of this copy says, under whatever key: ``key_id`` is empty."""
    said = _said(payment, counter_id, message_hash, copy_no, bytes(KEY_BYTES_TOLD))
    return replace(_read(said)[0], key_id="")


def proof_digits(proof: bytes) -> str:
    """The proof as a decimal number."""
    return str(int.from_bytes(_MARK + proof, "big"))


def proof_of_text(text: str) -> bytes:
    """The proof in what a scanner typed, whatever stands before its number. Raises NoProofError, DamagedProofError.

    A scanner under a Hindi keyboard layout types other figures, and rubbish for the address before them.
    """
    if len(text) > MOST_TYPED_CHARACTERS:
        raise NoProofError(text[:40])
    typed = "".join(text.split())
    if not typed.isascii():
        typed = "".join(_plain_figure(character) for character in typed)
    digits = typed[len(typed.rstrip(_FIGURES)) :]
    if len(digits) < LEAST_DIGITS:
        raise NoProofError(text[:40])
    number = int(digits)
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if digits[0] == "0" or raw[:1] != _MARK or len(raw) > MOST_PROOF_BYTES:
        message = "a number, and none of ours"
        raise DamagedProofError(message)
    return raw[1:]


def read_proof(proof: bytes) -> ReadProof:
    """What it says; nothing is believed of its signature. Raises DamagedProofError, NewerProofError."""
    whole, crc = proof[:-CRC_BYTES], proof[-CRC_BYTES:]
    if len(whole) <= SIGNATURE_BYTES or zlib.crc32(whole).to_bytes(CRC_BYTES, "big") != crc:
        message = "its sum is not its bytes'"
        raise DamagedProofError(message)
    said, signature = whole[:-SIGNATURE_BYTES], whole[-SIGNATURE_BYTES:]
    if said[0] != VERSION:
        raise NewerProofError(str(said[0]))
    says, key, head = _read(said)
    return ReadProof(says, key, head, said, signature)


def _said(
    payment: Payment, counter_id: str, message_hash: bytes, copy_no: int, key: bytes
) -> bytes:
    """What is signed."""
    number = payment.receipt_no
    account_no = "" if payment.noted is not None else str(payment.consumer.account_no)
    seconds = (payment.taken_at - _BEGINNING) // timedelta(seconds=1)
    return b"".join(
        (
            bytes([VERSION]),
            key,
            _text(counter_id),
            _text("" if number.series == counter_id else number.series),
            _number(number.book_year.first),
            _number(number.serial),
            _account(account_no),
            _number(payment.amount.paise),
            min(max(seconds, 0), LAST_SECOND).to_bytes(SECONDS_BYTES, "big"),
            message_hash[:HEAD_BYTES_TOLD],
            _number(copy_no),
        )
    )


def _read(said: bytes) -> tuple[ProvenReceipt, bytes, bytes]:
    """What was signed, read: with the key it names and the head. Raises DamagedProofError."""
    reader = _Reader(said, 1)
    key = reader.take(KEY_BYTES_TOLD)
    counter_id = reader.text()
    series = reader.text() or counter_id
    year, serial = reader.number(), reader.number()
    account_no = reader.account()
    paise = reader.number()
    seconds = int.from_bytes(reader.take(SECONDS_BYTES), "big")
    head = reader.take(HEAD_BYTES_TOLD)
    copy_no = reader.number()
    reader.end()
    try:
        receipt_no = ReceiptNo(series, BookYear(year), serial)
    except ValueError as error:
        raise DamagedProofError(str(error)) from error
    says = ProvenReceipt(
        counter_id=counter_id,
        receipt_no=str(receipt_no),
        account_no=account_no,
        amount=Money(paise),
        taken_at=(_BEGINNING + timedelta(seconds=seconds)).astimezone(IST),
        copy_no=copy_no,
        check_code=check_code(head),
        key_id=key.hex(),
    )
    return says, key, head


def _plain_figure(character: str) -> str:
    figure = unicodedata.decimal(character, None)
    return character if figure is None else str(figure)


def _text(text: str) -> bytes:
    raw = text.encode()
    return _number(len(raw)) + raw


def _number(number: int) -> bytes:
    """Seven bits a byte, lowest first, the highest bit on all but the last (LEB128)."""
    out = bytearray()
    while number >= 0x80:  # noqa: PLR2004 - what seven bits hold
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def _account(account_no: str) -> bytes:
    if not account_no:
        return bytes([_NO_ACCOUNT])
    if _PLAIN_NUMBER.fullmatch(account_no):
        return bytes([_ACCOUNT_NUMBER]) + _number(int(account_no))
    return bytes([_ACCOUNT_TEXT]) + _text(account_no)


class _Reader:
    """Walks through what was signed. Raises DamagedProofError where it is not as it should be."""

    def __init__(self, raw: bytes, place: int) -> None:
        self._raw, self._place = raw, place

    def take(self, count: int) -> bytes:
        taken = self._raw[self._place : self._place + count]
        self._place += count
        if len(taken) != count:
            message = "too short"
            raise DamagedProofError(message)
        return taken

    def number(self) -> int:
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return value
            if shift > _MOST_BITS:
                message = "a number without end"
                raise DamagedProofError(message)

    def text(self) -> str:
        """A forger's text may be anything: what would break or turn a line of the screen is shown as a gap."""
        try:
            told = self.take(self.number()).decode()
            return "".join(_GAP if unicodedata.category(one) in _UNSEEN else one for one in told)
        except UnicodeDecodeError as error:
            raise DamagedProofError(str(error)) from error

    def account(self) -> str:
        (kind,) = self.take(1)
        if kind == _NO_ACCOUNT:
            return ""
        return str(self.number()) if kind == _ACCOUNT_NUMBER else self.text()

    def end(self) -> None:
        if self._place != len(self._raw):
            message = "too long"
            raise DamagedProofError(message)
