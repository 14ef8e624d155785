"""Turns are taken in the order of asking."""

from __future__ import annotations

import threading

import pytest

from local_db.turns import Turns


def test_whoever_asked_first_is_first() -> None:
    turns, order = Turns(), []
    threads = []
    turns.take()
    for name in range(5):
        asked = threading.Event()

        def wait_and_note(name: int = name, asked: threading.Event = asked) -> None:
            asked.set()
            turns.take()
            order.append(name)
            turns.give()

        thread = threading.Thread(target=wait_and_note)
        thread.start()
        asked.wait()
        while len(turns._waiting) <= name:  # noqa: SLF001 - until it stands in the queue
            threading.Event().wait(0.001)
        threads.append(thread)
    turns.give()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_thread_that_has_the_turn_does_not_wait_for_itself() -> None:
    turns = Turns()
    turns.take()
    with pytest.raises(RuntimeError, match="open already"):
        turns.take()
    turns.give()
    turns.take()
    turns.give()


def test_only_one_thread_at_a_time_has_it() -> None:
    turns, inside, most = Turns(), [0], [0]

    def work() -> None:
        for _ in range(200):
            turns.take()
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            turns.give()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
