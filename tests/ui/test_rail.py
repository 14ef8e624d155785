"""The rail: what a role may see, in a wide window and in a small one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from counter_app.domain.shift import Cashier, Role
from tests.builders import CASHIER_ID
from tests.ui.consumers import ORDINARY
from ui.language import Language, speak
from ui.places import RAIL, Place, may_go, places_of
from ui.rail import COMPACT_RAIL_PX, RAIL_PX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.hands import Hands


def a_person(role: Role) -> Cashier:
    return Cashier(CASHIER_ID, "SUNITA VERMA", "सुनीता वर्मा", role, "")


def test_no_key_leads_to_two_places() -> None:
    keys = [one.key for one in RAIL]
    assert len(set(keys)) == len(keys)


def test_an_accountant_reads_and_takes_no_money() -> None:
    assert Place.PAYMENT not in places_of(Role.ACCOUNTANT)
    assert {Place.RECEIPTS, Place.DAY_REPORT} <= set(places_of(Role.ACCOUNTANT))
    assert may_go(Role.ACCOUNTANT, Place.RECONCILIATION)


def test_a_technician_goes_to_no_place_of_money() -> None:
    assert not {Place.PAYMENT, Place.RECEIPTS, Place.INSTRUMENTS, Place.RECONCILIATION} & {
        place for place in Place if may_go(Role.TECHNICIAN, place)
    }


def test_who_may_not_pay_in_finds_no_key_and_no_scan_that_leads_there(hands: Hands) -> None:
    hands.room.seat_cashier(a_person(Role.ACCOUNTANT), None)
    been = [hands.room.place]
    hands.press(Qt.Key.Key_F6)
    been.append(hands.room.place)
    hands.scan(ORDINARY)
    been.append(hands.room.place)
    hands.press(Qt.Key.Key_F9)
    been.append(hands.room.place)
    assert been == [Place.RECEIPTS, Place.RECEIPTS, Place.RECEIPTS, Place.DAY_REPORT]
    assert not hands.screen.is_paying


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("size", "width"),
    [((1366, 768), RAIL_PX), ((1024, 600), COMPACT_RAIL_PX), ((910, 512), COMPACT_RAIL_PX)],
)
def test_every_place_fits_at_full_height(
    hands: Hands, dressed: QApplication, size: tuple[int, int], width: int, language: Language
) -> None:
    speak(dressed, language)
    rail = hands.room.rail
    rail.seat(a_person(Role.SUPERVISOR))
    rail.count_matters(12)
    hands.window.resize(*size)
    hands.qtbot.waitUntil(lambda: rail.size().toTuple() == (width, size[1]))
    shown = [button for button in rail.findChildren(QPushButton) if button.isVisible()]
    assert len(shown) >= len(RAIL)
    for button in shown:
        need = button.minimumSizeHint()
        assert button.width() >= need.width(), button.accessibleName()
        assert button.height() >= need.height(), button.accessibleName()
