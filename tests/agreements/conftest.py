"""The ledgers and the scribe of the books' agreement suites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.agreements.books_at_hand import LEDGERS
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.use_cases.book_ports import Ledger


@pytest.fixture(params=sorted(LEDGERS))
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with LEDGERS[request.param](tmp_path) as ledger:
        yield ledger


@pytest.fixture
def scribe() -> Scribe:
    return Scribe()


@pytest.fixture
def ledger(empty: Ledger, scribe: Scribe) -> Ledger:
    """A ledger that is enrolled, with one open shift."""
    with empty.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books)
        books.commit()
    return empty
