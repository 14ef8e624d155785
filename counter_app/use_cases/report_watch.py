"""Who watches a report being made: told how far it is, and able to stop it between two pages or a thousand rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class ReportStep(StrEnum):
    """What the making of a report is busy with."""

    READ = "read"
    """Rows of the books."""
    SET = "set"
    """Rows measured, to know columns and pages."""
    DRAW = "draw"
    """Pages, or rows of a table."""
    WRITE = "write"
    """The file, whole: nothing can be stopped any more."""


@dataclass(frozen=True, slots=True)
class ReportProgress:
    """How far a step is: ``done`` of ``total``, a total of 0 where nobody knows it."""

    step: ReportStep
    done: int
    total: int


class ReportStoppedError(Exception):
    """A person asked to stop; no file is left behind."""


ReportWatch = Callable[[ReportProgress], None]
"""Hears the progress, quickly and on any lane. Raises ReportStoppedError to stop the report at this point."""


def unwatched(_progress: ReportProgress) -> None:
    """Nobody watches: nothing stops the report."""
