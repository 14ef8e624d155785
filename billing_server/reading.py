"""Messages as they came: read, and looked at before anything is believed of them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from billing_server.shapes import why_not_applicable
from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.decoding import read_json
from counter_app.wire.messages import Message


@dataclass(frozen=True, slots=True, order=True)
class MessageKey:
    """Names one message for ever."""

    counter_id: str
    epoch: int
    sequence: int

    def __str__(self) -> str:
        """``C07/1/15``: the centre's reference for a booking."""
        return f"{self.counter_id}/{self.epoch}/{self.sequence}"

    @classmethod
    def typed(cls, text: str) -> MessageKey:
        """Back from what ``str`` writes. Raises ValueError."""
        counter_id, *numbers = text.split("/")
        try:
            epoch, sequence = map(int, numbers)
        except ValueError as error:
            message = f"{text!r} is no counter/epoch/sequence"
            raise ValueError(message) from error
        return cls(counter_id, epoch, sequence)


@dataclass(frozen=True, slots=True)
class MessageRead:
    """A message as it came. ``message`` is None when it cannot be applied, for ``reason``."""

    key: MessageKey
    raw: bytes
    hash: bytes
    message: Message | None
    reason: str

    @property
    def payment(self) -> PaymentTaken | None:
        """The payment it tells, if any that can be applied."""
        body = self.message.body if self.message is not None else None
        return body if isinstance(body, PaymentTaken) else None

    @property
    def returned(self) -> InstrumentReturned | None:
        """The return of an instrument it tells, if any that can be applied."""
        body = self.message.body if self.message is not None else None
        return body if isinstance(body, InstrumentReturned) else None

    @property
    def reversed(self) -> PaymentReversed | None:
        """The reversal of a payment it tells, if any that can be applied."""
        body = self.message.body if self.message is not None else None
        return body if isinstance(body, PaymentReversed) else None

    @property
    def kind(self) -> str:
        """The body's kind, ``unknown`` for one that cannot be applied."""
        if self.message is None:
            return "unknown"
        return str(self.message.body.__struct_config__.tag)


def read_message(key: MessageKey, raw: bytes, chain_hash: bytes) -> MessageRead:
    """Read a message. Never raises: what cannot be applied is kept with the reason why."""
    try:
        message = read_json(raw, Message)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return MessageRead(key, raw, chain_hash, None, "not_understood")
    if (message.counter_id, message.epoch, message.sequence) != (
        key.counter_id,
        key.epoch,
        key.sequence,
    ):
        return MessageRead(key, raw, chain_hash, None, "names_another_place")
    reason = why_not_applicable(message, raw)
    return MessageRead(key, raw, chain_hash, None if reason else message, reason)
