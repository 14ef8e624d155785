"""A file put into its place whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from counter_app.domain.errors import Fault, FaultCode


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, make durable, rename: never a half file under the real name. Raises Fault FILE_NOT_WRITTEN."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=".", suffix=".part", delete=False
        ) as part:
            try:
                part.write(content)
                part.flush()
                os.fsync(part.fileno())
                part.close()
                Path(part.name).replace(path)
            except OSError:
                Path(part.name).unlink(missing_ok=True)
                raise
        _make_durable(path.parent)
    except OSError as error:
        raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{path}: {error}") from error


def _make_durable(folder: Path) -> None:
    """Sync the folder's own entry; Windows neither can nor needs to."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
