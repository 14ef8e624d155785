"""Names of banks as they were typed before, by the four letters their IFSC begin with. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.payment_parts import Part

if TYPE_CHECKING:
    from ui.payment_tender_form import TenderForm

BANK_LETTERS = 4
IFSC_LENGTH = 11


class BankNames:
    """Learns from cheques and drafts of this sitting."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def learn(self, tender: TenderForm) -> None:
        """A cheque or draft was typed whole."""
        ifsc, bank = _clean(tender.text(Part.IFSC)), tender.text(Part.BANK).strip()
        if len(ifsc) == IFSC_LENGTH and bank:
            self._names[ifsc[:BANK_LETTERS]] = bank

    def name_for(self, ifsc: str) -> str:
        """The bank of this IFSC as far as it is typed; empty when none is known."""
        return self._names.get(_clean(ifsc)[:BANK_LETTERS], "")


def _clean(ifsc: str) -> str:
    return "".join(ifsc.split()).upper()
