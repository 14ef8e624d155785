"""Which QR codes two independent readers read, after what befalls paper; and what a changed byte is told as."""

from __future__ import annotations

import random
import tempfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from counter_app.domain.receipt_verdict import Verdict
from counter_app.printing.layout import lay_out
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS, paint, png_of
from counter_app.printing.receipt_pages import ReceiptPage, save_receipt
from counter_app.wire.canonical import text_of
from counter_app.wire.receipt_keys import ReceiptKey, ReceiptKeys, judge_receipt
from counter_app.wire.receipt_proof import CRC_BYTES, proof_digits
from tests.picture_damage import DAMAGES, grey
from tests.printing.all_papers import all_receipts
from tests.printing.papers import COUNTER_KEY
from tests.printing.pdf_tools import pictures_of
from tests.qr_reader import TwoReaders, code_places, greys_of_image

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from counter_app.domain.receipt import Receipt
    from tests.day.paper_facts import Proof

KEYS = ReceiptKeys("1", 1, "", (ReceiptKey(text_of(COUNTER_KEY.public_key), "KID07", 1),), (), "")
PAGE_DOTS_AN_INCH = 203
KINDS = ("cash-offline", "split-stamped", "suspense", "largest")
TRIES = 5
"""Pictures of each kind of receipt, source and damage: 20 of each in all."""

LEAST_READ = 0.7
"""Of damaged codes, by each reader; of clean ones all. Printing notes, 5: 11 or 12 of 12 at 4 dots a module."""

CAMERA = "photographed"
"""A camera looks thirty times a second: here one of five pictures of each code is enough, for either reader."""


@dataclass(frozen=True, slots=True)
class Source:
    """Codes cut out of pictures of one kind, and what each of them says."""

    name: str
    codes: tuple[tuple[QImage, str], ...]


def prove_codes(proof: Proof, readers: TwoReaders, out: Path) -> None:
    """A table of how many were read by each reader, from each source, after each damage; then changed bytes."""
    proof.begin(f"codes read by {' and '.join(readers.names)}")
    print(f"{'from':<24}{'after':<24}" + "".join(f"{name:>10}" for name in readers.names))
    for source in sources(out):
        for damage in DAMAGES:
            _prove_damage(proof, readers, source, damage)
    _prove_changes(proof)


def sources(out: Path | None, kinds: tuple[str, ...] = KINDS) -> list[Source]:
    """Our dots, the emulator's pictures of an earlier part in ``out``, and our pages as poppler draws them."""
    receipts = {kind: all_receipts()[kind][0] for kind in kinds}
    made = [
        Source(f"our dots, {width}", tuple(_in_dots(one, width) for one in receipts.values()))
        for width in SIZES_BY_WIDTH_DOTS
    ]
    if out is not None:
        made += _from_emulator(out, receipts)
    made += [
        Source(f"PDF, {page}", tuple(c for one in receipts.values() for c in _on_page(one, page)))
        for page in ReceiptPage
    ]
    return made


def _from_emulator(out: Path, receipts: dict[str, Receipt]) -> list[Source]:
    made = []
    for start, name in (("emupos", "emulator's picture"), ("emupos-type", "native code")):
        for width in (576, 384):
            files = {kind: out / f"{start}-{kind}-{width}.png" for kind in receipts}
            codes = tuple(
                _cut(QImage(str(file)), said_by(receipts[kind]))
                for kind, file in files.items()
                if file.exists()
            )
            if codes:
                made.append(Source(f"{name}, {width}", codes))
    return made


def said_by(receipt: Receipt) -> str:
    """What its code says."""
    return receipt.check_page + proof_digits(receipt.proof)


def damaged(source: Source, damage: str, tries: int) -> list[tuple[QImage, str]]:
    """So many pictures of each code; the same ones every time."""
    return [
        (DAMAGES[damage](picture, random.Random(f"{source.name} {damage} {place} {turn}")), said)
        for place, (picture, said) in enumerate(source.codes)
        for turn in range(tries)
    ]


def readings(
    readers: TwoReaders, pictures: Sequence[tuple[QImage, str]]
) -> tuple[dict[str, list[bool]], dict[str, int]]:
    """For each reader which it read and we judge genuine, and how many it read as something else than was said."""
    read: dict[str, list[bool]] = {}
    wrong: dict[str, int] = {}
    greys = [greys_of_image(picture) for picture, _ in pictures]
    for name, texts in readers.read_all(greys).items():
        pairs = [(found, said) for found, (_, said) in zip(texts, pictures, strict=True)]
        wrong[name] = sum(bool(found) and found != [said] for found, said in pairs)
        read[name] = [
            found == [said] and judge_receipt(said, KEYS).verdict is Verdict.GENUINE
            for found, said in pairs
        ]
    return read, wrong


def _prove_damage(proof: Proof, readers: TwoReaders, source: Source, damage: str) -> None:
    tries = 1 if damage == "clean" else TRIES
    read, wrong = readings(readers, damaged(source, damage, tries))
    row = "".join(f"{f'{sum(read[name])}/{len(read[name])}':>10}" for name in readers.names)
    print(f"{source.name:<24}{damage:<24}{row}")
    for name in readers.names:
        seen = read[name]
        if damage == CAMERA:
            is_enough = all(any(seen[at : at + tries]) for at in range(0, len(seen), tries))
        else:
            is_enough = sum(seen) >= (1 if damage == "clean" else LEAST_READ) * len(seen)
        what = f"{source.name}, {damage}: {name} reads it as genuine"
        proof.note(what, is_enough, f"{sum(seen)} of {len(seen)}")
        proof.note(f"{what}, and never as another", not wrong[name], wrong[name])


def _in_dots(receipt: Receipt, width: int) -> tuple[QImage, str]:
    lines = lay_out(receipt, copy_no=0, is_acknowledged=True)
    picture = QImage.fromData(png_of(paint(lines, width).raster))
    return _cut(picture, said_by(receipt))


def _on_page(receipt: Receipt, page: ReceiptPage) -> list[tuple[QImage, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receipt.pdf"
        save_receipt(receipt, path, page, copy_no=0, is_acknowledged=True)
        pages = [QImage.fromData(one) for one in pictures_of(path, PAGE_DOTS_AN_INCH)]
    return [(code, said_by(receipt)) for one in pages for code in _all_cut(one)]


def _cut(picture: QImage, said: str) -> tuple[QImage, str]:
    (one,) = _all_cut(picture)
    return one, said


def _all_cut(picture: QImage) -> list[QImage]:
    """Each code with a little of what is printed around it, as a camera is held over it."""
    around = 32
    whole = grey(picture)
    return [
        whole.copy(
            QRect(left, top, right - left, bottom - top).adjusted(-around, -around, around, around)
        )
        for left, top, right, bottom in code_places(greys_of_image(whole))
    ]


def _prove_changes(proof: Proof) -> None:
    proof.begin("a proof with anything changed")
    receipt = all_receipts()["cash-offline"][0]
    whole = receipt.proof
    told = Counter(
        judge_receipt(proof_digits(changed), KEYS).verdict.value for changed in _each_byte(whole)
    )
    proof.check("every byte changed to every other", set(told) == {"altered"}, dict(told))
    told = Counter(
        judge_receipt(proof_digits(_summed(changed)), KEYS).verdict.value
        for changed in _each_bit(whole[:-CRC_BYTES])
    )
    is_caught = not {"genuine", "duplicate", "reversed"} & set(told)
    proof.check("every bit changed by one who makes the sum anew", is_caught, dict(told))
    said = said_by(receipt)
    start = len(said) - len(proof_digits(whole))
    told = Counter(
        judge_receipt(said[:place] + figure + said[place + 1 :], KEYS).verdict.value
        for place in range(start, len(said))
        for figure in "0123456789"
        if figure != said[place]
    )
    proof.check(
        "every figure of the code misread as every other", set(told) == {"altered"}, dict(told)
    )


def _each_byte(raw: bytes) -> Iterable[bytes]:
    for place, byte in enumerate(raw):
        for other in range(256):
            if other != byte:
                yield raw[:place] + bytes([other]) + raw[place + 1 :]


def _each_bit(raw: bytes) -> Iterable[bytes]:
    for place, byte in enumerate(raw):
        for bit in range(8):
            yield raw[:place] + bytes([byte ^ 1 << bit]) + raw[place + 1 :]


def _summed(whole: bytes) -> bytes:
    return whole + zlib.crc32(whole).to_bytes(CRC_BYTES, "big")
