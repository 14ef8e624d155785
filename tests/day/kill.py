"""``dev.py kill``: kill the counter at random instants of a payment loop and count what is in the books.

SIGKILL proves nothing about power loss (see local_db/README.md); it proves that no instant of the program
leaves half an order, burns a receipt number, or takes a payment twice when the cashier tries again.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.identity import AccountNo, PaymentId
from counter_app.launch import Counter
from counter_app.workstation.clock import RisingIds
from counter_app.workstation.paths import Places
from tests.day.stage import CASHIER, Stage, payable_accounts, set_stage
from tests.day.till import draft_and_cash, exact_cash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from multiprocessing.connection import Connection

    from counter_app.domain.money import Money
    from counter_app.domain.payment import PaymentOrder

START_LIMIT_SECONDS = 60.0
LONGEST_LIFE_SECONDS = 0.12
SHOP = 4


@dataclass(frozen=True, slots=True)
class Planned:
    """An order that will be tried until it is acknowledged, always under the same ids: one account, or a shop's."""

    lines: tuple[tuple[PaymentId, AccountNo, Money], ...]

    @property
    def paise(self) -> int:
        """All of it."""
        return sum(due.paise for _, _, due in self.lines)

    def order(self, number: int, today: date) -> PaymentOrder:
        """The order; a shop pays with draft number so-and-so."""
        if len(self.lines) == 1:
            return exact_cash(*self.lines[0], CASHIER)
        return draft_and_cash(self.lines, number, today, CASHIER)


def take_all(home: Path, plan: list[Planned], begin: int, told: Connection) -> None:
    """The victim: take the plan's payments in order, telling each index once its payment is durable."""
    counter = Counter(Places(home))
    told.send(("ready", counter.desk.check_ledger().problem))
    today = counter.desk.business_date()
    for index in range(begin, len(plan)):
        counter.desk.take_payment(plan[index].order(index, today))
        told.send(("taken", index))
    counter.close()
    told.send(("done", ""))


@dataclass(slots=True)
class Tally:
    """What happened to the victims."""

    kills: int = 0
    acknowledged: int = 0
    problems: list[str] | None = None


def live_and_die(
    home: Path, plan: list[Planned], tally: Tally, dice: random.Random, *, to_the_end: bool
) -> bool:
    """One life of the counter; whether it came to the end of the plan."""
    # a fork starts with everything imported, so that the random instant falls into the payments
    context = (
        multiprocessing.get_context("fork")
        if sys.platform == "linux"
        else multiprocessing.get_context("spawn")
    )
    mine, theirs = context.Pipe(duplex=False)
    victim = context.Process(target=take_all, args=(home, plan, tally.acknowledged, theirs))
    victim.start()
    theirs.close()
    if not mine.poll(START_LIMIT_SECONDS):
        victim.kill()
        raise TimeoutError("the counter did not start")
    _, problem = mine.recv()
    if problem:
        tally.problems = [*(tally.problems or []), problem]
    if not to_the_end:
        time.sleep(dice.uniform(0, LONGEST_LIFE_SECONDS))
        victim.kill()
    is_done = False
    while True:
        try:
            word, value = mine.recv()
        except EOFError:
            break
        if word == "taken":
            tally.acknowledged = value + 1
        is_done = is_done or word == "done"
    victim.join()
    tally.kills += not is_done
    return is_done


def _planned(payable: Iterator[tuple[PaymentId, AccountNo, Money]]) -> Iterator[Planned]:
    """One account, one account, then a shop of four, and again."""
    while True:
        for size in (1, 1, SHOP):
            lines = tuple(islice(payable, size))
            if len(lines) < size:
                return
            yield Planned(lines)


def prove(stage: Stage, kills: int, seed: int) -> dict[str, object]:
    """Kill so many times, let the last life finish, then compare books, plan and server."""
    dice = random.Random(seed)
    ids = RisingIds()
    home = stage.places.home
    counter = Counter(stage.places)
    business_date = counter.desk.business_date()
    payable = payable_accounts(counter.desk, stage.consumers, stage.seed)
    plan = list(_planned((PaymentId(ids.fresh()), *one) for one in payable))
    counter.close()
    tally = Tally()
    while tally.kills < kills and tally.acknowledged < len(plan):
        live_and_die(home, plan, tally, dice, to_the_end=False)
    taken_under_fire = tally.acknowledged
    plan = plan[: taken_under_fire + 1]
    if not live_and_die(home, plan, tally, dice, to_the_end=True):
        raise RuntimeError("the last life did not finish")

    counter = Counter(stage.places)
    check = counter.desk.check_ledger()
    rows = counter.desk.list_receipts(business_date)
    report = counter.desk.report_day(business_date)
    outcome = counter.desk.run_round()
    unsent = counter.desk.counter_status().outbox.unsent_messages
    counter.close()
    numbers = [row.receipt_no for row in rows]
    planned_paise = sum(planned.paise for planned in plan)
    planned = sum(len(one.lines) for one in plan)
    figures: dict[str, object] = {
        "kills": tally.kills,
        "orders_planned": len(plan),
        "payments_planned": planned,
        "payments_in_books": len(rows),
        "planned_paise": planned_paise,
        "counter_paise": report.total.paise,
        "server_paise": stage.server_paise(business_date),
        "duplicate_receipts": len(numbers) - len(set(numbers)),
        "skipped_numbers": len(report.missing),
        "acknowledged": outcome.acknowledged,
        "unsent": unsent,
        "ledger_problem": check.problem,
        "problems_at_start": tally.problems or [],
    }
    figures["holds"] = (
        len(rows) == planned
        and planned_paise == report.total.paise == figures["server_paise"]
        and not figures["duplicate_receipts"]
        and not report.missing
        and not unsent
        and not check.problem
        and not tally.problems
    )
    return figures


def main() -> int:
    """Exit code 0 only when nothing was lost, doubled or skipped."""
    parser = argparse.ArgumentParser(prog="dev.py kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often (default 200)")
    parser.add_argument("--seed", type=int, default=7, help="of the random instants")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kesco-kill-") as folder:
        stage = set_stage(Path(folder), consumers=max(2_000, asked.kills * 40), seed=asked.seed)
        try:
            figures = prove(stage, asked.kills, asked.seed)
        finally:
            stage.close()
    print(json.dumps(figures, indent=2))
    return 0 if figures["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
