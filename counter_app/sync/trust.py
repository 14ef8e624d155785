"""Which server's certificate is believed: an authority's, or the one that is pinned (protocol, section 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from urllib3.util.ssl_ import create_urllib3_context

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, for which Python has no name."""


_FINGERPRINT = re.compile("([0-9A-Fa-f]{2}:?){32}")
_FITS_NONE = "00" * 32


@dataclass(frozen=True, slots=True)
class LineTrust:
    """Whom TLS must prove: ``authority_file`` (PEM; empty for the usual authorities), or ``pinned_sha256`` alone.

    A pinned certificate (SHA-256 of its DER in hex, colons or not) needs no authority, no name and no date: it
    is this one or none. So a wrong clock here does not cut the line.
    """

    authority_file: str = ""
    pinned_sha256: str = ""

    @property
    def verify(self) -> bool | str:
        """As requests wants it; a pinned certificate is compared, not verified."""
        return False if self.pinned_sha256 else self.authority_file or True

    def options(self, *, is_time_checked: bool) -> dict[str, Any]:
        """What urllib3 is to be told of private connections beside ``verify``."""
        options: dict[str, Any] = {}
        if self.pinned_sha256:
            is_one = _FINGERPRINT.fullmatch(self.pinned_sha256.strip())
            options["assert_fingerprint"] = self.pinned_sha256.strip() if is_one else _FITS_NONE
        if not is_time_checked:
            context = create_urllib3_context()
            context.verify_flags |= _NO_CHECK_TIME
            options["ssl_context"] = context
        return options
