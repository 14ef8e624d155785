"""Which server's certificate is believed: an authority's, or the one that is pinned (protocol, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.util.ssl_ import create_urllib3_context

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, for which Python has no name."""


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

    def adapter(self, *, is_time_checked: bool) -> HTTPAdapter:
        """What opens connections."""
        return _TrustingAdapter(self.pinned_sha256, is_time_checked=is_time_checked)


class _TrustingAdapter(HTTPAdapter):
    """Opens connections that compare the fingerprint, or that leave the dates of certificates alone."""

    def __init__(self, pinned_sha256: str, *, is_time_checked: bool) -> None:
        self._extra: dict[str, Any] = {}
        if pinned_sha256:
            self._extra["assert_fingerprint"] = pinned_sha256
        if not is_time_checked:
            context = create_urllib3_context()
            context.verify_flags |= _NO_CHECK_TIME
            self._extra["ssl_context"] = context
        super().__init__()

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002 - as in the class below
        **options: Any,  # noqa: ANN401 - handed on as they come
    ) -> None:
        """With what this adapter adds."""
        super().init_poolmanager(connections, maxsize, block, **options, **self._extra)
