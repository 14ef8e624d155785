"""Where secrets are kept: an owner-only file (on Windows sealed to the computer), and the system's vault."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import raw_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

BINARY: int = getattr(os, "O_BINARY", 0)
"""On Windows a file is text unless it is said: a byte 10 of a key would become two."""

OWNER_ONLY = 0o600
VAULT_SERVICE = "kesco-counter"


class SecretFiles:
    """One file a secret, readable by its owner alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """The secret, or None. Raises Fault LEDGER_KEY_LOST when it is there but cannot be read."""
        path = self._folder / f"{name}.key"
        try:
            return _unsealed(path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Fault(FaultCode.LEDGER_KEY_LOST, f"{path.name}: {error}") from error

    def write(self, name: str, secret: bytes) -> None:
        """Keep it, durably, never over another. Raises Fault FILE_NOT_WRITTEN."""
        path = self._folder / f"{name}.key"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, OWNER_ONLY)
            with os.fdopen(handle, "wb") as file:
                file.write(_sealed(secret))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{path.name}: {error}") from error


class Vault:
    """The operating system's own vault (Windows Credential Manager, Secret Service), where there is one."""

    def __init__(self, place: str) -> None:
        self._place = place

    def read(self, name: str) -> bytes | None:
        """The secret, or None when the vault has none, cannot be read, or is not there."""
        import keyring  # noqa: PLC0415 - 0.08 s that the first window need not wait for
        from keyring.errors import KeyringError  # noqa: PLC0415 - with it

        try:
            text = keyring.get_password(VAULT_SERVICE, f"{self._place}/{name}")
            return raw_of(text) if text else None
        except (KeyringError, ValueError):
            return None

    def write(self, name: str, secret: bytes) -> None:
        """Keep it if there is a vault; the owner-only file is kept in any case."""
        import keyring  # noqa: PLC0415 - see read
        from keyring.errors import KeyringError  # noqa: PLC0415 - see read

        try:
            keyring.set_password(VAULT_SERVICE, f"{self._place}/{name}", text_of(secret))
        except KeyringError:
            return


if sys.platform == "win32":  # pragma: no cover - runs on Windows only
    from counter_app.workstation.dpapi import seal_to_computer, unseal_on_computer

    def _sealed(secret: bytes) -> bytes:
        return seal_to_computer(secret)

    def _unsealed(stored: bytes) -> bytes:
        return unseal_on_computer(stored)

else:

    def _sealed(secret: bytes) -> bytes:
        return secret

    def _unsealed(stored: bytes) -> bytes:
        return stored
