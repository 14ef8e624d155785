"""``dev.py snapshot``: a whole city's bills by snapshot, page by page, and by a step, while payments are taken.

The centre runs in a process of its own. The counter's ledger, bills and link are the real ones; a payment is taken
every 50 ms on this thread while the pull goes on in another, as on the counter's lanes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from billing_server.book.generator import make_book
from counter_app.domain.bill import NOTHING_SEEN
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.round_watch import unwatched
from counter_app.wire.snapshot import bytes_of
from tests.day.figures import in_ms, quantile, ratio
from tests.day.lone_centre import LoneCentre
from tests.day.lone_counter import LoneCounter, open_counter, orders_of
from tests.day.stage import set_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.domain.payment import PaymentOrder
    from counter_app.use_cases.round_watch import RoundProgress
    from counter_app.wire.exchange import BillTold
    from tests.day.stage import Stage

FULL_CITY = 700_000
USUAL_SEED = 7
EVERY_SECONDS = 0.05
MOST_PAYMENTS = 6_000
ALONE = 100
"""Payments taken while nothing else goes on: the baseline of those taken meanwhile."""
ONE_IN = 100
"""Consumers of whom one changes."""
AIMS = {
    "megabytes": "under 40",
    "load_seconds": "under 8",
    "slowest_payment_ms": "under 20",
    "step": "about 0.1 MB and 0.2 s",
}


@dataclass(slots=True)
class Pulled:
    """One pull: how long it took, and its steps; and the payments taken meanwhile."""

    seconds: float
    step_seconds: dict[str, float]
    payments: list[float]

    def told(self) -> dict[str, object]:
        return {
            "seconds": round(self.seconds, 2),
            **{f"{step}_seconds": round(took, 2) for step, took in self.step_seconds.items()},
            **payments_told(self.payments),
        }


@dataclass(slots=True)
class Stopwatch:
    """A watch that notes when each step of a round began."""

    began: dict[str, float] = field(default_factory=dict)

    def __call__(self, progress: RoundProgress) -> None:
        self.began.setdefault(str(progress.step), time.perf_counter())

    def seconds(self, ended: float) -> dict[str, float]:
        moments = [*self.began.values(), ended]
        return {
            step: moments[place + 1] - began
            for place, (step, began) in enumerate(self.began.items())
        }


def measure_snapshot(stage: Stage) -> dict[str, object]:
    """Every figure; the stage is set, its server is taken away and comes back."""
    stage.take_server_away()
    orders = iter(orders_of(stage, MOST_PAYMENTS))
    counter = open_counter(stage)
    centre = LoneCentre(stage.folder / "server", stage.server.port)
    try:
        return _measure(stage, centre, counter, orders)
    finally:
        counter.close()
        centre.stop()
        stage.bring_server_back()


def _measure(
    stage: Stage, centre: LoneCentre, counter: LoneCounter, orders: Iterator[PaymentOrder]
) -> dict[str, object]:
    alone = [_paid(counter, order) for order in islice(orders, ALONE)]
    with centre.serving():
        pages = _pulled(counter, orders, is_anew=True)
        pages_quiet = _pulled(counter, iter(()), is_anew=True)
    build_seconds = centre.build()
    with centre.serving():
        manifest = counter.link.manifest(0)
        assert manifest is not None
        whole = _pulled(counter, orders, is_anew=True)
        quiet = _pulled(counter, iter(()), is_anew=True)
    shutil.copytree(stage.places.bills, stage.folder / "before")
    changed = centre.change(_changed_bills(stage))
    centre.build()
    with centre.serving():
        step = _measure_step(stage, counter, manifest.cursor)
    megabytes = bytes_of(manifest.chunks) / 1e6
    return {
        "consumers": stage.consumers,
        "megabytes": round(megabytes, 1),
        "build_at_centre_seconds": round(build_seconds, 1),
        "payments_alone": payments_told(alone),
        "page_by_page": pages.told(),
        "page_by_page_without_payments_seconds": round(pages_quiet.seconds, 2),
        "snapshot": whole.told(),
        "snapshot_without_payments": quiet.told(),
        "load_seconds": round(quiet.step_seconds["build"] + quiet.step_seconds["pull"], 2),
        "load_to_page_by_page": ratio(quiet.seconds, pages_quiet.seconds),
        "slowest_payment_to_alone": ratio(max(whole.payments), max(alone)),
        "step_of_one_percent": {"changed": changed, **step},
        "aims": AIMS,
    }


def _measure_step(stage: Stage, counter: LoneCounter, have: int) -> dict[str, object]:
    """The same change by the step, and by pages into a copy of the bills from before."""
    manifest = counter.link.manifest(counter.bills.mark().cursor)
    assert manifest is not None
    assert manifest.deltas, f"no step from {have}"
    fetch = FetchSnapshot(
        counter.link, counter.bills.parts, counter.clock, ask_after=timedelta(0), change_bytes=10**6
    )
    by_step = _timed(lambda: counter.pull(fetch)(unwatched))
    counter.close()
    shutil.rmtree(stage.places.bills)
    (stage.folder / "before").rename(stage.places.bills)
    before = open_counter(stage)
    try:
        by_pages = _timed(lambda: before.pull(before.no_snapshots())(unwatched))
    finally:
        before.close()
    step_bytes = sum(bytes_of(one.blobs) for one in manifest.deltas)
    return {
        "megabytes": round(step_bytes / 1e6, 3),
        "seconds": round(by_step, 2),
        "page_by_page_seconds": round(by_pages, 2),
        "to_page_by_page": ratio(by_step, by_pages),
    }


def _pulled(counter: LoneCounter, orders: Iterator[PaymentOrder], *, is_anew: bool) -> Pulled:
    """All bills anew, while these payments are taken, one every 50 ms."""
    watch, failed = Stopwatch(), list[BaseException]()
    fetch = FetchSnapshot(counter.link, counter.bills.parts, counter.clock)
    pull = counter.pull(fetch, NOTHING_SEEN if is_anew else None)

    def work() -> None:
        try:
            pull(watch)
        except BaseException as error:  # noqa: BLE001 - raised on the main thread
            failed.append(error)

    lane = threading.Thread(target=work, name="sync")
    began = time.perf_counter()
    lane.start()
    payments = []
    while lane.is_alive():
        order = next(orders, None)
        at = time.perf_counter()
        if order is not None:
            payments.append(_paid(counter, order))
        lane.join(max(0.0, EVERY_SECONDS - (time.perf_counter() - at)))
    ended = time.perf_counter()
    if failed:
        raise failed[0]
    return Pulled(ended - began, watch.seconds(ended), payments)


def _paid(counter: LoneCounter, order: PaymentOrder) -> float:
    at = time.perf_counter()
    counter.take_payment(order)
    return time.perf_counter() - at


def _timed(act: Callable[[], object]) -> float:
    at = time.perf_counter()
    act()
    return time.perf_counter() - at


def payments_told(seconds: list[float]) -> dict[str, object]:
    """How many, and how long they took."""
    if not seconds:
        return {}
    return {
        "payments": len(seconds),
        "p50_ms": in_ms(quantile(seconds, 50)),
        "p99_ms": in_ms(quantile(seconds, 99)),
        "slowest_payment_ms": in_ms(max(seconds)),
    }


def _changed_bills(stage: Stage) -> Iterator[BillTold]:
    """One bill in a hundred, paid a little elsewhere."""
    for place, told in enumerate(make_book(stage.consumers, stage.seed)):
        if place % ONE_IN == 0:
            for bill in told.bills[:1]:
                yield replace(bill, received_paise=bill.received_paise + 1_00)


def main() -> int:
    """Set the stage, measure, print JSON."""
    parser = argparse.ArgumentParser(prog="dev.py snapshot", description=__doc__)
    parser.add_argument("--consumers", type=int, default=FULL_CITY)
    parser.add_argument("--seed", type=int, default=USUAL_SEED)
    parser.add_argument("--out", type=Path, help="also write the figures here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kesco-snapshot-") as folder:
        stage = set_stage(Path(folder), consumers=asked.consumers, seed=asked.seed)
        try:
            figures = measure_snapshot(stage)
        finally:
            stage.close()
    text = json.dumps(figures, indent=2)
    if asked.out:
        asked.out.write_text(text + "\n", "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
