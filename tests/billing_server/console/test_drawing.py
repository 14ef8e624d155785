"""Charts and stories: pure, so that laws can be asked of them."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from billing_server.console.charts import HEIGHT, WIDTH, columns_of, share
from billing_server.console.stories import MOST_FIELDS, side_by_side

HOURS = st.dictionaries(st.integers(0, 23), st.integers(0, 10**12))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(HOURS)
def test_every_column_stands_inside_its_picture_and_is_as_high_as_its_sum(
    sums: dict[int, int],
) -> None:
    chart = columns_of(sums)
    ground, top = chart.lines[0], chart.lines[-1]
    assert [line.value for line in chart.lines] == sorted(line.value for line in chart.lines)
    assert top.value >= max(sums.values(), default=0)
    by_hour = {int(column.label): column for column in chart.columns}
    for hour, column in by_hour.items():
        assert 0 <= column.x <= column.x + column.width <= WIDTH
        assert 0 <= column.y <= column.y + column.height <= HEIGHT + 0.1
        high = (ground.y - top.y) * sums.get(hour, 0) / top.value
        assert abs(column.height - high) <= 0.1
    assert set(sums) <= set(by_hour)


def test_usual_hours_are_shown_even_when_nothing_was_taken() -> None:
    labels = [column.label for column in columns_of({22: 5}).columns]
    assert (labels[0], labels[-1], len(labels)) == ("08", "22", 15)


def test_a_bar_is_seen_when_there_is_anything_and_never_longer_than_the_longest() -> None:
    assert [share(part, 1_000_000) for part in (0, 1, 500_000, 1_000_000)] == [0, 0.5, 50, 100]
    assert share(0, 0) == 0


@given(JSON, JSON)
def test_any_two_stories_stand_side_by_side(first: object, second: object) -> None:
    raws = [msgspec.json.encode(first), msgspec.json.encode(second)]
    rows = side_by_side(raws, "en")
    assert all(len(row.values) == 2 for row in rows)
    assert not any(row.differs for row in side_by_side([raws[0], raws[0]], "hi"))


def test_a_story_that_is_no_message_is_shown_as_it_came() -> None:
    (row,) = side_by_side([b"\xff not JSON", None], "en")
    assert row.values == ("\\xff not JSON", "—")
    assert row.differs


def test_an_endless_story_is_cut() -> None:
    raw = msgspec.json.encode(list(range(10 * MOST_FIELDS)))
    assert len(side_by_side([raw], "en")) == MOST_FIELDS


def test_strange_times_and_days_are_shown_as_they_are() -> None:
    raw = msgspec.json.encode(
        {"clock": {"utc_us": 2**62}, "body": {"business_date": "someday", "kind": "hoax"}}
    )
    assert [row.values[0] for row in side_by_side([raw], "en")] == ["hoax", "someday", str(2**62)]
