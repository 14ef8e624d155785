"""The second act: the computer starts again, the queue goes on, the server returns, the day is reported."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.receipt import PrintState
from tests.day.act import ALT, CTRL, DOWN, ENTER, SMALL_PX, USUAL_PX, Act, Visitor, main
from tests.day.afternoon import TAKEN, pay_every_way
from ui.day_report_screen import DayReportScreen
from ui.matters_screen import MattersScreen
from ui.reconciliation_screen import ReconciliationScreen
from ui.widgets.empty import EmptyState
from ui.workroom import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

TAKEN_BEFORE_THE_KILL = 6


def play(act: Act, visitors: Sequence[Visitor]) -> None:
    """Everything after the restart."""
    _, _, _, _, _, _, died, in_hindi, *_ = visitors
    begin_again(act, died)
    pay_every_way(act, visitors[9:], TAKEN_BEFORE_THE_KILL + 1)
    pay_in_hindi(act, in_hindi)
    look_at_lists(act, "offline")
    server_returns(act)
    report_the_day(act)
    reconcile_the_day(act)
    other_looks(act, visitors[8])


def begin_again(act: Act, visitor: Visitor) -> None:
    """Sign in; the open shift is found; the payment that was under way is there whole, or not at all."""
    hands, window = act.hands, act.shown.window
    act.wait_for_books()
    act.sign_in()
    hands.wait_until(
        lambda: window.stack.currentWidget() is act.sitting.workroom, "the shift is still open"
    )
    survived = len(act.receipts()) > TAKEN_BEFORE_THE_KILL
    act.ask(f"survived {json.dumps(survived)}")
    if not survived:
        act.open_by_scan(visitor)
        hands.press(ENTER)
        hands.press(ENTER)
    else:
        act.open_by_scan(visitor)
        hands.picture("paid-before-the-power-went")
        hands.press(Qt.Key.Key_Escape)
        if act.receipts()[-1].print_state is not PrintState.PRINTED:
            hands.press(Qt.Key.Key_P, ALT)
    act.wait_for_receipt(TAKEN_BEFORE_THE_KILL + 1, "the consumer has paid, once")
    hands.picture("after-the-restart")


def pay_in_hindi(act: Act, visitor: Visitor) -> None:
    """F12, and everything is Hindi; the name is typed in Hindi."""
    hands = act.hands
    hands.press(Qt.Key.Key_F12)
    hands.picture("payment-ready-hindi")
    hands.type(visitor.name_hi)
    finder = act.sitting.workroom.payment.finder
    hands.wait_until(lambda: finder.found_for == visitor.name_hi, "candidates by Hindi name")
    hands.picture("candidates-by-hindi-name")
    found = act.shown.counter.desk.find_consumer(visitor.name_hi)
    for _ in range([str(one.account_no) for one in found].index(visitor.account_no)):
        hands.press(DOWN)
    hands.press(ENTER)
    act.wait_for_account(visitor)
    hands.picture("account-open-hindi")
    hands.press(ENTER)
    hands.type(str(visitor.due_paise // 100 + 100))
    hands.press(ENTER)
    so_many = TAKEN_BEFORE_THE_KILL + TAKEN + 2
    act.wait_for_receipt(so_many, "the payment in Hindi is taken")
    hands.picture("change-to-give-hindi")


def look_at_lists(act: Act, when: str) -> None:
    """Receipts and outbox, in both languages."""
    hands = act.hands
    for key, name in ((Qt.Key.Key_F7, "receipts"), (Qt.Key.Key_F8, "outbox")):
        hands.press(key)
        hands.wait_until(lambda: not _is_empty(act), "the list is there")
        hands.picture(f"{name}-{when}-hindi")
        hands.press(Qt.Key.Key_F12)
        hands.picture(f"{name}-{when}")
        hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_F12)


def _is_empty(act: Act) -> bool:
    return any(state.isVisible() for state in act.shown.window.findChildren(EmptyState))


def server_returns(act: Act) -> None:
    """Sync now: all messages are acknowledged."""
    desk = act.shown.counter.desk
    act.ask("server_back")
    act.hands.press(Qt.Key.Key_F5)
    act.hands.wait_until(
        lambda: desk.counter_status().outbox.unsent_messages == 0, "all is acknowledged"
    )
    act.hands.press(Qt.Key.Key_F8)
    act.hands.picture("outbox-empty")
    act.hands.press(Qt.Key.Key_F7)
    act.hands.picture("receipts-acknowledged")


def report_the_day(act: Act) -> None:
    """Shown, saved and given to the printer, in both languages."""
    hands = act.hands
    hands.press(Qt.Key.Key_F9)
    screen = act.shown.window.findChild(DayReportScreen)
    assert screen is not None, "the place of the day report"
    hands.wait_until(lambda: screen.report is not None, "the report is added up")
    hands.picture("day-report")
    for language in ("en", "hi"):
        hands.press(Qt.Key.Key_P, CTRL)
        hands.wait_until(screen.notice.isVisible, f"the {language} report is printed")
        hands.picture(f"day-report-printed-{language}")
        screen.notice.hush()
        hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_F6)


def reconcile_the_day(act: Act) -> None:
    """What the centre did otherwise is looked at; then both sides are compared, and are equal."""
    hands, workroom = act.hands, act.sitting.workroom
    hands.press(Qt.Key.Key_K, CTRL)
    to_check = workroom.screen_of(Place.MATTERS)
    assert isinstance(to_check, MattersScreen), "the place of fates in words"
    hands.wait_until(to_check.list.table.hasFocus, "what is to be checked is listed")
    hands.picture("to-check")
    hands.press(Qt.Key.Key_M, CTRL)
    screen = workroom.screen_of(Place.RECONCILIATION)
    assert isinstance(screen, ReconciliationScreen), "the place of the reconciliation"
    hands.wait_until(lambda: screen.day is not None, "the day is known")
    hands.press(ENTER)
    hands.wait_until(lambda: screen.made is not None, "the centre has answered")
    assert screen.made is not None, "waited for"
    hands.picture("reconciled")
    for language in ("en", "hi"):
        screen.notice.hush()
        hands.press(Qt.Key.Key_P, CTRL)
        hands.wait_until(screen.notice.isVisible, f"the {language} reconciliation is printed")
        hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_P, ALT)
    hands.press(Qt.Key.Key_F9)
    hands.picture("day-report-reconciled")
    hands.press(Qt.Key.Key_F6)


def other_looks(act: Act, visitor: Visitor) -> None:
    """Dark and high contrast, and the small screen of a field laptop."""
    hands, window = act.hands, act.shown.window
    act.open_by_scan(visitor)
    for look in ("dark", "high-contrast"):
        hands.press(Qt.Key.Key_F11)
        hands.picture(f"account-open-{look}")
    hands.press(Qt.Key.Key_F11)
    window.resize(*SMALL_PX)
    hands.picture("account-open-1024x600")
    hands.press(Qt.Key.Key_F12)
    hands.picture("account-open-1024x600-hindi")
    hands.press(Qt.Key.Key_F12)
    window.resize(*USUAL_PX)
    hands.press(Qt.Key.Key_Escape)


if __name__ == "__main__":
    sys.exit(main(play))
