"""What every act of the contract may be answered with, worked out from what it takes: nobody has to list it.

An act with a path, a query, a body or a signature can be refused in the ways that such a thing is refused; only what
is peculiar to one act is named here, by its path. A new endpoint is a route in ``app`` and an act in ``openapi``.
"""

from __future__ import annotations

from typing import Any

from billing_server.openapi_carry import CARRY_PATH
from billing_server.problems import Code, status_of
from counter_app.wire.exchange import CONTENT_TYPE, ENCODING, PROBLEM_TYPE
from counter_app.wire.messages import PROTOCOL_VERSION

_ALWAYS = (Code.UPGRADE, Code.BUSY)
_SIGNED = (
    Code.SIGNATURE,
    Code.STALE,
    Code.REPLAYED,
    Code.KEY_UNKNOWN,
    Code.KEY_REVOKED,
    Code.KEY_EXPIRED,
    Code.TOO_MANY,
    Code.TOO_LARGE,
)
_UNSIGNED = (Code.TOO_MANY,)
_BODY = (Code.MALFORMED, Code.TOO_LARGE)
_BY_PARAMETER = {
    "counter_id": (Code.OTHER_COUNTER, Code.NOT_FOUND),
    "epoch": (Code.EPOCH_UNKNOWN, Code.NOT_FOUND),
    "since": (Code.MALFORMED, Code.CURSOR_UNKNOWN),
    "after": (Code.MALFORMED, Code.CURSOR_UNKNOWN),
}
_IN_A_PATH, _IN_A_QUERY = (Code.MALFORMED, Code.NOT_FOUND), (Code.MALFORMED,)
_OF_ITS_OWN = {
    "/v1/enrol": (Code.ENROLMENT_CODE_REFUSED,),
    "/v1/counters/{counter_id}/{epoch}/batches": (Code.HEAD_NOT_SIGNED, Code.GAP, Code.FORK),
    "/v1/snapshots/manifest": (Code.NOT_FOUND,),
    CARRY_PATH: (Code.HEAD_NOT_SIGNED, Code.GAP, Code.FORK, Code.EPOCH_UNKNOWN),
}
_PLAIN = ("/v1/openapi.json",)
"""Answered whatever comes."""
_WAITS = {Code.TOO_MANY, Code.BUSY}
_TEXT = {"type": "string"}
_HEADERS_ASKED = (
    {
        "name": "Kesco-Nonce",
        "in": "header",
        "schema": _TEXT,
        "description": "names the request; a problem's signature covers its first 64 characters",
    },
    {
        "name": "Kesco-Protocol",
        "in": "header",
        "schema": {"type": "string", "const": str(PROTOCOL_VERSION)},
        "description": "the version spoken; another one is answered 426",
    },
)
_PACKED_BODY = {
    "name": "Content-Encoding",
    "in": "header",
    "schema": {"type": "string", "enum": ["identity", ENCODING]},
    "description": "how the body is packed; Content-Digest is over the packed bytes",
}
_PACKED = {
    "Content-Encoding": {
        "schema": {"type": "string", "const": ENCODING},
        "description": f"there when Accept-Encoding names {ENCODING}",
    }
}
_SIGNATURE = {
    "Kesco-Problem-Signature": {
        "required": True,
        "schema": {
            "type": "string",
            "pattern": "^[A-Z2-7]{12}, [A-Za-z0-9_-]{43}, [A-Za-z0-9_-]{86}$",
        },
        "description": "key id, public key, signature over canonical {nonce, problem}",
    }
}
_RETRY_AFTER = {
    "Retry-After": {
        "schema": {"type": "integer", "minimum": 1},
        "description": "seconds",
    }
}


def complete(paths: dict[str, dict[str, Any]], schemas: dict[str, Any]) -> None:
    """Add to every act its headers and each way it is refused, and name it."""
    schemas["Problem"]["properties"]["code"]["enum"] = sorted(Code)
    for path, methods in paths.items():
        for method, act in methods.items():
            act["operationId"] = _name_of(method, path)
            _add_answers(path, act)
            if path not in _PLAIN:
                _add_headers(act)


def codes_of(path: str, act: dict[str, Any]) -> set[Code]:
    """Every problem that this act may be answered with."""
    if path in _PLAIN:
        return set()
    codes = {*_ALWAYS, *_OF_ITS_OWN.get(path, ())}
    asked = [one for one in act.get("parameters", ()) if one["in"] != "header"]
    if "security" in act:
        codes.update(_SIGNED)
    elif asked or "requestBody" in act:
        codes.update(_UNSIGNED)
    if "requestBody" in act:
        codes.update(_BODY)
    for parameter in asked:
        codes.update(_BY_PARAMETER.get(parameter["name"], ()))
        codes.update(_IN_A_PATH if parameter["in"] == "path" else _IN_A_QUERY)
    return codes


def _add_answers(path: str, act: dict[str, Any]) -> None:
    answers = act["responses"]
    answers.pop("default", None)
    content = answers["200"].get("content", {})
    if CONTENT_TYPE in content and path not in _PLAIN:
        answers["200"]["headers"] = _PACKED
    by_status: dict[int, list[Code]] = {}
    for code in sorted(codes_of(path, act)):
        by_status.setdefault(status_of(code), []).append(code)
    for status, codes in sorted(by_status.items()):
        answers[str(status)] = _problem(codes)


def _problem(codes: list[Code]) -> dict[str, Any]:
    narrowed = {
        "allOf": [
            {"$ref": "#/components/schemas/Problem"},
            {"properties": {"code": {"enum": [str(code) for code in codes]}}},
        ]
    }
    return {
        "description": f"problem, RFC 9457: {', '.join(codes)}",
        "headers": {**_SIGNATURE, **(_RETRY_AFTER if _WAITS & set(codes) else {})},
        "content": {PROBLEM_TYPE: {"schema": narrowed}},
    }


def _add_headers(act: dict[str, Any]) -> None:
    parameters = act.setdefault("parameters", [])
    parameters.extend(_HEADERS_ASKED)
    if "requestBody" in act:
        parameters.append(_PACKED_BODY)


def _name_of(method: str, path: str) -> str:
    """``get_counters_head`` for ``GET /v1/counters/{counter_id}/{epoch}/head``."""
    words = [part for part in path.split("/")[2:] if not part.startswith("{")]
    return "_".join((method, *words)).replace(".", "_")
