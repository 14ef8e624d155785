"""Test pages, one of each way to a printer: ``python -m tests.printing.trials`` writes their golden texts anew."""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.printer import PrinterKind, PrinterPlan, TrialPage
from counter_app.domain.printer_rules import model_named
from counter_app.printing.layout_trial import lay_out_trial
from counter_app.printing.profiles import printer_models
from counter_app.printing.text_form import as_text
from tests.builders import NOW

FOLDER = Path(__file__).parents[1] / "data" / "test_pages"
COLUMNS = (48, 32)

PLANS = {
    "network": PrinterPlan(kind=PrinterKind.NETWORK, host="192.168.10.45"),
    "serial": PrinterPlan(
        kind=PrinterKind.SERIAL, profile="generic-58", device="/dev/ttyUSB0", baud_rate=19_200
    ),
    "bluetooth": PrinterPlan(
        kind=PrinterKind.SERIAL,
        profile="generic-58-silent",
        device="/dev/rfcomm0",
        drawer_pin=0,
    ),
    "file": PrinterPlan(kind=PrinterKind.FILE, device="/dev/usb/lp0", drawer_pin=5),
    "usb": PrinterPlan(
        kind=PrinterKind.USB,
        profile="epson-tm-t88",
        usb_vendor_id=0x04B8,
        usb_product_id=0x0202,
    ),
    "windows": PrinterPlan(kind=PrinterKind.WINDOWS, windows_name="EPSON TM-T20II Receipt"),
    "system": PrinterPlan(kind=PrinterKind.SYSTEM, profile="a5"),
    "none": PrinterPlan(kind=PrinterKind.NONE, profile="a5"),
}


def a_trial(plan: PrinterPlan, counter_id: str = "KID07") -> TrialPage:
    """A test page by this plan."""
    model = model_named(plan.profile, printer_models())
    assert model is not None
    return TrialPage(plan, model, counter_id, NOW)


def golden_texts() -> dict[str, str]:
    """File name to text, for each way at both widths."""
    return {
        f"{name}-{columns}.txt": as_text(lay_out_trial(a_trial(plan)), columns)
        for name, plan in PLANS.items()
        for columns in COLUMNS
    }


def main() -> None:
    """Write them all; read the difference before you keep it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
