"""The shift's verbs of the fake desk: enough to open one and look at it. Screens of the till use the real verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

from counter_app.domain.cash_count import CashCount
from counter_app.domain.cash_move import DrawerOpening
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO
from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import InHand, ProofOfSync, ShiftReceipts, Standing
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.custody_views import Limit, LimitOf, ShiftSeen, TillView
from tests.builders import NOW, SHIFT_ID, TODAY, a_shift
from tests.ui.fake_till import FakeTill

if TYPE_CHECKING:
    from counter_app.domain.cash_move import OpeningWhy
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import ShiftClose

_NO_PROOF = ProofOfSync(0, ZERO, 0, ZERO)


@dataclass
class FakeShift(FakeTill):
    """One cashier's shift; tests press nothing else of it."""

    shift_state: ShiftState = ShiftState.OPEN
    drawer_count: int = 2

    def open_shift(
        self, cashier_id: CashierId, opening: CashCount | Money, *, drawer_no: int = 1, **_: object
    ) -> Shift:
        counted = opening.total if isinstance(opening, CashCount) else opening
        self.noted("open_shift", counted)
        self.shift = a_shift(
            cashier_id=cashier_id, opening_float=counted, shift_id=SHIFT_ID, drawer_no=drawer_no
        )
        return self.shift

    def open_shifts(self) -> tuple[ShiftSeen, ...]:
        self.noted("open_shifts")
        return () if self.shift is None else (self._seen(self.shift),)

    def floats_left(self) -> tuple[ShiftClose, ...]:
        self.noted("floats_left")
        return ()

    def drawers(self) -> int:
        self.noted("drawers")
        return self.drawer_count

    def view_till(self, cashier_id: CashierId) -> TillView:
        self.noted("view_till", cashier_id)
        if self.shift is None:
            raise Refusal(RefusalCode.SHIFT_NOT_OPEN)
        cash = InHand(0, self.shift.opening_float)
        limits = tuple(Limit(what, 0, 1, 2) for what in LimitOf)
        return TillView(
            seen=self._seen(self.shift),
            standing=Standing({TenderKind.CASH: cash}, self.shift.opening_float),
            moves=(),
            openings=(),
            pauses=(),
            receipts=ShiftReceipts("", "", 0, _NO_PROOF),
            limits=limits,
        )

    def note_drawer_opening(self, by: CashierId, why: OpeningWhy, reason: str) -> DrawerOpening:
        self.noted("note_drawer_opening", (by, why, reason))
        return DrawerOpening(UUID(int=1), SHIFT_ID, by, why, reason, TODAY, NOW)

    def drop_cash(self, *_: object) -> NoReturn:
        raise AssertionError

    pay_in_or_out = suspend_shift = resume_shift = weigh_close = close_shift = drop_cash

    def _seen(self, shift: Shift) -> ShiftSeen:
        return ShiftSeen(shift, self.shift_state, "SUNITA VERMA", "सुनीता वर्मा")
