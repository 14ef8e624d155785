"""A receipt's proof in the counter as it is composed: on paper, before a round and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.receipt_copy import CopyWay
from counter_app.domain.receipt_verdict import Verdict
from counter_app.launch import Counter
from tests.day.bench_payments import orders
from tests.day.stage import CASHIER, Stage, set_stage
from tests.qr_reader import qr_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.identity import ReceiptNo
    from counter_app.use_cases.desk import Desk

CONSUMERS, SEED = 120, 11


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = set_stage(tmp_path, consumers=CONSUMERS, seed=SEED)
    try:
        yield stage
    finally:
        stage.close()


def scanned(desk: Desk, receipt_no: ReceiptNo) -> str:
    """What a reader finds on the picture of the latest copy."""
    picture = QImage.fromData(desk.picture_receipt(receipt_no))
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    (text,) = qr_texts(bytes(grey.constBits()), grey.bytesPerLine())
    return text


@pytest.mark.usefixtures("qapp")
def test_a_receipt_proves_itself_without_and_with_the_centres_list(stage: Stage) -> None:
    stage.places.receipt_keys.unlink()
    counter = Counter(stage.places)
    desk = counter.desk
    payable = orders(desk, CONSUMERS, SEED)
    before = desk.take_payment(next(payable)).receipt.payment.receipt_no
    desk.print_receipt(before)
    text = scanned(desk, before)
    assert text.isdigit()
    verdict = desk.check_receipt(text)
    assert (verdict.verdict, verdict.is_own, verdict.as_of) == (Verdict.GENUINE, True, None)
    desk.run_round()
    after = desk.take_payment(next(payable)).receipt.payment.receipt_no
    desk.print_receipt(after)
    with_page = scanned(desk, after)
    assert with_page.startswith(f"{stage.server.url}/check/#")
    desk.reprint_receipt(after, CashierId(CASHIER))
    copy = scanned(desk, after)
    for asked, said in ((text, "genuine"), (with_page, "genuine"), (copy, "duplicate")):
        verdict = desk.check_receipt(asked)
        assert (verdict.verdict, verdict.is_own) == (said, True)
        assert verdict.as_of is not None
    assert desk.check_receipt(copy[:-1]).verdict is Verdict.ALTERED
    counter.close()
    again = Counter(stage.places)
    assert again.desk.check_receipt(str(before)).as_of is not None
    again.close()


def test_a_copy_asked_for_goes_to_the_centre_with_the_next_round(stage: Stage) -> None:
    counter = Counter(stage.places)
    desk = counter.desk
    number = desk.take_payment(next(orders(desk, CONSUMERS, SEED))).receipt.payment.receipt_no
    desk.ask_copy(number, CopyWay.SMS, "98390 12345", CashierId(CASHIER))
    with pytest.raises(Refusal) as again:
        desk.ask_copy(number, CopyWay.SMS, "+91 9839012345", CashierId(CASHIER))
    assert again.value.code is RefusalCode.COPY_ASKED_BEFORE
    assert "receipt_copy_asked" in [row.kind for row in desk.view_outbox().rows]
    desk.run_round()
    assert desk.counter_status().outbox.unsent_messages == 0
    assert not desk.view_outbox().set_aside
    counter.close()
