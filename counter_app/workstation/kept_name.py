"""A file's name on the disk: durable only once its folder is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def keep_name(path: Path) -> None:
    """Make the new file's name durable; Windows keeps names by itself. Raises OSError."""
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
