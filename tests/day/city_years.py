"""Booking with years of payments in the tables against booking into empty ones, in one run on one machine."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from sqlalchemy import text

from billing_server.store.months import month_at
from tests.day.city_ingest import IngestSize, Straight, tell
from tests.day.city_stage import FIRST_ACCOUNT, City, microseconds_now
from tests.day.figures import ratio
from tests.day.together import run_together

if TYPE_CHECKING:
    from tests.day.together import Job

AIM_RATIO = 0.9
_OLD = """
INSERT INTO message (counter_id, epoch, sequence, hash, kind, fate, reference, is_in_bill, received_us,
    book_month, payment_id)
SELECT 'OLD' || n % 67, 1, :before + n, sha256(n::text::bytea), 'payment_taken', 'POSTED',
    'OLD' || n % 67 || '/1/' || :before + n, 1, 1, :month, md5(:month || n)::uuid::text
FROM generate_series(1, :count) AS n;
INSERT INTO message_body (counter_id, epoch, sequence, book_month, raw)
SELECT 'OLD' || n % 67, 1, :before + n, :month, repeat(md5(:month || n), 25)::bytea
FROM generate_series(1, :count) AS n;
INSERT INTO payment (counter_id, epoch, sequence, book_month, payment_id, receipt_no, account_no,
    amount_paise, business_date, recorded_us, cashier_id, fate, for_account_no, group_id, payer_key)
SELECT 'OLD' || n % 67, 1, :before + n, :month, md5(:month || n)::uuid::text, 'R' || :before + n, account_no,
    100000 + n, :month || '-' || lpad((1 + n % 28)::text, 2, '0'), 1, 'asha', 'POSTED', account_no,
    md5(:month || n)::uuid::text, ''
FROM (SELECT n, (:first + (n * 7919 + :before) % :accounts)::text AS account_no
    FROM generate_series(1, :count) AS n) AS told;
INSERT INTO payment_tender (counter_id, epoch, sequence, book_month, line, kind, amount_paise, identity)
SELECT 'OLD' || n % 67, 1, :before + n, :month, 1, 'cash', 100000 + n, '' FROM generate_series(1, :count) AS n;
INSERT INTO payment_part (counter_id, epoch, sequence, book_month, line, told_bill_no, booked_bill_no,
    amount_paise)
SELECT 'OLD' || n % 67, 1, :before + n, :month, 1, 'B' || n, 'B' || n, 100000 + n
FROM generate_series(1, :count) AS n
"""


def measure_years(
    empty: City, full: City, months: int, payments_a_month: int, size: IngestSize
) -> dict[str, object]:
    """Rounds in turn at a centre with nothing and at one with so many months."""
    load_months(full, months, payments_a_month)
    rates: dict[str, list[float]] = {"empty": [], "full": []}
    for place in range(size.rounds + 1):
        for way, city in (("empty", empty), ("full", full)):
            told = [tell(city, f"Y{place}N{number:02}", size) for number in range(size.counters)]
            jobs: list[Job] = [
                Straight(city.folder, city.database_url, tuple(told[first :: size.processes]))
                for first in range(size.processes)
            ]
            rates[way].append(size.payments / run_together(jobs))
    medians = {way: statistics.median(of_way[1:]) for way, of_way in rates.items()}
    return {
        "months_loaded": months,
        "payments_loaded": months * payments_a_month,
        **{f"{way}_a_second": [round(one) for one in of_way[1:]] for way, of_way in rates.items()},
        "ratio": ratio(medians["full"], medians["empty"]),
        "aim": f"at least {AIM_RATIO}",
    }


def load_months(city: City, months: int, payments_a_month: int) -> None:
    """Payments of the months before this one and of this one, as booking would have left them."""
    names = months_before(months)
    city.database.make_months(names)
    enrol = "INSERT INTO counter SELECT 'OLD' || n, 'x', 'x', 'x', 'OLD' || n FROM generate_series(0, 66) AS n"
    epoch = (
        "INSERT INTO epoch SELECT 'OLD' || n, 1, sha256(n::text::bytea), 'OLD' || n, 'OLD' || n, 'x', 1, 2"
        " FROM generate_series(0, 66) AS n"
    )
    with city.database.engine.begin() as connection:
        connection.execute(text(enrol))
        connection.execute(text(epoch))
    for place, month in enumerate(names):
        values = {
            "month": month,
            "count": payments_a_month,
            "before": place * payments_a_month,
            "first": FIRST_ACCOUNT,
            "accounts": city.accounts,
        }
        with city.database.engine.begin() as connection:
            for statement in _OLD.split(";"):
                connection.execute(text(statement.replace("::", "\\:\\:")), values)


def months_before(count: int) -> list[str]:
    """So many months up to this one."""
    year, month = map(int, month_at(microseconds_now()).split("-"))
    this = year * 12 + month - 1
    return [f"{one // 12}-{one % 12 + 1:02}" for one in range(this - count + 1, this + 1)]
