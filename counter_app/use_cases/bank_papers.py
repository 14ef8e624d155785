"""The papers of the way to the bank: a slip with its counterfoil, and the receipt over takings handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.report import Names
from counter_app.domain.report_bank_papers import bank_slip, handing_paper
from counter_app.use_cases.place import place_of
from counter_app.use_cases.telling import certificate_of

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import CashierId
    from counter_app.domain.report import Report
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock


@dataclass(frozen=True, slots=True)
class PaperOfSlip:
    """The verb. Printed again it is the same paper: a slip never changes, but for the answer it gets."""

    ledger: Ledger
    clock: Clock

    def __call__(self, slip_id: UUID) -> Report:
        """Raises Refusal SLIP_UNKNOWN."""
        with self.ledger.open_books() as books:
            seen = books.remittances.slip(slip_id)
            if seen is None:
                raise Refusal(RefusalCode.SLIP_UNKNOWN)
            place = place_of(certificate_of(books))
            by = _names_of(books, seen.slip.by)
        return bank_slip(place, seen, by, self.clock.now())


@dataclass(frozen=True, slots=True)
class PaperOfHanding:
    """The verb."""

    ledger: Ledger
    clock: Clock

    def __call__(self, handing_id: UUID) -> Report:
        """Raises Refusal TAKINGS_NONE for a handing that was not made."""
        with self.ledger.open_books() as books:
            handing = books.remittances.handing(handing_id)
            if handing is None:
                raise Refusal(RefusalCode.TAKINGS_NONE)
            place = place_of(certificate_of(books))
            names = (_names_of(books, handing.by), _names_of(books, handing.receiver_id))
            found = [books.shifts.find(one) for one in handing.shift_ids]
        shift_nos = [one.shift_no for one in found if one is not None]
        return handing_paper(place, handing, shift_nos, names, self.clock.now())


def _names_of(books: Books, cashier_id: CashierId) -> Names:
    """A person by name; one who has left by number."""
    person = books.enrolment.cashier(cashier_id)
    return Names(person.name_en, person.name_hi) if person else Names(cashier_id, cashier_id)
