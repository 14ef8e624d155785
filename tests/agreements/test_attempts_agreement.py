"""Attempts at what is guessed are counted exactly, by whatever process they come in: on both databases."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from billing_server.problems import Code, ServerRefusal
from billing_server.store import attempts
from billing_server.store.attempts import AttemptLimit
from billing_server.store.engine import open_database
from billing_server.store.worker_schema import ATTEMPT
from tests.billing_server.centres import EACH_KIND, centre_for_test, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

SIGN_IN = AttemptLimit("sign-in", most=3, per_seconds=60)
SECOND_US = 1_000_000


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_for_test(request.param, tmp_path)


def test_so_many_attempts_are_free_and_come_back_one_by_one(centre: PlayedCentre) -> None:
    def attempt(second: int, who: str = "asha") -> None:
        attempts.admit(centre.database, SIGN_IN, who, second * SECOND_US)

    for _ in range(3):
        attempt(1_000)
    refusal = refused(attempt, 1_000)
    assert (refusal.code, refusal.retry_after_seconds) == (Code.TOO_MANY, 20)
    attempt(1_000, "ravi")
    assert refused(attempt, 1_019).retry_after_seconds == 1
    attempt(1_020)
    assert refused(attempt, 1_020).retry_after_seconds == 20


def test_limits_of_two_kinds_do_not_touch_each_other(centre: PlayedCentre) -> None:
    once = AttemptLimit("enrol", most=1, per_seconds=60)
    for _ in range(3):
        attempts.admit(centre.database, SIGN_IN, "10.0.0.1", SECOND_US)
    attempts.admit(centre.database, once, "10.0.0.1", SECOND_US)
    refusal = refused(attempts.admit, centre.database, once, "10.0.0.1", SECOND_US)
    assert refusal.code is Code.TOO_MANY


def test_the_right_password_clears_what_was_held_against_a_name(centre: PlayedCentre) -> None:
    for _ in range(3):
        attempts.admit(centre.database, SIGN_IN, "asha", SECOND_US)
    attempts.forget(centre.database, SIGN_IN, "asha")
    for _ in range(3):
        attempts.admit(centre.database, SIGN_IN, "asha", SECOND_US)
    refusal = refused(attempts.admit, centre.database, SIGN_IN, "asha", SECOND_US)
    assert refusal.code is Code.TOO_MANY


def test_what_is_over_is_swept_and_no_name_is_kept(centre: PlayedCentre) -> None:
    for number in range(5):
        attempts.admit(centre.database, SIGN_IN, f"guess {number}", SECOND_US)
    attempts.admit(centre.database, SIGN_IN, "a password typed as a name", 100 * SECOND_US)
    rows = centre.database.read(lambda c: c.execute(select(ATTEMPT)).all())
    assert [(row.what, len(row.who_hash)) for row in rows] == [("sign-in", 32)]


def test_attempts_at_one_moment_by_two_processes_are_counted_once_each(
    centre: PlayedCentre,
) -> None:
    limit = AttemptLimit("sign-in", most=7, per_seconds=60)
    others = [open_database(centre.database.engine.url.render_as_string()) for _ in range(2)]

    def attempt(number: int) -> bool:
        try:
            attempts.admit(others[number % 2], limit, "asha", SECOND_US)
        except ServerRefusal:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(attempt, range(24))) == 7
    for other in others:
        other.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    most=st.integers(1, 5),
    per_seconds=st.integers(1, 90),
    steps_us=st.lists(st.integers(0, 40 * SECOND_US), max_size=12),
)
def test_a_row_in_the_database_decides_as_a_bucket_of_tokens_would(
    centre: PlayedCentre, most: int, per_seconds: int, steps_us: list[int]
) -> None:
    limit = AttemptLimit("law", most, per_seconds)
    now_us, tokens = SECOND_US, Fraction(most)
    centre.database.write(lambda c: c.execute(delete(ATTEMPT)))
    for step_us in steps_us:
        now_us += step_us
        tokens = min(Fraction(most), tokens + Fraction(step_us, limit.each_us))
        if tokens >= 1:
            attempts.admit(centre.database, limit, "one", now_us)
            tokens -= 1
        else:
            refusal = refused(attempts.admit, centre.database, limit, "one", now_us)
            wait_us = (1 - tokens) * limit.each_us
            assert refusal.retry_after_seconds == math.ceil(wait_us / SECOND_US)
