"""What is believed: answers and problems signed by the server this counter was enrolled at, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.sync.line_faults import is_portal
from counter_app.wire.canonical import (
    NotOurServerError,
    SignedAnswer,
    canonical_bytes,
    decode_payload,
    open_answer,
    raw_of,
)
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Certificate, Enrolment, Problem
from counter_app.wire.sealed import is_pinned, pinned_enrolment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.sync.transport import Answer

Kind = TypeVar("Kind")

PROBLEM_SIGNATURE_HEADER = "Kesco-Problem-Signature"
LONGEST_RETRY_AFTER_SECONDS = 3_600.0
"""What is asked for beyond this is not honoured: the answer may be a stranger's."""
_OK = 200
_UPGRADE, _TOO_MANY, _SERVER_ERROR, _PORTAL = 426, 429, 500, 511
_SAID_BY_ANYBODY = {407: FaultCode.PROXY_WANTS_SIGN_IN, 413: FaultCode.SERVER_WANTS_LESS}


class ProblemFault(Fault):
    """What a proved problem means that has no meaning of its own for every request; ``problem`` is its code."""

    def __init__(self, code: FaultCode, detail: str, problem: str) -> None:
        super().__init__(code, detail)
        self.problem = problem


def keys_of(certificate: Certificate) -> dict[str, bytes]:
    """The server's keys by id, as the certificate names them."""
    return {key_id: raw_of(key) for key_id, key in certificate.server_keys.items()}


def opened(server_keys: Mapping[str, bytes], answer: Answer) -> bytes:
    """The payload of a 200. Raises Fault SERVER_NOT_OURS, NETWORK_WANTS_SIGN_IN, ANSWER_CUT."""
    if answer.status != _OK:
        raise stranger(answer, f"status {answer.status}")
    try:
        return open_answer(dict(server_keys), answer.body)
    except NotOurServerError as error:
        raise stranger(answer, str(error)) from error


def decoded(payload: bytes, kind: type[Kind]) -> Kind:
    """The typed payload. Raises Fault SERVER_NOT_OURS."""
    try:
        found: Kind = decode_payload(payload, kind)
    except NotOurServerError as error:
        raise Fault(FaultCode.SERVER_NOT_OURS, str(error)) from error
    return found


def opened_enrolment(server_key_id: str, body: bytes) -> Enrolment:
    """An enrolment signed by the key that the code names; it brings that key along.

    Raises Fault SERVER_NOT_OURS.
    """
    try:
        return pinned_enrolment(server_key_id, body)
    except NotOurServerError as error:
        raise Fault(FaultCode.SERVER_NOT_OURS, str(error)) from error


def proved_problem(
    answer: Answer, nonce: str, server_keys: Mapping[str, bytes], pinned_key_id: str = ""
) -> Problem | None:
    """The problem, if our server signed it in answer to this very request; None for anybody else's word."""
    parts = answer.headers.get(PROBLEM_SIGNATURE_HEADER, "").split(", ")
    try:
        key_id, key_text, signature = parts
        key = server_keys.get(key_id)
        if key is None and pinned_key_id and is_pinned(raw_of(key_text), key_id, pinned_key_id):
            key = raw_of(key_text)
        if key is None:
            return None
        signed = msgspec.Raw(canonical_bytes({"nonce": nonce, "problem": msgspec.Raw(answer.body)}))
        open_answer({key_id: key}, canonical_bytes(SignedAnswer(signed, key_id, signature)))
        return read_json(answer.body, Problem)
    except (msgspec.MsgspecError, NotOurServerError, ValueError):
        return None


def meaning_of(answer: Answer, problem: Problem | None) -> Fault | Refusal:
    """What an answer that is neither 200 nor a gap means for us, to be raised.

    Only a proved problem can stop a counter (refused, fork, upgrade). "Busy" is believed from anybody: a gateway
    in front of our server says it too, and it costs no more than a wait; "too large" no more than a split.
    """
    told = f"{answer.status} {problem.code if problem else 'unsigned'}"
    if answer.status in _SAID_BY_ANYBODY:
        return Fault(_SAID_BY_ANYBODY[answer.status], told)
    if answer.status == _TOO_MANY or _SERVER_ERROR <= answer.status < _PORTAL:
        return Fault(FaultCode.SERVER_BUSY, told, retry_after_seconds=_retry_after_seconds(answer))
    if problem is None:
        return stranger(answer, told)
    if problem.code == "enrolment_code_refused":
        return Refusal(RefusalCode.ENROLMENT_CODE_REFUSED)
    if problem.code == "fork":
        return Fault(FaultCode.SERVER_FORK, f"{told}: expected {problem.expected}")
    is_too_old = answer.status == _UPGRADE
    code = FaultCode.SERVER_WANTS_UPGRADE if is_too_old else FaultCode.SERVER_REFUSED_COUNTER
    return ProblemFault(code, f"{told} {problem.detail}", problem.code)


def stranger(answer: Answer, detail: str) -> Fault:
    """Nobody of ours said this: a sign-in page, what is left of an answer that was cut, or somebody else."""
    if is_portal(answer.status, answer.headers, answer.body):
        return Fault(FaultCode.NETWORK_WANTS_SIGN_IN, detail)
    if answer.status == _OK and not _is_whole(answer.body):
        return Fault(FaultCode.ANSWER_CUT, detail)
    return Fault(FaultCode.SERVER_NOT_OURS, detail)


def _is_whole(body: bytes) -> bool:
    try:
        msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


def _retry_after_seconds(answer: Answer) -> float | None:
    """Seconds only; the other form, a date, would need a clock we do not trust."""
    text = answer.headers.get("Retry-After", "").strip()
    if not text.isascii() or not text.isdigit():
        return None
    return min(float(text), LONGEST_RETRY_AFTER_SECONDS)
