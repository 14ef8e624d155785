"""Books and enrolments in the store, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.problems import Code
from billing_server.store import book_load, enrolment
from counter_app.wire.canonical import KeyPair
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers, refused
from tests.billing_server.players import NOW_US, bill, consumer, payment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_loading_a_bill_again_keeps_what_counters_paid(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    centre.push(counter)
    told_again = bill(A, 1_000_00, received_paise=30_00)
    assert book_load.load_book(centre.database, [consumer(A, mobile="")], [told_again]) == 1
    assert centre.received(A) == {f"B{A}": 130_00}
    told = {c.account_no: c for page in centre.pull("C07") for c in page.consumers}
    assert told[A].mobile == ""


def test_a_consumer_told_without_bills_keeps_them(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [consumer(A, flags=())], [])
    assert centre.received(A) == {f"B{A}": 0}


def test_a_book_that_contradicts_itself_is_not_loaded_at_all(centre: PlayedCentre) -> None:
    cursor = centre.pull("C07")[-1].next_cursor
    new = consumer("7412000009")
    with pytest.raises(book_load.BookRefusedError, match="twice"):
        book_load.load_book(centre.database, [new, new], [])
    with pytest.raises(book_load.BookRefusedError, match="5555555555"):
        book_load.load_book(centre.database, [new], [bill("5555555555")])
    assert centre.pull("C07")[-1].next_cursor == cursor
    assert book_load.load_book(centre.database, [new], [bill("7412000009")]) == 1


def test_an_account_told_again_is_served_again(centre: PlayedCentre) -> None:
    book_load.remove_accounts(centre.database, [A])
    book_load.load_book(centre.database, [consumer(A)], [])
    assert A in {c.account_no for c in centre.pull("C07")[-1].consumers}


def test_a_code_works_once_and_its_repeat_gets_the_same_certificate(
    centre: PlayedCentre,
) -> None:
    place = enrolment.CounterPlace("C07", "Counter 7", "Kidwai", "किदवई", "KID07")
    code = enrolment.issue_code(centre.database, centre.key, place, centre.settings, centre.now_us)
    pair = KeyPair.fresh()
    certificate = centre.use_code(code, pair)
    centre.now_us += 1
    assert centre.use_code(code.lower(), pair) == certificate
    assert refused(centre.use_code, code, KeyPair.fresh()).code is Code.ENROLMENT_CODE_REFUSED
    assert refused(centre.use_code, "NONSENSE", pair).code is Code.ENROLMENT_CODE_REFUSED
    assert certificate.receipt_series == "KID07"


def test_a_code_dies_unused(centre: PlayedCentre) -> None:
    place = enrolment.CounterPlace("C07", "Counter 7", "Kidwai", "किदवई", "KID07")
    code = enrolment.issue_code(centre.database, centre.key, place, centre.settings, centre.now_us)
    centre.now_us += centre.settings.code_valid_seconds * 1_000_000 + 1
    assert refused(centre.use_code, code, KeyPair.fresh()).code is Code.ENROLMENT_CODE_REFUSED


def test_every_epoch_has_a_receipt_series_of_its_own(centre: PlayedCentre) -> None:
    series = [centre.enrol("C07", KeyPair.fresh()).receipt_series for _ in range(3)]
    assert series == ["SC07", "SC07B", "SC07C"]
    assert [enrolment.series_of("K7", n) for n in (26, 27, 28)] == ["K7Z", "K7AA", "K7AB"]
    with pytest.raises(ValueError, match="SC07"):
        enrolment.issue_code(
            centre.database,
            centre.key,
            enrolment.CounterPlace("C99", "x", "x", "x", "SC07"),
            centre.settings,
            NOW_US,
        )


def test_a_key_must_prove_itself_and_serves_one_epoch(centre: PlayedCentre) -> None:
    pair = KeyPair.fresh()
    centre.enrol("C07", pair)
    assert refused(centre.enrol, "C07", pair).code is Code.ENROLMENT_CODE_REFUSED
