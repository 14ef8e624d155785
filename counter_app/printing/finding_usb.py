"""USB printers by their class, as libusb tells it without opening them; their names as the kernel keeps them."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.domain.printer import (
    EPSON_IN_ENDPOINT,
    EPSON_OUT_ENDPOINT,
    FoundPrinter,
    PrinterKind,
    PrinterPlan,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PRINTER_CLASS = 7
"""Of an interface (USB device class definition for printing devices 1.1, 4.2)."""

INTO_COMPUTER = 0x80
DEVICES = Path("/sys/bus/usb/devices")


def _devices() -> Iterable[Any]:
    devices: Iterable[Any] = import_module("usb.core").find(find_all=True) or ()
    return devices


def usb_printers(
    devices: Callable[[], Iterable[Any]] = _devices, kernel: Path = DEVICES
) -> Iterator[FoundPrinter]:
    """Each device with a printer's interface. Raises what pyusb raises without a libusb."""
    for device in devices():
        interface = _printer_interface(device)
        if interface is not None:
            yield _found(device, interface, _named(device, kernel))


def _printer_interface(device: Any) -> Any | None:  # noqa: ANN401 - pyusb ships no types
    for configuration in device:
        for interface in configuration:
            if interface.bInterfaceClass == PRINTER_CLASS:
                return interface
    return None


def _found(device: Any, interface: Any, name: str) -> FoundPrinter:  # noqa: ANN401 - pyusb ships no types
    addresses = [int(endpoint.bEndpointAddress) for endpoint in interface]
    into = next((one for one in addresses if one & INTO_COMPUTER), EPSON_IN_ENDPOINT)
    out = next((one for one in addresses if not one & INTO_COMPUTER), EPSON_OUT_ENDPOINT)
    number = f"{device.idVendor:04x}:{device.idProduct:04x}"
    plan = PrinterPlan(
        kind=PrinterKind.USB,
        usb_vendor_id=device.idVendor,
        usb_product_id=device.idProduct,
        usb_in_endpoint=into,
        usb_out_endpoint=out,
    )
    return FoundPrinter(plan, name or f"USB {number}", number)


def _named(device: Any, kernel: Path) -> str:  # noqa: ANN401 - pyusb ships no types
    """Maker and product as Linux read them when it was plugged in; elsewhere nobody tells without opening."""
    for folder in kernel.glob("*"):
        with suppress(OSError, ValueError):
            place = int(_line(folder / "busnum")), int(_line(folder / "devnum"))
            if place == (device.bus, device.address):
                said = [_line(folder / name) for name in ("manufacturer", "product")]
                return " ".join(dict.fromkeys(said))
    return ""


def _line(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()
