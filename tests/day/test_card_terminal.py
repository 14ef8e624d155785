"""A counter with the bank's terminal beside it, as it is composed: real books, real cable, a power cut in mid-sale."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.card_sale import Charge, SaleState, TerminalKind, TerminalStatus
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo, CashierId, PaymentId
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.tender import CardTender
from counter_app.launch import Counter
from counter_app.workstation.clock import SystemClock
from counter_app.workstation.settings import TerminalChoice, read_settings, write_settings
from tests.day.stage import CASHIER, Stage, payable_accounts, set_stage
from tests.terminals.faults import TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal
from tests.terminals.wires import LOOPBACK, TcpHost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.money import Money
    from counter_app.domain.tender import CardSlip
    from counter_app.use_cases.desk import Desk

CONSUMERS, SEED = 60, 11
REPOSITORY = Path(__file__).parents[2]
CHARGES_AND_WAITS = """
import sys
from pathlib import Path
from uuid import UUID
from counter_app.domain.card_sale import Charge
from counter_app.domain.identity import PaymentId
from counter_app.domain.money import Money
from counter_app.launch import Counter
from counter_app.workstation.paths import Places
home, payment_id, paise = sys.argv[1:]
Counter(Places(Path(home))).desk.charge_card(Charge(PaymentId(UUID(payment_id)), 1, Money(int(paise))))
"""


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = set_stage(tmp_path, consumers=CONSUMERS, seed=SEED)
    try:
        yield stage
    finally:
        stage.close()


@pytest.fixture
def simulated(stage: Stage) -> Iterator[SimulatedTerminal]:
    """A terminal on the counter's own network, named in its settings."""
    simulated = SimulatedTerminal()
    with TcpHost(simulated.serve) as host:
        set_terminal(
            stage,
            TerminalChoice(kind="tcp", host=LOOPBACK, port=host.port, tid=simulated.tid),
        )
        yield simulated


def set_terminal(stage: Stage, choice: TerminalChoice) -> None:
    settings, _ = read_settings(stage.places.settings, SystemClock().now())
    write_settings(stage.places.settings, msgspec.structs.replace(settings, terminal=choice))


@pytest.fixture
def counter(stage: Stage) -> Iterator[Counter]:
    counter = Counter(stage.places)
    try:
        yield counter
    finally:
        counter.close()


def an_account(desk: Desk) -> tuple[AccountNo, Money]:
    return next(payable_accounts(desk, CONSUMERS, SEED))


def by_card(
    payment_id: PaymentId, account_no: AccountNo, due: Money, slip: CardSlip | None
) -> PaymentOrder:
    assert slip is not None
    line = OrderLine(payment_id, account_no, shown=due, amount=due)
    return PaymentOrder(CashierId(CASHIER), (line,), (CardTender(due, slip),))


def test_a_bill_is_paid_on_the_terminal(simulated: SimulatedTerminal, counter: Counter) -> None:
    desk = counter.desk
    assert desk.terminal_kind() is TerminalKind.TCP
    assert desk.terminal_status() is TerminalStatus.READY
    account_no, due = an_account(desk)
    payment_id = desk.fresh_payment_id()
    charge = Charge(payment_id, 1, due)
    outcome = desk.charge_card(charge)
    assert [note.charge for note in desk.open_charges()] == [charge]
    taken = desk.take_payment(by_card(payment_id, account_no, due, outcome.slip))
    assert not taken.was_taken_before
    assert desk.open_charges() == ()
    assert desk.void_charge(charge).state is SaleState.APPROVED
    assert simulated.charged == {charge.reference: due.paise}


def test_a_charge_nobody_could_book_is_given_back(
    simulated: SimulatedTerminal, counter: Counter
) -> None:
    desk = counter.desk
    charge = Charge(desk.fresh_payment_id(), 1, an_account(desk)[1])
    desk.charge_card(charge)
    assert desk.void_charge(charge).state is SaleState.CANCELLED
    assert desk.open_charges() == ()
    assert simulated.charged == {}


def test_a_counter_that_died_in_mid_sale_finds_the_charge_and_takes_the_payment(
    stage: Stage, simulated: SimulatedTerminal
) -> None:
    counter = Counter(stage.places)
    account_no, due = an_account(counter.desk)
    payment_id = counter.desk.fresh_payment_id()
    counter.close()
    simulated.faults.append(TerminalFault.SILENT_AFTER_CHARGE)
    program = [sys.executable, "-c", CHARGES_AND_WAITS]
    arguments = [str(stage.places.home), str(payment_id), str(due.paise)]
    with subprocess.Popen([*program, *arguments], cwd=REPOSITORY) as dying:
        steps = threading.Event()
        assert any(simulated.charges or steps.wait(0.02) for _ in range(1500))
        dying.kill()
    counter = Counter(stage.places)
    try:
        (note,) = counter.desk.open_charges()
        assert (note.charge, note.outcome) == (Charge(payment_id, 1, due), None)
        outcome = counter.desk.ask_terminal(note.charge)
        counter.desk.take_payment(by_card(payment_id, account_no, due, outcome.slip))
        assert counter.desk.open_charges() == ()
    finally:
        counter.close()
    assert simulated.charges == [(note.charge.reference, due.paise)]


def test_a_terminal_named_wrong_costs_no_payment(stage: Stage, counter: Counter) -> None:
    set_terminal(stage, TerminalChoice(kind="tcp"))
    desk = counter.desk
    charge = Charge(desk.fresh_payment_id(), 1, an_account(desk)[1])
    desk.cancel_charge()
    for ask in (lambda: desk.charge_card(charge), desk.terminal_status):
        with pytest.raises(Fault) as told:
            ask()
        assert told.value.code is FaultCode.SETTINGS_DAMAGED
        assert "terminal.host" in told.value.detail
    assert desk.open_charges() == ()
    assert not desk.charge_progress()
    assert desk.counter_status().is_enrolled


def test_without_a_terminal_slips_are_typed(counter: Counter) -> None:
    desk = counter.desk
    assert desk.terminal_kind() is TerminalKind.TYPED
    assert desk.terminal_status() is TerminalStatus.TYPED
    charge = Charge(desk.fresh_payment_id(), 1, an_account(desk)[1])
    assert desk.charge_card(charge).state is SaleState.NOT_SENT
