"""What is connected is found without opening it, whatever fails beside it."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.printer import FoundPrinter, PrinterKind, PrinterPlan
from counter_app.printing.finding import PrinterSearch
from counter_app.printing.finding_ports import (
    device_files,
    lpt_ports,
    parallel_ports,
    serial_ports,
)
from counter_app.printing.finding_queues import cups_queues, windows_queues
from counter_app.printing.finding_usb import usb_printers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pytest


@dataclass
class Port:
    """As pyserial tells of one."""

    device: str
    description: str = "n/a"
    hwid: str = "n/a"
    manufacturer: str | None = None
    product: str | None = None


CH340 = Port(
    "/dev/ttyUSB0", "USB Serial", "USB VID:PID=1A86:7523 LOCATION=1-2", "QinHeng", "USB Serial"
)
BOARD = Port("/dev/ttyS0", "ttyS0", "PNP0501")
OUTGOING = Port(
    "COM5",
    "Standard Serial over Bluetooth link (COM5)",
    r"BTHENUM\{00001101-0000-1000-8000-00805F9B34FB}_LOCALMFG&0002\7&1B2&0&66225A8B3F11_C00000000",
)
INCOMING = Port(
    "COM4",
    "Standard Serial over Bluetooth link (COM4)",
    r"BTHENUM\{00001101-0000-1000-8000-00805F9B34FB}_LOCALMFG&0000\7&1B2&0&000000000000_00000000",
)


def test_a_serial_adapter_is_told_with_its_name_and_begins_fast_a_plain_port_slowly(
    tmp_path: Path,
) -> None:
    adapter, board = serial_ports(lambda: (CH340, BOARD), tmp_path)
    assert (adapter.plan.device, adapter.detail, adapter.plan.baud_rate) == (
        "/dev/ttyUSB0",
        "QinHeng USB Serial",
        115_200,
    )
    assert (board.plan.device, board.detail, board.plan.baud_rate) == ("/dev/ttyS0", "", 9_600)
    assert not adapter.is_bluetooth


def test_of_the_two_ports_that_windows_makes_of_a_paired_printer_the_outgoing_one_is_shown(
    tmp_path: Path,
) -> None:
    (port,) = serial_ports(lambda: (INCOMING, OUTGOING), tmp_path)
    assert (port.plan.device, port.is_bluetooth) == ("COM5", True)
    assert "Bluetooth" in port.detail


def test_a_bound_bluetooth_port_is_found_where_it_is_bound(tmp_path: Path) -> None:
    master, slave = os.openpty()
    (tmp_path / "rfcomm0").symlink_to(os.ttyname(slave))
    (tmp_path / "rfcomm").touch()
    try:
        (port,) = serial_ports(lambda: (), tmp_path)
    finally:
        os.close(master)
        os.close(slave)
    assert port.is_bluetooth
    assert port.plan == PrinterPlan(kind=PrinterKind.SERIAL, device=str(tmp_path / "rfcomm0"))


def test_a_port_without_a_description_has_none(tmp_path: Path) -> None:
    (port,) = serial_ports(lambda: (Port("COM7", "COM7"),), tmp_path)
    assert port.detail == ""


def test_a_device_file_has_the_name_that_its_printer_told_the_kernel(tmp_path: Path) -> None:
    devices, classes = tmp_path / "dev", tmp_path / "sys"
    (devices / "usb").mkdir(parents=True)
    for name in ("usb/lp0", "usb/lp1", "lp0"):
        (devices / name).touch()
    (classes / "lp1" / "device").mkdir(parents=True)
    told = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;CLS:PRINTER;"
    (classes / "lp1" / "device" / "ieee1284_id").write_text(told, encoding="utf-8")
    found = {one.label: one.detail for one in device_files(devices, classes)}
    assert found == {
        str(devices / "usb/lp0"): "",
        str(devices / "usb/lp1"): "EPSON TM-T82",
        str(devices / "lp0"): "",
    }


def test_only_the_parallel_ports_of_the_registry_are_shown() -> None:
    named = [r"\DosDevices\LPT1", r"\DosDevices\lpt3", r"\DosDevices\LPT9"]
    assert [one.plan.device for one in lpt_ports(named)] == ["LPT1", "LPT3"]
    assert list(parallel_ports("linux")) == []


@dataclass
class Endpoint:
    bEndpointAddress: int  # noqa: N815 - as pyusb calls it


class Interface(list[Endpoint]):
    def __init__(self, usb_class: int, *addresses: int) -> None:
        super().__init__(Endpoint(address) for address in addresses)
        self.bInterfaceClass = usb_class


class Device(list[list[Interface]]):
    """One configuration of these interfaces."""

    def __init__(self, vendor: int, product: int, *interfaces: Interface) -> None:
        super().__init__([list(interfaces)])
        self.idVendor, self.idProduct = vendor, product
        self.bus, self.address = 1, product


def test_a_usb_printer_is_told_by_its_class_with_its_own_endpoints(tmp_path: Path) -> None:
    keyboard = Device(0x046D, 1, Interface(3, 0x81))
    printer = Device(0x04B8, 2, Interface(3, 0x81), Interface(7, 0x02, 0x83))
    folder = tmp_path / "1-2"
    folder.mkdir()
    for name, said in (
        ("busnum", "1"),
        ("devnum", "2"),
        ("manufacturer", "EPSON"),
        ("product", "TM-T82"),
    ):
        (folder / name).write_text(said + "\n", encoding="utf-8")
    (found,) = usb_printers(lambda: (keyboard, printer), tmp_path)
    plan = found.plan
    assert (plan.usb_vendor_id, plan.usb_product_id) == (0x04B8, 2)
    assert (plan.usb_in_endpoint, plan.usb_out_endpoint) == (0x83, 0x02)
    assert found.label == "EPSON TM-T82"


def test_a_usb_printer_without_a_name_is_told_by_its_number(tmp_path: Path) -> None:
    (found,) = usb_printers(lambda: (Device(0x0483, 0x5743, Interface(7)),), tmp_path)
    assert found.label == "USB 0483:5743"


def test_each_queue_of_the_spooler_prints_pages() -> None:
    told = "device for Office: ipp://printer.example/ipp\ndevice for TM_T82: usb://EPSON/TM-T82\n"
    office, thermal = cups_queues(lambda: told)
    assert (office.plan.kind, office.plan.windows_name) == (PrinterKind.SYSTEM, "Office")
    assert thermal.detail == "usb://EPSON/TM-T82"
    assert list(cups_queues(lambda: "")) == []


def test_each_windows_printer_is_offered_for_receipts_and_for_pages_and_files_are_not() -> None:
    told = [
        {"pPrinterName": name}
        for name in ("EPSON TM-T82 Receipt", "Microsoft Print to PDF", "OneNote (Desktop)", "Fax")
    ]
    found = [(one.plan.kind, one.plan.windows_name) for one in windows_queues(lambda: told)]
    assert found == [
        (PrinterKind.WINDOWS, "EPSON TM-T82 Receipt"),
        (PrinterKind.SYSTEM, "EPSON TM-T82 Receipt"),
    ]


USB = FoundPrinter(PrinterPlan(kind=PrinterKind.USB, usb_vendor_id=0x04B8), "EPSON")
NAMED = FoundPrinter(
    PrinterPlan(kind=PrinterKind.SERIAL, device="/dev/ttyUSB0"), "/dev/ttyUSB0", "CH340"
)
PLAIN = FoundPrinter(PrinterPlan(kind=PrinterKind.SERIAL, device="/dev/ttyS0"), "/dev/ttyS0")
TWICE = FoundPrinter(PrinterPlan(kind=PrinterKind.SERIAL, device="/dev/ttyS0"), "again")


def test_what_says_that_it_is_a_printer_stands_before_ports_that_may_be_anything() -> None:
    search = PrinterSearch((lambda: (PLAIN, NAMED, TWICE), lambda: (USB,)))
    assert search.find() == (USB, NAMED, PLAIN)


def test_a_look_that_fails_hides_nothing_of_the_others(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Iterable[FoundPrinter]:
        raise RuntimeError("no backend")

    def breaks_off() -> Iterator[FoundPrinter]:
        yield PLAIN
        raise OSError("gone")

    assert PrinterSearch((broken, breaks_off, lambda: (USB,))).find() == (USB,)
    assert "no backend" in caplog.text


def test_a_look_that_hangs_is_left_to_itself() -> None:
    hangs = threading.Event()

    def never() -> Iterable[FoundPrinter]:
        hangs.wait(20)
        return (PLAIN,)

    try:
        assert PrinterSearch((never, lambda: (USB,)), seconds=0.3).find() == (USB,)
    finally:
        hangs.set()


def test_this_very_computer_can_be_searched() -> None:
    assert all(one.label for one in PrinterSearch().find())
