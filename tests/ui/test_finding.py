"""Finding the consumer: as one types, by the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.beside import ChequeBar, ToldBeside
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from tests.builders import TODAY
from tests.ui.consumers import ORDINARY, PREPAID

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands


def names(hands: Hands) -> list[str]:
    return [row[1].text for row in hands.screen.finder.table.rows]


def test_candidates_come_as_one_types_and_enter_opens_the_first(hands: Hands) -> None:
    hands.type("ram")
    hands.qtbot.waitUntil(lambda: hands.screen.finder.found_for == "ram")
    assert names(hands) == ["RAM PRASAD SHUKLA", "RAMESHWARI DEVI", "RAMZAN ALI"]
    hands.enter()
    hands.wait_for("Amount to pay")
    assert ORDINARY in hands.seen()


def test_arrow_keys_choose_without_leaving_the_box(hands: Hands) -> None:
    hands.type("ram")
    hands.qtbot.waitUntil(lambda: hands.screen.finder.found_for == "ram")
    hands.press(Qt.Key.Key_Down)
    assert hands.where == "Find consumer"
    hands.enter()
    hands.wait_for("Amount to pay")
    assert PREPAID in hands.seen()


def test_a_hindi_name_finds_too(hands: Hands) -> None:
    hands.type("रमज़ान")
    hands.qtbot.waitUntil(lambda: names(hands) == ["RAMZAN ALI"])


def test_a_whole_number_and_enter_opens_even_before_the_list_is_there(hands: Hands) -> None:
    hands.type(ORDINARY)
    hands.enter()
    hands.wait_for("Amount to pay")


def test_a_name_that_fits_several_is_not_guessed(hands: Hands, counter: FakeCounter) -> None:
    hands.screen.finder.box.fill("ram")
    hands.enter()
    hands.qtbot.waitUntil(lambda: len(names(hands)) == 3)
    assert not counter.asked("open_account")


def test_an_old_number_opens_the_account_it_became_and_says_so(
    hands: Hands, counter: FakeCounter
) -> None:
    beside = ToldBeside((AccountNo("91000042"),), ChequeBar(TODAY, None, "came back twice"))
    counter.accounts[ORDINARY] = replace(counter.accounts[ORDINARY], beside=beside)
    hands.type("91000042")
    hands.qtbot.waitUntil(lambda: names(hands) == ["RAM PRASAD SHUKLA"])
    (row,) = hands.screen.finder.table.rows
    assert row[-1].text == "Old number: it is this account now"
    hands.enter()
    hands.wait_for("Amount to pay")
    shown = hands.seen()
    assert ORDINARY in shown
    assert any("Old no. 41200123, 91000042" in text for text in shown)
    assert "No cheques" in shown


def test_a_similar_name_is_said_to_be_one_and_not_picked_unseen(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.similar = {"rsm parsad": ORDINARY}
    hands.screen.finder.box.fill("rsm parsad")
    hands.enter()
    hands.qtbot.waitUntil(lambda: names(hands) == ["RAM PRASAD SHUKLA"])
    assert [row[-1].text for row in hands.screen.finder.table.rows] == ["Similar name"]
    assert not counter.asked("open_account")
    hands.enter()
    hands.wait_for("Amount to pay")
    assert ORDINARY in hands.seen()


def test_nothing_found_is_told_and_what_was_typed_stays(hands: Hands) -> None:
    hands.type("9999999999")
    hands.enter()
    hands.qtbot.waitUntil(lambda: "Nothing found for “9999999999”" in hands.screen.notice.said)
    assert hands.text == "9999999999"


def test_an_account_that_went_away_is_told(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["open_account"] = [Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=ORDINARY)]
    hands.scan(ORDINARY)
    hands.qtbot.waitUntil(
        lambda: f"Account {ORDINARY} is not among the bills" in hands.screen.notice.said
    )


def test_missing_bills_say_how_to_get_them(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["find_consumer"] = [Fault(FaultCode.BILLS_MISSING) for _ in range(9)]
    hands.type("ram")
    hands.qtbot.waitUntil(lambda: "Press F5 to sync now" in hands.screen.notice.said)


def test_only_the_last_of_what_was_typed_meanwhile_is_asked(
    hands: Hands, counter: FakeCounter
) -> None:
    for end in range(1, 7):
        hands.screen.finder.box.setText("ramesh"[:end])
    hands.qtbot.waitUntil(lambda: names(hands) == ["RAMESHWARI DEVI"])
    assert counter.asked("find_consumer") == ["ra", "ramesh"]


def test_f2_goes_back_to_the_box_and_escape_to_the_account(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F2)
    hands.wait_for("Find consumer")
    hands.type("ram")
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")


def test_a_card_number_in_the_find_box_is_wiped_and_told(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.type("4111111111111111")
    hands.qtbot.waitUntil(lambda: "card number" in hands.screen.notice.said)
    assert hands.text == ""
    assert "4111111111111111" not in counter.asked("find_consumer")


def test_a_scanned_card_number_is_not_looked_up(hands: Hands, counter: FakeCounter) -> None:
    hands.scan("4111111111111111")
    hands.qtbot.waitUntil(lambda: "card number" in hands.screen.notice.said)
    assert not counter.asked("find_consumer")
