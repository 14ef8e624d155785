"""Sealed files at the command line: ``enrol-invite`` and ``enrol-file`` for enrolment, ``carry-file`` for messages."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.centre import Centre, microseconds_now
from billing_server.keys import server_key
from billing_server.problems import ServerRefusal
from billing_server.sealed_files import (
    invitation_file,
    refusal_sentence,
    sentence_of,
)
from billing_server.settings import ServerSettings
from billing_server.store.commits import Commit
from counter_app.wire.sealed import MOST_FILE_BYTES, SealedFileError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else
    OpenDatabase = Callable[[argparse.Namespace], Database]

NOT_ALL_TAKEN = 1
"""Exit code of a carried file of which a batch was not taken."""


def add_sealed_commands(acts: Acts, open_database: OpenDatabase) -> None:
    """Add them to the command line."""
    invitation = acts.add_parser("enrol-invite", help="an invitation file for a counter; no secret")
    invitation.add_argument("counter_id")
    invitation.add_argument("file", type=Path)
    invitation.add_argument(
        "--address", default="", help="where the counter finds this server later"
    )
    invitation.set_defaults(run=lambda asked: _invite(asked, open_database))
    enrolment = acts.add_parser("enrol-file", help="answer a counter's request file")
    enrolment.add_argument("request", type=Path)
    enrolment.add_argument("answer", type=Path)
    enrolment.set_defaults(run=lambda asked: _answer(asked, open_database))
    carried = acts.add_parser("carry-file", help="take a file that a counter's stick carried")
    carried.add_argument("carried", type=Path)
    carried.add_argument("acknowledged", type=Path)
    carried.set_defaults(run=lambda asked: _carry(asked, open_database))
    for parser in (enrolment, carried):
        parser.add_argument(
            "--needs-standby",
            choices=("on", "remote_apply"),
            default=None,
            help="as for serve: answer only what a synchronous standby holds",
        )


def _invite(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    key = server_key(asked.folder)
    with closing(open_database(asked)) as database:
        content = invitation_file(
            database, key, asked.counter_id, asked.address, microseconds_now()
        )
    asked.file.write_bytes(content)
    sys.stdout.write(
        f"{asked.file}: invitation of {asked.counter_id}; tell the code apart from it\n"
    )
    return 0


def _carry(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    key = server_key(asked.folder)
    content = _read(asked.carried)
    with closing(open_database(asked)) as database:
        try:
            taken = _centre(asked, database).take_carried(content)
        except SealedFileError as error:
            message = f"{asked.carried.name}: {sentence_of(error, key)}"
            raise ValueError(message) from error
    sys.stdout.write(f"{taken.sentence()}\n")
    if taken.answers:
        asked.acknowledged.write_bytes(taken.file())
        sys.stdout.write(f"{asked.acknowledged}: take it back to {taken.counter_id}\n")
    return 0 if taken.stopped_by is None else NOT_ALL_TAKEN


def _centre(asked: argparse.Namespace, database: Database) -> Centre:
    """What is answered is a promise here too."""
    settings = ServerSettings(needs_standby=asked.needs_standby and Commit(asked.needs_standby))
    return Centre(database, server_key(asked.folder), settings)


def _read(path: Path) -> bytes:
    """Raises ValueError for a file that is not there."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}). Nothing was changed"
        raise ValueError(message) from error


def _answer(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    content = _read(asked.request)
    with closing(open_database(asked)) as database:
        try:
            answer = _centre(asked, database).answer_request(content)
        except ServerRefusal as refusal:
            raise ValueError(f"{asked.request.name}: {refusal_sentence(refusal)}") from refusal
        except ValueError as error:
            message = f"{asked.request.name}: {error}"
            raise ValueError(message) from error
    asked.answer.write_bytes(answer)
    sys.stdout.write(f"{asked.answer}: give it to the counter that wrote {asked.request.name}\n")
    return 0
