"""Papers of the way to the bank: a slip with its counterfoil, and the receipt of takings for both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.remittance import SlipKind
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_HEAD,
    count,
    money,
    table,
    text,
)
from counter_app.domain.words import amount_in_english, amount_in_hindi

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.receipt import CounterPlace
    from counter_app.domain.remittance import Handing, Slip, SlipSeen
    from counter_app.domain.report import Cell, Names, Section

SIGN_BANK, SIGN_GIVER, SIGN_RECEIVER = (
    Word(f"sign.{role}") for role in ("bank", "giver", "receiver")
)


def bank_slip(place: CounterPlace, seen: SlipSeen, by: Names, made_at: datetime) -> Report:
    """A slip for the bank, and its counterfoil for the bank's stamp, with the sum in words in both languages."""
    slip = seen.slip
    answer: tuple[tuple[Word, Cell], ...] = ()
    if seen.answer is not None:
        answer = (
            (Word("bank_reference"), seen.answer.reference),
            (Word("bank_date"), seen.answer.on),
        )
    return Report(
        kind=ReportKind.BANK_SLIP,
        place=place,
        made_at=made_at,
        about=(
            (Word("slip_no"), slip.slip_no),
            (Word("date"), slip.business_date),
            (Word("slip_kind"), Word(f"slip_kind.{slip.kind}")),
            (Word("bank_account"), slip.bank_account),
            (Word("slip_sum"), slip.amount),
            *_in_words(slip.amount),
            (Word("made_by"), by),
            *answer,
        ),
        sections=tuple(_of_slip(slip, part) for part in ("bank_copy", "counterfoil")),
        signatures=(SIGN_HEAD, SIGN_BANK),
    )


def _of_slip(slip: Slip, part: str) -> Section:
    """One part of the sheet: it says which slip it is of, for it is cut from the other."""
    title = Word(part, (("slip_no", slip.slip_no), ("amount", slip.amount)))
    if slip.kind is SlipKind.CASH:
        return _counted(slip.count, title)
    return table(
        title,
        (
            count("serial", 4),
            text("bank", 20),
            text("branch", 14),
            text("kind", 11),
            text("paper_no", 9),
            money("amount"),
        ),
        [
            (place, one.bank, one.branch, Word(f"tender.{one.kind}"), one.number, one.amount)
            for place, one in enumerate(slip.items, start=1)
        ],
        adds=("amount",),
    )


def _counted(counted: CashCount, title: str | Word) -> Section:
    return table(
        title,
        (money("denomination"), count("pieces"), money("amount")),
        [(one, pieces, Money(one.paise * pieces)) for one, pieces in counted.pieces],
        when_empty="no_cash_counted",
        adds=("pieces", "amount"),
    )


def _in_words(amount: Money) -> tuple[tuple[Word, Cell], ...]:
    """Both languages, whichever the paper speaks: the bank reads either."""
    return (
        (Word("in_words"), amount_in_english(amount)),
        (Word("in_words"), amount_in_hindi(amount)),
    )


def handing_paper(
    place: CounterPlace,
    handing: Handing,
    shift_nos: Sequence[int],
    names: tuple[Names, Names],
    made_at: datetime,
) -> Report:
    """The receipt over takings that were handed over, for both sides; ``names`` of giver and receiver."""
    giver, receiver = names
    differs: tuple[tuple[Word, Cell], ...] = ()
    if handing.variance:
        differs = ((Word("variance"), handing.variance), (Word("reason"), handing.reason))
    return Report(
        kind=ReportKind.HANDING,
        place=place,
        made_at=made_at,
        about=(
            (Word("shift_no"), ", ".join(map(str, shift_nos))),
            (Word("date"), handing.business_date),
            (Word("giver"), giver),
            (Word("receiver"), receiver),
            (Word("takings"), handing.amount),
            *differs,
            *_in_words(handing.count.total),
        ),
        sections=(_counted(handing.count, "counted_cash"),),
        signatures=(SIGN_GIVER, SIGN_RECEIVER),
    )
