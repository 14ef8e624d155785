"""Enrolment by file at the centre: invitations written, requests read, answers sealed to the counter that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from billing_server.problems import Code, ServerRefusal
from billing_server.store.schema import COUNTER
from counter_app.wire.canonical import key_id_of, raw_of, text_of
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import EnrolmentRequest
from counter_app.wire.sealed import (
    FileFlaw,
    FileKind,
    Invitation,
    SealedFileError,
    invite,
    read_file,
    seal_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from billing_server.store.engine import Database
    from counter_app.wire.canonical import KeyPair

SENTENCES = {
    FileFlaw.NOT_OURS: "this is no file of a counter. Nothing was changed; ask for the file the counter wrote",
    FileFlaw.TOO_NEW: "the counter's program is newer than this server. Nothing was changed; update the server",
    FileFlaw.OTHER_KIND: "this file belongs to another step. Nothing was changed; take the file the counter wrote last",
    FileFlaw.CUT: "the file is only half there, or was changed on the way. Nothing was changed; copy it again",
    FileFlaw.TOO_LARGE: "the file is too large to be one of a counter. Nothing was changed",
    FileFlaw.NOT_FOR_US: "the file is sealed to another server's key. Nothing was changed",
    FileFlaw.NOT_GENUINE: "the file is not what it says it is. Nothing was changed; let the counter write it again",
}
"""What happened, what is safe, what to do."""
BUSY_SENTENCE = "the standby that must hold it does not answer. What is answered is a promise: try again when it does"


def invitation_file(
    database: Database, key: KeyPair, counter_id: str, server_url: str, now_us: int
) -> bytes:
    """The invitation of this counter, without a secret. Raises ValueError for a counter nobody made."""
    named = select(COUNTER).where(COUNTER.c.counter_id == counter_id)
    counter = database.read(lambda c: c.execute(named).one_or_none())
    if counter is None:
        message = f"no counter {counter_id}: give it a code first (enrol-code)"
        raise ValueError(message)
    return invite(
        key,
        Invitation(
            counter_id,
            counter.counter_name,
            counter.division_en,
            counter.division_hi,
            text_of(key.public_key),
            server_url,
            now_us,
        ),
    )


def answer_request(
    key: KeyPair, content: bytes, enrol: Callable[[EnrolmentRequest], bytes]
) -> bytes:
    """The answer file to a request file: ``enrol`` gives the signed enrolment, the same for every repeat.

    Raises ValueError with a sentence for a file that is not taken, ServerRefusal ENROLMENT_CODE_REFUSED or MALFORMED.
    """
    try:
        file = read_file(FileKind.REQUEST, content)
        request = _request_in(file.opened_by(key))
    except SealedFileError as error:
        raise ValueError(sentence_of(error, key)) from error
    return seal_file(FileKind.ANSWER, raw_of(request.public_key), enrol(request))


def sentence_of(error: SealedFileError, key: KeyPair) -> str:
    """The flaw of a file in words."""
    ours = f" (this is {key_id_of(key.public_key)})" if error.flaw is FileFlaw.NOT_FOR_US else ""
    return f"{SENTENCES[error.flaw]}{ours}."


def refusal_sentence(refusal: ServerRefusal) -> str:
    """Why a request that could be read is not answered."""
    if refusal.code is Code.ENROLMENT_CODE_REFUSED:
        return (
            f"the code in this file is not good ({refusal.detail}). Nothing was changed; give the counter a new code,"
            " and let it write a new request."
        )
    if refusal.code is Code.BUSY:
        return f"{BUSY_SENTENCE}."
    return f"the request makes no sense ({refusal.detail}). Nothing was changed; let the counter write it again."


def _request_in(plain: bytes) -> EnrolmentRequest:
    try:
        return read_json(plain, EnrolmentRequest)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise SealedFileError(FileFlaw.NOT_GENUINE) from error
