"""Receipts asked for by SMS or e-mail: each address once, sent at most once, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.connectors.copies import CopyFolder, run_copies
from billing_server.connectors.port import AdapterFault
from billing_server.reading import MessageKey
from billing_server.store import receipt_copies
from billing_server.store.receipt_copies import CopyFlaw, CopyState, claim_copy, mark_copy
from counter_app.domain.receipt_copy import CopyWay
from counter_app.wire.bodies import ReceiptCopyAsked
from counter_app.wire.check_code import check_code, spaced_code
from counter_app.wire.exchange import Fate
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers
from tests.billing_server.players import DAY, cash, cheque, paid_by, reversal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.connectors.copies import CopiesRun, Letter
    from billing_server.store.receipt_copies import CopyAsked
    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

MOBILE, MAIL = "9876543210", "ram.lal@example.com"
PAGE = "https://billing.example/check/#"


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def asked(
    paid: PaymentTaken, address: str = MOBILE, way: str = "sms", **changes: object
) -> ReceiptCopyAsked:
    told = ReceiptCopyAsked(paid.receipt_no, way, address, "asha", DAY)
    return msgspec.structs.replace(told, **changes)


def of(centre: PlayedCentre, state: CopyState = CopyState.WAITING) -> tuple[CopyAsked, ...]:
    return centre.database.read(lambda c: receipt_copies.copies(c, state, 100))


@dataclass(slots=True)
class Gateway:
    """Keeps what it was handed; ``is_away`` takes nothing, ``dies`` ends the program in the middle."""

    letters: list[Letter] = field(default_factory=list)
    is_away: bool = False
    dies: bool = False

    def hand_on(self, letter: Letter) -> None:
        if self.is_away:
            raise AdapterFault("the gateway is away")
        self.letters.append(letter)
        if self.dies:
            raise KeyboardInterrupt


def run(centre: PlayedCentre, gateway: Gateway, page: str = PAGE) -> CopiesRun:
    return run_copies(centre.database, gateway, page, lambda: centre.now_us)


def test_what_is_asked_for_is_noted_and_waits(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    (_, told) = centre.told(counter, paid, asked(paid))
    assert told.fate is Fate.NOTED
    (one,) = of(centre)
    assert (one.key, one.receipt_no, one.way, one.address, one.cashier_id, one.asked_us) == (
        MessageKey("C07", 1, 2),
        paid.receipt_no,
        CopyWay.SMS,
        MOBILE,
        "asha",
        centre.now_us,
    )
    assert one.masked_address == "XXXXXX3210"


def test_the_same_receipt_goes_to_the_same_address_once(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid), asked(paid), asked(paid, MAIL, "email"))
    centre.told(counter, asked(paid, cashier_id="anil"))
    assert [one.address for one in of(centre)] == [MOBILE, MAIL]
    gateway = Gateway()
    assert run(centre, gateway).sent == 2
    centre.told(counter, asked(paid))
    assert run(centre, gateway).sent == 0
    assert [letter.to for letter in gateway.letters] == [MOBILE, MAIL]


def test_a_copy_says_sum_day_and_number_and_leads_to_the_check_page(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(2_663_55))
    centre.told(counter, paid, asked(paid))
    code = check_code(counter.sealed[0].hash)
    gateway = Gateway()
    run(centre, gateway)
    (letter,) = gateway.letters
    assert letter.id == "C07/1/2"
    assert letter.english == (
        f"KESCO: Rs 2,663.55 received on 18-11-2026 for account XXXXXX0001, receipt {paid.receipt_no}."
        f" Check code {spaced_code(code)}, {PAGE}{code}"
    )
    assert f"₹ 2,663.55 प्राप्त, रसीद {paid.receipt_no}। जाँच कोड" in letter.hindi
    assert A not in letter.english + letter.hindi + letter.subject + str(letter.fields)
    assert letter.fields["page"] == f"{PAGE}{code}"
    other = paid_by(A, cash(1_00))
    centre.told(counter, other, asked(other))
    run(centre, gateway, "")
    assert gateway.letters[-1].english.endswith(spaced_code(check_code(counter.sealed[2].hash)))


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("5876543210", "sms"),
        ("+919876543210", "sms"),
        ("ram@localhost", "email"),
        ("a" * 900 + "@example.com", "email"),
        (MOBILE, "pigeon"),
        ("य" * 2_000, "य" * 200),
    ],
)
def test_an_address_no_message_can_go_to_fails_at_once(
    centre: PlayedCentre, address: str, way: str
) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    (_, told) = centre.told(counter, paid, asked(paid, address, way))
    assert told.fate is Fate.NOTED
    (one,) = of(centre, CopyState.FAILED)
    assert one.detail == CopyFlaw.ADDRESS_WRONG
    assert run(centre, Gateway()).sent == 0


def test_a_date_that_is_none_is_kept_as_it_came_and_asks_for_nothing(
    centre: PlayedCentre,
) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    (_, told) = centre.told(counter, paid, asked(paid, business_date="tomorrow"))
    assert (told.fate, told.reference) == (Fate.NOT_APPLIED, "date_wrong")
    assert of(centre) == ()


def test_a_counter_asks_for_its_own_receipts_alone(centre: PlayedCentre) -> None:
    paid = paid_by(A, cash(70_00))
    centre.told(centre.counter("C07"), paid)
    centre.told(centre.counter("C08"), asked(paid))
    gateway = Gateway()
    assert (run(centre, gateway).waiting, gateway.letters) == (1, [])


def test_a_copy_waits_until_its_payment_is_told(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, asked(paid))
    gateway = Gateway()
    assert run(centre, gateway).waiting == 1
    centre.told(counter, paid)
    assert run(centre, gateway).sent == 1


def test_what_fell_meanwhile_is_not_sent(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cheque("100001", 60_00))
    centre.told(counter, paid, asked(paid), reversal(paid))
    gateway = Gateway()
    assert (run(centre, gateway).failed, gateway.letters) == (1, [])
    assert of(centre, CopyState.FAILED)[0].detail == CopyFlaw.DOES_NOT_STAND


def test_a_gateway_that_is_away_stops_the_run_and_loses_nothing(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid), asked(paid, MAIL, "email"))
    gateway = Gateway(is_away=True)
    assert "the gateway is away" in run(centre, gateway).stopped_by
    assert len(of(centre)) == 2
    gateway.is_away = False
    assert run(centre, gateway).sent == 2


def test_one_that_was_cut_off_is_never_sent_again_by_itself(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid))
    gateway = Gateway(dies=True)
    with pytest.raises(KeyboardInterrupt):
        run(centre, gateway)
    gateway.dies = False
    assert run(centre, gateway).sent == 0
    assert len(gateway.letters) == 1
    (one,) = of(centre, CopyState.FAILED)
    assert (one.detail, one.by) == (CopyFlaw.INTERRUPTED, "copies")


def test_two_runs_at_once_send_one_copy(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid))
    (one,) = of(centre)
    claims = [
        centre.database.write(lambda c: claim_copy(c, one.key, "copies", centre.now_us))
        for _ in range(2)
    ]
    assert claims == [True, False]


def test_a_person_says_what_became_of_one(centre: PlayedCentre) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid))
    key = of(centre)[0].key
    mark = centre.database, key
    mark_copy(*mark, CopyState.FAILED, "meera", "number is out of use", 1)
    assert of(centre, CopyState.FAILED)[0].detail == "number is out of use"
    mark_copy(*mark, CopyState.WAITING, "meera", "it works again", 2)
    mark_copy(*mark, CopyState.SENT, "meera", "by hand", 3)
    (sent,) = of(centre, CopyState.SENT)
    assert (sent.by, sent.detail, sent.state_us) == ("meera", "by hand", 3)
    for state in CopyState:
        with pytest.raises(ValueError, match="was sent already"):
            mark_copy(*mark, state, "meera", "again", 4)
    with pytest.raises(ValueError, match="no such copy"):
        mark_copy(centre.database, MessageKey("C07", 1, 1), CopyState.SENT, "meera", "x", 5)
    with pytest.raises(ValueError, match="must be said"):
        mark_copy(*mark, CopyState.SENT, "meera", " ", 6)
    assert run(centre, Gateway()).sent == 0


def test_a_folder_gets_one_whole_file_a_copy(centre: PlayedCentre, tmp_path: Path) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid, MAIL, "email"))
    folder = CopyFolder(tmp_path / "copies")
    run_copies(centre.database, folder, PAGE, lambda: centre.now_us)
    (file,) = folder.folder.iterdir()
    assert file.name == "copy-C07-1-2.json"
    told = json.loads(file.read_bytes())
    assert (told["way"], told["to"], set(told["text"])) == ("email", MAIL, {"en", "hi"})
    mark = (centre.database, MessageKey("C07", 1, 2))
    assert of(centre, CopyState.SENT)[0].key == mark[1]


def test_a_folder_that_cannot_be_written_says_so_and_a_file_that_is_there_stays(
    centre: PlayedCentre, tmp_path: Path
) -> None:
    counter, paid = centre.counter(), paid_by(A, cash(70_00))
    centre.told(counter, paid, asked(paid))
    (tmp_path / "copies").write_text("a file", encoding="utf-8")
    folder = CopyFolder(tmp_path / "copies")
    said = run_copies(centre.database, folder, PAGE, lambda: centre.now_us)
    assert "nothing was sent, run again when it can" in said.stopped_by
    assert len(of(centre)) == 1
    (tmp_path / "copies").unlink()
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "copy-C07-1-2.json").write_text("of other settings", encoding="utf-8")
    assert run_copies(centre.database, folder, PAGE, lambda: centre.now_us).sent == 1
    kept = (tmp_path / "copies" / "copy-C07-1-2.json").read_text(encoding="utf-8")
    assert kept == "of other settings"


@pytest.mark.parametrize(
    ("way", "address", "masked"),
    [
        (CopyWay.SMS, MOBILE, "XXXXXX3210"),
        (CopyWay.EMAIL, MAIL, "r•••@example.com"),
        (CopyWay.EMAIL, "nonsense", "XXXXense"),
        ("", "1", "X"),
    ],
)
def test_an_address_is_never_shown_whole(way: str, address: str, masked: str) -> None:
    key = MessageKey("C07", 1, 1)
    copy = receipt_copies.CopyAsked(
        key, "R", way, address, "asha", DAY, 1, CopyState.WAITING, 1, "", ""
    )
    assert copy.masked_address == masked
