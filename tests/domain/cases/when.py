"""What is asked: an order of lines and tenders, or one of the smaller questions of the counter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.purpose import BILL
from counter_app.domain.suspense import account_no_of, noted_typed
from counter_app.domain.tender import CashTender, TenderKind
from tests.builders import (
    CASHIER_ID,
    TODAY,
    a_card_slip,
    a_paper,
    a_payment_id,
    a_word,
    card,
    cheque,
    draft,
    upi,
)
from tests.domain.cases.reading import Forms, code_of, day_of, listed, money_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.bank_paper import BankPaper
    from counter_app.domain.tender import Tender
    from tests.domain.cases.given import Scene

STRANGER = ""
"""The letter of a line whose payer is not in the local copy."""


@dataclass
class AskedLine:
    """One line; ``shown`` None when the screen shows what is due now."""

    letter: str
    amount: Money
    purpose: str = BILL
    reference: str = ""
    noted: dict[str, str] = field(default_factory=dict)
    shown: Money | None = None
    is_advance_meant: bool = False

    def order_line(self, scene: Scene, number: int) -> OrderLine:
        """The line as the screen makes it."""
        noted = noted_typed(self.noted) if self.noted else None
        account = scene.account(self.letter) if self.letter else None
        due = account.outstanding_on(scene.day) if account else ZERO
        return OrderLine(
            payment_id=a_payment_id(number),
            account_no=account_no_of(noted) if noted else AccountNo(self.letter),
            shown=due if self.shown is None else self.shown,
            amount=self.amount,
            purpose=self.purpose,
            reference=self.reference,
            noted=noted,
            is_advance_meant=self.is_advance_meant,
        )


@dataclass(frozen=True)
class GivenBack:
    """An instrument of this order that the bank returns, known by its sum."""

    kind: TenderKind
    face: Money
    reason: str


@dataclass
class Asked:
    """What the cashier does. Tenders are made late, for a wrong one is refused like a wrong order."""

    lines: list[AskedLine] = field(default_factory=list)
    tenders: list[Callable[[], Tender]] = field(default_factory=list)
    payer: str = ""
    word: set[CaveatCode] = field(default_factory=set)
    returned: list[GivenBack] = field(default_factory=list)
    stamp_of: Money | None = None
    cash_of: Money | None = None
    step: tuple[InstrumentState, InstrumentState] | None = None

    def order(self, scene: Scene) -> PaymentOrder:
        """The order. Raises Refusal for a line or tender that cannot be."""
        return PaymentOrder(
            cashier_id=CASHIER_ID,
            lines=tuple(line.order_line(scene, place + 1) for place, line in enumerate(self.lines)),
            tenders=tuple(make() for make in self.tenders),
            payer=self.payer,
            word=a_word(*self.word) if self.word else None,
        )


WHEN: Forms[Asked] = Forms()


@WHEN.form("<who:account> pays <rest:text>")
def _pays(asked: Asked, said: Mapping[str, str]) -> None:
    _line(asked, AskedLine(said["who"], ZERO), said["rest"])


@WHEN.form("a stranger pays <rest:text>")
def _stranger(asked: Asked, said: Mapping[str, str]) -> None:
    _line(asked, AskedLine(STRANGER, ZERO), said["rest"])


@WHEN.form("<count:count> lines of <who:account> pay <sum:money> each in cash")
def _many_lines(asked: Asked, said: Mapping[str, str]) -> None:
    for number in range(int(said["count"])):
        _line(asked, AskedLine(said["who"], ZERO), f"{said['sum']} in cash, reference NO {number}")


@WHEN.form("<count:count> times <sum:money> is handed over in cash")
def _many_tenders(asked: Asked, said: Mapping[str, str]) -> None:
    made = _tender_of("in cash", money_of(said["sum"]), {})
    asked.tenders += [made] * int(said["count"])


@WHEN.form("the payer is <name:text>")
def _payer(asked: Asked, said: Mapping[str, str]) -> None:
    asked.payer = said["name"]


@WHEN.form("a supervisor gives a word for <codes:words>")
def _word(asked: Asked, said: Mapping[str, str]) -> None:
    asked.word |= {code_of(CaveatCode, words) for words in listed(said["codes"], " and ")}


@WHEN.form("<sum:money> is handed over <rest:text>")
def _tender(asked: Asked, said: Mapping[str, str]) -> None:
    kind, *options = listed(said["rest"], ", ")
    asked.tenders.append(_tender_of(kind, money_of(said["sum"]), _options(options)))


@WHEN.form("the bank returns the <what:words> of <sum:money>[: <reason:text>]")
def _returned(asked: Asked, said: Mapping[str, str]) -> None:
    kind = code_of(TenderKind, said["what"])
    asked.returned.append(GivenBack(kind, money_of(said["sum"]), said["reason"]))


@WHEN.form("a receipt of <sum:money> is printed")
def _stamp(asked: Asked, said: Mapping[str, str]) -> None:
    asked.stamp_of = money_of(said["sum"])


@WHEN.form("<sum:money> is asked for in cash")
def _cash(asked: Asked, said: Mapping[str, str]) -> None:
    asked.cash_of = money_of(said["sum"])


@WHEN.form("an instrument goes from <now:words> to <then:words>")
def _step(asked: Asked, said: Mapping[str, str]) -> None:
    asked.step = code_of(InstrumentState, said["now"]), code_of(InstrumentState, said["then"])


_PAYS = re.compile(
    r"(?P<sum>-?[0-9,]+\.[0-9]{2})(?: (?P<kind>in cash|by [a-zA-Z ]+?))?(?: for (?P<purpose>[a-z ]+))?"
)


def _line(asked: Asked, line: AskedLine, rest: str) -> None:
    """``2,000.00 by cheque for security deposit, reference SD/17, number 004512``: line and, if named, its tender."""
    first, *more = listed(rest, ", ")
    match = _PAYS.fullmatch(first)
    if match is None:
        message = f"no sum and purpose in {first!r}"
        raise ValueError(message)
    options = _options(more)
    line.amount = -money_of(match["sum"][1:]) if match["sum"][0] == "-" else money_of(match["sum"])
    if match["purpose"]:
        line.purpose = match["purpose"].replace(" ", "_")
    line.reference = options.pop("reference", "")
    line.is_advance_meant = options.pop("the rest in advance", None) is not None
    if "screen showed" in options:
        line.shown = money_of(options.pop("screen showed"))
    for name in ("name", "meter no", "account no", "bill no", "mobile", "address"):
        if line.letter == STRANGER and name in options:
            line.noted[name.replace(" ", "_")] = options.pop(name)
    asked.lines.append(line)
    if match["kind"]:
        asked.tenders.append(_tender_of(match["kind"], line.amount, options))
    elif options:
        message = f"unknown of a line: {', '.join(options)}"
        raise ValueError(message)


_OPTIONS = (
    "reference",
    "the rest in advance",
    "screen showed",
    "given",
    "name",
    "meter no",
    "account no",
    "bill no",
    "mobile",
    "address",
    "RRN",
    "terminal",
    "batch",
    "invoice",
    "number",
    "dated",
    "IFSC",
    "UPI reference",
    "confirmed by the bank",
)


def _options(texts: list[str]) -> dict[str, str]:
    options: dict[str, str] = {}
    for text in texts:
        name = next((one for one in _OPTIONS if text == one or text.startswith(one + " ")), "")
        if not name or name in options:
            message = f"unknown or told twice: {text!r}"
            raise ValueError(message)
        options[name] = text.removeprefix(name).strip()
    return options


def _tender_of(kind: str, amount: Money, options: dict[str, str]) -> Callable[[], Tender]:
    """The tender, made when it is asked for. Raises ValueError for options that are not of its kind."""
    words = {name.lower().replace(" ", "_"): text for name, text in options.items()}
    make = _MAKERS.get(kind)
    if make is None:
        message = f"no tender {kind!r}"
        raise ValueError(message)
    made = make(amount, words)
    if words:
        message = f"not of a tender {kind}: {', '.join(words)}"
        raise ValueError(message)
    return made


def _in_cash(amount: Money, words: dict[str, str]) -> Callable[[], Tender]:
    given = money_of(words.pop("given")) if "given" in words else amount
    return partial(CashTender, amount, given)


def _by_card(amount: Money, words: dict[str, str]) -> Callable[[], Tender]:
    slip = a_card_slip(
        rrn=words.pop("rrn", "632711004512"),
        tid=words.pop("terminal", "KSC00071"),
        batch=words.pop("batch", "000032"),
        invoice=words.pop("invoice", "000214"),
    )
    return partial(card, amount, slip)


def _by_upi(amount: Money, words: dict[str, str]) -> Callable[[], Tender]:
    reference = words.pop("upi_reference", "632711998877")
    is_confirmed = words.pop("confirmed_by_the_bank", None) is not None
    return partial(upi, amount, reference, is_confirmed=is_confirmed)


def _by_cheque(amount: Money, words: dict[str, str]) -> Callable[[], Tender]:
    return partial(cheque, amount, _paper(words))


def _by_draft(amount: Money, words: dict[str, str]) -> Callable[[], Tender]:
    return partial(draft, amount, _paper(words))


def _paper(words: dict[str, str]) -> BankPaper:
    return a_paper(
        words.pop("number", "004512"),
        dated=day_of(words.pop("dated", f"{TODAY:%d-%m-%Y}")),
        ifsc=words.pop("ifsc", "PUNB0123400"),
    )


_MAKERS: Mapping[str, Callable[[Money, dict[str, str]], Callable[[], Tender]]] = {
    "in cash": _in_cash,
    "by card": _by_card,
    "by UPI": _by_upi,
    "by cheque": _by_cheque,
    "by demand draft": _by_draft,
}
