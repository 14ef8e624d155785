"""The published contract says exactly what the server does: every route, every status, every header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from starlette.routing import Route

from billing_server.app import build_app
from billing_server.centre import Centre
from billing_server.openapi import openapi_document
from billing_server.openapi_answers import codes_of
from billing_server.problems import Code, status_of
from billing_server.store.engine import open_database
from counter_app.wire.canonical import KeyPair
from tests.billing_server.fuzzing import open_fuzz

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXAMPLES, SEED = 4, 7


def acts() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in openapi_document()["paths"].items():
        for method, act in methods.items():
            yield method.upper(), path, act


def test_every_route_is_in_the_contract_and_the_contract_has_no_other(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{(tmp_path / 'billing.db').as_posix()}")
    app = build_app(Centre(database, KeyPair.fresh()))
    routes = {
        (method, route.path_format)
        for route in app.routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    database.close()
    assert routes == {(method, path) for method, path, _act in acts()}


def test_acts_have_names_of_their_own() -> None:
    names = [act["operationId"] for _method, _path, act in acts()]
    assert len(names) == len(set(names))
    assert {"post_enrol", "post_counters_batches", "get_openapi_json"} <= set(names)


def test_every_problem_belongs_to_an_act_and_stands_under_its_status() -> None:
    told: set[Code] = set()
    for _method, path, act in acts():
        told |= codes_of(path, act)
        for code in codes_of(path, act):
            schema = act["responses"][str(status_of(code))]["content"]["application/problem+json"]
            assert code in schema["schema"]["allOf"][1]["properties"]["code"]["enum"]
    assert set(Code) - told == {Code.METHOD_NOT_ALLOWED}


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis' own
def test_a_fuzzer_finds_no_answer_that_the_contract_does_not_tell(tmp_path: Path) -> None:
    fuzz = open_fuzz(tmp_path)
    try:
        fuzz.run(EXAMPLES, SEED)
    finally:
        fuzz.close()
    statuses = {status for told in fuzz.seen.values() for status in told}
    assert {200, 400, 403, 404, 410, 426} <= statuses
    assert fuzz.fates
    assert {name for name, _way in fuzz.seen} == {f"{method} {path}" for method, path, _ in acts()}
