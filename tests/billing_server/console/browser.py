"""A real Chromium that looks at the real server: every complaint of it is kept, so that a test can ask for none.

Playwright's loop runs in the test's thread while it is open, so the browser is a module's, never the whole run's.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from billing_server.app import CONSOLE_PATH
from tests.billing_server.console.visitors import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MILLISECONDS = 20_000
DESK, PHONE = (1366, 768), (390, 844)


@dataclass(slots=True)
class Window:
    """One window of the browser on a console. ``complaints``: errors, refused resources, breaches of the CSP."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the console."""
        answer = self.page.goto(f"{self.url}{CONSOLE_PATH}{path}")
        assert answer is not None
        assert answer.ok, (path, answer.status)

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        """Through the form."""
        self.open("/sign-in")
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("nav")

    @property
    def is_wider_than_its_window(self) -> bool:
        """Something sticks out to the side."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        )


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Debian's own Chromium; Playwright brings none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def _keep_failure(window: Window, asked: Request) -> None:
    """A request that the window itself gave up when it went on to another page is no complaint."""
    if asked.failure != "net::ERR_ABORTED":
        window.complaints.append(f"{asked.failure}: {asked.url}")


@contextmanager
def open_window(
    browser: Browser, url: str, size: tuple[int, int] = DESK, *, is_dark: bool = False
) -> Iterator[Window]:
    """A fresh window, without anybody's cookies."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if is_dark else "light",
        locale="en-IN",
    )
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    window = Window(context.new_page(), url)

    def keep(message: ConsoleMessage) -> None:
        window.complaints.append(f"{message.type}: {message.text}")

    window.page.on("console", keep)
    window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
    window.page.on("requestfailed", lambda asked: _keep_failure(window, asked))
    try:
        yield window
    finally:
        context.close()
