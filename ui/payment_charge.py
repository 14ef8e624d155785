"""Talks with the card terminal by the desk, on its own lane: charge, ask, give back, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.card_sale import (
    MOST_SALES_A_PAYMENT,
    Charge,
    SaleOutcome,
    SaleReason,
    SaleState,
    TerminalKind,
)
from counter_app.domain.errors import Fault
from ui.payment_charge_form import ChargeForm, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.money import Money
    from ui.seat import Seat

LOOK_MS = 250
"""How often the screen says anew what the person at the terminal is about."""


class CardCharging(QObject):
    """One charge at a time; a second Enter finds it under way."""

    turned = Signal()
    """Another step or progress: show it."""

    ended = Signal(object, object)
    """Charge and SaleOutcome; UNCERTAIN too."""

    failed = Signal(object)
    """Fault"""

    connected = Signal()
    """It is known that a terminal is connected."""

    looked = Signal(object)
    """tuple[ChargeNote, ...]: charges on no receipt."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._kind: TerminalKind | None = None
        self._numbers: dict[PaymentId, int] = {}
        self.form = ChargeForm()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._hear)

    @property
    def is_connected(self) -> bool:
        """Whether a terminal is to be asked; until that is known, slips are typed."""
        return self._kind not in {None, TerminalKind.TYPED}

    @property
    def is_under_way(self) -> bool:
        """Whether nothing of the payment may change."""
        return self.form.is_under_way

    def look(self) -> None:
        """Ask which charges are on no receipt; the first time also whether a terminal is connected."""
        desk = self._seat.desk
        if self._kind is None:
            self._run(desk.terminal_kind, self._kind_known)
        self._run(desk.open_charges, self.looked.emit)

    def begin(self, group_id: PaymentId, amount: Money) -> Charge | None:
        """The next charge of this payment; None when it has had as many as there are numbers."""
        number = self._numbers.get(group_id, 0) + 1
        if number > MOST_SALES_A_PAYMENT:
            return None
        self._numbers[group_id] = number
        return Charge(group_id, number, amount)

    def charge(self, charge: Charge) -> None:
        """Ask for the sale."""
        self._timer.start()
        self._go(Step.CHARGING, charge, self._seat.desk.charge_card)

    def ask(self) -> None:
        """Ask what became of the charge that is not certain."""
        charge = self.form.charge
        if charge is not None and self.form.step is Step.UNCERTAIN:
            self._go(Step.ASKING, charge, self._seat.desk.ask_terminal)

    def doubt(self, charge: Charge) -> None:
        """It is not certain what became of this charge: only asking goes on."""
        lost = SaleOutcome(SaleState.UNCERTAIN, SaleReason.NO_ANSWER)
        self._turn_to(self.form.at(Step.ASKING, charge).ended(lost))

    def offer_back(self, charge: Charge) -> None:
        """Whether to give this charge back is asked of the cashier."""
        self._turn_to(self.form.at(Step.GIVE_BACK, charge))

    def give_back(self) -> None:
        """The cashier confirmed it."""
        charge = self.form.charge
        if charge is not None and self.form.step is Step.GIVE_BACK:
            self._go(Step.GIVING_BACK, charge, self._seat.desk.void_charge)

    def wish_to_stop(self) -> None:
        """The sale under way should end; it is wished again until it does."""
        if self.form.step is Step.CHARGING:
            self._seat.desk.cancel_charge()
            self._turn_to(self.form.wished_to_stop())

    def rest(self) -> None:
        """Nothing is shown or waited for."""
        self._turn_to(ChargeForm())

    def _go(self, step: Step, charge: Charge, verb: Callable[[Charge], SaleOutcome]) -> None:
        self._turn_to(self.form.at(step, charge))
        self._run(lambda: verb(charge), lambda outcome: self._ended(charge, outcome), self._failed)

    def _run(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        def sort_out(error: Exception) -> None:
            if not isinstance(error, Fault):
                raise error
            (failed or self.failed.emit)(error)

        self._seat.lanes.terminal.run(self, work, then=then, failed=sort_out)

    def _kind_known(self, kind: TerminalKind) -> None:
        self._kind = kind
        if self.is_connected:
            self.connected.emit()

    def _ended(self, charge: Charge, outcome: SaleOutcome) -> None:
        self._timer.stop()
        self._turn_to(self.form.ended(outcome))
        self.ended.emit(charge, outcome)

    def _failed(self, fault: Fault) -> None:
        self._timer.stop()
        self._turn_to(self.form.failed())
        self.failed.emit(fault)

    def _hear(self) -> None:
        if self.form.is_stop_wished:
            self._seat.desk.cancel_charge()
        self._turn_to(self.form.heard(self._seat.desk.charge_progress()))

    def _turn_to(self, form: ChargeForm) -> None:
        if form != self.form:
            self.form = form
            self.turned.emit()
