"""Make a bank slip: cash by denomination, or cheques and drafts by bank, each on a slip of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import InstrumentStep
from counter_app.domain.money import Money
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.remittance import Slip, SlipKind, SlipSeen
from counter_app.domain.remittance_rules import (
    amounts_of,
    bank_account_typed,
    refuse_cash_slip,
    slip_entry,
    slip_item,
)
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_remittance import tell_slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.remittance import SlipItem
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.remittance_orders import CashSlipOrder, PaperSlipOrder
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class MakeCashSlip:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(self, order: CashSlipOrder) -> SlipSeen:
        """Commit the slip once, whatever is clicked twice.

        Raises Refusal CASHIER_UNKNOWN, NOT_ALLOWED, BANK_ACCOUNT_MISSING, SLIP_EMPTY, SLIP_ABOVE_CASH; Fault
        COMMIT_UNKNOWN only when even a second look could not tell.
        """

        def slip_of(books: Books) -> Slip:
            amount = order.count.total
            refuse_cash_slip(amount, books.remittances.cash_with_head())
            now = self.telling.clock.now()
            return Slip(
                slip_id=order.slip_id,
                slip_no=books.remittances.last_slip_no() + 1,
                kind=SlipKind.CASH,
                amount=amount,
                count=order.count,
                items=(),
                bank_account=bank_account_typed(order.bank_account),
                by=order.by,
                business_date=now.date(),
                at=now,
            )

        return surely(
            self.ledger,
            lambda: _make(self.ledger, self.telling, order, slip_of),
            lambda books: books.remittances.slip(order.slip_id),
        )


@dataclass(frozen=True, slots=True)
class MakePaperSlip:
    """The verb. Being put on a slip is the step DEPOSITED in the life of each paper."""

    ledger: Ledger
    telling: Telling

    def __call__(self, order: PaperSlipOrder) -> SlipSeen:
        """Commit the slip once, whatever is clicked twice.

        Raises Refusal CASHIER_UNKNOWN, NOT_ALLOWED, BANK_ACCOUNT_MISSING, SLIP_EMPTY, SLIP_ITEM_WRONG (a paper that is
        no cheque or draft here, or chosen twice); Fault COMMIT_UNKNOWN only when even a second look could not tell.
        """

        def slip_of(books: Books) -> Slip:
            items = _items(books, order.identities)
            now = self.telling.clock.now()
            return Slip(
                slip_id=order.slip_id,
                slip_no=books.remittances.last_slip_no() + 1,
                kind=SlipKind.PAPERS,
                amount=Money.total(one.amount for one in items),
                count=NO_CASH,
                items=items,
                bank_account=bank_account_typed(order.bank_account),
                by=order.by,
                business_date=now.date(),
                at=now,
            )

        return surely(
            self.ledger,
            lambda: _make(self.ledger, self.telling, order, slip_of),
            lambda books: books.remittances.slip(order.slip_id),
        )


def _items(books: Books, identities: tuple[str, ...]) -> tuple[SlipItem, ...]:
    """The papers of a slip, those of one bank together, the banks in the order of their names."""
    if not identities:
        raise Refusal(RefusalCode.SLIP_EMPTY)
    twice = [one for place, one in enumerate(identities) if one in identities[:place]]
    if twice:
        raise Refusal(RefusalCode.SLIP_ITEM_WRONG, identity=twice[0])
    items = [slip_item(books.instruments.find(one), one) for one in identities]
    return tuple(sorted(items, key=lambda one: one.bank.casefold()))


def _make(
    ledger: Ledger,
    telling: Telling,
    order: CashSlipOrder | PaperSlipOrder,
    slip_of: Callable[[Books], Slip],
) -> SlipSeen:
    with ledger.open_books() as books:
        before = books.remittances.slip(order.slip_id)
        if before is not None:
            return before
        refuse_not_allowed(books.enrolment.cashier(order.by), Act.RECEIVE_CASH, order.by)
        slip = slip_of(books)
        entry = slip_entry(amounts_of(slip))
        told_by = telling.append(books, tell_slip(slip, entry), "")
        books.remittances.post_slip(slip, entry, told_by)
        for one in slip.items:
            step = InstrumentStep(InstrumentState.DEPOSITED, slip.business_date, slip.at, slip.by)
            books.instruments.post_step(one.identity, step, told_by)
        books.messages.close_entry(told_by)
        books.commit()
        return SlipSeen(slip, None)
