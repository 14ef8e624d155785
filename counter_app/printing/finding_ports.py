"""Serial ports, Bluetooth serial ports and device files that may lead to a printer; none of them is opened."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from counter_app.domain.printer import FoundPrinter, PrinterKind, PrinterPlan
from counter_app.domain.printer_rules import USUAL_BAUD_RATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEVICES = Path("/dev")
CLASSES = Path("/sys/class/usbmisc")
PARALLEL_PORTS_KEY = r"HARDWARE\DEVICEMAP\PARALLEL PORTS"
WINDOWS = "win32"
PARALLEL_PORTS = ("LPT1", "LPT2", "LPT3")

BLUETOOTH_HWID = "BTHENUM"
_INCOMING = re.compile(r"&0{12}_")
"""Windows makes two ports of a paired device; the incoming one has no address and leads nowhere."""

_NOT_TOLD = "n/a"
_MAKER = re.compile(r"(?:MFG|MANUFACTURER):([^;]*);")
_MODEL = re.compile(r"(?:MDL|MODEL):([^;]*);")


class PortTold(Protocol):
    """What pyserial tells of a port (``serial.tools.list_ports_common.ListPortInfo``)."""

    device: str
    description: str
    hwid: str
    manufacturer: str | None
    product: str | None


def _comports() -> Iterable[PortTold]:
    ports: Iterable[PortTold] = import_module("serial.tools.list_ports").comports()
    return ports


def serial_ports(
    comports: Callable[[], Iterable[PortTold]] = _comports, devices: Path = DEVICES
) -> Iterator[FoundPrinter]:
    """Each port with what its adapter says of itself; Bluetooth ports marked as such."""
    for port in comports():
        if BLUETOOTH_HWID in port.hwid and _INCOMING.search(port.hwid):
            continue
        yield _port(port)
    for path in sorted(devices.glob("rfcomm[0-9]*")):
        yield _bluetooth(str(path), "")


def _port(port: PortTold) -> FoundPrinter:
    said = _said(port)
    if BLUETOOTH_HWID in port.hwid or Path(port.device).name.startswith("rfcomm"):
        return _bluetooth(port.device, said)
    is_adapter = "USB" in port.hwid
    rate = USUAL_BAUD_RATES[-1] if is_adapter else USUAL_BAUD_RATES[0]
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device=port.device, baud_rate=rate)
    return FoundPrinter(plan, port.device, said)


def _bluetooth(device: str, said: str) -> FoundPrinter:
    """The rate is the air's own: whatever is set goes unheard."""
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device=device)
    return FoundPrinter(plan, device, said, is_bluetooth=True)


def _said(port: PortTold) -> str:
    """Maker and product; else the description, where it is more than the port's own name."""
    named = [part for part in (port.manufacturer, port.product) if part and part != _NOT_TOLD]
    if named:
        return " ".join(dict.fromkeys(named))
    description = port.description or ""
    is_own_name = description in {_NOT_TOLD, port.device, Path(port.device).name}
    return "" if is_own_name else description


def device_files(devices: Path = DEVICES, classes: Path = CLASSES) -> Iterator[FoundPrinter]:
    """``/dev/usb/lp*``, each with the name its printer told the kernel; ``/dev/lp*`` of a parallel port."""
    for path in (*sorted(devices.glob("usb/lp[0-9]*")), *sorted(devices.glob("lp[0-9]*"))):
        plan = PrinterPlan(kind=PrinterKind.FILE, device=str(path))
        yield FoundPrinter(plan, str(path), _told_to_kernel(classes / path.name / "device"))


def _told_to_kernel(folder: Path) -> str:
    """Maker and model of the IEEE 1284 device id (``MFG:EPSON;MDL:TM-T82;``); empty where there is none."""
    with suppress(OSError):
        told = (folder / "ieee1284_id").read_text(encoding="utf-8", errors="replace")
        found = (_MAKER.search(told), _MODEL.search(told))
        return " ".join(one[1].strip() for one in found if one)
    return ""


def parallel_ports(platform: str = sys.platform) -> Iterator[FoundPrinter]:
    """``LPT1`` to ``LPT3`` of Windows, as far as its list of devices has them."""
    return lpt_ports(_registered_ports() if platform == WINDOWS else ())


def lpt_ports(registered: Iterable[str]) -> Iterator[FoundPrinter]:
    r"""Those of ``\DosDevices\LPT1`` and so on that this computer has."""
    names = {one.rpartition("\\")[2].upper() for one in registered}
    for name in PARALLEL_PORTS:
        if name in names:
            yield FoundPrinter(PrinterPlan(kind=PrinterKind.FILE, device=name), name)


def _registered_ports() -> list[str]:
    registry = import_module("winreg")
    ports: list[str] = []
    with suppress(OSError):
        key = registry.OpenKey(registry.HKEY_LOCAL_MACHINE, PARALLEL_PORTS_KEY)
        with key:
            count = registry.QueryInfoKey(key)[1]
            ports += [str(registry.EnumValue(key, place)[1]) for place in range(count)]
    return ports
