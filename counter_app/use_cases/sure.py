"""How a verb says what it did after an error at COMMIT: it opens the books again and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.book_ports import Books, Ledger

Done = TypeVar("Done")


def surely(ledger: Ledger, act: Callable[[], Done], find: Callable[[Books], Done | None]) -> Done:
    """What ``act`` did, or what ``find`` sees of it after an unknown COMMIT.

    Raises what the act raises; Fault COMMIT_UNKNOWN only when even a second look finds nothing: then nothing happened.
    """
    try:
        return act()
    except Fault as fault:
        if fault.code is not FaultCode.COMMIT_UNKNOWN:
            raise
        ledger.reopen()
        with ledger.open_books() as books:
            found = find(books)
        if found is None:
            raise
        return found
