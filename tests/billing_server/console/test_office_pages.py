"""Months, barred cheques, old numbers and the roster in the console: done once, by who may, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.store import account_map, barred, closed_months, roster_upkeep
from tests.billing_server.centres import A, B

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice, Reply, Visitor

BOUNDARY = "kesco"
OCTOBER = "2026-10"
PERSON = {
    "name_en": "Asha Verma", "name_hi": "आशा वर्मा", "role": "cashier", "pin": "4821",
    "valid_from": "2026-11-18", "valid_to": "", "reason": "posted to Kidwai Nagar",
}  # fmt: skip


def send_file(visitor: Visitor, path: str, text: str | bytes) -> Reply:
    """As a browser sends a form with a file in it."""
    head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    body = b"".join(
        (
            f'{head}"form_token"\r\n\r\n{visitor.form_token}\r\n'.encode(),
            f'{head}"file"; filename="list.csv"\r\n\r\n'.encode(),
            text if isinstance(text, bytes) else text.encode(),
            b"\r\n",
        )
    )
    kind = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    return visitor.post_raw(path, body + f"--{BOUNDARY}--\r\n".encode(), kind)


def test_a_month_is_closed_and_opened_again_with_reasons(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get("/months")
    done = visitor.post("/months", month=OCTOBER, reason="accounts sent up")
    assert "2026-10 is closed." in visitor.follow(done).text
    again = visitor.post("/months", month=OCTOBER, reason="again")
    assert (again.status, "2026-10 is closed already" in again.text) == (422, True)
    visitor.follow(visitor.post("/months/open", month=OCTOBER, reason="a counter came late"))
    assert head_office.centre.database.read(closed_months.closed_months) == frozenset()
    deeds = head_office.deeds("closed_month") + head_office.deeds("opened_month")
    assert [deed[1:] for deed in deeds] == [
        ("closed_month", OCTOBER, "accounts sent up"),
        ("opened_month", OCTOBER, "a counter came late"),
    ]


def test_cheques_of_one_account_are_barred_and_taken_again(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get("/barred")
    typed = {"account_no": A, "valid_from": "2026-12-01", "valid_to": "", "reason": "came back"}
    done = visitor.post("/barred", {}, **typed)
    assert f"Cheques of account {A} are barred." in visitor.follow(done).text
    for wrong, why in (
        ({"account_no": "123"}, "nobody has the account 123"),
        ({"valid_from": "tomorrow"}, "That is no day"),
        ({"valid_to": "2026-11-01"}, "the last day is before the first one"),
        ({"reason": " "}, "Something is missing"),
    ):
        assert why in visitor.post("/barred", {}, **{**typed, **wrong}).text
    visitor.follow(visitor.post("/barred/lift", account_no=A, reason="paid in full"))
    assert head_office.centre.database.read(barred.bars_set) == ()
    assert "not barred" in visitor.post("/barred/lift", account_no=A, reason="again").text


def test_a_bounce_list_with_wrong_lines_is_told_line_by_line(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get("/barred")
    wrong = f"{A},2026-12-01,,came back\n{B},2026-13-01,,came back\n123,2026-12-01,,came back\n"
    reply = send_file(visitor, "/barred/list", wrong)
    assert reply.status == 422
    for told in ("Wrong lines: 2", "A day is written as", "Nobody has this account"):
        assert told in reply.text
    assert head_office.centre.database.read(barred.bars_set) == ()
    good = f"\ufeff{A},2026-12-01,,came back\n{B},2026-12-01,2027-05-31,twice\n"
    done = send_file(visitor, "/barred/list", good)
    assert "Cheques of 2 accounts are barred." in visitor.follow(done).text


def test_old_numbers_come_in_as_a_file(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get("/old-numbers")
    reply = send_file(visitor, "/old-numbers", f"91,{A}\n92,999\n93\n91,{B}\n")
    assert reply.status == 422
    for told in ("Wrong lines: 3", "Nobody has this account", "stood on an earlier line"):
        assert told in reply.text
    done = send_file(visitor, "/old-numbers", f"91,{A}\n92,91\n")
    assert "2 old numbers now lead" in visitor.follow(done).text
    assert f"92 is account {A} now." in visitor.get("/old-numbers?number=92").text
    assert "says nothing of 77" in visitor.get("/old-numbers?number=77").text
    pairs = head_office.centre.database.read(lambda c: account_map.last_pairs(c, 9))
    assert [(one.old_account_no, one.by) for one in pairs] == [
        ("92", "accountant"),
        ("91", "accountant"),
    ]


def test_a_file_is_taken_only_where_one_is_asked_for(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.get("/months")
    assert send_file(visitor, "/months", "x").status == 400
    visitor.get("/old-numbers")
    for bad in (b"\xff\xfe", b"x" * (9 * 1024 * 1024)):
        assert send_file(visitor, "/old-numbers", bad).status == 400
    kind = {"content-type": "multipart/form-data"}
    assert visitor.post_raw("/old-numbers", b"x", kind).status == 400
    visitor.get("/old-numbers")
    assert "Choose a file." in send_file(visitor, "/old-numbers", " ").text
    visitor.get("/barred")
    assert "Choose a file." in send_file(visitor, "/barred/list", "").text


def test_a_file_without_the_pages_token_is_refused(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("accountant")
    visitor.form_token = "0" * 64
    assert send_file(visitor, "/old-numbers", f"91,{A}\n").status == 403
    assert head_office.centre.database.read(lambda c: account_map.last_pairs(c, 9)) == ()


def test_a_person_is_added_changed_and_ended(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("admin")
    visitor.get("/roster")
    done = visitor.post("/roster", {}, cashier_id="asha", **PERSON)
    assert "asha is on the roster." in visitor.follow(done).text
    visitor.get("/roster/asha")
    changed = {**PERSON, "role": "supervisor", "pin": "", "reason": "promoted"}
    visitor.follow(visitor.post("/roster/asha", {}, **changed))
    ended = visitor.post("/roster/asha/end", last_day="2026-11-30", reason="transferred")
    page = visitor.follow(ended).text
    for told in ("promoted", "transferred", "30-11-2026", "PIN given"):
        assert told in page
    (told_person,) = head_office.centre.pull("C07")[-1].roster or ()
    assert (told_person.role, told_person.pin_hash.startswith("$argon2id$")) == ("supervisor", True)
    acts = head_office.centre.database.read(lambda c: roster_upkeep.acts_of(c, "asha"))
    assert [(one.act, one.by) for one in acts] == [
        ("added", "admin"), ("changed", "admin"), ("ended", "admin"),
    ]  # fmt: skip
    assert "4821" not in str(head_office.deeds())


def test_a_person_who_cannot_be_is_refused_with_what_was_typed(head_office: HeadOffice) -> None:
    visitor = head_office.visitor("admin")
    visitor.get("/roster")
    for wrong, why in (
        ({"pin": "12"}, "A PIN has 4 to 12 figures."),
        ({"pin": ""}, "asha is new: a PIN is needed"),
        ({"role": "queen"}, "queen is no role"),
        ({"valid_from": ""}, "Something is missing"),
    ):
        reply = visitor.post("/roster", {}, cashier_id="asha", **{**PERSON, **wrong})
        assert (reply.status, why in reply.text, "आशा वर्मा" in reply.text) == (422, True, True)
    assert visitor.get("/roster/asha").status == 404
    assert "nothing of that name" in visitor.post("/roster/asha", {}, **PERSON).text
    visitor.get("/roster")
    visitor.post("/roster", {}, cashier_id="asha", **PERSON)
    again = visitor.post("/roster", {}, cashier_id="asha", **PERSON)
    assert "asha is on the roster already" in again.text


MAY_ACT = {
    "/months": "accountant", "/months/open": "accountant", "/barred": "accountant",
    "/barred/list": "accountant", "/barred/lift": "accountant", "/old-numbers": "accountant",
    "/roster": "admin", "/roster/asha": "admin", "/roster/asha/end": "admin",
    "/rules/part_count": "accountant",
}  # fmt: skip


def test_every_act_belongs_to_one_role(head_office: HeadOffice) -> None:
    for name in ("accountant", "admin", "supervisor", "viewer"):
        visitor = head_office.visitor(name)
        visitor.get("/")
        for path, owner in MAY_ACT.items():
            assert (visitor.post(path).status == 403) is (name != owner), path
