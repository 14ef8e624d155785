"""Instruments and their life. The only writer of instrument, tender_share, instrument_step and returned_part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.instrument import HeldInstrument, InstrumentStep
from counter_app.domain.tender import face_of, first_state_of, identity_of
from counter_app.wire.messages import microseconds
from local_db import instrument_shelf
from local_db.entry_book import post_entry
from local_db.faults import BrokenRuleError
from local_db.instrument_facts import instrument_text
from local_db.rows import (
    instrument,
    instrument_step,
    returned_part,
    tender_share,
)
from local_db.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.instrument import Return
    from counter_app.domain.ledger import Entry
    from counter_app.domain.payment import Allocation, Payment
    from counter_app.domain.tender import ChequeTender, DraftTender, UpiTender
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_INSTRUMENT = Statement(insert(instrument))
_ADD_SHARE = Statement(insert(tender_share))
_ADD_STEP = Statement(insert(instrument_step))
_ADD_RETURNED = Statement(insert(returned_part))
_PLACE = Statement(
    select(instrument.c.link, instrument.c.line, func.max(instrument_step.c.step))
    .select_from(instrument)
    .join(
        instrument_step,
        (instrument_step.c.owner_link == instrument.c.link)
        & (instrument_step.c.owner_line == instrument.c.line),
    )
    .where(instrument.c.identity == bindparam("identity"))
    .group_by(instrument.c.link, instrument.c.line)
)


def post_instrument(
    pen: Pen, part: UpiTender | ChequeTender | DraftTender, link: int, line: int, taken: Payment
) -> None:
    """Write an instrument with the first step of its life. Raises BrokenRuleError for one that is there already."""
    pen.write(
        _ADD_INSTRUMENT,
        link=link,
        line=line,
        identity=identity_of(part),
        face_paise=face_of(part).paise,
        facts=instrument_text(part),
    )
    state = first_state_of(part)
    assert state is not None, "a card has no life here"
    step = InstrumentStep(state, taken.business_date, taken.taken_at, taken.cashier_id)
    _add_step(pen, (link, line), 1, link, step)


def post_share(pen: Pen, at: tuple[int, int], owner: tuple[int, int]) -> None:
    """Write that a tender is a part of one that an earlier payment of the group brought."""
    pen.write(_ADD_SHARE, link=at[0], line=at[1], owner_link=owner[0], owner_line=owner[1])


def post_undone(pen: Pen, link: int, undone: Sequence[tuple[int, Allocation]]) -> None:
    """Write what a return or a reversal undoes: for each part the link of its payment."""
    pen.write_many(
        _ADD_RETURNED,
        [
            {
                "link": link,
                "line": line,
                "payment_link": payment_link,
                "bill_no": one.bill_no or one.toward.value,
                "toward": one.toward.value,
                "amount_paise": one.amount.paise,
            }
            for line, (payment_link, one) in enumerate(undone, start=1)
        ],
    )


class LedgerInstrumentBook:
    """Port ``InstrumentBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def find(self, identity: str) -> HeldInstrument | None:
        """One instrument with its life so far."""
        return instrument_shelf.held_by_identity(self._pen, identity)

    def all_in(self, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
        """All that stand in one of these states, in the order they were received."""
        return instrument_shelf.held_in(self._pen, states)

    def post_step(
        self,
        identity: str,
        step: InstrumentStep,
        told_by: SealedMessage,
        entry: Entry | None = None,
    ) -> None:
        """Write one step on, with what it moves. Raises BrokenRuleError for one that does not follow the last."""
        at, steps = self._place(identity)
        link = self._entry.link_of(told_by)
        _add_step(self._pen, at, steps + 1, link, step)
        if entry is not None:
            post_entry(self._pen, link, entry)

    def post_return(
        self, held: HeldInstrument, step: InstrumentStep, undone: Return, told_by: SealedMessage
    ) -> None:
        """Write the step RETURNED, what it undoes of each payment, and its entry."""
        self.post_step(held.identity, step, told_by)
        link = self._entry.link_of(told_by)
        at, _ = self._place(held.identity)
        links = instrument_shelf.links_of_parts(self._pen, at)
        taken_back = [
            (links[part.payment_id.bytes], one) for part in undone.parts for one in part.allocations
        ]
        post_undone(self._pen, link, taken_back)
        post_entry(self._pen, link, undone.entry)

    def _place(self, identity: str) -> tuple[tuple[int, int], int]:
        row = self._pen.row(_PLACE, identity=identity)
        if row is None:
            message = f"no instrument {identity}"
            raise BrokenRuleError(message)
        return (int(row[0]), int(row[1])), int(row[2])


def _add_step(
    pen: Pen, owner: tuple[int, int], number: int, link: int, step: InstrumentStep
) -> None:
    pen.write(
        _ADD_STEP,
        owner_link=owner[0],
        owner_line=owner[1],
        step=number,
        link=link,
        state=step.state.value,
        on_date=step.on.isoformat(),
        at_us=microseconds(step.at),
        by_id=step.by,
        reference=step.reference,
        reason=step.reason,
        charge_paise=step.charge.paise,
    )
