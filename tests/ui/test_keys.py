"""One key, one thing: no two shortcuts that can be seen together are the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.shift import Cashier, Role
from tests.builders import CASHIER_ID
from tests.ui.consumers import ORDINARY
from ui.places import RAIL, Place, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.hands import Hands


def keys_seen(window: QWidget) -> Counter[str]:
    """Every shortcut of what is visible, pressed by its own key; switched off for now counts as well."""
    seen: Counter[str] = Counter()
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        if isinstance(parent, QWidget) and parent.isVisible():
            seen[shortcut.key().toString()] += 1
    return seen


def twice(window: QWidget) -> list[str]:
    return [key for key, times in keys_seen(window).items() if times > 1]


def pages_within(screen: QWidget) -> Iterator[QWidget]:
    """Each page of each stack of a screen, shown in its turn."""
    for stack in [screen, *screen.findChildren(QStackedWidget)]:
        if not isinstance(stack, QStackedWidget):
            yield stack
            continue
        before = stack.currentIndex()
        for place in range(stack.count()):
            stack.setCurrentIndex(place)
            yield stack
        stack.setCurrentIndex(before)


def test_no_key_means_two_things_in_any_place_of_a_supervisor(hands: Hands) -> None:
    hands.room.seat_cashier(
        Cashier(CASHIER_ID, "ANIL DIXIT", "अनिल दीक्षित", Role.SUPERVISOR, ""), None
    )
    clashes = {}
    for place in Place:
        hands.room.go(place)
        for stack in pages_within(hands.room.screen_of(place)):
            if found := twice(hands.window):
                clashes[place, stack.objectName()] = found
    assert clashes == {}
    assert {one.key for one in RAIL if one.place in places_of(Role.SUPERVISOR)} <= set(
        keys_seen(hands.window)
    )


def test_a_payment_under_way_has_no_key_twice(hands: Hands) -> None:
    hands.open(ORDINARY)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4):
        hands.press(key)
        assert twice(hands.window) == []
