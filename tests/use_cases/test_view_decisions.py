"""The outbox shows what a person at the centre decided later, and which instruments came back there."""

from __future__ import annotations

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.domain.tender import identity_of
from counter_app.use_cases.views import ToldReturn
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind, ResultTold
from tests.builders import (
    CASHIER_ID,
    PAYABLE,
    SUPERVISOR_ID,
    TODAY,
    an_order,
    cheque,
)
from tests.use_cases.counter import an_open_counter, receipt_no_of

CHEQUE = identity_of(cheque(PAYABLE))


def test_a_payment_set_aside_tells_to_which_account_it_was_booked_later() -> None:
    counter = an_open_counter()
    counter.server.fate_of = lambda _: Fate.UNKNOWN_ACCOUNT
    taken = counter.takes(PAYABLE)
    counter.push_outbox()
    (waits,) = counter.view_outbox().set_aside
    assert waits.matched_to == ""
    counter.server.decided.append(
        ResultTold(1, ResultKind.SUSPENSE_MATCHED, 1, PAYABLE.paise,
                   receipt_no=str(receipt_no_of(taken)), account_no="77", name_en="MOHAN",
                   name_hi="मोहन")
    )  # fmt: skip
    counter.pull_results()
    (decided,) = counter.view_outbox().set_aside
    assert (decided.matched_to, decided.matched_name_en, decided.matched_name_hi) == (
        "77",
        "MOHAN",
        "मोहन",
    )
    assert decided.decision == "SUSPENSE_MATCHED"


def test_a_cheque_that_came_back_to_the_centre_is_told_until_its_return_is_noted() -> None:
    counter = an_open_counter()
    counter.take_payment(an_order(PAYABLE, cheque(PAYABLE)))
    for number, identity in enumerate((CHEQUE, "card:111111111111"), start=1):
        counter.server.decided.append(
            ResultTold(number, ResultKind.INSTRUMENT_RETURNED, 1, PAYABLE.paise, identity=identity,
                       on=TODAY.isoformat(), charge_paise=236_00, reason="funds insufficient")
        )  # fmt: skip
    counter.pull_results()
    assert counter.view_outbox().told_returns == (
        ToldReturn(CHEQUE, PAYABLE, TODAY, "funds insufficient", Money.rupees(236)),
    )
    for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
        counter.move_instrument(CHEQUE, state, TODAY, "", CASHIER_ID)
    counter.return_instrument(CHEQUE, TODAY, "funds insufficient", SUPERVISOR_ID)
    assert counter.view_outbox().told_returns == ()
