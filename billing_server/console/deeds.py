"""What people do in the console, as the audit trail names it. Codes: what is written once keeps its name for ever."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """One kind of act."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    CHANGED_OWN_PASSWORD = "changed_own_password"  # noqa: S105 - the name of an act
    CHANGED_LANGUAGE = "changed_language"
    ADDED_PERSON = "added_person"
    CHANGED_ROLE = "changed_role"
    GAVE_PASSWORD = "gave_password"  # noqa: S105 - the name of an act
    ENDED_SESSIONS = "ended_sessions"
    ENDED_ACCESS = "ended_access"
    GAVE_ACCESS_AGAIN = "gave_access_again"
    ISSUED_CODE = "issued_code"
    REVOKED_KEY = "revoked_key"
    ANSWERED_ALARM = "answered_alarm"
    MATCHED_SUSPENSE = "matched_suspense"
    UNDID_DECISION = "undid_decision"
    CONFIRMED_DOUBLE = "confirmed_double"
    CLOSED_MONTH = "closed_month"
    OPENED_MONTH = "opened_month"
    BARRED_CHEQUES = "barred_cheques"
    LIFTED_BAR = "lifted_bar"
    MAPPED_ACCOUNTS = "mapped_accounts"
    SET_RULE = "set_rule"
    KEPT_ROSTER = "kept_roster"
    ENDED_ON_ROSTER = "ended_on_roster"
    ANSWERED_BY_TELEPHONE = "answered_by_telephone"
    MADE_SECRET = "made_secret"  # noqa: S105 - the name of an act
    NAMED_APPROVER = "named_approver"
    MARKED_COPY = "marked_copy"
