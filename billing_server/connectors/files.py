"""The file adapter: each business day as CSV and JSON with a signed manifest, in a folder the other side reads.

A file once written never changes: what comes late goes into the next part of its day. Written beside its place,
flushed to the disk and renamed; the manifest and its signature come last, so a manifest that is there is whole.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from billing_server.connectors.instructions import (
    Instruction,
    Outcome,
    Terms,
    form_of,
    rupees_text,
)
from billing_server.connectors.port import AdapterFault, Answer, Parcel, Plan
from counter_app.wire.canonical import KeyPair, canonical_bytes, key_id_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "files"
FORMAT = "kesco-postings/1"
MOST_LINES = 100_000
"""Of one file; a day of a city has about 70,000."""

_MICROSECONDS = 1_000_000
_SUMS = frozenset({"amount", "billAmount", "outstandingAmount"})
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class FileAdapter:
    """Writes parcels into ``folder``; days after ``through`` (ISO) are not over yet."""

    folder: Path
    key: KeyPair
    terms: Terms
    through: str

    @property
    def plan(self) -> Plan:
        """One business day a parcel; a parcel stands for ever."""
        return Plan(NAME, self.terms, MOST_LINES, is_by_day=True, through=self.through)

    def digest_of(self, parcel: Parcel) -> str:
        """Of the manifest, which names the digests of the others."""
        return hashlib.sha256(self._files(parcel)[-1][1]).hexdigest()

    def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
        """Write what is not there yet; an acknowledgement file is awaited.

        Raises AdapterFault when the folder cannot be written, or holds another file of that name.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, content in self._signed(parcel):
                write_whole(self.folder / name, content)
        except OSError as error:
            message = (
                f"{self.folder} cannot be written ({error}): nothing is lost, run again when it can"
            )
            raise AdapterFault(message) from error
        name = name_of(parcel)
        return [Answer(line.number, Outcome.HANDED_ON, name) for line in parcel.lines]

    def _signed(self, parcel: Parcel) -> list[tuple[str, bytes]]:
        *files, (name, manifest) = self._files(parcel)
        signature = SigningKey(self.key.seed).sign(manifest).signature
        return [*files, (f"{name}.sig", text_of(signature).encode()), (name, manifest)]

    def _files(self, parcel: Parcel) -> list[tuple[str, bytes]]:
        """Names and bytes, the manifest last."""
        name = name_of(parcel)
        files = [
            (f"{name}.csv", csv_of(parcel.lines, parcel.terms)),
            (f"{name}.json", json_of(parcel.lines, parcel.terms)),
        ]
        return [*files, (f"{name}.manifest.json", self._manifest(parcel, files))]

    def _manifest(self, parcel: Parcel, files: Sequence[tuple[str, bytes]]) -> bytes:
        """What is signed. It begins with a brace, as no other thing that this key signs does."""
        made = datetime.fromtimestamp(parcel.made_us // _MICROSECONDS, UTC)
        return canonical_bytes(
            {
                "format": FORMAT,
                "discom": parcel.terms.discom,
                "number": parcel.number,
                "businessDate": parcel.business_date,
                "part": parcel.part,
                "count": len(parcel.lines),
                "amount": rupees_text(parcel.amount_paise),
                "madeAt": made.isoformat(),
                "manifestBefore": parcel.digest_before,
                "files": [
                    {"name": name, "bytes": len(content), "sha256": _hex(content)}
                    for name, content in files
                ],
                "keyId": key_id_of(self.key.public_key),
                "publicKey": text_of(self.key.public_key),
            }
        )


def name_of(parcel: Parcel) -> str:
    """``postings-2026-11-18-01``: the second file of a day ends in 02."""
    return f"postings-{parcel.business_date}-{parcel.part:02d}"


def csv_of(lines: Sequence[Instruction], terms: Terms) -> bytes:
    """UTF-8, a heading, CRLF. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    forms = [form_of(line, terms) for line in lines]
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(forms[0])
    table.writerows(
        [value if name in _SUMS else _plain(value) for name, value in form.items()]
        for form in forms
    )
    return text.getvalue().encode()


def json_of(lines: Sequence[Instruction], terms: Terms) -> bytes:
    """The same as a list; texts exactly as they are."""
    return canonical_bytes([form_of(line, terms) for line in lines])


def _plain(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA_SIGNS) else text


def _hex(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Whole or not at all. Raises OSError; FileExistsError for other bytes under this name."""
    if path.exists():
        if path.read_bytes() != content:
            message = f"{path.name} is there with other bytes; a written file is never changed"
            raise FileExistsError(message)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The name is durable too, where a folder can be opened (not on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
