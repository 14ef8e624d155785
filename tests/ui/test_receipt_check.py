"""A receipt that somebody brings: scanned or typed, looked at, and told in colour, icon and words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt_verdict import GoneWhy, ReceiptVerdict, Verdict
from counter_app.domain.shift import Cashier, Role
from tests.builders import CASHIER_ID, NOW
from tests.ui.chain import CTRL
from tests.ui.consumers import ORDINARY
from tests.ui.verdicts import SCANNED, VERDICTS, a_proven_receipt
from ui.changes import Change
from ui.language import Language, speak
from ui.places import Place
from ui.receipt_check_screen import ReceiptCheckScreen
from ui.receipt_check_words import GONE_SENTENCES, VERDICT_LOOKS, look_of
from ui.receipts_screen import ReceiptsScreen

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

HINDI_FIGURES = str.maketrans("0123456789", "०१२३४५६७८९")


@pytest.fixture
def checking(hands: Hands) -> ReceiptCheckScreen:
    """The cashier came to where receipts are checked."""
    hands.press(Qt.Key.Key_Q, CTRL)
    screen = hands.room.screen_of(Place.CHECK)
    assert isinstance(screen, ReceiptCheckScreen)
    hands.qtbot.waitUntil(lambda: hands.room.place is Place.CHECK)
    return screen


def looked(hands: Hands, screen: ReceiptCheckScreen, verdict: ReceiptVerdict) -> None:
    hands.qtbot.waitUntil(lambda: screen.verdict == verdict)


@pytest.mark.parametrize("name", VERDICTS)
def test_each_verdict_is_told_large_with_its_facts(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen, name: str
) -> None:
    verdict = counter.verdicts[SCANNED] = VERDICTS[name]
    hands.scan(SCANNED)
    looked(hands, checking, verdict)
    seen = hands.seen()
    look = look_of(verdict)
    assert {look.title, look.text} <= set(seen)
    assert ("₹\u00a01,450.50" in seen) is (verdict.receipt is not None)
    assert checking.open_button.isVisible() is verdict.is_own
    assert look.title in checking.card.said
    assert "{" not in checking.card.said


def test_no_two_verdicts_look_alike() -> None:
    looks = [look_of(verdict) for verdict in VERDICTS.values() if not verdict.is_own]
    assert len({look.text for look in looks}) == len(looks)
    assert set(VERDICT_LOOKS) == set(Verdict)
    assert set(GONE_SENTENCES) == set(GoneWhy)
    good = {look.tone for look in (VERDICT_LOOKS[one] for one in Verdict)}
    assert good == {"positive", "caution", "negative"}
    assert [one for one in Verdict if VERDICT_LOOKS[one].tone == "positive"] == [Verdict.GENUINE]


def test_before_the_first_look_it_says_what_to_do(checking: ReceiptCheckScreen) -> None:
    assert checking.verdict is None
    texts = [label.text() for label in checking.findChildren(type(checking._title))]  # noqa: SLF001 - every label of the screen
    assert any("Hold its QR code before the scanner" in text for text in texts)


@pytest.mark.parametrize("before", ["", "https://kesco.example/r#"])
def test_a_scan_is_taken_whole_whatever_has_the_focus_and_under_a_hindi_layout(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen, before: str
) -> None:
    verdict = counter.verdicts[before + SCANNED] = VERDICTS["own"]
    hands.scan(before + SCANNED.translate(HINDI_FIGURES))
    looked(hands, checking, verdict)
    assert counter.asked("check_receipt") == [before + SCANNED]
    assert checking.field.text() == ""
    checking.open_button.setFocus()
    counter.verdicts[SCANNED + "7"] = VERDICTS["altered"]
    hands.scan(SCANNED + "7")
    looked(hands, checking, VERDICTS["altered"])


def test_what_is_typed_is_looked_at_with_enter_and_replaced_by_the_next(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    verdict = counter.verdicts["7KQ4M2XD"] = VERDICTS["typed"]
    hands.type("7KQ4M2XD")
    hands.enter()
    looked(hands, checking, verdict)
    assert "SUCH A RECEIPT EXISTS" in hands.seen()
    hands.type("KID07/2627/000001")
    assert checking.field.text() == "KID07/2627/000001"
    hands.enter()
    looked(hands, checking, ReceiptVerdict(Verdict.UNREADABLE))


def test_a_whole_code_can_be_pasted(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    counter.verdicts[SCANNED] = VERDICTS["genuine"]
    QApplication.clipboard().setText(f" {SCANNED}\n")
    QTest.keyClick(checking.field, Qt.Key.Key_V, CTRL)
    looked(hands, checking, VERDICTS["genuine"])
    QApplication.clipboard().setText("7KQ4")
    QTest.keyClick(checking.field, Qt.Key.Key_V, CTRL)
    assert checking.field.text() == "7KQ4"


def test_a_card_number_is_no_receipt(hands: Hands, checking: ReceiptCheckScreen) -> None:
    hands.type("4111111111111111")
    hands.qtbot.waitUntil(lambda: "card number" in checking.notice.said)
    assert checking.field.text() == ""


def test_enter_on_nothing_asks_nothing(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    hands.enter()
    assert counter.asked("check_receipt") == []


def test_after_a_round_the_same_receipt_is_looked_at_again(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    counter.verdicts[SCANNED] = VERDICTS["unknown key"]
    hands.scan(SCANNED)
    looked(hands, checking, VERDICTS["unknown key"])
    assert any("has not come yet" in text for text in hands.seen())
    counter.verdicts[SCANNED] = VERDICTS["genuine"]
    hands.room.payment.seat.changes.announce(Change.SERVER)
    looked(hands, checking, VERDICTS["genuine"])


def test_a_fault_of_the_books_is_told_and_nothing_is_judged(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    counter.fails["check_receipt"] = [Fault(FaultCode.DISK_FULL)]
    hands.scan(SCANNED)
    hands.qtbot.waitUntil(lambda: bool(checking.notice.said))
    assert checking.verdict is None


def test_a_look_that_was_overtaken_shows_nothing(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    counter.verdicts[SCANNED] = VERDICTS["genuine"]
    counter.verdicts[SCANNED + "1"] = VERDICTS["altered"]
    checking.check(SCANNED)
    checking.check(SCANNED + "1")
    looked(hands, checking, VERDICTS["altered"])
    assert len(counter.asked("check_receipt")) == 2


def test_a_receipt_of_ours_is_opened_among_those_of_its_day(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    number = next(iter(counter.receipts.values())).payment.receipt_no
    mine = replace(a_proven_receipt(), receipt_no=str(number))
    counter.verdicts[SCANNED] = ReceiptVerdict(Verdict.GENUINE, mine, is_own=True)
    hands.press(Qt.Key.Key_Q, CTRL)
    hands.scan(SCANNED)
    checking = hands.room.screen_of(Place.CHECK)
    assert isinstance(checking, ReceiptCheckScreen)
    hands.qtbot.waitUntil(checking.open_button.isVisible)
    checking.open_button.click()
    receipts = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(receipts, ReceiptsScreen)
    hands.qtbot.waitUntil(
        lambda: receipts.chosen is not None and receipts.chosen.receipt_no == str(number)
    )
    assert "Receipts of 23 Nov 2026" in hands.seen()
    assert counter.asked("list_receipts")[-1] == NOW.date()
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    hands.qtbot.waitUntil(lambda: "Receipts of today" in hands.seen())


def test_a_receipt_scanned_at_the_payment_is_offered_and_not_typed(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.type("1200")
    counter.verdicts[SCANNED] = VERDICTS["genuine"]
    hands.scan(SCANNED)
    hands.qtbot.waitUntil(lambda: "Ctrl+Q checks" in hands.screen.notice.said)
    assert hands.screen.is_paying
    assert hands.text == "1200"
    assert hands.screen.finder.box.text() == ""
    assert counter.asked("check_receipt") == []
    assert SCANNED not in counter.asked("find_consumer")
    hands.press(Qt.Key.Key_Q, CTRL)
    checking = hands.room.screen_of(Place.CHECK)
    assert isinstance(checking, ReceiptCheckScreen)
    looked(hands, checking, VERDICTS["genuine"])
    hands.press(Qt.Key.Key_F6)
    assert hands.screen.is_paying


def test_one_scanned_anywhere_else_is_offered_there(hands: Hands, counter: FakeCounter) -> None:
    hands.go(Place.OUTBOX, Qt.Key.Key_F8)
    hands.scan(SCANNED)
    assert "Ctrl+Q checks" in hands.room.screen_of(Place.OUTBOX).notice.said
    assert hands.room.place is Place.OUTBOX


def test_a_bill_scanned_where_receipts_are_checked_is_paid(
    hands: Hands, checking: ReceiptCheckScreen
) -> None:
    hands.scan(ORDINARY)
    hands.wait_for("Amount to pay")
    assert hands.room.place is Place.PAYMENT


def test_the_next_person_sees_nothing_of_the_last_look(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen
) -> None:
    counter.verdicts[SCANNED] = VERDICTS["genuine"]
    hands.scan(SCANNED)
    looked(hands, checking, VERDICTS["genuine"])
    hands.room.seat_cashier(Cashier(CASHIER_ID, "X", "X", Role.SUPERVISOR, ""), None)
    assert checking.verdict is None
    hands.press(Qt.Key.Key_Q, CTRL)
    assert len(counter.asked("check_receipt")) == 1


def test_who_reads_no_receipts_checks_none(hands: Hands, counter: FakeCounter) -> None:
    hands.room.seat_cashier(Cashier(CASHIER_ID, "X", "X", Role.TECHNICIAN, ""), None)
    hands.press(Qt.Key.Key_Q, CTRL)
    hands.scan(SCANNED)
    assert hands.room.place is not Place.CHECK
    assert counter.asked("check_receipt") == []


def test_it_changes_its_language_with_the_verdict_on_it(
    hands: Hands, counter: FakeCounter, checking: ReceiptCheckScreen, dressed: QApplication
) -> None:
    counter.verdicts[SCANNED] = VERDICTS["duplicate"]
    hands.scan(SCANNED)
    looked(hands, checking, VERDICTS["duplicate"])
    assert "GENUINE, DUPLICATE COPY 2" in hands.seen()
    speak(dressed, Language.HINDI)
    assert isinstance(checking.field, QLineEdit)
    assert checking.accessibleName()
