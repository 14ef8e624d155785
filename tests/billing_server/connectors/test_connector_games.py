"""Whatever happens at counters and desks, and whenever the runner comes or dies: handed on = booked, nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from billing_server.connectors import projector
from billing_server.connectors.instructions import Kind
from billing_server.connectors.projector import project
from billing_server.connectors.reconciling import reconcile_day
from billing_server.connectors.runner import run_once
from tests.billing_server.centres import open_centre
from tests.billing_server.connectors.outlets import AgencyInMemory, Died, instructions
from tests.billing_server.games import Game
from tests.billing_server.players import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.connectors.projector import Touched
    from tests.billing_server.centres import PlayedCentre

HOUR_US = 3_600_000_000


class ConnectedGame(Game):
    """A game with a runner that comes now and then, and dies in three of ten."""

    def __init__(self, centre: PlayedCentre, seed: int) -> None:
        super().__init__(centre, seed)
        self.agency = AgencyInMemory(self.dice, most_lines=self.dice.randint(1, 6))
        self.clock_us = centre.now_us

    def see_positions(self, act: str) -> None:
        super().see_positions(act)
        if self.dice.random() < 0.3:
            self.run()

    def see_books(self) -> None:
        super().see_books()
        self.agency.dice = None
        self.run()
        self.see_all_handed_on()

    def run(self) -> None:
        self.clock_us += HOUR_US
        try:
            run_once(self.centre.database, self.agency, lambda: self.clock_us)
        except Died:
            return

    def see_all_handed_on(self) -> None:
        booked = Counter[str]()
        for paid in self.truth.paid.values():
            booked[paid.booked_to] += self.truth.booked_paise(paid)
        for payment_id, account in self.truth.held_for.items():
            booked[account] += self.truth.held_paise(payment_id)
        held = self.agency.by_account()
        for account in self.accounts:
            assert held.get(account, 0) == booked[account], account
        made = instructions(self.centre.database)
        assert set(self.agency.held) == {one.reference for one in made}
        first = Counter(
            (one.reference.rpartition(".")[0], one.account_no, one.bill_no)
            for one in made
            if one.kind is Kind.PAYMENT
        )
        assert set(first.values()) <= {1}
        day = self.centre.database.read(lambda c: reconcile_day(c, DAY, ["memory"]))
        assert day.differences == []
        assert day.booked == day.done["memory"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "first_seed", "games"),
    [
        *(("sqlite", seed, 4) for seed in (2_000, 2_100, 2_200)),
        pytest.param("postgresql", 3_000, 2, marks=pytest.mark.postgresql),
    ],
)
def test_what_is_handed_on_is_what_is_booked_whatever_happens(
    tmp_path: Path, kind: str, first_seed: int, games: int
) -> None:
    play(tmp_path, kind, range(first_seed, first_seed + games))


@pytest.mark.parametrize("forgotten", ["_take_decisions", "_take_returns", "_follow_chain"])
def test_the_games_catch_a_projector_that_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    def forgetful(_connection: Connection, _touched: Touched, _most: int) -> None:
        """Nothing."""

    monkeypatch.setattr(projector, forgotten, forgetful)
    with pytest.raises(AssertionError):
        play(tmp_path, "sqlite", range(2_300, 2_320))


def test_what_a_bill_is_told_does_not_hang_on_when_the_runner_comes(tmp_path: Path) -> None:
    """The same game with a runner after each act, and with one at the end: the same sums in each bill."""
    told = []
    for is_eager in (True, False):
        centre = open_centre("sqlite", tmp_path)
        game = Eager(centre, 2_400, is_eager=is_eager)
        game.play()
        project(centre.database, centre.now_us)
        made = instructions(centre.database)
        sums = Counter[tuple[str, str]]()
        for one in made:
            sums[one.account_no, one.bill_no] += one.amount_paise
        told.append({place: paise for place, paise in sums.items() if paise})
        centre.database.close()
    assert told[0] == told[1]


class Eager(Game):
    """Makes instructions after each act, or never."""

    def __init__(self, centre: PlayedCentre, seed: int, *, is_eager: bool) -> None:
        super().__init__(centre, seed)
        self.is_eager = is_eager

    def see_positions(self, act: str) -> None:
        if self.is_eager:
            project(self.centre.database, self.centre.now_us)


def play(folder: Path, kind: str, seeds: range) -> None:
    for seed in seeds:
        centre = open_centre(kind, folder)
        try:
            ConnectedGame(centre, seed).play()
        finally:
            centre.database.close()
