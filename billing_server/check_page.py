"""The page that checks receipts, for anybody's phone: works without a network once it was opened, asks nobody else."""

from __future__ import annotations

CHECK = "/check"
