"""A second person approves an act: at the counter, or by telephone with a challenge that is read out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from counter_app.domain.approval import ApprovalCode, How
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import ZERO, Money
from tests.approvers import KEYLESS_ID, spoken_answer
from tests.builders import CASHIER_ID, NOW, PIN, SUPERVISOR_ID
from tests.use_cases.test_desk import a_desk
from ui.approval_panel import ApprovalPanel
from ui.changes import ChangeBus
from ui.customer import Customer
from ui.lanes import Lanes
from ui.language import Language, speak
from ui.seat import Seat
from ui.second_person import ANSWER, REASON, SUPERVISOR
from ui.second_person import PIN as PIN_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from counter_app.domain.approval import Approval
    from tests.ui.fake_desk import FakeCounter

SUM = Money(1_250_50)
RECEIPT = "C07A-000012"
WHY = "paid for the wrong account"


class AtPanel:
    """A panel on the screen, and what it tells."""

    def __init__(self, qtbot: QtBot, counter: FakeCounter, lanes: Lanes) -> None:
        self.qtbot, self.counter = qtbot, counter
        desk = a_desk(
            approve=counter.approve,
            challenge_for=counter.challenge_for,
            approve_by_telephone=counter.approve_by_telephone,
        )
        seat = Seat(desk, lanes, ChangeBus(), lambda: NOW, Customer())
        self.panel = ApprovalPanel(seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(560, 520)
        self.approved: list[Approval] = []
        self.faults: list[Fault] = []
        self.left = 0
        self.panel.approved.connect(self.approved.append)
        self.panel.faulted.connect(self.faults.append)
        self.panel.left.connect(self._left)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitActive(self.panel).__enter__()
        self.panel.ask(ApprovalCode.REVERSAL, RECEIPT, SUM, CASHIER_ID)

    def _left(self) -> None:
        self.left += 1

    def types(self, text: str) -> None:
        """Into the field with the focus, and Enter."""
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def calls(self) -> None:
        """Alt+T, and the challenge is there."""
        before = self.counter.challenge
        QTest.keyClick(self.panel, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
        self.qtbot.waitUntil(lambda: self.counter.challenge is not before)
        self.qtbot.waitUntil(lambda: self.panel.card.values[3].text() != "…")

    def answer(self) -> str:
        assert self.counter.challenge is not None
        return spoken_answer(self.counter.challenge)

    def problem(self, field: str) -> str:
        """What is said below it, once the books have told."""
        self.qtbot.waitUntil(lambda: bool(self.panel.fields[field].problem))
        return self.panel.fields[field].problem

    def is_approved(self) -> Approval:
        self.qtbot.waitUntil(lambda: bool(self.approved))
        (approval,) = self.approved
        return approval


@pytest.fixture
def at(qtbot: QtBot, counter: FakeCounter) -> Iterator[AtPanel]:
    lanes = Lanes()
    yield AtPanel(qtbot, counter, lanes)
    lanes.close()


def test_the_panel_says_what_is_approved_and_the_sum_large(at: AtPanel) -> None:
    assert at.panel.said == f"Reverse receipt {RECEIPT}."
    assert at.panel.amount_text == "₹\u00a01,250.50"
    assert not at.panel.card.isVisible()


def test_number_pin_and_reason_approve(at: AtPanel) -> None:
    at.types("s201")
    at.types(PIN)
    at.types(WHY)
    approval = at.is_approved()
    assert (approval.code, approval.about, approval.amount, approval.for_id) == (
        ApprovalCode.REVERSAL,
        RECEIPT,
        SUM,
        CASHIER_ID,
    )
    assert (approval.approver_id, approval.reason, approval.how) == (
        SUPERVISOR_ID,
        WHY,
        How.IN_PERSON,
    )


def test_enter_waits_for_what_is_missing(at: AtPanel) -> None:
    at.panel.fields[REASON].editor.setFocus()
    at.types(WHY)
    at.types("")
    assert QApplication.focusWidget() is at.panel.fields[SUPERVISOR].editor
    assert not at.counter.asked("approve")


def test_a_wrong_pin_is_told_below_it_and_typed_anew(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.types("0000")
    at.types(WHY)
    assert at.problem(PIN_FIELD) == "The PIN is wrong. Tries left: 4."
    at.types(PIN)
    at.types("")
    assert at.is_approved().approver_id == SUPERVISOR_ID


@pytest.mark.parametrize("who", ["C999", CASHIER_ID])
def test_whoever_may_not_approve_is_told_at_the_number(at: AtPanel, who: str) -> None:
    at.types(who)
    at.types(PIN)
    at.types(WHY)
    assert at.problem(SUPERVISOR)
    assert not at.approved


def test_by_telephone_the_challenge_is_read_out_and_the_answer_typed(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.calls()
    assert at.counter.challenge is not None
    code = at.counter.challenge.code
    texts = [value.text() for value in at.panel.card.values]
    assert texts == ["C07", "₹\u00a01,250.50", "21", f"{code[:4]} {code[4:]}"]
    at.types(at.answer().lower())
    at.types(WHY)
    approval = at.is_approved()
    assert (approval.how, approval.challenge) == (How.TELEPHONE, code)


def test_a_wrong_answer_is_told_below_it_and_the_challenge_stays(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.calls()
    at.types("00000000")
    at.types(WHY)
    assert at.problem(ANSWER).endswith("Tries left: 4.")
    at.types(at.answer())
    at.types("")
    assert at.is_approved().how is How.TELEPHONE


def test_a_late_answer_brings_a_new_challenge(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.calls()
    late, first = at.answer(), at.counter.challenge
    at.counter.approving_clock.passes(timedelta(minutes=16))
    at.types(late)
    at.types(WHY)
    assert "Read out the new challenge" in at.problem(ANSWER)
    at.qtbot.waitUntil(lambda: at.counter.challenge is not first)
    at.qtbot.waitUntil(lambda: at.panel.card.values[3].text() != "…")
    at.types(at.answer())
    at.types("")
    assert at.is_approved().how is How.TELEPHONE


def test_a_supervisor_without_a_key_is_told_at_the_number(at: AtPanel) -> None:
    at.types(KEYLESS_ID)
    at.calls()
    at.types(at.answer())
    at.types(WHY)
    assert KEYLESS_ID in at.problem(SUPERVISOR)


def test_alt_t_goes_back_to_the_counter_and_forgets_what_was_typed(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.calls()
    QTest.keyClick(at.panel, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert at.panel.fields[PIN_FIELD].isVisible()
    assert not at.panel.card.isVisible()
    assert QApplication.focusWidget() is at.panel.fields[PIN_FIELD].editor


def test_a_second_enter_approves_once(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.types(PIN)
    reason = at.panel.fields[REASON].editor
    at.types(WHY)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    at.panel.give_button.click()
    at.is_approved()
    assert len(at.counter.asked("approve")) == 1


def test_a_failing_disk_is_told_and_what_was_typed_stays(at: AtPanel) -> None:
    at.counter.fails["approve"] = [Fault(FaultCode.DISK_FULL)]
    at.types(SUPERVISOR_ID)
    at.types(PIN)
    at.types(WHY)
    at.qtbot.waitUntil(lambda: bool(at.faults))
    assert at.panel.fields[REASON].editor.isEnabled()
    at.panel.give_button.click()
    assert at.is_approved().reason == WHY


def test_an_answer_after_the_question_was_left_is_dropped(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    at.types(PIN)
    at.types(WHY)
    at.panel.back_button.click()
    at.panel.forget()
    at.qtbot.waitUntil(lambda: bool(at.counter.asked("approve")))
    at.qtbot.wait(50)
    assert (at.left, at.approved) == (1, [])


def test_the_pin_does_not_stay_when_the_panel_is_left(at: AtPanel) -> None:
    at.types(SUPERVISOR_ID)
    QTest.keyClicks(at.panel.fields[PIN_FIELD].editor, PIN)
    at.panel.hide()
    editor = at.panel.fields[PIN_FIELD].editor
    assert editor.property("text") == ""


@pytest.mark.parametrize("code", ApprovalCode)
@pytest.mark.parametrize("language", Language)
def test_every_act_has_its_sentence_in_both_languages(
    at: AtPanel, dressed: QApplication, code: ApprovalCode, language: Language
) -> None:
    speak(dressed, language)
    at.panel.ask(code, "5f0e", ZERO, CASHIER_ID, named="12")
    assert "12" in at.panel.said
    assert "5f0e" not in at.panel.said
    assert not at.panel.amount_text
    assert at.panel.fields[SUPERVISOR].editor.accessibleName()


def test_the_key_stands_on_the_button(at: AtPanel) -> None:
    key = QKeySequence("Alt+T").toString()
    labels = at.panel.telephone_button.findChildren(QLabel)
    assert key in [label.text() for label in labels]
