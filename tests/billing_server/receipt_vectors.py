"""Receipts' codes and what is to be said of each: made by Python, read by the page's JavaScript too.

``python -m tests.billing_server.receipt_vectors`` writes the file anew; a test holds it to what Python says now.
"""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from msgspec.json import encode
from msgspec.json import format as indented

from counter_app.domain.identity import AccountNo, BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.receipt_verdict import GoneWhy
from counter_app.wire.canonical import KeyPair, sign_answer, text_of
from counter_app.wire.receipt_keys import ReceiptGone, ReceiptKey, ReceiptKeys, judge_receipt
from counter_app.wire.receipt_proof import HEAD_BYTES_TOLD, proof_digits, sign_proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.payment import Payment

FILE = Path(__file__).parents[1] / "data" / "receipt_proofs.json"
SERVER, COUNTER, OTHER, REVOKED, FORGER = (
    KeyPair.from_seed(bytes([number]) * 32) for number in range(1, 6)
)
TAKEN = datetime(2026, 11, 23, 6, 12, 7, tzinfo=UTC)
PAGE = "https://billing.example/check/#"
AS_OF_US = 1_795_400_000_000_000
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
HINDI, ARABIC, WIDE, DOUBLE = (
    str.maketrans("0123456789", "".join(chr(zero + figure) for figure in range(10)))
    for zero in (0x966, 0x660, 0xFF10, 0x1D7D8)
)


def head_of(name: str) -> bytes:
    """The chain hash of a payment of this name."""
    return hashlib.sha256(name.encode()).digest()


def proof(name: str = "a", copy_no: int = 0, key: KeyPair = COUNTER, **changes: Any) -> bytes:  # noqa: ANN401
    """Signed by a counter; ``changes`` are of what the payment is."""
    said = {
        "receipt_no": ReceiptNo("KID07", BookYear(2026), 123),
        "account_no": "7412036985",
        "paise": 2_663_55,
        "taken_at": TAKEN,
        "counter_id": "C07",
        "is_noted": False,
        **changes,
    }
    payment = SimpleNamespace(
        receipt_no=said["receipt_no"],
        noted=object() if said["is_noted"] else None,
        consumer=SimpleNamespace(account_no=AccountNo(said["account_no"])),
        amount=Money(said["paise"]),
        taken_at=said["taken_at"],
    )
    return sign_proof(cast("Payment", payment), said["counter_id"], head_of(name), copy_no, key)


def whole(said: bytes, signature: bytes | None = None, key: KeyPair = COUNTER) -> bytes:
    """What is said, signed and summed up as a proof is, however strange it is."""
    all_of_it = said + (key.sign_receipt(said) if signature is None else signature)
    return all_of_it + zlib.crc32(all_of_it).to_bytes(4, "big")


def the_list() -> ReceiptKeys:
    """Keys and payments gone; the forger's key is not among them."""
    keys = (
        ReceiptKey(text_of(COUNTER.public_key), "C07", 1),
        ReceiptKey(text_of(OTHER.public_key), "C08", 1),
        ReceiptKey(text_of(REVOKED.public_key), "C09", 1, (TAKEN - _BEGINNING) // _MICROSECOND),
    )
    gone = tuple(
        ReceiptGone(text_of(head_of(why.value)[:HEAD_BYTES_TOLD]), why, f"2026-11-2{day}")
        for day, why in enumerate(GoneWhy, 4)
    )
    return ReceiptKeys("of-the-vectors", AS_OF_US, PAGE, keys, gone, "2026-08-01")


def texts() -> Iterator[tuple[str, str]]:
    """A name and what is scanned or typed."""
    yield from _of_good_papers()
    yield from _of_keys()
    yield from _as_typed()
    yield from _of_strange_bytes()
    yield from _of_one_changed_byte()


def _of_good_papers() -> Iterator[tuple[str, str]]:
    good = {
        "original": proof(),
        "first copy": proof(copy_no=1),
        "copy 300": proof(copy_no=300),
        "99 crore": proof(paise=99_00_00_000_00),
        "one paisa": proof(paise=1),
        "money in suspense": proof(is_noted=True),
        "account with a zero before": proof(account_no="0012345"),
        "account with letters": proof(account_no="KESA/12-B"),
        "account of 18 figures": proof(account_no="9" * 18),
        "account of 19 figures": proof(account_no="9" * 19),
        "series of an epoch": proof(receipt_no=ReceiptNo("KID07AB", BookYear(2099), 1_234_567)),
        "series as the counter": proof(receipt_no=ReceiptNo("C07", BookYear(2009), 1)),
        "taken in 2099": proof(taken_at=TAKEN.replace(year=2099)),
    }
    for name, one in good.items():
        yield name, proof_digits(one)
    for why in GoneWhy:
        yield f"gone, {why.value}", proof_digits(proof(why.value))
        yield f"gone, {why.value}, copy", proof_digits(proof(why.value, copy_no=2))


def _of_keys() -> Iterator[tuple[str, str]]:
    before = TAKEN - timedelta(seconds=1)
    strange = {
        "forger": proof(key=FORGER),
        "another counter's key": proof(key=OTHER),
        "another counter": proof(key=OTHER, counter_id="C08"),
        "forger with lines and turns": proof(key=FORGER, account_no="7\n4\u202e1\u20282\x9f\u200d"),
        "forger with marks": proof(key=FORGER, account_no="<b>GENUINE</b>&amp;"),
        "key revoked at that moment": proof(key=REVOKED, counter_id="C09"),
        "key revoked later": proof(key=REVOKED, counter_id="C09", taken_at=before),
        "our key named, forger signed": whole(said := proof()[:-68], FORGER.sign_receipt(said)),
        "signed as a head": whole(said, COUNTER.sign_head(said)),
        "signed as an answer": whole(said, COUNTER.sign_answer(said)),
    }
    for name, one in strange.items():
        yield name, proof_digits(one)


def _as_typed() -> Iterator[tuple[str, str]]:
    figures = proof_digits(proof())
    yield "with the page before", PAGE + figures
    yield "with rubbish of another layout before", "ूददचमरध्ध" + figures
    yield "in Hindi figures", figures.translate(HINDI)
    yield "page and Hindi figures", PAGE + figures.translate(HINDI)
    yield "in Arabic figures", figures.translate(ARABIC)
    yield "in wide figures", figures.translate(WIDE)
    yield "in mathematicians' figures", figures.translate(DOUBLE)
    yield "in lines", "\r\n".join(figures[at : at + 40] for at in range(0, len(figures), 40)) + "\n"
    yield "with odd spaces", f"\x1d{figures[:50]}\u00a0\u2003{figures[50:]}\x85\t"
    yield "with zeros before", "000" + figures
    yield "with a letter behind", figures + "x"
    yield "with a mark of byte order behind", figures + "\ufeff"
    yield "cut short", figures[:-1]
    yield "one figure too many", figures + "0"
    yield "nothing", ""
    yield "words", "Kanpur"
    yield "a UPI code", "upi://pay?pa=kesco@bank&am=2663.55&tr=741203698512"
    yield "199 figures", "1" * 199
    yield "200 figures", "1" * 200
    yield "zeros", "0" * 250
    yield "far too many figures", "1" * 1537
    yield "as many characters as are looked at", "x" * (4_000 - len(figures)) + figures
    yield "a character more", "x" * (4_001 - len(figures)) + figures
    yield "one zero before", "0" + figures
    yield "513 bytes", str(int.from_bytes(b"\x01" + bytes(512), "big"))
    yield "512 bytes", str(int.from_bytes(b"\x01" + bytes(511), "big"))
    yield "another mark", str(int.from_bytes(b"\x02" + proof(), "big"))


def _of_strange_bytes() -> Iterator[tuple[str, str]]:
    said = proof()[:-68]
    head, foot = said[:6], said[6:]
    endless = b"\xff" * 11
    strange = {
        "version 2": whole(b"\x02" + said[1:]),
        "version 0": whole(b"\x00" + said[1:]),
        "a byte behind": whole(said + b"\x00"),
        "a byte less": whole(said[:-1]),
        "nothing but a version": whole(b"\x01"),
        "nothing signed": whole(b""),
        "a name longer than all": whole(head + b"\x7f" + foot[1:]),
        "a length without end": whole(head + endless + foot),
        "a length of 70 bits": whole(head + b"\xff" * 9 + b"\x7f" + foot),
        "no letters of UTF-8": whole(head + b"\x03\xff\xfe\xfd" + foot[4:]),
        "half a surrogate": whole(head + b"\x03\xed\xa0\x80" + foot[4:]),
        "letters that are too long": whole(head + b"\x02\xc0\xaf" + foot[4:]),
        "a Hindi counter": whole(head + b"\x03" + "क".encode() + foot[4:]),
        "a mark of byte order in the name": whole(head + b"\x03\xef\xbb\xbf" + foot[4:]),
        "serial 0": proof_with(b"\xea\x0f\x00"),
        "serial of 64 bits": proof_with(b"\xea\x0f" + b"\xff" * 9 + b"\x01"),
        "book year of 35 bits": proof_with(b"\xff" * 4 + b"\x7f\x01"),
        "a longer way to write a number": proof_with(b"\xea\x8f\x00\x81\x00"),
    }
    for name, one in strange.items():
        yield name, proof_digits(one)


def proof_with(numbers: bytes) -> bytes:
    """The proof with these bytes for its book year and serial."""
    said = proof()[:-68]
    begin = 6 + 4 + 6  # key and version, counter, series
    return whole(said[:begin] + numbers + said[begin + 3 :])


def _of_one_changed_byte() -> Iterator[tuple[str, str]]:
    """Each byte by its lowest bit with the sum left alone; by its lowest and highest with the sum made to fit."""
    one = proof(copy_no=1)
    for place in range(len(one)):
        yield f"byte {place}, lowest bit", proof_digits(changed(one, place, 0x01))
    for place in range(len(one) - 4):
        for bit in (0x01, 0x80):
            fitting = changed(one, place, bit)[:-4]
            summed = fitting + zlib.crc32(fitting).to_bytes(4, "big")
            yield f"byte {place}, bit {bit:#x}, sum made to fit", proof_digits(summed)


def changed(one: bytes, place: int, bits: int) -> bytes:
    """With these bits of one byte turned."""
    return one[:place] + bytes([one[place] ^ bits]) + one[place + 1 :]


def told(text: str, keys: ReceiptKeys | None) -> dict[str, object]:
    """What Python says of it, as the page's JavaScript names it."""
    judged = judge_receipt(text, keys)
    says = judged.receipt
    facts = says and {
        "counterId": says.counter_id,
        "receiptNo": says.receipt_no,
        "accountNo": says.account_no,
        "paise": str(says.amount.paise),
        "takenSeconds": (says.taken_at - _BEGINNING) // timedelta(seconds=1),
        "copyNo": str(says.copy_no),
        "checkCode": says.check_code,
    }
    return {
        "verdict": judged.verdict,
        "says": facts,
        "why": judged.why or "",
        "on": judged.gone_on,
    }


def vectors() -> bytes:
    """The whole file."""
    keys = the_list()
    cases: list[dict[str, object]] = [
        {"name": name, "text": text, **told(text, keys)} for name, text in texts()
    ]
    without = [
        {"name": name, "text": text, **told(text, None)}
        for name, text in (("original", proof_digits(proof())), ("words", "Kanpur"))
    ]
    made = {
        "server_key": text_of(SERVER.public_key),
        "signed_list": sign_answer(SERVER, keys).decode(),
        "cases": cases,
        "without_a_list": without,
    }
    return indented(encode(made), indent=1) + b"\n"


if __name__ == "__main__":
    FILE.write_bytes(vectors())
