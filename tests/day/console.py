"""Pictures of the head office's console in a real Chromium: `dev.py console --out DIR`.

A server is started on a day that was played, and every page is drawn: English and Hindi, light and dark, at a desk
and on a phone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.embedded import start_embedded
from tests.billing_server.console.browser import DESK, PHONE, open_chromium, open_window
from tests.billing_server.console.played_day import play_day
from tests.billing_server.console.visitors import CHEAP
from tests.billing_server.players import NOW_US

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.billing_server.console.browser import Window

LOOKS = (
    ("en", DESK, False, "en"),
    ("hi-dark", DESK, True, "hi"),
    ("phone", PHONE, False, "en"),
)
PAGES = {
    "today": "/",
    "counters": "/counters",
    "counter": "/counters/C03",
    "alarms": "/alarms",
    "fork": "/alarms/C03/1/29/fork",
    "suspense": "/suspense",
    "rules": "/rules",
    "copies": "/copies",
    "roster": "/roster",
    "enrolment": "/enrolment",
    "people": "/people",
    "audit": "/acts",
}


def main(words: Sequence[str] | None = None) -> int:
    """Draw them all. Exit code 1 when the browser complained of anything."""
    parser = argparse.ArgumentParser(prog="dev.py console", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of the pictures")
    out = parser.parse_args(words).out
    out.mkdir(parents=True, exist_ok=True)
    complaints: list[str] = []
    with tempfile.TemporaryDirectory() as folder, open_chromium() as chromium:
        server = start_embedded(Path(folder), settings=CHEAP, now_us=lambda: NOW_US)
        play_day(server)
        for name, size, is_dark, language in LOOKS:
            with open_window(chromium, server.url, size, is_dark=is_dark) as window:
                _draw(window, out, name, language)
                complaints += window.complaints
        server.stop()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(list(out.glob('*.png')))} pictures are in {out}")
    return 1 if complaints else 0


def _draw(window: Window, out: Path, name: str, language: str) -> None:
    window.open(f"/sign-in?language={language}")
    window.page.screenshot(path=out / f"{name}-sign-in.png")
    window.sign_in("meera")
    if window.page.get_attribute("html", "lang") != language:
        window.page.click(f"button[value={language}]")
        window.page.wait_for_selector(f"html[lang={language}]")
    for page, path in PAGES.items():
        window.open(path)
        window.page.screenshot(path=out / f"{name}-{page}.png", full_page=True)
    if language != "en":
        window.page.click("button[value=en]")


if __name__ == "__main__":
    raise SystemExit(main())
