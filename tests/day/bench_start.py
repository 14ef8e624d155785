"""Process start to a usable sign-in window, and memory after an hour's work, in processes of their own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from itertools import islice
from typing import TYPE_CHECKING

from counter_app.launch import Counter
from tests.day.figures import in_ms, ratio
from tests.day.stage import CASHIER, payable_accounts

if TYPE_CHECKING:
    from tests.day.stage import Stage

RUNS = 12
PAYMENTS = 30
BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print('painted', flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""


def measure_start(stage: Stage) -> dict[str, object]:
    """Bare window and counter in turn; from exec to the first paint, the counter's with its focus in place."""
    bare: list[float] = []
    ours: list[float] = []
    _to_first_line([sys.executable, "-m", "tests.day.first_paint", str(stage.places.home)])
    for _ in range(RUNS):
        bare.append(_to_first_line([sys.executable, "-c", BARE_WINDOW]))
        command = [sys.executable, "-m", "tests.day.first_paint", str(stage.places.home)]
        ours.append(_to_first_line(command))
    return {
        "bare_window_ms": {"min": in_ms(min(bare)), "p50": in_ms(statistics.median(bare))},
        "sign_in_window_ms": {"min": in_ms(min(ours)), "p50": in_ms(statistics.median(ours))},
        "ratio_p50": ratio(statistics.median(ours), statistics.median(bare)),
        "ratio_min": ratio(min(ours), min(bare)),
        "aim": "at most 1.3",
    }


def _to_first_line(command: list[str]) -> float:
    at = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=_environment()
    ) as process:
        assert process.stdout is not None, "a pipe was asked for"
        line = process.stdout.readline()
        took = time.perf_counter() - at
        process.communicate()
    if not line:
        raise RuntimeError(f"nothing was painted: {command}")
    return took


def measure_memory(stage: Stage) -> dict[str, object]:
    """Resident memory of the window's process: at the first paint, and after search, payments and prints."""
    counter = Counter(stage.places)
    payable = payable_accounts(counter.desk, stage.consumers, stage.seed)
    accounts = [(account_no, due.paise) for account_no, due in islice(payable, PAYMENTS)]
    counter.close()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.day.memory",
            str(stage.places.home),
            CASHIER,
        ],
        input=json.dumps(accounts),
        capture_output=True,
        check=True,
        text=True,
        env=_environment(),
    )
    figures: dict[str, object] = json.loads(done.stdout)
    return {**figures, "aim_mb": "under 140"}


def _environment() -> dict[str, str]:
    """As a counter runs: with its byte code kept."""
    ours = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONUTF8": "1"}
    ours.pop("PYTHONDONTWRITEBYTECODE", None)
    return ours
