"""What a receipt printer's own font can say: printable ASCII, the part that all its code pages have in common."""

from __future__ import annotations

import re

from counter_app.printing.wording import NO_BREAK_SPACE

_SAID_OTHERWISE = str.maketrans(
    {
        "·": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "×": "x",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "…": "...",
    }
)
"""Signs of ours that a typewriter writes in its own way. No letter is among them: a name is never respelled."""

_RUPEE_SIGN = re.compile(f"₹([ {NO_BREAK_SPACE}]?)")
_PLAIN = re.compile(f"[ -~{NO_BREAK_SPACE}]*")


def plain(text: str) -> str | None:
    """The text in printable ASCII (and spaces at which no line may break), None when it has no such form.

    The rupee sign has no place in the code pages and becomes ``Rs.``. A control character has no form either, so no
    name can carry a command to the printer.
    """
    said = _RUPEE_SIGN.sub(lambda found: f"Rs.{found[1]}", text).translate(_SAID_OTHERWISE)
    return said if _PLAIN.fullmatch(said) else None


def typed(text: str) -> bytes:
    """The bytes of a text that ``plain`` gave."""
    return text.replace(NO_BREAK_SPACE, " ").encode("ascii")
