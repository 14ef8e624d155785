"""Files on a stick: read whole, written whole (port ``CarriedFiles``)."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.sealed import MOST_FILE_BYTES

if TYPE_CHECKING:
    from pathlib import Path


class StickFiles:
    """The file system, wherever the path leads."""

    def read(self, path: Path) -> bytes:
        """All of it, and one byte more than a sealed file may have at most. Raises Fault FILE_NOT_READ."""
        try:
            with path.open("rb") as file:
                return file.read(MOST_FILE_BYTES + 1)
        except OSError as error:
            raise Fault(FaultCode.FILE_NOT_READ, f"{path}: {error}") from error

    def write(self, folder: Path, name: str, content: bytes) -> Path:
        """Written beside, made durable, named, read again. Raises Fault FILE_NOT_WRITTEN."""
        beside = folder / f".{name}.{os.getpid()}"
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            path = _free_name(folder, name)
            beside.replace(path)
            is_whole = path.read_bytes() == content
        except OSError as error:
            with suppress(OSError):  # the stick may be gone
                beside.unlink(missing_ok=True)
            raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{folder / name}: {error}") from error
        if not is_whole:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{path}: reads back otherwise")
        return path


def _free_name(folder: Path, name: str) -> Path:
    """``name``, or ``name-2`` before its ending, and so on: nothing is written over."""
    stem, dot, ending = name.rpartition(".")
    for number in count(2):
        path = folder / name
        if not path.exists():
            return path
        name = f"{stem}-{number}{dot}{ending}"
    raise AssertionError
