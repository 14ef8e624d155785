"""A one-time code makes a counter; the code names whose word counts."""

from __future__ import annotations

import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.wire.canonical import KeyPair, key_id_of, text_of
from tests.builders import CASHIER_ID, FLOAT, PAYABLE, PIN, SERVER_KEY, a_certificate
from tests.use_cases.counter import Counter, an_open_counter

URL = "https://centre.example"


def refused(counter: Counter, code: str) -> Refusal:
    before = counter.pages.copy()
    with pytest.raises(Refusal) as caught:
        counter.enrol(URL, code)
    assert counter.pages == before
    return caught.value


def test_a_code_enrols_the_counter() -> None:
    counter = Counter()
    counter.enrol(f" {URL}/ ", f" {counter.server.gives_code().lower()} ")
    status = counter.view_status()
    assert (status.is_enrolled, status.counter_id) == (True, "C07")
    assert counter.address.server_url == URL
    assert counter.sign_in(CASHIER_ID, PIN).shift is None
    counter.open_shift(CASHIER_ID, FLOAT)
    assert counter.push_outbox() == 1


@pytest.mark.parametrize("code", ["", "KQ7MP2XA", "KQ7MP2XA-", "-ABCDEF", "  -  "])
def test_a_code_of_the_wrong_form_asks_nobody(code: str) -> None:
    counter = Counter()
    counter.server.gone = FaultCode.SERVER_NOT_REACHED
    assert refused(counter, code).code is RefusalCode.ENROLMENT_CODE_REFUSED
    assert counter.keys.made == 0


def test_a_code_is_good_once() -> None:
    counter, other = Counter(), Counter()
    other.server = counter.server
    code = counter.server.gives_code()
    counter.enrol(URL, code)
    fresh = Counter(server=counter.server)
    assert refused(fresh, code).code is RefusalCode.ENROLMENT_CODE_REFUSED


def test_a_counter_that_is_enrolled_already_is_not_enrolled_again() -> None:
    counter = an_open_counter()
    refusal = refused(counter, counter.server.gives_code())
    assert (refusal.code, refusal.facts) == (RefusalCode.ENROLLED_ALREADY, {"counter_id": "C07"})
    assert counter.keys.made == 0


def test_a_server_with_another_key_than_the_code_names_is_not_ours() -> None:
    counter = Counter()
    code, _, _ = counter.server.gives_code().partition("-")
    other = KeyPair.from_seed(bytes(32))
    with pytest.raises(Fault) as caught:
        counter.enrol(URL, f"{code}-{key_id_of(other.public_key)}")
    assert caught.value.code is FaultCode.SERVER_NOT_OURS
    assert not counter.view_status().is_enrolled


@pytest.mark.parametrize("public_key", [text_of(SERVER_KEY.public_key), "no key at all", ""])
def test_a_certificate_for_another_key_is_not_kept(public_key: str) -> None:
    counter = Counter()
    code = counter.server.gives_code()
    (one_time,) = counter.server.codes
    wrong = a_certificate()
    wrong = type(wrong)(
        **{
            **{name: getattr(wrong, name) for name in wrong.__struct_fields__},
            "public_key": public_key,
        }
    )
    counter.server.codes[one_time] = lambda _: wrong
    with pytest.raises(Fault) as caught:
        counter.enrol(URL, code)
    assert caught.value.code is FaultCode.SERVER_NOT_OURS
    assert not counter.view_status().is_enrolled
    assert counter.address.server_url == ""


def test_an_address_that_cannot_be_kept_enrols_nothing() -> None:
    counter = Counter()
    counter.address.fault = Fault(FaultCode.FILE_NOT_WRITTEN)
    with pytest.raises(Fault) as caught:
        counter.enrol(URL, counter.server.gives_code())
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
    assert not counter.view_status().is_enrolled


def test_the_first_message_after_enrolment_is_signed_by_the_new_key() -> None:
    counter = Counter()
    counter.enrol(URL, counter.server.gives_code())
    counter.open_shift(CASHIER_ID, FLOAT)
    with counter.ledger.open_books() as books:
        certificate = books.enrolment.certificate()
    assert certificate is not None
    assert certificate.public_key != a_certificate().public_key
    assert counter.messages[0].message.epoch == certificate.epoch


def test_a_counter_of_fakes_pays_from_enrolment_to_acknowledgement() -> None:
    counter = Counter()
    counter.enrol(URL, counter.server.gives_code())
    billed = an_open_counter().server.accounts.values()
    for consumer, bills in billed:
        counter.server.bills(consumer, *bills)
    counter.pull_bills()
    counter.open_shift(CASHIER_ID, FLOAT)
    taken = counter.takes(PAYABLE)
    assert str(taken.receipt.payment.receipt_no) == "KID07A/2627/000001"
    counter.run_round()
    assert counter.view_outbox().summary.unsent_messages == 0
