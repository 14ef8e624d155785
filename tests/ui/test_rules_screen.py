"""Rules on the screen: what holds, who says so, what would happen, and setting one by the keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.policy import PURPOSE_RULE, FieldKind, RuleName
from counter_app.domain.rule_examples import Told
from counter_app.domain.rule_questions import Asked
from counter_app.domain.rule_replay import Counted
from counter_app.domain.rule_standing import rule_names, standing
from counter_app.domain.rule_trial import Verdict
from counter_app.domain.usual_policy import FIELDS, PURPOSE_FIELDS, USUAL_POLICY
from tests.builders import PIN, SUPERVISOR_ID, TODAY, a_rule
from tests.ui.office import a_lively_policy, a_month_paid
from ui.changes import Change
from ui.language import Language, speak
from ui.rule_field_words import CHOICE_WORDS, FIELD_WORDS, PROBLEM_WORDS, choice_text, choices_of
from ui.rule_form import AUTHORITY, CODE, FROM, SIGNING, TO, Problem
from ui.rule_preview_texts import ANSWERS, COUNTED, QUESTIONS
from ui.rule_texts import rule_text, title_text
from ui.rules_screen import RulesScreen
from ui.sentences import refusal_text
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from counter_app.domain.policy import Rule
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = [(1366, 768), (1024, 600)]


def rules(hands: Hands) -> RulesScreen:
    hands.press(Qt.Key.Key_R, CONTROL)
    screen = hands.room.screen_of(Place.RULES)
    assert isinstance(screen, RulesScreen)
    hands.qtbot.waitUntil(lambda: bool(screen.list.standings))
    return screen


def stand_on(screen: RulesScreen, name: str) -> None:
    names = [standing.name for standing in screen.list.standings]
    screen.list.table.selectRow(names.index(name))


def open_editor(hands: Hands, name: str) -> RulesScreen:
    screen = rules(hands)
    stand_on(screen, name)
    hands.enter()
    wait_preview(hands, screen)
    return screen


def wait_preview(hands: Hands, screen: RulesScreen) -> None:
    hands.qtbot.waitUntil(lambda: screen.editor.panel.preview is not None)


def type_over(hands: Hands, text: str) -> None:
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type(text)


def sign(hands: Hands, *, pin: str = PIN, number: str = SUPERVISOR_ID) -> None:
    for text in ("ordered by telephone", number, pin):
        hands.type(text)
        hands.enter()


def problem_of(screen: RulesScreen, part: str) -> str:
    fields = screen.editor.signing if part in SIGNING else screen.editor.fields
    assert fields is not None
    return fields.fields[part].problem


def set_rules(counter: FakeCounter) -> list[Rule]:
    return [rule for rule in counter.policy.rules if rule.is_local]


def test_what_holds_who_says_so_and_when_it_changes_is_listed(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.policy = a_lively_policy()
    hands.window.resize(1366, 768)
    screen = rules(hands)
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in screen.list.table.rows}
    assert rows["Part payment"] == [
        "At least 25 % of what is due, and never less than ₹\u00a01,000.", "Usual", "1 Dec 2026",
    ]  # fmt: skip
    assert rows["Revenue stamp"][1:] == ["Centre", ""]
    assert rows["Meter test fee"][1] == "Centre"
    assert rows["Compounding fee"][0] == "Not offered at the counter."
    assert rows["Cash of one consumer and day"][1:] == ["This counter", "28 Nov 2026"]


def test_the_chosen_rule_tells_reason_order_next_and_all_versions(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.policy = a_lively_policy()
    stand_on(rules(hands), RuleName.CASH_OF_CONSUMER)
    assert {
        "This counter, version 3",
        "21 Nov 2026 – 27 Nov 2026",
        "UPPCL order 41/2026",
        "month end, ordered by telephone (supervisor S201)",
        "From 28 Nov 2026: Above ₹\u00a025,000 in cash for one consumer on one day, the cashier is cautioned.",
        "Centre, version 2: since 1 Jan 2026",
        "Usual, version 1: always",
    } <= set(hands.seen())


def test_a_supervisor_sets_a_rule_by_the_keys_alone(hands: Hands, counter: FakeCounter) -> None:
    counter.paid = a_month_paid()
    screen = open_editor(hands, RuleName.PART_OTHERS)
    assert hands.where == "Share of the dues (%)"
    type_over(hands, "50")
    for _ in range(2):
        hands.enter()
    type_over(hands, "25-11-2026")
    hands.enter()
    type_over(hands, "30-11-2026")
    hands.enter()
    assert hands.where == "By which order"
    hands.type("XEN Kidwai Nagar 12/2026")
    hands.enter()
    hands.wait_for("Reason")
    wait_preview(hands, screen)
    sign(hands)
    hands.qtbot.waitUntil(lambda: not screen.is_editing)
    (rule,) = set_rules(counter)
    assert (rule.number("share_percent"), rule.authority) == (50, "XEN Kidwai Nagar 12/2026")
    assert (rule.valid_from, rule.valid_to) == (
        TODAY + timedelta(days=2),
        TODAY + timedelta(days=7),
    )
    assert (rule.set_by, rule.reason) == (SUPERVISOR_ID, "ordered by telephone")
    assert "Set from 25 Nov 2026: Part payment" in screen.notice.said
    hands.wait_for("Rules and heads")


def test_what_would_happen_follows_what_is_typed(hands: Hands, counter: FakeCounter) -> None:
    counter.paid = a_month_paid()
    screen = open_editor(hands, RuleName.PART_OTHERS)
    type_over(hands, "50")
    assert screen.editor.panel.preview is None
    wait_preview(hands, screen)
    rows = [[cell.text for cell in row] for row in screen.editor.panel.table.rows]
    assert rows[0] == ["Needing a word", "2", "9"]
    assert ["₹\u00a010,000 due", "at least ₹\u00a02,500", "at least ₹\u00a05,000"] in rows
    assert "Of 40 payments since 25 Oct 2026, this rule looks at 9." in hands.seen()
    type_over(hands, "x")
    assert "Shown as soon as the rule can be read: fill every field on the left." in hands.seen()


def test_a_rule_is_not_set_before_what_would_happen_was_shown(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("order 7")
    screen.editor.fields.go("above_paise")
    type_over(hands, "8000")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert "Look first at what would happen" in screen.notice.said
    assert set_rules(counter) == []
    wait_preview(hands, screen)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.where == "Reason"
    assert problem_of(screen, "pin") == "This is needed."


def test_everything_wrong_is_told_below_its_field_when_it_is_to_be_set(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.PART_OTHERS)
    type_over(hands, "101")
    hands.enter()
    assert problem_of(screen, "share_percent") == "Type a number from 0 to 100."
    assert problem_of(screen, AUTHORITY) == ""
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert problem_of(screen, AUTHORITY) == "This is needed."
    assert hands.where == "Share of the dues (%)"
    assert hands.at.accessibleDescription() == "Type a number from 0 to 100."


REFUSED = (
    (Refusal(RefusalCode.PIN_WRONG, tries_left=3), "pin"),
    (Refusal(RefusalCode.PIN_LOCKED, wait_seconds=60), "pin"),
    (Refusal(RefusalCode.WORD_NOT_FROM_SUPERVISOR, cashier_id="C101"), "supervisor"),
    (Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id="C999"), "supervisor"),
    (Refusal(RefusalCode.REASON_MISSING), "reason"),
    (Refusal(RefusalCode.REASON_TOO_LONG, most=200), "reason"),
    (Refusal(RefusalCode.RULE_IN_THE_PAST, name="stamp", day="2026-11-23"), FROM),
    (Refusal(RefusalCode.RULE_DATES_WRONG, name="stamp"), TO),
    (Refusal(RefusalCode.RULE_VALUE_WRONG, name="stamp", field="above_paise"), "above_paise"),
)


def test_every_refusal_is_told_at_its_field_and_the_pin_is_typed_anew(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("order 7")
    hands.enter()
    sign(hands, pin="")
    assert problem_of(screen, "pin") == "This is needed."
    for refusal, part in REFUSED:
        counter.fails["set_rule"] = [refusal]
        screen.editor.signing.go("pin")
        hands.type(PIN)
        hands.enter()
        hands.qtbot.waitUntil(lambda: not counter.fails["set_rule"])
        hands.qtbot.waitUntil(screen.editor.set_button.isEnabled)
        assert problem_of(screen, part) == refusal_text(refusal)
        assert screen.editor.form is not None
        assert screen.editor.form.pin == ""
    assert set_rules(counter) == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Fault(FaultCode.DISK_FULL), "disk"),
        (Refusal(RefusalCode.COUNTER_STOPPED, reason="fork"), "Not possible"),
    ],
)
def test_what_belongs_to_no_field_is_told_above(
    hands: Hands, counter: FakeCounter, error: Fault | Refusal, said: str
) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("order 7")
    hands.enter()
    counter.fails["set_rule"] = [error]
    sign(hands)
    hands.qtbot.waitUntil(lambda: said in screen.notice.said)
    assert screen.editor.set_button.isEnabled()


def test_a_card_number_is_never_kept(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("4111111111111111")
    hands.qtbot.waitUntil(lambda: "looks like a card number" in screen.notice.said)
    assert hands.text == ""


def test_esc_leaves_at_once_or_twice_when_something_was_typed(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Rules and heads")
    hands.enter()
    assert screen.editor.fields is not None
    screen.editor.fields.go("above_paise")
    type_over(hands, "8000")
    hands.press(Qt.Key.Key_Escape)
    assert "Press Esc again" in screen.notice.said
    assert hands.where == "Receipts above (₹)"
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Rules and heads")
    assert screen.notice.said == ""


def test_a_head_is_added_by_the_keys(hands: Hands, counter: FakeCounter) -> None:
    screen = rules(hands)
    hands.press(Qt.Key.Key_N, CONTROL)
    assert hands.where == "Code (as meter_test)"
    hands.type("meter_test")
    hands.enter()
    hands.enter()
    hands.type("Meter test fee")
    hands.enter()
    hands.type("Meter janch shulk")
    for _ in range(12):
        hands.enter()
    assert hands.where == "By which order"
    hands.type("order 7")
    hands.enter()
    wait_preview(hands, screen)
    sign(hands)
    hands.qtbot.waitUntil(lambda: not screen.is_editing)
    (rule,) = set_rules(counter)
    assert (rule.name, rule.text("name_en")) == (PURPOSE_RULE + "meter_test", "Meter test fee")
    hands.qtbot.waitUntil(lambda: screen.list.table.rows[-1][0].text == "Meter test fee")


def test_a_code_that_is_there_already_is_told(hands: Hands) -> None:
    screen = rules(hands)
    hands.press(Qt.Key.Key_N, CONTROL)
    hands.type("bill")
    hands.enter()
    assert problem_of(screen, CODE) == "This head is there already: change it in the list."


def test_a_head_is_withdrawn_by_one_key_and_a_signature(hands: Hands, counter: FakeCounter) -> None:
    screen = rules(hands)
    assert not screen.list.withdraw_button.isVisible()
    stand_on(screen, PURPOSE_RULE + "compounding_fee")
    hands.press(Qt.Key.Key_W, CONTROL)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("order 9")
    hands.enter()
    wait_preview(hands, screen)
    assert "refused" in [row[2].text for row in screen.editor.panel.table.rows]
    sign(hands)
    hands.qtbot.waitUntil(lambda: not screen.is_editing)
    hands.qtbot.waitUntil(lambda: not screen.list.withdraw_button.isVisible())
    assert screen.list.chosen is not None
    assert rule_text(screen.list.chosen.shown) == "Not offered at the counter."


def test_a_rule_of_this_counter_is_ended_with_today(hands: Hands, counter: FakeCounter) -> None:
    counter.policy = a_lively_policy()
    screen = rules(hands)
    assert not screen.list.end_button.isVisible()
    stand_on(screen, RuleName.CASH_OF_CONSUMER)
    hands.press(Qt.Key.Key_E, CONTROL)
    wait_preview(hands, screen)
    assert any(text.startswith("From 24 Nov 2026: Above") for text in hands.seen())
    screen.editor.signing.go("reason")
    sign(hands)
    hands.qtbot.waitUntil(lambda: not screen.is_editing)
    ended = counter.policy.rules[-1]
    assert (ended.valid_from, ended.valid_to) == (TODAY, TODAY)
    after = counter.policy.rule(RuleName.CASH_OF_CONSUMER, TODAY + timedelta(days=1))
    assert after is not None
    assert not after.is_local


def test_notes_are_chosen_with_the_space_bar(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.DENOMINATIONS)
    assert hands.where == "₹\u00a02,000 is accepted"
    hands.press(Qt.Key.Key_Space)
    wait_preview(hands, screen)
    hands.qtbot.waitUntil(
        lambda: (
            screen.editor.form is not None
            and "2,000.00" in screen.editor.form.text("accepted_paise")
        )
    )
    hands.qtbot.waitUntil(
        lambda: any(
            row[0].text.endswith("2,000") and row[2].text == "accepted"
            for row in screen.editor.panel.table.rows
        )
    )


def test_a_note_that_is_not_among_the_usual_ones_keeps_its_button(
    hands: Hands, counter: FakeCounter
) -> None:
    old = a_rule(RuleName.DENOMINATIONS, accepted_paise="100000,50000")
    counter.policy = USUAL_POLICY.with_rules((old,))
    screen = open_editor(hands, RuleName.DENOMINATIONS)
    assert screen.editor.form is not None
    assert screen.editor.form.draft is not None
    buttons = [button.text() for button in screen.editor.findChildren(QPushButton)]
    assert "₹\u00a01,000" in buttons


def test_a_policy_that_comes_meanwhile_is_shown_at_once(hands: Hands, counter: FakeCounter) -> None:
    screen = rules(hands)
    counter.policy = replace(a_lively_policy(), not_understood=("meter_rent",))
    hands.window.sitting.changes.announce(Change.SERVER) if hands.window.sitting else None
    hands.qtbot.waitUntil(
        lambda: any(row[0].text == "Meter test fee" for row in screen.list.table.rows)
    )
    assert "meter_rent" in screen.notice.said


def test_half_typed_it_is_still_there_after_a_look_elsewhere_without_the_pin(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert screen.editor.fields is not None
    screen.editor.fields.go(AUTHORITY)
    hands.type("order 7")
    screen.editor.signing.go("pin")
    hands.type("4711")
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    hands.press(Qt.Key.Key_R, CONTROL)
    assert screen.is_editing
    assert screen.editor.form is not None
    assert (screen.editor.form.text(AUTHORITY), screen.editor.form.pin) == ("order 7", "")


def test_what_one_person_half_typed_is_not_left_to_the_next(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    seated = hands.room._cashier  # noqa: SLF001 - who sits there, without the way over the sign-in
    assert seated is not None
    hands.room._cashier = replace(seated, cashier_id=CashierId("C102"))  # noqa: SLF001 - as above
    hands.press(Qt.Key.Key_R, CONTROL)
    assert not screen.is_editing


@pytest.mark.parametrize("language", Language)
def test_every_rule_of_every_kind_is_said_in_both_languages(
    dressed: QApplication, language: Language
) -> None:
    speak(dressed, language)
    policy = a_lively_policy()
    variants = [
        a_rule(RuleName.PART_OTHERS, least_paise=0),
        a_rule(RuleName.ADVANCE, is_taken=False),
        a_rule(RuleName.SAME_PAYMENT, is_word_needed=False),
        a_rule(RuleName.CHEQUE, is_taken=False),
        a_rule(RuleName.CHEQUE, is_from_disconnected_taken=True),
        a_rule(RuleName.DRAFT, is_taken=False),
        a_rule(RuleName.STAMP, how="consolidated"),
        a_rule(RuleName.STAMP, how="none"),
    ]
    said = [
        (title_text(rule), rule_text(rule))
        for rule in (
            *variants,
            *(standing(policy, name, TODAY).shown for name in rule_names(policy)),
        )
    ]
    assert all(title and text and "{" not in text and "_" not in text for title, text in said)


def test_every_field_choice_problem_question_and_answer_has_its_word() -> None:
    fields = [field for some in (*FIELDS.values(), PURPOSE_FIELDS) for field in some]
    assert {field.name for field in fields} | {CODE, FROM, TO, AUTHORITY, *SIGNING} == set(
        FIELD_WORDS
    )
    for field in fields:
        assert all(choice_text(field, choice) for choice in choices_of(field))
        is_chosen = field.kind in {FieldKind.FLAG, FieldKind.CHOICE} or field.name == "account"
        assert bool(choices_of(field)) == is_chosen
    assert set(CHOICE_WORDS) == {"how", "settles", "asks", "is_for", "account"}
    assert set(PROBLEM_WORDS) == set(Problem)
    assert set(QUESTIONS) == set(Asked)
    assert set(ANSWERS) == {*Verdict, *Told}
    assert set(COUNTED) == set(Counted)


def test_no_field_is_cut_off_at_its_side(hands: Hands, dressed: QApplication) -> None:
    screen = rules(hands)
    for size, language in product(SIZES, Language):
        hands.window.resize(*size)
        speak(dressed, language)
        for name in (RuleName.OFFLINE, RuleName.DENOMINATIONS, PURPOSE_RULE + "bill"):
            stand_on(screen, name)
            hands.enter()
            wait_preview(hands, screen)
            assert screen.editor.fields is not None
            (scroll,) = [
                area for area in screen.editor.findChildren(QScrollArea) if area.isVisible()
            ]
            assert screen.editor.fields.width() <= scroll.viewport().width()
            hands.press(Qt.Key.Key_Escape)
        assert (hands.window.width(), hands.window.height()) == size


def test_the_field_one_comes_to_is_seen(hands: Hands) -> None:
    hands.window.resize(*SIZES[1])
    open_editor(hands, PURPOSE_RULE + "bill")
    for _ in range(12):
        hands.enter()
    assert hands.where == "First day"
    assert hands.at.visibleRegion().boundingRect().height() >= hands.at.height() - 1


def test_a_choice_is_made_with_the_arrow_keys(hands: Hands) -> None:
    screen = open_editor(hands, RuleName.STAMP)
    assert isinstance(hands.at, QComboBox)
    hands.press(Qt.Key.Key_Down)
    wait_preview(hands, screen)
    assert screen.editor.form is not None
    assert screen.editor.form.text("how") == "consolidated"
