"""The embedded server and the command line: start, stop, come back, and the little things around a server."""

from __future__ import annotations

import io
import os
import socket
import stat
import subprocess
import sys
import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.pool import QueuePool

from billing_server.__main__ import main
from billing_server.embedded import DATABASE_FILE, start_embedded
from billing_server.keys import KEY_FILE, server_key
from billing_server.limits import MOST_BUCKETS, RateLimit
from billing_server.problems import Code, ServerRefusal
from billing_server.store import roster, totals
from billing_server.store.engine import open_database
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import key_id_of
from tests.billing_server.players import payment
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from pathlib import Path

SECOND_US = 1_000_000


def test_a_server_comes_back_on_its_port_with_its_key_and_data(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    answer = office.link.push(1, counter.batch())
    before = (office.server.url, office.server.key.public_key)
    office.restart()
    assert (office.server.url, office.server.key.public_key) == before
    assert office.link.push(1, counter.batch()) == answer
    office.close()


def test_a_stopped_server_leaves_no_thread_and_can_be_stopped_again(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    server.stop()
    server.stop()
    assert "billing-server" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port), 1).close()


def test_a_port_in_use_is_told_at_once(tmp_path: Path) -> None:
    server = start_embedded(tmp_path / "one")
    with pytest.raises(OSError, match=r"[Aa]ddress already in use"):
        start_embedded(tmp_path / "two", port=server.port)
    server.stop()


def test_the_servers_key_is_its_owners_only_and_stays(tmp_path: Path) -> None:
    key = server_key(tmp_path)
    assert server_key(tmp_path) == key
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    (tmp_path / KEY_FILE).write_text("AAAA")
    with pytest.raises(ValueError, match="3 bytes"):
        server_key(tmp_path)


def test_sqlite_is_durable_and_lent_to_one_at_a_time(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{(tmp_path / DATABASE_FILE).as_posix()}")

    def pragma(name: str) -> object:
        return database.read(lambda c: c.exec_driver_sql(f"PRAGMA {name}").scalar_one())

    assert [pragma(n) for n in ("journal_mode", "synchronous", "foreign_keys")] == ["wal", 2, 1]
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.size() == 1
    database.close()


def test_tokens_come_back_with_time() -> None:
    limit = RateLimit(per_second=2, burst=2)
    for _ in range(2):
        limit.admit("asker", 0)
    with pytest.raises(ServerRefusal) as caught:
        limit.admit("asker", 0)
    assert (caught.value.code, caught.value.retry_after_seconds) == (Code.TOO_MANY, 1)
    limit.admit("another", 0)
    limit.admit("asker", SECOND_US // 2)
    for number in range(MOST_BUCKETS + 1):
        limit.admit(f"crowd {number}", SECOND_US)


def test_the_command_line_sets_a_centre_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ["--folder", str(tmp_path)]
    place = ["C07", "Counter 7", "Kidwai Nagar", "किदवई नगर", "KID07"]
    assert main([*folder, "enrol-code", *place]) == 0
    one_time, _, key_id = capsys.readouterr().out.strip().partition("-")
    assert (len(one_time), key_id) == (8, key_id_of(server_key(tmp_path).public_key))
    assert main([*folder, "enrol-code", *place[:-1], "no-series"]) == 2
    assert "no-series" in capsys.readouterr().err
    assert main([*folder, "load-book", "50"]) == 0
    assert capsys.readouterr().out.strip() == "50"
    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n"))
    assert main([*folder, "add-person", "asha", "Asha", "आशा", "cashier"]) == 0
    assert main([*folder, "revoke", "C07", "1"]) == 0
    assert main([*folder, "alarms"]) == 0
    database = open_database(f"sqlite:///{(tmp_path / DATABASE_FILE).as_posix()}")
    (person,) = database.read(roster.tell_roster)
    assert person.pin_hash.startswith("$argon2id$")
    assert (
        database.read(lambda c: totals.tell_day(c, "C07", date(2026, 1, 1).isoformat())).count == 0
    )
    database.close()


def test_the_command_line_shows_alarms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = open_office(tmp_path)
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    office.link.push(1, counter.batch())
    twin = office.enrol_twin(counter)
    twin.tell(payment(A, 1_00))
    with pytest.raises(Exception, match="server_fork"):
        office.link.push(1, twin.batch())
    office.close()
    main(["--folder", str(tmp_path), "alarms"])
    assert capsys.readouterr().out.strip() == "2026-11-18T11:06:40+00:00 fork C07/1/1"


@pytest.mark.slow
def test_the_command_line_serves_until_it_is_ended(tmp_path: Path) -> None:
    words = ["--folder", str(tmp_path), "serve", "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-m", "billing_server", *words], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        address, port = said.split()[5], int(said.split()[5].rpartition(":")[2])
        assert said == f"The billing server listens on {address} (1 process).\n"
        transport = Transport()
        health = transport.prepare("GET", f"{address}/v1/health", None, {})
        assert transport.send(health).status == 200
        transport.close()
        server.terminate()
        assert server.wait(20) is not None
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), 1).close()
