"""One message an accountant looks at: everything its counter told, what became of it, and what was decided since."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from billing_server.store.kept_payments import payments_told, read_kept
from billing_server.store.message_keys import is_among
from billing_server.store.office_schema import DECISION
from billing_server.store.told_schema import MATCHED, MESSAGE, MESSAGE_BODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey

MOST_FIELDS = 1_000
"""Of a message that nobody could read: no message of ours has so many."""
MATCHED_TO = "matched"
"""The kind of a decision that is a match; the others are those of ``office_schema.DECISION``."""


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """One decision; account and month of a match only."""

    number: int
    kind: str
    account_no: str
    month: str
    by: str
    reason: str
    at_us: int


@dataclass(frozen=True, slots=True)
class Matter:
    """A message with all of that. ``told`` are its fields as they came, in its order, named by their path.

    ``kept`` is None for one that tells no payment. Sums are paise.
    """

    key: MessageKey
    kind: str
    fate: str
    reference: str
    received_us: int
    receipt_no: str
    account_no: str
    for_account_no: str
    business_date: str
    amount_paise: int
    told: tuple[tuple[str, str], ...]
    kept: KeptPayment | None
    decisions: tuple[DecisionMade, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether it can be matched now."""
        kept = self.kept
        return kept is not None and kept.is_doubtful and not kept.is_elsewhere

    @property
    def is_double(self) -> bool:
        """Whether it was found to be a double, to be paid back."""
        return self.kept is not None and self.kept.is_doubtful and self.kept.is_elsewhere

    @property
    def is_decided(self) -> bool:
        """Whether there is a decision to undo."""
        return bool(self.decisions) and self.decisions[-1].kind in {MATCHED_TO, "double"}


def read_matter(connection: Connection, key: MessageKey) -> Matter | None:
    """None for a message that nobody told."""
    row = connection.execute(select(MESSAGE).where(is_among(MESSAGE, {key}))).one_or_none()
    if row is None:
        return None
    raw = connection.execute(
        select(MESSAGE_BODY.c.raw).where(
            is_among(MESSAGE_BODY, {key}), MESSAGE_BODY.c.book_month == row.book_month
        )
    ).scalar_one()
    payments = payments_told(connection, is_among(MESSAGE, {key}))
    paid = payments[0] if payments else None
    kept = read_kept(connection, key.counter_id, {paid.payment_id}) if paid else {}
    return Matter(
        key=key,
        kind=row.kind,
        fate=row.fate,
        reference=row.reference,
        received_us=row.received_us,
        receipt_no=paid.receipt_no if paid else "",
        account_no=paid.account_no if paid else "",
        for_account_no=paid.for_account_no if paid else "",
        business_date=paid.business_date if paid else "",
        amount_paise=paid.amount_paise if paid else 0,
        told=_told(bytes(raw)),
        kept=next(iter(kept.values()), None),
        decisions=_decisions(connection, key),
    )


def _decisions(connection: Connection, key: MessageKey) -> tuple[DecisionMade, ...]:
    matches = select(MATCHED).where(is_among(MATCHED, {key}), MATCHED.c.line == 1)
    made = [
        DecisionMade(
            row.number, MATCHED_TO, row.account_no, row.month, row.by_id, row.reason, row.at_us
        )
        for row in connection.execute(matches)
    ]
    made += [
        DecisionMade(row.number, row.kind, "", "", row.by_id, row.reason, row.at_us)
        for row in connection.execute(select(DECISION).where(is_among(DECISION, {key})))
    ]
    return tuple(sorted(made, key=lambda one: one.number))


def _told(raw: bytes) -> tuple[tuple[str, str], ...]:
    """The fields in their order; what is nested without end, as it came."""
    try:
        return tuple(islice(_fields(msgspec.json.decode(raw), ""), MOST_FIELDS))
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return (("", raw.decode("utf-8", "replace")),)


def _fields(told: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as wide as JSON
    if isinstance(told, dict):
        for name, value in told.items():
            yield from _fields(value, f"{path}.{name}" if path else name)
    elif isinstance(told, list):
        for place, value in enumerate(told, 1):
            yield from _fields(value, f"{path} {place}")
    else:
        yield path, "" if told is None else str(told)
