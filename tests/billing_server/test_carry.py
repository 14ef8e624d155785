"""Files that a stick carried to the centre: over HTTP and at the command line, beside the line and instead of it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.__main__ import main
from billing_server.carry import CarriedTaken
from billing_server.problems import Code, ServerRefusal
from counter_app.wire.canonical import canonical_bytes, key_id_of, raw_of, text_of
from counter_app.wire.carried import Carried, CarriedBatch, acknowledgements_in, carried_file
from counter_app.wire.exchange import Batch, Fate
from counter_app.wire.sealed import MOST_FILE_BYTES, FileKind, open_file, seal_file
from tests.billing_server.players import cash, paid_by, payment, shift
from tests.sync.offices import A, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.exchange import Acknowledgement
    from tests.billing_server.players import PlayedCounter


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def counter(office: Office) -> PlayedCounter:
    enrolled = office.enrol()
    enrolled.tell(shift(), paid_by(A, cash(10_00)), paid_by(A, cash(20_00)))
    return enrolled


def server_key(office: Office) -> bytes:
    assert office.certificate is not None
    (key,) = office.certificate.server_keys.values()
    return raw_of(key)


def carried(office: Office, counter: PlayedCounter, *batches: Batch) -> bytes:
    told = tuple(CarriedBatch(counter.epoch, one) for one in batches)
    return carried_file(server_key(office), Carried(counter.counter_id, told))


def posted(office: Office, content: bytes) -> bytes:
    asked = urllib.request.Request(f"{office.server.url}/v1/carry", content, method="POST")  # noqa: S310 - our own server
    with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310 - the same
        assert answer.headers["Content-Type"].startswith("text/plain")
        return bytes(answer.read())


def refused(office: Office, content: bytes) -> dict[str, object]:
    with pytest.raises(urllib.error.HTTPError) as caught:
        posted(office, content)
    with caught.value as problem:
        told: dict[str, object] = json.loads(problem.read())
    return told


def opened(office: Office, file: bytes) -> list[tuple[Acknowledgement, bytes]]:
    key = server_key(office)
    return acknowledgements_in(file, "C07", {key_id_of(key): key})


def test_a_carried_file_is_acknowledged_as_the_line_would(
    office: Office, counter: PlayedCounter
) -> None:
    content = carried(office, counter, counter.batch(1, 2), counter.batch(3))
    first, second = opened(office, posted(office, content))
    assert (first[0].upto, second[0].upto) == (2, 3)
    assert [one.fate for one in second[0].fates] == [Fate.POSTED]
    line = office.link.push(counter.epoch, counter.batch(1, 2))
    assert isinstance(line, tuple)
    assert line[1] == first[1]
    assert posted(office, content) == posted(office, content)


def test_the_line_may_have_been_quicker(office: Office, counter: PlayedCounter) -> None:
    line = office.link.push(counter.epoch, counter.batch())
    assert isinstance(line, tuple)
    ((_, signed),) = opened(office, posted(office, carried(office, counter, counter.batch())))
    assert signed == line[1]


def test_what_comes_before_a_gap_is_taken_and_the_rest_waits(
    office: Office, counter: PlayedCounter
) -> None:
    content = carried(office, counter, counter.batch(1, 1), counter.batch(3))
    assert [one.upto for one, _ in opened(office, posted(office, content))] == [1]
    assert refused(office, carried(office, counter, counter.batch(3)))["code"] == "gap"


def test_a_file_of_another_story_is_a_fork(office: Office, counter: PlayedCounter) -> None:
    office.link.push(counter.epoch, counter.batch())
    twin = office.enrol_twin(counter)
    twin.tell(payment(A, 1_00))
    assert refused(office, carried(office, twin, twin.batch()))["code"] == "fork"


def test_a_stranger_carries_nothing(office: Office, counter: PlayedCounter) -> None:
    batch = counter.batch()
    unproved = msgspec.structs.replace(batch, head_signature=text_of(bytes(64)))
    assert refused(office, carried(office, counter, unproved))["code"] == "head_not_signed"
    stranger = carried_file(server_key(office), Carried("C99", (CarriedBatch(1, batch),)))
    assert refused(office, stranger)["code"] == "epoch_unknown"


def test_what_is_no_carried_file_gets_a_problem(office: Office, counter: PlayedCounter) -> None:
    key = server_key(office)
    whole = carried(office, counter, counter.batch())
    wrong = {
        b"Dear sir": ("malformed", "not_ours"),
        whole[:-10]: ("malformed", "cut"),
        open_file(FileKind.CARRIED, b"{}"): ("malformed", "not_for_us"),
        seal_file(FileKind.CARRIED, key, b"{}"): ("malformed", "not_genuine"),
        seal_file(FileKind.REQUEST, key, b"{}"): ("malformed", "other_kind"),
    }
    for content, (code, detail) in wrong.items():
        problem = refused(office, content)
        assert (problem["code"], problem["detail"]) == (code, detail)
    assert refused(office, b"K" * (MOST_FILE_BYTES + 1))["code"] == "too_large"


def test_the_command_takes_a_file_and_writes_what_goes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(tmp_path)
    counter = office.enrol()
    counter.tell(shift(), paid_by(A, cash(10_00)), shift())
    key = server_key(office)
    file, back = tmp_path / "carry.kesco", tmp_path / "back.kesco"
    office.close()

    def run(code: int) -> list[str]:
        words = ["--folder", str(tmp_path), "carry-file", str(file), str(back)]
        assert main(words) == code
        said = capsys.readouterr()
        return (said.out or said.err).splitlines()

    file.write_bytes(carried(office, counter, counter.batch(1, 1), counter.batch(3)))
    told, lies = run(1)
    assert told.startswith(
        "C07: messages that are here now: 1; the rest was not taken: this server lacks"
    )
    assert lies == f"{back}: take it back to C07"
    back.unlink()
    file.write_bytes(carried(office, counter, counter.batch(3)))
    assert len(run(1)) == 1
    assert not back.exists()
    file.write_bytes(carried(office, counter, counter.batch()))
    assert run(0)[0] == "C07: messages that are here now: 3."
    ((told_back, _),) = acknowledgements_in(back.read_bytes(), "C07", {key_id_of(key): key})
    assert told_back.upto == 3
    file.write_bytes(b"x")
    assert "this is no file of a counter" in run(2)[0]


def test_a_batch_that_makes_no_sense_is_said_so(office: Office, counter: PlayedCounter) -> None:
    empty = msgspec.json.decode(
        canonical_bytes(msgspec.structs.replace(counter.batch(), messages=())), type=Batch
    )
    problem = refused(office, carried(office, counter, empty))
    assert problem["code"] == "malformed"
    taken = CarriedTaken("C07", stopped_by=ServerRefusal(Code.MALFORMED, "no message"))
    assert "a batch makes no sense" in taken.sentence()
