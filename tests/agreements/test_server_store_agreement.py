"""What the centre's store promises, on SQLite and PostgreSQL alike: chains, the feed and its mark, totals."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from billing_server.problems import Code
from billing_server.store import (
    alarms,
    bank_desk,
    notes,
    policy,
    roster,
    schema,
    told_schema,
    totals,
)
from counter_app.wire.bodies import CounterNote, InstrumentMoved, OverrideGranted, RuleSetHere
from counter_app.wire.canonical import KeyPair, text_of
from counter_app.wire.days import DayPayments, day_digest
from counter_app.wire.exchange import EpochDay, Fate, FateDay, Person, Refused, SeenThrough
from counter_app.wire.rules import RuleTold
from tests.billing_server.centres import (
    EACH_KIND,
    HOUR_US,
    A,
    B,
    centre_with_two_consumers,
    refused,
)
from tests.billing_server.players import (
    DAY,
    NOW_US,
    bill,
    cash,
    cheque,
    cheque_identity,
    consumer,
    paid_by,
    payment,
    returned,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Executable, Table

    from tests.billing_server.centres import PlayedCentre


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_a_payment_is_posted_and_its_bill_tells_it(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(shift(), payment(A, 300_00))
    told = centre.acknowledged(centre.push(counter))
    assert (told.counter_id, told.epoch, told.upto) == ("C07", 1, 2)
    assert told.head == text_of(counter.head.hash)
    assert [(f.sequence, f.fate) for f in told.fates] == [(1, Fate.NOTED), (2, Fate.POSTED)]
    assert centre.received(A) == {f"B{A}": 300_00}


def test_a_repeat_gets_the_same_bytes_for_ever(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 300_00), payment(A, 200_00))
    first = centre.push(counter)
    centre.now_us += HOUR_US
    counter.tell(payment(A, 100_00))
    centre.push(counter, 3)
    assert centre.push(counter, 1, 2) == first
    assert centre.received(A) == {f"B{A}": 600_00}


def test_a_batch_cut_differently_gets_the_fates_of_the_first_time(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(*(payment(A, 100_00) for _ in range(4)))
    whole = centre.acknowledged(centre.push(counter, 1, 3))
    centre.now_us += HOUR_US
    part = centre.push(counter, 2, 3)
    assert centre.acknowledged(part).fates == whole.fates[1:]
    centre.now_us += HOUR_US
    assert centre.push(counter, 2, 3) == part
    longer = centre.acknowledged(centre.push(counter, 2, 4))
    assert longer.fates[:2] == whole.fates[1:]
    assert longer.upto == 4
    assert centre.received(A) == {f"B{A}": 400_00}


def test_a_gap_says_where_to_rewind(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(*(payment(A, 100_00) for _ in range(3)))
    centre.push(counter, 1, 1)
    gap = refused(centre.push, counter, 3)
    assert (gap.code, gap.expected, gap.head) == (Code.GAP, 2, text_of(counter.sealed[0].hash))
    assert centre.fates(counter, 2) == [Fate.POSTED, Fate.POSTED]


def test_a_fork_keeps_both_stories_raises_an_alarm_and_stops_the_epoch(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    twin = msgspec.structs.replace(counter.batch())
    acknowledgement = centre.take(counter, twin)
    counter.sealed.clear()
    counter.head = type(counter.head)(1, 0, bytes(32))
    counter.tell(payment(A, 999_00))
    assert refused(centre.push, counter).code is Code.FORK
    counter.tell(payment(A, 1_00))
    assert refused(centre.push, counter, 2).code is Code.FORK
    assert centre.take(counter, twin) == acknowledgement
    (alarm,) = centre.database.read(alarms.alarms)
    assert (alarm.kind, str(alarm.key)) == ("fork", "C07/1/1")
    kept = centre.database.read(lambda c: c.execute(text("SELECT raw FROM fork")).scalars().all())
    assert {bytes(raw) for raw in kept} == {sealed.raw for sealed in counter.sealed}
    assert centre.received(A) == {f"B{A}": 100_00}


def test_a_head_that_the_epochs_key_did_not_sign_is_not_taken(centre: PlayedCentre) -> None:
    counter, thief = centre.counter(), KeyPair.fresh()
    counter.tell(payment(A, 100_00))
    forged = msgspec.structs.replace(
        counter.batch(), head_signature=text_of(thief.sign_head(counter.head.hash))
    )
    assert refused(centre.take, counter, forged).code is Code.HEAD_NOT_SIGNED
    assert centre.raw_messages("C07") == {}


def test_an_epoch_nobody_enrolled_is_unknown(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.epoch = 2**62
    counter.tell(payment(A, 100_00))
    assert refused(centre.push, counter).code is Code.EPOCH_UNKNOWN


def test_a_new_epoch_links_to_the_head_of_the_old_one_whose_rest_may_still_come(
    centre: PlayedCentre,
) -> None:
    old = centre.counter()
    old.tell(payment(A, 100_00))
    new = centre.counter("C07", old.head.hash)
    assert new.epoch == 2
    new.tell(payment(A, 50_00))
    assert centre.fates(new) == [Fate.POSTED]
    assert centre.fates(old) == [Fate.POSTED]
    assert centre.received(A) == {f"B{A}": 150_00}
    mark = centre.pull("C07")[-1].mark
    assert mark is not None
    assert mark.seen_through == (SeenThrough(1, 1), SeenThrough(2, 1))


def test_messages_payments_decisions_and_answers_are_never_changed(centre: PlayedCentre) -> None:
    fill_every_table(centre)
    for name in (*schema.INSERT_ONLY, *told_schema.INSERT_ONLY):
        table = schema.METADATA.tables[name]
        if name != "fork":  # empty here
            for change in (delete(table), _renamed(table)):
                with pytest.raises(DBAPIError, match="insert only"):
                    centre.database.write(functools.partial(_run, statement=change))


def fill_every_table(centre: PlayedCentre) -> None:
    """A row at least in every table of what was told and decided."""
    counter = centre.counter()
    back, held = paid_by(A, cheque("123456", 100_00)), paid_by(B, cheque("654321", 50_00))
    rule = RuleTold("stamp", 2, DAY, "", {"how": "none"}, "local", is_local=True)
    counter.tell(
        back,
        held,
        payment("9999999999", 7_00),
        paid_by(A, cash(2_00_000_00)),
        InstrumentMoved(cheque_identity("123456"), "listed", DAY, "asha", ""),
        returned(cheque_identity("123456"), (back, 100_00)),
        OverrideGranted("W", "S201", "asha", "shift", DAY, ("drawer",), "why", ""),
        RuleSetHere(rule),
    )
    assert centre.fates(counter) == [
        Fate.POSTED,
        Fate.POSTED,
        Fate.UNKNOWN_ACCOUNT,
        Fate.LIMIT_EXCEEDED,
        Fate.NOTED,
        Fate.POSTED,
        Fate.NOTED,
        Fate.NOTED,
    ]
    centre.match("C07/1/3", A)
    on = date.fromisoformat(DAY)
    seen = bank_desk.SeenReturned(cheque_identity("654321"), on, "why", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, NOW_US)
    policy.set_rule(
        centre.database,
        "part_count",
        {"most_a_month": "2"},
        valid_from=on,
        valid_to=None,
        authority="Order 12",
        by="manager",
        now_us=NOW_US,
    )


def _renamed(table: Table) -> Executable:
    first = next(column for column in table.primary_key.columns if column.name != "epoch")
    return update(table).values({first.name: "renamed"})


def _run(connection: Connection, statement: Executable) -> None:
    connection.execute(statement)


def test_a_pull_tells_consumers_with_all_fields_and_their_open_bills(
    centre: PlayedCentre,
) -> None:
    (page,) = centre.pull("C07")
    assert page.consumers == (consumer(A), consumer(B))
    assert page.bills == (bill(A, 1_000_00), bill(B, 500_00))
    assert page.mark is not None
    assert (page.mark.cursor, page.mark.as_on_us) == (page.next_cursor, NOW_US)


def test_only_what_changed_is_told_after_a_cursor(centre: PlayedCentre) -> None:
    counter = centre.counter()
    cursor = centre.pull("C07")[-1].next_cursor
    counter.tell(shift())
    centre.push(counter)
    (quiet,) = centre.pull("C07", cursor)
    assert (quiet.consumers, quiet.next_cursor) == ((), cursor)
    assert quiet.mark is not None
    assert quiet.mark.seen_through == (SeenThrough(1, 1),)
    counter.tell(payment(B, 20_00))
    centre.push(counter, 2)
    (page,) = centre.pull("C07", cursor)
    assert [told.account_no for told in page.consumers] == [B]
    assert [told.received_paise for told in page.bills] == [20_00]


def test_the_mark_and_the_roster_come_with_the_last_page_only(centre: PlayedCentre) -> None:
    people = [Person("asha", "Asha", "आशा", "cashier", "hash")]
    roster.put_people(centre.database, people)
    centre.settings = type(centre.settings)(page_consumers=1)
    pages = centre.pull("C07")
    assert [(page.mark is None, page.roster is None) for page in pages] == [
        (True, True),
        (False, False),
    ]
    assert pages[-1].roster == tuple(people)
    roster.remove_person(centre.database, "asha")
    assert centre.pull("C07")[-1].roster == ()


def test_what_changes_behind_a_page_comes_again_before_the_mark(centre: PlayedCentre) -> None:
    centre.settings = type(centre.settings)(page_consumers=1)
    counter = centre.counter()
    first = centre.page("C07")
    counter.tell(payment(A, 100_00))
    centre.push(counter)
    second = centre.page("C07", first.next_cursor)
    third = centre.page("C07", second.next_cursor)
    assert [p.consumers[0].account_no for p in (first, second, third)] == [A, B, A]
    assert third.bills[0].received_paise == 100_00
    assert third.mark is not None
    assert third.mark.seen_through == (SeenThrough(1, 1),)


def test_a_mark_speaks_of_the_asking_counter_only(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    first.tell(payment(A, 100_00), payment("9999999999", 1_00))
    centre.push(first)
    second.tell(payment("9999999999", 2_00))
    centre.push(second)
    mark = centre.pull("C08")[-1].mark
    assert mark is not None
    assert (mark.seen_through, mark.refused) == ((SeenThrough(1, 1),), (Refused(1, 1),))


def test_a_cursor_never_given_is_unknown(centre: PlayedCentre) -> None:
    assert refused(centre.page, "C07", 10**17).code is Code.CURSOR_UNKNOWN


def test_every_decision_reaches_the_counter_in_the_pages_and_the_results(
    centre: PlayedCentre,
) -> None:
    cursor = centre.pull("C07")[-1].next_cursor
    fill_every_table(centre)
    (page,) = centre.pull("C07", cursor)
    assert {told.account_no: told.received_paise for told in page.bills} == {
        A: 2_00_007_00,
        B: 0,
    }
    assert page.mark is not None
    assert page.mark.refused == (Refused(1, 2),)
    assert page.policy is not None
    assert [told.name for told in page.policy.rules] == ["part_count"]
    told = centre.results("C07")
    assert [(one.number, str(one.kind)) for one in told.results] == [
        (1, "SUSPENSE_MATCHED"),
        (2, "INSTRUMENT_RETURNED"),
    ]
    (quiet,) = centre.pull("C07", page.next_cursor)
    assert (quiet.consumers, quiet.policy) == ((), None)
    assert quiet.mark is not None
    assert quiet.mark.refused == (Refused(1, 2),)


def test_the_totals_of_a_day_hold_every_payment_whatever_its_fate(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(
        payment(A, 100_00),
        payment(A, 40_00, rrn="123456789012"),
        payment("9999999999", 7_00),
        payment(A, 5_00, business_date="2026-11-17"),
    )
    centre.push(counter)
    told = centre.day("C07", DAY)
    assert (told.count, told.amount_paise) == (3, 147_00)
    assert [(t.tender, t.fate, t.count, t.amount_paise) for t in told.by_tender] == [
        ("card", "POSTED", 1, 40_00),
        ("cash", "POSTED", 1, 100_00),
        ("cash", "UNKNOWN_ACCOUNT", 1, 7_00),
    ]
    assert centre.day("C08", DAY).count == 0


def test_a_day_is_told_payment_by_payment_in_pages(
    centre: PlayedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(totals, "MOST_PAYMENTS_IN_PAGE", 2)
    counter = centre.counter()
    other_day = payment(A, 5_00, business_date="2026-11-17")
    unread = payment(A, 1_00, receipt_no="x" * 300)
    counter.tell(payment(A, 100_00), other_day, payment(A, 7_00), unread, payment(B, 9_00))
    centre.push(counter)

    def page(after: int, first: int = 0, last: int = 0) -> DayPayments:
        asked = totals.PageAsked(after, first, last)
        return centre.database.read(lambda c: totals.tell_payments(c, "C07", 1, DAY, asked))

    first = page(0)
    assert ([one.sequence for one in first.payments], first.is_last, first.upto) == (
        [1, 3],
        False,
        3,
    )
    second = page(first.upto)
    assert ([one.sequence for one in second.payments], second.is_last) == ([5], True)
    whole = centre.day("C07", DAY)
    assert whole.epochs == (
        EpochDay(1, 5, 3, 116_00, day_digest([*first.payments, *second.payments])),
    )
    assert [(one.sequence, one.business_date) for one in page(1, 2, 4).payments] == [
        (2, "2026-11-17"),
        (3, DAY),
    ]
    assert (page(1, 2, 4).not_entered, page(3, 2, 4).not_entered) == ((), (4,))
    assert whole.by_fate == (FateDay("POSTED", 3, 116_00),)


def test_what_a_supervisor_notes_is_kept_as_noted(centre: PlayedCentre) -> None:
    counter = centre.counter()
    note = CounterNote("1/15", "dealt_with", "x" * 1_000, "S201", DAY, 3)
    wrong_day = msgspec.structs.replace(note, business_date="soon")
    assert [one.fate for one in centre.told(counter, note, wrong_day)] == [
        Fate.NOTED,
        Fate.NOT_APPLIED,
    ]
    (line,) = centre.database.read(notes.notes_of_fates)
    assert line.startswith(f"C07/1/1 {DAY} S201 dealt_with 1/15 (xxx")
