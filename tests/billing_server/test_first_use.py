"""Many threads of a fresh process read their first message at one moment, as after a restart under load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys, threading
from billing_server.reading import MessageKey, read_message
sys.setswitchinterval(1e-6)
raw = sys.stdin.buffer.read()
gate = threading.Barrier(8)
def work():
    gate.wait()
    for _ in range(20):
        assert read_message(MessageKey("C07", 1, 1), raw, b"").reason != ""
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
"""msgspec 0.22 works a type out at its first use, and a second thread that comes meanwhile ends in a segfault."""
RAW = (
    b'{"version":1,"message_id":"x","counter_id":"C07","epoch":1,"sequence":1,"clock":{"utc_us":1}}'
)


@pytest.mark.parametrize("_time", range(3))
def test_threads_that_read_their_first_message_at_once_do_not_end_the_process(_time: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=RAW,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
