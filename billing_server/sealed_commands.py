"""Enrolment by file at the command line: ``enrol-invite`` writes an invitation, ``enrol-file`` answers a request."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.centre import microseconds_now
from billing_server.keys import server_key
from billing_server.problems import ServerRefusal
from billing_server.sealed_files import answer_request, invitation_file, refusal_sentence
from billing_server.settings import ServerSettings
from counter_app.wire.sealed import MOST_FILE_BYTES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else
    OpenDatabase = Callable[[argparse.Namespace], Database]


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


def _read(path: Path) -> bytes:
    """Raises ValueError for a file that is not there."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}). Nothing was changed"
        raise ValueError(message) from error


def _answer(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    key = server_key(asked.folder)
    content = _read(asked.request)
    with closing(open_database(asked)) as database:
        try:
            answer = answer_request(database, key, content, ServerSettings(), microseconds_now())
        except ServerRefusal as refusal:
            raise ValueError(f"{asked.request.name}: {refusal_sentence(refusal)}") from refusal
        except ValueError as error:
            message = f"{asked.request.name}: {error}"
            raise ValueError(message) from error
    asked.answer.write_bytes(answer)
    sys.stdout.write(f"{asked.answer}: give it to the counter that wrote {asked.request.name}\n")
    return 0
