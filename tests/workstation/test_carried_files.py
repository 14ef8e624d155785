"""Files on a stick: whole or not at all, never over another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.sealed import MOST_FILE_BYTES
from counter_app.workstation.carried_files import StickFiles

if TYPE_CHECKING:
    from pathlib import Path

FILES = StickFiles()


def test_what_is_written_is_read_and_nothing_is_written_over(tmp_path: Path) -> None:
    paths = [FILES.write(tmp_path, "a.kesco", content) for content in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["a.kesco", "a-2.kesco", "a-3.kesco"]
    assert [FILES.read(path) for path in paths] == [b"1", b"2", b"3"]
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(one.name for one in paths)


def test_a_file_is_read_no_further_than_it_may_be_long(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * (MOST_FILE_BYTES + 5))
    assert len(FILES.read(path)) == MOST_FILE_BYTES + 1


def test_a_stick_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault) as read:
        FILES.read(tmp_path / "none")
    assert read.value.code is FaultCode.FILE_NOT_READ
    with pytest.raises(Fault) as written:
        FILES.write(tmp_path / "gone", "a", b"1")
    assert written.value.code is FaultCode.FILE_NOT_WRITTEN


def test_a_stick_that_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Fault):
        FILES.write(tmp_path, "a.kesco", b"1")
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_lies_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as AnyPath

    monkeypatch.setattr(AnyPath, "read_bytes", lambda _self: b"other")
    with pytest.raises(Fault, match="reads back otherwise"):
        FILES.write(tmp_path, "a.kesco", b"1")
