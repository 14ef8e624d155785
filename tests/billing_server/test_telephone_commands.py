"""Approval by telephone at the centre's command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from billing_server.__main__ import main
from billing_server.store import approval_secrets, roster
from billing_server.store.console_acts import ActsAsked, acts_of
from billing_server.store.engine import open_database
from counter_app.wire.check_code import spaced_code
from counter_app.wire.exchange import Person
from counter_app.wire.telephone import answer_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.store.engine import Database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert main(["--folder", str(tmp_path), "alarms"]) == 0
    return tmp_path


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{(folder / 'billing.db').as_posix()}")
    roster.put_people(opened, [Person("s201", "Asha", "आशा", "supervisor", "hash")])
    yield opened
    opened.close()


def run(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), *words])


def test_an_answer_is_told_with_what_it_approves(
    folder: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "telephone-answer", "s201", "C07", "52 63", "1250.50", "XZTB-M0M0") == 0
    key = database.read(lambda c: approval_secrets.key_for(c, "s201", "C07"))
    told = spaced_code(answer_to(key, "C07", "52 63", 125_050, "XZTBM0M0"))
    assert capsys.readouterr().out.splitlines() == [
        "approves at C07: drawer, part_count, Rs 1,250.50",
        f"answer: {told}",
    ]
    (act,) = database.read(lambda c: acts_of(c, ActsAsked(), 10))
    assert (act.by_id, act.deed, act.on) == (
        "command line",
        "answered_by_telephone",
        "s201 C07",
    )


@pytest.mark.parametrize(
    ("who", "challenge", "told"),
    [("s999", "XZTB-M0M0", "works at no counter"), ("s201", "XZTB-M0M1", "misheard")],
)
def test_what_cannot_be_answered_is_told_and_not_noted(
    folder: Path,
    database: Database,
    capsys: pytest.CaptureFixture[str],
    who: str,
    challenge: str,
    told: str,
) -> None:
    assert run(folder, "telephone-answer", who, "C07", "21", "10", challenge) == 2
    assert told in capsys.readouterr().err
    assert database.read(lambda c: acts_of(c, ActsAsked(), 10)) == ()


def test_a_secret_is_shown_once_and_is_another_each_time(
    folder: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "telephone-secret", "s201") == 0
    first = capsys.readouterr().out.strip()
    assert re.fullmatch(r"([0-9A-Z]{4} ){13}[0-9A-Z]{4}", first)
    assert run(folder, "telephone-secret", "s201") == 0
    assert capsys.readouterr().out.strip() != first
    assert run(folder, "telephone-secret", "s999") == 2
    assert len(database.read(approval_secrets.approvers)) == 1
