"""What the centre decided later, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.wire.results import ResultKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.domain.identity import ReceiptNo
    from counter_app.wire.results import ResultTold
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakeResultBook:
    """Results in the order of their numbers."""

    pages: Callable[[], Pages]

    def last_number(self) -> int:
        return len(self.pages().results)

    def keep(self, results: tuple[ResultTold, ...], at: datetime) -> None:
        for told in results:
            if told.number != self.last_number() + 1:
                message = f"result {told.number} does not follow {self.last_number()}"
                raise ValueError(message)
            self.pages().results.append(told)

    def matched(self, receipt_no: ReceiptNo) -> ResultTold | None:
        wanted = str(receipt_no)
        told = [one for one in self.pages().results if one.receipt_no == wanted]
        beside = {ResultKind.INSTRUMENT_RETURNED, ResultKind.HELD_MATCHED, ResultKind.HELD_UNDONE}
        spoken = [one for one in told if one.kind not in beside]
        is_undone = not spoken or spoken[-1].kind is ResultKind.MATCH_UNDONE
        return None if is_undone else spoken[-1]

    def told_returns(self) -> tuple[ResultTold, ...]:
        told = self.pages().results
        return tuple(one for one in told if one.kind is ResultKind.INSTRUMENT_RETURNED)
