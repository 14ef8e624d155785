"""What the verbs need of the books for people: those made here, own PINs, and every PIN that was tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import CashierId
    from counter_app.domain.people import LocalPerson
    from counter_app.domain.shift import Cashier
    from counter_app.wire.messages import SealedMessage


@dataclass(frozen=True, slots=True)
class WrongTries:
    """Wrong PINs of one person since the last right one (or since somebody unlocked), and when the last was."""

    count: int
    last_at: datetime | None


class PeopleBook(Protocol):
    """People made at this counter, and PINs set here. Insert only."""

    def roster(self) -> tuple[Cashier, ...]:
        """The people of the roster in force, by number, each with the PIN that holds."""
        ...

    def local_people(self) -> tuple[LocalPerson, ...]:
        """Everybody made here, ended or not, the newest first."""
        ...

    def is_known(self, cashier_id: CashierId) -> bool:
        """Whether this number is or ever was somebody's: of any roster, or made here."""
        ...

    def post_person(self, person: LocalPerson, told_by: SealedMessage) -> None:
        """Write a person; the books refuse a number that was given before."""
        ...

    def post_end(
        self, cashier_id: CashierId, by: CashierId, at: datetime, told_by: SealedMessage
    ) -> None:
        """A person made here may no longer sign in."""
        ...

    def post_pin(
        self,
        cashier_id: CashierId,
        pin_hash: str,
        by: CashierId,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        """A PIN set here. It holds as long as the hash it replaced: a new one of the office ends it."""
        ...


class PinTryBook(Protocol):
    """Every PIN that was tried, so that a restart forgets no lock-out. Insert only, told to nobody."""

    def note(self, cashier_id: CashierId, what: str, at: datetime, *, is_right: bool) -> None:
        """A PIN was tried for something."""
        ...

    def wrong_tries(self, cashier_id: CashierId) -> WrongTries:
        """How many wrong ones since the last right one."""
        ...


class PinHasher(Protocol):
    """Makes and compares hashes of PINs; both slow on purpose."""

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether this is the PIN."""
        ...

    def hash_of(self, pin: str) -> str:
        """The hash to keep."""
        ...
