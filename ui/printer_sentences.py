"""What to say of a printer that cannot be set up as typed: which field, and what belongs into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.errors import RefusalCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

PRINTER_SENTENCES: Mapping[RefusalCode, str] = {
    RefusalCode.PRINTER_PLAN_WRONG: QT_TRANSLATE_NOOP(
        "Refusal", "{field} Nothing was printed and nothing was kept."
    ),
}

PLAN_FIELDS: Mapping[str, str] = {
    "host": QT_TRANSLATE_NOOP(
        "Refusal", "The printer's address is missing, or is none. Type it as 192.168.1.50."
    ),
    "port": QT_TRANSLATE_NOOP(
        "Refusal", "The port is a number from 1 to 65535; nearly always it is 9100."
    ),
    "device": QT_TRANSLATE_NOOP(
        "Refusal", "The port's name is missing. Type it as COM3 or /dev/ttyUSB0."
    ),
    "baud_rate": QT_TRANSLATE_NOOP(
        "Refusal", "The speed is one of 9600, 19200, 38400, 57600 and 115200 baud."
    ),
    "usb": QT_TRANSLATE_NOOP(
        "Refusal", "The USB printer has no number. Plug it in and look for printers anew."
    ),
    "windows_name": QT_TRANSLATE_NOOP(
        "Refusal", "The printer's name is too long. Type it as the system shows it."
    ),
    "profile": QT_TRANSLATE_NOOP(
        "Refusal", "This model is not on the list of printers any more. Choose another."
    ),
    "connection": QT_TRANSLATE_NOOP(
        "Refusal", "This model cannot be connected so. Choose another model or connection."
    ),
    "drawer_pin": QT_TRANSLATE_NOOP("Refusal", "The drawer hangs on pin 2 or on pin 5."),
}
"""By the ``field`` of PRINTER_PLAN_WRONG."""


def plan_field_text(field: str) -> str:
    """The sentence about one field; of a field of something else its name."""
    return QCoreApplication.translate("Refusal", PLAN_FIELDS.get(field, field))
