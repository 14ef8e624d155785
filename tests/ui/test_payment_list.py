"""Paying a list: pasted, typed, scanned or read from a file; bad lines stay to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from tests.ui.chain import ALT, CTRL, SHOPS, a_chain, lines_of, the_order
from tests.ui.consumers import ACCOUNTS, ORDINARY
from tests.ui.fake_desk import FakeCounter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.hands import Hands


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(accounts={**ACCOUNTS, **a_chain()})


def begin(hands: Hands) -> None:
    hands.press(Qt.Key.Key_I, ALT)
    hands.wait_for("Account, meter or bill no.")


def paste(hands: Hands, *lines: str) -> None:
    QApplication.clipboard().setText("\n".join(lines))
    hands.press(Qt.Key.Key_V, ALT)


def told(hands: Hands) -> dict[str, str]:
    """Line number to what is said of it."""
    return {row[0].text: row[3].text for row in hands.screen.list.table.rows}


def test_a_pasted_list_is_opened_in_one_go_and_paid(hands: Hands, counter: FakeCounter) -> None:
    begin(hands)
    paste(hands, *SHOPS[:3], f"{SHOPS[3]}, 3000", f"{SHOPS[4]}\t2,000")
    hands.press(Qt.Key.Key_O, ALT)
    hands.wait_for("Amount to pay")
    assert lines_of(hands) == list(SHOPS)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    amounts = [line.amount for line in the_order(counter).lines]
    assert amounts[3:] == [Money.rupees(3000), Money.rupees(2000)]
    assert counter.asked("open_account") == list(SHOPS)


def test_each_bad_line_is_told_with_its_number_and_kept(hands: Hands) -> None:
    begin(hands)
    paste(
        hands,
        "Account,Amount",
        SHOPS[0],
        f"{SHOPS[1]} 12x",
        SHOPS[0],
        "4111 1111 1111 1111",
        "7419999999",
    )
    assert told(hands) == {
        "1": "No account number in it. Type it, or remove the line.",
        "2": "Ready to be opened",
        "3": "“12x” is not an amount. Type rupees and paise in figures, such as 1250.50.",
        "4": "This account stands in the payment already. Remove the line.",
        "5": "It looked like a card number, so it was wiped. Type the account.",
        "6": "Ready to be opened",
    }
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: set(told(hands)) == {"1", "3", "4", "5", "6"})
    assert told(hands)["6"].startswith("Account 7419999999 is not among the bills")
    assert hands.where == "Account, meter or bill no."
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert hands.screen.form is not None
    assert [line.account_no for line in hands.screen.form.lines] == [SHOPS[0]]


def test_a_payment_is_not_taken_without_its_bad_lines_unless_told_twice(
    hands: Hands, counter: FakeCounter
) -> None:
    begin(hands)
    paste(hands, SHOPS[0], "Mohan", "Sohan")
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: len(told(hands)) == 2)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert hands.screen.bar.list_button.text() == "List: 2"
    hands.press(Qt.Key.Key_Return, CTRL)
    assert "Lines of the list not in this payment: 2" in hands.screen.notice.said
    assert not counter.asked("take_payment")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert hands.screen.bar.list_button.text() == "List"


def test_what_is_too_much_for_one_payment_is_the_list_of_the_next(
    hands: Hands, counter: FakeCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.payment_list_form.MOST_LINES", 3)
    begin(hands)
    paste(hands, *SHOPS)
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: len(told(hands)) == 2)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 3)
    begin(hands)
    assert set(told(hands).values()) == {"Ready to be opened"}
    hands.press(Qt.Key.Key_O, ALT)
    hands.wait_for("Amount to pay")
    assert lines_of(hands) == list(SHOPS[3:])


def test_lines_to_be_mended_are_set_aside_with_their_payment(hands: Hands) -> None:
    begin(hands)
    paste(hands, SHOPS[0], "Mohan")
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: len(told(hands)) == 1)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    hands.press(Qt.Key.Key_H, ALT)
    assert hands.screen.bar.list_button.text() == "List"
    hands.press(Qt.Key.Key_J, ALT)
    hands.wait_for("Payments set aside")
    hands.enter()
    hands.wait_for("Amount to pay")
    assert hands.screen.bar.list_button.text() == "List: 1"


def test_a_line_is_mended_by_the_keys(hands: Hands) -> None:
    begin(hands)
    paste(hands, f"{SHOPS[1]} 12x", SHOPS[0])
    hands.press(Qt.Key.Key_Down)
    hands.wait_for("Lines of the list")
    hands.enter()
    hands.wait_for("Account, meter or bill no.")
    assert hands.text == SHOPS[1]
    hands.enter()
    assert hands.text == "12x"
    hands.type("1200")
    hands.enter()
    assert set(told(hands).values()) == {"Ready to be opened"}
    hands.enter()
    hands.enter()
    hands.wait_for("Amount to pay")
    assert lines_of(hands) == [SHOPS[1], SHOPS[0]]


def test_lines_are_typed_or_scanned_too(hands: Hands) -> None:
    begin(hands)
    hands.type(SHOPS[0])
    hands.enter()
    hands.type("500")
    hands.enter()
    hands.scan(SHOPS[1])
    hands.qtbot.waitUntil(lambda: len(told(hands)) == 2)
    assert hands.screen.list.open_button.text() == "Open 2 accounts"


def test_several_lines_pasted_into_the_field_go_into_the_list(hands: Hands) -> None:
    begin(hands)
    QApplication.clipboard().setText("\n".join(SHOPS[:2]))
    hands.press(Qt.Key.Key_V, CTRL)
    assert len(told(hands)) == 2
    assert hands.text == ""
    QApplication.clipboard().setText(SHOPS[2])
    hands.press(Qt.Key.Key_V, CTRL)
    assert hands.text == SHOPS[2]


def test_a_line_is_removed_by_a_key(hands: Hands) -> None:
    begin(hands)
    paste(hands, "Mohan", SHOPS[0])
    hands.press(Qt.Key.Key_X, ALT)
    assert list(told(hands)) == ["2"]


def test_a_meter_number_in_the_list_finds_its_account(hands: Hands) -> None:
    begin(hands)
    paste(hands, "K20460001", SHOPS[0])
    hands.press(Qt.Key.Key_O, ALT)
    hands.wait_for("Amount to pay")
    assert lines_of(hands) == [SHOPS[1], SHOPS[0]]


def test_the_same_account_by_two_of_its_numbers_is_opened_once_and_told(hands: Hands) -> None:
    begin(hands)
    paste(hands, SHOPS[0], "K20460000")
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: list(told(hands)) == ["2"])
    assert "twice" in told(hands)["2"]


def test_a_list_joins_the_payment_that_is_open(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    begin(hands)
    paste(hands, SHOPS[0], ORDINARY, "K20457781")
    assert told(hands)["2"] == "This account stands in the payment already. Remove the line."
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: list(told(hands)) == ["2", "3"])
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert lines_of(hands) == [ORDINARY, SHOPS[0]]


def test_a_list_is_read_from_a_file(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "meters.csv"
    path.write_text(f"{SHOPS[0]},500\n{SHOPS[1]}\n", encoding="utf-8")
    begin(hands)
    hands.press(Qt.Key.Key_F, ALT)
    (dialog,) = hands.screen.list.findChildren(QFileDialog)
    dialog.close()
    dialog.fileSelected.emit(str(path))
    hands.qtbot.waitUntil(lambda: len(told(hands)) == 2)
    assert [row[2].text for row in hands.screen.list.table.rows] == [
        "₹\u00a0500.00",
        "all that is due",
    ]


def test_a_file_that_is_gone_is_told(hands: Hands, tmp_path: Path) -> None:
    begin(hands)
    hands.screen.list.read_file(str(tmp_path / "gone.csv"))
    hands.qtbot.waitUntil(lambda: "The file could not be read" in hands.screen.notice.said)


def test_books_that_cannot_open_keep_the_list(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["open_account"] = [Fault(FaultCode.BILLS_DAMAGED)]
    begin(hands)
    paste(hands, SHOPS[0])
    hands.press(Qt.Key.Key_O, ALT)
    hands.qtbot.waitUntil(lambda: "copy of the bills cannot be read" in hands.screen.notice.said)
    assert told(hands) == {"1": "Ready to be opened"}


def test_what_takes_long_says_how_far_it_is(hands: Hands) -> None:
    begin(hands)
    hands.screen.opening.progressed.emit(12, 40)
    assert hands.screen.list.progress.text() == "Opening 12 of 40 …"


def test_escape_goes_back_to_the_find_box(hands: Hands) -> None:
    begin(hands)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")
