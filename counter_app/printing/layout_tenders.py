"""How it was paid: a block for each tender, with what names it and what it is subject to."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
    face_of,
)
from counter_app.printing import wording
from counter_app.printing.layout_parts import notes, told
from counter_app.printing.lines import Left, Pair, Space, Tone
from counter_app.printing.wording import day_text, rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.bank_paper import BankPaper
    from counter_app.domain.tender import CardSlip, Instrument, Tender
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Said, Tongue

BETWEEN_TENDERS = Space(20)


def tender_lines(tenders: Iterable[Tender], tongue: Tongue, *, is_alone: bool) -> list[Line]:
    """Every tender in the order handed over.

    ``is_alone``: the payment is an order of its own. Of cash that pays several receipts no single one can say
    what was given; only the change, which belongs to the last, is said.
    """
    lines: list[Line] = []
    for tender in tenders:
        lines += [BETWEEN_TENDERS] if lines else []
        lines += _tender(tender, tongue, is_alone=is_alone)
    return lines


def _tender(tender: Tender, tongue: Tongue, *, is_alone: bool) -> list[Line]:
    match tender:
        case CashTender():
            return _cash(tender, tongue, is_alone=is_alone)
        case CardTender():
            return [*_sum(wording.CARD, tender, tongue), *_slip(tender.slip, tongue)]
        case UpiTender():
            is_sure = tender.is_confirmed
            said = wording.UPI_CONFIRMED if is_sure else wording.SUBJECT_TO_CREDIT
            return [
                *_sum(wording.UPI, tender, tongue),
                Pair(tongue.say(wording.UPI_REFERENCE), (tender.reference,)),
                Left(tongue.say(said), Tone.SMALL if is_sure else Tone.STRONG),
            ]
        case ChequeTender():
            return [
                *_sum(wording.CHEQUE, tender, tongue),
                *_paper(tender.paper, wording.DRAWN_BY, tongue),
                Left(tongue.say(wording.CHEQUE_SUBJECT), Tone.STRONG),
            ]
        case DraftTender():
            return [
                *_sum(wording.DRAFT, tender, tongue),
                *_paper(tender.paper, wording.BOUGHT_BY, tongue),
                Left(tongue.say(wording.DRAFT_SUBJECT), Tone.STRONG),
            ]
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _cash(tender: CashTender, tongue: Tongue, *, is_alone: bool) -> list[Line]:
    lines: list[Line] = [Pair(tongue.say(wording.CASH), (rupees(tender.amount),), Tone.STRONG)]
    if is_alone:
        lines.append(Pair(tongue.say(wording.CASH_GIVEN), (rupees(tender.given),)))
    if is_alone or tender.change:
        lines.append(Pair(tongue.say(wording.CHANGE), (rupees(tender.change),)))
    return lines


def _sum(label: Said, tender: Instrument, tongue: Tongue) -> list[Line]:
    """What it pays here; where it pays other receipts too, its whole sum as well."""
    whole = face_of(tender)
    lines: list[Line] = [Pair(tongue.say(label), (rupees(tender.amount),), Tone.STRONG)]
    if whole != tender.amount:
        lines += [
            Pair(tongue.say(wording.WHOLE_SUM), (rupees(whole),)),
            *notes(tongue.say(wording.PART_HERE)),
        ]
    return lines


def _slip(slip: CardSlip, tongue: Tongue) -> list[Line]:
    return [
        Pair(tongue.say(wording.CARD_NO), (f"{slip.network} {slip.last4}",)),
        Pair(tongue.say(wording.RRN), (slip.rrn,)),
        Pair(tongue.say(wording.APPROVAL), (slip.approval_code,)),
        Pair(tongue.say(wording.TID_MID), (f"{slip.tid}, {slip.mid}",)),
        Pair(tongue.say(wording.BATCH_INVOICE), (f"{slip.batch}, {slip.invoice}",)),
    ]


def _paper(paper: BankPaper, who: Said, tongue: Tongue) -> list[Line]:
    return [
        Pair(tongue.say(wording.PAPER_NO_DATE), (f"{paper.number}, {day_text(paper.dated)}",)),
        Pair(tongue.say(wording.BANK), tuple(filter(None, (paper.bank, paper.branch)))),
        Pair(tongue.say(wording.IFSC), (paper.ifsc,)),
        *told(tongue.say(who), paper.drawer),
    ]
