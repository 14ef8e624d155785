"""Proofs of receipts and copies asked for, in plain dicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.wire.bodies import ReceiptCopyAsked

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


def _link_of(pages: Pages, receipt_no: ReceiptNo) -> int:
    for link, receipt in pages.receipts.items():
        if receipt.payment.receipt_no == receipt_no:
            return link
    message = f"no receipt {receipt_no}"
    raise ValueError(message)


@dataclass(frozen=True, slots=True)
class FakeProofBook:
    """One proof a copy, kept once."""

    pages: Callable[[], Pages]

    def find(self, receipt_no: ReceiptNo, copy_no: int) -> bytes | None:
        return self.pages().proofs.get((receipt_no, copy_no))

    def message_hash(self, receipt_no: ReceiptNo) -> bytes:
        pages = self.pages()
        return pages.messages[_link_of(pages, receipt_no) - 1].hash

    def receipts_with(self, beginning: bytes) -> tuple[ReceiptNo, ...]:
        pages = self.pages()
        return tuple(
            receipt.payment.receipt_no
            for link, receipt in sorted(pages.receipts.items())
            if pages.messages[link - 1].hash.startswith(beginning)
        )

    def post(self, receipt_no: ReceiptNo, copy_no: int, proof: bytes) -> None:
        pages = self.pages()
        _link_of(pages, receipt_no)
        if (receipt_no, copy_no) in pages.proofs:
            message = f"copy {copy_no} of {receipt_no} has its proof"
            raise ValueError(message)
        pages.proofs[(receipt_no, copy_no)] = proof


@dataclass(frozen=True, slots=True)
class FakeCopyBook:
    """Each receipt once to each address."""

    pages: Callable[[], Pages]

    def post(self, asked: CopyRequest, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        _link_of(pages, asked.receipt_no)
        if link in pages.outbox or not isinstance(told_by.message.body, ReceiptCopyAsked):
            message = "a copy is told by its own message"
            raise ValueError(message)
        if any(
            (one.way, one.address) == (asked.way, asked.address)
            for one in self.of_receipt(asked.receipt_no)
        ):
            message = f"{asked.receipt_no} was asked for before"
            raise ValueError(message)
        pages.copies[link] = asked

    def of_receipt(self, receipt_no: ReceiptNo) -> tuple[CopyRequest, ...]:
        return tuple(one for one in self.pages().copies.values() if one.receipt_no == receipt_no)
