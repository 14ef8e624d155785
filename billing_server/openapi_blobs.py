"""The parts of a snapshot in the published contract: bytes, and any range of them."""

from __future__ import annotations

from typing import Any

from counter_app.wire.exchange import PROBLEM_TYPE
from counter_app.wire.snapshot import BLOB_TYPE

BLOB_PATH = "/v1/blobs/{sha256}"
_BYTES = {BLOB_TYPE: {"schema": {"type": "string", "format": "binary"}}}
_TEXT = {"type": "string"}


def blob_act() -> dict[str, Any]:
    """What can be asked of a part, and how it is answered."""
    return {
        "summary": "A part of a snapshot, immutable",
        "parameters": [
            {
                "name": "sha256",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
            {"name": "Range", "in": "header", "schema": _TEXT, "description": "one range of bytes"},
            {"name": "If-Range", "in": "header", "schema": _TEXT},
            {"name": "If-None-Match", "in": "header", "schema": _TEXT},
        ],
        "responses": {
            "200": {"description": "all of it; ETag is the SHA-256 in quotes", "content": _BYTES},
            "206": {"description": "the range, named in Content-Range", "content": _BYTES},
            "304": {"description": "the asker has it"},
            "416": {"description": "no such range; Content-Range tells the length"},
            "default": {
                "description": "problem, RFC 9457",
                "content": {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        },
        "security": [{"request": []}],
    }
