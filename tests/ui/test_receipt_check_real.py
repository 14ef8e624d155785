"""The same screens over the real verbs: a receipt paid here, printed, brought back, and asked for by SMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.receipt_verdict import Verdict
from counter_app.wire.receipt_proof import proof_digits
from tests.builders import CASHIER_ID, FLOAT, PAYABLE
from tests.ui.chain import ALT, CTRL
from tests.ui.consumers import ORDINARY
from tests.ui.custody_desk import CustodyCounter, a_custody_counter
from tests.ui.hands import Hands, a_window
from tests.wire.proofs import PAGE
from ui.places import Place
from ui.receipt_check_screen import ReceiptCheckScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from counter_app.domain.receipt import Receipt


@pytest.fixture
def office() -> CustodyCounter:
    """A shift is open."""
    counter = a_custody_counter()
    counter.verbs.open_shift(CASHIER_ID, FLOAT)
    return counter


@pytest.fixture
def receipt(office: CustodyCounter) -> Receipt:
    """One payment was taken and printed."""
    office.verbs.pays(PAYABLE)
    (receipt,) = office.verbs.receipts
    office.verbs.print_receipt(receipt.payment.receipt_no)
    return receipt


@pytest.fixture
def at_work(qtbot: QtBot, office: CustodyCounter) -> Iterator[Hands]:
    window = a_window(qtbot, office)
    hands = Hands(qtbot, window)
    hands.sign_in()
    yield hands
    window.close()


def checked(hands: Hands) -> ReceiptCheckScreen:
    screen = hands.room.screen_of(Place.CHECK)
    assert isinstance(screen, ReceiptCheckScreen)
    return screen


def test_a_receipt_of_ours_is_genuine_and_altered_by_one_figure(
    office: CustodyCounter, receipt: Receipt, at_work: Hands
) -> None:
    number = receipt.payment.receipt_no
    code = PAGE + proof_digits(office.verbs.pages.proofs[number, 0])
    at_work.press(Qt.Key.Key_Q, CTRL)
    screen = checked(at_work)
    at_work.scan(code)
    at_work.qtbot.waitUntil(lambda: screen.verdict is not None)
    assert "GENUINE" in at_work.seen()
    assert str(number) in at_work.seen()
    assert screen.open_button.isVisible()
    middle = len(code) - 60
    changed = code[:middle] + str((int(code[middle]) + 1) % 10) + code[middle + 1 :]
    at_work.scan(changed)
    at_work.qtbot.waitUntil(
        lambda: screen.verdict is not None and screen.verdict.verdict is Verdict.ALTERED
    )
    assert "ALTERED" in at_work.seen()


@pytest.mark.parametrize("typed", ["number", "check code", "another number"])
def test_what_is_typed_is_found_in_the_books_or_is_not(
    receipt: Receipt, at_work: Hands, typed: str
) -> None:
    texts = {
        "number": str(receipt.payment.receipt_no).lower(),
        "check code": receipt.check_code,
        "another number": "KID07/2627/000999",
    }
    at_work.press(Qt.Key.Key_Q, CTRL)
    at_work.type(texts[typed])
    at_work.enter()
    screen = checked(at_work)
    at_work.qtbot.waitUntil(lambda: screen.verdict is not None)
    title = "SUCH A RECEIPT EXISTS" if typed != "another number" else "NOT IN THIS COUNTER'S BOOKS"
    assert title in at_work.seen()


def test_a_copy_is_queued_once_and_seen_beside_its_receipt(
    office: CustodyCounter, at_work: Hands
) -> None:
    at_work.open(ORDINARY)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.qtbot.waitUntil(lambda: len(office.verbs.receipts) == 1)
    at_work.wait_for("Find consumer")
    at_work.press(Qt.Key.Key_M, ALT)
    at_work.wait_for("Mobile number or e-mail for the copy")
    at_work.enter()
    at_work.wait_for("Find consumer")
    assert any("Copy queued for XXXXXXX345" in text for text in at_work.seen())
    number = office.verbs.receipts[0].payment.receipt_no
    assert [one.address for one in office.verbs.copies_asked(number)] == ["9839012345"]
    at_work.press(Qt.Key.Key_F7)
    at_work.qtbot.waitUntil(lambda: any("Copies asked for: SMS" in t for t in at_work.seen()))
    at_work.press(Qt.Key.Key_M, ALT)
    at_work.wait_for("Mobile number or e-mail for the copy")
    at_work.enter()
    at_work.qtbot.waitUntil(
        lambda: "asked for before" in at_work.room.screen_of(Place.RECEIPTS).notice.said
    )
