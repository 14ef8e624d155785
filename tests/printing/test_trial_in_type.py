"""The test page on a slow serial printer: in the printer's own type, as its receipts will be."""

from __future__ import annotations

import pytest

from counter_app.domain.receipt import PrintState
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named
from tests.printing.paper_decoder import TextLine, decode, real_time_commands_in
from tests.printing.trials import PLANS, a_trial
from tests.printing.wire import BITS_A_BYTE, SLOW_BAUD, Wire

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("model", ["epson-tm-t82", "epson-tm-t88", "generic-80", "generic-58"])
def test_it_shows_type_code_and_a_line_of_hindi_in_ten_seconds(model: str) -> None:
    wire, profile = Wire(), profile_named(model)
    printer = ThermalPrinter(profile, lambda: wire, prints_text=True)
    assert printer.print_trial(a_trial(PLANS["serial"])).state is PrintState.PRINTED
    paper = decode(wire.sent, profile.width_dots)
    assert len(wire.sent) * BITS_A_BYTE / SLOW_BAUD < 10
    assert real_time_commands_in(wire.sent) == []
    assert paper.pulses == []
    assert "TEST PAGE" in paper.text
    assert "Rs. 12,34,567.89" in paper.text
    assert len(paper.codes) == profile.has_native_qr
    (mark,) = [
        line
        for line in paper.prints
        if isinstance(line, TextLine) and any(part.is_reversed for part in line.parts)
    ]
    assert mark.text.strip() == "THIS IS NO RECEIPT"
