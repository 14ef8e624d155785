"""Enrolment without a network: the code names whose files count, and every other file is refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.use_cases.enrol_by_file import EnrolByFile, RequestByFile
from counter_app.wire.canonical import KeyPair, key_id_of, raw_of, sign_answer, text_of
from counter_app.wire.exchange import Enrolment, EnrolmentRequest
from counter_app.wire.sealed import FileKind, Invitation, invite, read_file, seal_file
from tests.builders import CASHIER_ID, PIN, SERVER_KEY, a_certificate, a_roster
from tests.fakes.files import FakeFiles
from tests.use_cases.counter import Counter, an_open_counter

STICK = Path("stick")
INVITED, ANSWER = STICK / "invitation.kesco", STICK / "answer.kesco"
CODE = f"KQ7MP2XA-{key_id_of(SERVER_KEY.public_key)}"
OTHER = KeyPair.from_seed(b"\x07" * 32)


class Desk:
    """A counter with a stick in it, and a centre that answers files."""

    def __init__(self, counter: Counter | None = None) -> None:
        self.counter = counter or Counter()
        self.files = FakeFiles({INVITED: invitation()})
        self.ask = RequestByFile(
            self.counter.ledger, self.counter.keys, self.counter.address, self.files
        )
        self.enrol = EnrolByFile(
            self.counter.ledger, self.counter.keys, self.files, self.counter.clock
        )

    def request(self, path: Path) -> EnrolmentRequest:
        plain = read_file(FileKind.REQUEST, self.files.held[path]).opened_by(SERVER_KEY)
        return msgspec.json.decode(plain, type=EnrolmentRequest)

    def answered(
        self, request: EnrolmentRequest, by: KeyPair = SERVER_KEY, key: str = "", to: str = ""
    ) -> None:
        """The centre's answer lies on the stick."""
        certificate = msgspec.structs.replace(
            a_certificate(),
            public_key=key or request.public_key,
            server_keys={key_id_of(by.public_key): text_of(by.public_key)},
        )
        signed = sign_answer(by, Enrolment(certificate, a_roster()))
        self.files.held[ANSWER] = seal_file(
            FileKind.ANSWER, raw_of(to or request.public_key), signed
        )

    def refused(self, path: Path, code: str = CODE) -> RefusalCode:
        verb = self.enrol if path == ANSWER else self.ask
        with pytest.raises(Refusal) as caught:
            verb(code, path)
        assert caught.value.facts.get("file") in (None, path.name)
        assert not self.counter.view_status().is_enrolled
        return caught.value.code


def invitation(by: KeyPair = SERVER_KEY, url: str = "https://centre") -> bytes:
    told = Invitation(
        "C07", "Counter 7", "Kidwai Nagar", "किदवई नगर", text_of(by.public_key), url, 1
    )
    return invite(by, told)


def test_two_files_and_a_code_enrol_the_counter() -> None:
    desk = Desk()
    path = desk.ask(f" {CODE.lower()} ", INVITED)
    assert path == STICK / "enrol-C07-request.kesco"
    assert desk.counter.address.server_url == "https://centre"
    request = desk.request(path)
    assert request.code == "KQ7MP2XA"
    assert CODE[:8].encode() not in desk.files.held[path]
    desk.answered(request)
    desk.enrol(CODE, ANSWER)
    assert desk.counter.view_status().counter_id == "C07"
    assert desk.counter.sign_in(CASHIER_ID, PIN).shift is None


def test_a_request_that_was_lost_is_written_anew_beside_the_first() -> None:
    desk = Desk()
    first, second = desk.ask(CODE, INVITED), desk.ask(CODE, INVITED)
    assert second.name == "enrol-C07-request-2.kesco"
    desk.answered(desk.request(first))
    desk.enrol(CODE, ANSWER)
    assert desk.counter.view_status().is_enrolled


def test_an_invitation_without_an_address_keeps_the_one_known() -> None:
    desk = Desk()
    desk.counter.address.server_url = "https://known"
    desk.files.held[INVITED] = invitation(url="")
    desk.ask(CODE, INVITED)
    assert desk.counter.address.server_url == "https://known"


def test_an_invitation_of_another_hand_makes_no_key() -> None:
    desk = Desk()
    desk.files.held[INVITED] = invitation(OTHER)
    assert desk.refused(INVITED) is RefusalCode.FILE_NOT_GENUINE
    desk.files.held[INVITED] = b"Dear sir"
    assert desk.refused(INVITED) is RefusalCode.FILE_NOT_OURS
    desk.files.held[INVITED] = invitation()[:-30]
    assert desk.refused(INVITED) is RefusalCode.FILE_CUT
    assert desk.counter.keys.made == 0


def test_an_answer_of_another_hand_enrols_nothing() -> None:
    desk = Desk()
    request = desk.request(desk.ask(CODE, INVITED))
    desk.answered(request, by=OTHER)
    assert desk.refused(ANSWER) is RefusalCode.FILE_NOT_GENUINE
    desk.files.held[ANSWER] = desk.files.held[INVITED]
    assert desk.refused(ANSWER) is RefusalCode.FILE_OTHER_KIND


def test_an_answer_for_another_computer_is_not_ours() -> None:
    desk = Desk()
    request = desk.request(desk.ask(CODE, INVITED))
    desk.answered(request, to=text_of(OTHER.public_key))
    assert desk.refused(ANSWER) is RefusalCode.FILE_NOT_FOR_US
    desk.answered(request, key=text_of(OTHER.public_key))
    assert desk.refused(ANSWER) is RefusalCode.FILE_NOT_FOR_US


def test_the_keys_place_may_fail_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    desk.answered(desk.request(desk.ask(CODE, INVITED)))

    def fails(_self: object, _public_key: bytes) -> None:
        raise Fault(FaultCode.FILE_NOT_READ, "the vault")

    monkeypatch.setattr(type(desk.counter.keys), "signer_for", fails)
    with pytest.raises(Fault) as caught:
        desk.enrol(CODE, ANSWER)
    assert caught.value.code is FaultCode.FILE_NOT_READ


@pytest.mark.parametrize("path", [INVITED, ANSWER], ids=["invitation", "answer"])
def test_nothing_is_read_without_a_code_of_the_right_form(path: Path) -> None:
    desk = Desk()
    assert desk.refused(path, "KQ7MP2XA") is RefusalCode.ENROLMENT_CODE_REFUSED


@pytest.mark.parametrize("path", [INVITED, ANSWER], ids=["invitation", "answer"])
def test_a_counter_that_is_enrolled_already_reads_no_file(path: Path) -> None:
    desk = Desk(an_open_counter())
    with pytest.raises(Refusal) as caught:
        (desk.enrol if path == ANSWER else desk.ask)(CODE, path)
    assert caught.value.code is RefusalCode.ENROLLED_ALREADY


def test_a_stick_that_is_gone_or_full_is_a_fault() -> None:
    desk = Desk()
    with pytest.raises(Fault) as missing:
        desk.enrol(CODE, ANSWER)
    assert missing.value.code is FaultCode.FILE_NOT_READ
    desk.files.is_full = True
    with pytest.raises(Fault) as full:
        desk.ask(CODE, INVITED)
    assert full.value.code is FaultCode.FILE_NOT_WRITTEN
