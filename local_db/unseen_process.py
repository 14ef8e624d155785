"""How a process is started that nobody sees and that keeps out of the cashier's way."""

from __future__ import annotations

import os
import subprocess
import sys

KINDNESS = 10
"""Steps of priority that payments get ahead of it, where it gives way itself."""


def unseen() -> int:
    """Flags for Popen: without a window and behind others on Windows, nothing elsewhere."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def give_way() -> None:
    """Of this process, on other systems than Windows, which was told by the flags."""
    if sys.platform != "win32":
        os.nice(KINDNESS)
