"""What a print comes to under each fault that the tests' own printer can have."""

from __future__ import annotations

from counter_app.domain.receipt import PrintReason, PrintState
from tests.printing.emulator import PaperFault

PRINTED, NOT_SENT, UNCERTAIN = PrintState.PRINTED, PrintState.NOT_SENT, PrintState.UNCERTAIN

Table = list[tuple[PaperFault, PrintState, PrintReason]]

BEFORE: Table = [
    (PaperFault.PAPER_OUT, NOT_SENT, PrintReason.PAPER_OUT),
    (PaperFault.COVER_OPEN, NOT_SENT, PrintReason.COVER_OPEN),
    (PaperFault.OFFLINE, NOT_SENT, PrintReason.PRINTER_OFFLINE),
    (PaperFault.SILENT, NOT_SENT, PrintReason.NO_ANSWER),
    (PaperFault.GARBAGE, NOT_SENT, PrintReason.NO_ANSWER),
    (PaperFault.BABBLE, NOT_SENT, PrintReason.NO_ANSWER),
    (PaperFault.LATE, NOT_SENT, PrintReason.NO_ANSWER),
]
DURING: Table = [
    (PaperFault.PAPER_OUT_DURING, UNCERTAIN, PrintReason.PAPER_OUT),
    (PaperFault.COVER_OPENED_DURING, UNCERTAIN, PrintReason.COVER_OPEN),
    (PaperFault.POWER_LOST, UNCERTAIN, PrintReason.CUT_SHORT),
    (PaperFault.POWER_LOST_QUIETLY, UNCERTAIN, PrintReason.CUT_SHORT),
    (PaperFault.STALLED, UNCERTAIN, PrintReason.NO_ANSWER),
]
WELL: Table = [
    (PaperFault.NONE, PRINTED, PrintReason.NONE),
    (PaperFault.LOW_PAPER, PRINTED, PrintReason.LOW_PAPER),
]
