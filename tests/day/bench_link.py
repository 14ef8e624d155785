"""``dev.py link``: a counter's day of 1,000 payments over a bad line: seconds, and bytes on the wire.

Counter and centre are processes of their own in network namespaces of their own, with TLS between them; the line
(``slow_line``) delays, drops and slows down IP packets. The counter's own code pushes and pulls.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.launch import Counter
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from counter_app.workstation.paths import Places
from counter_app.workstation.settings import TlsChoice, read_settings, write_settings
from tests.builders import NOW, a_card_slip, card, cash, upi
from tests.day.slow_line import Badness, NoNamespacesError, SlowLine
from tests.day.stage import CASHIER, Stage, payable_accounts, set_stage
from tests.sync.certificates import Authority, address

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.desk import Desk

PORT = 8443
SEED = 7
START_SECONDS = 60.0
AIM_SECONDS, AIM_BYTES = 20.0, 100_000
EXIT_NO_NAMESPACES = 3
CARDS, UPIS = 0.10, 0.25
"""Parts of a day's payments; the rest is cash."""


def take_a_day(desk: Desk, stage: Stage, payments: int) -> None:
    """All bills in full: mostly in cash, some by card and UPI."""
    dice = random.Random(stage.seed)
    accounts = islice(payable_accounts(desk, stage.consumers, stage.seed), payments)
    taken = 0
    for taken, (account_no, due) in enumerate(accounts, start=1):
        line = OrderLine(desk.fresh_payment_id(), account_no, shown=due, amount=due)
        desk.take_payment(PaymentOrder(CashierId(CASHIER), (line,), (_tender(dice, due, taken),)))
    if taken < payments:
        raise ValueError(f"the book has {taken} payable accounts, {payments} are asked for")


def _tender(dice: random.Random, due: Money, number: int) -> Tender:
    drawn, reference = dice.random(), f"{dice.randrange(10**11, 10**12)}"
    if drawn < UPIS:
        return upi(due, reference)
    if drawn < UPIS + CARDS:
        return card(due, a_card_slip(rrn=reference, invoice=f"{number:06d}"))
    return cash(due, due + Money.rupees(dice.randint(0, 99)))


def prepare(folder: Path, payments: int) -> Stage:
    """A day is taken while the centre is away; the counter then looks for it at the other end of the line."""
    stage = set_stage(folder, consumers=payments * 3, seed=SEED)
    stage.take_server_away()
    counter = Counter(stage.places)
    try:
        take_a_day(counter.desk, stage, payments)
    finally:
        counter.close()
    authority = Authority(folder)
    settings, _ = read_settings(stage.places.settings, NOW)
    settings = msgspec.structs.replace(
        settings,
        server_url=f"https://{SlowLine.addresses[1]}:{PORT}",
        tls=TlsChoice(authority_file=str(authority.file)),
    )
    write_settings(stage.places.settings, settings)
    start = authority.vouches(name=address(SlowLine.addresses[1]))
    (folder / "certificate").write_text(str(start.file), encoding="utf-8")
    return stage


def serve(line: SlowLine, folder: Path) -> subprocess.Popen[bytes]:
    """The centre at its end."""
    pem = (folder / "certificate").read_text(encoding="utf-8")
    words = ["--folder", str(folder / "server"), "serve", "--host", line.addresses[1]]
    words += ["--port", str(PORT), "--tls-certificate", pem, "--tls-key", pem]
    command = [*line.inside(1), sys.executable, "-m", "billing_server", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measure(folder: Path, badness: Badness, seed: int) -> dict[str, object]:
    """Push and pull, each with its seconds and bytes of IP packets, headers and repeats counted."""
    with SlowLine(badness, seed) as line:
        centre = serve(line, folder)
        command = [
            *line.inside(0),
            sys.executable,
            "-m",
            "tests.day.bench_link",
            "--at",
            str(folder),
        ]
        try:
            with subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            ) as counter:
                return _listen(counter, line)
        finally:
            centre.terminate()
            centre.wait()


def _listen(counter: subprocess.Popen[str], line: SlowLine) -> dict[str, object]:
    """The counter says when a part begins and ends; the line's own count tells the bytes."""
    assert counter.stdout is not None
    assert counter.stdin is not None
    figures: dict[str, object] = {}
    for text in counter.stdout:
        told = json.loads(text)
        if told["part"] == "begin":
            line.begin_counting()
        else:
            up, down = (way.wire_bytes for way in line.ways)
            lost = sum(way.lost for way in line.ways)
            packets = sum(way.packets for way in line.ways)
            part = told.pop("part")
            figures[part] = told | {
                "bytes_up": up,
                "bytes_down": down,
                "bytes": up + down,
                "packets": packets,
                "packets_lost": lost,
            }
            line.begin_counting()
        counter.stdin.write("go\n")
        counter.stdin.flush()
    return figures


def count_at(folder: Path) -> int:
    """The counter's end: one round of the real desk, told part by part."""
    _wait_for_centre()
    counter = Counter(Places(folder / "counter"))
    parts: list[tuple[str, float]] = []

    def tell(part: str, **facts: object) -> None:
        print(json.dumps({"part": part, **facts}), flush=True)
        sys.stdin.readline()

    def watch(progress: RoundProgress) -> None:
        if progress.step is not RoundStep.PUSH and not parts:
            parts.append(("push", time.monotonic()))
            tell("push", seconds=round(parts[0][1] - begun, 2))

    unsent = counter.desk.counter_status().outbox.unsent_messages
    tell("begin")
    begun = time.monotonic()
    outcome = counter.desk.run_round(watch)
    tell(
        "pull",
        seconds=round(time.monotonic() - parts[0][1], 2),
        messages=unsent,
        acknowledged=outcome.acknowledged,
        changed=outcome.changed,
    )
    counter.close()
    return 0


def _wait_for_centre() -> None:
    """Until it listens, without a word of the protocol."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            socket.create_connection((SlowLine.addresses[1], PORT), timeout=5).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def main() -> int:
    """Print the figures as JSON; exit code 0 when the day came home, whatever it took."""
    parser = argparse.ArgumentParser(prog="dev.py link", description=__doc__)
    parser.add_argument("--payments", type=int, default=1_000)
    parser.add_argument("--round-trip-ms", type=float, default=300.0)
    parser.add_argument("--loss-percent", type=float, default=5.0, help="of packets, each way")
    parser.add_argument("--kilobits", type=float, default=256.0, help="a second, each way")
    parser.add_argument("--seed", type=int, default=SEED, help="of what is lost")
    parser.add_argument("--at", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.at is not None:
        return count_at(asked.at)
    badness = Badness(
        asked.round_trip_ms / 1000, asked.loss_percent / 100, round(asked.kilobits * 1000)
    )
    with tempfile.TemporaryDirectory(prefix="kesco-link-") as name:
        folder = Path(name)
        stage = prepare(folder, asked.payments)
        try:
            figures = measure(folder, badness, asked.seed)
        except NoNamespacesError as error:
            print(f"No network namespaces can be made here ({error}): run as root on Linux.")
            return EXIT_NO_NAMESPACES
        stage.close()
    line = {"round_trip_s": badness.round_trip_seconds, "loss": badness.loss}
    line["bits_per_second"] = badness.bits_per_second
    aims = {"push_seconds": AIM_SECONDS, "push_bytes": AIM_BYTES}
    print(json.dumps({"line": line, "aims": aims, **figures}, indent=2))
    return 0 if "pull" in figures else 1


if __name__ == "__main__":
    sys.exit(main())
