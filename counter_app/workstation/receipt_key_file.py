"""The list that receipts are checked by, kept as the exact answer that the centre signed (port ``ReceiptKeyShelf``)."""

from __future__ import annotations

import logging
import os
from threading import Lock
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.canonical import NotOurServerError, decode_payload, open_answer
from counter_app.wire.receipt_keys import ReceiptKeys
from counter_app.workstation.kept_name import keep_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_log = logging.getLogger(__name__)

MOST_FILE_BYTES = 16 * 1024 * 1024
"""A list of a hundred thousand keys and fallen payments is half of this; what is more was not kept by us."""


class ReceiptKeyFile:
    """One file, believed only while a key signed it that the certificate in force names.

    It is read once and then remembered, since every receipt asks for its page. Safe to ask from any lane.
    """

    def __init__(self, path: Path, server_keys: Callable[[], Mapping[str, bytes]]) -> None:
        self._path, self._server_keys = path, server_keys
        self._turn = Lock()
        self._read_by: Mapping[str, bytes] | None = None
        """The server keys by which the list below was read; None when the file is to be read again."""
        self._told: ReceiptKeys | None = None

    def read(self) -> ReceiptKeys | None:
        """The list last kept; None for none, and for one that is damaged or not signed by our centre."""
        trusted = dict(self._server_keys())
        with self._turn:
            if self._read_by != trusted:
                self._told, self._read_by = self._load(trusted), trusted
            return self._told

    def keep(self, signed: bytes) -> None:
        """Replace the file whole, durably. Raises Fault FILE_NOT_WRITTEN; the old list is whole then."""
        part = self._path.with_name(self._path.name + ".part")
        with self._turn:
            try:
                with part.open("wb") as file:
                    file.write(signed)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(self._path)
                keep_name(self._path)
            except OSError as error:
                raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{self._path.name}: {error}") from error
            finally:
                self._read_by = None

    def _load(self, trusted: dict[str, bytes]) -> ReceiptKeys | None:
        try:
            with self._path.open("rb") as file:
                signed = file.read(MOST_FILE_BYTES + 1)
            if len(signed) > MOST_FILE_BYTES:
                _log.warning("%s is too large to be a list of ours", self._path.name)
                return None
            told: ReceiptKeys = decode_payload(open_answer(trusted, signed), ReceiptKeys)
        except FileNotFoundError:
            return None
        except (OSError, NotOurServerError) as error:
            _log.warning("%s is not believed: %s", self._path.name, error)
            return None
        if told.is_unchanged:
            _log.warning("%s holds no list", self._path.name)
            return None
        return told
