"""The signed batch files of a business day: whole, signed, numbered without a gap, never changed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from billing_server.connectors import files
from billing_server.connectors.acknowledgements import take_acknowledgements
from billing_server.connectors.files import FileAdapter
from billing_server.connectors.instructions import Terms
from billing_server.connectors.outbox import release_refused
from billing_server.connectors.runner import run_once
from billing_server.store import book_load
from billing_server.store.enrolment import CounterPlace, issue_code
from counter_app.wire.canonical import NO_HEAD, KeyPair, raw_of
from counter_app.wire.messages import ChainHead
from tests.billing_server.centres import A, B, centre_with_two_consumers
from tests.billing_server.connectors.outlets import TERMS, projected, state_of
from tests.billing_server.players import (
    DAY,
    NOW_US,
    PlayedCounter,
    cash,
    cheque,
    cheque_identity,
    consumer,
    paid_by,
    returned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.connectors.runner import Run
    from tests.billing_server.centres import PlayedCentre

NEXT_DAY = "2026-11-19"
ED25519_DER_HEAD = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of a public key in its usual envelope (RFC 8410)."""


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PlayedCentre]:
    (tmp_path / "db").mkdir()
    yield from centre_with_two_consumers("sqlite", tmp_path / "db")


class Folder:
    """The folder the other side reads."""

    def __init__(self, centre: PlayedCentre, path: Path) -> None:
        self.centre, self.path = centre, path

    def run(self, through: str = NEXT_DAY, terms: Terms = TERMS) -> Run:
        adapter = FileAdapter(self.path, self.centre.key, terms, through)
        return run_once(self.centre.database, adapter, lambda: NOW_US)

    def names(self) -> list[str]:
        return sorted(one.name for one in self.path.iterdir())

    def manifest(self, name: str) -> dict[str, Any]:
        """Once its signature and the sums of its files are seen to be right."""
        raw = (self.path / f"{name}.manifest.json").read_bytes()
        signature = raw_of((self.path / f"{name}.manifest.json.sig").read_text())
        VerifyKey(self.centre.key.public_key).verify(raw, signature)
        told: dict[str, Any] = json.loads(raw)
        for one in told["files"]:
            content = (self.path / one["name"]).read_bytes()
            assert len(content) == one["bytes"]
            assert hashlib.sha256(content).hexdigest() == one["sha256"]
        return told

    def rows(self, name: str) -> list[dict[str, str]]:
        text = (self.path / f"{name}.csv").read_bytes().decode()
        return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def folder(centre: PlayedCentre, tmp_path: Path) -> Folder:
    return Folder(centre, tmp_path / "postings")


FIRST, SECOND = f"postings-{DAY}-01", f"postings-{DAY}-02"


def test_a_day_is_one_signed_file_and_what_comes_late_is_the_next(
    centre: PlayedCentre, folder: Folder
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(counter, paid, paid_by(B, cash(40_05)))
    assert folder.run().handed_on == 2
    assert folder.names() == [
        f"{FIRST}{end}" for end in (".csv", ".json", ".manifest.json", ".manifest.json.sig")
    ]
    before = {name: (folder.path / name).read_bytes() for name in folder.names()}
    first = folder.manifest(FIRST)
    assert (first["number"], first["part"], first["count"]) == (1, 1, 2)
    assert (first["amount"], first["businessDate"], first["manifestBefore"]) == ("100.05", DAY, "")
    assert folder.run().parcels == 0
    centre.told(counter, returned(cheque_identity("123456"), (paid, 60_00)))
    centre.told(counter, paid_by(A, cash(1_00), business_date=NEXT_DAY))
    assert folder.run().parcels == 2
    assert {name: (folder.path / name).read_bytes() for name in before} == before
    second, third = folder.manifest(SECOND), folder.manifest(f"postings-{NEXT_DAY}-01")
    assert [one["number"] for one in (first, second, third)] == [1, 2, 3]
    assert (second["part"], second["amount"], third["part"]) == (2, "-60.00", 1)
    manifest = before[f"{FIRST}.manifest.json"]
    assert second["manifestBefore"] == hashlib.sha256(manifest).hexdigest()
    (correction,) = folder.rows(SECOND)
    assert (correction["amount"], correction["kind"]) == ("-60.00", "CORRECTION")
    assert json.loads((folder.path / f"{SECOND}.json").read_text()) == [correction]


def test_a_day_that_is_not_over_waits(centre: PlayedCentre, folder: Folder) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    assert folder.run(through="2026-11-17").parcels == 0
    assert folder.run(through=DAY).parcels == 1


def oddly_named(centre: PlayedCentre, counter_id: str) -> PlayedCounter:
    place = CounterPlace(counter_id, "Counter", "Kidwai Nagar", "किदवई नगर", "S7")
    code = issue_code(centre.database, centre.key, place, centre.settings, NOW_US)
    pair = KeyPair.fresh()
    centre.use_code(code, pair)
    return PlayedCounter(counter_id, 1, pair, ChainHead(1, 0, NO_HEAD))


def test_nothing_runs_as_a_formula_and_the_json_is_as_it_is(
    centre: PlayedCentre, folder: Folder
) -> None:
    odd = consumer(A, mobile="=HYPERLINK(1)", division="+Kidwai", connection="@x")
    book_load.load_book(centre.database, [odd], [])
    centre.told(oddly_named(centre, "-7"), paid_by(A, cash(1_00)))
    folder.run()
    (row,) = folder.rows(FIRST)
    assert (row["mobile"], row["divisionCode"]) == ("'=HYPERLINK(1)", "'+Kidwai")
    assert (row["connectionType"], row["referenceTransactionId"]) == ("'@x", "'-7.1.1.1.1")
    (told,) = json.loads((folder.path / f"{FIRST}.json").read_text())
    assert (told["mobile"], told["referenceTransactionId"]) == ("=HYPERLINK(1)", "-7.1.1.1.1")
    answer = (
        f"referenceTransactionId,status,reason\n{row['referenceTransactionId']},ACCEPTED,\nEND,1,\n"
    )
    taken = take_acknowledgements(centre.database, files.NAME, answer.encode(), "a.csv", NOW_US)
    assert taken.done == 1


def test_a_folder_that_cannot_be_written_loses_nothing_and_no_number(
    centre: PlayedCentre, folder: Folder
) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    folder.path.write_text("a file stands where the folder should")
    run = folder.run()
    assert "cannot be written" in run.stopped_by
    assert "nothing is lost, run again" in run.stopped_by
    assert state_of(centre.database, files.NAME, "C07.1.1.1.1") == "GIVEN"
    folder.path.unlink()
    assert folder.run(terms=Terms("OTHER", {}, {})).handed_on == 1
    assert folder.manifest(FIRST)["discom"] == "KESCO"


def test_a_file_of_another_hand_is_not_written_over(centre: PlayedCentre, folder: Folder) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    folder.path.mkdir()
    (folder.path / f"{FIRST}.csv").write_text("theirs")
    assert "is there with other bytes" in folder.run().stopped_by
    assert folder.names() == [f"{FIRST}.csv"]


def test_a_half_written_day_is_made_whole_by_the_next_run(
    centre: PlayedCentre, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    honest = files.write_whole

    def cut(path: Path, content: bytes) -> None:
        if path.suffix == ".json":
            raise KeyboardInterrupt
        honest(path, content)

    monkeypatch.setattr(files, "write_whole", cut)
    with pytest.raises(KeyboardInterrupt):
        folder.run()
    assert folder.names() == [f"{FIRST}.csv"]
    monkeypatch.undo()
    assert folder.run().handed_on == 1
    assert folder.manifest(FIRST)["count"] == 1


def test_a_changed_manifest_does_not_verify(centre: PlayedCentre, folder: Folder) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    folder.run()
    path = folder.path / f"{FIRST}.manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"1.00"', b'"9.00"'))
    with pytest.raises(BadSignatureError):
        folder.manifest(FIRST)


def test_the_signature_is_one_that_openssl_knows(
    centre: PlayedCentre, folder: Folder, tmp_path: Path
) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is the other side's tool")
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    folder.run()
    key, signature = tmp_path / "key.der", tmp_path / "sig"
    key.write_bytes(ED25519_DER_HEAD + centre.key.public_key)
    manifest = folder.path / f"{FIRST}.manifest.json"
    signature.write_bytes(raw_of(manifest.with_name(f"{manifest.name}.sig").read_text()))
    words = ["pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", str(key), "-rawin"]
    words += ["-in", str(manifest), "-sigfile", str(signature)]
    subprocess.run([openssl, *words], check=True, capture_output=True)


def test_a_refused_line_that_is_released_goes_into_the_next_file(
    centre: PlayedCentre, folder: Folder
) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)), paid_by(A, cash(2_00)))
    folder.run()
    (first, _) = projected(centre)
    answer = f"referenceTransactionId,status,reason\n{first.reference},REFUSED,closed\nEND,1,\n"
    take_acknowledgements(centre.database, files.NAME, answer.encode(), "a.csv", NOW_US)
    release_refused(
        centre.database, files.NAME, first.reference, by="anita", reason="opened", now_us=NOW_US
    )
    assert folder.run().handed_on == 1
    (again,) = folder.rows(SECOND)
    assert again["referenceTransactionId"] == first.reference
