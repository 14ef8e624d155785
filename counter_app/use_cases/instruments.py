"""Cheques, drafts and UPI credits after they were received: listed, deposited, cleared, confirmed, returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState, refuse_step_by_hand, refuse_wrong_day
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import InstrumentStep, clearing_entry, returned
from counter_app.domain.instrument_list import list_of
from counter_app.domain.money import ZERO
from counter_app.domain.shift import MAY_TAKE_MONEY, Role
from counter_app.use_cases.place import place_of
from counter_app.use_cases.telling import certificate_of, refuse_if_stopped
from counter_app.wire.tell import tell_return, tell_step

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from counter_app.domain.identity import CashierId
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.money import Money
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock, ReportPress
    from counter_app.use_cases.telling import Telling

UNDECIDED = frozenset(
    {
        InstrumentState.RECEIVED,
        InstrumentState.LISTED,
        InstrumentState.DEPOSITED,
        InstrumentState.CLAIMED,
        InstrumentState.UNMATCHED,
    }
)
"""Those that still wait for a person or the bank."""

MAY_RETURN = frozenset({Role.SUPERVISOR, Role.HEAD_CASHIER})
"""A return undoes payments: not for the cashier who took them."""


@dataclass(frozen=True, slots=True)
class ListInstruments:
    """The verb."""

    ledger: Ledger

    def __call__(self, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
        """All that stand in one of these states, in the order they were received."""
        with self.ledger.open_books() as books:
            return books.instruments.all_in(states)


@dataclass(frozen=True, slots=True)
class SaveInstruments:
    """The verb: the list that goes to the bank, or to the office, with them."""

    ledger: Ledger
    press: ReportPress
    clock: Clock

    def __call__(self, held: tuple[HeldInstrument, ...], language: str) -> Path:
        """An A4 PDF of these, by bank and state (``en`` or ``hi``). Raises Fault FILE_NOT_WRITTEN."""
        with self.ledger.open_books() as books:
            place = place_of(certificate_of(books))
        return self.press.save_instruments(list_of(place, held, self.clock.now()), language)


@dataclass(frozen=True, slots=True)
class MoveInstrument:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(
        self,
        identity: str,
        state: InstrumentState,
        on: date,
        reference: str,
        cashier_id: CashierId,
    ) -> HeldInstrument:
        """One step on; a return has its own verb. A cheque or draft that is cleared moves its money to the bank.

        Raises Refusal INSTRUMENT_UNKNOWN, INSTRUMENT_STEP_WRONG, INSTRUMENT_DAY_WRONG, CARD_NUMBER_IN_TEXT,
        NOT_ALLOWED.
        """
        refuse_card_number(reference)
        if state is InstrumentState.RETURNED:
            raise Refusal(RefusalCode.RETURN_REASON_MISSING)
        with self.ledger.open_books() as books:
            held = _held(books, identity)
            refuse_step_by_hand(held.state, state)
            _refuse_role(books, cashier_id, MAY_TAKE_MONEY)
            now = self.telling.clock.now()
            refuse_wrong_day(held.steps[-1].on, on, now.date())
            step = InstrumentStep(state, on, now, cashier_id, reference.strip())
            entry = clearing_entry(held) if state is InstrumentState.CLEARED else None
            told_by = self.telling.append(books, tell_step(identity, step, entry), "")
            books.instruments.post_step(identity, step, told_by, entry)
            books.messages.close_entry(told_by)
            moved = _held(books, identity)
            books.commit()
            return moved


@dataclass(frozen=True, slots=True)
class ReturnInstrument:
    """The verb: the bank gave it back, and its payments are undone as far as it paid them."""

    ledger: Ledger
    telling: Telling

    def __call__(
        self,
        identity: str,
        on: date,
        reason: str,
        cashier_id: CashierId,
        charge: Money = ZERO,
    ) -> HeldInstrument:
        """Undo its payments in one entry; ``charge`` is the bank's, told to the centre and not taken here.

        Raises Refusal INSTRUMENT_UNKNOWN, INSTRUMENT_STEP_WRONG, INSTRUMENT_DAY_WRONG, RETURN_REASON_MISSING,
        CARD_NUMBER_IN_TEXT, NOT_ALLOWED, COUNTER_STOPPED.
        """
        refuse_card_number(reason)
        with self.ledger.open_books() as books:
            refuse_if_stopped(books)
            held = _held(books, identity)
            undone = returned(held, reason)
            _refuse_role(books, cashier_id, MAY_RETURN)
            now = self.telling.clock.now()
            refuse_wrong_day(held.steps[-1].on, on, now.date())
            step = InstrumentStep(
                state=InstrumentState.RETURNED,
                on=on,
                at=now,
                by=cashier_id,
                reason=" ".join(reason.split()),
                charge=charge,
            )
            body = tell_return(held, step, undone, now.date())
            told_by = self.telling.append(books, body, "")
            books.instruments.post_return(held, step, undone, told_by)
            books.messages.close_entry(told_by)
            gone = _held(books, identity)
            books.commit()
            return gone


def _held(books: Books, identity: str) -> HeldInstrument:
    held = books.instruments.find(identity)
    if held is None:
        raise Refusal(RefusalCode.INSTRUMENT_UNKNOWN, identity=identity)
    return held


def _refuse_role(books: Books, cashier_id: CashierId, roles: frozenset[Role]) -> None:
    cashier = books.enrolment.cashier(cashier_id)
    if cashier is None or cashier.role not in roles:
        raise Refusal(RefusalCode.NOT_ALLOWED, cashier_id=cashier_id)
