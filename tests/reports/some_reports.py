"""Reports as builders make them, for those who draw them: short, empty, wide, with a picture, and a month long."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from counter_app.domain.identity import IST, BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.report import (
    Bar,
    Cell,
    CellKind,
    Column,
    Names,
    Report,
    ReportKind,
    Section,
    Word,
)
from counter_app.domain.tender import TenderKind
from tests.printing.papers import PLACE
from tests.reports.days import NAMES

DAY = date(2026, 11, 23)
MADE_AT = datetime(2026, 11, 23, 17, 45, tzinfo=IST)
OPENED_AT = datetime(2026, 11, 23, 9, 30, tzinfo=IST)
HEAD_CASHIER = Names("Savitri Trivedi", "सावित्री त्रिवेदी")
CASHIER = Names("Urmila Dwivedi", "उर्मिला द्विवेदी")
REASON = "Wrong account typed; the consumer came back with the right bill, and was paid to it again"

SCROLL_COLUMNS = (
    Column("receipt_no", width=14),
    Column("time", CellKind.TIME, 6),
    Column("account_no", width=10),
    Column("consumer", width=24),
    Column("tender", width=12),
    Column("purpose", width=14),
    Column("amount", CellKind.MONEY, 12),
    Column("server", width=8),
)
KINDS = tuple(TenderKind)


def scroll_row(serial: int) -> tuple[Cell, ...]:
    return (
        str(ReceiptNo("KID07", BookYear(2026), serial)),
        OPENED_AT + timedelta(seconds=12 * serial),
        f"74120{serial:05d}",
        Names(*NAMES[serial % len(NAMES)]),
        Word(f"tender.{KINDS[serial % len(KINDS)]}"),
        Word("settlement.part") if serial % 5 == 0 else Word("settlement.full"),
        Money(100_00 + serial * 137_55),
        Word("sync.sent") if serial % 3 else Word("sync.unsent"),
    )


def a_scroll(count: int) -> Report:
    """The cash scroll of a day, or of a month."""
    rows = tuple(map(scroll_row, range(1, count + 1)))
    total = Money(sum(100_00 + serial * 137_55 for serial in range(1, count + 1)))
    totals = (Word("total"), None, None, None, None, count, total, None)
    return Report(
        ReportKind.CASH_SCROLL,
        PLACE,
        MADE_AT,
        (
            (Word("business_date"), DAY),
            (Word("receipts_count"), count),
            (Word("collected"), total),
            (Word("first_to_last"), f"{rows[0][0]} – {rows[-1][0]}" if rows else None),
        ),
        (Section(None, SCROLL_COLUMNS, rows, totals if rows else None, Word("no_receipts")),),
        signatures=(Word("sign.cashier"), Word("sign.head_cashier"), Word("sign.supervisor")),
    )


def a_z_report() -> Report:
    """A closed shift: tenders, denominations, moves, proof of sync."""
    tenders = (
        (Word("tender.cash"), 41, Money(84_120_50), Money(84_100_50), Money(-20_00)),
        (Word("tender.card"), 7, Money(12_345_00), Money(12_345_00), Money(0)),
        (Word("tender.cheque"), 2, Money(1_03_400_00), Money(1_03_400_00), Money(0)),
    )
    notes = ((Money(500_00), 120), (Money(200_00), 80), (Money(100_00), 80), (Money(50), 101))
    return Report(
        ReportKind.Z,
        PLACE,
        MADE_AT,
        (
            (Word("business_date"), DAY),
            (Word("shift"), Word("shift_of", (("shift_no", 3),))),
            (Word("cashier"), CASHIER),
            (Word("drawer_no"), 1),
            (Word("opened"), OPENED_AT),
            (Word("closed"), MADE_AT),
            (Word("opening_float"), Money(2_000_00)),
            (Word("first_to_last"), "KID07/2627/000201 – 000250"),
            (
                Word("proof_of_sync"),
                Word(
                    "sync_proof",
                    (("acknowledged", 48), ("unsent", 2), ("unsent_amount", Money(1_250_00))),
                ),
            ),
            (
                Word("chain_head"),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            ),
        ),
        (
            Section(
                Word("by_tender"),
                (
                    Column("tender", width=16),
                    Column("count", CellKind.COUNT, 8),
                    Column("expected", CellKind.MONEY, 12),
                    Column("counted", CellKind.MONEY, 12),
                    Column("variance", CellKind.MONEY, 12),
                ),
                tenders,
                (Word("total"), 50, Money(1_99_865_50), Money(1_99_845_50), Money(-20_00)),
            ),
            Section(
                Word("counted_cash"),
                (
                    Column("denomination", CellKind.MONEY, 10),
                    Column("pieces", CellKind.COUNT, 8),
                    Column("amount", CellKind.MONEY, 12),
                ),
                tuple((one, count, Money(one.paise * count)) for one, count in notes),
                (None, 381, Money.total(Money(one.paise * count) for one, count in notes)),
            ),
            Section(
                Word("cash_moves"),
                (
                    Column("time", CellKind.TIME, 6),
                    Column("what", width=20),
                    Column("receiver", width=20),
                    Column("reason", width=30),
                    Column("amount", CellKind.MONEY, 12),
                ),
                (
                    (MADE_AT, Word("move_why.drop"), HEAD_CASHIER, "", Money(-50_000_00)),
                    (MADE_AT, Word("move_why.expense"), None, REASON, Money(-120_00)),
                ),
            ),
            Section(
                Word("drawer_openings"),
                (Column("time", CellKind.TIME), Column("reason")),
                (),
                when_empty=Word("no_openings"),
            ),
        ),
        signatures=(Word("sign.cashier"), Word("sign.supervisor")),
    )


def a_collection_report() -> Report:
    """The day by tender, with the picture by hour."""
    hours = [
        Bar(
            f"{hour:02d}",
            tuple(
                (str(kind), Money((hour * 7919 + place * 104729) % 90_000_00 // (place + 1)))
                for place, kind in enumerate(KINDS)
            ),
        )
        for hour in range(9, 18)
    ]
    sums = {kind: Money.total(dict(bar.parts)[str(kind)] for bar in hours) for kind in KINDS}
    rows = tuple(
        (Word(f"tender.{kind}"), place + 3, sums[kind]) for place, kind in enumerate(KINDS)
    )
    return Report(
        ReportKind.COLLECTION,
        PLACE,
        MADE_AT,
        ((Word("business_date"), DAY), (Word("cashier"), Word("all_cashiers"))),
        (
            Section(
                Word("by_tender"),
                (
                    Column("tender", width=20),
                    Column("count", CellKind.COUNT, 10),
                    Column("amount", CellKind.MONEY, 14),
                ),
                rows,
                (Word("total"), 25, Money.total(sums.values())),
            ),
        ),
        tuple(hours),
        (Word("sign.supervisor"),),
    )


def a_wide_register() -> Report:
    """Cancelled receipts: more columns than a page in portrait holds, and long reasons."""
    columns = (
        Column("receipt_no", width=12),
        Column("day", CellKind.DAY, 8),
        Column("account_no", width=9),
        Column("consumer", width=18),
        Column("tender", width=10),
        Column("amount", CellKind.MONEY, 12),
        Column("why", width=14),
        Column("reason", width=30),
        Column("paper", width=14),
        Column("goes_where", width=14),
        Column("cashier", width=14),
        Column("approved_by", width=14),
    )
    rows = tuple(
        (
            str(ReceiptNo("KID07", BookYear(2026), serial)),
            DAY,
            f"74120{serial:05d}",
            Names(*NAMES[serial % len(NAMES)]),
            Word(f"tender.{KINDS[serial % len(KINDS)]}"),
            Money(serial * 99_99_999_99),
            Word("reversal_why.wrong_account"),
            REASON[: serial * 17],
            Word("paper_state.recovered"),
            Word("goes_where.cash_back"),
            CASHIER,
            HEAD_CASHIER,
        )
        for serial in range(1, 10)
    )
    total = Money(sum(serial * 99_99_999_99 for serial in range(1, 10)))
    return Report(
        ReportKind.CANCELLED,
        PLACE,
        MADE_AT,
        (
            (Word("period"), Word("period_from_to", (("first", DAY), ("last", DAY)))),
            (Word("cashier"), Word("all_cashiers")),
        ),
        (
            Section(
                None,
                columns,
                rows,
                (Word("total"), *(None,) * 4, total, *(None,) * 6),
                Word("no_reversals"),
            ),
        ),
        signatures=(Word("sign.supervisor"), Word("sign.accountant")),
    )


def all_reports() -> dict[str, Report]:
    """Name to report, for every look."""
    return {
        "z": a_z_report(),
        "collection": a_collection_report(),
        "cancelled": a_wide_register(),
        "scroll": a_scroll(70),
        "scroll-empty": a_scroll(0),
    }
