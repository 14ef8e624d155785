"""Typed reading on many threads: a type met for the first time by all of them at one moment, as after a restart."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from counter_app.wire.decoding import read_json, read_msgpack
from counter_app.wire.exchange import BillTold, Head

PROGRAM = """
import sys, threading, msgspec
from counter_app.wire.decoding import read_json, read_msgpack
from counter_app.wire.messages import Message
sys.setswitchinterval(1e-6)
raw = sys.stdin.buffer.read()
gate = threading.Barrier(8)
def work():
    gate.wait()
    for _ in range(20):
        for read in (read_json, read_msgpack):
            try:
                read(raw, Message)
            except msgspec.MsgspecError:
                pass
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
RAW = (
    b'{"version":1,"message_id":"x","counter_id":"C07","epoch":1,"sequence":1,"clock":{"utc_us":1}}'
)


@pytest.mark.parametrize("_time", range(3))
def test_threads_that_read_a_type_for_the_first_time_at_once_do_not_end_the_process(
    _time: int,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=RAW,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_what_was_written_is_read_again() -> None:
    head = Head("C07", 1, 15, "abc", 7)
    assert read_json(msgspec.json.encode(head), Head) == head
    assert read_msgpack(msgspec.msgpack.encode(head), Head) == head


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b'{"counter_id":1}'])
def test_what_is_something_else_is_told(raw: bytes) -> None:
    for kind in (Head, BillTold):
        with pytest.raises(msgspec.MsgspecError):
            read_json(raw, kind)
        with pytest.raises(msgspec.MsgspecError):
            read_msgpack(raw, kind)
