"""One slip of the finger: a letter too many, one too few, one wrong, or two neighbours swapped.

Letters are code points: in Hindi a vowel sign and a virama are letters too, as they are keys of the keyboard.
"""

from __future__ import annotations


def is_one_slip(one: str, other: str) -> bool:
    """Whether one slip, or none, makes one text of the other. About a microsecond."""
    if one == other:
        return True
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) - len(shorter) > 1:
        return False
    at = 0
    for letter in shorter:
        if letter != longer[at]:
            break
        at += 1
    if len(longer) > len(shorter):
        return longer[at + 1 :] == shorter[at:]
    rest, other_rest = longer[at + 1 :], shorter[at + 1 :]
    if rest == other_rest:
        return True
    is_swapped = longer[at : at + 2] == shorter[at : at + 2][::-1]
    return is_swapped and rest[1:] == other_rest[1:]


def with_one_left_out(text: str) -> tuple[str, ...]:
    """The text itself, and the text with each letter in turn left out, each once.

    Two texts that are one slip apart have one of these in common: a slip is looked up, not searched for.
    Source: the symmetric delete of SymSpell (Wolf Garbe, 2012).
    """
    shorter = [text[:at] + text[at + 1 :] for at in range(len(text))]
    return tuple(dict.fromkeys((text, *shorter)))
