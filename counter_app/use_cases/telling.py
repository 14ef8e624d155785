"""How a verb tells the centre what it did: one message, sealed into the chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.wire.canonical import raw_of
from counter_app.wire.messages import seal

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Books
    from counter_app.use_cases.ports import Clock, Ids, KeyStore
    from counter_app.wire.bodies import Body
    from counter_app.wire.exchange import Certificate
    from counter_app.wire.messages import SealedMessage


@dataclass(frozen=True, slots=True)
class Telling:
    """Makes the next message of this counter's chain."""

    clock: Clock
    ids: Ids
    keys: KeyStore

    def append(self, books: Books, body: Body, snapshot_version: str) -> SealedMessage:
        """Seal the body and append it; the caller closes the entry when its own rows are written.

        Raises Refusal COUNTER_NOT_ENROLLED.
        """
        certificate = certificate_of(books)
        sealed = seal(
            body,
            message_id=self.ids.fresh(),
            counter_id=certificate.counter_id,
            epoch=certificate.epoch,
            head=books.messages.head(),
            clock=self.clock.evidence(books.messages.last_server_time_us()),
            snapshot_version=snapshot_version,
            signer=self.keys.signer_for(raw_of(certificate.public_key)),
        )
        books.messages.append(sealed)
        return sealed


def certificate_of(books: Books) -> Certificate:
    """Who this counter is. Raises Refusal COUNTER_NOT_ENROLLED."""
    certificate = books.enrolment.certificate()
    if certificate is None:
        raise Refusal(RefusalCode.COUNTER_NOT_ENROLLED)
    return certificate


def refuse_if_stopped(books: Books) -> None:
    """Raise Refusal COUNTER_STOPPED after a fork or a doubt that no supervisor has resolved."""
    reason = books.messages.stopped_because()
    if reason:
        raise Refusal(RefusalCode.COUNTER_STOPPED, reason=reason)
