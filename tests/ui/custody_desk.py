"""The desk of the real verbs over the fake ledger, for the screens of people, shifts and custody.

What these screens say is then what the rules say: no second fake of them. How to use it::

    counter = a_custody_counter()                 # enrolled, billed, everybody on the roster, no shift open
    counter.verbs.open_shift(CASHIER_ID, FLOAT)   # the real verbs of ``tests.use_cases.counter.Counter``
    window = a_window(qtbot, counter)             # as with ``FakeCounter``
    counter.fails["drop_cash"] = [Fault(...)]     # the next calls raise these, one each
    counter.gates["close_shift"] = Event()        # that verb waits until it is set: a slow disk
    counter.asked("close_shift")                  # what it was called with, in order

Every field of ``Desk`` that ``Counter`` has by the same name is the real one, so a new verb needs its name there and
nothing here. Printing, the terminal and what no ledger knows come from ``FakeCounter``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from counter_app.domain.identity import CashierId, PaymentId
from counter_app.domain.shift import Role
from counter_app.use_cases.desk import Desk
from counter_app.wire.exchange import Person
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, PIN, SUPERVISOR_ID, a_bill, a_consumer, a_mark
from tests.ui.fake_desk import FakeCounter
from tests.use_cases.counter import Counter

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

SECOND_CASHIER_ID = CashierId("C102")
HEAD_CASHIER_ID = CashierId("H401")
TECHNICIAN_ID = CashierId("T501")
DRAWERS = 2


def everybody(pin_hash: str = f"hash of {PIN}") -> tuple[Person, ...]:
    """Two cashiers, a head cashier, a supervisor, an accountant, a technician; one PIN for all."""
    people = (
        (CASHIER_ID, "SUNITA VERMA", "सुनीता वर्मा", Role.CASHIER),
        (SECOND_CASHIER_ID, "RAMESH GUPTA", "रमेश गुप्ता", Role.CASHIER),
        (HEAD_CASHIER_ID, "MEENA TRIPATHI", "मीना त्रिपाठी", Role.HEAD_CASHIER),
        (SUPERVISOR_ID, "ANIL KUMAR DIXIT", "अनिल कुमार दीक्षित", Role.SUPERVISOR),
        (ACCOUNTANT_ID, "RASHID ANSARI", "राशिद अंसारी", Role.ACCOUNTANT),
        (TECHNICIAN_ID, "VIKAS YADAV", "विकास यादव", Role.TECHNICIAN),
    )
    return tuple(Person(*one, pin_hash) for one in people)


@dataclass
class CustodyCounter:
    """The verbs, what they are to fail with, and what they were asked for."""

    verbs: Counter = field(default_factory=Counter)
    fake: FakeCounter = field(default_factory=FakeCounter)
    fails: dict[str, list[Exception]] = field(default_factory=dict)
    gates: dict[str, threading.Event] = field(default_factory=dict)
    calls: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)

    def asked(self, name: str) -> list[tuple[object, ...]]:
        """The arguments of each call of this verb; those given by name come last."""
        return [arguments for verb, arguments in self.calls if verb == name]

    def desk(self) -> Desk:
        """Every verb, noted and gated."""
        fake = self.fake.desk()
        return Desk(
            **{
                name: self._watched(name, self._verb(name) or getattr(fake, name))
                for name in Desk.__dataclass_fields__
            }
        )

    def _verb(self, name: str) -> Callable[..., Any] | None:
        """The real one, if there is one."""
        counter = self.verbs
        own: dict[str, Callable[..., Any]] = {
            "counter_status": counter.view_status,
            "business_date": lambda: counter.clock.now().date(),
            "fresh_payment_id": lambda: PaymentId(counter.ids.fresh()),
            "drawers": lambda: DRAWERS,
            "reprint_receipt": counter.print_receipt.reprint,
            "open_drawer": counter.printer.open_drawer,
        }
        return own.get(name) or getattr(counter, name, None)

    def _watched(self, name: str, verb: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*arguments: object, **named: object) -> object:
            self.calls.append((name, (*arguments, *named.values())))
            gate = self.gates.get(name)
            if gate is not None:
                assert gate.wait(10), "the test opens the gate"
            if self.fails.get(name):
                raise self.fails[name].pop(0)
            return verb(*arguments, **named)

        return ask


def a_custody_counter() -> CustodyCounter:
    """Enrolled, everybody on the roster, the ordinary consumer billed and told; no shift is open."""
    counter = CustodyCounter()
    counter.verbs.is_enrolled(roster=everybody())
    counter.verbs.bills.tell(a_mark(), a_consumer(), a_bill())
    counter.verbs.server.bills(a_consumer(), a_bill())
    return counter
