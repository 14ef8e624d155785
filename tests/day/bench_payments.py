"""The payment path: the whole verb against the same rows written by the bare driver."""

from __future__ import annotations

import shutil
import socket
import statistics
import threading
import time
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from counter_app.domain.identity import IST
from counter_app.domain.money import Money
from counter_app.launch import Counter
from counter_app.workstation.settings import PrinterChoice, read_settings, write_settings
from local_db.engine import ledger_connection, open_ledger
from tests.day.figures import in_ms, quantile, ratio, spread_ms
from tests.day.stage import CASHIER, Stage, payable_accounts
from tests.day.till import exact_cash
from tests.local_db.year import write_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.payment import PaymentOrder
    from counter_app.use_cases.desk import Desk

ROUNDS, PAYMENTS_A_ROUND, WARM_UP = 6, 80, 10
PRINTS = 30
ALL_IS_WELL = b"\x12"

MOST_CASH = Money.rupees(1_000)


def orders(desk: Desk, consumers: int, seed: int) -> Iterator[PaymentOrder]:
    """Full cash payments, one an account; small ones, so that no drawer is full before the end."""
    for account_no, due in payable_accounts(desk, consumers, seed):
        if due <= MOST_CASH:
            yield exact_cash(desk.fresh_payment_id(), account_no, due, CASHIER)


def measure_payments(stage: Stage, key: bytes) -> dict[str, object]:
    """Rounds of verbs and rounds of the bare driver, in turn; the driver writes the rows the verbs wrote."""
    ledger = stage.places.ledger
    copy = ledger.with_name("bare.db")
    shutil.copyfile(ledger, copy)
    verb: list[float] = []
    bare: list[float] = []
    opened = Counter(stage.places)
    accounts = list(
        islice(orders(opened.desk, stage.consumers, stage.seed), ROUNDS * PAYMENTS_A_ROUND)
    )
    opened.close()
    for place in range(ROUNDS):
        begin = place * PAYMENTS_A_ROUND
        counter = Counter(stage.places)
        first = counter.desk.check_ledger().messages + 1
        for order in accounts[begin : begin + PAYMENTS_A_ROUND]:
            at = time.perf_counter()
            counter.desk.take_payment(order)
            verb.append(time.perf_counter() - at)
        counter.close()
        bare += _write_bare(_rows_from(ledger, key, first), copy, key)
        del verb[-PAYMENTS_A_ROUND : len(verb) - PAYMENTS_A_ROUND + WARM_UP]
        del bare[-PAYMENTS_A_ROUND : len(bare) - PAYMENTS_A_ROUND + WARM_UP]
    return {
        "payments": len(verb),
        "verb_ms": spread_ms(verb),
        "bare_driver_ms": spread_ms(bare),
        "ratio_p50": ratio(statistics.median(verb), statistics.median(bare)),
        "ratio_min": ratio(min(verb), min(bare)),
        "aim": "at most 2",
    }


Rows = list[list[tuple[str, tuple[Any, ...]]]]
"""For each payment its inserts in order: text and values."""

_TABLES = (
    "message",
    "payment",
    "tender",
    "allocation",
    "posting",
    "receipt",
    "receipt_proof",
    "outbox",
)


def _rows_from(path: Path, key: bytes, first: int) -> Rows:
    """What the verbs wrote from this link on, table by table in the order of writing."""
    connection = ledger_connection(path, key)
    try:
        columns = {
            table: [
                row[1]
                for row in connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
                if not row[6]
            ]
            for table in _TABLES
        }
        links = [
            row[0]
            for row in connection.execute(
                "SELECT link FROM payment WHERE link >= ? ORDER BY link", (first,)
            ).fetchall()
        ]
        return [
            [
                (
                    (
                        f"INSERT INTO {table} ({', '.join(names)})"  # noqa: S608 - our own names
                        f" VALUES ({', '.join('?' * len(names))})"
                    ),
                    row,
                )
                for table, names in columns.items()
                for row in connection.execute(
                    f"SELECT {', '.join(names)} FROM {table} WHERE link = ?",  # noqa: S608 - our own names
                    (link,),
                ).fetchall()
            ]
            for link in links
        ]
    finally:
        connection.close()


def _write_bare(payments: Rows, path: Path, key: bytes) -> list[float]:
    connection = ledger_connection(path, key)
    taken: list[float] = []
    try:
        if not connection.execute("SELECT count(*) FROM place").fetchone()[0]:
            connection.execute("INSERT INTO place (place_no, facts) VALUES (1, '{}')")
        for inserts in payments:
            at = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            for text, values in inserts:
                connection.execute(text, values)
            connection.execute("COMMIT")
            taken.append(time.perf_counter() - at)
    finally:
        connection.close()
    return taken


class FirstByte:
    """A printer that notes when a job's first byte comes; well in every status."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.came_at: list[float] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                is_noted = False
                while came := connection.recv(65_536):
                    if came.startswith(b"\x10\x04"):
                        connection.sendall(ALL_IS_WELL * came.count(b"\x10\x04"))
                        continue
                    if not is_noted:
                        self.came_at.append(time.perf_counter())
                        is_noted = True
                    if came.endswith(b"\x1dr\x01"):
                        connection.sendall(b"\x00")

    def close(self) -> None:
        """No more jobs."""
        self._listener.close()


def measure_to_first_byte(stage: Stage) -> dict[str, object]:
    """From Enter (the verb is asked) to the first byte of the receipt at the printer, through both verbs."""
    printer = FirstByte()
    settings, _ = read_settings(stage.places.settings, datetime.now(IST))
    network = PrinterChoice(kind="network", host="127.0.0.1", port=printer.port)
    write_settings(stage.places.settings, msgspec.structs.replace(settings, printer=network))
    counter = Counter(stage.places)
    took: list[float] = []
    try:
        bare = _first_byte_alone(printer)
        counter.desk.warm_printer()  # as the window does while a PIN is typed
        for order in islice(orders(counter.desk, stage.consumers, stage.seed), PRINTS):
            at = time.perf_counter()
            taken = counter.desk.take_payment(order)
            counter.desk.print_receipt(taken.receipt.payment.receipt_no)
            took.append(printer.came_at[-1] - at)
    finally:
        counter.close()
        printer.close()
        write_settings(stage.places.settings, settings)
    return {
        "first_of_the_day_ms": in_ms(took[0]),
        "later_ms": {**spread_ms(took[1:]), "p95": in_ms(quantile(took[1:], 95))},
        "ratio_p50_to_a_bare_round_trip": ratio(statistics.median(took[1:]), bare),
        "aim_ms": "under 60",
    }


def _first_byte_alone(printer: FirstByte) -> float:
    """The baseline: connect, ask once, and the first byte is there; the median of as many."""
    took: list[float] = []
    for _ in range(PRINTS):
        at = time.perf_counter()
        with socket.create_connection(("127.0.0.1", printer.port)) as connection:
            connection.sendall(b"\x10\x04\x04")
            connection.recv(1)
            connection.sendall(b"\x1b@\x1dr\x01")
            connection.recv(1)
        took.append(printer.came_at[-1] - at)
    return statistics.median(took)


def measure_year_check(folder: Path, key: bytes) -> dict[str, object]:
    """The check at start, on the books of 90,000 payments."""
    folder.mkdir()
    path = folder / "ledger.db"
    ledger = open_ledger(path, key)
    write_year(ledger)
    ledger.close()
    at = time.perf_counter()
    ledger = open_ledger(path, key)
    check = ledger.check()
    took = time.perf_counter() - at
    ledger.close()
    return {
        "payments": check.payments,
        "open_and_check_seconds": round(took, 3),
        "problem": check.problem,
        "file_mb": round(path.stat().st_size / 1e6, 1),
        "aim_seconds": "under 1",
    }
