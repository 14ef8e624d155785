"""The pen says in the trade's words what the driver says in its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest
from sqlalchemy import bindparam, insert, select
from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db.engine import open_ledger
from local_db.faults import BrokenRuleError
from local_db.pen import Pen
from local_db.rows import outbox
from local_db.statements import Statement
from tests.builders import a_card_slip
from tests.local_db.raw import KEY, a_small_ledger
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADD = Statement(insert(outbox))
READ = Statement(select(outbox.c.link).where(outbox.c.link == bindparam("link")))


class DamagedFile:
    """Every statement meets a damaged page."""

    def execute(self, *_: object) -> NoReturn:
        error = dbapi2.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = dbapi2.SQLITE_CORRUPT
        raise error

    executemany = execute


@pytest.mark.parametrize(
    "use",
    [
        lambda pen: pen.write(ADD, link=1),
        lambda pen: pen.write_many(ADD, [{"link": 1}]),
        lambda pen: pen.row(READ, link=1),
        lambda pen: pen.rows(READ, link=1),
        lambda pen: pen.value(READ, link=1),
    ],
    ids=["write", "write_many", "row", "rows", "value"],
)
def test_a_damaged_page_is_a_fault_however_it_is_met(use: Callable[[Pen], object]) -> None:
    with pytest.raises(Fault) as fault:
        use(Pen(DamagedFile()))
    assert fault.value.code is FaultCode.LEDGER_DAMAGED


def test_a_statement_without_a_value_for_a_bind_is_a_bug() -> None:
    with pytest.raises(KeyError, match="link"):
        READ.binds({})


def test_a_slip_that_no_terminal_prints_is_a_bug_not_a_refusal(tmp_path: Path) -> None:
    a_small_ledger(tmp_path / "ledger.db")
    ledger = open_ledger(tmp_path / "ledger.db", KEY)
    scribe = Scribe(number=500)
    with ledger.open_books() as books:
        receipt = scribe.receipt(books, slip=a_card_slip(rrn="12", batch="000999"))
        with pytest.raises(BrokenRuleError, match="rrn"):
            scribe.enter(books, receipt)
    ledger.close()
