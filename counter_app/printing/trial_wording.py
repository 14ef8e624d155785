"""The words on a test page, Hindi and English. Paper shows both, whatever the screen speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.printer import PrinterKind

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "जाँच पृष्ठ / TEST PAGE"
NOT_A_RECEIPT = ("यह रसीद नहीं है", "THIS IS NO RECEIPT")
BOTH_ENDS = (
    "पैमाने के दोनों सिरे कागज़ पर दिखने चाहिए।",
    "Both ends of the ruler must be on the paper.",
)
CONJUNCTS = "श्री क्षत्रिय · विद्युत · प्राप्ति · ज्ञान · द्वारा · हृदय · किस्त · उर्मिला"
"""Letters that only a shaper puts together rightly: half forms, reph, a matra before its letter."""

PLAIN_LETTERS = "ABCDEFGHIJKLM abcdefghijklm 0123456789 ०१२३४५६७८९"
AMOUNT = "राशि / Amount"
SCAN_ME = ("मोबाइल कैमरे से जाँचें।", "Check it with a phone's camera.")
EVEN = (
    "चारों पट्टियाँ एक समान दिखनी चाहिए, कोई सफ़ेद धारी नहीं।",
    "The four fields must be even, without a white line.",
)
COUNTER = "काउंटर / Counter"
MADE_AT = "दिनांक, समय / Date, time"
MODEL = "प्रिंटर / Printer"
WIDTH = "चौड़ाई / Width"
DOTS = "{dots} dots"
CONNECTED = "कनेक्शन / Connection"
ADDRESS = "पता / Address"
DEVICE = "पोर्ट / Port"
SPEED = "गति / Speed"
BAUD = "{baud} baud"
USB_NUMBER = "USB"
QUEUE = "प्रिंटर का नाम / Printer name"
USUAL_QUEUE = "—"
DRAWER = "दराज़ / Drawer"
NO_DRAWER = "—"
PIN = "pin {pin}"

KINDS: Mapping[PrinterKind, str] = {
    PrinterKind.NONE: "PDF",
    PrinterKind.NETWORK: "नेटवर्क / Network",
    PrinterKind.SERIAL: "सीरियल / Serial",
    PrinterKind.FILE: "डिवाइस फ़ाइल / Device file",
    PrinterKind.USB: "USB",
    PrinterKind.WINDOWS: "Windows",
    PrinterKind.SYSTEM: "सिस्टम प्रिंटर / System printer",
}
