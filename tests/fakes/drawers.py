"""What drawers should hold, added up plainly from the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.shift_close import NOTHING_IN_HAND, InHand, Standing
from counter_app.domain.tender import CardTender, CashTender, TenderKind, identity_of, kind_of
from counter_app.domain.tender import face_of as whole_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from counter_app.domain.payment import Payment
    from tests.fakes.pages import Pages

_LEFT = {
    InstrumentState.DEPOSITED,
    InstrumentState.CLEARED,
    InstrumentState.RETURNED,
    InstrumentState.GIVEN_BACK,
}


def links_of(pages: Pages, shift_id: UUID) -> set[int]:
    """The messages that moved cash in the drawer of a shift, its close apart."""
    return {
        *(link for link, one in pages.shifts.items() if one.shift_id == shift_id),
        *(link for link, one in pages.receipts.items() if one.payment.shift_id == shift_id),
        *(link for link, one in pages.moves.items() if one.shift_id == shift_id),
        *(link for link, one in pages.reversals.items() if one.shift_id == shift_id),
    }


def drawer_of(pages: Pages, shift_id: UUID) -> Money:
    """The cash of a drawer, by the entries."""
    return Money.total(
        posting.amount
        for link in links_of(pages, shift_id) & set(pages.entries)
        for posting in pages.entries[link].postings
        if posting.account is LedgerAccount.CASH_DRAWER
    )


def standing_of(pages: Pages, shift_id: UUID) -> Standing:
    """What a shift should hold, and the float that is out."""
    payments = [one.payment for one in pages.receipts.values() if one.payment.shift_id == shift_id]
    faces = dict(_in_hand(pages, payments))
    expected = {
        kind: InHand(len(of_kind), Money.total(of_kind))
        for kind in TenderKind
        if (of_kind := [face for (one, _), face in faces.items() if one is kind])
    }
    expected[TenderKind.CASH] = InHand(0, drawer_of(pages, shift_id))
    (shift,) = [one for one in pages.shifts.values() if one.shift_id == shift_id]
    float_moved = {
        why: Money.total(
            one.amount
            for one in pages.moves.values()
            if one.shift_id == shift_id and one.why is why
        )
        for why in (MoveWhy.CHANGE_ADDED, MoveWhy.CHANGE_LESSENED)
    }
    return Standing(
        {kind: one for kind, one in expected.items() if one != NOTHING_IN_HAND},
        shift.opening_float
        + float_moved[MoveWhy.CHANGE_ADDED]
        - float_moved[MoveWhy.CHANGE_LESSENED],
    )


def _in_hand(
    pages: Pages, payments: list[Payment]
) -> Iterator[tuple[tuple[TenderKind, str], Money]]:
    """Each slip and instrument of these payments that has not left, with its face less what was voided."""
    ids = {one.payment_id for one in payments}
    voided = {
        part.identity: part.amount
        for one in pages.reversals.values()
        if one.payment_id in ids
        for part in one.tenders
        if part.where is GoesWhere.VOIDED
    }
    last_step = {
        identity: step
        for (_, identity), step in sorted(pages.steps.items(), key=lambda one: one[0])
    }
    for payment in payments:
        for tender in payment.tenders:
            if isinstance(tender, CashTender):
                continue
            identity = identity_of(tender)
            step = last_step.get(identity)
            face = whole_of(tender) - voided.get(identity, ZERO)
            is_here = face > ZERO if isinstance(tender, CardTender) else step is None
            if is_here or (step is not None and step.state not in _LEFT):
                yield (kind_of(tender), identity), face
