"""Words for how a consumer is supplied and what a cashier must know, as exports write them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from billing_server.book.bad_rows import BadCellError, BadRowKind
from billing_server.book.cells import text_of
from counter_app.domain.consumer import Connection, ConsumerFlag

if TYPE_CHECKING:
    from billing_server.book.cells import Cell


def heading_key(heading: str) -> str:
    """A heading without case, spaces, dots and other signs: ``ACCT_NO`` and ``Acct No.`` are one."""
    text = unicodedata.normalize("NFC", heading).casefold()
    return re.sub(r"[^0-9a-z\u0900-\u0963]+", "", text)


_CONNECTIONS: Final = {
    "": Connection.POSTPAID,
    "postpaid": Connection.POSTPAID,
    "post": Connection.POSTPAID,
    "पोस्टपेड": Connection.POSTPAID,
    "prepaid": Connection.PREPAID,
    "pre": Connection.PREPAID,
    "प्रीपेड": Connection.PREPAID,
}
FLAG_WORDS: Final[dict[ConsumerFlag, tuple[str, ...]]] = {
    ConsumerFlag.TEMPORARILY_DISCONNECTED: (
        "Temporarily Disconnected", "TD", "Temp Disconnected", "अस्थायी विच्छेदित",
    ),
    ConsumerFlag.PERMANENTLY_DISCONNECTED: (
        "Permanently Disconnected", "PD", "Perm Disconnected", "स्थायी विच्छेदित",
    ),
    ConsumerFlag.LIFELINE: ("Lifeline", "LL", "लाइफलाइन"),
    ConsumerFlag.SCHEME_REGISTERED: ("Scheme Registered", "OTS", "OTS Registered", "योजना पंजीकृत"),
    ConsumerFlag.CHEQUE_BARRED: (
        "Cheque Barred", "CB", "Cheque Bar", "Cheque Bounced", "चेक वर्जित",
    ),
}  # fmt: skip
_FLAG_OF_WORD: Final = {
    heading_key(word): flag for flag, words in FLAG_WORDS.items() for word in (flag.value, *words)
}
_YES: Final = frozenset({"y", "yes", "1", "true", "हाँ", "हां", "x"})
_NO: Final = frozenset({"", "n", "no", "0", "false", "नहीं"})


def read_connection(cell: Cell) -> str:
    """``postpaid`` or ``prepaid``; nothing is postpaid. Raises BadCellError."""
    connection = _CONNECTIONS.get(heading_key(text_of(cell)))
    if connection is None:
        raise BadCellError(BadRowKind.WORD_UNKNOWN, words="Postpaid, Prepaid")
    return connection.value


def read_flags(cell: Cell) -> tuple[str, ...]:
    """Flags with ``;`` ``,`` or ``|`` between them, in the order of the domain. Raises BadCellError."""
    text = text_of(cell)
    if not text:
        return ()
    flags = set()
    for word in filter(None, map(heading_key, re.split("[;,|]", text))):
        if word not in _FLAG_OF_WORD:
            words = ", ".join(words[0] for words in FLAG_WORDS.values())
            raise BadCellError(BadRowKind.WORD_UNKNOWN, words=words)
        flags.add(_FLAG_OF_WORD[word])
    return flags_in_order(flags)


def flags_in_order(flags: set[ConsumerFlag]) -> tuple[str, ...]:
    """Each flag once, in the order of the domain."""
    return tuple(flag.value for flag in ConsumerFlag if flag in flags)


def read_yes_no(cell: Cell, flag: ConsumerFlag) -> tuple[str, ...]:
    """The flag or none, of a column that has Y and N. Raises BadCellError."""
    word = text_of(cell).casefold()
    if word not in _YES | _NO:
        raise BadCellError(BadRowKind.WORD_UNKNOWN, words="Y, N")
    return (flag.value,) if word in _YES else ()
