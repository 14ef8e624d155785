"""Receipts by SMS and e-mail, handed on to whoever sends them: a file each in a folder. Off until settings name one.

A copy goes out at most once: it is claimed before it is handed on, and one whose handing on was cut off waits for a
person, who can see whether it went out. The centre has no proof of its own of a receipt, so a copy leads to the page
that checks receipts by its check code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from billing_server.connectors.files import write_whole
from billing_server.connectors.port import AdapterFault
from billing_server.store import receipt_copies
from billing_server.store.receipt_check import ACCOUNT_DIGITS_SHOWN, masked
from billing_server.store.receipt_copies import CopyFlaw, CopyState
from counter_app.domain.money import Money
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.check_code import spaced_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from billing_server.store.receipt_copies import CopyAsked, CopyContent

NAME = "copies"
MOST_COPIES = 1_000
"""Of one run."""
ENGLISH = "KESCO: Rs {amount} received on {day} for account {account}, receipt {receipt}. Check code {code}{page}"
HINDI = (
    "केस्को: दिनांक {day} को खाता {account} में ₹ {amount} प्राप्त, रसीद {receipt}। जाँच कोड {code}{page}"
)
"""Templates, as they are registered with whoever sends them."""
SUBJECT = "KESCO · {receipt}"


@dataclass(frozen=True, slots=True)
class Letter:
    """One copy, ready to be sent. ``id`` is the same for ever: who has sent it once drops it the second time.

    ``fields`` are what the texts are filled with, for a sender that has templates of its own.
    """

    id: str
    way: str
    to: str
    subject: str
    english: str
    hindi: str
    fields: dict[str, str]


class CopySender(Protocol):
    """Whoever sends them."""

    def hand_on(self, letter: Letter) -> None:
        """Take it over durably. Raises AdapterFault when it surely was not taken."""
        ...


@dataclass(frozen=True, slots=True)
class CopyFolder:
    """A folder that an SMS or mail gateway empties: one JSON file a copy, whole or not there."""

    folder: Path

    def hand_on(self, letter: Letter) -> None:
        """Write its file. Raises AdapterFault."""
        content = canonical_bytes(
            {
                "id": letter.id,
                "way": letter.way,
                "to": letter.to,
                "subject": letter.subject,
                "text": {"en": letter.english, "hi": letter.hindi},
                "fields": letter.fields,
            }
        )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            file = self.folder / f"copy-{letter.id.replace('/', '-')}.json"
            if (
                not file.exists()
            ):  # else handed on before, perhaps by other settings: one file a copy for ever
                write_whole(file, content)
        except OSError as error:
            message = f"{self.folder} cannot be written ({error}): nothing was sent, run again when it can"
            raise AdapterFault(message) from error


@dataclass(frozen=True, slots=True)
class CopiesRun:
    """How many went out, failed for good, and wait for their payment; why it stopped early, empty if it did not."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0
    stopped_by: str = ""


def run_copies(
    database: Database, sender: CopySender, page: str, now_us: Callable[[], int]
) -> CopiesRun:
    """Hand on what waits, oldest first; each once. ``page`` is that of ``/check/``, empty for none."""
    sent = failed = waiting = 0
    for copy in database.read(lambda c: receipt_copies.copies(c, CopyState.WAITING, MOST_COPIES)):
        content = database.read(partial(receipt_copies.content_of, copy=copy))
        if content is None:
            waiting += 1
            continue
        if not database.write(partial(_claim, copy=copy, now_us=now_us())):
            continue
        state, detail = CopyState.SENT, ""
        if not content.stands:
            state, detail = CopyState.FAILED, CopyFlaw.DOES_NOT_STAND
        else:
            try:
                sender.hand_on(letter_of(copy, content, page))
            except AdapterFault as fault:
                database.write(
                    partial(_settle, copy=copy, to=(CopyState.WAITING, ""), now_us=now_us())
                )
                return CopiesRun(sent, failed, waiting + 1, str(fault))
        database.write(partial(_settle, copy=copy, to=(state, detail), now_us=now_us()))
        sent += state is CopyState.SENT
        failed += state is CopyState.FAILED
    return CopiesRun(sent, failed, waiting)


def letter_of(copy: CopyAsked, content: CopyContent, page: str) -> Letter:
    """Its words: sum, day and receipt number, the account's last figures, and where to check it."""
    fields = {
        "amount": str(Money(content.amount_paise)),
        "day": "-".join(reversed(content.business_date.split("-"))),
        "account": masked(content.account_no, ACCOUNT_DIGITS_SHOWN),
        "receipt": copy.receipt_no,
        "code": spaced_code(content.check_code),
        "page": f"{page}{content.check_code}" if page else "",
    }
    shown = fields | {"page": f", {fields['page']}" if page else ""}
    return Letter(
        str(copy.key),
        copy.way,
        copy.address,
        SUBJECT.format(receipt=copy.receipt_no),
        ENGLISH.format(**shown),
        HINDI.format(**shown),
        fields,
    )


def _claim(connection: Connection, copy: CopyAsked, now_us: int) -> bool:
    return receipt_copies.claim_copy(connection, copy.key, NAME, now_us)


def _settle(
    connection: Connection, copy: CopyAsked, to: tuple[CopyState, str], now_us: int
) -> None:
    state, detail = to
    receipt_copies.settle_claimed(connection, copy.key, state, NAME, detail, now_us)
