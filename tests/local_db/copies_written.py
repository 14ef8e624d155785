"""A receipt asked for by SMS or e-mail, written into the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt_copy import CopyRequest, CopyWay
from counter_app.wire.tell import tell_copy
from tests.builders import CASHIER_ID, NOW, TODAY, a_receipt_no

if TYPE_CHECKING:
    from counter_app.domain.identity import ReceiptNo
    from counter_app.use_cases.book_ports import Books
    from tests.local_db.year import Scribe

MOBILE = "9839012345"


def a_copy_request(
    receipt_no: ReceiptNo | None = None, way: CopyWay = CopyWay.SMS, address: str = MOBILE
) -> CopyRequest:
    """Of the first receipt, to a mobile."""
    return CopyRequest(receipt_no or a_receipt_no(1), way, address, CASHIER_ID, TODAY, NOW)


def ask(books: Books, scribe: Scribe, asked: CopyRequest | None = None) -> CopyRequest:
    """Somebody asks for it."""
    request = asked or a_copy_request()
    told_by = scribe.sealed(books, tell_copy(request))
    books.copies.post(request, told_by)
    books.messages.close_entry(told_by)
    return request
