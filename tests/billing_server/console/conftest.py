"""What tests of the console share: a centre on each database with its people, and one Chromium a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.billing_server.centres import EACH_KIND, centre_with_two_consumers
from tests.billing_server.console.browser import open_chromium
from tests.billing_server.console.visitors import HeadOffice, open_head_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(params=EACH_KIND)
def head_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HeadOffice]:
    """The console on SQLite and on PostgreSQL; people are named by their roles."""
    for centre in centre_with_two_consumers(request.param, tmp_path):
        yield open_head_office(centre)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Mark tests that use it ``chromium``."""
    with open_chromium() as browser:
        yield browser
