"""What stands on a cheque or draft, or names a UPI credit, as canonical JSON. The arrays may only grow at their end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.bank_paper import BankPaper
from counter_app.domain.tender import ChequeTender, DraftTender, Tender, TenderKind, UpiTender
from counter_app.wire.canonical import canonical_bytes

if TYPE_CHECKING:
    from counter_app.domain.money import Money


class PaperFacts(msgspec.Struct, frozen=True, array_like=True):
    """Fields as in ``domain.bank_paper.BankPaper``; ``dated`` is ISO."""

    number: str
    bank: str
    branch: str
    dated: str
    ifsc: str
    micr: str
    drawer: str


class InstrumentFacts(msgspec.Struct, frozen=True, array_like=True):
    """One of the two: a paper, or a UPI reference and whether the bank confirmed it at the counter."""

    paper: PaperFacts | None
    upi_reference: str
    is_confirmed: bool


_FACTS = msgspec.json.Decoder(InstrumentFacts)


def instrument_text(tender: UpiTender | ChequeTender | DraftTender) -> str:
    """The facts of an instrument."""
    if isinstance(tender, UpiTender):
        facts = InstrumentFacts(None, tender.reference, tender.is_confirmed)
    else:
        paper = tender.paper
        facts = InstrumentFacts(
            PaperFacts(
                number=paper.number,
                bank=paper.bank,
                branch=paper.branch,
                dated=paper.dated.isoformat(),
                ifsc=paper.ifsc,
                micr=paper.micr,
                drawer=paper.drawer,
            ),
            upi_reference="",
            is_confirmed=False,
        )
    return canonical_bytes(facts).decode()


def instrument_facts(text: str) -> InstrumentFacts:
    """The facts as they were frozen."""
    return _FACTS.decode(text)


def paper_of(facts: InstrumentFacts) -> BankPaper | None:
    """The paper; None for a UPI credit."""
    paper = facts.paper
    if paper is None:
        return None
    return BankPaper(
        number=paper.number,
        bank=paper.bank,
        branch=paper.branch,
        dated=date.fromisoformat(paper.dated),
        ifsc=paper.ifsc,
        micr=paper.micr,
        drawer=paper.drawer,
    )


def tender_of(kind: TenderKind, amount: Money, whole: Money | None, text: str) -> Tender:
    """The tender that holds the instrument."""
    facts = instrument_facts(text)
    paper = paper_of(facts)
    if paper is None:
        return UpiTender(amount, facts.upi_reference, facts.is_confirmed, whole)
    return (ChequeTender if kind is TenderKind.CHEQUE else DraftTender)(amount, paper, whole)
