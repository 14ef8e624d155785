"""What holds for every test: Qt draws off screen, and a slow computer is no failure.

Properties that say no number of their own are tried with 40 examples; ``COUNTER_EXAMPLES=deep`` tries each with 1,000.
"""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("counter", max_examples=40, deadline=None, print_blob=True)
settings.register_profile("deep", max_examples=1_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("COUNTER_EXAMPLES", "counter"))
