"""Why the server does not answer as asked: RFC 9457 problems, each with a code the counter has words for."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Codes of problems."""

    GAP = "gap"
    FORK = "fork"
    MALFORMED = "malformed"
    HEAD_NOT_SIGNED = "head_not_signed"
    TOO_LARGE = "too_large"
    SIGNATURE = "signature"
    STALE = "stale"
    REPLAYED = "replayed"
    KEY_UNKNOWN = "key_unknown"
    KEY_REVOKED = "key_revoked"
    KEY_EXPIRED = "key_expired"
    OTHER_COUNTER = "other_counter"
    EPOCH_UNKNOWN = "epoch_unknown"
    CURSOR_UNKNOWN = "cursor_unknown"
    ENROLMENT_CODE_REFUSED = "enrolment_code_refused"
    UPGRADE = "upgrade"
    TOO_MANY = "too_many"
    BUSY = "busy"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"


_STATUS = {
    Code.GAP: 409,
    Code.FORK: 409,
    Code.MALFORMED: 400,
    Code.HEAD_NOT_SIGNED: 400,
    Code.TOO_LARGE: 413,
    Code.SIGNATURE: 401,
    Code.STALE: 401,
    Code.REPLAYED: 401,
    Code.KEY_UNKNOWN: 401,
    Code.KEY_REVOKED: 403,
    Code.KEY_EXPIRED: 403,
    Code.OTHER_COUNTER: 403,
    Code.EPOCH_UNKNOWN: 403,
    Code.CURSOR_UNKNOWN: 410,
    Code.ENROLMENT_CODE_REFUSED: 403,
    Code.UPGRADE: 426,
    Code.TOO_MANY: 429,
    Code.BUSY: 503,
    Code.NOT_FOUND: 404,
    Code.METHOD_NOT_ALLOWED: 405,
}


def status_of(code: Code) -> int:
    """The HTTP status it is answered with."""
    return _STATUS[code]


class ServerRefusal(Exception):
    """The server does not do as asked. Never about business: money is never refused.

    ``expected`` and ``head`` (base64url) are for gaps; ``retry_after_seconds`` for 429 and 503.
    """

    def __init__(
        self,
        code: Code,
        detail: str = "",
        *,
        expected: int = 0,
        head: str = "",
        retry_after_seconds: int | None = None,
    ) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.expected = expected
        self.head = head
        self.retry_after_seconds = retry_after_seconds

    @property
    def status(self) -> int:
        """The HTTP status."""
        return status_of(self.code)
