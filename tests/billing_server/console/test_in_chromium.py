"""The console in a real Chromium: every page in both languages, by the keyboard, without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.console.words import say
from billing_server.embedded import start_embedded
from tests.billing_server.console.browser import PHONE, open_window
from tests.billing_server.console.visitors import PASSWORD, put_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from billing_server.embedded import EmbeddedServer

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    started = start_embedded(tmp_path_factory.mktemp("console"))
    put_person(started.database, "meera", "admin")
    yield started
    started.stop()


def test_the_first_page_is_reached_by_the_keyboard_alone(
    chromium: Browser, server: EmbeddedServer
) -> None:
    with open_window(chromium, server.url) as window:
        window.open("/sign-in")
        keyboard = window.page.keyboard
        keyboard.type("meera")
        keyboard.press("Tab")
        keyboard.type(PASSWORD)
        keyboard.press("Enter")
        window.page.wait_for_selector("nav")
        keyboard.press("Tab")
        assert window.page.evaluate("document.activeElement.className") == "skip"
        keyboard.press("Enter")
        assert window.page.evaluate("document.activeElement.id") == "page"
        assert window.complaints == []


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_page_is_shown_without_a_complaint(
    chromium: Browser, server: EmbeddedServer, language: str
) -> None:
    with open_window(chromium, server.url) as window:
        window.sign_in("meera")
        if window.page.get_attribute("html", "lang") != language:
            window.page.click(f"button[value={language}]")
        addresses = window.page.eval_on_selector_all("nav a", "all => all.map(one => one.href)")
        assert addresses
        for address in addresses:
            window.page.goto(address)
            assert window.page.get_attribute("html", "lang") == language
            assert window.page.inner_text("h1")
        window.page.click(f"text={say(language, 'Sign out')}")
        window.page.wait_for_selector("input[type=password]")
        assert window.complaints == []


def test_nothing_sticks_out_on_a_phone(chromium: Browser, server: EmbeddedServer) -> None:
    with open_window(chromium, server.url, PHONE) as window:
        window.sign_in("meera")
        assert not window.is_wider_than_its_window
