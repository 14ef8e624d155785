"""Beside what may happen on any day: the centre builds snapshots, and the bills come by them, whole or in steps."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import rule

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from tests.use_cases.any_day import DayAtTheCounter

if TYPE_CHECKING:
    from counter_app.use_cases.pull_bills import PullBills

DEAR = 10**9
"""Bytes of a change on a page that make any snapshot or step cheaper."""


class DayWithSnapshots(DayAtTheCounter):
    """A day of them."""

    @rule()
    def centre_builds_a_snapshot(self) -> None:
        self.counter.server.builds_snapshot()

    @rule(pieces=st.lists(st.integers(1, 900), max_size=3))
    def pulls_by_snapshot_or_steps(self, pieces: list[int]) -> None:
        self.counter.server.snapshots.pieces = list(pieces)
        self.dear_pull()()
        self.counter.server.snapshots.pieces.clear()
        self.told = dict(self.billed)

    @rule()
    def pulls_by_a_snapshot_while_the_line_breaks(self) -> None:
        self.counter.server.is_last_page_lost = True
        with suppress(Fault):
            self.dear_pull()()
            raise AssertionError
        self.counter.server.is_last_page_lost = False

    @rule()
    def loses_its_bills_and_gets_them_anew(self) -> None:
        bills = self.counter.bills
        bills.consumers, bills.bills, bills.mark_in_hand = {}, {}, NOTHING_SEEN
        self.counter.pull_bills()
        self.told = dict(self.billed)

    def dear_pull(self) -> PullBills:
        """A pull to which a page costs more than anything else."""
        counter = self.counter
        fetch = FetchSnapshot(
            counter.server,
            counter.bills.shelf,
            counter.clock,
            ask_after=timedelta(days=-(10**4)),
            change_bytes=DEAR,
        )
        return replace(counter.pull_bills, snapshots=fetch)
