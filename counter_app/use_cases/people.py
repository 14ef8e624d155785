"""People of this counter: listed, made for a while, ended, unlocked; and everybody's own PIN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO
from counter_app.domain.own_pin import local_id_typed, name_typed, pin_typed, refuse_last_day
from counter_app.domain.people import Act, LocalPerson, refuse_not_allowed
from counter_app.domain.shift import Cashier, Role
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.people_views import NewPerson, PersonSeen, PersonState
from counter_app.use_cases.pin_guard import PinFor
from counter_app.wire.tell_people import tell_end, tell_person, tell_pin

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.people_ports import PinHasher
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.telling import Telling


def person_of(books: Books, cashier_id: CashierId) -> Cashier:
    """Somebody who works here. Raises Refusal CASHIER_LEFT for one who did, CASHIER_UNKNOWN."""
    found = books.enrolment.cashier(cashier_id)
    if found is None:
        has_left = books.people.is_known(cashier_id)
        code = RefusalCode.CASHIER_LEFT if has_left else RefusalCode.CASHIER_UNKNOWN
        raise Refusal(code, cashier_id=cashier_id)
    return found


def may_act(books: Books, cashier_id: CashierId, act: Act) -> Cashier:
    """Somebody who works here and may. Raises Refusal CASHIER_LEFT, CASHIER_UNKNOWN, NOT_ALLOWED."""
    return refuse_not_allowed(person_of(books, cashier_id), act, cashier_id)


@dataclass(frozen=True, slots=True)
class ListPeople:
    """The verb."""

    ledger: Ledger
    guard: PinGuard
    clock: Clock

    def __call__(self) -> tuple[PersonSeen, ...]:
        """The roster by number, then those made here, the newest first. Never a PIN or its hash."""
        with self.ledger.open_books() as books:
            of_roster = [self._seen(books, one) for one in books.people.roster()]
            made_here = [
                self._seen(books, one.cashier, one)
                for one in books.people.local_people()
                if one.cashier.cashier_id not in {seen.cashier_id for seen in of_roster}
            ]
        return (*of_roster, *made_here)

    def _seen(self, books: Books, one: Cashier, made: LocalPerson | None = None) -> PersonSeen:
        tries = books.pin_tries.wrong_tries(one.cashier_id)
        left = self.guard.left_of(one.cashier_id, tries)
        if made is not None and made.ended_at is not None:
            state = PersonState.ENDED
        elif made is not None and self.clock.now().date() > made.valid_to:
            state = PersonState.EXPIRED
        else:
            state = PersonState.LOCKED if left else PersonState.WORKING
        return PersonSeen(
            cashier_id=one.cashier_id,
            name_en=one.name_en,
            name_hi=one.name_hi,
            role=one.role,
            state=state,
            is_local=made is not None,
            valid_to=made.valid_to if made else None,
            made_by=made.made_by if made else "",
            wrong_pins=tries.count,
            wait_seconds=int(left.total_seconds()),
        )


@dataclass(frozen=True, slots=True)
class MakeLocalPerson:
    """The verb: a supervisor, with the own PIN, makes a temporary cashier; the centre is told."""

    ledger: Ledger
    guard: PinGuard
    pins: PinHasher
    telling: Telling

    def __call__(self, new: NewPerson, supervisor_id: CashierId, pin: str) -> LocalPerson:
        """The person, who may sign in at once.

        Raises Refusal CASHIER_ID_WRONG, CASHIER_ID_TAKEN, NAME_MISSING, NAME_TOO_LONG, CARD_NUMBER_IN_TEXT,
        VALID_TO_WRONG, PIN_TOO_SHORT, PIN_TOO_LONG, PIN_TOO_EASY, PIN_NOT_REPEATED, CASHIER_UNKNOWN, CASHIER_LEFT,
        NOT_ALLOWED, PIN_WRONG, PIN_LOCKED.
        """
        now = self.telling.clock.now()
        cashier_id = local_id_typed(new.number)
        name_en = name_typed(new.name_en, is_needed=True)
        name_hi = name_typed(new.name_hi, is_needed=False)
        refuse_last_day(new.valid_to, now.date())
        own = pin_typed(new.pin, new.pin_again, cashier_id)
        with self.ledger.open_books() as books:
            supervisor = may_act(books, supervisor_id, Act.MANAGE_PEOPLE)
            if books.people.is_known(cashier_id):
                raise Refusal(RefusalCode.CASHIER_ID_TAKEN, cashier_id=cashier_id)
        self.guard.check(supervisor, pin, PinFor.PEOPLE)
        made = LocalPerson(
            cashier=Cashier(
                cashier_id,
                name_en,
                name_hi,
                Role.CASHIER,
                self.pins.hash_of(own),
                is_local=True,
                valid_to=new.valid_to,
            ),
            made_by=supervisor_id,
            valid_to=new.valid_to,
            made_at=now,
        )
        with self.ledger.open_books() as books:
            told_by = self.telling.append(books, tell_person(made, now.date()), "")
            books.people.post_person(made, told_by)
            books.messages.close_entry(told_by)
            books.commit()
        return made


@dataclass(frozen=True, slots=True)
class EndLocalPerson:
    """The verb: from now on a temporary cashier signs in no more. An open shift of theirs stays open to be closed."""

    ledger: Ledger
    guard: PinGuard
    telling: Telling

    def __call__(self, cashier_id: CashierId, supervisor_id: CashierId, pin: str) -> None:
        """Raise Refusal CASHIER_UNKNOWN (not made here), CASHIER_LEFT, NOT_ALLOWED, PIN_WRONG or PIN_LOCKED."""
        with self.ledger.open_books() as books:
            supervisor = may_act(books, supervisor_id, Act.MANAGE_PEOPLE)
            if not person_of(books, cashier_id).is_local:
                raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=cashier_id)
        self.guard.check(supervisor, pin, PinFor.PEOPLE)
        now = self.telling.clock.now()
        with self.ledger.open_books() as books:
            told_by = self.telling.append(
                books, tell_end(cashier_id, supervisor_id, now.date()), ""
            )
            books.people.post_end(cashier_id, supervisor_id, now, told_by)
            books.messages.close_entry(told_by)
            books.commit()


@dataclass(frozen=True, slots=True)
class ChangePin:
    """The verb: the own PIN, known to nobody else. It holds until the office gives out another."""

    ledger: Ledger
    guard: PinGuard
    pins: PinHasher
    telling: Telling

    def __call__(self, cashier_id: CashierId, pin: str, new: str, again: str) -> None:
        """Set it, twice the same.

        Raises Refusal PIN_TOO_SHORT, PIN_TOO_LONG, PIN_TOO_EASY, PIN_NOT_REPEATED, PIN_IS_THE_OLD, CASHIER_UNKNOWN,
        CASHIER_LEFT, PIN_WRONG, PIN_LOCKED.
        """
        own = pin_typed(new, again, cashier_id)
        with self.ledger.open_books() as books:
            person = person_of(books, cashier_id)
        self.guard.check(person, pin, PinFor.PEOPLE)
        if own == pin:
            raise Refusal(RefusalCode.PIN_IS_THE_OLD)
        pin_hash, now = self.pins.hash_of(own), self.telling.clock.now()
        with self.ledger.open_books() as books:
            told_by = self.telling.append(books, tell_pin(cashier_id, cashier_id, now.date()), "")
            books.people.post_pin(cashier_id, pin_hash, cashier_id, now, told_by)
            books.messages.close_entry(told_by)
            books.commit()


@dataclass(frozen=True, slots=True)
class UnlockPerson:
    """The verb: somebody who typed too many wrong PINs may try again at once, because a second person said so."""

    ledger: Ledger
    telling: Telling

    def __call__(self, cashier_id: CashierId, approval: Approval | None) -> None:
        """Forget the wrong PINs.

        Raises Refusal CASHIER_UNKNOWN, CASHIER_LEFT, APPROVAL_NEEDED, APPROVAL_NOT_OF_THIS, WORD_FROM_ONESELF,
        NOT_ALLOWED.
        """
        now = self.telling.clock.now()
        given = refuse_without_approval(approval, ApprovalCode.UNLOCK, cashier_id, ZERO, cashier_id)
        with self.ledger.open_books() as books:
            person_of(books, cashier_id)
            keep_approval(books, self.telling, given, None, now.date(), now)
            books.pin_tries.note(cashier_id, "unlocked", now, is_right=True)
            books.commit()
