"""Counters that break a rule: the proof must find each of them, or it proves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.errors import Fault
from counter_app.wire.canonical import chain_hash, raw_of, text_of
from counter_app.wire.exchange import Acknowledgement, Fate, FateTold

if TYPE_CHECKING:
    from counter_app.sync.server_link import GapTold, ServerLink
    from counter_app.wire.exchange import Batch, Changes
    from counter_app.wire.receipt_keys import ReceiptKeys
    from counter_app.wire.results import Results
    from tests.chaos.counter import RealCounter


@dataclass(frozen=True, slots=True)
class _Link:
    """The real link, for all that is not broken."""

    real: ServerLink

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        return self.real.push(epoch, batch)

    def changes(self, since: int) -> Changes:
        return self.real.changes(since)

    def results(self, after: int) -> Results:
        return self.real.results(after)

    def receipt_keys(self, version: str) -> tuple[ReceiptKeys, bytes] | None:
        return self.real.receipt_keys(version)


class _Gullible(_Link):
    """Takes whatever came back, or nothing, for an acknowledgement."""

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        try:
            return self.real.push(epoch, batch)
        except Fault:
            head = raw_of(batch.previous)
            for raw in batch.messages:
                head = chain_hash(head, bytes(raw))
            last = batch.first + len(batch.messages) - 1
            fates = tuple(FateTold(s, Fate.POSTED, "") for s in range(batch.first, last + 1))
            certificate = self.real.certificate()
            assert certificate is not None
            told = Acknowledgement(certificate.counter_id, epoch, last, text_of(head), 1, fates)
            return told, b"proved by nobody"


class _Forgetful(_Link):
    """Keeps the mark of a pull and loses its earlier pages."""

    def changes(self, since: int) -> Changes:
        page = self.real.changes(since)
        if page.mark is not None:
            return page
        return msgspec.structs.replace(page, consumers=(), bills=())


def believes_anybody(counter: RealCounter) -> None:
    """Acknowledges without proof."""
    counter.make_verbs(_Gullible(counter.link), counter.bills)  # type: ignore[arg-type] # what a round asks of it


def applies_half_a_pull(counter: RealCounter) -> None:
    """Applies a mark apart from the bills it belongs to."""
    counter.make_verbs(_Forgetful(counter.link), counter.bills)  # type: ignore[arg-type] # what a round asks of it
