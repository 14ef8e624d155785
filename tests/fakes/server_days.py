"""What the centre in memory tells of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.days import DayPayments, PaymentKept, day_digest
from counter_app.wire.exchange import DayTotals, EpochDay, FateDay, TenderDay
from tests.builders import COUNTER_ID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from counter_app.wire.bodies import PaymentTaken


def kept_payment(sequence: int, body: PaymentTaken, fate: str) -> PaymentKept:
    """A payment as it was told."""
    tenders = tuple(sorted((str(one.kind), one.amount_paise) for one in body.tenders))
    return PaymentKept(
        sequence, body.receipt_no, body.amount_paise, str(fate), body.business_date, tenders
    )


def day_totals(
    kept: Mapping[int, Sequence[PaymentKept]], uptos: Mapping[int, int], day: str
) -> DayTotals:
    """The sums of a day over all epochs."""
    of_day = {
        epoch: [one for one in all_ if one.business_date == day] for epoch, all_ in kept.items()
    }
    payments = [one for each in of_day.values() for one in each]
    tenders: dict[tuple[str, str], list[int]] = {}
    fates: dict[str, list[int]] = {}
    for one in payments:
        fates.setdefault(one.fate, []).append(one.amount_paise)
        for kind, paise in one.tenders:
            tenders.setdefault((kind, one.fate), []).append(paise)
    return DayTotals(
        counter_id=COUNTER_ID,
        business_date=day,
        count=len(payments),
        amount_paise=sum(one.amount_paise for one in payments),
        by_tender=tuple(
            TenderDay(*key, len(all_), sum(all_)) for key, all_ in sorted(tenders.items())
        ),
        by_fate=tuple(FateDay(fate, len(all_), sum(all_)) for fate, all_ in sorted(fates.items())),
        epochs=tuple(
            EpochDay(
                epoch,
                upto,
                len(of_day.get(epoch, ())),
                sum(one.amount_paise for one in of_day.get(epoch, ())),
                day_digest(of_day.get(epoch, ())),
            )
            for epoch, upto in sorted(uptos.items())
        ),
    )


def day_page(
    held: tuple[Sequence[PaymentKept], Sequence[int]],
    of_what: tuple[int, str],
    asked: tuple[int, int, int],
    most_rows: int,
) -> DayPayments:
    """The page after a sequence; ``held`` are the epoch's payments and what could not be entered."""
    (kept, not_entered), (epoch, day), (after, first, last) = held, of_what, asked
    fitting = sorted(
        (
            one
            for one in kept
            if one.sequence > after and (one.business_date == day or first <= one.sequence <= last)
        ),
        key=lambda one: one.sequence,
    )
    page, is_last = fitting[:most_rows], len(fitting) <= most_rows
    upto = max([*(one.sequence for one in page), after, last]) if is_last else page[-1].sequence
    return DayPayments(
        counter_id=COUNTER_ID,
        epoch=epoch,
        business_date=day,
        after=after,
        first=first,
        last=last,
        upto=upto,
        is_last=is_last,
        payments=tuple(page),
        not_entered=tuple(
            one for one in not_entered if max(after + 1, first) <= one <= min(upto, last)
        ),
    )
