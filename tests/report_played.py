"""One full day of a counter, played with the real verbs over the fake ledger, for goldens and pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.money import Money
from counter_app.domain.suspense import NotedConsumer
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    PIN,
    a_card_slip,
    a_line,
    a_paper,
    a_payment_id,
    a_word,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)
from tests.use_cases.till import (
    HEAD_ID,
    SECOND_ID,
    a_till,
    a_yes,
    a_yes_to,
    as_expected,
    pieces,
    shift_of,
    standing_of,
)

if TYPE_CHECKING:
    from counter_app.domain.payment import OrderLine
    from counter_app.domain.tender import Tender
    from tests.use_cases.counter import Counter

OWED = (1450, 2310, 980, 4200, 640, 1875, 18_400, 3120)


def played_day() -> Counter:
    """Two cashiers, every tender, a shop's order, a head, a payer we do not know; one shift closed short."""
    counter = a_till(*(Money.rupees(one) for one in OWED))
    morning(counter)
    counter.push_outbox()
    afternoon(counter)
    return counter


def pays(
    counter: Counter, account: int, rupees: int, *tenders: Tender, needs_word: bool = False
) -> None:
    """A bill of one of the accounts, 37 minutes after whatever was before."""
    counter.clock.passes(timedelta(minutes=37))
    amount = Money.rupees(rupees)
    word = replace(a_word(CaveatCode.PART_BELOW_MINIMUM), word_id=counter.ids.fresh())
    counter.takes(amount, *tenders, account_no=str(account), word=word if needs_word else None)


def takes(
    counter: Counter, *lines: OrderLine, tenders: tuple[Tender, ...], payer: str = ""
) -> None:
    """An order of several lines, or of what is no bill."""
    counter.clock.passes(timedelta(minutes=23))
    counter.take_payment(an_order_of(*lines, tenders=tenders, payer=payer))


def morning(counter: Counter) -> None:
    """Cash, card, UPI and a shop."""
    pays(counter, 1, 1450, cash(Money.rupees(1450), Money.rupees(1500)))
    pays(counter, 2, 2310, card(Money.rupees(2310)))
    pays(counter, 3, 980, upi(Money.rupees(980)))
    shop = [
        a_line(
            Money.rupees(OWED[account - 1]),
            shown=counter.due(str(account)),
            account_no=str(account),
            payment_id=a_payment_id(500 + account),
        )
        for account in (5, 6)
    ]
    half = Money.rupees(1000)
    takes(
        counter,
        *shop,
        tenders=(draft(half, a_paper("778812")), cash(Money.rupees(1515))),
        payer="KANPUR SHOE HOUSE",
    )
    first = counter.receipts[0].payment.receipt_no
    counter.print_receipt(first)


def afternoon(counter: Counter) -> None:
    """Cheques, a head, suspense, the drawer's own movements; then the count."""
    pays(counter, 4, 900, cheque(Money.rupees(900)), needs_word=True)
    pays(counter, 7, 18_400, cheque(Money.rupees(18_400), a_paper("004513", ifsc="SBIN0001234")))
    head = a_line(
        Money.rupees(1200),
        account_no="8",
        purpose="security_deposit",
        reference="SD/2026/41",
        payment_id=a_payment_id(601),
    )
    takes(
        counter,
        head,
        tenders=(card(Money.rupees(1200), a_card_slip(rrn="632711004513", invoice="000215")),),
    )
    noted = NotedConsumer("MOHAN LAL GUPTA", meter_no="K99812")
    stranger = a_line(
        Money.rupees(500), account_no="SUSPENSE", noted=noted, payment_id=a_payment_id(602)
    )
    takes(counter, stranger, tenders=(cash(Money.rupees(500)),))
    moves(counter)
    counter.open_shift(SECOND_ID, FLOAT, drawer_no=2)
    counter.clock.passes(timedelta(minutes=12))
    counter.takes(Money.rupees(3120), account_no="8", cashier_id=SECOND_ID)
    closes_short(counter)


def moves(counter: Counter) -> None:
    """A drop, an expense with a second person's yes, an opening, a pause."""
    shift = shift_of(counter)
    counter.drop_cash(CASHIER_ID, pieces(Money.rupees(2000)), HEAD_ID, PIN)
    sum_ = Money.rupees(60)
    yes = a_yes(counter, ApprovalCode.PAID_OUT, str(shift.shift_id), sum_)
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.EXPENSE, sum_, "tea for the line crew", yes)
    counter.note_drawer_opening(CASHIER_ID, OpeningWhy.GIVE_CHANGE, "change for the next counter")
    counter.suspend_shift(CASHIER_ID)
    counter.clock.passes(timedelta(minutes=20))
    counter.resume_shift(CASHIER_ID)


def closes_short(counter: Counter) -> None:
    """The first cashier counts Rs 50 less than there should be."""
    shift = shift_of(counter)
    counted = as_expected(standing_of(counter, shift.shift_id), cash_less=Money.rupees(50))
    weighed = counter.weigh_close(shift.shift_id, counted)
    yes = a_yes_to(counter, weighed) if weighed.approval is not None else None
    counter.close_shift(shift.shift_id, counted, "one note missing", CASHIER_ID, yes)
