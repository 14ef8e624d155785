"""The first window is there soon: nothing heavy is imported before it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "sqlalchemy",
    "reportlab",
    "escpos",
    "requests",
    "openpyxl",
    "argon2",
    "keyring",
    "msgspec",
    "nacl",
    "serial",
    "segno",
}
SHOW = """
import sys
from ui.application import make_application
from ui.main_window import MainWindow
from ui.preferences import Preferences, PreferencesOfThisRun
app = make_application(["counter"], Preferences())
window = MainWindow(None, PreferencesOfThisRun(), Preferences(), now=None, wait_after_failures=None)
window.grow = app.quit  # as soon as the first picture is painted
window.show()
app.exec()
print(*sorted(sys.modules))
"""
ALL = """
import sys, pkgutil, importlib, ui
for module in pkgutil.walk_packages(ui.__path__, "ui."):
    importlib.import_module(module.name)
print(*sorted(sys.modules))
"""


def modules_after(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("program", [SHOW, ALL])
def test_no_heavy_module_comes_with_the_windows(program: str) -> None:
    loaded = modules_after(program)
    assert "ui.sign_in_screen" in loaded
    assert {module for module in loaded if module.partition(".")[0] in HEAVY} == set()


def test_the_sign_in_window_needs_neither_the_trade_nor_the_screens() -> None:
    loaded = modules_after(SHOW)
    assert {module for module in loaded if module.startswith("counter_app.")} == set()
    assert not {"ui.sitting", "ui.workroom", "ui.payment_screen", "ui.lanes"} & loaded
