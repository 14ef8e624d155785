"""The state of one job, asked of servers that are not there, hang, or talk nonsense."""

from __future__ import annotations

import http.server
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from counter_app.spooling import ipp
from counter_app.spooling.ipp import JobState, job_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STATE = b"\x23\x00\x09job-state\x00\x04"


@contextmanager
def a_server(answer: bytes) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            assert b"ipp://localhost/jobs/7" in asked
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - as the library has it
            """Says nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"..." + STATE + b"\x00\x00\x00\x09\x03", JobState.COMPLETED),
        (STATE + b"\x00\x00\x00\x07", JobState.CANCELLED),
        (STATE + b"\x00\x00\x00\x63", None),
        (STATE, None),
        (b"\x02\x00\x04\x06", None),
        (b"", None),
    ],
)
def test_what_a_server_says_is_a_state_or_nothing(
    monkeypatch: pytest.MonkeyPatch, answer: bytes, state: JobState | None
) -> None:
    with a_server(answer) as address:
        monkeypatch.setenv("CUPS_SERVER", address)
        assert job_state(7, 5.0) is state


def test_a_server_that_is_not_there_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-socket"))
    assert job_state(7, 0.2) is None


def test_without_a_name_in_the_environment_the_file_names_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    conf = tmp_path / "client.conf"
    monkeypatch.setattr(ipp, "CLIENT_CONF", conf)
    monkeypatch.setattr(ipp, "SOCKETS", (str(tmp_path / "no-socket"),))
    with a_server(STATE + b"\x00\x00\x00\x09") as address:
        conf.write_text(f"# ours\nServerName {address}/version=1.1\n", encoding="utf-8")
        assert job_state(7, 5.0) is JobState.COMPLETED
