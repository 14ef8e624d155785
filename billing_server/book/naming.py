"""Names as they stand in Kanpur's bills, English and Hindi side by side, from ``names.csv``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from billing_server.book.drawing import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from billing_server.book.drawing import Draw

_USUAL_SPELLING_SHARE: Final = 0.7
_KUMAR_SHORT_SHARE: Final = 0.06
_MIDDLE_NAME_SHARE: Final = 0.55
_SURNAME_SHARE: Final = 0.85
_TITLE_SHARE: Final = 0.25
_SAME_SURNAME_SHARE: Final = 0.85
_FIRM_NAMED_AFTER_PERSON_SHARE: Final = 0.4
_MESSRS_SHARE: Final = 0.2
_WOMAN_SHARE: Final = 0.26
_COMMUNITIES: Final = ((0.78, "hindu"), (0.955, "muslim"), (0.985, "sikh"), (1.0, "christian"))
"""Upper ends of the shares of 0 to 1, about as the census of 2011 has Kanpur."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """One name: its English spellings and its Hindi ones, the usual first."""

    english: tuple[str, ...]
    hindi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The name on a bill; ``guardian`` is the father or husband, empty for firms."""

    english: str
    hindi: str
    guardian: str


@lru_cache(maxsize=1)
def name_lists() -> Mapping[str, tuple[Spelt, ...]]:
    """Every list of ``names.csv`` by its title."""
    lists: dict[str, list[Spelt]] = {}
    source = resources.files("billing_server.book") / "names.csv"
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        spelt = Spelt(
            tuple(name.upper() for name in row["english"].split("|")),
            tuple(row["hindi"].split("|")),
        )
        lists.setdefault(row["list"], []).append(spelt)
    return {title: tuple(names) for title, names in lists.items()}


def draw_person(draw: Draw) -> Named:
    """A man or a woman of one of the communities, with a guardian."""
    share = draw()
    community = next(name for end, name in _COMMUNITIES if share < end)
    is_woman = draw() < _WOMAN_SHARE
    surname = [_spell(draw, f"{community}_surname")]
    if community == "sikh":
        surname.insert(0, ("KAUR", "कौर") if is_woman else ("SINGH", "सिंह"))
    parts = _woman(draw, community, surname) if is_woman else _man(draw, community, surname)
    guardian = _man(draw, community, surname if draw() < _SAME_SURNAME_SHARE else [])
    english, hindi = _joined(parts)
    return Named(english, hindi, _joined(guardian)[0])


def draw_firm(draw: Draw, kind: str) -> Named:
    """A firm or institution; ``kind`` is a list of ``names.csv``: shop, institution, works."""
    if draw() < _FIRM_NAMED_AFTER_PERSON_SHARE and kind != "institution":
        ahead = _spell(draw, "hindu_surname" if draw() < _COMMUNITIES[0][0] else "muslim_surname")
    else:
        ahead = _spell(draw, "shop_named")
    english, hindi = _joined([ahead, _spell(draw, kind)])
    return Named("M/S " + english if draw() < _MESSRS_SHARE else english, hindi, "")


_Both = tuple[str, str]


def _spell(draw: Draw, title: str) -> _Both:
    spelt = one_of(draw, name_lists()[title])
    usual = draw() < _USUAL_SPELLING_SHARE
    english = spelt.english[0] if usual else one_of(draw, spelt.english)
    return english, spelt.hindi[0] if usual else one_of(draw, spelt.hindi)


def _man(draw: Draw, community: str, surname: list[_Both]) -> list[_Both]:
    parts = [_spell(draw, f"{community}_man")]
    if community == "hindu" and draw() < _MIDDLE_NAME_SHARE:
        middle = _spell(draw, "hindu_middle")
        if middle[0] == "KUMAR" and draw() < _KUMAR_SHORT_SHARE:
            middle = ("KR", middle[1])
        parts.append(middle)
    return parts + (surname if draw() < _SURNAME_SHARE or community == "sikh" else [])


def _woman(draw: Draw, community: str, surname: list[_Both]) -> list[_Both]:
    parts = [_spell(draw, f"{community}_woman")]
    if draw() < _TITLE_SHARE:
        parts.insert(0, ("SMT", "श्रीमती"))
    if community == "hindu":
        is_devi = draw() < _MIDDLE_NAME_SHARE
        return [*parts, _spell(draw, "hindu_woman_middle")] if is_devi else parts + surname
    if community == "muslim":
        return [*parts, _spell(draw, "muslim_woman_last")]
    return parts + surname


def _joined(parts: list[_Both]) -> _Both:
    return " ".join([part[0] for part in parts]), " ".join([part[1] for part in parts])
