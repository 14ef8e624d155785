"""The vocabulary of the reports: every key with its words in English and in Hindi (domain, section 9).

It lies with the translations, since the window, the reports and the printer all speak it and are strangers to each
other. A key is snake case; the key of a code is ``<enum>.<value>``; blanks stand in braces.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from resources.vocabulary.accounts import ACCOUNTS
from resources.vocabulary.codes import CODES
from resources.vocabulary.columns import COLUMNS
from resources.vocabulary.facts import FACTS
from resources.vocabulary.sentences import SENTENCES
from resources.vocabulary.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES = (TITLES, CODES, ACCOUNTS, COLUMNS, FACTS, SENTENCES)
PLACE = {"en": 0, "hi": 1}


@cache
def words_in(language: str) -> Mapping[str, str]:
    """Every key's words in ``en`` or ``hi``. Raises KeyError for another language."""
    place = PLACE[language]
    return MappingProxyType({key: told[place] for theme in THEMES for key, told in theme.items()})
