"""``dev.py chaos``: a thousand games over the worst of lines; the invariants hold in each, or its seed is told.

A game (``tests/chaos``) is drawn by its seed alone, so ``--first SEED --seeds 1`` plays a failure again.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import msgspec

from tests.chaos.played import Played, play_game

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TOLD = 20
ALL_THE_TIME_MINUTES = 600.0


def share(asked: argparse.Namespace) -> int:
    """One worker: every so-and-so-many-th seed while there is time, a line of JSON each."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # else its PostgreSQL would stay behind
    until, kind = time.monotonic() + asked.minutes * 60, asked.database
    for seed in range(asked.first + asked.place, asked.first + asked.seeds, asked.workers):
        if time.monotonic() > until:
            break
        try:
            played = play_game(seed, kind)
        except Exception as error:  # noqa: BLE001 - whatever it is, its seed must be told
            played = Played(seed, [f"the game broke off: {error!r}"])
        print(msgspec.json.encode(asdict(played)).decode(), flush=True)
    return 0


def play_all(asked: argparse.Namespace) -> Iterator[Played]:
    """The games of all workers as they end; each is a process of its own, with a database of its own."""
    command = [sys.executable, "-m", "tests.day.chaos"]
    for name in ("first", "seeds", "workers", "database", "minutes"):
        command += [f"--{name}", str(getattr(asked, name))]
    running = [
        subprocess.Popen([*command, "--place", str(place)], stdout=subprocess.PIPE)
        for place in range(asked.workers)
    ]
    try:
        while running:
            for worker in tuple(running):
                assert worker.stdout is not None
                line = worker.stdout.readline()
                if line:
                    yield msgspec.json.decode(line, type=Played)
                else:
                    running.remove(worker)
                    if worker.wait():
                        raise RuntimeError(f"a worker ended with {worker.returncode}")
    finally:
        for worker in running:
            worker.terminate()
            worker.wait()


def tell(games: list[Played], asked: argparse.Namespace, seconds: float) -> int:
    """The summary; the exit code."""
    kind = asked.database
    befell: Counter[str] = Counter()
    for game in games:
        befell.update(game.befell)
    broken = [game for game in games if game.problems]
    requests = sum(game.requests for game in games)
    good = befell.pop("none", 0)
    print(f"{len(games)} games on {kind} in {seconds:.0f} s, {len(broken)} broken")
    print(f"  payments {sum(g.payments for g in games)}, refused {sum(g.refused for g in games)}")
    print(f"  requests {requests}, of them spoilt {requests - good}")
    print("  " + ", ".join(f"{name} {count}" for name, count in befell.most_common()))
    print(f"  rounds that ended in a fault {sum(game.faults for game in games)}")
    for game in sorted(broken, key=lambda one: one.seed)[:MOST_TOLD]:
        print(f"BROKEN seed {game.seed}: {'; '.join(game.problems[:3])}")
        print(f"  again: dev.py chaos --first {game.seed} --seeds 1 --database {kind}")
    if len(games) < asked.seeds:
        print(f"  of {asked.seeds} seeds {asked.seeds - len(games)} were not played: time was up")
    if not broken:
        print("Invariants 1 to 6 of the protocol hold in every game played.")
    return 1 if broken else 0


def main() -> int:
    """Exit code 0 when the invariants hold in every game."""
    parser = argparse.ArgumentParser(prog="dev.py chaos", description=__doc__)
    parser.add_argument("--seeds", type=int, default=1_000, help="how many games (default 1000)")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument(
        "--minutes", type=float, default=ALL_THE_TIME_MINUTES, help="begin no game after these"
    )
    parser.add_argument("--place", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.place is not None:
        return share(asked)
    begun, games = time.monotonic(), []
    for game in play_all(asked):
        games.append(game)
        if game.problems or len(games) % 100 == 0:
            print(f"{len(games)} of {asked.seeds}; {game.seed}: {game.problems}", flush=True)
    return tell(games, asked, time.monotonic() - begun)


if __name__ == "__main__":
    sys.exit(main())
