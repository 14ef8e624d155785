"""``dev.py demo --out DIR``: a scripted day with an outage, on real parts.

The director keeps the billing server and a printer that records bytes; the counter is a process of its own, killed in
mid-payment and started again. Leaves pictures, receipts as PNG (read back from the printed bytes) and PDF, the daily
collection report, and ``summary.json``. Exit code 0 only when every rupee is where it belongs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.book.generator import make_book
from counter_app.domain.identity import IST
from counter_app.launch import Counter
from counter_app.workstation.settings import PrinterChoice
from tests.day.act import Visitor
from tests.day.papers import save_papers
from tests.day.stage import Stage, bare_stage, enrolment_code
from tests.printing.emulator import PaperFault, PaperPrinter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from billing_server.book.generator import AccountTold

ACT_SECONDS = 240
LONGEST_TO_KILL_SECONDS = 0.03
VISITORS = 15
PAYMENTS = 14
"""One visitor only looks, one comes back later, and a stranger is in no book."""
LEAST_DUE_PAISE, MOST_DUE_PAISE = 30_000, 480_000
USUAL_CONSUMERS = 3_000
USUAL_SEED = 7
SURVIVED = "survived "


@dataclass(slots=True)
class Director:
    """Answers what an act asks for."""

    stage: Stage
    printer: PaperPrinter
    dice: random.Random
    killed_at: str = ""
    is_payment_survived: bool | None = None
    asked: list[str] = field(default_factory=list)

    def play(self, module: str, visitors: Path, pictures: Path) -> int:
        """Run one act to its end; the exit code, negative for a signal."""
        command = [sys.executable, "-m", module, "--home", str(self.stage.places.home)]
        command += ["--pictures", str(pictures), "--visitors", str(visitors)]
        act = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        )
        assert act.stdin is not None, "the act has pipes"
        assert act.stdout is not None, "the act has pipes"
        try:
            for line in act.stdout:
                question = json.loads(line)["ask"]
                self.asked.append(question)
                if question == "kill_me":
                    time.sleep(self.dice.uniform(0, LONGEST_TO_KILL_SECONDS))
                    act.kill()
                    self.killed_at = datetime.now(IST).isoformat(timespec="milliseconds")
                    break
                with suppress(BrokenPipeError):
                    act.stdin.write(self.answer(question) + "\n")
                    act.stdin.flush()
            return act.wait(ACT_SECONDS)
        finally:
            act.kill()
            act.wait()
            act.stdin.close()
            act.stdout.close()

    def answer(self, question: str) -> str:
        """Do what is asked for."""
        if question.startswith(SURVIVED):
            self.is_payment_survived = json.loads(question.removeprefix(SURVIVED))
            return "noted"
        match question:
            case "enrolment":
                return f"{self.stage.server.url} {enrolment_code(self.stage.server)}"
            case "server_away":
                self.stage.take_server_away()
            case "server_back":
                self.stage.bring_server_back()
            case "jam_printer":
                self.printer.fault = PaperFault.POWER_LOST
            case "mend_printer":
                self.printer.fault = PaperFault.NONE
            case _:
                raise ValueError(question)
        return "done"


def visitors_of(consumers: int, seed: int) -> list[Visitor]:
    """People whose bill is a usual one, each with a name nobody before them has."""
    seen: set[str] = set()
    visitors: list[Visitor] = []
    for told in _with_a_usual_bill(consumers, seed):
        consumer, bill = told.consumer, told.bills[0]
        if consumer.name_en in seen or not (consumer.name_hi and consumer.legacy_account_no):
            continue
        seen.add(consumer.name_en)
        today = datetime.now(IST).date().isoformat()
        payable = (
            bill.payable_by_due_paise if today <= bill.due_date else bill.payable_after_due_paise
        )
        due = payable - bill.received_paise
        if LEAST_DUE_PAISE < due < MOST_DUE_PAISE:
            visitors.append(
                Visitor(
                    consumer.account_no,
                    consumer.legacy_account_no,
                    consumer.name_en,
                    consumer.name_hi,
                    due,
                )
            )
        if len(visitors) == VISITORS:
            return visitors
    raise ValueError("the book is too small for a day")


def _with_a_usual_bill(consumers: int, seed: int) -> Iterator[AccountTold]:
    for told in make_book(consumers, seed):
        usual = told.consumer.connection == "postpaid" and not told.consumer.flags
        if usual and len(told.bills) == 1 and told.consumer.category.startswith("LMV-1"):
            yield told


def summary_of(director: Director, pictures: Path, began: float) -> dict[str, object]:
    """Count: books, server, paper."""
    counter = Counter(director.stage.places)
    try:
        day = counter.desk.business_date()
        rows = counter.desk.list_receipts(day)
        report = counter.desk.report_day(day)
        status = counter.desk.counter_status()
        check = counter.desk.check_ledger()
    finally:
        counter.close()
    numbers = [row.receipt_no for row in rows]
    return {
        "payments": len(rows),
        "receipts": [row.receipt_no for row in rows],
        "unsent": status.outbox.unsent_messages,
        "acknowledged": sum(row.is_acknowledged for row in rows),
        "counter_paise": report.total.paise,
        "server_paise": director.stage.server_paise(day),
        "killed_at": director.killed_at,
        "payment_survived_the_kill": director.is_payment_survived,
        "duplicate_receipts": len(numbers) - len(set(numbers)),
        "skipped_receipts": len(report.missing),
        "fates": sorted({row.fate for row in rows}),
        "is_reconciled": report.reconciled is not None and report.reconciled.is_settled,
        "print_states": {row.receipt_no: [str(row.print_state), row.copies] for row in rows},
        "print_jobs": len(director.printer.jobs),
        "ledger_problem": check.problem,
        "screenshots": sorted(picture.name for picture in pictures.glob("*.png")),
        "took_seconds": round(time.monotonic() - began, 1),
    }


def holds(summary: dict[str, object]) -> bool:
    """Whether the day proves the promise."""
    return (
        summary["payments"] == summary["acknowledged"] == PAYMENTS
        and summary["counter_paise"] == summary["server_paise"] != 0
        and not (summary["unsent"] or summary["duplicate_receipts"] or summary["skipped_receipts"])
        and not summary["ledger_problem"]
        and bool(summary["is_reconciled"])
        and bool(summary["killed_at"])
    )


def play_day(out: Path, consumers: int, seed: int) -> dict[str, object]:
    """Both acts; what came of them."""
    began = time.monotonic()
    pictures = out / "screens"
    with tempfile.TemporaryDirectory(prefix="kesco-demo-") as folder, PaperPrinter() as printer:
        choice = PrinterChoice(
            kind="network",
            profile="generic-80",
            host="127.0.0.1",
            port=printer.port,
            job_timeout_seconds=3.0,
        )
        stage = bare_stage(Path(folder), consumers=consumers, seed=seed, printer=choice)
        try:
            director = Director(stage, printer, random.Random(seed))
            visitors = Path(folder) / "visitors.json"
            visitors.write_text(
                json.dumps([asdict(visitor) for visitor in visitors_of(consumers, seed)]), "utf-8"
            )
            first = director.play("tests.day.morning", visitors, pictures)
            if not director.killed_at:
                raise RuntimeError(f"the first act ended with {first}, not by the kill")
            second = director.play("tests.day.evening", visitors, pictures)
            if second:
                raise RuntimeError(f"the second act ended with {second}")
            summary = summary_of(director, pictures, began)
            save_papers(stage, printer.jobs, out)
        finally:
            stage.close()
    return summary


def main() -> int:
    """Play, write, judge."""
    parser = argparse.ArgumentParser(prog="dev.py demo", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="a folder for all that is left")
    parser.add_argument("--consumers", type=int, default=USUAL_CONSUMERS)
    parser.add_argument("--seed", type=int, default=USUAL_SEED)
    asked = parser.parse_args()
    if asked.out.exists():
        shutil.rmtree(asked.out)
    asked.out.mkdir(parents=True)
    summary = play_day(asked.out, asked.consumers, asked.seed)
    text = json.dumps(summary, indent=2, ensure_ascii=False)
    (asked.out / "summary.json").write_text(text + "\n", "utf-8")
    print(text)
    return 0 if holds(summary) else 1


if __name__ == "__main__":
    sys.exit(main())
