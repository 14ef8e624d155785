"""``dev.py city``: the centre under a whole city's payments, as ratios and seconds of one run, with real durability.

ingest: through HTTP against straight to the centre. drain: the backlog of all counters through the real client.
years: booking with years of payments in the tables against empty ones. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.day.city_drain import DrainSize, measure_drain
from tests.day.city_ingest import IngestSize, measure_ingest
from tests.day.city_stage import PRODUCTION, set_city
from tests.day.city_years import measure_years

if TYPE_CHECKING:
    from collections.abc import Callable

FULL_PAYMENTS, FULL_COUNTERS = 470_000, 67
PARTS = ("ingest", "drain", "years")


def main() -> int:
    """Measure the parts asked for, print JSON."""
    asked = _asked()
    figures: dict[str, object] = {"cores": os.cpu_count(), "postgresql": list(PRODUCTION)}
    measured: dict[str, Callable[[argparse.Namespace], dict[str, object]]] = {
        "ingest": _ingest,
        "drain": _drain,
        "years": _years,
    }
    for part in asked.parts:
        print(f"{part} ...", file=sys.stderr, flush=True)
        figures[part] = measured[part](asked)
    text = json.dumps(figures, indent=2)
    if asked.out:
        asked.out.write_text(text + "\n", "utf-8")
    print(text)
    return 0


def _ingest(asked: argparse.Namespace) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="kesco-city-") as folder:
        city = set_city(Path(folder) / "centre", asked.accounts)
        server = city.serve(asked.workers)
        try:
            return measure_ingest(city, server.url, _size(asked))
        finally:
            server.stop()
            city.close()


def _drain(asked: argparse.Namespace) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="kesco-city-") as folder:
        city = set_city(Path(folder) / "centre", asked.accounts)
        server = city.serve(asked.workers)
        try:
            size = DrainSize(asked.payments, asked.counters, asked.workers)
            return measure_drain(city, server.url, size)
        finally:
            server.stop()
            city.close()


def _years(asked: argparse.Namespace) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="kesco-city-") as folder:
        empty = set_city(Path(folder) / "empty", asked.accounts)
        full = set_city(Path(folder) / "full", asked.accounts)
        try:
            return measure_years(empty, full, asked.months, asked.month_payments, _size(asked))
        finally:
            empty.close()
            full.close()


def _size(asked: argparse.Namespace) -> IngestSize:
    return IngestSize(asked.round_payments, 16, asked.batch, asked.workers, asked.rounds)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py city", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    for name, usual, tells in (
        ("payments", FULL_PAYMENTS, "of the drain"),
        ("counters", FULL_COUNTERS, "of the drain"),
        ("accounts", 200_000, "consumers in the book"),
        ("workers", 2, "server processes, and as many of clients"),
        ("batch", 100, "messages of ingest and years"),
        ("round-payments", 32_000, "of ingest and years"),
        ("rounds", 3, "of ingest and years"),
        ("months", 36, "of years"),
        ("month-payments", 100_000, "of years"),
    ):
        parser.add_argument(f"--{name}", type=int, default=usual, help=tells)
    parser.add_argument("--out", type=Path, help="also write the figures here")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
