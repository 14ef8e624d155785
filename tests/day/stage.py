"""The stage of a scripted day: a book of consumers, the embedded billing server, and a counter's home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.book.generator import make_book
from billing_server.book.people import DEMO_PEOPLE
from billing_server.embedded import EmbeddedServer, start_embedded
from billing_server.store.totals import tell_day
from counter_app.domain.identity import AccountNo, CashierId
from counter_app.domain.money import ZERO, Money
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
PIN = "2580"
COUNTER_ID = "KND07"
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
    """Accounts of the book that owe something today, with the sum."""
    day = desk.business_date()
    for told in make_book(consumers, seed):
        account_no = AccountNo(told.consumer.account_no)
        due = desk.open_account(account_no).outstanding_on(day)
        if due > ZERO:
            yield account_no, due


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
