"""Several processes serve one socket and one database: one that dies is replaced, all stop together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server import worker
from billing_server.__main__ import main
from billing_server.embedded import start_embedded
from billing_server.keys import server_key
from billing_server.migrations.upgrade import upgrade
from billing_server.serving import Serving, config_of, listen, why_not_served
from billing_server.settings import ServerSettings
from billing_server.store.engine import open_database
from billing_server.supervisor import Supervisor
from counter_app.domain.errors import Fault
from counter_app.sync.request_signing import PairSigner, fresh_nonce, sign
from counter_app.sync.transport import Transport
from tests.billing_server.players import bill, consumer
from tests.billing_server.postgresql import shared_cluster
from tests.sync.offices import A, Office, StillClock

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK = "127.0.0.1"
on_linux = pytest.mark.skipif(sys.platform == "win32", reason="one process on Windows")


@pytest.fixture
def transport() -> Iterator[Transport]:
    opened = Transport()
    yield opened
    opened.close()


def status(transport: Transport, url: str) -> int:
    """Of the server's health; 0 when it is not reached."""
    try:
        return transport.send(transport.prepare("GET", f"{url}/v1/health", None, {})).status
    except Fault:
        return 0


def children(pid: int) -> set[int]:
    """Processes that this one started."""
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


@pytest.mark.postgresql
@on_linux
def test_a_dead_process_is_replaced_and_a_signal_stops_all(
    tmp_path: Path, transport: Transport
) -> None:
    seen: list[set[int]] = []
    server_key(tmp_path)
    with listen(LOOPBACK, 0) as listener:
        url = shared_cluster().fresh_database()
        serving = Serving(str(tmp_path), url, LOOPBACK, 0, ServerSettings()).at(listener)

        def kill_one_then_stop() -> None:
            before = workers()
            seen.append(before)
            assert status(transport, serving.url) == 200
            os.kill(min(before), signal.SIGKILL)
            while len(now := workers()) < 2 or now == before:
                os.sched_yield()
            seen.append(now)
            assert status(transport, serving.url) == 200
            os.kill(os.getpid(), signal.SIGTERM)

        others = children(os.getpid())

        def workers() -> set[int]:
            return children(os.getpid()) - others

        told = threading.Thread(target=kill_one_then_stop)
        assert Supervisor(serving, listener, 2, told.start).run() == 0
        told.join()
        assert workers() == set()
    assert (len(seen[0]), len(seen[1]), len(seen[0] & seen[1])) == (2, 2, 1)


@pytest.mark.postgresql
@on_linux
def test_a_server_whose_processes_cannot_begin_says_so(tmp_path: Path) -> None:
    (tmp_path / "server.key").write_text("no key")
    with listen(LOOPBACK, 0) as listener:
        url = shared_cluster().fresh_database()
        serving = Serving(str(tmp_path), url, LOOPBACK, 0, ServerSettings())
        assert Supervisor(serving, listener, 2, lambda: None).run() == 1


@on_linux
def test_a_process_serves_for_as_long_as_its_lifeline_holds(
    tmp_path: Path, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this process, on a database of its own: what it does when it is one of several."""
    database_url = f"sqlite:///{(tmp_path / 'billing.db').as_posix()}"
    database = open_database(database_url)
    upgrade(database)
    database.close()
    lifeline, held = os.pipe()
    is_ready, tells = os.pipe()
    statuses: list[int] = []
    with listen(LOOPBACK, 0) as listener, os.fdopen(lifeline) as told:
        serving = Serving(str(tmp_path), database_url, LOOPBACK, 0, ServerSettings()).at(listener)
        os.write(held, msgspec.json.encode(serving) + b"\n")
        monkeypatch.setattr("sys.argv", ["worker", str(os.dup(listener.fileno())), str(tells)])
        monkeypatch.setattr("sys.stdin", told)

        def ask_then_let_go() -> None:
            os.read(is_ready, 1)
            statuses.append(status(transport, serving.url))
            os.close(held)

        asks = threading.Thread(target=ask_then_let_go)
        asks.start()
        worker.main()
        asks.join()
    os.close(is_ready)
    os.close(tells)
    assert statuses == [200]


@pytest.mark.postgresql
@pytest.mark.slow
@on_linux
def test_processes_end_with_their_supervisor_however_it_ends(
    tmp_path: Path, transport: Transport
) -> None:
    url = shared_cluster().fresh_database()
    words = ["--folder", str(tmp_path), "--database", url, "serve", "--workers", "2", "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-m", "billing_server", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        address = said.split()[5]
        assert said == f"The billing server listens on {address} (2 processes).\n"
        assert status(transport, address) == 200
        server.kill()
        server.stdout.read()  # ends when the last process that holds it did
    assert status(transport, address) == 0


@pytest.mark.postgresql
def test_a_request_taken_by_one_server_is_refused_by_the_other(
    tmp_path: Path, transport: Transport
) -> None:
    clock, database_url = StillClock(), shared_cluster().fresh_database()
    one, other = (
        start_embedded(tmp_path, database_url=database_url, now_us=lambda: clock.centre_us)
        for _ in range(2)
    )
    one.load_book([consumer(A)], [bill(A)])
    office = Office(one, clock, tmp_path, one.url)
    office.enrol()
    nonce, told = fresh_nonce(), []
    for server in (one, other, one):
        request = transport.prepare("GET", f"{server.url}/v1/changes?since=0", None, {})
        sign(request, PairSigner(office.pair), nonce, clock.counter_now())
        told.append(transport.send(request).status)
    assert told == [200, 401, 401]
    office.close()
    other.stop()


@pytest.mark.parametrize(
    ("trusted", "statuses"), [((), {400, 429}), (("127.0.0.0/8", "10.9.0.0/16"), {400})]
)
def test_an_address_told_by_a_stranger_is_not_believed(
    tmp_path: Path, transport: Transport, trusted: tuple[str, ...], statuses: set[int]
) -> None:
    server = start_embedded(tmp_path, settings=ServerSettings(trusted_proxies=trusted))
    told = set()
    for number in range(12):
        forwarded = {"X-Forwarded-For": f"6.6.6.6, 10.0.0.{number}, 10.9.0.1"}
        request = transport.prepare("POST", f"{server.url}/v1/enrol", b"{}", forwarded)
        told.add(transport.send(request).status)
    assert told == statuses
    server.stop()


def test_behind_a_proxy_the_nearest_address_that_is_no_proxy_counts(
    tmp_path: Path, transport: Transport
) -> None:
    settings = ServerSettings(trusted_proxies=("127.0.0.1",))
    server = start_embedded(tmp_path, settings=settings)
    told = set()
    for number in range(12):  # what stands left of it, the asker may have written
        forwarded = {"X-Forwarded-For": f"10.0.0.{number}, 7.7.7.7"}
        request = transport.prepare("POST", f"{server.url}/v1/enrol", b"{}", forwarded)
        told.add(transport.send(request).status)
    assert told == {400, 429}
    server.stop()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--workers", "2"], "needs PostgreSQL: SQLite is lent to one process. Nothing was start"),
        (["--workers", "0"], "at least one process serves"),
        (["--needs-standby", "on"], "SQLite has no standby. Nothing was started"),
        (["--trusted-proxy", "the proxy"], "'the proxy' does not appear to be an IPv4 or IPv6 ne"),
    ],
)
def test_what_cannot_be_served_is_said_and_nothing_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["--folder", str(tmp_path), "serve", "--port", "0", *words]) == 2
    assert sentence in capsys.readouterr().err


def test_windows_keeps_one_process() -> None:
    two = ServerSettings(worker_count=2)
    assert "on Windows the server is one process" in why_not_served(two, "postgresql://", "win32")
    assert why_not_served(ServerSettings(), "sqlite://", "win32") == ""
    assert why_not_served(two, "postgresql://", "linux") == ""


@on_linux
def test_linux_serves_by_uvloop_and_httptools() -> None:
    serving = Serving("", "", "::1", 8443, ServerSettings(), "certificate", "key")
    config = config_of(lambda: None, serving)
    config.ssl_certfile = config.ssl_keyfile = None
    config.load()
    assert serving.url == "https://[::1]:8443"
    assert "httptools" in config.http_protocol_class.__module__
    factory = config.get_loop_factory()
    assert factory is not None
    loop = factory()
    assert type(loop).__module__.startswith("uvloop")
    loop.close()


def test_an_address_of_the_newer_kind_can_be_listened_on() -> None:
    try:
        listener = listen("::1", 0)
    except OSError:
        pytest.skip("this machine has no IPv6")
    assert listener.family is socket.AF_INET6
    listener.close()
