"""The accountant's pages in a real Chromium: by hand, with a file, on a phone, without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.app import CONSOLE_PATH
from counter_app.wire.check_code import check_code, spaced_code
from tests.billing_server.console.browser import PHONE, open_window
from tests.billing_server.console.visitors import put_person
from tests.billing_server.players import cash, paid_by
from tests.sync.offices import A, B, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.sync.offices import Office

pytestmark = pytest.mark.chromium
STRANGER = "9999999999"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    """A centre with money for a stranger, and the check code of a receipt."""
    office = open_office(tmp_path_factory.mktemp("console"))
    counter = office.enrol()
    first, _ = counter.tell(paid_by(A, cash(70_00)), paid_by(STRANGER, cash(100_00)))
    office.link.push(counter.epoch, counter.batch())
    put_person(office.server.database, "meera", "accountant")
    yield office, spaced_code(check_code(first.hash))
    office.close()


def test_an_accountant_finds_the_consumer_and_books_the_money(
    chromium: Browser, told: tuple[Office, str]
) -> None:
    office, _ = told
    with open_window(chromium, office.server.url) as window:
        window.sign_in("meera")
        page = window.page
        page.get_by_role("link", name="Suspense").click()
        page.locator("tbody a").first.click()
        page.get_by_label("Account, old number").fill(f"M{B}")
        page.keyboard.press("Enter")
        page.get_by_label("Why: what proves it").fill("the meter number on the old bill")
        page.get_by_role("button", name="Book it to this account").click()
        page.wait_for_selector("[role=status]")
        assert f"Booked to account {B}" in page.inner_text("[role=status]")
        assert "the meter number on the old bill" in page.inner_text("main")
        assert window.complaints == []


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_accountants_pages_are_shown_whole_in_both_languages(
    chromium: Browser, told: tuple[Office, str], language: str
) -> None:
    office, _ = told
    with open_window(chromium, office.server.url, is_dark=language == "hi") as window:
        window.sign_in("meera")
        if window.page.get_attribute("html", "lang") != language:
            window.page.click(f"button[value={language}]")
        addresses = window.page.eval_on_selector_all("nav a", "all => all.map(one => one.href)")
        paths = ("/suspense/C07/1/1", "/rules/cheque_barred", "/old-numbers?number=1")
        for address in [*addresses, *(f"{office.server.url}{CONSOLE_PATH}{p}" for p in paths)]:
            window.page.goto(address)
            assert window.page.inner_text("h1")
            assert not window.is_wider_than_its_window, address
        assert window.complaints == []


def test_a_file_of_old_numbers_is_put_in_by_hand(
    chromium: Browser, told: tuple[Office, str], tmp_path: Path
) -> None:
    office, _ = told
    file = tmp_path / "numbers.csv"
    file.write_text(f"91000042,{A}\n", encoding="utf-8")
    with open_window(chromium, office.server.url) as window:
        window.sign_in("meera")
        window.open("/old-numbers")
        window.page.set_input_files("input[type=file]", str(file))
        window.page.click("form[enctype] button")
        window.page.wait_for_selector("[role=status]")
        assert "91000042" in window.page.inner_text("table")
        assert window.complaints == []


@pytest.mark.parametrize("language", ["en", "hi"])
def test_anybody_checks_a_receipt_on_a_phone(
    chromium: Browser, told: tuple[Office, str], language: str
) -> None:
    office, code = told
    with open_window(chromium, office.server.url, PHONE) as window:
        window.open(f"/receipt?language={language}")
        window.page.fill("input[name=code]", code.lower())
        window.page.keyboard.press("Enter")
        window.page.wait_for_selector("[role=status]")
        shown = window.page.inner_text("main")
        assert "70.00" in shown
        assert A not in shown
        assert window.page.get_attribute("html", "lang") == language
        assert not window.is_wider_than_its_window
        assert window.complaints == []
