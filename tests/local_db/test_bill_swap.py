"""A file that is replaced in the very moment a lane opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from local_db.bill_book import open_bills
from local_db.bill_files import BillFiles
from tests.agreements.bills_at_hand import KEY, a_page, pull
from tests.builders import a_consumer

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.cipher import Connection


def test_a_lane_that_opens_a_file_just_replaced_reads_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulled = open_bills(tmp_path, KEY)
    pull(pulled, a_page(a_consumer(), cursor=5))
    pulled.close()
    bills, opens = open_bills(tmp_path, KEY), BillFiles.reader

    def replaced_meanwhile(files: BillFiles, number: int) -> Connection:
        if number == 1:
            (tmp_path / "bills-1.db").rename(tmp_path / "bills-2.db")
            bills._publish(2)  # noqa: SLF001 - what another lane's pull does
        return opens(files, number)

    monkeypatch.setattr(BillFiles, "reader", replaced_meanwhile)
    assert bills.version() == "2.5"
    bills.close()


def test_a_file_that_has_gone_is_a_fault_and_the_bills_come_anew(tmp_path: Path) -> None:
    bills = open_bills(tmp_path, KEY)
    pull(bills, a_page(a_consumer(), cursor=5))
    bills.close()
    again = open_bills(tmp_path, KEY)
    (tmp_path / "bills-1.db").unlink()
    with pytest.raises(Fault) as fault:
        again.find("ram", 1)
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert again.mark().cursor == 0
    pull(again, a_page(a_consumer(), cursor=6))
    assert again.find("ram", 1)
    again.close()
