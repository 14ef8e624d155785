"""A list of accounts as people have it: pasted from a message, a table or a file. No window needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.domain.order_checks import MOST_LINES
from ui.payment_list_form import MOST_BYTES, AccountList, Trouble, text_of_file


def listed(text: str, *taken: str) -> AccountList:
    return AccountList(taken=frozenset(map(AccountNo, taken))).with_text(text)


@pytest.mark.parametrize(
    ("text", "account", "amount"),
    [
        ("7412005678", "7412005678", None),
        ("  7412005678 ", "7412005678", None),
        ("7412005678,500", "7412005678", Money.rupees(500)),
        ("7412005678, 500", "7412005678", Money.rupees(500)),
        ("7412005678\t1,250.50", "7412005678", Money.rupees(1250, 50)),
        ("7412005678;500", "7412005678", Money.rupees(500)),
        ("7412005678 500", "7412005678", Money.rupees(500)),
        ("7412005678,1,250.50", "7412005678", Money.rupees(1250, 50)),
        ('"7412005678","2,000"', "7412005678", Money.rupees(2000)),
        ("7412005678 Rs 500", "7412005678", Money.rupees(500)),
        ("७४१२००५६७८ ५००", "7412005678", Money.rupees(500)),
        ("k20457781", "K20457781", None),
        ("7412005678 503", "7412005678", Money.rupees(503)),
    ],
)
def test_an_account_and_perhaps_an_amount_are_read(
    text: str, account: str, amount: Money | None
) -> None:
    (line,) = listed(text).good
    assert (line.account_no, line.amount) == (account, amount)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("Account,Amount", Trouble.NO_ACCOUNT),
        ("Mohan Gupta", Trouble.NO_ACCOUNT),
        ("12345", Trouble.NO_ACCOUNT),
        ("7412005678 500 tomorrow", Trouble.TOO_MUCH),
        ("4111 1111 1111 1111", Trouble.CARD_NUMBER),
        ("4111111111111111 500", Trouble.CARD_NUMBER),
    ],
)
def test_what_cannot_be_read_says_why(text: str, trouble: Trouble) -> None:
    assert listed(text).troubles == {1: trouble}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7412005678 12x", RefusalCode.AMOUNT_NOT_A_NUMBER),
        ("7412005678 0", RefusalCode.AMOUNT_ZERO),
        ("7412005678 -5", RefusalCode.AMOUNT_NEGATIVE),
        ("7412005678 1.005", RefusalCode.AMOUNT_TOO_FINE),
    ],
)
def test_a_wrong_amount_is_told_as_in_the_field(text: str, code: RefusalCode) -> None:
    trouble = listed(text).troubles[1]
    assert isinstance(trouble, Refusal)
    assert trouble.code is code


def test_a_card_number_is_not_kept() -> None:
    (line,) = listed("4111 1111 1111 1111").lines
    assert line.text == ""


def test_numbers_are_those_of_the_list_empty_lines_counted() -> None:
    accounts = listed("7412005678\n\nMohan\n7412005679")
    assert [line.number for line in accounts.lines] == [1, 3, 4]
    assert accounts.troubles == {3: Trouble.NO_ACCOUNT}
    assert [line.number for line in accounts.with_text("x").lines] == [1, 3, 4, 5]


def test_an_account_listed_or_paid_already_is_told() -> None:
    accounts = listed("7412005678\n7412005678 500\n7412001234", "7412001234")
    assert accounts.troubles == {2: Trouble.TWICE, 3: Trouble.TWICE}


def test_one_payment_takes_so_many_and_the_rest_is_told() -> None:
    accounts = listed("\n".join(str(7412000000 + place) for place in range(MOST_LINES + 2)))
    assert len(accounts.good) == MOST_LINES
    assert set(accounts.troubles.values()) == {Trouble.TOO_MANY}


def test_a_mended_line_keeps_its_number_and_an_emptied_one_is_taken_out() -> None:
    accounts = listed("7412005678 12x\nMohan")
    mended = accounts.mended(1, "7412005678", "12")
    assert [(line.number, line.amount) for line in mended.good] == [(1, Money.rupees(12))]
    assert [line.number for line in mended.mended(2, "", "").lines] == [1]


def test_an_account_and_an_amount_that_look_like_a_card_number_together_are_none() -> None:
    """7412005678 and 503 are thirteen digits that pass Luhn in some pairs: they are two numbers."""
    assert all(
        not listed("").with_line("7412005678", str(amount)).troubles for amount in range(100, 1000)
    )


def test_what_the_books_refused_stays_with_their_reason() -> None:
    accounts = listed("7412005678\n7419999999\nMohan")
    unknown = Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no="7419999999")
    left = accounts.left_after({AccountNo("7419999999"): unknown}, {AccountNo("7412005678")})
    assert [(line.number, left.troubles[line.number]) for line in left.lines] == [
        (2, unknown),
        (3, Trouble.NO_ACCOUNT),
    ]
    assert left.with_text("7412005678").troubles[4] is Trouble.TWICE


@pytest.mark.parametrize(
    "content",
    [
        "7412005678,500\r\nमोहन".encode(),
        "7412005678,500\r\nमोहन".encode("utf-8-sig"),
        "7412005678,500\r\nमोहन".encode("utf-16"),
    ],
)
def test_files_of_office_programs_are_read(content: bytes) -> None:
    assert [line.text for line in listed(text_of_file(content)).lines] == ["7412005678,500", "मोहन"]


def test_a_file_that_is_no_list_is_refused_not_read() -> None:
    with pytest.raises(Refusal) as caught:
        text_of_file(b"x" * (MOST_BYTES + 1))
    assert caught.value.code is RefusalCode.ORDER_TOO_LONG


@given(st.text(max_size=200))
def test_nothing_is_ever_dropped_silently(text: str) -> None:
    accounts = listed(text)
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if line.strip()]
    assert [line.number for line in accounts.lines] == lines
    assert {line.number for line in accounts.good} | set(accounts.troubles) == set(lines)
