"""The rows that would follow ``raw.a_small_ledger``, as SQL with what a case changes."""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

LAST = "(SELECT max(link) FROM message)"


def message(  # one column a parameter, each as SQL
    *,
    link: str = "max(link) + 1",
    epoch: str = "1",
    sequence: str = "max(link) + 1",
    message_id: str = "randomblob(16)",
    kind: str = "'receipt_reprinted'",
    previous: str = f"(SELECT hash FROM message WHERE link = {LAST})",
    hash_: str = "randomblob(32)",
    signature: str = "zeroblob(64)",
    body: str = "CAST('{}' AS BLOB)",
) -> str:
    """The next message, with what the case changes."""
    return (
        "INSERT INTO message (link, epoch, sequence, message_id, kind, recorded_at_us, previous,"
        f" hash, signature, body) SELECT {link}, {epoch}, {sequence}, {message_id}, {kind}, 1,"
        f" {previous}, {hash_}, {signature}, {body} FROM message"
    )


def payment(
    *,
    payment_id: str = "randomblob(16)",
    series: str = "'KID07'",
    serial: str = "3",
    account_no: str = "'1'",
    amount: str = "500",
    settlement: str = "'part'",
    before: str = "900",
    balance: str = "400",
    cashier_id: str = "'C101'",
    shift_link: str = "1",
    business_date: str = "'2026-11-23'",
) -> str:
    """A payment under the last message, with what the case changes."""
    return (
        "INSERT INTO payment (link, payment_id, series, book_year, serial, account_no, amount_paise,"
        " settlement, outstanding_before_paise, balance_paise, payer, cashier_id, shift_link,"
        f" taken_at_us, business_date, snapshot_version) SELECT {LAST}, {payment_id}, {series}, 2026,"
        f" {serial}, {account_no}, {amount}, {settlement}, {before}, {balance}, '', {cashier_id},"
        f" {shift_link}, 1, {business_date}, ''"
    )


PAID = message(kind="'payment_taken'", body='CAST(\'{"body":{"amount_paise":500}}\' AS BLOB)')
TENDER = f"INSERT INTO tender VALUES ({LAST}, 1, 'cash', 500, 500)"
CARD = f"INSERT INTO tender VALUES ({LAST}, 1, 'card', 500, NULL)"
ALLOCATION = f"INSERT INTO allocation VALUES ({LAST}, 1, 'B1', 500, 'bill')"
DEBIT = f"INSERT INTO posting VALUES ({LAST}, 1, 'cash_drawer', 500)"
CREDIT = f"INSERT INTO posting VALUES ({LAST}, 2, 'bill_collection', -500)"
RECEIPT = f"INSERT INTO receipt VALUES ({LAST}, 1, '[]')"
PROOF = f"INSERT INTO receipt_proof VALUES ({LAST}, 0, zeroblob(100))"
SEAL = f"INSERT INTO outbox VALUES ({LAST})"
ENTRY = (PAID, payment(), TENDER, ALLOCATION, DEBIT, CREDIT, RECEIPT, PROOF)
OPENED = message(kind="'shift_opened'")


def slip(
    *,
    line: str = "1",
    last4: str = "1881",
    rrn: str = "632711004599",
    approval: str = "A1",
    tid: str = "KSC00071",
    mid: str = "KESCO0000000071",
    batch: str = "000099",
    invoice: str = "000001",
) -> str:
    """The slip of the last message's card tender, with what the case changes."""
    return (
        f"INSERT INTO card_slip VALUES ({LAST}, {line}, 'RuPay', '{last4}', '{rrn}', '{approval}',"
        f" '{tid}', '{mid}', '{batch}', '{invoice}')"
    )


def shift(
    no: str = "2", cashier: str = "'S201'", counted: str = "0", day: str = "'2026-11-23'"
) -> str:
    """A shift under the last message."""
    return f"INSERT INTO shift VALUES ({LAST}, randomblob(16), {no}, {cashier}, {day}, 1, {counted}, 2, NULL)"


def acknowledgement(link: str, epoch: str = "1", upto: str = "3", head: str = "hash") -> str:
    """An acknowledgement of a message."""
    return (
        "INSERT INTO acknowledgement (link, epoch, upto, head, server_time_us, signed)"
        f" SELECT {link}, {epoch}, {upto}, {head}, 1, x'00' FROM message WHERE link = 3"
    )
