"""What counters tell beside money, kept so that it can be asked for: words, steps of instruments, rules set there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, select

from billing_server.store.bulk import Row, insert_rows
from billing_server.store.message_keys import key_of, key_row
from billing_server.store.told_schema import (
    COUNTER_RULE,
    INSTRUMENT_STEP,
    MESSAGE,
    MESSAGE_BODY,
    WORD,
)
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.reversal import GoesWhere
from counter_app.wire.bodies import (
    CounterNote,
    InstrumentMoved,
    InstrumentReturned,
    OverrideGranted,
    RuleSetHere,
)
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.check_code import spaced_code
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Table

    from billing_server.reading import MessageRead

_NOTE_KIND = CounterNote.__struct_config__.tag


def keep_notes(connection: Connection, reads: Iterable[MessageRead]) -> None:
    """Write down what these messages note."""
    rows: dict[Table, list[Row]] = {WORD: [], INSTRUMENT_STEP: [], COUNTER_RULE: []}
    for read in reads:
        if read.message is None:
            continue
        key, body = key_row(read.key), read.message.body
        if isinstance(body, OverrideGranted):
            rows[WORD].append(key | _word(body))
        elif isinstance(body, InstrumentMoved | InstrumentReturned):
            rows[INSTRUMENT_STEP].append(key | _step(body))
        elif isinstance(body, PaymentReversed):
            rows[INSTRUMENT_STEP] += (key | line for line in _given_back(body))
        elif isinstance(body, RuleSetHere):
            rows[COUNTER_RULE].append(key | _rule(body))
    for table, of_table in rows.items():
        insert_rows(connection, table, of_table)


def words_given(connection: Connection) -> tuple[str, ...]:
    """Supervisors' words, a line each, in the order of counters and messages."""
    rows = connection.execute(select(WORD).order_by(*WORD.primary_key.columns))
    return tuple(
        f"{key_of(row)} {row.business_date} {row.supervisor_id} to {row.cashier_id}:"
        f" {row.codes} ({row.reason}){_by_telephone(row.challenge)}"
        for row in rows
    )


def _by_telephone(challenge: str) -> str:
    return f" by telephone {spaced_code(challenge)}" if challenge else ""


def notes_of_fates(connection: Connection) -> tuple[str, ...]:
    """What supervisors at counters noted of fates, a line each, in the order of counters and messages."""
    key = ("counter_id", "epoch", "sequence", "book_month")
    rows = connection.execute(
        select(MESSAGE, MESSAGE_BODY.c.raw)
        .join_from(
            MESSAGE, MESSAGE_BODY, and_(*(MESSAGE.c[name] == MESSAGE_BODY.c[name] for name in key))
        )
        .where(MESSAGE.c.kind == _NOTE_KIND, MESSAGE.c.fate == str(Fate.NOTED))
        .order_by(*MESSAGE.primary_key.columns)
    )
    return tuple(_note_line(str(key_of(row)), bytes(row.raw)) for row in rows)


def _note_line(key: str, raw: bytes) -> str:
    body = read_json(raw, Message).body
    assert isinstance(body, CounterNote), "its kind says so"
    about = " ".join(filter(None, (body.about, body.receipt_no)))
    return f"{key} {body.business_date} {body.by} {body.state} {about} ({body.text})"


def rules_set_at_counters(connection: Connection) -> tuple[str, ...]:
    """Rules that supervisors set for their counter alone, a line each."""
    rows = connection.execute(select(COUNTER_RULE).order_by(*COUNTER_RULE.primary_key.columns))
    return tuple(
        f"{key_of(row)} {row.name} {row.valid_from} to {row.valid_to or 'no end'}: {row.fields}"
        f" by {row.set_by} ({row.reason})"
        for row in rows
    )


def steps_of(connection: Connection, identity: str) -> tuple[str, ...]:
    """The life of an instrument as counters told it, a line a step."""
    rows = connection.execute(
        select(INSTRUMENT_STEP)
        .where(INSTRUMENT_STEP.c.identity == identity)
        .order_by(INSTRUMENT_STEP.c.on_date, *INSTRUMENT_STEP.primary_key.columns)
    )
    return tuple(
        f"{key_of(row)} {row.on_date} {row.state} by {row.by_id} {row.reference}{row.reason}"
        for row in rows
    )


def _word(body: OverrideGranted) -> Row:
    return {
        "word_id": body.word_id,
        "supervisor_id": body.supervisor_id,
        "cashier_id": body.cashier_id,
        "business_date": body.business_date,
        "codes": " ".join(body.codes),
        "reason": body.reason,
        "group_id": body.group_id,
        "challenge": body.challenge,
        "amount_paise": body.amount_paise,
    }


def _step(body: InstrumentMoved | InstrumentReturned) -> Row:
    row: Row = {"line": 1, "identity": body.identity, "on_date": body.on, "by_id": body.by}
    if isinstance(body, InstrumentMoved):
        said = {"state": body.state, "reference": body.reference, "reason": "", "charge_paise": 0}
    else:
        state, charge_paise = str(InstrumentState.RETURNED), body.charge_paise
        said = {
            "state": state,
            "reference": "",
            "reason": body.reason,
            "charge_paise": charge_paise,
        }
    return row | said


def _given_back(body: PaymentReversed) -> Iterator[Row]:
    for line, tender in enumerate(body.tenders, 1):
        if tender.where == GoesWhere.GIVEN_BACK:
            yield {
                "line": line,
                "identity": tender.identity,
                "state": str(InstrumentState.GIVEN_BACK),
                "on_date": body.business_date,
                "by_id": body.by,
                "reference": "",
                "reason": body.reason,
                "charge_paise": 0,
            }


def _rule(body: RuleSetHere) -> Row:
    rule = body.rule
    return {
        "name": rule.name,
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
        "fields": canonical_bytes(rule.values).decode(),
        "set_by": rule.set_by,
        "reason": rule.reason,
    }
