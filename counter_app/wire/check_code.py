"""The check code of a receipt: a short name for its message that both sides work out, and anybody can type.

Eight characters of Crockford's base 32 are the first 40 bits of the message's chain hash, which nobody can choose
who does not hold the counter's chain. What a guess is worth: with the 1.6 crore receipts of two years at the centre,
one guess in 65,000 meets some receipt, and shows its sum and the end of its account number; with the receipt's number
beside it, one in 1.1 lakh crore. Two receipts of a city will share a code some day: the number tells them apart.
"""

from __future__ import annotations

CHARACTERS = 8
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U to misread."""
_BITS_A_CHARACTER = 5
_BYTES = CHARACTERS * _BITS_A_CHARACTER // 8
_MISREAD = str.maketrans("OIL", "011", " -")


def check_code(message_hash: bytes) -> str:
    """The code of the payment that this message tells, from its 32-byte chain hash."""
    number = int.from_bytes(message_hash[:_BYTES], "big")
    places = reversed(range(0, CHARACTERS * _BITS_A_CHARACTER, _BITS_A_CHARACTER))
    return "".join(ALPHABET[number >> place & len(ALPHABET) - 1] for place in places)


def check_code_typed(text: str) -> str:
    """A code as it was typed: small letters, spaces and dashes, O for 0, I and L for 1. Raises ValueError."""
    code = text.upper().translate(_MISREAD)
    if len(code) != CHARACTERS or set(code) - set(ALPHABET):
        message = f"a check code has {CHARACTERS} letters and figures"
        raise ValueError(message)
    return code


def hash_beginning(code: str) -> bytes:
    """How the hashes of messages with this code begin: 5 bytes."""
    number = 0
    for character in code:
        number = number << _BITS_A_CHARACTER | ALPHABET.index(character)
    return number.to_bytes(_BYTES, "big")


def spaced_code(code: str) -> str:
    """``7KQ2-M8XA``: as it is printed and read out."""
    half = CHARACTERS // 2
    return f"{code[:half]}-{code[half:]}"
