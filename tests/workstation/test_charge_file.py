"""Notes of charges on the disk: there after a power cut, sealed, and never the reason why no money is taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_sale import ChargeNote, SaleOutcome, SaleState
from counter_app.domain.errors import Fault, FaultCode
from counter_app.workstation.charge_file import KEPT, ChargeFile
from tests.builders import NOW, a_card_slip
from tests.fakes.terminal import DECLINED, a_charge

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

KEY = bytes(range(32))
APPROVED = SaleOutcome(SaleState.APPROVED, slip=a_card_slip())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "charges"


def opened(path: Path, key: bytes = KEY, now: datetime = NOW) -> ChargeFile:
    """As the next start of the program finds it."""
    return ChargeFile(path, key, lambda: now)


def with_charges(path: Path) -> None:
    """One approved, one declined, one that was begun when the power went."""
    notes = opened(path)
    for number in (1, 2, 3):
        notes.begin(a_charge(number), NOW)
    notes.end(a_charge(1), APPROVED)
    notes.end(a_charge(2), DECLINED)


def test_what_was_noted_is_there_after_a_power_cut(path: Path) -> None:
    with_charges(path)
    notes = opened(path)
    assert notes.open() == (
        ChargeNote(a_charge(1), NOW, APPROVED),
        ChargeNote(a_charge(3), NOW),
    )
    assert notes.find(a_charge(2)) == ChargeNote(a_charge(2), NOW, DECLINED)


def test_what_was_settled_stays_settled(path: Path) -> None:
    with_charges(path)
    opened(path).settle(a_charge(1))
    assert [note.charge for note in opened(path).open()] == [a_charge(3)]


def test_nothing_of_a_card_can_be_read_in_the_file(path: Path) -> None:
    with_charges(path)
    raw = path.read_bytes()
    slip = a_card_slip()
    for secret in (slip.rrn, slip.last4, slip.mid, str(a_charge().group_id), "amount"):
        assert secret.encode() not in raw


def test_a_line_the_power_cut_short_spoils_no_other(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with_charges(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    notes = opened(path)
    assert [note.charge.number for note in notes.open()] == [1, 2, 3]
    assert "1 notes of charges cannot be read" in caplog.text
    aside = path.with_name("charges.damaged-20261123-113015")
    assert aside.read_bytes() == whole[:-9]
    notes.begin(a_charge(4), NOW)
    assert [note.charge.number for note in opened(path).open()] == [1, 2, 3, 4]


@given(st.integers(0), st.integers(1, 255))
def test_a_byte_changed_on_the_disk_costs_its_own_line_at_most(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    path = tmp_path_factory.mktemp("charges") / "charges"
    with_charges(path)
    raw = bytearray(path.read_bytes())
    raw[place % len(raw)] ^= change
    path.write_bytes(bytes(raw))
    known = {note.charge for note in opened(path).open()}
    assert known <= {a_charge(1), a_charge(2), a_charge(3)}
    assert len(known) >= 1


def test_another_counters_file_is_not_believed(path: Path) -> None:
    with_charges(path)
    assert opened(path, bytes(32)).open() == ()
    assert path.with_name("charges.damaged-20261123-113015").exists()


def test_what_is_over_for_long_is_forgotten_and_what_is_open_never(path: Path) -> None:
    with_charges(path)
    later = opened(path, now=NOW + KEPT + timedelta(seconds=1))
    assert later.find(a_charge(2)) is None
    assert [note.charge for note in later.open()] == [a_charge(1), a_charge(3)]
    assert opened(path, now=NOW + KEPT).find(a_charge(2)) is None


def test_a_disk_that_does_not_take_the_note_is_said_before_anything_is_sent(path: Path) -> None:
    notes = opened(path)
    assert notes.open() == ()
    path.mkdir()
    with pytest.raises(Fault) as caught:
        notes.begin(a_charge(), NOW)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
    assert notes.find(a_charge()) is None


def test_an_end_that_is_not_written_is_asked_about_after_the_next_start(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    notes = opened(path)
    notes.begin(a_charge(), NOW)
    kept = path.read_bytes()
    path.unlink()
    path.mkdir()
    notes.end(a_charge(), DECLINED)
    assert "the end of a charge was not noted" in caplog.text
    assert notes.open() == ()
    path.rmdir()
    path.write_bytes(kept)
    assert opened(path).open() == (ChargeNote(a_charge(), NOW),)


def test_a_file_that_cannot_be_read_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Fault) as caught:
        opened(path).open()
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
