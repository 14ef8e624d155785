"""What the verbs of sealed files share: a flaw of a file as the refusal a person reads."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.wire.sealed import FileFlaw, SealedFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REFUSAL_OF = {
    FileFlaw.NOT_OURS: RefusalCode.FILE_NOT_OURS,
    FileFlaw.TOO_NEW: RefusalCode.FILE_TOO_NEW,
    FileFlaw.OTHER_KIND: RefusalCode.FILE_OTHER_KIND,
    FileFlaw.CUT: RefusalCode.FILE_CUT,
    FileFlaw.TOO_LARGE: RefusalCode.FILE_TOO_LARGE,
    FileFlaw.NOT_FOR_US: RefusalCode.FILE_NOT_FOR_US,
    FileFlaw.NOT_GENUINE: RefusalCode.FILE_NOT_GENUINE,
}


@contextmanager
def refusing_flaws(path: Path) -> Iterator[None]:
    """A flaw of this file becomes a Refusal that names it."""
    try:
        yield
    except SealedFileError as error:
        raise Refusal(REFUSAL_OF[error.flaw], file=path.name) from error
