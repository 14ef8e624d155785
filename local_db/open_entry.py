"""The entry that a unit of work is making: one message, and the rows that say the same in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.faults import BrokenRuleError

if TYPE_CHECKING:
    from counter_app.wire.messages import SealedMessage


class OpenEntry:
    """Which link the message appended last has; all rows of its entry carry this link."""

    __slots__ = ("_hash", "_link")

    def __init__(self) -> None:
        self._hash, self._link = b"", 0

    def begin(self, sealed: SealedMessage, link: int) -> None:
        """The message is appended."""
        self._hash, self._link = sealed.hash, link

    @property
    def is_begun(self) -> bool:
        """Whether this unit of work has appended a message."""
        return self._link > 0

    def link_of(self, sealed: SealedMessage) -> int:
        """Its link. Raises BrokenRuleError for a message that this unit of work did not append last."""
        if sealed.hash != self._hash:
            message = "not the message that is being entered"
            raise BrokenRuleError(message)
        return self._link
