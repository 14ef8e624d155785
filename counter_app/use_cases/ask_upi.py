"""Ask to be paid by UPI: the link and QR code that a payer's phone reads. No money moves and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO
from counter_app.domain.upi import LONGEST_NOTE, UpiRequest, tr_of, upi_payee
from counter_app.use_cases.telling import certificate_of
from counter_app.use_cases.views import UpiAsk

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.money import Money
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.views import QrMatrix

NOTE = "KESCO counter {counter_id}"
"""Shown on the payer's phone and statement, which are read far from here: one language, plain letters."""


@dataclass(frozen=True, slots=True)
class AskUpi:
    """The verb. ``address`` and ``name`` are the payee as a technician set it, unchecked; ``qr`` makes the matrix."""

    ledger: Ledger
    clock: Clock
    address: str
    name: str
    qr: Callable[[str], QrMatrix]

    def __call__(self, amount: Money, payment_id: PaymentId) -> UpiAsk:
        """What to show the payer; the same for the same amount, payment and day.

        Raises Refusal UPI_NOT_SET_UP, UPI_PAYEE_WRONG, AMOUNT_ZERO (also below zero), COUNTER_NOT_ENROLLED.
        """
        payee = upi_payee(self.address, self.name)
        if amount <= ZERO:
            raise Refusal(RefusalCode.AMOUNT_ZERO)
        with self.ledger.open_books() as books:
            counter_id = certificate_of(books).counter_id
        tr = tr_of(counter_id, self.clock.now().date(), payment_id)
        note = NOTE.format(counter_id=counter_id)[:LONGEST_NOTE]
        uri = UpiRequest(payee, amount, tr, note).uri
        return UpiAsk(uri=uri, tr=tr, payee=payee, amount=amount, matrix=self.qr(uri))
