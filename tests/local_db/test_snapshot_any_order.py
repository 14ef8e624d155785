"""Whether the bills come by pages, by steps or by a whole snapshot, the encrypted file is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counter_app.use_cases.round_watch import unwatched
from counter_app.wire.snapshot import blob_told
from local_db.bill_book import BillSnapshot, open_bills
from tests.agreements.bills_at_hand import KEY, a_page, pull
from tests.fakes.bills import FakeBills
from tests.fakes.snapshots import FakeSnapshots
from tests.local_db.test_bill_any_order import Page, all_of, changes, page

WAYS = st.sampled_from(["pages", "steps", "whole"])
BROUGHT = st.lists(st.tuples(st.lists(page, min_size=1, max_size=2), WAYS), min_size=1, max_size=6)


@settings(max_examples=30)
@given(BROUGHT)
def test_whichever_way_the_bills_come_the_file_is_the_same(
    brought: list[tuple[list[Page], str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fake, centre = FakeBills(), FakeSnapshots()
        real = open_bills(Path(folder), KEY)
        try:
            for cursor, (pages, way) in enumerate(brought, start=1):
                told = changes(pages, cursor)
                pull(fake, *told)
                centre.build(fake.accounts(), cursor, 0, None)
                if way == "pages" and real.mark().cursor == cursor - 1:
                    pull(real, *told)
                else:
                    by_snapshot(real, centre, cursor, is_whole=way == "whole")
                assert all_of(real) == all_of(fake)
        finally:
            real.close()


def by_snapshot(real: BillSnapshot, centre: FakeSnapshots, cursor: int, *, is_whole: bool) -> None:
    """The newest snapshot whole, or by the steps from the cursor in hand, and the mark."""
    for body in centre.parts.values():
        if not real.parts.held(blob_told(body)):
            real.parts.add(blob_told(body), body)
    assert centre.manifest is not None
    have = real.mark().cursor
    steps = tuple(step for step in centre.manifest.deltas if step.cursor > have)
    manifest = replace(centre.manifest, deltas=steps)
    begun = real.stepping(manifest) if have and not is_whole else real.loading(manifest, unwatched)
    with begun as one:
        one.finish(a_page(cursor=cursor))
