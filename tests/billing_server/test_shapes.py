"""What a message must be to be written down as what it says; and that what real counters tell is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_server.reading import MessageKey, read_message
from billing_server.shapes import identities_of, identity_of
from counter_app.domain import tender as tenders_of_domain
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.domain.payment import Toward
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import TenderKind
from counter_app.wire.bodies import InstrumentMoved, OverrideGranted, RuleSetHere, ShiftOpened
from counter_app.wire.canonical import KeyPair, chain_hash
from counter_app.wire.messages import ChainHead
from counter_app.wire.rules import RuleTold
from counter_app.wire.tell import tell_payment
from counter_app.wire.told_parts import AllocationTold, NotedTold, PaperTold, TenderTold
from tests.billing_server.players import (
    DAY,
    PlayedCounter,
    card,
    cash,
    cheque,
    cheque_identity,
    order,
    paid_by,
    returned,
    upi,
)
from tests.builders import (
    PAYABLE,
    a_line,
    a_paper,
    a_payment,
    a_payment_id,
    an_account,
    an_order,
    an_order_of,
    payments_of,
)
from tests.builders import card as card_tender
from tests.builders import cheque as cheque_tender
from tests.builders import draft as draft_tender
from tests.builders import upi as upi_tender

if TYPE_CHECKING:
    from counter_app.domain.tender import Instrument
    from counter_app.wire.bodies import Body, InstrumentReturned, PaymentTaken

A = "7412000001"
LONG, NUL = "x" * 201, "a\x00b"
HUNDRED = Money.rupees(100)


def reason_for(body: Body) -> str:
    """Why it cannot be applied, empty when it can; by bytes as a counter would send them."""
    pair = KeyPair.from_seed(bytes(32))
    counter = PlayedCounter("C07", 1, pair, ChainHead(1, 0, bytes(32)))
    (sealed,) = counter.tell(body)
    read = read_message(
        MessageKey("C07", 1, 1), sealed.raw, chain_hash(sealed.previous, sealed.raw)
    )
    assert (read.message is None) == bool(read.reason)
    return read.reason


def paid(**changes: object) -> PaymentTaken:
    return msgspec.structs.replace(paid_by(A, cash(100_00)), **changes)


def tendered(*tenders: TenderTold) -> PaymentTaken:
    return paid_by(A, *tenders)


def bare(kind: TenderKind) -> TenderTold:
    return TenderTold(kind, 100_00)


UNREFERENCED = msgspec.structs.replace(cheque("123456", 100_00), upi=None, paper=None)
PAYMENTS = {
    "plain": (paid(), ""),
    "every tender": (
        tendered(
            cash(1),
            upi("123456789012", 2),
            cheque("123456", 3),
            TenderTold(TenderKind.CARD, 4, card=card("7")),
        ),
        "",
    ),
    "a long payer": (paid(payer="x" * 2_000), ""),
    "a payer beyond all measure": (paid(payer="x" * 2_001), "text_not_storable"),
    "a payer with a nought": (paid(payer=NUL), "text_not_storable"),
    "a long group": (paid(group_id=LONG, group_size=2), "text_not_storable"),
    "a long word": (paid(word_id=LONG), "text_not_storable"),
    "a noted nought": (paid(noted=NotedTold("Ram", meter_no=NUL)), "text_not_storable"),
    "a long note": (paid(noted=NotedTold("Ram", bill_no=LONG)), "text_not_storable"),
    "a long reference": (tendered(upi(LONG, 100_00)), "text_not_storable"),
    "a huge whole": (tendered(cheque("1", 100_00, 2**70)), "number_not_storable"),
    "a huge place": (paid(group_place=2**63), "number_not_storable"),
    "a whole below its part": (tendered(cheque("1", 100_00, 99_99)), "tender_wrong"),
    "a whole of its part": (tendered(cheque("1", 100_00, 100_00)), ""),
    "cash of a whole": (
        tendered(msgspec.structs.replace(cash(100_00), whole_paise=200_00)),
        "tender_wrong",
    ),
    "a card without its slip": (tendered(bare(TenderKind.CARD)), "tender_wrong"),
    "a credit without a reference": (tendered(bare(TenderKind.UPI)), "tender_wrong"),
    "a cheque without its paper": (tendered(bare(TenderKind.CHEQUE)), "tender_wrong"),
    "a draft without its paper": (tendered(UNREFERENCED), "tender_wrong"),
    "an empty reference": (tendered(upi("", 100_00)), "tender_wrong"),
    "cash by cheque": (
        tendered(msgspec.structs.replace(cheque("1", 100_00), kind=TenderKind.CASH)),
        "tender_wrong",
    ),
    "first of two": (order(paid(), paid())[0], ""),
    "second of two": (order(paid(), paid())[1], ""),
    "third of two": (paid(group_id="g", group_place=3, group_size=2), "group_wrong"),
    "none of two": (paid(group_id="g", group_place=0, group_size=2), "group_wrong"),
    "one of none": (paid(group_size=0), "group_wrong"),
    "alone in a group": (paid(group_id="g"), "group_wrong"),
    "second, alone": (paid(group_place=2), "group_wrong"),
    "of a group without a name": (paid(group_size=2), "group_wrong"),
    "first, of another's name": (paid(group_id="g", group_size=2), "group_wrong"),
    "an entry that does not balance": (paid(postings=paid().postings[:1]), "entry_not_balanced"),
    "parts below nought": (
        paid(
            allocations=(AllocationTold("B", 200_00), AllocationTold("", -100_00, Toward.ADVANCE))
        ),
        "sums_differ",
    ),
}


@pytest.mark.parametrize(("body", "reason"), PAYMENTS.values(), ids=PAYMENTS.keys())
def test_a_payment_has_its_shape(body: PaymentTaken, reason: str) -> None:
    assert reason_for(body) == reason


def test_the_second_of_an_order_does_not_name_it() -> None:
    second = order(paid(), paid())[1]
    named = msgspec.structs.replace(second, group_id=second.payment_id)
    assert reason_for(named) == "group_wrong"


def gone(**changes: object) -> InstrumentReturned:
    back = returned(cheque_identity("123456"), (paid_by(A, cheque("123456", 100_00)), 100_00))
    return msgspec.structs.replace(back, **changes)


PART = gone().parts[0]
RETURNS = {
    "plain": (gone(), ""),
    "a face above what is undone": (gone(face_paise=200_00), ""),
    "a face below": (gone(face_paise=99_99), "sums_differ"),
    "a charge below nought": (gone(charge_paise=-1), "sums_differ"),
    "nothing undone": (gone(parts=()), "sums_differ"),
    "less than nothing": (
        gone(parts=(msgspec.structs.replace(PART, amount_paise=-1),)),
        "sums_differ",
    ),
    "other allocations": (
        gone(parts=(msgspec.structs.replace(PART, allocations=()),)),
        "sums_differ",
    ),
    "a payment twice": (gone(parts=(PART, PART), face_paise=200_00), "payment_twice"),
    "an entry of its own": (gone(postings=gone().postings[:1]), "entry_not_balanced"),
    "no day": (gone(on="yesterday"), "date_wrong"),
    "no business day": (gone(business_date=""), "date_wrong"),
    "a long identity": (gone(identity=LONG), "text_not_storable"),
    "a long story": (gone(reason="x" * 2_000), ""),
}


@pytest.mark.parametrize(("body", "reason"), RETURNS.values(), ids=RETURNS.keys())
def test_a_return_has_its_shape(body: InstrumentReturned, reason: str) -> None:
    assert reason_for(body) == reason


RULE = RuleTold("stamp", 2, DAY, "", {"how": "none"}, "local", is_local=True)
NOTES = {
    "a step": (InstrumentMoved("cheque:1:2", InstrumentState.LISTED, DAY, "asha", ""), ""),
    "a step on no day": (InstrumentMoved("cheque:1:2", "listed", "", "asha", ""), "date_wrong"),
    "a rule": (RuleSetHere(RULE), ""),
    "a rule with a nought": (
        RuleSetHere(msgspec.structs.replace(RULE, values={"note_en": NUL})),
        "text_not_storable",
    ),
    "a rule with a nought for a name": (
        RuleSetHere(msgspec.structs.replace(RULE, values={NUL: True})),
        "text_not_storable",
    ),
    "a rule of huge numbers": (
        RuleSetHere(msgspec.structs.replace(RULE, values={"above_paise": 2**70})),
        "number_not_storable",
    ),
    "a word": (OverrideGranted("W", "S", "C", "H", DAY, ("drawer",), "because", ""), ""),
    "a long code": (
        OverrideGranted("W", "S", "C", "H", DAY, (LONG,), "because", ""),
        "text_not_storable",
    ),
    "a shift": (ShiftOpened("H", 1, NUL, DAY, 0), "text_not_storable"),
}


@pytest.mark.parametrize(("body", "reason"), NOTES.values(), ids=NOTES.keys())
def test_what_is_noted_can_be_stored(body: Body, reason: str) -> None:
    assert reason_for(body) == reason


INSTRUMENTS: dict[str, Instrument] = {
    "card": card_tender(PAYABLE),
    "upi": upi_tender(PAYABLE),
    "cheque": cheque_tender(PAYABLE),
    "draft": draft_tender(PAYABLE),
}


@pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=INSTRUMENTS.keys())
def test_counter_and_centre_know_an_instrument_by_the_same_name(instrument: Instrument) -> None:
    told = tell_payment(a_payment(an_order(PAYABLE, instrument), an_account()))
    assert reason_for(told) == ""
    assert identities_of(told) == [tenders_of_domain.identity_of(instrument)]


@given(number=st.from_regex(r"[0-9]{6}", fullmatch=True), paise=st.integers(1, 10**9))
def test_a_cheque_has_one_name_whatever_its_sum(number: str, paise: int) -> None:
    paper = replace(a_paper(), number=number, dated=date(2026, 11, 1))
    domain = tenders_of_domain.identity_of(cheque_tender(Money(paise), paper))
    told = TenderTold(
        TenderKind.CHEQUE,
        paise,
        paper=PaperTold(number, "Any", "", DAY, paper.ifsc, "", ""),
    )
    assert identity_of(told) == domain


def test_an_order_of_the_domain_can_be_applied_line_by_line() -> None:
    noted = NotedConsumer("Ram", meter_no="M1")
    lines = (
        a_line(
            PAYABLE + HUNDRED,
            shown=PAYABLE,
            payment_id=a_payment_id(1),
            is_advance_meant=True,
        ),
        a_line(
            HUNDRED,
            payment_id=a_payment_id(2),
            account_no="SUSPENSE",
            noted=noted,
            purpose="suspense",
        ),
        a_line(HUNDRED, shown=PAYABLE, payment_id=a_payment_id(3), purpose="scheme_registration"),
    )
    tenders = (cheque_tender(PAYABLE), upi_tender(Money.rupees(300)))
    asked, account = an_order_of(*lines, tenders=tenders), an_account()
    told = [tell_payment(one) for one in payments_of(asked, account, None, account)]
    assert [reason_for(one) for one in told] == ["", "", ""]
    assert [part.toward for one in told for part in one.allocations] == [
        Toward.BILL,
        Toward.ADVANCE,
        Toward.SUSPENSE,
        Toward.HEAD,
    ]
