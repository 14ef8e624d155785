"""Makes the verbs of paper: receipts that prove themselves, and the printers they come from; a part of ``assembly``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable


def paper_verbs() -> dict[str, Any]:
    """The desk's fields of this theme, by their names."""
    return {name: _not_yet(name) for name in (*("check_receipt", "ask_copy"),)}


def _not_yet(name: str) -> Callable[..., NoReturn]:
    def refuse(*_: object) -> NoReturn:
        raise NotImplementedError(name)

    return refuse
