"""The same, spoken in Hindi where it is set: the sum to pay once the cashier's fingers rest, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.errors import Fault
from counter_app.domain.spoken import THANKS, change_spoken, total_spoken
from ui.customer import ChangeToGive, Counting, Idle, PayByCard, PayByUpi, Thanks, ToPay

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.customer import Customer, Shown
    from ui.lanes import Lane

REST_MS = 800
"""Without a key for so long, the sum is said: a half typed one is not."""


def sentence_for(shown: Shown) -> str:
    """What is said; empty for nothing."""
    match shown:
        case Idle():
            return ""
        case ToPay(amount=amount) | Counting(amount=amount) | PayByCard(amount):
            return total_spoken(amount) if amount else ""
        case PayByUpi(ask):
            return total_spoken(ask.amount)
        case ChangeToGive(amount):
            return change_spoken(amount)
        case Thanks():
            return THANKS
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


class VoiceFeed(QObject):
    """Says each sum once for each account; nothing waits for it, and a newer sentence ends an older one."""

    def __init__(
        self,
        customer: Customer,
        lane: Lane,
        say: Callable[[str], None],
        parent: QObject | None = None,
        *,
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(parent)
        self._customer, self._lane, self._say = customer, lane, say
        self._said = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._speak)
        customer.turned.connect(self._turn)

    @property
    def is_resting(self) -> bool:
        """A sum waits until the fingers rest."""
        return self._rest.isActive()

    def _turn(self) -> None:
        self._rest.stop()
        shown = self._customer.shown
        if isinstance(shown, Idle):
            self._said = ""
        elif isinstance(shown, ChangeToGive | Thanks):
            self._speak()
        else:
            self._rest.start()

    def _speak(self) -> None:
        sentence, say = sentence_for(self._customer.shown), self._say
        if not sentence or sentence == self._said:
            return
        self._said = sentence
        self._lane.run(self, lambda: say(sentence), then=lambda _: None, failed=_failed)


def _failed(error: Exception) -> None:
    """Where the books cannot be opened, that is told elsewhere."""
    if not isinstance(error, Fault):
        raise error
