"""The card terminal of this counter's settings, made by the first sale.

Wrong settings are told then, and cost no other payment; a counter whose slips are typed imports nothing for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleOutcome, SaleProgress, TerminalKind, TerminalStatus

if TYPE_CHECKING:
    from counter_app.domain.money import Money
    from counter_app.use_cases.terminal_ports import CardTerminal
    from counter_app.workstation.settings import TerminalChoice


class LateTerminal:
    """``use_cases.terminal_ports.CardTerminal``, made late."""

    def __init__(self, choice: TerminalChoice) -> None:
        self._choice = choice
        self._made: CardTerminal | None = None

    def kind(self) -> TerminalKind:
        """How card sales reach this counter."""
        return TerminalKind(self._choice.kind)

    def sale(self, amount: Money, reference: str) -> SaleOutcome:
        """Ask for a sale. Raises Fault SETTINGS_DAMAGED, as the next three do."""
        return self._terminal().sale(amount, reference)

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """What became of it."""
        return self._terminal().last_sale(reference, amount)

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """Take it back."""
        return self._terminal().void_sale(reference, amount)

    def status(self) -> TerminalStatus:
        """Whether it would begin a sale."""
        return self._terminal().status()

    def cancel(self) -> None:
        """From any thread; one that is not made has no sale under way."""
        if self._made is not None:
            self._made.cancel()

    def progress(self) -> SaleProgress:
        """From any thread."""
        return SaleProgress.NONE if self._made is None else self._made.progress()

    def _terminal(self) -> CardTerminal:
        from counter_app.terminals.connect import TerminalSettings, connect_terminal
        from counter_app.terminals.links import Timing

        if self._made is None:
            choice = self._choice
            self._made = connect_terminal(
                TerminalSettings(
                    kind=self.kind(),
                    host=choice.host,
                    port=choice.port,
                    device=choice.device,
                    baud_rate=choice.baud_rate,
                    tid=choice.tid,
                    timing=Timing(
                        connect_seconds=choice.connect_timeout_seconds,
                        write_seconds=choice.write_timeout_seconds,
                        acknowledge_seconds=choice.acknowledge_timeout_seconds,
                        byte_seconds=choice.byte_timeout_seconds,
                        silence_seconds=choice.silence_timeout_seconds,
                        question_seconds=choice.question_timeout_seconds,
                        answer_seconds=choice.answer_timeout_seconds,
                    ),
                )
            )
        return self._made
