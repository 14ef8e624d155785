"""Any faults in any order: when the terminal answers again, its journal and the counter agree to the paisa."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.card_sale import Charge, SaleOutcome, SaleState
from counter_app.domain.money import Money
from counter_app.terminals.links import Timing
from counter_app.use_cases.charge_card import AskTerminal, ChargeCard
from tests.builders import a_payment_id
from tests.fakes.clock import FakeClock
from tests.fakes.terminal import FakeChargeNotes
from tests.terminals.benches import CABLES
from tests.terminals.faults import TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal

FAULTS = st.sampled_from(TerminalFault)
SCRIPTS = st.lists(
    st.tuples(
        st.integers(1, 2),  # payment
        st.integers(1, 3),  # sale of that payment
        st.lists(FAULTS, min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
)
AMOUNT = Money.rupees(725, 25)
AT_ONCE = Timing(
    connect_seconds=5.0,
    write_seconds=1.0,
    acknowledge_seconds=0.03,
    byte_seconds=0.02,
    silence_seconds=0.08,
    question_seconds=0.1,
    answer_seconds=0.5,
)


@dataclass
class Asked:
    """A charge, and what the counter knows of it."""

    charge: Charge
    outcome: SaleOutcome


@pytest.mark.slow
@pytest.mark.parametrize("cable", CABLES)
@settings(max_examples=40)
@given(SCRIPTS)
def test_whatever_goes_wrong_the_journal_and_the_counter_agree(
    cable: str, script: list[tuple[int, int, list[TerminalFault]]]
) -> None:
    simulated, notes, clock = SimulatedTerminal(), FakeChargeNotes(), FakeClock()
    asked: dict[str, Asked] = {}
    with ExitStack() as plugged:
        bench = plugged.enter_context(CABLES[cable](simulated, AT_ONCE))
        charge_card = ChargeCard(bench.hasty, notes, clock)
        for payment, number, faults in script:
            simulated.faults = deque(faults)
            charge = Charge(a_payment_id(payment), number, AMOUNT)
            asked[charge.reference] = Asked(charge, charge_card(charge))
        simulated.faults.clear()
        ask = AskTerminal(bench.terminal, notes, clock)
        for one in asked.values():
            one.outcome = ask(one.charge)
    approved = {
        reference: AMOUNT.paise
        for reference, one in asked.items()
        if one.outcome.state is SaleState.APPROVED
    }
    assert all(one.outcome.is_certain for one in asked.values())
    assert simulated.charged == approved
    assert len(simulated.charges) == len(approved)
    rrns = {one.outcome.slip.rrn for one in asked.values() if one.outcome.slip is not None}
    assert len(rrns) == len(approved)
