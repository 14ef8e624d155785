"""Lanes: work beside the window, answers to it, and an end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from counter_app.domain.errors import Refusal, RefusalCode
from ui.lanes import Lane, Lanes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def lane(dressed: QApplication) -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


def unexpected(error: Exception) -> None:
    raise error


def test_work_is_done_beside_and_told_on_the_window_s_thread(qtbot: QtBot, lane: Lane) -> None:
    owner, told = QObject(), []
    lane.run(
        owner,
        lambda: threading.current_thread().name,
        then=lambda name: told.append(
            (name, threading.current_thread() is threading.main_thread())
        ),
        failed=unexpected,
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0].startswith("test")
    assert told[0][1] is True


def test_work_keeps_its_order_and_never_overlaps(qtbot: QtBot, lane: Lane) -> None:
    owner = QObject()
    done: list[int] = []
    for number in range(50):
        lane.run(owner, lambda number=number: number, then=done.append, failed=unexpected)  # type: ignore[misc]  # mypy cannot type a default of a lambda
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == sorted(done)


def test_what_goes_wrong_is_told_too(qtbot: QtBot, lane: Lane) -> None:
    owner = QObject()
    told: list[Exception] = []

    def refuse() -> None:
        raise Refusal(RefusalCode.NOTHING_DUE)

    lane.run(owner, refuse, then=lambda _: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refusal)


def test_an_answer_for_a_screen_that_is_gone_is_dropped(qtbot: QtBot, lane: Lane) -> None:
    gone, here, told = QObject(), QObject(), []
    gate = threading.Event()
    lane.run(gone, lambda: gate.wait(5), then=lambda _: told.append("gone"), failed=unexpected)
    lane.run(here, lambda: True, then=lambda _: told.append("here"), failed=unexpected)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: told == ["here"])


def test_closing_finishes_what_was_begun_and_drops_the_rest(dressed: QApplication) -> None:
    lane, owner = Lane("closing"), QObject()
    begun, gate, done = threading.Event(), threading.Event(), []

    def first() -> None:
        begun.set()
        gate.wait(5)
        done.append("first")

    lane.run(owner, first, then=lambda _: None, failed=unexpected)
    lane.run(owner, lambda: done.append("second"), then=lambda _: None, failed=unexpected)
    assert begun.wait(5)
    threading.Timer(0.05, gate.set).start()
    lane.close()
    lane.close()
    lane.run(owner, lambda: done.append("third"), then=lambda _: None, failed=unexpected)
    assert done == ["first"]


def test_the_five_lanes_work_beside_each_other_and_end_together(
    qtbot: QtBot, dressed: QApplication
) -> None:
    lanes, owner = Lanes(), QObject()
    both = threading.Barrier(5)
    done: list[int] = []
    for lane in (lanes.ledger, lanes.lookup, lanes.printer, lanes.terminal, lanes.sync):
        lane.run(owner, lambda: both.wait(10), then=done.append, failed=unexpected)
    qtbot.waitUntil(lambda: sorted(done) == [0, 1, 2, 3, 4])
    names = ("ledger", "lookup", "printer", "terminal", "sync")
    working = [t.name for t in threading.enumerate() if t.name.startswith(names)]
    assert len(working) == 5
    lanes.close()
    assert not [t for t in threading.enumerate() if t.name in working]
