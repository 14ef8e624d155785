"""Running a case: the domain is asked as the counter asks it, and its answer compared with what is expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import consider
from counter_app.domain.bank_paper import refuse_step
from counter_app.domain.caveat import CaveatCode, WordNeededError, held, refuse_without_word
from counter_app.domain.day_rules import likely_given
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.receipt_marks import stamp_of
from tests.domain.cases.given import GIVEN, Scene
from tests.domain.cases.returns import returns_of
from tests.domain.cases.then import (
    THEN,
    Expected,
    ExpectedLine,
    change_of,
    compare_facts,
    compare_line,
    compare_remarks,
)
from tests.domain.cases.when import WHEN, Asked

if TYPE_CHECKING:
    from counter_app.domain.caveat import Caveat
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.receipt import StampMark
    from tests.domain.cases.reading import Case

NO_STAMP = "no stamp"


@dataclass
class Touched:
    """What the cases run so far have met: every rule, caveat and refusal must be among them at the end."""

    rules: set[str] = field(default_factory=set)
    caveats: set[CaveatCode] = field(default_factory=set)
    refusals: set[RefusalCode] = field(default_factory=set)


@dataclass
class Play:
    """One case read into what is given, asked and expected."""

    case: Case
    scene: Scene = field(default_factory=Scene)
    asked: Asked = field(default_factory=Asked)
    expected: Expected = field(default_factory=Expected)

    @classmethod
    def of(cls, case: Case) -> Play:
        """The case as it is understood. Raises CaseError for what is not, or expects nothing."""
        play = cls(case)
        GIVEN.read(case.section("Given"), play.scene)
        WHEN.read(case.section("When"), play.asked)
        THEN.read(case.section("Then"), play.expected)
        if play.expected == Expected():
            raise case.place.wrong(f"{case.title!r} expects nothing")
        return play

    def run(self, touched: Touched) -> None:
        """Ask the domain, and compare. Raises AssertionError where they differ."""
        refusal = self._refusal(touched)
        if isinstance(refusal, WordNeededError):
            touched.caveats |= {caveat.code for caveat in refusal.caveats}
            compare_remarks(self.expected.words, refusal.caveats)
        else:
            assert not self.expected.words, f"no word was asked for: {refusal}"
            code, facts = self.expected.refused or (None, {})
            assert (refusal.code if refusal else None) == code, refusal
            compare_facts(facts, refusal.facts if refusal else {})

    def _refusal(self, touched: Touched) -> Refusal | None:
        try:
            self._ask(touched)
        except Refusal as refusal:
            touched.refusals.add(refusal.code)
            return refusal
        return None

    def _ask(self, touched: Touched) -> None:
        if self.asked.stamp_of is not None:
            mark = stamp_of(self.asked.stamp_of, self.scene.day_rules)
            assert _stamp_text(mark) == self.expected.stamp
            touched.rules |= {mark.rule.name} if mark else set()
        elif self.asked.cash_of is not None:
            accepted = self.scene.day_rules.accepted_denominations()
            likely = likely_given(self.asked.cash_of, accepted)
            assert self.expected.accepted in (None, list(accepted))
            assert self.expected.likely in (None, list(likely))
            touched.rules.add("denominations")
        elif self.asked.step is not None:
            refuse_step(*self.asked.step)
            assert self.expected.is_step_taken
        else:
            self._pay(touched)

    def _pay(self, touched: Touched) -> None:
        order, letters = self._order()
        accounts = tuple(self.scene.account(letter) if letter else None for letter in letters)
        considered = consider(order, accounts, self.scene.known)
        touched.rules |= {ref.name for line in considered.lines for ref in line.rules}
        touched.caveats |= {caveat.code for caveat in considered.caveats}
        caveats = held(considered.caveats, frozenset(self.scene.holding))
        refuse_without_word(caveats, order.word)
        undone = returns_of(self.asked.returned, order, considered.lines, self.scene.day)
        self._compare_remarks(caveats, order)
        for line, acceptance in zip(self._lines(letters), considered.lines, strict=True):
            compare_line(line, acceptance)
        if self.expected.change is not None:
            assert change_of(considered.lines) == self.expected.change
        for place, line in enumerate(self._lines(letters)):
            again = [
                (one.bill_no, one.toward, one.amount)
                for back in undone
                for part in back.parts
                if part.payment_id == order.lines[place].payment_id
                for one in part.allocations
            ]
            assert again == line.due_again
        booked = [(str(one.account), one.amount) for back in undone for one in back.entry.postings]
        assert booked == self.expected.booked_back

    def _order(self) -> tuple[PaymentOrder, tuple[str, ...]]:
        try:
            order = self.asked.order(self.scene)
        except KeyError as error:
            raise self.case.place.wrong(f"nothing is told of account {error}") from error
        return order, tuple(line.letter for line in self.asked.lines)

    def _compare_remarks(self, caveats: tuple[Caveat, ...], order: PaymentOrder) -> None:
        """Cautions are those that are told; a word was needed for exactly what it was given for."""
        compare_remarks(self.expected.cautions, tuple(one for one in caveats if not one.needs_word))
        needing = {one.code for one in caveats if one.needs_word}
        assert needing == (order.word.codes if order.word else frozenset())

    def _lines(self, letters: tuple[str, ...]) -> tuple[ExpectedLine, ...]:
        """What is expected of each line; a letter names its only line, nothing the only line of all."""
        names = [
            letter if letter and letters.count(letter) == 1 else f"line {place + 1}"
            for place, letter in enumerate(letters)
        ]
        said = dict(self.expected.lines)
        if len(names) == 1 and "" in said:
            said[names[0]] = said.pop("")
        assert set(said) == set(names), "each line is told of"
        return tuple(said[name] for name in names)


def _stamp_text(mark: StampMark | None) -> str:
    """``affix above 5,000.00 by v1 from 01-01-2000``."""
    if mark is None:
        return NO_STAMP
    return f"{mark.how} above {mark.above} by v{mark.rule.version} from {mark.rule.valid_from:%d-%m-%Y}"
