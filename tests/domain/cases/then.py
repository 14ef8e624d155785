"""What is expected, and the comparison of everything the case says with what the domain did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.tender import CashTender, TenderKind, face_of, kind_of
from tests.domain.cases.reading import Forms, code_of, day_of, listed, money_of
from tests.domain.cases.rules_told import rule_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.caveat import Caveat
    from counter_app.domain.errors import Fact
    from counter_app.domain.payment import Acceptance

_SETTLEMENTS: Mapping[str, Settlement] = {
    "a full payment": Settlement.FULL,
    "a part payment": Settlement.PART,
    "a full payment and an advance": Settlement.OVER,
    "an advance": Settlement.ADVANCE,
    "a payment of its head": Settlement.HEAD,
    "a payment in suspense": Settlement.SUSPENSE,
}
_TOWARD: Mapping[str, Toward] = {
    "is an advance": Toward.ADVANCE,
    "goes to the head": Toward.HEAD,
    "goes to suspense": Toward.SUSPENSE,
}
_NOTHING_REMAINS = "nothing remains due"

Facts = dict[str, str]
Remark = tuple[str, Facts]
AllocationSaid = tuple[str, Toward, Money]
RuleSaid = tuple[str, int, "date", bool]


@dataclass
class ExpectedLine:
    """What is said of one line; None is not compared."""

    settlement: Settlement | None = None
    balance: Money | None = None
    allocations: list[AllocationSaid] | None = None
    rules: list[RuleSaid] | None = None
    tenders: list[tuple[TenderKind, Money, Money]] | None = None
    postings: list[tuple[str, Money]] | None = None
    due_again: list[AllocationSaid] = field(default_factory=list)


@dataclass
class Expected:
    """What a case expects; lines by what stands before their sentences: a letter, ``line 2``, or nothing."""

    lines: dict[str, ExpectedLine] = field(default_factory=dict)
    refused: Remark | None = None
    words: list[Remark] = field(default_factory=list)
    cautions: list[Remark] = field(default_factory=list)
    change: Money | None = None
    stamp: str | None = None
    likely: list[Money] | None = None
    accepted: list[Money] | None = None
    booked_back: list[tuple[str, Money]] = field(default_factory=list)
    is_step_taken: bool = False

    def line(self, before: str) -> ExpectedLine:
        """The expectations of one line."""
        return self.lines.setdefault(before.removesuffix(": "), ExpectedLine())


THEN: Forms[Expected] = Forms()


@THEN.form("refused: <what:text>")
def _refused(expected: Expected, said: Mapping[str, str]) -> None:
    words, facts = _remark(said["what"])
    expected.refused = code_of(RefusalCode, words), facts


@THEN.form("a supervisor's word is needed: <what:text>")
def _word(expected: Expected, said: Mapping[str, str]) -> None:
    words, facts = _remark(said["what"])
    expected.words.append((code_of(CaveatCode, words), facts))


@THEN.form("the cashier is cautioned: <what:text>")
def _caution(expected: Expected, said: Mapping[str, str]) -> None:
    words, facts = _remark(said["what"])
    expected.cautions.append((code_of(CaveatCode, words), facts))


@THEN.form("<line:line>taken as <what:words>, <left:text>")
def _taken(expected: Expected, said: Mapping[str, str]) -> None:
    line = expected.line(said["line"])
    line.settlement = _SETTLEMENTS[said["what"]]
    line.balance = _balance(said["left"])


@THEN.form("<line:line>allocated: <parts:text>")
def _allocated(expected: Expected, said: Mapping[str, str]) -> None:
    expected.line(said["line"]).allocations = [_allocation(one) for one in listed(said["parts"])]


@THEN.form("<line:line>rules: <rules:text>")
def _rules(expected: Expected, said: Mapping[str, str]) -> None:
    rules = [] if said["rules"] == "none" else [_rule(one) for one in listed(said["rules"])]
    expected.line(said["line"]).rules = rules


@THEN.form("<line:line>paid by: <tenders:text>")
def _tenders(expected: Expected, said: Mapping[str, str]) -> None:
    expected.line(said["line"]).tenders = [_tender(one) for one in listed(said["tenders"])]


@THEN.form("<line:line>booked: <postings:text>")
def _postings(expected: Expected, said: Mapping[str, str]) -> None:
    expected.line(said["line"]).postings = [_posting(one) for one in listed(said["postings"])]


@THEN.form("<line:line>due again: <parts:text>")
def _due_again(expected: Expected, said: Mapping[str, str]) -> None:
    expected.line(said["line"]).due_again = [_allocation(one) for one in listed(said["parts"])]


@THEN.form("booked back: <postings:text>")
def _booked_back(expected: Expected, said: Mapping[str, str]) -> None:
    expected.booked_back = [_posting(one) for one in listed(said["postings"])]


@THEN.form("<sum:money> goes back in change")
def _change(expected: Expected, said: Mapping[str, str]) -> None:
    expected.change = money_of(said["sum"])


@THEN.form("the receipt bears: <what:text>")
def _stamp(expected: Expected, said: Mapping[str, str]) -> None:
    expected.stamp = said["what"]


@THEN.form("likely handed over: <sums:text>")
def _likely(expected: Expected, said: Mapping[str, str]) -> None:
    expected.likely = [money_of(one) for one in listed(said["sums"])]


@THEN.form("notes and coins accepted: <sums:text>")
def _accepted(expected: Expected, said: Mapping[str, str]) -> None:
    expected.accepted = [money_of(one) for one in listed(said["sums"])]


@THEN.form("the step is taken")
def _step(expected: Expected, said: Mapping[str, str]) -> None:
    expected.is_step_taken = True


def compare_line(expected: ExpectedLine, acceptance: Acceptance) -> None:
    """Everything that is said of one line; settlement, balance, allocations and rules must be."""
    assert acceptance.settlement == expected.settlement
    assert acceptance.balance == expected.balance
    allocations = [(one.bill_no, one.toward, one.amount) for one in acceptance.allocations]
    assert allocations == expected.allocations
    assert expected.rules is not None, "the rules are told"
    assert sorted(rules_of(acceptance)) == sorted(expected.rules)
    if expected.tenders is not None:
        tenders = [(kind_of(one), one.amount, face_of(one)) for one in acceptance.tenders]
        assert tenders == expected.tenders
    if expected.postings is not None:
        postings = [(str(one.account), one.amount) for one in acceptance.entry.postings]
        assert postings == expected.postings


def compare_remarks(expected: list[Remark], caveats: tuple[Caveat, ...]) -> None:
    """The remarks of one kind, in whatever order: the same codes, each with the facts that are said."""
    told = sorted(expected, key=lambda remark: remark[0])
    found = sorted(caveats, key=lambda caveat: caveat.code)
    assert [code for code, _ in told] == [caveat.code for caveat in found]
    for (_, facts), caveat in zip(told, found, strict=True):
        compare_facts(facts, dict(caveat.facts))


def compare_facts(expected: Facts, facts: Mapping[str, Fact]) -> None:
    """The facts that are said, as the case writes them."""
    told = {name.removesuffix("_paise"): _fact_text(name, fact) for name, fact in facts.items()}
    assert {name: told.get(name) for name in expected} == expected


def rules_of(acceptance: Acceptance) -> list[RuleSaid]:
    """The rules kept with a line."""
    return [(ref.name, ref.version, ref.valid_from, ref.is_local) for ref in acceptance.rules]


def change_of(acceptances: tuple[Acceptance, ...]) -> Money:
    """The cash that goes back."""
    tenders = (tender for one in acceptances for tender in one.tenders)
    return Money.total(one.change for one in tenders if isinstance(one, CashTender))


def _fact_text(name: str, fact: Fact) -> str:
    if name.endswith("_paise"):
        assert isinstance(fact, int)
        return str(Money(fact))
    if name == "day":
        return "-".join(reversed(str(fact).split("-")))
    return str(fact)


def _remark(text: str) -> Remark:
    """``part below minimum (minimum 2,000.00; account no A)``: a code, and facts by their names."""
    words, _, inside = text.partition(" (")
    facts: Facts = {}
    for fact in listed(inside.removesuffix(")")):
        name, _, value = fact.rpartition(" ")
        facts[name.replace(" ", "_")] = value
    return words, facts


def _balance(text: str) -> Money:
    if text == _NOTHING_REMAINS:
        return ZERO
    if text.startswith("a credit of "):
        return -money_of(text.removeprefix("a credit of ").removesuffix(" remains"))
    return money_of(text.removesuffix(" remains due"))


def _allocation(text: str) -> AllocationSaid:
    amount, _, what = text.partition(" ")
    if what.startswith("to bill "):
        return what.removeprefix("to bill "), Toward.BILL, money_of(amount)
    return "", _TOWARD[what], money_of(amount)


def _rule(text: str) -> RuleSaid:
    """``part others v1 from 01-01-2000``, and ``(local)`` after it."""
    plain = text.removesuffix(" (local)")
    words, _, day = plain.partition(" from ")
    name, _, version = words.rpartition(" v")
    return rule_name(name), int(version), day_of(day), plain != text


def _tender(text: str) -> tuple[TenderKind, Money, Money]:
    """``cheque 700.00 of 1,000.00``."""
    words, _, whole = text.partition(" of ")
    kind, _, amount = words.rpartition(" ")
    return code_of(TenderKind, kind), money_of(amount), money_of(whole or amount)


def _posting(text: str) -> tuple[str, Money]:
    """``debit cash drawer 450.50`` or ``credit bill collection 450.50``."""
    side, _, rest = text.partition(" ")
    account, _, amount = rest.rpartition(" ")
    sign = {"debit": 1, "credit": -1}[side]
    return account.replace(" ", "_"), Money(sign * money_of(amount).paise)
