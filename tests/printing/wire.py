"""A slow line that keeps what goes out on it, and receipts with all that is printed on them to be checked by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.printing.all_papers import all_receipts

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt

SLOW_BAUD, BITS_A_BYTE = 9_600, 10
PROOF = bytes(range(1, 116))
"""As long as a signed proof is, and nothing signed it."""

CHECK_PAGE = "https://check.kesco.co.in/r#"


class Wire:
    """A line that only goes out, and keeps what went."""

    can_read = False

    def __init__(self) -> None:
        self.sent = b""

    def hurry(self, seconds: float) -> None:
        """It is always there."""

    def open(self) -> None:
        self.sent = b""

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        self.sent += chunk

    def receive(self, timeout_seconds: float) -> bytes:
        raise TimeoutError(timeout_seconds)

    def settle(self, timeout_seconds: float) -> None:
        """Nothing waits."""

    def finish(self, timeout_seconds: float) -> None:
        """Nothing waits."""

    def seconds_for(self, count_bytes: int) -> float:
        return count_bytes * BITS_A_BYTE / SLOW_BAUD

    def close(self) -> None:
        """Nothing is open."""


def proven(name: str) -> tuple[Receipt, int, bool]:
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    marked = replace(receipt, proof=PROOF, check_page=CHECK_PAGE, check_code="7KQ2M8XA")
    return marked, copy_no, is_acknowledged
