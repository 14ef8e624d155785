"""What holds for every test: Qt draws off screen, and a slow computer is no failure."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("counter", deadline=None, print_blob=True)
settings.load_profile("counter")
