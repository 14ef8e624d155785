"""A cashier's hands at a counter whose card terminal is connected, and what the panel says then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.domain.card_sale import TerminalKind
from tests.ui.consumers import ORDINARY
from ui.payment_parts import Part

if TYPE_CHECKING:
    from counter_app.domain.card_sale import Charge
    from tests.terminals.faults import TerminalFault
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands
    from ui.payment_charge_form import Step


def connect(counter: FakeCounter, *faults: TerminalFault) -> FakeCounter:
    """A terminal on the cable that goes wrong like this."""
    counter.kind = TerminalKind.TCP
    counter.terminal.faults.extend(faults)
    return counter


def panel_says(hands: Hands) -> str:
    """Title and sentence of the terminal's panel."""
    return hands.screen.tender.terminal.said


def large_button(hands: Hands) -> str:
    """What Enter does now."""
    return hands.screen.tender.take_button.accessibleName()


def choose_card(hands: Hands, account_no: str = ORDINARY) -> None:
    """Scan a bill, F4, and see the terminal's panel."""
    hands.qtbot.waitUntil(lambda: hands.screen.charging.is_connected)
    hands.open_in_any_language(account_no)
    hands.press(Qt.Key.Key_F4)
    assert QApplication.focusWidget() is hands.screen.tender.take_button


def charge(hands: Hands, account_no: str = ORDINARY) -> None:
    """Scan, F4, Enter."""
    choose_card(hands, account_no)
    hands.enter()


def wait_step(hands: Hands, step: Step) -> None:
    """Until the charge is so far."""
    hands.qtbot.waitUntil(lambda: hands.screen.charging.form.step is step)


def charges_asked(counter: FakeCounter) -> list[Charge]:
    """What the terminal was asked to charge, in order."""
    return counter.asked("charge_card")  # type: ignore[return-value]  # the verb takes nothing else


def sum_field(hands: Hands, text: str) -> None:
    """Alt+T asks what this tender pays; type it."""
    hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert hands.at is hands.screen.fields[Part.SUM].editor
    hands.type(text)
