"""What the link asks of snapshots, and what the centre's problems mean there."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from counter_app.domain.errors import Fault, FaultCode
from counter_app.sync import proof
from counter_app.sync.transport import Answer
from counter_app.use_cases.snapshot_ports import CursorUnknownError
from counter_app.wire.snapshot import Manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.sync.part_sink import PartSink
    from counter_app.wire.snapshot import BlobTold

_CURSOR_UNKNOWN, _NOT_FOUND = "cursor_unknown", "not_found"


class Get(Protocol):
    """A signed GET, and the proved payload of its answer."""

    def __call__(self, path: str, **query: str) -> bytes:
        """Raises Fault."""
        ...


class AskForPart(Protocol):
    """A signed GET whose bytes go into the sink if it wants them."""

    def __call__(self, path: str, *, sink: PartSink) -> object:
        """The answer. Raises Fault."""
        ...


def manifest_by(get: Get, have: int) -> Manifest | None:
    """The newest snapshot; None where the centre has none."""
    try:
        payload = get("/v1/snapshots/manifest", have=str(have))
    except proof.ProblemFault as fault:
        if fault.problem == _NOT_FOUND:
            return None
        raise
    told = proof.decoded(payload, Manifest)
    if told.have != have:
        raise Fault(FaultCode.SERVER_NOT_OURS, f"a manifest for {told.have}")
    return told


def part_by(ask: AskForPart, told: BlobTold, sink: PartSink) -> bool:
    """Give the bytes of a part to the sink; False where the centre keeps it no more."""
    try:
        answer = ask(f"/v1/blobs/{told.sha256}", sink=sink)
    except proof.ProblemFault as fault:
        if fault.problem == _NOT_FOUND:
            return False
        raise
    assert isinstance(answer, Answer), "nothing was pushed"
    if not sink.is_begun:
        raise proof.stranger(answer, "not the part that was asked for")
    return True


@contextmanager
def cursor_known(since: int) -> Iterator[None]:
    """Raises CursorUnknownError where the centre says that it never gave this cursor."""
    try:
        yield
    except proof.ProblemFault as fault:
        if fault.problem == _CURSOR_UNKNOWN:
            raise CursorUnknownError(since) from fault
        raise
