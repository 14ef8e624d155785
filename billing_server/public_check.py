"""The receipt check for anybody: what may be asked, and how often from one address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from billing_server.shapes import MOST_TEXT_CHARACTERS
from billing_server.store import attempts
from billing_server.store.attempts import AttemptLimit
from billing_server.store.receipt_check import check_receipt
from counter_app.wire.check_code import check_code_typed
from counter_app.wire.receipt_keys import judge_receipt
from counter_app.wire.receipts import ReceiptProved

if TYPE_CHECKING:
    from billing_server.store.engine import Database
    from counter_app.wire.receipt_keys import ReceiptKeys
    from counter_app.wire.receipts import ReceiptChecked

_SECONDS_PER_MINUTE = 60
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def prove_receipt(figures: str, keys: ReceiptKeys) -> ReceiptProved:
    """The verdict on these figures by this list, for a browser that cannot work it out itself."""
    judged = judge_receipt(figures, keys)
    says = judged.receipt
    if says is None:
        return ReceiptProved(judged.verdict, keys.at_us)
    return ReceiptProved(
        judged.verdict,
        keys.at_us,
        counter_id=says.counter_id,
        receipt_no=says.receipt_no,
        account_no=says.account_no,
        amount_paise=says.amount.paise,
        taken_us=(says.taken_at - _BEGINNING) // timedelta(microseconds=1),
        copy_no=says.copy_no,
        check_code=says.check_code,
        why=judged.why,
        gone_on=judged.gone_on,
    )


@dataclass(frozen=True, slots=True)
class PublicCheck:
    """The verb. Exact for all processes: asking is counted in the database."""

    database: Database
    most_a_minute: int

    def __call__(self, address: str, code: str, receipt_no: str, now_us: int) -> ReceiptChecked:
        """What may be known. Raises ServerRefusal TOO_MANY, ValueError for what can be no code or number."""
        limit = AttemptLimit("receipt", self.most_a_minute, _SECONDS_PER_MINUTE)
        attempts.admit(self.database, limit, address, now_us)
        typed = check_code_typed(code)
        if len(receipt_no) > MOST_TEXT_CHARACTERS or "\x00" in receipt_no:
            message = "this is no receipt number"
            raise ValueError(message)
        return self.database.read(lambda c: check_receipt(c, typed, receipt_no.strip(), now_us))
