"""The billing server at the command line: serve, enrol and revoke, load a made book, alarms; the office's commands."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from billing_server.book.generator import AccountTold
    from billing_server.store.engine import Database

DEFAULT_PORT = 8443
DEFAULT_SEED = 7
MADE_BOOK_DAY = date(2026, 4, 1)
MICROSECONDS = 1_000_000


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. Exit code 0, or 2 for words or values that make no sense."""
    asked = _parser().parse_args(words)
    try:
        return int(asked.run(asked))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m billing_server", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="server key, SQLite database")
    parser.add_argument("--database", default="", help="postgresql+psycopg://... instead of SQLite")
    acts = parser.add_subparsers(required=True)
    serve = acts.add_parser("serve", help="serve until interrupted")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT)
    serve.add_argument("--tls-certificate", default=None)
    serve.add_argument("--tls-key", default=None)
    serve.set_defaults(run=_serve)
    code = acts.add_parser("enrol-code", help="a one-time code for a counter")
    for name in ("counter_id", "counter_name", "division_en", "division_hi", "series"):
        code.add_argument(name)
    code.set_defaults(run=_enrol_code)
    book = acts.add_parser("load-book", help="make a book of consumers by seed and load it")
    book.add_argument("consumers", type=int)
    book.add_argument("--seed", type=int, default=DEFAULT_SEED)
    book.add_argument("--as-on", type=date.fromisoformat, default=MADE_BOOK_DAY)
    book.set_defaults(run=_load_book)
    person = acts.add_parser(
        "add-person", help="add to the roster; the PIN comes on standard input"
    )
    for name in ("cashier_id", "name_en", "name_hi", "role"):
        person.add_argument(name)
    person.set_defaults(run=_add_person)
    revoke = acts.add_parser("revoke", help="take no more requests by a lost computer's key")
    revoke.add_argument("counter_id")
    revoke.add_argument("epoch", type=int)
    revoke.set_defaults(run=_revoke)
    acts.add_parser("alarms", help="what a person must look at").set_defaults(run=_alarms)
    from billing_server.connectors.commands import add_connector_commands
    from billing_server.office_commands import add_office_commands
    from billing_server.sealed_commands import add_sealed_commands

    add_office_commands(acts, _open)
    add_connector_commands(acts, _open)
    add_sealed_commands(acts, _open)
    return parser


def _open(asked: argparse.Namespace) -> Database:
    """The database, brought to the newest schema."""
    from billing_server.embedded import DATABASE_FILE
    from billing_server.migrations.upgrade import upgrade
    from billing_server.store.engine import open_database

    asked.folder.mkdir(parents=True, exist_ok=True)
    file = (asked.folder / DATABASE_FILE).resolve().as_posix()
    database = open_database(asked.database or f"sqlite:///{file}")
    upgrade(database)
    return database


def _serve(asked: argparse.Namespace) -> int:
    import uvicorn

    from billing_server.app import build_app
    from billing_server.centre import Centre
    from billing_server.keys import server_key

    with closing(_open(asked)) as database:
        uvicorn.run(
            build_app(Centre(database, server_key(asked.folder))),
            host=asked.host,
            port=asked.port,
            ssl_certfile=asked.tls_certificate,
            ssl_keyfile=asked.tls_key,
            lifespan="off",
            ws="none",
        )
    return 0


def _enrol_code(asked: argparse.Namespace) -> int:
    from billing_server.centre import microseconds_now
    from billing_server.keys import server_key
    from billing_server.settings import ServerSettings
    from billing_server.store.enrolment import CounterPlace, issue_code

    place = CounterPlace(
        asked.counter_id, asked.counter_name, asked.division_en, asked.division_hi, asked.series
    )
    key, now_us = server_key(asked.folder), microseconds_now()
    with closing(_open(asked)) as database:
        print(issue_code(database, key, place, ServerSettings(), now_us))
    return 0


def _load_book(asked: argparse.Namespace) -> int:
    from billing_server.book.generator import make_book
    from billing_server.store.book_load import load_book

    def made() -> Iterator[AccountTold]:  # made twice, so that seven lakh need no memory
        return make_book(asked.consumers, asked.seed, asked.as_on)

    with closing(_open(asked)) as database:
        consumers = (told.consumer for told in made())
        print(load_book(database, consumers, (bill for told in made() for bill in told.bills)))
    return 0


def _add_person(asked: argparse.Namespace) -> int:
    from billing_server.store.roster import hash_pin, put_people
    from counter_app.wire.exchange import Person

    pin = sys.stdin.readline().strip()
    names = (asked.cashier_id, asked.name_en, asked.name_hi, asked.role)
    with closing(_open(asked)) as database:
        put_people(database, [Person(*names, hash_pin(pin))])
    return 0


def _revoke(asked: argparse.Namespace) -> int:
    from billing_server.centre import microseconds_now
    from billing_server.store.enrolment import revoke

    with closing(_open(asked)) as database:
        revoke(database, asked.counter_id, asked.epoch, microseconds_now())
    return 0


def _alarms(asked: argparse.Namespace) -> int:
    from billing_server.store.alarms import alarms

    with closing(_open(asked)) as database:
        found = database.read(alarms)
    for alarm in found:
        raised = datetime.fromtimestamp(alarm.raised_us // MICROSECONDS, UTC).isoformat()
        print(f"{raised} {alarm.kind} {alarm.key}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
