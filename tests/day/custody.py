"""``dev.py custody --out DIR``: two cashiers, two shifts, and the way of their cash to the bank, in the real window.

A reversal approved by telephone, a drop, a shift that is short and one that has too much, a cheque that bounces, a
remittance with a counterfeit note. Everything is done with keys; every report is saved in both languages as PDF, XLSX
and CSV. Leaves pictures, reports and ``summary.json``. Exit code 0 only when each sum is where it belongs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.reversal import ReversalWhy
from counter_app.domain.tender import TenderKind
from counter_app.launch import Counter, show_window
from tests.day.act import ALT, CTRL, ENTER
from tests.day.custody_hands import CustodyHands, Owing
from tests.day.custody_reports import save_all
from tests.day.stage import SUPERVISOR, bare_stage, enrolment_code, payable_accounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.money import Money
    from tests.day.stage import Stage

from tests.day.custody_bank import cheque_bounces, to_the_bank
from tests.day.custody_books import figures_of, not_the_ledgers
from tests.day.custody_plan import (
    BOUNCING,
    CONSUMERS,
    DROP,
    EXCESS,
    FIRST,
    FLOAT,
    HEAD,
    LEAST_RUPEES,
    MOST_RUPEES,
    SECOND,
    SEED,
    SHORT,
    VISITORS,
)


def visitors(desk_home: Counter, consumers: int, seed: int) -> list[Owing]:
    """Accounts that owe a sum a drawer of this day can hold; all but the paise of it is paid."""
    found: list[Owing] = []
    for account_no, due in payable_accounts(desk_home.desk, consumers, seed):
        rupees = due.paise // 100
        if LEAST_RUPEES < rupees < MOST_RUPEES:
            found.append(Owing(account_no, rupees))
        if len(found) == VISITORS:
            break
    return found


def morning(hands: CustodyHands, queue: Sequence[Owing]) -> None:
    """The first shift: five payments, one of them undone, a drop; closed Rs 50 short."""
    hands.sign_in_as(FIRST)
    hands.open_shift(FLOAT)
    hands.pays(queue[0], "cash")
    hands.pays(queue[1], "cheque", BOUNCING)
    hands.pays(queue[2], "upi", "632711998877")
    hands.pays(queue[3], "card")
    hands.pays(queue[4], "cash")
    reverse_last(hands)
    open_drawer_without_sale(hands)
    drop(hands)
    close(hands, -SHORT, "one note of fifty less than the slips say")


def afternoon(hands: CustodyHands, queue: Sequence[Owing]) -> None:
    """The second cashier takes the float over, takes three payments and closes with Rs 200 too much."""
    hands.sign_in_as(SECOND)
    hands.open_shift(FLOAT)
    hands.pays(queue[5], "cash")
    hands.pays(queue[6], "cheque", "118823")
    hands.pays(queue[7], "cash")
    close(hands, EXCESS, "found under the tray", approver=SUPERVISOR)


def reverse_last(hands: CustodyHands) -> None:
    """Alt+X on the newest receipt: the wrong sum was typed; the supervisor says yes by telephone."""
    screen, keys = hands.receipts_screen, hands.hands
    keys.press(Qt.Key.Key_F7)
    keys.wait_until(
        lambda: len(screen.receipts) == len(hands.receipts()), "the receipts are listed"
    )
    newest = str(hands.receipts()[-1].receipt_no)
    while screen.chosen is None or screen.chosen.receipt_no != newest:
        keys.press(Qt.Key.Key_Down)
    keys.wait_until(screen.reverse_button.isVisible, "its paper is out")
    keys.press(Qt.Key.Key_X, ALT)
    panel = screen.reversing
    keys.wait_until(lambda: panel.isVisible() and panel.page is panel.entry, "it can be reversed")
    hands.choose(panel.entry.why, ReversalWhy.WRONG_AMOUNT.value)
    hands.focus(panel.entry.reason)
    keys.type("the consumer meant half of it")
    keys.picture("reversal")
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.wait_until(lambda: panel.page is panel.approval, "a second person is asked")
    hands.answer_by_telephone(panel.approval, SUPERVISOR, "told by telephone")
    keys.wait_until(lambda: panel.page is panel.done, "the payment is reversed")
    keys.picture("reversed")
    keys.press(Qt.Key.Key_Escape)


def to_till(hands: CustodyHands) -> None:
    """Ctrl+T, and the shift is shown."""
    hands.hands.press(Qt.Key.Key_T, CTRL)
    till = hands.till
    hands.hands.wait_until(
        lambda: till.page is till.glance and till.glance.view is not None, "the till is shown"
    )


def open_drawer_without_sale(hands: CustodyHands) -> None:
    """Alt+N: change for a note."""
    to_till(hands)
    keys, till = hands.hands, hands.till
    keys.picture("till")
    keys.press(Qt.Key.Key_N, ALT)
    keys.wait_until(lambda: till.page is till.opening, "why it is opened")
    keys.press(Qt.Key.Key_Space)
    hands.focus(till.opening.reason.editor)
    keys.type("change for a note of 500")
    keys.press(ENTER)
    keys.wait_until(lambda: till.page is till.glance, "the opening is noted")


def drop(hands: CustodyHands) -> None:
    """Alt+D: Rs 500 to the head cashier, who confirms with the own PIN."""
    to_till(hands)
    keys, till = hands.hands, hands.till
    keys.press(Qt.Key.Key_D, ALT)
    keys.wait_until(lambda: till.page is till.dropping, "the drop is counted")
    hands.count(till.dropping.grid, DROP)
    hands.focus(till.dropping.receiver.editor)
    hands.hands.picture("drop")
    hands.fill(HEAD, "2580")
    keys.wait_until(lambda: till.page is till.glance, "the drop is confirmed")
    keys.picture("till-after-the-drop")


def close(hands: CustodyHands, off: Money, reason: str, approver: str = "") -> None:
    """Alt+C: counted blind, revealed, said why, closed; then the seat is free."""
    to_till(hands)
    keys, till = hands.hands, hands.till
    view = till.glance.view
    assert view is not None, "waited for"
    expected = view.standing.expected
    keys.press(Qt.Key.Key_C, ALT)
    closing = till.closing
    keys.wait_until(lambda: till.page is closing, "the shift is counted")
    for kind, editor in closing.counting.slips.pieces.items():
        held = expected.get(kind)
        if held is not None and held.pieces:
            hands.focus(editor)
            keys.type(str(held.pieces))
            hands.focus(closing.counting.slips.amounts[kind])
            keys.type(str(held.amount))
    hands.count(closing.counting.grid, expected[TenderKind.CASH].amount + off)
    keys.picture("blind-count")
    keys.press(Qt.Key.Key_Return, CTRL)
    if closing.currentWidget() is closing.counting and not closing.counting.is_waiting:
        closing.counting.done_button.click()
    keys.wait_until(lambda: closing.currentWidget() is closing.reveal, "the difference is told")
    keys.type(reason)
    keys.picture("revealed")
    keys.press(ENTER)
    if approver:
        hands.approve_here(closing.approval.panel, approver, "counted with the cashier")
    keys.wait_until(lambda: closing.currentWidget() is closing.done, "the shift is closed")
    keys.picture("closed")
    keys.press(ENTER)


def play(hands: CustodyHands, queue: Sequence[Owing]) -> None:
    """The whole day."""
    hands.wait_for_books()
    morning(hands, queue)
    afternoon(hands, queue)
    to_the_bank(hands)
    cheque_bounces(hands)
    hands.hands.press(Qt.Key.Key_F5)
    desk = hands.desk
    hands.hands.wait_until(
        lambda: desk.counter_status().outbox.unsent_messages == 0, "all is acknowledged"
    )


def main() -> int:
    """Play it, save every report, and look whether all sums are right."""
    parser = argparse.ArgumentParser(prog="dev.py custody", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build") / "custody")
    out = parser.parse_args().out.resolve()
    if out.exists():
        shutil.rmtree(out)
    stage = bare_stage(out / "stage", consumers=CONSUMERS, seed=SEED)
    try:
        summary = played(stage, out)
    finally:
        stage.close()
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False))
    print(json.dumps(summary, indent=2, ensure_ascii=False))
    is_right = summary["books_balance"] and not summary["wrong"] and not summary["reports_differ"]
    return 0 if is_right else 1


def played(stage: Stage, out: Path) -> dict[str, object]:
    """The day in one window; what became of it."""
    counter = Counter(stage.places)
    try:
        counter.desk.enrol(stage.server.url, enrolment_code(stage.server))
        counter.desk.run_round()
        queue = visitors(counter, stage.consumers, stage.seed)
    finally:
        counter.close()
    shown = show_window(stage.places, [sys.argv[0]])
    hands = CustodyHands(shown, out / "pictures", stage)
    try:
        play(hands, queue)
        saved = save_all(hands)
    finally:
        shown.window.close()
        shown.counter.close()
    figures = figures_of(stage, queue)
    return figures | {
        "reports_saved": saved.files,
        "reports_differ": saved.differ + not_the_ledgers(stage, saved),
    }


if __name__ == "__main__":
    sys.exit(main())
