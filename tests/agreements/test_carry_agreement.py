"""A stick beside the line, with the fake books and the real: the outbox closes once, in whatever order answers come."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counter_app.use_cases.carry import CarryIn, CarryOut
from counter_app.use_cases.push_outbox import PushOutbox
from counter_app.wire.carried import acknowledged_file, carried_in
from counter_app.wire.sealed import FileKind, read_file
from tests.agreements.books_at_hand import told
from tests.builders import SERVER_KEY
from tests.fakes.clock import FakeClock
from tests.fakes.files import FakeFiles
from tests.fakes.server import FakeServer

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

STICK = Path("stick")


class Ways:
    """A counter with a line and a stick to one centre."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.files, self.server = ledger, FakeFiles(), FakeServer()
        self.carry_out = CarryOut(ledger, self.files)
        self.carry_in = CarryIn(ledger, self.files, FakeClock())
        self.push = PushOutbox(ledger, self.server, FakeClock())

    @property
    def unsent(self) -> int:
        with self.ledger.open_books() as books:
            return books.messages.summary().unsent_messages

    def walk(self) -> Path:
        """Carry to the centre; the file that comes back."""
        out = self.carry_out(STICK).path
        carried = carried_in(
            read_file(FileKind.CARRIED, self.files.held[out]).opened_by(SERVER_KEY)
        )
        answers = [self.server.push(one.epoch, one.batch) for one in carried.batches]
        signed = tuple(answer[1] for answer in answers if isinstance(answer, tuple))
        assert len(signed) == len(answers)
        return self.files.write(STICK, "back.kesco", acknowledged_file("C07", signed))


@pytest.mark.parametrize("order", list(permutations(("first", "second", "line"))))
def test_answers_close_the_outbox_in_any_order(
    ledger: Ledger, scribe: Scribe, order: tuple[str, ...]
) -> None:
    ways = Ways(ledger)
    told(ledger, scribe)
    backs = {"first": ways.walk()}
    told(ledger, scribe)
    backs["second"] = ways.walk()
    for way in order:
        if way == "line":
            ways.push()
        else:
            ways.carry_in(backs[way])
    assert ways.unsent == 0
    for back in backs.values():
        assert ways.carry_in(back) == 0
    assert len(ways.server.all_booked()) == 3
