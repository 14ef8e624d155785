"""The terminal's lane: a sale waits there for a person with a card, and nothing else waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.card_sale import TerminalKind
from tests.fakes.terminal import CANCELLED_HERE, a_charge
from tests.terminals.faults import TerminalFault
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import a_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from counter_app.domain.card_sale import SaleOutcome
    from ui.main_window import MainWindow

WAIT_SECONDS = 10.0


def begin_sale(window: MainWindow, counter: FakeCounter, told: list[SaleOutcome]) -> None:
    """Ask for a sale whose person is still looking for the card."""
    counter.kind = TerminalKind.TCP
    counter.terminal.faults.append(TerminalFault.WAITS)
    sitting = window.sitting
    assert sitting is not None

    def failed(error: Exception) -> None:
        raise error

    work = sitting.seat.desk.charge_card
    sitting.lanes.terminal.run(sitting, lambda: work(a_charge()), then=told.append, failed=failed)
    assert counter.terminal.waits_for_card.wait(WAIT_SECONDS)


def test_a_sale_is_cancelled_while_its_lane_waits_and_the_books_are_free(qtbot: QtBot) -> None:
    counter = FakeCounter()
    told: list[SaleOutcome] = []
    window = a_window(qtbot, counter)
    begin_sale(window, counter, told)
    sitting = window.sitting
    looked: list[object] = []
    assert sitting is not None
    sitting.lanes.ledger.run(
        sitting, sitting.seat.desk.counter_status, then=looked.append, failed=looked.append
    )
    qtbot.waitUntil(lambda: bool(looked))
    assert told == []
    sitting.seat.desk.cancel_charge()
    qtbot.waitUntil(lambda: told == [CANCELLED_HERE])
    assert "charge_card@terminal" in counter.threads
    window.close()


def test_closing_the_window_asks_a_sale_to_end_and_waits_for_its_end(qtbot: QtBot) -> None:
    counter = FakeCounter()
    window = a_window(qtbot, counter)
    begin_sale(window, counter, [])
    window.close()
    assert counter.terminal.cancelled.is_set()
    note = counter.charge_notes.find(a_charge())
    assert note is not None
    assert note.outcome == CANCELLED_HERE
