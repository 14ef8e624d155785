"""Another program, ``tesseract``, reads the Hindi and the figures on the emulator's pictures."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.day.paper_facts import Proof

READ_SCALE = 4
READ_MARGIN_DOTS = 60
COLUMN_OF_TEXT = "4"
"""Tesseract's page segmentation for a column of text of various sizes."""

READ_TIMEOUT_SECONDS = 300
TO_READ = {
    "hin+eng": ("रसीद", "उपभोक्ता", "खाता संख्या", "श्री क्षेत्रपाल ज्ञानेश्वर मिश्र", "पूर्ण भुगतान"),
    "eng": ("KID07/2627/000123", "7412036985", "AMOUNT PAID", "2,663.55"),
}


def prove_reading(proof: Proof, out: Path) -> None:
    """Hindi and figures on the emulator's picture, each with the language made for them."""
    proof.begin("words read by tesseract")
    for width in (576, 384):
        page = out / f"read-{width}.png"
        _enlarged(QImage(str(out / f"emupos-cash-{width}.png"))).save(str(page))
        for languages, words in TO_READ.items():
            text = _read(page, languages)
            (out / f"read-{width}-{languages}.txt").write_text(text, encoding="utf-8")
            for word in words:
                proof.check(f"tesseract reads at {width} dots", word in text, word)


def _enlarged(picture: QImage) -> QImage:
    """The picture four times as large on a white page with margins, as a scanner would bring it."""
    mode = Qt.TransformationMode.SmoothTransformation
    larger = picture.scaledToWidth(picture.width() * READ_SCALE, mode)
    page = QImage(
        larger.width() + 2 * READ_MARGIN_DOTS,
        larger.height() + 2 * READ_MARGIN_DOTS,
        QImage.Format.Format_Grayscale8,
    )
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(READ_MARGIN_DOTS, READ_MARGIN_DOTS, larger)
    painter.end()
    return page


def _read(page: Path, languages: str) -> str:
    done = subprocess.run(
        ["tesseract", str(page), "stdout", "-l", languages, "--psm", COLUMN_OF_TEXT],
        check=True,
        capture_output=True,
        timeout=READ_TIMEOUT_SECONDS,
    )
    return done.stdout.decode("utf-8").replace("\u200c", "").replace("\u200d", "")
