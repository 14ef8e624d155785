"""The printer a counter's settings name."""

from __future__ import annotations

from dataclasses import replace
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
from counter_app.printing.profiles import Handshake, PrintAs, profile_named, read_profiles
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.printing.links import Link

GOOD = """
[one]
label = "One"
width_dots = 576
dots_an_inch = 203
has_cutter = true
feed_lines = 3
drawer_pin = 2
reads_status = true
connections = ["network"]
print_as = "auto"
text_below_baud = 57600
text_columns = 48
has_native_qr = true
doubles_pictures = true
qr_module_dots = 4
band_rows = 128
mm_a_second = 150
handshake = "dtr_dsr"
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
        (GOOD.replace('"auto"', '"letters"'), "print_as is 'letters'"),
        (GOOD.replace('"dtr_dsr"', '"hands"'), "handshake is 'hands'"),
        (GOOD.replace("text_columns = 48", "text_columns = 49"), "text_columns is 49"),
        (GOOD.replace("576", "512"), "text_columns is 48, wider than 512 dots"),
        (GOOD.replace("qr_module_dots = 4", "qr_module_dots = 2"), "qr_module_dots is 2"),
        (GOOD.replace("band_rows = 128", "band_rows = 256"), "band_rows is 256"),
        (GOOD.replace("feed_lines = 3", "feed_lines = true"), "feed_lines is True"),
        (GOOD.replace("= 203", "= 203.0"), "dots_an_inch is 203.0"),
        (GOOD + '[two]\nlike = "three"', "'two': like is 'three', which no profile above"),
        (GOOD + "[two]\nlike = 1", "'two': like is 1"),
        ('[two]\nlike = "one"\n' + GOOD, "'two': like is 'one'"),
        (GOOD + '[two]\nlike = "one"\nwidth_dots = 384', "'two': text_columns is 48, wider"),
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


def test_a_profile_is_like_one_above_in_all_it_does_not_say(tmp_path: Path) -> None:
    file = tmp_path / "profiles.toml"
    narrow = '[two]\nlike = "one"\nlabel = "Two"\nwidth_dots = 384\ntext_columns = 32\n'
    file.write_text(GOOD + narrow + '[three]\nlike = "two"\nlabel = "Three"', encoding="utf-8")
    one, two, three = read_profiles(file).values()
    assert (one.width_dots, two.width_dots, three.width_dots) == (576, 384, 384)
    assert replace(three, name="two", label="Two") == two
    assert two.handshake is one.handshake is Handshake.DTR_DSR


def test_type_is_for_serial_lines_slower_than_the_profile_says_or_where_it_says_so() -> None:
    auto = profile_named("epson-tm-t82")
    slow = PrinterPlan(PrinterKind.SERIAL, baud_rate=auto.text_below_baud - 1)
    fast = PrinterPlan(PrinterKind.SERIAL, baud_rate=auto.text_below_baud)
    network = PrinterPlan(PrinterKind.NETWORK, baud_rate=1_200)
    text = replace(auto, print_as=PrintAs.TEXT)
    picture = replace(auto, print_as=PrintAs.PICTURE)
    plans = (slow, fast, network)
    assert [auto.prints_text(plan) for plan in plans] == [True, False, False]
    assert [text.prints_text(plan) for plan in plans] == [True, True, True]
    assert [picture.prints_text(plan) for plan in plans] == [False, False, False]


def test_every_printer_that_ships_fits_its_own_paper_and_has_a_name_of_its_own() -> None:
    profiles = read_profiles()
    assert len({profile.label for profile in profiles.values()}) == len(profiles)
    for profile in profiles.values():
        assert profile.text_columns * 12 <= profile.width_dots
        assert profile.seconds_for(profile.dots_an_inch * 10) == 254 / profile.mm_a_second
    named = {"epson-tm-t82", "epson-tm-t88", "tvs-rp-3200", "tvs-rp-3160", "rugtek-rp80"}
    assert named | {"generic-58-bluetooth"} <= set(profiles)


def test_a_serial_printer_shakes_hands_as_its_profile_says(tmp_path: Path) -> None:
    plan = PrinterPlan(PrinterKind.SERIAL, profile="generic-58-bluetooth", device="rfcomm9")
    printer = connect_printer(plan, tmp_path)
    assert isinstance(printer, ThermalPrinter)
    link = printer.new_link()
    assert isinstance(link, SerialLink)
    assert link.handshake is Handshake.NONE
    assert not printer.prints_text


def test_a_file_of_profiles_that_is_gone_or_is_no_text_is_a_damaged_setting(tmp_path: Path) -> None:
    with pytest.raises(Fault):
        read_profiles(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Fault):
        read_profiles(tmp_path / "bytes.toml")
