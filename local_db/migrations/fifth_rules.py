"""The rules of version 0005, and those it widens. Used by that migration alone, so never changed."""

from __future__ import annotations

from local_db.migrations.fifth_seal import SEAL
from local_db.migrations.rules import rule
from local_db.migrations.third_rules import KIND, OF_LINK, SUM_OF
from local_db.migrations.third_rules import RULES as THIRD_RULES

_IN = ("drop", "change_added", "found", "other_in", "change_lessened", "expense", "other_out")
_WHY = ", ".join(f"'{one}'" for one in _IN)
_IS_CLOSED = "EXISTS (SELECT 1 FROM shift_close WHERE shift_link = NEW.shift_link)"
_LAST_PAUSE = (
    "coalesce((SELECT state FROM shift_pause WHERE shift_link = NEW.shift_link"
    " ORDER BY link DESC LIMIT 1), 'open')"
)


def _widened(table: str, *changes: tuple[str, str]) -> str:
    """The rule of 0003 on this table, with parts of its text put otherwise; each must be there just once."""
    (text,) = [one for one in THIRD_RULES if one.startswith(f"CREATE TRIGGER {table}_rule ")]
    for before, after in changes:
        assert text.count(before) == 1, (table, before)
        text = text.replace(before, after)
    return text


WIDENED = ("shift", "instrument_step", "returned_part", "outbox")
"""Rules that are dropped and made anew."""

_MOVED = ", ".join(
    f"(SELECT {column} {OF_LINK.format(table)})"
    for table, column in (
        ("cash_move", "amount_paise"),
        ("shift_close", "moved_paise"),
        ("slip", "amount_paise"),
        ("bank_answer", "moved_paise"),
    )
)
_HANDED = f"(SELECT max(amount_paise, counted_paise) {OF_LINK.format('handing')})"
_CLEARED = (
    "(SELECT sum(posting.amount_paise) FROM instrument_step"
    " JOIN instrument ON instrument.link = owner_link AND instrument.line = owner_line"
    " JOIN posting ON posting.link = instrument_step.link AND posting.amount_paise > 0"
    " WHERE instrument_step.link = NEW.link AND state = 'cleared'"
    " AND posting.amount_paise = face_paise)"
)
_AFTER_POSTINGS = f", {SUM_OF.format('returned_part')}, 0)"

RULES = (
    rule(
        "shift",
        ("told by another kind", f"'shift_opened' IS NOT {KIND}"),
        (
            "number is not the next",
            "NEW.shift_no <> (SELECT coalesce(max(shift_no), 0) + 1 FROM shift)",
        ),
        (
            "cashier has an open shift",
            (
                "EXISTS (SELECT 1 FROM shift AS other WHERE other.cashier_id = NEW.cashier_id"
                " AND NOT EXISTS (SELECT 1 FROM shift_close WHERE shift_link = other.link))"
            ),
        ),
        (
            "drawer has an open shift",
            (
                "EXISTS (SELECT 1 FROM shift AS other WHERE other.drawer_no = NEW.drawer_no"
                " AND NOT EXISTS (SELECT 1 FROM shift_close WHERE shift_link = other.link))"
            ),
        ),
        (
            "shift taken over is not closed, or was taken over",
            (
                "NEW.taken_over_link IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM shift_close"
                " WHERE shift_link = NEW.taken_over_link) OR EXISTS (SELECT 1 FROM shift"
                " WHERE taken_over_link = NEW.taken_over_link))"
            ),
        ),
    ),
    (
        f"CREATE TRIGGER payment_in_open_shift BEFORE INSERT ON payment WHEN {_IS_CLOSED} BEGIN"
        " SELECT RAISE(ABORT, 'payment: shift is closed'); END"
    ),
    _widened(
        "instrument_step",
        (
            "(was.state = 'received' AND NEW.state = 'listed')",
            "(was.state = 'received' AND NEW.state IN ('listed', 'deposited', 'given_back'))",
        ),
        (
            " WHEN 'returned' THEN 'instrument_returned' ELSE 'instrument_moved' END",
            (
                " WHEN 'returned' THEN 'instrument_returned'"
                " WHEN 'given_back' THEN 'payment_reversed'"
                f" WHEN 'deposited' THEN CASE {KIND} WHEN 'remittance_made' THEN"
                " 'remittance_made' ELSE 'instrument_moved' END ELSE 'instrument_moved' END"
            ),
        ),
    ),
    _widened(
        "returned_part",
        (
            f"'instrument_returned' IS NOT {KIND}",
            f"coalesce({KIND}, '') NOT IN ('instrument_returned', 'payment_reversed')",
        ),
    ),
    rule(
        "approval",
        ("told by another kind", f"'override_granted' IS NOT {KIND}"),
        ("how is none we know", "NEW.how NOT IN ('in_person', 'telephone')"),
        ("telephone without challenge", "(NEW.how = 'telephone') <> (NEW.challenge <> '')"),
        (
            "challenge was answered for a payment",
            (
                "NEW.challenge <> '' AND EXISTS"
                " (SELECT 1 FROM supervisor_word WHERE challenge = NEW.challenge)"
            ),
        ),
    ),
    (
        "CREATE TRIGGER supervisor_word_how BEFORE INSERT ON supervisor_word WHEN"
        " NEW.how NOT IN ('in_person', 'telephone')"
        " OR (NEW.how = 'telephone') <> (NEW.challenge <> '')"
        " OR (NEW.challenge <> ''"
        " AND EXISTS (SELECT 1 FROM approval WHERE challenge = NEW.challenge)) BEGIN"
        " SELECT RAISE(ABORT, 'supervisor_word: challenge is wrong or was answered'); END"
    ),
    rule(
        "cash_move",
        ("told by another kind", f"'cash_dropped' IS NOT {KIND}"),
        ("why is none we know", f"NEW.why NOT IN ({_WHY})"),
        ("drop without receiver", "(NEW.why = 'drop') <> (NEW.receiver_id <> '')"),
        ("receiver is the giver", "NEW.receiver_id = NEW.cashier_id"),
        ("shift is closed", _IS_CLOSED),
    ),
    rule("drawer_opening", ("told by another kind", f"'drawer_opened' IS NOT {KIND}")),
    rule(
        "shift_pause",
        ("told by another kind", f"'shift_paused' IS NOT {KIND}"),
        ("shift is closed", _IS_CLOSED),
        ("state is the same", f"NEW.state IS {_LAST_PAUSE}"),
    ),
    rule(
        "shift_close",
        ("told by another kind", f"'shift_closed' IS NOT {KIND}"),
        (
            "acknowledged is not the last",
            "NEW.acknowledged_link <> (SELECT coalesce(max(link), 0) FROM acknowledgement)",
        ),
    ),
    rule(
        "reversal",
        ("told by another kind", f"'payment_reversed' IS NOT {KIND}"),
        ("shift is closed", _IS_CLOSED),
        (
            "payment was undone before",
            (
                "EXISTS (SELECT 1 FROM returned_part"
                " WHERE payment_link = NEW.payment_link AND link <> NEW.link)"
            ),
        ),
    ),
    rule("handing", ("told by another kind", f"'takings_handed' IS NOT {KIND}")),
    rule(
        "slip",
        ("told by another kind", f"'remittance_made' IS NOT {KIND}"),
        (
            "number is not the next",
            "NEW.slip_no <> (SELECT coalesce(max(slip_no), 0) + 1 FROM slip)",
        ),
    ),
    rule("bank_answer", ("told by another kind", f"'bank_answered' IS NOT {KIND}")),
    rule(
        "bank_difference",
        (
            "why is none we know",
            "NEW.why NOT IN ('counterfeit', 'shortage', 'mutilated', 'excess')",
        ),
    ),
    rule("local_person", ("told by another kind", f"'person_made' IS NOT {KIND}")),
    rule("local_person_end", ("told by another kind", f"'person_ended' IS NOT {KIND}")),
    rule("own_pin", ("told by another kind", f"'pin_set' IS NOT {KIND}")),
    rule(
        "pin_try",
        (
            "number is not the next",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM pin_try)",
        ),
    ),
    _widened(
        "outbox",
        (
            "'override_granted' IS "
            + KIND
            + " AND NOT EXISTS (SELECT 1 FROM supervisor_word WHERE link = NEW.link)",
            (
                "'override_granted' IS "
                + KIND
                + " AND NOT EXISTS (SELECT 1 FROM supervisor_word WHERE link = NEW.link)"
                " AND NOT EXISTS (SELECT 1 FROM approval WHERE link = NEW.link)"
            ),
        ),
        (
            _AFTER_POSTINGS,
            f", {SUM_OF.format('returned_part')}, {_MOVED}, {_HANDED}, {_CLEARED}, 0)",
        ),
    ),
    SEAL,
)
