"""Receipts asked for by SMS or e-mail: what waits, what failed, and a person's word on what became of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import saying_no
from billing_server.reading import MessageKey
from billing_server.store import receipt_copies
from billing_server.store.receipt_copies import CopyFlaw, CopyState

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked
    from billing_server.store.receipt_copies import CopyAsked

COPIES = "/copies"
FLAWS = frozenset(str(flaw) for flaw in CopyFlaw)
"""Details that have a name in both languages; any other was written by a person."""


def show_copies(asked: Asked) -> Answer:
    """Those that wait, oldest first; then the newest that failed, and the newest that went out."""
    most = asked.console.settings.most_rows

    def of(state: CopyState) -> tuple[CopyAsked, ...]:
        return asked.read(lambda c: receipt_copies.copies(c, state, most))

    states = (CopyState.WAITING, CopyState.FAILED, CopyState.SENT)
    lists = [(state.value, of(state)) for state in states]
    return Shown("copies.html", {"lists": lists, "flaws": FLAWS, "most": most})


def mark(asked: Asked) -> Answer:
    """It was sent, or it cannot be, or it is to wait for the connector again."""
    try:
        key = MessageKey.typed(asked.field("copy"))
        state = CopyState(asked.field("state"))
    except ValueError as error:
        raise Refused(
            "There is no such copy, or it was sent already. Nothing was changed."
        ) from error
    reason = asked.field("reason", asked.console.settings.most_reason_characters)
    database = asked.acting(Deed.MARKED_COPY, f"{key} {state}", reason)
    with saying_no():
        receipt_copies.mark_copy(
            database, key, state, asked.session.person_id, reason, asked.now_us
        )
    return Moved(COPIES, Note("It is written down what became of the copy."))


PAGES = (
    Page(
        COPIES,
        show_copies,
        Permission.SEE_COPIES,
        mark,
        Permission.MARK_COPIES,
        heading="Copies of receipts",
    ),
)
