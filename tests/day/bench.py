"""``dev.py bench``: speed and memory as ratios to a baseline measured in the same run, with 7 lakh consumers.

Times depend on the machine and the hour; ratios do not. Each figure is printed beside its aim; nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from counter_app.workstation.keys import Keys
from counter_app.workstation.secret_files import SecretFiles
from tests.day.bench_paper import measure_paper
from tests.day.bench_payments import measure_payments, measure_to_first_byte, measure_year_check
from tests.day.bench_reports import measure_reports
from tests.day.bench_search import measure_search
from tests.day.bench_snapshot import measure_snapshot
from tests.day.bench_start import measure_memory, measure_start
from tests.day.stage import Stage, set_stage

FULL_CITY = 700_000
USUAL_SEED = 7


def measure(stage: Stage) -> dict[str, object]:
    """Every figure; the stage is set and its shift open."""
    figures: dict[str, object] = {}
    key = Keys([SecretFiles(stage.places.secrets)]).ledger_key(is_ledger_there=True)
    say("payments ...")
    figures["take_payment"] = measure_payments(stage, key)
    say("Enter to first byte at the printer ...")
    figures["enter_to_first_byte"] = measure_to_first_byte(stage)
    say("paper ...")
    figures["paper"] = measure_paper()
    say("search ...")
    figures["search"] = measure_search(stage, key)
    say("check of a year ...")
    figures["year_check"] = measure_year_check(stage.folder / "year", key)
    say("snapshot ...")
    figures["snapshot"] = measure_snapshot(stage)
    say("reports ...")
    figures["reports"] = measure_reports()
    say("start ...")
    figures["start"] = measure_start(stage)
    say("memory ...")
    figures["memory"] = measure_memory(stage)
    return figures


def say(text: str) -> None:
    """Tell what goes on, apart from the figures."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Set the stage, measure, print JSON."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--consumers", type=int, default=FULL_CITY)
    parser.add_argument("--seed", type=int, default=USUAL_SEED)
    parser.add_argument("--out", type=Path, help="also write the figures here")
    parser.add_argument("--paper", action="store_true", help="paper alone: no book is made")
    asked = parser.parse_args()
    painter = QGuiApplication([parser.prog])  # receipts are painted
    if asked.paper:
        print(json.dumps(measure_paper(), indent=2))
        painter.shutdown()
        return 0
    with tempfile.TemporaryDirectory(prefix="kesco-bench-") as folder:
        say(f"a book of {asked.consumers} consumers, through the server into the counter ...")
        began = time.monotonic()
        stage = set_stage(Path(folder), consumers=asked.consumers, seed=asked.seed)
        try:
            took_seconds = round(time.monotonic() - began, 1)
            figures = {"consumers": asked.consumers, "stage_seconds": took_seconds}
            figures.update(measure(stage))
        finally:
            stage.close()
    painter.shutdown()
    text = json.dumps(figures, indent=2)
    if asked.out:
        asked.out.write_text(text + "\n", "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
