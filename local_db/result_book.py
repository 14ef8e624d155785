"""What the centre decided later than its acknowledgements. The only writer of table result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, insert, literal_column, select

from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.messages import microseconds
from counter_app.wire.results import ResultKind, ResultTold
from local_db.rows import result
from local_db.statements import NO_TEXT, NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import ReceiptNo
    from local_db.pen import Pen

_ADD_RESULT = Statement(insert(result))
_LAST_NUMBER = Statement(select(func.coalesce(func.max(result.c.number), NOUGHT)))
_OF_RECEIPT = Statement(
    select(result.c.facts)
    .where(
        result.c.receipt_no == bindparam("receipt_no"),
        result.c.receipt_no != NO_TEXT,
        result.c.kind.not_in(
            literal_column(f"'{kind.value}'")
            for kind in (
                ResultKind.INSTRUMENT_RETURNED,
                ResultKind.HELD_MATCHED,
                ResultKind.HELD_UNDONE,
            )
        ),
    )
    .order_by(result.c.number.desc())
)
_RETURNS = Statement(
    select(result.c.facts)
    .where(result.c.kind == literal_column(f"'{ResultKind.INSTRUMENT_RETURNED.value}'"))
    .order_by(result.c.number)
)
_ALL = Statement(select(result.c.facts).order_by(result.c.number))
_FACTS = msgspec.json.Decoder(ResultTold)


def matched(pen: Pen, receipt_no: ReceiptNo) -> ResultTold | None:
    """As ``LedgerResultBook.matched``."""
    row = pen.row(_OF_RECEIPT, receipt_no=str(receipt_no))
    told = None if row is None else _FACTS.decode(row[0])
    return None if told is None or told.kind is ResultKind.MATCH_UNDONE else told


def all_told(pen: Pen) -> tuple[ResultTold, ...]:
    """Every later decision, in the order of their numbers."""
    return tuple(_FACTS.decode(facts) for (facts,) in pen.rows(_ALL))


class LedgerResultBook:
    """Port ``ResultBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def last_number(self) -> int:
        """The highest number kept, 0 before the first."""
        return int(self._pen.value(_LAST_NUMBER))

    def keep(self, results: tuple[ResultTold, ...], at: datetime) -> None:
        """Keep results in the order of their numbers. Raises BrokenRuleError for a gap."""
        self._pen.write_many(
            _ADD_RESULT,
            [
                {
                    "number": told.number,
                    "kind": told.kind.value,
                    "receipt_no": told.receipt_no,
                    "identity": told.identity,
                    "facts": canonical_bytes(told).decode(),
                    "at_us": microseconds(at),
                }
                for told in results
            ],
        )

    def matched(self, receipt_no: ReceiptNo) -> ResultTold | None:
        """What was decided last of the money of this receipt; None where nothing was, or that was undone."""
        return matched(self._pen, receipt_no)

    def told_returns(self) -> tuple[ResultTold, ...]:
        """Instruments that came back to the centre, in the order they were told."""
        return tuple(_FACTS.decode(facts) for (facts,) in self._pen.rows(_RETURNS))
