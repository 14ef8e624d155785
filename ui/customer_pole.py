"""The same for a pole display: two lines of 20 plain letters in English, since its tube has no others."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.errors import Fault
from counter_app.domain.facing import POLE_CHARACTERS
from ui.customer import ChangeToGive, Counting, Idle, PayByCard, PayByUpi, Thanks, ToPay

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.money import Money
    from ui.customer import Customer, Shown
    from ui.lanes import Lane

FIRST_RETRY_MS = 1_000
MOST_RETRY_MS = 15_000
"""How long a display that was plugged in again stays dark at most."""

PoleLines = tuple[str, str]


def pole_lines(shown: Shown, counter_id: str = "") -> PoleLines:  # noqa: PLR0911 - one for each thing shown
    """The upper and the lower line; an amount is always whole."""
    match shown:
        case Idle():
            return _middle("WELCOME TO KESCO"), _middle(f"COUNTER {_plain(counter_id)}".strip())
        case ToPay(name, _, amount):
            return _left(_words(name) or "AMOUNT TO PAY"), _sum("TO PAY", amount)
        case Counting(given=given) if shown.still:
            return _sum("GIVEN", given), _sum("DUE", shown.still)
        case Counting(given=given):
            return _sum("GIVEN", given), _sum("CHANGE", shown.change)
        case PayByUpi(ask):
            return _left("PAY BY UPI"), _sum("TO PAY", ask.amount)
        case PayByCard(amount):
            return _left("TAP OR INSERT CARD"), _sum("TO PAY", amount)
        case ChangeToGive(amount, given) if given:
            return _sum("GIVEN", given), _sum("CHANGE", amount)
        case ChangeToGive(amount):
            return _left("THANK YOU"), _sum("CHANGE", amount)
        case Thanks():
            return _middle("THANK YOU"), _middle("TAKE YOUR RECEIPT")
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


class PoleFeed(QObject):
    """Sends what is shown to the pole display on a lane of its own; nothing waits for it.

    One picture is under way at a time; of those that come meanwhile only the last is sent. A display that is not
    there is tried again after a second, two, four, up to 15, with what is shown then.
    """

    def __init__(
        self,
        customer: Customer,
        lane: Lane,
        show: Callable[[str, str], bool],
        parent: QObject | None = None,
        *,
        first_retry_ms: int = FIRST_RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self._customer, self._lane, self._show = customer, lane, show
        self._counter_id = ""
        self._seen: PoleLines | None = None
        self._is_sending = False
        self._first_retry_ms = self._retry_ms = first_retry_ms
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._send)
        customer.turned.connect(self._send)

    @property
    def waits_ms(self) -> int:
        """How long until a display that is not there is tried again; 0 when none is waited for."""
        return self._retry.interval() if self._retry.isActive() else 0

    def name_counter(self, counter_id: str) -> None:
        """Which counter this is; empty before it is enrolled."""
        self._counter_id = counter_id
        self._send()

    def _send(self) -> None:
        wanted = pole_lines(self._customer.shown, self._counter_id)
        if self._is_sending or self._retry.isActive() or wanted == self._seen:
            return
        self._is_sending = True
        show = self._show
        self._lane.run(
            self,
            lambda: show(*wanted),
            then=lambda is_seen: self._sent(wanted, is_seen=is_seen),
            failed=lambda error: self._failed(wanted, error),
        )

    def _sent(self, lines: PoleLines, *, is_seen: bool) -> None:
        self._is_sending = False
        if is_seen:
            self._seen, self._retry_ms = lines, self._first_retry_ms
            self._send()
            return
        self._seen = None
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, MOST_RETRY_MS)

    def _failed(self, lines: PoleLines, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._sent(lines, is_seen=False)


def _sum(label: str, amount: Money) -> str:
    """The label on the left, the sum on the right: with its commas where there is room for them."""
    grouped = str(amount)
    texts = (f"Rs {grouped}", grouped, grouped.replace(",", ""))
    fitting = (text for text in texts if len(label) + 1 + len(text) <= POLE_CHARACTERS)
    text = next(fitting, texts[-1])
    return f"{label} {text.rjust(POLE_CHARACTERS - len(label) - 1)}"[-POLE_CHARACTERS:]


def _words(text: str) -> str:
    """As many whole words as one line holds."""
    words = ""
    for word in _plain(text).split():
        longer = f"{words} {word}".strip()
        if len(longer) > POLE_CHARACTERS:
            break
        words = longer
    return words if any(letter.isalnum() for letter in words) else ""


def _plain(text: str) -> str:
    """Printable ASCII alone: É as E, and nothing of another script."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(
        one if one.isascii() and one.isprintable() else " " * one.isspace() for one in letters
    )


def _left(text: str) -> str:
    return text[:POLE_CHARACTERS].ljust(POLE_CHARACTERS)


def _middle(text: str) -> str:
    return text[:POLE_CHARACTERS].center(POLE_CHARACTERS)
