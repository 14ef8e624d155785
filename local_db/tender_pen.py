"""How a payment was handed over. The only writer of tender and card_slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.order_checks import instrument_used, slip_used
from counter_app.domain.tender import CardTender, CashTender, identity_of, kind_of
from local_db.faults import BrokenRuleError
from local_db.instrument_book import post_instrument, post_share
from local_db.rows import card_slip, instrument, payment, tender
from local_db.statements import Statement

if TYPE_CHECKING:
    from counter_app.domain.errors import Refusal
    from counter_app.domain.payment import Payment
    from counter_app.domain.tender import Instrument
    from local_db.pen import Pen, Row

_ADD_TENDER = Statement(insert(tender))
_ADD_SLIP = Statement(insert(card_slip))
_NUMBER_AT = select(payment.c.series, payment.c.book_year, payment.c.serial)
_NUMBERED_SLIP = _NUMBER_AT.join(card_slip, card_slip.c.link == payment.c.link)
_RRN_USED = Statement(_NUMBERED_SLIP.where(card_slip.c.rrn == bindparam("rrn")))
_SLIP_USED = Statement(
    _NUMBERED_SLIP.where(
        card_slip.c.tid == bindparam("tid"),
        card_slip.c.batch == bindparam("batch"),
        card_slip.c.invoice == bindparam("invoice"),
    )
)
_IDENTITY_USED = Statement(
    _NUMBER_AT.join(instrument, instrument.c.link == payment.c.link).where(
        instrument.c.identity == bindparam("identity")
    )
)


def used_by(pen: Pen, part: Instrument) -> tuple[bool, ReceiptNo] | None:
    """The receipt that holds this instrument; True when only the slip's TID, batch and invoice are the same."""
    if not isinstance(part, CardTender):
        row = pen.row(_IDENTITY_USED, identity=identity_of(part))
        return None if row is None else (False, _number_of(row))
    slip = part.slip
    if row := pen.row(_RRN_USED, rrn=slip.rrn):
        return (False, _number_of(row))
    if row := pen.row(_SLIP_USED, tid=slip.tid, batch=slip.batch, invoice=slip.invoice):
        return (True, _number_of(row))
    return None


class TenderPen:
    """Writes the tenders of payments; an instrument once in a group, later payments of it hold a share."""

    __slots__ = ("_owners", "_pen")

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._owners: dict[str, tuple[int, int]] = {}

    def begin_group(self) -> None:
        """The first payment of an order comes."""
        self._owners = {}

    def post(self, taken: Payment, link: int) -> None:
        """Write the tenders of one payment. Raises Refusal for an instrument that another group holds."""
        for line, part in enumerate(taken.tenders, start=1):
            given = part.given.paise if isinstance(part, CashTender) else None
            self._pen.write(
                _ADD_TENDER,
                link=link,
                line=line,
                kind=kind_of(part).value,
                amount_paise=part.amount.paise,
                given_paise=given,
            )
            if not isinstance(part, CashTender):
                self._post_paper(part, link, line, taken)

    def _post_paper(self, part: Instrument, link: int, line: int, taken: Payment) -> None:
        """The slip or instrument, once: later payments of its group hold a share of it."""
        identity = identity_of(part)
        owner = self._owners.get(identity)
        if owner is not None:
            post_share(self._pen, (link, line), owner)
            return
        self._owners[identity] = (link, line)
        if isinstance(part, CardTender):
            self._post_slip(part, link, line)
            return
        try:
            post_instrument(self._pen, part, link, line, taken)
        except BrokenRuleError as error:
            raise _refusal_of(part, used_by(self._pen, part)) or error from error

    def _post_slip(self, part: CardTender, link: int, line: int) -> None:
        slip = part.slip
        try:
            self._pen.write(
                _ADD_SLIP,
                link=link,
                line=line,
                network=slip.network.value,
                last4=slip.last4,
                rrn=slip.rrn,
                approval_code=slip.approval_code,
                tid=slip.tid,
                mid=slip.mid,
                batch=slip.batch,
                invoice=slip.invoice,
            )
        except BrokenRuleError as error:
            raise _refusal_of(part, used_by(self._pen, part)) or error from error


def _number_of(row: Row) -> ReceiptNo:
    return ReceiptNo(row[0], BookYear(row[1]), row[2])


def _refusal_of(part: Instrument, used: tuple[bool, ReceiptNo] | None) -> Refusal | None:
    if used is None:
        return None
    is_slip, receipt_no = used
    if is_slip and isinstance(part, CardTender):
        return slip_used(part, str(receipt_no))
    return instrument_used(part, str(receipt_no))
