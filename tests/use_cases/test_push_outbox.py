"""The outbox goes out in order, once, whatever the line does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import FaultCode, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import text_of
from counter_app.wire.exchange import Acknowledgement, Fate
from tests.builders import (
    COUNTER_KEY,
    PAYABLE,
    a_bill,
    a_payment_id,
    an_order,
)
from tests.fakes.server import GapTold, Mishap
from tests.use_cases.busy import busy_counter, fault_of, raws_at_centre, unsent
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from counter_app.wire.exchange import Batch
    from counter_app.wire.messages import Message


def test_everything_unsent_goes_out_in_one_batch_and_is_acknowledged() -> None:
    counter = busy_counter(3)
    assert counter.push_outbox() == 4
    assert unsent(counter) == 0
    assert counter.server.pushed == [(1, 1, 4)]
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]


def test_an_empty_outbox_asks_nobody() -> None:
    counter = busy_counter(1)
    counter.push_outbox()
    counter.server.gone = FaultCode.SERVER_NOT_REACHED
    assert counter.push_outbox() == 0


@pytest.mark.parametrize("mishap", [Mishap.NOT_REACHED, Mishap.ANSWER_LOST, Mishap.BUSY])
def test_a_lost_request_or_answer_books_once(mishap: Mishap) -> None:
    counter = busy_counter(3)
    counter.server.mishaps.append(mishap)
    fault_of(counter)
    assert unsent(counter) == 4
    assert counter.push_outbox() == 4
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]


def test_a_repeat_is_answered_as_the_first_time() -> None:
    counter = busy_counter(2)
    counter.server.mishaps.append(Mishap.ANSWER_LOST)
    fault_of(counter)
    booked = counter.server.all_booked()
    counter.push_outbox()
    assert counter.server.all_booked() == booked
    assert [told.reference for told in counter.pages.fates.values()] == ["CB1-1", "CB1-2", "CB1-3"]


def test_a_centre_restored_from_a_backup_is_told_again_from_where_it_stands() -> None:
    counter = busy_counter(4)
    counter.push_outbox()
    counter.server.forgets_after(1, 2)
    counter.takes(counter.due())
    counter.push_outbox()
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]
    assert counter.server.pushed == [(1, 1, 5), (1, 6, 6), (1, 3, 6)]
    assert unsent(counter) == 0


def test_a_rewind_in_small_batches_reaches_the_end() -> None:
    counter = busy_counter(4)
    counter.push_outbox()
    counter.server.forgets_after(1, 0)
    counter.takes(counter.due())
    counter.batch_size.messages = 1
    counter.push_outbox()
    assert raws_at_centre(counter) == [sealed.raw for sealed in counter.messages]


def stopped_by_fork(counter: Counter) -> None:
    assert counter.view_status().stopped_because == "fork"
    with pytest.raises(Refusal) as caught:
        counter.take_payment(an_order(PAYABLE, shown=counter.due(), payment_id=a_payment_id(99)))
    assert caught.value.code is RefusalCode.COUNTER_STOPPED


def test_a_centre_that_asks_for_a_message_we_never_made_is_a_fork() -> None:
    counter = busy_counter(1)
    counter.server.push = lambda *_: GapTold(77)  # type: ignore[method-assign]  # a centre with another story
    assert fault_of(counter).code is FaultCode.SERVER_FORK
    stopped_by_fork(counter)


def test_a_centre_that_asks_for_the_very_one_we_sent_is_a_fork() -> None:
    counter = busy_counter(1)
    counter.server.push = lambda *asked: GapTold(asked[1].first)  # type: ignore[method-assign]  # a centre with another story
    assert fault_of(counter).code is FaultCode.SERVER_FORK
    stopped_by_fork(counter)


def test_a_fork_stops_the_counter_and_keeps_everything_unsent() -> None:
    counter = busy_counter(2)
    counter.push_outbox()
    restored = an_open_counter()
    restored.server.booked = counter.server.booked
    restored.takes(PAYABLE)
    assert fault_of(restored).code is FaultCode.SERVER_FORK
    assert unsent(restored) == 2
    stopped_by_fork(restored)


def test_a_second_fork_is_noted_once() -> None:
    counter = busy_counter(1)
    counter.server.gone = FaultCode.SERVER_FORK
    fault_of(counter)
    fault_of(counter)
    assert len(counter.pages.stops) == 1


def answering(counter: Counter, **changes: object) -> None:
    """The centre answers with an acknowledgement that differs in these fields."""
    honest = counter.server.push

    def push(epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        answer = honest(epoch, batch)
        assert isinstance(answer, tuple)
        kept = {name: getattr(answer[0], name) for name in Acknowledgement.__struct_fields__}
        return Acknowledgement(**(kept | changes)), answer[1]

    counter.server.push = push  # type: ignore[method-assign]  # a centre with another story


def test_an_acknowledgement_of_another_chain_is_a_fork() -> None:
    counter = busy_counter(1)
    answering(counter, head=text_of(bytes(32)))
    assert fault_of(counter).code is FaultCode.SERVER_FORK
    assert unsent(counter) == 2
    stopped_by_fork(counter)


@pytest.mark.parametrize("changes", [{"upto": 0}, {"epoch": 7}])
def test_an_acknowledgement_of_nothing_that_was_sent_is_not_believed(
    changes: dict[str, object],
) -> None:
    counter = busy_counter(1)
    answering(counter, **changes)
    assert fault_of(counter).code is FaultCode.SERVER_NOT_OURS
    assert unsent(counter) == 2
    assert counter.view_status().stopped_because == ""


def test_a_fault_of_the_disk_while_settling_leaves_all_unsent() -> None:
    counter = busy_counter(1)
    counter.ledger.fail_next_commit(is_kept=False)
    assert fault_of(counter).code is FaultCode.COMMIT_UNKNOWN
    assert counter.view_status().stopped_because == ""
    assert counter.push_outbox() == 2


def test_a_payment_the_centre_sets_aside_is_shown_and_its_money_stays() -> None:
    counter = busy_counter(2)

    def fate_of(message: Message) -> Fate:
        is_payment = isinstance(message.body, PaymentTaken)
        return Fate.UNKNOWN_ACCOUNT if is_payment else Fate.NOTED

    counter.server.fate_of = fate_of
    counter.push_outbox()
    view = counter.view_outbox()
    assert view.summary.unsent == Money(0)
    assert [fated.fate for fated in view.set_aside] == ["UNKNOWN_ACCOUNT", "UNKNOWN_ACCOUNT"]
    assert counter.server.received(a_bill(), (a_bill(),)) == Money(0)


def test_two_epochs_go_out_in_two_batches() -> None:
    counter = busy_counter(2)
    counter.is_enrolled(epoch=2)
    counter.takes(counter.due())
    counter.server.epoch_keys[2] = COUNTER_KEY.public_key
    counter.server.heads_before[2] = counter.messages[2].hash
    assert counter.push_outbox() == 4
    assert counter.server.pushed == [(1, 1, 3), (2, 1, 1)]
