"""What the list of keys and of payments that do not stand makes of a whole proof."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.domain.identity import IST
from counter_app.domain.receipt_verdict import GoneWhy, Verdict
from counter_app.wire.canonical import KeyPair, text_of
from counter_app.wire.messages import microseconds
from counter_app.wire.receipt_keys import ReceiptGone, ReceiptKey, judge_receipt
from counter_app.wire.receipt_proof import proof_digits, sign_proof
from tests.builders import COUNTER_ID, COUNTER_KEY
from tests.wire.proofs import AS_OF_US, MESSAGE_HASH, a_key, a_list, a_paid, kept_proofs

OTHER_KEY = KeyPair.from_seed(b"the key of a counter next door..")
PAID = a_paid()
DIGITS = proof_digits(kept_proofs()["plain"].proof)
SECOND = timedelta(seconds=1)


def judged(*keys: ReceiptKey, digits: str = DIGITS) -> Verdict:
    return judge_receipt(digits, a_list(*keys)).verdict


def test_without_a_list_no_key_is_known_and_the_paper_is_still_read() -> None:
    verdict = judge_receipt(DIGITS, None)
    assert (verdict.verdict, verdict.as_of) == (Verdict.UNKNOWN_KEY, None)
    assert verdict.receipt is not None
    assert verdict.receipt.receipt_no == str(PAID.receipt_no)


def test_the_list_says_how_old_it_is() -> None:
    as_of = datetime.fromtimestamp(AS_OF_US / 1_000_000, IST)
    for text in (DIGITS, "rubbish", DIGITS[:-1]):
        assert judge_receipt(text, a_list()).as_of == as_of


def test_a_key_that_is_not_in_the_list_is_unknown() -> None:
    forged = sign_proof(PAID, COUNTER_ID, MESSAGE_HASH, 0, OTHER_KEY)
    assert judged(digits=proof_digits(forged)) is Verdict.UNKNOWN_KEY
    assert judged(a_key(OTHER_KEY.public_key)) is Verdict.UNKNOWN_KEY


def test_a_counter_cannot_sign_for_another() -> None:
    assert judged(a_key(counter_id="C08")) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("revoked_at", "expected"),
    [
        (PAID.taken_at.replace(microsecond=0), Verdict.UNKNOWN_KEY),
        (PAID.taken_at - SECOND, Verdict.UNKNOWN_KEY),
        (PAID.taken_at + SECOND, Verdict.GENUINE),
    ],
)
def test_a_key_that_was_taken_away_signed_only_what_was_before(
    revoked_at: datetime, expected: Verdict
) -> None:
    assert judged(a_key(revoked_us=microseconds(revoked_at))) is expected


def test_keys_whose_names_begin_alike_are_both_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    name = bytes(32)
    monkeypatch.setattr("counter_app.wire.receipt_keys.key_hash", lambda _: name)
    monkeypatch.setattr("counter_app.wire.receipt_proof.key_hash", lambda _: name)
    digits = proof_digits(sign_proof(PAID, COUNTER_ID, MESSAGE_HASH, 0, COUNTER_KEY))
    keys = (a_key(OTHER_KEY.public_key, "C08"), a_key())
    assert judged(*keys, digits=digits) is Verdict.GENUINE
    assert judged(*reversed(keys), digits=digits) is Verdict.GENUINE
    over = a_key(revoked_us=1)
    assert judged(over, keys[0], digits=digits) is Verdict.ALTERED


@pytest.mark.parametrize("why", list(GoneWhy))
def test_a_payment_that_does_not_stand_is_told_with_its_day(why: GoneWhy) -> None:
    gone = ReceiptGone(text_of(MESSAGE_HASH[:8]), why, "2026-11-27")
    other = ReceiptGone(text_of(bytes(8)), GoneWhy.RETURNED, "2026-11-01")
    for name in ("plain", "duplicate"):
        digits = proof_digits(kept_proofs()[name].proof)
        verdict = judge_receipt(digits, a_list(gone=(other, gone)))
        assert (verdict.verdict, verdict.why, verdict.gone_on) == (
            Verdict.REVERSED,
            why,
            "2026-11-27",
        )
        assert verdict.receipt is not None


def test_a_further_copy_is_a_duplicate() -> None:
    assert judged(digits=proof_digits(kept_proofs()["duplicate"].proof)) is Verdict.DUPLICATE
