"""Two readers that know nothing of us read the codes of a receipt, also after what befalls paper; by fixed seeds.

``dev.py paper`` tries many more; these few are of every width and page.
"""

from __future__ import annotations

import pytest

from tests.day.paper_codes import Source, damaged, readings, sources
from tests.qr_reader import TwoReaders

pytestmark = [pytest.mark.zbar, pytest.mark.poppler, pytest.mark.usefixtures("qapp")]

DAMAGES_SURELY_READ = ("clean", "turned <= 8 degrees", "blurred", "scaled 0.7-1.4", "faded")
LASTING = ("3 dead columns", "white line of 3 rows")
BOTH = ("zxing", "zbar")


@pytest.fixture(scope="module")
def codes(qapp: object) -> list[Source]:
    """One kind of receipt from each source."""
    return sources(None, ("cash-offline",))


@pytest.mark.parametrize("damage", DAMAGES_SURELY_READ)
def test_both_readers_read_every_code_turned_blurred_scaled_or_faded(
    codes: list[Source], damage: str
) -> None:
    for source in codes:
        read, wrong = readings(TwoReaders(), damaged(source, damage, 1))
        assert {name: all(seen) for name, seen in read.items()} == dict.fromkeys(BOTH, True), (
            source.name
        )
        assert not any(wrong.values())


@pytest.mark.parametrize("damage", LASTING)
def test_most_codes_survive_a_damaged_head_or_paper_and_none_is_read_as_another(
    codes: list[Source], damage: str
) -> None:
    pictures = [picture for source in codes for picture in damaged(source, damage, 2)]
    read, wrong = readings(TwoReaders(), pictures)
    for name in BOTH:
        assert sum(read[name]) >= len(pictures) / 2
        assert wrong[name] == 0
