"""Games in which pulls begin with a snapshot, however old: the pages since bring the mark, and the truth."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from billing_server.problems import ServerRefusal
from billing_server.snapshots import find_blob, tell_manifest
from billing_server.store.snapshot_build import build_snapshot
from counter_app.wire.exchange import BillTold, Changes, ConsumerTold
from counter_app.wire.packing import open_chunk, spread
from tests.billing_server.game_players import Pull
from tests.billing_server.games import Game
from tests.fakes.bills import bill_of

if TYPE_CHECKING:
    from tests.billing_server.game_players import Player

VALID_DAYS = 35


class SnapshotGame(Game):
    """Every third pull begins with the newest snapshot; now and then one is built."""

    def next_page(self, player: Player) -> bool:
        if self.dice.random() < 0.1:
            build_snapshot(self.centre.database, self.centre.now_us)
        if player.pull is None and self.dice.random() < 0.3:
            snapshot = self._snapshot()
            if snapshot is not None:
                self.begin_with(player, snapshot)
                return True
        return super().next_page(player)

    def begin_with(self, player: Player, snapshot: Changes) -> None:
        """As if it were a first page: it is seen when the last one is there."""
        player.pull = Pull([snapshot])

    def _snapshot(self) -> Changes | None:
        """The newest snapshot's rows of this game's accounts; None when it is older than the game."""
        database, now_us = self.centre.database, self.centre.now_us
        try:
            told = database.read(lambda c: tell_manifest(c, 0, now_us, VALID_DAYS))
        except ServerRefusal:
            return None
        consumers: list[ConsumerTold] = []
        bills: list[BillTold] = []
        for blob in told.chunks:
            chunk = open_chunk(database.read(partial(find_blob, sha256=blob.sha256)))
            own = [row for row in chunk.consumers if row[0] in self.accounts]
            for *texts, flags in own:
                fields: list[Any] = [*texts, tuple(flags.split(","))]
                consumers.append(ConsumerTold(*fields))
            whose = spread([row[0] for row in chunk.consumers], chunk.bill_counts)
            for account_no, (bill_no, *rest) in zip(whose, chunk.bills, strict=True):
                fields = [bill_no, account_no, *rest]
                bills.append(BillTold(*fields))
        if told.cursor < self.cursor or not consumers:
            return None
        return Changes(0, told.cursor, tuple(consumers), tuple(bills), ())


class HastyGame(SnapshotGame):
    """The control: a counter that shows a snapshot before the pages since have brought its mark."""

    def begin_with(self, player: Player, snapshot: Changes) -> None:
        super().begin_with(player, snapshot)
        for told in snapshot.consumers:
            player.bills[told.account_no] = tuple(
                bill_of(b) for b in snapshot.bills if b.account_no == told.account_no
            )
