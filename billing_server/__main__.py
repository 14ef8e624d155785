"""The billing server at the command line: serve, enrol and revoke, load a made book, alarms; the office's commands."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Sequence

    from billing_server.book.generator import AccountTold
    from billing_server.serving import Serving
    from billing_server.store.engine import Database

DEFAULT_PORT = 8443
DEFAULT_SEED = 7
MADE_BOOK_DAY = date(2026, 4, 1)
MICROSECONDS = 1_000_000
USUAL_SNAPSHOT_HOURS = 24


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. Exit code 0, or 2 for words or values that make no sense."""
    parser = _parser()
    asked = parser.parse_args(words)
    if asked.folder is None and asked.needs_folder(asked):
        parser.error("--folder DIR is needed: where the server's key is kept")
    try:
        return int(asked.run(asked))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m billing_server", description=__doc__)
    parser.add_argument("--folder", type=Path, default=None, help="server key, SQLite database")
    parser.set_defaults(needs_folder=lambda _asked: True)
    parser.add_argument("--database", default="", help="postgresql+psycopg://... instead of SQLite")
    acts = parser.add_subparsers(required=True)
    serve = acts.add_parser("serve", help="serve until interrupted")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes a free one")
    serve.add_argument(
        "--workers", type=int, default=1, help="processes (PostgreSQL, not on Windows)"
    )
    serve.add_argument(
        "--trusted-proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="a proxy in front, or a network of them, whose X-Forwarded-For is believed; may be repeated",
    )
    serve.add_argument(
        "--needs-standby",
        choices=("on", "remote_apply"),
        help="acknowledge only what a synchronous standby holds (on) or shows (remote_apply)",
    )
    serve.add_argument("--tls-certificate", default=None)
    serve.add_argument("--tls-key", default=None)
    serve.add_argument(
        "--console", choices=["on", "off", "only"], default="on", help="the head office's pages"
    )
    serve.add_argument(
        "--snapshot-hours",
        type=int,
        default=USUAL_SNAPSHOT_HOURS,
        help="build a snapshot aside when the newest is older; 0 for never",
    )
    serve.add_argument(
        "--check-page",
        default="",
        metavar="URL",
        help="where phones find /check/ (https://billing.example/check/); receipts print it",
    )
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
    acts.add_parser(
        "build-snapshot", help="of all consumers and bills as they are now, for counters to load"
    ).set_defaults(run=_build_snapshot)
    acts.add_parser("alarms", help="what a person must look at").set_defaults(run=_alarms)
    from billing_server.connectors.commands import add_connector_commands
    from billing_server.console.commands import add_console_commands
    from billing_server.office_commands import add_office_commands
    from billing_server.receipt_commands import add_receipt_commands
    from billing_server.sealed_commands import add_sealed_commands
    from billing_server.telephone_commands import add_telephone_commands

    add_office_commands(acts, _open)
    add_connector_commands(acts, _open)
    add_sealed_commands(acts, _open)
    add_console_commands(acts, _open)
    add_telephone_commands(acts, _open)
    add_receipt_commands(acts, _open)
    return parser


def _database_url(asked: argparse.Namespace) -> str:
    from billing_server.embedded import DATABASE_FILE

    file = (asked.folder / DATABASE_FILE).resolve().as_posix()
    return asked.database or f"sqlite:///{file}"


def _open(asked: argparse.Namespace) -> Database:
    """The database, brought to the newest schema."""
    from billing_server.migrations.upgrade import upgrade
    from billing_server.store.engine import open_database

    asked.folder.mkdir(parents=True, exist_ok=True)
    database = open_database(_database_url(asked))
    upgrade(database)
    return database


def _serve(asked: argparse.Namespace) -> int:
    from billing_server.check_page import check_address
    from billing_server.console.settings import ConsoleMode, ConsoleSettings
    from billing_server.keys import server_key
    from billing_server.serving import Serving, listen, proxies_named, why_not_served
    from billing_server.settings import ServerSettings
    from billing_server.store.commits import Commit

    settings = ServerSettings(
        worker_count=asked.workers,
        trusted_proxies=proxies_named(asked.trusted_proxy),
        needs_standby=asked.needs_standby and Commit(asked.needs_standby),
        snapshot_hours=asked.snapshot_hours,
        console=ConsoleSettings(ConsoleMode(asked.console)),
        public_check_url=check_address(asked.check_page),
    )
    if why_not := why_not_served(settings, _database_url(asked), sys.platform):
        raise ValueError(why_not)
    _open(asked).close()  # the newest schema, once for all processes
    server_key(asked.folder)
    with closing(listen(asked.host, asked.port)) as listener:
        tls = (asked.tls_certificate, asked.tls_key)
        url = _database_url(asked)
        serving = Serving(str(asked.folder), url, asked.host, asked.port, settings, *tls).at(
            listener
        )
        return _run(serving, listener)


def _run(serving: Serving, listener: socket.socket) -> int:
    """Serve until told to stop; say where, once it can be reached."""
    count = serving.settings.worker_count

    def tell() -> None:
        processes = "1 process" if count == 1 else f"{count} processes"
        print(f"The billing server listens on {serving.url} ({processes}).", flush=True)

    if count > 1:
        from billing_server.supervisor import Supervisor

        return Supervisor(serving, listener, count, tell).run()
    from billing_server.serving import open_server

    server, database = open_server(serving, tell)
    with closing(database):
        server.run(sockets=[listener])
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


def _build_snapshot(asked: argparse.Namespace) -> int:
    from billing_server.centre import microseconds_now
    from billing_server.store.snapshot_build import build_snapshot

    with closing(_open(asked)) as database:
        kept = build_snapshot(database, microseconds_now())
    print(f"snapshot {kept.version}" if kept else "another process is building one")
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
