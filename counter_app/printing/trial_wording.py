"""The words on a test page, each in Hindi and English; a ``Tongue`` says which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.printer import PrinterKind
from counter_app.printing.tongue import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = Said("जाँच पृष्ठ", "TEST PAGE")
NOT_A_RECEIPT = Said("यह रसीद नहीं है", "THIS IS NO RECEIPT")
BOTH_ENDS = Said(
    "पैमाने के दोनों सिरे कागज़ पर दिखने चाहिए।",
    "Both ends of the ruler must be on the paper.",
)
CONJUNCTS = "श्री क्षत्रिय · विद्युत · प्राप्ति · ज्ञान · द्वारा · हृदय · किस्त · उर्मिला"
"""Letters that only a shaper puts together rightly: half forms, reph, a matra before its letter."""

PLAIN_LETTERS = "ABCDEFGHIJKLM abcdefghijklm 0123456789"
HINDI_FIGURES = "०१२३४५६७८९"
AMOUNT = Said("राशि", "Amount")
SCAN_ME = Said("मोबाइल कैमरे से जाँचें।", "Check it with a phone's camera.")
EVEN = Said(
    "चारों पट्टियाँ एक समान दिखनी चाहिए, कोई सफ़ेद धारी नहीं।",
    "The four fields must be even, without a white line.",
)
COUNTER = Said("काउंटर", "Counter")
MADE_AT = Said("दिनांक, समय", "Date, time")
MODEL = Said("प्रिंटर", "Printer")
WIDTH = Said("चौड़ाई", "Width")
DOTS = "{dots} dots"
CONNECTED = Said("कनेक्शन", "Connection")
ADDRESS = Said("पता", "Address")
DEVICE = Said("पोर्ट", "Port")
SPEED = Said("गति", "Speed")
BAUD = "{baud} baud"
USB_NUMBER = "USB"
QUEUE = Said("प्रिंटर का नाम", "Printer name")
USUAL_QUEUE = "—"
DRAWER = Said("दराज़", "Drawer")
NO_DRAWER = "—"
PIN = "pin {pin}"

KINDS: Mapping[PrinterKind, Said] = {
    PrinterKind.NONE: Said("PDF", "PDF", both="PDF"),
    PrinterKind.NETWORK: Said("नेटवर्क", "Network"),
    PrinterKind.SERIAL: Said("सीरियल", "Serial"),
    PrinterKind.FILE: Said("डिवाइस फ़ाइल", "Device file"),
    PrinterKind.USB: Said("USB", "USB", both="USB"),
    PrinterKind.WINDOWS: Said("Windows", "Windows", both="Windows"),
    PrinterKind.SYSTEM: Said("सिस्टम प्रिंटर", "System printer"),
}
