"""The rules of version 0003, and those of 0001 that it widens. Used by that migration alone, so never changed."""

from __future__ import annotations

from local_db.migrations.rules import rule

LAST = "(SELECT {0} FROM message ORDER BY link DESC LIMIT 1)"
OF_LINK = "FROM {0} WHERE link = NEW.link"
KIND = f"(SELECT kind {OF_LINK.format('message')})"
TOWARD = "('bill', 'advance', 'head', 'suspense')"

SUM_OF = "(SELECT sum(amount_paise) " + OF_LINK + ")"
STEPS = """(
    (was.state = 'received' AND NEW.state = 'listed')
    OR (was.state = 'listed' AND NEW.state = 'deposited')
    OR (was.state IN ('deposited', 'unmatched') AND NEW.state = 'returned')
    OR (was.state = 'deposited' AND NEW.state = 'cleared')
    OR (was.state = 'cleared' AND NEW.state = 'returned')
    OR (was.state IN ('claimed', 'unmatched') AND NEW.state = 'confirmed')
    OR (was.state = 'claimed' AND NEW.state = 'unmatched'))"""
OF_INSTRUMENT = "owner_link = NEW.owner_link AND owner_line = NEW.owner_line"

RULES = (
    rule(
        "payment",
        ("told by another kind", f"'payment_taken' IS NOT {KIND}"),
        (
            "serial is not the next",
            (
                "NEW.serial <> (SELECT coalesce(max(serial), 0) + 1 FROM payment"
                " WHERE series = NEW.series AND book_year = NEW.book_year)"
            ),
        ),
        (
            "shift belongs to another cashier",
            "NEW.cashier_id IS NOT (SELECT cashier_id FROM shift WHERE link = NEW.shift_link)",
        ),
        (
            "settlement is none we know",
            "NEW.settlement NOT IN ('full', 'part', 'over', 'advance', 'head', 'suspense')",
        ),
        (
            "settlement contradicts balance",
            (
                "NOT CASE NEW.settlement WHEN 'part' THEN NEW.balance_paise > 0"
                " WHEN 'over' THEN NEW.balance_paise < 0 AND NEW.outstanding_before_paise > 0"
                " WHEN 'advance' THEN NEW.outstanding_before_paise <= 0"
                " ELSE NEW.balance_paise = 0 END"
            ),
        ),
        (
            "group is not as it began",
            (
                "CASE WHEN NEW.group_size = 1"
                " THEN NEW.group_link IS NOT NULL OR NEW.group_paise IS NOT NULL"
                " WHEN NEW.group_place = 1"
                " THEN NEW.group_link IS NOT NEW.link OR NEW.group_paise IS NULL"
                " ELSE NOT EXISTS (SELECT 1 FROM payment WHERE link = NEW.link - 1"
                " AND group_link = NEW.group_link AND group_place = NEW.group_place - 1"
                " AND group_size = NEW.group_size AND group_paise = NEW.group_paise"
                " AND word_link IS NEW.word_link AND shift_link = NEW.shift_link) END"
            ),
        ),
    ),
    rule(
        "tender",
        (
            "kind is none we know",
            "NEW.kind NOT IN ('cash', 'card', 'upi', 'cheque', 'demand_draft')",
        ),
        ("given belongs to cash", "(NEW.kind = 'cash') <> (NEW.given_paise IS NOT NULL)"),
    ),
    rule("allocation", ("goes to none we know", f"NEW.toward NOT IN {TOWARD}")),
    rule(
        "instrument",
        (
            "tender has no life of its own",
            (
                "(SELECT kind FROM tender WHERE link = NEW.link AND line = NEW.line)"
                " NOT IN ('upi', 'cheque', 'demand_draft')"
            ),
        ),
        (
            "face is less than its part",
            (
                "NEW.face_paise < (SELECT amount_paise FROM tender"
                " WHERE link = NEW.link AND line = NEW.line)"
            ),
        ),
    ),
    rule(
        "tender_share",
        (
            "kind is another",
            (
                "(SELECT kind FROM tender WHERE link = NEW.link AND line = NEW.line) IS NOT"
                " (SELECT kind FROM tender WHERE link = NEW.owner_link AND line = NEW.owner_line)"
            ),
        ),
        (
            "group is another",
            (
                "(SELECT group_link FROM payment WHERE link = NEW.link) IS NOT"
                " (SELECT group_link FROM payment WHERE link = NEW.owner_link)"
            ),
        ),
        (
            "owner is a share itself",
            (
                "EXISTS (SELECT 1 FROM tender_share"
                " WHERE link = NEW.owner_link AND line = NEW.owner_line)"
            ),
        ),
    ),
    rule(
        "instrument_step",
        (
            "step is not the next",
            (
                "NEW.step <> (SELECT coalesce(max(step), 0) + 1 FROM instrument_step"
                f" WHERE {OF_INSTRUMENT})"
            ),
        ),
        (
            "life does not begin so",
            (
                "NEW.step = 1 AND (NEW.link <> NEW.owner_link"
                " OR NEW.state NOT IN ('received', 'claimed', 'confirmed'))"
            ),
        ),
        (
            "told by another kind",
            (
                f"NEW.step > 1 AND {KIND} IS NOT CASE NEW.state"
                " WHEN 'returned' THEN 'instrument_returned' ELSE 'instrument_moved' END"
            ),
        ),
        (
            "state does not follow",
            (
                "NEW.step > 1 AND NOT EXISTS (SELECT 1 FROM instrument_step was"
                " WHERE was.owner_link = NEW.owner_link AND was.owner_line = NEW.owner_line"
                f" AND was.step = NEW.step - 1 AND {STEPS})"
            ),
        ),
    ),
    rule(
        "returned_part",
        ("told by another kind", f"'instrument_returned' IS NOT {KIND}"),
        ("goes to none we know", f"NEW.toward NOT IN {TOWARD}"),
    ),
    rule("supervisor_word", ("told by another kind", f"'override_granted' IS NOT {KIND}")),
    rule("rule_set", ("told by another kind", f"'rule_set' IS NOT {KIND}")),
    rule(
        "suspense",
        (
            "payment is none in suspense",
            "'suspense' IS NOT (SELECT settlement FROM payment WHERE link = NEW.link)",
        ),
    ),
    rule(
        "result",
        (
            "number is not the next",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM result)",
        ),
    ),
    rule(
        "policy",
        ("version does not rise", "NEW.version <= (SELECT max(version) FROM policy)"),
    ),
    rule(
        "outbox",
        ("message is not the last", f"NEW.link IS NOT {LAST.format('link')}"),
        *(
            (
                f"{name} told, not booked",
                f"'{kind}' IS {KIND} AND NOT EXISTS (SELECT 1 {OF_LINK.format(table)})",
            )
            for name, kind, table in (
                ("payment", "payment_taken", "receipt"),
                ("shift", "shift_opened", "shift"),
                ("word", "override_granted", "supervisor_word"),
                ("rule", "rule_set", "rule_set"),
                ("step", "instrument_moved", "instrument_step"),
                ("return", "instrument_returned", "instrument_step"),
            )
        ),
        (
            "postings do not balance",
            f"coalesce({SUM_OF.format('posting')}, 0) <> 0",
        ),
        (
            "postings are not the amount",
            (
                f"(SELECT coalesce(sum(amount_paise), 0) {OF_LINK.format('posting')} AND amount_paise > 0)"
                f" <> coalesce((SELECT amount_paise {OF_LINK.format('payment')}),"
                f" (SELECT opening_float_paise {OF_LINK.format('shift')}),"
                f" {SUM_OF.format('returned_part')}, 0)"
            ),
        ),
        (
            "tenders are not the amount",
            f"{SUM_OF.format('tender')} IS NOT (SELECT amount_paise {OF_LINK.format('payment')})",
        ),
        (
            "allocations are not the amount",
            (
                f"{SUM_OF.format('allocation')} IS NOT"
                f" (SELECT amount_paise {OF_LINK.format('payment')})"
            ),
        ),
        (
            "tender without its paper",
            (
                f"(SELECT count(*) {OF_LINK.format('tender')} AND kind <> 'cash')"
                f" <> (SELECT count(*) {OF_LINK.format('card_slip')})"
                f" + (SELECT count(*) {OF_LINK.format('instrument')})"
                f" + (SELECT count(*) {OF_LINK.format('tender_share')})"
            ),
        ),
        (
            "instrument without a beginning",
            (
                f"(SELECT count(*) {OF_LINK.format('instrument')})"
                " <> (SELECT count(*) FROM instrument_step"
                " WHERE owner_link = NEW.link AND link = NEW.link)"
            ),
        ),
        (
            "group does not add up",
            (
                "EXISTS (SELECT 1 FROM payment AS last WHERE last.link = NEW.link"
                " AND last.group_size > 1 AND last.group_place = last.group_size"
                " AND last.group_paise <> (SELECT sum(amount_paise) FROM payment"
                " WHERE group_link = last.group_link))"
            ),
        ),
        (
            "instrument is not its parts",
            (
                "EXISTS (SELECT 1 FROM payment AS last JOIN instrument AS held"
                " ON held.link BETWEEN coalesce(last.group_link, last.link) AND last.link"
                " WHERE last.link = NEW.link AND last.group_place = last.group_size"
                " AND held.face_paise <> (SELECT amount_paise FROM tender"
                " WHERE link = held.link AND line = held.line)"
                " + (SELECT coalesce(sum(tender.amount_paise), 0) FROM tender_share"
                " JOIN tender ON tender.link = tender_share.link AND tender.line = tender_share.line"
                " WHERE owner_link = held.link AND owner_line = held.line))"
            ),
        ),
        (
            "return is not the face",
            (
                f"'instrument_returned' IS {KIND} AND {SUM_OF.format('returned_part')} IS NOT"
                " (SELECT face_paise FROM instrument_step"
                " JOIN instrument ON instrument.link = owner_link AND instrument.line = owner_line"
                " WHERE instrument_step.link = NEW.link)"
            ),
        ),
        (
            "suspense without a note",
            (
                f"'suspense' IS (SELECT settlement {OF_LINK.format('payment')})"
                f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('suspense')})"
            ),
        ),
        (
            "told another sum than booked",
            (
                "(SELECT amount_paise FROM payment WHERE link = NEW.link) IS NOT"
                " (SELECT json_extract(CAST(body AS TEXT), '$.body.amount_paise')"
                " FROM message WHERE link = NEW.link AND kind = 'payment_taken')"
            ),
        ),
    ),
)
