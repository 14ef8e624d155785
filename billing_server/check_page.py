"""The page that checks receipts, for anybody's phone: works without a network once it was opened, asks nobody but us.

Its files are served as they are, but for this server's public key, which goes into the page, and the version of the
whole, which goes into its worker: a phone takes another version when all of it is there. ``check/proof.js`` and
``check/judge.js`` are ``counter_app.wire.receipt_proof`` and ``receipt_keys`` again; shared vectors hold both to the
same words.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from billing_server.console.headers import SecureHeaders
from billing_server.page_files import PAGE_HEADERS, PageFiles, read_page
from counter_app.wire.canonical import text_of

CHECK = "/check"
FILES = Path(__file__).parent / "check"
_INDEX, _WORKER = "check.html", "worker.js"
_KEY, _VERSION = "{server_key}", "{version}"
_VERSION_CHARACTERS = 16
MOST_ADDRESS_CHARACTERS = 80
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/[A-Za-z0-9._~/-]*#?")
HEADERS = {
    **PAGE_HEADERS,
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}


def check_address(typed: str) -> str:
    """The page's address as receipts print it, ``#`` last; empty for none. Raises ValueError.

    Each letter of it makes every receipt's QR code larger.
    """
    text = typed.strip()
    if not text:
        return ""
    if not _ADDRESS.fullmatch(text) or len(text) > MOST_ADDRESS_CHARACTERS:
        message = (
            f"{text}: the check page is an address like https://billing.example/check/, of plain letters,"
            f" {MOST_ADDRESS_CHARACTERS} at most. Nothing was done."
        )
        raise ValueError(message)
    return text if text.endswith("#") else f"{text}#"


def build_check_page(public_key: bytes) -> Starlette:
    """The application, to be mounted under ``CHECK``: there is no secret in it, and no session."""
    files = PageFiles(check_files(public_key), HEADERS)
    return Starlette(
        routes=[Route("/", files.file), Route("/{name}", files.file)],
        middleware=[Middleware(SecureHeaders)],
    )


def check_files(public_key: bytes) -> dict[str, bytes]:
    """Every file by its name, for the server with this key; the page itself by the empty one."""
    files = read_page(FILES, _INDEX)
    files[""] = files[""].decode().replace(_KEY, text_of(public_key)).encode()
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    version = whole.hexdigest()[:_VERSION_CHARACTERS]
    files[_WORKER] = files[_WORKER].decode().replace(_VERSION, version).encode()
    return files
