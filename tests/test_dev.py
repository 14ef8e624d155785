"""Sentences about dev.py, the one door for those who build the counter."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev

# design.md, section 8: what Debian calls the packages that Qt needs.
QT_PACKAGES = {
    *("libegl1", "libgl1", "libfontconfig1", "libfreetype6", "libdbus-1-3", "libglib2.0-0"),
    *("libxkbcommon0", "libx11-6"),
}
X_PACKAGES = {
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0", "libxcb-xkb1"),
    *("libxcb-render-util0", "libxcb-util1", "libx11-xcb1", "libxcb-randr0", "libxcb-shape0"),
    *("libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxkbcommon-x11-0"),
}
DRAWS = dev.Verb("draws", lambda _: 0)
TESTS = dev.Verb("tests", lambda _: 0, is_testing=True)
READS = dev.Verb("reads", lambda _: 0, is_drawing=False)
VENV_PACKAGE = f"python3.{sys.version_info.minor}-venv"


@pytest.fixture
def bare_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Debian with Python and nothing else."""
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "has_library", lambda _: False)
    monkeypatch.setattr(dev, "has_program", lambda _: False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)


def set_kind_of_system(
    monkeypatch: pytest.MonkeyPatch, *, has_apt: bool, is_root: bool
) -> list[list[str]]:
    """Make dev.py believe this; the commands it then starts, each of which fails."""
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: "apt-get" if has_apt else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000, raising=False)

    def call(command: list[str], *, is_quiet: bool = False) -> int:
        started.append(command)
        return 0 if is_root and is_quiet else 100

    monkeypatch.setattr(dev, "call", call)
    return started


@pytest.mark.usefixtures("bare_computer")
def test_a_bare_computer_lacks_all_that_qt_and_the_tests_need() -> None:
    programs = {"chromium", "cups", "poppler-utils", "postgresql", "zbar-tools"}
    wants = dev.missing_packages
    assert set(wants(READS, is_on_x=False)) == {VENV_PACKAGE}
    assert set(wants(DRAWS, is_on_x=False)) == QT_PACKAGES | {VENV_PACKAGE}
    assert set(wants(DRAWS, is_on_x=True)) == QT_PACKAGES | X_PACKAGES | {VENV_PACKAGE}
    assert set(wants(TESTS, is_on_x=False)) == QT_PACKAGES | {VENV_PACKAGE} | programs


def test_a_computer_that_has_all_lacks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_library", lambda _: True)
    monkeypatch.setattr(dev, "has_program", lambda _: True)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    assert dev.missing_packages(TESTS, is_on_x=True) == []
    dev.see_to_system(TESTS, is_on_x=True)


def test_a_library_that_nobody_has_is_not_there() -> None:
    assert not dev.has_library("libkesco-never-built.so.7")
    assert not dev.has_program("kesco-never-built")


@pytest.mark.parametrize(
    ("means", "line"),
    [
        ("", "apt-get update && apt-get install -y --no-install-recommends libgl1"),
        ("sudo", "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1"),
        ("su", "su - -c 'apt-get update && apt-get install -y --no-install-recommends libgl1'"),
    ],
)
def test_the_line_to_type_is_one_line_and_asks_for_rights_only_where_needed(
    means: str, line: str
) -> None:
    assert dev.apt_line(["libgl1"], means) == line


@pytest.mark.usefixtures("bare_computer")
def test_without_the_right_to_install_the_line_to_type_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_kind_of_system(monkeypatch, has_apt=True, is_root=False)
    with pytest.raises(dev.SetupImpossibleError, match=r"(?m)^  sudo apt-get update && .*libegl1"):
        dev.see_to_system(DRAWS, is_on_x=False)


@pytest.mark.usefixtures("bare_computer")
def test_without_apt_the_names_are_told_and_nothing_is_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started = set_kind_of_system(monkeypatch, has_apt=False, is_root=True)
    with pytest.raises(dev.SetupImpossibleError, match="no apt-get"):
        dev.see_to_system(DRAWS, is_on_x=False)
    assert started == []
    assert "libxkbcommon0" in capsys.readouterr().out


@pytest.mark.usefixtures("bare_computer")
def test_an_apt_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    started = set_kind_of_system(monkeypatch, has_apt=True, is_root=True)
    with pytest.raises(dev.SetupImpossibleError, match="did not succeed"):
        dev.see_to_system(READS, is_on_x=False)
    assert started == [["apt-get", "--version"], ["apt-get", "update"]]


def test_the_stamp_changes_with_lock_python_and_system() -> None:
    stamps = {
        dev.stamp_of(lock, python, system)
        for lock in (b"one", b"two")
        for python in ("3.11.2", "3.12.0")
        for system in ("linux", "win32")
    }
    assert len(stamps) == 8


def test_packages_that_are_there_are_not_installed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[list[str]] = []

    def call(command: list[str], *, is_quiet: bool = False) -> int:
        started.append(command)
        return int(is_quiet)

    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "lock.txt")
    (tmp_path / "lock.txt").write_bytes(b"pytest==9")
    dev.see_to_packages()
    assert [command[1:3] for command in started] == [
        ["-c", started[0][2]],
        ["-m", "venv"],
        ["-m", "pip"],
    ]
    assert "--require-hashes" in started[2]
    started.clear()
    python = Path(dev.tool("python"))
    python.parent.mkdir()
    python.touch()
    dev.see_to_packages()
    assert started == []


def test_an_index_out_of_reach_is_told_and_tried_again_the_next_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "call", lambda command, **_: int("pip" in command))
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    with pytest.raises(dev.SetupImpossibleError, match="index was not reached"):
        dev.see_to_packages()
    assert not (tmp_path / "stamp").exists()


def test_tools_speak_utf8_and_draw_off_screen_unless_shown() -> None:
    quiet = dev.child_environment({"LANG": "C"}, is_shown=False)
    assert quiet["PYTHONUTF8"] == "1"
    assert quiet["QT_QPA_PLATFORM"] == "offscreen"
    shown = dev.child_environment({"LANG": "hi_IN.UTF-8", "DISPLAY": ":0"}, is_shown=True)
    assert "QT_QPA_PLATFORM" not in shown
    assert "LC_ALL" not in shown


@pytest.mark.parametrize(
    ("environment", "platform", "is_there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_known_by_its_name(
    environment: dict[str, str], platform: str, *, is_there: bool
) -> None:
    assert dev.has_display(environment, platform) is is_there


@pytest.mark.skipif(not dev.MEMORY_DISK.exists(), reason="a disk in memory is Linux's")
def test_tests_keep_their_files_in_memory_where_there_is_plenty_and_leave_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    with dev.temporary_files_in_memory("MemTotal:  24 kB\nMemAvailable:   12345678 kB\n"):
        folder = Path(os.environ["TMPDIR"])
        assert folder.parent == dev.MEMORY_DISK
        assert folder.stat().st_mode & 0o777 == 0o755
    assert not folder.exists()
    with monkeypatch.context() as small:
        small.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=64 << 20))
        with dev.temporary_files_in_memory("MemAvailable:   12345678 kB\n"):
            assert "TMPDIR" not in os.environ, "a container's disk in memory is small"
    for little in ("", "MemAvailable:   4194304 kB\n"):
        with dev.temporary_files_in_memory(little):
            assert "TMPDIR" not in os.environ
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    with dev.temporary_files_in_memory("MemAvailable:   12345678 kB\n"):
        assert os.environ["TMPDIR"] == "/elsewhere"


def test_the_code_of_a_tool_is_passed_on() -> None:
    assert dev.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7
    assert dev.call(["kesco-never-built"]) == dev.EXIT_NO_SETUP


def test_a_killed_tool_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    killed: subprocess.CompletedProcess[str] = subprocess.CompletedProcess(["pytest"], -9)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: killed)
    assert dev.call(["pytest"]) == 128 + 9
    assert "signal 9" in capsys.readouterr().err


def test_a_module_that_is_not_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.call_module("tests.day.never_written", []) == dev.EXIT_NO_SETUP
    assert "not written yet" in capsys.readouterr().err


def test_no_verb_prints_all_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    printed = capsys.readouterr().out
    assert all(re.search(rf"(?m)^  {name} ", printed) for name in dev.VERBS)
    assert {"run", "test", "check", "demo", "bench", "names", "book"} <= set(dev.VERBS)


def test_a_wrong_verb_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["pay"]) == dev.EXIT_USAGE
    assert "no verb 'pay'" in capsys.readouterr().err


def test_a_set_up_that_cannot_be_made_ends_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_verb: dev.Verb, *, is_on_x: bool) -> None:
        raise dev.SetupImpossibleError("No " + "X" * is_on_x + "network.")

    monkeypatch.setattr(dev, "see_to_system", refuse)
    assert dev.main(["book"]) == dev.EXIT_NO_SETUP
    assert capsys.readouterr().err == "dev.py: No network.\n"


def test_every_part_of_the_check_runs_whatever_the_others_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[str] = []

    def call(command: list[str], *, is_quiet: bool = False) -> int:
        started.append(Path(command[0]).stem)
        return int("format" in command)

    monkeypatch.setattr(dev, "call", call)
    assert dev.check(["tests/domain"]) == 1
    assert started == ["ruff", "ruff", "mypy", "lint-imports", "python"]
    assert "FAILED: ruff format\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["run", "server", "dev"])
def test_a_lock_names_hashes_and_no_place(name: str) -> None:
    text = (dev.ROOT / "requirements" / f"{name}.txt").read_text(encoding="ascii")
    assert "://" not in text
    assert not re.search(r"(?m)^\s*-(?!-hash=sha256:)", text)
    pins = re.findall(r"(?m)^([a-z0-9-]+)==", text)
    assert len(pins) == len(re.findall(r"(?m)^[^\s#][^\\]*\\\n    --hash=sha256:", text))


def test_every_dependency_of_the_project_is_in_its_lock() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {"run": [], "server": extras["server"], "dev": extras["server"] + extras["dev"]}
    for name, besides in wanted.items():
        text = (dev.ROOT / "requirements" / f"{name}.txt").read_text(encoding="ascii")
        pinned = set(re.findall(r"(?m)^([a-z0-9-]+)==", text))
        for requirement in project["dependencies"] + besides:
            distribution = re.split(r"[\[<>=;]", requirement)[0].lower()
            assert distribution in pinned, (name, distribution)


def test_the_environment_holds_what_the_lock_says() -> None:
    asked = [sys.executable, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
    listed = json.loads(subprocess.check_output(asked, timeout=60))
    installed = {re.sub(r"[._]", "-", one["name"]).lower(): one["version"] for one in listed}
    text = dev.LOCK.read_text(encoding="ascii")
    for name, version in re.findall(r"(?m)^([a-z0-9-]+)==([^ ]+) \\$", text):
        assert installed[name] == version
