"""The stage of a scripted day: a book of consumers, the embedded billing server, and a counter's home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from billing_server.book.generator import make_book
from billing_server.book.people import DEMO_PEOPLE
from billing_server.embedded import EmbeddedServer, start_embedded
from billing_server.store.totals import tell_day
from counter_app.domain.consumer import Connection
from counter_app.domain.identity import AccountNo, CashierId
from counter_app.domain.money import LARGEST_PAISE, ZERO, Money
from counter_app.domain.policy import RuleName, values_of
from counter_app.domain.shift import Role
from counter_app.launch import Counter
from counter_app.workstation.paths import Places
from counter_app.workstation.pins import hash_pin
from counter_app.workstation.settings import PrinterChoice, Settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from counter_app.use_cases.desk import Desk

CASHIER = next(one.cashier_id for one in DEMO_PEOPLE if one.role is Role.CASHIER)
SUPERVISOR = next(one.cashier_id for one in DEMO_PEOPLE if one.role is Role.SUPERVISOR)
PIN = "2580"
COUNTER_ID = "KND07"
USUAL_BILL = Money.rupees(20_000)
OPENING_FLOAT = Money.rupees(2000)


@dataclass(slots=True)
class Stage:
    """A server with a book, and a counter beside it."""

    folder: Path
    server: EmbeddedServer
    places: Places
    consumers: int
    seed: int

    def close(self) -> None:
        """Stop the server."""
        self.server.stop()

    def take_server_away(self) -> None:
        """The outage begins."""
        self.server.stop()

    def bring_server_back(self) -> None:
        """The same server, on the same address."""
        self.server = start_embedded(self.folder / "server", port=self.server.port)

    def server_paise(self, business_date: date) -> int:
        """What the centre has of this counter for one day, in whole paise."""
        day = business_date.isoformat()
        return self.server.database.read(
            lambda connection: tell_day(connection, COUNTER_ID, day).amount_paise
        )


def payable_accounts(desk: Desk, consumers: int, seed: int) -> Iterator[tuple[AccountNo, Money]]:
    """Accounts of the book that owe a usual bill today, with the sum: all of it may come in cash."""
    day = desk.business_date()
    for told in make_book(consumers, seed):
        account_no = AccountNo(told.consumer.account_no)
        account = desk.open_account(account_no)
        due = account.outstanding_on(day)
        if ZERO < due < USUAL_BILL and account.consumer.connection is Connection.POSTPAID:
            yield account_no, due


def lift_drawer_limit(desk: Desk) -> None:
    """A supervisor allows more cash in a drawer than any day of a bench brings."""
    rule = desk.rules_today().rule(RuleName.DRAWER)
    values = dict(rule.values) | {"warn_paise": LARGEST_PAISE, "word_paise": LARGEST_PAISE}
    today = replace(rule, values=values_of(values), valid_from=desk.business_date())
    desk.set_rule(today, CashierId(SUPERVISOR), PIN, "a bench takes a year's cash in a day")


def set_stage(
    folder: Path,
    *,
    consumers: int,
    seed: int,
    printer: PrinterChoice | None = None,
) -> Stage:
    """Start the server with a book, enrol the counter, pull the bills, open the cashier's shift."""
    stage = bare_stage(folder, consumers=consumers, seed=seed, printer=printer)
    counter = Counter(stage.places)
    try:
        counter.desk.enrol(stage.server.url, enrolment_code(stage.server))
        counter.desk.run_round()
        counter.desk.open_shift(CashierId(CASHIER), OPENING_FLOAT)
        lift_drawer_limit(counter.desk)
    finally:
        counter.close()
    return stage


def bare_stage(
    folder: Path,
    *,
    consumers: int,
    seed: int,
    printer: PrinterChoice | None = None,
) -> Stage:
    """Server, book and settings; the counter is not enrolled yet."""
    server = start_embedded(folder / "server")
    load(server, consumers, seed)
    places = Places(folder / "counter")
    places.make()
    settings = Settings(
        server_url=server.url,
        printer=printer or PrinterChoice(),
        is_keyring_used=False,
    )
    write_settings(places.settings, settings)
    return Stage(folder, server, places, consumers, seed)


def load(server: EmbeddedServer, consumers: int, seed: int) -> None:
    """Give the server a book of consumers and its people."""
    server.load_book(
        (told.consumer for told in make_book(consumers, seed)),
        (bill for told in make_book(consumers, seed) for bill in told.bills),
    )
    pin_hash = hash_pin(PIN)
    server.put_people(person.told(pin_hash) for person in DEMO_PEOPLE)


def enrolment_code(server: EmbeddedServer) -> str:
    """A one-time code for the demo counter."""
    return server.issue_code(
        COUNTER_ID, "Kidwai Nagar 07", "Kidwai Nagar Division", "किदवई नगर खण्ड", "KND07"
    )
