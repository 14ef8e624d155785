"""The centre's policy: dated rules, every version kept, told to counters when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from billing_server.shapes import MOST_TEXT_CHARACTERS
from billing_server.store.cursor import next_number
from billing_server.store.schema import RULE
from counter_app.domain.errors import Refusal
from counter_app.domain.policy import Policy, next_version
from counter_app.domain.rule_values import rule_typed
from counter_app.domain.usual_policy import USUAL_POLICY, fields_of
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.decoding import read_json
from counter_app.wire.rules import PolicyTold, RuleTold, policy_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from counter_app.domain.policy import Rule

_VALUES = dict[str, bool | int | str]
_RULES = select(RULE).order_by(RULE.c.policy_version)


def set_rule(
    database: Database,
    name: str,
    texts: Mapping[str, str],
    *,
    valid_from: date,
    valid_to: date | None,
    authority: str,
    by: str,
    now_us: int,
) -> Rule:
    """The next version of a rule, in force on its days; every field as ``rule_values.rule_typed`` reads it.

    Versions before it stay as they are: a payment names the one it used. Raises ValueError.
    """
    if not authority.strip() or not by.strip() or len(by) > MOST_TEXT_CHARACTERS:
        message = "a rule needs the order it comes from (authority) and who set it (by)"
        raise ValueError(message)

    def work(connection: Connection) -> Rule:
        changed_at = next_number(connection)  # first: its lock gives versions one after another
        before = read_policy(connection)
        rule = _typed(before, name, texts, valid_from, valid_to, authority)
        connection.execute(
            insert(RULE).values(
                name=rule.name,
                version=rule.version,
                policy_version=before.version + 1,
                changed_at=changed_at,
                valid_from=valid_from.isoformat(),
                valid_to=valid_to.isoformat() if valid_to else "",
                fields=canonical_bytes(dict(rule.values)).decode(),
                authority=rule.authority,
                set_by=by.strip(),
                at_us=now_us,
            )
        )
        return rule

    return database.write(work)


def read_policy(connection: Connection) -> Policy:
    """The centre's rules over the usual ones."""
    told = _read(connection)
    return policy_of(USUAL_POLICY, told.rules, told.version)


def tell_policy(connection: Connection, since: int, reached: int) -> PolicyTold | None:
    """The whole policy if it changed after one change cursor and up to the other."""
    changed_at = connection.execute(select(func.max(RULE.c.changed_at))).scalar_one()
    is_due = changed_at is not None and since < changed_at <= reached
    return _read(connection) if is_due else None


def rules_of(connection: Connection) -> tuple[str, ...]:
    """Every rule set at the centre, oldest first, a line each."""
    rows = connection.execute(_RULES)
    return tuple(
        f"{row.policy_version} {row.name} version {row.version},"
        f" {row.valid_from} to {row.valid_to or 'no end'}: {row.fields}"
        f" ({row.authority}; set by {row.set_by})"
        for row in rows
    )


def _read(connection: Connection) -> PolicyTold:
    rows = connection.execute(_RULES).all()
    rules = tuple(
        RuleTold(
            name=row.name,
            version=row.version,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            values=read_json(row.fields, _VALUES),
            authority=row.authority,
            set_by=row.set_by,
        )
        for row in rows
    )
    return PolicyTold(rows[-1].policy_version if rows else 0, rules)


def _typed(
    before: Policy,
    name: str,
    texts: Mapping[str, str],
    valid_from: date,
    valid_to: date | None,
    authority: str,
) -> Rule:
    try:
        rule = rule_typed(
            name,
            texts,
            version=next_version(before.rules, name),
            valid_from=valid_from,
            valid_to=valid_to,
            authority=authority,
        )
    except Refusal as refusal:
        raise ValueError(str(refusal)) from refusal
    strange = sorted(set(texts) - {field.name for field in fields_of(name)})
    if strange:
        message = f"{name} has no field {', '.join(strange)}"
        raise ValueError(message)
    return rule
