"""The outbox on a stick: what is unsent goes out sealed, and only the centre's signed word closes it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases import carry
from counter_app.use_cases.carry import CarryIn, CarryOut
from counter_app.wire.canonical import KeyPair, sign_answer
from counter_app.wire.carried import acknowledged_file, carried_in
from counter_app.wire.exchange import Acknowledgement, batch_of
from counter_app.wire.sealed import FileKind, open_file, read_file
from tests.builders import PAYABLE, SERVER_KEY
from tests.fakes.files import FakeFiles
from tests.use_cases.counter import Counter, a_city_counter

STICK = Path("stick")
BACK = STICK / "acknowledged.kesco"
ACCOUNTS = 5


class Walk:
    """A counter with a stick, and the way to the centre and back."""

    def __init__(self, counter: Counter | None = None) -> None:
        self.counter = counter or a_city_counter(*[PAYABLE] * ACCOUNTS)
        self.paid = 0
        self.files = FakeFiles()
        self.carry_out = CarryOut(self.counter.ledger, self.files)
        self.carry_in = CarryIn(self.counter.ledger, self.files, self.counter.clock)

    @property
    def unsent(self) -> int:
        return self.counter.view_outbox().summary.unsent_messages

    def pays(self) -> None:
        """The next account pays its bill."""
        self.paid += 1
        self.counter.takes(PAYABLE, account_no=str(self.paid))

    def at_centre(self, path: Path) -> list[bytes]:
        """The centre takes the file; its answer lies on the stick."""
        carried = carried_in(
            read_file(FileKind.CARRIED, self.files.held[path]).opened_by(SERVER_KEY)
        )
        answers = []
        for one in carried.batches:
            answer = self.counter.server.push(one.epoch, one.batch)
            assert isinstance(answer, tuple)
            answers.append(answer[1])
        self.files.held[BACK] = acknowledged_file(carried.counter_id, tuple(answers))
        return answers

    def refused(self, content: bytes) -> RefusalCode:
        """Nothing is closed by this file."""
        self.files.held[BACK] = content
        unsent = self.unsent
        with pytest.raises(Refusal) as caught:
            self.carry_in(BACK)
        assert self.unsent == unsent
        assert caught.value.facts == {"file": BACK.name}
        return caught.value.code


def test_what_is_unsent_goes_there_and_its_acknowledgement_comes_back() -> None:
    walk = Walk()
    walk.pays()
    out = walk.carry_out(STICK)
    assert (out.path, out.messages, out.left) == (STICK / "carry-C07-1-2.kesco", 2, 0)
    assert walk.unsent == 2
    assert b"payment_taken" not in walk.files.held[out.path]
    walk.at_centre(out.path)
    assert walk.carry_in(BACK) == 2
    assert walk.unsent == 0
    receipt_no = walk.counter.receipts[0].payment.receipt_no
    with walk.counter.ledger.open_books() as books:
        assert books.payments.is_acknowledged(receipt_no)
    with pytest.raises(Refusal) as caught:
        walk.carry_out(STICK)
    assert caught.value.code is RefusalCode.FILE_HOLDS_NOTHING


def test_the_same_messages_may_go_by_line_too_before_and_after() -> None:
    walk = Walk()
    walk.pays()
    out = walk.carry_out(STICK)
    walk.pays()
    assert walk.counter.push_outbox() == 3
    walk.at_centre(out.path)
    assert walk.carry_in(BACK) == 0
    assert walk.carry_in(BACK) == 0
    assert len(walk.counter.server.all_booked()) == 3
    walk.pays()
    assert walk.carry_out(STICK).messages == 1


def test_a_file_that_was_lost_is_written_again_with_what_came_since() -> None:
    walk = Walk()
    first = walk.carry_out(STICK)
    walk.pays()
    second = walk.carry_out(STICK)
    assert (first.messages, second.messages) == (1, 2)
    walk.at_centre(first.path)
    walk.at_centre(second.path)
    assert walk.carry_in(BACK) == 2


def test_what_does_not_fit_goes_with_the_next_file(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk()
    for _ in range(4):
        walk.pays()
    monkeypatch.setattr(carry, "MOST_MESSAGES_IN_BATCH", 2)
    size = sum(len(sealed.raw) for sealed in walk.counter.messages[:4])
    monkeypatch.setattr(carry, "MOST_CARRIED_BYTES", size)
    out = walk.carry_out(STICK)
    assert (out.messages, out.left) == (4, 1)
    walk.at_centre(out.path)
    assert walk.carry_in(BACK) == 4
    assert walk.carry_out(STICK).messages == 1


def test_the_rest_of_an_older_epoch_goes_along() -> None:
    walk = Walk()
    walk.pays()
    walk.counter.server.heads_before[3] = walk.counter.messages[-1].hash
    walk.counter.is_enrolled(epoch=3)
    walk.pays()
    out = walk.carry_out(STICK)
    assert out.messages == 3
    carried = carried_in(
        read_file(FileKind.CARRIED, walk.files.held[out.path]).opened_by(SERVER_KEY)
    )
    assert [(one.epoch, one.batch.first, len(one.batch.messages)) for one in carried.batches] == [
        (1, 1, 2),
        (3, 1, 1),
    ]


def test_a_file_that_is_not_the_centres_closes_nothing() -> None:
    walk = Walk()
    answers = walk.at_centre(walk.carry_out(STICK).path)
    good = walk.files.held[BACK]
    stranger = KeyPair.from_seed(b"\x09" * 32)
    told = Acknowledgement("C07", 1, 1, "x", 1, ())
    assert walk.refused(good[:-20]) is RefusalCode.FILE_CUT
    assert walk.refused(acknowledged_file("C08", tuple(answers))) is RefusalCode.FILE_NOT_FOR_US
    forged = acknowledged_file("C07", (sign_answer(stranger, told),))
    assert walk.refused(forged) is RefusalCode.FILE_NOT_GENUINE
    other = sign_answer(SERVER_KEY, msgspec.structs.replace(told, counter_id="C08"))
    assert walk.refused(acknowledged_file("C07", (other,))) is RefusalCode.FILE_NOT_GENUINE
    no_answer = sign_answer(SERVER_KEY, {"server_time_us": 1})
    assert walk.refused(acknowledged_file("C07", (no_answer,))) is RefusalCode.FILE_NOT_GENUINE
    noise = open_file(FileKind.ACKNOWLEDGED, b"[" * 9_999)
    assert walk.refused(noise) is RefusalCode.FILE_NOT_GENUINE


def test_an_acknowledgement_of_another_story_stops_the_counter() -> None:
    walk = Walk()
    walk.carry_out(STICK)
    told = Acknowledgement("C07", 1, 1, "A" * 43, 1, ())
    walk.files.held[BACK] = acknowledged_file("C07", (sign_answer(SERVER_KEY, told),))
    for _ in range(2):
        with pytest.raises(Fault) as caught:
            walk.carry_in(BACK)
        assert caught.value.code is FaultCode.SERVER_FORK
    assert walk.counter.view_status().stopped_because == "fork"
    assert walk.unsent == 1


def test_books_that_fail_are_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk()
    walk.at_centre(walk.carry_out(STICK).path)

    def fails(*_told: object) -> None:
        raise Fault(FaultCode.DISK_FULL)

    with walk.counter.ledger.open_books() as books:
        monkeypatch.setattr(type(books.messages), "acknowledge", fails)
    with pytest.raises(Fault) as caught:
        walk.carry_in(BACK)
    assert caught.value.code is FaultCode.DISK_FULL
    assert not walk.counter.view_status().stopped_because


def test_a_counter_that_is_not_enrolled_carries_nothing() -> None:
    walk = Walk(Counter())
    for act in (lambda: walk.carry_out(STICK), lambda: walk.carry_in(BACK)):
        with pytest.raises(Refusal) as caught:
            act()
        assert caught.value.code is RefusalCode.COUNTER_NOT_ENROLLED


def test_a_full_stick_is_a_fault_and_nothing_is_noted() -> None:
    walk = Walk()
    walk.files.is_full = True
    with pytest.raises(Fault):
        walk.carry_out(STICK)
    assert walk.unsent == 1


def test_what_is_carried_is_what_the_line_carries() -> None:
    walk = Walk()
    walk.pays()
    (one,) = carried_in(
        read_file(FileKind.CARRIED, walk.files.held[walk.carry_out(STICK).path]).opened_by(
            SERVER_KEY
        )
    ).batches
    with walk.counter.ledger.open_books() as books:
        run = books.messages.unsent(100, 10**6)
    assert run is not None
    assert one.batch == batch_of(run.first, run.previous, run.messages, run.head_signature)
