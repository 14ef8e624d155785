"""Widgets die on the GUI thread: whatever a lane's thread does, garbage is collected there alone."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.garbage import WHOLE_EVERY, GarbageRounds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.hands import Hands


class Knot(QWidget):
    """A widget in a cycle of its own, as closures make them."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_window_that_has_grown_collects_by_itself(hands: Hands) -> None:
    assert not gc.isenabled()
    (rounds,) = hands.window.findChildren(GarbageRounds)
    knot = weakref.ref(Knot())
    assert knot() is not None
    rounds.collect()
    assert knot() is None


def test_a_second_passes_and_what_is_garbage_is_gone(qtbot: QtBot) -> None:
    keeper = QWidget()
    qtbot.addWidget(keeper)
    GarbageRounds(keeper)
    knot = weakref.ref(Knot())
    qtbot.waitUntil(lambda: knot() is None)


def test_old_garbage_goes_once_in_so_many_rounds(qtbot: QtBot) -> None:
    keeper = QWidget()
    qtbot.addWidget(keeper)
    rounds = GarbageRounds(keeper)
    held = Knot()
    gc.collect()
    knot = weakref.ref(held)
    del held
    for _ in range(WHOLE_EVERY - 1):
        rounds.collect()
    assert knot() is not None
    rounds.collect()
    assert knot() is None
