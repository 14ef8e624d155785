"""The page of custody in a real Chromium: whole on a desk and on a phone, in both languages, without a complaint."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.billing_server.console.browser import DESK, PHONE, open_window
from tests.billing_server.console.visitors import put_person
from tests.billing_server.players import DAY, cash, paid_by
from tests.billing_server.test_store_custody import TOLD
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.sync.offices import Office

pytestmark = pytest.mark.chromium
PICTURES = os.environ.get("KESCO_PICTURES", "")
"""A folder for pictures of the page; none are kept without one."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A centre that was told a day of custody."""
    office = open_office(tmp_path_factory.mktemp("console"))
    counter = office.enrol()
    counter.tell(paid_by(A, cash(70_00)), *TOLD)
    office.link.push(counter.epoch, counter.batch())
    put_person(office.server.database, "meera", "accountant")
    yield office
    office.close()


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_page_is_shown_whole(
    chromium: Browser, told: Office, size: tuple[int, int], language: str
) -> None:
    with open_window(chromium, told.server.url, size, is_dark=language == "hi") as window:
        window.sign_in("meera")
        if window.page.get_attribute("html", "lang") != language:
            window.page.click(f"button[value={language}]")
        window.open(f"/custody?day={DAY}")
        assert "UTR9" in window.page.inner_text("main")
        assert not window.is_wider_than_its_window
        assert window.complaints == []
        if PICTURES:
            name = f"custody-{size[0]}-{language}.png"
            window.page.screenshot(path=str(Path(PICTURES) / name), full_page=True)
