"""Carry the outbox on a stick where no line is: everything unsent into a sealed file, the acknowledgements back.

Nothing is noted when a file is written: what is unsent stays unsent until the centre's signed word is read, whichever
way it comes, and however often.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases.carried import refusing_flaws
from counter_app.use_cases.push_outbox import STOPPED_BY_FORK
from counter_app.use_cases.views import CarriedOut
from counter_app.wire.canonical import raw_of
from counter_app.wire.carried import (
    MOST_CARRIED_BYTES,
    Carried,
    CarriedBatch,
    acknowledgements_in,
    carried_file,
)
from counter_app.wire.exchange import MOST_BATCH_BYTES, MOST_MESSAGES_IN_BATCH, batch_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import CarriedFiles, Clock
    from counter_app.use_cases.views import Unsent
    from counter_app.wire.exchange import Certificate

CARRIED_NAME = "carry-{counter_id}-{epoch}-{last}.kesco"


@dataclass(frozen=True, slots=True)
class CarryOut:
    """The verb that writes the file."""

    ledger: Ledger
    files: CarriedFiles

    def __call__(self, folder: Path) -> CarriedOut:
        """What was written where; ``left`` messages did not fit and go with the next file.

        Raises Refusal COUNTER_NOT_ENROLLED, FILE_HOLDS_NOTHING; Fault FILE_NOT_WRITTEN.
        """
        with self.ledger.open_books() as books:
            certificate = _certificate(books)
            runs = list(_unsent(books, certificate.epoch))
            unsent = books.messages.summary().unsent_messages
        if not runs:
            raise Refusal(RefusalCode.FILE_HOLDS_NOTHING)
        batches = tuple(
            CarriedBatch(
                run.epoch, batch_of(run.first, run.previous, run.messages, run.head_signature)
            )
            for run in runs
        )
        last = runs[-1].first + len(runs[-1].messages) - 1
        name = CARRIED_NAME.format(
            counter_id=certificate.counter_id, epoch=runs[-1].epoch, last=last
        )
        server_key = raw_of(next(iter(certificate.server_keys.values())))
        content = carried_file(server_key, Carried(certificate.counter_id, batches))
        path = self.files.write(folder, name, content)
        carried = sum(len(run.messages) for run in runs)
        return CarriedOut(path, carried, unsent - carried)


@dataclass(frozen=True, slots=True)
class CarryIn:
    """The verb that reads the centre's acknowledgement file."""

    ledger: Ledger
    files: CarriedFiles
    clock: Clock

    def __call__(self, path: Path) -> int:
        """How many messages are acknowledged now that were not before; the same file again is harmless.

        Raises Refusal COUNTER_NOT_ENROLLED, FILE_*; Fault FILE_NOT_READ, and SERVER_FORK: then no more payments are
        taken, as when the line says so.
        """
        with self.ledger.open_books() as books:
            certificate = _certificate(books)
            before = books.messages.summary().unsent_messages
        keys = {key_id: raw_of(key) for key_id, key in certificate.server_keys.items()}
        content = self.files.read(path)
        with refusing_flaws(path):
            told = acknowledgements_in(content, certificate.counter_id, keys)
        try:
            with self.ledger.open_books() as books:
                for acknowledgement, signed in told:
                    books.messages.acknowledge(acknowledgement, signed)
                after = books.messages.summary().unsent_messages
                books.commit()
        except Fault as fault:
            if fault.code is FaultCode.SERVER_FORK:
                self._stop()
            raise
        return before - after

    def _stop(self) -> None:
        with self.ledger.open_books() as books:
            if not books.messages.stopped_because():
                books.messages.stop_taking_payments(STOPPED_BY_FORK, self.clock.now())
                books.commit()


def _certificate(books: Books) -> Certificate:
    certificate = books.enrolment.certificate()
    if certificate is None:
        raise Refusal(RefusalCode.COUNTER_NOT_ENROLLED)
    return certificate


def _unsent(books: Books, last_epoch: int) -> Iterator[Unsent]:
    """Runs of all that is unsent, through every epoch, up to what one file carries."""
    run = books.messages.unsent(MOST_MESSAGES_IN_BATCH, MOST_BATCH_BYTES)
    size = 0
    while run is not None:
        size += sum(map(len, run.messages))
        if size > MOST_CARRIED_BYTES:
            return
        yield run
        run = _after(books, run, last_epoch)


def _after(books: Books, run: Unsent, last_epoch: int) -> Unsent | None:
    """The run after this one, in its epoch or the next that has messages."""
    first = run.first + len(run.messages)
    for epoch in range(run.epoch, last_epoch + 1):
        found = books.messages.run_from(epoch, first, MOST_MESSAGES_IN_BATCH, MOST_BATCH_BYTES)
        if found is not None:
            return found
        first = 1
    return None
