"""Approval by telephone: a challenge that the counter speaks, an answer that only the approver can work out.

Both are eight characters of Crockford's base 32, and neither side needs a network. The challenge commits to all that
was asked and to a nonce that stays at the counter, so that only counter, act, sum and challenge are spoken; the answer
is worked out from these four. Whoever tells the approver another act or a smaller sum gets an answer that does not
fit. What a guess is worth, and why no signature: ``counter_app/decisions/0021-telephone-approval.md``.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from counter_app.domain.challenge import act_numbers
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.check_code import ALPHABET, check_code, check_code_typed

if TYPE_CHECKING:
    from counter_app.domain.challenge import Asked

SECRET_BYTES = 32
NONCE_BYTES = 16
_KEY_CONTEXT = "kesco-counter/1 telephone key"
_CHALLENGE_CONTEXT = "kesco-counter/1 telephone challenge"
_ANSWER_CONTEXT = "kesco-counter/1 telephone answer"
_FIELD_BITS = 5
_FIELD_POLYNOMIAL = 0b100101
"""x^5 + x^2 + 1: doubling in GF(32)."""

_GROUP = 4
_CHECK_CHARACTERS = 4
_SECRET_CHARACTERS = 52
"""32 bytes and 4 bits of zero, 5 bits a character."""


def counter_key(secret: bytes, counter_id: str) -> bytes:
    """The approver's key for one counter: a ledger that is stolen gives away nothing of another counter."""
    return _mac(secret, _KEY_CONTEXT, counter_id)


def make_challenge(nonce: bytes, counter_id: str, asked: Asked) -> str:
    """The challenge for what is asked: 35 bits that depend on all of it, and a check character."""
    told = {
        "about": asked.about,
        "act": act_numbers(asked.codes),
        "amount_paise": asked.amount.paise,
        "context": _CHALLENGE_CONTEXT,
        "counter_id": counter_id,
        "for_id": asked.for_id,
        "nonce": nonce.hex(),
    }
    body = check_code(hashlib.sha256(canonical_bytes(told)).digest())[:-1]
    return body + ALPHABET[_doubled(_residue(body))]


def challenge_typed(text: str) -> str:
    """A challenge as it was typed. Raises ValueError for one that was misheard: one wrong, or two exchanged."""
    code = check_code_typed(text)
    if _residue(code):
        message = "the check character does not fit"
        raise ValueError(message)
    return code


def answer_to(key: bytes, counter_id: str, acts: str, amount_paise: int, challenge: str) -> str:
    """The answer of the approver with this key for the counter. ``acts`` as ``challenge.act_numbers`` writes them."""
    return check_code(_mac(key, _ANSWER_CONTEXT, counter_id, acts, str(amount_paise), challenge))


def is_answer(key: bytes, counter_id: str, asked: Asked, challenge: str, typed: str) -> bool:
    """Whether what was typed is the answer; in the same time however much of it is right."""
    right = answer_to(key, counter_id, act_numbers(asked.codes), asked.amount.paise, challenge)
    try:
        given = check_code_typed(typed)
    except ValueError:
        return False
    return hmac.compare_digest(right, given)


def secret_text(secret: bytes) -> str:
    """A secret as it is shown once and typed into a telephone: 14 groups of 4, the last one a check."""
    number = int.from_bytes(secret, "big") << _SECRET_CHARACTERS * _FIELD_BITS - 8 * SECRET_BYTES
    places = reversed(range(0, _SECRET_CHARACTERS * _FIELD_BITS, _FIELD_BITS))
    letters = "".join(ALPHABET[number >> place & len(ALPHABET) - 1] for place in places)
    letters += check_code(hashlib.sha256(secret).digest())[:_CHECK_CHARACTERS]
    return " ".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def _mac(key: bytes, *lines: str) -> bytes:
    return hmac.digest(key, "\n".join(lines).encode(), "sha256")


def _residue(code: str) -> int:
    """0 for a whole challenge; any one wrong character, and any two neighbours exchanged, give something else."""
    total = 0
    for character in code:
        total = _doubled(total) ^ ALPHABET.index(character)
    return total


def _doubled(number: int) -> int:
    doubled = number << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled >> _FIELD_BITS else doubled
