"""Receipts at the command line: ``check-receipt`` judges what was scanned, ``save-receipt-keys`` keeps its list."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from billing_server.centre import microseconds_now
from billing_server.keys import KEY_FILE, server_key
from billing_server.receipt_list import tell_keys
from billing_server.receipt_words import (
    LANGUAGES,
    as_of_line,
    lines_of,
    no_code_in,
    nothing_given,
)
from billing_server.settings import ServerSettings
from counter_app.domain.identity import IST
from counter_app.domain.receipt_verdict import Verdict
from counter_app.wire.canonical import (
    NotOurServerError,
    canonical_bytes,
    decode_payload,
    key_id_of,
    open_answer,
    raw_of,
    sign_answer,
    text_of,
)
from counter_app.wire.receipt_keys import ReceiptKeys, judge_receipt
from counter_app.wire.receipt_proof import LEAST_DIGITS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else
    OpenDatabase = Callable[[argparse.Namespace], Database]

NOT_GENUINE = 1
"""Exit code when not every receipt was genuine; a duplicate is not, nor is nothing at all."""
STANDARD_INPUT = "-"
MICROSECONDS = 1_000_000


class SavedList(msgspec.Struct, frozen=True):
    """A file of ``save-receipt-keys``: the signed list, and the public key that signed it."""

    server_key: str
    signed: msgspec.Raw


def add_receipt_commands(acts: Acts, open_database: OpenDatabase) -> None:
    """Add them to the command line."""
    check = acts.add_parser("check-receipt", help="is a receipt genuine, by its QR code")
    check.add_argument(
        "text", nargs="?", default=STANDARD_INPUT, help="what a scanner typed; - for a line each"
    )
    check.add_argument("--picture", type=Path, default=None, help="a picture of the code instead")
    check.add_argument(
        "--keys", type=Path, default=None, help="a saved list: no database is asked, no --folder"
    )
    check.add_argument(
        "--signed-by", default="", metavar="KEY", help="the server's key id that the list must have"
    )
    check.add_argument("--language", choices=sorted(LANGUAGES), default="en")
    check.set_defaults(
        run=lambda asked: _check(asked, open_database), needs_folder=lambda asked: not asked.keys
    )
    save = acts.add_parser(
        "save-receipt-keys", help="the signed list that check-receipt --keys reads"
    )
    save.add_argument("file", type=Path)
    save.set_defaults(run=lambda asked: _save(asked, open_database))


def _check(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    language = LANGUAGES[asked.language]
    keys = _saved(asked) if asked.keys is not None else _told(asked, open_database)
    sys.stderr.write(f"{as_of_line(_moment_of(keys), language)}\n")
    verdicts = []
    for text in _texts(asked, language):
        judged = judge_receipt(text, keys)
        verdicts.append(judged.verdict)
        for line in lines_of(judged, language):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()  # whoever scans one after another sees each at once
    if not verdicts:
        sys.stderr.write(f"{nothing_given(language)}\n")
    is_all_well = bool(verdicts) and set(verdicts) == {Verdict.GENUINE}
    return 0 if is_all_well else NOT_GENUINE


def _save(asked: argparse.Namespace, open_database: OpenDatabase) -> int:
    key = server_key(asked.folder)
    signed = sign_answer(key, _told(asked, open_database))
    saved = SavedList(text_of(key.public_key), msgspec.Raw(signed))
    try:
        asked.file.write_bytes(canonical_bytes(saved))
    except OSError as error:
        message = f"{asked.file} cannot be written ({error.strerror}). Nothing was lost."
        raise ValueError(message) from error
    sys.stdout.write(f"{asked.file}, signed by {key_id_of(key.public_key)}\n")
    return 0


def _told(asked: argparse.Namespace, open_database: OpenDatabase) -> ReceiptKeys:
    settings = ServerSettings()
    with closing(open_database(asked)) as database:
        return database.read(
            lambda c: tell_keys(
                c, settings.public_check_url, settings.receipt_gone_days, microseconds_now()
            )
        )


def _saved(asked: argparse.Namespace) -> ReceiptKeys:
    """The saved list, once its signature is seen. Raises ValueError with what is wrong with the file."""
    try:
        saved = msgspec.json.decode(asked.keys.read_bytes(), type=SavedList)
        key = raw_of(saved.server_key)
        payload = open_answer({key_id_of(key): key}, bytes(saved.signed))
        keys = decode_payload(payload, ReceiptKeys)
    except OSError as error:
        message = f"{asked.keys} cannot be read ({error.strerror}). Nothing was checked."
        raise ValueError(message) from error
    except (msgspec.MsgspecError, NotOurServerError, ValueError) as error:
        message = f"{asked.keys} is no whole list of save-receipt-keys. Nothing was checked; save it anew."
        raise ValueError(message) from error
    assert isinstance(keys, ReceiptKeys), "decoded as one"
    wanted = asked.signed_by or _key_id_of_folder(asked.folder)
    if wanted and wanted.upper() != key_id_of(key):
        message = (
            f"{asked.keys} is signed by {key_id_of(key)}, not by {wanted}. Nothing was checked."
        )
        raise ValueError(message)
    return keys


def _moment_of(keys: ReceiptKeys) -> datetime:
    return datetime.fromtimestamp(keys.at_us // MICROSECONDS, IST)


def _key_id_of_folder(folder: Path | None) -> str:
    """Of the server whose folder this is; empty without one."""
    if folder is None or not (folder / KEY_FILE).exists():
        return ""
    return key_id_of(server_key(folder).public_key)


def _texts(asked: argparse.Namespace, language: int) -> Iterator[str]:
    if asked.picture is not None:
        found = codes_in(asked.picture)
        if not found:
            raise ValueError(no_code_in(str(asked.picture), language))
        yield from found
    elif asked.text != STANDARD_INPUT:
        yield asked.text
    else:
        yield from filter(None, (line.strip() for line in sys.stdin))


def codes_in(picture: Path) -> list[str]:
    """The receipts' codes in a picture; any QR code's text where none is a receipt's.

    Raises ValueError where the readers are not installed, or this is no picture.
    """
    try:
        import zxingcpp  # noqa: PLC0415 - a reader of pictures is not asked of every server
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - the same
    except ImportError as error:
        message = (
            f"Reading pictures needs {error.name}, which is not installed with the server: pip install zxing-cpp"
            " pillow, or scan the code and give its figures."
        )
        raise ValueError(message) from error
    try:
        with Image.open(picture) as opened:
            found = zxingcpp.read_barcodes(opened.convert("L"))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        message = f"{picture} cannot be read as a picture: {error}"
        raise ValueError(message) from error
    texts = [one.text for one in found]
    return [one for one in texts if _ends_in_figures(one)] or texts


def _ends_in_figures(text: str) -> bool:
    return len(text) - len(text.rstrip("0123456789")) >= LEAST_DIGITS
