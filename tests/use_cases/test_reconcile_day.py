"""Reconciling a day: sent first, compared payment by payment, kept with the centre's signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.reconciliation import DifferenceKind
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import key_id_of, open_answer
from counter_app.wire.exchange import DayTotals, Fate
from tests.builders import NOW, SERVER_KEY, TODAY
from tests.fakes.server import Mishap
from tests.use_cases.counter import Counter, an_open_counter, refusal_of
from tests.use_cases.meddling import STRANGER, Meddler

if TYPE_CHECKING:
    from counter_app.wire.messages import Message

DAY = TODAY.isoformat()
SERVER_KEYS = {key_id_of(SERVER_KEY.public_key): SERVER_KEY.public_key}


@pytest.fixture
def counter() -> Counter:
    return an_open_counter()


def test_a_day_is_sent_compared_and_kept_with_the_signed_answer(counter: Counter) -> None:
    counter.pays(Money(500_00))
    compared = counter.reconcile_day(TODAY)
    made = compared.reconciliation
    assert (compared.fault, made.is_whole, made.total.here.amount) == ("", True, Money(500_00))
    assert compared.kept is not None
    assert compared.kept.is_settled
    assert compared.kept.at == NOW
    ((_, signed),) = counter.pages.reconciliations
    told = msgspec.json.decode(open_answer(SERVER_KEYS, signed), type=DayTotals)
    assert (told.business_date, told.amount_paise) == (DAY, 500_00)
    assert counter.report_day(TODAY).reconciled == compared.kept


def test_payments_are_asked_for_only_where_a_sum_does_not_prove_them(counter: Counter) -> None:
    counter.pays(Money(500_00))
    counter.server.day_payments = _not_asked  # type: ignore[method-assign, assignment] # it must not be called
    assert counter.reconcile_day(TODAY).reconciliation.is_whole


def _not_asked(*_: object) -> object:
    raise AssertionError


def test_a_difference_is_named_over_many_pages(counter: Counter) -> None:
    for _ in range(5):
        counter.pays(Money(100_00))
    counter.server.rows_on_page = 2
    counter.server.meddle = Meddler(DAY, 3, "amount")
    made = counter.reconcile_day(TODAY).reconciliation
    (one,) = made.differences
    assert (one.kind, one.receipt_no) == (
        DifferenceKind.AMOUNT,
        str(counter.receipts[3].payment.receipt_no),
    )
    assert made.total.difference == Money(1)


def test_what_the_centre_keeps_of_an_epoch_we_never_were_in_is_unknown_here(
    counter: Counter,
) -> None:
    counter.pays(Money(100_00))
    counter.server.meddle = Meddler(DAY, 0, "extra")
    made = counter.reconcile_day(TODAY).reconciliation
    assert [(one.kind, one.receipt_no) for one in made.differences] == [
        (DifferenceKind.UNKNOWN_HERE, STRANGER)
    ]


def test_a_payment_of_another_day_that_the_centre_counts_to_this_one(counter: Counter) -> None:
    counter.pays(Money(100_00))
    counter.clock.passes(timedelta(days=1))
    counter.server.meddle = lambda entered: {
        epoch: [
            msgspec.structs.replace(one, business_date=(TODAY + timedelta(days=1)).isoformat())
            for one in all_
        ]
        for epoch, all_ in entered.items()
    }
    made = counter.reconcile_day(TODAY + timedelta(days=1)).reconciliation
    assert [one.kind for one in made.differences] == [DifferenceKind.OTHER_DAY]
    yesterday = counter.reconcile_day(TODAY).reconciliation
    assert [one.kind for one in yesterday.differences] == [DifferenceKind.OTHER_DAY]


def test_a_payment_the_centre_could_not_enter_is_told_apart(counter: Counter) -> None:
    def is_unreadable(message: Message) -> bool:
        return isinstance(message.body, PaymentTaken)

    counter.server.is_unreadable = is_unreadable
    counter.server.fate_of = lambda message: (
        Fate.NOT_APPLIED if is_unreadable(message) else Fate.NOTED
    )
    counter.pays(Money(100_00))
    made = counter.reconcile_day(TODAY).reconciliation
    assert [one.kind for one in made.differences] == [DifferenceKind.NOT_ENTERED]


def test_without_the_centre_it_says_why_and_keeps_nothing(counter: Counter) -> None:
    counter.pays(Money(100_00))
    counter.push_outbox()
    counter.pays(Money(50_00))
    counter.server.gone = FaultCode.SERVER_NOT_REACHED
    compared = counter.reconcile_day(TODAY)
    made = compared.reconciliation
    assert (compared.fault, made.is_reached) == (FaultCode.SERVER_NOT_REACHED, False)
    assert (made.total.centre.amount, made.total.unsent.amount) == (Money(100_00), Money(50_00))
    assert (compared.kept, counter.pages.reconciliations) == (None, [])


def test_what_cannot_be_sent_is_shown_as_unsent(counter: Counter) -> None:
    counter.pays(Money(100_00))
    counter.server.mishaps.append(Mishap.BUSY)
    made = counter.reconcile_day(TODAY).reconciliation
    assert (made.is_equal, made.is_whole, made.total.unsent.count) == (True, False, 1)


def test_an_answer_lost_on_the_way_is_no_difference(counter: Counter) -> None:
    counter.pays(Money(100_00))
    counter.server.mishaps.append(Mishap.ANSWER_LOST)
    made = counter.reconcile_day(TODAY).reconciliation
    assert (made.is_whole, made.by_fate[0].name) == (True, "")


def test_a_disk_that_fails_while_sending_is_not_hidden(counter: Counter) -> None:
    counter.pays(Money(100_00))
    counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault) as fault:
        counter.reconcile_day(TODAY)
    assert fault.value.code is FaultCode.COMMIT_UNKNOWN


def test_a_centre_whose_answers_contradict_each_other_is_not_believed(counter: Counter) -> None:
    counter.pays(Money(100_00))
    honest = counter.server.signed_day

    def older(day: object) -> tuple[DayTotals, bytes]:
        told, signed = honest(TODAY)
        return msgspec.structs.replace(told, epochs=()), signed

    def another(day: object) -> tuple[DayTotals, bytes]:
        told, signed = honest(TODAY)
        epochs = tuple(msgspec.structs.replace(one, digest="") for one in told.epochs)
        return msgspec.structs.replace(told, epochs=epochs), signed

    for lie in (older, another):
        counter.server.signed_day = lie  # type: ignore[method-assign, assignment] # a centre that errs
        assert counter.reconcile_day(TODAY).fault == FaultCode.SERVER_NOT_OURS


def test_a_page_that_leads_nowhere_or_a_day_that_is_none_is_not_believed(counter: Counter) -> None:
    counter.pays(Money(100_00))
    honest = counter.server.day_payments
    counter.server.meddle = Meddler(DAY, 0, "amount")

    def endless(*asked: object) -> object:
        return msgspec.structs.replace(honest(*asked), is_last=False, upto=0)  # type: ignore[arg-type] # as asked

    def dateless(*asked: object) -> object:
        page = honest(*asked)  # type: ignore[arg-type] # as asked
        stranger = msgspec.structs.replace(page.payments[0], business_date="soon", sequence=9)
        return msgspec.structs.replace(page, payments=(*page.payments, stranger))

    for lie in (endless, dateless):
        counter.server.day_payments = lie  # type: ignore[method-assign, assignment] # a centre that errs
        assert counter.reconcile_day(TODAY).fault == FaultCode.SERVER_NOT_OURS


def test_a_counter_that_is_not_enrolled_is_refused() -> None:
    assert (
        refusal_of(lambda: Counter().reconcile_day(TODAY)).code is RefusalCode.COUNTER_NOT_ENROLLED
    )


def test_the_strip_asks_for_it_in_the_evening_and_the_next_morning(counter: Counter) -> None:
    def due() -> object:
        return counter.view_status().unreconciled_day

    counter.clock.is_set_to(NOW.replace(hour=16))
    counter.pays(Money(100_00))
    assert due() is None
    counter.clock.is_set_to(NOW.replace(hour=17))
    assert due() == TODAY
    counter.clock.is_set_to(NOW.replace(hour=9) + timedelta(days=1))
    assert due() == TODAY
    counter.reconcile_day(TODAY)
    assert due() is None


def test_a_day_without_a_payment_is_never_due(counter: Counter) -> None:
    counter.clock.is_set_to(NOW.replace(hour=23))
    assert counter.view_status().unreconciled_day is None


def test_a_day_that_differs_stays_due_and_says_how_many(counter: Counter) -> None:
    counter.clock.is_set_to(NOW.replace(hour=18))
    counter.pays(Money(100_00))
    counter.server.meddle = Meddler(DAY, 0, "gone")
    counter.reconcile_day(TODAY)
    status = counter.view_status()
    assert (status.unreconciled_day, status.differing_payments) == (TODAY, 1)


def test_a_payment_after_it_makes_it_due_again(counter: Counter) -> None:
    counter.clock.is_set_to(NOW.replace(hour=18))
    counter.pays(Money(100_00))
    kept = counter.reconcile_day(TODAY).kept
    counter.pays(Money(50_00))
    assert kept is not None
    assert counter.report_day(TODAY).reconciled == replace(kept, taken_since=1)
    assert counter.view_status().unreconciled_day == TODAY


def test_a_person_may_stop_it_before_each_page_and_nothing_is_kept(counter: Counter) -> None:
    heard: list[RoundProgress] = []

    def watch(progress: RoundProgress) -> None:
        heard.append(progress)
        if progress.step is RoundStep.COMPARE:
            raise RoundStoppedError

    counter.pays(Money(100_00))
    counter.server.meddle = Meddler(DAY, 0, "amount")
    with pytest.raises(RoundStoppedError):
        counter.reconcile_day(TODAY, watch)
    assert heard[-1] == RoundProgress(RoundStep.COMPARE, 0, 1)
    assert heard[0].step is RoundStep.PUSH
    assert counter.pages.reconciliations == []
    assert counter.view_outbox().summary.unsent_messages == 0
