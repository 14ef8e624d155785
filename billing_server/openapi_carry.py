"""A carried file in the published contract: a sealed file in, a signed acknowledgement file out."""

from __future__ import annotations

from typing import Any

from counter_app.wire.carried import CARRIED_TYPE

CARRY_PATH = "/v1/carry"
_FILE = {CARRIED_TYPE: {"schema": {"type": "string"}}}


def carry_act() -> dict[str, Any]:
    """What can be carried, and how it is answered."""
    return {
        "summary": "Take a file carried on a stick: each batch proves itself, as if it had come by line",
        "requestBody": {
            "required": True,
            "description": "counter_app.wire.carried: KESCO-SEALED/1 carried, at most 8 MB",
            "content": _FILE,
        },
        "responses": {
            "200": {
                "description": "KESCO-SEALED/1 acknowledged: the signed acknowledgements, up to the first batch"
                " that could not be taken",
                "content": _FILE,
            },
        },
    }
