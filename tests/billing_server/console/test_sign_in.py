"""Signing in and staying in: who gets a session, how long it lives, and what a stranger cannot do."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from billing_server.app import build_app
from billing_server.centre import Centre
from billing_server.console.passwords import Passwords
from billing_server.console.settings import ConsoleSettings
from billing_server.store import console_people
from billing_server.store.console_schema import CONSOLE_FAILURE, CONSOLE_SESSION
from tests.billing_server.console.visitors import CHEAP, PASSWORD, Visitor, put_person
from tests.billing_server.players import NOW_US

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice

SETTINGS = ConsoleSettings()
SECOND_US = 1_000_000
WRONG = "a lantern somewhere else"


def no_of(visitor: Visitor, name: str, password: str) -> tuple[int, str]:
    """Status and sentence of a sign-in that is refused."""
    reply = visitor.sign_in(name, password)
    found = re.search(r'role="alert">(.*?)</p>', reply.text, re.DOTALL)
    assert found is not None
    return reply.status, " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_a_password_that_fits_begins_a_session_and_is_written_down(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    assert "Collection of 18-11-2026" in visitor.sign_in("ADMIN ").text
    assert head_office.deeds() == [("admin", "signed_in", "", "")]


def test_the_database_holds_neither_token_nor_password(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("admin")
    (token,) = visitor.cookies.values()
    rows = head_office.centre.database.read(
        lambda c: [
            *c.execute(select(CONSOLE_SESSION)),
            *c.execute(text("SELECT * FROM console_person")),
        ]
    )
    assert token not in repr(rows)
    assert PASSWORD not in repr(rows)
    assert all(row.password_hash.startswith("$argon2id$") for row in rows[1:])


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(head_office: HeadOffice) -> None:
    database = head_office.centre.database
    database.write(lambda c: console_people.end_access(c, "viewer", head_office.centre.now_us))
    answers = {
        no_of(head_office.visitor(), name, password)
        for name, password in (("admin", WRONG), ("nobody", PASSWORD), ("viewer", PASSWORD))
    }
    assert answers == {
        (403, "Not possible. Name and password do not fit. Nothing was changed; try again.")
    }
    failed = sorted(by for by, *_ in head_office.deeds("sign_in_failed"))
    assert failed == ["-", "admin", "viewer"]


def test_a_name_that_nobody_has_takes_the_same_work(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def verify(_self: PasswordHasher, password_hash: str, _password: str) -> bool:
        tried.append(password_hash)
        return True

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    passwords = Passwords.of(SETTINGS)
    known = passwords.hash(PASSWORD)
    assert not passwords.fits(None, PASSWORD)
    assert passwords.fits(known, PASSWORD)
    assert tried[0].split("$")[:4] == known.split("$")[:4]


def test_who_fails_waits_and_longer_each_time(head_office: HeadOffice) -> None:
    visitor, centre = head_office.visitor(), head_office.centre
    for _ in range(SETTINGS.failures_of_name_and_address + 1):
        assert "do not fit" in no_of(visitor, "admin", WRONG)[1]
    assert "Too many tries" in no_of(visitor, "admin", PASSWORD)[1]
    centre.now_us += SETTINGS.first_wait_seconds * SECOND_US
    assert "do not fit" in no_of(visitor, "admin", WRONG)[1]
    centre.now_us += SETTINGS.first_wait_seconds * SECOND_US
    assert "Too many tries" in no_of(visitor, "admin", PASSWORD)[1]
    centre.now_us += SETTINGS.first_wait_seconds * SECOND_US
    assert visitor.sign_in("admin").status == 200
    assert "do not fit" in no_of(head_office.visitor(), "admin", WRONG)[1]


def test_a_name_that_nobody_has_waits_alike(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    for _ in range(SETTINGS.failures_of_name_and_address + 1):
        no_of(visitor, "nobody", WRONG)
    assert "Too many tries" in no_of(visitor, "nobody", WRONG)[1]


def test_a_stranger_elsewhere_does_not_make_a_person_wait(head_office: HeadOffice) -> None:
    stranger = head_office.visitor(address="203.0.113.9")
    for _ in range(SETTINGS.failures_of_name_and_address + 1):
        no_of(stranger, "admin", WRONG)
    assert "Too many tries" in no_of(stranger, "admin", PASSWORD)[1]
    assert head_office.visitor("admin").get("/").status == 200


def test_an_address_that_tries_name_after_name_waits(head_office: HeadOffice) -> None:
    centre, few = head_office.centre, replace(CHEAP.console, tries_of_address=3)
    settings = replace(CHEAP, console=few)
    app = build_app(Centre(centre.database, centre.key, settings, lambda: NOW_US))
    stranger = Visitor(app, address="203.0.113.9")
    for number in range(few.tries_of_address):
        assert "do not fit" in no_of(stranger, f"name{number}", WRONG)[1]
    assert "try again in 21 min" in no_of(stranger, "another", WRONG)[1]
    assert head_office.visitor("admin").get("/").status == 200


def test_any_process_knows_a_session_and_counts_a_try(head_office: HeadOffice) -> None:
    centre = head_office.centre
    other = build_app(Centre(centre.database, centre.key, CHEAP, lambda: centre.now_us))
    here = head_office.visitor("admin")
    there = Visitor(other, cookies=dict(here.cookies))
    assert there.get("/").status == 200
    for number in range(SETTINGS.failures_of_name_and_address + 1):
        app = other if number % 2 else head_office.app
        assert "do not fit" in no_of(Visitor(app), "viewer", WRONG)[1]
    assert "Too many tries" in no_of(Visitor(other), "viewer", PASSWORD)[1]
    there.get("/own-password")
    there.post("/sign-out")
    assert here.get("/").location.startswith("/sign-in")


def test_failures_are_forgotten_after_a_day(head_office: HeadOffice) -> None:
    visitor, centre = head_office.visitor(), head_office.centre
    no_of(visitor, "nobody", WRONG)
    centre.now_us += (SETTINGS.failures_forgotten_seconds + 1) * SECOND_US
    no_of(visitor, "admin", WRONG)
    kept = centre.database.read(lambda c: c.execute(select(CONSOLE_FAILURE)).all())
    assert {row.failures for row in kept} == {1}
    assert len(kept) == 2


def test_signing_in_never_takes_over_a_cookie_that_was_there(head_office: HeadOffice) -> None:
    victim, thief = head_office.visitor(), head_office.visitor()
    thief.get("/sign-in")
    victim.cookies.update(thief.cookies)
    victim.form_token = thief.form_token
    assert victim.post("/sign-in", name="admin", password=PASSWORD).status == 303
    assert victim.cookies != thief.cookies
    assert victim.get("/").status == 200
    assert thief.get("/").location.startswith("/sign-in")


def test_a_session_ends_when_it_is_not_used(head_office: HeadOffice) -> None:
    visitor, centre = head_office.visitor("admin"), head_office.centre
    for _ in range(3):
        centre.now_us += (SETTINGS.idle_seconds - 1) * SECOND_US
        assert visitor.get("/").status == 200
    centre.now_us += (SETTINGS.idle_seconds + 1) * SECOND_US
    assert visitor.get("/").location.startswith("/sign-in")


def test_a_session_ends_after_a_working_day_however_busy(head_office: HeadOffice) -> None:
    visitor, centre = head_office.visitor("admin"), head_office.centre
    for _ in range(SETTINGS.most_session_seconds // (SETTINGS.idle_seconds // 2)):
        centre.now_us += SETTINGS.idle_seconds // 2 * SECOND_US
        assert visitor.get("/").status == 200
    centre.now_us += SECOND_US
    assert visitor.get("/").location.startswith("/sign-in")
    head_office.visitor("viewer")
    kept = centre.database.read(lambda c: c.execute(select(CONSOLE_SESSION.c.person_id)).scalars())
    assert set(kept) == {"viewer"}


def test_signing_out_ends_the_session_at_the_server_too(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("viewer")
    cookies = dict(visitor.cookies)
    assert visitor.follow(visitor.post("/sign-out")).status == 200
    thief = head_office.visitor(cookies=cookies)
    assert thief.get("/").location.startswith("/sign-in")


def test_a_form_that_we_did_not_make_is_refused(head_office: HeadOffice) -> None:
    visitor, other = head_office.visitor("viewer"), head_office.visitor("admin")
    for token in ("", "0" * 64, other.form_token):
        visitor.form_token = token
        reply = visitor.post("/sign-out")
        assert reply.status == 403
        assert "Nothing was changed" in reply.text
    visitor.get("/own-password")
    reply = visitor.post("/sign-out", {"Sec-Fetch-Site": "cross-site"})
    assert reply.status == 403
    assert visitor.get("/").status == 200
    assert head_office.deeds("signed_out") == []


def test_a_sign_in_form_that_we_did_not_make_is_refused(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    assert visitor.post("/sign-in", name="admin", password=PASSWORD).status == 403
    visitor.get("/sign-in")
    visitor.cookies.clear()
    assert visitor.post("/sign-in", name="admin", password=PASSWORD).status == 403


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"a" * (SETTINGS.most_form_bytes + 1), "application/x-www-form-urlencoded"),
        (
            b"&".join([b"a=1"] * (SETTINGS.most_form_fields + 1)),
            "application/x-www-form-urlencoded",
        ),
        (b"\xff\xfe", "application/x-www-form-urlencoded"),
        (b"%ff=1", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
    ],
)
def test_what_is_no_form_is_told_so(
    head_office: HeadOffice, body: bytes, content_type: str
) -> None:
    visitor = head_office.visitor("viewer")
    reply = visitor.post_raw("/sign-out", body, {"Content-Type": content_type})
    assert reply.status == 400
    assert "cannot be read" in reply.text


def test_a_password_that_another_gave_is_changed_before_anything_else(
    head_office: HeadOffice,
) -> None:
    put_person(head_office.centre.database, "meera", "admin", is_fresh=True)
    visitor = head_office.visitor()
    visitor.get("/sign-in")
    visitor.post("/sign-in", name="meera", password=PASSWORD)
    assert visitor.get("/").location == "/own-password"
    assert visitor.get("/own-password").status == 200
    fresh = "three kites over Phool Bagh"
    changed = visitor.post("/own-password", present=PASSWORD, fresh=fresh, again=fresh)
    done = visitor.follow(changed)
    assert "The password is changed" in done.text
    assert "The password is changed" not in visitor.get("/").text
    assert head_office.visitor().sign_in("meera", fresh).status == 200
    assert head_office.visitor().sign_in("meera", PASSWORD).status == 403


def test_a_changed_password_ends_the_other_sessions(head_office: HeadOffice) -> None:
    here, elsewhere = head_office.visitor("viewer"), head_office.visitor("viewer")
    fresh = "three kites over Phool Bagh"
    here.get("/own-password")
    here.post("/own-password", present=PASSWORD, fresh=fresh, again=fresh)
    assert here.get("/").status == 200
    assert elsewhere.get("/").location.startswith("/sign-in")


@pytest.mark.parametrize(
    ("present", "fresh", "again", "sentence"),
    [
        (WRONG, "three kites over", "three kites over", "present password does not fit"),
        (PASSWORD, "three kites over", "three kites", "passwords differ"),
        (PASSWORD, "three kites", "three kites", "12 characters or more"),
        (PASSWORD, "k" * 129, "k" * 129, "128 characters at most"),
        (PASSWORD, "my viewer word", "my viewer word", "easy to guess"),
        (PASSWORD, "abababababab", "abababababab", "easy to guess"),
    ],
)
def test_a_password_that_will_not_do_is_told_so(
    head_office: HeadOffice, present: str, fresh: str, again: str, sentence: str
) -> None:
    visitor = head_office.visitor("viewer")
    visitor.get("/own-password")
    reply = visitor.post("/own-password", present=present, fresh=fresh, again=again)
    assert reply.status == 422
    assert sentence in reply.text
    assert head_office.deeds("changed_own_password") == []


def test_everybody_reads_in_the_language_they_chose(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("viewer")
    visitor.get("/own-password")
    reply = visitor.follow(visitor.post("/language", language="hi", here="/own-password"))
    assert '<html lang="hi">' in reply.text
    assert "वर्तमान पासवर्ड" in reply.text
    assert '<html lang="hi">' in head_office.visitor("viewer").get("/").text
    assert visitor.post("/language", language="tlh", here="//elsewhere.test").location == "/"


def test_the_sign_in_page_speaks_what_the_browser_asks_for(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    assert 'lang="hi"' in visitor.get("/sign-in", {"Accept-Language": "hi-IN,en;q=0.5"}).text[:40]
    assert 'lang="en"' in visitor.get("/sign-in?language=en", {"Accept-Language": "hi"}).text[:40]


@pytest.mark.parametrize(
    "path", ["/sign-in", "/", "/own-password", "/nowhere", "/static/console.css"]
)
def test_every_answer_carries_the_secure_headers(head_office: HeadOffice, path: str) -> None:
    headers = head_office.visitor("admin").get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    is_page = path != "/static/console.css"
    assert headers["cache-control"] == ("no-store" if is_page else "public, max-age=3600")
    assert "strict-transport-security" not in headers


def test_over_https_cookies_are_secure_and_https_is_asked_for(head_office: HeadOffice) -> None:
    reply = head_office.visitor(scheme="https").get("/sign-in")
    assert "max-age=31536000" in reply.headers["strict-transport-security"]
    (cookie,) = reply.cookies
    assert cookie.startswith("__Host-")
    assert {"Secure", "HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    (plain,) = head_office.visitor().get("/sign-in").cookies
    assert {"HttpOnly", "SameSite=strict", "Path=/console"} <= set(plain.split("; "))


def test_no_address_holds_a_secret(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    visitor.get("/sign-in")
    location = visitor.post("/sign-in", name="admin", password=PASSWORD).headers["location"]
    assert location == "/console/"


def test_the_audit_trail_cannot_be_changed(head_office: HeadOffice) -> None:
    head_office.visitor("admin")
    for statement in ("UPDATE console_act SET by_id = 'x'", "DELETE FROM console_act"):
        change = partial(Connection.execute, statement=text(statement))
        with pytest.raises(DBAPIError, match="insert only"):
            head_office.centre.database.write(change)
