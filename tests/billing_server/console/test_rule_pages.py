"""Dated rules in the console: looked at, tried, set as the next version; and what counters set for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.store import policy
from counter_app.wire.bodies import OverrideGranted, RuleSetHere
from counter_app.wire.rules import RuleTold
from tests.billing_server.players import DAY

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice

RULE = "/rules/part_count"
TYPED = {
    "field.most_a_month": "3", "valid_from": "2026-12-01", "valid_to": "2026-12-31",
    "authority": "Order 41/2026",
}  # fmt: skip


def test_every_rule_is_shown_in_both_languages(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("viewer")
    page = visitor.get("/rules").text
    for said in ("Part payments in a month", "Cheques that bounced before", "Electricity bill"):
        assert said in page
    for name in ("cheque", "stamp", "denominations", "purpose:bill"):
        reply = visitor.get(f"/rules/{name}")
        assert (reply.status, "Next version" in reply.text) == (200, False)
    visitor.post("/language", language="hi", here="/rules")
    assert "माह में आंशिक भुगतान" in visitor.get("/rules").text
    assert visitor.get("/rules/nothing").status == 404


def test_a_version_is_shown_with_what_it_changes_before_it_is_set(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get(RULE)
    tried = visitor.post(RULE, {}, step="preview", **TYPED)
    for said in ("What would change from 01-12-2026", "Part payment no. 2 of a month", "taken"):
        assert said in tried.text
    assert head_office.centre.database.read(policy.rules_of) == ()
    visitor.form_token = tried.form_token
    done = visitor.post(RULE, {}, step="set", **TYPED)
    page = visitor.follow(done).text
    assert "Version 2 is set." in page
    assert "Order 41/2026" in page
    (told,) = head_office.centre.database.read(policy.rules_of)
    assert "2026-12-01 to 2026-12-31" in told
    assert told.endswith("set by accountant)")
    assert head_office.deeds("set_rule") == [
        ("accountant", "set_rule", "part_count 2", "Order 41/2026")
    ]
    assert "another from 01-12-2026" in visitor.get("/rules").text


def test_a_head_of_payment_is_changed_too(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    page = visitor.get("/rules/purpose:meter_test")
    assert page.status in {200, 404}
    path = "/rules/purpose:bill"
    visitor.get(path)
    typed = {
        "field.is_offered": "yes", "field.name_en": "Bill", "field.name_hi": "बिल",
        "field.settles": "bills", "field.asks": "any_part", "field.account": "bill_collection",
        "field.needs_reference": "no", "field.note_en": "", "field.note_hi": "",
        "field.is_for": "all", "field.is_certificate": "no", "field.is_bank_paper_taken": "yes",
        "valid_from": "2026-12-01", "authority": "Order 42",
    }  # fmt: skip
    assert "Version 1 is set." in visitor.follow(visitor.post(path, {}, step="set", **typed)).text


def test_values_and_days_that_cannot_be_are_named(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get(RULE)
    for wrong, why in (
        ({"field.most_a_month": "many"}, "These values cannot be: Part payments a month."),
        ({"valid_from": "2026-11-01"}, "A rule begins today or later"),
        ({"valid_from": "2026-12-31", "valid_to": "2026-12-01"}, "The last day is before"),
        ({"authority": " "}, "Something is missing"),
        ({"authority": "4111 1111 1111 1111"}, "The rule was not set"),
    ):
        reply = visitor.post(RULE, {}, step="set", **{**TYPED, **wrong})
        assert (reply.status, why in reply.text) == (422, True), why
    assert "nothing of that name" in visitor.post("/rules/nothing", {}, **TYPED).text
    assert head_office.centre.database.read(policy.rules_of) == ()


def test_what_supervisors_did_at_counters_can_be_read(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("viewer")
    page = visitor.get("/rules-of-counters").text
    assert "No counter has a rule of its own." in page
    rule = RuleTold(
        "stamp",
        2,
        DAY,
        "",
        {"how": "none", "above_paise": 1},
        "local",
        True,
        "S201",
        "no stamps left",
    )
    word = OverrideGranted("W", "S201", "asha", "shift", DAY, ("drawer",), "van is late", "")
    head_office.centre.told(head_office.centre.counter(), RuleSetHere(rule), word)
    page = visitor.get("/rules-of-counters").text
    strange = RuleTold(
        "moon_phase", 2, "some day", "", {"is_full": True}, "local", True, "S201", ""
    )
    counter = head_office.centre.counter("C08")
    head_office.centre.told(counter, RuleSetHere(strange))
    page += visitor.get("/rules-of-counters").text
    for said in (
        "moon_phase",
        "is_full",
        "some day",
        "Revenue stamp",
        "no stamps left",
        "Much cash in the drawer",
        "van is late",
    ):
        assert said in page
