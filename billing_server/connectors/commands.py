"""The connectors at the command line: ``connector run``, ``status``, ``reconcile``, ``acknowledge``, ``retry``."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.centre import microseconds_now
from billing_server.connectors import acknowledgements, files, outbox, rest
from billing_server.connectors.copies import CopyFolder, run_copies
from billing_server.connectors.instructions import rupees_text
from billing_server.connectors.reconciling import reconcile_day
from billing_server.connectors.runner import run_once
from billing_server.connectors.settings import ConnectorSettings, read_settings
from billing_server.connectors.status import refused_of, status_of
from billing_server.keys import server_key

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from billing_server.connectors.copies import CopiesRun
    from billing_server.connectors.port import Adapter
    from billing_server.connectors.runner import Run
    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else
    Command = Callable[[argparse.Namespace, ConnectorSettings, Database], Iterator[str]]

INDIA = timedelta(hours=5, minutes=30)
DIFFERENT = 1
"""Exit code of a reconciliation with differences, and of a run that stopped early."""


class _Stopped(Exception):
    """Lines were said, and not all is well."""


def add_connector_commands(
    acts: Acts, open_database: Callable[[argparse.Namespace], Database]
) -> None:
    """Add ``connector`` and its verbs to the command line."""
    connector = acts.add_parser("connector", help="booked money to the billing system in use")
    connector.add_argument(
        "--settings", type=Path, default=None, help="instead of DIR/connectors.toml"
    )
    verbs = connector.add_subparsers(required=True)

    def add(name: str, text: str, command: Command) -> argparse.ArgumentParser:
        def run(asked: argparse.Namespace) -> int:
            try:
                settings = read_settings(asked.folder, asked.settings)
                with closing(open_database(asked)) as database:
                    for line in command(asked, settings, database):
                        sys.stdout.write(f"{line}\n")
            except _Stopped:
                return DIFFERENT
            except OSError as error:
                message = f"{error}. Nothing was lost"
                raise ValueError(message) from error
            return 0

        parser = verbs.add_parser(name, help=text)
        parser.set_defaults(run=run)
        return parser

    runs = add("run", "hand on all that waits", _run)
    runs.add_argument("--adapter", choices=(files.NAME, rest.NAME), default="", help="one of them")
    runs.add_argument("--through", type=date.fromisoformat, help="days of files; default yesterday")
    runs.add_argument("--every", type=float, default=0, metavar="SECONDS", help="again and again")
    add("status", "what waits, and what was refused", _status)
    reconcile = add("reconcile", "a business day, difference by difference", _reconcile)
    reconcile.add_argument("day", type=date.fromisoformat)
    acknowledge = add("acknowledge", "take in an acknowledgement file", _acknowledge)
    acknowledge.add_argument("file", type=Path)
    retry = add("retry", "hand a refused one on again", _retry)
    retry.add_argument("adapter", choices=(files.NAME, rest.NAME))
    for word in ("reference", "by", "reason"):
        retry.add_argument(word)


def _run(
    asked: argparse.Namespace, settings: ConnectorSettings, database: Database
) -> Iterator[str]:
    holder = f"{socket.gethostname()} {os.getpid()} {secrets.token_hex(4)}"
    while True:
        is_whole = True
        yield from _take_folder(settings, database)
        for adapter in _adapters(asked, settings):
            run = run_once(database, adapter, microseconds_now, holder)
            is_whole &= not run.stopped_by
            yield _said(adapter.plan.name, run)
        if settings.copies_folder is not None and not asked.adapter:
            told = run_copies(
                database, CopyFolder(settings.copies_folder), settings.check_page, microseconds_now
            )
            is_whole &= not told.stopped_by
            yield _said_of_copies(told)
        if not asked.every:
            break
        sys.stdout.flush()
        time.sleep(asked.every)
    if not is_whole:
        raise _Stopped


def _adapters(asked: argparse.Namespace, settings: ConnectorSettings) -> Iterator[Adapter]:
    found: list[Adapter] = []
    if settings.files_folder is not None:
        through = asked.through or india_day() - timedelta(days=1)
        key = server_key(asked.folder)
        found.append(
            files.FileAdapter(settings.files_folder, key, settings.terms, through.isoformat())
        )
    if settings.endpoint is not None:
        found.append(rest.RestAdapter(settings.endpoint, settings.terms))
    chosen = [one for one in found if asked.adapter in ("", one.plan.name)]
    if not chosen and (asked.adapter or settings.copies_folder is None):
        message = f"no adapter {asked.adapter or 'at all'} in the settings"
        raise ValueError(message)
    yield from chosen


def _take_folder(settings: ConnectorSettings, database: Database) -> Iterator[str]:
    """Acknowledgement files that lie in their folder; one that was taken moves into ``taken``."""
    folder = settings.acknowledgements_folder
    if folder is None or not folder.exists():
        return
    for file in sorted(folder.glob("*.csv")):
        try:
            yield from _taken(database, file)
        except ValueError as error:
            yield f"NOT TAKEN: {error}"
            continue
        (folder / "taken").mkdir(exist_ok=True)
        file.replace(folder / "taken" / file.name)


def _taken(database: Database, file: Path) -> Iterator[str]:
    taken = acknowledgements.take_acknowledgements(
        database, files.NAME, file.read_bytes(), file.name, microseconds_now()
    )
    yield f"{file.name}: {taken.done} acknowledged, {taken.refused} refused"
    yield from taken.differences


def _status(
    _asked: argparse.Namespace, settings: ConnectorSettings, database: Database
) -> Iterator[str]:
    for name in _names(settings):
        for tell in (status_of, refused_of):
            for told in database.read(partial(tell, adapter=name)):
                yield f"{name}: {told}"


def _reconcile(
    asked: argparse.Namespace, settings: ConnectorSettings, database: Database
) -> Iterator[str]:
    names = _names(settings)
    day = database.read(lambda c: reconcile_day(c, asked.day.isoformat(), names))
    for division in sorted({*day.booked, *day.instructed}):
        done = ", ".join(f"{name} has {rupees_text(day.done[name][division])}" for name in names)
        yield (
            f"{division}: booked Rs {rupees_text(day.booked[division])},"
            f" instructions {rupees_text(day.instructed[division])}; {done}"
        )
    yield from day.differences
    if day.differences:
        raise _Stopped
    yield "no difference"


def _acknowledge(
    asked: argparse.Namespace, _settings: ConnectorSettings, database: Database
) -> Iterator[str]:
    yield from _taken(database, asked.file)


def _retry(
    asked: argparse.Namespace, _settings: ConnectorSettings, database: Database
) -> Iterator[str]:
    outbox.release_refused(
        database,
        asked.adapter,
        asked.reference,
        by=asked.by,
        reason=asked.reason,
        now_us=microseconds_now(),
    )
    yield f"{asked.reference} goes out again with the next run"


def _names(settings: ConnectorSettings) -> list[str]:
    told = ((files.NAME, settings.files_folder), (rest.NAME, settings.endpoint))
    return [name for name, is_used in told if is_used is not None]


def _said_of_copies(run: CopiesRun) -> str:
    why = f"; stopped: {run.stopped_by}" if run.stopped_by else ""
    return f"copies: {run.sent} handed on, {run.failed} failed, {run.waiting} wait{why}"


def _said(name: str, run: Run) -> str:
    counts = Counter(
        {
            "acknowledged": run.done,
            "handed on": run.handed_on,
            "refused": run.refused,
            "failed": run.failed,
        }
    )
    told = (
        ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing waited"
    )
    why = f"; stopped: {run.stopped_by}" if run.stopped_by else ""
    return f"{name}: {run.instructions} new instructions; {told}{why}"


def india_day() -> date:
    """The business date by the clock of this computer, wherever it stands."""
    return (datetime.now(UTC) + INDIA).date()
