"""``dev.py run``: the counter's window on demo books, with its own billing server beside it.

The books stay in the given folder, so the next run goes on where this one ended.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from billing_server.embedded import start_embedded
from counter_app.launch import Counter, show_counter
from counter_app.workstation.paths import Places
from counter_app.workstation.settings import Settings, read_settings, write_settings
from tests.day.stage import CASHIER, PIN, enrolment_code, load

USUAL_HOME = Path("build") / "run"
USUAL_CONSUMERS = 5_000
USUAL_SEED = 7


def prepare(home: Path, server_url: str, code: str) -> None:
    """Enrol the counter and pull its bills."""
    places = Places(home)
    places.make()
    write_settings(places.settings, Settings(server_url=server_url, is_keyring_used=False))
    counter = Counter(places)
    try:
        counter.desk.enrol(server_url, code)
        counter.desk.run_round()
    finally:
        counter.close()


def main() -> int:
    """Run until the window is closed."""
    parser = argparse.ArgumentParser(prog="dev.py run", description=__doc__)
    parser.add_argument("--home", type=Path, default=USUAL_HOME, help="where the books are kept")
    parser.add_argument("--consumers", type=int, default=USUAL_CONSUMERS)
    asked, for_qt = parser.parse_known_args()
    places = Places(asked.home / "counter")
    is_new = not places.ledger.exists()
    port = 0 if is_new else _port_of(places)
    print("Starting the demo billing server ...", flush=True)
    server = start_embedded(asked.home / "server", port=port)
    try:
        if is_new:
            print(f"Making a book of {asked.consumers} consumers ...", flush=True)
            load(server, asked.consumers, USUAL_SEED)
            prepare(places.home, server.url, enrolment_code(server))
        print(f"Sign in as {CASHIER} with PIN {PIN}.", flush=True)
        return show_counter(places, [parser.prog, *for_qt])
    finally:
        server.stop()


def _port_of(places: Places) -> int:
    from counter_app.workstation.clock import SystemClock

    settings, _ = read_settings(places.settings, SystemClock().now())
    return int(settings.server_url.rpartition(":")[2] or 0)


if __name__ == "__main__":
    sys.exit(main())
