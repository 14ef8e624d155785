"""The console from outside: its command, and which server answers it at all."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from billing_server.__main__ import main
from billing_server.app import build_app
from billing_server.centre import Centre
from billing_server.console.settings import ConsoleMode, ConsoleSettings
from billing_server.embedded import DATABASE_FILE
from billing_server.settings import ServerSettings
from billing_server.store.console_acts import ActsAsked, acts_of
from billing_server.store.engine import open_database
from tests.billing_server.centres import open_centre
from tests.billing_server.console.visitors import PASSWORD, Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.routing import BaseRoute


def put(
    folder: Path, monkeypatch: pytest.MonkeyPatch, role: str, password: str, name: str = "Meera"
) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    words = ("--folder", str(folder), "console-person", name, "Meera", "मीरा", role)
    return main(words)


def test_the_first_administrator_comes_by_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert put(tmp_path, monkeypatch, "viewer", PASSWORD) == 0
    assert put(tmp_path, monkeypatch, "admin", "a kite over Phool Bagh") == 0
    database = open_database(f"sqlite:///{(tmp_path / DATABASE_FILE).as_posix()}")
    app = build_app(Centre(database, open_centre("sqlite", tmp_path).key))
    assert Visitor(app).sign_in("meera").status == 403
    visitor = Visitor(app)
    assert visitor.sign_in("meera", "a kite over Phool Bagh").status == 200
    assert visitor.get("/people").status == 200
    acts = database.read(lambda c: acts_of(c, ActsAsked(by_id="command line"), 9))
    assert sorted((act.deed, act.on, act.reason) for act in acts) == [
        ("added_person", "meera", "admin"),
        ("added_person", "meera", "viewer"),
    ]
    database.close()


@pytest.mark.parametrize(
    ("name", "password", "sentence"),
    [
        ("Meera", "short", "12 characters or more"),
        ("9", PASSWORD, "2 to 40 small letters"),
    ],
)
def test_a_name_or_a_password_that_will_not_do_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    password: str,
    sentence: str,
) -> None:
    assert put(tmp_path, monkeypatch, "admin", password, name) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("mode", "has_contract", "has_console"),
    [
        (ConsoleMode.ON, True, True),
        (ConsoleMode.OFF, True, False),
        (ConsoleMode.ONLY, False, True),
    ],
)
def test_a_server_answers_counters_people_or_both(
    tmp_path: Path, mode: ConsoleMode, *, has_contract: bool, has_console: bool
) -> None:
    centre = open_centre("sqlite", tmp_path)
    settings = ServerSettings(console=ConsoleSettings(mode))
    routes: list[BaseRoute] = build_app(Centre(centre.database, centre.key, settings)).routes
    paths = {getattr(route, "path", "") for route in routes}
    assert ("/v1/changes" in paths, "/console" in paths) == (has_contract, has_console)
    assert "/v1/health" in paths
    centre.database.close()
