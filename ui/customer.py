"""What the person before the counter is to see. The payment screen tells it, whether or not a display faces them.

"Customer display" is what the trade calls the device; the person is the consumer, or who pays for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.consumer import masked_name
from counter_app.domain.money import ZERO, Money

if TYPE_CHECKING:
    from counter_app.use_cases.views import UpiAsk

REST_AFTER_MS = 60_000
"""How long change or thanks stay when the next consumer is slow to come."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nobody's affairs: who we are."""


@dataclass(frozen=True, slots=True)
class ToPay:
    """Whose account is open, masked, and what is to be paid now. Either name may be empty."""

    masked_name: str
    masked_name_hi: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Counting:
    """Cash is being counted: what is to be paid by it, and what was given as far as the cashier typed it."""

    masked_name: str
    masked_name_hi: str
    amount: Money
    given: Money

    @property
    def change(self) -> Money:
        """What will come back; zero while what was given does not cover the amount."""
        return max(self.given - self.amount, ZERO)

    @property
    def still(self) -> Money:
        """What is still missing."""
        return max(self.amount - self.given, ZERO)


@dataclass(frozen=True, slots=True)
class PayByUpi:
    """The code to be scanned."""

    ask: UpiAsk


@dataclass(frozen=True, slots=True)
class PayByCard:
    """The terminal waits for a card."""

    amount: Money


@dataclass(frozen=True, slots=True)
class ChangeToGive:
    """Cash that comes back of what was given; ``given`` is zero where nobody told it."""

    amount: Money
    given: Money = ZERO


@dataclass(frozen=True, slots=True)
class Thanks:
    """Paid exactly, or not in cash."""


Shown = Idle | ToPay | Counting | PayByUpi | PayByCard | ChangeToGive | Thanks


class Customer(QObject):
    """Holds what is shown now. Tell it by plain calls, on the GUI thread; nothing comes back.

    While nobody is signed in it stays idle and forgets what it is told, so that an answer which comes late shows
    no consumer's affairs to the next one. Full names never get past it.
    """

    turned = Signal()
    """Something else is to be shown: read ``shown``."""

    def __init__(
        self, parent: QObject | None = None, *, rest_after_ms: int = REST_AFTER_MS
    ) -> None:
        super().__init__(parent)
        self._shown: Shown = Idle()
        self._is_seated = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_after_ms)
        self._rest.timeout.connect(self.show_idle)

    @property
    def shown(self) -> Shown:
        """What is to be seen now."""
        return self._shown

    def seat_cashier(self) -> None:
        """Somebody signed in and takes money: from now on what is told is shown."""
        self._is_seated = True

    def sign_out(self) -> None:
        """Nobody sits here: nothing of a consumer is shown any more."""
        self.show_idle()
        self._is_seated = False

    def show_idle(self) -> None:
        """The account was left, or nothing has begun."""
        self._turn_to(Idle())

    def show_to_pay(self, name: str, amount: Money, *, name_hi: str = "") -> None:
        """An account is open, or its amount was changed. Names as they are: they are masked here."""
        self._turn_to(ToPay(masked_name(name), masked_name(name_hi), amount))

    def show_counting(self, name: str, amount: Money, given: Money, *, name_hi: str = "") -> None:
        """Cash is handed over: the amount to pay by it, and what was given so far. Names as they are."""
        self._turn_to(Counting(masked_name(name), masked_name(name_hi), amount, given))

    def show_qr(self, ask: UpiAsk) -> None:
        """The payer is to scan this."""
        self._turn_to(PayByUpi(ask))

    def show_card(self, amount: Money) -> None:
        """The payer is to tap or insert the card at the terminal."""
        self._turn_to(PayByCard(amount))

    def show_change(self, amount: Money, given: Money = ZERO) -> None:
        """The payment is committed and this goes back of the cash given; with none, thanks."""
        self._turn_to(ChangeToGive(amount, given) if amount else Thanks())
        self._rest.start()

    def show_thanks(self) -> None:
        """The payment is committed and nothing goes back."""
        self._turn_to(Thanks())
        self._rest.start()

    def _turn_to(self, shown: Shown) -> None:
        self._rest.stop()
        if self._is_seated and shown != self._shown:
            self._shown = shown
            self.turned.emit()
