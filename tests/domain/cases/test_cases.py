"""Every case of ``tests/data/cases`` is played; together they meet every rule, caveat and refusal of an order."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import counter_app.domain
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import RefusalCode
from counter_app.domain.policy import RuleName
from tests.domain.cases.counter import Play, Touched
from tests.domain.cases.reading import Case, CaseError, all_cases, cases_of

LEAST_CASES = 120
CASES = all_cases()
DECIDING = (
    "acceptance",
    "bank_paper.refuse_step",
    "card_guard",
    "caveat.WordNeededError",
    "cheque_bar",
    "day_rules",
    "instrument",
    "order_checks",
    "purpose",
    "tender.CashTender",
    "tender.UpiTender",
    "unusual",
)
"""Modules, and parts of modules, of the domain that decide an order or a return."""

GOOD = """\
Case: all of it
  Given A owes 100.00
  When  A pays 100.00 in cash
  Then  taken as a full payment, nothing remains due
  and   allocated: 100.00 to bill A1
  and   rules: none
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place.file}:{case.title}")
def test_the_counter_does_what_the_case_says(case: Case) -> None:
    Play.of(case).run(Touched())


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    titles = [case.title for case in CASES]
    assert len(titles) >= LEAST_CASES
    assert sorted(titles) == sorted(set(titles))


def test_every_rule_caveat_and_refusal_is_met() -> None:
    touched = Touched()
    for case in CASES:
        Play.of(case).run(touched)
    # The first refuses only, the second is asked at the close and by no payment.
    assert touched.rules >= set(RuleName) - {RuleName.CASH_OF_PAYER, RuleName.SHIFT_CLOSE}
    assert touched.caveats == set(CaveatCode)
    assert touched.refusals >= raised_by(*DECIDING)
    assert RefusalCode.CASH_ABOVE_LAW in touched.refusals


def raised_by(*parts: str) -> set[RefusalCode]:
    """Every refusal code that these modules name, or only a class or function of them."""
    codes = set[RefusalCode]()
    for part in parts:
        module, _, name = part.partition(".")
        tree = ast.parse((Path(counter_app.domain.__path__[0]) / f"{module}.py").read_text("utf-8"))
        roots = [one for one in tree.body if not name or getattr(one, "name", "") == name]
        assert roots, part
        codes |= {
            RefusalCode[node.attr]
            for root in roots
            for node in ast.walk(root)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "RefusalCode"
        }
    return codes


def played(text: str) -> None:
    for case in cases_of("some.txt", text):
        Play.of(case).run(Touched())


def test_a_case_that_is_right_plays() -> None:
    played("What stands before the first case is for the reader.\n\n" + GOOD + "\n# a remark\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nothing remains due", "0.01 remains due"),
        ("a full payment", "a part payment"),
        ("bill A1", "bill A2"),
        ("100.00 to bill", "99.99 to bill"),
        ("rules: none", "rules: part others v1 from 01-01-2000"),
        ("A pays 100.00", "A pays 100.01"),
        ("rules: none", "rules: none\n  and   the cashier is cautioned: unsent"),
        ("rules: none", "rules: none\n  and   1.00 goes back in change"),
        ("rules: none", "rules: none\n  and   paid by: card 100.00"),
        ("rules: none", "rules: none\n  and   booked: debit card clearing 100.00"),
        ("in cash", "in cash\n  and   a supervisor gives a word for part count"),
        ("  and   rules: none\n", ""),
        ("  and   allocated: 100.00 to bill A1\n", ""),
    ],
)
def test_a_case_that_is_wrong_fails(before: str, after: str) -> None:
    assert before in GOOD
    with pytest.raises(AssertionError):
        played(GOOD.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("A owes", "A perhaps owes", 2),
        ("A owes 100.00", "A owes 1000.00", 2),
        ("A owes 100.00", "A is a poor consumer", 2),
        ("A owes 100.00", "rule part others v2 from 31-02-2026: share percent 30", 2),
        ("A owes 100.00", "rule part others v2 from 01-02-2026: share 30", 2),
        ("A owes 100.00", "B owes 100.00 on bill A1", 2),
        ("in cash", "in shells", 3),
        ("in cash", "in cash, number 004512", 3),
        ("in cash", "in cash, out of kindness", 3),
        ("A pays", "A wants to pay", 3),
        ("taken as", "perhaps taken as", 4),
        ("a full payment", "a gift", 4),
        ("rules: none", "rules: part others", 6),
        ("  When", "  Where", 3),
        ("  Then  taken", "  Given taken", 4),
        ("  Given", "  and", 2),
        ("  When ", "When ", 3),
        ("A pays", "B pays", 1),
    ],
)
def test_a_case_that_cannot_be_read_names_its_file_and_line(
    before: str, after: str, line: int
) -> None:
    assert before in GOOD
    with pytest.raises(CaseError, match=rf"some\.txt:{line}: "):
        played(GOOD.replace(before, after))


@pytest.mark.parametrize("missing", ["When", "Then"])
def test_a_case_that_asks_or_asserts_nothing_is_an_error(missing: str) -> None:
    lines = GOOD.splitlines(keepends=True)
    kept = lines[: 2 if missing == "When" else 3]
    with pytest.raises(CaseError, match=rf"some\.txt:1: .* has no {missing}"):
        played("".join(kept))


def test_a_file_without_a_case_is_an_error() -> None:
    with pytest.raises(CaseError, match=r"some\.txt:0: no case"):
        played("nothing but prose\n")
