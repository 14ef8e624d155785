"""Enrol where no network is: an invitation file in, a request file out, the centre's answer file in.

The one-time code is told apart from the files and typed for both steps: it names the server's key, so a file from
anybody else is refused. Each file may be lost: the step is done again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases.carried import refusing_flaws
from counter_app.use_cases.enrol import code_typed, head_before, keep_enrolment, request_of
from counter_app.wire.canonical import NotOurServerError, canonical_bytes, text_of
from counter_app.wire.sealed import FileKind, invited, pinned_enrolment, read_file, seal_file

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import CarriedFiles, Clock, KeyStore, ServerAddress
    from counter_app.wire.canonical import Signer

REQUEST_NAME = "enrol-{counter_id}-request.kesco"


@dataclass(frozen=True, slots=True)
class RequestByFile:
    """The first verb: reads the invitation, writes the request beside it."""

    ledger: Ledger
    keys: KeyStore
    address: ServerAddress
    files: CarriedFiles

    def __call__(self, code: str, invitation: Path) -> Path:
        """The request file, for the head office.

        A request made again has another key: the last one answered counts, and only once. Raises Refusal
        ENROLMENT_CODE_REFUSED, ENROLLED_ALREADY, FILE_*; Fault FILE_NOT_READ, FILE_NOT_WRITTEN.
        """
        one_time, server_key_id = code_typed(code)
        head = head_before(self.ledger)
        content = self.files.read(invitation)
        with refusing_flaws(invitation):
            told, server_key = invited(server_key_id, content)
        signer = self.keys.fresh_signer()
        plain = canonical_bytes(request_of(one_time, signer, head))
        if told.server_url:
            self.address.keep_server_url(told.server_url)
        name = REQUEST_NAME.format(counter_id=told.counter_id)
        return self.files.write(
            invitation.parent, name, seal_file(FileKind.REQUEST, server_key, plain)
        )


@dataclass(frozen=True, slots=True)
class EnrolByFile:
    """The second verb: opens the centre's answer and begins the epoch."""

    ledger: Ledger
    keys: KeyStore
    files: CarriedFiles
    clock: Clock

    def __call__(self, code: str, answer: Path) -> None:
        """Keep certificate and roster.

        Raises Refusal ENROLMENT_CODE_REFUSED, ENROLLED_ALREADY, FILE_*; Fault FILE_NOT_READ.
        """
        _, server_key_id = code_typed(code)
        head_before(self.ledger)
        content = self.files.read(answer)
        with refusing_flaws(answer):
            file = read_file(FileKind.ANSWER, content)
            signer = self._signer_of(file.to, answer)
            signed = file.opened_by(signer)
        try:
            enrolment = pinned_enrolment(server_key_id, signed)
        except NotOurServerError as error:
            raise Refusal(RefusalCode.FILE_NOT_GENUINE, file=answer.name) from error
        if enrolment.certificate.public_key != text_of(signer.public_key):
            raise Refusal(RefusalCode.FILE_NOT_FOR_US, file=answer.name)
        keep_enrolment(self.ledger, self.clock, enrolment.certificate, enrolment.roster, signed)

    def _signer_of(self, public_key: bytes, answer: Path) -> Signer:
        """Our key that the file names; none means that another computer asked."""
        try:
            return self.keys.signer_for(public_key)
        except Fault as fault:
            if fault.code is not FaultCode.LEDGER_KEY_LOST:
                raise
            raise Refusal(RefusalCode.FILE_NOT_FOR_US, file=answer.name) from fault
