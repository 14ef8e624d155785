"""The printer a counter's settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.printing.connect import connect_printer
from counter_app.printing.links import NetworkLink, SerialLink
from counter_app.printing.links_file import FileLink
from counter_app.printing.links_usb_windows import UsbLink, WindowsLink
from counter_app.printing.pdf_receipt import PdfPrinter
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named, read_profiles
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.printing.links import Link

GOOD = """
[one]
label = "One"
width_dots = 576
has_cutter = true
feed_lines = 3
drawer_pin = 2
reads_status = true
connections = ["network"]
"""


def test_every_profile_that_ships_can_be_painted_for() -> None:
    profiles = read_profiles()
    assert {"generic-80", "generic-58", "generic-80-silent", "generic-58-silent"} <= set(profiles)
    assert {profile.width_dots for profile in profiles.values()} == set(SIZES_BY_WIDTH_DOTS)


def test_no_printer_means_receipts_as_pdf(tmp_path: Path) -> None:
    assert isinstance(connect_printer(PrinterPlan(), tmp_path), PdfPrinter)


@pytest.mark.parametrize(
    ("settings", "link"),
    [
        (PrinterPlan(PrinterKind.NETWORK, host="192.0.2.1"), NetworkLink),
        (PrinterPlan(PrinterKind.SERIAL, device="ttyS9"), SerialLink),
        (PrinterPlan(PrinterKind.FILE, device="lp9"), FileLink),
        (PrinterPlan(PrinterKind.USB, usb_vendor_id=1, usb_product_id=2), UsbLink),
        (PrinterPlan(PrinterKind.WINDOWS), WindowsLink),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_each_kind_gives_a_new_link_for_every_job(
    tmp_path: Path, settings: PrinterPlan, link: type[Link]
) -> None:
    printer = connect_printer(settings, tmp_path)
    assert isinstance(printer, ThermalPrinter)
    first, second = printer.new_link(), printer.new_link()
    assert isinstance(first, link)
    assert first is not second


def test_a_connection_the_profile_does_not_have_is_a_damaged_setting(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be connected by file") as raised:
        connect_printer(PrinterPlan(PrinterKind.FILE, profile="epson-tm-t20"), tmp_path)
    assert raised.value.code is FaultCode.SETTINGS_DAMAGED


def test_an_unknown_profile_is_told_with_those_there_are() -> None:
    with pytest.raises(Fault, match="generic-80"):
        profile_named("laser")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("[one", "Expected"),
        ("one = 1", "'one': is not a table"),
        (GOOD.replace("576", "577"), "width_dots is 577"),
        (GOOD.replace("true", '"yes"'), "has_cutter is 'yes'"),
        (GOOD.replace("drawer_pin = 2", "drawer_pin = 3"), "drawer_pin is 3"),
        (GOOD.replace("feed_lines = 3", ""), "feed_lines is None"),
        (GOOD.replace('"network"', '"pigeon"'), "pigeon"),
        (GOOD.replace('["network"]', "[]"), "connections is []"),
        (GOOD.replace('"One"', '""'), "label is ''"),
        (GOOD + "colour = 1", "unknown field colour"),
    ],
)
def test_a_damaged_file_of_profiles_is_told_by_file_profile_and_field(
    tmp_path: Path, broken: str, told: str
) -> None:
    file = tmp_path / "profiles.toml"
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(Fault) as raised:
        read_profiles(file)
    assert raised.value.code is FaultCode.SETTINGS_DAMAGED
    assert str(file) in raised.value.detail
    assert told in raised.value.detail


def test_a_file_of_profiles_that_is_gone_or_is_no_text_is_a_damaged_setting(tmp_path: Path) -> None:
    with pytest.raises(Fault):
        read_profiles(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Fault):
        read_profiles(tmp_path / "bytes.toml")
