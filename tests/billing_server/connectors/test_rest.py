"""The REST push against a real HTTP server that loses, repeats and fails: exactly once at the agency."""

from __future__ import annotations

import random
import shutil
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest

from billing_server.connectors import rest
from billing_server.connectors.outbox import release_refused
from billing_server.connectors.rest import Endpoint, RestAdapter
from billing_server.connectors.rest_answers import NoAnswerError, answers_in
from billing_server.connectors.runner import run_once
from billing_server.connectors.waiting import FAILED_WAIT_SECONDS
from tests.billing_server.centres import A, B, centre_with_two_consumers
from tests.billing_server.connectors.agency import (
    BAD_MOODS,
    Agency,
    AgencyServer,
    booked_rupees,
)
from tests.billing_server.connectors.outlets import TERMS, projected, state_of
from tests.billing_server.players import cash, cheque, cheque_identity, paid_by, returned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.connectors.runner import Run
    from tests.billing_server.centres import PlayedCentre

MINUTE_US = (FAILED_WAIT_SECONDS + 1) * 1_000_000
ONE, TWO = "C07.1.1.1.1", "C07.1.2.1.1"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers("sqlite", tmp_path)


@pytest.fixture
def server() -> Iterator[AgencyServer]:
    opened = AgencyServer(Agency())
    yield opened
    opened.close()


class Push:
    """The adapter at work on a centre; ``waits`` are the pauses it made, in seconds."""

    def __init__(self, centre: PlayedCentre, url: str, **changes: object) -> None:
        self.centre, self.waits = centre, list[float]()
        settings = {"most_lines": 3, "read_timeout_seconds": 5.0, **changes}
        self.adapter = RestAdapter(
            Endpoint(url, **settings),  # type: ignore[arg-type] # whatever the test sets
            TERMS,
            self.waits.append,
            random.Random(1),
        )

    def run(self) -> Run:
        self.centre.now_us += MINUTE_US
        return run_once(self.centre.database, self.adapter, lambda: self.centre.now_us)

    def run_until_all_is_there(self) -> None:
        for _ in range(200):
            if not self.run().stopped_by:
                return
        raise AssertionError


def tell(centre: PlayedCentre, *paise: int) -> None:
    centre.told(centre.counter(), *(paid_by(A, cash(one)) for one in paise))


def test_each_line_goes_out_once_under_its_own_reference(
    centre: PlayedCentre, server: AgencyServer
) -> None:
    tell(centre, 1_00, 2_00, 3_00, 4_00)
    push = Push(centre, server.url)
    run = push.run()
    assert (run.instructions, run.parcels, run.done, run.stopped_by) == (4, 2, 4, "")
    batch, single = server.agency.requests
    assert [one["amount"] for one in batch[1]["postings"]] == ["1.00", "2.00", "3.00"]
    assert single[0]["Idempotency-Key"] == "C07.1.4.1.1" == single[1]["referenceTransactionId"]
    assert server.agency.by_account_and_bill() == booked_rupees(centre, A, B)
    assert push.run().parcels == 0
    assert len(server.agency.requests) == 2


@pytest.mark.parametrize("mood", BAD_MOODS)
@pytest.mark.parametrize("lines", [1, 2])
def test_whatever_happens_to_an_answer_the_agency_has_it_once(
    centre: PlayedCentre, server: AgencyServer, mood: str, lines: int
) -> None:
    tell(centre, *(1_00 + line for line in range(lines)))
    server.agency.moods = [mood]
    push = Push(centre, server.url)
    run = push.run()
    assert (run.done, run.failed, run.stopped_by) == (lines, 0, "")
    assert server.agency.by_account_and_bill() == booked_rupees(centre, A, B)
    assert len(push.waits) == (mood != "twice")


def test_a_busy_agency_is_asked_again_when_it_said(
    centre: PlayedCentre, server: AgencyServer
) -> None:
    tell(centre, 1_00)
    server.agency.moods = ["busy", "fails_before", "fails_before"]
    push = Push(centre, server.url)
    assert push.run().done == 1
    first, *rest_of = push.waits
    assert first == 7.0
    assert all(0 <= wait <= 2.0 * 2**tried for tried, wait in enumerate(rest_of, 1))


def test_an_agency_that_stays_away_leaves_all_waiting(
    centre: PlayedCentre, server: AgencyServer
) -> None:
    tell(centre, 1_00, 2_00)
    server.agency.moods = ["fails_before"] * 4
    push = Push(centre, server.url)
    run = push.run()
    assert "not reached after 4 tries (status 500): all of it waits" in run.stopped_by
    assert (run.failed, state_of(centre.database, rest.NAME, ONE)) == (2, "FAILED")
    assert run_once(centre.database, push.adapter, lambda: centre.now_us).parcels == 0
    assert push.run().done == 2


def test_a_bad_line_refuses_itself_alone_and_a_person_releases_it(
    centre: PlayedCentre, server: AgencyServer
) -> None:
    tell(centre, 1_00, 2_00, 3_00)
    server.agency.refuses = {TWO}
    push = Push(centre, server.url)
    run = push.run()
    assert (run.done, run.refused) == (2, 1)
    assert push.run().parcels == 0
    with pytest.raises(ValueError, match="was not refused by rest: DONE"):
        release_refused(
            centre.database, rest.NAME, ONE, by="anita", reason="why", now_us=centre.now_us
        )
    server.agency.refuses = set()
    release_refused(
        centre.database, rest.NAME, TWO, by="anita", reason="bill told", now_us=centre.now_us
    )
    assert push.run().done == 1
    assert server.agency.by_account_and_bill() == booked_rupees(centre, A, B)


def test_what_is_taken_out_waits_for_what_was_put_in(
    centre: PlayedCentre, server: AgencyServer
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(counter, paid)
    server.agency.refuses = {ONE}
    push = Push(centre, server.url)
    push.run()
    centre.told(counter, returned(cheque_identity("123456"), (paid, 60_00)))
    assert push.run().parcels == 0
    server.agency.refuses = set()
    release_refused(
        centre.database, rest.NAME, ONE, by="anita", reason="bill told", now_us=centre.now_us
    )
    assert push.run().done == 2
    assert [one["amount"] for one in server.agency.held.values()] == ["60.00", "-60.00"]


def test_a_wrong_token_stops_the_run_and_refuses_nothing(
    centre: PlayedCentre, server: AgencyServer, tmp_path: Path
) -> None:
    tell(centre, 1_00)
    token = tmp_path / "token"
    token.write_text("wrong\n")
    server.agency.token = "right"
    push = Push(centre, server.url, token_file=token)
    assert "answers 401: see to the address, the token" in push.run().stopped_by
    assert push.waits == []
    token.write_text("right\n")
    assert push.run().done == 1


@pytest.mark.parametrize("seed", range(6))
def test_an_agency_in_every_mood_has_each_rupee_once(
    centre: PlayedCentre, server: AgencyServer, seed: int
) -> None:
    dice = random.Random(seed)
    server.agency.dice = random.Random(seed)
    push = Push(centre, server.url, most_lines=dice.choice([1, 2, 5]), most_tries=2)
    counter = centre.counter()
    for number in range(6):
        paid = paid_by(A, cheque(f"{number:06d}", 1_00 + number), cash(10_00))
        centre.told(counter, paid, paid_by(B, cash(2_00 + number)))
        if dice.random() < 0.5:
            push.run()
        if dice.random() < 0.5:
            identity = cheque_identity(f"{number:06d}")
            centre.told(counter, returned(identity, (paid, 1_00 + number)))
    push.run_until_all_is_there()
    assert server.agency.by_account_and_bill() == booked_rupees(centre, A, B)
    assert set(server.agency.held) == {one.reference for one in projected(centre)}


def test_a_token_never_goes_over_a_plain_line() -> None:
    for url in ("http://agency.example/v1", "ftp://localhost/x", "agency", "https://"):
        with pytest.raises(ValueError, match="https address is needed"):
            Endpoint(url)
    assert Endpoint("http://127.0.0.1:8080/v1").most_tries == 4


def test_the_agency_is_verified_and_we_show_our_certificate(
    centre: PlayedCentre, tmp_path: Path
) -> None:
    theirs, ours = make_certificate(tmp_path, "theirs"), make_certificate(tmp_path, "ours")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*theirs)
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.load_verify_locations(ours[0])
    server = AgencyServer(Agency(), tls)
    try:
        tell(centre, 1_00)
        stranger = Push(centre, server.url).run()
        assert "is not whom we trust" in stranger.stopped_by
        names = {"authority": theirs[0], "certificate": ours[0], "certificate_key": ours[1]}
        nameless = Push(centre, server.url, authority=theirs[0], most_tries=1).run()
        assert "not reached after 1 tries" in nameless.stopped_by
        assert Push(centre, server.url, **names).run().done == 1
        wrong_name = server.url.replace("localhost", "127.0.0.1")
        tell_more = paid_by(B, cash(5_00))
        centre.told(centre.counter("C08"), tell_more)
        assert "is not whom we trust" in Push(centre, wrong_name, **names).run().stopped_by
    finally:
        server.close()


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Self-signed, for localhost."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificates of this test")
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    words += ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(
        [openssl, *words, "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.mark.parametrize(
    ("status", "body", "outcomes"),
    [
        (200, b'{"results":[{"referenceTransactionId":"C07.1.1.1.1","status":"ACCEPTED"}]}', "DF"),
        (200, b'{"results":[{"referenceTransactionId":"C07.1.2.1.1","status":"REFUSED"}]}', "FR"),
        (200, b'{"results":[{"referenceTransactionId":"C07.1.2.1.1","status":"maybe"}]}', "FF"),
        (409, b'{"results":[{"referenceTransactionId":"C07.1.1.1.1"}]}', "DF"),
        (404, b"<html>", "RR"),
    ],
)
def test_only_lines_that_are_named_are_done(
    centre: PlayedCentre, status: int, body: bytes, outcomes: str
) -> None:
    tell(centre, 1_00, 2_00)
    lines = projected(centre)
    assert "".join(one.outcome[0] for one in answers_in(lines, status, body)) == outcomes


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"results":[]}', b"\xff", b"[" * 9999])
def test_a_success_without_a_word_on_what_was_sent_is_none(
    centre: PlayedCentre, body: bytes
) -> None:
    tell(centre, 1_00)
    with pytest.raises(NoAnswerError):
        answers_in(projected(centre), 200, body)
