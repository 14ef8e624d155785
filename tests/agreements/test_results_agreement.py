"""Later decisions of the centre in every ledger, the fake and the real one alike (port ``ResultBook``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.wire.results import ResultKind, ResultTold
from tests.agreements.books_at_hand import A_RULE
from tests.builders import NOW, a_receipt_no

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger

MATCHED = ResultTold(
    1,
    ResultKind.SUSPENSE_MATCHED,
    7,
    400_00,
    receipt_no=str(a_receipt_no(3)),
    account_no="5",
    name_en="MOHAN LAL",
    name_hi="मोहन लाल",
    reason="meter number on the old bill",
)
CAME_BACK = ResultTold(
    2, ResultKind.INSTRUMENT_RETURNED, 8, 900_00, identity="cheque:PUNB0123400:004512",
    on="2026-11-24", charge_paise=236_00, reason="funds insufficient",
)  # fmt: skip
RESOLVED = ResultTold(
    3, ResultKind.DOUBLE_RESOLVED, 9, 100, receipt_no=str(a_receipt_no(4)), account_no="6"
)


def test_what_was_decided_is_found_by_its_receipt(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        assert books.results.last_number() == 0
        books.results.keep((MATCHED, CAME_BACK), NOW)
        books.results.keep((RESOLVED,), NOW)
        books.commit()
    with ledger.open_books() as books:
        assert books.results.last_number() == 3
        assert books.results.matched(a_receipt_no(3)) == MATCHED
        assert books.results.matched(a_receipt_no(4)) == RESOLVED
        assert books.results.matched(a_receipt_no(9)) is None
        assert books.results.told_returns() == (CAME_BACK,)


def test_no_number_is_skipped_or_comes_again(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        books.results.keep((MATCHED,), NOW)
        for wrong in (MATCHED, RESOLVED):
            with pytest.raises(ValueError, match=A_RULE):
                books.results.keep((wrong,), NOW)
        assert books.results.last_number() == 1


def test_the_last_word_on_a_receipt_counts(ledger: Ledger) -> None:
    receipt_no, number = a_receipt_no(3), str(a_receipt_no(3))
    undone = ResultTold(2, ResultKind.MATCH_UNDONE, 8, 400_00, receipt_no=number)
    double = ResultTold(3, ResultKind.DOUBLE_CONFIRMED, 9, 400_00, receipt_no=number)
    with ledger.open_books() as books:
        books.results.keep((MATCHED, undone), NOW)
        assert books.results.matched(receipt_no) is None
        books.results.keep((double,), NOW)
        assert books.results.matched(receipt_no) == double
