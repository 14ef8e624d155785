"""What a technician sets at this computer, in one JSON file a person can read."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import (
    EPSON_IN_ENDPOINT,
    EPSON_OUT_ENDPOINT,
    PrinterKind,
    PrinterPlace,
    PrinterPlan,
)
from counter_app.domain.shift import USUAL_DRAWERS
from counter_app.wire.decoding import read_json

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class PrinterChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``domain.printer.PrinterPlan`` as JSON: the same fields, each means the same; see ``plan_of``.

    ``kind`` is none (receipts are saved as PDF), network, serial, file, usb, windows or system (pages). Only the
    fields of its kind count: ``host`` and ``port``; ``device`` and ``baud_rate``; the USB ids; or the printer's name
    in Windows or CUPS. ``profile`` names one of ``resources/printers``. ``drawer_pin`` null: as the model has it.
    """

    kind: Literal["none", "network", "serial", "file", "usb", "windows", "system"] = "none"
    profile: str = "generic-80"
    host: str = ""
    port: int = 9100
    device: str = ""
    baud_rate: int = 115_200
    usb_vendor_id: int = 0
    usb_product_id: int = 0
    usb_in_endpoint: int = EPSON_IN_ENDPOINT
    usb_out_endpoint: int = EPSON_OUT_ENDPOINT
    windows_name: str = ""
    drawer_pin: Literal[0, 2, 5] | None = None
    connect_timeout_seconds: float = 2.0
    answer_timeout_seconds: float = 1.0
    job_timeout_seconds: float = 15.0


def plan_of(choice: PrinterChoice) -> PrinterPlan:
    """What the settings say, as the domain says it."""
    fields = msgspec.structs.asdict(choice)
    return PrinterPlan(**(fields | {"kind": PrinterKind(choice.kind)}))


def choice_of(plan: PrinterPlan) -> PrinterChoice:
    """The same back. Raises msgspec.ValidationError for a plan that no settings file could hold."""
    return msgspec.convert(asdict(plan) | {"kind": plan.kind.value}, PrinterChoice)


class TerminalChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bank's card terminal; ``kind`` is typed (the cashier types its slip), tcp or serial.

    Only the fields of its kind count: ``host`` (an address in figures is found soonest) and ``port``; ``device`` and
    ``baud_rate``. ``tid`` is the terminal's own number: with it, no other terminal is believed. What each time means
    stands in counter_app/terminals/PROTOCOL.md, section 3.
    """

    kind: Literal["typed", "tcp", "serial"] = "typed"
    host: str = ""
    port: int = 8410
    device: str = ""
    baud_rate: int = 115_200
    tid: str = ""
    connect_timeout_seconds: float = 5.0
    write_timeout_seconds: float = 5.0
    acknowledge_timeout_seconds: float = 2.0
    byte_timeout_seconds: float = 1.0
    silence_timeout_seconds: float = 15.0
    question_timeout_seconds: float = 10.0
    answer_timeout_seconds: float = 90.0


class UpiChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom UPI pays, as the bank wrote it: payee address (``pa``) and name (``pn``); empty, no QR is offered.

    Not checked here, so that a slip of the hand costs the QR alone and not the printer: the verb refuses it.
    """

    pa: str = ""
    pn: str = ""


class TlsChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the centre's certificate is proved; empty, by the authorities that browsers know.

    ``authority_file``: a PEM file of the utility's own authority. ``pinned_sha256``: the one certificate that is
    believed, its SHA-256 in hex (``openssl x509 -fingerprint -sha256``); then no authority, name or date is asked.
    Not checked here, so that a slip of the hand costs the line alone: what is no fingerprint fits no certificate.
    """

    authority_file: str = ""
    pinned_sha256: str = ""


CustomerDisplayChoice = Literal["off"] | Annotated[int, msgspec.Meta(ge=2, le=9)]
"""``off``, or the number of the screen that faces the consumer; 1 is the cashier's own."""


class PoleChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The two-line display that faces the consumer; without a ``device`` (``COM4``, ``/dev/ttyUSB1``) there is none.

    ``model`` names one of ``resources/printers/poles.toml``. Not checked here, so that a slip of the hand costs the
    display alone: the facts of the counter say what is wrong.
    """

    device: str = ""
    model: str = "epson-dm-d"
    baud_rate: int = 9600


HourChoice = Annotated[int, msgspec.Meta(ge=0, le=24)]
"""An hour of the day from which the strip asks for the daily reconciliation; 24 asks the next morning only."""


DrawerChoice = Annotated[int, msgspec.Meta(ge=1, le=9)]
"""How many cash drawers or till trays this counter has; each holds the cash of one cashier."""


AutoLockChoice = Annotated[int, msgspec.Meta(ge=0, le=240)]
"""After how many minutes without key or mouse the seat is locked; 0 is never."""


TongueChoice = Literal["both", "english", "hindi"]
"""What receipts and all papers of the receipt printer speak: ``printing.tongue.Tongue``."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings with their defaults."""

    server_url: str = ""
    tls: TlsChoice = msgspec.field(default_factory=TlsChoice)
    printer: PrinterChoice = msgspec.field(default_factory=PrinterChoice)
    printer_other: PrinterChoice = msgspec.field(default_factory=PrinterChoice)
    """The one beside it, for the day the first one jams; kind none where there is no other."""
    receipt_tongue: TongueChoice = "both"
    """For both printers, PDF and pages; a printer that prints in its own type speaks English whatever stands here."""
    terminal: TerminalChoice = msgspec.field(default_factory=TerminalChoice)
    is_keyring_used: bool = True
    upi: UpiChoice = msgspec.field(default_factory=UpiChoice)
    customer_display: CustomerDisplayChoice = "off"
    pole: PoleChoice = msgspec.field(default_factory=PoleChoice)
    is_amount_spoken: bool = False
    """Whether the sum to pay and the change are said in Hindi, through the speech that this computer has."""
    reconcile_from_hour: HourChoice = 17
    bank_account: str = ""
    """The utility's account as it stands on bank slips; empty, it is typed on the first one and kept from then on."""
    drawer_count: DrawerChoice = USUAL_DRAWERS
    auto_lock_minutes: AutoLockChoice = 10

    @property
    def customer_screen(self) -> int:
        """The screen that faces the consumer; 0 is none."""
        return 0 if self.customer_display == "off" else self.customer_display


def read_settings(path: Path, now: datetime) -> tuple[Settings, Fault | None]:
    """The settings, and a Fault SETTINGS_DAMAGED when the file could not be read.

    A damaged file is put aside beside itself, never overwritten, and the defaults hold: money can be taken.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), Fault(FaultCode.SETTINGS_DAMAGED, f"{path.name}: {error}")
    try:
        return read_json(raw, Settings), None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        aside = path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
        detail = f"{path.name}: {error}; put aside as {aside.name}"
        try:
            path.replace(aside)
        except OSError as failure:
            detail = f"{path.name}: {error}; could not be put aside: {failure}"
        return Settings(), Fault(FaultCode.SETTINGS_DAMAGED, detail)


def write_settings(path: Path, settings: Settings) -> None:
    """Replace the file whole, durably. Raises Fault FILE_NOT_WRITTEN."""
    body = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(body + b"\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{path.name}: {error}") from error


_FIELD_OF_PLACE = {PrinterPlace.FIRST: "printer", PrinterPlace.OTHER: "printer_other"}


class SettingsFile:
    """The settings in use; a change is written at once."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self.settings = settings

    def keep_server_url(self, server_url: str) -> None:
        """Remember where the centre is. Raises Fault FILE_NOT_WRITTEN."""
        self._keep(msgspec.structs.replace(self.settings, server_url=server_url))

    def printer_plan(self, place: PrinterPlace) -> PrinterPlan:
        """The printer in this place; NO_PRINTER where none was set."""
        return plan_of(getattr(self.settings, _FIELD_OF_PLACE[place]))

    def keep_printer(self, place: PrinterPlace, plan: PrinterPlan) -> None:
        """Remember this printer. Raises Fault FILE_NOT_WRITTEN; then the settings are as they were."""
        changed = {_FIELD_OF_PLACE[place]: choice_of(plan)}
        self._keep(msgspec.structs.replace(self.settings, **changed))

    def swap_printers(self) -> None:
        """Each takes the other's place, in one write. Raises Fault FILE_NOT_WRITTEN; then they are as they were."""
        now = self.settings
        self._keep(
            msgspec.structs.replace(now, printer=now.printer_other, printer_other=now.printer)
        )

    def _keep(self, settings: Settings) -> None:
        write_settings(self._path, settings)
        self.settings = settings
