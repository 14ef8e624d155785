"""A copy of a reversed receipt says CANCELLED, and the slip says all that both sign."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintState
from counter_app.printing.layout import lay_out
from counter_app.printing.layout_reversal import lay_out_reversal
from counter_app.printing.pdf_receipt import PdfPrinter
from tests.builders import TODAY, a_line, a_payment, a_receipt, an_order_of, card, cash, cheque
from tests.reversals import CASH_BACK, GIVEN_BACK, HELD, VOID, VOIDED, a_reversal

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import Receipt
    from counter_app.printing.lines import Line

TENDERS = (cash(Money(450_50)), card(Money.rupees(600)), cheque(Money.rupees(400)))


def paid() -> Receipt:
    return a_receipt(a_payment(an_order_of(a_line(), tenders=TENDERS)))


def words(lines: tuple[Line, ...]) -> str:
    return "\n".join(str(one) for line in lines for one in astuple(line))


def test_a_copy_says_cancelled_only_where_the_payment_was_reversed() -> None:
    receipt = paid()
    for one, is_said in ((receipt, False), (replace(receipt, reversed_on=TODAY), True)):
        said = words(lay_out(one, copy_no=1, is_acknowledged=True))
        assert ("निरस्त / CANCELLED" in said) is is_said


def test_the_slip_says_where_each_tender_went_and_who_signs() -> None:
    receipt = paid()
    made = replace(
        a_reversal(receipt.payment, CASH_BACK, VOIDED, GIVEN_BACK), right_account="7412009999"
    )
    said = words(lay_out_reversal(receipt, made))
    for word in (
        str(receipt.payment.receipt_no),
        "paid back in cash",
        "CASH PAID BACK",
        VOID,
        "PUNB0123400:004512",
        "7412009999",
        made.reason,
        "Payer's signature",
        "Approver's signature",
    ):
        assert word in said


def test_where_all_is_held_the_payer_signs_nothing() -> None:
    receipt = paid()
    said = words(lay_out_reversal(receipt, a_reversal(receipt.payment, HELD, HELD, HELD)))
    assert "held in suspense" in said
    assert "CASH PAID BACK" not in said
    assert "Payer's signature" not in said


def test_without_a_printer_the_slip_is_saved(tmp_path: Path) -> None:
    receipt = paid()
    outcome = PdfPrinter(tmp_path).print_reversal(
        receipt, a_reversal(receipt.payment, CASH_BACK, VOIDED, GIVEN_BACK)
    )
    assert outcome.state is PrintState.PRINTED
    assert list((tmp_path / TODAY.isoformat()).glob("REVERSAL-*.pdf"))
    assert outcome.saved_as
