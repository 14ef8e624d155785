"""Let the two printers of a counter change places: the first one jams, the other one takes over."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.printer import NO_PRINTER, PrinterPlace
from counter_app.use_cases.set_printer import ViewPrinters

if TYPE_CHECKING:
    from counter_app.domain.printer import PrintersAtHand
    from counter_app.use_cases.printer_ports import PrinterBench, PrinterShelf

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SwapPrinters:
    """The verb: from the next paper on."""

    bench: PrinterBench
    shelf: PrinterShelf

    def __call__(self) -> PrintersAtHand:
        """What is set then. Raises Refusal NO_OTHER_PRINTER, Fault FILE_NOT_WRITTEN; then nothing changed."""
        if self.shelf.plan(PrinterPlace.OTHER) == NO_PRINTER:
            raise Refusal(RefusalCode.NO_OTHER_PRINTER)
        self.shelf.swap()
        _log.info("the printers changed places")
        return ViewPrinters(self.bench, self.shelf)()
