"""What is given: the day, the consumers and their bills, what was paid before, and the rules that were changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from counter_app.domain.beside import ChequeBar, ToldBeside
from counter_app.domain.bill import Bill, ConsumerAccount, Position
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.day_rules import DayRules
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.unusual import Known, PaidBefore
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import TODAY, a_bill, a_consumer
from tests.domain.cases.reading import Forms, code_of, day_of, listed, money_of
from tests.domain.cases.rules_told import rule_said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.policy import Rule

FIRST_BILL_DATE = date(2026, 6, 10)


@dataclass
class ToldAccount:
    """One account as the case tells it; bills in the order they are told, the oldest first."""

    is_known: bool = True
    connection: Connection = Connection.POSTPAID
    flags: set[ConsumerFlag] = field(default_factory=set)
    bills: dict[str, Bill] = field(default_factory=dict)
    paid_here: dict[str, Money] = field(default_factory=dict)
    cheque_bar: ChequeBar | None = None


@dataclass
class Scene:
    """All that a payment is decided by."""

    day: date = TODAY
    accounts: dict[str, ToldAccount] = field(default_factory=dict)
    cash: dict[AccountNo, Money] = field(default_factory=dict)
    amounts: set[tuple[AccountNo, Money]] = field(default_factory=set)
    part_payments: dict[AccountNo, int] = field(default_factory=dict)
    payer_cash: Money = ZERO
    offline_hours: int = 0
    unsent: Money = ZERO
    drawer: Money = ZERO
    rules: list[Rule] = field(default_factory=list)
    holding: set[CaveatCode] = field(default_factory=set)

    def told(self, letter: str) -> ToldAccount:
        """The account of this letter, new or told before."""
        return self.accounts.setdefault(letter, ToldAccount())

    def account(self, letter: str) -> ConsumerAccount | None:
        """The account as it is opened; None when it is not in the local copy. Raises KeyError for one not told."""
        told = self.accounts[letter]
        if not told.is_known:
            return None
        positions = (
            Position(bill, told.paid_here.get(no, ZERO)) for no, bill in told.bills.items()
        )
        consumer = a_consumer(letter, connection=told.connection, flags=frozenset(told.flags))
        beside = ToldBeside(cheque_bar=told.cheque_bar)
        return ConsumerAccount(consumer, tuple(positions), "1.1", None, beside)

    @property
    def day_rules(self) -> DayRules:
        """The usual rules and those the case changed, on its day."""
        return DayRules(USUAL_POLICY.with_rules(self.rules), self.day)

    @property
    def known(self) -> Known:
        """What an order is decided by."""
        before = PaidBefore(
            cash=self.cash,
            amounts=frozenset(self.amounts),
            part_payments=self.part_payments,
            payer_cash=self.payer_cash,
            offline_hours=self.offline_hours,
            unsent=self.unsent,
            drawer=self.drawer,
        )
        return Known(self.day_rules, before)


GIVEN: Forms[Scene] = Forms()


@GIVEN.form("it is <day:day>")
def _day(scene: Scene, said: Mapping[str, str]) -> None:
    scene.day = day_of(said["day"])


@GIVEN.form(
    "<who:account> owes <due:money>[ on bill <bill:bill>][ until <until:day> and <after:money> after it]"
)
def _owes(scene: Scene, said: Mapping[str, str]) -> None:
    after = money_of(said["after"]) if said["after"] else None
    _add_bill(scene, said, money_of(said["due"]), after)


@GIVEN.form("<who:account> has a credit of <credit:money>[ on bill <bill:bill>]")
def _credit(scene: Scene, said: Mapping[str, str]) -> None:
    _add_bill(scene, said, -money_of(said["credit"]), None)


@GIVEN.form("<who:account> has no bill")
def _no_bill(scene: Scene, said: Mapping[str, str]) -> None:
    scene.told(said["who"])


@GIVEN.form("<who:account> is not in the local copy")
def _unknown(scene: Scene, said: Mapping[str, str]) -> None:
    scene.told(said["who"]).is_known = False


@GIVEN.form("<who:account> is a <what:words> consumer")
def _flag(scene: Scene, said: Mapping[str, str]) -> None:
    if said["what"] == Connection.PREPAID:
        scene.told(said["who"]).connection = Connection.PREPAID
    else:
        scene.told(said["who"]).flags.add(code_of(ConsumerFlag, said["what"]))


@GIVEN.form("cheques of <who:account> are barred from <first:day>[ to <last:day>]")
def _barred(scene: Scene, said: Mapping[str, str]) -> None:
    last = day_of(said["last"]) if said["last"] else None
    scene.told(said["who"]).cheque_bar = ChequeBar(day_of(said["first"]), last, "")


@GIVEN.form("<sum:money> of bill <bill:bill> has been paid here since")
def _paid_here(scene: Scene, said: Mapping[str, str]) -> None:
    told = scene.accounts[said["bill"][0]]
    told.paid_here[told.bills[said["bill"]].bill_no] = money_of(said["sum"])


@GIVEN.form("<who:account> has paid <sum:money> in cash today")
def _paid_cash(scene: Scene, said: Mapping[str, str]) -> None:
    who, paid = AccountNo(said["who"]), money_of(said["sum"])
    scene.cash[who] = scene.cash.get(who, ZERO) + paid
    scene.amounts.add((who, paid))
    scene.payer_cash += paid


@GIVEN.form("<who:account> has paid <sum:money> by card today")
def _paid_card(scene: Scene, said: Mapping[str, str]) -> None:
    scene.amounts.add((AccountNo(said["who"]), money_of(said["sum"])))


@GIVEN.form("the payer has paid <sum:money> in cash for others today")
def _payer_paid(scene: Scene, said: Mapping[str, str]) -> None:
    scene.payer_cash += money_of(said["sum"])


@GIVEN.form("<who:account> has made <count:count> part payment[s] this month")
def _parts(scene: Scene, said: Mapping[str, str]) -> None:
    scene.part_payments[AccountNo(said["who"])] = int(said["count"])


@GIVEN.form("the oldest unsent message is <hours:count> hours old")
def _hours(scene: Scene, said: Mapping[str, str]) -> None:
    scene.offline_hours = int(said["hours"])


@GIVEN.form("<sum:money> is unsent")
def _unsent(scene: Scene, said: Mapping[str, str]) -> None:
    scene.unsent = money_of(said["sum"])


@GIVEN.form("the drawer holds <sum:money>")
def _drawer(scene: Scene, said: Mapping[str, str]) -> None:
    scene.drawer = money_of(said["sum"])


@GIVEN.form("a word given earlier for <codes:words> still holds")
def _holding(scene: Scene, said: Mapping[str, str]) -> None:
    scene.holding |= {code_of(CaveatCode, words) for words in listed(said["codes"], " and ")}


@GIVEN.form("rule <name:words> v<version:count> from <first:day>[ to <last:day>]: <values:text>")
def _centre_rule(scene: Scene, said: Mapping[str, str]) -> None:
    scene.rules.append(rule_said(said, is_local=False))


@GIVEN.form(
    "the supervisor's rule <name:words> v<version:count> from <first:day>[ to <last:day>]: <values:text>"
)
def _local_rule(scene: Scene, said: Mapping[str, str]) -> None:
    scene.rules.append(rule_said(said, is_local=True))


def _add_bill(scene: Scene, said: Mapping[str, str], due: Money, after: Money | None) -> None:
    told = scene.told(said["who"])
    bill_no = said["bill"] or f"{said['who']}1"
    if bill_no in told.bills or bill_no[0] != said["who"]:
        message = f"bill {bill_no} cannot be told of {said['who']} here"
        raise ValueError(message)
    told.bills[bill_no] = a_bill(
        due,
        bill_no=bill_no,
        account_no=said["who"],
        bill_date=FIRST_BILL_DATE + timedelta(days=len(told.bills)),
        due_date=day_of(said["until"]) if said.get("until") else TODAY,
        payable_after_due=due if after is None else after,
    )
