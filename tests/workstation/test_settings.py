"""Settings: a damaged file costs no payment, and is never lost."""

from __future__ import annotations

import os
from dataclasses import fields
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import NO_PRINTER, PrinterKind, PrinterPlace, PrinterPlan
from counter_app.printing.tongue import Tongue
from counter_app.terminals.connect import TerminalSettings
from counter_app.terminals.links import Timing
from counter_app.workstation.chosen_looks import ChosenLooks, Look
from counter_app.workstation.settings import (
    PrinterChoice,
    Settings,
    SettingsFile,
    TerminalChoice,
    TlsChoice,
    TongueChoice,
    UpiChoice,
    choice_of,
    plan_of,
    read_settings,
    write_settings,
)
from tests.builders import NOW

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(
    server_url="https://centre.example",
    printer=PrinterChoice(kind="network", host="printer.example", port=9100),
    terminal=TerminalChoice(kind="serial", device="COM3", baud_rate=9600, tid="KSC00071"),
    is_keyring_used=False,
    upi=UpiChoice(pa="kesco.c07@sbi", pn="KESCO"),
    customer_display=2,
    reconcile_from_hour=19,
    drawer_count=3,
    receipt_tongue="hindi",
    bank_account="PNB Kidwai Nagar 0123002100",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_settings(path, NOW) == (Settings(), None)


def test_what_was_set_is_read_back(path: Path) -> None:
    write_settings(path, CHOSEN)
    assert read_settings(path, NOW) == (CHOSEN, None)
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208 - names are compared


def test_the_file_can_be_read_by_a_person(path: Path) -> None:
    write_settings(path, CHOSEN)
    assert '\n  "server_url": "https://centre.example",\n' in path.read_text(encoding="utf-8")


def test_a_file_with_one_field_keeps_the_other_defaults(path: Path) -> None:
    path.write_text('{"is_keyring_used": false}', encoding="utf-8")
    assert read_settings(path, NOW) == (Settings(is_keyring_used=False), None)


def test_slips_are_typed_until_a_terminal_is_named(path: Path) -> None:
    assert Settings().terminal.kind == "typed"
    path.write_text('{"terminal": {"kind": "tcp", "host": "192.0.2.9"}}', encoding="utf-8")
    settings, fault = read_settings(path, NOW)
    assert fault is None
    assert settings.terminal == TerminalChoice(kind="tcp", host="192.0.2.9")


def test_the_times_of_a_terminal_are_those_of_its_protocol() -> None:
    choice, usual = TerminalChoice(), TerminalSettings()
    assert (choice.port, choice.baud_rate) == (usual.port, usual.baud_rate)
    for time in fields(Timing):
        said = getattr(choice, time.name.replace("_seconds", "_timeout_seconds"))
        assert said == getattr(usual.timing, time.name)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\x00" * 64,
        b"\xff\xfe{}",
        b"[]",
        b'{"sever_url": "a slip of the hand"}',
        b'{"server_url": 5}',
        b'{"printer": {"kind": "carrier pigeon"}}',
        b'{"printer": {"hots": "printer.example"}}',
        b'{"terminal": {"kind": "usb"}}',
        b'{"terminal": {"port": "8410"}}',
        b'{"terminal": {"answer_timeout": 90}}',
        b'{"terminal": {"answer_timeout_seconds": null}}',
        b'{"server_url": "\xff"}',
        b'{"upi": {"vpa": "kesco@sbi"}}',
        b'{"customer_display": "on"}',
        b'{"customer_display": 1}',
        b'{"customer_display": 2.5}',
        b'{"receipt_tongue": "urdu"}',
        b'{"receipt_tongue": ["both"]}',
    ],
)
def test_a_damaged_file_is_put_aside_and_the_defaults_hold(path: Path, damaged: bytes) -> None:
    path.write_bytes(damaged)
    settings, fault = read_settings(path, NOW)
    assert settings == Settings()
    assert fault is not None
    assert fault.code is FaultCode.SETTINGS_DAMAGED
    aside = path.with_name("settings.damaged-20261123-113015.json")
    assert aside.name in fault.detail
    assert aside.read_bytes() == damaged
    assert not path.exists()


@given(st.binary(max_size=60))
def test_no_bytes_at_all_stop_the_counter(
    tmp_path_factory: pytest.TempPathFactory, damaged: bytes
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(damaged)
    settings, fault = read_settings(path, NOW)
    assert isinstance(settings, Settings)
    assert fault is None or fault.code is FaultCode.SETTINGS_DAMAGED


def test_a_damaged_file_that_cannot_be_put_aside_stays(path: Path) -> None:
    path.write_bytes(b"{")
    in_the_way = path.with_name("settings.damaged-20261123-113015.json")
    in_the_way.mkdir()
    settings, fault = read_settings(path, NOW)
    assert settings == Settings()
    assert fault is not None
    assert "could not be put aside" in fault.detail
    assert path.read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_said_and_the_defaults_hold(path: Path) -> None:
    path.mkdir()
    settings, fault = read_settings(path, NOW)
    assert settings == Settings()
    assert fault is not None
    assert fault.code is FaultCode.SETTINGS_DAMAGED


def test_a_disk_that_does_not_take_them_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Fault) as caught:
        write_settings(path, CHOSEN)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN


def test_the_servers_address_is_remembered_at_once(path: Path) -> None:
    file = SettingsFile(path, Settings(is_keyring_used=False))
    file.keep_server_url("https://centre.example")
    assert file.settings.server_url == "https://centre.example"
    again, _ = read_settings(path, NOW)
    assert again == Settings(is_keyring_used=False, server_url="https://centre.example")


def test_an_address_that_was_not_written_is_not_in_use(path: Path) -> None:
    path.mkdir()
    file = SettingsFile(path, Settings())
    with pytest.raises(Fault):
        file.keep_server_url("https://centre.example")
    assert file.settings == Settings()


@pytest.mark.parametrize(
    ("text", "screen"),
    [("{}", 0), ('{"customer_display": "off"}', 0), ('{"customer_display": 3}', 3)],
)
def test_a_screen_faces_the_consumer_only_where_one_is_set(
    path: Path, text: str, screen: int
) -> None:
    path.write_text(text, encoding="utf-8")
    settings, fault = read_settings(path, NOW)
    assert (settings.customer_screen, fault) == (screen, None)


def test_a_wrong_payee_costs_the_qr_alone(path: Path) -> None:
    path.write_text(
        '{"server_url": "https://centre.example", "upi": {"pa": "not one"}}', encoding="utf-8"
    )
    settings, fault = read_settings(path, NOW)
    assert (settings.server_url, settings.upi.pa) == ("https://centre.example", "not one")
    assert fault is None


@pytest.mark.parametrize("pin", ["", "AB" * 32, "a slip of the hand"])
def test_the_centres_certificate_may_be_pinned_and_a_slip_costs_no_other_setting(
    tmp_path: Path, pin: str
) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings(tls=TlsChoice(pinned_sha256=pin)))
    assert read_settings(path, NOW) == (Settings(tls=TlsChoice(pinned_sha256=pin)), None)


# each cashier's look


def test_each_cashiers_look_is_remembered(tmp_path: Path) -> None:
    looks = ChosenLooks(tmp_path / "looks.json")
    assert looks.recall("C101") is None
    looks.keep("C101", Look("hi", "dark"))
    looks.keep("C102", Look("en", "light"))
    looks.keep("C101", Look("en", "dark"))
    again = ChosenLooks(tmp_path / "looks.json")
    assert again.recall("C101") == Look("en", "dark")
    assert again.recall("C102") == Look("en", "light")


@pytest.mark.parametrize("damaged", [b"", b"{", b"\xff", b"[]", b'{"C101": {"language": 5}}'])
def test_a_damaged_file_of_looks_costs_a_key_press(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "looks.json"
    path.write_bytes(damaged)
    looks = ChosenLooks(path)
    assert looks.recall("C101") is None
    looks.keep("C101", Look("hi", "dark"))
    assert ChosenLooks(path).recall("C101") == Look("hi", "dark")


def test_looks_that_cannot_be_kept_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "looks.json").mkdir()
    looks = ChosenLooks(tmp_path / "looks.json")
    looks.keep("C101", Look("hi", "dark"))
    assert "looks not kept" in caplog.text
    assert "looks not read" in caplog.text


PLANS = st.builds(
    PrinterPlan,
    kind=st.sampled_from(PrinterKind),
    profile=st.text(max_size=20),
    host=st.text(max_size=20),
    port=st.integers(0, 65_535),
    device=st.text(max_size=20),
    baud_rate=st.integers(0, 1_000_000),
    usb_vendor_id=st.integers(0, 0xFFFF),
    usb_product_id=st.integers(0, 0xFFFF),
    usb_in_endpoint=st.integers(0, 0xFF),
    usb_out_endpoint=st.integers(0, 0xFF),
    windows_name=st.text(max_size=20),
    drawer_pin=st.sampled_from([None, 0, 2, 5]),
    connect_timeout_seconds=st.floats(0, 60),
    answer_timeout_seconds=st.floats(0, 60),
    job_timeout_seconds=st.floats(0, 60),
)


@given(PLANS)
def test_a_plan_of_a_printer_comes_back_from_the_settings_as_it_went_in(plan: PrinterPlan) -> None:
    assert plan_of(choice_of(plan)) == plan


def test_every_field_of_a_plan_has_its_field_in_the_settings_and_means_the_same_at_first() -> None:
    assert {one.name for one in fields(PrinterPlan)} == set(PrinterChoice.__struct_fields__)
    assert plan_of(PrinterChoice()) == NO_PRINTER


def test_a_printer_that_is_kept_stands_in_the_file_and_the_other_settings_stay(path: Path) -> None:
    write_settings(path, CHOSEN)
    file = SettingsFile(path, CHOSEN)
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device="COM5", drawer_pin=5)
    file.keep_printer(PrinterPlace.OTHER, plan)
    settings, fault = read_settings(path, NOW)
    assert fault is None
    assert plan_of(settings.printer_other) == plan
    assert (settings.printer, settings.upi) == (CHOSEN.printer, CHOSEN.upi)


def test_the_settings_name_every_tongue_paper_speaks_and_both_where_they_say_nothing() -> None:
    assert get_args(TongueChoice) == tuple(Tongue)
    assert Settings().receipt_tongue == Tongue.BOTH.value


def test_a_file_of_a_program_before_this_one_has_no_other_printer(path: Path) -> None:
    path.write_text('{"printer": {"kind": "network", "host": "10.0.0.9"}}', encoding="utf-8")
    settings, fault = read_settings(path, NOW)
    assert fault is None
    assert SettingsFile(path, settings).printer_plan(PrinterPlace.OTHER) == NO_PRINTER
    assert SettingsFile(path, settings).printer_plan(PrinterPlace.FIRST).host == "10.0.0.9"
