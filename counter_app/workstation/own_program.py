"""How this program starts itself again for work that must not share an interpreter with the cashier."""

from __future__ import annotations

import sys

BUILD_BILLS = "--build-bills"
"""The only word on the command line: what is to be built comes on standard input."""


def builder_command() -> tuple[str, ...]:
    """Starts the process that builds bills of a snapshot, from the packed program as from source."""
    is_packed = bool(getattr(sys, "frozen", False))
    return (sys.executable, *(() if is_packed else ("-m", "counter_app")), BUILD_BILLS)
