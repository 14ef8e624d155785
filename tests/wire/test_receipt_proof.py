"""A receipt's proof says what was signed, and nothing else is ever believed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.receipt_verdict import ReceiptVerdict, Verdict
from counter_app.wire.check_code import check_code
from counter_app.wire.receipt_keys import judge_receipt
from counter_app.wire.receipt_proof import (
    MOST_TYPED_CHARACTERS,
    DamagedProofError,
    NoProofError,
    proof_digits,
    proof_of_text,
    proven_of,
    read_proof,
    sign_proof,
)
from tests.builders import COUNTER_ID, COUNTER_KEY, NOW
from tests.wire.proofs import (
    MESSAGE_HASH,
    PAGE,
    Told,
    a_key,
    a_list,
    a_paid,
    keep_new,
    kept_proofs,
    read_kept,
    told_proofs,
)

PROOF = kept_proofs()["plain"].proof
DIGITS = proof_digits(PROOF)
HINDI = str.maketrans("0123456789", "०१२३४५६७८९")
VERSION_AT, KEY_AT = 0, range(1, 6)
ALTERED = ReceiptVerdict(Verdict.ALTERED, as_of=judge_receipt(DIGITS, a_list()).as_of)


def crc_made_anew(proof: bytes) -> bytes:
    """What a forger does who knows the format."""
    return proof[:-4] + zlib.crc32(proof[:-4]).to_bytes(4, "big")


def by_other_hands(proof: bytes) -> dict[str, object]:
    """The table of decision 0032, read by code that shares nothing with the program's."""
    assert zlib.crc32(proof[:-4]) == int.from_bytes(proof[-4:], "big")
    said, signature, place = proof[:-68], proof[-68:-4], 6
    name = hashlib.sha256(COUNTER_KEY.public_key).digest()[:5]
    assert (said[0], said[1:6]) == (1, name)
    key = Ed25519PublicKey.from_public_bytes(COUNTER_KEY.public_key)
    key.verify(signature, b"kesco-counter/1 receipt\n" + said)

    def leb128() -> int:
        nonlocal place
        value = 0
        for shift in range(0, 70, 7):
            byte = said[place]
            place += 1
            value += (byte % 128) << shift
            if byte < 128:
                break
        return value

    def raw(length: int) -> bytes:
        nonlocal place
        place += length
        return said[place - length : place]

    told: dict[str, object] = {}
    told["counter"] = raw(leb128()).decode()
    told["series"] = raw(leb128()).decode() or told["counter"]
    told["year"], told["serial"] = leb128(), leb128()
    kind = raw(1)[0]
    assert kind in {0, 1, 2}
    told["account"] = str(leb128()) if kind == 1 else raw(leb128()).decode() if kind else ""
    told["paise"] = leb128()
    told["seconds"], told["head"] = int.from_bytes(raw(4), "big"), raw(8)
    told["copy"] = leb128()
    assert place == len(said)
    return told


@given(told_proofs())
def test_a_proof_says_what_was_signed(told: Told) -> None:
    says = read_proof(proof_of_text(PAGE + proof_digits(told.proof))).says
    payment = told.payment
    assert says.counter_id == told.counter_id
    assert says.receipt_no == str(payment.receipt_no)
    assert says.account_no == ("" if payment.noted else payment.consumer.account_no)
    assert (says.amount, says.copy_no) == (payment.amount, told.copy_no)
    assert says.taken_at == payment.taken_at.replace(microsecond=0)
    assert says.check_code == check_code(told.message_hash)
    assert says.key_id == hashlib.sha256(COUNTER_KEY.public_key).hexdigest()[:10]
    verdict = judge_receipt(proof_digits(told.proof), a_list(a_key(counter_id=told.counter_id)))
    assert verdict.receipt == says
    assert verdict.verdict is (Verdict.DUPLICATE if told.copy_no else Verdict.GENUINE)


@given(told_proofs())
def test_other_hands_read_the_same_from_the_table(told: Told) -> None:
    number = told.payment.receipt_no
    assert by_other_hands(told.proof) == {
        "counter": told.counter_id,
        "series": number.series,
        "year": number.book_year.first,
        "serial": number.serial,
        "account": "" if told.payment.noted else told.payment.consumer.account_no,
        "paise": told.payment.amount.paise,
        "seconds": int(told.payment.taken_at.timestamp()),
        "head": told.message_hash[:8],
        "copy": told.copy_no,
    }


@pytest.mark.parametrize("name", sorted(kept_proofs()))
def test_a_kept_proof_never_changes(name: str) -> None:
    told = kept_proofs()[name]
    assert told.proof == read_kept()[name]
    assert read_proof(read_kept()[name]).says.amount == told.payment.amount


def test_the_kept_file_is_never_written_again() -> None:
    assert set(read_kept()) == set(kept_proofs())
    before = read_kept()
    keep_new()
    assert read_kept() == before


def test_other_hands_refuse_another_signature() -> None:
    changed = bytearray(PROOF)
    changed[20] ^= 1
    with pytest.raises(InvalidSignature):
        by_other_hands(crc_made_anew(bytes(changed)))


def test_every_change_of_one_byte_is_told_as_altered() -> None:
    for place in range(len(PROOF)):
        for value in set(range(256)) - {PROOF[place]}:
            changed = proof_digits(PROOF[:place] + bytes([value]) + PROOF[place + 1 :])
            assert judge_receipt(changed, a_list()) == ALTERED, (place, value)


@given(told_proofs(), st.data())
def test_a_change_of_one_byte_of_any_proof_is_told_as_altered(
    told: Told, data: st.DataObject
) -> None:
    proof = bytearray(told.proof)
    proof[data.draw(st.integers(0, len(proof) - 1))] ^= data.draw(st.integers(1, 255))
    known = a_list(a_key(counter_id=told.counter_id))
    assert judge_receipt(proof_digits(bytes(proof)), known) == ALTERED


def test_a_forger_who_makes_the_sum_anew_is_told_by_the_signature() -> None:
    """A forger who names another version or key cannot be told from a newer counter, and never passes for genuine."""
    for place in range(len(PROOF) - 4):
        expected = {VERSION_AT: Verdict.TOO_NEW} | dict.fromkeys(KEY_AT, Verdict.UNKNOWN_KEY)
        for value in {0, 255, *(PROOF[place] ^ 1 << bit for bit in range(8))} - {PROOF[place]}:
            forged = crc_made_anew(PROOF[:place] + bytes([value]) + PROOF[place + 1 :])
            verdict = judge_receipt(proof_digits(forged), a_list()).verdict
            assert verdict is expected.get(place, Verdict.ALTERED), (place, value)


@given(st.integers(0, len(DIGITS) - 1), st.integers(1, 9))
def test_one_changed_figure_is_told(place: int, more: int) -> None:
    figure = str((int(DIGITS[place]) + more) % 10)
    changed = DIGITS[:place] + figure + DIGITS[place + 1 :]
    assert judge_receipt(changed, a_list()) == ALTERED


def test_one_dropped_figure_is_told() -> None:
    for place in range(len(DIGITS)):
        changed = DIGITS[:place] + DIGITS[place + 1 :]
        assert judge_receipt(changed, a_list()) == ALTERED


def test_one_added_figure_is_told() -> None:
    for place in range(len(DIGITS) + 1):
        for figure in "0123456789":
            changed = DIGITS[:place] + figure + DIGITS[place:]
            assert judge_receipt(changed, a_list()) == ALTERED, (place, figure)


def test_two_neighbours_exchanged_are_told() -> None:
    for place in range(len(DIGITS) - 1):
        one, other = DIGITS[place], DIGITS[place + 1]
        if one != other:
            changed = DIGITS[:place] + other + one + DIGITS[place + 2 :]
            assert judge_receipt(changed, a_list()) == ALTERED


@given(st.integers(0, len(DIGITS)))
def test_a_scan_that_broke_off_never_passes(length: int) -> None:
    verdict = judge_receipt(PAGE + DIGITS[:length], a_list())
    is_whole = length == len(DIGITS)
    assert (verdict.verdict is Verdict.GENUINE) == is_whole
    assert is_whole or verdict.verdict in {Verdict.UNREADABLE, Verdict.ALTERED}


@pytest.mark.parametrize("before", [PAGE, "", "हत्तपसरूध्ध्य", "HTTPS//KESCO.EXAMPLE/CHECK3", "\ufeff"])
def test_figures_of_any_layout_are_read_behind_any_rubbish(before: str) -> None:
    for digits in (DIGITS, DIGITS.translate(HINDI), " ".join(DIGITS), f"{DIGITS}\r\n"):
        typed = before.removesuffix("3") + digits
        assert proof_of_text(typed) == PROOF


@given(st.text(max_size=300))
def test_what_is_no_proof_is_unreadable(text: str) -> None:
    assert judge_receipt(text, a_list()).verdict is Verdict.UNREADABLE


@given(st.integers(200, MOST_TYPED_CHARACTERS).map(lambda count: "7" * count))
def test_a_number_that_is_none_of_ours_is_altered(digits: str) -> None:
    assert judge_receipt(digits, a_list()) == ALTERED


@pytest.mark.parametrize("end", ["", "x", " ", "७"])
def test_what_is_endless_is_not_looked_at(end: str) -> None:
    with pytest.raises(NoProofError):
        proof_of_text("7" * 5_000_000 + end)
    with pytest.raises(NoProofError):
        proof_of_text("7" * (MOST_TYPED_CHARACTERS - 1) + "x")


@given(st.binary(max_size=300), st.booleans())
def test_bytes_of_a_stranger_never_surprise(raw: bytes, is_summed: bool) -> None:  # noqa: FBT001 - drawn
    proof = raw + zlib.crc32(raw).to_bytes(4, "big") if is_summed else raw
    known = a_list()
    digits = proof_digits(proof)
    expected = {Verdict.ALTERED, Verdict.TOO_NEW, Verdict.UNREADABLE, Verdict.UNKNOWN_KEY}
    assert judge_receipt(digits, known).verdict in expected


@given(st.binary(max_size=100))
def test_whole_bytes_of_our_version_that_say_nonsense_are_altered(rest: bytes) -> None:
    said = PROOF[:6] + rest
    proof = said + COUNTER_KEY.sign_receipt(said)
    digits = proof_digits(proof + zlib.crc32(proof).to_bytes(4, "big"))
    says = judge_receipt(digits, a_list())
    if len(digits) < 200:
        assert says.verdict is Verdict.UNREADABLE
    elif rest[:4] != b"\x03C07":
        assert says == ALTERED


@pytest.mark.parametrize(
    "rest",
    [
        b"\x03C07\x00" + b"\x80" * 11,  # a number without end
        b"\x02\xff\xfe\x00\xea\x0f\x01\x00\x01" + bytes(12) + b"\x00",  # a counter that is no text
        b"\x03C07\x00\xea\x0f\x00\x00\x01" + bytes(12) + b"\x00",  # a receipt of number nought
        b"\x03C07\x00\xea\x0f\x01\x00\x01" + bytes(12) + b"\x00" * 2,  # something behind its end
        b"\x03C07\x00\xea\x0f\x01\x00\x01" + bytes(11),  # its end is missing
    ],
)
def test_a_proof_signed_by_us_that_says_nonsense_is_damaged(rest: bytes) -> None:
    said = PROOF[:6] + rest
    proof = said + COUNTER_KEY.sign_receipt(said)
    with pytest.raises(DamagedProofError):
        read_proof(proof + zlib.crc32(proof).to_bytes(4, "big"))


def test_what_a_forger_writes_breaks_and_turns_no_line_of_the_screen() -> None:
    payment = a_paid(account_no="7\n4\u202e1\u20282\x9f\u200dक ₹")
    says = read_proof(sign_proof(payment, COUNTER_ID, MESSAGE_HASH, 0, COUNTER_KEY)).says
    assert says.account_no == "7\ufffd4\ufffd1\ufffd2\ufffd\ufffdक ₹"
    assert says == replace(proven_of(payment, COUNTER_ID, MESSAGE_HASH, 0), key_id=says.key_id)


@pytest.mark.parametrize(
    ("at", "second"),
    [
        (datetime(1969, 12, 31, tzinfo=UTC), 0),
        (datetime(2200, 1, 1, tzinfo=UTC), 2**32 - 1),
        (NOW + timedelta(microseconds=999_999), int(NOW.timestamp()) + 1),
    ],
)
def test_a_clock_that_is_far_off_stops_no_payment(at: datetime, second: int) -> None:
    proof = sign_proof(a_paid(taken_at=at), COUNTER_ID, MESSAGE_HASH, 0, COUNTER_KEY)
    assert read_proof(proof).says.taken_at == datetime.fromtimestamp(second, UTC)
