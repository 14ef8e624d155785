"""The connectors at the command line, on a real folder."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from billing_server.__main__ import main
from billing_server.connectors.settings import read_settings
from counter_app.wire.bodies import ReceiptCopyAsked
from tests.billing_server.connectors.agency import Agency, AgencyServer
from tests.billing_server.players import DAY, cash, paid_by
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.wire.exchange import Certificate
    from tests.billing_server.players import PlayedCounter

REFERENCE = "C07.1.1.1.1"
NAME = f"postings-{DAY}-01"


@pytest.fixture
def office(tmp_path: Path) -> tuple[PlayedCounter, Certificate]:
    """A centre that booked one payment of Rs 60, closed again; the counter that told it."""
    opened = open_office(tmp_path)
    counter = opened.enrol()
    counter.tell(paid_by(A, cash(60_00), receipt_no="R1"))
    opened.link.push(1, counter.batch())
    opened.close()
    assert opened.certificate is not None
    return counter, opened.certificate


class Desk:
    """Runs ``connector`` and reads what it prints."""

    def __init__(
        self,
        folder: Path,
        told_by: tuple[PlayedCounter, Certificate],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.folder, self._capsys = folder, capsys
        self.counter, self.certificate = told_by

    def tell_copy(self) -> None:
        """Its counter asks for its receipt by SMS."""
        told = ReceiptCopyAsked("R1", "sms", "9876543210", "asha", DAY)
        self.counter.tell(told)
        office = open_office(self.folder)
        office.pair, office.certificate = self.counter.key, self.certificate
        office.link.push(1, self.counter.batch(2))
        office.close()

    def run(self, *words: str, code: int = 0) -> list[str]:
        assert main(["--folder", str(self.folder), "connector", *words]) == code
        said = self._capsys.readouterr()
        return (said.out or said.err).splitlines()


@pytest.fixture
def desk(
    tmp_path: Path,
    office: tuple[PlayedCounter, Certificate],
    capsys: pytest.CaptureFixture[str],
) -> Desk:
    return Desk(tmp_path, office, capsys)


def test_without_settings_the_days_go_into_files(desk: Desk) -> None:
    assert desk.run("reconcile", DAY, code=1)[1:] == [
        f"C07/1/1 part 1, account {A}: Rs 60.00 booked and no instruction yet"
    ]
    assert desk.run("run", "--through", DAY) == ["files: 1 new instructions; 1 handed on"]
    assert (desk.folder / "postings" / f"{NAME}.csv").exists()
    assert desk.run("run", "--through", DAY) == ["files: 0 new instructions; nothing waited"]
    assert desk.run("status") == ["files: nothing waits"]
    assert desk.run("reconcile", DAY, code=1)[-1] == (
        f"files: 1 of Rs 60.00 handed on, not acknowledged in {NAME}"
    )


def test_acknowledgements_are_taken_from_their_folder(desk: Desk) -> None:
    desk.run("run", "--through", DAY)
    inbox = desk.folder / "acknowledgements"
    inbox.mkdir()
    heading = "referenceTransactionId,status,reason"
    (inbox / "a.csv").write_text(f"{heading}\n{REFERENCE},REFUSED,no such bill\nEND,1,\n")
    (inbox / "b.csv").write_text(heading)
    said = desk.run("run", "--adapter", "files", "--through", DAY)
    assert said[0] == "a.csv: 0 acknowledged, 1 refused"
    assert said[1].startswith("NOT TAKEN: b.csv does not begin with")
    assert sorted(one.name for one in inbox.iterdir()) == ["b.csv", "taken"]
    assert desk.run("status")[1] == f"files: refused {REFERENCE} Rs 60.00: a.csv: no such bill"
    assert desk.run("retry", "files", REFERENCE, "anita", "bill told") == [
        f"{REFERENCE} goes out again with the next run"
    ]
    assert "was not refused" in desk.run("retry", "files", REFERENCE, "anita", "x", code=2)[0]
    desk.run("run", "--through", DAY)
    answer = desk.folder / "c.csv"
    answer.write_text(f"{heading}\n{REFERENCE},ACCEPTED,\nEND,1,\n")
    assert desk.run("acknowledge", str(answer)) == ["c.csv: 1 acknowledged, 0 refused"]
    assert desk.run("reconcile", DAY)[-1] == "no difference"


def test_the_push_is_set_up_by_a_file(desk: Desk) -> None:
    server = AgencyServer(Agency(token="secret"))
    (desk.folder / "token").write_text("secret\n")
    (desk.folder / "connectors.toml").write_text(
        'discom = "KESCO"\n[divisions]\n"Kidwai Nagar" = "KID"\n'
        f'[rest]\nurl = "{server.url}"\ntoken_file = "token"\nmost_lines = 10\n'
    )
    try:
        assert desk.run("run") == ["rest: 1 new instructions; 1 acknowledged"]
        assert desk.run("reconcile", DAY)[-1] == "no difference"
        assert "no adapter files" in desk.run("run", "--adapter", "files", code=2)[0]
    finally:
        server.close()
    assert server.agency.held[REFERENCE]["amount"] == "60.00"


def test_copies_of_receipts_go_into_a_folder_of_their_own(desk: Desk) -> None:
    desk.tell_copy()
    settings = desk.folder / "connectors.toml"
    settings.write_text("[copies]\nfolder = 'sms'\ncheck_page = 'https://billing.example/check/'\n")
    assert desk.run("run") == ["copies: 1 handed on, 0 failed, 0 wait"]
    assert desk.run("run") == ["copies: 0 handed on, 0 failed, 0 wait"]
    (file,) = (desk.folder / "sms").iterdir()
    told = json.loads(file.read_bytes())
    assert told["to"] == "9876543210"
    assert told["fields"]["page"].startswith("https://billing.example/check/#")
    settings.write_text("[files]\n[copies]\nfolder = 'sms'\n")
    assert len(desk.run("run", "--adapter", "files", "--through", DAY)) == 1


def test_copies_wait_where_no_folder_is_named_and_where_it_cannot_be_written(desk: Desk) -> None:
    desk.tell_copy()
    assert desk.run("run", "--through", DAY) == ["files: 1 new instructions; 1 handed on"]
    (desk.folder / "connectors.toml").write_text("[copies]\nfolder = 'sms'\n")
    (desk.folder / "sms").write_text("a file stands where the folder should")
    assert "1 wait; stopped: " in desk.run("run", code=1)[0]
    (desk.folder / "sms").unlink()
    assert desk.run("run") == ["copies: 1 handed on, 0 failed, 0 wait"]


def test_a_run_that_stopped_early_ends_with_its_own_code(desk: Desk) -> None:
    (desk.folder / "postings").write_text("a file stands where the folder should")
    assert "; stopped: " in desk.run("run", "--through", DAY, code=1)[0]


def test_it_runs_again_and_again_until_interrupted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", wait)
    with pytest.raises(KeyboardInterrupt):
        desk.run("run", "--every", "30")
    assert waits == [30.0, 30.0]


WRONG = {
    "no toml": ("[", "connectors.toml"),
    "unknown word": ("colour = 1", "unknown field"),
    "no address": ("[rest]", "missing required field `url`"),
    "plain": ('[rest]\nurl = "http://agency.example/"', "https address is needed"),
    "no lines": ('[rest]\nurl = "https://a/"\nmost_lines = 0', "1 or more"),
    "nothing": ('discom = "X"', "no adapter at all"),
}


@pytest.mark.parametrize(("text", "why"), WRONG.values(), ids=WRONG.keys())
def test_settings_that_make_no_sense_are_refused(desk: Desk, text: str, why: str) -> None:
    (desk.folder / "connectors.toml").write_text(text)
    assert why in desk.run("run", code=2)[0]


def test_a_file_that_is_not_there_is_said_in_words(desk: Desk) -> None:
    said = desk.run("acknowledge", str(desk.folder / "none.csv"), code=2)
    assert "No such file" in said[0]
    assert "Nothing was lost" in said[0]


def test_every_setting_of_the_push_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text(
        '[files]\nfolder = "/srv/out"\n[rest]\nurl = "https://a/v1"\ncertificate = "c.pem"\n'
        'certificate_key = "c.key"\nauthority = "ca.pem"\nmost_tries = 2\n'
    )
    settings = read_settings(tmp_path, path)
    assert str(settings.files_folder) == "/srv/out"
    assert settings.endpoint is not None
    assert settings.endpoint.certificate == tmp_path / "c.pem"
    assert (settings.endpoint.most_tries, settings.endpoint.most_lines) == (2, 50)
