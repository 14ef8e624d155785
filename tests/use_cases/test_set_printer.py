"""Printers are tried before they are kept, and anybody who works here may do both."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.cash_move import OpeningWhy
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.printer import (
    NO_PRINTER,
    PrinterKind,
    PrinterPlace,
    PrinterPlan,
)
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.use_cases.note_opening import NoteDrawerOpening
from counter_app.use_cases.set_printer import KeepPrinter, TryDrawer, TryPrinter, ViewPrinters
from counter_app.use_cases.telling import Telling
from tests.builders import CASHIER_ID, COUNTER_ID, NOW
from tests.fakes.printers import MODELS, FakeBench, FakeShelf
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from collections.abc import Callable

NETWORK = PrinterPlan(kind=PrinterKind.NETWORK, host="192.168.1.50")
WRONG = replace(NETWORK, host="")


@dataclass
class SetUp:
    """A counter with a bench and a shelf."""

    counter: Counter = field(default_factory=an_open_counter)
    bench: FakeBench = field(default_factory=FakeBench)
    shelf: FakeShelf = field(default_factory=FakeShelf)

    def __post_init__(self) -> None:
        counter = self.counter
        telling = Telling(counter.clock, counter.ids, counter.keys)
        note = NoteDrawerOpening(counter.ledger, telling)
        self.view = ViewPrinters(self.bench, self.shelf)
        self.try_printer = TryPrinter(counter.ledger, self.bench, counter.clock)
        self.try_drawer = TryDrawer(self.bench, note)
        self.keep = KeepPrinter(self.bench, self.shelf)

    def openings(self) -> list[OpeningWhy]:
        return [opening.why for opening in self.counter.ledger.pages.openings.values()]


@pytest.fixture
def setup() -> SetUp:
    return SetUp()


def test_a_counter_is_told_what_is_set_and_what_may_be(setup: SetUp) -> None:
    at_hand = setup.view()
    assert (at_hand.first, at_hand.other, at_hand.models) == (NO_PRINTER, NO_PRINTER, MODELS)


def test_the_test_page_says_which_counter_by_which_plan_and_when(setup: SetUp) -> None:
    assert setup.try_printer(NETWORK) == PrintOutcome(PrintState.PRINTED)
    (page,) = setup.bench.trials
    assert (page.plan, page.model.name, page.counter_id, page.made_at) == (
        NETWORK,
        "generic-80",
        COUNTER_ID,
        NOW,
    )


def test_a_test_page_is_printed_before_anybody_is_enrolled() -> None:
    setup = SetUp(counter=Counter())
    setup.try_printer(NETWORK)
    assert setup.bench.trials[0].counter_id == ""


def test_without_a_printer_the_test_page_is_saved_whatever_model_was_set(setup: SetUp) -> None:
    setup.try_printer(replace(NO_PRINTER, profile="never-made"))
    assert setup.bench.trials[0].model.width_dots == 0


def test_how_the_test_page_ended_is_told_as_it_is(setup: SetUp) -> None:
    out = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
    setup.bench.outcomes.append(out)
    assert setup.try_printer(NETWORK) == out
    assert setup.shelf.plans == {}


def test_a_wrong_plan_prints_nothing_kicks_nothing_and_is_not_kept(setup: SetUp) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: setup.try_printer(WRONG),
        lambda: setup.try_drawer(WRONG, CASHIER_ID),
        lambda: setup.keep(PrinterPlace.FIRST, WRONG, CASHIER_ID),
    )
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code is RefusalCode.PRINTER_PLAN_WRONG
    assert (setup.bench.trials, setup.bench.kicks, setup.shelf.plans) == ([], [], {})
    assert setup.openings() == []


def test_a_kick_for_a_test_is_an_opening_in_the_books(setup: SetUp) -> None:
    assert setup.try_drawer(NETWORK, CASHIER_ID).state is PrintState.PRINTED
    assert setup.bench.kicks == [NETWORK]
    assert setup.openings() == [OpeningWhy.TEST]


def test_nobody_unknown_opens_a_drawer(setup: SetUp) -> None:
    with pytest.raises(Refusal) as refused:
        setup.try_drawer(NETWORK, CashierId("C999"))
    assert refused.value.code is RefusalCode.CASHIER_UNKNOWN
    assert setup.bench.kicks == []


@pytest.mark.parametrize("place", PrinterPlace)
def test_a_printer_is_kept_in_its_place_and_the_log_says_by_whom(
    setup: SetUp, place: PrinterPlace, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        at_hand = setup.keep(place, NETWORK, CASHIER_ID)
    kept = {PrinterPlace.FIRST: at_hand.first, PrinterPlace.OTHER: at_hand.other}
    assert kept[place] == NETWORK
    assert [plan for plan in kept.values() if plan != NETWORK] == [NO_PRINTER]
    assert CASHIER_ID in caplog.text
    assert "192.168.1.50" in caplog.text


def test_no_printer_as_the_other_one_means_that_there_is_no_other(setup: SetUp) -> None:
    setup.keep(PrinterPlace.OTHER, NETWORK, CASHIER_ID)
    pages = replace(NO_PRINTER, profile="a4")
    assert setup.keep(PrinterPlace.OTHER, pages, CASHIER_ID).other == NO_PRINTER
    assert setup.keep(PrinterPlace.FIRST, pages, CASHIER_ID).first == pages


def test_a_full_disk_keeps_nothing_and_says_so(setup: SetUp) -> None:
    setup.shelf.is_disk_full = True
    with pytest.raises(Fault) as fault:
        setup.keep(PrinterPlace.FIRST, NETWORK, CASHIER_ID)
    assert fault.value.code is FaultCode.FILE_NOT_WRITTEN
    assert setup.view().first == NO_PRINTER
