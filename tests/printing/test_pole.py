"""The pole display: what stands on it, in each command set, over a port that is real, stalled, gone or wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.facing import FacingState
from counter_app.printing.pole import SerialPole
from counter_app.printing.pole_models import pole_named, read_poles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("there are no pseudo terminals", allow_module_level=True)

from tests.printing.pole_display import PoleDisplay, PoleOnPort

MODELS = sorted(read_poles())
UPPER, LOWER = "R*** P*** S***      ", "TO PAY   Rs 1,450.50"
SHOWN = """\
+--------------------+
|R*** P*** S***      |
|TO PAY   Rs 1,450.50|
+--------------------+"""


@pytest.fixture
def port() -> Iterator[PoleOnPort]:
    port = PoleOnPort()
    yield port
    port.unplug()


@pytest.mark.parametrize("name", MODELS)
def test_each_model_shows_both_lines_and_understands_every_byte(name: str) -> None:
    model, display = pole_named(name), PoleDisplay()
    display.take(model.start)
    display.take(model.picture("WELCOME", "SOMETHING BEFORE THIS"))
    display.take(model.picture(UPPER, LOWER))
    assert display.picture == SHOWN
    assert display.strange == []
    display.take(model.clear)
    assert display.lines == (" " * 20, " " * 20)


@pytest.mark.parametrize("name", MODELS)
def test_no_text_can_become_a_command(name: str) -> None:
    model, display = pole_named(name), PoleDisplay()
    display.take(model.start + model.picture("A\x1b@\x0cB\r\nराम é", "x" * 90))
    assert display.lines == ("A?@?B????? ?".ljust(20), "x" * 20)
    assert display.strange == []


@pytest.mark.parametrize("name", MODELS)
def test_a_picture_over_a_real_port(port: PoleOnPort, name: str) -> None:
    pole = SerialPole(pole_named(name), port.device, 9600)
    states = [pole.fact.state]
    assert pole.show(UPPER, LOWER)
    port.waits_for((UPPER, LOWER))
    assert port.picture == SHOWN
    assert [*states, pole.fact.state] == [FacingState.WAITING, FacingState.WORKS]
    pole.close()
    port.waits_for((" " * 20, " " * 20))
    assert port.strange == []


def test_a_display_that_takes_nothing_costs_a_moment_and_a_note(port: PoleOnPort) -> None:
    pole = SerialPole(pole_named("epson-dm-d"), port.device, 9600)
    assert pole.show(UPPER, LOWER)
    port.stall()
    pictures = 0
    while pole.show(UPPER, LOWER):
        pictures += 1
        assert pictures < 1000, "the port's buffer is full some time"
    assert pole.fact.state is FacingState.FAILS
    port.go_on()
    assert pole.show("CAME BACK", "")
    port.waits_for(("CAME BACK".ljust(20), " " * 20))
    pole.close()


def test_a_display_that_was_unplugged_is_a_note_however_often_it_is_tried(port: PoleOnPort) -> None:
    pole = SerialPole(pole_named("cd5220"), port.device, 9600)
    assert pole.show(UPPER, LOWER)
    port.unplug()
    assert not pole.show(UPPER, LOWER)
    assert pole.fact.state is FacingState.FAILS
    assert pole.fact.detail
    assert not pole.show(UPPER, LOWER)
    pole.close()


@pytest.mark.parametrize("device", ["/dev/none-such-port", "", "/dev/null", "a\0b"])
def test_a_wrong_port_is_a_note(device: str) -> None:
    pole = SerialPole(pole_named("cd5220"), device, 9600)
    assert not pole.show(UPPER, LOWER)
    assert pole.fact.state is FacingState.FAILS
    pole.close()


@pytest.mark.parametrize("baud_rate", [-1, 0, 10**12])
def test_a_baud_rate_that_cannot_be_is_a_note(port: PoleOnPort, baud_rate: int) -> None:
    pole = SerialPole(pole_named("cd5220"), port.device, baud_rate)
    pole.show(UPPER, LOWER)
    pole.close()
    if baud_rate < 0:
        assert pole.fact.state is FacingState.FAILS


def test_a_port_in_use_is_left_to_who_has_it(port: PoleOnPort) -> None:
    first = SerialPole(pole_named("plain"), port.device, 9600)
    assert first.show(UPPER, LOWER)
    second = SerialPole(pole_named("plain"), port.device, 9600)
    assert not second.show("SOMETHING", "ELSE")
    assert first.show(UPPER, LOWER)
    first.close()
    second.close()


def test_a_model_that_is_not_known_names_those_that_are() -> None:
    with pytest.raises(Fault, match="cd5220, epson-dm-d, plain") as caught:
        pole_named("vfd-9000")
    assert caught.value.code is FaultCode.SETTINGS_DAMAGED


GOOD = 'label = "X"\nstart = ""\nupper = "0C"\nlower = ""\nafter = ""\nclear = "0C"\n'


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("[x]\n" + GOOD.replace('"0C"', '"0G"', 1), "upper is '0G'"),
        ("[x]\n" + GOOD.replace('after = ""\n', ""), "field after"),
        ("[x]\n" + GOOD + "colour = 1\n", "field colour"),
        ("[x]\n" + GOOD.replace('"X"', '""'), "label"),
        ("[x]\n" + GOOD.replace('start = ""', "start = 3"), "start is 3"),
        ("x = 1\n", "is not a table"),
        ("[x\n", "poles.toml"),
    ],
)
def test_a_slip_of_the_hand_in_the_data_is_told_with_its_field(
    tmp_path: Path, written: str, why: str
) -> None:
    file = tmp_path / "poles.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(Fault, match=why):
        read_poles(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Fault):
        read_poles(tmp_path / "poles.toml")
