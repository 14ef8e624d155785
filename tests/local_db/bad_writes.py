"""Bad writes, each as SQL with the words of the rule that refuses it; the last statement is the bad one.

They start from ``raw.a_small_ledger``: link 1 a shift, 2 and 3 payments, all sealed; 1 and 2 acknowledged.
"""

from __future__ import annotations

from tests.local_db.next_rows import (
    ALLOCATION,
    CARD,
    CREDIT,
    DEBIT,
    ENTRY,
    LAST,
    OPENED,
    PAID,
    PROOF,
    RECEIPT,
    SEAL,
    TENDER,
    acknowledgement,
    message,
    payment,
    shift,
    slip,
)

BAD_WRITES = {
    # the chain
    "a link is skipped": ([message(link="max(link) + 2")], "link is not the next"),
    "a link is used again": ([message(link="max(link)")], "link is not the next"),
    "an epoch falls": ([message(epoch="0")], "epoch falls|CHECK"),
    "a sequence is skipped": ([message(sequence="max(link) + 2")], "sequence has a gap"),
    "an epoch begins at two": ([message(epoch="2", sequence="2")], "sequence has a gap"),
    "a link does not hold": ([message(previous="zeroblob(32)")], "previous is not the hash"),
    "a message id comes again": (
        [message(message_id="(SELECT message_id FROM message WHERE link = 2)")],
        "message.message_id",
    ),
    "a message id is no id": ([message(message_id="x'00'")], "message_id"),
    "a hash is no hash": ([message(hash_="x'00'")], "hash"),
    "a signature is no signature": ([message(signature="x'00'")], "signature"),
    "a message is empty": ([message(body="x''")], "body"),
    "a message has no kind": ([message(kind="''")], "kind"),
    # shifts
    "a shift is told by a note": ([message(), shift()], "shift: told by another kind"),
    "a shift number is skipped": ([OPENED, shift("3")], "number is not the next"),
    "a cashier opens twice": ([OPENED, shift(cashier="'C101'")], "has an open shift"),
    "a float is negative": ([OPENED, shift(counted="-1")], "opening_float_paise"),
    "a shift's day is none": ([OPENED, shift(day="'2026-02-30'")], "business_date"),
    "a shift is told, not booked": ([OPENED, SEAL], "shift told, not booked"),
    "a float has no entry": ([OPENED, shift(counted="500"), SEAL], "postings are not the amount"),
    # payments
    "a payment is told by a note": ([message(), payment()], "payment: told by another kind"),
    "a serial is skipped": ([PAID, payment(serial="4")], "serial is not the next"),
    "a serial is used again": ([PAID, payment(serial="2")], "serial is not the next"),
    "a series begins at two": (
        [PAID, payment(series="'NEW'", serial="2")],
        "serial is not the next",
    ),
    "a payment id comes again": (
        [PAID, payment(payment_id="(SELECT payment_id FROM payment WHERE link = 2)")],
        "payment.payment_id",
    ),
    "a payment is of nothing": ([PAID, payment(amount="0", balance="900")], "amount_paise"),
    "a payment is negative": ([PAID, payment(amount="-5", balance="905")], "amount_paise"),
    "a balance is wrong": ([PAID, payment(balance="401")], "balance_paise"),
    "a part is called full": ([PAID, payment(settlement="'full'")], "contradicts balance"),
    "a full one is called part": (
        [PAID, payment(before="500", balance="0")],
        "contradicts balance",
    ),
    "a settlement is unknown": ([PAID, payment(settlement="'half'")], "settlement"),
    "a shift is another's": ([PAID, payment(cashier_id="'S201'")], "belongs to another cashier"),
    "a shift is none": ([PAID, payment(shift_link="2")], "belongs to another cashier"),
    "a payment's day is none": ([PAID, payment(business_date="'today'")], "business_date"),
    "a payment has no account": ([PAID, payment(account_no="''")], "account_no"),
    "a stopped counter pays": (
        ["INSERT INTO stop VALUES (1, 'fork', 1)", PAID, payment()],
        "counter is stopped",
    ),
    "a sealed payment is paid again": (
        [payment().replace(LAST, "3", 1)],
        "payment: entry is sealed",
    ),
    # what belongs to a payment
    "a tender is unknown": ([PAID, payment(), TENDER.replace("cash", "gold")], "kind is none"),
    "a tender is of nothing": (
        [PAID, payment(), TENDER.replace("500, 500", "0, 0")],
        "amount_paise",
    ),
    "cash given is short": (
        [PAID, payment(), TENDER.replace("500, 500", "500, 499")],
        "given_paise",
    ),
    "cash has nothing given": ([PAID, payment(), TENDER.replace("500, 500", "500, NULL")], "given"),
    "a card gives change": ([PAID, payment(), CARD.replace("NULL", "600")], "given"),
    "a slip belongs to cash": ([PAID, payment(), TENDER, slip()], "tender is no card"),
    "a slip belongs to no tender": ([PAID, payment(), CARD, slip(line="2")], "tender is no card"),
    "a slip's RRN comes again": (
        [PAID, payment(), CARD, slip(rrn="632711004512")],
        "card_slip.rrn",
    ),
    "a slip comes again": (
        [PAID, payment(), CARD, slip(batch="000032", invoice="000214")],
        "card_slip.tid",
    ),
    "a slip's RRN is short": ([PAID, payment(), CARD, slip(rrn="12345678901")], "rrn"),
    "a slip's RRN has a letter": ([PAID, payment(), CARD, slip(rrn="12345678901A")], "rrn"),
    "a slip's last four are five": ([PAID, payment(), CARD, slip(last4="12345")], "last4"),
    "a slip holds a card number": (
        [PAID, payment(), CARD, slip(last4="4111111111111111")],
        "last4",
    ),
    "a slip has no approval": ([PAID, payment(), CARD, slip(approval="")], "approval_code"),
    "a slip's TID is short": ([PAID, payment(), CARD, slip(tid="KSC")], "tid"),
    "a slip's MID is short": ([PAID, payment(), CARD, slip(mid="K")], "mid"),
    "a slip's batch is short": ([PAID, payment(), CARD, slip(batch="99")], "batch"),
    "a slip's invoice is short": ([PAID, payment(), CARD, slip(invoice="1")], "invoice"),
    "an allocation is of nothing": (
        [PAID, payment(), ALLOCATION.replace("500", "0")],
        "amount_paise",
    ),
    "an allocation goes to none we know": (
        [PAID, payment(), ALLOCATION.replace("'bill'", "'charity'")],
        "goes to none we know",
    ),
    "an advance leaves a balance": (
        [PAID, payment(settlement="'advance'")],
        "contradicts balance",
    ),
    "an overpayment leaves a balance": (
        [PAID, payment(settlement="'over'")],
        "contradicts balance",
    ),
    "an allocation has no bill": ([PAID, payment(), ALLOCATION.replace("B1", "")], "bill_no"),
    "a posting is of nothing": ([PAID, DEBIT.replace("500", "0")], "amount_paise"),
    "a receipt's facts are none": ([PAID, payment(), RECEIPT.replace("[]", "[")], "json_valid"),
    # the seal
    "an older message is sealed": (
        [message(), "INSERT INTO outbox VALUES (3)"],
        "message is not the last",
    ),
    "tenders are not the amount": (
        [*ENTRY[:2], TENDER.replace("500, 500", "400, 500"), *ENTRY[3:], SEAL],
        "tenders are not the amount",
    ),
    "allocations are not the amount": (
        [*ENTRY[:3], ALLOCATION.replace("500", "499"), *ENTRY[4:], SEAL],
        "allocations are not the amount",
    ),
    "tenders are missing": ([*ENTRY[:2], *ENTRY[3:], SEAL], "tenders are not the amount"),
    "postings do not balance": (
        [*ENTRY[:5], CREDIT.replace("-500", "-499"), RECEIPT, PROOF, SEAL],
        "postings do not balance",
    ),
    "postings are not the amount": (
        [
            *ENTRY[:4],
            DEBIT.replace("500", "400"),
            CREDIT.replace("500", "400"),
            *ENTRY[6:],
            SEAL,
        ],
        "postings are not the amount",
    ),
    "a note moves money": ([message(), DEBIT, CREDIT, SEAL], "postings are not the amount"),
    "a receipt is missing": ([*ENTRY[:6], SEAL], "payment told, not booked"),
    "a payment has no proof": ([*ENTRY[:7], SEAL], "payment without proof"),
    "a payment is missing": ([PAID, SEAL], "payment told, not booked"),
    "a card has no slip": (
        [PAID, payment(), CARD, *ENTRY[3:], SEAL],
        "tender without its paper",
    ),
    "another sum is told than booked": (
        [PAID.replace("500", "501"), *ENTRY[1:], SEAL],
        "told another sum than booked",
    ),
    "a sealed entry gets a tender": (
        [TENDER.replace("500, 500", "1, 1").replace("1, 'cash'", "2, 'cash'")],
        "sealed",
    ),
    "a sealed entry gets a slip": ([slip(line="2")], "sealed|no card"),
    "a sealed entry gets an allocation": ([ALLOCATION.replace(", 1,", ", 9,")], "sealed"),
    "a sealed entry gets a posting": ([DEBIT.replace(", 1,", ", 9,")], "sealed"),
    "a sealed entry gets a receipt": ([RECEIPT], "sealed"),
    "a sealed entry gets a shift": (
        [shift("2", "'S'")],
        "told by another kind|sealed",
    ),
    "a message is sealed twice": ([SEAL], "outbox.link"),
    "a message never reaches the outbox": ([message(), "COMMIT"], "FOREIGN KEY"),
    # the centre's answers
    "a head is another's": (
        [acknowledgement("3", head="zeroblob(32)")],
        "head is not of our chain",
    ),
    "a sequence is another's": ([acknowledgement("3", upto="2")], "head is not of our chain"),
    "an epoch is another's": ([acknowledgement("3", epoch="2")], "head is not of our chain"),
    "an acknowledgement comes twice": (
        [acknowledgement("3"), acknowledgement("3")],
        "acknowledgement.link",
    ),
    "a fate comes before its acknowledgement": (
        ["INSERT INTO fate VALUES (3, 'POSTED', '')"],
        "no acknowledgement covers it",
    ),
    "a fate comes twice": (["INSERT INTO fate VALUES (2, 'POSTED', '')"], "fate.link"),
    "a fate is none": (["INSERT INTO fate VALUES (1, '', '')"], "fate"),
    "a stop is skipped": (["INSERT INTO stop VALUES (2, 'fork', 1)"], "number is not the next"),
    "a stop has no reason": (["INSERT INTO stop VALUES (1, '', 1)"], "reason"),
    # people and places
    "an epoch is certified again": (
        [
            "INSERT INTO certificate SELECT 1, counter_id, receipt_series, facts, signed, 1 FROM certificate"
        ],
        "epoch does not rise",
    ),
    "a roster is skipped": (["INSERT INTO roster VALUES (3, 1)"], "version is not the next"),
    "a person joins an old roster": (
        [
            "INSERT INTO roster VALUES (2, 1)",
            "INSERT INTO person VALUES (1, 'X', '', '', 'cashier', 'h', '')",
        ],
        "roster is not the newest",
    ),
    "a person has no PIN": (
        ["INSERT INTO person VALUES (1, 'X', '', '', 'cashier', '', '')"],
        "pin_hash",
    ),
    "a place is skipped": (["INSERT INTO place VALUES (3, '{}')"], "number is not the next"),
    "a place comes again": (["INSERT INTO place SELECT 2, facts FROM place"], "place.facts"),
    # proofs
    "a copy is proved twice": (["INSERT INTO receipt_proof SELECT * FROM receipt_proof"], "UNIQUE"),
    "a proof has no receipt": ([PROOF.replace(LAST, "1")], "FOREIGN"),
    "a proof is of a copy before the first": ([PROOF.replace(", 0,", ", -1,")], "copy_no"),
    "a proof has no signature": ([PROOF.replace("100", "64")], "proof"),
    # prints
    "an attempt is skipped": (
        ["INSERT INTO print_attempt VALUES (3, 2, 0, 1)"],
        "number is not the next",
    ),
    "an attempt has no receipt": (
        ["INSERT INTO print_attempt VALUES (2, 1, 0, 1)"],
        "FOREIGN",
    ),
    "an outcome is unknown": (
        ["INSERT INTO print_outcome VALUES (1, 1, 'eaten', '', '', 1)"],
        "state",
    ),
    "an outcome is skipped": (
        ["INSERT INTO print_outcome VALUES (1, 2, 'printed', '', '', 1)"],
        "line is not the next",
    ),
    "an outcome follows an end": (
        [
            "INSERT INTO print_outcome VALUES (1, 1, 'printed', '', '', 1)",
            "INSERT INTO print_outcome VALUES (1, 2, 'not_sent', '', '', 1)",
        ],
        "attempt has ended",
    ),
    "a copy is torn twice": (
        [
            "INSERT INTO print_outcome VALUES (1, 1, 'printed', '', '', 1)",
            "INSERT INTO print_outcome VALUES (1, 2, 'printed', 'torn', '', 1)",
            "INSERT INTO print_outcome VALUES (1, 3, 'printed', 'torn', '', 1)",
        ],
        "attempt has ended",
    ),
    "a copy that was never sent is torn": (
        [
            "INSERT INTO print_outcome VALUES (1, 1, 'not_sent', '', '', 1)",
            "INSERT INTO print_outcome VALUES (1, 2, 'printed', 'torn', '', 1)",
        ],
        "attempt has ended",
    ),
}
