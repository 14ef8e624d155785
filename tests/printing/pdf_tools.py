"""Reads PDFs with the programs of poppler, which know nothing of us. Missing, they fail the test and say so."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

TIMEOUT_SECONDS = 60


def _poppler(program: str) -> str:
    found = shutil.which(program)
    assert found, f"{program} is missing: install poppler-utils (dev.py does it where it may)"
    return found


def words_of(path: Path, *options: str) -> str:
    """All text that can be copied, one space between words; no-break spaces count as spaces."""
    done = subprocess.run(
        [_poppler("pdftotext"), *(options or ("-layout",)), str(path), "-"],
        check=True,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
    )
    return " ".join(done.stdout.decode("utf-8").split())


def halves_of(path: Path) -> tuple[str, str]:
    """The text of the left and of the right half of all pages, cut in the middle of the first."""
    width, height = page_sizes_of(path)[0]
    half = width // 2
    left, right = (
        words_of(
            path,
            *("-layout", "-x", str(x), "-y", "0", "-W", str(half), "-H", str(height)),
        )
        for x in (0, half)
    )
    return left, right


def pages_of(path: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run(
        [_poppler("pdftotext"), "-layout", str(path), "-"],
        check=True,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def page_sizes_of(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in whole points, as it is to be read."""
    done = subprocess.run(
        [_poppler("pdfinfo"), "-l", "-1", str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    sizes = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", done.stdout, re.MULTILINE)
    return [(round(float(width)), round(float(height))) for width, height in sizes]


def fonts_of(path: Path) -> list[list[str]]:
    """Name, type, encoding, and whether embedded, subset and with a map to Unicode."""
    done = subprocess.run(
        [_poppler("pdffonts"), str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    return [line.split() for line in done.stdout.splitlines()[2:]]


def greys_of(path: Path, dots_an_inch: int = 100) -> tuple[int, int, bytes]:
    """The first page as a picture: width, height, one grey a dot."""
    done = subprocess.run(
        [_poppler("pdftoppm"), "-r", str(dots_an_inch), "-gray", "-singlefile", str(path)],
        check=True,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
    )
    _, size, _, greys = done.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, greys


def pictures_of(path: Path, dots_an_inch: int) -> list[bytes]:
    """Each page as a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [_poppler("pdftoppm"), "-r", str(dots_an_inch), "-png", str(path), f"{folder}/page"],
            check=True,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
        )
        return [page.read_bytes() for page in sorted(Path(folder).iterdir())]
