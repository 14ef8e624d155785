"""A PostgreSQL cluster of the test run's own: made in a temporary folder, reached by a socket file, gone after."""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from billing_server.migrations.upgrade import upgrade
from billing_server.store.engine import open_database

if TYPE_CHECKING:
    from billing_server.store.engine import Database

PROGRAMS = Path("/usr/lib/postgresql")
ROLE = "kesco"
TEMPLATE = "kesco_template"
STANDBY = "kesco_standby"
UNPRIVILEGED = ("postgres", "nobody")
START_TIMEOUT_SECONDS = 60
USUAL_MONTHS = ("2026-11",)
"""Of the days that tests play; others are made when they are booked."""
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
"""The tests here kill no machine; durability has its own test with the settings left alone."""

DATABASES_KEPT = 60
"""Of a test run's cluster, 10 MB each; older ones go when they are not in use any more."""


class PostgresqlMissingError(Exception):
    """PostgreSQL's programs are not installed: dev.py installs them; `-m "not postgresql"` goes without."""


@dataclass(slots=True)
class Cluster:
    """A running cluster. Every database of it begins with the newest schema."""

    folder: Path
    _programs: Path
    _owner: str
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def url(self, database: str, role: str = ROLE) -> str:
        """For SQLAlchemy."""
        return f"postgresql+psycopg://{role}@/{database}?host={self.folder}"

    def fresh_database(self) -> str:
        """The URL of a new database with the schema in it."""
        return self.copy_of(TEMPLATE)

    def copy_of(self, template: str) -> str:
        """The URL of a new database that begins as this one stands; copied as files, twice as fast as by the log."""
        number = next(self._numbers)
        name = f"kesco_{number}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY = FILE_COPY")
        if number >= DATABASES_KEPT:
            with suppress(OperationalError):  # somebody is still in it
                self.run(f"DROP DATABASE IF EXISTS kesco_{number - DATABASES_KEPT}")
        return self.url(name)

    def empty_database(self) -> str:
        """The URL of a new database with nothing in it."""
        name = f"kesco_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def run(self, statement: str) -> None:
        """One statement outside of any test's database."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def open(self, name: str, role: str = ROLE) -> Database:
        """One of its databases, as the server opens it."""
        return open_database(self.url(name, role))

    def start(self, *settings: str) -> None:
        """Start with these settings; it is up when this returns."""
        options = " ".join(f"-c {setting}" for setting in settings)
        sockets = f"-c unix_socket_directories={self.folder} -c listen_addresses="
        self._pg_ctl("start", "-w", "-t", str(START_TIMEOUT_SECONDS), "-o", f"{options} {sockets}")

    def stop(self, mode: str) -> None:
        """``fast``, or ``immediate`` as a crash would."""
        self._pg_ctl("stop", "-w", "-m", mode)

    def make(self) -> None:
        """Initdb."""
        data = str(self.folder / "data")
        words = ("-U", ROLE, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._call(str(self._programs / "initdb"), "-D", data, *words)

    def wait_for(self, standby: str) -> None:
        """Its commits wait for the standby of this name from now on."""
        self.run(f"ALTER SYSTEM SET synchronous_standby_names = '{standby}'")
        self.run("SELECT pg_reload_conf()")

    def promote(self) -> None:
        """End a standby's standing by: it is the primary when this returns."""
        self._pg_ctl("promote", "-w", "-t", str(START_TIMEOUT_SECONDS))

    def copy_to(self, standby: Cluster) -> None:
        """Make the data of a standby that follows this cluster."""
        data = str(standby.folder / "data")
        words = ("-R", "-X", "stream", "-c", "fast", "--no-sync")
        self._call(
            str(self._programs / "pg_basebackup"),
            "-h",
            str(self.folder),
            "-U",
            ROLE,
            "-D",
            data,
            *words,
        )

    def _pg_ctl(self, *words: str) -> None:
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self._call(str(self._programs / "pg_ctl"), "-D", data, "-l", log, *words)

    def _call(self, *words: str) -> None:
        as_owner: dict[str, Any] = {"user": self._owner, "extra_groups": []} if self._owner else {}
        if self._owner:
            import pwd

            as_owner["group"] = pwd.getpwnam(self._owner).pw_gid
        with (self.folder / "out").open("ab") as out:
            done = subprocess.run(
                words,
                cwd=self.folder,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                timeout=START_TIMEOUT_SECONDS * 2,
                **as_owner,
            )
        if done.returncode:
            said = (self.folder / "out").read_text(errors="replace")
            raise RuntimeError(f"{words[0]} ended with {done.returncode}:\n{said}")


@functools.cache
def shared_cluster() -> Cluster:
    """The cluster of this test run: fast, and stopped when Python ends."""
    cluster = new_cluster()
    atexit.register(remove_cluster, cluster)
    cluster.start(*FAST)
    cluster.run(f"CREATE DATABASE {TEMPLATE}")
    database = cluster.open(TEMPLATE)
    upgrade(database)
    database.close()
    return cluster


def migrated_cluster(*settings: str) -> Cluster:
    """A running cluster of a test's own, as durable as PostgreSQL is by itself, with the schema in ``kesco``."""
    cluster = new_cluster()
    cluster.start(*settings)
    cluster.run("CREATE DATABASE kesco")
    database = cluster.open("kesco")
    upgrade(database)
    database.make_months(USUAL_MONTHS)
    database.close()
    return cluster


def standby_of(primary: Cluster) -> Cluster:
    """A running standby; the primary's commits wait for it from now on."""
    standby = _cluster_to_be()
    primary.copy_to(standby)
    standby.start(f"cluster_name={STANDBY}")
    primary.wait_for(STANDBY)
    return standby


def new_cluster() -> Cluster:
    """A cluster made but not started. Raises PostgresqlMissingError."""
    cluster = _cluster_to_be()
    cluster.make()
    return cluster


def _cluster_to_be() -> Cluster:
    """Its folder and programs, no data yet."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: path.parts[-3])
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise PostgresqlMissingError(PostgresqlMissingError.__doc__)
    programs = found[-1].parent if found else Path(str(on_path)).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="kesco-pg-"))
    owner = ""
    if os.geteuid() == 0:  # PostgreSQL does not run as root
        import pwd

        known = {entry.pw_name for entry in pwd.getpwall()}
        owner = next(name for name in UNPRIVILEGED if name in known)
        shutil.chown(folder, owner)
    return Cluster(folder, programs, owner)


def remove_cluster(cluster: Cluster) -> None:
    """Stop it and leave nothing behind."""
    if (cluster.folder / "data" / "postmaster.pid").exists():
        cluster.stop("immediate")
    shutil.rmtree(cluster.folder)
