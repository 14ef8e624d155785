"""To check: fates in words, found and filtered, noted by a supervisor; a stopped counter above all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.matter import LaterDecision, Matter, MatterNote, NoteState
from counter_app.domain.money import Money
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind
from tests.builders import NOW, PIN, SUPERVISOR_ID, TODAY
from ui.language import Language, speak
from ui.matter_words import (
    DECISION_SENTENCES,
    FATE_SENTENCES,
    STATE_WORDS,
    TITLES,
    code_of,
    sentences_of,
    subject_of,
    title_of,
)
from ui.matters_form import ALL, OPEN, filters_of, found
from ui.matters_screen import MattersScreen
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CHEQUE = "cheque:SBIN0001234:004512"


def matter(
    sequence: int = 15,
    fate: str = "UNKNOWN_ACCOUNT",
    *decisions: LaterDecision,
    reference: str = "C07/1/15",
    notes: tuple[MatterNote, ...] = (),
) -> Matter:
    return Matter(
        about=f"1/{sequence}",
        kind="payment_taken",
        fate=fate,
        reference=reference,
        told_at=NOW - timedelta(minutes=sequence),
        receipt_no=f"KID07/2627/{sequence:06d}",
        account_no="7412001234",
        amount=Money(1450_50),
        decisions=decisions,
        notes=notes,
    )


def decision(kind: str, number: int = 1, identity: str = "") -> LaterDecision:
    return LaterDecision(
        number, kind, NOW, Money(900_00), "", "7412009999", "MOHAN LAL", "मोहन लाल", identity, TODAY, "wrong slip"
    )  # fmt: skip


def came_back(*, is_undone: bool = False) -> Matter:
    back = decision("INSTRUMENT_RETURNED", identity=CHEQUE)
    return Matter(CHEQUE, "", "", CHEQUE, NOW, "", "", Money(900_00), (back,), (), is_undone)


DONE = MatterNote("1/17", NoteState.DEALT_WITH, "told by phone", SUPERVISOR_ID, NOW, 0)
MATTERS = (
    matter(15),
    matter(16, "POSSIBLE_DOUBLE", decision("DOUBLE_RESOLVED")),
    matter(17, "UNKNOWN_ACCOUNT", notes=(DONE,)),
    came_back(),
)


def screen(hands: Hands) -> MattersScreen:
    hands.press(Qt.Key.Key_K, CONTROL)
    hands.qtbot.waitUntil(lambda: hands.room.place is Place.MATTERS)
    shown = hands.room.screen_of(Place.MATTERS)
    assert isinstance(shown, MattersScreen)
    hands.qtbot.waitUntil(lambda: shown.list.table.hasFocus() or shown.list.filters.hasFocus())
    return shown


def receipts(shown: MattersScreen) -> list[str]:
    return [subject_of(one) for one in shown.list.shown]


# the words


def test_every_fate_and_every_decision_has_its_words() -> None:
    assert set(FATE_SENTENCES) == {str(fate) for fate in Fate} - {"POSTED", "NOTED", "NOT_APPLIED"}
    assert set(DECISION_SENTENCES) >= {str(kind) for kind in ResultKind}
    assert set(TITLES) == {str(fate) for fate in Fate} | set(DECISION_SENTENCES)
    assert set(STATE_WORDS) == set(NoteState)


CASES = {
    **{fate: matter(15, fate) for fate in FATE_SENTENCES},
    **{kind: matter(15, "POSTED", decision(kind)) for kind in DECISION_SENTENCES},
    **{
        reason: matter(15, "NOT_APPLIED", reference=reason)
        for reason in ("no_open_bill", "sums_differ", "return_differs", "payment_told_before")
    },
    "a fate we do not know": matter(15, "EATEN"),
    "a decision we do not know": matter(15, "POSTED", decision("EATEN")),
    "came back": came_back(),
    "undone here": came_back(is_undone=True),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_each_says_what_happened_what_is_safe_and_what_to_do_in_both_languages(
    dressed: QApplication, case: str
) -> None:
    english = sentences_of(CASES[case])
    speak(dressed, Language.HINDI)
    hindi = sentences_of(CASES[case])
    for name in ("happened", "safe", "do_next"):
        said, told = getattr(english, name), getattr(hindi, name)
        assert said != told
        assert said.endswith(".")
        assert "{" not in said + told


def test_facts_stand_in_the_sentences(dressed: QApplication) -> None:
    assert "7412001234" in sentences_of(matter(15)).happened
    assert "7412555555" in sentences_of(matter(15, "RENUMBERED", reference="7412555555")).happened
    booked = sentences_of(matter(15, "UNKNOWN_ACCOUNT", decision("SUSPENSE_MATCHED")))
    assert "7412009999, M*** L***" in booked.happened
    assert "₹\u00a0900.00" in booked.safe
    assert (
        "sums_differ" in sentences_of(matter(15, "NOT_APPLIED", reference="sums_differ")).happened
    )
    assert "23 Nov 2026: wrong slip" in sentences_of(came_back()).happened


# the form


def test_filters_count_what_there_is(dressed: QApplication) -> None:
    assert filters_of(MATTERS, code_of) == (
        (OPEN, 3),
        (ALL, 4),
        ("UNKNOWN_ACCOUNT", 2),
        ("DOUBLE_RESOLVED", 1),
        ("INSTRUMENT_RETURNED", 1),
    )


@pytest.mark.parametrize(
    ("chosen", "text", "wanted"),
    [
        (OPEN, "", ["1/15", "1/16", CHEQUE]),
        (ALL, "", ["1/15", "1/16", "1/17", CHEQUE]),
        (ALL, "000017", ["1/17"]),
        (ALL, " ७४१२००९९९९ ", ["1/16", CHEQUE]),
        ("UNKNOWN_ACCOUNT", "", ["1/15", "1/17"]),
        ("UNKNOWN_ACCOUNT", "sbin", []),
    ],
)
def test_a_matter_is_found_by_filter_and_by_typing(
    chosen: str, text: str, wanted: list[str]
) -> None:
    assert [one.about for one in found(MATTERS, chosen, text, code_of)] == wanted


# the screen


def test_what_is_open_is_listed_and_counted_on_the_rail(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    hands.room.strip.load()
    hands.qtbot.waitUntil(
        lambda: "To check 3" in [one.accessibleName() for one in hands.room.findChildren(QWidget)]
    )
    shown = screen(hands)
    assert receipts(shown) == ["KID07/2627/000015", "KID07/2627/000016", CHEQUE]
    assert shown.detail.sentences[0].text() == "The centre knows no account 7412001234."
    assert title_of("UNKNOWN_ACCOUNT") in [cell.text for cell in shown.list.table.rows[0]]


def test_a_supervisor_deals_with_one_by_keys_alone(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    shown = screen(hands)
    hands.enter()
    for text in (SUPERVISOR_ID, PIN, "told by phone"):
        hands.type(text)
        hands.enter()
    hands.qtbot.waitUntil(lambda: len(shown.list.shown) == 2)
    assert counter.asked("note_matter") == [
        ("1/15", NoteState.DEALT_WITH, "told by phone", SUPERVISOR_ID)
    ]
    assert shown.notice.said.startswith("KID07/2627/000015 · Dealt with")
    assert hands.room.strip.open_matters == 2
    assert shown.list.table.hasFocus()


def test_looked_at_stays_open_and_says_by_whom(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS[:1]
    shown = screen(hands)
    hands.enter()
    hands.type(SUPERVISOR_ID)
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.type("asked the office")
    hands.press(Qt.Key.Key_S, ALT)
    hands.qtbot.waitUntil(lambda: "asked the office" in " ".join(hands.seen()))
    assert receipts(shown) == ["KID07/2627/000015"]
    assert "Looked at by S201, 23 Nov 2026, 11:30: asked the office" in hands.seen()


def test_a_wrong_pin_is_said_below_its_field_and_nothing_is_noted(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.matters = MATTERS
    shown = screen(hands)
    hands.enter()
    for text in (SUPERVISOR_ID, "9999", "told by phone"):
        hands.type(text)
        hands.enter()
    hands.wait_for("Supervisor's PIN")
    assert "4" in shown.detail.fields["pin"].problem
    assert shown.notice.said == "Not possible Nothing was noted."
    assert len(shown.list.shown) == 3
    counter.fails["note_matter"] = [Fault(FaultCode.DISK_FULL)]
    hands.type(PIN)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: "disk" in shown.notice.said.casefold())


def test_nothing_is_sent_while_a_field_is_empty(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    screen(hands)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.where == "Supervisor's number"
    assert counter.asked("note_matter") == []


def test_filters_and_typing_narrow_the_list(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    shown = screen(hands)
    shown.list.filters.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert len(shown.list.shown) == 4
    hands.press(Qt.Key.Key_F2)
    hands.type("000017")
    assert receipts(shown) == ["KID07/2627/000017"]
    hands.type("000099")
    hands.qtbot.waitUntil(lambda: receipts(shown) == [])
    assert "Nothing here holds what was typed. Empty the box to see all." in hands.seen()
    assert shown.detail.isHidden()


def test_a_receipt_is_printed_again_as_a_proof(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    shown = screen(hands)
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: counter.asked("reprint_receipt") == ["KID07/2627/000015"])
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert shown.list.chosen_matter == MATTERS[3]
    assert shown.detail.print_button.isHidden()


def test_a_stopped_counter_stands_above_all_in_words(hands: Hands, counter: FakeCounter) -> None:
    counter.stopped_because = "fork"
    shown = screen(hands)
    assert shown.stop_notice.said.startswith("This counter takes no payments: the centre knows")
    counter.stopped_because = ""
    shown.enter()
    hands.qtbot.waitUntil(lambda: not shown.stop_notice.said)


def test_nothing_to_check_says_so(hands: Hands) -> None:
    screen(hands)
    assert "Nothing to check" in hands.seen()


def test_the_list_follows_what_comes_from_the_centre(hands: Hands, counter: FakeCounter) -> None:
    shown = screen(hands)
    counter.matters = MATTERS
    hands.press(Qt.Key.Key_F5)
    hands.qtbot.waitUntil(lambda: len(shown.list.shown) == 3)


def test_a_card_number_is_refused_wherever_it_is_typed(hands: Hands, counter: FakeCounter) -> None:
    counter.matters = MATTERS
    shown = screen(hands)
    hands.press(Qt.Key.Key_F2)
    hands.type("4111111111111111")
    hands.qtbot.waitUntil(lambda: "card number" in shown.notice.said)
