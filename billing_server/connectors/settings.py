"""The connectors' settings: one TOML file beside the server's key, read at each run."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from billing_server.check_page import check_address
from billing_server.connectors.instructions import Terms
from billing_server.connectors.rest import Endpoint

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE = "connectors.toml"
FOLDER = "postings"


class _Files(msgspec.Struct, forbid_unknown_fields=True):
    folder: str = FOLDER
    acknowledgements: str = "acknowledgements"


class _Rest(msgspec.Struct, forbid_unknown_fields=True):
    url: str
    token_file: str = ""
    certificate: str = ""
    certificate_key: str = ""
    authority: str = ""
    most_lines: int = 50
    connect_timeout_seconds: float = 5.0
    read_timeout_seconds: float = 30.0
    most_tries: int = 4


class _Copies(msgspec.Struct, forbid_unknown_fields=True):
    folder: str
    check_page: str = ""


class _Told(msgspec.Struct, forbid_unknown_fields=True):
    discom: str = "KESCO"
    divisions: dict[str, str] = {}
    connections: dict[str, str] = {}
    files: _Files | None = None
    rest: _Rest | None = None
    copies: _Copies | None = None


@dataclass(frozen=True, slots=True)
class ConnectorSettings:
    """What to call things, and which adapters are in use; paths are absolute."""

    terms: Terms
    files_folder: Path | None
    acknowledgements_folder: Path | None
    endpoint: Endpoint | None
    copies_folder: Path | None = None
    """Where receipts asked for by SMS and e-mail are handed on; None: they wait for a person."""
    check_page: str = ""
    """The address of ``/check/`` that they lead to, ``#`` last."""


def read_settings(folder: Path, path: Path | None = None) -> ConnectorSettings:
    """The file, or the usual (files in ``folder/postings``) where there is none. Raises ValueError, OSError."""
    file = path or folder / SETTINGS_FILE
    if path is None and not file.exists():
        told = _Told(files=_Files())
    else:
        try:
            plain = tomllib.loads(file.read_text(encoding="utf-8"))
            told = msgspec.convert(plain, _Told)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            message = f"{file}: {error}"
            raise ValueError(message) from error
    terms = Terms(told.discom, told.divisions, told.connections)
    files = told.files
    return ConnectorSettings(
        terms,
        folder / files.folder if files else None,
        folder / files.acknowledgements if files else None,
        _endpoint(folder, told.rest) if told.rest else None,
        folder / told.copies.folder if told.copies else None,
        check_address(told.copies.check_page) if told.copies else "",
    )


def _endpoint(folder: Path, told: _Rest) -> Endpoint:
    def named(text: str) -> Path | None:
        return folder / text if text else None

    if min(told.most_lines, told.most_tries) < 1:
        message = "rest: most_lines and most_tries are 1 or more"
        raise ValueError(message)
    return Endpoint(
        told.url,
        named(told.token_file),
        named(told.certificate),
        named(told.certificate_key),
        named(told.authority),
        told.most_lines,
        told.connect_timeout_seconds,
        told.read_timeout_seconds,
        told.most_tries,
    )
