"""Opening accounts: one or a hundred in one go, each with the id of its payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.payment_line_form import line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, PaymentId
    from counter_app.use_cases.desk import Desk
    from ui.payment_line_form import LineForm
    from ui.seat import Seat

PATIENCE_MS = 1000
"""What takes longer says how far it is."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Lines on the accounts asked for, by the number asked with; and why the others were not opened."""

    rules: DayRules
    lines: Mapping[AccountNo, LineForm]
    refused: Mapping[AccountNo, Refusal]


class AccountOpening(QObject):
    """One opening at a time."""

    progressed = Signal(int, int)
    """How many of how many, when it takes longer than a second."""

    _counted = Signal(int, int)

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self.is_busy = False
        self._is_slow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._now_slow)
        self._counted.connect(self._count)

    def open(
        self,
        numbers: tuple[AccountNo, ...],
        then: Callable[[Opened], None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        """Open these on the ledger lane. An account that is not there is told in the answer, not as a failure."""
        desk = self._seat.desk
        self._run(lambda: _opened(desk, numbers, self._counted.emit), then, failed)

    def open_listed(
        self,
        numbers: tuple[AccountNo, ...],
        then: Callable[[Opened], None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        """As ``open``; a number that is an old one, a meter's or a bill's is looked up first."""
        find = self._seat.desk.find_consumer
        self.is_busy = True

        def looked_up() -> dict[AccountNo, AccountNo]:
            found: dict[AccountNo, AccountNo] = {}
            for number in numbers:
                exact = {one.account_no for one in find(number) if one.is_exact}
                found[number] = exact.pop() if len(exact) == 1 else number
            return found

        def open_found(found: dict[AccountNo, AccountNo]) -> None:
            numbers_now = tuple(dict.fromkeys(found.values()))
            self.open(numbers_now, lambda got: then(_as_asked(got, found)), failed)

        self._lane_failed = failed
        self._seat.lanes.lookup.run(self, looked_up, then=open_found, failed=self._failed)

    def begin_noted(
        self,
        then: Callable[[tuple[PaymentId, DayRules]], None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        """What a payment without account begins with."""
        desk = self._seat.desk
        self._run(lambda: (desk.fresh_payment_id(), desk.rules_today()), then, failed)

    def reopen(
        self,
        numbers: tuple[AccountNo, ...],
        then: Callable[[tuple[dict[AccountNo, ConsumerAccount], DayRules]], None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        """The accounts and rules as they are now, for a payment that keeps its ids."""
        desk = self._seat.desk
        self._run(
            lambda: ({number: desk.open_account(number) for number in numbers}, desk.rules_today()),
            then,
            failed,
        )

    def _run(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        self.is_busy, self._is_slow = True, False
        self._timer.start()
        self._lane_failed = failed

        def done(answer: object) -> None:
            self._rest()
            then(answer)

        self._seat.lanes.ledger.run(self, work, then=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Refusal | Fault):
            raise error
        self._lane_failed(error)

    def _rest(self) -> None:
        self.is_busy = self._is_slow = False
        self._timer.stop()

    def _now_slow(self) -> None:
        self._is_slow = True

    def _count(self, done: int, of: int) -> None:
        if self._is_slow:
            self.progressed.emit(done, of)


def _opened(
    desk: Desk, numbers: tuple[AccountNo, ...], count: Callable[[int, int], None]
) -> Opened:
    rules = desk.rules_today()
    lines: dict[AccountNo, LineForm] = {}
    refused: dict[AccountNo, Refusal] = {}
    for place, number in enumerate(numbers, start=1):
        try:
            account = desk.open_account(number)
        except Refusal as refusal:
            if refusal.code is not RefusalCode.ACCOUNT_UNKNOWN:
                raise
            refused[number] = refusal
        else:
            lines[number] = line_of(account, desk.fresh_payment_id(), rules)
        count(place, len(numbers))
    return Opened(rules, lines, refused)


def _as_asked(got: Opened, found: Mapping[AccountNo, AccountNo]) -> Opened:
    """By the numbers that stood in the list; an account named twice, by its old number too, is opened once."""
    lines: dict[AccountNo, LineForm] = {}
    refused: dict[AccountNo, Refusal] = {}
    seen: set[AccountNo] = set()
    for number, now in found.items():
        if now in got.refused:
            refused[number] = got.refused[now]
        elif now in seen:
            refused[number] = Refusal(RefusalCode.LINE_TWICE, account_no=now)
        else:
            seen.add(now)
            lines[number] = got.lines[now]
    return Opened(got.rules, lines, refused)
