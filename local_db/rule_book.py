"""The policy. The only writer of policy and rule_set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.messages import microseconds
from counter_app.wire.rules import PolicyTold, RuleTold, policy_of, rule_told
from local_db.rows import policy, rule_set
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.policy import Policy, Rule
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_POLICY = Statement(insert(policy))
_ADD_RULE = Statement(insert(rule_set))
_NEWEST = Statement(
    select(
        select(func.coalesce(func.max(policy.c.version), NOUGHT)).scalar_subquery(),
        select(func.coalesce(func.max(rule_set.c.link), NOUGHT)).scalar_subquery(),
    )
)
_POLICY = Statement(select(policy.c.facts).where(policy.c.version == bindparam("version")))
_RULES = Statement(select(rule_set.c.facts).order_by(rule_set.c.link))
_POLICY_FACTS = msgspec.json.Decoder(PolicyTold)
_RULE_FACTS = msgspec.json.Decoder(RuleTold)


class PolicyKept:
    """The policy read last, and of what: a payment asks for it, and it changes a few times a year."""

    __slots__ = ("newest", "policy")

    def __init__(self) -> None:
        self.newest = (0, 0)
        self.policy = USUAL_POLICY


class LedgerRuleBook:
    """Port ``RuleBook``."""

    __slots__ = ("_entry", "_is_written", "_kept", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry, kept: PolicyKept) -> None:
        self._pen, self._entry, self._kept = pen, entry, kept
        self._is_written = False

    def policy(self) -> Policy:
        """All rules: those set here, the centre's, and the usual ones under them."""
        row = self._pen.row(_NEWEST)
        assert row is not None
        newest = (int(row[0]), int(row[1]))
        if newest == self._kept.newest:
            return self._kept.policy
        read = self._read(newest[0])
        if not (self._entry.is_begun or self._is_written):
            self._kept.newest, self._kept.policy = newest, read
        return read

    def _read(self, version: int) -> Policy:
        told: list[RuleTold] = []
        for (facts,) in self._pen.rows(_POLICY, version=version):
            told += _POLICY_FACTS.decode(facts).rules
        told += [_RULE_FACTS.decode(facts) for (facts,) in self._pen.rows(_RULES)]
        return policy_of(USUAL_POLICY, told, version)

    def keep_policy(self, told: PolicyTold, at: datetime) -> None:
        """The centre's policy from now; one that is not newer than the last changes nothing."""
        row = self._pen.row(_NEWEST)
        assert row is not None
        if told.version <= int(row[0]):
            return
        self._is_written = True
        self._pen.write(
            _ADD_POLICY,
            version=told.version,
            facts=canonical_bytes(told).decode(),
            at_us=microseconds(at),
        )

    def post_rule(self, rule: Rule, told_by: SealedMessage) -> None:
        """Write a rule set for this counter."""
        facts = canonical_bytes(rule_told(rule)).decode()
        self._pen.write(_ADD_RULE, link=self._entry.link_of(told_by), facts=facts)
