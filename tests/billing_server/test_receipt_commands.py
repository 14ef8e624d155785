"""``check-receipt`` as an office uses it: a scanner, a file of keys carried to where no line is, a picture."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import segno

from billing_server.__main__ import main
from billing_server.check_page import check_address
from counter_app.domain.receipt_verdict import Verdict
from counter_app.wire.canonical import KeyPair, sign_answer
from counter_app.wire.receipt_proof import proof_digits
from tests.billing_server.players import payment, reversal
from tests.billing_server.proofs import digits_of
from tests.billing_server.receipt_vectors import FORGER, HINDI, proof, the_list
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Desk:
    """A server's folder, and the figures of a receipt it knows and of one that was reversed."""

    folder: Path
    genuine: str
    copy: str
    reversed: str
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: str) -> tuple[int, str]:
        """The exit code and what was printed."""
        code = main(["--folder", str(self.folder), *words])
        return code, self.capsys.readouterr().out

    def refuse(self, *words: str) -> str:
        assert main(list(words)) == 2
        return self.capsys.readouterr().err.strip().splitlines()[-1]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    office = open_office(tmp_path / "server")
    counter = office.enrol()
    bad = payment(A, 70_00)
    kept, fell = counter.tell(payment(A, 2_663_55), bad)
    counter.tell(reversal(bad))
    office.link.push(1, counter.batch())
    office.close()
    figures = [digits_of(kept, counter), digits_of(kept, counter, 1), digits_of(fell, counter)]
    return Desk(tmp_path / "server", figures[0], figures[1], figures[2], capsys)


def test_a_genuine_receipt_is_said_to_be_so_with_what_stands_in_it(desk: Desk) -> None:
    code, said = desk.run("check-receipt", desk.genuine)
    assert code == 0
    assert said.startswith("GENUINE")
    for fact in ("₹ 2,663.55", A, "KID07/2627/", "18-11-2026 16:36:40 IST", "C07", "Check code: "):
        assert fact in said


def test_what_is_not_genuine_ends_with_one(desk: Desk) -> None:
    for text, word in (
        (desk.copy, "DUPLICATE 1: genuine, but a further copy"),
        (desk.reversed, "NOT VALID ANY MORE: the payment was reversed (cancelled), known at"),
        (proof_digits(proof(key=FORGER)), "UNKNOWN SIGNATURE"),
        (desk.genuine[:-1], "ALTERED"),
        ("Kanpur", "NOT A RECEIPT'S CODE"),
    ):
        code, said = desk.run("check-receipt", text)
        assert code == 1
        assert said.startswith(word)


def test_hindi_words_and_hindi_figures(desk: Desk) -> None:
    code, said = desk.run("check-receipt", "--language", "hi", desk.genuine.translate(HINDI))
    assert code == 0
    assert said.startswith("असली:")
    assert "खाता संख्या: 7412000001" in said
    assert "निरस्त कर दिया गया" in desk.run("check-receipt", "--language", "hi", desk.reversed)[1]


def test_a_scanner_types_one_receipt_after_another(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{desk.genuine}\n\n  {desk.copy} \n"))
    code, said = desk.run("check-receipt")
    assert code == 1
    assert [line.split(":")[0] for line in said.splitlines() if line[0] != " "] == [
        "GENUINE",
        "DUPLICATE 1",
    ]
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{desk.genuine}\n{desk.genuine}\n"))
    assert desk.run("check-receipt", "-")[0] == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert desk.run("check-receipt") == (1, "")


def test_a_saved_list_needs_no_server(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "keys.json"
    code, said = desk.run("save-receipt-keys", str(file))
    assert code == 0
    key_id = said.split()[-1]
    assert main(["check-receipt", "--keys", str(file), desk.genuine]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("GENUINE")
    assert "List of keys as of " in printed.err
    assert main(["check-receipt", "--keys", str(file), desk.reversed]) == 1
    words = ("check-receipt", "--keys", str(file), "--signed-by")
    assert main([*words, key_id.lower(), desk.genuine]) == 0
    assert "not by AAAA" in desk.refuse(*words, "AAAA", desk.genuine)


def test_a_list_that_is_not_whole_or_not_ours_checks_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    desk.run("save-receipt-keys", str(file))
    whole = file.read_text(encoding="utf-8")
    for broken in (whole[:-1], whole.replace('"C07"', '"C08"'), "{}", ""):
        file.write_text(broken, encoding="utf-8")
        said = desk.refuse("check-receipt", "--keys", str(file), desk.genuine)
        assert "is no whole list of save-receipt-keys. Nothing was checked" in said
    other = '{"server_key":"%s","signed":%s}'
    forger = KeyPair.from_seed(b"\x63" * 32)
    key = whole.partition('"server_key":"')[2].partition('"')[0]
    file.write_text(other % (key, sign_answer(forger, the_list()).decode()), encoding="utf-8")
    assert "no whole list" in desk.refuse("check-receipt", "--keys", str(file), desk.genuine)
    missing = str(tmp_path / "missing")
    assert "cannot be read" in desk.refuse("check-receipt", "--keys", missing, desk.genuine)
    folder = ["--folder", str(desk.folder)]
    assert "cannot be written" in desk.refuse(*folder, "save-receipt-keys", f"{missing}/keys.json")


def test_a_list_of_another_server_is_not_taken_for_this_ones(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    desk.run("save-receipt-keys", str(file))
    elsewhere = tmp_path / "elsewhere"
    main(["--folder", str(elsewhere), "alarms"])
    words = ("check-receipt", "--keys", str(file), desk.genuine)
    assert main(["--folder", str(elsewhere), *words]) == 0, "a folder without a key says nothing"
    main(["--folder", str(elsewhere), "save-receipt-keys", str(tmp_path / "other.json")])
    assert "not by" in desk.refuse("--folder", str(elsewhere), *words)


def test_a_folder_is_asked_for_where_one_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["check-receipt", "1"], ["alarms"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert "--folder DIR is needed" in capsys.readouterr().err


def test_a_picture_of_a_receipt_is_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "receipt.png"
    parts = ["https://billing.example/check/#", desk.genuine]
    code = segno.make(parts, error="m")  # type: ignore[arg-type]  # the stub knows no parts
    code.save(str(file), scale=4)
    ended, said = desk.run("check-receipt", "--picture", str(file))
    assert (ended, said.startswith("GENUINE")) == (0, True)
    segno.make("upi://pay?pa=kesco@bank", error="m").save(str(file), scale=4)
    assert desk.run("check-receipt", "--picture", str(file))[1].startswith("NOT A RECEIPT'S CODE")
    folder = ("--folder", str(desk.folder))
    file.write_bytes(b"no picture")
    assert "cannot be read as a picture" in desk.refuse(
        *folder, "check-receipt", "--picture", str(file)
    )


def test_a_picture_without_a_code_and_a_server_without_readers_say_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    file = tmp_path / "blank.png"
    Image.new("L", (200, 200), 255).save(file)
    words = ("--folder", str(desk.folder), "check-receipt", "--picture", str(file))
    assert "No square code of a receipt in" in desk.refuse(*words)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    said = desk.refuse(*words)
    assert "zxingcpp, which is not installed" in said
    assert "pip install zxing-cpp" in said


def test_every_verdict_has_its_words_in_both_languages() -> None:
    from billing_server.receipt_words import LANGUAGES, lines_of
    from counter_app.wire.receipt_keys import judge_receipt
    from tests.billing_server.receipt_vectors import texts

    keys, said = the_list(), {}
    for _name, text in texts():
        judged = judge_receipt(text, keys)
        for language in LANGUAGES.values():
            said[judged.verdict, language] = next(lines_of(judged, language))
    assert {verdict for verdict, _ in said} == set(Verdict) - {Verdict.NOT_OURS}, (
        "only books say that"
    )
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("https://billing.example/check/", "https://billing.example/check/#"),
        (" https://billing.example/check/# ", "https://billing.example/check/#"),
        ("http://[::1]:8443/check/", "http://[::1]:8443/check/#"),
    ],
)
def test_the_address_on_receipts_ends_where_their_figures_begin(typed: str, address: str) -> None:
    assert check_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "billing.example/check",
        "https://billing.example",
        "https://बिल.example/check/",
        "https://billing.example/check/?a=1",
        "https://billing.example/" + "c" * 80,
        "javascript:alert(1)//x/",
    ],
)
def test_an_address_that_no_phone_would_open_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="Nothing was done"):
        check_address(typed)
