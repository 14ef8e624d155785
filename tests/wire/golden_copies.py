"""The body of a receipt asked for by SMS or e-mail, for the golden messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt_copy import CopyRequest, CopyWay
from counter_app.wire.tell import tell_copy
from tests.builders import CASHIER_ID, NOW, TODAY, a_receipt_no

if TYPE_CHECKING:
    from counter_app.wire.bodies import Body


def bodies_of_copies() -> dict[str, Body]:
    """One by e-mail."""
    asked = CopyRequest(
        a_receipt_no(), CopyWay.EMAIL, "mohan.lal@example.in", CASHIER_ID, TODAY, NOW
    )
    return {"receipt_copy_asked": tell_copy(asked)}
