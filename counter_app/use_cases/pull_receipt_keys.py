"""Pull the list that receipts are checked by: now and then, beside the round, and never in its way."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.use_cases.ports import BillingServer, Clock, ReceiptKeyShelf

_log = logging.getLogger(__name__)

USUAL_PAUSE = timedelta(minutes=15)
"""Between two questions for a newer list: reversals of other counters are known here so soon."""


@dataclass(slots=True)
class PullReceiptKeys:
    """The verb. It remembers when it asked last; a clock that is set back or forward asks again."""

    shelf: ReceiptKeyShelf
    server: BillingServer
    clock: Clock
    pause: timedelta = USUAL_PAUSE
    _asked_at: datetime | None = field(default=None, init=False)

    def __call__(self) -> bool:
        """Whether a newer list was kept. A fault of the line or the disk is logged: the old list goes on to serve.

        A list that is older than the one in hand is not kept: somebody plays an old answer back, in which a key
        that was taken away still stands.
        """
        now = self.clock.now()
        if self._asked_at is not None and abs(now - self._asked_at) < self.pause:
            return False
        self._asked_at = now
        try:
            return self._pull()
        except Fault as fault:
            _log.warning("the list of receipt keys was not pulled: %s", fault)
            return False

    def _pull(self) -> bool:
        kept = self.shelf.read()
        answer = self.server.receipt_keys("" if kept is None else kept.version)
        if answer is None:
            return False
        told, signed = answer
        if kept is not None and told.at_us < kept.at_us:
            _log.warning(
                "a list of receipt keys as of %d after %d: not kept", told.at_us, kept.at_us
            )
            return False
        self.shelf.keep(signed)
        return True
