"""Enrolment by file from both ends: the centre's commands, a counter's verbs, and a stick between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server import sealed_files
from billing_server.__main__ import main
from billing_server.carry import CarriedTaken
from billing_server.centre import Centre
from billing_server.problems import Code, ServerRefusal
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.use_cases.enrol_by_file import EnrolByFile, RequestByFile
from counter_app.wire.canonical import KeyPair, canonical_bytes
from counter_app.wire.sealed import FileFlaw, FileKind, seal_file
from counter_app.workstation.carried_files import StickFiles
from tests.billing_server.centres import EACH_KIND, centre_for_test
from tests.billing_server.players import NOW_US, enrolment_request
from tests.use_cases.counter import Counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre


class Stick:
    """The centre's commands on one side, a counter that has no network on the other."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.path, self._capsys = folder / "centre", folder / "stick", capsys
        self.path.mkdir()
        place = ("C07", "Counter 7", "Kidwai Nagar", "किदवई नगर", "KID07")
        self.code = self.run("enrol-code", *place)
        self.invitation = self.path / "invitation.kesco"
        self.answer = self.path / "answer.kesco"

    def run(self, *words: str, code: int = 0) -> str:
        assert main(["--folder", str(self.folder), *words]) == code
        said = self._capsys.readouterr()
        return (said.out or said.err).strip()

    def invite(self) -> None:
        self.run("enrol-invite", "C07", str(self.invitation), "--address", "https://centre")

    def answered(self, request: Path, code: int = 0) -> str:
        return self.run("enrol-file", str(request), str(self.answer), code=code)


class Away:
    """A counter with the real files and the verbs."""

    def __init__(self) -> None:
        counter, files = Counter(), StickFiles()
        self.counter = counter
        self.ask = RequestByFile(counter.ledger, counter.keys, counter.address, files)
        self.enrol = EnrolByFile(counter.ledger, counter.keys, files, counter.clock)


@pytest.fixture
def stick(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Stick:
    return Stick(tmp_path, capsys)


def test_a_counter_without_a_network_is_enrolled_by_three_files(stick: Stick) -> None:
    away = Away()
    stick.invite()
    request = away.ask(stick.code, stick.invitation)
    said = stick.answered(request)
    assert said == f"{stick.answer}: give it to the counter that wrote {request.name}"
    away.enrol(stick.code, stick.answer)
    with away.counter.ledger.open_books() as books:
        certificate = books.enrolment.certificate()
    assert certificate is not None
    assert (certificate.counter_id, certificate.epoch) == ("C07", 1)
    assert certificate.receipt_series == "KID07"
    assert away.counter.address.server_url == "https://centre"


def test_an_answer_that_was_lost_is_given_again_with_the_same_certificate(stick: Stick) -> None:
    away = Away()
    stick.invite()
    request = away.ask(stick.code, stick.invitation)
    stick.answered(request)
    stick.answer.unlink()
    stick.answered(request)
    away.enrol(stick.code, stick.answer)
    assert away.counter.view_status().is_enrolled


def test_a_code_used_by_one_computer_is_not_good_for_another(stick: Stick) -> None:
    first, second = Away(), Away()
    second.counter.keys.made = 7
    stick.invite()
    stick.answered(first.ask(stick.code, stick.invitation))
    late = second.ask(stick.code, stick.invitation)
    stick.answer.unlink()
    said = stick.answered(late, code=2)
    assert said == (
        "enrol-C07-request-2.kesco: the code in this file is not good (used). Nothing was changed;"
        " give the counter a new code, and let it write a new request."
    )
    assert not stick.answer.exists()


def test_the_answer_of_one_computer_is_of_no_use_to_another(stick: Stick) -> None:
    first, second = Away(), Away()
    second.counter.keys.made = 7
    stick.invite()
    stick.answered(first.ask(stick.code, stick.invitation))
    second.ask(stick.code, stick.invitation)
    with pytest.raises(Refusal) as caught:
        second.enrol(stick.code, stick.answer)
    assert caught.value.code is RefusalCode.FILE_NOT_FOR_US


def test_a_file_that_is_not_taken_is_told_why(stick: Stick) -> None:
    away = Away()
    stick.invite()
    request = away.ask(stick.code, stick.invitation)
    whole = request.read_bytes()
    request.write_bytes(whole[:-40])
    assert "only half there, or was changed on the way. Nothing was changed" in stick.answered(
        request, code=2
    )
    assert "belongs to another step" in stick.answered(stick.invitation, code=2)
    assert "cannot be read (No such file" in stick.answered(stick.path / "none", code=2)
    assert "no counter C99" in stick.run("enrol-invite", "C99", str(stick.invitation), code=2)


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_for_test(request.param, tmp_path)


def answered(centre: PlayedCentre, content: bytes) -> bytes:
    return Centre(centre.database, centre.key, centre.settings, lambda: NOW_US).answer_request(
        content
    )


@pytest.mark.parametrize("plain", [b"", b"{}", b"\xff", b"[" * 9_999])
@pytest.mark.parametrize("centre", EACH_KIND[:1], indirect=True)
def test_what_is_no_request_is_answered_in_words(centre: PlayedCentre, plain: bytes) -> None:
    content = seal_file(FileKind.REQUEST, centre.key.public_key, plain)
    with pytest.raises(ValueError, match="is not what it says it is"):
        answered(centre, content)


def test_a_request_is_read_by_the_server_it_was_sealed_to_and_proved(centre: PlayedCentre) -> None:
    pair, other = KeyPair.fresh(), KeyPair.fresh()
    request = canonical_bytes(enrolment_request("AAAAAAAA", pair))
    with pytest.raises(ValueError, match="sealed to another server's key"):
        answered(centre, seal_file(FileKind.REQUEST, other.public_key, request))
    ours = centre.key.public_key
    with pytest.raises(ServerRefusal) as unknown:
        answered(centre, seal_file(FileKind.REQUEST, ours, request))
    assert unknown.value.code is Code.ENROLMENT_CODE_REFUSED
    unproved = enrolment_request("AAAAAAAA", pair)
    stolen = type(unproved)(
        unproved.code, "A" * 43, unproved.previous_head, enrolment_request("A", other).proof
    )
    with pytest.raises(ServerRefusal) as wrong:
        answered(centre, seal_file(FileKind.REQUEST, ours, canonical_bytes(stolen)))
    assert wrong.value.code is Code.MALFORMED
    assert "makes no sense" in sealed_files.refusal_sentence(wrong.value)


def test_every_flaw_has_its_sentence() -> None:
    assert set(sealed_files.SENTENCES) == set(FileFlaw)


def test_without_its_standby_the_centre_promises_nothing() -> None:
    busy = ServerRefusal(Code.BUSY, "no standby")
    assert "a promise: try again" in sealed_files.refusal_sentence(busy)
    assert "a promise: try again" in CarriedTaken("C07", stopped_by=busy).sentence()
