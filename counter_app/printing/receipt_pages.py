"""A receipt on pages: one copy on A5, or on A4 across with the consumer's copy and the office's side by side."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from counter_app.printing import wording
from counter_app.printing.layout import DEFAULT_STYLE, lay_out
from counter_app.printing.lines import Centre, Pair, Tone
from counter_app.printing.pdf_paper import A5_OF_RECEIPT, Paper, save_side_by_side
from counter_app.printing.tongue import Tongue

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.lines import Line


class ReceiptPage(StrEnum):
    """The paper in the printer, as a plan's profile names it."""

    A5 = "a5"
    A4 = "a4"


def page_of(profile: str) -> ReceiptPage:
    """The page a plan's profile asks for; A5 for one that is a model of receipt printer."""
    return ReceiptPage.A4 if profile == ReceiptPage.A4 else ReceiptPage.A5


def save_receipt(
    receipt: Receipt,
    path: Path,
    page: ReceiptPage = ReceiptPage.A5,
    *,
    copy_no: int,
    is_acknowledged: bool,
    style: ReceiptStyle = DEFAULT_STYLE,
) -> frozenset[str]:
    """Write one copy as PDF, every page of exactly that size (A4 across); both halves of A4 carry the same proof.

    Answers with the characters no font of ours has. Raises Fault FILE_NOT_WRITTEN.
    """
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
    paper = receipt_paper(lines, str(receipt.payment.receipt_no), style.tongue)
    match page:
        case ReceiptPage.A5:
            return paper.save(path, A5_OF_RECEIPT)
        case ReceiptPage.A4:
            return save_side_by_side(path, halves_of(paper, style.tongue))
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def halves_of(paper: Paper, tongue: Tongue) -> tuple[Paper, Paper]:
    """The same paper for the consumer and for the office, each told apart at its top."""
    consumers, offices = (
        replace(paper, lines=(Centre(tongue.say(said), Tone.STRONG), *paper.lines))
        for said in (wording.CONSUMERS_COPY, wording.OFFICE_COPY)
    )
    return consumers, offices


def receipt_paper(lines: tuple[Line, ...], receipt_no: str, tongue: Tongue = Tongue.BOTH) -> Paper:
    """A receipt whose further pages repeat its number."""
    heading = Pair(tongue.say(wording.RECEIPT_NO), (receipt_no,), Tone.STRONG)
    return Paper(lines, receipt_no, heading)
