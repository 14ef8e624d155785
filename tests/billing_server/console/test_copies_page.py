"""The page of receipts asked for by SMS or e-mail: masked addresses, and a person's word on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.wire.bodies import ReceiptCopyAsked
from tests.billing_server.centres import A
from tests.billing_server.players import DAY, cash, paid_by

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice

MOBILE, MAIL, COPY = "9876543210", "ram.lal@example.com", "C07/1/2"


@pytest.fixture
def told(head_office: HeadOffice) -> HeadOffice:
    """Two copies of one receipt wait, a third can never go out."""
    paid = paid_by(A, cash(60_00))
    ways = (("sms", MOBILE), ("email", MAIL), ("sms", "123"))
    copies = [ReceiptCopyAsked(paid.receipt_no, *way, "asha", DAY) for way in ways]
    centre = head_office.centre
    centre.told(centre.counter("C07"), paid, *copies)
    return head_office


def test_what_waits_is_listed_with_its_address_masked(told: HeadOffice) -> None:
    page = told.visitor("viewer").get("/copies").text
    for word in ("Waiting to be sent: 2", "XXXXXX3210", "r•••@example.com", "Failed: 1", "asha",
                 "No message can go to this number or address"):  # fmt: skip
        assert word in page, word
    for secret in (MOBILE, MAIL, "Was sent"):
        assert secret not in page


def test_a_person_writes_down_what_became_of_a_copy(told: HeadOffice) -> None:
    visitor = told.visitor("supervisor")
    visitor.get("/copies")
    done = visitor.post("/copies", copy=COPY, state="sent", reason="by the office's phone")
    page = visitor.follow(done).text
    assert "It is written down what became of the copy." in page
    assert "Sent: 1" in page
    assert told.deeds("marked_copy") == [
        ("supervisor", "marked_copy", f"{COPY} sent", "by the office's phone")
    ]
    again = visitor.post("/copies", copy=COPY, state="failed", reason="no")
    assert f"{COPY}: no such copy, or it was sent already" in again.text
    wrong = visitor.post("/copies", copy="C07/1/4", state="waiting", reason="let it try")
    assert "C07/1/4: no such copy" in wrong.text
    other = "C07/1/3"
    visitor.post("/copies", copy=other, state="failed", reason="the mail came back")
    assert "Send it again" in visitor.get("/copies").text
    wait = visitor.post("/copies", copy=other, state="waiting", reason="another server now")
    page = visitor.follow(wait).text
    assert "Waiting to be sent: 1" in page
    assert "Send it again" not in page


def test_what_is_no_copy_changes_nothing(told: HeadOffice) -> None:
    visitor = told.visitor("accountant")
    visitor.get("/copies")
    for copy, state in (("nonsense", "sent"), (COPY, "lost"), ("C07/1/1", "sent")):
        reply = visitor.post("/copies", copy=copy, state=state, reason="why")
        assert "was sent already" in reply.text
    assert "Something is missing" in visitor.post("/copies", copy=COPY, state="sent").text
    assert told.deeds("marked_copy") == []


def test_who_may_only_look_marks_nothing(told: HeadOffice) -> None:
    visitor = told.visitor("viewer")
    visitor.get("/")
    assert visitor.post("/copies", copy=COPY, state="sent", reason="why").status == 403


def test_the_page_speaks_hindi(told: HeadOffice) -> None:
    visitor = told.visitor("viewer")
    visitor.get("/")
    visitor.post("/language", language="hi", here="/copies")
    page = visitor.get("/copies").text
    assert "भेजी जानी है: 2" in page
    assert "इस नंबर या पते पर संदेश नहीं जा सकता" in page
