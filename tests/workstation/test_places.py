"""Where files are kept, and the log that is kept a year."""

from __future__ import annotations

import logging
import os
import stat
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from counter_app.workstation import paths
from counter_app.workstation.logs import DAYS_KEPT, start_log
from counter_app.workstation.paths import HOME_VARIABLE, Places, usual_home
from counter_app.workstation.pins import Argon2Pins, hash_pin

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def root_log() -> Iterator[logging.Logger]:
    """The root log as it was, once the test is over."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for added in [one for one in root.handlers if one not in handlers]:
        root.removeHandler(added)
        added.close()
    root.setLevel(level)


def test_every_folder_is_made_and_the_home_is_the_owners_alone(tmp_path: Path) -> None:
    places = Places(tmp_path / "home")
    places.make()
    places.make()
    folders = (
        places.ledger.parent,
        places.bills,
        places.receipts,
        places.reports,
        places.logs,
        places.secrets,
    )
    assert all(folder.is_dir() for folder in folders)
    assert {places.settings.parent, places.looks.parent} == {places.home}
    assert places.charges.parent == places.ledger.parent
    if os.name == "posix":
        assert stat.S_IMODE(places.home.stat().st_mode) == 0o700
        assert stat.S_IMODE(places.secrets.stat().st_mode) == 0o700


def test_on_windows_rights_are_left_to_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "os", SimpleNamespace(name="nt"))
    (tmp_path / "home").mkdir()
    before = (tmp_path / "home").stat().st_mode
    Places(tmp_path / "home").make()
    assert (tmp_path / "home").stat().st_mode == before


def test_a_home_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="home"):
        Places(tmp_path / "home").make()


def test_the_home_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert usual_home() == tmp_path


def test_the_home_is_where_programs_keep_their_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr(paths, "os", SimpleNamespace(name="posix", environ=os.environ))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert usual_home() == tmp_path / "kesco-counter"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert usual_home() == Path.home() / ".local" / "share" / "kesco-counter"


def test_on_windows_the_home_is_shared_by_all_cashiers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr(paths, "os", SimpleNamespace(name="nt", environ=os.environ))
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path))
    assert usual_home() == tmp_path / "KescoCounter"


def test_the_log_is_written_to_a_file(root_log: logging.Logger, tmp_path: Path) -> None:
    start_log(tmp_path / "logs")
    logging.getLogger("counter").info("a round went well")
    logging.getLogger("counter").debug("not worth keeping")
    for handler in root_log.handlers:
        handler.flush()
    text = (tmp_path / "logs" / "counter.log").read_text(encoding="utf-8")
    assert "INFO MainThread counter a round went well" in text
    assert "not worth keeping" not in text


def test_the_log_is_kept_for_more_than_a_year(root_log: logging.Logger, tmp_path: Path) -> None:
    start_log(tmp_path)
    (kept,) = [one for one in root_log.handlers if isinstance(one, TimedRotatingFileHandler)]
    assert kept.when == "MIDNIGHT"
    assert kept.backupCount == DAYS_KEPT >= 366


def test_a_pin_fits_its_hash_and_no_other() -> None:
    hashed = hash_pin("4711")
    assert Argon2Pins().fits(hashed, "4711")
    assert not Argon2Pins().fits(hashed, "4712")
    assert hashed != hash_pin("4711")
    assert "4711" not in hashed


@pytest.mark.parametrize("pin_hash", ["", "4711", "$argon2id$broken", "$2b$12$abc"])
def test_a_hash_that_cannot_be_read_fits_no_pin(pin_hash: str) -> None:
    assert not Argon2Pins().fits(pin_hash, "4711")
