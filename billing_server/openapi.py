"""The contract as OpenAPI 3.1, made from the wire's own types."""

from __future__ import annotations

from typing import Any

import msgspec

from billing_server.openapi_answers import complete
from billing_server.openapi_blobs import BLOB_PATH, blob_act
from billing_server.openapi_carry import CARRY_PATH, carry_act
from billing_server.receipt_list import MOST_VERSION_CHARACTERS
from counter_app.wire import days, exchange, receipt_keys, receipts, results, snapshot
from counter_app.wire.canonical import SignedAnswer
from counter_app.wire.messages import PROTOCOL_VERSION, Message

_REF = "#/components/schemas/{name}"
_PAYLOADS = (
    exchange.Acknowledgement,
    exchange.Changes,
    days.DayPayments,
    exchange.DayTotals,
    exchange.Enrolment,
    exchange.Head,
    receipts.ReceiptChecked,
    receipt_keys.ReceiptKeys,
    receipts.ReceiptProved,
    results.Results,
    snapshot.Manifest,
    exchange.ServerTime,
)
_PARAMETER_KINDS = {
    "counter_id": ("path", "string"),
    "epoch": ("path", "integer"),
    "business_date": ("path", "string"),
    "check_code": ("path", "string"),
    "receipt_no": ("query", "string"),
    "since": ("query", "integer"),
    "after": ("query", "integer"),
    "have": ("query", "integer"),
    "first": ("query", "integer"),
    "last": ("query", "integer"),
    "nonce": ("query", "string"),
    "version": ("query", "string"),
    "figures": ("path", "string"),
}
_BOUNDS: dict[str, dict[str, object]] = {
    "counter_id": {"minLength": 1},
    "business_date": {"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "nonce": {"minLength": 1, "maxLength": 64},
    "version": {"maxLength": MOST_VERSION_CHARACTERS},
}
_USUAL_BOUNDS: dict[str, dict[str, object]] = {
    "integer": {"minimum": 0, "maximum": 10**18 - 1},
    "string": {},
}
_WELL = {
    "type": "object",
    "properties": {"status": {"const": "ok"}},
    "required": ["status"],
}
_OPTIONAL = {"receipt_no", "version"}
_PUBLIC = {"Enrolment", "ReceiptChecked", "ReceiptKeys", "ReceiptProved", "ServerTime"}


def openapi_document() -> dict[str, Any]:
    """The whole document. An answer's payload stands inside a ``SignedAnswer``."""
    types = (SignedAnswer, Message, exchange.Batch, exchange.EnrolmentRequest, exchange.Problem)
    _, schemas = msgspec.json.schema_components((*types, *_PAYLOADS), ref_template=_REF)
    schemas["Batch"]["properties"]["messages"]["items"] = {
        "$ref": _REF.format(name="Message"),
        "description": "the exact bytes that were hashed and signed",
    }
    paths = _paths()
    complete(paths, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "KESCO counter protocol", "version": str(PROTOCOL_VERSION)},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "request": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Signature",
                    "description": "RFC 9421, with Signature-Input, Date and Content-Digest:"
                    " Ed25519, tag kesco-counter, over @method @path @query date"
                    " content-digest, with created and nonce; over Kesco-Counter-State too, where a"
                    " pull says by it what the counter has not sent, its clock and its version",
                }
            },
        },
    }


def _paths() -> dict[str, dict[str, Any]]:
    """Every act by its path. Its headers and refusals are added by ``complete``."""
    return {
        "/v1/enrol": {"post": _act("Begin an epoch", "Enrolment", (), "EnrolmentRequest")},
        "/v1/counters/{counter_id}/{epoch}/batches": {
            "post": _act(
                "Tell messages, in order", "Acknowledgement", ("counter_id", "epoch"), "Batch"
            )
        },
        "/v1/counters/{counter_id}/{epoch}/head": {
            "get": _act("Where to resume", "Head", ("counter_id", "epoch"))
        },
        "/v1/counters/{counter_id}/days/{business_date}": {
            "get": _act("Totals of a day", "DayTotals", ("counter_id", "business_date"))
        },
        "/v1/counters/{counter_id}/{epoch}/days/{business_date}/payments": {
            "get": _act(
                "Payments of a day, one by one",
                "DayPayments",
                ("counter_id", "epoch", "business_date", "after", "first", "last"),
            )
        },
        "/v1/counters/{counter_id}/results": {
            "get": _act("Later decisions, in order", "Results", ("counter_id", "after"))
        },
        "/v1/changes": {"get": _act("What changed since a cursor", "Changes", ("since",))},
        "/v1/receipts/{check_code}": {
            "get": _act(
                "Is this receipt genuine (public)", "ReceiptChecked", ("check_code", "receipt_no")
            )
        },
        "/v1/receipts/proof/{figures}": {
            "get": _act(
                "Are these figures of a genuine receipt (public)", "ReceiptProved", ("figures",)
            )
        },
        "/v1/receipt-keys": {
            "get": _act(
                "What receipts are checked by without a network (public)",
                "ReceiptKeys",
                ("version",),
            )
        },
        "/v1/snapshots/manifest": {"get": _act("The newest snapshot", "Manifest", ("have",))},
        BLOB_PATH: {"get": blob_act()},
        CARRY_PATH: {"post": carry_act()},
        "/v1/time": {"get": _act("Signed time", "ServerTime", ("nonce",))},
        "/v1/health": {"get": _plain("The database answers, and a batch would be taken", _WELL)},
        "/v1/openapi.json": {"get": _plain("This document", {"type": "object"})},
    }


def _plain(summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    """An act that anybody may ask for, answered with plain JSON."""
    content = {exchange.CONTENT_TYPE: {"schema": schema}}
    return {"summary": summary, "responses": {"200": {"description": "ok", "content": content}}}


def _act(
    summary: str, payload: str, parameters: tuple[str, ...], body: str | None = None
) -> dict[str, Any]:
    answer = {
        "allOf": [
            {"$ref": _REF.format(name="SignedAnswer")},
            {"properties": {"payload": {"$ref": _REF.format(name=payload)}}},
        ]
    }
    act: dict[str, Any] = {
        "summary": summary,
        "parameters": [_parameter(name) for name in parameters],
        "responses": {
            "200": {
                "description": "signed by the server",
                "content": {exchange.CONTENT_TYPE: {"schema": answer}},
            },
        },
    }
    if payload not in _PUBLIC:
        act["security"] = [{"request": []}]
    if body is not None:
        act["requestBody"] = {
            "required": True,
            "description": "identity or zstd",
            "content": {exchange.CONTENT_TYPE: {"schema": {"$ref": _REF.format(name=body)}}},
        }
    return act


def _parameter(name: str) -> dict[str, Any]:
    place, kind = _PARAMETER_KINDS[name]
    schema = {"type": kind, **_BOUNDS.get(name, _USUAL_BOUNDS[kind])}
    return {"name": name, "in": place, "required": name not in _OPTIONAL, "schema": schema}
