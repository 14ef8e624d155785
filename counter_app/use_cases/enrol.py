"""Enrol this counter: a one-time code for a certificate, and the beginning of an epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.wire.canonical import text_of
from counter_app.wire.exchange import EnrolmentRequest

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, Clock, KeyStore, ServerAddress
    from counter_app.wire.canonical import Signer
    from counter_app.wire.exchange import Certificate, Person


@dataclass(frozen=True, slots=True)
class Enrol:
    """The verb. The code names the server's key, so nobody else can answer for it."""

    ledger: Ledger
    server: BillingServer
    keys: KeyStore
    address: ServerAddress
    clock: Clock

    def __call__(self, server_url: str, code: str) -> None:
        """Ask with the code (``XXXXXXXX-<server key id>``) and keep what comes.

        Raises Refusal ENROLMENT_CODE_REFUSED, ENROLLED_ALREADY; Fault of the server port.
        """
        one_time, server_key_id = code_typed(code)
        head = head_before(self.ledger)
        signer = self.keys.fresh_signer()
        certificate, roster, signed = self.server.enrol(
            server_url.strip().rstrip("/"), server_key_id, request_of(one_time, signer, head)
        )
        if certificate.public_key != text_of(signer.public_key):
            raise Fault(FaultCode.SERVER_NOT_OURS, "certificate for another key")
        self.address.keep_server_url(server_url.strip().rstrip("/"))
        keep_enrolment(self.ledger, self.clock, certificate, roster, signed)


def code_typed(code: str) -> tuple[str, str]:
    """The one-time code and the id of the server's key. Raises Refusal ENROLMENT_CODE_REFUSED for another form."""
    one_time, dash, server_key_id = code.strip().upper().partition("-")
    if not (one_time and dash and server_key_id):
        raise Refusal(RefusalCode.ENROLMENT_CODE_REFUSED)
    return one_time, server_key_id


def head_before(ledger: Ledger) -> bytes:
    """The head that a new epoch begins with. Raises Refusal ENROLLED_ALREADY."""
    with ledger.open_books() as books:
        certificate = books.enrolment.certificate()
        head = books.messages.head()
    if certificate is not None:
        raise Refusal(RefusalCode.ENROLLED_ALREADY, counter_id=certificate.counter_id)
    return head.hash


def request_of(one_time: str, signer: Signer, head: bytes) -> EnrolmentRequest:
    """The request, with the proof that the key is ours."""
    return EnrolmentRequest(
        code=one_time,
        public_key=text_of(signer.public_key),
        previous_head=text_of(head),
        proof=text_of(signer.sign_head(head)),
    )


def keep_enrolment(
    ledger: Ledger,
    clock: Clock,
    certificate: Certificate,
    roster: tuple[Person, ...],
    signed: bytes,
) -> None:
    """Begin the epoch: certificate and roster in one unit of work."""
    with ledger.open_books() as books:
        now = clock.now()
        books.enrolment.keep_certificate(certificate, signed, now)
        books.enrolment.keep_roster(roster, now)
        books.commit()
