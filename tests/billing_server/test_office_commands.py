"""The office at the command line: an accountant, a bank desk and a manager at work on a real folder."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from billing_server.__main__ import main
from counter_app.domain.payment import Toward
from counter_app.wire.bodies import OverrideGranted
from counter_app.wire.told_parts import NotedTold
from tests.billing_server.players import DAY, cash, cheque, cheque_identity, paid_by
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from pathlib import Path

CHEQUE = cheque_identity("123456")
RULE = ["set-rule", "cash_of_payer", "2026-12-01", "-", "refuse_from_paise=1,50,000"]
SIGNED = ["--authority", "Order 12", "--by", "manager"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A centre that was told of money in suspense, of money for a stranger, of a cheque, and of a word."""
    office = open_office(tmp_path)
    counter = office.enrol()
    noted = NotedTold("Ram Lal", meter_no="M1", bill_no="B1")
    counter.tell(
        paid_by("SUSPENSE", cash(100_00), toward=Toward.SUSPENSE, noted=noted, receipt_no="R1"),
        paid_by("9999999999", cash(50_00), receipt_no="R2"),
        paid_by(A, cheque("123456", 60_00)),
        OverrideGranted("W", "S201", "asha", "shift", DAY, ("drawer",), "known", ""),
    )
    counter.tell_raw(b"{}")
    office.link.push(1, counter.batch())
    office.close()
    return tmp_path


class Desk:
    """Runs commands and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder, self._capsys = folder, capsys

    def run(self, *words: str) -> list[str]:
        assert main(["--folder", str(self._folder), *words]) == 0
        return self._capsys.readouterr().out.splitlines()

    def refuse(self, *words: str) -> str:
        assert main(["--folder", str(self._folder), *words]) == 2
        return self._capsys.readouterr().err.strip()


@pytest.fixture
def desk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(folder, capsys)


def test_an_accountant_works_the_suspense(desk: Desk) -> None:
    assert desk.run("suspense") == [
        f"C07/1/1  R1  {DAY}  Rs 100.00  UNKNOWN_ACCOUNT: noted Ram Lal, meter M1, bill B1",
        f"C07/1/2  R2  {DAY}  Rs 50.00  UNKNOWN_ACCOUNT: account 9999999999",
        "C07/1/5  NOT_APPLIED not_understood: not readable as a payment, kept as it came",
    ]
    assert len(desk.run("suspense", "--most", "1")) == 1
    match = ("match-suspense", "C07/1/1", A, "anita", "meter found in the register")
    assert desk.run(*match) == [f"C07/1/1 booked to {A}, result 1"]
    assert "does not wait" in desk.refuse(*match)
    assert "no counter/epoch/sequence" in desk.refuse("match-suspense", "x", A, "anita", "why")
    assert [line.split()[0] for line in desk.run("suspense")] == ["C07/1/2", "C07/1/5"]
    (act,) = desk.run("audit")
    assert act.endswith(f"anita matched C07/1/1 to {A} (meter found in the register)")


def test_the_bank_desk_takes_a_cheque_in(desk: Desk) -> None:
    words = ("return-instrument", CHEQUE, "2026-11-20", "bina", "funds insufficient")
    assert "amount_not_a_number" in desk.refuse(*words, "--charge", "much")
    assert desk.run(*words, "--charge", "590") == [f"{CHEQUE} taken out of the bills; told to C07"]
    assert "already, by bina" in desk.refuse(*words)
    assert desk.run("instrument", CHEQUE) == []
    assert desk.run("audit")[0].endswith(
        f"bina took in the return of {CHEQUE} on 2026-11-20 (funds insufficient)"
    )


def test_a_manager_sets_a_rule(desk: Desk) -> None:
    assert desk.run("policy") == []
    assert desk.run(*RULE, *SIGNED) == ["cash_of_payer version 2"]
    (line,) = desk.run("policy")
    fields = '{"refuse_from_paise":15000000}'
    is_told = f"1 cash_of_payer version 2, 2026-12-01 to no end: {fields}"
    assert line == f"{is_told} (Order 12; set by manager)"
    until = ["set-rule", "part_count", "2026-12-01", "2026-12-31", "most_a_month=2"]
    assert desk.run(*until, *SIGNED) == ["part_count version 2"]
    assert "is no FIELD=VALUE" in desk.refuse(*RULE[:-1], "refuse_from_paise", *SIGNED)
    assert "rule_unknown" in desk.refuse("set-rule", "x", "2026-12-01", "-", "a=b", *SIGNED)


def test_old_numbers_are_mapped_from_a_file_or_from_typing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "map.csv"
    file.write_text(f"\ufeff12345678, {A}\n\n12345679,12345678\n", encoding="utf-8")
    assert desk.run("renumber", str(file), "--by", "clerk") == ["2"]
    for line, why in (
        ("12345678", "line 1 is no pair"),
        (f"a,{A}\na,b", "line 2 names a number"),
        ("a,a", "line 1 is no pair"),
        ("a,nobody", "nobody has the new number nobody"),
        (f"{'x' * 300},{A}", "line 1 holds no account number"),
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        assert why in desk.refuse("renumber", "-", "--by", "clerk")
    assert len(desk.run("audit")) == 2


def test_overrides_at_counters_can_be_looked_at(desk: Desk) -> None:
    assert desk.run("overrides") == [f"C07/1/4 {DAY} S201 to asha: drawer (known)"]


def test_every_wrong_line_of_a_bounce_list_is_told_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = (
        f"{A},2026-13-01,,why", f"{A},2026-12-01", f"{A},2026-12-01,2026-11-01,why",
        f"{A},2026-12-01,,", f"{A},2026-12-01,,why", f"{A},2026-12-01,,why",
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(wrong)))
    told = desk.refuse("bar-cheques", "-", "--by", "accountant")
    for line, why in (
        (1, "holds no day"), (2, "is no account"), (3, "ends before"), (4, "gives no reason"),
        (6, "names a number that stood"),
    ):  # fmt: skip
        assert f"line {line} {why}" in told
    monkeypatch.setattr("sys.stdin", io.StringIO(wrong[-1]))
    assert desk.run("bar-cheques", "-", "--by", "accountant") == ["1"]
    lifted = desk.run("lift-bar", A, "accountant", "paid in full")
    assert lifted == [f"cheques of {A} are taken again"]


def test_an_accountant_closes_a_month_and_takes_a_match_back(desk: Desk) -> None:
    assert desk.run("close-month", "2026-10", "accountant", "sent up") == ["2026-10 is closed"]
    assert desk.run("reopen-month", "2026-10", "accountant", "late") == ["2026-10 is open again"]
    desk.run("match-suspense", "C07/1/2", A, "accountant", "seen")
    assert desk.run("undo-match", "C07/1/2", "accountant", "wrong") == [
        "C07/1/2 waits again, result 2"
    ]
    assert "is no double" in desk.refuse("confirm-double", "C07/1/2", "accountant", "why")
    assert desk.run("pay-back") == []
    assert len(desk.run("audit")) == 4


def test_on_sqlite_there_are_no_months_to_look_at_or_archive(desk: Desk) -> None:
    assert desk.run("months") == []
    assert "SQLite keeps its tables whole" in desk.refuse("archive-month", "2023-05")
