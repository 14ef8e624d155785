"""The pages: who may see and do what, and what an act leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from billing_server.console.pages import ALL_PAGES
from billing_server.console.permissions import Role
from billing_server.problems import Code, ServerRefusal
from billing_server.store import counter_states
from billing_server.store.counters_seen import counter_seen
from counter_app.wire.canonical import NO_HEAD, KeyPair
from counter_app.wire.counter_state import CounterState
from counter_app.wire.messages import ChainHead
from tests.billing_server.centres import A, B, refused
from tests.billing_server.console.visitors import PASSWORD
from tests.billing_server.players import (
    DAY,
    NOW_US,
    PlayedCounter,
    cash,
    paid_by,
    payment,
    shift,
    upi,
)

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice, Reply, Visitor

SECOND_US = 1_000_000
DAY_US = 86_400 * SECOND_US
LAKH = 1_00_000_00
PLACE = {
    "counter_id": "C09",
    "counter_name": "Counter 9",
    "division_en": "Jajmau",
    "division_hi": "जाजमऊ",
    "series_base": "jaj09",
}


def words_of(reply: Reply) -> str:
    """What is read, without the marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", reply.text).split())


def fork(head_office: HeadOffice) -> PlayedCounter:
    """C07 tells two payments; a copy of it tells another second one."""
    counter = head_office.centre.counter("C07")
    counter.tell(payment(A, 100_00), payment(B, 200_00))
    head_office.centre.push(counter)
    copy = PlayedCounter("C07", 1, counter.key, ChainHead(1, 0, NO_HEAD))
    copy.sealed.append(counter.sealed[0])
    copy.head = ChainHead(1, 1, counter.sealed[0].hash)
    copy.tell(payment(B, 777_00, cashier_id="imran"), shift())
    refusal = refused(head_office.centre.push, copy)
    assert refusal.code is Code.FORK
    return counter


def addresses() -> list[tuple[str, str]]:
    """Every page's methods, its blanks filled."""
    blanks = {"{kind}": "fork", "{person_id}": "viewer", "{counter_id}": "C07"}
    found = []
    for page in ALL_PAGES:
        path = re.sub(r"\{\w+:number\}", "1", page.path)
        for blank, value in blanks.items():
            path = path.replace(blank, value)
        found += [("GET", path)] * (page.show is not None)
        found += [("POST", path)] * (page.act is not None)
    return found


def test_every_page_asks_for_a_session(head_office: HeadOffice) -> None:
    visitor = head_office.visitor()
    visitor.get("/sign-in")
    for method, path in addresses():
        reply = visitor.get(path) if method == "GET" else visitor.post(path)
        assert reply.location.startswith("/sign-in"), (method, path)
    assert head_office.deeds() == []


def test_a_role_is_refused_what_it_may_not_by_every_address(head_office: HeadOffice) -> None:
    for role in Role:
        visitor = head_office.visitor(role)
        visitor.get("/own-password")
        for page in ALL_PAGES:
            path = re.sub(r"\{\w+(:number)?\}", "1", page.path)
            if page.show is not None and not page.is_allowed(role, acts=False):
                assert visitor.get(path).status == 403, (role, path)
            if page.act is not None and not page.is_allowed(role, acts=True):
                reply = visitor.post(path)
                assert reply.status == 403, (role, path)
                assert "Your role may not do this" in reply.text
    assert {deed for _, deed, *_ in head_office.deeds()} == {"signed_in"}


def test_a_role_is_led_to_the_pages_it_may_see(head_office: HeadOffice) -> None:
    for role in Role:
        visitor = head_office.visitor(role)
        led_to = set(re.findall(r'<li><a href="/console([^"]*)"', visitor.get("/").text))
        assert led_to == {
            page.path for page in ALL_PAGES if page.heading and page.is_allowed(role, acts=False)
        }


def test_the_collection_adds_up_by_division_counter_tender_hour_and_fate(
    head_office: HeadOffice,
) -> None:
    centre = head_office.centre
    first, second = centre.counter("C07"), centre.counter("C08")
    centre.told(first, paid_by(A, cash(300_00)), paid_by(A, upi("123456789012", 150_00)))
    second.recorded_us -= 3_600 * SECOND_US
    centre.told(second, payment("7412999999", 20_00))
    shown = words_of(head_office.visitor("viewer").get("/"))
    assert "Collected ₹ 470.00 Payments 3 Counters that took money 2 of 2" in shown
    assert "Waiting for a person ₹ 20.00 1 payments stand in no bill" in shown
    assert "15:00–15:59 1 ₹ 20.00 16:00–16:59 2 ₹ 450.00" in shown
    assert "Kidwai Nagar 3 ₹ 470.00 Total 3 ₹ 470.00" in shown
    assert "Cash 2 ₹ 320.00 UPI 1 ₹ 150.00" in shown
    assert "C07 · Counter C07 2 ₹ 450.00 C08 · Counter C08 1 ₹ 20.00" in shown
    assert "Booked 2 ₹ 450.00 Account not known: in suspense 1 ₹ 20.00" in shown


def test_another_day_can_be_looked_at_and_a_slip_of_the_hand_is_today(
    head_office: HeadOffice,
) -> None:
    visitor = head_office.visitor("viewer")
    assert "Collection of 02-10-2026" in visitor.get("/?day=2026-10-02").text
    for slip in ("", "yesterday", "0001-01-01", "2026-13-01"):
        assert "Collection of 18-11-2026" in visitor.get(f"/?day={slip}").text
    assert "No counter has told of a payment of this day." in visitor.get("/").text


def test_a_counter_is_shown_as_it_was_heard_and_as_it_said(head_office: HeadOffice) -> None:
    centre = head_office.centre
    counter = centre.counter("C07")
    centre.counter("C08")
    centre.told(counter, shift(), payment(A, 100_00))
    said = CounterState("0.1.0", NOW_US - 300 * SECOND_US, 5, 700_00, NOW_US - 600 * SECOND_US)
    centre.database.write(lambda c: counter_states.note_state(c, "C07", 1, said, NOW_US))
    centre.now_us += 60 * SECOND_US
    visitor = head_office.visitor("viewer")
    shown = words_of(visitor.get("/counters"))
    assert "Unsent, as last told ₹ 700.00 5 messages" in shown
    known = "C07 Counter C07 Kidwai Nagar ✓ heard 60 s ago 5 oldest 11 min ago ₹ 700.00"
    assert f"{known} ! −5 min 0.1.0 17-11-2029 0" in shown
    assert "C08 Counter C08 Kidwai Nagar ! not heard never — — — — 17-11-2029 0" in shown
    near = words_of(visitor.get("/counters/C07"))
    assert "Last days Business date Payments Sum 18-11-2026 1 ₹ 100.00" in near
    assert "What became of it, last 31 days Fate Payments Sum Booked 1 ₹ 100.00" in near
    assert "SC07" in near
    assert "Last batches Received Epoch From message To message 18-11-2026 16:36:40 1 1 2" in near
    assert "Not heard for 15 min or longer: 1 · C08 never" in words_of(visitor.get("/"))


def test_a_counter_nobody_knows_is_told_so(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("viewer")
    for path in ("/counters/C99", "/alarms/C99/1/1/fork", f"/alarms/C99/1/{2**60}/fork"):
        reply = visitor.get(path)
        assert reply.status == 404
        assert "There is no such" in reply.text


def test_certificates_that_end_are_shown_in_time(head_office: HeadOffice) -> None:
    centre = head_office.centre
    centre.counter("C07")
    visitor = head_office.visitor("viewer")
    assert "17-11-2029" in words_of(visitor.get("/counters"))
    centre.now_us += (3 * 365 - 59) * DAY_US
    assert "! 17-11-2029" in words_of(head_office.visitor("viewer").get("/counters"))
    centre.now_us += 60 * DAY_US
    assert "× ended 17-11-2029" in words_of(head_office.visitor("viewer").get("/counters"))


def test_a_fork_shows_both_stories_and_is_settled_by_somebody_who_says_why(
    head_office: HeadOffice,
) -> None:
    fork(head_office)
    visitor = head_office.visitor("supervisor")
    assert "Open alarms: 1 · Fork: two stories, C07" in words_of(visitor.get("/"))
    assert "≠ forked" in words_of(visitor.get("/counters"))
    shown = words_of(visitor.get("/alarms/C07/1/2/fork"))
    assert "What to do" in shown
    assert "Sum ≠ ₹ 200.00 ≠ ₹ 777.00" in shown
    assert "Business date 18-11-2026 18-11-2026" in shown
    assert "Cashier ≠ asha ≠ imran" in shown
    assert "Number 3 Field The kept story does not go so far Other story" in shown
    assert visitor.post("/alarms/C07/1/2/fork", reason=" ").status == 422
    done = visitor.follow(visitor.post("/alarms/C07/1/2/fork", reason="a copied computer"))
    assert "✓ seen to by supervisor a copied computer" in words_of(done)
    assert "Open alarms" not in words_of(visitor.get("/"))
    again = visitor.post("/alarms/C07/1/2/fork", reason="once more")
    assert again.status == 422
    assert "settled already" in again.text
    assert head_office.deeds("answered_alarm") == [
        ("supervisor", "answered_alarm", "C07/1/2 fork", "a copied computer")
    ]


def test_cash_above_the_law_is_shown_with_its_payment(head_office: HeadOffice) -> None:
    centre = head_office.centre
    centre.told(centre.counter("C07"), paid_by(A, cash(2 * LAKH)))
    shown = words_of(head_office.visitor("viewer").get("/alarms/C07/1/1/cash_above_law"))
    assert "269ST" in shown
    assert "Sum ₹ 2,00,000.00" in shown
    assert "Settle the alarm" not in shown.replace("settle the alarm", "")


def test_a_code_is_shown_once_and_makes_the_counter(head_office: HeadOffice) -> None:
    visitor, centre = head_office.visitor("admin"), head_office.centre
    assert "No code is waiting." in visitor.get("/enrolment").text
    issued = visitor.post("/enrolment", **PLACE)
    assert issued.status == 200
    found = re.search(r"[0-9A-Z]{8}-[0-9A-Z]+", words_of(issued))
    assert found is not None
    assert "C09 21-11-2026 16:36" in words_of(visitor.get("/enrolment"))
    assert found[0] not in visitor.get("/enrolment").text
    certificate = centre.use_code(found[0], KeyPair.fresh())
    assert (certificate.counter_id, certificate.receipt_series) == ("C09", "JAJ09")
    assert "No code is waiting." in visitor.get("/enrolment").text
    assert 'value="जाजमऊ"' in visitor.get("/enrolment?again=C09").text
    assert head_office.deeds("issued_code") == [("admin", "issued_code", "C09", "JAJ09")]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"counter_id": ""}, "Something is missing"),
        ({"counter_id": "C 9"}, "letters, digits, - and _ only"),
        ({"series_base": "JAJ"}, "a digit last"),
        ({"series_base": "SC07"}, "C07 has series SC07, and keeps it"),
        ({"counter_id": "C07"}, "C07 has series SC07, and keeps it"),
        ({"division_en": "x" * 81}, "80 characters at most"),
    ],
)
def test_a_place_that_will_not_do_is_told_so_and_what_was_typed_stays(
    head_office: HeadOffice, changes: dict[str, str], sentence: str
) -> None:
    head_office.centre.counter("C07")
    visitor = head_office.visitor("admin")
    visitor.get("/enrolment")
    reply = visitor.post("/enrolment", **{**PLACE, **changes})
    assert reply.status == 422
    assert sentence in reply.text
    assert 'value="जाजमऊ"' in reply.text
    assert head_office.deeds("issued_code") == []


def test_a_lost_computers_key_is_revoked_with_a_reason(head_office: HeadOffice) -> None:
    centre = head_office.centre
    centre.counter("C07")
    visitor = head_office.visitor("admin")
    visitor.get("/counters/C07")
    assert visitor.post("/counters/C07/1/revoke").status == 422
    done = visitor.follow(visitor.post("/counters/C07/1/revoke", reason="stolen at Jajmau"))
    assert "Key C07/1 is revoked" in done.text
    seen = centre.database.read(lambda c: counter_seen(c, "C07"))
    assert seen is not None
    assert seen.is_revoked
    assert not seen.is_silent(NOW_US, 0)
    assert visitor.post("/counters/C07/1/revoke", reason="again").status == 422
    assert head_office.deeds("revoked_key") == [
        ("admin", "revoked_key", "C07/1", "stolen at Jajmau")
    ]


def given_password(reply: Reply) -> str:
    """The one that is shown this once."""
    found = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", words_of(reply))
    assert found is not None
    return found[0]


def add(visitor: Visitor, person_id: str, role: str = "viewer") -> Reply:
    return visitor.post("/people", person_id=person_id, name_en="Meera", name_hi="मीरा", role=role)


def test_somebody_new_gets_a_first_password_and_changes_it(head_office: HeadOffice) -> None:
    admin = head_office.visitor("admin")
    admin.get("/people")
    password = given_password(add(admin, "Meera", "accountant"))
    newcomer = head_office.visitor()
    newcomer.get("/sign-in")
    assert newcomer.post("/sign-in", name="meera", password=password).status == 303
    assert newcomer.get("/counters").location == "/own-password"
    assert head_office.deeds("added_person") == [("admin", "added_person", "meera", "accountant")]


@pytest.mark.parametrize(
    ("person_id", "role", "sentence"),
    [
        ("viewer", "viewer", "viewer is taken"),
        ("9 lives", "viewer", "2 to 40 small letters"),
        ("meera", "owner", "no such role"),
    ],
)
def test_somebody_who_will_not_do_is_told_so(
    head_office: HeadOffice, person_id: str, role: str, sentence: str
) -> None:
    admin = head_office.visitor("admin")
    admin.get("/people")
    reply = add(admin, person_id, role)
    assert reply.status == 422
    assert sentence in reply.text
    assert head_office.deeds("added_person") == []


def test_a_changed_role_holds_from_the_next_request_on(head_office: HeadOffice) -> None:
    admin, viewer = head_office.visitor("admin"), head_office.visitor("viewer")
    assert viewer.get("/acts").status == 403
    admin.get("/people")
    admin.post("/people/viewer/role", role="accountant")
    assert viewer.get("/acts").status == 200


def test_ended_access_and_ended_sessions_hold_from_the_next_request_on(
    head_office: HeadOffice,
) -> None:
    admin, viewer = head_office.visitor("admin"), head_office.visitor("viewer")
    admin.get("/people")
    assert "All sessions" in admin.follow(admin.post("/people/viewer/end-sessions")).text
    assert viewer.get("/").location.startswith("/sign-in")
    viewer.sign_in("viewer")
    admin.post("/people/viewer/end-access")
    assert viewer.get("/").location.startswith("/sign-in")
    assert head_office.visitor().sign_in("viewer").status == 403
    assert "× access ended" in words_of(admin.get("/people"))
    admin.post("/people/viewer/give-access")
    assert head_office.visitor().sign_in("viewer").status == 200


def test_a_forgotten_password_is_replaced_and_ends_the_sessions(head_office: HeadOffice) -> None:
    admin, viewer = head_office.visitor("admin"), head_office.visitor("viewer")
    admin.get("/people")
    password = given_password(admin.post("/people/viewer/password"))
    assert viewer.get("/").location.startswith("/sign-in")
    assert head_office.visitor().sign_in("viewer", PASSWORD).status == 403
    assert "Someone else gave you this password" in viewer_signs_in(head_office, password).text


def viewer_signs_in(head_office: HeadOffice, password: str) -> Reply:
    visitor = head_office.visitor()
    visitor.get("/sign-in")
    visitor.follow(visitor.post("/sign-in", name="viewer", password=password))
    return visitor.get("/own-password")


@pytest.mark.parametrize(("path", "typed"), [("role", "viewer"), ("end-access", "")])
def test_the_last_administrator_stays(head_office: HeadOffice, path: str, typed: str) -> None:
    admin = head_office.visitor("admin")
    admin.get("/people")
    reply = admin.post(f"/people/admin/{path}", role=typed)
    assert reply.status == 422
    assert "last administrator" in reply.text
    admin.post("/people/viewer/role", role="admin")
    assert admin.post(f"/people/admin/{path}", role=typed).status == 303
    assert admin.get("/people").status in {303, 403}


def test_an_act_on_nobody_is_told_so_and_leaves_no_trace(head_office: HeadOffice) -> None:
    admin = head_office.visitor("admin")
    admin.get("/people")
    for path in ("role", "password", "end-sessions", "end-access", "give-access"):
        assert admin.post(f"/people/nobody/{path}", role="viewer").status == 422
    assert [deed for _, deed, *_ in head_office.deeds()] == ["signed_in"]


def test_the_audit_trail_is_read_by_person_act_and_day(head_office: HeadOffice) -> None:
    centre = head_office.centre
    admin = head_office.visitor("admin", address="10.9.8.7")
    admin.get("/people")
    admin.post("/people/viewer/role", role="supervisor")
    centre.now_us += DAY_US
    reader = head_office.visitor("accountant")
    everything = words_of(reader.get("/acts"))
    assert "18-11-2026 16:36:40 admin Changed a role viewer supervisor 10.9.8.7" in everything
    assert "19-11-2026 16:36:40 accountant Signed in 10.1.2.3" in everything
    of_day = words_of(reader.get("/acts?from=2026-11-18&until=2026-11-18"))
    assert "Changed a role viewer" in of_day
    assert "accountant Signed in" not in of_day
    assert "viewer supervisor" not in words_of(reader.get("/acts?by=Accountant"))
    only = words_of(reader.get("/acts?deed=changed_role&by=admin&from=never&until=9999-12-31"))
    assert "admin Changed a role viewer supervisor" in only
    assert "Nobody did such a thing." in reader.get("/acts?by=nobody").text


def test_what_people_write_is_never_taken_for_markup(head_office: HeadOffice) -> None:
    fork(head_office)
    visitor = head_office.visitor("supervisor")
    visitor.get("/alarms/C07/1/2/fork")
    visitor.post("/alarms/C07/1/2/fork", reason="<script>alert(1)</script>")
    body = visitor.get("/alarms").body.decode()
    assert "<script>" not in body
    assert "&lt;script&gt;" in body


def test_a_database_that_does_not_answer_is_told_without_fright(
    head_office: HeadOffice, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = head_office.visitor("viewer")
    head_office.centre.database.write(
        lambda c: c.exec_driver_sql("ALTER TABLE console_session RENAME TO gone")
    )
    reply = visitor.get("/")
    assert reply.status == 503
    assert "Nothing is lost" in reply.text
    assert "does not answer" in caplog.text


def test_both_stories_are_kept_when_one_is_no_message(head_office: HeadOffice) -> None:
    counter = head_office.centre.counter("C07")
    counter.tell(payment(A, 100_00))
    head_office.centre.push(counter)
    copy = PlayedCounter("C07", 1, counter.key, ChainHead(1, 0, NO_HEAD))
    copy.tell_raw(b'{"version": 1, "body": [1, null, ""], "clock": {"utc_us": 1e300}}')
    with pytest.raises(ServerRefusal):
        head_office.centre.push(copy)
    shown = words_of(head_office.visitor("viewer").get("/alarms/C07/1/1/fork"))
    assert "version ≠ 1 ≠ 1" not in shown
    assert "Sum ≠ ₹ 100.00 ≠ —" in shown
    assert DAY not in shown
