"""What an error of the line means: each sort in a fault of its own, so that people are told what to do."""

from __future__ import annotations

import errno
import ssl
from http import HTTPStatus
from typing import TYPE_CHECKING

import requests
import urllib3

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOT_YET_VALID, _EXPIRED = 9, 10
_NAMES_DIFFER = frozenset({62, 63, 64})
"""OpenSSL's X509_V_ERR codes (x509_vfy.h): certificate dates, and host, e-mail or address mismatch."""
_NO_WAY = frozenset(
    {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, 10051, 10065}
)
"""No network or no route; the last two are Windows' own numbers."""
_TOLD_IN_WORDS = {
    "Tunnel connection failed: 407": FaultCode.PROXY_WANTS_SIGN_IN,
    "Fingerprints did not match": FaultCode.CERTIFICATE_NOT_PINNED,
}
"""For these http.client and urllib3 have no classes of their own."""
_DEEPEST = 12
_PAGE_STARTS = (b"<!", b"<html", b"<head", b"<body", b"<?xml")


def fault_of(error: Exception) -> Fault:
    """The fault that an exception of requests or urllib3 stands for."""
    return Fault(_code_of(tuple(_causes(error))), str(error))


def is_portal(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether this looks like a network that wants to be signed in to, rather than like a broken answer."""
    is_page = headers.get("Content-Type", "").partition(";")[0].strip().lower() == "text/html"
    looks_like_page = body.lstrip()[:16].lower().startswith(_PAGE_STARTS)
    is_redirect = HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST
    is_asking = status == HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED
    return is_asking or is_redirect or is_page or looks_like_page


def _code_of(causes: tuple[BaseException, ...]) -> FaultCode:
    found = [code for code in map(_code_of_one, causes) if code is not None]
    if found:
        return found[0]
    if any(isinstance(cause, requests.exceptions.SSLError | ssl.SSLError) for cause in causes):
        return FaultCode.LINE_NOT_PRIVATE
    return FaultCode.SERVER_NOT_REACHED


def _code_of_one(cause: BaseException) -> FaultCode | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _certificate_code(cause)
    if isinstance(cause, urllib3.exceptions.NameResolutionError):
        return FaultCode.SERVER_NAME_UNKNOWN
    if isinstance(cause, OSError) and cause.errno in _NO_WAY:
        return FaultCode.NETWORK_MISSING
    return next((code for words, code in _TOLD_IN_WORDS.items() if words in str(cause)), None)


def _certificate_code(error: ssl.SSLCertVerificationError) -> FaultCode:
    if error.verify_code == _NOT_YET_VALID:
        return FaultCode.CERTIFICATE_NOT_YET_VALID
    if error.verify_code == _EXPIRED:
        return FaultCode.CERTIFICATE_EXPIRED
    if error.verify_code in _NAMES_DIFFER:
        return FaultCode.CERTIFICATE_OF_ANOTHER
    return FaultCode.CERTIFICATE_UNKNOWN


def _causes(error: BaseException, depth: int = 0) -> Iterator[BaseException]:
    """The error and all it was made of: requests and urllib3 put one into the other in three ways."""
    yield error
    if depth < _DEEPEST:
        inner = [*error.args, getattr(error, "reason", None), error.__cause__]
        for one in inner:
            if isinstance(one, BaseException) and one is not error:
                yield from _causes(one, depth + 1)
