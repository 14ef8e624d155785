"""What the counter remembers of its charges: the fake, and the encrypted file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.card_sale import ChargeNote, SaleOutcome, SaleState
from counter_app.workstation.charge_file import ChargeFile
from tests.agreements.books_at_hand import KEY
from tests.builders import NOW, a_card_slip
from tests.fakes.terminal import DECLINED, LOST, VOIDED, FakeChargeNotes, a_charge

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.use_cases.terminal_ports import ChargeNotes

APPROVED = SaleOutcome(SaleState.APPROVED, slip=a_card_slip())
LATER = NOW + timedelta(minutes=3)


@pytest.fixture(params=["fake", "file"])
def notes(request: pytest.FixtureRequest, tmp_path: Path) -> ChargeNotes:
    if request.param == "fake":
        return FakeChargeNotes()
    return ChargeFile(tmp_path / "charges", KEY, lambda: NOW)


def test_a_charge_that_was_begun_is_open_until_its_end_is_known(notes: ChargeNotes) -> None:
    assert notes.find(a_charge()) is None
    notes.begin(a_charge(), NOW)
    assert notes.find(a_charge()) == ChargeNote(a_charge(), NOW)
    assert notes.open() == (ChargeNote(a_charge(), NOW),)
    notes.end(a_charge(), DECLINED)
    assert notes.find(a_charge()) == ChargeNote(a_charge(), NOW, DECLINED)
    assert notes.open() == ()


@pytest.mark.parametrize("outcome", [LOST, APPROVED])
def test_what_is_or_may_be_charged_is_open(notes: ChargeNotes, outcome: SaleOutcome) -> None:
    notes.begin(a_charge(), NOW)
    notes.end(a_charge(), outcome)
    assert notes.open() == (ChargeNote(a_charge(), NOW, outcome),)


def test_a_charge_is_settled_by_its_payment_or_closed_by_its_void(notes: ChargeNotes) -> None:
    for number in (1, 2):
        notes.begin(a_charge(number), NOW)
        notes.end(a_charge(number), APPROVED)
    notes.settle(a_charge(1))
    notes.end(a_charge(2), VOIDED)
    assert notes.open() == ()
    assert notes.find(a_charge(1)) == ChargeNote(a_charge(1), NOW, APPROVED)


def test_open_charges_come_oldest_first(notes: ChargeNotes) -> None:
    notes.begin(a_charge(payment=2), LATER)
    notes.begin(a_charge(payment=1), NOW)
    assert [note.asked_at for note in notes.open()] == [NOW, LATER]


def test_a_charge_that_was_never_begun_is_left_alone(notes: ChargeNotes) -> None:
    notes.end(a_charge(), APPROVED)
    notes.settle(a_charge())
    assert notes.find(a_charge()) is None
    assert notes.open() == ()
