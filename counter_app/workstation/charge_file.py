"""What this counter asked the card terminal for: an encrypted file beside the books that survives a power cut.

Not in the ledger: a charge is no money of ours until a payment is posted, and the note must be on the disk before a
byte goes to the terminal (decision 0008). One line a note, each sealed by itself; the last line of a charge holds.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from counter_app.domain.card_sale import Charge, ChargeNote, SaleOutcome, SaleReason, SaleState
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import PaymentId
from counter_app.domain.money import Money
from counter_app.domain.tender import CardSlip
from counter_app.wire.decoding import read_json
from counter_app.workstation.kept_name import keep_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

KEPT = timedelta(days=8)
"""How long a note is kept that is open no more."""

_log = logging.getLogger(__name__)


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    group_id: UUID
    number: int
    amount_paise: int
    asked_at: datetime
    state: SaleState | None = None
    reason: SaleReason = SaleReason.NONE
    slip: CardSlip | None = None
    is_settled: bool = False


class ChargeFile:
    """The notes, read at the first call. Each call raises Fault FILE_NOT_WRITTEN when they cannot be read then.

    Lent to one thread at a time: the terminal's lane writes them, and a close on the ledger's lane asks what is open.
    """

    def __init__(self, path: Path, books_key: bytes, now: Callable[[], datetime]) -> None:
        key = hashlib.blake2b(books_key, digest_size=SecretBox.KEY_SIZE, person=b"kesco charges")
        self._path, self._box, self._now = path, SecretBox(key.digest()), now
        self._read: dict[tuple[UUID, int], _Line] | None = None
        self._turn = threading.RLock()

    def begin(self, charge: Charge, asked_at: datetime) -> None:
        """Note it, durably, before anything is sent. Raises Fault FILE_NOT_WRITTEN."""
        line = _Line(charge.group_id, charge.number, charge.amount.paise, asked_at)
        with self._turn:
            try:
                self._append(line)
            except OSError as error:
                raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{self._path.name}: {error}") from error
            self._lines()[charge.group_id, charge.number] = line

    def end(self, charge: Charge, outcome: SaleOutcome) -> None:
        """Note what is known; what could not be written is asked about again after the next start."""
        self._change(charge, state=outcome.state, reason=outcome.reason, slip=outcome.slip)

    def settle(self, charge: Charge) -> None:
        """Its payment is in the books."""
        self._change(charge, is_settled=True)

    def find(self, charge: Charge) -> ChargeNote | None:
        """The note of this number of this payment."""
        with self._turn:
            line = self._lines().get((charge.group_id, charge.number))
        return None if line is None else _note_of(line)

    def open(self) -> tuple[ChargeNote, ...]:
        """Perhaps charged, and not settled; oldest first."""
        with self._turn:
            notes = [_note_of(line) for line in self._lines().values() if _is_open(line)]
        return tuple(sorted(notes, key=lambda note: note.asked_at))

    def _change(self, charge: Charge, **changes: object) -> None:
        with self._turn:
            line = self._lines().get((charge.group_id, charge.number))
            if line is None:
                return
            changed = msgspec.structs.replace(line, **changes)
            self._lines()[charge.group_id, charge.number] = changed
            try:
                self._append(changed)
            except OSError as error:
                _log.warning("the end of a charge was not noted: %s", error)

    def _append(self, line: _Line) -> None:
        """Raises OSError. A line begins with its line end, so that one cut short spoils no other."""
        is_new = not self._path.exists()
        with self._path.open("ab") as file:
            file.write(b"\n" + self._sealed(line))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            keep_name(self._path)

    def _lines(self) -> dict[tuple[UUID, int], _Line]:
        if self._read is None:
            try:
                self._read = self._load()
            except OSError as error:
                raise Fault(FaultCode.FILE_NOT_WRITTEN, f"{self._path.name}: {error}") from error
        return self._read

    def _load(self) -> dict[tuple[UUID, int], _Line]:
        """What the file says, without what is over for long. Raises OSError."""
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        told = [self._unsealed(sealed) for sealed in raw.split()]
        oldest = self._now() - KEPT
        lines = {(line.group_id, line.number): line for line in told if line is not None}
        kept = {
            name: line for name, line in lines.items() if _is_open(line) or line.asked_at >= oldest
        }
        if damaged := told.count(None):
            aside = self._path.with_name(f"{self._path.name}.damaged-{self._now():%Y%m%d-%H%M%S}")
            aside.write_bytes(raw)
            _log.warning("%d notes of charges cannot be read; kept as %s", damaged, aside.name)
        if len(kept) < len(told):
            self._rewrite(kept.values())
        return kept

    def _rewrite(self, lines: Iterable[_Line]) -> None:
        part = self._path.with_name(self._path.name + ".part")
        with part.open("wb") as file:
            file.writelines(b"\n" + self._sealed(line) for line in lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._path)
        keep_name(self._path)

    def _sealed(self, line: _Line) -> bytes:
        return b64encode(self._box.encrypt(msgspec.json.encode(line)))

    def _unsealed(self, sealed: bytes) -> _Line | None:
        """None for what was cut short, changed, or is no note of today's program."""
        try:
            line = read_json(self._box.decrypt(b64decode(sealed)), _Line)
            _note_of(line)
        except (ValueError, CryptoError, msgspec.MsgspecError):
            return None
        return line


def _is_open(line: _Line) -> bool:
    return not line.is_settled and _note_of(line).may_be_charged


def _note_of(line: _Line) -> ChargeNote:
    """Raises ValueError for a line that tells no charge."""
    charge = Charge(PaymentId(line.group_id), line.number, Money(line.amount_paise))
    if line.state is None:
        return ChargeNote(charge, line.asked_at)
    return ChargeNote(charge, line.asked_at, SaleOutcome(line.state, line.reason, line.slip))
