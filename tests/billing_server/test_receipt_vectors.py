"""What is said of receipts' codes, whichever of our programs says it: the file that Python and the page share."""

from __future__ import annotations

from msgspec.json import decode

from counter_app.domain.receipt_verdict import Verdict
from tests.billing_server.receipt_vectors import FILE, vectors

BELIEVED = {Verdict.GENUINE, Verdict.DUPLICATE, Verdict.REVERSED}


def test_the_file_holds_what_python_says_now() -> None:
    assert FILE.read_bytes() == vectors()


def test_every_verdict_is_among_them() -> None:
    cases = decode(FILE.read_bytes())["cases"]
    assert {case["verdict"] for case in cases} == set(Verdict) - {Verdict.NOT_OURS}
    assert len({case["name"] for case in cases}) == len(cases)


def test_no_change_of_one_byte_is_ever_believed() -> None:
    cases = [one for one in decode(FILE.read_bytes())["cases"] if one["name"].startswith("byte ")]
    assert len(cases) > 300
    said = {case["verdict"] for case in cases}
    assert not said & BELIEVED
    plain = {case["verdict"] for case in cases if "sum" not in case["name"]}
    assert plain == {Verdict.ALTERED}
