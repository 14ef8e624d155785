"""A process that builds one snapshot and ends: its order comes on standard input (``snapshots.BuildOrder``)."""

from __future__ import annotations

import os
import sys
from contextlib import closing

import msgspec

from billing_server.snapshots import BuildOrder
from billing_server.store.engine import open_database
from billing_server.store.snapshot_build import build_snapshot

KINDNESS = 10
"""Steps of priority that payments and pulls get ahead of a build."""


def main() -> int:
    """Build; exit code 0 also when another process is at it."""
    if sys.platform != "win32":
        os.nice(KINDNESS)
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=BuildOrder)
    with closing(open_database(order.database_url)) as database:
        build_snapshot(database, order.now_us, order.limits)
    return 0


if __name__ == "__main__":
    sys.exit(main())
