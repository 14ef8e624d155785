"""What the seal asks of custody in version 0005. Used by that migration alone, so never changed."""

from __future__ import annotations

from local_db.migrations.third_rules import KIND, OF_LINK, SUM_OF

_COUNTED = (
    "(SELECT coalesce(sum(denomination_paise * pieces), 0) FROM cash_count WHERE link = NEW.link)"
)

SEAL = (
    "CREATE TRIGGER outbox_custody BEFORE INSERT ON outbox BEGIN\n"
    + "\n".join(
        f"  SELECT RAISE(ABORT, 'outbox: {reason}') WHERE {condition};"
        for reason, condition in (
            *(
                (
                    f"{kind} told, not booked",
                    f"'{kind}' IS {KIND} AND NOT EXISTS (SELECT 1 {OF_LINK.format(table)})",
                )
                for kind, table in (
                    ("cash_dropped", "cash_move"),
                    ("drawer_opened", "drawer_opening"),
                    ("shift_paused", "shift_pause"),
                    ("shift_closed", "close_line"),
                    ("payment_reversed", "tender_undone"),
                    ("takings_handed", "handed_shift"),
                    ("remittance_made", "slip"),
                    ("bank_answered", "bank_answer"),
                    ("person_made", "local_person"),
                    ("person_ended", "local_person_end"),
                    ("pin_set", "own_pin"),
                )
            ),
            (
                "count is not the sum",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('cash_count')}) AND {_COUNTED} IS NOT"
                    f" coalesce((SELECT opening_float_paise {OF_LINK.format('shift')}),"
                    f" (SELECT amount_paise {OF_LINK.format('cash_move')}),"
                    f" (SELECT float_left_paise + takings_paise {OF_LINK.format('shift_close')}),"
                    f" (SELECT counted_paise {OF_LINK.format('handing')}),"
                    f" (SELECT amount_paise {OF_LINK.format('slip')}))"
                ),
            ),
            (
                "close is not its cash line",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('shift_close')}) AND"
                    f" (SELECT float_left_paise + takings_paise {OF_LINK.format('shift_close')})"
                    f" IS NOT (SELECT counted_paise {OF_LINK.format('close_line')}"
                    " AND kind = 'cash')"
                ),
            ),
            (
                "reversal is not the payment",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('reversal')}) AND"
                    f" (SELECT payment.amount_paise FROM reversal"
                    " JOIN payment ON payment.link = payment_link"
                    " WHERE reversal.link = NEW.link)"
                    f" NOT IN ({SUM_OF.format('returned_part')})"
                ),
            ),
            (
                "tenders undone are not the payment",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('reversal')}) AND"
                    f" {SUM_OF.format('returned_part')} IS NOT {SUM_OF.format('tender_undone')}"
                ),
            ),
            (
                "handing is not its shifts",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('handing')}) AND"
                    f" (SELECT amount_paise {OF_LINK.format('handing')}) IS NOT"
                    " (SELECT sum(takings_paise) FROM handed_shift JOIN shift_close"
                    " ON shift_close.shift_link = handed_shift.shift_link"
                    " WHERE handed_shift.link = NEW.link)"
                ),
            ),
            (
                "slip is not its papers",
                (
                    "EXISTS (SELECT 1 FROM slip WHERE link = NEW.link AND kind = 'papers')"
                    f" AND (SELECT amount_paise {OF_LINK.format('slip')}) IS NOT"
                    " (SELECT sum(face_paise) FROM slip_item JOIN instrument"
                    " ON instrument.link = owner_link AND instrument.line = owner_line"
                    " WHERE slip_item.link = NEW.link)"
                ),
            ),
            (
                "cash slip is not counted",
                (
                    "EXISTS (SELECT 1 FROM slip WHERE link = NEW.link AND kind = 'cash')"
                    f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('cash_count')})"
                ),
            ),
            (
                "papers on the slip are not deposited",
                (
                    f"'remittance_made' IS {KIND} AND"
                    f" (SELECT count(*) {OF_LINK.format('slip_item')}) <>"
                    f" (SELECT count(*) {OF_LINK.format('instrument_step')})"
                ),
            ),
            (
                "bank answer does not add up",
                (
                    f"EXISTS (SELECT 1 {OF_LINK.format('bank_answer')}) AND"
                    " (SELECT slip.amount_paise - accepted_paise FROM bank_answer"
                    " JOIN slip ON slip.link = slip_link WHERE bank_answer.link = NEW.link)"
                    " IS NOT (SELECT coalesce(sum(CASE why WHEN 'excess' THEN -amount_paise"
                    f" ELSE amount_paise END), 0) {OF_LINK.format('bank_difference')})"
                ),
            ),
        )
    )
    + "\nEND"
)
"""The trigger on the outbox beside those of 0001 to 0004."""
