"""The list that receipts are checked by comes beside the round, and is never in its way."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.pull_receipt_keys import USUAL_PAUSE
from counter_app.wire.receipt_keys import page_of
from tests.builders import PAYABLE
from tests.use_cases.counter import Counter, an_open_counter
from tests.wire.proofs import AS_OF_US, PAGE, a_list

SECOND = timedelta(seconds=1)


def a_counter() -> Counter:
    counter = an_open_counter()
    counter.server.keys_told = a_list()
    return counter


def test_a_round_brings_the_list() -> None:
    counter = a_counter()
    assert counter.key_shelf.read() is None
    counter.run_round()
    assert counter.key_shelf.read() == a_list()
    assert page_of(counter.key_shelf.read()) == PAGE


def test_a_newer_list_is_asked_for_after_a_pause() -> None:
    counter = a_counter()
    counter.run_round()
    newer = msgspec.structs.replace(a_list(at_us=AS_OF_US + 1), version="v2")
    counter.server.keys_told = newer
    counter.clock.passes(USUAL_PAUSE - SECOND)
    assert not counter.pull_receipt_keys()
    assert counter.key_shelf.read() == a_list()
    counter.clock.passes(SECOND)
    assert counter.pull_receipt_keys()
    assert counter.key_shelf.read() == newer


def test_the_same_version_is_not_kept_again() -> None:
    counter = a_counter()
    counter.run_round()
    counter.clock.passes(USUAL_PAUSE)
    counter.key_shelf.fails.append(Fault(FaultCode.FILE_NOT_WRITTEN))
    assert not counter.pull_receipt_keys()
    assert counter.key_shelf.fails


def test_a_clock_that_is_set_back_does_not_stop_the_questions() -> None:
    counter = a_counter()
    counter.server.keys_told = msgspec.structs.replace(a_list(), version="v0", at_us=1)
    counter.run_round()
    counter.server.keys_told = a_list()
    counter.clock.is_set_to(counter.clock.now() - timedelta(days=400))
    assert counter.pull_receipt_keys()


def test_an_older_list_that_is_played_back_is_not_kept() -> None:
    counter = a_counter()
    counter.run_round()
    counter.server.keys_told = msgspec.structs.replace(a_list(at_us=AS_OF_US - 1), version="v0")
    counter.clock.passes(USUAL_PAUSE)
    assert not counter.pull_receipt_keys()
    assert counter.key_shelf.read() == a_list()


@pytest.mark.parametrize("code", [FaultCode.FILE_NOT_WRITTEN, FaultCode.SERVER_NOT_OURS])
def test_a_fault_there_leaves_the_round_whole(code: FaultCode) -> None:
    counter = a_counter()
    counter.takes(PAYABLE)
    counter.key_shelf.fails.append(Fault(code))
    outcome = counter.run_round()
    assert outcome.acknowledged == len(counter.messages)
    assert counter.key_shelf.read() is None
    counter.clock.passes(USUAL_PAUSE)
    counter.run_round()
    assert counter.key_shelf.read() == a_list()


def test_a_line_that_goes_down_there_is_logged_alone() -> None:
    counter = a_counter()
    counter.server.gone = FaultCode.SERVER_NOT_REACHED
    assert not counter.pull_receipt_keys()


@pytest.mark.parametrize(
    "page", ["https://kesco.example/check/7", "https://kesco.example/जाँच#", "a b\n#", "x" * 121]
)
def test_an_address_that_would_spoil_the_code_is_not_printed(page: str) -> None:
    assert page_of(msgspec.structs.replace(a_list(), page=page)) == ""


def test_without_a_list_or_an_address_none_is_printed() -> None:
    assert page_of(None) == ""
    assert page_of(msgspec.structs.replace(a_list(), page="")) == ""
