"""Reads QR codes with programs that know nothing of us: ZXing, and ZBar as a command of Debian's.

Alone, ZXing is held to dark on light and upright, no help for bad painting. Both together read as a phone's app would.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import zxingcpp
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.use_cases.views import QrMatrix

BLACK, WHITE = 0, 255
ZBAR = "zbarimg"
ZBAR_FOUND_NOTHING = 4
ZBAR_TIMEOUT_SECONDS = 300

Greys = tuple[bytes, int]
"""A picture of one grey byte a pixel, row after row, and its width."""


def qr_texts(grey: bytes, width: int) -> list[str]:
    """The text of every QR code in a picture of one grey byte a pixel, row after row."""
    return _zxing(grey, width, is_patient=False)


def _zxing(grey: bytes, width: int, *, is_patient: bool) -> list[str]:
    picture = memoryview(grey).cast("B", shape=(len(grey) // width, width))
    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        try_rotate=is_patient,
        try_downscale=is_patient,
        try_invert=False,
    )
    return [code.text for code in found]


def greys_of_image(image: QImage) -> Greys:
    """A picture of Qt's as plain bytes."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride = grey.width(), grey.bytesPerLine()
    data = bytes(grey.constBits())
    rows = (data[start : start + width] for start in range(0, stride * grey.height(), stride))
    return b"".join(rows), width


def code_places(picture: Greys) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of every code in a clean picture, from the top."""
    grey, width = picture
    found = zxingcpp.read_barcodes(
        memoryview(grey).cast("B", shape=(len(grey) // width, width)),
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
    )
    corners = [
        [each.top_left, each.top_right, each.bottom_left, each.bottom_right]
        for each in (code.position for code in found)
    ]
    boxes = [
        (
            min(p.x for p in four),
            min(p.y for p in four),
            max(p.x for p in four),
            max(p.y for p in four),
        )
        for four in corners
    ]
    return sorted(boxes, key=lambda box: (box[1], box[0]))


def has_zbar() -> bool:
    """Debian: zbar-tools."""
    return shutil.which(ZBAR) is not None


class TwoReaders:
    """ZXing and ZBar, each asked for every picture; a reader that is not installed is left out."""

    def __init__(self) -> None:
        self.names = ("zxing", "zbar") if has_zbar() else ("zxing",)

    def read(self, picture: Greys) -> dict[str, list[str]]:
        """Each reader's texts of one picture."""
        return {name: texts[0] for name, texts in self.read_all([picture]).items()}

    def read_all(self, pictures: Sequence[Greys]) -> dict[str, list[list[str]]]:
        """For each reader the texts of each picture, in their order."""
        read = {"zxing": [_zxing(*picture, is_patient=True) for picture in pictures]}
        if "zbar" in self.names:
            read["zbar"] = _zbar(pictures)
        return read


def _zbar(pictures: Sequence[Greys]) -> list[list[str]]:
    """One run of the command for all: it tells in XML what it found in which file."""
    with tempfile.TemporaryDirectory(prefix="qr-") as folder:
        files = [Path(folder) / f"{place:05d}.pgm" for place in range(len(pictures))]
        for file, (grey, width) in zip(files, pictures, strict=True):
            file.write_bytes(b"P5\n%d %d\n255\n" % (width, len(grey) // width) + grey)
        command = [ZBAR, "--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", *map(str, files)]
        done = subprocess.run(
            command, check=False, capture_output=True, timeout=ZBAR_TIMEOUT_SECONDS
        )
        assert done.returncode in {0, ZBAR_FOUND_NOTHING}, done.stderr.decode()
        found = {
            source.get("href"): [data.text or "" for data in source.iterfind(".//{*}data")]
            for source in ET.fromstring(done.stdout).iterfind("{*}source")  # noqa: S314 - a program of this computer
        }
    return [found.get(str(file), []) for file in files]


def pixels_of(matrix: QrMatrix, *, module_px: int, quiet_px: int) -> Sequence[bytes]:
    """The matrix as rows of grey bytes, painted by hand."""
    side = len(matrix) * module_px
    blank = bytes([WHITE]) * (side + 2 * quiet_px)
    rows = [blank] * quiet_px
    for row in matrix:
        dots = b"".join(bytes([BLACK if is_dark else WHITE]) * module_px for is_dark in row)
        rows += [blank[:quiet_px] + dots + blank[:quiet_px]] * module_px
    return rows + [blank] * quiet_px
