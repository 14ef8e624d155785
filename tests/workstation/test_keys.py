"""Keys: never overwritten, never in the vault alone, never silently replaced."""

from __future__ import annotations

import ctypes
import logging
import os
import stat
from typing import TYPE_CHECKING

import keyring
import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import KEY_BYTES, head_is_signed, key_id_of
from counter_app.workstation import dpapi
from counter_app.workstation.keys import LEDGER_KEY, Keys, SecretPlace
from counter_app.workstation.secret_files import SecretFiles, Vault
from tests.workstation.places import FakePlace, LockedVault, MemoryVault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A_KEY = bytes(range(32))
OTHER_KEY = bytes(range(32, 64))


@pytest.fixture
def vault() -> Iterator[MemoryVault]:
    """The operating system's vault for this test; the real one is never asked."""
    before = keyring.get_keyring()
    memory = MemoryVault()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def locked_vault() -> Iterator[LockedVault]:
    before = keyring.get_keyring()
    locked = LockedVault()
    keyring.set_keyring(locked)
    yield locked
    keyring.set_keyring(before)


def key_lost(keys: Keys, *, is_ledger_there: bool) -> None:
    with pytest.raises(Fault) as caught:
        keys.ledger_key(is_ledger_there=is_ledger_there)
    assert caught.value.code is FaultCode.LEDGER_KEY_LOST


# the keys


def test_a_new_counter_gets_a_key_in_every_place_the_vault_last() -> None:
    journal: list[str] = []
    vault, files = FakePlace("vault", journal=journal), FakePlace("files", journal=journal)
    key = Keys([vault, files]).ledger_key(is_ledger_there=False)
    assert len(key) == KEY_BYTES
    assert vault.secrets == files.secrets == {LEDGER_KEY: key}
    assert journal == ["files", "vault"]


def test_every_new_counter_gets_another_key() -> None:
    made = {Keys([FakePlace()]).ledger_key(is_ledger_there=False) for _ in range(5)}
    assert len(made) == 5


def test_a_file_that_cannot_be_written_leaves_nothing_in_the_vault_alone() -> None:
    vault, files = FakePlace(), FakePlace(is_broken=True)
    with pytest.raises(Fault) as caught:
        Keys([vault, files]).ledger_key(is_ledger_there=False)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
    assert vault.secrets == {}


def test_the_vault_is_asked_first() -> None:
    vault = FakePlace(secrets={LEDGER_KEY: A_KEY})
    files = FakePlace(secrets={LEDGER_KEY: OTHER_KEY})
    assert Keys([vault, files]).ledger_key(is_ledger_there=True) == A_KEY
    assert files.secrets == {LEDGER_KEY: OTHER_KEY}


def test_after_a_profile_reset_the_file_still_opens_the_ledger_and_fills_the_vault() -> None:
    vault, files = FakePlace(), FakePlace(secrets={LEDGER_KEY: A_KEY})
    assert Keys([vault, files]).ledger_key(is_ledger_there=True) == A_KEY
    assert vault.secrets == {LEDGER_KEY: A_KEY}


def test_a_key_found_in_the_vault_alone_is_given_to_the_file() -> None:
    vault, files = FakePlace(secrets={LEDGER_KEY: A_KEY}), FakePlace()
    assert Keys([vault, files]).ledger_key(is_ledger_there=False) == A_KEY
    assert files.secrets == {LEDGER_KEY: A_KEY}


def test_a_second_copy_that_cannot_be_made_is_logged_and_money_can_be_taken(
    caplog: pytest.LogCaptureFixture,
) -> None:
    vault, files = FakePlace(secrets={LEDGER_KEY: A_KEY}), FakePlace(is_broken=True)
    with caplog.at_level(logging.WARNING):
        assert Keys([vault, files]).ledger_key(is_ledger_there=True) == A_KEY
    assert "no second copy of key ledger" in caplog.text
    assert A_KEY.hex() not in caplog.text


def test_a_ledger_without_its_key_is_never_given_another() -> None:
    vault, files = FakePlace(), FakePlace()
    key_lost(Keys([vault, files]), is_ledger_there=True)
    assert vault.secrets == files.secrets == {}


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(33)])
@pytest.mark.parametrize("is_ledger_there", [True, False])
def test_a_damaged_key_is_not_replaced(damaged: bytes, is_ledger_there: bool) -> None:  # noqa: FBT001 - a case of the test
    place = FakePlace(secrets={LEDGER_KEY: damaged})
    key_lost(Keys([place]), is_ledger_there=is_ledger_there)
    assert place.secrets == {LEDGER_KEY: damaged}


def test_a_damaged_key_in_the_vault_does_not_hide_the_good_one_in_the_file() -> None:
    vault = FakePlace(secrets={LEDGER_KEY: b"short"})
    files = FakePlace(secrets={LEDGER_KEY: A_KEY})
    assert Keys([vault, files]).ledger_key(is_ledger_there=True) == A_KEY
    assert vault.secrets == {LEDGER_KEY: b"short"}


def test_a_new_epoch_has_its_own_key_pair_found_again_after_a_restart() -> None:
    place = FakePlace()
    pair = Keys([place]).fresh_signer()
    assert set(place.secrets) == {f"epoch-{key_id_of(pair.public_key)}"}
    again = Keys([place]).signer_for(pair.public_key)
    assert head_is_signed(pair.public_key, bytes(32), again.sign_head(bytes(32)))
    assert Keys([place]).fresh_signer().public_key != pair.public_key


def test_a_key_pair_is_read_from_its_place_once() -> None:
    place = FakePlace()
    keys = Keys([place])
    pair = keys.fresh_signer()
    place.secrets.clear()
    assert keys.signer_for(pair.public_key) is pair


def test_a_lost_signing_key_is_said() -> None:
    with pytest.raises(Fault) as caught:
        Keys([FakePlace()]).signer_for(bytes(32))
    assert caught.value.code is FaultCode.LEDGER_KEY_LOST


# files


def test_a_secret_is_kept_in_a_file_and_read_back(tmp_path: Path) -> None:
    files = SecretFiles(tmp_path / "keys")
    assert files.read("ledger") is None
    files.write("ledger", A_KEY)
    assert SecretFiles(tmp_path / "keys").read("ledger") == A_KEY


def test_a_secret_is_readable_by_its_owner_alone_or_sealed_to_the_computer(tmp_path: Path) -> None:
    SecretFiles(tmp_path).write("ledger", A_KEY)
    path = tmp_path / "ledger.key"
    is_owners_alone = stat.S_IMODE(path.stat().st_mode) == 0o600
    assert is_owners_alone if os.name == "posix" else A_KEY not in path.read_bytes()


def test_a_secret_is_never_written_over(tmp_path: Path) -> None:
    files = SecretFiles(tmp_path)
    files.write("ledger", A_KEY)
    with pytest.raises(Fault) as caught:
        files.write("ledger", OTHER_KEY)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN
    assert files.read("ledger") == A_KEY


def test_a_secret_that_is_there_but_cannot_be_read_is_lost_not_absent(tmp_path: Path) -> None:
    (tmp_path / "ledger.key").mkdir()
    with pytest.raises(Fault) as caught:
        SecretFiles(tmp_path).read("ledger")
    assert caught.value.code is FaultCode.LEDGER_KEY_LOST


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("in the way", encoding="utf-8")
    with pytest.raises(Fault) as caught:
        SecretFiles(tmp_path / "keys").write("ledger", A_KEY)
    assert caught.value.code is FaultCode.FILE_NOT_WRITTEN


def test_a_secret_with_zeros_in_it_is_handed_to_windows_whole() -> None:
    secret = b"\x00one\x00two\x00"
    handed = dpapi._blob(secret)  # noqa: SLF001 - what can be seen of it without Windows
    assert ctypes.string_at(handed.data, handed.size) == secret


# the operating system's vault


def test_the_vault_keeps_secrets_of_two_counters_apart(vault: MemoryVault) -> None:
    Vault("one").write("ledger", A_KEY)
    Vault("two").write("ledger", OTHER_KEY)
    assert Vault("one").read("ledger") == A_KEY
    assert Vault("two").read("ledger") == OTHER_KEY
    assert Vault("three").read("ledger") is None
    assert {service for service, _ in vault.kept} == {"kesco-counter"}


def test_what_the_vault_cannot_give_back_whole_counts_as_absent(vault: MemoryVault) -> None:
    Vault("one").write("ledger", A_KEY)
    (slot,) = vault.kept
    vault.kept[slot] = "not base64url!"
    assert Vault("one").read("ledger") is None


def test_without_an_open_vault_the_file_is_enough(
    locked_vault: LockedVault, tmp_path: Path
) -> None:
    places: list[SecretPlace] = [Vault("one"), SecretFiles(tmp_path)]
    key = Keys(places).ledger_key(is_ledger_there=False)
    assert Keys(places).ledger_key(is_ledger_there=True) == key
    assert locked_vault.kept == {}


def test_vault_and_file_hold_the_same_key(vault: MemoryVault, tmp_path: Path) -> None:
    key = Keys([Vault("one"), SecretFiles(tmp_path)]).ledger_key(is_ledger_there=False)
    assert Vault("one").read(LEDGER_KEY) == SecretFiles(tmp_path).read(LEDGER_KEY) == key
    assert len(vault.kept) == 1
