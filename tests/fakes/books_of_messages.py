"""The chain and the outbox in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.use_cases.views import Fated, OutboxRow, OutboxSummary, Unsent
from counter_app.wire.bodies import PaymentTaken, ReceiptCopyAsked, ShiftOpened
from counter_app.wire.canonical import NO_HEAD, chain_hash, text_of
from counter_app.wire.exchange import IN_THE_BILL
from counter_app.wire.messages import ChainHead, SealedMessage
from tests.fakes.pages import moment_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.wire.exchange import Acknowledgement
    from tests.fakes.pages import Pages


def kind_of_body(sealed: SealedMessage) -> str:
    """The tag of the body: ``payment_taken``."""
    return str(type(sealed.message.body).__struct_config__.tag)


@dataclass(frozen=True, slots=True)
class FakeMessageBook:
    """Chain and outbox."""

    pages: Callable[[], Pages]

    def head(self) -> ChainHead:
        messages = self.pages().messages
        if not messages:
            return ChainHead(0, 0, NO_HEAD)
        last = messages[-1]
        return ChainHead(last.message.epoch, last.message.sequence, last.hash)

    def append(self, sealed: SealedMessage) -> None:
        pages, head, message = self.pages(), self.head(), sealed.message
        sequence = head.sequence + 1 if message.epoch == head.epoch else 1
        follows = message.epoch >= head.epoch and message.sequence == sequence
        links = sealed.previous == head.hash
        hashes = sealed.hash == chain_hash(sealed.previous, sealed.raw)
        is_new = all(message.message_id != one.message.message_id for one in pages.messages)
        if not (follows and links and hashes and is_new):
            text = f"broken chain at epoch {message.epoch}, sequence {message.sequence}"
            raise ValueError(text)
        pages.messages.append(sealed)

    def close_entry(self, sealed: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(sealed)
        body = sealed.message.body
        if isinstance(body, PaymentTaken) and link not in pages.receipts:
            text = "a payment was told that is not in the books"
            raise ValueError(text)
        if isinstance(body, PaymentTaken) and (
            (pages.receipts[link].payment.receipt_no, 0) not in pages.proofs
        ):
            text = "a payment without its proof"
            raise ValueError(text)
        if isinstance(body, ReceiptCopyAsked) and link not in pages.copies:
            text = "a copy was told that is not in the books"
            raise ValueError(text)
        if isinstance(body, ShiftOpened) and link not in pages.shifts:
            text = "a shift was told that is not in the books"
            raise ValueError(text)
        pages.outbox.append(link)

    def unsent(self, most_messages: int, most_bytes: int) -> Unsent | None:
        return _run_of(self._waiting()[:most_messages], most_bytes)

    def run_from(
        self, epoch: int, first: int, most_messages: int, most_bytes: int
    ) -> Unsent | None:
        asked = [
            sealed
            for sealed in self.pages().messages
            if sealed.message.epoch == epoch and sealed.message.sequence >= first
        ]
        return _run_of(asked[:most_messages], most_bytes)

    def acknowledge(self, acknowledgement: Acknowledgement, signed: bytes) -> None:
        pages = self.pages()
        links = {
            sealed.message.sequence: link
            for link, sealed in enumerate(pages.messages, start=1)
            if sealed.message.epoch == acknowledgement.epoch
        }
        link = links.get(acknowledgement.upto, 0)
        if not link or text_of(pages.messages[link - 1].hash) != acknowledgement.head:
            raise Fault(FaultCode.SERVER_FORK, "an acknowledgement of messages that are not ours")
        if any(not 1 <= told.sequence <= acknowledgement.upto for told in acknowledgement.fates):
            raise Fault(FaultCode.SERVER_FORK, "a fate of a message that is not acknowledged")
        pages.acknowledgements.setdefault(link, (acknowledgement, signed))
        for told in acknowledgement.fates:
            pages.fates.setdefault(links[told.sequence], told)

    def summary(self) -> OutboxSummary:
        waiting = self._waiting()
        sums = [
            sealed.message.body.amount_paise
            for sealed in waiting
            if isinstance(sealed.message.body, PaymentTaken)
        ]
        server_time_us = self.last_server_time_us()
        return OutboxSummary(
            unsent_messages=len(waiting),
            unsent_payments=len(sums),
            unsent=Money(sum(sums)),
            oldest_at=moment_of(waiting[0].message.clock.utc_us) if waiting else None,
            acknowledged_at=moment_of(server_time_us) if server_time_us else None,
        )

    def rows(self, most_rows: int) -> tuple[OutboxRow, ...]:
        return tuple(_outbox_row(sealed) for sealed in self._waiting()[:most_rows])

    def set_aside(self) -> tuple[Fated, ...]:
        pages = self.pages()
        return tuple(
            Fated(
                receipt_no=str(receipt.payment.receipt_no),
                account_no=receipt.payment.consumer.account_no,
                amount=receipt.payment.amount,
                fate=told.fate,
                reference=told.reference,
                taken_at=receipt.payment.taken_at,
            )
            for link, told in sorted(pages.fates.items(), reverse=True)
            if told.fate not in IN_THE_BILL and (receipt := pages.receipts.get(link))
        )

    def last_server_time_us(self) -> int:
        acknowledgements = self.pages().acknowledgements.values()
        return max((told.server_time_us for told, _ in acknowledgements), default=0)

    def stop_taking_payments(self, reason: str, at: datetime) -> None:
        if self.stopped_because() != reason:
            self.pages().stops.append((reason, at))

    def stopped_because(self) -> str:
        stops = self.pages().stops
        return stops[-1][0] if stops else ""

    def _waiting(self) -> list[SealedMessage]:
        pages = self.pages()
        return pages.messages[pages.acknowledged_link :]


def _outbox_row(sealed: SealedMessage) -> OutboxRow:
    receipt_no, amount = "", None
    if isinstance(body := sealed.message.body, PaymentTaken):
        receipt_no, amount = body.receipt_no, Money(body.amount_paise)
    return OutboxRow(
        epoch=sealed.message.epoch,
        sequence=sealed.message.sequence,
        kind=kind_of_body(sealed),
        recorded_at=moment_of(sealed.message.clock.utc_us),
        receipt_no=receipt_no,
        amount=amount,
    )


def _run_of(messages: list[SealedMessage], most_bytes: int) -> Unsent | None:
    run: list[SealedMessage] = []
    size = 0
    for sealed in messages:
        size += len(sealed.raw)
        if run and (sealed.message.epoch != run[0].message.epoch or size > most_bytes):
            break
        run.append(sealed)
    if not run:
        return None
    return Unsent(
        epoch=run[0].message.epoch,
        first=run[0].message.sequence,
        previous=run[0].previous,
        messages=tuple(sealed.raw for sealed in run),
        head_signature=run[-1].signature,
    )
