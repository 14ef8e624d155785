"""A small storm in the suite; ``dev.py storm`` plays the whole city's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.day.storm import Weather, storm

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.skipif(sys.platform == "win32", reason="one process on Windows")
def test_whatever_is_killed_at_the_centre_nothing_is_lost_doubled_or_answered_otherwise(
    tmp_path: Path,
) -> None:
    weather = Weather(counters=12, payments_each=40, kills=("server", "process", "postgresql"))
    figures = storm(tmp_path, weather)
    assert figures["holds"], figures
    assert figures["messages_kept"] == 480
    assert figures["repeats_with_other_bytes"] == 0
    assert figures["attempts_that_failed"] != 0
