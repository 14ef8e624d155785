"""The console in a real Chromium: every page in both languages, by the keyboard, without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.console.pages import ALL_PAGES
from billing_server.console.words import say
from billing_server.embedded import start_embedded
from tests.billing_server.console.browser import DESK, PHONE, open_window
from tests.billing_server.console.played_day import play_day
from tests.billing_server.console.visitors import CHEAP, PASSWORD
from tests.billing_server.players import NOW_US

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from billing_server.embedded import EmbeddedServer
    from tests.billing_server.console.browser import Window

pytestmark = pytest.mark.chromium

NEAR = ("/counters/C03", "/counters/C13", "/alarms/C03/1/29/fork", "/own-password")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    folder = tmp_path_factory.mktemp("console")
    started = start_embedded(folder, settings=CHEAP, now_us=lambda: NOW_US)
    play_day(started)
    yield started
    started.stop()


def test_the_first_page_is_reached_by_the_keyboard_alone(
    chromium: Browser, server: EmbeddedServer
) -> None:
    with open_window(chromium, server.url) as window:
        window.open("/sign-in")
        keyboard = window.page.keyboard
        window.page.wait_for_function("document.activeElement.name === 'name'")
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


def pages_of(window: Window) -> list[str]:
    """Every page the navigation leads to, and some from near."""
    headings = {page.path for page in ALL_PAGES if page.heading}
    here = window.page.eval_on_selector_all("nav a", "all => all.map(one => one.pathname)")
    led_to = [str(path).removeprefix("/console") for path in here]
    assert set(led_to) <= headings
    assert len(led_to) > 5
    return [*led_to, *NEAR]


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_is_shown_whole_and_without_a_complaint(
    chromium: Browser, server: EmbeddedServer, language: str, size: tuple[int, int]
) -> None:
    with open_window(chromium, server.url, size, is_dark=language == "hi") as window:
        window.sign_in("meera")
        if window.page.get_attribute("html", "lang") != language:
            window.page.click(f"button[value={language}]")
            window.page.wait_for_selector(f"html[lang={language}]")
        for path in pages_of(window):
            window.open(path)
            assert window.page.get_attribute("html", "lang") == language
            assert window.page.inner_text("h1")
            assert not window.is_wider_than_its_window, path
        window.page.click(f"text={say(language, 'Sign out')}")
        window.page.wait_for_selector("input[type=password]")
        assert window.complaints == []


def test_an_alarm_is_settled_in_the_browser(chromium: Browser, server: EmbeddedServer) -> None:
    with open_window(chromium, server.url) as window:
        window.sign_in("rakesh")
        window.page.click("text=Cash above the law's limit, C02")
        window.page.fill("textarea", "the payer had two shops")
        window.page.keyboard.press("Tab")
        window.page.keyboard.press("Enter")
        window.page.wait_for_selector("text=The alarm of C02 is settled.")
        assert "the payer had two shops" in window.page.inner_text("main")
        assert window.complaints == []


def test_a_script_that_slipped_into_a_page_would_not_run(
    chromium: Browser, server: EmbeddedServer
) -> None:
    with open_window(chromium, server.url) as window:
        window.open("/sign-in")
        window.page.evaluate(
            "() => { const one = document.createElement('script');"
            " one.textContent = 'document.title = \"ran\"'; document.body.append(one); }"
        )
        assert window.page.title() != "ran"
        assert any("Content Security Policy" in one for one in window.complaints)
