"""Who may do what in the console: one table."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person of the head office is to the console."""

    ADMIN = "admin"
    """Keeps people, counters and the roster. Moves no money."""
    ACCOUNTANT = "accountant"
    """Decides about money: suspense, returned instruments, dated rules."""
    SUPERVISOR = "supervisor"
    """Watches counters and sees to their alarms."""
    VIEWER = "viewer"
    """Looks, and changes nothing."""


class Permission(StrEnum):
    """One thing a page may ask for."""

    SEE_COLLECTION = "see_collection"
    SEE_COUNTERS = "see_counters"
    SEE_ALARMS = "see_alarms"
    ANSWER_ALARMS = "answer_alarms"
    ENROL_COUNTERS = "enrol_counters"
    REVOKE_KEYS = "revoke_keys"
    KEEP_PEOPLE = "keep_people"
    SEE_ACTS = "see_acts"
    SEE_SUSPENSE = "see_suspense"
    MATCH_SUSPENSE = "match_suspense"
    RETURN_INSTRUMENTS = "return_instruments"
    SEE_POLICY = "see_policy"
    SET_POLICY = "set_policy"
    SEE_ROSTER = "see_roster"
    KEEP_ROSTER = "keep_roster"
    SEE_LISTS = "see_lists"
    KEEP_LISTS = "keep_lists"
    CLOSE_MONTHS = "close_months"
    SEE_COPIES = "see_copies"
    MARK_COPIES = "mark_copies"
    ANSWER_TELEPHONE = "answer_telephone"
    """With the own secret only, and only who was named as somebody of the roster."""


_LOOK = frozenset(
    {
        Permission.SEE_COLLECTION,
        Permission.SEE_COUNTERS,
        Permission.SEE_ALARMS,
        Permission.SEE_POLICY,
        Permission.SEE_ROSTER,
        Permission.SEE_LISTS,
        Permission.SEE_COPIES,
    }
)

MAY: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: _LOOK,
    Role.SUPERVISOR: _LOOK
    | {
        Permission.ANSWER_ALARMS,
        Permission.SEE_SUSPENSE,
        Permission.MARK_COPIES,
        Permission.ANSWER_TELEPHONE,
    },
    Role.ACCOUNTANT: _LOOK
    | {
        Permission.ANSWER_ALARMS,
        Permission.SEE_ACTS,
        Permission.SEE_SUSPENSE,
        Permission.MATCH_SUSPENSE,
        Permission.RETURN_INSTRUMENTS,
        Permission.SET_POLICY,
        Permission.KEEP_LISTS,
        Permission.CLOSE_MONTHS,
        Permission.MARK_COPIES,
    },
    Role.ADMIN: _LOOK
    | {
        Permission.ANSWER_ALARMS,
        Permission.ENROL_COUNTERS,
        Permission.REVOKE_KEYS,
        Permission.KEEP_PEOPLE,
        Permission.SEE_ACTS,
        Permission.SEE_SUSPENSE,
        Permission.KEEP_ROSTER,
    },
}
"""The whole of it. Who keeps the people moves no money, and who moves money keeps no people: it takes two."""


def may(role: str, permission: Permission) -> bool:
    """Whether this role may; a role nobody knows may nothing."""
    return role in set(Role) and permission in MAY[Role(role)]
