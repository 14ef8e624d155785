"""The check code of a receipt: both sides work out the same, and typing slips do not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.wire.canonical import HASH_BYTES
from counter_app.wire.check_code import (
    ALPHABET,
    check_code,
    check_code_typed,
    hash_beginning,
    spaced_code,
)

HASHES = st.binary(min_size=HASH_BYTES, max_size=HASH_BYTES)


@given(HASHES)
def test_a_code_tells_how_the_hash_begins(message_hash: bytes) -> None:
    code = check_code(message_hash)
    assert hash_beginning(code) == message_hash[:5]
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)


@given(HASHES)
def test_a_code_is_read_however_it_is_typed(message_hash: bytes) -> None:
    code = check_code(message_hash)
    for typed in (code.lower(), spaced_code(code), f" {code[:3]} {code[3:]} "):
        assert check_code_typed(typed) == code
    assert check_code_typed(code.replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("text", ["", "1234567", "123456789", "1234567U", "1234567!", "१२३४५६७८"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="8 letters"):
        check_code_typed(text)


def test_the_code_of_a_known_hash_never_changes() -> None:
    assert check_code(bytes(range(200, 232))) == "S34WNJYC"
