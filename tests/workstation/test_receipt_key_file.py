"""The list that receipts are checked by, on the disk: whole, and believed only while our centre signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import KeyPair, key_id_of, sign_answer
from counter_app.workstation import receipt_key_file
from counter_app.workstation.receipt_key_file import ReceiptKeyFile
from tests.builders import SERVER_KEY
from tests.fakes.key_shelf import our_server_keys
from tests.wire.proofs import AS_OF_US, a_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SIGNED = sign_answer(SERVER_KEY, a_list())
NEWER = a_list(at_us=AS_OF_US + 1)
STRANGER = KeyPair.from_seed(b"the key of somebody else........")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "receipt-keys.json"


def opened(path: Path) -> ReceiptKeyFile:
    """As the next start of the program finds it."""
    return ReceiptKeyFile(path, our_server_keys)


def test_there_is_none_at_first(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert opened(path).read() is None
    assert caplog.text == ""


def test_what_was_kept_is_there_at_the_next_start(path: Path) -> None:
    shelf = opened(path)
    shelf.keep(SIGNED)
    assert shelf.read() == a_list()
    assert opened(path).read() == a_list()
    assert path.read_bytes() == SIGNED
    shelf.keep(sign_answer(SERVER_KEY, NEWER))
    assert shelf.read() == NEWER
    assert opened(path).read() == NEWER
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_every_changed_or_missing_byte_makes_it_none_and_is_logged(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    places = range(0, len(SIGNED), 7)
    for damaged in (
        *(SIGNED[:place] + bytes([SIGNED[place] ^ 1]) + SIGNED[place + 1 :] for place in places),
        *(SIGNED[:place] for place in places),
    ):
        path.write_bytes(damaged)
        caplog.clear()
        assert opened(path).read() is None, damaged
        assert "is not believed" in caplog.text


def test_a_strangers_list_is_not_believed(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(sign_answer(STRANGER, a_list()))
    assert opened(path).read() is None
    assert "is not believed" in caplog.text


def test_a_signed_answer_that_is_no_list_is_not_believed(path: Path) -> None:
    path.write_bytes(sign_answer(SERVER_KEY, {"roster": []}))
    assert opened(path).read() is None


def test_the_answer_to_who_has_the_list_is_no_list(path: Path) -> None:
    same = msgspec.structs.replace(a_list(), keys=(), gone=(), is_unchanged=True)
    path.write_bytes(sign_answer(SERVER_KEY, same))
    assert opened(path).read() is None


def test_a_file_that_is_far_too_large_is_not_read(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt_key_file, "MOST_FILE_BYTES", len(SIGNED) - 1)
    path.write_bytes(SIGNED)
    assert opened(path).read() is None
    assert "too large" in caplog.text


def test_a_folder_in_its_place_is_no_list(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.mkdir()
    assert opened(path).read() is None
    assert "is not believed" in caplog.text


def test_it_is_read_from_the_disk_once(path: Path) -> None:
    path.write_bytes(SIGNED)
    shelf = opened(path)
    assert shelf.read() == a_list()
    path.unlink()
    assert shelf.read() == a_list()


def test_a_counter_enrolled_elsewhere_believes_the_new_centre_alone(path: Path) -> None:
    trusted: dict[str, bytes] = {}

    def keys() -> Mapping[str, bytes]:
        return trusted

    shelf = ReceiptKeyFile(path, keys)
    shelf.keep(SIGNED)
    assert shelf.read() is None
    trusted.update(our_server_keys())
    assert shelf.read() == a_list()
    trusted.clear()
    trusted[key_id_of(STRANGER.public_key)] = STRANGER.public_key
    assert shelf.read() is None


def test_a_disk_that_takes_nothing_leaves_the_old_list(path: Path) -> None:
    shelf = opened(path)
    shelf.keep(SIGNED)
    path.with_name(path.name + ".part").mkdir()
    with pytest.raises(Fault) as raised:
        shelf.keep(sign_answer(SERVER_KEY, NEWER))
    assert raised.value.code is FaultCode.FILE_NOT_WRITTEN
    assert shelf.read() == a_list()
    assert opened(path).read() == a_list()
