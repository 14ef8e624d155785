"""The main job, end to end: the demo day as a person starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEMO_SECONDS = 400


def test_the_demo_day_ends_with_every_rupee_where_it_belongs(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    command = [sys.executable, "-m", "tests.day.demo", "--out", str(out), "--consumers", "1500"]
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=DEMO_SECONDS
    )
    assert done.returncode == 0, done.stderr[-4000:]
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["counter_paise"] == summary["server_paise"] > 0
    assert summary["unsent"] == summary["duplicate_receipts"] == summary["skipped_receipts"] == 0
    assert summary["killed_at"]
    assert {path.name for path in (out / "screens").iterdir()} == set(summary["screenshots"])
    assert len(list((out / "receipts").glob("printed-*.png"))) >= summary["payments"]
    assert summary["is_reconciled"]
    assert len(list((out / "reports").glob("daily-collection-*.pdf"))) == 2
    assert len(list((out / "reports").glob("reconciliation-*.pdf"))) == 2
