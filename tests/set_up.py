"""How a counter is set up, for whoever looks at it."""

from __future__ import annotations

from pathlib import Path

from counter_app.use_cases.counter_facts import SetUp

A_SET_UP = SetUp(
    version="0.5.0",
    file=Path("settings.json"),
    server_url="https://centre.example",
    printer="network",
    terminal="typed",
    drawers=2,
    auto_lock_minutes=10,
)
