"""A carried file at the centre: its batches are taken as if they had come by line, its answers go into a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from billing_server.problems import Code, ServerRefusal
from billing_server.sealed_files import BUSY_SENTENCE
from counter_app.wire.carried import acknowledged_file, carried_in
from counter_app.wire.sealed import FileKind, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.wire.canonical import KeyPair
    from counter_app.wire.exchange import Batch

    TakeBatch = Callable[[str, int, Batch], bytes]

_SENTENCES = {
    Code.GAP: "this server lacks earlier messages of the counter (it was restored, or an earlier file is missing)."
    " Nothing is lost; take that file first, or bring the counter to the line",
    Code.FORK: "the counter's story differs from what is known here. Both are kept; see the alarms",
    Code.BUSY: BUSY_SENTENCE,
    Code.EPOCH_UNKNOWN: "this server does not know the counter. Nothing was changed",
}


@dataclass(slots=True)
class CarriedTaken:
    """What became of a carried file: the exact acknowledgements, and why the rest was not taken (None: all was)."""

    counter_id: str
    answers: list[bytes] = field(default_factory=list)
    messages: int = 0
    stopped_by: ServerRefusal | None = None

    def file(self) -> bytes:
        """The acknowledgement file for the counter."""
        return acknowledged_file(self.counter_id, tuple(self.answers))

    def sentence(self) -> str:
        """What happened, for people."""
        told = f"{self.counter_id}: messages that are here now: {self.messages}"
        if self.stopped_by is None:
            return f"{told}."
        why = _SENTENCES.get(self.stopped_by.code, f"a batch makes no sense ({self.stopped_by})")
        return f"{told}; the rest was not taken: {why}."


def take_carried(key: KeyPair, content: bytes, take_batch: TakeBatch) -> CarriedTaken:
    """Take each batch, in order, up to the first that cannot be: ``take_batch`` gives the signed acknowledgement.

    Every batch proves itself by its head's signature. Raises SealedFileError for a file that is not taken at all.
    """
    carried = carried_in(read_file(FileKind.CARRIED, content).opened_by(key))
    taken = CarriedTaken(carried.counter_id)
    for one in carried.batches:
        try:
            taken.answers.append(take_batch(carried.counter_id, one.epoch, one.batch))
        except ServerRefusal as refusal:
            taken.stopped_by = refusal
            break
        taken.messages += len(one.batch.messages)
    return taken
