"""The log of this program: kept a year (domain, section 10), without names, mobiles or PINs."""

from __future__ import annotations

import logging
from logging.handlers import TimedRotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAYS_KEPT = 400


def start_log(folder: Path) -> None:
    """Write records of level INFO and above into a file a day."""
    folder.mkdir(parents=True, exist_ok=True)
    to_file = TimedRotatingFileHandler(
        folder / "counter.log", when="midnight", backupCount=DAYS_KEPT, encoding="utf-8", delay=True
    )
    to_file.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(to_file)
    root.setLevel(logging.INFO)
