"""People made at the counter, own PINs and tried PINs in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.identity import CashierId
from counter_app.domain.shift import Cashier, Role
from counter_app.use_cases.people_ports import WrongTries

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.domain.people import LocalPerson
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakePeopleBook:
    """The newest roster, people made here, own PINs; the newest PIN counts while it replaced what holds."""

    pages: Callable[[], Pages]

    def roster(self) -> tuple[Cashier, ...]:
        rosters = self.pages().rosters
        people = sorted(rosters[-1], key=lambda one: one.cashier_id) if rosters else []
        return tuple(
            Cashier(
                cashier_id=CashierId(one.cashier_id),
                name_en=one.name_en,
                name_hi=one.name_hi,
                role=Role(one.role),
                pin_hash=self._in_force(one.cashier_id, one.pin_hash),
                approval_key=one.approval_key,
            )
            for one in people
        )

    def local_people(self) -> tuple[LocalPerson, ...]:
        pages = self.pages()
        return tuple(
            replace(
                one,
                cashier=replace(
                    one.cashier,
                    pin_hash=self._in_force(one.cashier.cashier_id, one.cashier.pin_hash),
                ),
                ended_at=pages.ended.get(one.cashier.cashier_id),
            )
            for one in reversed(pages.local_people.values())
        )

    def is_known(self, cashier_id: CashierId) -> bool:
        pages = self.pages()
        of_rosters = {one.cashier_id for people in pages.rosters for one in people}
        return cashier_id in of_rosters | set(self._given_here())

    def post_person(self, person: LocalPerson, told_by: SealedMessage) -> None:
        one = person.cashier
        if self.is_known(one.cashier_id) or one.role is not Role.CASHIER or not one.name_en:
            message = f"the books do not take {person}"
            raise ValueError(message)
        kept = replace(one, is_local=True, valid_to=person.valid_to)
        pages = self.pages()
        pages.local_people[pages.link_of(told_by)] = replace(person, cashier=kept)

    def post_end(
        self, cashier_id: CashierId, by: CashierId, at: datetime, told_by: SealedMessage
    ) -> None:
        pages = self.pages()
        pages.link_of(told_by)
        if cashier_id not in self._given_here() or cashier_id in pages.ended or not by:
            message = f"{cashier_id} cannot be ended"
            raise ValueError(message)
        pages.ended[cashier_id] = at

    def post_pin(
        self,
        cashier_id: CashierId,
        pin_hash: str,
        by: CashierId,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        pages = self.pages()
        given = self._given_here()
        given |= {one.cashier_id: one.pin_hash for one in (pages.rosters or [()])[-1]}
        if cashier_id not in given:
            message = f"{cashier_id} has no PIN to replace"
            raise ValueError(message)
        del by, at
        pages.own_pins[pages.link_of(told_by)] = (cashier_id, pin_hash, given[cashier_id])

    def _given_here(self) -> dict[str, str]:
        made = self.pages().local_people.values()
        return {one.cashier.cashier_id: one.cashier.pin_hash for one in made}

    def _in_force(self, cashier_id: str, given_hash: str) -> str:
        set_here = [pin for pin in self.pages().own_pins.values() if pin[0] == cashier_id]
        if set_here and set_here[-1][2] == given_hash:
            return set_here[-1][1]
        return given_hash


@dataclass(frozen=True, slots=True)
class FakePinTryBook:
    """Every PIN that was tried."""

    pages: Callable[[], Pages]

    def note(self, cashier_id: CashierId, what: str, at: datetime, *, is_right: bool) -> None:
        self.pages().pin_tries.append((cashier_id, what, is_right, at))

    def wrong_tries(self, cashier_id: CashierId) -> WrongTries:
        count, last_at = 0, None
        for whose, _, is_right, at in self.pages().pin_tries:
            if whose == cashier_id:
                count, last_at = (0, None) if is_right else (count + 1, at)
        return WrongTries(count, last_at)
