"""This computer's clocks and identifiers."""

from __future__ import annotations

import os
import sys
import threading
import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Self
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.identity import IST
from counter_app.wire.messages import microseconds
from counter_app.workstation import clock
from counter_app.workstation.clock import RisingIds, SystemClock, boot_id

START_NS = 1_795_413_615_250_000_000


def milliseconds_of(made: UUID) -> int:
    return made.int >> 80


def test_the_clock_tells_indian_time() -> None:
    now = SystemClock().now()
    assert now.tzinfo is IST
    assert now.utcoffset() == timedelta(hours=5, minutes=30)


def test_evidence_holds_all_clocks_beside_the_servers() -> None:
    system = SystemClock()
    before, first = microseconds(system.now()), system.evidence(77)
    second, after = system.evidence(78), microseconds(system.now())
    assert before <= first.utc_us <= second.utc_us <= after
    assert first.monotonic_us <= second.monotonic_us
    assert first.boot_id == second.boot_id == boot_id()
    assert (first.server_time_us, second.server_time_us) == (77, 78)


@pytest.mark.parametrize("minutes", [330, 0, -210, 765])
def test_evidence_holds_the_zone_as_it_is_set(
    minutes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SetToZone(datetime):
        """A clock whose computer is set to that zone."""

        def astimezone(self, tz: tzinfo | None = None) -> Self:
            return super().astimezone(tz or timezone(timedelta(minutes=minutes)))

    monkeypatch.setattr(clock, "datetime", SetToZone)
    evidence = SystemClock().evidence(0)
    assert evidence.offset_minutes == minutes
    assert abs(evidence.utc_us - microseconds(datetime.now(UTC))) < 60_000_000


def test_a_boot_has_one_name() -> None:
    assert boot_id() == boot_id() != ""


def test_where_the_system_names_its_boots_that_name_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "boot_id").write_text("0f6c1e3a-5f0e-4b3a-9a0c-7d2f4e1b8c55\n", encoding="ascii")
    monkeypatch.setattr(clock, "_BOOT_ID", tmp_path / "boot_id")
    monkeypatch.setattr(sys, "platform", "linux")
    assert boot_id() == "0f6c1e3a-5f0e-4b3a-9a0c-7d2f4e1b8c55"


def test_elsewhere_a_boot_is_named_by_the_minute_it_began(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "_BOOT_ID", Path("no such file"))
    assert boot_id().removeprefix("boot-").isdecimal()
    assert boot_id() == boot_id()


def test_an_id_is_a_uuid_of_version_7() -> None:
    before = time.time_ns() // 1_000_000
    made = RisingIds().fresh()
    assert (made.version, made.variant) == (7, RFC_4122)
    assert before <= milliseconds_of(made) <= time.time_ns() // 1_000_000


@given(
    st.lists(
        st.tuples(
            st.integers(-(10**15), 10**15),
            st.sampled_from([bytes(10), b"\xff" * 10, b"\xff" * 9 + b"\x00", b"\x12\x34" * 5]),
        ),
        min_size=2,
        max_size=30,
    )
)
def test_ids_rise_however_the_clock_is_set(moments: list[tuple[int, bytes]]) -> None:
    ids, now, made = RisingIds(), START_NS, []
    with pytest.MonkeyPatch.context() as patch:
        for step, randomness in moments:
            now += step
            at, drawn = now, randomness
            patch.setattr(time, "time_ns", lambda at=at: at)
            patch.setattr(os, "urandom", lambda _, drawn=drawn: drawn)
            made.append(ids.fresh())
    assert made == sorted(set(made))
    assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}


def test_lanes_asking_at_once_get_different_ids() -> None:
    ids, made = RisingIds(), list[UUID]()

    def ask() -> None:
        made.extend([ids.fresh() for _ in range(500)])

    lanes = [threading.Thread(target=ask) for _ in range(4)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join(timeout=30)
    assert len(set(made)) == 2000
