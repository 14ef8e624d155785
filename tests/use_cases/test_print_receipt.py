"""Paper: a jam never undoes a payment, and no second original ever comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.receipt import PaperAnswer, PrintOutcome, PrintReason, PrintState
from counter_app.use_cases.print_receipt import PictureReceipt, PrintReceipt
from counter_app.wire.bodies import ReceiptReprinted
from tests.builders import CASHIER_ID, PAYABLE, a_receipt_no
from tests.fakes.printer import NOT_SENT, PRINTED, UNCERTAIN, FakePrinter
from tests.use_cases.counter import Counter, an_open_counter, receipt_no_of

if TYPE_CHECKING:
    from counter_app.domain.identity import ReceiptNo

NOBODYS = a_receipt_no(999)


def paid() -> tuple[Counter, ReceiptNo]:
    counter = an_open_counter()
    return counter, receipt_no_of(counter.takes(PAYABLE))


def copies(counter: Counter) -> list[int]:
    return [copy.copy_no for copy in counter.printer.copies]


def reprints_told(counter: Counter) -> list[int]:
    bodies = [sealed.message.body for sealed in counter.messages]
    return [body.copy_no for body in bodies if isinstance(body, ReceiptReprinted)]


def test_the_first_print_is_the_original() -> None:
    counter, receipt_no = paid()
    outcome = counter.print_receipt(receipt_no)
    assert (outcome.state, outcome.copy_no) == (PrintState.PRINTED, 0)
    assert copies(counter) == [0]
    assert not counter.printer.copies[0].is_acknowledged
    assert reprints_told(counter) == []


def test_the_next_print_is_a_duplicate() -> None:
    counter, receipt_no = paid()
    assert [counter.print_receipt(receipt_no).copy_no for _ in range(3)] == [0, 1, 2]


def test_what_was_never_sent_is_printed_again_as_the_original() -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.extend([NOT_SENT, NOT_SENT, PRINTED])
    outcomes = [counter.print_receipt(receipt_no) for _ in range(3)]
    assert copies(counter) == [0, 0, 0]
    assert [outcome.state for outcome in outcomes] == ["not_sent", "not_sent", "printed"]
    assert counter.receipts[0].payment.receipt_no == receipt_no


def test_after_an_uncertain_print_the_cashier_must_answer_first() -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.append(UNCERTAIN)
    counter.print_receipt(receipt_no)
    with pytest.raises(Refusal) as caught:
        counter.print_receipt(receipt_no)
    assert caught.value.code is RefusalCode.PRINT_ANSWER_NEEDED
    assert caught.value.facts == {"receipt_no": str(receipt_no)}
    with pytest.raises(Refusal) as caught:
        counter.print_receipt.reprint(receipt_no, CASHIER_ID)
    assert caught.value.code is RefusalCode.PRINT_ANSWER_NEEDED
    assert copies(counter) == [0]


@pytest.mark.parametrize("answer", PaperAnswer)
def test_after_an_uncertain_print_every_further_copy_is_a_duplicate(answer: PaperAnswer) -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.append(UNCERTAIN)
    counter.print_receipt(receipt_no)
    counter.answer_uncertain(receipt_no, answer)
    assert [counter.print_receipt(receipt_no).copy_no for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (PaperAnswer.WHOLE, PrintState.PRINTED, PrintReason.CASHIER_SAID_PRINTED),
        (PaperAnswer.TORN, PrintState.PRINTED, PrintReason.TORN),
        (PaperAnswer.NOTHING, PrintState.NOT_SENT, PrintReason.CASHIER_SAID_NOT_PRINTED),
    ],
)
def test_the_cashiers_answer_is_kept(
    answer: PaperAnswer, state: PrintState, reason: PrintReason
) -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.append(UNCERTAIN)
    counter.print_receipt(receipt_no)
    counter.answer_uncertain(receipt_no, answer)
    (row,) = counter.list_receipts(counter.clock.now().date())
    assert (row.print_state, row.print_reason) == (state, reason)


def test_a_program_that_died_in_mid_print_left_an_uncertain_copy() -> None:
    counter, receipt_no = paid()

    def dies() -> None:
        raise KeyboardInterrupt

    counter.printer.while_printing = dies
    with pytest.raises(KeyboardInterrupt):
        counter.print_receipt(receipt_no)
    counter.printer.while_printing = None
    with pytest.raises(Refusal) as caught:
        counter.print_receipt(receipt_no)
    assert caught.value.code is RefusalCode.PRINT_ANSWER_NEEDED
    counter.answer_uncertain(receipt_no, PaperAnswer.NOTHING)
    assert counter.print_receipt(receipt_no).copy_no == 1


def test_the_books_are_free_while_the_printer_works() -> None:
    counter, receipt_no = paid()

    def looks() -> None:
        counter.view_outbox()

    counter.printer.while_printing = looks
    assert counter.print_receipt(receipt_no).state is PrintState.PRINTED


@pytest.mark.parametrize("outcome", [PRINTED, NOT_SENT, None])
def test_there_is_nothing_to_answer_when_nothing_is_uncertain(outcome: PrintOutcome | None) -> None:
    counter, receipt_no = paid()
    if outcome is not None:
        counter.printer.outcomes.append(outcome)
        counter.print_receipt(receipt_no)
    with pytest.raises(Refusal) as caught:
        counter.answer_uncertain(receipt_no, PaperAnswer.WHOLE)
    assert caught.value.code is RefusalCode.PRINT_NOT_UNCERTAIN


def test_a_receipt_that_came_out_torn_is_followed_by_a_duplicate_and_the_centre_is_told() -> None:
    counter, receipt_no = paid()
    counter.print_receipt(receipt_no)
    counter.answer_uncertain(receipt_no, PaperAnswer.TORN)
    (row,) = counter.list_receipts(counter.clock.now().date())
    assert (row.print_state, row.print_reason) == (PrintState.PRINTED, PrintReason.TORN)
    assert counter.print_receipt(receipt_no).copy_no == 1
    assert reprints_told(counter) == [1]


@pytest.mark.parametrize("outcome", [PRINTED, UNCERTAIN])
def test_torn_said_twice_is_once(outcome: PrintOutcome) -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.append(outcome)
    counter.print_receipt(receipt_no)
    counter.answer_uncertain(receipt_no, PaperAnswer.TORN)
    with pytest.raises(Refusal) as caught:
        counter.answer_uncertain(receipt_no, PaperAnswer.TORN)
    assert caught.value.code is RefusalCode.PRINT_NOT_UNCERTAIN
    assert counter.print_receipt(receipt_no).copy_no == 1


def test_a_copy_that_is_torn_too_is_followed_by_the_next() -> None:
    counter, receipt_no = paid()
    for copy_no in (0, 1, 2):
        assert counter.print_receipt(receipt_no).copy_no == copy_no
        counter.answer_uncertain(receipt_no, PaperAnswer.TORN)


def test_what_was_never_sent_cannot_be_torn() -> None:
    counter, receipt_no = paid()
    counter.printer.outcomes.append(NOT_SENT)
    counter.print_receipt(receipt_no)
    with pytest.raises(Refusal) as caught:
        counter.answer_uncertain(receipt_no, PaperAnswer.TORN)
    assert caught.value.code is RefusalCode.PRINT_NOT_UNCERTAIN


def test_another_printer_prints_what_the_first_could_not_and_the_next_is_on_the_first_again() -> (
    None
):
    counter, receipt_no = paid()
    counter.other_printer = FakePrinter()
    counter.printer.outcomes.append(NOT_SENT)
    counter.print_receipt(receipt_no)
    assert counter.print_receipt.print_elsewhere(receipt_no).copy_no == 0
    assert [copy.copy_no for copy in counter.other_printer.copies] == [0]
    assert counter.print_receipt(receipt_no).copy_no == 1
    assert copies(counter) == [0, 1]


def test_the_other_printer_asks_for_an_answer_first_as_the_first_one_does() -> None:
    counter, receipt_no = paid()
    counter.other_printer = FakePrinter()
    counter.printer.outcomes.append(UNCERTAIN)
    counter.print_receipt(receipt_no)
    with pytest.raises(Refusal) as caught:
        counter.print_receipt.print_elsewhere(receipt_no)
    assert caught.value.code is RefusalCode.PRINT_ANSWER_NEEDED
    assert counter.other_printer.copies == []


def test_without_another_printer_nothing_is_noted() -> None:
    counter, receipt_no = paid()
    alone = PrintReceipt(counter.ledger, counter.printer, counter.print_receipt.telling)
    for verb in (counter.print_receipt, alone):
        with pytest.raises(Refusal) as caught:
            verb.print_elsewhere(receipt_no)
        assert caught.value.code is RefusalCode.NO_OTHER_PRINTER
    assert alone(receipt_no).copy_no == 0


def test_paper_and_picture_name_the_page_that_checks_receipts() -> None:
    counter, receipt_no = paid()
    counter.check_page = "https://kesco.example/r"
    counter.print_receipt(receipt_no)
    counter.picture_receipt(receipt_no)
    assert counter.printer.check_pages == ["https://kesco.example/r"] * 2
    PictureReceipt(counter.ledger, counter.printer)(receipt_no)
    assert counter.printer.check_pages[-1] == ""


def test_a_reprint_is_a_duplicate_and_the_centre_is_told() -> None:
    counter, receipt_no = paid()
    counter.print_receipt(receipt_no)
    outcomes = [counter.print_receipt.reprint(receipt_no, CASHIER_ID) for _ in range(2)]
    assert [outcome.copy_no for outcome in outcomes] == [1, 2]
    assert reprints_told(counter) == [1, 2]
    body = counter.messages[-1].message.body
    assert body == ReceiptReprinted(str(receipt_no), 2, CASHIER_ID)


def test_a_reprint_of_what_never_came_out_is_the_original_and_nothing_is_told() -> None:
    counter, receipt_no = paid()
    assert counter.print_receipt.reprint(receipt_no, CASHIER_ID).copy_no == 0
    assert reprints_told(counter) == []


def test_a_receipt_printed_after_the_acknowledgement_says_so() -> None:
    counter, receipt_no = paid()
    counter.push_outbox()
    counter.print_receipt(receipt_no)
    assert counter.printer.copies[0].is_acknowledged


def test_the_place_where_a_receipt_was_saved_is_told() -> None:
    counter, receipt_no = paid()
    saved = PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, "receipts/1.pdf")
    counter.printer.outcomes.append(saved)
    assert counter.print_receipt(receipt_no).saved_as == "receipts/1.pdf"


def test_the_picture_is_of_the_latest_copy() -> None:
    counter, receipt_no = paid()
    assert counter.picture_receipt(receipt_no) == f"{receipt_no} copy 0 False".encode()
    counter.print_receipt(receipt_no)
    assert counter.picture_receipt(receipt_no) == f"{receipt_no} copy 0 False".encode()
    counter.print_receipt(receipt_no)
    assert counter.picture_receipt(receipt_no) == f"{receipt_no} copy 1 False".encode()


def test_a_receipt_nobody_issued_is_refused_everywhere() -> None:
    counter, _ = paid()
    for ask in (
        lambda: counter.print_receipt(NOBODYS),
        lambda: counter.print_receipt.reprint(NOBODYS, CASHIER_ID),
        lambda: counter.answer_uncertain(NOBODYS, PaperAnswer.WHOLE),
        lambda: counter.picture_receipt(NOBODYS),
    ):
        with pytest.raises(Refusal) as caught:
            ask()
        assert caught.value.code is RefusalCode.RECEIPT_UNKNOWN


def test_when_the_books_fail_after_the_print_the_copy_counts_as_uncertain() -> None:
    counter, receipt_no = paid()
    counter.printer.while_printing = lambda: counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault):
        counter.print_receipt(receipt_no)
    with pytest.raises(Refusal) as caught:
        counter.print_receipt(receipt_no)
    assert caught.value.code is RefusalCode.PRINT_ANSWER_NEEDED
